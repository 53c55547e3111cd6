import { addDays, addMinutes, type Day, dayOf, type Instant } from '../../../src/domain/calendar.ts';
import { streamOf, type Uuid } from '../../../src/domain/ids.ts';
import { office } from '../../../src/domain/office/decider.ts';
import { caregiverOf } from '../../../src/domain/office/state.ts';
import type { PricedVisit } from '../../../src/domain/settlement/closing.ts';
import { pricedVisit } from '../../../src/domain/settlement/closing.ts';
import { type VisitCommand, visit } from '../../../src/domain/visit/decider.ts';
import type { CaptureMethod } from '../../../src/domain/visit/events.ts';
import { exceptionsBetween, type Firing, type MadeVisit } from '../../../src/domain/visit/exceptions.ts';
import { effectiveTimes, type KnownVisit, openExceptions } from '../../../src/domain/visit/state.ts';
import { type Actor, PROCESS_ACTOR } from '../../../src/store/metadata.ts';
import { type Asked, type DelegationLife, timeOn } from './delegation-life.ts';
import type { Dice } from './dice.ts';
import { type Office, SLOTS } from './setting.ts';
import type { World } from './world.ts';

const CONDITIONS = ['血圧安定、食欲あり', '微熱あり、水分を多めに', '変わりなし', '腰痛の訴えあり'];
const NOTES = ['次回は爪切りを希望', '牛乳と卵を購入', 'ご家族へ電話連絡', '室温を調整'];

/** A visit as one office holds it. */
interface Held {
  readonly asked: Asked;
  readonly holder: Office;
  readonly visitId: Uuid;
  readonly start: Instant;
}
interface Made extends MadeVisit {
  readonly changedAt: Instant;
  readonly held: Held;
}

/** What becomes of a visit from the moment it is scheduled until it can be settled. */
export class VisitLife {
  readonly #world: World;
  readonly #dice: Dice;
  /** Who holds a visit now: steps planned for an office that gave it back come to nothing. */
  readonly #holding = new Map<Uuid, Held>();
  /** Caregivers' days and slots that are taken. */
  readonly #taken = new Set<string>();
  /** Visits made, by day and client. */
  readonly #made = new Map<string, Made[]>();
  /** By the pair's offices: visits that have a price for good, and the event that gave it. */
  readonly #priced = new Map<string, Map<Uuid, Uuid>>();

  constructor(world: World, dice: Dice) {
    this.#world = world;
    this.#dice = dice;
  }

