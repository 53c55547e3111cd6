import t from 'tap';
import { Rejected } from '../../../src/domain/rejected.ts';
import { checkOpen, survey } from '../../../src/domain/survey/decider.ts';
import type { SurveyEvent } from '../../../src/domain/survey/events.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  CLOSED,
  closed,
  content,
  DRAFT,
  listed,
  NOW,
  OPEN,
  opened,
  PUBLISHED,
  published,
  respondent,
} from './example-survey.ts';

t.test('rule 37: who is invited is known from the lists of the opening', async (t) => {
  const history = [...PUBLISHED, opened(), listed(), listed([respondent(3), respondent(4, { invited: false })])];
  t.strictSame(stateAfter(survey, history), {
    status: 'OPEN',
    content: content(),
    version: 1,
    joinedIn: [],
    periodFrom: '2026-04-01',
    periodTo: '2026-05-31',
    closesOn: '2026-06-14',
    invited: [respondent(1), respondent(3)],
  });
});

t.test('an event that does not follow from the state changes nothing', async (t) => {
  const strays: readonly (readonly [readonly SurveyEvent[], SurveyEvent])[] = [
    [[], published()],
    [PUBLISHED, published(2)],
    [DRAFT, opened()],
    [OPEN, opened({ closesOn: '2026-06-30' })],
    [PUBLISHED, listed()],
    [CLOSED, listed([respondent(3)])],
    [PUBLISHED, closed],
  ];
  for (const [history, stray] of strays)
    t.strictSame(stateAfter(survey, [...history, stray]), stateAfter(survey, history), stray.type);
});

t.test('checkOpen: a survey is open until 24:00 of closesOn, whether closed in the log or not', async (t) => {
  const refusal = (history: readonly SurveyEvent[], now: string) => {
    try {
      checkOpen(stateAfter(survey, history), now);
      return 'open';
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return [error.code, error.path];
    }
  };
  const notOpen = ['SURVEY_NOT_OPEN', ['surveyId']];
  t.strictSame(refusal(OPEN, '2026-06-14T14:59:00.000Z'), 'open');
  t.strictSame(refusal(OPEN, '2026-06-14T15:00:00.000Z'), notOpen);
  t.strictSame(refusal(PUBLISHED, NOW), notOpen);
  t.strictSame(refusal(CLOSED, NOW), notOpen);
});
