import { html } from '../html.ts';
import type { Charts } from './chart.ts';
import { hoursOf, type MonthInReport, NONE, oneDecimal, percentWords, twoDecimals, wholeWords } from './figures.ts';
import { casesOf, MONTH } from './month-figures.ts';
import { figure, type ReportColumn, type Section, table } from './page.ts';

interface Load {
  readonly name: string;
  readonly minutes: number;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lapsed: number;
}
const loadsOf = (months: readonly MonthInReport[]): Load[] => {
  const byOffice = Map.groupBy(
    months.flatMap(({ load }) => load),
    ({ office }) => office.id,
  );
  const sum = (rows: MonthInReport['load'], field: Exclude<keyof Load, 'name'>): number =>
    rows.reduce((total, row) => total + row[field], 0);
  return [...byOffice.values()]
    .map((rows) => ({
      name: rows[0]?.office.name ?? '',
      minutes: sum(rows, 'minutes'),
      offered: sum(rows, 'offered'),
      accepted: sum(rows, 'accepted'),
      declined: sum(rows, 'declined'),
      lapsed: sum(rows, 'lapsed'),
    }))
    .sort((a, b) => b.minutes - a.minutes);
};

/** 事業所ごとの分担: who carries how much of the visits. */
export const load = (months: readonly MonthInReport[], charts: Charts): Section => {
  const offices = loadsOf(months);
  const total = offices.reduce((all, { minutes }) => all + minutes, 0);
  const title = '事業所ごとに引き受けた訪問の時間（全期間）';
  const svg = charts.svg({
    title,
    unit: '時間',
    isLying: true,
    categories: offices.map(({ name }) => name),
    series: [{ name: '訪問の時間', values: offices.map(({ minutes }) => hoursOf(minutes)) }],
  });
  const columns: readonly ReportColumn<Load>[] = [
    { title: '事業所', cell: ({ name }) => name },
    { title: '時間', cell: ({ minutes }) => oneDecimal(hoursOf(minutes)) },
    { title: '割合', cell: ({ minutes }) => (total === 0 ? NONE : percentWords(minutes / total)) },
    { title: '打診', cell: ({ offered }) => wholeWords(offered) },
    { title: '受諾', cell: ({ accepted }) => wholeWords(accepted) },
    { title: '辞退', cell: ({ declined }) => wholeWords(declined) },
    { title: '期限切れ', cell: ({ lapsed }) => wholeWords(lapsed) },
  ];
  return {
    html: html`<h2>事業所ごとの分担</h2>
<p>ジニ係数は、分担のかたよりを表します。0ならどの事業所も同じ、1に近いほど一つの事業所にかたよっています。</p>
${offices.length === 0 ? html`<p>この期間に打診を受けた事業所はありません。</p>` : figure(title, svg)}
${offices.length === 0 ? null : table(title, columns, offices)}
${table(
  '月ごとのかたより',
  [
    MONTH,
    {
      title: 'ジニ係数',
      // Of offices, not of people.
      cell: ({ loadGini }) => (typeof loadGini === 'number' ? twoDecimals(loadGini) : NONE),
    },
    { title: '事業所数', cell: (month) => wholeWords(casesOf(month, 'loadGini')) },
  ],
  months,
)}`,
    hidden: 0,
  };
};
