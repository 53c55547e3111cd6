import {
  addDays,
  addMinutes,
  addMonths,
  type Day,
  firstDayOf,
  type Instant,
  lastDayOf,
  monthOfDay,
  toInstant,
} from '../../src/domain/calendar.ts';
import type { ApiClient } from '../api-client.ts';
import type { SetNetwork, SetOffice } from './setting.ts';
import type { Timeline } from './timeline.ts';

/**
 * Which of the many ways a week's delegation goes. Chosen by counting, so that every demo shows all
 * of them.
 */
const STORIES = [
  'plain',
  'selected',
  'plain',
  'cancelled',
  'plain',
  'nobody',
  'released',
  'plain',
  'missed',
  'direct',
  'amended',
  'plain',
  'returned',
] as const;
type Story = (typeof STORIES)[number];

const time = (day: Day, clock: string): Instant => toInstant(`${day}T${clock}:00+09:00`);
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

interface Booked {
  readonly network: SetNetwork;
  readonly story: Story;
  readonly delegationId: string;
  readonly visits: readonly { visitId: string; plannedStart: string; plannedEnd: string }[];
}

/**
 * Two months of a network: each client's week is delegated on the Thursday before it, lived
 * through, verified, settled.
 */
export const liveThrough = (api: ApiClient, timeline: Timeline, network: SetNetwork, from: Day, to: Day): void => {
  let turn = 0;
  for (let thursday = from; thursday <= to; thursday = addDays(thursday, 1)) {
    if (weekdayOf(thursday) !== 4) continue;
    for (const [n, client] of network.clients.entries()) {
      const story = STORIES[turn % STORIES.length] ?? 'plain';
      turn += 1;
      const day = addDays(thursday, 4 + ((client.weekday + 6) % 7));
      const assist = network.assists[(turn + n) % network.assists.length];
      if (!assist) continue;
      timeline.add(time(thursday, `1${n}:00`), (at) =>
        request(api, timeline, network, client.id, story, assist, day, client.hour, at),
      );
    }
  }
  for (let month = monthOfDay(from); firstDayOf(addMonths(month, 1)) <= to; month = addMonths(month, 1)) {
    const day = addDays(lastDayOf(month), 2);
    for (const [n, assist] of network.assists.entries())
      timeline.add(time(day, '10:30'), (at) => settle(api, timeline, network, assist, month, n, at));
  }
};

/**
 * What is going on right now: a visit under way, one handed back that nobody has taken yet, a
 * record just returned, offers that wait.
 */
export const liveNow = (api: ApiClient, timeline: Timeline, network: SetNetwork, now: Instant): void => {
  const [assist, other] = network.assists;
  const [client] = network.clients;
  const [caregiver] = assist?.caregivers ?? [];
  if (!assist || !other || !client || !caregiver) return;
  const visit = (minutes: number) => ({
    service: 'PHYSICAL_CARE',
    minutes: 45,
    plannedStart: addMinutes(now, minutes),
    plannedEnd: addMinutes(now, minutes + 45),
    tasks: ['BATHING'],
  });
  const partner = { as: network.partner.coordinator };
  const own = { as: caregiver.subject };
  timeline.add(addMinutes(now, -900), async (at) => {
    const { delegation } = await api.mutate(
      'requestDelegation',
      {
        clientId: client.id,
        mode: 'FIRST_TO_ACCEPT',
        visits: [visit(-400), visit(-20), visit(2000), visit(3500)],
        rounds: [{ officeIds: [assist.id], windowMinutes: 120 }],
      },
      { ...partner, at },
      'delegation { id visits { visitId } }',
    );
    const [returned, underWay, planned, released] = delegation.visits.map(
      ({ visitId }: { visitId: string }) => visitId,
    );
    timeline.add(addMinutes(now, -890), (then) =>
      api.mutate('acceptOffer', { delegationId: delegation.id }, { as: assist.coordinator, at: then }),
    );
    for (const visitId of [returned, underWay, planned]) {
      timeline.add(addMinutes(now, -800), (then) =>
        api.mutate('assignCaregiver', { visitId, caregiverId: caregiver.id }, { as: assist.coordinator, at: then }),
      );
    }
    timeline.add(addMinutes(now, -400), (then) =>
      api.mutate('startVisit', { visitId: returned, at: then, method: 'QR' }, { ...own, at: then }),
    );
    timeline.add(addMinutes(now, -355), (then) =>
      api.mutate('endVisit', { visitId: returned, at: then, method: 'QR' }, { ...own, at: then }),
    );
    timeline.add(addMinutes(now, -350), (then) =>
      api.mutate(
        'recordVisit',
        { visitId: returned, caregiverId: caregiver.id, tasks: [{ code: 'BATHING', outcome: 'DONE' }] },
        { ...own, at: then },
      ),
    );
    timeline.add(addMinutes(now, -60), (then) =>
      api.mutate('returnVisitRecord', { visitId: returned, reason: '心身の状況が空欄です' }, { ...partner, at: then }),
    );
    timeline.add(addMinutes(now, -18), (then) =>
      api.mutate('startVisit', { visitId: underWay, at: then, method: 'QR' }, { ...own, at: then }),
    );
    timeline.add(addMinutes(now, -10), (then) =>
      api.mutate(
        'releaseVisits',
        { delegationId: delegation.id, visitIds: [released], reason: '職員の都合' },
        { as: assist.coordinator, at: then },
      ),
    );
  });
  timeline.add(addMinutes(now, -5), (at) =>
    api.mutate(
      'requestDelegation',
      {
        clientId: client.id,
        mode: 'PARTNER_SELECTS',
        visits: [visit(5000)],
        rounds: [{ officeIds: [assist.id, other.id], windowMinutes: 240 }],
      },
      { ...partner, at },
    ),
  );
};

