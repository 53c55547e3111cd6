import { z } from 'zod';
import * as commands from '../../commands/delegation.ts';
import { latest } from '../../domain/calendar.ts';
import { declineReasonSchema, delegationModeSchema, uncoveredOutcomeSchema } from '../../domain/delegation/events.ts';
import type { Uuid } from '../../domain/ids.ts';
import {
  MOST_CAREGIVERS,
  MOST_OFFICES_PER_ROUND,
  MOST_ROUNDS,
  MOST_TASKS,
  MOST_VISITS,
  WINDOW_MINUTES,
} from '../../domain/limits.ts';
import { givenCancelReasonSchema, serviceKindSchema, shortTextSchema } from '../../domain/vocabulary.ts';
import { delegatedOfClient, delegationState } from '../../projections/delegations.ts';
import { hasBegun } from '../../projections/visits.ts';
import { isStillToDo } from '../../projections/work.ts';
import { clients } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { freeText, id, ids, instant, optionalText, orElse, orNull, visitMinutes, within } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { type AnySeveral, several } from '../several.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { delegations } from './visibility.ts';

const visitIds = ids(MOST_VISITS);
const round = z.strictObject({
  officeIds: ids(MOST_OFFICES_PER_ROUND),
  windowMinutes: orElse(within(WINDOW_MINUTES), WINDOW_MINUTES.usual),
});
const rounds = z.array(round).min(1).max(MOST_ROUNDS);
const minutes = within({ from: 1, to: WINDOW_MINUTES.to });

const visit = z.strictObject({
  plannedVisitId: orNull(id),
  service: serviceKindSchema,
  minutes: visitMinutes,
  physicalMinutes: orNull(visitMinutes),
  plannedStart: instant,
  plannedEnd: instant,
  caregiversRequired: orElse(within({ from: 1, to: MOST_CAREGIVERS }), 1),
  emergency: orElse(z.boolean(), false),
  tasks: orElse(z.array(shortTextSchema).max(MOST_TASKS), []),
});

/** The visits of one request, a row each. */
export const visitRows = z.array(visit).min(1).max(MOST_VISITS);

const ofDelegation = ({ delegationId }: { delegationId: Uuid }) => [
  addressed(delegations, delegationId, 'delegationId'),
];
const offerId = orNull(id);
const toDelegation = entity('delegation', delegations);
/**
 * What two offices have agreed on of a visit is followed first, so that the visit is withdrawn or
 * handed back by its new plan (rule 22).
 */
const before = (
  { delegationId, visitIds }: { readonly delegationId: Uuid; readonly visitIds?: readonly Uuid[] | null },
  { app: { readModel } }: ApiContext,
): Promise<void> => {
  const named = visitIds ?? delegationState(readModel, delegationId)?.visits.map(({ visitId }) => visitId) ?? [];
  return readModel.until(() => !named.some((visitId) => isStillToDo(readModel, FOLLOWING, visitId)));
};
const FOLLOWING = 'when-allocation-changes-then-visit-follows';

const span = { from: instant, to: orNull(instant), reason: givenCancelReasonSchema, note: optionalText };
/** Of one delegation: a part of `withdrawClientVisits`. */
const withdrawVisitsBetween: AnyMutation = mutation({
  input: z.strictObject({ delegationId: id, ...span }),
  before,
  addresses: ofDelegation,
  run: sends(commands.withdrawVisitsBetween),
  ...toDelegation,
});

/** Mutations on delegations: the partner office asks, assist offices answer. */
export const delegationMutations: Readonly<Record<string, AnyMutation | AnySeveral>> = {
  requestDelegation: mutation({
    input: z.strictObject({
      clientId: id,
      mode: delegationModeSchema,
      visits: visitRows,
      rounds,
      note: optionalText,
    }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    run: sends(commands.requestDelegation),
    ...toDelegation,
  }),
  seeOffer: mutation({
    input: z.strictObject({ delegationId: id, offerId }),
    addresses: ofDelegation,
    run: sends(commands.seeOffer),
    ...toDelegation,
  }),
  acceptOffer: mutation({
    input: z.strictObject({ delegationId: id, offerId, visitIds: orNull(visitIds), note: optionalText }),
    addresses: ofDelegation,
    run: sends(commands.acceptOffer),
    ...toDelegation,
  }),
  declineOffer: mutation({
    input: z.strictObject({ delegationId: id, offerId, reason: declineReasonSchema, note: optionalText }),
    addresses: ofDelegation,
    run: sends(commands.declineOffer),
    ...toDelegation,
  }),
  requestMoreTime: mutation({
    input: z.strictObject({ delegationId: id, offerId, minutes, note: optionalText }),
    addresses: ofDelegation,
    run: sends(commands.requestMoreTime),
    ...toDelegation,
  }),
  grantMoreTime: mutation({
    input: z.strictObject({ delegationId: id, offerId, officeId: id, minutes }),
    addresses: ofDelegation,
    run: sends(commands.grantMoreTime),
    ...toDelegation,
  }),
  selectOffice: mutation({
    input: z.strictObject({ delegationId: id, offerId, officeId: id, visitIds: orNull(visitIds) }),
    addresses: ofDelegation,
    run: sends(commands.selectOffice),
    ...toDelegation,
  }),
  offerAgain: mutation({
    input: z.strictObject({ delegationId: id, rounds }),
    addresses: ofDelegation,
    run: sends(commands.offerAgain),
    ...toDelegation,
  }),
  withdrawVisits: mutation({
    input: z.strictObject({
      delegationId: id,
      visitIds: orNull(visitIds),
      reason: givenCancelReasonSchema,
      note: optionalText,
    }),
    before,
    addresses: ofDelegation,
    run: sends(commands.withdrawVisits),
    ...toDelegation,
  }),
  withdrawClientVisits: several({
    input: z.strictObject({ clientId: id, ...span }).refine(({ from, to }) => to === null || to > from, {
      path: ['to'],
      message: 'before its beginning',
    }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    parts: ({ clientId, ...input }, commandId, { app: { readModel, clock }, viewer }) => {
      // What has begun is not meant, so nothing of the past is looked at; nor what another partner
      // office has asked for, before or after a transfer.
      const from = latest(input.from, clock.now());
      const meant = delegatedOfClient(readModel, clientId, { ...input, from }).filter(
        ({ visitId, partnerOfficeId }) => isCoordinatorOf(viewer, partnerOfficeId) && !hasBegun(readModel, visitId),
      );
      return [...Map.groupBy(meant, ({ delegationId }) => delegationId)].map(([delegationId, visits]) => ({
        of: withdrawVisitsBetween,
        input: { delegationId, ...input },
        commandId,
        visitIds: visits.map(({ visitId }) => visitId),
        placeOf: () => ['clientId'],
      }));
    },
  }),
  releaseVisits: mutation({
    input: z.strictObject({ delegationId: id, visitIds, reason: freeText }),
    before,
    addresses: ofDelegation,
    run: sends(commands.releaseVisits),
    ...toDelegation,
  }),
  answerUncovered: mutation({
    input: z.strictObject({ delegationId: id, visitIds, outcome: uncoveredOutcomeSchema, note: optionalText }),
    addresses: ofDelegation,
    run: sends(commands.answerUncovered),
    ...toDelegation,
  }),
};
