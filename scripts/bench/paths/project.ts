import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../../src/app.ts';
import { openLog } from '../../../src/open-log.ts';
import { Projector } from '../../../src/projections/projector.ts';
import { projections } from '../../../src/projections-in-force.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import { type Benchmark, inFolder, inPowers, type Run, trialOf } from '../benchmark.ts';
import { alternating, atMostFigure, type Figure, GROWTH, median, rateFigure } from '../figures.ts';
import { EMMETT, startEmmettProjecting } from '../peers/emmett.ts';
import { BareUpserts, contentOf, recordedRows } from '../project/recorded-rows.ts';

/** Replays the log into a new file; returns the milliseconds. */
const replayInto = async (file: string, store: EventStore): Promise<number> => {
  const projector = await Projector.open(file, projections, store);
  const head = await store.head();
  const end = new AbortController();
  const begun = performance.now();
  await projector.run(store, end.signal, (checkpoint) => {
    if (checkpoint >= head) end.abort();
  });
  const milliseconds = performance.now() - begun;
  projector.close();
  return milliseconds;
};

const emmettBeside = async (folder: string, store: EventStore, run: Run) => {
  const file = join(folder, 'lines.sqlite');
  await replayInto(file, store);
  return startEmmettProjecting(folder, file, store, run.say);
};

const ofSize = async (run: Run, events: number): Promise<{ figure: Figure; ours: number }> => {
  const generated = await trialOf(run, events);
  const store = await openLog(
    { eventStore: null, file: filesOf(generated.folder).log, simulatedClock: null },
    { readOnly: true },
  );
  const bare = new BareUpserts(await recordedRows(generated, store, run.say));
  const path = `project ${inPowers(events)}`;
  const rounds = run.quick || events >= 100_000 ? 3 : 7;
  const contents = { ours: '', limit: '' };
  const reached = await inFolder(async (folder) => {
    const inNewFile = async (who: 'ours' | 'limit', write: (file: string) => Promise<number>): Promise<number> => {
      const file = join(folder, `${who}.sqlite`);
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      const rate = (generated.log.events / (await write(file))) * 1000;
      contents[who] = contentOf(file);
      run.say(`${path}: ${who} ${Math.round(rate)} events/s`);
      return rate;
    };
    const contestants: Record<string, () => Promise<number>> = {
      ours: () => inNewFile('ours', (file) => replayInto(file, store)),
      limit: () => inNewFile('limit', async (file) => bare.writeInto(file).milliseconds),
    };
    // emmett appends one by one what it projects then: at the smallest size alone.
    const isBeside = run.peers && events === run.sizes[0];
    const emmett = isBeside ? await emmettBeside(folder, store, run) : null;
    if (emmett) {
      contestants[EMMETT] = async () => {
        const rate = await emmett.eventsPerSecond();
        run.say(`${path}: ${EMMETT} ${Math.round(rate)} events/s`);
        return rate;
      };
    }
    try {
      return await alternating(rounds, contestants, { warmUp: events < 100_000 });
    } finally {
      await emmett?.stop();
    }
  });
  bare.close();
  await store.close();
  if (contents.ours !== contents.limit) throw new Error(`different work: ${contents.ours}; ${contents.limit}`);
  return { figure: rateFigure({ path, unit: 'events/s', bound: 0.7 }, reached), ours: median(reached.ours ?? []) };
};

export const project: Benchmark = {
  name: 'project',
  about: `Ours: the projector replays the log into a new file of all views, reading and decoding included. Limit: for
each 10,000 events the rows that they touch are written once, as they are after these events, by prepared upserts into
the same tables with the same indexes, pages and cache, in one transaction; which rows those are, triggers have
recorded while ours wrote. Peer: emmett on a PostgreSQL of this machine, whose consumer projects visits' events alone
into one table with the columns and the indexes of our ledger's lines, one statement an event; ours has all events and
all views to write.`,
  whyNot: `The limit writes the rows as they are after 10,000 events and has read none. Ours reads and decodes each
event, folds it by the domain's own evolve, keeps the past line, the sums and the tasks. Of its time at 10⁵ a quarter
goes to SQLite's writing, which the limit has too, 8 % to rows looked for in the file, 5 % to reading and decoding
events, 5 % to the JSON of rows, 9 % to the collector, an eighth to finding rows in memory by their keys; the rest is
spread thin over what is derived: visits with their tasks a quarter of all, delegations an eighth, the lists of the
processes another. At 10⁴ the file is one batch and nothing of it is read again: at 10⁶ ours does half as many events
a second, and the limit a third; within those 10⁶ it falls no further. Done: large batches when catching up, changed
columns alone, fewer and narrower indexes, rows that are not read are not kept; tasks, sums and relations are looked
for only where they change, rows that are new by their key not at all; past lines, offers and ended tasks are written
at once and looked at by nobody; what differs in a row is told by made code; pages of 8 KiB, as a visit's row fills
one of 4; the processes' lists wholly in memory, an ended task in one B-tree, not three, relations that count what is
asked of them, an index of the records to verify and not of all that is to settle (together some 5 % here and 12 % of
a live event; an assignment writes 24 pages, not 29); a task waits since it opens, so that an event which moves neither
writes none of its rows. Without gain: more rows kept in memory (three and twenty times
as many: what is not read again the collector costs), those of small tables alone (a sixth fewer looks into the file),
no journal while rebuilding, memory-mapped reading, a larger or a smaller page cache, rarer checkpoints, tasks in the
order of their key; pages of 16 KiB cost more with every live commit, those of 4 are no faster live and 6 % slower
here; batches of 30,000 events gain some twentieth (4 % and 15 % in two trials) for three times the memory. Not done:
to make the 18 indexes that no handler reads when all else is written (5 % without them, less what making them takes);
open tasks indexed without since when they wait (some three pages less for an assignment, 7 % more for the statements of
a page of tasks); a visit's price basis kept once for all (12 % of its row, 3 % of the file). Only guessed:
relations and sums once a batch (2 %).`,
  run: async (run) => {
    const measured: { figure: Figure; ours: number }[] = [];
    for (const events of run.sizes) measured.push(await ofSize(run, events));
    const [first, last] = [measured[0], measured.at(-1)];
    const figures = measured.map(({ figure }) => figure);
    if (!first || !last || first === last) return figures;
    const [small, large] = [run.sizes[0] ?? 0, run.sizes.at(-1) ?? 0].map(inPowers);
    const about = { path: `project ${large} against ${small}`, unit: 'times slower', bound: 1 };
    return [...figures, atMostFigure(about, GROWTH, [first.ours / last.ours])];
  },
};
