import { get } from 'node:http';
import { join } from 'node:path';
import { developmentToken } from '../../../src/api/auth.ts';
import { addMonths, dayOf, monthOf } from '../../../src/domain/calendar.ts';
import { startServer } from '../../server-process.ts';
import { type Benchmark, generated, inFolder, type Run, warmCopyOf } from '../benchmark.ts';
import { atMostFigure, type Figure } from '../figures.ts';
import { Connections, graphql } from '../load.ts';
import { BUSY_PAIR, SMALL_PAIR } from '../log/generated-log.ts';

const MOST_SECONDS = 1;
const MOST_STOP_MILLISECONDS = 50;
const BETWEEN_LOOKS_MILLISECONDS = 2;

/** Milliseconds until the server answers that it lives. */
const lookAt = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    get(`${url}/healthz`, (response) => {
      response.resume();
      response.once('end', () => resolve(performance.now() - begun));
    }).once('error', reject);
  });

/** The longest that the server let somebody else wait while something went on. */
const longestStop = async (url: string, work: Promise<unknown>): Promise<number> => {
  let [longest, isOver] = [0, false];
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    longest = Math.max(longest, await lookAt(url));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MILLISECONDS));
  }
  await over;
  return longest;
};

const CLOSE = `mutation ($input: CloseSettlementInput!) {
  closeSettlement(input: $input) { userErrors { code } statement { lines(first: 1) { totalCount } } } }`;

const ofMonth = async (run: Run, months: number): Promise<Figure[]> => {
  const made = await generated(run, { size: run.quick ? SMALL_PAIR : BUSY_PAIR, seed: 1, until: { months } });
  const [network] = made.log.networks;
  const [partner] = network?.partners ?? [];
  const [assist] = network?.assistsOf[partner?.id ?? ''] ?? [];
  if (!network || !partner || !assist) throw new Error('the log has a pair');
  const month = addMonths(monthOf(made.log.now), -1);
  const path = `closing month ${months}${run.quick ? ' of a small pair' : ''}`;
  const [seconds, stops]: [number[], number[]] = [[], []];
  await inFolder(async (folder) => {
    for (let round = 0; round < (run.quick ? 1 : 3); round += 1) {
      const dataDir = await warmCopyOf(run, made, join(folder, String(round)));
      const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
      const connections = new Connections(server.url, 1);
      const token = await developmentToken(dataDir, partner.subject);
      const input = { networkId: network.id, partnerOfficeId: partner.id, assistOfficeId: assist.id, month };
      // The first request of a process waits for what every first request waits for.
      await connections.send(graphql(token, '{ viewer { subject } }', {}));
      const begun = performance.now();
      const closing = connections.send(graphql(token, CLOSE, { input })).then((text) => {
        seconds.push((performance.now() - begun) / 1000);
        return text;
      });
      stops.push(await longestStop(server.url, closing));
      const { data } = JSON.parse(await closing);
      const lines = data?.closeSettlement?.statement?.lines?.totalCount;
      run.say(`${path}: ${lines} lines, ${seconds.at(-1)?.toFixed(2)} s, longest stop ${stops.at(-1)?.toFixed(0)} ms`);
      if (!(lines > 0)) throw new Error(`${month} of ${dayOf(made.log.now)} was not closed: ${await closing}`);
      connections.close();
      await server.stop();
    }
  });
  return [
    atMostFigure({ path, unit: 's', bound: 1 }, MOST_SECONDS, seconds),
    atMostFigure({ path: `${path}, longest stop`, unit: 'ms', bound: 1 }, MOST_STOP_MILLISECONDS, stops),
  ];
};

export const closing: Benchmark = {
  name: 'closing',
  about: `closeSettlement of a pair's month of some 2,400 visits over HTTP, the first month and the twenty-fourth: the
time until it is answered, ${MOST_SECONDS} s at the most; and the longest that the server lets /healthz wait
meanwhile, ${MOST_STOP_MILLISECONDS} ms at the most. With --quick the first month of a pair with some 430 visits.`,
  whyNot: `Each of some 2,400 visits is read from its own stream, as rule 31 asks, and the statement is decided in one
piece, as one event stream's decision; its lines are written in one append. Near half of the time the main thread waits
for the projector, which reads, changes and writes the rows of all these visits. A server that has just started folds
the pair's earlier lines first: 24 MB of them in month 24. The longest stop is the collector's, or the decision's.
Done: only what is not settled is read, once and piece by piece, and of a visit its price alone is kept; decoding,
folding and hashing give the event loop back between pieces; that a month can be closed is judged with its first visit
and its last, not with each. What was seen here before was the benchmark's own: the copy of its data, still on the way
to the disk, and the server's reading of the whole log for ended keys, of which the generated vault had no mark.`,
  run: async (run) => {
    const figures: Figure[] = [];
    for (const months of run.quick ? [1] : [1, 24]) figures.push(...(await ofMonth(run, months)));
    return figures;
  },
};
