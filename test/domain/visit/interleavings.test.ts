import fc from 'fast-check';
import t from 'tap';
import { addMinutes, type Instant, minutesBetween } from '../../../src/domain/calendar.ts';
import type { DomainEvent } from '../../../src/domain/decider.ts';
import { type DelegationCommand, delegation } from '../../../src/domain/delegation/decider.ts';
import { changeableOf, planOf } from '../../../src/domain/delegation/events.ts';
import { nextDueOf } from '../../../src/domain/delegation/rounds.ts';
import {
  acceptedBasisOf,
  type DelegationState,
  lostByAt,
  type Requested,
  visitOf,
  withdrawalOf,
} from '../../../src/domain/delegation/state.ts';
import { priceVisit } from '../../../src/domain/fees/price-visit.ts';
import type { Uuid } from '../../../src/domain/ids.ts';
import { Rejected } from '../../../src/domain/rejected.ts';
import { type VisitCommand, visit } from '../../../src/domain/visit/decider.ts';
import { stepsToFollow } from '../../../src/domain/visit/following.ts';
import { cancellationOf } from '../../../src/domain/visit/planning.ts';
import {
  isBegun,
  type KnownVisit,
  minutesPriced,
  openExceptions,
  punchesOf,
  type VisitState,
} from '../../../src/domain/visit/state.ts';
import * as asking from '../delegation/example-delegation-commands.ts';
import { ASH, ELM, minute, NOON, noon, OAK, PARTNER, round } from '../delegation/example-delegation-facts.ts';
import { perVisitBasis } from '../fees/example-basis.ts';
import * as visiting from './example-visit-commands.ts';

const OFFICES = [OAK, ELM, ASH];

interface Step {
  readonly what: number;
  readonly office: number;
  /** Minutes until it is said, and so long after it was so. */
  readonly wait: number;
  readonly late: number;
  /** The other stream was read before its last event was written. */
  readonly crosses: boolean;
  /** The process comes in between. */
  readonly follows: boolean;
  readonly agrees: boolean;
}

/** One visit from 12:00 on, in its two streams, and the process between them. */
class Run {
  delegated: DelegationState = delegation.initial;
  visited: VisitState = visit.initial;
  now: Instant = minute(0);
  readonly written = new Set<string>();
  readonly refused = new Set<string>();
  /** Times that were punched or said by hand, starts taken by office, records taken by digest. */
  readonly punched = new Set<Instant>();
  readonly said = new Set<Instant>();
  readonly starts = new Map<Uuid, Instant>();
  readonly records = new Set<string>();
  /** After the visit another plan is agreed on in the visit's stream alone. */
  isChangedAfter = false;
  #n = 0;

  get requested(): Requested {
    if (this.delegated.status === 'NONE') throw new Error('it was asked for');
    return this.delegated;
  }
  get known(): KnownVisit | null {
    return this.visited.status === 'NONE' ? null : this.visited;
  }

