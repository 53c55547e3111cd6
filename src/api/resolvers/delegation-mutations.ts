import { z } from 'zod';
import {
  acceptOffer,
  declineOffer,
  grantMoreTime,
  offerAgain,
  releaseVisits,
  requestDelegation,
  requestMoreTime,
  seeOffer,
  selectOffice,
  withdrawVisits,
} from '../../commands/delegation.ts';
import { toInstant } from '../../domain/calendar.ts';
import { declineReasonSchema, delegationModeSchema } from '../../domain/delegation/events.ts';
import type { Uuid } from '../../domain/ids.ts';
import { cancelReasonSchema, serviceKindSchema, shortTextSchema } from '../../domain/vocabulary.ts';
import type { ApiContext } from '../context.ts';
import { commandId, freeText, id, optionalText } from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { clients } from '../seen/clients.ts';
import { delegations } from '../seen/delegations.ts';

const delegationRow = (delegationId: Uuid, context: ApiContext) => context.load(delegations, delegationId);
const ofDelegation = ({ delegationId }: { delegationId: Uuid }) => [
  addressed(delegations, delegationId, 'delegationId'),
];

/**
 * The same day and minute may be written in several ways; seconds are cut by nobody: minutes must
 * agree exactly.
 */
const instant = z.string().transform((text) => toInstant(text));
const rounds = z
  .array(
    z.strictObject({
      officeIds: z
        .array(id)
        .min(1)
        .max(20)
        .transform((ids) => [...new Set(ids)]),
      windowMinutes: z
        .int()
        .min(5)
        .max(4320)
        .nullish()
        .transform((value) => value ?? 30),
    }),
  )
  .min(1)
  .max(10);
const visitIds = z
  .array(id)
  .min(1)
  .max(62)
  .transform((ids) => [...new Set(ids)]);
const optionalVisitIds = visitIds.nullish().transform((value) => value ?? null);
const minutes = z.int().min(1).max(4320);

const visitInput = z
  .strictObject({
    service: serviceKindSchema,
    minutes: z.int().min(1).max(1440),
    physicalMinutes: z.int().min(1).max(1440).nullish(),
    plannedStart: instant,
    plannedEnd: instant,
    caregiversRequired: z.int().min(1).max(2).nullish(),
    emergency: z.boolean().nullish(),
    tasks: z.array(shortTextSchema).max(50).nullish(),
  })
  .transform((one) => ({
    ...one,
    physicalMinutes: one.physicalMinutes ?? null,
    caregiversRequired: one.caregiversRequired ?? 1,
    emergency: one.emergency ?? false,
    tasks: one.tasks ?? [],
  }));

/** Mutations on delegations: the partner office asks, assist offices answer. */
export const delegationMutations: Readonly<Record<string, AnyMutation>> = {
  requestDelegation: mutation({
    input: z.strictObject({
      commandId,
      clientId: id,
      mode: delegationModeSchema,
      visits: z.array(visitInput).min(1).max(62),
      rounds,
      note: optionalText,
    }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    run: ({ commandId: _commandId, ...input }, { app }, caller) => requestDelegation(app, caller, input),
    field: 'delegation',
    row: delegationRow,
  }),
  seeOffer: mutation({
    input: z.strictObject({ commandId, delegationId: id }),
    addresses: ofDelegation,
    run: ({ delegationId }, { app }, caller) => seeOffer(app, caller, delegationId),
    field: 'delegation',
    row: delegationRow,
  }),
  acceptOffer: mutation({
    input: z.strictObject({ commandId, delegationId: id, visitIds: optionalVisitIds, note: optionalText }),
    addresses: ofDelegation,
    run: ({ delegationId, visitIds: ids, note }, { app }, caller) =>
      acceptOffer(app, caller, delegationId, { visitIds: ids, note }),
    field: 'delegation',
    row: delegationRow,
  }),
  declineOffer: mutation({
    input: z.strictObject({ commandId, delegationId: id, reason: declineReasonSchema, note: optionalText }),
    addresses: ofDelegation,
    run: ({ delegationId, reason, note }, { app }, caller) => declineOffer(app, caller, delegationId, { reason, note }),
    field: 'delegation',
    row: delegationRow,
  }),
  requestMoreTime: mutation({
    input: z.strictObject({ commandId, delegationId: id, minutes, note: optionalText }),
    addresses: ofDelegation,
    run: ({ delegationId, minutes: more, note }, { app }, caller) =>
      requestMoreTime(app, caller, delegationId, { minutes: more, note }),
    field: 'delegation',
    row: delegationRow,
  }),
  grantMoreTime: mutation({
    input: z.strictObject({ commandId, delegationId: id, officeId: id, minutes }),
    addresses: ofDelegation,
    run: ({ delegationId, officeId, minutes: more }, { app }, caller) =>
      grantMoreTime(app, caller, delegationId, { officeId, minutes: more }),
    field: 'delegation',
    row: delegationRow,
  }),
  selectOffice: mutation({
    input: z.strictObject({ commandId, delegationId: id, officeId: id, visitIds: optionalVisitIds }),
    addresses: ofDelegation,
    run: ({ delegationId, officeId, visitIds: ids }, { app }, caller) =>
      selectOffice(app, caller, delegationId, { officeId, visitIds: ids }),
    field: 'delegation',
    row: delegationRow,
  }),
  offerAgain: mutation({
    input: z.strictObject({ commandId, delegationId: id, rounds }),
    addresses: ofDelegation,
    run: ({ delegationId, rounds: added }, { app }, caller) => offerAgain(app, caller, delegationId, added),
    field: 'delegation',
    row: delegationRow,
  }),
  withdrawVisits: mutation({
    input: z.strictObject({
      commandId,
      delegationId: id,
      visitIds: optionalVisitIds,
      reason: cancelReasonSchema,
      note: optionalText,
    }),
    addresses: ofDelegation,
    run: ({ delegationId, visitIds: ids, reason, note }, { app }, caller) =>
      withdrawVisits(app, caller, delegationId, { visitIds: ids, reason, note }),
    field: 'delegation',
    row: delegationRow,
  }),
  releaseVisits: mutation({
    input: z.strictObject({ commandId, delegationId: id, visitIds, reason: freeText }),
    addresses: ofDelegation,
    run: ({ delegationId, visitIds: ids, reason }, { app }, caller) =>
      releaseVisits(app, caller, delegationId, { visitIds: ids, reason }),
    field: 'delegation',
    row: delegationRow,
  }),
};
