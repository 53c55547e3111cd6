import t from 'tap';
import { office } from '../../../src/domain/office/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  changeOffice,
  eachDetailChanged,
  NOON,
  noticeEmail,
  noticeEmailSet,
  officeDetailsChanged,
  officeRegistered,
} from './example-office.ts';

const withoutSurchargesFrom = (from: string) => officeDetailsChanged({ surcharges: { surcharges: [], from } });

specify(t, office, NOON, [
  ...eachDetailChanged.map((change) => ({
    name: `happens: ${Object.keys(change).join()} alone, the rest as before`,
    given: [officeRegistered()],
    when: changeOffice(change),
    then: [officeDetailsChanged(change)],
  })),
  {
    name: 'happens: of several details those that differ',
    given: [officeRegistered()],
    when: changeOffice({ name: 'あさひ訪問介護', phone: '03-0000-0002', areaGrade: 'GRADE_1', latitude: undefined }),
    then: [officeDetailsChanged({ phone: '03-0000-0002' })],
  },
  {
    name: 'happens: surcharges from a day on',
    given: [officeRegistered()],
    when: changeOffice({ surcharges: [], surchargesFrom: '2026-07-01' }),
    then: [withoutSurchargesFrom('2026-07-01')],
  },
  {
    name: 'happens: surcharges from a day in the past on',
    given: [officeRegistered()],
    when: changeOffice({ surcharges: [], surchargesFrom: '2026-04-01' }),
    then: [withoutSurchargesFrom('2026-04-01')],
  },
  {
    name: 'happens, rule 6: surcharges without a day hold from the Tokyo day of the decision, a minute before its end',
    given: [officeRegistered()],
    when: changeOffice({ surcharges: [] }),
    at: '2026-06-01T14:59:00.000Z',
    then: [withoutSurchargesFrom('2026-06-01')],
  },
  {
    name: 'happens, rule 6: surcharges without a day hold from the next Tokyo day on, at its beginning',
    given: [officeRegistered()],
    when: changeOffice({ surcharges: [] }),
    at: '2026-06-01T15:00:00.000Z',
    then: [withoutSurchargesFrom('2026-06-02')],
  },
  {
    name: 'happens: details and surcharges in one event',
    given: [officeRegistered()],
    when: changeOffice({ invoiceNumber: null, surcharges: ['SPECIFIED_1'], surchargesFrom: '2026-07-01' }),
    then: [
      officeDetailsChanged({ invoiceNumber: null, surcharges: { surcharges: ['SPECIFIED_1'], from: '2026-07-01' } }),
    ],
  },
  {
    name: 'happens: surcharges that hold from a day on are put right for the same day',
    given: [officeRegistered(), withoutSurchargesFrom('2026-07-01')],
    when: changeOffice({ surcharges: ['SPECIFIED_1'], surchargesFrom: '2026-07-01' }),
    then: [officeDetailsChanged({ surcharges: { surcharges: ['SPECIFIED_1'], from: '2026-07-01' } })],
  },
  {
    name: 'happens: surcharges that end on a day hold from an earlier one on no more',
    given: [officeRegistered(), withoutSurchargesFrom('2026-07-01')],
    when: changeOffice({ surcharges: [], surchargesFrom: '2026-06-30' }),
    then: [withoutSurchargesFrom('2026-06-30')],
  },
  {
    name: 'happens, rule 41: notices go to addresses, which are sealed, beside other details',
    given: [officeRegistered()],
    when: changeOffice({ phone: null, noticeEmail: noticeEmail('a@example.jp') }),
    then: [officeDetailsChanged({ phone: null }), noticeEmailSet('a@example.jp')],
  },
  {
    name: 'happens: to others, then to none',
    given: [officeRegistered(), noticeEmailSet('a@example.jp')],
    when: changeOffice({ noticeEmail: noticeEmail() }),
    then: [noticeEmailSet()],
  },
  {
    name: 'repeated: notices go there already',
    given: [officeRegistered(), noticeEmailSet('b@example.jp'), noticeEmailSet('a@example.jp')],
    when: changeOffice({ noticeEmail: noticeEmail('a@example.jp') }),
    then: [],
  },
  {
    name: 'repeated: none went out, none go out',
    given: [officeRegistered()],
    when: changeOffice({ noticeEmail: noticeEmail() }),
    then: [],
  },
  {
    name: 'refused: the office is not registered',
    given: [],
    when: changeOffice({ phone: null }),
    refused: 'OFFICE_UNKNOWN',
    path: ['officeId'],
  },
  {
    name: 'refused: a corporate number with a wrong check digit',
    given: [officeRegistered()],
    when: changeOffice({ corporateNumber: '7010705000726' }),
    refused: 'CORPORATE_NUMBER_WRONG',
    path: ['corporateNumber'],
  },
  {
    name: 'refused: an invoice number of another form than T and 13 digits',
    given: [officeRegistered()],
    when: changeOffice({ invoiceNumber: '7010705000725' }),
    refused: 'INVOICE_NUMBER_WRONG',
    path: ['invoiceNumber'],
  },
  ...(['corporateNumber', 'invoiceNumber'] as const).map((field) => ({
    name: `refused, rule 34: an empty text is neither a number nor none (${field})`,
    given: [officeRegistered()],
    when: changeOffice({ [field]: '' }),
    refused: field === 'corporateNumber' ? 'CORPORATE_NUMBER_WRONG' : 'INVOICE_NUMBER_WRONG',
    path: [field],
  })),
  {
    name: 'repeated: the details stand so already',
    given: [officeRegistered(), officeDetailsChanged({ services: ['BOARDING_ASSISTANCE'], phone: null })],
    when: changeOffice({ services: ['BOARDING_ASSISTANCE'], phone: null }),
    then: [],
  },
  { name: 'repeated: nothing is asked', given: [officeRegistered()], when: changeOffice({}), then: [] },
  {
    name: 'repeated: a day without surcharges changes nothing',
    given: [officeRegistered()],
    when: changeOffice({ surchargesFrom: '2026-07-01' }),
    then: [],
  },
  {
    name: 'repeated: the surcharges hold on that day already, from registration on',
    given: [officeRegistered()],
    when: changeOffice({ surcharges: ['SPECIFIED_2'], surchargesFrom: '2026-04-01' }),
    then: [],
  },
  {
    name: 'repeated: the surcharges hold on that day already, from that day on',
    given: [officeRegistered(), withoutSurchargesFrom('2026-07-01')],
    when: changeOffice({ surcharges: [], surchargesFrom: '2026-07-01' }),
    then: [],
  },
  {
    name: 'repeated: the surcharges hold on that day already, from an earlier one on',
    given: [officeRegistered(), withoutSurchargesFrom('2026-07-01')],
    when: changeOffice({ surcharges: [], surchargesFrom: '2026-08-01' }),
    then: [],
  },
  {
    name: 'stale: one of two details was changed to the same meanwhile',
    given: [officeRegistered(), officeDetailsChanged({ phone: '03-0000-0002' })],
    when: changeOffice({ phone: '03-0000-0002', municipality: '目黒区' }),
    then: [officeDetailsChanged({ municipality: '目黒区' })],
  },
  {
    name: 'stale: what was asked for stood until it was changed meanwhile, and is brought back',
    given: [officeRegistered(), officeDetailsChanged({ phone: '03-0000-0002' })],
    when: changeOffice({ phone: '03-0000-0001' }),
    then: [officeDetailsChanged({ phone: '03-0000-0001' })],
  },
  {
    name: 'stale: other surcharges were entered for an earlier day after those for a later one',
    given: [officeRegistered(), withoutSurchargesFrom('2026-08-01'), withoutSurchargesFrom('2026-07-01')],
    when: changeOffice({ surcharges: ['SPECIFIED_2'], surchargesFrom: '2026-07-31' }),
    then: [officeDetailsChanged({ surcharges: { surcharges: ['SPECIFIED_2'], from: '2026-07-31' } })],
  },
]);
