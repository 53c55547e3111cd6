import { downloadUrl } from '../download.ts';
import type { Slice } from '../slice.ts';
import { checkExport } from './export-asked.ts';
import { ledgerFile } from './ledger-file.ts';

const EXPORTS = { LEDGER: ledgerFile };

/** Addresses of what is downloaded, and what stands behind them. */
export const documentSlice: Slice = {
  resolvers: {
    Network: {
      exportUrl: (row, { kind, from, to, filter, knownAt, encoding }, { app }) => {
        const given = Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== null));
        const asked = { from, to, filter: given, knownAt: knownAt ?? null, encoding: encoding ?? 'UTF8_BOM' };
        checkExport(kind, asked);
        const inJson = Object.keys(given).length === 0 ? null : JSON.stringify(given);
        return downloadUrl(app, EXPORTS[kind].kind, row.id, { ...asked, filter: inJson });
      },
    },
  },
  mutations: {},
  rights: [],
  downloads: [ledgerFile],
};
