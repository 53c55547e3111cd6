import { inParallel } from '../api-client.ts';
import type { Caregiver, Moment, Office } from '../network-builder.ts';
import { providerNumberWith } from '../provider-number.ts';
import { type DemoNetwork, type DemoOffice, networks } from './people.ts';

export interface SetOffice extends Office {
  readonly caregivers: readonly Caregiver[];
}
export interface SetNetwork {
  readonly id: string;
  readonly partner: SetOffice;
  /** A second COORDINATOR of the partner office: approves what the first has closed. */
  readonly approver: { readonly subject: string };
  readonly assists: readonly SetOffice[];
  readonly clients: readonly {
    readonly id: string;
    readonly code: string;
    readonly weekday: number;
    readonly hour: number;
  }[];
}

/** Offices, people, networks, terms and clients. */
export const setUpNetworks = async (begin: Moment): Promise<SetNetwork[]> => {
  const set: SetNetwork[] = [];
  for (const network of networks) set.push(await setUpNetwork(begin, network));
  return set;
};

const setUpNetwork = async (begin: Moment, network: DemoNetwork): Promise<SetNetwork> => {
  const id = await begin.network(network.name, network.area);
  const offices = await inParallel(network.offices, 4, (office) => setUpOffice(begin, office));
  const [partner, ...assists] = offices;
  if (!partner) throw new Error('a network has a partner office');
  for (const [n, office] of offices.entries()) {
    const roles = n === 0 ? ['PARTNER'] : n === 1 && network === networks[0] ? ['PARTNER', 'ASSIST'] : ['ASSIST'];
    await begin.join(id, office, ...roles);
  }
  const approver = await begin.coordinator(partner, `${partner.subject}-2`, '管理者 高木');
  await begin.appoint(id, 'CONSULTANT', 'consultant', '評価 調査員');
  await begin.appoint(id, 'AUDITOR', 'auditor', '監査 担当');
  const cancellation = [
    { noticeHoursUnder: 24, percentOfFee: 50 },
    { noticeHoursUnder: 2, percentOfFee: 100 },
  ];
  for (const [n, assist] of assists.entries()) {
    const fee = n === 1 ? { feeBasis: 'PER_HOUR', yenPerHour: 3600 } : { percent: n === 0 ? '85' : '82.5' };
    await begin.terms(id, partner, assist, { ...fee, cancellation });
  }
  const clients = await inParallel(network.clients, 4, async ({ code, name, area, weekday, hour }) => {
    const personal = { name, address: `東京都${area}9-9`, phone: '03-0000-0000', entryNotes: '玄関の鍵は下の箱' };
    const scopes = ['SHARE_WITHIN_NETWORK', 'SURVEY'];
    const clientId = await begin.client(id, partner, { code, area, personal }, '同意書 2部', scopes);
    return { id: clientId, code, weekday, hour };
  });
  return { id, partner, approver, assists, clients };
};

const setUpOffice = async (
  begin: Moment,
  { key, name, municipality, address, caregivers: names }: DemoOffice,
): Promise<SetOffice> => {
  const details = {
    providerNumber: providerNumberWith(key),
    name,
    municipality,
    address,
    phone: '03-0000-0000',
    areaGrade: municipality.endsWith('区') ? 'GRADE_1' : 'GRADE_3',
    surcharges: ['SPECIFIED_2'],
    services: ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING'],
  };
  const office = await begin.office(`${key}-coordinator`, details, 'サ責 担当');
  const caregivers: Caregiver[] = [];
  for (const [n, name] of names.entries()) {
    const qualifications = [n === 0 ? 'CERTIFIED_CARE_WORKER' : 'INITIAL'];
    const details = { code: `${key}-${n + 1}`, name, qualifications };
    caregivers.push(await begin.caregiver(office, details, `${key}-caregiver-${n + 1}`));
  }
  return { ...office, caregivers };
};
