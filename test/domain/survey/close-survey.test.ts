import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import { specify } from '../../support/specification.ts';
import { CLOSED, closed, DRAFT, NOW, OPEN, PUBLISHED } from './example-survey.ts';

const close = { type: 'CloseSurvey' } as const;

specify(t, survey, NOW, [
  {
    name: 'happens, rule 37: an open survey is closed, also before its day',
    given: OPEN,
    when: close,
    then: [closed],
  },
  {
    name: 'happens, rule 37: an open survey is closed after its day',
    given: OPEN,
    when: close,
    at: '2026-06-20T00:00:00.000Z',
    then: [closed],
  },
  ...Object.entries({ 'nothing is drafted': [], 'it is a draft': DRAFT, 'it is published alone': PUBLISHED }).map(
    ([what, given]) => ({
      name: `refused, rule 37: ${what}`,
      given,
      when: close,
      refused: 'SURVEY_NOT_OPEN',
      path: ['surveyId'],
    }),
  ),
  { name: 'repeated: it is closed, by whomever', given: CLOSED, when: close, then: [] },
]);
