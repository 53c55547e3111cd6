import type { Instant } from '../../../src/domain/calendar.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import type { OfficeCommand } from '../../../src/domain/office/decider.ts';
import type { OfficeEvent } from '../../../src/domain/office/events.ts';
import { exampleSealed } from '../example-sealed.ts';

type Input<Type extends OfficeCommand['type']> = Omit<Extract<OfficeCommand, { type: Type }>, 'type'>;
type Data<Type extends OfficeEvent['type']> = Extract<OfficeEvent, { type: Type }>['data'];

/** 12:00 on 1 June 2026 in Tokyo. */
export const NOON: Instant = '2026-06-01T03:00:00.000Z';

/** Its check digit is right. */
const PROVIDER_NUMBER = '1375200753';
export const [HANAKO, TARO, JIRO] = [uuidOf('Hanako'), uuidOf('Taro'), uuidOf('Jiro')] as const;

const details: Omit<Input<'RegisterOffice'>, 'providerNumber' | 'surcharges'> = {
  name: 'あさひ訪問介護',
  nameKana: 'アサヒホウモンカイゴ',
  corporationName: '株式会社あさひ',
  corporateNumber: '7010705000725',
  municipality: '世田谷区',
  address: '世田谷4-21-27',
  phone: '03-0000-0001',
  latitude: 35.6464,
  longitude: 139.6533,
  areaGrade: 'GRADE_1',
  services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
  invoiceNumber: 'T7010705000725',
};

/** For each detail of the example office a change of it alone. */
export const eachDetailChanged: readonly Partial<typeof details>[] = [
  { name: 'ゆうひ訪問介護' },
  { nameKana: null },
  { corporationName: '合同会社ゆうひ' },
  { corporateNumber: '4011001098993' },
  { municipality: '目黒区' },
  { address: '上目黒2-19-15' },
  { phone: null },
  { latitude: 35.6415 },
  { longitude: null },
  { areaGrade: 'UNKNOWN' },
  { services: ['PHYSICAL_CARE'] },
  { invoiceNumber: null },
];

export const registerOffice = (over: Partial<Input<'RegisterOffice'>> = {}): OfficeCommand => ({
  type: 'RegisterOffice',
  providerNumber: PROVIDER_NUMBER,
  ...details,
  surcharges: ['SPECIFIED_2'],
  ...over,
});
export const officeRegistered = (over: Partial<Data<'OfficeRegistered'>> = {}): OfficeEvent => ({
  type: 'OfficeRegistered',
  data: {
    providerNumber: PROVIDER_NUMBER,
    providerNumberChecks: true,
    ...details,
    surcharges: ['SPECIFIED_2'],
    ...over,
  },
});

/** Where notices go, sealed with the office's key. */
export const noticeEmail = (...addresses: string[]): Data<'NoticeEmailSet'> => ({
  addresses: addresses.map((address) => exampleSealed('office', uuidOf('office'), address)),
  digest: addresses.join(),
});
export const noticeEmailSet = (...addresses: string[]): OfficeEvent => ({
  type: 'NoticeEmailSet',
  data: noticeEmail(...addresses),
});

export const changeOffice = (input: Input<'ChangeOffice'>): OfficeCommand => ({ type: 'ChangeOffice', ...input });
export const officeDetailsChanged = (data: Data<'OfficeDetailsChanged'>): OfficeEvent => ({
  type: 'OfficeDetailsChanged',
  data,
});

/** The caregiver's name, sealed with the caregiver's key. */
export const sealedName = (caregiverId: string, name: string): string => exampleSealed('caregiver', caregiverId, name);

/** Hanako's enrolment, without a code of the office's own. */
export const enrollCaregiver = (over: Partial<Input<'EnrollCaregiver'>> = {}): OfficeCommand => ({
  type: 'EnrollCaregiver',
  caregiverId: HANAKO,
  code: null,
  name: sealedName(over.caregiverId ?? HANAKO, '佐藤'),
  qualifications: ['PRACTITIONER'],
  ...over,
});
export const caregiverEnrolled = (over: Partial<Data<'CaregiverEnrolled'>> = {}): OfficeEvent => ({
  type: 'CaregiverEnrolled',
  data: {
    caregiverId: HANAKO,
    code: 'C-001',
    name: sealedName(over.caregiverId ?? HANAKO, '佐藤'),
    qualifications: ['PRACTITIONER'],
    ...over,
  },
});

export const changeCaregiver = (input: Partial<Input<'ChangeCaregiver'>>): OfficeCommand => ({
  type: 'ChangeCaregiver',
  caregiverId: HANAKO,
  ...input,
});
export const caregiverChanged = (data: Partial<Data<'CaregiverChanged'>>): OfficeEvent => ({
  type: 'CaregiverChanged',
  data: { caregiverId: HANAKO, ...data },
});
export const caregiverLeft = (leftOn: string | null, caregiverId: string = HANAKO): OfficeEvent => ({
  type: 'CaregiverLeft',
  data: { caregiverId, leftOn },
});
