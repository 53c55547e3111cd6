import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import type { SurveyEvent } from '../../../src/domain/survey/events.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  CLOSED,
  closed,
  content,
  DRAFT,
  listed,
  OPEN,
  opened,
  PUBLISHED,
  published,
  reminded,
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
    reminders: 0,
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
    [PUBLISHED, reminded],
  ];
  for (const [history, stray] of strays)
    t.strictSame(stateAfter(survey, [...history, stray]), stateAfter(survey, history), stray.type);
});
