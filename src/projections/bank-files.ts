import type { Day, Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Yen } from '../domain/vocabulary.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { rowsOfIds } from './rows.ts';
import { integer, table, text } from './table.ts';

/** A file for a bank; its text stays in the log. */
export interface BankFileRow {
  readonly id: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly transferDate: Day;
  readonly transfers: number;
  readonly totalYen: Yen;
  readonly createdAt: Instant;
  /** Partner office's key, stream of the file, path `sha256`. */
  readonly sealedSha256: string;
}

export const bankFiles = table<BankFileRow>(
  'bank_files',
  {
    id: text(),
    partnerOfficeId: text(),
    transferDate: text(),
    transfers: integer,
    totalYen: integer,
    createdAt: text(),
    sealedSha256: text(),
  },
  ['id'],
);

/** Files for banks (総合振込). */
export const bankFilesView: Projection = {
  name: 'bank-files',
  tables: [bankFiles],
  handlers: (batch) => ({
    BankFileMade: ({ streamId, occurredAt, data }) => {
      const { partnerOfficeId, transferDate, totalYen, sha256 } = data;
      batch.rows(bankFiles).put({
        id: streamId,
        partnerOfficeId,
        transferDate,
        transfers: data.transfers.length,
        totalYen,
        createdAt: occurredAt,
        sealedSha256: sha256,
      });
    },
  }),
};

/** Those that there are, in the order of the ids. */
export const bankFilesById = (readModel: ReadModel, ids: readonly Uuid[]): BankFileRow[] =>
  rowsOfIds(readModel, bankFiles, ids);
