import type { Uuid } from '../ids.ts';
import { type Cell, Disclosure } from './disclosure.ts';
import type { Audience, Question } from './events.ts';
import { type Answer, isNumeric, optionsOf } from './questionnaire.ts';
import { cronbachAlpha, mean, meanInterval, median, sd, shareInterval } from './statistics.ts';

/** One gathered response. */
export interface Response {
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly answers: readonly Answer[];
}
export type Breakdown = 'AUDIENCE' | 'NETWORK';
/** null: all. */
export interface ResultFilter {
  readonly audiences: readonly Audience[] | null;
  readonly networkIds: readonly Uuid[] | null;
}
export interface SurveyFacts {
  readonly networkIds: readonly Uuid[];
  readonly questions: readonly Question[];
  readonly threshold: number;
}

/** Numbers are null where they are suppressed or make no sense for the kind of question. */
export interface QuestionResult {
  readonly question: Question;
  readonly n: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly median: number | null;
  readonly ci95: readonly number[] | null;
  readonly counts: readonly OptionCount[];
}
interface OptionCount {
  readonly option: Question['options'][number];
  readonly n: number | null;
  readonly share: number | null;
  readonly ci95: readonly number[] | null;
}
export interface ScaleResult {
  readonly scale: string;
  readonly n: number | null;
  readonly items: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly alpha: number | null;
}
export interface ResultGroup {
  readonly audience: Audience | null;
  readonly networkId: Uuid | null;
  readonly suppressed: boolean;
  readonly answers: readonly QuestionResult[];
  readonly scales: readonly ScaleResult[];
}

type InGroup = (cell: { readonly audience: Audience; readonly networkId: Uuid }) => boolean;

/** Cells of the responses, and whether a group of them may be shown (rule 40). */
const disclosureOf = (responses: readonly Response[], threshold: number): Disclosure => {
  const cells = Map.groupBy(responses, ({ audience, networkId }) => `${audience} ${networkId}`);
  return new Disclosure(
    [...cells.keys()].sort().flatMap((key): Cell[] => {
      const [first] = cells.get(key) ?? [];
      return first ? [{ audience: first.audience, networkId: first.networkId, n: cells.get(key)?.length ?? 0 }] : [];
    }),
    threshold,
  );
};

/**
 * Results by breakdown and filter (rule 40). A group is judged by all its responses, then each
 * question and scale by those who answered it, for a question may have been put to only a few of a
 * group.
 */
export const resultsOf = (
  { networkIds, questions, threshold }: SurveyFacts,
  responses: readonly Response[],
  breakdown: readonly Breakdown[],
  filter: ResultFilter,
): readonly ResultGroup[] => {
  const asked = [...new Set(questions.flatMap((question) => question.audiences))].filter(
    (audience) => filter.audiences?.includes(audience) ?? true,
  );
  const networks = networkIds.filter((networkId) => filter.networkIds?.includes(networkId) ?? true);
  const whole = disclosureOf(responses, threshold);
  const perQuestion = questions.map((question) => questionFigures(question, responses, threshold));
  const perScale = scalesOf(questions).map((scale) => scaleFigures(scale, questions, responses, threshold));
  const audiences: readonly (Audience | null)[] = breakdown.includes('AUDIENCE') ? asked : [null];
  const groups = audiences.flatMap((audience) =>
    (breakdown.includes('NETWORK') ? networks : [null]).map((networkId) => ({ audience, networkId })),
  );
  return groups.map(({ audience, networkId }) => {
    const inGroup: InGroup = (cell) =>
      asked.includes(cell.audience) &&
      networks.includes(cell.networkId) &&
      (audience === null || cell.audience === audience) &&
      (networkId === null || cell.networkId === networkId);
    const shown = whole.shows(inGroup);
    const answers = perQuestion.map((figures) => figures(inGroup, shown));
    return {
      audience,
      networkId,
      suppressed: !shown,
      answers,
      scales: perScale.map((figures) => figures(inGroup, shown)),
    };
  });
};

const valuesOf = (response: Response, question: Question): readonly string[] =>
  response.answers.find((answer) => answer.question === question.code)?.values ?? [];

const questionFigures = (question: Question, responses: readonly Response[], threshold: number) => {
  const answered = responses.filter((response) => valuesOf(response, question).length > 0);
  const disclosure = disclosureOf(answered, threshold);
  const options = question.kind === 'TEXT' || question.kind === 'NUMBER' ? [] : optionsOf(question);
  return (inGroup: InGroup, groupShown: boolean): QuestionResult => {
    const counts = options.map((option): OptionCount => ({ option, n: null, share: null, ci95: null }));
    if (!groupShown || !disclosure.shows(inGroup))
      return { question, n: null, mean: null, sd: null, median: null, ci95: null, counts };
    const values = answered.filter(inGroup).map((response) => valuesOf(response, question));
    const n = values.length;
    const numbers = isNumeric(question) ? values.map(([value]) => Number(value)) : [];
    return {
      question,
      n,
      mean: numbers.length > 0 ? mean(numbers) : null,
      sd: sd(numbers),
      median: numbers.length > 0 ? median(numbers) : null,
      ci95: meanInterval(numbers),
      counts: counts.map(({ option }) => {
        const chosen = values.filter((those) => those.includes(option.value)).length;
        return { option, n: chosen, share: chosen / n, ci95: shareInterval(chosen, n) };
      }),
    };
  };
};

const scalesOf = (questions: readonly Question[]): readonly string[] => [
  ...new Set(questions.flatMap(({ scale }) => (scale === null ? [] : [scale]))),
];

/**
 * A scale's sum over its items, of those who answered them all. What it rests on is nested in what
 * each item's own figures rest on: where too few answered some but not all of the items, these
 * could be found by subtraction, and the scale is hidden (rule 40).
 */
const scaleFigures = (
  scale: string,
  questions: readonly Question[],
  responses: readonly Response[],
  threshold: number,
) => {
  const items = questions.filter((question) => question.scale === scale);
  const answeredOf = (response: Response) => items.filter((item) => valuesOf(response, item).length > 0).length;
  const complete = responses.filter((response) => answeredOf(response) === items.length);
  const partly = responses.filter((response) => answeredOf(response) > 0 && answeredOf(response) < items.length);
  const [disclosure, beside] = [disclosureOf(complete, threshold), disclosureOf(partly, threshold)];
  return (inGroup: InGroup, groupShown: boolean): ScaleResult => {
    if (!groupShown || !disclosure.shows(inGroup) || !beside.isWhole(inGroup))
      return { scale, n: null, items: items.length, mean: null, sd: null, alpha: null };
    const rows = complete.filter(inGroup).map((response) => items.map((item) => Number(valuesOf(response, item)[0])));
    const sums = rows.map((row) => row.reduce((total, value) => total + value, 0));
    return { scale, n: rows.length, items: items.length, mean: mean(sums), sd: sd(sums), alpha: cronbachAlpha(rows) };
  };
};
