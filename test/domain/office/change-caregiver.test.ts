import t from 'tap';
import { office } from '../../../src/domain/office/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  caregiverChanged,
  caregiverEnrolled,
  caregiverLeft,
  changeCaregiver,
  HANAKO,
  NOON,
  officeRegistered,
  sealedName,
  TARO,
} from './example-office.ts';

const enrolled = [officeRegistered(), caregiverEnrolled()];
const name = sealedName(HANAKO, '鈴木');

specify(t, office, NOON, [
  {
    name: 'happens: another name',
    given: enrolled,
    when: changeCaregiver({ name }),
    then: [caregiverChanged({ name })],
  },
  {
    name: 'happens: other qualifications',
    given: enrolled,
    when: changeCaregiver({ qualifications: ['CERTIFIED_CARE_WORKER'] }),
    then: [caregiverChanged({ qualifications: ['CERTIFIED_CARE_WORKER'] })],
  },
  {
    name: 'happens: no qualification any more',
    given: enrolled,
    when: changeCaregiver({ qualifications: [] }),
    then: [caregiverChanged({ qualifications: [] })],
  },
  {
    name: 'happens: another name, while the qualifications stand so already',
    given: enrolled,
    when: changeCaregiver({ name, qualifications: ['PRACTITIONER'] }),
    then: [caregiverChanged({ name })],
  },
  {
    name: 'happens: the last day of work',
    given: enrolled,
    when: changeCaregiver({ leftOn: '2026-06-30' }),
    then: [caregiverLeft('2026-06-30')],
  },
  {
    name: 'happens: another last day of work',
    given: [...enrolled, caregiverLeft('2026-06-30')],
    when: changeCaregiver({ leftOn: '2026-07-31' }),
    then: [caregiverLeft('2026-07-31')],
  },
  {
    name: 'happens: leaving is taken back',
    given: [...enrolled, caregiverLeft('2026-06-30')],
    when: changeCaregiver({ leftOn: null }),
    then: [caregiverLeft(null)],
  },
  {
    name: 'happens: all at once is a change and then the leaving',
    given: enrolled,
    when: changeCaregiver({ name, qualifications: ['INITIAL'], leftOn: '2026-06-30' }),
    then: [caregiverChanged({ name, qualifications: ['INITIAL'] }), caregiverLeft('2026-06-30')],
  },
  {
    name: 'happens: the same name, for what is sealed cannot be compared',
    given: enrolled,
    when: changeCaregiver({ name: sealedName(HANAKO, '佐藤') }),
    then: [caregiverChanged({ name: sealedName(HANAKO, '佐藤') })],
  },
  {
    name: 'refused: the office is not registered',
    given: [],
    when: changeCaregiver({ name }),
    refused: 'OFFICE_UNKNOWN',
    path: ['officeId'],
  },
  {
    name: 'refused: the caregiver is none of this office',
    given: enrolled,
    when: changeCaregiver({ caregiverId: TARO, leftOn: '2026-06-30' }),
    refused: 'CAREGIVER_UNKNOWN',
    path: ['caregiverId'],
  },
  {
    name: 'repeated: the qualifications stand so already',
    given: [...enrolled, caregiverChanged({ qualifications: ['INITIAL', 'PRACTITIONER'] })],
    when: changeCaregiver({ qualifications: ['INITIAL', 'PRACTITIONER'] }),
    then: [],
  },
  {
    name: 'repeated: the last day of work stands so already',
    given: [...enrolled, caregiverLeft('2026-06-30')],
    when: changeCaregiver({ leftOn: '2026-06-30' }),
    then: [],
  },
  {
    name: 'repeated: who has not left need not come back',
    given: enrolled,
    when: changeCaregiver({ leftOn: null }),
    then: [],
  },
  { name: 'repeated: nothing is asked', given: enrolled, when: changeCaregiver({}), then: [] },
  {
    name: 'stale: one of two changes was made meanwhile',
    given: [...enrolled, caregiverChanged({ qualifications: ['INITIAL'] })],
    when: changeCaregiver({ qualifications: ['INITIAL'], leftOn: '2026-06-30' }),
    then: [caregiverLeft('2026-06-30')],
  },
  {
    name: 'stale: a change of the name meanwhile left the qualifications as they were',
    given: [...enrolled, caregiverChanged({ name })],
    when: changeCaregiver({ qualifications: ['PRACTITIONER'] }),
    then: [],
  },
  {
    name: 'stale: the caregiver has left meanwhile, and is changed all the same',
    given: [...enrolled, caregiverLeft('2026-05-31')],
    when: changeCaregiver({ qualifications: ['INITIAL'] }),
    then: [caregiverChanged({ qualifications: ['INITIAL'] })],
  },
]);
