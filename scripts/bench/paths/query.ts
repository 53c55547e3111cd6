import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentToken } from '../../../src/api/auth.ts';
import { filesOf } from '../../../src/app.ts';
import { addMonths, firstDayOf, monthOf, startOfDay } from '../../../src/domain/calendar.ts';
import { readModelDigest } from '../../../src/projections/digest.ts';
import { startServer } from '../../server-process.ts';
import { type BareProcess, startBare } from '../bare-process.ts';
import { type Benchmark, inFolder, inPowers, type Run, trialOf, warmCopyOf } from '../benchmark.ts';
import { alternating, atMostFigure, type Figure, GROWTH, median, quantile, rateFigure } from '../figures.ts';
import { Connections, graphql, type Sent } from '../load.ts';
import type { GeneratedFolder, NetworkInLog } from '../log/generated-folder.ts';
import { type Postgres, startPostgres } from '../peers/postgres.ts';
import { BareRows } from '../query/bare-rows.ts';
import type { AskedOfOwn } from '../query/own-rows.ts';
import { type Listing, listings, partOf } from '../query/shapes.ts';

const CONNECTIONS = 50;
/** Pages of each viewer that are asked for. */
const PAGES = 3;
/** The 99th percentile may be so many times the median. */
const TAIL = 4;

interface Page {
  readonly ours: Sent;
  readonly limit: Sent;
  /** By name, where the listing is asked of this peer. */
  readonly peers: Readonly<Record<string, Sent>>;
  readonly items: readonly Record<string, unknown>[];
}

/** Whose pages are asked for: the partner offices', or for a caregiver's month some caregivers'. */
const viewersOf = ({ name }: Listing, { partners, assistsOf }: NetworkInLog) =>
  name === 'caregiver month'
    ? Object.values(assistsOf).flatMap((all) => all.slice(0, 2).flatMap(({ caregivers }) => caregivers[0] ?? []))
    : partners;

/** The first pages of every viewer, as our server answers them. */
const pagesOf = async (
  ask: (sent: Sent) => Promise<string>,
  listing: Listing,
  generated: GeneratedFolder,
  dataDir: string,
) => {
  const pages: Page[] = [];
  const month = monthOf(generated.log.now);
  for (const network of generated.log.networks) {
    for (const { id: viewerId, subject } of viewersOf(listing, network)) {
      const token = await developmentToken(dataDir, subject);
      let after: string | null = null;
      for (let n = 0; n < PAGES; n += 1) {
        const ours = graphql(token, listing.query, { network: network.id, month, after });
        const text = await ask(ours);
        const answer: unknown = JSON.parse(text);
        const edges = partOf(answer, ['data', ...listing.pathToEdges]);
        if (!Array.isArray(edges) || edges.length === 0) break;
        const endCursor = partOf(answer, ['data', ...listing.pathToEdges.slice(0, -1), 'pageInfo', 'endCursor']);
        const asked: AskedOfOwn = {
          networkId: network.id,
          viewerId,
          from: startOfDay(firstDayOf(month)),
          to: startOfDay(firstDayOf(addMonths(month, 1))),
          now: generated.log.now,
          after: after === null ? null : JSON.parse(Buffer.from(after, 'base64url').toString()),
        };
        pages.push({
          ours,
          limit: { path: '/', headers: {}, body: JSON.stringify(asked) },
          peers: {
            [OVER_OURS]: ours,
            [WITHOUT_BOUNDS]: ours,
            mercurius: graphql('', listing.bareQuery, { page: pages.length }),
            ...(listing.tablesQuery && { PostGraphile: graphql('', listing.tablesQuery, { page: pages.length }) }),
          },
          items: edges.map(({ node }) => node),
        });
        after = String(endCursor);
      }
    }
  }
  if (pages.length === 0) throw new Error(`${listing.name}: the log has nothing to list`);
  return pages;
};

const checkSame = async (
  ours: Connections,
  limit: Connections,
  pages: readonly Page[],
  name: string,
): Promise<void> => {
  for (const page of pages) {
    const [one, other] = [JSON.parse(await ours.send(page.ours)), JSON.parse(await limit.send(page.limit))];
    if (JSON.stringify(one.data) !== JSON.stringify(other.data)) throw new Error(`${name}: the two answer differently`);
  }
};

const NOTHING: Sent = { path: '/', headers: {}, body: '' };

/** mercurius over our schema and read model, with tokens, rights and what bounds each request. */
const OVER_OURS = 'mercurius over ours';
const WITHOUT_BOUNDS = 'mercurius over ours, without bounds';

interface Peer {
  readonly name: string;
  readonly pathToEdges: readonly string[];
  readonly connections: Connections;
  readonly process: BareProcess;
}

/**
 * What the peers stand on: a folder of the same log and tokens for each that holds one, and a
 * PostgreSQL where there is one.
 */
interface GroundOfPeers {
  readonly dataDir: string;
  readonly boundlessDir: string;
  readonly postgres: Postgres | null;
}

