import { addDays, addMinutes, type Day, type Instant } from '../../src/domain/calendar.ts';
import { type Delegation, type Moment, visitFrom } from '../network-builder.ts';
import type { Booking } from './booking.ts';
import { timeOn } from './days.ts';
import type { SetClient, SetOffice, SetPartner } from './setting.ts';
import type { Timeline } from './timeline.ts';
import { FATES, liveVisit, type Taken, type Week, type WeekVisit } from './visit.ts';

/** How a week's delegation goes. In turn, so that every demo shows all of them. */
const STORIES = [
  'plain',
  'selected',
  'plain',
  'shared',
  'direct',
  'plain',
  'moreTime',
  'plain',
  'nobody',
  'plain',
  'selected',
  'plain',
  'uncovered',
] as const;
type Story = (typeof STORIES)[number] | 'relay';

/** Why an office cannot take a visit, in turn. */
const DECLINES = [
  { reason: 'NO_CAPACITY', note: 'この週は訪問介護員の予定が埋まっています。' },
  { reason: 'TIME_BAND', note: 'その時間帯は別の訪問があります。' },
  { reason: 'TRAVEL_TIME', note: '前後の訪問先から離れているため、間に合いません。' },
];

/**
 * A week of a client: which offices take its visits is settled by who has somebody to send; what
 * happens is added to the timeline. `monday`: of the week; `at`: when it is asked for.
 */
export const planWeek = (
  ground: { readonly timeline: Timeline; readonly booking: Booking },
  of: SetPartner,
  client: SetClient,
  monday: Day,
  at: Instant,
  turn: number,
): void => {
  const { timeline, booking } = ground;
  const planned = client.plan.visits.map(({ care, clock }, n) => ({
    care,
    start: timeOn(addDays(monday, client.plan.weekday - 1 + n), clock),
    fate: FATES[(turn * 2 + n) % FATES.length] ?? 'done',
  }));
  const able = of.assists.filter((one) => planned.every(({ care }) => one.services.includes(care.service)));
  const offices = able.map((_, n) => able[(turn + n) % able.length] as SetOffice);
  const takenBy = (office: SetOffice | undefined, { care, start }: (typeof planned)[number]): Taken | null => {
    const caregiver = office && booking.caregiverFor(office, care, start);
    return office && caregiver ? { office, caregiver } : null;
  };
  const said = STORIES[turn % STORIES.length] ?? 'plain';
  const takenBefore = planned.map((visit, n) => {
    const [first, other] = said === 'shared' && n === 1 ? offices.toReversed() : offices;
    return said === 'uncovered' ? null : (takenBy(first, visit) ?? takenBy(other, visit));
  });
  // Who was not asked in the first round takes over what is handed back.
  const next = offices.find((office) => takenBefore.every((taken) => taken && taken.office !== office));
  const visits = planned.map((visit, n): WeekVisit => {
    const second = visit.fate === 'released' ? takenBy(next, visit) : null;
    const fate = visit.fate === 'released' && !second ? 'done' : visit.fate;
    return { ...visit, fate, taken: takenBefore[n] ?? null, second };
  });
  const week = { timeline, of, client, visits, turn };
  const isRelay = visits.some(({ second }) => second !== null);
  timeline.add(at, (then) => request(then, week, isRelay ? 'relay' : said, offices, at));
};

