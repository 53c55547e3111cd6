import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import { specify } from '../../support/specification.ts';
import { CLOSED, NOW, OPEN, PUBLISHED, reminded } from './example-survey.ts';

const remind = { type: 'RemindRespondents' } as const;

specify(t, survey, NOW, [
  { name: 'happens: of an open survey', given: OPEN, when: remind, then: [reminded] },
  { name: 'happens: once more', given: [...OPEN, reminded], when: remind, then: [reminded] },
  {
    name: 'happens: a minute before the end of closesOn',
    given: OPEN,
    when: remind,
    at: '2026-06-14T14:59:00.000Z',
    then: [reminded],
  },
  ...Object.entries({
    'it is not open yet': { given: PUBLISHED },
    'its last day is over, whether closed in the log or not': { given: OPEN, at: '2026-06-14T15:00:00.000Z' },
  }).map(([what, given]) => ({
    name: `refused: ${what}`,
    ...given,
    when: remind,
    refused: 'SURVEY_NOT_OPEN',
    path: ['surveyId'],
  })),
  {
    name: 'refused, rule 49: ten times is enough',
    given: [...OPEN, ...Array.from({ length: 10 }, () => reminded)],
    when: remind,
    refused: 'TOO_MANY_REMINDERS',
    path: ['surveyId'],
  },
  {
    name: 'stale: it has been closed meanwhile',
    given: CLOSED,
    when: remind,
    refused: 'SURVEY_NOT_OPEN',
    path: ['surveyId'],
  },
]);
