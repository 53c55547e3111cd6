import t from 'tap';
import { member } from '../../../src/domain/member/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  ASAHI,
  asCaregiver,
  asCoordinator,
  confirmMembership,
  HIKARI,
  memberEnrolled,
  memberInvited,
  memberRemoved,
  membershipConfirmed,
  NAME,
  NOON,
  YUHI,
} from './example-member.ts';

const caregiver = memberEnrolled(asCaregiver(ASAHI));
const invited = memberInvited(asCaregiver(YUHI));

specify(t, member, NOON, [
  {
    name: 'happens, rule 47: what the invitation said is an enrolment from now on',
    given: [caregiver, invited],
    when: confirmMembership(YUHI),
    then: [membershipConfirmed(asCaregiver(YUHI))],
  },
  {
    name: 'happens, rule 47: a coordinator, not the last, goes to another office, with the name given there',
    given: [memberEnrolled(asCoordinator()), memberInvited(asCoordinator({ officeId: YUHI, name: NAME }))],
    when: confirmMembership(YUHI),
    then: [membershipConfirmed(asCoordinator({ officeId: YUHI, name: NAME }))],
  },
  {
    name: 'happens: the one of two invitations that is named',
    given: [caregiver, invited, memberInvited(asCaregiver(HIKARI))],
    when: confirmMembership(HIKARI),
    then: [membershipConfirmed(asCaregiver(HIKARI))],
  },
  {
    name: 'refused: nobody of the office has invited',
    given: [caregiver, invited],
    when: confirmMembership(HIKARI),
    refused: 'NOT_INVITED',
    path: ['officeId'],
  },
  {
    name: 'refused, rule 48: the last coordinator of an office goes to another',
    given: [memberEnrolled(asCoordinator()), memberInvited(asCoordinator({ officeId: YUHI }))],
    when: confirmMembership(YUHI, true),
    refused: 'LAST_COORDINATOR',
    path: ['officeId'],
  },
  {
    name: 'repeated: it has been confirmed',
    given: [caregiver, invited, membershipConfirmed(asCaregiver(YUHI))],
    when: confirmMembership(YUHI),
    then: [],
  },
  {
    name: 'stale: the office has taken the invitation back meanwhile',
    given: [caregiver, invited, memberRemoved(YUHI)],
    when: confirmMembership(YUHI),
    refused: 'NOT_INVITED',
    path: ['officeId'],
  },
  {
    name: 'stale: the person has been invited as something else meanwhile, and takes up that',
    given: [caregiver, invited, memberInvited(asCoordinator({ officeId: YUHI }))],
    when: confirmMembership(YUHI),
    then: [membershipConfirmed(asCoordinator({ officeId: YUHI }))],
  },
]);
