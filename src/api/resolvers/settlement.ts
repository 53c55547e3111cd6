import { z } from 'zod';
import {
  approvePayment,
  closeSettlement,
  confirmStatement,
  previewSettlement,
  recordPayment,
} from '../../commands/settlement.ts';
import { monthSchema } from '../../domain/calendar.ts';
import { streamOf, type Uuid } from '../../domain/ids.ts';
import { historyOf } from '../../projections/history.ts';
import {
  carriedInto,
  lineCountOf,
  linesOfStatement,
  type StatementLineRow,
  statementsBy,
} from '../../projections/statements.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { commandId, day, id, name } from '../input-shapes.ts';
import { memberNameShownTo } from '../member-name.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { checkedFirst, connectionOf, keyOfCursor } from '../paging.ts';
import { networks, offices } from '../seen/directory.ts';
import { statements } from '../seen/statements.ts';
import { visits } from '../seen/visits.ts';
import { actors } from '../seen-type.ts';
import type { Slice } from '../slice.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { found } from './directory.ts';
import { proposeTermsInput, termsContentOf } from './directory-mutations.ts';
import { yenPerUnitText } from './visits.ts';

const statementRow = (statementId: Uuid, context: ApiContext) => context.load(statements, statementId);
const ofStatement = ({ statementId }: { statementId: Uuid }) => [addressed(statements, statementId, 'statementId')];
const settlementIdOf = async (statementId: Uuid, context: ApiContext): Promise<Uuid> =>
  found(await context.load(statements, statementId)).settlementId;

const LINE_WORDS: Readonly<Record<string, string>> = {
  VISIT: '訪問介護の受託',
  CANCELLATION: '取消料',
  ADJUSTMENT: '前回までの明細の訂正差額',
  CARRIED_FORWARD: '繰越',
};

/** Made when read: kind, day and service code; no name (rule 34). */
const descriptionOf = ({ kind, date, serviceCode }: StatementLineRow): string =>
  [LINE_WORDS[kind] ?? kind, date, serviceCode].filter((part) => part !== null).join(' ');

