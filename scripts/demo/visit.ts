import { addDays, addMinutes, dayOf, type Instant } from '../../src/domain/calendar.ts';
import type { Delegation, Moment } from '../network-builder.ts';
import type { PlannedCare } from './care-plans.ts';
import { timeOn, weekdayFrom } from './days.ts';
import type { SetCaregiver, SetClient, SetOffice, SetPartner } from './setting.ts';
import type { Timeline } from './timeline.ts';

/** What becomes of an accepted visit. In turn, so that every demo shows all of them. */
export const FATES = [
  'done',
  'done',
  'amended',
  'done',
  'done',
  'cancelled',
  'done',
  'done',
  'done',
  'entered',
  'done',
  'released',
  'done',
  'otherTask',
  'done',
  'done',
  'returned',
  'done',
  'mispunched',
  'cancelled',
  'done',
  'done',
  'shortened',
  'done',
  'sentTwice',
  'done',
  'done',
  'late',
  'cancelled',
  'done',
  'adjusted',
  'done',
  'missed',
  'done',
  'done',
] as const;
export type Fate = (typeof FATES)[number];

/** An office that took a visit, and whom it sends. */
export interface Taken {
  readonly office: SetOffice;
  readonly caregiver: SetCaregiver;
}
/** A visit of the week; `taken` null: nobody has it. */
export interface WeekVisit {
  readonly care: PlannedCare;
  readonly start: Instant;
  readonly fate: Fate;
  readonly taken: Taken | null;
  /** Who takes it over where the first hands it back. */
  readonly second: Taken | null;
}
/** A client's week of the partner office's plan. */
export interface Week {
  readonly timeline: Timeline;
  readonly of: SetPartner;
  readonly client: SetClient;
  readonly visits: readonly WeekVisit[];
  readonly turn: number;
}

/** Whose wish a cancellation was, how many hours before, and why. In turn. */
const CANCELLATIONS = [
  { hours: 20, reason: 'CLIENT_REQUEST', note: 'ご家族が泊まりに来られるため' },
  { hours: 50, reason: 'CLIENT_REQUEST', note: '通院の日が変わったため' },
  { hours: 1.5, reason: 'ADMITTED', note: '発熱のため、検査入院になりました' },
  { hours: 0.25, reason: 'CLIENT_REQUEST', note: 'ご家族が早く着かれたため' },
];
/** So many minutes before its start a caregiver is there, whom a cancellation no more reaches. */
const THERE_BEFORE_MINUTES = 20;

/** What happens to one accepted visit, from the caregiver's assignment to verifying. */
export const liveVisit = (
  week: Week,
  delegation: Delegation,
  visit: WeekVisit,
  n: number,
  settledAt: Instant,
): void => {
  const { timeline, of, turn } = week;
  const { start, fate, taken, second } = visit;
  const visitId = delegation.visits[n]?.visitId ?? '';
  if (!taken) return;
  const { office, caregiver } = taken;
  const ofVisit = { delegationId: delegation.id, visitIds: [visitId] };
  timeline.add(settledAt, (then) => then.assign(office, visitId, caregiver));
  if (fate === 'cancelled') {
    const { hours, ...why } = CANCELLATIONS[(turn + n) % CANCELLATIONS.length] ?? { hours: 20 };
    timeline.add(addMinutes(start, -hours * 60), (then) =>
      then.send(of.partner, 'withdrawVisits', { ...ofVisit, ...why }),
    );
    if (hours * 60 < THERE_BEFORE_MINUTES) new MadeVisit(week, visit, visitId, n).liveAfterAll();
  } else if (fate === 'missed') {
    const missed = { visitId, reason: '前の訪問先で救急搬送に付き添い、訪問できませんでした。' };
    timeline.add(addMinutes(start, 40), (then) => then.send(office, 'reportMissedVisit', missed));
  } else if (fate === 'released' && second) {
    // Handed back on the day before; the office asked next takes it over.
    const at = addMinutes(start, -26 * 60);
    timeline.add(at, (then) => then.send(office, 'releaseVisits', { ...ofVisit, reason: '訪問介護員の急病のため' }));
    timeline.add(addMinutes(at, 25), (then) => then.accept(second.office, delegation.id));
    timeline.add(addMinutes(at, 60), (then) => then.assign(second.office, visitId, second.caregiver));
    new MadeVisit(week, { ...visit, taken: second }, visitId, n).live();
  } else new MadeVisit(week, visit, visitId, n).live();
};

/** A visit that is made: punched, recorded, looked at, verified. */
class MadeVisit {
  readonly #week: Week;
  readonly #visit: WeekVisit;
  readonly #visitId: string;
  readonly #turn: number;

  constructor(week: Week, visit: WeekVisit, visitId: string, n: number) {
    this.#week = week;
    this.#visit = visit;
    this.#visitId = visitId;
    this.#turn = week.turn * 2 + n;
  }

