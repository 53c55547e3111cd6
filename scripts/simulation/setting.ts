import type { Day } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { inParallel } from '../api-client.ts';
import { type Api, type Caregiver, Moment, type Office } from '../network-builder.ts';
import { providerNumberWith } from '../provider-number.ts';
import type { Benchmark } from './benchmark.ts';

/** How many requests go out side by side. */
export const WIDTH = 16;

/** Everybody and everything that the setting-up made, by the benchmark's names. */
export interface Setting {
  readonly networkId: string;
  readonly partner: Office;
  readonly approver: { readonly subject: string };
  readonly assists: readonly (Office & { readonly point: string })[];
  readonly clientIds: ReadonlyMap<string, string>;
  readonly caregivers: ReadonlyMap<string, Caregiver>;
}

/**
 * A client whose commands carry ids made of what they are and who sends them, so that a run that
 * was cut off is run on by running it again.
 */
export const repeatable = (api: Api, seed: string): Api => ({
  query: (...asked) => api.query(...asked),
  mutate: (name, input, how, selection) => {
    const commandId = uuidOf(seed, name, String(how.as), JSON.stringify(input));
    return api.mutate(name, { commandId, ...input }, how, selection);
  },
});

/** Offices, network, people, terms and clients, on the day before the first. Safe to repeat. */
export const setUp = async (api: Api, benchmark: Benchmark, seed: string, dayBefore: Day): Promise<Setting> => {
  const begin = new Moment(api, `${dayBefore}T09:00:00+09:00`);
  const area = benchmark.name;
  const networkId = await begin.network(`シミュレーション ${area}`, area);
  const offices = await inParallel(benchmark.departing_points, WIDTH, async ({ id: point }) => {
    const details = {
      providerNumber: providerNumberWith(`${seed} ${point}`),
      name: `事業所 ${point}`,
      municipality: area,
      address: `${area} ${point}`,
    };
    return { ...(await begin.office(`${seed}-${point}`, details)), point };
  });
  const [partner, ...assists] = offices;
  if (!partner) throw new Error('a benchmark has two starting points at least');
  for (const office of offices) await begin.join(networkId, office, office === partner ? 'PARTNER' : 'ASSIST');
  const approver = await begin.coordinator(partner, `${partner.subject}-approver`, '承認 担当');
  await inParallel(assists, WIDTH, (assist) => begin.terms(networkId, partner, assist, { percent: '85' }));
  const caregivers = new Map<string, Caregiver>();
  await inParallel(benchmark.caregivers, WIDTH, async ({ id, starting_point_id }) => {
    const office = offices.find(({ point }) => point === starting_point_id);
    if (office) caregivers.set(id, await begin.caregiver(office, { code: id, name: `訪問介護員 ${id}` }));
  });
  const clientIds = new Map<string, string>();
  await inParallel(benchmark.patients, WIDTH, async ({ id }) => {
    const personal = { name: `利用者 ${id}`, address: `${area} ${id}` };
    const details = { code: id, careLevel: 'CARE_3', area, personal };
    clientIds.set(id, await begin.client(networkId, partner, details, '同意書'));
  });
  return { networkId, partner, approver, assists, clientIds, caregivers };
};
