import { z } from 'zod';
import * as commands from '../../commands/settlement.ts';
import { monthSchema } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import type { ApiContext } from '../context.ts';
import { day, id, name } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { statements } from './visibility.ts';

const ofStatement = ({ statementId }: { statementId: Uuid }) => [addressed(statements, statementId, 'statementId')];
const toStatement = entity('statement', statements);
/** The input, and the settlement that the statement belongs to. */
const located = async <Input extends { statementId: Uuid }>(input: Input, context: ApiContext) => ({
  ...input,
  settlementId: (await context.found(statements, input.statementId)).settlementId,
});

/** Mutations on statements: the partner office closes, approves and pays; the other confirms. */
export const statementMutations: Readonly<Record<string, AnyMutation>> = {
  closeSettlement: mutation({
    input: z.strictObject({ networkId: id, partnerOfficeId: id, assistOfficeId: id, month: monthSchema }),
    addresses: ({ networkId, partnerOfficeId, assistOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
      addressed(offices, assistOfficeId, 'assistOfficeId'),
    ],
    actors: ({ partnerOfficeId }, { viewer }) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER'),
    run: sends(commands.closeSettlement),
    ...toStatement,
  }),
  confirmStatement: mutation({
    input: z.strictObject({ statementId: id }),
    addresses: ofStatement,
    run: async (input, context, caller) =>
      commands.confirmStatement(context.app, caller, await located(input, context)),
    ...toStatement,
  }),
  approvePayment: mutation({
    input: z.strictObject({ statementId: id, contentHash: z.string().min(1).max(200) }),
    addresses: ofStatement,
    run: async (input, context, caller) => commands.approvePayment(context.app, caller, await located(input, context)),
    ...toStatement,
  }),
  recordPayment: mutation({
    input: z.strictObject({ statementId: id, paidOn: day, amountYen: z.int(), reference: name }),
    addresses: ofStatement,
    run: async (input, context, caller) => commands.recordPayment(context.app, caller, await located(input, context)),
    ...toStatement,
  }),
};
