import { addDays, type Day, startOfDay, toInstant } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { type ApiClient, inParallel, Refused } from '../api-client.ts';
import { providerNumberWith } from '../provider-number.ts';
import { type Benchmark, type NeededVisit, Roster, visitsOf } from './benchmark.ts';

const WIDTH = 16;
const DAY_START_HOUR = 7;

/** What one run did, for the summary. */
export interface Tally {
  visits: number;
  byPartner: number;
  delegated: number;
  delegations: number;
  accepted: number;
  declined: number;
  withdrawn: number;
  recorded: number;
  verified: number;
}

/** Everybody and everything that the setting-up made, by the benchmark's names. */
export interface Setting {
  readonly seed: string;
  readonly networkId: string;
  readonly partner: { id: string; subject: string; approver: string };
  readonly assists: readonly { id: string; subject: string; point: string }[];
  readonly clientIds: ReadonlyMap<string, string>;
  readonly caregiverIds: ReadonlyMap<string, string>;
}

/**
 * Commands carry ids made of what they are for, so that a run that was cut off is run on by running
 * it again.
 */
const commandId = (setting: { seed: string }, ...parts: (string | number)[]): string => uuidOf(setting.seed, ...parts);

/** Minutes after the start of the day's first shift as an instant. */
const instantOf = (day: Day, minute: number): string =>
  toInstant(Date.parse(startOfDay(day)) + (DAY_START_HOUR * 60 + minute) * 60_000);

/**
 * A number in its order among several whose odd ones are 生活援助: which has no fee code under 20
 * minutes, so short ones are 身体介護.
 */
const serviceKindOf = (visit: NeededVisit): string =>
  visit.end - visit.start >= 20 && Number(visit.service.slice(1)) % 2 === 1 ? 'DAILY_LIVING' : 'PHYSICAL_CARE';

/** Offices, network, people, terms and clients, on the day before the first. Safe to repeat. */
export const setUp = async (api: ApiClient, benchmark: Benchmark, seed: string, firstDay: Day): Promise<Setting> => {
  const at = `${addDays(firstDay, -1)}T09:00:00+09:00`;
  const admin = { as: 'admin', at };
  const id = (...parts: (string | number)[]) => commandId({ seed }, ...parts);
  const { network } = await api.mutate(
    'formNetwork',
    {
      commandId: id('network'),
      name: `シミュレーション ${benchmark.name}`,
      area: benchmark.name,
      fiscalYear: Number(firstDay.slice(0, 4)),
    },
    admin,
    'network { id }',
  );
  const offices = await inParallel(benchmark.departing_points, WIDTH, async (point) => {
    const { office } = await api.mutate(
      'registerOffice',
      {
        commandId: id('office', point.id),
        providerNumber: providerNumberWith(`${seed} ${point.id}`),
        name: `事業所 ${point.id}`,
        municipality: benchmark.name,
        address: `${benchmark.name} ${point.id}`,
        areaGrade: 'GRADE_1',
        surcharges: [],
        services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
      },
      admin,
      'office { id }',
    );
    const subject = `${seed}-${point.id}`;
    await api.mutate(
      'enrollMember',
      {
        commandId: id('coordinator', point.id),
        subject,
        name: `担当 ${point.id}`,
        role: 'COORDINATOR',
        officeId: office.id,
      },
      admin,
    );
    return { id: office.id as string, subject, point: point.id };
  });
  const [first, ...assists] = offices;
  if (!first) throw new Error('a benchmark has two starting points at least');
  for (const office of offices) {
    const roles = office === first ? ['PARTNER'] : ['ASSIST'];
    await api.mutate(
      'joinNetwork',
      {
        commandId: id('join', office.point),
        networkId: network.id,
        officeId: office.id,
        roles,
        joinedOn: addDays(firstDay, -1),
      },
      admin,
    );
  }
  const approver = `${seed}-${first.point}-approver`;
  await api.mutate(
    'enrollMember',
    { commandId: id('approver'), subject: approver, name: '承認 担当', role: 'COORDINATOR', officeId: first.id },
    admin,
  );
  const setting = {
    seed,
    networkId: network.id as string,
    partner: { id: first.id, subject: first.subject, approver },
    assists,
  };
  await inParallel(assists, WIDTH, (assist) => agreeTerms(api, setting, assist, firstDay, at));
  const caregiverIds = await enrolCaregivers(api, benchmark, id, offices, at);
  const clientIds = await registerClients(api, benchmark, id, setting, at);
  return { ...setting, caregiverIds, clientIds };
};