  #decided<Event extends DomainEvent>(decide: () => readonly Event[]): readonly Event[] {
    try {
      const events = decide();
      for (const { type } of events) this.written.add(type);
      return events.map((event) => ({ ...event, occurredAt: event.occurredAt ?? this.now }));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      this.refused.add(error.code);
      return [];
    }
  }
  inDelegation(command: DelegationCommand): void {
    const events = this.#decided(() => delegation.decide(command, this.delegated, this.now));
    this.delegated = events.reduce(delegation.evolve, this.delegated);
  }
  ofVisit(command: VisitCommand): boolean {
    const events = this.#decided(() => visit.decide(command, this.visited, this.now));
    this.visited = events.reduce(visit.evolve, this.visited);
    return events.length > 0;
  }

  /** As `syncVisitWithDelegation`, of which this is what it decides. */
  follow(): void {
    const planned = visitOf(this.requested, NOON);
    if (!planned) return;
    const steps = stepsToFollow(this.requested, NOON, this.visited);
    const basis = acceptedBasisOf(this.requested, planned);
    const withdrawal = withdrawalOf(this.requested, NOON);
    const { known } = this;
    if (steps.changeId !== null && known !== null) {
      const { assistOfficeId: officeId, fee, ...plan } = known.plan;
      const changed = { visitId: NOON, officeId, changeId: steps.changeId, basis: plan.basis, feeYen: fee.feeYen };
      const at = known.changes.changedAt ?? '';
      this.inDelegation({ type: 'ChangeVisitPlan', ...changeableOf(plan), ...changed, at });
    }
    if (steps.made !== null) {
      this.inDelegation(asking.keepMade(NOON, steps.made));
      return;
    }
    if (steps.release !== null) {
      const at = lostByAt(this.requested, NOON, steps.release);
      const released = { assistOfficeId: steps.release, at, changeId: planned.changeId };
      this.ofVisit({ type: 'ReleaseVisit', ...released, isTaken: steps.schedule !== null });
    }
    if (steps.schedule !== null && basis !== null) {
      const { networkId, clientId, partnerOfficeId } = this.requested;
      const held = { delegationId: NOON, networkId, clientId, partnerOfficeId, assistOfficeId: steps.schedule };
      this.ofVisit({ type: 'ScheduleVisit', ...held, ...planOf(planned), basis });
    }
    if (!withdrawal || !steps.cancel) return;
    const { reason, at } = withdrawal;
    this.ofVisit({ type: 'CancelVisit', reason, at, isHeld: steps.isHeld, note: null });
  }

  /** The clock stops at each due time. */
  travel(target: Instant): void {
    for (let due = nextDueOf(this.requested); due !== null && due <= target; due = nextDueOf(this.requested)) {
      if (due > this.now) this.now = due;
      this.inDelegation(asking.advanceRounds());
    }
    if (target > this.now) this.now = target;
    const open = this.known?.changes.open ?? null;
    if (open !== null && open.answerBy <= this.now) this.ofVisit(visiting.lapseVisitChange);
  }

  /** Whoever has it hands it back, and it is taken: by another, or by the same office again. */
  #handBackAndTake(byOfficeId: Uuid, follows: boolean, crosses: boolean): void {
    const holder = visitOf(this.requested, NOON)?.allocatedTo ?? null;
    if (holder === null) return;
    const begun = !crosses && this.known !== null && isBegun(this.known) ? [NOON] : [];
    this.inDelegation(asking.release(holder, [NOON], begun));
    if (follows) this.follow();
    this.inDelegation(asking.offerAgain([round([byOfficeId], 5)]));
    this.inDelegation(asking.accept(byOfficeId));
  }

  live({ what, office, wait, late, crosses, follows, agrees }: Step): void {
    this.travel(addMinutes(this.now, wait));
    this.#n += 1;
    const byOfficeId = OFFICES[office] ?? OAK;
    const at = addMinutes(this.now, -late);
    const begun = !crosses && this.known !== null && isBegun(this.known) ? [NOON] : [];
    const holder = visitOf(this.requested, NOON)?.allocatedTo ?? null;
    const isTaken = !crosses && holder !== null && holder !== byOfficeId;
    if (follows) this.follow();
    const punch = (kind: 'START' | 'END'): void => {
      const command = kind === 'START' ? visiting.startVisit : visiting.endVisit;
      if (!this.ofVisit(command(0, { at, byOfficeId }))) return;
      this.punched.add(at);
      if (kind === 'START') this.starts.set(byOfficeId, at);
    };
    const all: readonly (() => unknown)[] = [
      () => this.inDelegation(asking.accept(byOfficeId)),
      () => this.inDelegation(asking.offerAgain([round([byOfficeId], 5)])),
      () => this.#handBackAndTake(byOfficeId, agrees, crosses),
      () => this.inDelegation(asking.release(byOfficeId, [NOON], begun)),
      () => this.inDelegation(asking.withdraw({ begun })),
      () => this.#propose(agrees ? PARTNER : byOfficeId, late),
      () => this.#answer(agrees, crosses),
      () => punch('START'),
      () => punch('END'),
      () => this.ofVisit(visiting.cancelVisitAtDoor(0, { at, byOfficeId, isTaken })),
      () => this.#record(byOfficeId, at, agrees, isTaken),
      () => this.ofVisit(visiting.returnVisitRecord()),
      () => this.#amend(late),
      () => this.#verify(),
      () => this.#withdrawPunch(),
      () => this.ofVisit(visiting.reportMissedVisit()),
      () => this.follow(),
    ];
    all[what % all.length]?.();
  }

  #propose(byOfficeId: Uuid, shift: number): void {
    const plannedStart = minute(180 + shift);
    const changed = { minutes: 45, plannedStart, plannedEnd: addMinutes(plannedStart, 45) };
    this.ofVisit(visiting.proposeVisitChange({ changeId: this.#id(), byOfficeId, ...changed, ...this.#price(shift) }));
  }
  /** By other terms where it is moved far. */
  #price(shift: number) {
    const basis = perVisitBasis(shift > 30 ? 5000 : 4000);
    const office = { isAssist: true, offersService: true, price: { basis, feeYen: shift > 30 ? 5000 : 4000 } };
    return { officeFacts: office };
  }
  #answer(agree: boolean, crosses: boolean): void {
    const open = this.known?.changes.open;
    if (!open || !this.known) return;
    const planned = visitOf(this.requested, NOON);
    const isHeld = planned?.allocatedTo === this.known.plan.assistOfficeId;
    const cover = crosses || isHeld ? 'HELD' : planned?.withdrawn ? 'WITHDRAWN' : 'RELEASED';
    const byOfficeId = open.proposedByOfficeId === PARTNER ? this.known.plan.assistOfficeId : PARTNER;
    const shift = minutesBetween(minute(180), open.plannedStart);
    const answer = { changeId: open.changeId, agree, cover, byOfficeId, ...this.#price(shift) } as const;
    if (this.ofVisit(visiting.answerVisitChange(answer)) && agree && !open.isBeforeVisit) this.isChangedAfter = true;
  }
  #record(byOfficeId: Uuid, startedAt: Instant, saysTimes: boolean, isTaken: boolean): void {
    const endedAt = addMinutes(startedAt, 10);
    const digest = this.#id();
    const times = saysTimes ? { startedAt, endedAt } : { startedAt: null, endedAt: null };
    if (!this.ofVisit(visiting.recordVisit({ ...times, digest, byOfficeId, isTaken }))) return;
    this.records.add(digest);
    for (const time of [startedAt, endedAt]) this.said.add(time);
  }
  #amend(earlier: number): void {
    const adjustedStart = addMinutes(this.known?.record?.startedAt ?? this.now, -earlier);
    const digest = this.#id();
    if (this.ofVisit(visiting.amendVisitRecord({ adjustedStart, digest }))) this.said.add(adjustedStart);
  }
  #verify(): void {
    const open = this.known === null ? [] : openExceptions(this.known);
    for (const { code } of open) this.ofVisit(visiting.resolveException(code, { byPartner: true, asPlanned: true }));
    this.ofVisit(visiting.verifyVisit({ byOfficeId: PARTNER }));
  }
  #withdrawPunch(): void {
    const officeId = this.known?.plan.assistOfficeId;
    if (officeId !== undefined && this.ofVisit(visiting.withdrawPunch())) this.starts.delete(officeId);
  }
  #id(): string {
    return `00000000-0000-4000-8000-${String(this.#n).padStart(12, '0')}`;
  }
}

