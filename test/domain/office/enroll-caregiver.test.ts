import t from 'tap';
import { office } from '../../../src/domain/office/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  caregiverEnrolled,
  caregiverLeft,
  enrollCaregiver,
  HANAKO,
  JIRO,
  NOON,
  officeRegistered,
  TARO,
} from './example-office.ts';

specify(t, office, NOON, [
  {
    name: 'happens: the first gets the code C-001',
    given: [officeRegistered()],
    when: enrollCaregiver(),
    then: [caregiverEnrolled({ code: 'C-001' })],
  },
  {
    name: 'happens: with a code of the office’s own and no qualification',
    given: [officeRegistered()],
    when: enrollCaregiver({ code: 'HS', qualifications: [] }),
    then: [caregiverEnrolled({ code: 'HS', qualifications: [] })],
  },
  {
    name: 'happens: numbers go on after all who were enrolled',
    given: [officeRegistered(), caregiverEnrolled({ caregiverId: TARO, code: 'TK' })],
    when: enrollCaregiver(),
    then: [caregiverEnrolled({ code: 'C-002' })],
  },
  {
    name: 'happens: a number that the office took for somebody is passed over',
    given: [
      officeRegistered(),
      caregiverEnrolled({ caregiverId: TARO, code: 'C-003' }),
      caregiverEnrolled({ caregiverId: JIRO, code: 'C-004' }),
    ],
    when: enrollCaregiver(),
    then: [caregiverEnrolled({ code: 'C-005' })],
  },
  {
    name: 'refused: the office is not registered',
    given: [],
    when: enrollCaregiver(),
    refused: 'OFFICE_UNKNOWN',
    path: ['officeId'],
  },
  {
    name: 'refused: the code is that of another caregiver',
    given: [officeRegistered(), caregiverEnrolled({ caregiverId: TARO, code: 'HS' })],
    when: enrollCaregiver({ code: 'HS' }),
    refused: 'CAREGIVER_CODE_TAKEN',
    path: ['code'],
  },
  {
    name: 'refused: the code is that of a caregiver who has left',
    given: [
      officeRegistered(),
      caregiverEnrolled({ caregiverId: TARO, code: 'HS' }),
      caregiverLeft('2026-03-31', TARO),
    ],
    when: enrollCaregiver({ code: 'HS' }),
    refused: 'CAREGIVER_CODE_TAKEN',
    path: ['code'],
  },
  {
    name: 'repeated: the caregiver is enrolled, with a number that was given',
    given: [officeRegistered(), caregiverEnrolled()],
    when: enrollCaregiver(),
    then: [],
  },
  {
    name: 'repeated: the caregiver is enrolled, with the code that is asked for',
    given: [officeRegistered(), caregiverEnrolled({ code: 'HS' })],
    when: enrollCaregiver({ code: 'HS' }),
    then: [],
  },
  {
    name: 'stale: the number that was free was given to another caregiver meanwhile',
    given: [officeRegistered(), caregiverEnrolled({ caregiverId: TARO, code: 'C-001' })],
    when: enrollCaregiver({ caregiverId: HANAKO }),
    then: [caregiverEnrolled({ code: 'C-002' })],
  },
  {
    name: 'stale: the caregiver was enrolled and has left meanwhile',
    given: [officeRegistered(), caregiverEnrolled(), caregiverLeft('2026-05-31')],
    when: enrollCaregiver(),
    then: [],
  },
]);
