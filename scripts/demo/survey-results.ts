import { parse } from 'csv-parse/sync';
import type { AnswerInput, Wave } from '../../src/api/schema/types.gen.ts';
import { WAVE_WORDS } from '../../src/documents/evaluation/figures.ts';
import { addMonths, type Day, monthOfDay } from '../../src/domain/calendar.ts';
import type { Moment } from '../network-builder.ts';
import { downloaded, type Stage } from './stage.ts';
import { same } from './telling.ts';

export const CONSULTANT = { subject: 'consultant' };

/** A wave of the survey as the demo's people have lived it. */
export interface AnsweredWave {
  readonly id: string;
  readonly wave: Wave;
  readonly invited: number;
  /** What each has answered so far. */
  readonly given: (readonly AnswerInput[])[];
}

const RATES = 'query ($id: ID!) { survey(id: $id) { status responses { invited answered } } }';

/** Says how many answered of whom, once a wave is closed. */
export const tellClosed = async ({ telling }: Stage, then: Moment, wave: AnsweredWave): Promise<void> => {
  const { survey } = await then.ask(CONSULTANT, RATES, { id: wave.id });
  const rates: readonly { readonly invited: number; readonly answered: number }[] = survey.responses;
  const sum = (field: 'invited' | 'answered'): number => rates.reduce((all, rate) => all + rate[field], 0);
  const [invited, answered] = [sum('invited'), sum('answered')];
  same('the survey is over', [survey.status, invited, answered], ['CLOSED', wave.invited, wave.given.length]);
  const rate = Math.round((100 * answered) / invited);
  telling.tell(
    then.at ?? '',
    `調査（${WAVE_WORDS[wave.wave]}）を締切: ${invited}人のうち${answered}人が回答（回収率${rate}%）`,
    `survey ${wave.wave} closed: ${answered} of ${invited} answered (${rate} %)`,
  );
};

const RESULTS = `query ($id: ID!) { survey(id: $id) { threshold results { groups { answers {
  question { code audiences } n mean change { from difference test p pairs } } } } } }`;
interface Figures {
  readonly question: { readonly code: string; readonly audiences: readonly string[] };
  readonly n: number | null;
  readonly mean: number | null;
  readonly change: {
    readonly from: string;
    readonly difference: number;
    readonly test: string;
    readonly p: number;
    readonly pairs: number | null;
  } | null;
}

/** What was answered to a question, as numbers. */
const numbersTo = ({ given }: AnsweredWave, code: string): number[] =>
  given.flatMap((answers) => answers.find(({ question }) => question === code)?.values.map(Number) ?? []);
const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

/** Asked of everybody, of caregivers, of those who look for help. */
const TOLD = ['RECOMMEND', 'CAREGIVER_LOAD', 'SEARCH_HOURS'];

/**
 * The results of the second wave against the first, which are those of the answers that were given;
 * then the files for an analysis elsewhere.
 */
export const tellChange = async (
  stage: Stage,
  then: Moment,
  [before, after]: readonly [AnsweredWave, AnsweredWave],
  of: { readonly networkId: string; readonly from: Day },
): Promise<void> => {
  const { survey } = await then.ask(CONSULTANT, RESULTS, { id: after.id });
  const [{ answers }] = survey.results.groups;
  const found: readonly Figures[] = answers;
  for (const code of TOLD) {
    const figures = found.find(({ question }) => question.code === code);
    const [was, is] = [numbersTo(before, code), numbersTo(after, code)];
    same(`answers to ${code}`, [figures?.n, figures?.mean?.toFixed(6)], [is.length, meanOf(is).toFixed(6)]);
    const { change } = figures ?? {};
    if (!change) throw new Error(`${code} has no change`);
    // Whose answers are paired is drawn by lot; that of all who answered is known.
    const [difference, pairs] = [change.difference.toFixed(6), change.pairs ?? survey.threshold];
    if (change.pairs === null) same(`the change of ${code}`, difference, (meanOf(is) - meanOf(was)).toFixed(6));
    same(`the change of ${code}`, [change.from, pairs >= survey.threshold], [before.wave, true]);
    const mean = `${meanOf(is).toFixed(2)} (${signed(change.difference)})`;
    const p = change.p < 0.001 ? 'p<0.001' : `p=${change.p.toFixed(3)}`;
    stage.telling.tell(
      then.at ?? '',
      `調査の変化 ${code}: 平均（前回との差）${mean}、${p}、${change.pairs === null ? '対応なし' : `対応のある${change.pairs}人`}`,
      `change of ${code} since ${change.from}: mean ${mean}; ${change.test}`,
    );
  }
  const few = found.filter(({ question: { audiences } }) => audiences.join() === 'PARTNER_OFFICE');
  const hidden = few.filter(({ n, mean }) => n === null && mean === null);
  same('what few were asked is hidden', hidden.length, few.length);
  stage.telling.tell(
    then.at ?? '',
    `パートナー事業所だけへの質問${hidden.length}問は、回答が${survey.threshold}件に満たないため秘匿`,
    `${hidden.length} questions to partner offices alone are hidden: fewer than ${survey.threshold} answered`,
  );
  await takeFiles(stage, then, after, of);
};