const settlementMutations: Readonly<Record<string, AnyMutation>> = {
  closeSettlement: mutation({
    input: z.strictObject({ commandId, networkId: id, partnerOfficeId: id, assistOfficeId: id, month: monthSchema }),
    addresses: ({ networkId, partnerOfficeId, assistOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
      addressed(offices, assistOfficeId, 'assistOfficeId'),
    ],
    actors: ({ partnerOfficeId }, { viewer }) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER'),
    run: ({ commandId: _commandId, month, ...pair }, { app }, caller) => closeSettlement(app, caller, pair, month),
    field: 'statement',
    row: statementRow,
  }),
  confirmStatement: mutation({
    input: z.strictObject({ commandId, statementId: id }),
    addresses: ofStatement,
    run: async ({ statementId }, context, caller) =>
      confirmStatement(context.app, caller, await settlementIdOf(statementId, context), statementId),
    field: 'statement',
    row: statementRow,
  }),
  approvePayment: mutation({
    input: z.strictObject({ commandId, statementId: id, contentHash: z.string().min(1).max(200) }),
    addresses: ofStatement,
    run: async ({ commandId: _commandId, ...input }, context, caller) =>
      approvePayment(context.app, caller, await settlementIdOf(input.statementId, context), input),
    field: 'statement',
    row: statementRow,
  }),
  recordPayment: mutation({
    input: z.strictObject({ commandId, statementId: id, paidOn: day, amountYen: z.int(), reference: name }),
    addresses: ofStatement,
    run: async ({ commandId: _commandId, ...input }, context, caller) =>
      recordPayment(context.app, caller, await settlementIdOf(input.statementId, context), input),
    field: 'statement',
    row: statementRow,
  }),
};

export const settlementSlice: Slice = {
  resolvers: {
    Query: { statement: (_root, { id: statementId }, context) => context.seeing(statements, statementId) },
    Network: {
      statements: (row, { filter, first, after }, { app, viewer }) => {
        const count = checkedFirst(first);
        const by = {
          networkId: row.id,
          ofOfficeId: viewer?.role === 'COORDINATOR' ? viewer.officeId : null,
          month: filter?.month ?? null,
          partnerOfficeId: filter?.partnerOfficeId ?? null,
          assistOfficeId: filter?.assistOfficeId ?? null,
          status: filter?.status ? [...filter.status] : null,
        };
        const { rows, totals } = statementsBy(app.readModel, by, { after: keyOfCursor(after, 2), limit: count + 1 });
        const page = { rows: rows.slice(0, count), hasNextPage: rows.length > count, totalCount: totals.statements };
        return { ...connectionOf(page, ({ month, number }) => [month, number], after), totals };
      },
      settlementPreview: async (row, { partnerOfficeId, assistOfficeId, month, terms }, context) => {
        const { viewer, app } = context;
        if (!isCoordinatorOf(viewer, partnerOfficeId) && !isCoordinatorOf(viewer, assistOfficeId)) return null;
        const shape = terms ? proposeTermsInput.safeParse(terms) : null;
        if (shape && !shape.success)
          throw apiError('BAD_USER_INPUT', 'terms: not valid', [
            'terms',
            ...(shape.error.issues[0]?.path.map(String) ?? []),
          ]);
        const pair = { networkId: row.id, partnerOfficeId, assistOfficeId };
        const { closing, holds } = await previewSettlement(
          app,
          pair,
          month,
          shape?.data ? termsContentOf(shape.data) : null,
        );
        return {
          lines: closing.lines.map((line, index) => ({ ...line, index })),
          subtotals: closing.subtotals,
          totalYen: closing.totalYen,
          holds,
        };
      },
    },
    Hold: {
      visit: async (row, _args, context) => found(await context.load(visits, row.visitId)),
      waitingFor: async (row, _args, context) => found(await context.load(offices, row.waitingForOfficeId)),
    },
    Statement: {
      network: async (row, _args, context) => found(await context.load(networks, row.networkId)),
      partnerOffice: async (row, _args, context) => found(await context.load(offices, row.partnerOfficeId)),
      assistOffice: async (row, _args, context) => found(await context.load(offices, row.assistOfficeId)),
      lines: (row, { first, after }, { app }) => {
        const count = checkedFirst(first, 100);
        const key = keyOfCursor(after, 1);
        const rows = linesOfStatement(app.readModel, row.id, key ? Number(key[0]) : -1, count + 1);
        const page = {
          rows: rows.slice(0, count),
          hasNextPage: rows.length > count,
          totalCount: lineCountOf(app.readModel, row.id),
        };
        return connectionOf(page, ({ index }) => [index], after);
      },
      subtotals: (row) => row.taxSubtotals,
      issuedBy: (row, _args, context) => memberNameShownTo(context, row.issuedBySubject, row.partnerOfficeId),
      payment: async (row, _args, context) =>
        row.approvedAt === null
          ? null
          : {
              approvedBy: await memberNameShownTo(context, row.approvedBySubject ?? '', row.partnerOfficeId),
              approvedAt: row.approvedAt,
              paidOn: row.paidOn,
              amountYen: row.paidYen,
              reference: row.paymentReference,
            },
      carriedInto: (row, _args, context) => context.load(statements, carriedInto(context.app.readModel, row.id)),
      history: (row, _args, { app }) =>
        historyOf(app.readModel, streamOf('settlement', row.settlementId)).filter(
          ({ data }) => (JSON.parse(data) as { statementId?: Uuid }).statementId === row.id,
        ),
    },
    StatementLine: {
      id: (row) => row.lineId,
      visit: (row, _args, context) => context.seeing(visits, row.visitId),
      description: (row) => descriptionOf(row),
      yenPerUnit: (row) => yenPerUnitText(row.yenPerUnitHundredths),
    },
  },
  mutations: settlementMutations,
  rights: [statements],
};