const request = async (
  api: ApiClient,
  timeline: Timeline,
  network: SetNetwork,
  clientId: string,
  story: Story,
  assist: SetOffice,
  day: Day,
  hour: number,
  at: Instant,
): Promise<void> => {
  const visit = (onDay: Day, service: string) => ({
    service,
    minutes: 45,
    plannedStart: `${onDay}T${String(hour).padStart(2, '0')}:00:00+09:00`,
    plannedEnd: `${onDay}T${String(hour).padStart(2, '0')}:45:00+09:00`,
    tasks: service === 'PHYSICAL_CARE' ? ['EXCRETION', 'BODY_CLEANING'] : ['CLEANING', 'COOKING'],
  });
  const all = network.assists.map(({ id }) => id);
  const others = all.filter((id) => id !== assist.id);
  const mode = story === 'selected' ? 'PARTNER_SELECTS' : story === 'direct' ? 'DIRECT' : 'FIRST_TO_ACCEPT';
  const rounds =
    mode === 'DIRECT'
      ? [{ officeIds: [assist.id], windowMinutes: 240 }]
      : [
          { officeIds: all, windowMinutes: 120 },
          ...(others.length > 0 ? [{ officeIds: others, windowMinutes: 60 }] : []),
        ];
  const { delegation } = await api.mutate(
    'requestDelegation',
    {
      clientId,
      mode,
      visits: [visit(day, 'PHYSICAL_CARE'), visit(addDays(day, 1), 'DAILY_LIVING')],
      rounds,
      note: '担当の訪問介護員が不足のため',
    },
    { as: network.partner.coordinator, at },
    'delegation { id visits { visitId plannedStart plannedEnd } }',
  );
  const booked: Booked = { network, story, delegationId: delegation.id, visits: delegation.visits };
  const [decliner] = network.assists.filter(({ id }) => id !== assist.id);
  if (decliner && mode !== 'DIRECT') {
    timeline.add(addMinutes(at, 8), (now) =>
      api.mutate(
        'declineOffer',
        { delegationId: delegation.id, reason: 'NO_CAPACITY', note: 'この週は埋まっています' },
        { as: decliner.coordinator, at: now },
      ),
    );
  }
  if (story === 'nobody') return;
  timeline.add(addMinutes(at, 20), (now) => accept(api, timeline, booked, assist, now));
};

const accept = async (
  api: ApiClient,
  timeline: Timeline,
  booked: Booked,
  assist: SetOffice,
  at: Instant,
): Promise<void> => {
  const { delegationId, network, visits, story } = booked;
  await api.mutate('seeOffer', { delegationId }, { as: assist.coordinator, at });
  await api.mutate('acceptOffer', { delegationId }, { as: assist.coordinator, at });
  if (story === 'selected') {
    const later = addMinutes(at, 15);
    timeline.add(later, (now) =>
      api.mutate('selectOffice', { delegationId, officeId: assist.id }, { as: network.partner.coordinator, at: now }),
    );
  }
  for (const [n, visit] of visits.entries()) plan(api, timeline, booked, assist, visit, n, addMinutes(at, 60));
};

/** What becomes of one accepted visit. */
const plan = (
  api: ApiClient,
  timeline: Timeline,
  booked: Booked,
  assist: SetOffice,
  visit: Booked['visits'][number],
  n: number,
  assignAt: Instant,
): void => {
  const { visitId } = visit;
  const start = toInstant(visit.plannedStart);
  const partner = { as: booked.network.partner.coordinator };
  const [caregiver] = assist.caregivers;
  if (!caregiver) return;
  timeline.add(assignAt, (at) =>
    api.mutate('assignCaregiver', { visitId, caregiverId: caregiver.id }, { as: assist.coordinator, at }),
  );
  if (booked.story === 'cancelled' && n === 1) {
    timeline.add(addMinutes(start, -20 * 60), (at) =>
      api.mutate(
        'withdrawVisits',
        { delegationId: booked.delegationId, visitIds: [visitId], reason: 'CLIENT_REQUEST', note: '家族が来るため' },
        { ...partner, at },
      ),
    );
    return;
  }
  if (booked.story === 'released' && n === 1) {
    timeline.add(addMinutes(start, -26 * 60), (at) =>
      api.mutate(
        'releaseVisits',
        { delegationId: booked.delegationId, visitIds: [visitId], reason: '訪問介護員の急病' },
        { as: assist.coordinator, at },
      ),
    );
    return;
  }
  if (booked.story === 'missed' && n === 0) {
    timeline.add(addMinutes(start, 120), (at) =>
      api.mutate('reportMissedVisit', { visitId, reason: '交通機関の不通' }, { as: assist.coordinator, at }),
    );
    return;
  }
  visitAndRecord(api, timeline, booked, caregiver, visitId, start);
};

