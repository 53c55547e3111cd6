import { addMinutes, dayOf, type Instant } from '../../src/domain/calendar.ts';
import { type Moment, visitFrom } from '../network-builder.ts';
import { careAtAnyHour } from './care-plans.ts';
import { quarterOf } from './days.ts';
import type { SetNetwork } from './setting.ts';
import type { Timeline } from './timeline.ts';

/** The start of the visit that is under way at the end of the demo. */
export const underWayAt = (now: Instant): Instant => quarterOf(addMinutes(now, -20));

/**
 * What is going on right now: a visit under way, one for this caregiver later, one handed back that
 * nobody has taken yet, a record just returned, an offer that waits, terms that wait for an answer.
 * All with a client and a caregiver who have come for it, so that no week of the others is in the
 * way.
 */
export const liveNow = (timeline: Timeline, network: SetNetwork, now: Instant): void => {
  const [of] = network.partners;
  const [assist, other, third] = of?.assists ?? [];
  if (!of || !assist || !other || !third) throw new Error('the first network has three assist offices');
  const { partner } = of;
  const { service, minutes, tasks } = careAtAnyHour;
  const visitAt = (start: Instant) => ({ ...visitFrom(start, minutes, service), tasks });
  const done = tasks.map((code) => ({ code, outcome: 'DONE' }));
  const add = (before: number, run: (then: Moment) => Promise<unknown>): void =>
    timeline.add(addMinutes(now, -before), run);

  const underWay = underWayAt(now);
  const starts = [-480, 0, 360, 2_880].map((after) => addMinutes(underWay, after));
  add(1_500, async (then) => {
    const clientId = await newClient(then, of.networkId, partner);
    const caregiver = await newCaregiver(then, assist);
    const rounds = [{ officeIds: [assist.id], windowMinutes: 120 }];
    const note = '退院直後で、訪問の回数を増やしているため';
    const delegation = await then.request(partner, { clientId, visits: starts.map(visitAt), rounds, note });
    const [returned = '', begun = '', planned = '', released = ''] = delegation.visits.map(({ visitId }) => visitId);
    add(1_470, (then) => then.accept(assist, delegation.id));
    for (const visitId of [returned, begun, planned]) add(1_440, (then) => then.assign(assist, visitId, caregiver));
    const [first = now] = starts;
    timeline.add(addMinutes(first, 1), (then) => then.punch(caregiver, 'startVisit', returned));
    timeline.add(addMinutes(first, minutes), (then) => then.punch(caregiver, 'endVisit', returned));
    timeline.add(addMinutes(first, minutes + 6), (then) =>
      then.record(caregiver, returned, { tasks: done, condition: null }),
    );
    const asked = { visitId: returned, reason: '心身の状況が空欄です。ご記入をお願いします。' };
    add(60, (then) => then.send(partner, 'returnVisitRecord', asked));
    timeline.add(addMinutes(underWay, 2), (then) => then.punch(caregiver, 'startVisit', begun));
    const handedBack = { delegationId: delegation.id, visitIds: [released], reason: '訪問介護員の急病のため' };
    add(10, (then) => then.send(assist, 'releaseVisits', handedBack));
    const waiting = {
      clientId,
      mode: 'PARTNER_SELECTS',
      visits: [visitAt(addMinutes(underWay, 5_760))],
      rounds: [{ officeIds: [assist.id, other.id], windowMinutes: 240 }],
      note: '担当の訪問介護員が不足しているため',
    };
    add(5, (then) => then.request(partner, waiting));
  });
  const proposed = {
    partnerOfficeId: partner.id,
    assistOfficeId: third.id,
    effectiveFrom: dayOf(addMinutes(now, 20_160)),
  };
  add(90, (then) =>
    then.send(partner, 'proposeTerms', {
      networkId: of.networkId,
      ...proposed,
      feeBasis: 'PERCENT_OF_BENEFIT',
      percent: '83',
    }),
  );
};

const newClient = (then: Moment, networkId: string, partner: { id: string; subject: string }): Promise<string> => {
  const personal = {
    name: '手島 光子',
    nameKana: 'テシマ ミツコ',
    birthDate: '1939-04-08',
    address: '東京都大田区架空町6-9-9',
    phone: '03-0000-0000',
    entryNotes: '鍵は玄関右のキーボックス。番号は事業所に確認してください。',
  };
  const details = { code: 'OT-006', careLevel: 'CARE_4', area: '大田区架空町6丁目', personal };
  return then.client(networkId, partner, details, '個人情報使用同意書');
};

/** Works for this client alone. */
const newCaregiver = (then: Moment, assist: { id: string; subject: string }) =>
  then.caregiver(assist, { code: 'H04', name: '若松 理沙', qualifications: ['PRACTITIONER'] }, 'ota-a-caregiver-4');