const agreeTerms = async (
  api: ApiClient,
  setting: { seed: string; networkId: string; partner: Setting['partner'] },
  assist: Setting['assists'][number],
  firstDay: Day,
  at: string,
): Promise<void> => {
  const { terms } = await api.mutate(
    'proposeTerms',
    {
      commandId: commandId(setting, 'terms', assist.point),
      networkId: setting.networkId,
      partnerOfficeId: setting.partner.id,
      assistOfficeId: assist.id,
      effectiveFrom: addDays(firstDay, -1),
      feeBasis: 'PERCENT_OF_BENEFIT',
      percent: '85',
      cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
    },
    { as: setting.partner.subject, at },
    'terms { id }',
  );
  await api.mutate(
    'agreeTerms',
    { commandId: commandId(setting, 'agree', assist.point), termsId: terms.id },
    { as: assist.subject, at },
  );
};

const enrolCaregivers = async (
  api: ApiClient,
  benchmark: Benchmark,
  id: (...parts: (string | number)[]) => string,
  offices: readonly { id: string; subject: string; point: string }[],
  at: string,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  await inParallel(benchmark.caregivers, WIDTH, async (caregiver) => {
    const office = offices.find(({ point }) => point === caregiver.starting_point_id);
    if (!office) return;
    const payload = await api.mutate(
      'enrollCaregiver',
      {
        commandId: id('caregiver', caregiver.id),
        officeId: office.id,
        code: caregiver.id,
        name: `訪問介護員 ${caregiver.id}`,
        qualifications: ['CERTIFIED_CARE_WORKER'],
      },
      { as: office.subject, at },
      'caregiver { id }',
    );
    ids.set(caregiver.id, payload.caregiver.id);
  });
  return ids;
};

const registerClients = async (
  api: ApiClient,
  benchmark: Benchmark,
  id: (...parts: (string | number)[]) => string,
  setting: { networkId: string; partner: Setting['partner'] },
  at: string,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  await inParallel(benchmark.patients, WIDTH, async (patient) => {
    const as = { as: setting.partner.subject, at };
    const { client } = await api.mutate(
      'registerClient',
      {
        commandId: id('client', patient.id),
        networkId: setting.networkId,
        partnerOfficeId: setting.partner.id,
        code: patient.id,
        careLevel: 'CARE_3',
        area: benchmark.name,
        personal: { name: `利用者 ${patient.id}`, address: `${benchmark.name} ${patient.id}` },
      },
      as,
      'client { id }',
    );
    await api.mutate(
      'giveConsent',
      {
        commandId: id('consent', patient.id),
        clientId: client.id,
        scope: 'SHARE_WITHIN_NETWORK',
        givenOn: at.slice(0, 10),
        documentedBy: '同意書',
      },
      as,
    );
    ids.set(patient.id, client.id);
  });
  return ids;
};

/** A delegated visit as the API knows it. */
interface Delegated {
  readonly delegationId: string;
  readonly visitId: string;
  readonly needed: NeededVisit;
}

/**
 * One day: delegate what the partner cannot make, answer, visit, record, verify. Safe to repeat.
 */
