import t from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { SurveyEvent } from '../../src/domain/survey/events.ts';
import { whenClosingDayOverThenSurveyClosed } from '../../src/processes/when-closing-day-over-then-survey-closed.ts';
import { closed, DRAFT, listed, opened, PUBLISHED } from '../domain/survey/example-survey.ts';
import { actOnAllDue, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';

const [SURVEY, OTHER_SURVEY] = [uuidOf('survey'), uuidOf('another survey')];
const ofSurvey = (...events: readonly SurveyEvent[]) => on('survey', SURVEY, ...events);
const opening = opened({ closesOn: '2026-06-14' });
const openedNow = ofSurvey(...PUBLISHED, opening, listed());
const otherOpening = opened({ closesOn: '2026-06-30' });
const otherOpened = on('survey', OTHER_SURVEY, ...DRAFT.map((event) => ({ ...event })), otherOpening);
/** 24:00 in Tokyo of 14 June. */
const JUNE_14_OVER = '2026-06-14T15:00:00.000Z';
const toDo = { id: SURVEY, dueAt: JUNE_14_OVER, cause: opening };
const otherToDo = { id: OTHER_SURVEY, dueAt: '2026-06-30T15:00:00.000Z', cause: otherOpening };

specifyProcess(t, whenClosingDayOverThenSurveyClosed, {
  follows: [
    {
      name: 'rule 37: a survey is opened: due at the end of closesOn',
      given: ofSurvey(...PUBLISHED),
      when: ofSurvey(opening),
      then: [toDo],
    },
    {
      name: 'rule 37: closed before by hand: off the list, this one alone',
      given: [...openedNow, ...otherOpened],
      listed: [toDo, otherToDo],
      when: ofSurvey(closed),
      then: [otherToDo],
    },
  ],
  acts: [
    {
      name: 'acts, rule 37: at the end of closesOn the survey is closed',
      given: [...openedNow, ...otherOpened],
      at: JUNE_14_OVER,
      then: ofSurvey(closed),
      left: [otherToDo],
      alsoByHand: true,
    },
  ],
});

const tokenKey = keyIdOf('survey-token', SURVEY);
const otherTokenKey = keyIdOf('survey-token', OTHER_SURVEY);

t.test('acts, rule 38: with the closing the token key of this survey is destroyed', async (t) => {
  const app = await openGround(t);
  for (const key of [tokenKey, otherTokenKey]) await app.vault.make(key);
  await plantAll(app, [...openedNow, ...otherOpened]);
  await actOnAllDue(app, whenClosingDayOverThenSurveyClosed, JUNE_14_OVER);
  t.equal(await app.vault.open(tokenKey), null);
  t.not(await app.vault.open(otherTokenKey), null);
});
