import { providerNumberWith } from '../../scripts/provider-number.ts';
import type { Site } from './site.ts';

export interface SmallNetwork {
  readonly networkId: string;
  readonly partner: { id: string; subject: string };
  readonly assists: readonly { id: string; subject: string; caregiverId: string }[];
  readonly clientId: string;
}

const CLIENT_NAME = '加那里屋 黄鳥';
/** Personal data planted in every network of a test: found nowhere on disk in the clear. */
export const CANARIES = [CLIENT_NAME, '架空町カナリア9-9-9', '夜鳴鶯 介護', '鍵は植木鉢の黄鳥の下'];

/**
 * A network with a partner office, assist offices with a caregiver each and agreed terms, and a
 * client with consent; on `day` at 09:00.
 */
export const buildSmallNetwork = async (node: Site, day: string, assistCount = 2): Promise<SmallNetwork> => {
  const at = `${day}T09:00:00+09:00`;
  const admin = { as: 'admin', at };
  const { network } = await node.mutate(
    'formNetwork',
    { name: '試験', area: '大田区', fiscalYear: 2026 },
    admin,
    'network { id }',
  );
  const office = async (key: string, roles: string[]) => {
    const details = {
      municipality: '大田区',
      address: '架空町1',
      areaGrade: 'GRADE_1',
      services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
    };
    const { office: made } = await node.mutate(
      'registerOffice',
      { providerNumber: providerNumberWith(key), name: `事業所 ${key}`, ...details },
      admin,
      'office { id }',
    );
    await node.mutate('enrollMember', { subject: key, name: '担当', role: 'COORDINATOR', officeId: made.id }, admin);
    await node.mutate('joinNetwork', { networkId: network.id, officeId: made.id, roles, joinedOn: day }, admin);
    return { id: made.id as string, subject: key };
  };
  const partner = await office('partner', ['PARTNER']);
  const assists: SmallNetwork['assists'][number][] = [];
  for (let n = 1; n <= assistCount; n += 1) {
    const assist = await office(`assist-${n}`, ['ASSIST']);
    const { terms } = await node.mutate(
      'proposeTerms',
      {
        networkId: network.id,
        partnerOfficeId: partner.id,
        assistOfficeId: assist.id,
        effectiveFrom: day,
        feeBasis: 'PERCENT_OF_BENEFIT',
        percent: '80',
        cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
      },
      { as: partner.subject, at },
      'terms { id }',
    );
    await node.mutate('agreeTerms', { termsId: terms.id }, { as: assist.subject, at });
    const { caregiver } = await node.mutate(
      'enrollCaregiver',
      { officeId: assist.id, name: CANARIES[2], qualifications: ['CERTIFIED_CARE_WORKER'] },
      { as: assist.subject, at },
      'caregiver { id }',
    );
    assists.push({ ...assist, caregiverId: caregiver.id });
  }
  const as = { as: partner.subject, at };
  const personal = { name: CLIENT_NAME, address: CANARIES[1], entryNotes: CANARIES[3] };
  const { client } = await node.mutate(
    'registerClient',
    { networkId: network.id, partnerOfficeId: partner.id, code: 'C-1', careLevel: 'CARE_2', area: '架空町', personal },
    as,
    'client { id }',
  );
  await node.mutate(
    'giveConsent',
    { clientId: client.id, scope: 'SHARE_WITHIN_NETWORK', givenOn: day, documentedBy: CLIENT_NAME },
    as,
  );
  return { networkId: network.id, partner, assists, clientId: client.id };
};

/** One row of 45 minutes 身体介護 on a day at an hour. */
export const visitOn = (day: string, hour: number) => ({
  service: 'PHYSICAL_CARE',
  minutes: 45,
  plannedStart: `${day}T${String(hour).padStart(2, '0')}:00:00+09:00`,
  plannedEnd: `${day}T${String(hour).padStart(2, '0')}:45:00+09:00`,
});
