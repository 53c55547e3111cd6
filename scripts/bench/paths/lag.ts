import { join } from 'node:path';
import pino from 'pino';
import { type App, openApp } from '../../../src/app.ts';
import { configFrom } from '../../../src/config.ts';
import { streamOf } from '../../../src/domain/ids.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import { visit } from '../../../src/domain/visit/decider.ts';
import { type Benchmark, inFolder, inPowers, type Run, trialOf, warmCopyOf } from '../benchmark.ts';
import { type RecordedVisit, visitsIn } from '../command/open-visits.ts';
import { atMostFigure, type Figure, quantile } from '../figures.ts';

const COMMANDS_A_SECOND = 500;
const MOST_MILLISECONDS = 20;

let amendments = 0;

/**
 * Amends a visit's record, which touches as much as the record itself; the milliseconds until the
 * read model has it.
 */
const amended = async (app: App, { visitId, office }: RecordedVisit): Promise<number> => {
  amendments += 1;
  const n = amendments;
  const actor = { subject: office.subject, role: 'COORDINATOR' as const, officeId: office.id };
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller: { actor, commandId: null, correlationId: `bench ${n}`, causationId: null },
    prepare: async (before) => {
      const key = await app.vault.make(keyIdOf('client', visit.known(before).plan.clientId));
      const seal = (path: string) => key.seal(`追記 ${n}`, { stream: streamOf('visit', visitId), path });
      const content = {
        reason: seal('reason'),
        reasonIsThePlan: false,
        notes: seal('notes'),
        digest: key.hmac(`${n}`),
      };
      const facts = { byOfficeId: office.id, byCaregiver: false, enteredForCaregiver: true };
      const caregiver = { works: true, qualifications: ['CERTIFIED_CARE_WORKER' as const] };
      return { hash: null, command: () => ({ type: 'AmendVisitRecord' as const, ...content, ...facts, ...caregiver }) };
    },
  });
  const committedAt = performance.now();
  if (!(await app.readModel.reached(position, 60_000))) throw new Error('the read model does not get there');
  return performance.now() - committedAt;
};

/** Commands at a steady rate, whatever becomes of those before; the lag of each. */
const lagsOf = async (app: App, visits: readonly RecordedVisit[], seconds: number): Promise<number[]> => {
  const under: Promise<number>[] = [];
  const begun = performance.now();
  while (performance.now() - begun < seconds * 1000) {
    const due = Math.floor(((performance.now() - begun) / 1000) * COMMANDS_A_SECOND);
    while (under.length < due) under.push(amended(app, visits[under.length % visits.length] as RecordedVisit));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(under);
};

const ofSize = async (run: Run, events: number): Promise<Figure> => {
  const generated = await trialOf(run, events);
  return inFolder(async (folder) => {
    const dataDir = await warmCopyOf(run, generated, join(folder, 'data'));
    const app = await openApp(configFrom({ DATA_DIR: dataDir }), pino({ level: 'warn' }, pino.destination(2)));
    try {
      while (!(await app.caughtUp())) run.say('lag: waiting for the read model');
      const { recorded } = await visitsIn(app.store, generated);
      const path = `lag, p99, ${inPowers(events)}`;
      const lags: number[] = [];
      for (let round = -1; round < (run.quick ? 2 : 5); round += 1) {
        const lag = quantile(await lagsOf(app, recorded, run.quick ? 1 : 5), 0.99);
        run.say(`${path}: ${lag.toFixed(1)} ms`);
        if (round >= 0) lags.push(lag);
      }
      return atMostFigure({ path, unit: 'ms', bound: 1 }, MOST_MILLISECONDS, lags);
    } finally {
      await app.close();
    }
  });
};

export const lag: Benchmark = {
  name: 'lag',
  about: `${COMMANDS_A_SECOND} amendments of visit records a second, which touch as much as records do: the 99th
percentile of the time from the answer of the commit until the read model holds it, processes and projector running as
in the server. Allowed: ${MOST_MILLISECONDS} ms.`,
  run: async (run) => {
    const figures: Figure[] = [];
    for (const events of run.sizes) figures.push(await ofSize(run, events));
    return figures;
  },
};
