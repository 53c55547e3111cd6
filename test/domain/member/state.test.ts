import t from 'tap';
import { member } from '../../../src/domain/member/decider.ts';
import type { MemberEvent } from '../../../src/domain/member/events.ts';
import { stateAfter } from '../../support/specification.ts';
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
  YUHI,
} from './example-member.ts';

const at = (officeId: string) => ({ officeId, caregiverId: caregiverAt(officeId) });
const coordinator = memberEnrolled(asCoordinator());
const caregiverOfTwo = [memberEnrolled(asCaregiver(ASAHI)), memberEnrolled(asCaregiver(YUHI))];
const hanako = { subject: 'hanako', status: 'ENROLLED', invitations: [] } as const;

/** The state but for what is counted (bounds.test.ts). */
const known = (history: readonly MemberEvent[]) => {
  const state = stateAfter(member, history);
  if (state.status === 'NONE') throw new Error('nobody');
  const { enrolmentsBy: _counted, ...rest } = state;
  return rest;
};

t.test('one role in one office replaces what stood', async (t) => {
  t.strictSame(known([coordinator]), {
    ...hanako,
    role: 'COORDINATOR',
    officeId: ASAHI,
    caregivers: [],
  });
  t.strictSame(known([coordinator, memberEnrolled(asOutsider('AUDITOR'))]), {
    ...hanako,
    role: 'AUDITOR',
    officeId: null,
    caregivers: [],
  });
  const both = memberEnrolled(asCoordinator({ officeId: YUHI, caregiverId: caregiverAt(YUHI) }));
  t.strictSame(known([...caregiverOfTwo, both]), {
    ...hanako,
    role: 'COORDINATOR',
    officeId: YUHI,
    caregivers: [at(YUHI)],
  });
  t.strictSame(known([both, memberEnrolled(asCaregiver(ASAHI))]), {
    ...hanako,
    role: 'CAREGIVER',
    officeId: ASAHI,
    caregivers: [at(ASAHI)],
  });
});

t.test('a caregiver is added in a further office, once in each', async (t) => {
  const caregiver = { ...hanako, role: 'CAREGIVER', officeId: ASAHI } as const;
  t.strictSame(known(caregiverOfTwo), { ...caregiver, caregivers: [at(ASAHI), at(YUHI)] });
  const other = { officeId: YUHI, caregiverId: caregiverAt(HIKARI) };
  t.strictSame(known([...caregiverOfTwo, memberEnrolled(asCaregiver(YUHI, other))]), {
    ...caregiver,
    caregivers: [at(ASAHI), other],
  });
});

t.test('a caregiver of several offices who leaves one stays in the others', async (t) => {
  const caregiver = { ...hanako, role: 'CAREGIVER' } as const;
  t.strictSame(known([...caregiverOfTwo, memberRemoved(ASAHI)]), {
    ...caregiver,
    officeId: YUHI,
    caregivers: [at(YUHI)],
  });
  t.strictSame(known([...caregiverOfTwo, memberRemoved(YUHI)]), {
    ...caregiver,
    officeId: ASAHI,
    caregivers: [at(ASAHI)],
  });
});

t.test('who leaves the last office, or all, is removed', async (t) => {
  const removed = { subject: 'hanako', status: 'REMOVED', caregivers: [], invitations: [] } as const;
  t.strictSame(known([...caregiverOfTwo, memberRemoved(ASAHI), memberRemoved(YUHI)]), {
    ...removed,
    role: 'CAREGIVER',
    officeId: YUHI,
  });
  t.strictSame(known([...caregiverOfTwo, memberRemoved(null)]), {
    ...removed,
    role: 'CAREGIVER',
    officeId: ASAHI,
  });
  const both = memberEnrolled(asCoordinator({ caregiverId: caregiverAt(ASAHI) }));
  t.strictSame(known([both, memberRemoved(ASAHI)]), {
    ...removed,
    role: 'COORDINATOR',
    officeId: ASAHI,
  });
});

t.test('who was removed and is enrolled again keeps nothing of before', async (t) => {
  const again = [...caregiverOfTwo, memberRemoved(null), memberEnrolled(asCaregiver(HIKARI))];
  t.strictSame(known(again), {
    ...hanako,
    role: 'CAREGIVER',
    officeId: HIKARI,
    caregivers: [at(HIKARI)],
  });
});

t.test('who was never enrolled cannot be removed', async (t) => {
  t.equal(member.evolve(member.initial, memberRemoved(null)), member.initial);
});

t.test('rule 47: an invitation gives no right; confirmed it is an enrolment, removed it is gone', async (t) => {
  const data = { subject: 'hanako', ...asCaregiver(YUHI) };
  const caregiver = { ...hanako, role: 'CAREGIVER', officeId: ASAHI, caregivers: [at(ASAHI)] } as const;
  const given = [memberEnrolled(asCaregiver(ASAHI)), memberInvited(asCaregiver(YUHI))];
  t.strictSame(known(given), { ...caregiver, invitations: [data] });
  t.strictSame(known([...given, membershipConfirmed(asCaregiver(YUHI))]), {
    ...caregiver,
    caregivers: [at(ASAHI), at(YUHI)],
  });
  t.strictSame(known([...given, memberRemoved(YUHI)]), caregiver);
  t.equal(member.evolve(member.initial, memberInvited(asCaregiver(YUHI))), member.initial);
});
