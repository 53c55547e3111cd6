import type { HistoryRow } from '../../projections/history.ts';
import type { ApiContext } from '../context.ts';
import { offices } from '../office/visibility.ts';

/** The rows of a history; the offices that they name will be read at once. */
export const withOffices = (context: ApiContext, rows: readonly HistoryRow[]): readonly HistoryRow[] => {
  context.expect(offices, () => rows.map(({ actorOfficeId }) => actorOfficeId));
  return rows;
};
