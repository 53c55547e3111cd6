import { smallGroups } from '../../domain/evaluation/small-groups.ts';
import { html } from '../html.ts';
import type { Charts } from './chart.ts';
import {
  HIDDEN,
  hoursOf,
  type MonthInReport,
  NONE,
  oneDecimal,
  percentWords,
  twoDecimals,
  wholeWords,
} from './figures.ts';
import { casesOf, MONTH } from './month-figures.ts';
import { type ReportColumn, type Section, table } from './page.ts';

interface Load {
  readonly name: string;
  readonly minutes: number;
  readonly visits: number;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lapsed: number;
}
/** With what of it rests on too few visits, and on too few offers. */
interface LoadToShow extends Load {
  readonly hasFewVisits: boolean;
  readonly hasFewOffers: boolean;
}
const loadsOf = (months: readonly MonthInReport[]): LoadToShow[] => {
  const byOffice = Map.groupBy(
    months.flatMap(({ load }) => load),
    ({ office }) => office.id,
  );
  const sum = (rows: MonthInReport['load'], field: Exclude<keyof Load, 'name'>): number =>
    rows.reduce((total, row) => total + row[field], 0);
  const loads = [...byOffice.values()]
    .map((rows) => ({
      name: rows[0]?.office.name ?? '',
      minutes: sum(rows, 'minutes'),
      visits: sum(rows, 'visits'),
      offered: sum(rows, 'offered'),
      accepted: sum(rows, 'accepted'),
      declined: sum(rows, 'declined'),
      lapsed: sum(rows, 'lapsed'),
    }))
    .sort((a, b) => b.minutes - a.minutes);
  const fewVisits = smallGroups(loads.map(({ visits }) => visits));
  const fewOffers = smallGroups(loads.map(({ offered }) => offered));
  const toShow = loads.map((one, n) => ({ ...one, hasFewVisits: fewVisits.has(n), hasFewOffers: fewOffers.has(n) }));
  // Their order tells nothing of what is hidden.
  const hidden = toShow.filter(({ hasFewVisits }) => hasFewVisits).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...toShow.filter(({ hasFewVisits }) => !hasFewVisits), ...hidden];
};
const offers = (title: string, of: (load: Load) => number): ReportColumn<LoadToShow> => ({
  title,
  cell: (load) => (load.hasFewOffers ? HIDDEN : wholeWords(of(load))),
});

/** 事業所ごとの分担: who carries how much of the visits. */
export const load = (months: readonly MonthInReport[], charts: Charts): Section => {
  const offices = loadsOf(months);
  const total = offices.reduce((all, { minutes }) => all + minutes, 0);
  const title = '事業所ごとに引き受けた訪問の時間（全期間）';
  const figures = charts.figures({
    title,
    unit: '時間',
    isLying: true,
    categories: offices.map(({ name, hasFewVisits }) => (hasFewVisits ? `${name} ${HIDDEN}` : name)),
    series: [
      {
        name: '訪問の時間',
        values: offices.map(({ minutes, hasFewVisits }) => (hasFewVisits ? null : hoursOf(minutes))),
      },
    ],
  });
  const ofVisits = (title: string, words: (minutes: number) => string): ReportColumn<LoadToShow> => ({
    title,
    cell: ({ minutes, hasFewVisits }) => (hasFewVisits ? HIDDEN : words(minutes)),
  });
  const columns: readonly ReportColumn<LoadToShow>[] = [
    { title: '事業所', cell: ({ name }) => name },
    ofVisits('時間', (minutes) => oneDecimal(hoursOf(minutes))),
    ofVisits('割合', (minutes) => (total === 0 ? NONE : percentWords(minutes / total))),
    offers('打診', ({ offered }) => offered),
    offers('受諾', ({ accepted }) => accepted),
    offers('辞退', ({ declined }) => declined),
    offers('期限切れ', ({ lapsed }) => lapsed),
  ];
  return {
    html: html`<h2>事業所ごとの分担</h2>
<p>ジニ係数は、分担のかたよりを表します。0ならどの事業所も同じ、1に近いほど一つの事業所にかたよっています。</p>
${offices.length === 0 ? html`<p>この期間に打診を受けた事業所はありません。</p>` : figures}
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
    hidden: offices.filter(({ hasFewVisits, hasFewOffers }) => hasFewVisits || hasFewOffers).length,
  };
};
