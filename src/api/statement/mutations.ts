import { z } from 'zod';
import type { Pair } from '../../commands/agreement.ts';
import { holdsOfPair } from '../../commands/facts/closing.ts';
import * as commands from '../../commands/settlement.ts';
import { type Month, monthSchema } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import { MOST_PRICE_YEN } from '../../domain/limits.ts';
import { disputeOutcomeSchema } from '../../domain/settlement/events.ts';
import type { Hold } from '../../domain/settlement/holds.ts';
import { visitOfLine } from '../../projections/statements.ts';
import type { ApiContext } from '../context.ts';
import { day, freeText, id, name, orNull, within } from '../input-shapes.ts';
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
  settlementId: context.found(statements, input.statementId).settlementId,
});
/** The same, and the partner office, whose key seals what is said of it (rule 41). */
const ofOffice = async <Input extends { statementId: Uuid }>(input: Input, context: ApiContext) => {
  const { settlementId, partnerOfficeId } = context.found(statements, input.statementId);
  return { ...input, settlementId, partnerOfficeId };
};
/** The same, the visit that the line is of, and whose it is. */
const ofLine = async <Input extends { statementId: Uuid; lineId: Uuid }>(input: Input, context: ApiContext) => {
  const visitId = visitOfLine(context.app.readModel, input.statementId, input.lineId);
  const clientId = visitId === null ? null : context.found(visits, visitId).clientId;
  return { ...(await ofOffice(input, context)), visitId, clientId };
};
/** Yen without tax; 0 would put nothing right. */
const adjustment = within({ from: -MOST_PRICE_YEN, to: MOST_PRICE_YEN }).refine((yen) => yen !== 0, 'not 0');

/** What stays out of the month's statement, and whose move it is (contract, StatementPayload). */
const holdsNow = (pair: Pair & { month: Month }, context: ApiContext): readonly Hold[] => {
  const { readModel, clock } = context.app;
  const holds = holdsOfPair(readModel, pair, pair.month, clock.now());
  return holds;
};

/**
 * Mutations on statements: the partner office closes, answers, approves and pays; the other
 * disputes and confirms.
 */
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
  disputeLine: mutation({
    input: z.strictObject({ statementId: id, lineId: id, reason: freeText }),
    addresses: ofStatement,
    run: async (input, context, caller) => commands.disputeLine(context.app, caller, await ofLine(input, context)),
    ...toStatement,
  }),
  resolveDispute: mutation({
    input: z
      .strictObject({
        statementId: id,
        lineId: id,
        outcome: disputeOutcomeSchema,
        answer: freeText,
        adjustmentYen: orNull(adjustment),
      })
      .refine(({ outcome, adjustmentYen }) => outcome === 'UPHELD' || adjustmentYen === null, {
        path: ['adjustmentYen'],
        error: 'with UPHELD alone',
      }),
    addresses: ofStatement,
    actors: ({ statementId, outcome }, context) => {
      const { partnerOfficeId, assistOfficeId } = context.found(statements, statementId);
      return outcome === 'WITHDRAWN'
        ? actors(isCoordinatorOf(context.viewer, assistOfficeId) && 'ASSIST')
        : actors(isCoordinatorOf(context.viewer, partnerOfficeId) && 'PARTNER');
    },
    run: async (input, context, caller) => commands.resolveDispute(context.app, caller, await ofLine(input, context)),
    ...toStatement,
  }),
  voidStatement: mutation({
    input: z.strictObject({ statementId: id, reason: freeText }),
    addresses: ofStatement,
    run: async (input, context, caller) => commands.voidStatement(context.app, caller, await ofOffice(input, context)),
    ...toStatement,
  }),
  approvePayment: mutation({
    input: z.strictObject({ statementId: id, contentHash: z.string().min(1).max(200) }),
    addresses: ofStatement,
    run: async (input, context, caller) => {
      const { assistOfficeId } = context.found(statements, input.statementId);
      return commands.approvePayment(context.app, caller, { ...(await located(input, context)), assistOfficeId });
    },
    ...toStatement,
  }),
  recordPayment: mutation({
    input: z.strictObject({ statementId: id, paidOn: day, amountYen: z.int(), reference: name }),
    addresses: ofStatement,
    run: async (input, context, caller) => commands.recordPayment(context.app, caller, await ofOffice(input, context)),
    ...toStatement,
  }),
  recordPaymentFailure: mutation({
    input: z.strictObject({ statementId: id, on: day, reason: name }),
    addresses: ofStatement,
    run: async ({ on, ...input }, context, caller) => {
      const { partnerOfficeId } = context.found(statements, input.statementId);
      const failed = { ...(await located(input, context)), failedOn: on, partnerOfficeId };
      return commands.recordPaymentFailure(context.app, caller, failed);
    },
    ...toStatement,
  }),
};