export const runDay = async (
  api: ApiClient,
  benchmark: Benchmark,
  setting: Setting,
  day: Day,
  tally: Tally,
): Promise<void> => {
  const partnerPoint = benchmark.departing_points[0]?.id;
  const own = new Roster(benchmark.caregivers.filter((caregiver) => caregiver.starting_point_id === partnerPoint));
  const needed = benchmark.patients.flatMap(visitsOf);
  const left = needed.filter((visit) => own.take(visit) === null);
  tally.visits += needed.length;
  tally.byPartner += needed.length - left.length;
  tally.delegated += left.length;
  const delegated = await delegate(api, setting, day, left, tally);
  const made = await answer(api, benchmark, setting, day, delegated, tally);
  await makeVisits(api, setting, day, made, tally);
};

const delegate = async (
  api: ApiClient,
  setting: Setting,
  day: Day,
  left: readonly NeededVisit[],
  tally: Tally,
): Promise<Delegated[]> => {
  const at = `${addDays(day, -1)}T10:00:00+09:00`;
  const byClient = Map.groupBy(left, (visit) => visit.patient.id);
  const all = await inParallel([...byClient], WIDTH, async ([patientId, visits]) => {
    const paired = visits.length === 2 && visits[0]?.pair !== null;
    const rows = paired ? visits.slice(0, 1) : visits;
    const { delegation } = await api.mutate(
      'requestDelegation',
      {
        commandId: commandId(setting, 'delegation', day, patientId),
        clientId: setting.clientIds.get(patientId),
        mode: 'FIRST_TO_ACCEPT',
        visits: rows.map((visit) => ({
          service: serviceKindOf(visit),
          minutes: visit.end - visit.start,
          plannedStart: instantOf(day, visit.start),
          plannedEnd: instantOf(day, visit.end),
          caregiversRequired: paired ? 2 : 1,
        })),
        rounds: [{ officeIds: setting.assists.map(({ id }) => id), windowMinutes: 120 }],
        note: 'シミュレーションの委託',
      },
      { as: setting.partner.subject, at },
      'delegation { id visits { visitId plannedStart } }',
    );
    tally.delegations += 1;
    return visits.map((visit, n) => ({
      delegationId: delegation.id as string,
      visitId: delegation.visits[n].visitId as string,
      needed: visit,
    }));
  });
  return all.flat();
};

/**
 * Each office answers each delegation for what its own caregivers can still make; the first to say
 * yes has it.
 */
const answer = async (
  api: ApiClient,
  benchmark: Benchmark,
  setting: Setting,
  day: Day,
  delegated: readonly Delegated[],
  tally: Tally,
): Promise<(Delegated & { assist: Setting['assists'][number]; caregiver: string })[]> => {
  const made: (Delegated & { assist: Setting['assists'][number]; caregiver: string })[] = [];
  const open = Map.groupBy(delegated, (visit) => visit.delegationId);
  for (const [n, assist] of setting.assists.entries()) {
    const at = toInstant(Date.parse(`${addDays(day, -1)}T10:05:00+09:00`) + n * 60_000);
    const roster = new Roster(benchmark.caregivers.filter((caregiver) => caregiver.starting_point_id === assist.point));
    const answers = [...open].map(([delegationId, visits]) => ({
      delegationId,
      visits,
      taken: visits.flatMap((visit) => {
        const caregiver = roster.take(visit.needed);
        return caregiver ? [{ ...visit, assist, caregiver: caregiver.id }] : [];
      }),
    }));
    await inParallel(answers, WIDTH, async ({ delegationId, visits, taken }) => {
      const id = commandId(setting, 'answer', day, delegationId, assist.point);
      if (taken.length === 0) {
        await api.mutate(
          'declineOffer',
          { commandId: id, delegationId, reason: 'NO_CAPACITY' },
          { as: assist.subject, at },
        );
        tally.declined += 1;
        return;
      }
      await api.mutate(
        'acceptOffer',
        { commandId: id, delegationId, visitIds: taken.map(({ visitId }) => visitId) },
        { as: assist.subject, at },
      );
      tally.accepted += taken.length;
      made.push(...taken);
      const rest = visits.filter(({ visitId }) => !taken.some((visit) => visit.visitId === visitId));
      if (rest.length > 0) open.set(delegationId, rest);
      else open.delete(delegationId);
    });
  }
  tally.withdrawn += [...open.values()].flat().length;
  return made.sort((a, b) => a.needed.start - b.needed.start || a.visitId.localeCompare(b.visitId));
};

