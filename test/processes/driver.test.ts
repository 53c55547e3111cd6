import t, { type Test } from 'tap';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { Rejected } from '../../src/domain/rejected.ts';
import { createLog } from '../../src/log.ts';
import { Driver } from '../../src/processes/driver.ts';
import type { Process } from '../../src/processes/process.ts';
import { workDueAt } from '../../src/projections/work.ts';
import { StoreUnavailable } from '../../src/store/event-store.ts';
import { VaultUnavailable } from '../../src/store/vault.ts';
import { networkFormed, officeJoined } from '../domain/network/example-network.ts';
import { freshFolder, openPlantedApp, type PlantedApp } from '../support/planted-app.ts';

const NOW = '2026-06-01T00:00:00.000Z';
const [NETWORK, OTHER_NETWORK] = [uuidOf('network'), uuidOf('another network')];
const SECOND = 1000;

/** A network is formed → it is acted on, as the test says; an office that joins it takes it off. */
const whenFormed = (
  act: (networkId: Uuid, app: PlantedApp) => Promise<unknown>,
  of: { app?: PlantedApp },
): Process => ({
  name: 'when-network-formed-then-acted-on',
  follows: (todo) => ({
    NetworkFormed: (event) => todo.set(event.streamId, null, event),
    OfficeJoined: (event) => todo.clear(event.streamId),
  }),
  act: async ({ id }) => {
    if (of.app) await act(id, of.app);
  },
});
const joins = (app: PlantedApp, networkId: Uuid) =>
  app.plant(`network-${networkId}`, officeJoined(['ASSIST'], '2026-06-01'));
const form = (app: PlantedApp, networkId: Uuid) => app.plant(`network-${networkId}`, networkFormed());

/** An app on a fresh folder with that one process, not started. */
const openGround = async (t: Test, act: Parameters<typeof whenFormed>[0]): Promise<PlantedApp> => {
  const of: { app?: PlantedApp } = {};
  const app = await openPlantedApp(freshFolder(t), NOW, [whenFormed(act, of)]);
  of.app = app;
  return app;
};

/** The machine's time, by which the driver waits: it stands still until the test moves it. */
const standingTime = (t: Test) => {
  let now = 10 * SECOND;
  t.intercept(performance, 'now', { value: () => now, configurable: true, writable: true });
  return {
    /** Moves it, lets the driver look at its lists, and answers how often it acted since. */
    after: async (milliseconds: number, app: PlantedApp, acts: readonly unknown[]): Promise<number> => {
      const before = acts.length;
      now += milliseconds;
      app.driver.wake();
      await app.driver.idle();
      return acts.length - before;
    },
  };
};

t.test('an item is acted on until its own act takes it off the list, and then no more', async (t) => {
  const acts: Uuid[] = [];
  const app = await openGround(t, async (id, app) => {
    acts.push(id);
    await joins(app, id);
  });
  app.follow();
  app.driver.start();
  await form(app, NETWORK);
  await app.driver.idle();
  await form(app, OTHER_NETWORK);
  await app.driver.idle();
  t.strictSame(acts, [NETWORK, OTHER_NETWORK]);
  await app.stop();
});

for (const [what, fault] of [
  ['is refused', () => new Rejected('OFFICE_UNKNOWN')],
  ['fails by a fault of ours', () => new TypeError('of ours')],
  ['goes through and leaves the item standing', () => null],
] as const) {
  t.test(`an act that ${what} is tried three times, then later and longer each time`, async (t) => {
    const acts: Uuid[] = [];
    const time = standingTime(t);
    const app = await openGround(t, async (id) => {
      acts.push(id);
      const error = fault();
      if (error) throw error;
    });
    app.follow();
    app.driver.start();
    await form(app, NETWORK);
    t.equal(await time.after(0, app, acts), 3, 'at once');
    for (const wait of [100, 200, 400, 800]) {
      t.equal(await time.after(wait - 1, app, acts), 0, `not before ${wait} ms`);
      t.equal(await time.after(1, app, acts), 1, `once after ${wait} ms`);
    }
    for (let wait = 1600; wait < 60 * SECOND; wait *= 2) await time.after(wait, app, acts);
    for (const _again of ['once', 'twice']) {
      t.equal(await time.after(60 * SECOND - 1, app, acts), 0);
      t.equal(await time.after(1, app, acts), 1, 'never longer than a minute');
    }
    await app.stop();
  });
}

