import fc from 'fast-check';
import t from 'tap';
import { addMinutes, type Instant } from '../../../src/domain/calendar.ts';
import type { DelegationCommand } from '../../../src/domain/delegation/decider.ts';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import {
  type DelegationEvent,
  type DelegationMode,
  delegationEventSchema,
} from '../../../src/domain/delegation/events.ts';
import type { OfferingFacts } from '../../../src/domain/delegation/offering.ts';
import { nextDueOf } from '../../../src/domain/delegation/rounds.ts';
import { type DelegationState, freeVisits, type Requested, statusOf } from '../../../src/domain/delegation/state.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { Rejected } from '../../../src/domain/rejected.ts';
import { perVisitBasis } from '../fees/example-basis.ts';

const START = '2026-06-01T00:00:00.000Z';
const OFFICES = ['a', 'b', 'c'].map((key) => uuidOf('office', key));
const VISITS = ['1', '2'].map((key) => uuidOf('visit', key));
const REASON = 'sealed:1:client/00000000-0000-4000-8000-000000000000:AAAA';

const facts: OfferingFacts = {
  visits: Object.fromEntries(
    VISITS.map((id) => [id, { clientGone: null, requesterIsPartner: true, clientConsents: true, overlaps: false }]),
  ),
  offices: Object.fromEntries(
    OFFICES.map((office) => [
      office,
      Object.fromEntries(
        VISITS.map((id) => [
          id,
          { isAssist: true, offersService: true, price: { basis: perVisitBasis(1000), feeYen: 1000 } },
        ]),
      ),
    ]),
  ),
};

const request = (mode: DelegationMode): DelegationCommand => ({
  type: 'RequestDelegation',
  networkId: uuidOf('n'),
  clientId: uuidOf('c'),
  partnerOfficeId: uuidOf('p'),
  mode,
  visits: VISITS.map((visitId, place) => ({
    visitId,
    place,
    plannedVisitId: null,
    service: 'PHYSICAL_CARE',
    minutes: 45,
    physicalMinutes: null,
    plannedStart: addMinutes(START, 600 + place * 300),
    plannedEnd: addMinutes(START, 645 + place * 300),
    caregiversRequired: 1,
    pairedVisitId: null,
    emergency: false,
    tasks: [],
  })),
  rowOf: [0, 1],
  rounds:
    mode === 'DIRECT'
      ? [{ officeIds: OFFICES.slice(0, 1), windowMinutes: 60 }]
      : [
          { officeIds: OFFICES.slice(0, 2), windowMinutes: 60 },
          { officeIds: OFFICES, windowMinutes: 30 },
        ],
  note: null,
  facts,
});

type Step = { kind: number; office: number; visits: number; wait: number };
const visitsOf = (mask: number): string[] => VISITS.filter((_, n) => (mask >> n) & 1);

const commandOf = ({ kind, office, visits }: Step): DelegationCommand => {
  const officeId = OFFICES[office] ?? '';
  const ids = visitsOf(visits);
  const visitIds = ids.length > 0 ? ids : null;
  const all: readonly DelegationCommand[] = [
    { type: 'AcceptOffer', officeId, round: null, visitIds, note: null, facts },
    { type: 'AcceptOffer', officeId, round: null, visitIds, note: null, facts },
    { type: 'DeclineOffer', officeId, round: null, reason: 'NO_CAPACITY', note: null },
    { type: 'SelectOffice', officeId, round: null, visitIds, facts },
    { type: 'ReleaseVisits', officeId, visitIds: ids.length > 0 ? ids : VISITS, reason: REASON, begun: [] },
    { type: 'WithdrawVisits', visitIds, reason: 'OTHER', note: null, begun: [] },
    { type: 'RequestMoreTime', officeId, round: null, minutes: 20, note: null },
    { type: 'GrantMoreTime', officeId, round: null, minutes: 20 },
    { type: 'OfferAgain', rounds: [{ officeIds: [officeId], windowMinutes: 30 }], facts },
    { type: 'SeeOffer', officeId, round: null },
    { type: 'WithdrawFreeVisits' },
  ];
  return all[kind % all.length] ?? { type: 'WithdrawFreeVisits' };
};

class Run {
  state: DelegationState = delegation.initial;
  now: Instant = START;
  /** Free visits for which the telephone has been asked to do, since their last release. */
  readonly called = new Set<string>();
  /** Visits that nobody had at their start, without a task before it (rule 18). */
  readonly unseen: string[] = [];

