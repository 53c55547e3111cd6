import type { Instant } from '../../domain/calendar.ts';
import {
  answeringOverAt,
  offersOfRound,
  type Requested,
  selectBy,
  type VisitState,
} from '../../domain/delegation/state.ts';
import type { DelegationRow, OfferRoundRow } from '../../projections/delegation-table.ts';
import { offersOfDelegation } from '../../projections/delegations.ts';
import type { ApiContext } from '../context.ts';
import { askedOffice, seesWholeDelegation } from './visibility.ts';

/** Rounds that have opened, each with its own window and closing, then those still planned. */
const roundsOf = (state: Requested, now: Instant): Omit<OfferRoundRow, 'delegationId' | 'openedAt'>[] => {
  const opened = state.rounds.map(({ round, windowMinutes }) => {
    const over = answeringOverAt(state, round);
    return {
      round,
      officeIds: offersOfRound(state, round).map(({ officeId }) => officeId),
      windowMinutes,
      closedAt: over !== null && over <= now ? over : null,
      selectBy: selectBy(state, round),
    };
  });
  const planned = plansAhead(state, now).map(({ officeIds, windowMinutes }, n) => {
    return { round: opened.length + n + 1, officeIds, windowMinutes, closedAt: null, selectBy: null };
  });
  return [...opened, ...planned];
};

/** Those that are still ahead of any visit that stands and has not begun, in their order. */
const plansAhead = ({ visits, plans }: Requested, now: Instant): Requested['plans'] => {
  const isToCome = ({ withdrawn, plannedStart }: VisitState): boolean => !withdrawn && plannedStart > now;
  const standing = visits.filter(isToCome).map(({ ahead }) => ahead);
  const ahead = new Set(standing.sort((a, b) => b.length - a.length).flat());
  return [...ahead].flatMap((n) => plans[n] ?? []);
};

/** An assist office sees the rounds that name it, without the other offices. */
export const roundsShown = (row: DelegationRow, context: ApiContext): OfferRoundRow[] => {
  const isWhole = seesWholeDelegation(row, context);
  const office = askedOffice(context, row.id);
  if (!isWhole && office === null) return [];
  const now = context.app.clock.now();
  const offers = offersOfDelegation(row, null, now);
  const rounds = roundsOf(row.state, now).map((round) => {
    const first = offers.find((offer) => offer.round === round.round);
    return { ...round, delegationId: row.id, openedAt: first?.madeAt ?? null };
  });
  if (isWhole) return rounds;
  return rounds
    .filter((round) => round.openedAt !== null && round.officeIds.includes(office ?? ''))
    .map((round) => ({ ...round, officeIds: [office ?? ''] }));
};
