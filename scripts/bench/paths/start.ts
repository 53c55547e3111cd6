import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentToken } from '../../../src/api/auth.ts';
import { monthOf } from '../../../src/domain/calendar.ts';
import { startServer } from '../../server-process.ts';
import { type Benchmark, inFolder, inPowers, type Run, trialOf, warmCopyOf } from '../benchmark.ts';
import { atMostFigure, type Figure } from '../figures.ts';
import { Connections, graphql } from '../load.ts';
import { listings } from '../query/shapes.ts';

const MOST_SECONDS = 1;
const MOST_MEGABYTES = 300;

/** Resident memory of a process, in megabytes; Linux alone tells it. */
const memoryOf = (pid: number | undefined): number => {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
};

const ofSize = async (run: Run, events: number): Promise<Figure[]> => {
  const generated = await trialOf(run, events);
  const [network] = generated.log.networks;
  const subject = network?.partners[0]?.subject ?? '';
  return inFolder(async (folder) => {
    const dataDir = await warmCopyOf(run, generated, join(folder, 'data'));
    const [seconds, megabytes]: [number[], number[]] = [[], []];
    for (let round = 0; round < (run.quick ? 2 : 5); round += 1) {
      const begun = performance.now();
      const server = await startServer({ DATA_DIR: dataDir, PORT: '0' });
      seconds.push((performance.now() - begun) / 1000);
      const connections = new Connections(server.url, 10);
      const token = await developmentToken(dataDir, subject);
      const variables = { network: network?.id, month: monthOf(generated.log.now), after: null };
      const pages = listings.map(({ query }) => graphql(token, query, variables));
      let n = 0;
      await connections.load(
        run.quick ? 1 : 5,
        () => pages[n++ % pages.length] ?? { path: '/', headers: {}, body: '' },
      );
      megabytes.push(memoryOf(server.process.pid));
      connections.close();
      await server.stop();
      run.say(`start, ${inPowers(events)}: ${seconds.at(-1)?.toFixed(2)} s, ${megabytes.at(-1)?.toFixed(0)} MB`);
    }
    const size = inPowers(events);
    return [
      atMostFigure({ path: `start, ${size}`, unit: 's', bound: 1 }, MOST_SECONDS, seconds),
      atMostFigure({ path: `memory, ${size}`, unit: 'MB', bound: 1 }, MOST_MEGABYTES, megabytes),
    ];
  });
};

export const start: Benchmark = {
  name: 'start',
  about: `The time from starting the server's process on a folder whose read model is there until it is ready,
${MOST_SECONDS} s at the most; and the memory that it holds after it has answered pages for some seconds,
${MOST_MEGABYTES} MB at the most.`,
  whyNot: `Node, fastify, yoga and the schema are most of it, once more in the projector's thread. Done: the server is
bundled into few files and its compiled code kept (together a third of what 1,200 modules took); the projector's
thread starts first; nothing scans the log.`,
  run: async (run) => {
    const events = run.sizes.at(-1);
    return events === undefined ? [] : ofSize(run, events);
  },
};
