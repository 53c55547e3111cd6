import type { AgreementEvent } from '../../../src/domain/agreement/events.ts';
import type { ClientEvent } from '../../../src/domain/client/events.ts';
import { noticesIdOf, streamOf } from '../../../src/domain/ids.ts';
import type { MemberEvent } from '../../../src/domain/member/events.ts';
import type { NetworkEvent } from '../../../src/domain/network/events.ts';
import type { NoticeEvent } from '../../../src/domain/notice/events.ts';
import type { OfficeEvent } from '../../../src/domain/office/events.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import { EXAMPLE_IDS, type ExamplesOf, examplesIn, sealed } from './example.ts';

const { network, partner, assist, caregiver, member, viewer, agreement, client, visit } = EXAMPLE_IDS;
const ofOffice = examplesIn(streamOf('office', assist));
const ofMember = examplesIn(streamOf('member', member));
const ofNetwork = examplesIn(streamOf('network', network));
const ofAgreement = examplesIn(streamOf('agreement', agreement));
const ofClient = examplesIn(streamOf('client', client));
const caregiverName = sealed(keyIdOf('caregiver', caregiver), '黄鳥 介護');

const office = {
  name: '架空ケア大田',
  nameKana: 'カクウケアオオタ',
  corporationName: '合同会社架空ケア',
  corporateNumber: '7000012050002',
  municipality: '大田区',
  address: '東京都大田区架空町1-2-3',
  phone: '03-0000-0000',
  latitude: 35.5613,
  longitude: 139.716,
  areaGrade: 'GRADE_1' as const,
  services: ['PHYSICAL_CARE' as const, 'DAILY_LIVING' as const],
  invoiceNumber: 'T7000012050002',
};
const nothingFurther = {
  nameKana: null,
  corporationName: null,
  corporateNumber: null,
  phone: null,
  latitude: null,
  longitude: null,
  invoiceNumber: null,
};
const registered = { providerNumber: '1371100019', providerNumberChecks: true, surcharges: ['SPECIFIED_2' as const] };

const noticed = {
  officeId: assist,
  tasks: [{ kind: 'ASSIGN_CAREGIVER', about: visit, arisenAt: '2026-06-11T01:00:00.000Z' }],
};
const ofNotices = examplesIn(streamOf('notice', noticesIdOf(assist, '2026-06-11')));
const account = {
  bankCode: '0001',
  bankName: 'みずほ',
  bankKana: 'ﾐｽﾞﾎ',
  branchCode: '001',
  branchName: '東京営業部',
  branchKana: 'ﾄｳｷﾖｳ',
  kind: 'ORDINARY',
  number: sealed(keyIdOf('office', assist), '0123456'),
  numberTail: sealed(keyIdOf('office', assist), '456'),
  holderKana: sealed(keyIdOf('office', assist), 'ｶ)ｶｸｳｹｱ'),
  digest: 'of the account',
} as const;

export const noticeExamples: ExamplesOf<NoticeEvent['type']> = {
  NoticeGiven: ofNotices('NoticeGiven', { ...noticed, by: 'MAIL' }, { ...noticed, by: 'SCREEN' }),
  NoticeReturned: ofNotices(
    'NoticeReturned',
    { ...noticed, retryAt: '2026-06-11T01:05:00.000Z' },
    { ...noticed, retryAt: null },
  ),
};

export const officeExamples: ExamplesOf<OfficeEvent['type']> = {
  OfficeRegistered: ofOffice(
    'OfficeRegistered',
    { ...registered, ...office },
    { ...registered, ...office, ...nothingFurther },
  ),
  OfficeDetailsChanged: ofOffice(
    'OfficeDetailsChanged',
    { ...office, surcharges: { surcharges: ['SPECIFIED_1'], from: '2026-07-01' } },
    { name: '架空ケア蒲田' },
    nothingFurther,
  ),
  NoticeEmailSet: ofOffice(
    'NoticeEmailSet',
    { addresses: [sealed(keyIdOf('office', assist), 'kanaria@example.jp')], digest: 'digest' },
    { addresses: [], digest: 'none' },
  ),
  BankAccountSet: ofOffice(
    'BankAccountSet',
    { ...account, consignorCode: '0012345678' },
    { ...account, consignorCode: null },
  ),
  CaregiverEnrolled: ofOffice('CaregiverEnrolled', {
    caregiverId: caregiver,
    code: 'K-01',
    name: caregiverName,
    qualifications: ['CERTIFIED_CARE_WORKER'],
  }),
  CaregiverChanged: ofOffice(
    'CaregiverChanged',
    { caregiverId: caregiver, name: caregiverName, qualifications: ['PRACTITIONER'] },
    { caregiverId: caregiver },
  ),
  CaregiverLeft: ofOffice(
    'CaregiverLeft',
    { caregiverId: caregiver, leftOn: '2026-06-30' },
    { caregiverId: caregiver, leftOn: null },
  ),
};

const inMembersName = (text: string) => sealed(keyIdOf('member', member), text);

const [fullEnrolment, bareEnrolment] = [
  {
    subject: 'coordinator',
    role: 'CAREGIVER',
    officeId: assist,
    caregiverId: caregiver,
    name: inMembersName('担当'),
  },
  { subject: 'coordinator', role: 'ADMINISTRATOR', officeId: null, caregiverId: null, name: null },
] as const;

