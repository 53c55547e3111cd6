import { addDays, addMinutes, type Day, startOfDay, toInstant } from '../../src/domain/calendar.ts';
import { inParallel } from '../api-client.ts';
import { type Api, type Caregiver, Moment, visitFrom } from '../network-builder.ts';
import { type Benchmark, type NeededVisit, Roster, visitsOf } from './benchmark.ts';
import { type Setting, WIDTH } from './setting.ts';

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

/** Minutes after the start of the day's first shift as an instant. */
const instantOf = (day: Day, minute: number): string => addMinutes(startOfDay(day), DAY_START_HOUR * 60 + minute);

/**
 * A number in its order among several whose odd ones are 生活援助: which has no fee code under 20
 * minutes, so short ones are 身体介護.
 */
const serviceKindOf = (visit: NeededVisit): string =>
  visit.end - visit.start >= 20 && Number(visit.service.slice(1)) % 2 === 1 ? 'DAILY_LIVING' : 'PHYSICAL_CARE';

/** A delegated visit as the API knows it. */
interface Delegated {
  readonly delegationId: string;
  readonly visitId: string;
  readonly needed: NeededVisit;
}
/** One that an assist office has accepted, with the caregiver who can make it. */
interface Made extends Delegated {
  readonly assist: Setting['assists'][number];
  readonly caregiver: Caregiver;
}

/**
 * One day: delegate what the partner cannot make, answer, visit, record, verify. Safe to repeat.
 */
export const runDay = async (
  api: Api,
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
  api: Api,
  setting: Setting,
  day: Day,
  left: readonly NeededVisit[],
  tally: Tally,
): Promise<Delegated[]> => {
  const morning = new Moment(api, `${addDays(day, -1)}T10:00:00+09:00`);
  const rounds = [{ officeIds: setting.assists.map(({ id }) => id), windowMinutes: 120 }];
  const byClient = Map.groupBy(left, (visit) => visit.patient.id);
  const all = await inParallel([...byClient], WIDTH, async ([patientId, needed]) => {
    const paired = needed.length === 2 && needed[0]?.pair !== null;
    const visits = (paired ? needed.slice(0, 1) : needed).map((visit) => ({
      ...visitFrom(instantOf(day, visit.start), visit.end - visit.start, serviceKindOf(visit)),
      caregiversRequired: paired ? 2 : 1,
    }));
    const clientId = setting.clientIds.get(patientId);
    const note = 'シミュレーションの委託';
    const delegation = await morning.request(setting.partner, { clientId, visits, rounds, note });
    tally.delegations += 1;
    return delegation.visits.flatMap(({ visitId }, n) => {
      const visit = needed[n];
      return visit ? [{ delegationId: delegation.id, visitId, needed: visit }] : [];
    });
  });
  return all.flat();
};

/**
 * Each office answers each delegation for what its own caregivers can still make; the first to say
 * yes has it.
 */
const answer = async (
  api: Api,
  benchmark: Benchmark,
  setting: Setting,
  day: Day,
  delegated: readonly Delegated[],
  tally: Tally,
): Promise<Made[]> => {
  const made: Made[] = [];
  const open = Map.groupBy(delegated, (visit) => visit.delegationId);
  for (const [n, assist] of setting.assists.entries()) {
    const moment = new Moment(api, addMinutes(toInstant(`${addDays(day, -1)}T10:05:00+09:00`), n));
    const roster = new Roster(benchmark.caregivers.filter((caregiver) => caregiver.starting_point_id === assist.point));
    const answers = [...open].map(([delegationId, visits]) => ({
      delegationId,
      visits,
      taken: visits.flatMap((visit) => {
        const caregiver = setting.caregivers.get(roster.take(visit.needed)?.id ?? '');
        return caregiver ? [{ ...visit, assist, caregiver }] : [];
      }),
    }));
    await inParallel(answers, WIDTH, async ({ delegationId, visits, taken }) => {
      if (taken.length === 0) {
        await moment.send(assist, 'declineOffer', { delegationId, reason: 'NO_CAPACITY' });
        tally.declined += 1;
        return;
      }
      await moment.accept(assist, delegationId, { visitIds: taken.map(({ visitId }) => visitId) });
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

/** Assigned the evening before; then what happens at each minute of the day, in its order. */
const makeVisits = async (
  api: Api,
  { partner }: Setting,
  day: Day,
  made: readonly Made[],
  tally: Tally,
): Promise<void> => {
  const evening = new Moment(api, `${addDays(day, -1)}T20:00:00+09:00`);
  await inParallel(made, WIDTH, ({ assist, visitId, caregiver }) => evening.assign(assist, visitId, caregiver));
  const steps = made.flatMap(({ needed, visitId, caregiver }) => [
    { minute: needed.start, run: (now: Moment) => now.punch(caregiver, 'startVisit', visitId, 'TELEPHONE') },
    { minute: needed.end, run: (now: Moment) => now.punch(caregiver, 'endVisit', visitId, 'TELEPHONE') },
    {
      minute: needed.end + 3,
      run: async (now: Moment) => {
        await now.record(caregiver, visitId, { condition: '変わりなし' });
        tally.recorded += 1;
      },
    },
  ]);
  for (const [minute, atOnce] of [...Map.groupBy(steps, (step) => step.minute)].sort(([a], [b]) => a - b)) {
    const now = new Moment(api, instantOf(day, minute));
    await inParallel(atOnce, WIDTH, (step) => step.run(now));
  }
  const nextMorning = new Moment(api, `${addDays(day, 1)}T05:00:00+09:00`);
  await inParallel(made, WIDTH, async ({ visitId }) => {
    await nextMorning.verify(partner, visitId, '計画どおりの連続した訪問');
    tally.verified += 1;
  });
};
