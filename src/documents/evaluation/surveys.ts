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
import { type ReportColumn, type Section, table } from './page.ts';

/** Waves of one study, in the order in which they were. */
type Study = readonly SurveyInReport[];
interface Row {
  readonly survey: SurveyInReport;
  readonly answers: AnswersInReport;
  /** Of the people of all the survey's networks. */
  readonly isOfAll: boolean;
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
const waveOf = ({ wave, title }: SurveyInReport, study: Study): string =>
  study.filter((other) => other.wave === wave).length > 1 ? `${WAVE_WORDS[wave]}（${title}）` : WAVE_WORDS[wave];

const isShown = ({ answers: { n } }: Row): boolean => typeof n === 'number';

/**
 * Questions that are answered with a number, each wave by wave: of the network's people, and where
 * more waves show a figure of all who were asked, of these in every wave, so that waves compare.
 */
const rowsOf = (study: Study): Row[] => {
  const rows = (isOfAll: boolean): Map<string, Row[]> =>
    Map.groupBy(
      study.flatMap((survey) =>
        ((isOfAll && survey.answersOfAll) || survey.answers).flatMap((answers) =>
          COUNTED.includes(answers.question.kind) ? [{ survey, answers, isOfAll }] : [],
        ),
      ),
      ({ answers: { question } }) => question.code,
    );
  const ofAll = rows(true);
  return [...rows(false)].flatMap(([code, own]) => {
    const all = ofAll.get(code) ?? [];
    return all.filter(isShown).length > own.filter(isShown).length ? all : own;
  });
};

type TextOf = (row: Row) => string;
/**
 * A question's words, to whom it is put where another has the same, and of whom its figures are.
 */
const textsIn = (rows: readonly Row[]): TextOf => {
  const codes = Map.groupBy(rows, ({ answers: { question } }) => question.text);
  const isTwice = (text: string) => new Set(codes.get(text)?.map(({ answers }) => answers.question.code)).size > 1;
  return ({ answers: { question }, isOfAll }) => {
    const { text, audiences } = question;
    const more = [
      ...(isTwice(text) ? audiences.map((audience) => AUDIENCE_WORDS[audience]) : []),
      ...(isOfAll ? ['全ネットワーク'] : []),
    ];
    return more.length === 0 ? text : `${text}（${more.join('、')}）`;
  };
};

/** Audience by audience, each wave by wave. */
const ratesOf = (study: Study): Rate[] => {
  const all = study.flatMap((survey) => survey.responses.map((rate) => ({ survey, rate })));
  return AUDIENCES.flatMap((audience) => all.filter(({ rate }) => rate.audience === audience));
};

const rateColumns = (study: Study): readonly ReportColumn<Rate>[] => [
  { title: '対象者', cell: ({ rate }) => AUDIENCE_WORDS[rate.audience] },
  { title: '回', cell: ({ survey }) => waveOf(survey, study), isWords: true },
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
  { title: '質問', cell: textOf },
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
  { title: '質問', cell: textOf },
  {
    title: '回',
    cell: ({ survey: { wave }, answers: { change } }) =>
      change ? `${WAVE_WORDS[change.from]}から${WAVE_WORDS[wave]}` : WAVE_WORDS[wave],
    isWords: true,
  },
  { title: '平均の差', cell: ({ answers: { change } }) => (change ? signedWords(change.difference) : NONE) },
  { title: 'p値', cell: ({ answers: { change } }) => (change ? pWords(change.p) : NONE) },
  { title: '効果量', cell: ({ answers: { change } }) => (change ? signedWords(change.effectSize) : NONE) },
  { title: '検定', cell: ({ answers: { change } }) => (change ? testWords(change.test) : NONE), isWords: true },
];
/** A test as the API names it (rank-tests.ts), in Japanese. */
const TEST_WORDS = [
  [/^Wilcoxon signed-rank, two-sided, /, 'Wilcoxonの符号付順位検定、'],
  [/^Mann-Whitney U, two-sided, /, 'Mann–WhitneyのU検定、'],
  [/exact \(/, '正確なp値（'],
  [/normal approximation \(/, '正規近似（'],
  [/pairs: (\d+), unequal: (\d+)\)$/, '$1組、うち差のある$2組）'],
  [/n: (\d+) later, (\d+) earlier\)$/, '今回$1人、前回$2人）'],
] as const;
const testWords = (test: string): string =>
  TEST_WORDS.reduce((words, [said, instead]) => words.replace(said, instead), test);
const signedWords = (value: number): string => (value > 0 ? `+${twoDecimals(value)}` : twoDecimals(value));
const pWords = (p: number): string => (p < 0.001 ? '0.001未満' : p.toFixed(3));

/** The means of what was asked in five steps, wave beside wave. */
const meansChart = (study: Study, textOf: TextOf, charts: Charts): readonly Html[] => {
  const shown = rowsOf(study).flatMap((row) => {
    const { survey, answers } = row;
    const { question, mean } = answers;
    return question.kind === 'LIKERT_5' && typeof mean === 'number'
      ? [{ survey, question, mean, text: textOf(row) }]
      : [];
  });
  const questions = new Map(shown.map(({ question, text }) => [question.code, text]));
  return charts.figures({
    title: '5段階の質問の平均（1–5）',
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
};

/** Codes of the questions of which a wave shows a figure. */
const shownOf = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.filter(isShown).map(({ answers }) => answers.question.code));
/** Questions of which no wave shows a figure, each once. */
const hiddenList = (rows: readonly Row[], textOf: TextOf): Html | null => {
  const questions = [...new Map(rows.map((row) => [row.answers.question.code, textOf(row)])).values()];
  if (questions.length === 0) return null;
  return html`<p>次の${questions.length}問は、どの回も秘匿しました。</p>
<ul>${questions.map((text) => html`<li>${text}</li>`)}</ul>`;
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
    hidden: studies.flatMap(rowsOf).filter((row) => !isShown(row)).length,
  };
};
