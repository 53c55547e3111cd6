import { type ApiClient, inParallel } from '../api-client.ts';
import { providerNumberWith } from '../provider-number.ts';
import { type DemoNetwork, type DemoOffice, networks } from './people.ts';

export interface SetOffice {
  readonly id: string;
  readonly coordinator: string;
  readonly caregivers: readonly { readonly id: string; readonly subject: string }[];
}
export interface SetNetwork {
  readonly id: string;
  readonly partner: SetOffice;
  /** A second COORDINATOR of the partner office: approves what the first has closed. */
  readonly approver: string;
  readonly assists: readonly SetOffice[];
  readonly clients: readonly {
    readonly id: string;
    readonly code: string;
    readonly weekday: number;
    readonly hour: number;
  }[];
}

/** Offices, people, networks, terms and clients, on `day` at 09:00. */
export const setUpNetworks = async (api: ApiClient, day: string): Promise<SetNetwork[]> => {
  const at = `${day}T09:00:00+09:00`;
  const set: SetNetwork[] = [];
  for (const network of networks) set.push(await setUpNetwork(api, network, day, at));
  return set;
};

const setUpNetwork = async (api: ApiClient, network: DemoNetwork, day: string, at: string): Promise<SetNetwork> => {
  const admin = { as: 'admin', at };
  const formed = await api.mutate(
    'formNetwork',
    { name: network.name, area: network.area, fiscalYear: Number(day.slice(0, 4)) },
    admin,
    'network { id }',
  );
  const networkId: string = formed.network.id;
  const offices = await inParallel(network.offices, 4, (office) => setUpOffice(api, office, at));
  const [partner, ...assists] = offices;
  if (!partner) throw new Error('a network has a partner office');
  for (const [n, office] of offices.entries()) {
    const roles = n === 0 ? ['PARTNER'] : n === 1 && network === networks[0] ? ['PARTNER', 'ASSIST'] : ['ASSIST'];
    await api.mutate('joinNetwork', { networkId, officeId: office.id, roles, joinedOn: day }, admin);
  }
  const approver = `${partner.coordinator}-2`;
  await api.mutate(
    'enrollMember',
    { subject: approver, name: '管理者 高木', role: 'COORDINATOR', officeId: partner.id },
    admin,
  );
  await api.mutate(
    'appointToNetwork',
    { networkId, subject: 'consultant', name: '評価 調査員', role: 'CONSULTANT' },
    admin,
  );
  await api.mutate('appointToNetwork', { networkId, subject: 'auditor', name: '監査 担当', role: 'AUDITOR' }, admin);
  for (const [n, assist] of assists.entries()) {
    const { terms } = await api.mutate(
      'proposeTerms',
      {
        networkId,
        partnerOfficeId: partner.id,
        assistOfficeId: assist.id,
        effectiveFrom: day,
        ...(n === 1
          ? { feeBasis: 'PER_HOUR', yenPerHour: 3600 }
          : { feeBasis: 'PERCENT_OF_BENEFIT', percent: n === 0 ? '85' : '82.5' }),
        cancellation: [
          { noticeHoursUnder: 24, percentOfFee: 50 },
          { noticeHoursUnder: 2, percentOfFee: 100 },
        ],
      },
      { as: partner.coordinator, at },
      'terms { id }',
    );
    await api.mutate('agreeTerms', { termsId: terms.id }, { as: assist.coordinator, at });
  }
  const clients = await inParallel(network.clients, 4, async (client) => {
    const as = { as: partner.coordinator, at };
    const registered = await api.mutate(
      'registerClient',
      {
        networkId,
        partnerOfficeId: partner.id,
        code: client.code,
        careLevel: 'CARE_2',
        area: client.area,
        personal: {
          name: client.name,
          address: `東京都${client.area}9-9`,
          phone: '03-0000-0000',
          entryNotes: '玄関の鍵は下の箱',
        },
      },
      as,
      'client { id }',
    );
    const id: string = registered.client.id;
    for (const scope of ['SHARE_WITHIN_NETWORK', 'SURVEY'])
      await api.mutate('giveConsent', { clientId: id, scope, givenOn: day, documentedBy: '同意書 2部' }, as);
    return { id, code: client.code, weekday: client.weekday, hour: client.hour };
  });
  return { id: networkId, partner, approver, assists, clients };
};

const setUpOffice = async (api: ApiClient, office: DemoOffice, at: string): Promise<SetOffice> => {
  const admin = { as: 'admin', at };
  const { office: registered } = await api.mutate(
    'registerOffice',
    {
      providerNumber: providerNumberWith(office.key),
      name: office.name,
      municipality: office.municipality,
      address: office.address,
      phone: '03-0000-0000',
      areaGrade: office.municipality.endsWith('区') ? 'GRADE_1' : 'GRADE_3',
      surcharges: ['SPECIFIED_2'],
      services: ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING'],
    },
    admin,
    'office { id }',
  );
  const coordinator = `${office.key}-coordinator`;
  await api.mutate(
    'enrollMember',
    { subject: coordinator, name: 'サ責 担当', role: 'COORDINATOR', officeId: registered.id },
    admin,
  );
  const caregivers: { id: string; subject: string }[] = [];
  for (const [n, name] of office.caregivers.entries()) {
    const as = { as: coordinator, at };
    const { caregiver } = await api.mutate(
      'enrollCaregiver',
      {
        officeId: registered.id,
        code: `${office.key}-${n + 1}`,
        name,
        qualifications: [n === 0 ? 'CERTIFIED_CARE_WORKER' : 'INITIAL'],
      },
      as,
      'caregiver { id }',
    );
    const subject = `${office.key}-caregiver-${n + 1}`;
    await api.mutate(
      'enrollMember',
      { subject, role: 'CAREGIVER', officeId: registered.id, caregiverId: caregiver.id },
      as,
    );
    caregivers.push({ id: caregiver.id, subject });
  }
  return { id: registered.id, coordinator, caregivers };
};
