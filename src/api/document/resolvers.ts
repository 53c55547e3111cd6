import { recordOf } from '../../projections/visits.ts';
import { type Download, downloadUrl } from '../download.ts';
import type { ExportKind } from '../schema/types.gen.ts';
import type { Slice } from '../slice.ts';
import { delegationsFile } from './delegations-file.ts';
import { evaluationReportFile } from './evaluation-report-file.ts';
import { checkExport, checkMonths } from './export-asked.ts';
import { ledgerFile } from './ledger-file.ts';
import { pseudonymousVisitsFile } from './pseudonymous-visits-file.ts';
import { recordSheetFile, recordSheetsFile } from './record-sheet-file.ts';
import { statementFile } from './statement-file.ts';
import { statementsFile } from './statements-file.ts';

const EXPORTS: Readonly<Record<ExportKind, Download>> = {
  LEDGER: ledgerFile,
  DELEGATIONS: delegationsFile,
  STATEMENTS: statementsFile,
  RECORD_SHEETS: recordSheetsFile,
  VISITS_PSEUDONYMOUS: pseudonymousVisitsFile,
};

/** Addresses of what is downloaded, and what stands behind them. */
export const documentSlice: Slice = {
  resolvers: {
    Network: {
      exportUrl: (row, { kind, from, to, filter, knownAt, encoding }, { app, cost }) => {
        const given = Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== null));
        const asked = { from, to, filter: given, knownAt: knownAt ?? null, encoding: encoding ?? 'UTF8_BOM' };
        checkExport(kind, asked);
        const inJson = Object.keys(given).length === 0 ? null : JSON.stringify(given);
        const url = downloadUrl(app, EXPORTS[kind].kind, row.id, { ...asked, filter: inJson });
        // It repeats what was sent, as often as it is asked for.
        cost.made(url);
        return url;
      },
      evaluationReportUrl: ({ id }, { from, to, knownAt }, { app }) => {
        checkMonths({ from, to });
        return downloadUrl(app, evaluationReportFile.kind, id, { from, to, knownAt: knownAt ?? null });
      },
    },
    Statement: { documentUrl: ({ id }, _args, { app }) => downloadUrl(app, statementFile.kind, id) },
    Visit: {
      recordSheetUrl: (row, _args, { app }) =>
        recordOf(row) === null ? null : downloadUrl(app, recordSheetFile.kind, row.id),
    },
  },
  mutations: {},
  rights: [],
  downloads: [...Object.values(EXPORTS), statementFile, recordSheetFile, evaluationReportFile],
};
