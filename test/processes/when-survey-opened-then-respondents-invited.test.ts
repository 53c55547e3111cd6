import t from 'tap';
import { tokenHashOf } from '../../src/commands/survey.ts';
import { invitationIdOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { Respondent, SurveyEvent } from '../../src/domain/survey/events.ts';
import { whenSurveyOpenedThenRespondentsInvited } from '../../src/processes/when-survey-opened-then-respondents-invited.ts';
import { closed, listed, NOW, opened, PUBLISHED, respondent } from '../domain/survey/example-survey.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const [SURVEY, OTHER_SURVEY] = [uuidOf('survey'), uuidOf('another survey')];
const [first, second, third] = [respondent(1), respondent(2), respondent(3)];
const withoutConsent = respondent(4, { invited: false });
const ofSurvey = (...events: readonly SurveyEvent[]) => on('survey', SURVEY, ...events);
const opening = ofSurvey(...PUBLISHED, opened());
const frame = listed([first, second, withoutConsent]);
const moreOfFrame = listed([third]);
const toDo = ({ respondentId }: Respondent, cause: SurveyEvent = frame, survey: Uuid = SURVEY) => ({
  id: `${survey} ${respondentId}`,
  dueAt: '' as const,
  cause,
});
const invited = (who: Respondent, tokenHash: string) =>
  on('invitation', invitationIdOf(SURVEY, who.respondentId), {
    type: 'RespondentInvited',
    data: { surveyId: SURVEY, respondent: who, tokenHash },
  });
const tokenKey = keyIdOf('survey-token', SURVEY);
const otherFrame = listed([first]);

specifyProcess(t, whenSurveyOpenedThenRespondentsInvited, {
  follows: [
    {
      name: 'rule 37: the frame is listed: each respondent, but those without consent',
      given: [],
      when: [...opening, ...ofSurvey(frame)],
      then: [toDo(first), toDo(second)],
    },
    {
      name: 'rule 37: a frame of several pieces: each piece',
      given: [...opening, ...ofSurvey(frame)],
      listed: [toDo(first), toDo(second)],
      when: ofSurvey(moreOfFrame),
      then: [toDo(first), toDo(second), toDo(third, moreOfFrame)],
    },
    {
      name: 'rule 37: a respondent is invited: off the list, the others stay',
      given: [...opening, ...ofSurvey(frame)],
      listed: [toDo(first), toDo(second)],
      when: invited(first, 'hash'),
      then: [toDo(second)],
    },
    {
      name: 'rule 37: the survey is closed: nobody is invited any more; another survey goes on',
      given: [...opening, ...ofSurvey(frame), ...on('survey', OTHER_SURVEY, otherFrame)],
      listed: [toDo(first), toDo(second), toDo(first, otherFrame, OTHER_SURVEY)],
      when: ofSurvey(closed),
      then: [toDo(first, otherFrame, OTHER_SURVEY)],
    },
  ],
  acts: [
    {
      name: 'acts, rules 37, 38: one invitation each, with the hash of the token alone',
      given: async (app: PlantedApp) => {
        await app.vault.make(tokenKey);
        return [...opening, ...ofSurvey(frame)];
      },
      at: NOW,
      then: async (app: PlantedApp) => {
        const key = await app.vault.make(tokenKey);
        return [first, second]
          .sort((a, b) => (a.respondentId < b.respondentId ? -1 : 1))
          .flatMap((who) => invited(who, tokenHashOf(key.hmac(invitationIdOf(SURVEY, who.respondentId)))));
      },
    },
  ],
});
