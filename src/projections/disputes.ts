import type { Uuid } from '../domain/ids.ts';
import type { StatementLine } from '../domain/settlement/events.ts';
import { answerBy } from '../domain/settlement/payment.ts';
import type { Batch } from './batch.ts';
import { type DisputeRow, disputes } from './dispute-table.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { allLinesOf, placeOfLine, statements } from './statements.ts';
import { keepTasksOfDispute } from './tasks.ts';
import { visitTable } from './visit-table.ts';

/** Disputes of lines, and what became of them. */
export const disputesView: Projection = {
  name: 'disputes',
  tables: [disputes],
  handlers: (batch) => ({
    LineDisputed: (event) => {
      const { statementId, lineId, visitId, reason } = event.data;
      const statement = batch.rows(statements).get(statementId);
      if (!statement) return;
      put(batch, undefined, {
        id: lineId,
        statementId,
        settlementId: event.streamId,
        networkId: statement.networkId,
        partnerOfficeId: statement.partnerOfficeId,
        assistOfficeId: statement.assistOfficeId,
        month: statement.month,
        visitId,
        sealedReason: reason,
        openedBySubject: event.metadata.actor.subject,
        openedAt: event.occurredAt,
        answerBy: answerBy(statement.dueOn, event.occurredAt),
        outcome: null,
        sealedAnswer: null,
        resolvedAt: null,
        adjustmentYen: null,
        answerId: null,
        settledIn: null,
        toAmend: false,
        isVoided: false,
      });
    },
    DisputeResolved: ({ id: answerId, occurredAt: resolvedAt, data }) => {
      const { lineId, outcome, answer: sealedAnswer, adjustmentYen } = data;
      const toAmend = outcome === 'UPHELD' && adjustmentYen === null && standsAsPriced(batch, lineId);
      change(batch, lineId, { outcome, sealedAnswer, resolvedAt, adjustmentYen, answerId, toAmend });
    },
    VisitRecordAmended: ({ streamId }) => isAmended(batch, streamId),
    VisitVerified: ({ streamId }) => isAmended(batch, streamId),
    VisitCancelled: ({ streamId }) => isAmended(batch, streamId),
    VisitMissed: ({ streamId }) => isAmended(batch, streamId),
    StatementLinesListed: ({ data: { statementId, lines } }) => {
      for (const line of lines)
        if (isFromDispute(batch, line)) change(batch, line.corrects ?? '', { settledIn: statementId });
    },
    StatementVoided: ({ data: { statementId } }) => {
      for (const row of batch.rows(disputes).find('byStatement', [statementId]))
        put(batch, row, { ...row, toAmend: false, isVoided: true });
      for (const line of allLinesOf(batch, statementId))
        if (isFromDispute(batch, line)) change(batch, line.corrects ?? '', { settledIn: null });
    },
  }),
};

/** Whether nobody has amended the record of a line's visit, or priced it anew, since the line. */
const standsAsPriced = (batch: Batch, lineId: Uuid): boolean => {
  const line = placeOfLine(batch, lineId)?.line;
  const visit = line?.visitId ? batch.rows(visitTable).get(line.visitId) : undefined;
  if (!line || visit?.state.status !== 'VERIFIED') return false;
  return isFromDispute(batch, line) ? !visit.toSettle : visit.pricedBy === line.pricedBy;
};

/** The record was amended, or the visit priced anew: nobody is asked for it any more. */
const isAmended = (batch: Batch, visitId: Uuid): void => {
  for (const row of batch.rows(disputes).find('toAmend', [visitId])) put(batch, row, { ...row, toAmend: false });
};

const change = (batch: Batch, lineId: Uuid, changes: Partial<DisputeRow>): void => {
  const row = batch.rows(disputes).get(lineId);
  if (row) put(batch, row, { ...row, ...changes });
};

/** Puts a dispute in the place of the one before, and what waits because of it. */
const put = (batch: Batch, before: DisputeRow | undefined, row: DisputeRow): void => {
  batch.rows(disputes).put(row);
  keepTasksOfDispute(batch, before, row);
};

/** Whether a line adds what a dispute was upheld with: it prices no visit (rule 31). */
export const isFromDispute = (
  reading: Reading,
  { corrects, pricedBy }: Pick<StatementLine, 'corrects' | 'pricedBy'>,
): boolean => corrects !== null && pricedBy !== null && reading.rows(disputes).get(corrects)?.answerId === pricedBy;

/** By the ids of their lines. */
export const disputesById = (readModel: ReadModel, lineIds: readonly Uuid[]): DisputeRow[] =>
  rowsOfIds(readModel, disputes, lineIds);