t.test(
  'of a fault its kind and its place are logged, and not its message: a process opens what is sealed',
  async (t) => {
    const lines: string[] = [];
    const log = createLog('warn', { write: (line) => lines.push(line) });
    const app = await openGround(t, async () => {});
    const failing = whenFormed(async () => JSON.parse('加那里屋'), { app });
    const driver = new Driver(app, [failing], log);
    app.follow();
    driver.start();
    await form(app, NETWORK);
    await driver.idle();
    const [line = '{}'] = lines;
    t.match(JSON.parse(line), { id: NETWORK, code: 'SyntaxError', stack: [/^at JSON\.parse/], msg: /could not act$/ });
    t.notMatch(line, '加那里屋');
    await driver.stop();
    await app.stop();
  },
);

t.test('what is stuck holds nothing else up, and begins anew once it was off the list', async (t) => {
  const acts: Uuid[] = [];
  const time = standingTime(t);
  const app = await openGround(t, async (id, app) => {
    acts.push(id);
    if (id === OTHER_NETWORK) await joins(app, id);
  });
  app.follow();
  app.driver.start();
  await form(app, NETWORK);
  t.equal(await time.after(0, app, acts), 3);
  await form(app, OTHER_NETWORK);
  t.equal(await time.after(0, app, acts), 1);
  await joins(app, NETWORK);
  t.equal(await time.after(0, app, acts), 0);
  await form(app, NETWORK);
  t.equal(await time.after(0, app, acts), 3, 'three times at once again');
  await app.stop();
});

for (const [what, fault] of [
  ['store', () => new StoreUnavailable('away')],
  ['vault', () => new VaultUnavailable('away')],
] as const) {
  t.test(`a ${what} that is away is no fault of the item: tried each second, and never longer`, async (t) => {
    const acts: Uuid[] = [];
    const time = standingTime(t);
    let isAway = true;
    const app = await openGround(t, async (id) => {
      acts.push(id);
      if (isAway) throw fault();
    });
    app.follow();
    app.driver.start();
    await form(app, NETWORK);
    t.equal(await time.after(0, app, acts), 1);
    for (let n = 0; n < 10; n += 1) {
      t.equal(await time.after(SECOND - 1, app, acts), 0);
      t.equal(await time.after(1, app, acts), 1);
    }
    isAway = false;
    t.equal(await time.after(SECOND, app, acts), 3, 'none of those counts: three times at once');
    await app.stop();
  });
}

t.test('nothing is acted on before the read model is at the head', async (t) => {
  const acts: Uuid[] = [];
  const act = async (id: Uuid) => acts.push(id);
  const before = await openGround(t, act);
  await form(before, NETWORK);
  before.follow();
  await before.readModel.reached(await before.store.head());
  await before.stop();

  const of: { app?: PlantedApp } = {};
  const app = await openPlantedApp(before.folder, NOW, [whenFormed(act, of)]);
  of.app = app;
  await joins(app, NETWORK);
  t.equal(workDueAt(app.readModel, NOW).length, 1, 'half-way it stands on the list');
  app.driver.start();
  app.driver.wake();
  app.follow();
  await app.driver.idle();
  t.strictSame(acts, [], 'but it has been done long ago');
  await app.stop();
});

t.test('stop waits for what is under way, and nothing more is begun', async (t) => {
  const happened: string[] = [];
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const app = await openGround(t, async () => {
    happened.push('begun');
    begun.resolve();
    await mayEnd.promise;
    happened.push('ended');
  });
  app.follow();
  app.driver.start();
  await form(app, NETWORK);
  await begun.promise;
  const stopped = app.driver.stop().then(() => happened.push('stopped'));
  await form(app, OTHER_NETWORK);
  await app.readModel.reached(await app.store.head());
  mayEnd.resolve();
  await stopped;
  app.driver.wake();
  await app.driver.idle();
  t.strictSame(happened, ['begun', 'ended', 'stopped']);
  await app.stop();
});

t.test('rule 7: it is not idle while what has come during its last look is due', async (t) => {
  const app = await openGround(t, (id) => joins(app, id));
  app.follow();
  app.driver.start();
  await app.driver.idle();
  const { store, readModel } = app;
  const { head } = store;
  let asked = 0;
  t.capture(store, 'head', async () => {
    asked += 1;
    if (asked === 2) {
      await form(app, NETWORK);
      await readModel.reached(await head.call(store));
    }
    return head.call(store);
  });
  await app.driver.idle();
  t.ok(asked > 2);
  t.strictSame(workDueAt(readModel, NOW), []);
  await app.stop();
});

t.test('an event that changes no list makes nobody look at the lists', async (t) => {
  const app = await openGround(t, (id) => joins(app, id));
  app.follow();
  app.driver.start();
  await app.driver.idle();
  const { readModel } = app;
  const looks = t.capture(readModel, 'all', readModel.all);
  await joins(app, OTHER_NETWORK);
  t.ok(await readModel.reached(await app.store.head()));
  t.strictSame(looks(), []);
  await form(app, NETWORK);
  await app.driver.idle();
  t.ok(looks().length > 0);
  await app.stop();
});
