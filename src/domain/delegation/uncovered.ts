import { addMinutes, dayOf, type Instant, latest, minuteOfDay, minutesBetween, startOfDay } from '../calendar.ts';
import type { DataOf } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_OUTCOMES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { DelegationEvent } from './events.ts';
import { freeVisits, type Requested, type VisitState, visitOf } from './state.ts';

const NOON_MINUTES = 12 * 60;
/** From 17:00 to the midnight after it. */
const EVENING_MINUTES = 7 * 60;
const NOTICE_MINUTES = 3 * 60;

/**
 * From when on a visit that is still free is at risk: 3 hours before its start, for a start before
 * 12:00 at 17:00 of the day before; asked for no earlier than that, half-way between then and the
 * start. After a release past that time at once (rule 18).
 */
export const atRiskFrom = ({ plannedStart, freeSince }: VisitState, requestedAt: Instant): Instant => {
  const usual =
    minuteOfDay(plannedStart) < NOON_MINUTES
      ? addMinutes(startOfDay(dayOf(plannedStart)), -EVENING_MINUTES)
      : addMinutes(plannedStart, -NOTICE_MINUTES);
  const from = requestedAt < usual ? usual : addMinutes(requestedAt, minutesBetween(requestedAt, plannedStart) / 2);
  return latest(from, freeSince);
};

/** When each visit is at risk next: of those that are free and have not been said to be. */
export const risksAhead = (state: Requested): readonly { readonly visitId: Uuid; readonly at: Instant }[] =>
  freeVisits(state)
    .filter(({ atRiskAt }) => atRiskAt === null)
    .map((visit) => ({ visitId: visit.visitId, at: atRiskFrom(visit, state.requestedAt) }));

/** Rule 18: no visit lapses unseen. Each as of its own time, once a visit and release. */
export const visitsAtRisk = (state: Requested, now: Instant): DelegationEvent[] =>
  atTheirTimes(risksAhead(state).filter(({ at }) => at <= now)).map(([occurredAt, visitIds]) => ({
    type: 'VisitsAtRisk',
    data: { visitIds },
    occurredAt,
  }));

/** Rule 18: a free visit whose start has come is withdrawn without a fee, as of its start. */
export const withdrawUncovered = (state: Requested, now: Instant): DelegationEvent[] =>
  atTheirTimes(
    freeVisits(state)
      .filter(({ plannedStart }) => plannedStart <= now)
      .map(({ visitId, plannedStart: at }) => ({ visitId, at })),
  ).map(([occurredAt, visitIds]) => ({
    type: 'VisitsWithdrawn',
    data: {
      visits: visitIds.map((visitId) => ({ visitId, heldBy: null })),
      because: 'UNCOVERED',
      reason: 'UNCOVERED',
      note: null,
    },
    occurredAt,
  }));

/** The visits of each time, in the order of time. */
const atTheirTimes = (visits: readonly { readonly visitId: Uuid; readonly at: Instant }[]): [Instant, Uuid[]][] =>
  [...Map.groupBy(visits, ({ at }) => at)]
    .map(([at, same]): [Instant, Uuid[]] => [at, same.map(({ visitId }) => visitId)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * What became of visits that nobody had at their start (rule 18). May be said anew; the same again
 * without a note decides `[]`. Throws VISIT_NOT_OFFERED, VISIT_NOT_UNCOVERED.
 */
export const answerUncovered = (
  { visitIds, outcome, note }: DataOf<DelegationEvent, 'UncoveredAnswered'>,
  state: Requested,
): DelegationEvent[] => {
  const visits = visitIds.map((id, n) => {
    const visit = visitOf(state, id);
    if (!visit) throw new Rejected('VISIT_NOT_OFFERED', ['visitIds', String(n)]);
    if (!visit.uncovered) throw new Rejected('VISIT_NOT_UNCOVERED', ['visitIds', String(n)]);
    return visit;
  });
  if (note === null && visits.every((visit) => visit.outcome === outcome)) return [];
  const full = visits.findIndex(({ outcomes }) => outcomes >= MOST_OUTCOMES);
  if (full >= 0) throw new Rejected('TOO_MANY_CHANGES', ['visitIds', String(full)]);
  return [{ type: 'UncoveredAnswered', data: { visitIds, outcome, note } }];
};
