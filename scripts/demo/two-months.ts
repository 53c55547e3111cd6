import { addDays, type Day, dayOf, type Instant } from '../../src/domain/calendar.ts';
import type { ApiClient } from '../api-client.ts';
import { Moment } from '../network-builder.ts';
import { liveChanges } from './changes.ts';
import { liveThrough } from './life.ts';
import { liveNow } from './now.ts';
import { takePapers } from './papers.ts';
import { type SetNetwork, setUpNetworks } from './setting.ts';
import type { Surroundings } from './stage.ts';
import { surveyEverybody } from './survey.ts';
import { Telling } from './telling.ts';
import { Timeline } from './timeline.ts';

/**
 * Lives three made-up networks by the public API, from the first day of a month to an instant some
 * two months later, at which the simulated clock is left. `told`: what happened, in lines for a
 * reader, each made of what the API answered. Throws where an answer is not what it was to be.
 */
export const liveFrom = async (
  api: ApiClient,
  from: Day,
  now: Instant,
  around: Surroundings,
): Promise<{ readonly networks: readonly SetNetwork[]; readonly told: readonly string[] }> => {
  const begin = new Moment(api, `${from}T09:00:00+09:00`);
  const networks = await setUpNetworks(begin);
  const timeline = new Timeline(begin);
  const stage = { ...around, timeline, telling: new Telling() };
  liveThrough(stage, networks, addDays(from, 1), dayOf(now));
  liveChanges(stage, networks, from);
  const [here] = networks;
  if (here) liveNow(timeline, here, now);
  surveyEverybody(stage, networks, from);
  await timeline.runUntil(now);
  const [partner] = here?.partners ?? [];
  if (partner) await takePapers(stage, partner, begin.later(now), from);
  await api.query('{ __typename }', {}, { as: 'admin', at: now });
  return { networks, told: stage.telling.lines };
};
