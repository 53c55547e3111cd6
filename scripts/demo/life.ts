import {
  addDays,
  addMinutes,
  addMonths,
  type Day,
  firstDayOf,
  type Instant,
  lastDayOf,
  type Month,
  monthOfDay,
  toInstant,
} from '../../src/domain/calendar.ts';
import { type Caregiver, type Delegation, type Moment, visitFrom } from '../network-builder.ts';
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

/** A week's delegation and the office that will take it. */
interface Booked {
  readonly timeline: Timeline;
  readonly network: SetNetwork;
  readonly story: Story;
  readonly assist: SetOffice;
}

/**
 * Two months of a network: each client's week is delegated on the Thursday before it, lived
 * through, verified, settled.
 */
export const liveThrough = (timeline: Timeline, network: SetNetwork, from: Day, to: Day): void => {
  let turn = 0;
  for (let thursday = from; thursday <= to; thursday = addDays(thursday, 1)) {
    if (weekdayOf(thursday) !== 4) continue;
    for (const [n, client] of network.clients.entries()) {
      const story = STORIES[turn % STORIES.length] ?? 'plain';
      turn += 1;
      const day = addDays(thursday, 4 + ((client.weekday + 6) % 7));
      const assist = network.assists[(turn + n) % network.assists.length];
      if (!assist) continue;
      timeline.add(time(thursday, `1${n}:00`), (then, at) =>
        request(then, { timeline, network, story, assist }, client, day, at),
      );
    }
  }
  for (let month = monthOfDay(from); firstDayOf(addMonths(month, 1)) <= to; month = addMonths(month, 1)) {
    const day = addDays(lastDayOf(month), 2);
    // The first confirms by hand, the others by silence.
    for (const [n, assist] of network.assists.entries())
      timeline.add(time(day, '10:30'), (then, at) => settle(timeline, network, assist, month, n === 0, then, at));
  }
};

/**
 * What is going on right now: a visit under way, one handed back that nobody has taken yet, a
 * record just returned, offers that wait.
 */
export const liveNow = (timeline: Timeline, network: SetNetwork, now: Instant): void => {
  const { partner } = network;
  const [assist, other] = network.assists;
  const [client] = network.clients;
  const [caregiver] = assist?.caregivers ?? [];
  if (!assist || !other || !client || !caregiver) return;
  const bathed = [{ code: 'BATHING', outcome: 'DONE' }];
  const visit = (minutes: number) => ({ ...visitFrom(addMinutes(now, minutes)), tasks: ['BATHING'] });
  const add = (minutes: number, run: (then: Moment) => Promise<unknown>) => timeline.add(addMinutes(now, minutes), run);
  add(-900, async (then) => {
    const visits = [visit(-400), visit(-20), visit(2000), visit(3500)];
    const rounds = [{ officeIds: [assist.id], windowMinutes: 120 }];
    const delegation = await then.request(partner, { clientId: client.id, visits, rounds });
    const [returned = '', underWay = '', planned = '', released = ''] = delegation.visits.map(({ visitId }) => visitId);
    add(-890, (then) => then.accept(assist, delegation.id));
    for (const visitId of [returned, underWay, planned]) add(-800, (then) => then.assign(assist, visitId, caregiver));
    add(-400, (then) => then.punch(caregiver, 'startVisit', returned));
    add(-355, (then) => then.punch(caregiver, 'endVisit', returned));
    add(-350, (then) => then.record(caregiver, returned, { tasks: bathed, condition: null }));
    add(-60, (then) => then.send(partner, 'returnVisitRecord', { visitId: returned, reason: '心身の状況が空欄です' }));
    add(-18, (then) => then.punch(caregiver, 'startVisit', underWay));
    const handedBack = { delegationId: delegation.id, visitIds: [released], reason: '職員の都合' };
    add(-10, (then) => then.send(assist, 'releaseVisits', handedBack));
  });
  const rounds = [{ officeIds: [assist.id, other.id], windowMinutes: 240 }];
  const waiting = { clientId: client.id, mode: 'PARTNER_SELECTS', visits: [visit(5000)], rounds };
  add(-5, (then) => then.request(partner, waiting));
};