  /** A visit was scheduled: plans what becomes of it. */
  plan(delegations: DelegationLife, asked: Asked, holder: Office, visitId: Uuid): void {
    const { plan } = this.#state(visitId);
    const held: Held = { asked, holder, visitId, start: plan.plannedStart };
    this.#holding.set(visitId, held);
    const dice = this.#dice;
    this.#at(held, addMinutes(this.#world.now, dice.between(20, 240)), () => this.#assign(delegations, held));
    const story = dice.between(1, 1000);
    const calledOff = addMinutes(held.start, -60 * dice.between(story <= 25 ? 1 : 20, 40));
    if (story <= 45 && calledOff > this.#world.now) {
      this.#at(held, calledOff, () =>
        story <= 25 ? delegations.withdraw(asked, visitId) : delegations.release(asked, holder, visitId, '職員の急病'),
      );
    } else if (story <= 52) this.#at(held, addMinutes(held.start, dice.between(60, 180)), () => this.#missed(held));
    else this.#planVisit(held);
  }

  /** The delegation's visit was withdrawn. */
  cancelled(visitId: Uuid, isHeld: boolean): void {
    const before = this.#world.state(visit, visitId);
    if (before.status === 'NONE') return;
    const reason = 'CLIENT_REQUEST' as const;
    const written = this.#world.decide(visit, visitId, PROCESS_ACTOR, {
      type: 'CancelVisit',
      reason,
      note: null,
      at: this.#world.now,
      isHeld,
    });
    this.#keepPrice(visitId, written.at(-1)?.id);
    this.#holding.delete(visitId);
  }

  /** Takes the pair's visits up to a day that have a price and are in no statement yet. */
  takePriced(partner: Office, assist: Office, lastDay: Day): PricedVisit[] {
    const ofPair = this.#priced.get(pairOf(partner.id, assist.id)) ?? new Map<Uuid, Uuid>();
    const ripe = [...ofPair].flatMap(([visitId, pricedBy]) => {
      const priced = pricedVisit(visitId, this.#world.state(visit, visitId), pricedBy);
      return priced !== null && priced.date <= lastDay ? [priced] : [];
    });
    for (const { visitId } of ripe) {
      ofPair.delete(visitId);
      this.#holding.delete(visitId);
      this.#world.forget('visit', visitId);
    }
    return ripe;
  }

  /** Forgets what was made and taken before a day. */
  forgetBefore(day: Day): void {
    for (const key of this.#made.keys()) if (key < day) this.#made.delete(key);
    for (const key of this.#taken) if (key < day) this.#taken.delete(key);
  }

  /** The first caregiver who is free; without one the office gives the visit back. */
  #assign(delegations: DelegationLife, held: Held): void {
    const day = dayOf(held.start);
    const slot = SLOTS.findIndex((time) => timeOn(day, minutesOf(time)) === held.start);
    const keyOf = (caregiverId: Uuid): string => `${day} ${slot} ${caregiverId}`;
    const free = this.#dice.shuffled(held.holder.caregivers).find(({ id }) => !this.#taken.has(keyOf(id)));
    if (!free) {
      delegations.release(held.asked, held.holder, held.visitId, '訪問介護員の都合がつかないため');
      return;
    }
    this.#taken.add(keyOf(free.id));
    this.#decide(held, held.holder.coordinator, {
      type: 'AssignCaregiver',
      caregiverId: free.id,
      works: true,
      isBusy: false,
    });
  }

  #missed(held: Held): void {
    const byOffice = { reason: this.#sealed(held, 'reason', '交通機関の不通'), byOfficeId: held.holder.id };
    const coordinator = held.holder.coordinator;
    const written = this.#decide(held, coordinator, { type: 'ReportMissedVisit', ...byOffice });
    this.#keepPrice(held.visitId, written.at(-1)?.id);
  }

  #planVisit(held: Held): void {
    const dice = this.#dice;
    const { minutes } = this.#state(held.visitId).plan;
    const late = minutes <= 45 && dice.inPercent(2) ? 33 : dice.between(-4, 6);
    const longer = dice.inPercent(2) ? 14 : dice.between(-5, 6);
    const [starts, ends] = [late, late + minutes + longer];
    const forgetsEnd = dice.inPercent(4);
    const records = ends + (dice.inPercent(2) ? 26 * 60 : dice.between(2, 40));
    const at = (fromStart: number, step: () => void) => this.#at(held, addMinutes(held.start, fromStart), step);
    at(starts, () => this.#punch(held, 'StartVisit'));
    if (!forgetsEnd) at(ends, () => this.#punch(held, 'EndVisit'));
    at(records, () => this.#record(held, forgetsEnd ? addMinutes(held.start, ends) : null));
    if (dice.inPercent(5)) at(records + dice.between(20, 300), () => this.#amend(held, '記入漏れ'));
    const nextDay = addDays(dayOf(held.start), records > 12 * 60 ? 2 : 1);
    if (dice.inPercent(2)) {
      this.#at(held, timeOn(nextDay, 9 * 60), () => this.#return(held));
      this.#at(held, timeOn(nextDay, dice.between(10 * 60, 18 * 60)), () => this.#amend(held, '差し戻しへの対応'));
      this.#at(held, timeOn(addDays(nextDay, 1), dice.between(9 * 60, 17 * 60)), () => this.#verify(held));
    } else this.#at(held, timeOn(nextDay, dice.between(9 * 60, 17 * 60)), () => this.#verify(held));
    at(60, () => {
      if (!this.#caregiverOf(held)) this.#missed(held);
    });
  }

  #punch(held: Held, type: 'StartVisit' | 'EndVisit'): void {
    const caregiver = this.#caregiverOf(held);
    if (!caregiver) return;
    const method: CaptureMethod = this.#dice.oneOf(['QR', 'NFC', 'GPS', 'TELEPHONE']);
    const hasPlace = method === 'GPS';
    this.#decide(held, caregiver.actor, {
      type,
      at: this.#world.now,
      method,
      place: hasPlace ? this.#sealed(held, 'place', '{"latitude":35.56,"longitude":139.71}') : null,
      metersFromHome: hasPlace ? this.#dice.between(0, this.#dice.inPercent(2) ? 900 : 90) : null,
      caregiverId: caregiver.id,
      enteredForCaregiver: false,
      byOfficeId: held.holder.id,
      replacedAt: null,
    });
  }

  #record(held: Held, endedAt: Instant | null): void {
    const caregiver = this.#caregiverOf(held);
    if (!caregiver) return;
    const { plan } = this.#state(held.visitId);
    const digest = held.asked.client.key.hmac(held.visitId);
    const condition = this.#sealed(held, 'condition', this.#dice.oneOf(CONDITIONS));
    this.#decide(held, caregiver.actor, {
      type: 'RecordVisit',
      caregiverId: caregiver.id,
      startedAt: null,
      endedAt,
      tasks: plan.tasks.map((code) => ({ code, outcome: 'DONE' as const, note: null })),
      condition,
      notes: this.#dice.inPercent(30) ? this.#sealed(held, 'notes', this.#dice.oneOf(NOTES)) : null,
      digest,
      digestsWithout: { start: digest, end: digest, times: digest },
      enteredForCaregiver: false,
      byOfficeId: held.holder.id,
      // Only a second record's is kept.
      duplicateDetail: condition,
      isTaken: false,
      replacedAt: null,
      ...this.#aboutCaregiver(held),
    });
    this.#judgeWithOthers(held);
  }

  #amend(held: Held, reason: string): void {
    const { record } = this.#state(held.visitId);
    if (record === null) return;
    this.#decide(held, held.holder.coordinator, {
      type: 'AmendVisitRecord',
      reason: this.#sealed(held, 'reason', reason),
      reasonIsThePlan: false,
      notes: this.#sealed(held, 'notes', `水分補給を追記 ${record.version}`),
      digest: held.asked.client.key.hmac(`${held.visitId} ${record.version + 1}`),
      enteredForCaregiver: true,
      byOfficeId: held.holder.id,
      byCaregiver: false,
      ...this.#aboutCaregiver(held),
    });
    this.#judgeWithOthers(held);
  }

  #return(held: Held): void {
    const reason = this.#sealed(held, 'reason', '実施内容を具体的に');
    const { coordinator } = held.asked.client.partner;
    this.#decide(held, coordinator, { type: 'ReturnVisitRecord', reason, isSettled: false });
  }

  /** Answers for the exceptions that are open, then verifies. */
  #verify(held: Held): void {
    const { partner } = held.asked.client;
    const codes = new Set(openExceptions(this.#state(held.visitId)).map(({ code }) => code));
    for (const code of codes) {
      const reason = this.#sealed(held, 'reason', '電話で確認済み');
      const answer = { type: 'ResolveException' as const, code, reason, asPlanned: code === 'DURATION_DIFFERS' };
      this.#decide(held, partner.coordinator, { ...answer, byPartner: true });
    }
    const written = this.#decide(held, partner.coordinator, {
      type: 'VerifyVisit',
      byOfficeId: partner.id,
      firing: this.#firing(held.visitId),
      qualifications: this.#aboutCaregiver(held).qualifications,
    });
    this.#keepPrice(held.visitId, written.at(-1)?.id);
  }

  /** Process: exceptions between visits, on both. */
  #judgeWithOthers(held: Held): void {
    const { record, plan } = this.#state(held.visitId);
    if (record === null) return;
    const { start, end } = effectiveTimes(record);
    const key = `${dayOf(held.start)} ${plan.clientId}`;
    const others = (this.#made.get(key) ?? []).filter(({ visitId }) => visitId !== held.visitId);
    const { visitId } = held;
    const { clientId, pairedVisitId, emergency, plannedStart, plannedEnd } = plan;
    const planned = { pairedVisitId, emergency, plannedStart, plannedEnd };
    const of = { visitId, clientId, personId: record.caregiverId, ...planned };
    this.#made.set(key, [...others, { ...of, start, end, changedAt: this.#world.now, held }]);
    for (const other of [held, ...others.map((one) => one.held)]) {
      const judged = { firing: this.#firing(other.visitId), ...this.#aboutCaregiver(other) };
      const { firing, qualifications } = judged;
      this.#decide(other, PROCESS_ACTOR, { type: 'JudgeVisit', firing, qualifications });
    }
  }

  #firing(visitId: Uuid): Firing[] {
    const { plan } = this.#state(visitId);
    const all = this.#made.get(`${dayOf(plan.plannedStart)} ${plan.clientId}`) ?? [];
    const own = all.find((one) => one.visitId === visitId);
    if (!own) return [];
    return all
      .filter((other) => other !== own)
      .flatMap((other) =>
        exceptionsBetween(own, other).map((code) => {
          return { code, otherVisitId: other.visitId, otherChangedAt: other.changedAt };
        }),
      );
  }

  #keepPrice(visitId: Uuid, pricedBy: Uuid | undefined): void {
    if (pricedBy === undefined) return;
    const { plan } = this.#state(visitId);
    const pair = pairOf(plan.partnerOfficeId, plan.assistOfficeId);
    const ofPair = this.#priced.get(pair) ?? new Map<Uuid, Uuid>();
    this.#priced.set(pair, ofPair.set(visitId, pricedBy));
  }

  #caregiverOf(held: Held): { readonly id: Uuid; readonly actor: Actor } | undefined {
    const { caregiverId } = this.#state(held.visitId);
    return held.holder.caregivers.find(({ id }) => id === caregiverId);
  }

  #aboutCaregiver(held: Held) {
    const { caregiverId } = this.#state(held.visitId);
    const of = caregiverId && caregiverOf(this.#world.state(office, held.holder.id), caregiverId);
    return { works: true, qualifications: of ? of.qualifications : [] };
  }

  #state(visitId: Uuid): KnownVisit {
    return visit.known(this.#world.state(visit, visitId));
  }

  #decide(held: Held, as: Actor, command: VisitCommand) {
    return this.#world.decide(visit, held.visitId, as, command);
  }

  #sealed({ asked, visitId }: Held, path: string, text: string): string {
    return asked.client.key.seal(text, { stream: streamOf('visit', visitId), path });
  }

  /** Plans a step of the office that holds the visit, for as long as it does. */
  #at(held: Held, minute: Instant, step: () => void): void {
    if (minute <= this.#world.now) return;
    this.#world.at(minute, () => {
      if (this.#holding.get(held.visitId) === held && this.#isHeldStill(held)) step();
    });
  }

  #isHeldStill({ holder, visitId }: Held): boolean {
    const state = this.#world.state(visit, visitId);
    if (state.status === 'NONE' || state.status === 'CANCELLED' || state.status === 'RELEASED') return false;
    return state.plan.assistOfficeId === holder.id;
  }
}

const pairOf = (partnerId: Uuid, assistId: Uuid): string => `${partnerId} ${assistId}`;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
