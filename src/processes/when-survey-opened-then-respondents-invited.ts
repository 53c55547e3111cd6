import { inviteRespondent } from '../commands/survey.ts';
import { callerFor, type Process } from './process.ts';

/** Survey opened → one invitation per respondent (rule 37). */
export const whenSurveyOpenedThenRespondentsInvited: Process = {
  name: 'when-survey-opened-then-respondents-invited',
  follows: (todo) => ({
    FrameListed: (event) => {
      for (const { respondentId, invited } of event.data.respondents)
        if (invited) todo.set(`${event.streamId} ${respondentId}`, null, event);
    },
    RespondentInvited: ({ data }) => todo.clear(`${data.surveyId} ${data.respondent.respondentId}`),
    SurveyClosed: ({ streamId }) => {
      for (const id of todo.beginningWith(streamId)) todo.clear(id);
    },
  }),
  act: async (item, app) => {
    const [surveyId = '', respondentId = ''] = item.id.split(' ');
    await inviteRespondent(app, callerFor(item), { surveyId, respondentId });
  },
};