  apply(command: DelegationCommand): readonly DelegationEvent[] | string {
    try {
      const events = delegation.decide(command, this.state, this.now);
      for (const event of events) {
        delegationEventSchema.parse(event);
        this.state = delegation.evolve(this.state, { ...event, occurredAt: event.occurredAt ?? this.now });
        this.#watch(event);
      }
      // What a process keeps of a state survives JSON.
      if (events.length > 0) this.state = JSON.parse(JSON.stringify(this.state));
      return events;
    } catch (error) {
      if (error instanceof Rejected) return error.code;
      throw error;
    }
  }

  #watch({ type, data }: DelegationEvent): void {
    if (type === 'VisitsAtRisk') for (const id of data.visitIds) this.called.add(id);
    if (type === 'VisitsReleased') for (const id of data.visitIds) this.called.delete(id);
    if (type === 'VisitsWithdrawn' && data.because === 'UNCOVERED')
      this.unseen.push(...data.visits.map(({ visitId }) => visitId).filter((id) => !this.called.has(id)));
  }

  /**
   * The clock stops at each due time, where the process always has something to write; before it,
   * nothing.
   */
  travel(target: Instant): void {
    for (let turns = 0; ; turns += 1) {
      const due = nextDueOf(this.state as Requested);
      if (due === null || due > target) break;
      if (turns > 100) throw new Error(`the process goes in circles at ${due}`);
      if (due > this.now) this.now = due;
      const events = this.apply({ type: 'AdvanceRounds', facts });
      if (typeof events === 'string' || events.length === 0)
        throw new Error(`due at ${due}, and nothing to do at ${this.now}: ${events}`);
    }
    if (target > this.now) this.now = target;
    const idle = this.apply({ type: 'AdvanceRounds', facts });
    if (idle.length > 0) throw new Error(`not due, and still ${JSON.stringify(idle)}`);
  }
}

/** One holder a visit, what it holds was offered to it, and only what is free is to be had. */
const check = (state: Requested): boolean =>
  state.visits.every(({ visitId, allocatedTo, withdrawn, openIn }) =>
    allocatedTo === null
      ? !withdrawn || openIn === null
      : !withdrawn &&
        openIn === null &&
        state.offers.some((offer) => offer.officeId === allocatedTo && offer.acceptedVisitIds.includes(visitId)),
  );

t.test(
  'rules 12–21: ten thousand interleavings: one holder a visit, no due time without a decision, no visit lapses unseen',
  async (t) => {
    const step = fc.record({
      kind: fc.nat(10),
      office: fc.nat(2),
      visits: fc.nat(3),
      wait: fc.constantFrom(0, 0, 5, 25, 60, 400),
    });
    const mode = fc.constantFrom<DelegationMode>('FIRST_TO_ACCEPT', 'PARTNER_SELECTS', 'DIRECT');
    const seen = new Set<string>();
    fc.assert(
      fc.property(mode, fc.array(step, { maxLength: 14 }), (chosen, steps) => {
        const run = new Run();
        if (typeof run.apply(request(chosen)) === 'string') return false;
        for (const one of steps) {
          run.travel(addMinutes(run.now, one.wait));
          const before = run.state as Requested;
          const held = new Map(before.visits.map(({ visitId, allocatedTo }) => [visitId, allocatedTo]));
          const events = run.apply(commandOf(one));
          if (typeof events === 'string') seen.add(events);
          else for (const { type } of events) seen.add(type);
          const state = run.state as Requested;
          // Nothing that one office holds goes to another by any command.
          if (
            state.visits.some(
              ({ visitId, allocatedTo }) =>
                held.get(visitId) && allocatedTo !== null && allocatedTo !== held.get(visitId),
            )
          )
            return false;
          if (!check(state)) return false;
          run.travel(run.now);
        }
        run.travel(addMinutes(START, 3 * 24 * 60));
        const end = run.state as Requested;
        return (
          freeVisits(end).length === 0 &&
          ['COMPLETED', 'WITHDRAWN', 'UNCOVERED'].includes(statusOf(end)) &&
          nextDueOf(end) === null &&
          run.unseen.length === 0
        );
      }),
      { numRuns: 10_000, seed: 19_20_21 },
    );
    // The walk is wide enough to mean something: all of these came up.
    for (const code of [
      'VISITS_ALREADY_ALLOCATED',
      'VISITS_WITHDRAWN',
      'OFFER_EXPIRED',
      'OFFER_NOT_SELECTED',
      'OFFER_ALREADY_ANSWERED',
      'NOTHING_TO_OFFER',
      'VISIT_STARTED',
      'VisitsReleased',
      'VisitsAllocated',
      'OfferNotSelected',
      'MoreTimeGranted',
    ]) {
      t.ok(seen.has(code), code);
    }
  },
);
