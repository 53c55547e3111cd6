import type { DelegationCommand } from '../../../src/domain/delegation/decider.ts';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import type { DelegationEvent, UncoveredOutcome } from '../../../src/domain/delegation/events.ts';
import type { DelegationState } from '../../../src/domain/delegation/state.ts';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import { type Example, stateAfter } from '../../support/specification.ts';
import {
  ASH,
  BASIS,
  BOTH,
  changedNoon,
  ELM,
  evening,
  minute,
  noon,
  OAK,
  PARTNER,
  round,
  TEXT,
} from './example-delegation-facts.ts';

type Changes<Type extends DelegationEvent['type']> = Partial<Extract<DelegationEvent, { type: Type }>['data']>;
type Requested = Extract<DelegationEvent, { type: 'DelegationRequested' }>['data'];
type Mode = Requested['mode'];

/** The events as having happened at a minute. */
export const at = (n: number, ...events: readonly DelegationEvent[]): DelegationEvent[] =>
  events.map((event) => ({ ...event, occurredAt: minute(n) }));

export const requested = (changes: Changes<'DelegationRequested'> = {}): DelegationEvent => ({
  type: 'DelegationRequested',
  data: {
    networkId: uuidOf('network'),
    clientId: uuidOf('client'),
    partnerOfficeId: PARTNER,
    mode: 'FIRST_TO_ACCEPT',
    visits: [noon(), evening()],
    rounds: [round([OAK, ELM]), round([ASH], 30)],
    note: TEXT,
    ...changes,
  },
});
/** Each of them costs 4,000 yen, by the same basis. */
const prices = (visitIds: readonly Uuid[]) => ({
  bases: [BASIS],
  fees: visitIds.map((visitId) => ({ visitId, basis: 0, feeYen: 4000 })),
});
export const roundsAdded = (...rounds: Requested['rounds']): DelegationEvent => ({
  type: 'RoundsAdded',
  data: { rounds },
});
/** Of round 1, open until minute 60 and with one round planned after it, unless said otherwise. */
export const offerMade = (officeId: Uuid, changes: Changes<'OfferMade'> = {}): DelegationEvent => {
  const { visitIds = BOTH } = changes;
  return {
    type: 'OfferMade',
    data: {
      round: 1,
      officeId,
      visitIds,
      windowMinutes: 60,
      respondBy: minute(60),
      plan: 0,
      ...prices(visitIds),
      ...changes,
    },
  };
};
/** Of round 2: 30 minutes from the given one on, the last round that was planned. */
export const offerMadeNext = (officeId: Uuid, opened: number, changes: Changes<'OfferMade'> = {}): DelegationEvent =>
  offerMade(officeId, {
    round: 2,
    windowMinutes: 30,
    respondBy: minute(opened + 30),
    plan: 1,
    ...changes,
  });
export const seen = (officeId: Uuid, inRound = 1): DelegationEvent => ({
  type: 'OfferSeen',
  data: { round: inRound, officeId },
});
export const moreTimeRequested = (officeId: Uuid, changes: Changes<'MoreTimeRequested'> = {}): DelegationEvent => ({
  type: 'MoreTimeRequested',
  data: { round: 1, officeId, minutes: 30, note: TEXT, ...changes },
});
/** 30 minutes after those of round 1: until minute 90. */
export const moreTimeGranted = (officeId: Uuid, changes: Changes<'MoreTimeGranted'> = {}): DelegationEvent => ({
  type: 'MoreTimeGranted',
  data: { round: 1, officeId, minutes: 30, respondBy: minute(90), ...changes },
});
export const accepted = (
  officeId: Uuid,
  visitIds: Uuid[] = BOTH,
  inRound = 1,
  note: string | null = TEXT,
): DelegationEvent => ({ type: 'OfferAccepted', data: { round: inRound, officeId, visitIds, note } });
export const declined = (officeId: Uuid, inRound = 1): DelegationEvent => ({
  type: 'OfferDeclined',
  data: { round: inRound, officeId, reason: 'NO_CAPACITY', note: TEXT },
});
export const expired = (officeId: Uuid, inRound = 1): DelegationEvent => ({
  type: 'OfferExpired',
  data: { round: inRound, officeId },
});
export const notSelected = (officeId: Uuid, inRound = 1): DelegationEvent => ({
  type: 'OfferNotSelected',
  data: { round: inRound, officeId },
});
export const allocated = (
  officeId: Uuid,
  visitIds: Uuid[] = BOTH,
  inRound = 1,
  changes: Changes<'VisitsAllocated'> = {},
): DelegationEvent => ({
  type: 'VisitsAllocated',
  data: { round: inRound, officeId, visitIds, ...prices(visitIds), ...changes },
});
/** What an acceptance writes where it allocates. */
export const taken = (officeId: Uuid, visitIds: Uuid[] = BOTH, inRound = 1): DelegationEvent[] => [
  accepted(officeId, visitIds, inRound),
  allocated(officeId, visitIds, inRound),
];
export const released = (officeId: Uuid, visitIds: Uuid[] = BOTH): DelegationEvent => ({
  type: 'VisitsReleased',
  data: { officeId, visitIds, reason: TEXT },
});
/** By the partner office, of visits that nobody held, unless said otherwise. */
export const withdrawn = (visitIds: readonly Uuid[], changes: Changes<'VisitsWithdrawn'> = {}): DelegationEvent => ({
  type: 'VisitsWithdrawn',
  data: {
    visits: visitIds.map((visitId) => ({ visitId, heldBy: null })),
    because: 'REQUESTED',
    reason: 'CLIENT_REQUEST',
    note: TEXT,
    ...changes,
  },
});
/** Rule 9: an earlier request has these times. */
export const overlapped = (visitIds: readonly Uuid[], changes: Changes<'VisitsWithdrawn'> = {}): DelegationEvent =>
  withdrawn(visitIds, { because: 'OVERLAPS', reason: 'OVERLAPS', note: null, ...changes });