const request = async (
  then: Moment,
  booked: Booked,
  client: SetNetwork['clients'][number],
  day: Day,
  at: Instant,
): Promise<void> => {
  const { timeline, network, story, assist } = booked;
  const hour = String(client.hour).padStart(2, '0');
  const visit = (onDay: Day, service: string, ...tasks: string[]) => ({
    ...visitFrom(`${onDay}T${hour}:00:00+09:00`, 45, service),
    tasks,
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
  const delegation = await then.request(network.partner, {
    clientId: client.id,
    mode,
    visits: [
      visit(day, 'PHYSICAL_CARE', 'EXCRETION', 'BODY_CLEANING'),
      visit(addDays(day, 1), 'DAILY_LIVING', 'CLEANING', 'COOKING'),
    ],
    rounds,
    note: '担当の訪問介護員が不足のため',
  });
  const [decliner] = network.assists.filter(({ id }) => id !== assist.id);
  if (decliner && mode !== 'DIRECT') {
    const declined = { delegationId: delegation.id, reason: 'NO_CAPACITY', note: 'この週は埋まっています' };
    timeline.add(addMinutes(at, 8), (then) => then.send(decliner, 'declineOffer', declined));
  }
  if (story === 'nobody') return;
  timeline.add(addMinutes(at, 20), (then, at) => accept(then, booked, delegation, at));
};

const accept = async (then: Moment, booked: Booked, delegation: Delegation, at: Instant): Promise<void> => {
  const { timeline, network, story, assist } = booked;
  const delegationId = delegation.id;
  await then.send(assist, 'seeOffer', { delegationId });
  await then.accept(assist, delegationId);
  if (story === 'selected') {
    const selected = { delegationId, officeId: assist.id };
    timeline.add(addMinutes(at, 15), (then) => then.send(network.partner, 'selectOffice', selected));
  }
  const assignAt = addMinutes(at, 60);
  for (const [n, visit] of delegation.visits.entries()) plan(booked, delegationId, visit, n, assignAt);
};

/** What becomes of one accepted visit. */
const plan = (
  { timeline, network: { partner }, story, assist }: Booked,
  delegationId: string,
  visit: Delegation['visits'][number],
  n: number,
  assignAt: Instant,
): void => {
  const { visitId } = visit;
  const start = toInstant(visit.plannedStart);
  const [caregiver] = assist.caregivers;
  if (!caregiver) return;
  timeline.add(assignAt, (then) => then.assign(assist, visitId, caregiver));
  const ofVisit = { delegationId, visitIds: [visitId] };
  if (story === 'cancelled' && n === 1) {
    const withdrawn = { ...ofVisit, reason: 'CLIENT_REQUEST', note: '家族が来るため' };
    timeline.add(addMinutes(start, -20 * 60), (then) => then.send(partner, 'withdrawVisits', withdrawn));
  } else if (story === 'released' && n === 1) {
    const released = { ...ofVisit, reason: '訪問介護員の急病' };
    timeline.add(addMinutes(start, -26 * 60), (then) => then.send(assist, 'releaseVisits', released));
  } else if (story === 'missed' && n === 0) {
    const missed = { visitId, reason: '交通機関の不通' };
    timeline.add(addMinutes(start, 120), (then) => then.send(assist, 'reportMissedVisit', missed));
  } else visitAndRecord(timeline, partner, story, caregiver, visitId, start);
};

const visitAndRecord = (
  timeline: Timeline,
  partner: SetOffice,
  story: Story,
  caregiver: Caregiver,
  visitId: string,
  start: Instant,
): void => {
  const add = (minutes: number, run: (then: Moment) => Promise<unknown>) =>
    timeline.add(addMinutes(start, minutes), run);
  add(2, (then) => then.punch(caregiver, 'startVisit', visitId));
  add(46, (then) => then.punch(caregiver, 'endVisit', visitId));
  const tasks = [{ code: 'BODY_CLEANING', outcome: 'DONE' }];
  const content = { tasks, condition: '血圧安定、食欲あり', notes: '次回は爪切りを希望' };
  add(52, (then) => then.record(caregiver, visitId, content));
  const amend = (minutes: number, reason: string, notes: string) =>
    add(minutes, (then) => then.send(caregiver, 'amendVisitRecord', { visitId, reason, notes }));
  if (story === 'amended') amend(240, '記入漏れ', '水分補給を追記');
  if (story === 'returned') {
    add(300, (then) => then.send(partner, 'returnVisitRecord', { visitId, reason: '実施内容を具体的に' }));
    amend(26 * 60, '差し戻しへの対応', '清拭と更衣を実施');
  }
  add(28 * 60, (then) => then.verify(partner, visitId, '電話で確認済み'));
};

const settle = async (
  timeline: Timeline,
  { id, partner, approver }: SetNetwork,
  assist: SetOffice,
  month: Month,
  confirmsByHand: boolean,
  then: Moment,
  at: Instant,
): Promise<void> => {
  const statement = await then.close(id, partner, assist, month);
  if (statement === null) return;
  if (confirmsByHand) timeline.add(addMinutes(at, 60), (then) => then.confirm(assist, statement));
  timeline.add(addMinutes(at, 12 * 24 * 60), async (then) => {
    if (statement.totalYen > 0) await then.pay(approver, statement, `振込 ${month}`);
  });
};
