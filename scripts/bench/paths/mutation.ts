import { join } from 'node:path';
import { developmentToken } from '../../../src/api/auth.ts';
import { filesOf } from '../../../src/app.ts';
import { MOST_ASSIGNMENTS } from '../../../src/domain/limits.ts';
import { openLog } from '../../../src/open-log.ts';
import { startServer } from '../../server-process.ts';
import { startBare } from '../bare-process.ts';
import { type Benchmark, inFolder, inPowers, type Run, trialOf, warmCopyOf } from '../benchmark.ts';
import { type OpenVisit, visitsIn } from '../command/open-visits.ts';
import { alternating, type Figure, rateFigure } from '../figures.ts';
import { Connections, graphql, type Sent } from '../load.ts';
import { copyOf, type GeneratedFolder } from '../log/generated-folder.ts';

const CONNECTIONS = [1, 10, 50];
const MUTATION = `mutation ($input: AssignCaregiverInput!) {
  assignCaregiver(input: $input) { userErrors { code } position visit { id } } }`;

/** The requests of both, round and round the visits: each time another caregiver of the office. */
const requestsOf = async (dataDir: string, visits: readonly OpenVisit[]) => {
  const tokens = new Map<string, string>();
  for (const { office } of visits) tokens.set(office.subject, await developmentToken(dataDir, office.subject));
  let [oursNext, limitNext] = [0, 0];
  const at = (n: number): OpenVisit => visits[n % visits.length] as OpenVisit;
  return {
    visits: visits.length,
    ours: (): Sent => {
      const n = oursNext++;
      const { visitId, office, turn, caregiverId: assignedId } = at(n);
      const { caregivers } = office;
      // Who is assigned already would be no change.
      const first = caregivers[turn % caregivers.length]?.id === assignedId ? turn + 1 : turn;
      const { id: caregiverId } = caregivers[(first + Math.floor(n / visits.length)) % caregivers.length] ?? {};
      return graphql(tokens.get(office.subject) ?? '', MUTATION, {
        input: { visitId, caregiverId, despiteOverlap: true },
      });
    },
    limit: (): Sent => ({ path: '/', headers: {}, body: JSON.stringify(at(limitNext++)) }),
  };
};

const check = (text: string): void => {
  if (!text.includes('"userErrors":[]')) throw new Error(text.slice(0, 300));
};

/** The log's last position. */
const headOf = async (dataDir: string): Promise<number> => {
  const store = await openLog(
    { eventStore: null, file: filesOf(dataDir).log, simulatedClock: null },
    { readOnly: true },
  );
  const head = await store.head();
  await store.close();
  return head;
};

/** How long each is sent requests before it counts: until what it does is compiled. */
const WARM_UP_SECONDS = 3;

interface Contestants {
  readonly server: { readonly url: string };
  readonly dataDir: string;
  /** The limit's log, as it was generated. */
  readonly bareDir: string;
  readonly requests: Awaited<ReturnType<typeof requestsOf>>;
}

