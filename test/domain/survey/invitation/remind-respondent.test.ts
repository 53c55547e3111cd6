import t from 'tap';
import { invitation } from '../../../../src/domain/survey/invitation/decider.ts';
import { specify } from '../../../support/specification.ts';
import { NOW } from '../example-survey.ts';
import { invited, remind, reminded, used } from './example-invitation.ts';

specify(t, invitation, NOW, [
  { name: 'happens: who has not answered is reminded', given: [invited()], when: remind, then: [reminded] },
  { name: 'happens: as often as asked', given: [invited(), reminded], when: remind, then: [reminded] },
  {
    name: 'refused, rule 49: an eleventh time',
    given: [invited(), ...Array.from({ length: 10 }, () => reminded)],
    when: remind,
    refused: 'TOO_MANY_REMINDERS',
    path: ['surveyId'],
  },
  { name: 'stale: who was never invited is not reminded', given: [], when: remind, then: [] },
  { name: 'stale: who has answered meanwhile is not reminded', given: [invited(), used], when: remind, then: [] },
]);
