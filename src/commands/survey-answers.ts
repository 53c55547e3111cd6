import type { Uuid } from '../domain/ids.ts';
import { type Microdata, microdataOf } from '../domain/survey/microdata.ts';
import { responsesOf, surveysByIds } from '../projections/surveys.ts';
import type { QuestionApp } from './long-questions.ts';

/** A closed and gathered survey's responses, a row each, as they may be shown (rule 40). */
export const surveyAnswers = ({ readModel }: QuestionApp, { surveyId }: { readonly surveyId: Uuid }): Microdata => {
  const [survey] = surveysByIds(readModel, [surveyId]);
  return survey ? microdataOf(survey, responsesOf(readModel, surveyId)) : { rows: [], leftOut: 0 };
};
