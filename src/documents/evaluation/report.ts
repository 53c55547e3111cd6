import { LEAST_CASES } from '../../domain/evaluation/small-groups.ts';
import { type Html, html } from '../html.ts';
import { minuteWords } from '../words.ts';
import { Charts } from './chart.ts';
import { coverage } from './coverage.ts';
import { HIDDEN, monthWords, type ReportAsked, type SurveyInReport, WAVE_WORDS } from './figures.ts';
import { load } from './load.ts';
import { documentPage, type Section } from './page.ts';
import { surveySection } from './surveys.ts';
import { conduct, timeToAccept } from './visits.ts';

/**
 * The evaluation of a network's months as one HTML document: coverage, time to accept, load, survey
 * change, each as a chart with its figures beside it, and how they were made. Figures of fewer than
 * five cases are hidden, and so are small groups that could be found by subtraction.
 */
export const evaluationReport = (asked: ReportAsked): string => {
  const { network, months, surveys } = asked;
  const charts = new Charts();
  const sections = [
    coverage(months, charts),
    timeToAccept(months, charts),
    load(months, charts),
    conduct(months),
    surveySection(surveys, charts),
  ];
  const title = `評価報告　${network.name}`;
  return documentPage(
    title,
    html`<h1>${title}</h1>
<p>${network.area}　${periodOf(asked)}</p>
${sections.map((section) => section.html)}
${methods(asked, sections)}`,
  );
};

const periodOf = ({ from, to }: ReportAsked): string =>
  from === to ? monthWords(from) : `${monthWords(from)}から${monthWords(to)}まで`;

const surveyMethods = (surveys: readonly SurveyInReport[]): readonly Html[] => [
  ...surveys.map(
    ({ title, wave, position, threshold }) =>
      html`<dt>調査「${title}」（${WAVE_WORDS[wave]}）</dt><dd>ログの位置 ${position}、しきい値 ${threshold}人</dd>
`,
  ),
  ...[...new Set(surveys.map(({ method }) => method))].map((method) => html`<dt>調査の結果</dt><dd>${method}</dd>`),
];

const RECKONING = [
  'すべて、記録されたできごと（イベント）だけから計算しました。',
  '分位数は線形補間（Hyndman–Fan 7型）、',
  '変化のp値は両側、効果量は順位双列相関、各指標の定義は docs/indicators.md のとおりです。',
].join('');

/** 方法: what another needs in order to come to the same figures. */
const methods = (asked: ReportAsked, sections: readonly Section[]): Html => {
  const { knownAt, madeAt, position, months, surveys } = asked;
  const hidden = sections.reduce((all, section) => all + section.hidden, 0);
  const visits = months.reduce((all, { visitsRequested }) => all + visitsRequested, 0);
  const isFew = visits > 0 && visits < LEAST_CASES;
  return html`<h2>方法</h2>
<dl>
<dt>期間</dt><dd>${periodOf(asked)}（訪問の開始予定日による月）</dd>
<dt>いつ時点の記録か</dt><dd>${
    knownAt === null
      ? `${minuteWords(madeAt)}（作成時）、作成時`
      : `${minuteWords(knownAt)}より前に記録されたもの、作成時`
  }のログの位置 ${position}</dd>
<dt>作成日時</dt><dd>${minuteWords(madeAt)}（日本時間）</dd>
<dt>もとにした件数</dt><dd>依頼された訪問 ${isFew ? HIDDEN : `${visits}件`}、締め切った調査 ${surveys?.length ?? 0}件</dd>
<dt>秘匿</dt><dd>${LEAST_CASES}件未満をもとにした数値と、差し引きで分かる次に小さい区分を「秘匿」としました。秘匿した数値は ${hidden}か所です。「―」は、もとになるものがないことを表します。</dd>
<dt>計算</dt><dd>${RECKONING}</dd>
${surveyMethods(surveys ?? [])}
</dl>`;
};