  live(): void {
    const { fate, start, care } = this.#visit;
    const { partner } = this.#week.of;
    const [visitId, reason] = [this.#visitId, '電話で事情を確認しました。'];
    this.#punchAndRecord();
    if (fate === 'shortened') {
      const agreed = 'ご本人の希望で早めに終了。予定どおりの扱いとすることで両事業所が了承しました。';
      const asPlanned = { visitId, code: 'DURATION_DIFFERS', reason: agreed, asPlanned: true };
      this.#add(this.#verifiedAt(-10), (then) => then.send(partner, 'resolveException', asPlanned));
    }
    if (fate === 'amended') this.#amend(addMinutes(start, care.minutes + 40), '記入漏れのため', '水分補給200ml');
    if (fate === 'returned') {
      const day = weekdayFrom(addDays(dayOf(start), 1));
      const asked = { visitId, reason: '実施した内容をもう少し具体的に書いてください。' };
      this.#add(timeOn(day, '09:30'), (then) => then.send(partner, 'returnVisitRecord', asked));
      this.#amend(timeOn(day, '13:00'), '差し戻しへの対応', '手順書のとおりに行い、終了後に体調を確認しました。');
    }
    this.#verify(reason);
  }

  #verify(reason: string): void {
    const { partner, verifiesByMonth } = this.#week.of;
    if (!verifiesByMonth) this.#add(this.#verifiedAt(0), (then) => then.verify(partner, this.#visitId, reason));
  }

  /**
   * Begun before it was cancelled, where the telephone has no connection: recorded at the office.
   */
  liveAfterAll(): void {
    const { start, care, taken } = this.#visit;
    if (!taken) return;
    const { office, caregiver } = taken;
    const startedAt = addMinutes(start, -THERE_BEFORE_MINUTES);
    const endedAt = addMinutes(startedAt, care.minutes);
    const record = { ...this.#content(), caregiverId: caregiver.id, startedAt, endedAt };
    this.#add(addMinutes(endedAt, 55), (then) => then.record({ ...office, id: caregiver.id }, this.#visitId, record));
    this.#verify('取り消しの連絡より前に訪問が始まっていたことを確認しました。');
  }

  #punchAndRecord(): void {
    const { fate, start, care, taken } = this.#visit;
    if (!taken) return;
    const [caregiver, visitId] = [taken.caregiver, this.#visitId];
    const method = ['QR', 'NFC', 'TELEPHONE'][this.#turn % 3];
    const begun = addMinutes(start, [1, -2, 3, 0, 4][this.#turn % 5] ?? 0);
    const worked = care.minutes + ([0, 1, -1, 2][this.#turn % 4] ?? 0) - (fate === 'shortened' ? 18 : 0);
    const ended = addMinutes(begun, worked);
    const content = { ...this.#content(), caregiverId: caregiver.id };
    if (fate === 'entered') {
      // The telephone was empty: the office enters it in the evening.
      const entered = { ...content, startedAt: begun, endedAt: ended };
      this.#add(addMinutes(ended, 75), (then) => then.record({ ...taken.office, id: caregiver.id }, visitId, entered));
      return;
    }
    if (fate === 'mispunched') {
      const mistaken = { visitId, punch: 'START', reason: '前の訪問先で、誤って次の訪問の開始を押したため' };
      this.#add(addMinutes(start, -50), (then) => then.punch(caregiver, 'startVisit', visitId, method));
      this.#add(addMinutes(start, -40), (then) => then.send(taken.office, 'withdrawPunch', mistaken));
    }
    const punched = fate === 'adjusted' ? addMinutes(ended, 35) : ended;
    this.#add(begun, (then) => then.punch(caregiver, 'startVisit', visitId, method));
    this.#add(punched, (then) => then.punch(caregiver, 'endVisit', visitId, method));
    const recorded = addMinutes(punched, fate === 'late' ? 26 * 60 : 6);
    this.#add(recorded, (then) => then.record(caregiver, visitId, content));
    if (fate === 'sentTwice')
      this.#add(addMinutes(recorded, 9), (then) => then.record(caregiver, visitId, { ...content, notes: '（再送）' }));
    if (fate === 'adjusted') {
      const adjusted = { visitId, reason: '終了の打刻を忘れ、帰り道で押したため', adjustedEnd: ended };
      this.#add(addMinutes(recorded, 15), (then) => then.send(caregiver, 'amendVisitRecord', adjusted));
    }
  }

  #content() {
    const { fate, care } = this.#visit;
    const done = care.tasks.map((code) => ({ code, outcome: 'DONE' }));
    const condition = care.conditions[this.#turn % care.conditions.length];
    if (fate !== 'otherTask') return { tasks: done, condition, notes: care.notes };
    // More than was asked for; in 生活援助 the partner office has to look at it.
    const other = { code: 'EXCRETION', outcome: 'DONE', note: '急な腹痛のため介助しました。' };
    return { tasks: [...done.filter(({ code }) => code !== other.code), other], condition, notes: care.notes };
  }

  #amend(at: Instant, reason: string, notes: string): void {
    const caregiver = this.#visit.taken?.caregiver;
    const amended = { visitId: this.#visitId, reason, notes };
    if (caregiver) this.#add(at, (then) => then.send(caregiver, 'amendVisitRecord', amended));
  }

  /** On the next weekday; a day later where something came late. */
  #verifiedAt(minutes: number): Instant {
    const { fate, start } = this.#visit;
    const days = fate === 'late' || fate === 'returned' ? 2 : 1;
    const day = weekdayFrom(addDays(weekdayFrom(addDays(dayOf(start), 1)), days - 1));
    return addMinutes(timeOn(day, '17:00'), minutes + 5 * (this.#turn % 6));
  }

  #add(at: Instant, run: (then: Moment) => Promise<unknown>): void {
    this.#week.timeline.add(at, run);
  }
}