const FILES = `query ($id: ID!, $network: ID!, $from: Month!, $to: Month!) { survey(id: $id) {
  csv: exportUrl(format: CSV) codebook: exportUrl(format: CODEBOOK) }
  network(id: $network) { visits: exportUrl(kind: VISITS_PSEUDONYMOUS, from: $from, to: $to)
    visitLedger(month: $to, first: 100) { edges { node { client { code } } } } } }`;

/** The answers with their codebook and methods sheet, the visits with theirs. */
const takeFiles = async (
  stage: Stage,
  then: Moment,
  { id, given }: AnsweredWave,
  { networkId: network, from }: { readonly networkId: string; readonly from: Day },
): Promise<void> => {
  const months = { from: monthOfDay(from), to: addMonths(monthOfDay(from), 1) };
  const answered = await then.ask(CONSULTANT, FILES, { id, network, ...months });
  const take = async (name: string, url: string) => {
    const bytes = await downloaded(stage, CONSULTANT, url);
    stage.keep(name, bytes);
    const text = new TextDecoder().decode(bytes);
    return { text, rows: parse(text, { bom: true, columns: true }) as Record<string, string>[] };
  };
  const answers = await take('survey-answers.csv', answered.survey.csv);
  const codebook = await take('survey-codebook-and-methods.csv', answered.survey.codebook);
  const visits = await take('visits-pseudonymous.csv', answered.network.visits);
  const variables = await take('visits-codebook.csv', `${answered.network.visits}&part=codebook`);
  const method = (name: string): number =>
    Number(codebook.rows.find(({ variable }) => variable === `(${name})`)?.value ?? Number.NaN);
  const counted = ['answered', 'rows', 'rows_left_out'].map(method);
  same('the methods sheet', counted, [given.length, answers.rows.length, given.length - answers.rows.length]);
  const told = new Set(codebook.rows.map(({ variable }) => variable));
  same(
    'what no codebook knows',
    Object.keys(answers.rows[0] ?? {}).filter((name) => !told.has(name)),
    [],
  );
  const known = new Set(variables.rows.map(({ variable }) => variable));
  same(
    'what no codebook knows',
    Object.keys(visits.rows[0] ?? {}).filter((name) => !known.has(name)),
    [],
  );
  const lines: readonly { node: { client: { code: string } } }[] = answered.network.visitLedger.edges;
  const codes = new Set(lines.map(({ node }) => node.client.code));
  const named = [...codes].filter((code) => visits.text.includes(code) || answers.text.includes(code));
  same('clients by their codes', named, []);
  stage.telling.tell(
    then.at ?? '',
    `分析用のファイル: 回答${answers.rows.length}行、訪問${visits.rows.length}行、それぞれの符号表（利用者コード${codes.size}件はどこにもない）`,
    `for analysis: ${answers.rows.length} answers, ${visits.rows.length} visits; none of ${codes.size} clients' codes`,
  );
};
