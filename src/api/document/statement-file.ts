import type { StatementOnPaper } from '../../documents/statement.ts';
import { MOST_LINES_OF_A_FILE } from '../../domain/limits.ts';
import { placeOfLine } from '../../projections/statements.ts';
import type { Download } from '../download.ts';
import {
  StatementForFileDocument,
  StatementLinesForFileDocument,
  type StatementLinesForFileQuery,
} from '../schema/documents.gen.ts';
import { statements } from '../statement/visibility.ts';
import type { Making, ReadPage } from './making.ts';

type Line = NonNullable<StatementLinesForFileQuery['statement']>['lines']['edges'][number]['node'];

/** `Statement.documentUrl`: the statement as PDF (支払通知書, 仕入明細書). */
export const statementFile: Download = {
  kind: 'statement',
  make: async ({ id }, making) => {
    const { statement } = await making.ask(StatementForFileDocument, { id });
    if (!statement) return null;
    const list: ReadPage<Line> = async (page) =>
      (await making.ask(StatementLinesForFileDocument, { id, ...page })).statement?.lines;
    const rows = await making.all({ lists: [list], most: MOST_LINES_OF_A_FILE });
    const corrected = await correctedLines(
      rows.flatMap(({ corrects }) => corrects ?? []),
      making,
    );
    const lines = rows.map((line) => ({ ...line, corrects: corrected.get(line.corrects ?? '') ?? null }));
    const asked = { statement: statement satisfies StatementOnPaper, lines, madeAt: making.app.clock.now() };
    const content = making.drawn('statementPdf', asked, lines.length);
    return { name: `支払通知書_${statement.number}.pdf`, contentType: 'application/pdf', content };
  },
};

/** Where lines stand that others put right: the number of their statement, and their own. */
const correctedLines = (lineIds: readonly string[], making: Making) =>
  making.inTurn(async (context) => {
    const places = new Map<string, { number: string; line: number }>();
    context.cost.rows(lineIds.length);
    for (const lineId of lineIds) {
      const place = placeOfLine(context.app.readModel, lineId);
      const statement = place && context.visible(statements, place.statementId);
      if (place && statement) places.set(lineId, { number: statement.number, line: place.lineIndex + 1 });
    }
    return places;
  });
