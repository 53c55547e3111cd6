import type { ResultsAsked } from '../../commands/survey-results.ts';
import type { Uuid } from '../../domain/ids.ts';
import { batchSize } from '../../domain/survey/gathering.ts';
import { closedSurveysOfStudy, type SurveyRow, surveysByIds, waitingGroups } from '../../projections/surveys.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';

/**
 * The closed surveys of a study that results rest on, as they stand once their answers are
 * gathered: figures from before and after the last batch could be subtracted. Those that were
 * closed after the survey are taken in where waves are asked for. Throws SURVEY_NOT_CLOSED.
 */
export const gatheredStudyOf = async (
  survey: SurveyRow,
  { breakdown, filter }: Pick<ResultsAsked, 'breakdown' | 'filter'>,
  context: ApiContext,
): Promise<readonly SurveyRow[]> => {
  const { readModel } = context.app;
  if (survey.status !== 'CLOSED') throw apiError('SURVEY_NOT_CLOSED', 'Results are shown after the closing alone.');
  const ofWaves = filter.waves !== null || breakdown.includes('WAVE');
  const ids = closedSurveysOfStudy(readModel, survey).flatMap(({ id, closedPosition }) =>
    ofWaves || (closedPosition ?? 0) <= (survey.closedPosition ?? 0) ? [id] : [],
  );
  const isGathered = (id: Uuid): boolean => waitingGroups(readModel, id).every((group) => batchSize(group) === 0);
  await readModel.until(() => ids.every(isGathered));
  context.forgetRows();
  return surveysByIds(readModel, ids).sort((a, b) => (a.closedPosition ?? 0) - (b.closedPosition ?? 0));
};
