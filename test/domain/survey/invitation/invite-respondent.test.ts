import t from 'tap';
import { invitation } from '../../../../src/domain/survey/invitation/decider.ts';
import { specify } from '../../../support/specification.ts';
import { NOW } from '../example-survey.ts';
import { invite, invited, reminded, used } from './example-invitation.ts';

specify(t, invitation, NOW, [
  { name: 'happens, rule 37: who is in the frame is invited', given: [], when: invite, then: [invited()] },
  { name: 'repeated, rule 38: invited once', given: [invited()], when: invite, then: [] },
  { name: 'stale: invited and reminded meanwhile', given: [invited(), reminded], when: invite, then: [] },
  { name: 'stale: has answered meanwhile', given: [invited(), used], when: invite, then: [] },
]);