const request = async (
  then: Moment,
  week: Week,
  story: Story,
  offices: readonly SetOffice[],
  at: Instant,
): Promise<void> => {
  const { timeline, of, client, visits, turn } = week;
  const takers = [...new Set(visits.flatMap(({ taken }) => (taken ? [taken.office] : [])))];
  const delegation = await then.request(of.partner, {
    clientId: client.id,
    mode: modeOf(story, takers),
    visits: visits.map(({ care: { service, minutes, physicalMinutes, tasks }, start }) => ({
      ...visitFrom(start, minutes, service),
      physicalMinutes,
      tasks,
    })),
    rounds: roundsOf(story, offices, takers),
    note: turn % 2 === 0 ? '担当の訪問介護員が不足しているため' : '担当者の研修のため',
  });
  const offered = { delegationId: delegation.id };
  const after = (minutes: number, run: (then: Moment) => Promise<unknown>): void =>
    timeline.add(addMinutes(at, minutes), run);
  const takes = (office: SetOffice, minutes: number): void =>
    after(minutes, async (then) => {
      await then.send(office, 'seeOffer', offered);
      await then.accept(office, delegation.id, visitsTaken(week, delegation, office));
    });
  const [decliner] = offices.filter((one) => !takers.includes(one));
  if (decliner && ['plain', 'nobody', 'uncovered'].includes(story))
    after(8, (then) => then.send(decliner, 'declineOffer', { ...offered, ...DECLINES[turn % DECLINES.length] }));
  for (const [n, { taken }] of visits.entries()) if (!taken) answerUncovered(week, delegation, n);
  if (takers.length === 0) return;
  const took = takingMinutes(story, turn);
  if (story === 'selected') {
    for (const [n, office] of offices.entries()) takes(office, 15 + 10 * n);
    for (const office of takers)
      after(70, (then) =>
        then.send(of.partner, 'selectOffice', {
          ...offered,
          officeId: office.id,
          ...visitsTaken(week, delegation, office),
        }),
      );
  } else if (story === 'moreTime') {
    for (const office of takers) {
      after(35, (then) =>
        then.send(office, 'requestMoreTime', { ...offered, minutes: 30, note: '職員の予定を確認中です。' }),
      );
      after(45, (then) => then.send(of.partner, 'grantMoreTime', { ...offered, officeId: office.id, minutes: 30 }));
      takes(office, took);
    }
  } else if (story === 'nobody') {
    // After the telephone calls the office that can do it after all is asked again.
    const rounds = [{ officeIds: takers.map(({ id }) => id), windowMinutes: 60 }];
    after(150, (then) => then.send(of.partner, 'offerAgain', { ...offered, rounds }));
    for (const office of takers) takes(office, took);
  } else for (const office of takers) takes(office, took);
  const settledAt = addMinutes(at, Math.max(took, 70) + 30);
  for (const [n, visit] of visits.entries()) liveVisit(week, delegation, visit, n, settledAt);
};

const modeOf = (story: Story, takers: readonly SetOffice[]): string => {
  if (story === 'selected') return 'PARTNER_SELECTS';
  return story === 'direct' && takers.length === 1 ? 'DIRECT' : 'FIRST_TO_ACCEPT';
};

/** After how many minutes the office says yes. */
const takingMinutes = (story: Story, turn: number): number =>
  story === 'moreTime' ? 75 : story === 'nobody' ? 165 : 18 + ((turn * 7) % 30);

const roundsOf = (story: Story, offices: readonly SetOffice[], takers: readonly SetOffice[]) => {
  const all = offices.map(({ id }) => id);
  const takerIds = takers.map(({ id }) => id);
  const others = all.filter((id) => !takerIds.includes(id));
  if (story === 'moreTime' && takers.length > 0) return [{ officeIds: takerIds, windowMinutes: 60 }];
  if (modeOf(story, takers) === 'DIRECT') return [{ officeIds: takerIds, windowMinutes: 240 }];
  if (story === 'relay') return [takerIds, others].map((officeIds) => ({ officeIds, windowMinutes: 120 }));
  return [{ officeIds: all, windowMinutes: 120 }];
};

/** Which visits an office says yes to, where it takes some of them alone. */
const visitsTaken = ({ visits }: Week, delegation: Delegation, office: SetOffice): { visitIds?: string[] } => {
  const own = delegation.visits.filter((_, n) => visits[n]?.taken?.office === office);
  return own.length === 0 || own.length === visits.length ? {} : { visitIds: own.map(({ visitId }) => visitId) };
};

/** What became of a visit that nobody had: the partner office says so after the visit's time. */
const answerUncovered = ({ timeline, of, visits, turn }: Week, delegation: Delegation, n: number): void => {
  const visit = visits[n];
  const visitId = delegation.visits[n]?.visitId;
  if (!visit || visitId === undefined) return;
  const answer =
    turn % 2 === 0
      ? { outcome: 'OWN_STAFF', note: 'サービス提供責任者が訪問しました。' }
      : { outcome: 'FAMILY', note: 'ご家族が対応されました。' };
  timeline.add(addMinutes(visit.start, visit.care.minutes + 30), (then) =>
    then.send(of.partner, 'answerUncovered', { delegationId: delegation.id, visitIds: [visitId], ...answer }),
  );
};