/** The peers that are asked for a listing, each in a process of its own over the same rows. */
const peersOf = async (
  pages: readonly Page[],
  listing: Listing,
  { dataDir, boundlessDir, postgres }: GroundOfPeers,
): Promise<Peer[]> => {
  const file = join(dataDir, `${listing.name}.sqlite`);
  const rows = new BareRows(file, listing.shape);
  rows.write(pages.map(({ items }) => items));
  rows.close();
  const started = async (name: string, script: string, pathToEdges: readonly string[], ...given: string[]) => {
    const bare = await startBare(script, ...given);
    return { name, pathToEdges, connections: new Connections(bare.url, CONNECTIONS), process: bare };
  };
  const items = ['page', 'edges'];
  return [
    await started(OVER_OURS, './peers/mercurius-over-ours.js', listing.pathToEdges, dataDir, 'bounded'),
    await started(WITHOUT_BOUNDS, './peers/mercurius-over-ours.js', listing.pathToEdges, boundlessDir),
    await started('mercurius', './peers/mercurius.js', items, file, listing.name),
    ...(postgres && listing.tablesQuery
      ? [await started('PostGraphile', './peers/postgraphile.js', items, file, listing.name, postgres.url)]
      : []),
  ];
};

const checkPeer = async (
  { name, pathToEdges, connections }: Peer,
  pages: readonly Page[],
  path: string,
): Promise<void> => {
  for (const page of pages) {
    const answer: unknown = JSON.parse(await connections.send(page.peers[name] ?? NOTHING));
    const edges = partOf(answer, ['data', ...pathToEdges]);
    const items = Array.isArray(edges) ? edges.map(({ node }) => node) : answer;
    if (JSON.stringify(items) !== JSON.stringify(page.items)) throw new Error(`${path}: ${name} answers differently`);
  }
};

interface Measured {
  readonly figures: readonly Figure[];
  /** Pages per second. */
  readonly rate: number;
}

const ofListing = async (
  run: Run,
  listing: Listing,
  generated: GeneratedFolder,
  url: string,
  { dataDir, ownRows }: { readonly dataDir: string; readonly ownRows: string },
  peersOver: GroundOfPeers | null,
): Promise<Measured> => {
  const ours = new Connections(url, CONNECTIONS);
  const pages = await pagesOf((sent) => ours.send(sent), listing, generated, dataDir);
  const bare: BareProcess = await startBare('./query/bare-server.ts', ownRows, listing.name);
  const limit = new Connections(bare.url, CONNECTIONS);
  const peers = peersOver ? await peersOf(pages, listing, peersOver) : [];
  const path = `${listing.name} ${inPowers(run.sizes.findLast((size) => size <= generated.log.events) ?? 0)}`;
  try {
    await checkSame(ours, limit, pages, path);
    for (const peer of peers) await checkPeer(peer, pages, path);
    const tails: number[] = [];
    const turn = (who: string, connections: Connections, sent: (page: Page) => Sent, tail?: number[]) => async () => {
      let n = 0;
      const next = (): Sent => sent(pages[n++ % pages.length] as Page);
      const check = (text: string): void => {
        if (text.startsWith('{"errors"')) throw new Error(text.slice(0, 300));
      };
      const { rate, milliseconds } = await connections.load(run.quick ? 0.5 : 3, next, check);
      tail?.push(quantile(milliseconds, 0.99) / quantile(milliseconds, 0.5));
      run.say(`${path}: ${who} ${Math.round(rate)} pages/s`);
      return rate;
    };
    const contestants: Record<string, () => Promise<number>> = {
      ours: turn('ours', ours, (page) => page.ours, tails),
      limit: turn('limit', limit, (page) => page.limit),
    };
    for (const { name, connections } of peers)
      contestants[name] = turn(name, connections, (page) => page.peers[name] ?? NOTHING);
    const reached = await alternating(run.quick ? 2 : 5, contestants);
    const figure = rateFigure({ path, unit: 'pages/s', bound: 0.9 }, reached);
    const tail = atMostFigure({ path: `${path}, p99`, unit: '× p50', bound: 1 }, TAIL, tails.slice(1));
    return { figures: [figure, tail], rate: median(reached.ours ?? []) };
  } finally {
    ours.close();
    limit.close();
    await bare.stop();
    for (const peer of peers) {
      peer.connections.close();
      await peer.process.stop();
    }
  }
};

const groundOfPeers = async (
  run: Run,
  generated: GeneratedFolder,
  folder: string,
  dataDir: string,
): Promise<GroundOfPeers> => {
  const copy = async (name: string): Promise<string> => {
    const of = await warmCopyOf(run, generated, join(folder, name));
    copyFileSync(join(dataDir, 'token.key'), join(of, 'token.key'));
    return of;
  };
  const [ofBounded, boundlessDir] = [await copy('bounded'), await copy('boundless')];
  return { dataDir: ofBounded, boundlessDir, postgres: await startPostgres(folder, 'PostGraphile', run.say) };
};

