import { closeSurvey, destroyTokenKey } from '../commands/survey.ts';
import { endOfDay } from '../domain/calendar.ts';
import { closedSurveys } from '../projections/surveys.ts';
import { callerFor, type Process } from './process.ts';

/**
 * End of `closesOn` → survey closed (rule 37). The token key of every closed survey is gone, even
 * after a crash between the two (rule 38).
 */
export const whenClosingDayOverThenSurveyClosed: Process = {
  name: 'when-closing-day-over-then-survey-closed',
  follows: (todo) => ({
    SurveyOpened: (event) => todo.set(event.streamId, endOfDay(event.data.closesOn), event),
    SurveyClosed: ({ streamId }) => todo.clear(streamId),
  }),
  act: async (item, app) => {
    await closeSurvey(app, callerFor(item), { surveyId: item.id });
  },
  atStart: async (app) => {
    for (const surveyId of closedSurveys(app.readModel)) await destroyTokenKey(app, surveyId);
  },
};
