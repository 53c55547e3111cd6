import { agreement } from '../../../src/domain/agreement/decider.ts';
import type { TermsContent } from '../../../src/domain/agreement/events.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { client } from '../../../src/domain/client/decider.ts';
import { agreementIdOf, clientIdOf, memberIdOf, officeIdOf, streamOf, type Uuid } from '../../../src/domain/ids.ts';
import { member } from '../../../src/domain/member/decider.ts';
import { network } from '../../../src/domain/network/decider.ts';
import { office } from '../../../src/domain/office/decider.ts';
import type { NetworkRole, Role, ServiceKind } from '../../../src/domain/vocabulary.ts';
import { type Actor, PROCESS_ACTOR } from '../../../src/store/metadata.ts';
import type { VaultKey } from '../../../src/store/vault.ts';
import { providerNumberWith } from '../../provider-number.ts';
import type { Dice } from './dice.ts';
import type { World } from './world.ts';

/** How much there is of everything. */
export interface Size {
  readonly networks: number;
  /** Partner offices of each network; from the second on they are assist offices too (相互委託). */
  readonly partners: number;
  /** Assist offices of each network. */
  readonly assists: number;
  /** Caregivers of each office. */
  readonly caregivers: number;
  /** Clients of each partner office. */
  readonly clients: number;
  /** Visits of each client in a week. */
  readonly visitsAWeek: number;
}

export interface Office {
  readonly id: Uuid;
  readonly name: string;
  readonly providerNumber: string;
  readonly coordinator: Actor;
  /** Approves what the coordinator has closed. */
  readonly approver: Actor;
  readonly caregivers: readonly { readonly id: Uuid; readonly actor: Actor }[];
  readonly key: VaultKey;
}
/** A visit that is wanted every week. */
export interface WeeklyVisit {
  /** Days after Monday. */
  readonly day: number;
  /** Which of the day's slots. */
  readonly slot: number;
  readonly minutes: number;
  readonly service: ServiceKind;
  readonly tasks: readonly string[];
}
export interface Client {
  readonly id: Uuid;
  readonly key: VaultKey;
  readonly partner: Office;
  readonly week: readonly WeeklyVisit[];
}
export interface Network {
  readonly id: Uuid;
  readonly partners: readonly Office[];
  readonly clients: readonly Client[];
  /** Offices that a partner office has terms with. */
  readonly assistsOf: ReadonlyMap<Uuid, readonly Office[]>;
  readonly consultant: string;
  readonly auditor: string;
}

/** Of a day; so far apart that a caregiver's visits never overlap. */
export const SLOTS = ['08:00', '09:45', '11:30', '13:15', '15:00', '16:45', '18:30'] as const;
/** Clients whose second visit of a day comes too soon after the first (WITHIN_TWO_HOURS). */
const TWICE_A_DAY_PERCENT = 4;

const ADMIN: Actor = { subject: 'admin', role: 'ADMINISTRATOR', officeId: null };
const AREAS = ['大田区', '練馬区', '八王子市', '足立区', '世田谷区', '板橋区'];
const FAMILY = [
  '佐伯',
  '大沢',
  '小野寺',
  '三浦',
  '川村',
  '望月',
  '白石',
  '田所',
  '村瀬',
  '相原',
  '保科',
  '水野',
  '井手',
];
const GIVEN = [
  '真理',
  '健',
  '幸',
  '陽子',
  '慎也',
  '由紀',
  '大地',
  'ハル',
  '一郎',
  'キヨ',
  '正',
  'トメ',
  '奈緒',
  '順子',
];
const PHYSICAL = ['BODY_CLEANING', 'EXCRETION', 'BATHING', 'MEAL_ASSISTANCE', 'DRESSING', 'TRANSFER', 'MEDICATION'];
const DAILY = ['CLEANING', 'LAUNDRY', 'COOKING', 'SHOPPING', 'BED_MAKING'];
const CARE_LEVELS = ['CARE_1', 'CARE_2', 'CARE_3', 'CARE_4', 'CARE_5'] as const;
const CONSENTS = ['SHARE_WITHIN_NETWORK', 'SURVEY'] as const;

const nameBy = (dice: Dice): string => `${dice.oneOf(FAMILY)} ${dice.oneOf(GIVEN)}`;

/** Networks with their offices, people, terms and clients, as of the world's minute. */
export const setUp = async (world: World, dice: Dice, size: Size): Promise<Network[]> => {
  const networks: Network[] = [];
  for (let n = 0; n < size.networks; n += 1) networks.push(await setUpNetwork(world, dice, size, n));
  return networks;
};