/** What is wrong with it in the end; null: nothing. */
const faultOf = (run: Run): string | null => {
  const { requested, known } = run;
  const planned = visitOf(requested, NOON);
  if (!planned || known === null) return planned?.allocatedTo ? 'nobody scheduled it' : null;
  const { plan, fee, status, cancellation, record } = known;
  run.follow();
  if (run.delegated !== requested || run.visited !== known) return 'the two streams are not in step';
  if (planned.allocatedTo !== null && planned.allocatedTo !== plan.assistOfficeId) return 'two offices';
  if (planned.allocatedTo !== null && !run.isChangedAfter) {
    const [one, other] = [
      { ...changeableOf(planned), basis: acceptedBasisOf(requested, planned) },
      { ...changeableOf(plan), basis: plan.basis },
    ].map((each) => JSON.stringify(each));
    if (one !== other) return `two plans: ${one} ${other}`;
  }
  const priceNow = (): number => {
    if (status === 'VERIFIED') return priceVisit(plan, plan.basis, minutesPriced(known)).feeYen;
    if (status === 'MISSED') return 0;
    if (status !== 'CANCELLED' || cancellation === null) return plan.fee.feeYen;
    return fee.feeYen === 0
      ? 0
      : cancellationOf(plan.fee, cancellation.noticeMinutes, plan.basis.terms.content).fee.feeYen;
  };
  if (fee.feeYen !== priceNow()) return `${status} costs ${fee.feeYen}, not ${priceNow()}`;
  if (record !== null) {
    const times = [
      [record.startedAt, record.startMethod],
      [record.endedAt, record.endMethod],
    ] as const;
    for (const [time, method] of times)
      if (!(method === 'MANUAL' ? run.said : run.punched).has(time)) return `${method} ${time} is nobody's`;
    if (record.adjustedStart !== null && !run.said.has(record.adjustedStart)) return 'an adjusted time is nobody’s';
  }
  for (const [officeId, at] of run.starts)
    if (punchesOf(known, officeId).start?.at !== at) return `the punch of ${at} is gone`;
  const kept = new Set([record?.firstDigest, ...known.exceptions.map(({ digest }) => digest)]);
  for (const digest of run.records) if (!kept.has(digest)) return `the record ${digest} is gone`;
  return null;
};

