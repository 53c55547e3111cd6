import { html } from '../html.ts';
import type { Charts } from './chart.ts';
import { type MonthInReport, monthWords, oneDecimal, percentWords, twoDecimals, wholeWords } from './figures.ts';
import { casesColumn, figureColumn, MONTH, shown, smallOf } from './month-figures.ts';
import { type Section, table } from './page.ts';

type Months = readonly MonthInReport[];

/** 回答までの時間: from the request until an office had the visit. */
export const timeToAccept = (months: Months, charts: Charts): Section => {
  const title = '依頼から引き受けまでの時間';
  const figures = charts.figures({
    title,
    unit: '分',
    words: wholeWords,
    categories: months.map(({ month }) => monthWords(month)),
    series: [
      { name: '中央値', values: months.map((month) => shown(month, 'medianMinutesToAccept')) },
      { name: '90パーセンタイル', values: months.map((month) => shown(month, 'p90MinutesToAccept')) },
    ],
  });
  return {
    html: html`<h2>引き受けまでの時間</h2>
<p>依頼から、または返上されてから、どこかの事業所が訪問を引き受けるまでの時間です。</p>
${figures}
${table(
  title,
  [
    MONTH,
    figureColumn('中央値（分）', 'medianMinutesToAccept', wholeWords),
    figureColumn('90パーセンタイル（分）', 'p90MinutesToAccept', wholeWords),
    casesColumn('medianMinutesToAccept'),
  ],
  months,
)}`,
    hidden: smallOf(months, 'medianMinutesToAccept', 'p90MinutesToAccept'),
  };
};

/** 訪問の実施状況. */
export const conduct = (months: Months): Section => {
  const rates = [
    ['訪問なしの割合', 'missedRate', percentWords],
    ['取消の割合', 'cancelledRate', percentWords],
    ['返上の割合', 'releasedRate', percentWords],
    ['要確認の割合', 'exceptionRate', percentWords],
    ['記録までの時間（中央値、時間）', 'medianHoursToRecord', oneDecimal],
    ['利用者あたりの訪問介護員（人）', 'caregiversPerClient', oneDecimal],
    ['継続性の指数', 'continuityOfCare', twoDecimals],
  ] as const;
  return {
    html: html`<h2>訪問の実施状況</h2>
<p>継続性の指数（Bice–Boxerman）は、1なら同じ訪問介護員がすべて訪問し、0なら毎回ちがう人が訪問したことを表します。</p>
${table(
  '月ごとの実施状況',
  [MONTH, ...rates.map(([title, name, words]) => figureColumn(title, name, words))],
  months,
)}`,
    hidden: smallOf(months, ...rates.map(([, name]) => name)),
  };
};
