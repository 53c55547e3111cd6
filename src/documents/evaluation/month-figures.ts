import { LEAST_CASES } from '../../domain/evaluation/small-groups.ts';
import { HIDDEN, type MonthInReport, monthWords, NONE, wholeWords } from './figures.ts';
import type { ReportColumn } from './page.ts';

/** Figures by name that are null where there is no case. */
export type FigureName = Exclude<
  keyof MonthInReport,
  'month' | 'visitsRequested' | 'visitsCovered' | 'coveredInFirstRound' | 'escalated' | 'load' | 'byTimeBand' | 'cases'
>;
export const casesOf = ({ cases }: MonthInReport, name: FigureName): number =>
  cases.find(({ figure }) => figure === name)?.n ?? 0;
const isSmall = (month: MonthInReport, name: FigureName): boolean => {
  const n = casesOf(month, name);
  return n > 0 && n < LEAST_CASES;
};
export const shown = (month: MonthInReport, name: FigureName): number | null =>
  isSmall(month, name) ? null : (month[name] ?? null);
export const MONTH: ReportColumn<MonthInReport> = { title: '月', cell: ({ month }) => monthWords(month) };
export const figureColumn = (
  title: string,
  name: FigureName,
  words: (value: number) => string,
): ReportColumn<MonthInReport> => ({
  title,
  cell: (month) => {
    if (isSmall(month, name)) return HIDDEN;
    const value = month[name] ?? null;
    return value === null ? NONE : words(value);
  },
});
export const casesColumn = (name: FigureName): ReportColumn<MonthInReport> => ({
  title: '件数',
  cell: (month) => (isSmall(month, name) ? HIDDEN : wholeWords(casesOf(month, name))),
});
export const smallOf = (months: readonly MonthInReport[], ...names: readonly FigureName[]): number =>
  months.reduce((all, month) => all + names.filter((name) => isSmall(month, name)).length, 0);
