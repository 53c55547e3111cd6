import type { SheetsAsked } from '../../documents/record-sheet.ts';
import { visitInWords } from '../../documents/words.ts';
import { MOST_SHEETS_OF_A_FILE } from '../../domain/limits.ts';
import type { Download, DownloadedFile } from '../download.ts';
import { SheetForFileDocument, SheetsForFileDocument, type SheetsForFileQuery } from '../schema/documents.gen.ts';
import { exportAsked, monthsOf } from './export-asked.ts';
import type { Making, ReadPage } from './making.ts';

const pdfOf = (asked: Omit<SheetsAsked, 'madeAt'>, making: Making): DownloadedFile => ({
  name: `${asked.title.replace(' ', '_')}.pdf`,
  contentType: 'application/pdf',
  content: making.drawn('recordSheetsPdf', { ...asked, madeAt: making.app.clock.now() }, asked.sheets.length + 1),
});

/** `Visit.recordSheetUrl`: the record sheet of one visit as PDF (サービス提供記録). */
export const recordSheetFile: Download = {
  kind: 'record-sheet',
  make: async ({ id }, making) => {
    const { visit } = await making.ask(SheetForFileDocument, { id });
    // Who may not have the address may not have the sheet.
    if (!visit?.recordSheetUrl) return null;
    return pdfOf({ title: `サービス提供記録 ${visit.number}`, sheets: [visit], without: [] }, making);
  },
};

type Line = NonNullable<SheetsForFileQuery['network']>['visitLedger']['edges'][number]['node'];

/** ExportKind RECORD_SHEETS: those of the lines of the ledger, in their order. */
export const recordSheetsFile: Download = {
  kind: 'record-sheets',
  make: async ({ id: networkId, query }, making) => {
    const asked = exportAsked('RECORD_SHEETS', query);
    const { filter } = asked;
    const lists = monthsOf(asked).map(
      (month): ReadPage<Line> =>
        async (page) => {
          const variables = { networkId, month, filter, ...page };
          return (await making.ask(SheetsForFileDocument, variables)).network?.visitLedger;
        },
    );
    const lines = await making.all({ lists, most: MOST_SHEETS_OF_A_FILE });
    const visits = lines.map(({ visit }) => visit);
    const sheets = visits.filter(({ recordSheetUrl }) => recordSheetUrl !== null);
    const without = visits.filter(({ recordSheetUrl }) => recordSheetUrl === null).map(visitInWords);
    return pdfOf({ title: `サービス提供記録 ${asked.from}_${asked.to}`, sheets, without }, making);
  },
};
