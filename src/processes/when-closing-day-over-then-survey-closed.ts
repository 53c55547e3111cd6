import { closeSurvey } from '../commands/survey.ts';
import { endOfDay } from '../domain/calendar.ts';
import { callerFor, type Process } from './process.ts';

/**
 * End of `closesOn` → survey closed (rule 37), and its token key destroyed with it (rule 38).
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
};