const ofConnections = (run: Run, { server, dataDir, bareDir, requests }: Contestants, count: number, size: string) =>
  inFolder(async (folder): Promise<Figure> => {
    const path = `mutation at ${count}, ${size}`;
    // A log of its own each time: a visit may be assigned so many times (rule 49).
    const folders = { ours: dataDir, limit: copyOf({ folder: bareDir }, join(folder, 'limit')) };
    const before = { ours: await headOf(folders.ours), limit: await headOf(folders.limit) };
    const answered = { ours: 0, limit: 0 };
    const bare = await startBare('./command/bare-server.ts', folders.limit);
    const connections = { ours: new Connections(server.url, count), limit: new Connections(bare.url, count) };
    const rounds = run.quick ? 2 : 5;
    const most = Math.floor((MOST_ASSIGNMENTS * requests.visits) / (rounds + 2));
    const load = async (who: 'ours' | 'limit', seconds: number): Promise<number> => {
      const { rate, milliseconds } = await connections[who].load(seconds, requests[who], check, most);
      answered[who] += milliseconds.length;
      return rate;
    };
    const turn = (who: 'ours' | 'limit') => async () => {
      const rate = await load(who, run.quick ? 0.5 : 1);
      run.say(`${path}: ${who} ${Math.round(rate)} mutations/s`);
      return rate;
    };
    try {
      for (const who of ['ours', 'limit'] as const) await load(who, WARM_UP_SECONDS);
      const reached = await alternating(rounds, { ours: turn('ours'), limit: turn('limit') }, { warmUp: false });
      for (const who of ['ours', 'limit'] as const) {
        const written = (await headOf(folders[who])) - before[who];
        if (written !== answered[who]) throw new Error(`${path}: ${who} wrote ${written} events for ${answered[who]}`);
      }
      return rateFigure({ path, unit: 'mutations/s', bound: 0.4 }, reached);
    } finally {
      connections.ours.close();
      connections.limit.close();
      await bare.stop();
    }
  });

const ofSize = (run: Run, generated: GeneratedFolder, size: string): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const dataDir = await warmCopyOf(run, generated, join(folder, 'ours'));
    const bareDir = copyOf(generated, join(folder, 'limit'));
    const store = await openLog({ eventStore: null, file: filesOf(bareDir).log, simulatedClock: null });
    const { open } = await visitsIn(store, generated);
    await store.close();
    const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
    try {
      const requests = await requestsOf(dataDir, open);
      const figures: Figure[] = [];
      for (const count of CONNECTIONS)
        figures.push(await ofConnections(run, { server, dataDir, bareDir, requests }, count, size));
      return figures;
    } finally {
      await server.stop();
    }
  });

export const mutation: Benchmark = {
  name: 'mutation',
  about: `Ours: assignCaregiver over HTTP and GraphQL, answered after the read model holds what was written. Limit: a
fastify route in a process of its own over the same store and the same command loop, answered after the commit.`,
  whyNot: `Ours answers after the read model holds what was written and the processes have done what follows; the limit
answers after its own commit, and does nothing else. At one connection all of it is one after the other: of 1.1 ms a
third is the commit's fsync, a third the projector's thread (half of that its own commit, which writes the 24 pages
that one event touches: the visit and its tasks, each with its indexes), the rest the request. There the main thread
takes 0.6 ms of the processor for it, at 50 only 0.2 ms: what is dear is to be woken and to commit, which few share
(four at 10, nine at 50, where the requests named two caregivers an office). At 50 the two cores are full, with 0.2 ms
of the projector's thread a mutation, and those that send. Of the main thread's time then 14 % is the commit, 8 % the
visit's row for the answer, 6 % its socket, 6 % the collector; the rest is spread thin. Done: mutations that come again
are compiled and answered past yoga (a third of the main thread's time, and nearly all of the collector's); the content
is parsed once and its bytes counted once; each row is written once a batch; rows are kept until they change themselves
(a tenth of the main thread; since an answer is of one moment they are passed over while the file is ahead of what was
told, which takes a fifteenth back at 10, nothing at 1 and 50); no mapping of the file, which each commit made anew (a
twentieth, at one connection a tenth); who follows the log there is handed what was written (a twentieth); the head of
the log and the ends of streams are known without a look (a fifteenth); the processes look only where a list has
changed, and nobody asks what follows where nothing can. Without gain: to commit only when the projector is idle; not to
wait before the decision for what others' commits change on other visits, as the batches get smaller by as much; to
gather more appends for a commit; to give the read model's checkpoints another time or size.`,
  run: async (run) => {
    const figures: Figure[] = [];
    for (const events of run.quick ? run.sizes.slice(0, 1) : [run.sizes[0] ?? 0, ...run.sizes.slice(1).slice(-1)])
      figures.push(...(await ofSize(run, await trialOf(run, events), inPowers(events))));
    return figures;
  },
};
