import { type Day, lastDayOf, monthOf, toInstant } from '../../src/domain/calendar.ts';
import { inParallel } from '../api-client.ts';
import type { Caregiver, Moment, Office } from '../network-builder.ts';
import { providerNumberWith } from '../provider-number.ts';
import type { CarePlan } from './care-plans.ts';
import { type DemoCaregiver, type DemoClient, type DemoNetwork, type DemoOffice, networks } from './people.ts';

export interface SetCaregiver extends Caregiver, Pick<DemoCaregiver, 'qualification'> {
  /** The last day of work, for whom it is known. */
  readonly leftOn: Day | null;
}
export interface SetOffice extends Office {
  readonly key: string;
  readonly services: readonly string[];
  readonly caregivers: readonly SetCaregiver[];
}
export interface SetClient {
  readonly id: string;
  readonly code: string;
  readonly plan: CarePlan;
}
/** A partner office in its network, those it delegates to and its clients. */
export interface SetPartner {
  readonly networkId: string;
  readonly partner: SetOffice;
  /** A second COORDINATOR of the partner office: approves what the first has closed. */
  readonly approver: { readonly subject: string };
  /** Verifies a month's visits together once it is over. */
  readonly verifiesByMonth: boolean;
  /** Pays its first month by a file for its bank. */
  readonly paysByFile: boolean;
  readonly assists: readonly SetOffice[];
  readonly clients: readonly SetClient[];
}
export interface SetNetwork {
  readonly id: string;
  readonly offices: readonly SetOffice[];
  readonly partners: readonly SetPartner[];
}

/** Offices, people, networks, terms and clients. */
export const setUpNetworks = async (begin: Moment): Promise<SetNetwork[]> => {
  const set: SetNetwork[] = [];
  for (const network of networks) set.push(await setUpNetwork(begin, network));
  return set;
};

const setUpNetwork = async (begin: Moment, network: DemoNetwork): Promise<SetNetwork> => {
  const networkId = await begin.network(network.name, network.area);
  const offices = await inParallel(network.offices, 4, (office) => setUpOffice(begin, office));
  const named = (key: string): SetOffice => {
    const office = offices.find((one) => one.key === key);
    if (!office) throw new Error(`${network.name} has no office ${key}`);
    return office;
  };
  const isPartner = (key: string): boolean => network.partners.some((one) => one.key === key);
  const isAssist = (key: string): boolean =>
    !isPartner(key) || network.partners.some((one) => one.assists.includes(key));
  for (const office of offices) {
    const roles = [...(isPartner(office.key) ? ['PARTNER'] : []), ...(isAssist(office.key) ? ['ASSIST'] : [])];
    await begin.join(networkId, office, ...roles);
  }
  await begin.appoint(networkId, 'CONSULTANT', 'consultant', '三田村 玲');
  await begin.appoint(networkId, 'AUDITOR', 'auditor', '有賀 徹');
  const partners: SetPartner[] = [];
  for (const { key, approver: name, assists: keys, clients: known, ...ways } of network.partners) {
    const { verifiesByMonth = false, paysByFile = false } = ways;
    const partner = named(key);
    const assists = keys.map(named);
    const approver = await begin.coordinator(partner, `${key}-manager`, name);
    for (const [n, assist] of assists.entries()) await begin.terms(networkId, partner, assist, termsOf(n));
    const clients = await inParallel(known, 4, (client) => setUpClient(begin, networkId, partner, client));
    partners.push({ networkId, partner, approver, verifiesByMonth, paysByFile, assists, clients });
  }
  return { id: networkId, offices, partners };
};

/**
 * What the n-th assist office of a partner office gets: a share of the benefit, by the hour, or a
 * price a visit.
 */
const termsOf = (n: number): Record<string, unknown> => {
  const cancellation = [
    { noticeHoursUnder: 24, percentOfFee: 50 },
    { noticeHoursUnder: 2, percentOfFee: 100 },
  ];
  const price = (service: string, minutesUpTo: number, yen: number) => ({ service, minutesUpTo, yen });
  const fees = [
    { percent: '85' },
    { feeBasis: 'PER_HOUR', yenPerHour: 3800 },
    {
      feeBasis: 'PER_VISIT',
      prices: [
        price('PHYSICAL_CARE', 59, 3700),
        price('PHYSICAL_CARE', 90, 5400),
        price('PHYSICAL_THEN_DAILY_LIVING', 59, 3000),
        price('DAILY_LIVING', 44, 1750),
        price('DAILY_LIVING', 90, 2150),
      ],
    },
  ];
  return { ...fees[n % fees.length], cancellation };
};

const setUpClient = async (
  begin: Moment,
  networkId: string,
  partner: SetOffice,
  { code, careLevel, area, plan, ...said }: DemoClient,
): Promise<SetClient> => {
  const { name, nameKana, birthDate, entryNotes } = said;
  const personal = { name, nameKana, birthDate, entryNotes, address: `東京都${area}9-9`, phone: '03-0000-0000' };
  const details = { code, careLevel, area, personal };
  const scopes = ['SHARE_WITHIN_NETWORK', 'SURVEY'];
  return { id: await begin.client(networkId, partner, details, '個人情報使用同意書', scopes), code, plan };
};

const setUpOffice = async (begin: Moment, office: DemoOffice): Promise<SetOffice> => {
  const { key, coordinator, caregivers: people, ...details } = office;
  const registered = { ...details, providerNumber: providerNumberWith(key), phone: '03-0000-0000' };
  const surcharges = key.endsWith('-p') ? ['SPECIFIED_2'] : [];
  const made = await begin.office(`${key}-coordinator`, { ...registered, surcharges }, coordinator);
  const caregivers: SetCaregiver[] = [];
  for (const [n, person] of people.entries())
    caregivers.push(await setUpCaregiver(begin, made, person, `${key}-caregiver-${n + 1}`, n + 1));
  return { ...made, key, services: office.services, caregivers };
};

const setUpCaregiver = async (
  begin: Moment,
  office: Office,
  { name, qualification, leaves }: DemoCaregiver,
  subject: string,
  number: number,
): Promise<SetCaregiver> => {
  const details = { code: `H${String(number).padStart(2, '0')}`, name, qualifications: [qualification] };
  const made = await begin.caregiver(office, details, subject);
  const leftOn = leaves ? lastDayOf(monthOf(toInstant(begin.at ?? Date.now()))) : null;
  if (leftOn !== null) await begin.send(office, 'changeCaregiver', { caregiverId: made.id, leftOn });
  return { ...made, qualification, leftOn };
};
