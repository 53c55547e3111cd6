import { type Html, html } from '../html.ts';
import type { Charts } from './chart.ts';
import {
  type AnswersInReport,
  AUDIENCE_WORDS,
  HIDDEN,
  NONE,
  percentWords,
  type SurveyInReport,
  twoDecimals,
  WAVE_WORDS,
} from './figures.ts';
import { figure, type ReportColumn, type Section, table } from './page.ts';

/** Waves of one study, in the order in which they were. */
type Study = readonly SurveyInReport[];
interface Row {
  readonly survey: SurveyInReport;
  readonly answers: AnswersInReport;
}
interface Rate {
  readonly survey: SurveyInReport;
  readonly rate: SurveyInReport['responses'][number];
}

const WAVES = Object.keys(WAVE_WORDS);
const COUNTED = ['LIKERT_5', 'SCALE_0_10', 'NUMBER'];
const byWave = (a: SurveyInReport, b: SurveyInReport): number => WAVES.indexOf(a.wave) - WAVES.indexOf(b.wave);

/** A wave by its word, and what else tells it from the study's others. */
const waveOf = ({ wave, title, ofAllNetworks }: SurveyInReport, study: Study): string => {
  const more = [
    ...(study.filter((other) => other.wave === wave).length > 1 ? [title] : []),
    ...(ofAllNetworks ? ['全ネットワーク'] : []),
  ];
  return more.length === 0 ? WAVE_WORDS[wave] : `${WAVE_WORDS[wave]}（${more.join('、')}）`;
};

/** Questions that are answered with a number, each wave by wave. */
const rowsOf = (study: Study): Row[] => {
  const all = study.flatMap((survey) => survey.answers.map((answers) => ({ survey, answers })));
  const counted = all.filter(({ answers: { question } }) => COUNTED.includes(question.kind));
  return [...Map.groupBy(counted, ({ answers: { question } }) => question.code).values()].flat();
};

const ratesOf = (study: Study): Rate[] => study.flatMap((survey) => survey.responses.map((rate) => ({ survey, rate })));

const rateColumns = (study: Study): readonly ReportColumn<Rate>[] => [
  { title: '対象者', cell: ({ rate }) => AUDIENCE_WORDS[rate.audience] },
  { title: '回', cell: ({ survey }) => waveOf({ ...survey, ofAllNetworks: false }, study), isWords: true },
  { title: '依頼', cell: ({ rate }) => String(rate.invited) },
  { title: '回答', cell: ({ rate }) => String(rate.answered) },
  {
    title: '回収率',
    cell: ({ rate: { invited, answered } }) => (invited === 0 ? NONE : percentWords(answered / invited)),
  },
];

/** A figure of answers that are shown: it may still be missing where nobody answered. */
const cellOf = ({ n }: AnswersInReport, words: string | null): string => {
  if (typeof n !== 'number') return HIDDEN;
  return words ?? NONE;
};
const meanColumns = (study: Study): readonly ReportColumn<Row>[] => [
  { title: '質問', cell: ({ answers }) => answers.question.text },
  { title: '回', cell: ({ survey }) => waveOf(survey, study), isWords: true },
  { title: '回答数', cell: ({ answers }) => cellOf(answers, String(answers.n)) },
  {
    title: '平均',
    cell: ({ answers }) => cellOf(answers, typeof answers.mean === 'number' ? twoDecimals(answers.mean) : null),
  },
  {
    title: '95%信頼区間',
    cell: ({ answers }) => {
      const [from, to] = answers.ci95 ?? [];
      const isThere = from !== undefined && to !== undefined;
      return cellOf(answers, isThere ? `${twoDecimals(from)}–${twoDecimals(to)}` : null);
    },
  },
];

/** 変化 against an earlier wave: where there was one, and both are shown. */
const changeColumns: readonly ReportColumn<Row>[] = [
  { title: '質問', cell: ({ answers }) => answers.question.text },
  {
    title: '回',
    cell: ({ survey: { wave }, answers: { change } }) =>
      change ? `${WAVE_WORDS[change.from]}から${WAVE_WORDS[wave]}` : WAVE_WORDS[wave],
    isWords: true,
  },
  { title: '平均の差', cell: ({ answers: { change } }) => (change ? signedWords(change.difference) : NONE) },
  { title: 'p値', cell: ({ answers: { change } }) => (change ? pWords(change.p) : NONE) },
  { title: '効果量', cell: ({ answers: { change } }) => (change ? signedWords(change.effectSize) : NONE) },
  { title: '検定', cell: ({ answers: { change } }) => change?.test ?? NONE, isWords: true },
];
const signedWords = (value: number): string => (value > 0 ? `+${twoDecimals(value)}` : twoDecimals(value));
const pWords = (p: number): string => (p < 0.001 ? '0.001未満' : p.toFixed(3));

/** The means of what was asked in five steps, wave beside wave; null where none is shown. */
const meansChart = (study: Study, charts: Charts): Html | null => {
  const shown = rowsOf(study).flatMap(({ survey, answers: { question, mean } }) =>
    question.kind === 'LIKERT_5' && typeof mean === 'number'
      ? [{ survey, question, mean: Math.round(mean * 100) / 100 }]
      : [],
  );
  const questions = new Map(shown.map(({ question }) => [question.code, question.text]));
  if (questions.size === 0) return null;
  const title = '5段階の質問の平均（1–5）';
  const svg = charts.svg({
    title,
    unit: '平均',
    isLying: true,
    span: [1, 5],
    categories: [...questions.values()],
    series: study.map((survey) => ({
      name: waveOf(survey, study),
      values: [...questions.keys()].map(
        (code) => shown.find((one) => one.survey === survey && one.question.code === code)?.mean ?? null,
      ),
    })),
  });
  return figure(title, svg);
};

const ofStudy = (study: Study, charts: Charts): Html => {
  const rows = rowsOf(study);
  const changed = rows.filter(({ answers }) => answers.change);
  return html`<h3>${study[0]?.study ?? ''}</h3>
${table('回収率', rateColumns(study), ratesOf(study))}
${meansChart(study, charts)}
${rows.length === 0 ? null : table('数で答える質問', meanColumns(study), rows)}
${changed.length === 0 ? null : table('前の回からの変化', changeColumns, changed)}`;
};

/** 調査: what the people concerned answered, wave beside wave. */
export const surveySection = (surveys: readonly SurveyInReport[] | null, charts: Charts): Section => {
  const studies = [...Map.groupBy(surveys ?? [], ({ study }) => study).values()].map((all) => all.toSorted(byWave));
  const said =
    surveys === null ? '調査の結果は、この報告を求めた人には表示されません。' : '締め切った調査は、まだありません。';
  return {
    html: html`<h2>調査</h2>
${studies.length === 0 ? html`<p>${said}</p>` : studies.map((study) => ofStudy(study, charts))}`,
    hidden: studies.flatMap(rowsOf).filter(({ answers }) => typeof answers.n !== 'number').length,
  };
};