const growthFigures = (run: Run, rates: ReadonlyMap<string, readonly number[]>): Figure[] => {
  const [small, large] = [run.sizes[0] ?? 0, run.sizes.at(-1) ?? 0].map(inPowers);
  if (run.sizes.length < 2) return [];
  return [...rates].map(([name, [first = 0, ...others]]) => {
    const about = { path: `${name} ${large} against ${small}`, unit: 'times slower', bound: 1 };
    return atMostFigure(about, GROWTH, [first / (others.at(-1) ?? 0)]);
  });
};

export const query: Benchmark = {
  name: 'query',
  about: `Ours: the server in a process of its own answers pages over HTTP to ${CONNECTIONS} connections: 50 lines of
a month's ledger with offices, client and caregiver; 20 delegations with client and visits; 20 tasks; a caregiver's
month. Limit: a fastify route in a process of its own that reads the same rows from a copy of the read model's file,
by a statement with joins that was written for the page, and sends the same JSON, compared page by page; it checks no
token and no right, and keeps no rows between two requests. From tables of nothing else, made of the answers, such a
route took 57 to 71 % of that for the ledger's page, 24 % for the board's, of which the limit parses each delegation's
state, 51 to 55 % for the tasks, 79 to 85 % for the caregiver's month (processor time, measured twice). Peers:
mercurius with its JIT over our own schema, resolvers, rights and read model, with tokens and within all that bounds a
request of ours (its time and size, how many come, its turn, the headers of its answer, what it may cost and how long
its answer may be), which is the same work ("over ours"); the same as it comes ("without bounds"); and without tokens
and rights, which is less work, over such tables
of nothing else: mercurius; for the ledger page PostGraphile over the same tables in a PostgreSQL of this machine, with
an index on what the page is found by.`,
  whyNot: `Of the processor's time of a ledger page 16 % goes to the socket and 12 % to the text of the answer: these
the limit has too. 14 % are the two statements that find the lines, 21 % the compiled query over them, of which 6 % is
who sees each caregiver, 7 % the collector, the rest the request, token, viewer, variables, headers and cost. Of small
pages it is that rest which counts: a query of one field takes some 30 µs, the limit's whole page of tasks some 90. The
board is faster than its limit, which parses twenty delegations anew, while ours keeps what it has parsed: there the
limit bounds nothing. Done: statements whose LIMIT is not a bare parameter, for which SQLite prepared each anew at each
run (half of a page of tasks); rows read by id at once, without loader and promise; rows and lines of the ledger kept
in plain maps until they change, whether there are any until their table does; instants kept as they are answered;
headers made once, by names as fastify keeps them; a known token at hand without a promise; an answer sent as what its
handler returns; tasks read as they are shown; and before: queries that come again are compiled and answered past yoga,
a right is judged once a row, totals only where they are asked for. Done and taken back: a compiler of our own for what
goes well, a tenth of a ledger page less than graphql-jit, for 280 lines in a library's place. Not kept: bytes instead
of a text for the socket (no faster, some pages slower); leaves that graphql-jit does not check (1 to 3 %, of the
board's page 6 %, and wrong values would go out); four times the room for young objects (4 %, and it takes memory).
Without gain in the design's trials: to write the answer by SQL or by a serializer of its own. Not done: indexes that
hold all that a page is found by, which the projector would have to write with every change; less counting of what a
list costs (two looks at the thread's time, 2 to 4 %); answers that are kept as a whole. What bounds each request (rate
limits, times, security headers, places) takes some 9 of the 30 µs that a query of one field takes. A server that
does the same work with mercurius in yoga's place takes more of the processor, by little: 5 % for the
ledger's page, 4 % for the board's and the tasks, 2 % for the caregiver's month (medians of eight starts of each, in
turns; in 26 of 32 pairs ours took less, in 3 as much). How well a process happens to be compiled weighs more than that
(0.89 to 1.13 in those pairs), and so one run of the table tells little. Without counting what a query costs it is level
with ours (0.91 to 1.10 in eight rows of a whole run), as it comes 3 to 15 % ahead.`,
  run: async (run) => {
    const figures: Figure[] = [];
    const rates = new Map<string, number[]>();
    for (const events of run.sizes) {
      const generated = await trialOf(run, events);
      await inFolder(async (folder) => {
        const dataDir = await warmCopyOf(run, generated, join(folder, 'data'));
        const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
        const ofLimit = await warmCopyOf(run, generated, join(folder, 'limit'));
        const ownRows = join(filesOf(ofLimit).readModels, `${readModelDigest()}.sqlite`);
        const peersOver = run.peers ? await groundOfPeers(run, generated, folder, dataDir) : null;
        try {
          for (const listing of listings) {
            const measured = await ofListing(run, listing, generated, server.url, { dataDir, ownRows }, peersOver);
            figures.push(...measured.figures);
            rates.set(listing.name, [...(rates.get(listing.name) ?? []), measured.rate]);
          }
        } finally {
          await server.stop();
          await peersOver?.postgres?.stop();
        }
      });
    }
    return [...figures, ...growthFigures(run, rates)];
  },
};
