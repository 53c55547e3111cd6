import { smallGroups } from '../../domain/evaluation/small-groups.ts';
import { type Html, html } from '../html.ts';
import type { Charts } from './chart.ts';
import { BAND_WORDS, HIDDEN, type MonthInReport, monthWords, NONE, percentWords, wholeWords } from './figures.ts';
import { type ReportColumn, type Section, table } from './page.ts';

/** Requested and covered visits; null where they are hidden. */
interface Coverage {
  readonly name: string;
  readonly requested: number;
  readonly covered: number;
  readonly isHidden: boolean;
}
const withSmallHidden = (rows: readonly Omit<Coverage, 'isHidden'>[]): Coverage[] => {
  const small = smallGroups(rows.map(({ requested }) => requested));
  return rows.map((row, n) => ({ ...row, isHidden: small.has(n) }));
};
const COVERAGE: readonly ReportColumn<Coverage>[] = [
  { title: '区分', cell: ({ name }) => name },
  { title: '依頼された訪問', cell: ({ requested, isHidden }) => (isHidden ? HIDDEN : wholeWords(requested)) },
  { title: '充足した訪問', cell: ({ covered, isHidden }) => (isHidden ? HIDDEN : wholeWords(covered)) },
  {
    title: '充足率',
    cell: ({ requested, covered, isHidden }) => {
      if (isHidden) return HIDDEN;
      return requested === 0 ? NONE : percentWords(covered / requested);
    },
  },
];
const coverageChart = (charts: Charts, title: string, rows: readonly Coverage[]): readonly Html[] =>
  charts.figures({
    title,
    unit: '訪問（件）',
    words: wholeWords,
    isStacked: true,
    categories: rows.map(({ name, isHidden }) => (isHidden ? `${name} ${HIDDEN}` : name)),
    series: [
      { name: '充足', values: rows.map(({ covered, isHidden }) => (isHidden ? null : covered)) },
      {
        name: '未充足',
        values: rows.map(({ requested, covered, isHidden }) => (isHidden ? null : requested - covered)),
      },
    ],
  });

/** 充足: how many of the visits that were asked for were made possible. */
export const coverage = (months: readonly MonthInReport[], charts: Charts): Section => {
  const byMonth = withSmallHidden(
    months.map(({ month, visitsRequested, visitsCovered }) => ({
      name: monthWords(month),
      requested: visitsRequested,
      covered: visitsCovered,
    })),
  );
  const all = months.flatMap(({ byTimeBand }) => byTimeBand);
  const sum = (rows: typeof all, field: 'requested' | 'covered'): number =>
    rows.reduce((total, row) => total + row[field], 0);
  const byBand = withSmallHidden(
    (['EARLY', 'DAY', 'EVENING', 'NIGHT'] as const).map((band) => {
      const rows = all.filter((row) => row.band === band);
      return { name: BAND_WORDS[band], requested: sum(rows, 'requested'), covered: sum(rows, 'covered') };
    }),
  );
  return {
    html: html`<h2>充足</h2>
<p>依頼された訪問のうち、どこかの事業所が引き受けたものの割合です。</p>
${coverageChart(charts, '月ごとの充足', byMonth)}
${table('月ごとの充足', COVERAGE, byMonth)}
${coverageChart(charts, '時間帯ごとの充足（全期間）', byBand)}
${table('時間帯ごとの充足（全期間）', COVERAGE, byBand)}`,
    hidden: [...byMonth, ...byBand].filter(({ isHidden }) => isHidden).length,
  };
};
