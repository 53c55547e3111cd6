import { mean, median } from 'simple-statistics';
import type { Sealed } from '../sealed.ts';
import type { Response } from './bases.ts';
import type { Question } from './events.ts';
import { isNumeric, optionsOf } from './questionnaire.ts';
import { cronbachAlpha, meanInterval, sd, shareInterval } from './statistics.ts';

/** Those on whom a figure rests, survey by survey; null where it is hidden. */
export type Shown = readonly (readonly Response[])[] | null;

/** Numbers are null where they are suppressed or make no sense for the kind of question. */
export interface QuestionFigures {
  readonly question: Question;
  readonly n: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly median: number | null;
  readonly ci95: readonly number[] | null;
  readonly counts: readonly OptionCount[];
  /** Of TEXT: sealed with the text keys of their surveys, as they are kept. */
  readonly texts: readonly Sealed[];
}
interface OptionCount {
  readonly option: Question['options'][number];
  readonly n: number | null;
  readonly share: number | null;
  readonly ci95: readonly number[] | null;
}
export interface ScaleFigures {
  readonly scale: string;
  readonly n: number | null;
  readonly items: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly alpha: number | null;
}

const valuesOf = (response: Response, question: Question): readonly string[] =>
  response.answers.find((answer) => answer.question === question.code)?.values ?? [];

/** `threshold`: rule 40, of one person's number. */
export const questionFigures = (question: Question, shown: Shown, threshold: number): QuestionFigures => {
  const options = question.kind === 'TEXT' || question.kind === 'NUMBER' ? [] : optionsOf(question);
  if (shown === null) {
    const counts = options.map((option): OptionCount => ({ option, n: null, share: null, ci95: null }));
    return { question, n: null, mean: null, sd: null, median: null, ci95: null, counts, texts: [] };
  }
  const values = shown.flat().map((response) => valuesOf(response, question));
  const n = values.length;
  const numbers = isNumeric(question) ? values.map(([value]) => Number(value)) : [];
  const bySurvey = shown.map((those) => those.map((response) => Number(valuesOf(response, question)[0])));
  return {
    question,
    n,
    mean: numbers.length > 0 ? mean(numbers) : null,
    sd: sd(numbers),
    median: medianToShow(question, numbers, bySurvey, threshold),
    ci95: meanInterval(numbers),
    texts: question.kind === 'TEXT' ? values.flat() : [],
    counts: options.map((option) => {
      const chosen = values.filter((those) => those.includes(option.value)).length;
      return { option, n: chosen, share: chosen / n, ci95: shareInterval(chosen, n) };
    }),
  };
};

/**
 * The median of freely written numbers is somebody's own, unless enough have written it in one
 * survey: over several the same few may have.
 */
const medianToShow = (
  { kind }: Question,
  numbers: readonly number[],
  bySurvey: readonly (readonly number[])[],
  threshold: number,
): number | null => {
  if (numbers.length === 0) return null;
  const middle = median(numbers);
  const writtenBy = (those: readonly number[]): number => those.filter((number) => number === middle).length;
  return kind === 'NUMBER' && bySurvey.every((those) => writtenBy(those) < threshold) ? null : middle;
};

/** A scale's sum over its items. */
export const scaleFigures = (scale: string, items: readonly Question[], shown: Shown): ScaleFigures => {
  if (shown === null) return { scale, n: null, items: items.length, mean: null, sd: null, alpha: null };
  const rows = shown.flat().map((response) => items.map((item) => Number(valuesOf(response, item)[0])));
  const sums = rows.map((row) => row.reduce((total, value) => total + value, 0));
  return { scale, n: rows.length, items: items.length, mean: mean(sums), sd: sd(sums), alpha: cronbachAlpha(rows) };
};
