import t from 'tap';
import { invitation } from '../../../../src/domain/survey/invitation/decider.ts';
import { specify } from '../../../support/specification.ts';
import { NOW } from '../example-survey.ts';
import { invited, refuse, refused, use, used } from './example-invitation.ts';

specify(t, invitation, NOW, [
  {
    name: 'happens, rule 39: an answer that came after the closing is refused',
    given: [invited(), used],
    when: refuse,
    then: [refused],
  },
  { name: 'repeated: it has been refused', given: [invited(), used, refused], when: refuse, then: [] },
  { name: 'stale: nobody has answered', given: [invited()], when: refuse, then: [] },
]);

specify(t, invitation, NOW, [
  {
    name: 'refused, rule 39: who was refused hears the same again',
    given: [invited(), used, refused],
    when: use(undefined, { survey: { open: false } }),
    refused: 'SURVEY_CLOSED',
    path: ['token'],
  },
]);
