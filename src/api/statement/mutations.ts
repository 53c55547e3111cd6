import { z } from 'zod';
import type { Pair } from '../../commands/agreement.ts';
import { holdsOfPair } from '../../commands/facts/closing.ts';
import * as commands from '../../commands/settlement.ts';
import { type Month, monthSchema } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import type { Hold } from '../../domain/settlement/holds.ts';
import type { ApiContext } from '../context.ts';
import { day, id, name } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { visits } from '../visit/visibility.ts';
import { statements } from './visibility.ts';

const ofStatement = ({ statementId }: { statementId: Uuid }) => [addressed(statements, statementId, 'statementId')];
const toStatement = entity('statement', statements);
/** The input, and the settlement that the statement belongs to. */
const located = async <Input extends { statementId: Uuid }>(input: Input, context: ApiContext) => ({
  ...input,
  settlementId: (await context.found(statements, input.statementId)).settlementId,
});

/** What stays out of the month's statement, and whose move it is (contract, StatementPayload). */
const holdsNow = (pair: Pair & { month: Month }, context: ApiContext): readonly Hold[] => {
  const { readModel, clock } = context.app;
  const holds = holdsOfPair(readModel, pair, pair.month, clock.now());
  context.expect(visits, () => holds.map(({ visitId }) => visitId));
  context.expect(offices, () => holds.map(({ waitingForOfficeId }) => waitingForOfficeId));
  return holds;
};

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
    also: async (input, _id, context) => ({ holds: holdsNow(input, context) }),
    // Where all is held, they say why nothing could be closed.
    alsoRefused: (input, context, { code }) => ({
      holds: code === 'NOTHING_TO_SETTLE' ? holdsNow(input, context) : null,
    }),
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
    run: async (input, context, caller) => {
      const { partnerOfficeId } = await context.found(statements, input.statementId);
      return commands.recordPayment(context.app, caller, { ...(await located(input, context)), partnerOfficeId });
    },
    ...toStatement,
  }),
};
