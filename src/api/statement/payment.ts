import { streamOf } from '../../domain/ids.ts';
import type { StatementRow } from '../../projections/statements.ts';
import { bankFiles } from '../bank-file/visibility.ts';
import type { ApiContext } from '../context.ts';
import { memberNameShownTo } from '../member/name.ts';
import { whenHere } from '../soon.ts';

/** From the approval on, and where it came back, until it is approved for another account. */
export const paymentOf = (row: StatementRow, context: ApiContext) => {
  const { approvedAt, approvedBySubject, failedAt, settlementId, partnerOfficeId, transferDate } = row;
  if (approvedAt === null && failedAt === null) return null;
  const field = (path: string) => ({ stream: streamOf('settlement', settlementId), path });
  const approver = approvedBySubject === null ? null : memberNameShownTo(context, approvedBySubject, partnerOfficeId);
  return whenHere(approver, (approvedBy) =>
    whenHere(context.open(row.sealedPaymentReference, field('reference')), (reference) =>
      whenHere(context.open(row.sealedFailedReason, field('reason')), (failedReason) =>
        whenHere(context.visible(bankFiles, row.bankFileId), (bankFile) => ({
          approvedBy,
          approvedAt,
          bankFile,
          transferDate,
          paidOn: row.paidOn,
          amountYen: row.paidYen,
          reference,
          failedReason,
        })),
      ),
    ),
  );
};
