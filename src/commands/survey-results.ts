import type { Uuid } from '../domain/ids.ts';
import { type Breakdown, type ResultFilter, type ResultGroup, resultsOf } from '../domain/survey/results.ts';
import { responsesOf, surveysByIds } from '../projections/surveys.ts';
import type { QuestionApp } from './long-questions.ts';

/**
 * A closed survey's results by breakdown and filter (rule 40): nothing of a survey that is not
 * there. The largest survey's take seconds.
 */
export const surveyResults = (
  { readModel }: QuestionApp,
  asked: { readonly surveyId: Uuid; readonly breakdown: readonly Breakdown[]; readonly filter: ResultFilter },
): readonly ResultGroup[] => {
  const [survey] = surveysByIds(readModel, [asked.surveyId]);
  return survey ? resultsOf(survey, responsesOf(readModel, survey.id), asked.breakdown, asked.filter) : [];
};