const visitAndRecord = (
  api: ApiClient,
  timeline: Timeline,
  booked: Booked,
  caregiver: SetOffice['caregivers'][number],
  visitId: string,
  start: Instant,
): void => {
  const partner = { as: booked.network.partner.coordinator };
  const own = { as: caregiver.subject };
  timeline.add(addMinutes(start, 2), (at) => api.mutate('startVisit', { visitId, at, method: 'QR' }, { ...own, at }));
  timeline.add(addMinutes(start, 46), (at) => api.mutate('endVisit', { visitId, at, method: 'QR' }, { ...own, at }));
  timeline.add(addMinutes(start, 52), (at) =>
    api.mutate(
      'recordVisit',
      {
        visitId,
        caregiverId: caregiver.id,
        tasks: [{ code: 'BODY_CLEANING', outcome: 'DONE' }],
        condition: '血圧安定、食欲あり',
        notes: '次回は爪切りを希望',
      },
      { ...own, at },
    ),
  );
  if (booked.story === 'amended') {
    timeline.add(addMinutes(start, 240), (at) =>
      api.mutate('amendVisitRecord', { visitId, reason: '記入漏れ', notes: '水分補給を追記' }, { ...own, at }),
    );
  }
  if (booked.story === 'returned') {
    timeline.add(addMinutes(start, 300), (at) =>
      api.mutate('returnVisitRecord', { visitId, reason: '実施内容を具体的に' }, { ...partner, at }),
    );
    timeline.add(addMinutes(start, 26 * 60), (at) =>
      api.mutate(
        'amendVisitRecord',
        { visitId, reason: '差し戻しへの対応', notes: '清拭と更衣を実施' },
        { ...own, at },
      ),
    );
  }
  timeline.add(addMinutes(start, 28 * 60), (at) => verify(api, visitId, { ...partner, at }));
};

const verify = async (api: ApiClient, visitId: string, how: { as: string; at: Instant }): Promise<void> => {
  const { visit } = await api.query(
    'query ($id: ID!) { visit(id: $id) { exceptions { code severity resolvedAt } } }',
    { id: visitId },
    how,
  );
  for (const { code, severity, resolvedAt } of visit.exceptions) {
    if (resolvedAt === null && severity === 'ACKNOWLEDGE')
      await api.mutate('resolveException', { visitId, code, reason: '電話で確認済み' }, how);
  }
  await api.mutate('verifyVisit', { visitId }, how);
};

const settle = async (
  api: ApiClient,
  timeline: Timeline,
  network: SetNetwork,
  assist: SetOffice,
  month: string,
  n: number,
  at: Instant,
): Promise<void> => {
  const partner = { as: network.partner.coordinator, at };
  const preview = await api.query(
    `query ($id: ID!, $partner: ID!, $assist: ID!, $month: Month!) {
       network(id: $id) { settlementPreview(partnerOfficeId: $partner, assistOfficeId: $assist, month: $month) { lines { id } } } }`,
    { id: network.id, partner: network.partner.id, assist: assist.id, month },
    partner,
  );
  if (preview.network.settlementPreview.lines.length === 0) return;
  const { statement } = await api.mutate(
    'closeSettlement',
    { networkId: network.id, partnerOfficeId: network.partner.id, assistOfficeId: assist.id, month },
    partner,
    'statement { id totalYen contentHash }',
  );
  // The first confirms by hand, the others by silence.
  if (n === 0)
    timeline.add(addMinutes(at, 60), (now) =>
      api.mutate('confirmStatement', { statementId: statement.id }, { as: assist.coordinator, at: now }),
    );
  timeline.add(addMinutes(at, 12 * 24 * 60), async (now) => {
    if (statement.totalYen === 0) return;
    const as = { as: network.approver, at: now };
    await api.mutate('approvePayment', { statementId: statement.id, contentHash: statement.contentHash }, as);
    await api.mutate(
      'recordPayment',
      {
        statementId: statement.id,
        paidOn: now.slice(0, 10),
        amountYen: statement.totalYen,
        reference: `振込 ${month}`,
      },
      as,
    );
  });
};
