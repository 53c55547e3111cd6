import t from 'tap';
import { office } from '../../../src/domain/office/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  caregiverEnrolled,
  caregiverLeft,
  eachDetailChanged,
  NOON,
  officeDetailsChanged,
  officeRegistered,
  registerOffice,
} from './example-office.ts';

const nothingOptional = {
  nameKana: null,
  corporationName: null,
  corporateNumber: null,
  phone: null,
  latitude: null,
  longitude: null,
  services: [],
  invoiceNumber: null,
};

specify(t, office, NOON, [
  { name: 'happens: with all details', given: [], when: registerOffice(), then: [officeRegistered()] },
  {
    name: 'happens: with nothing that may be missing',
    given: [],
    when: registerOffice({ ...nothingOptional, surcharges: [] }),
    then: [officeRegistered({ ...nothingOptional, surcharges: [] })],
  },
  {
    name: 'happens: a provider number with a wrong check digit is kept and flagged, since real numbers have it',
    given: [],
    when: registerOffice({ providerNumber: '1367195779' }),
    then: [officeRegistered({ providerNumber: '1367195779', providerNumberChecks: false })],
  },
  {
    name: 'happens: of an invoice number the form alone is known, as for sole proprietors, not the corporate number',
    given: [],
    when: registerOffice({ invoiceNumber: 'T0000000000000' }),
    then: [officeRegistered({ invoiceNumber: 'T0000000000000' })],
  },
  {
    name: 'refused: a corporate number with a wrong check digit',
    given: [],
    when: registerOffice({ corporateNumber: '7010705000726' }),
    refused: 'CORPORATE_NUMBER_WRONG',
    path: ['corporateNumber'],
  },
  {
    name: 'refused, rule 46: an empty text is no corporate number',
    given: [],
    when: registerOffice({ corporateNumber: '' }),
    refused: 'CORPORATE_NUMBER_WRONG',
    path: ['corporateNumber'],
  },
  ...[
    '',
    ' ',
    '7010705000725',
    'T701070500072',
    'T70107050007251',
    't7010705000725',
    'T701070500072X',
    'T7010705000725\n',
  ].map((invoiceNumber) => ({
    name: `refused, rule 34: ${JSON.stringify(invoiceNumber)} is no invoice number, which is T and 13 digits`,
    given: [],
    when: registerOffice({ invoiceNumber }),
    refused: 'INVOICE_NUMBER_WRONG',
    path: ['invoiceNumber'],
  })),
  {
    name: 'refused: of two wrong numbers the corporate number is named',
    given: [],
    when: registerOffice({ corporateNumber: '7010705000726', invoiceNumber: 'T1' }),
    refused: 'CORPORATE_NUMBER_WRONG',
    path: ['corporateNumber'],
  },
  ...eachDetailChanged.map((change) => ({
    name: `refused: the number is registered with another ${Object.keys(change).join()}`,
    given: [officeRegistered()],
    when: registerOffice(change),
    refused: 'OFFICE_EXISTS',
    path: ['providerNumber'],
  })),
  {
    name: 'refused: the number is registered with other surcharges',
    given: [officeRegistered()],
    when: registerOffice({ surcharges: [] }),
    refused: 'OFFICE_EXISTS',
    path: ['providerNumber'],
  },
  {
    name: 'refused: that the number is registered is said before a wrong corporate number is',
    given: [officeRegistered()],
    when: registerOffice({ corporateNumber: '7010705000726' }),
    refused: 'OFFICE_EXISTS',
    path: ['providerNumber'],
  },
  { name: 'repeated: with the same content', given: [officeRegistered()], when: registerOffice(), then: [] },
  {
    name: 'repeated: the number that was flagged',
    given: [officeRegistered({ providerNumber: '1367195779', providerNumberChecks: false })],
    when: registerOffice({ providerNumber: '1367195779' }),
    then: [],
  },
  {
    name: 'stale: caregivers who came and went meanwhile are no content of the office',
    given: [officeRegistered(), caregiverEnrolled(), caregiverLeft('2026-05-31')],
    when: registerOffice(),
    then: [],
  },
  {
    name: 'stale: the details were changed meanwhile',
    given: [officeRegistered(), officeDetailsChanged({ phone: '03-0000-0002' })],
    when: registerOffice(),
    refused: 'OFFICE_EXISTS',
    path: ['providerNumber'],
  },
  {
    name: 'stale: the details were changed meanwhile to what is now registered',
    given: [officeRegistered(), officeDetailsChanged({ phone: '03-0000-0002' })],
    when: registerOffice({ phone: '03-0000-0002' }),
    then: [],
  },
  {
    name: 'stale: other surcharges hold from a later day on',
    given: [officeRegistered(), officeDetailsChanged({ surcharges: { surcharges: [], from: '2026-07-01' } })],
    when: registerOffice(),
    refused: 'OFFICE_EXISTS',
    path: ['providerNumber'],
  },
]);
