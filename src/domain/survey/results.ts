import type { Uuid } from '../ids.ts';
import { type Basis, basesOf, type Response } from './bases.ts';
import type { InGroup } from './disclosure.ts';
import type { Audience, Question } from './events.ts';
import type { FrameGroup } from './frame.ts';
import { isNumeric, optionsOf } from './questionnaire.ts';
import { cronbachAlpha, mean, meanInterval, median, sd, shareInterval } from './statistics.ts';
import { scalesOf } from './variables.ts';

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
  readonly frame: readonly FrameGroup[];
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

/**
 * Results by breakdown and filter. Which figures of a group are shown is decided of each question
 * and scale by itself, for a question may have been put to only a few of a group (rule 40).
 */
export const resultsOf = (
  { networkIds, questions, threshold, frame }: SurveyFacts,
  responses: readonly Response[],
  breakdown: readonly Breakdown[],
  filter: ResultFilter,
): readonly ResultGroup[] => {
  const asked = [...new Set(questions.flatMap((question) => question.audiences))].filter(
    (audience) => filter.audiences?.includes(audience) ?? true,
  );
  const networks = networkIds.filter((networkId) => filter.networkIds?.includes(networkId) ?? true);
  const { ofQuestions, ofScales } = basesOf({ questions, threshold, frame }, responses);
  const audiences: readonly (Audience | null)[] = breakdown.includes('AUDIENCE') ? asked : [null];
  const groups = audiences.flatMap((audience) =>
    (breakdown.includes('NETWORK') ? networks : [null]).map((networkId) => ({ audience, networkId })),
  );
  return groups.map(({ audience, networkId }) => {
    const inGroup: InGroup = (cell) =>
      (audience === null ? asked.includes(cell.audience) : cell.audience === audience) &&
      (networkId === null ? networks.includes(cell.networkId) : cell.networkId === networkId);
    const shown = (basis: Basis | undefined) => basis?.(inGroup) ?? null;
    const answers = questions.map((question) =>
      questionFigures(question, shown(ofQuestions.get(question.code)), threshold),
    );
    const scales = scalesOf(questions).map((scale) =>
      scaleFigures(
        scale,
        questions.filter((question) => question.scale === scale),
        shown(ofScales.get(scale)),
      ),
    );
    return { audience, networkId, suppressed: [...answers, ...scales].every(({ n }) => n === null), answers, scales };
  });
};

const valuesOf = (response: Response, question: Question): readonly string[] =>
  response.answers.find((answer) => answer.question === question.code)?.values ?? [];

/** `answered`: those of the group on whom its figures rest; null where they are hidden. */
const questionFigures = (
  question: Question,
  answered: readonly Response[] | null,
  threshold: number,
): QuestionResult => {
  const options = question.kind === 'TEXT' || question.kind === 'NUMBER' ? [] : optionsOf(question);
  if (answered === null) {
    const counts = options.map((option): OptionCount => ({ option, n: null, share: null, ci95: null }));
    return { question, n: null, mean: null, sd: null, median: null, ci95: null, counts };
  }
  const values = answered.map((response) => valuesOf(response, question));
  const n = values.length;
  const numbers = isNumeric(question) ? values.map(([value]) => Number(value)) : [];
  return {
    question,
    n,
    mean: numbers.length > 0 ? mean(numbers) : null,
    sd: sd(numbers),
    median: medianToShow(question, numbers, threshold),
    ci95: meanInterval(numbers),
    counts: options.map((option) => {
      const chosen = values.filter((those) => those.includes(option.value)).length;
      return { option, n: chosen, share: chosen / n, ci95: shareInterval(chosen, n) };
    }),
  };
};

/** The median of freely written numbers is somebody's own, unless enough have written it. */
const medianToShow = ({ kind }: Question, numbers: readonly number[], threshold: number): number | null => {
  const middle = numbers.length > 0 ? median(numbers) : null;
  const isOfFew = kind === 'NUMBER' && numbers.filter((number) => number === middle).length < threshold;
  return isOfFew ? null : middle;
};

/** A scale's sum over its items. `answered`: as above. */
const scaleFigures = (scale: string, items: readonly Question[], answered: readonly Response[] | null): ScaleResult => {
  if (answered === null) return { scale, n: null, items: items.length, mean: null, sd: null, alpha: null };
  const rows = answered.map((response) => items.map((item) => Number(valuesOf(response, item)[0])));
  const sums = rows.map((row) => row.reduce((total, value) => total + value, 0));
  return { scale, n: rows.length, items: items.length, mean: mean(sums), sd: sd(sums), alpha: cronbachAlpha(rows) };
};
