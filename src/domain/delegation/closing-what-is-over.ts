import type { Instant } from '../calendar.ts';
import type { DelegationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { isRoundOver, offersOfRound, type Requested, roundOverAt } from './state.ts';
import { withdrawUncovered } from './uncovered.ts';

/** Folds events that are being decided, each at its own time. */
export const after = (state: Requested, events: readonly DelegationEvent[], now: Instant): Requested =>
  events.reduce<Requested>((before, event) => {
    const next = evolve(before, { ...event, occurredAt: event.occurredAt ?? now });
    return next.status === 'NONE' ? before : next;
  }, state);

/**
 * What is over by now, whether a process has written it yet or not: offers past their `respondBy`
 * lapse; once the selection is over, a yes of which nothing was selected ends (rules 15, 19). In
 * the order in which it was over, however late this is written (rule 7).
 */
export const closeWhatIsOver = (state: Requested, now: Instant): DelegationEvent[] => {
  const lapsed = state.offers
    .filter(({ status, respondBy }) => status === 'OPEN' && respondBy <= now)
    .map(({ round, officeId, respondBy }) => ({
      type: 'OfferExpired' as const,
      data: { round, officeId },
      occurredAt: respondBy,
    }))
    .sort(byTime);
  return [...lapsed, ...unselected(after(state, lapsed, now), now)].sort(byTime);
};

const byTime = (a: { readonly occurredAt: Instant }, b: { readonly occurredAt: Instant }): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0;

const unselected = (state: Requested, now: Instant) =>
  state.mode === 'PARTNER_SELECTS'
    ? state.rounds
        .filter(({ round }) => isRoundOver(state, round, now))
        .flatMap(({ round }) =>
          offersOfRound(state, round)
            .filter(({ status, gotSome }) => status === 'ACCEPTED' && !gotSome)
            .map(({ officeId }) => ({
              type: 'OfferNotSelected' as const,
              data: { round, officeId },
              occurredAt: roundOverAt(state, round) ?? now,
            })),
        )
    : [];

/**
 * A command decided on a state in which what is over has been closed, and free visits whose start
 * has come are withdrawn, in the same append, so that it makes no difference whether the process
 * came first (rules 8, 18, 19). A repeat stays one: it writes nothing.
 */
export const closedFirst =
  <Content>(decide: (content: Content, state: Requested, now: Instant) => DelegationEvent[]) =>
  (content: Content, state: Requested, now: Instant): DelegationEvent[] => {
    const over = closeWhatIsOver(state, now);
    const closed = [...over, ...withdrawUncovered(after(state, over, now), now)];
    const events = decide(content, after(state, closed, now), now);
    return events.length === 0 ? [] : [...closed, ...events];
  };
