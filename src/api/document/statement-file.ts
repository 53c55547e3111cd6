import type { StatementOnPaper } from '../../documents/statement.ts';
import { MOST_LINES_OF_A_FILE } from '../../domain/limits.ts';
import { placeOfLine } from '../../projections/statements.ts';
import type { Download } from '../download.ts';
import { StatementForFileDocument, StatementLinesForFileDocument } from '../schema/documents.gen.ts';
import { statements } from '../statement/visibility.ts';
import type { Making } from './making.ts';
import { bufferOf } from './tables.ts';

/** `Statement.documentUrl`: the statement as PDF (支払通知書, 仕入明細書). */
export const statementFile: Download = {
  kind: 'statement',
  make: async ({ id }, making) => {
    const { statement } = await making.ask(StatementForFileDocument, { id });
    if (!statement) return null;
    const rows = await making.all(
      async (after) => (await making.ask(StatementLinesForFileDocument, { id, after })).statement?.lines,
      { most: MOST_LINES_OF_A_FILE },
    );
    if (rows === null) return null;
    const corrected = await correctedLines(
      rows.flatMap(({ corrects }) => corrects ?? []),
      making,
    );
    const lines = rows.map((line) => ({ ...line, corrects: corrected.get(line.corrects ?? '') ?? null }));
    const asked = { statement: statement satisfies StatementOnPaper, lines, madeAt: making.app.clock.now() };
    const pdf = await making.made('statementPdf', asked, lines.length);
    return { name: `支払通知書_${statement.number}.pdf`, contentType: 'application/pdf', content: bufferOf(pdf.bytes) };
  },
};

/** Where lines stand that others put right: the number of their statement, and their own. */
const correctedLines = (lineIds: readonly string[], making: Making) =>
  making.inTurn(async (context) => {
    const places = new Map<string, { number: string; line: number }>();
    context.cost.rows(lineIds.length);
    for (const lineId of lineIds) {
      const place = placeOfLine(context.app.readModel, lineId);
      const statement = place && (await context.visible(statements, place.statementId));
      if (place && statement) places.set(lineId, { number: statement.number, line: place.lineIndex + 1 });
    }
    return places;
  });
