import type { Uuid } from '../domain/ids.ts';
import { type Breakdown, type ResultFilter, type ResultGroup, resultsOf } from '../domain/survey/results.ts';
import { responsesOf, surveysByIds } from '../projections/surveys.ts';
import type { QuestionApp } from './long-questions.ts';

/**
 * `studyIds`: the closed surveys of its study, whose answers have all been gathered, in the order
 * of their closings.
 */
export interface ResultsAsked {
  readonly surveyId: Uuid;
  readonly studyIds: readonly Uuid[];
  readonly breakdown: readonly Breakdown[];
  readonly filter: ResultFilter;
}

/**
 * A closed survey's results by breakdown and filter (rule 40): nothing of a survey that is not
 * there. The largest survey's take seconds.
 */
export const surveyResults = (
  { readModel }: QuestionApp,
  { surveyId, studyIds, breakdown, filter }: ResultsAsked,
): readonly ResultGroup[] => {
  const study = studyIds
    .flatMap((id) => surveysByIds(readModel, [id]))
    .map((row) => ({ ...row, responses: responsesOf(readModel, row.id) }));
  const survey = study.find(({ id }) => id === surveyId);
  return survey ? resultsOf(survey, study, breakdown, filter) : [];
};
