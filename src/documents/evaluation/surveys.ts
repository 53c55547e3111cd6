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
const AUDIENCES = Object.keys(AUDIENCE_WORDS);
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

type TextOf = (question: AnswersInReport['question']) => string;
/** A question's words, and to whom it is put where another has the same. */
const textsIn = (rows: readonly Row[]): TextOf => {
  const codes = Map.groupBy(rows, ({ answers: { question } }) => question.text);
  const isTwice = (text: string) => new Set(codes.get(text)?.map(({ answers }) => answers.question.code)).size > 1;
  return ({ text, audiences }) =>
    isTwice(text) ? `${text}（${audiences.map((audience) => AUDIENCE_WORDS[audience]).join('、')}）` : text;
};

/** Audience by audience, each wave by wave. */
const ratesOf = (study: Study): Rate[] => {
  const all = study.flatMap((survey) => survey.responses.map((rate) => ({ survey, rate })));
  return AUDIENCES.flatMap((audience) => all.filter(({ rate }) => rate.audience === audience));
};

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
const meanColumns = (study: Study, textOf: TextOf): readonly ReportColumn<Row>[] => [
  { title: '質問', cell: ({ answers }) => textOf(answers.question) },
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
const changeColumns = (textOf: TextOf): readonly ReportColumn<Row>[] => [
  { title: '質問', cell: ({ answers }) => textOf(answers.question) },
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
const meansChart = (study: Study, textOf: TextOf, charts: Charts): Html | null => {
  const shown = rowsOf(study).flatMap(({ survey, answers: { question, mean } }) =>
    question.kind === 'LIKERT_5' && typeof mean === 'number' ? [{ survey, question, mean }] : [],
  );
  const questions = new Map(shown.map(({ question }) => [question.code, textOf(question)]));
  if (questions.size === 0) return null;
  const title = '5段階の質問の平均（1–5）';
  const svg = charts.svg({
    title,
    unit: '平均',
    words: twoDecimals,
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

/** Codes of the questions of which a wave shows a figure. */
const shownOf = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ answers: { n, question } }) => (typeof n === 'number' ? question.code : [])));
/** Questions of which no wave shows a figure, each once. */
const hiddenList = (rows: readonly Row[], textOf: TextOf): Html | null => {
  const questions = [...new Map(rows.map(({ answers: { question } }) => [question.code, question])).values()];
  if (questions.length === 0) return null;
  return html`<p>次の${questions.length}問は、どの回も秘匿しました。</p>
<ul>${questions.map((question) => html`<li>${textOf(question)}</li>`)}</ul>`;
};

const ofStudy = (study: Study, charts: Charts): Html => {
  const all = rowsOf(study);
  const textOf = textsIn(all);
  const shown = shownOf(all);
  const rows = all.filter(({ answers }) => shown.has(answers.question.code));
  const hidden = all.filter(({ answers }) => !shown.has(answers.question.code));
  const changed = rows.filter(({ answers }) => answers.change);
  return html`<h3>${study[0]?.study ?? ''}</h3>
${table('回収率', rateColumns(study), ratesOf(study))}
${meansChart(study, textOf, charts)}
${rows.length === 0 ? null : table('数で答える質問', meanColumns(study, textOf), rows)}
${hiddenList(hidden, textOf)}
${changed.length === 0 ? null : table('前の回からの変化', changeColumns(textOf), changed)}`;
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