/** Rule 18: nobody had them at their start. */
export const uncovered = (...visitIds: Uuid[]): DelegationEvent =>
  withdrawn(visitIds, { because: 'UNCOVERED', reason: 'UNCOVERED', note: null });
export const madeAfterAll = (visitId: Uuid, officeId: Uuid): DelegationEvent => ({
  type: 'VisitMadeAfterAll',
  data: { visitId, officeId },
});
/** At minute 30. */
export const planChanged = (changes: Changes<'VisitPlanChanged'> = {}): DelegationEvent => ({
  type: 'VisitPlanChanged',
  data: { ...changedNoon, ...changes },
  occurredAt: minute(30),
});
export const escalated = (...visitIds: Uuid[]): DelegationEvent => ({
  type: 'DelegationEscalated',
  data: { visitIds },
});
/** Rule 18: still free, so near its start. */
export const atRisk = (...visitIds: Uuid[]): DelegationEvent => ({ type: 'VisitsAtRisk', data: { visitIds } });
export const uncoveredAnswered = (
  visitIds: Uuid[],
  outcome: UncoveredOutcome = 'FAMILY',
  note: string | null = TEXT,
): DelegationEvent => ({ type: 'UncoveredAnswered', data: { visitIds, outcome, note } });
export const completed: DelegationEvent = { type: 'DelegationCompleted', data: {} };

/** Round 1 has asked OAK and ELM for both visits until minute 60; ASH is planned next. */
export const offered = (mode: Mode = 'FIRST_TO_ACCEPT', ...more: readonly DelegationEvent[]): DelegationEvent[] => [
  ...at(0, requested({ mode }), offerMade(OAK), offerMade(ELM)),
  ...more,
];
/** OAK alone has been asked for both visits until minute 60, and nobody is planned next. */
export const offeredDirectly = (...more: readonly DelegationEvent[]): DelegationEvent[] => [
  ...at(0, requested({ mode: 'DIRECT', rounds: [round([OAK])] }), offerMade(OAK)),
  ...more,
];
/** Both have said yes, OAK at minute 10 and ELM at minute 20; the partner office is to select. */
export const twoCandidates = (...more: readonly DelegationEvent[]): DelegationEvent[] =>
  offered('PARTNER_SELECTS', ...at(10, accepted(OAK)), ...at(20, accepted(ELM)), ...more);

/** The state after a history that begins with the request. */
export const requestedAfter = (
  history: readonly DelegationEvent[],
): Extract<DelegationState, { status: 'REQUESTED' }> => {
  const state = stateAfter(delegation, history);
  if (state.status === 'NONE') throw new Error('the history does not begin with a request');
  return state;
};

/**
 * Examples that are all refused with one code and one path, unless an example has its own; dots
 * between its parts.
 */
export const refusedWith = (
  refused: string,
  path: string,
  examples: readonly (Omit<Example<DelegationEvent, DelegationCommand>, 'then' | 'refused' | 'path'> & {
    readonly path?: string;
  })[],
): Example<DelegationEvent, DelegationCommand>[] =>
  examples.map(({ path: own = path, ...example }) => ({ ...example, refused, path: own.split('.') }));
