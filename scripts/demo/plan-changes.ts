import { addDays, addMinutes, type Day } from '../../src/domain/calendar.ts';
import { type Caregiver, type Delegation, type Moment, type Office, visitFrom } from '../network-builder.ts';
import { timeOn } from './days.ts';
import type { SetPartner } from './setting.ts';
import type { Timeline } from './timeline.ts';

const PLANNED = '19:00';
const MINUTES = 45;
const TASKS = ['WAKING_SLEEPING', 'EXCRETION'];
/**
 * Three evenings: moved half an hour; the office cannot, so it stays; nobody answers, so it stays.
 */
const EVENINGS = [
  { proposed: '19:30', answer: { agree: true, note: '承知しました。担当者にも伝えました。' }, made: '19:30' },
  { proposed: '18:00', answer: { agree: false, note: '前の訪問があり、18時には伺えません。' }, made: PLANNED },
  { proposed: '19:15', answer: null, made: PLANNED },
] as const;

/**
 * A client's evenings, each of which the partner office asks to move on the day before; they are
 * made at the time that was agreed, recorded and verified.
 */
export const changePlans = (timeline: Timeline, of: SetPartner, from: Day): void => {
  const { networkId, partner, assists } = of;
  const [assist] = assists;
  if (!assist) return;
  const first = addDays(from, 5);
  timeline.add(timeOn(addDays(from, 1), '11:40'), async (then) => {
    const clientId = await then.client(networkId, partner, eveningClient, '個人情報使用同意書');
    const caregiver = await then.caregiver(assist, evening, `${assist.key}-evening`);
    const visits = EVENINGS.map((_, n) => ({
      ...visitFrom(timeOn(addDays(first, n), PLANNED), MINUTES),
      tasks: TASKS,
    }));
    const rounds = [{ officeIds: [assist.id], windowMinutes: 240 }];
    const delegation = await then.request(partner, { clientId, mode: 'DIRECT', visits, rounds });
    timeline.add(timeOn(addDays(from, 1), '13:20'), (then) => then.accept(assist, delegation.id));
    timeline.add(timeOn(addDays(from, 1), '13:40'), async (then) => {
      for (const { visitId } of delegation.visits) await then.assign(assist, visitId, caregiver);
    });
    for (const n of EVENINGS.keys()) liveEvening({ timeline, partner, assist, caregiver, delegation, first }, n);
  });
};

interface Ground {
  readonly timeline: Timeline;
  readonly partner: Office;
  readonly assist: Office;
  readonly caregiver: Caregiver;
  readonly delegation: Delegation;
  readonly first: Day;
}

const liveEvening = ({ timeline, partner, assist, caregiver, delegation, first }: Ground, n: number): void => {
  const one = EVENINGS[n];
  const visitId = delegation.visits[n]?.visitId;
  if (!one || visitId === undefined) return;
  const day = addDays(first, n);
  const start = timeOn(day, one.proposed);
  const times = { plannedStart: start, plannedEnd: addMinutes(start, MINUTES) };
  const change = { visitId, ...times, reason: 'ご家族の帰宅時刻に合わせるため' };
  const propose = async (then: Moment): Promise<void> => {
    const selection = 'visit { openChange { id } }';
    const { visit } = await then.send(partner, 'proposeVisitChange', change, selection);
    const { answer } = one;
    const answered = { visitId, changeId: visit.openChange.id, ...answer };
    if (answer)
      timeline.add(timeOn(addDays(day, -1), '16:35'), (then) => then.send(assist, 'answerVisitChange', answered));
  };
  timeline.add(timeOn(addDays(day, -1), '16:10'), propose);
  const at = (minutes: number, run: (then: Moment) => Promise<unknown>): void =>
    timeline.add(addMinutes(timeOn(day, one.made), minutes), run);
  at(1, (then) => then.punch(caregiver, 'startVisit', visitId));
  at(MINUTES + 1, (then) => then.punch(caregiver, 'endVisit', visitId));
  const tasks = TASKS.map((code) => ({ code, outcome: 'DONE' }));
  at(MINUTES + 4, (then) => then.record(caregiver, visitId, { tasks, condition: '落ち着いて休まれました。' }));
  timeline.add(timeOn(addDays(day, 1), '09:50'), (then) => then.send(partner, 'verifyVisit', { visitId }));
};

const evening = { code: 'H21', name: '夏目 航', qualifications: ['CERTIFIED_CARE_WORKER'] };
const eveningClient = {
  code: 'OT-093',
  careLevel: 'CARE_3',
  area: '大田区架空町4丁目',
  personal: {
    name: '加瀬 みどり',
    nameKana: 'カセ ミドリ',
    birthDate: '1938-02-11',
    address: '東京都大田区架空町4-7-2',
    phone: '03-0000-0000',
  },
};