const setUpNetwork = async (world: World, dice: Dice, size: Size, n: number): Promise<Network> => {
  const id = world.newId('network');
  const area = AREAS[n % AREAS.length] ?? '';
  const fiscalYear = Number(dayOf(world.now).slice(0, 4));
  world.decide(network, id, ADMIN, {
    type: 'FormNetwork',
    name: `${area}ネットワーク${n + 1}`,
    area,
    fiscalYear,
    exists: false,
  });
  const offices = async (count: number, letter: string, ...roles: NetworkRole[]): Promise<Office[]> => {
    const made: Office[] = [];
    for (let m = 0; m < count; m += 1) {
      const one = await setUpOffice(world, dice, size, `n${n + 1}-${letter}${m + 1}`, area);
      const isMutual = letter === 'p' && m > 0;
      join(world, id, one, isMutual ? ['ASSIST', ...roles] : roles);
      made.push(one);
    }
    return made;
  };
  const partners = await offices(size.partners, 'p', 'PARTNER');
  const assists = await offices(size.assists, 'a', 'ASSIST');
  const viewers = [`n${n + 1}-consultant`, `n${n + 1}-auditor`] as const;
  await appoint(world, dice, id, viewers[0], 'CONSULTANT');
  await appoint(world, dice, id, viewers[1], 'AUDITOR');
  const assistsOf = new Map(
    partners.map((partner) => [partner.id, [...assists, ...partners.slice(1).filter((other) => other !== partner)]]),
  );
  for (const partner of partners) {
    for (const [m, assist] of (assistsOf.get(partner.id) ?? []).entries()) agree(world, id, partner, assist, m);
  }
  const clients: Client[] = [];
  for (const [m, partner] of partners.entries()) {
    for (let k = 0; k < size.clients; k += 1) {
      const code = `N${n + 1}-${m + 1}-${String(k + 1).padStart(4, '0')}`;
      clients.push(await setUpClient(world, dice, size, id, partner, code, area));
    }
  }
  return { id, partners, clients, assistsOf, consultant: viewers[0], auditor: viewers[1] };
};

const join = (world: World, networkId: Uuid, { id: officeId }: Office, roles: NetworkRole[]): void => {
  const joinedOn = dayOf(world.now);
  world.decide(network, networkId, ADMIN, { type: 'JoinNetwork', officeId, roles, joinedOn, neededRoles: [] });
};

const enrol = async (
  world: World,
  dice: Dice,
  as: Actor,
  of: { subject: string; role: Role; officeId: Uuid | null; caregiverId: Uuid | null },
): Promise<Actor> => {
  const id = memberIdOf(of.subject);
  const key = await world.key('member', id);
  const name = key.seal(nameBy(dice), { stream: streamOf('member', id), path: 'name' });
  const facts = { isReserved: false, followsAppointment: false, lastCoordinator: false, byAdministrator: as === ADMIN };
  world.decide(member, id, as, { type: 'EnrollMember', ...of, name, ...facts });
  return { subject: of.subject, role: of.role, officeId: of.officeId };
};

/** A process enrols whom an administrator appoints. */
const unenrolled = { memberName: null, enrolledAs: null, isReserved: false };
const appoint = async (world: World, dice: Dice, id: Uuid, subject: string, role: 'CONSULTANT' | 'AUDITOR') => {
  world.decide(network, id, ADMIN, { type: 'AppointViewer', subject, role, ...unenrolled });
  await enrol(world, dice, PROCESS_ACTOR, { subject, role, officeId: null, caregiverId: null });
};

const setUpOffice = async (world: World, dice: Dice, size: Size, code: string, area: string): Promise<Office> => {
  const providerNumber = providerNumberWith(code);
  const id = officeIdOf(providerNumber);
  const name = `${dice.oneOf(FAMILY)}訪問介護 ${code}`;
  world.decide(office, id, ADMIN, {
    type: 'RegisterOffice',
    providerNumber,
    name,
    nameKana: null,
    corporationName: null,
    corporateNumber: null,
    municipality: area,
    address: `東京都${area}架空町${dice.between(1, 9)}-${dice.between(1, 20)}`,
    phone: '03-0000-0000',
    latitude: null,
    longitude: null,
    areaGrade: area.endsWith('区') ? 'GRADE_1' : 'GRADE_3',
    services: ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING'],
    invoiceNumber: dice.inPercent(70) ? `T${String(dice.between(1, 9_999_999)).padStart(13, '8')}` : null,
    surcharges: dice.inPercent(50) ? ['SPECIFIED_2'] : [],
  });
  const ofOffice = { role: 'COORDINATOR', officeId: id, caregiverId: null } as const;
  const coordinator = await enrol(world, dice, ADMIN, { subject: code, ...ofOffice });
  const approver = await enrol(world, dice, coordinator, { subject: `${code}-2`, ...ofOffice });
  const caregivers: { id: Uuid; actor: Actor }[] = [];
  for (let n = 0; n < size.caregivers; n += 1) {
    const caregiverId = world.newId('caregiver');
    const key = await world.key('caregiver', caregiverId);
    const sealed = key.seal(nameBy(dice), { stream: streamOf('office', id), path: `caregivers.${caregiverId}.name` });
    const qualifications = [n === 0 ? ('CERTIFIED_CARE_WORKER' as const) : ('INITIAL' as const)];
    const enrolment = { type: 'EnrollCaregiver' as const, caregiverId, code: null, name: sealed, qualifications };
    world.decide(office, id, coordinator, enrolment);
    const person = { subject: `${code}-care-${n + 1}`, role: 'CAREGIVER', officeId: id, caregiverId } as const;
    caregivers.push({ id: caregiverId, actor: await enrol(world, dice, coordinator, person) });
  }
  return { id, name, providerNumber, coordinator, approver, caregivers, key: await world.key('office', id) };
};

