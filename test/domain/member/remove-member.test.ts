import t from 'tap';
import { member } from '../../../src/domain/member/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  ASAHI,
  asCaregiver,
  asCoordinator,
  asOutsider,
  caregiverAt,
  HIKARI,
  memberEnrolled,
  memberInvited,
  memberRemoved,
  membershipConfirmed,
  NOON,
  removeMember,
  YUHI,
} from './example-member.ts';

const coordinator = memberEnrolled(asCoordinator());
const caregiverOfTwo = [memberEnrolled(asCaregiver(ASAHI)), memberEnrolled(asCaregiver(YUHI))];

specify(t, member, NOON, [
  {
    name: 'happens: an office removes its coordinator',
    given: [coordinator],
    when: removeMember(ASAHI),
    then: [memberRemoved(ASAHI)],
  },
  {
    name: 'happens: altogether, whatever the office',
    given: [coordinator],
    when: removeMember(null),
    then: [memberRemoved(null)],
  },
  {
    name: 'happens: altogether, in a role of no office',
    given: [memberEnrolled(asOutsider('CONSULTANT'))],
    when: removeMember(null),
    then: [memberRemoved(null)],
  },
  ...[ASAHI, YUHI].map((officeId, n) => ({
    name: `happens: a caregiver of two offices leaves the ${n === 0 ? 'first' : 'second'} alone`,
    given: caregiverOfTwo,
    when: removeMember(officeId),
    then: [memberRemoved(officeId)],
  })),
  {
    name: 'happens: a caregiver of two offices leaves both',
    given: caregiverOfTwo,
    when: removeMember(null),
    then: [memberRemoved(null)],
  },
  {
    name: 'happens: a caregiver who has left one of two offices leaves the other',
    given: [...caregiverOfTwo, memberRemoved(ASAHI)],
    when: removeMember(YUHI),
    then: [memberRemoved(YUHI)],
  },
  {
    name: 'happens, rule 48: an administrator removes the last coordinator',
    given: [coordinator],
    when: removeMember(null, { lastCoordinator: true, byAdministrator: true }),
    then: [memberRemoved(null)],
  },
  {
    name: 'happens, rule 47: an invitation is declined or taken back, and the role elsewhere stands',
    given: [coordinator, memberInvited(asCaregiver(YUHI))],
    when: removeMember(YUHI, { lastCoordinator: true }),
    then: [memberRemoved(YUHI)],
  },
  {
    name: 'happens, rule 47: without a role elsewhere the oldest invitation counts, for nobody could confirm it',
    given: [coordinator, memberInvited(asCaregiver(YUHI)), memberInvited(asCaregiver(HIKARI))],
    when: removeMember(ASAHI),
    then: [memberRemoved(ASAHI), membershipConfirmed(asCaregiver(YUHI))],
  },
  {
    name: 'happens, rule 47: altogether, invitations too',
    given: [coordinator, memberInvited(asCaregiver(YUHI))],
    when: removeMember(null, { byAdministrator: true }),
    then: [memberRemoved(null)],
  },
  {
    name: 'refused, rule 48: the office removes its last coordinator',
    given: [coordinator],
    when: removeMember(ASAHI, { lastCoordinator: true }),
    refused: 'LAST_COORDINATOR',
    path: ['subject'],
  },
  {
    name: 'refused, rule 48: who is no administrator removes the last coordinator altogether',
    given: [memberEnrolled(asCoordinator({ caregiverId: caregiverAt(ASAHI) }))],
    when: removeMember(null, { lastCoordinator: true }),
    refused: 'LAST_COORDINATOR',
    path: ['subject'],
  },
  { name: 'repeated: the person was never enrolled', given: [], when: removeMember(null), then: [] },
  {
    name: 'repeated: the person was removed altogether',
    given: [coordinator, memberRemoved(null)],
    when: removeMember(null),
    then: [],
  },
  {
    name: 'repeated: the caregiver has left this office and works for another',
    given: [...caregiverOfTwo, memberRemoved(ASAHI)],
    when: removeMember(ASAHI),
    then: [],
  },
  {
    name: 'repeated: the caregiver never worked for this office',
    given: caregiverOfTwo,
    when: removeMember(HIKARI),
    then: [],
  },
  {
    name: 'repeated: a role of no office is not for an office to take away',
    given: [memberEnrolled(asOutsider('AUDITOR'))],
    when: removeMember(ASAHI),
    then: [],
  },
  {
    name: 'repeated, rule 48: who is not of this office may be the last coordinator of another',
    given: [coordinator],
    when: removeMember(YUHI, { lastCoordinator: true }),
    then: [],
  },
  {
    name: 'stale: the coordinator went to another office meanwhile',
    given: [coordinator, memberEnrolled(asCoordinator({ officeId: YUHI }))],
    when: removeMember(ASAHI),
    then: [],
  },
  {
    name: 'stale: the caregiver was added in a further office meanwhile, and stays there',
    given: caregiverOfTwo,
    when: removeMember(ASAHI),
    then: [memberRemoved(ASAHI)],
  },
  {
    name: 'stale, rule 48: the other coordinator of the office went meanwhile',
    given: [coordinator],
    when: removeMember(ASAHI, { lastCoordinator: true }),
    refused: 'LAST_COORDINATOR',
    path: ['subject'],
  },
]);
