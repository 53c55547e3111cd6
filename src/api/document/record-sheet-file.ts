import type { SheetsAsked } from '../../documents/record-sheet.ts';
import { visitInWords } from '../../documents/words.ts';
import { MOST_SHEETS_OF_A_FILE } from '../../domain/limits.ts';
import type { Download } from '../download.ts';
import { SheetForFileDocument, SheetsForFileDocument, type SheetsForFileQuery } from '../schema/documents.gen.ts';
import { exportAsked, monthsOf } from './export-asked.ts';
import type { Making } from './making.ts';
import { bufferOf } from './tables.ts';

const pdfOf = async (asked: Omit<SheetsAsked, 'madeAt'>, making: Making) => {
  const { bytes } = await making.made(
    'recordSheetsPdf',
    { ...asked, madeAt: making.app.clock.now() },
    asked.sheets.length + 1,
  );
  return { name: `${asked.title.replace(' ', '_')}.pdf`, contentType: 'application/pdf', content: bufferOf(bytes) };
};

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
    const months = monthsOf(asked);
    const lines: Line[] = [];
    for (const [part, month] of months.entries()) {
      const found = await making.all<Line>(
        async (after) =>
          (await making.ask(SheetsForFileDocument, { networkId, month, filter, after })).network?.visitLedger,
        { most: MOST_SHEETS_OF_A_FILE - lines.length, part, parts: months.length },
      );
      if (found === null) return null;
      lines.push(...found);
    }
    const visits = lines.map(({ visit }) => visit);
    const sheets = visits.filter(({ recordSheetUrl }) => recordSheetUrl !== null);
    const without = visits.filter(({ recordSheetUrl }) => recordSheetUrl === null).map(visitInWords);
    return pdfOf({ title: `サービス提供記録 ${asked.from}_${asked.to}`, sheets, without }, making);
  },
};