type Made = Delegated & { assist: Setting['assists'][number]; caregiver: string };

/** Assigned the evening before; then what happens at each minute of the day, in its order. */
const makeVisits = async (
  api: ApiClient,
  setting: Setting,
  day: Day,
  made: readonly Made[],
  tally: Tally,
): Promise<void> => {
  const evening = `${addDays(day, -1)}T20:00:00+09:00`;
  await inParallel(made, WIDTH, (visit) =>
    api.mutate(
      'assignCaregiver',
      {
        commandId: commandId(setting, 'assign', visit.visitId),
        visitId: visit.visitId,
        caregiverId: setting.caregiverIds.get(visit.caregiver),
      },
      { as: visit.assist.subject, at: evening },
    ),
  );
  const steps = made.flatMap((visit) => [
    { minute: visit.needed.start, run: (at: string) => punch(api, setting, 'startVisit', visit, at) },
    { minute: visit.needed.end, run: (at: string) => punch(api, setting, 'endVisit', visit, at) },
    {
      minute: visit.needed.end + 3,
      run: async (at: string) => {
        await recordVisit(api, setting, visit, at);
        tally.recorded += 1;
      },
    },
  ]);
  for (const [minute, atOnce] of [...Map.groupBy(steps, (step) => step.minute)].sort(([a], [b]) => a - b)) {
    const at = instantOf(day, minute);
    await inParallel(atOnce, WIDTH, (step) => step.run(at));
  }
  const nextMorning = `${addDays(day, 1)}T05:00:00+09:00`;
  await inParallel(made, WIDTH, async (visit) => {
    await verify(api, setting, visit, nextMorning);
    tally.verified += 1;
  });
};

const punch = (api: ApiClient, setting: Setting, name: 'startVisit' | 'endVisit', visit: Made, at: string) =>
  api.mutate(
    name,
    { commandId: commandId(setting, name, visit.visitId), visitId: visit.visitId, at, method: 'TELEPHONE' },
    { as: visit.assist.subject, at },
  );

const recordVisit = (api: ApiClient, setting: Setting, visit: Made, at: string) =>
  api.mutate(
    'recordVisit',
    {
      commandId: commandId(setting, 'record', visit.visitId),
      visitId: visit.visitId,
      caregiverId: setting.caregiverIds.get(visit.caregiver),
      tasks: [],
      condition: '変わりなし',
    },
    { as: visit.assist.subject, at },
  );

/**
 * Acknowledges what asks for it, then verifies. Where an exception came up in between, once more.
 */
const verify = async (api: ApiClient, setting: Setting, visit: Made, at: string): Promise<void> => {
  const as = { as: setting.partner.subject, at };
  for (let attempt = 1; ; attempt += 1) {
    const found = await api.query(
      'query ($id: ID!) { visit(id: $id) { exceptions { code severity resolvedAt } } }',
      { id: visit.visitId },
      { as: setting.partner.subject, at },
    );
    const open = new Set<string>(
      found.visit.exceptions
        .filter((one: { resolvedAt: string | null }) => one.resolvedAt === null)
        .map((one: { code: string }) => one.code),
    );
    for (const code of open) {
      await api.mutate(
        'resolveException',
        {
          commandId: commandId(setting, 'resolve', visit.visitId, code, attempt),
          visitId: visit.visitId,
          code,
          reason: '計画どおりの連続した訪問',
        },
        as,
      );
    }
    try {
      await api.mutate(
        'verifyVisit',
        { commandId: commandId(setting, 'verify', visit.visitId), visitId: visit.visitId },
        as,
      );
      return;
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'OPEN_EXCEPTION' || attempt === 3) throw error;
    }
  }
};
