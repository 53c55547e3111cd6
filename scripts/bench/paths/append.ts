import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { filesOf } from '../../../src/app.ts';
import { openLog } from '../../../src/open-log.ts';
import { machineClock } from '../../../src/store/clock.ts';
import { CommandLoop } from '../../../src/store/handle-command.ts';
import { type Benchmark, inFolder, inPowers, type Run, trialOf } from '../benchmark.ts';
import { assignAnother, type OpenVisit, visitsIn } from '../command/open-visits.ts';
import { atMostFigure, type Figure, GROWTH, median, rateFigure } from '../figures.ts';
import { copyOf } from '../log/generated-folder.ts';
import { EMMETT, startEmmett, WHY_NOT_ON_SQLITE } from '../peers/emmett.ts';

/** The log's table, as a bare loop uses it: whole rows as the store wrote them. */
class BareLog {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;');
  }

  rowsAfter(position: number): SQLInputValue[][] {
    const rows = this.#db.prepare('SELECT * FROM events WHERE position > ? ORDER BY position');
    rows.setReturnArrays(true);
    return rows.all(position) as unknown as SQLInputValue[][];
  }

  /**
   * Loads and parses the stream of each row where `isLoaded`, makes its texts anew and writes it
   * where its stream is as far as it was, so many in a transaction. Returns rows per second.
   */
  append(rows: readonly SQLInputValue[][], atOnce: number, isLoaded: boolean): number {
    const columns = this.#db.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').all('events');
    const placeOf = (column: string): number => columns.findIndex(({ name }) => name === column);
    const [stream, version, data, metadata] = ['stream', 'version', 'data', 'metadata'].map(placeOf) as [
      number,
      number,
      number,
      number,
    ];
    const again = (text: unknown): string => JSON.stringify(JSON.parse(String(text)));
    const ofStream = this.#db.prepare('SELECT * FROM events WHERE stream = ? ORDER BY version');
    ofStream.setReturnArrays(true);
    const advance = this.#db.prepare('UPDATE streams SET version = ? WHERE name = ? AND version = ? RETURNING number');
    advance.setReturnArrays(true);
    const nameOf = this.#db.prepare('SELECT name FROM streams WHERE number = ?');
    const names = rows.map((row) => nameOf.get(row[stream] ?? null)?.name ?? null);
    const insert = this.#db.prepare(`INSERT INTO events VALUES (${columns.map(() => '?').join(', ')})`);
    const begun = performance.now();
    for (let first = 0; first < rows.length; first += atOnce) {
      const group = rows.slice(first, first + atOnce);
      if (isLoaded) {
        for (const row of group) {
          const events = ofStream.all(row[stream] ?? null) as unknown as SQLInputValue[][];
          for (const event of events) JSON.parse(String(event[data]));
        }
      }
      this.#db.exec('BEGIN IMMEDIATE');
      for (const [n, row] of group.entries()) {
        const moved = advance.get(row[version] ?? null, names[first + n] ?? null, Number(row[version]) - 1);
        if (!moved) throw new Error('the stream is not where it was');
        const made = row.with(data, again(row[data])).with(metadata, again(row[metadata]));
        insert.run(...made);
      }
      this.#db.exec('COMMIT');
    }
    return (rows.length / (performance.now() - begun)) * 1000;
  }

  close(): void {
    this.#db.close();
  }
}

/** Until what both do is compiled. */
const WARM_UP_ROUNDS = 9;