export const memberExamples: ExamplesOf<MemberEvent['type']> = {
  MemberEnrolled: ofMember('MemberEnrolled', fullEnrolment, bareEnrolment),
  MemberInvited: ofMember('MemberInvited', fullEnrolment, bareEnrolment),
  MembershipConfirmed: ofMember('MembershipConfirmed', fullEnrolment, bareEnrolment),
  MemberRemoved: ofMember(
    'MemberRemoved',
    { subject: 'coordinator', officeId: assist, reason: inMembersName('退職のため') },
    { subject: 'coordinator', officeId: null, reason: inMembersName('退職のため') },
  ),
};

const inViewersName = (text: string) => sealed(keyIdOf('member', viewer), text);

export const networkExamples: ExamplesOf<NetworkEvent['type']> = {
  NetworkFormed: ofNetwork('NetworkFormed', { name: '大田区パートナー訪問', area: '大田区', fiscalYear: 2026 }),
  NetworkDissolved: ofNetwork('NetworkDissolved', { reason: inMembersName('取りやめ') }),
  OfficeJoined: ofNetwork('OfficeJoined', { officeId: assist, roles: ['PARTNER', 'ASSIST'], joinedOn: '2026-04-01' }),
  OfficeLeft: ofNetwork('OfficeLeft', { officeId: assist, leftOn: '2027-03-31' }),
  ViewerAppointed: ofNetwork(
    'ViewerAppointed',
    { subject: 'consultant', role: 'CONSULTANT', memberName: inViewersName('調査員') },
    { subject: 'consultant', role: 'AUDITOR', memberName: null },
  ),
  ViewerDismissed: ofNetwork('ViewerDismissed', { subject: 'consultant', reason: inViewersName('任期満了') }),
};

const terms = {
  effectiveFrom: '2026-04-01',
  feeBasis: 'PERCENT_OF_BENEFIT' as const,
  percentHundredths: 8550,
  prices: [{ service: 'PHYSICAL_CARE' as const, minutesUpTo: 30, yen: 3200 }],
  yenPerHour: 4800,
  taxClass: 'TAXABLE_10' as const,
  rounding: 'DOWN' as const,
  cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
  paymentDays: 30,
  confirmDays: 10,
};
const proposed = {
  version: 2,
  networkId: network,
  partnerOfficeId: partner,
  assistOfficeId: assist,
  proposedBy: partner,
};
const inPartnersName = (text: string) => sealed(keyIdOf('office', partner), text);

export const agreementExamples: ExamplesOf<AgreementEvent['type']> = {
  TermsProposed: ofAgreement(
    'TermsProposed',
    { ...proposed, content: terms },
    {
      ...proposed,
      content: { ...terms, feeBasis: 'PER_VISIT', percentHundredths: null, yenPerHour: null, cancellation: [] },
    },
  ),
  TermsAgreed: ofAgreement('TermsAgreed', { version: 2 }),
  TermsDeclined: ofAgreement('TermsDeclined', { version: 2, note: inPartnersName('単価が合わない') }),
  TermsEnded: ofAgreement('TermsEnded', { version: 2, endsOn: '2026-09-30', reason: inPartnersName('契約終了') }),
};

const inClientsName = (text: string) => sealed(keyIdOf('client', client), text);
const personal = {
  name: inClientsName('加那里屋 黄鳥'),
  nameKana: inClientsName('カナリヤ キトリ'),
  birthDate: inClientsName('1941-05-06'),
  address: inClientsName('架空町カナリア9-9-9'),
  phone: inClientsName('03-0000-0001'),
  latitude: inClientsName('35.56'),
  longitude: inClientsName('139.71'),
  insurerNumber: inClientsName('131110'),
  insuredNumber: inClientsName('0000000001'),
  entryNotes: inClientsName('鍵は植木鉢の下'),
};
const nothingPersonal = {
  nameKana: null,
  birthDate: null,
  phone: null,
  latitude: null,
  longitude: null,
  insurerNumber: null,
  insuredNumber: null,
  entryNotes: null,
};
const registeredClient = {
  networkId: network,
  partnerOfficeId: partner,
  code: 'C-001',
  careLevel: 'CARE_3' as const,
  area: '大田区架空町',
  digest: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
};
const careManagement = {
  careManagementNumber: '1370000019',
  careManagementName: inClientsName('架空ケアプランセンター'),
};
const noCareManagement = { careManagementNumber: null, careManagementName: null };
export const clientExamples: ExamplesOf<ClientEvent['type']> = {
  ClientRegistered: ofClient(
    'ClientRegistered',
    { ...registeredClient, ...careManagement, personal },
    { ...registeredClient, ...noCareManagement, personal: { ...personal, ...nothingPersonal } },
  ),
  ClientChanged: ofClient(
    'ClientChanged',
    { careLevel: 'CARE_4', area: '大田区南架空', ...careManagement, personal },
    { careLevel: 'CARE_4' },
    { personal: { address: personal.address } },
    { personal: nothingPersonal, ...noCareManagement },
  ),
  ConsentGiven: ofClient('ConsentGiven', {
    scope: 'SHARE_WITHIN_NETWORK',
    givenOn: '2026-04-01',
    documentedBy: inClientsName('同意書 2026-04-01'),
  }),
  ConsentWithdrawn: ofClient('ConsentWithdrawn', { scope: 'SURVEY', withdrawnOn: '2026-06-01' }),
  ClientTransferred: ofClient('ClientTransferred', {
    fromOfficeId: partner,
    toOfficeId: assist,
    on: '2026-07-01',
    consentDocumentedBy: inClientsName('同意書 2026-06-20'),
  }),
  ClientLeft: ofClient('ClientLeft', { leftOn: '2026-12-31', reason: 'ADMITTED' }),
};
