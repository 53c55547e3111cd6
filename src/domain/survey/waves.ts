import type { Uuid } from '../ids.ts';
import type { Bases, Response, Surveyed } from './bases.ts';
import { type Question, type Wave, waveSchema } from './events.ts';
import { optionsOf } from './questionnaire.ts';
import { wordingOf } from './variables.ts';

/** A closed survey of a study. */
export interface WaveSurvey extends Surveyed {
  readonly id: Uuid;
  readonly wave: Wave;
  readonly networkIds: readonly Uuid[];
  readonly responses: readonly Response[];
}
/** With what of it is shown. */
export interface EvaluatedSurvey extends WaveSurvey {
  readonly bases: Bases;
}
const orderOf = (wave: Wave): number => waveSchema.options.indexOf(wave);

/** What an answer says of a question, as a number. */
export const numberOf = (response: Response, code: string): number =>
  Number(response.answers.find(({ question }) => question === code)?.values[0]);

/**
 * The same question in another survey: one code, kind and wording, and the same values to choose.
 */
export const sameQuestionIn = (questions: readonly Question[], question: Question): Question | null => {
  const found = questions.find(({ code, kind }) => code === question.code && kind === question.kind);
  const valuesOf = (of: Question): string => JSON.stringify(optionsOf(of).map(({ value }) => value));
  return found && wordingOf(found) === wordingOf(question) && valuesOf(found) === valuesOf(question) ? found : null;
};

/**
 * The surveys with which a survey's figures are compared: those of the latest of the earlier waves
 * that were closed before it, `before`, in one of its networks.
 */
export const predecessorsOf = <Survey extends WaveSurvey>(
  { wave, networkIds }: WaveSurvey,
  before: readonly Survey[],
): readonly Survey[] => {
  const earlier = before.filter(
    (other) =>
      orderOf(other.wave) < orderOf(wave) && other.networkIds.some((networkId) => networkIds.includes(networkId)),
  );
  const latest = Math.max(...earlier.map((other) => orderOf(other.wave)));
  return earlier.filter((other) => orderOf(other.wave) === latest);
};