const BASES: readonly Pick<TermsContent, 'feeBasis' | 'percentHundredths' | 'prices' | 'yenPerHour'>[] = [
  { feeBasis: 'PERCENT_OF_BENEFIT', percentHundredths: 8500, prices: [], yenPerHour: null },
  { feeBasis: 'PER_HOUR', percentHundredths: null, prices: [], yenPerHour: 3600 },
  { feeBasis: 'PERCENT_OF_BENEFIT', percentHundredths: 8250, prices: [], yenPerHour: null },
];

const agree = (world: World, networkId: Uuid, partner: Office, assist: Office, n: number): void => {
  const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id };
  const id = agreementIdOf(networkId, partner.id, assist.id);
  const basis = BASES[n % BASES.length];
  if (!basis) throw new RangeError('there is a basis for every number');
  const content: TermsContent = {
    ...basis,
    effectiveFrom: dayOf(world.now),
    taxClass: 'TAXABLE_10',
    rounding: 'DOWN',
    cancellation: [
      { noticeHoursUnder: 24, percentOfFee: 50 },
      { noticeHoursUnder: 2, percentOfFee: 100 },
    ],
    paymentDays: 30,
    confirmDays: 7,
  };
  world.decide(agreement, id, partner.coordinator, {
    type: 'ProposeTerms',
    ...pair,
    proposal: content,
    proposedBy: partner.id,
    isPair: true,
  });
  world.decide(agreement, id, assist.coordinator, { type: 'AgreeTerms', version: 1, byOfficeId: assist.id });
};

const setUpClient = async (
  world: World,
  dice: Dice,
  size: Size,
  networkId: Uuid,
  partner: Office,
  code: string,
  area: string,
): Promise<Client> => {
  const id = clientIdOf(networkId, code);
  const key = await world.key('client', id);
  const seal = (path: string, text: string) => key.seal(text, { stream: streamOf('client', id), path });
  const home = `${area}架空町${dice.between(1, 9)}丁目`;
  world.decide(client, id, partner.coordinator, {
    type: 'RegisterClient',
    networkId,
    partnerOfficeId: partner.id,
    code,
    careLevel: dice.oneOf(CARE_LEVELS),
    area: home,
    careManagementNumber: null,
    careManagementName: null,
    personal: {
      name: seal('personal.name', nameBy(dice)),
      nameKana: null,
      birthDate: seal('personal.birthDate', `19${dice.between(25, 55)}-0${dice.between(1, 9)}-1${dice.between(0, 9)}`),
      address: seal('personal.address', `東京都${home}${dice.between(1, 30)}-${dice.between(1, 20)}`),
      phone: seal('personal.phone', '03-0000-0000'),
      latitude: null,
      longitude: null,
      insurerNumber: null,
      insuredNumber: null,
      entryNotes: seal('personal.entryNotes', '玄関の鍵は下の箱'),
    },
    digest: key.hmac(code),
    officeIsPartner: true,
  });
  for (const scope of CONSENTS) {
    const given = { scope, givenOn: dayOf(world.now), documentedBy: seal('documentedBy', '同意書 2部') };
    const byPartner = { officeId: partner.id, officeIsPartner: true };
    world.decide(client, id, partner.coordinator, { type: 'GiveConsent', ...given, ...byPartner });
  }
  return { id, key, partner, week: weekBy(dice, size.visitsAWeek) };
};

/** One visit a day at most, but for those whose second one comes soon after the first. */
const weekBy = (dice: Dice, visits: number): WeeklyVisit[] => {
  const slot = dice.between(0, SLOTS.length - 2);
  const days = dice.shuffled([0, 1, 2, 3, 4, 5, 6]);
  const isTwiceADay = dice.inPercent(TWICE_A_DAY_PERCENT) && visits > 1;
  return Array.from({ length: visits }, (_, n): WeeklyVisit => {
    const isSecond = isTwiceADay && n === visits - 1;
    const isPhysical = dice.inPercent(60);
    return {
      day: days[(isSecond ? 0 : n) % days.length] ?? 0,
      slot: isSecond ? slot + 1 : slot,
      minutes: dice.oneOf([30, 45, 60]),
      service: isPhysical ? 'PHYSICAL_CARE' : 'DAILY_LIVING',
      tasks: dice.shuffled(isPhysical ? PHYSICAL : DAILY).slice(0, dice.between(1, 3)),
    };
  });
};