t.test('rules 22–28: however it crosses, one plan, one price, no false time, and nothing vanishes', async (t) => {
  const step: fc.Arbitrary<Step> = fc.record({
    what: fc.nat(16),
    office: fc.constantFrom(0, 0, 0, 1, 2),
    wait: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 5, 20),
    late: fc.constantFrom(0, 0, 3, 15, 45),
    crosses: fc.boolean(),
    follows: fc.boolean(),
    agrees: fc.boolean(),
  });
  const [written, refused] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), fc.constantFrom(5, 100, 150, 166, 170), (steps, begin) => {
      const run = new Run();
      run.inDelegation(
        asking.request({ visits: [noon({ tasks: [] })], rowOf: [0], rounds: [round([OAK]), round([ELM, ASH])] }),
      );
      run.inDelegation(asking.accept(OAK));
      run.follow();
      run.travel(minute(begin));
      for (const one of steps) run.live(one);
      run.travel(minute(24 * 60));
      for (let n = 0; n < 3; n += 1) run.follow();
      for (const type of run.written) written.add(type);
      for (const code of run.refused) refused.add(code);
      const fault = faultOf(run);
      if (fault !== null) throw new Error(fault);
    }),
    { numRuns: 3_000, seed: 22_28 },
  );
  // The walk is wide enough to mean something: all of these came up.
  for (const type of [
    'VisitPlanChanged',
    'VisitChangeAnswered',
    'VisitChangeLapsed',
    'VisitMadeAfterAll',
    'VisitReleased',
    'VisitCancelled',
    'LatePunchKept',
    'PunchWithdrawn',
    'VisitRecordReturned',
    'VisitRecordAmended',
    'VisitVerified',
    'VisitMissed',
  ])
    t.ok(written.has(type), type);
  for (const code of ['VISIT_CANCELLED', 'VISIT_RELEASED', 'VISIT_STARTED', 'RECORD_STANDS', 'ALREADY_PUNCHED'])
    t.ok(refused.has(code), code);
});
