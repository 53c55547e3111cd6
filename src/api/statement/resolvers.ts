import { readModelAtHead } from '../../commands/command-app.ts';
import { streamOf, type Uuid, uuidOf } from '../../domain/ids.ts';
import { deductibleYen } from '../../domain/settlement/tax.ts';
import {
  carriedInto,
  linesOfStatement,
  type StatementLineRow,
  statementsBy,
  statementTotals,
} from '../../projections/statements.ts';
import { memberNameShownTo } from '../member/name.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { checkedFirst, edgesOf, keyOfCursor, once, pageOf } from '../paging.ts';
import { shapeError } from '../shape-problems.ts';
import type { Slice } from '../slice.ts';
import { proposedTerms } from '../terms/mutations.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { yenPerUnitText } from '../visit/resolvers.ts';
import { visits } from '../visit/visibility.ts';
import { statementMutations } from './mutations.ts';
import { paymentOf } from './payment.ts';
import { disputesOfLines, statements, statementsListed } from './visibility.ts';

const LINE_WORDS: Readonly<Record<string, string>> = {
  VISIT: '訪問介護の受託',
  CANCELLATION: '取消料',
  ADJUSTMENT: '前回までの明細の訂正差額',
  CARRIED_FORWARD: '繰越',
};

/** Made when read: kind, day and service code; no name (rule 34). */
const descriptionOf = ({ kind, date, serviceCode }: StatementLineRow): string =>
  [LINE_WORDS[kind] ?? kind, date, serviceCode].filter((part) => part !== null).join(' ');

/** Where a text said in a pair's settlement is sealed. */
const sealedAt = ({ settlementId }: { settlementId: Uuid }, path: string) => ({
  stream: streamOf('settlement', settlementId),
  path,
});

export const statementSlice: Slice = {
  resolvers: {
    Query: { statement: (_root, { id: statementId }, context) => context.visible(statements, statementId) },
    Network: {
      statements: (row, { filter, first, after }, context) => {
        const count = checkedFirst(first);
        const by = {
          networkId: row.id,
          ...statementsListed(context),
          number: filter?.number ?? null,
          month: filter?.month ?? null,
          partnerOfficeId: filter?.partnerOfficeId ?? null,
          assistOfficeId: filter?.assistOfficeId ?? null,
          status: filter?.status ? [...filter.status] : null,
        };
        const [month, number] = keyOfCursor(after, 2) ?? [];
        const begin = month === undefined ? null : ([String(month), String(number)] as const);
        const rows = statementsBy(context.app.readModel, by, { after: begin, limit: count + 1 });
        const totals = once(() => statementTotals(context.app.readModel, by));
        return {
          ...edgesOf(rows, count, (row) => [row.month, row.number], after),
          get totalCount() {
            return totals().statements;
          },
          get totals() {
            return totals();
          },
        };
      },
      settlementPreview: async (row, { partnerOfficeId, assistOfficeId, month, terms }, context) => {
        const { viewer, app } = context;
        if (!isCoordinatorOf(viewer, partnerOfficeId) && !isCoordinatorOf(viewer, assistOfficeId)) return null;
        const both = await Promise.all([partnerOfficeId, assistOfficeId].map((id) => context.visible(offices, id)));
        if (both.includes(null)) return null;
        const { commandId: _, ...asked } = terms ?? {};
        const shape = terms ? proposedTerms.safeParse(asked) : null;
        if (shape && !shape.success) throw shapeError(shape.error, ['terms']);
        const pair = { networkId: row.id, partnerOfficeId, assistOfficeId };
        await readModelAtHead(app);
        const { closing, holds } = await app.questions.ask('settlementPreview', {
          pair,
          month,
          now: app.clock.now(),
          terms: shape?.data?.proposal ?? null,
        });
        // A line that is not issued is this preview's alone: not that of another month, nor of
        // other terms.
        const idOf = ({ lineId }: { lineId: Uuid }): Uuid =>
          uuidOf('previewed-line', lineId, month, JSON.stringify(asked));
        return {
          lines: closing.lines.map((line, index) => ({ ...line, lineId: idOf(line), index })),
          subtotals: closing.subtotals,
          totalYen: closing.totalYen,
          holds,
        };
      },
    },
    Hold: {
      id: ({ visitId, code, waitingForOfficeId }) => uuidOf('hold', visitId, code, waitingForOfficeId),
      visit: (row, _args, context) => context.found(visits, row.visitId),
      waitingFor: (row, _args, context) => context.found(offices, row.waitingForOfficeId),
    },
    Statement: {
      network: (row, _args, context) => context.found(networks, row.networkId),
      partnerOffice: (row, _args, context) => context.found(offices, row.partnerOfficeId),
      assistOffice: (row, _args, context) => context.found(offices, row.assistOfficeId),
      lines: (row, { first, after }, context) => {
        const { app } = context;
        const count = checkedFirst(first, 100);
        const key = keyOfCursor(after, 1);
        const rows = linesOfStatement(app.readModel, row.id, key ? Number(key[0]) : -1, count + 1);
        const found = { rows, totalCount: () => row.lineCount };
        return pageOf(found, count, ({ index }) => [index], after);
      },
      subtotals: (row) => row.taxSubtotals,
      deductibleYen: (row) => (row.confirmedAt === null ? 0 : deductibleYen(row.taxSubtotals, row.deductiblePercent)),
      issuedBy: (row, _args, context) => memberNameShownTo(context, row.issuedBySubject, row.partnerOfficeId),
      payment: (row, _args, context) => paymentOf(row, context),
      replaces: (row, _args, context) => context.load(statements, row.replaces),
      replacedBy: (row, _args, context) => context.load(statements, row.replacedBy),
      voidReason: (row, _args, context) => context.open(row.sealedVoidReason, sealedAt(row, 'reason')),
      carriedInto: (row, _args, context) => context.load(statements, carriedInto(context.app.readModel, row.id)),
      history: (row) => row.history,
    },
    StatementLine: {
      id: (row) => row.lineId,
      visit: (row, _args, context) => context.visible(visits, row.visitId),
      description: (row) => descriptionOf(row),
      yenPerUnit: (row) => yenPerUnitText(row.yenPerUnitHundredths),
      dispute: (row, _args, context) => context.load(disputesOfLines, row.lineId),
    },
    LineDispute: {
      reason: (row, _args, context) => context.open(row.sealedReason, sealedAt(row, 'reason')),
      openedBy: (row, _args, context) => memberNameShownTo(context, row.openedBySubject, row.assistOfficeId),
      answer: (row, _args, context) => context.open(row.sealedAnswer, sealedAt(row, 'answer')),
    },
  },
  mutations: statementMutations,
  rights: [statements],
};
