import type { Instant } from '../calendar.ts';
import type { DelegationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { phaseAt, type Requested, selectBy, standingCandidates } from './state.ts';

/** Folds events that are being decided, each at its own time. */
export const after = (state: Requested, events: readonly DelegationEvent[], now: Instant): Requested =>
  events.reduce<Requested>((before, event) => {
    const next = evolve(before, { ...event, occurredAt: event.occurredAt ?? now });
    return next.status === 'NONE' ? before : next;
  }, state);

/**
 * What is over by now, whether a process has written it yet or not: offers past their `respondBy`
 * lapse; once the selection is over, a yes that was not selected ends (rules 15, 19).
 */
export const closeWhatIsOver = (state: Requested, now: Instant): DelegationEvent[] => {
  const lapsed = state.offers
    .filter(({ status, respondBy }) => status === 'OPEN' && respondBy <= now)
    // In the order in which they lapsed, however late this is written (rule 7).
    .sort((a, b) => (a.respondBy < b.respondBy ? -1 : a.respondBy > b.respondBy ? 1 : 0))
    .map(
      ({ round, officeId, respondBy }): DelegationEvent => ({
        type: 'OfferExpired',
        data: { round, officeId },
        occurredAt: respondBy,
      }),
    );
  const then = after(state, lapsed, now);
  if (phaseAt(then, now) !== 'OVER') return lapsed;
  const unselected = standingCandidates(then).map(
    ({ round, officeId }): DelegationEvent => ({
      type: 'OfferNotSelected',
      data: { round, officeId },
      occurredAt: selectBy(then) ?? now,
    }),
  );
  return [...lapsed, ...unselected];
};

/**
 * A command decided on a state in which what is over has been closed, the closing in the same
 * append, so that it makes no difference whether the process came first (rule 19). A repeat stays
 * one: it writes nothing.
 */
export const closedFirst =
  <Content>(decide: (content: Content, state: Requested, now: Instant) => DelegationEvent[]) =>
  (content: Content, state: Requested, now: Instant): DelegationEvent[] => {
    const closed = closeWhatIsOver(state, now);
    const events = decide(content, after(state, closed, now), now);
    return events.length === 0 ? [] : [...closed, ...events];
  };