/** Commands per second, so many at once. */
const ofConcurrency = async (
  run: Run,
  events: number,
  concurrency: number,
): Promise<{ figure: Figure; ours: number }> => {
  const generated = await trialOf(run, events);
  return inFolder(async (folder) => {
    const [ours, limit] = [copyOf(generated, join(folder, 'ours')), copyOf(generated, join(folder, 'limit'))];
    const file = filesOf(ours).log;
    const store = await openLog({ eventStore: null, file, simulatedClock: null });
    const visits = (await visitsIn(store, generated)).open;
    const loop = new CommandLoop(store, machineClock);
    const bare = new BareLog(filesOf(limit).log);
    const peer = run.peers ? await startEmmett(folder, visits, store, run.say) : null;
    const path = `append at ${concurrency}, ${inPowers(events)}`;
    const reached: Record<string, number[]> = { ours: [], limit: [], ...(peer && { [EMMETT]: [] }) };
    const rounds = run.quick ? 5 : 11;
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      const before = await store.head();
      const count = Math.min(visits.length, 1_000);
      const rate = await commandsPerSecond(loop, visits.slice(0, count), concurrency);
      // What ours has written is what the bare loop writes, so this order is the only one.
      const written = new BareLog(file);
      const rows = written.rowsAfter(before);
      written.close();
      const bareRate = bare.append(rows, concurrency, concurrency === 1);
      const peerRate = await peer?.commandsPerSecond(count, concurrency);
      if (round >= 0) {
        reached.ours?.push(rate);
        reached.limit?.push(bareRate);
        if (peerRate !== undefined) reached[EMMETT]?.push(peerRate);
      }
      const theirs = peerRate === undefined ? '' : `, ${EMMETT} ${Math.round(peerRate)}`;
      run.say(`${path}: ours ${Math.round(rate)}, limit ${Math.round(bareRate)}${theirs} commands/s`);
      if (rows.length !== count) throw new Error(`${rows.length} events of ${count} commands`);
    }
    const oursRows = new BareLog(file);
    const isSame = JSON.stringify(oursRows.rowsAfter(0).slice(-10)) === JSON.stringify(bare.rowsAfter(0).slice(-10));
    oursRows.close();
    if (!isSame) throw new Error('the two have written different rows');
    bare.close();
    await peer?.stop();
    await store.close();
    return { figure: rateFigure({ path, unit: 'commands/s', bound: 0.8 }, reached), ours: median(reached.ours ?? []) };
  });
};

const commandsPerSecond = async (
  loop: CommandLoop,
  visits: readonly OpenVisit[],
  concurrency: number,
): Promise<number> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = visits[next++]; one !== undefined; one = visits[next++]) await assignAnother(loop, one);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (visits.length / (performance.now() - begun)) * 1000;
};

export const append: Benchmark = {
  name: 'append',
  about: `Ours: the command loop over the embedded store loads a visit's events, decides and appends one, one command
at a time or 32 at once. Limit: a bare loop that reads and parses the stream's rows (at 32 it has them in memory),
makes the texts of one event, checks and moves the stream's version and writes the very rows that ours wrote into
the same tables of a copy of the file with the same fsync, one or 32 in a transaction. Peer: emmett on a PostgreSQL of
this machine with streams of the same events, which loads, decides and appends the same. ${WHY_NOT_ON_SQLITE}.`,
  whyNot: `At 32, where one commit carries them all, two thirds of a command's time is SQLite's, as in the limit.
The rest the limit does not do: the event's id is made of what it is about (UUIDv5, 5 to 9 %; half of it by node's
own one-shot digest, but the package stays), the event is folded (5 %) and checked against its schema and its size
(4 %), what is kept of streams is found (4 %), a repeat is looked for, the command is judged, promises are waited
for; the collector takes 5 %. Done: one transaction for all commands of a turn, by prepared statements; a log of
numbered streams without an index on random ids; states kept, of a stream only what is new is read, and nothing
folded where nothing is; the appends of a commit stamped once, and a millisecond written out once; rows as arrays,
one hold of the file a turn. Without gain: a worker thread for commits (the design's trial); to wait a turn longer
for more commands, as none came; ids of 16 bytes (the file is 3 % smaller, an insert takes 8 % more), content as JSONB
(9 % smaller, 7 % more to write, a fifth more to read).`,
  run: async (run) => {
    if (run.peers) run.say(`${WHY_NOT_ON_SQLITE}\n`);
    const figures: Figure[] = [];
    for (const concurrency of [1, 32]) {
      const rates: number[] = [];
      for (const events of run.sizes) {
        const { figure, ours } = await ofConcurrency(run, events, concurrency);
        figures.push(figure);
        rates.push(ours);
      }
      const [small, large] = [run.sizes[0] ?? 0, run.sizes.at(-1) ?? 0].map(inPowers);
      const about = { path: `append at ${concurrency}, ${large} against ${small}`, unit: 'times slower', bound: 1 };
      if (rates.length > 1) figures.push(atMostFigure(about, GROWTH, [(rates[0] ?? 0) / (rates.at(-1) ?? 0)]));
    }
    return figures;
  },
};
