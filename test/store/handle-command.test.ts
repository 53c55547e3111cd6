import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { uuidOf } from '../../src/domain/ids.ts';
import { Rejected } from '../../src/domain/rejected.ts';
import { decode, encode } from '../../src/store/codec.ts';
import { type EventStore, StoreUnavailable } from '../../src/store/event-store.ts';
import { type Caller, CommandLoop, contentHash } from '../../src/store/handle-command.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { counting, naming } from '../support/network-names.ts';

const ID = uuidOf('test', 'network');
const NOW = '2026-04-01T00:00:00.000Z';
const caller = (commandId: string | null, subject = 'admin', correlationId = 'request-1'): Caller => ({
  actor: { subject, role: 'ADMINISTRATOR', officeId: null },
  commandId,
  correlationId,
  causationId: null,
});

const fresh = (t: { teardown(done: () => Promise<void>): void }) => {
  const folder = mkdtempSync(join(tmpdir(), 'loop-'));
  const clock = { now: () => NOW };
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock });
  t.teardown(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { store, loop: new CommandLoop(store, clock) };
};

const form = (loop: CommandLoop, name: string, commandId: string | null, subject?: string, request?: string) =>
  loop.handle({
    decider: naming,
    id: ID,
    caller: caller(commandId, subject, request),
    prepare: () => ({ hash: contentHash({ name }), command: () => ({ type: 'Form' as const, name }) }),
  });

t.test('a command is written once, with its metadata', async (t) => {
  const { store, loop } = fresh(t);
  const handled = await form(loop, 'A', 'c-1');
  const [stored] = await store.read(`network-${ID}`, 0);
  const event = stored && decode(stored);
  t.strictSame(handled, {
    state: 'A',
    position: stored?.position,
    correlationId: 'request-1',
    events: [{ type: 'NetworkFormed', data: { name: 'A', area: '大田区', fiscalYear: 2026 } }],
    repeated: false,
  });
  t.strictSame(event?.metadata, {
    commandId: 'c-1',
    commandHash: contentHash({ name: 'A' }),
    correlationId: 'request-1',
    causationId: null,
    actor: { subject: 'admin', role: 'ADMINISTRATOR', officeId: null },
    occurredAt: NOW,
    schemaVersion: 1,
  });
  t.equal(event?.id, uuidOf(`network-${ID}`, 'admin', 'c-1', contentHash({ name: 'A' }), 0));
});

t.test('a caller is told of each append, and of nothing else', async (t) => {
  const { store, loop } = fresh(t);
  let appends = 0;
  const wrote = (): void => {
    appends += 1;
  };
  const send = (name: string, commandId: string) =>
    loop.handle({
      decider: naming,
      id: ID,
      caller: { ...caller(commandId), wrote },
      prepare: () => ({ hash: contentHash({ name }), command: () => ({ type: 'Form' as const, name }) }),
    });
  await send('A', 'c-1');
  await send('A', 'c-1');
  await t.rejects(send('B', 'c-2'), new Rejected('NETWORK_EXISTS', ['name']));
  await store.close();
  await t.rejects(send('A', 'c-3'), StoreUnavailable);
  t.equal(appends, 1);
});

t.test(
  'rule 4: a repeated commandId answers as before and writes nothing; with other content it is refused',
  async (t) => {
    const { store, loop } = fresh(t);
    const first = await form(loop, 'A', 'c-1');
    const standing = { state: 'A', position: first.position, correlationId: 'request-1', events: [] };
    const again = await form(new CommandLoop(store, { now: () => NOW }), 'A', 'c-1', 'admin', 'request-2');
    t.strictSame(again, { ...standing, repeated: true }, 'with the request that it repeats');
    const decidedNothing = await form(loop, 'A', null, 'admin', 'request-3');
    t.strictSame(decidedNothing, { ...standing, repeated: false }, 'as what decides nothing');
    await t.rejects(form(loop, 'B', 'c-1'), new Rejected('COMMAND_ID_REUSED', ['commandId']));
    await t.rejects(form(loop, 'B', 'c-1', 'somebody else'), new Rejected('NETWORK_EXISTS', ['name']));
    t.equal((await store.read(`network-${ID}`, 0)).length, 1);
  },
);

t.test('rule 4: a repeat that comes while the first is being written is answered with what that wrote', async (t) => {
  const { loop } = fresh(t);
  let first: Awaited<ReturnType<typeof form>> | undefined;
  const again = await loop.handle({
    decider: naming,
    id: ID,
    caller: caller('c-1'),
    // Its state has been loaded; the first is written before it is decided on.
    prepare: async () => {
      first = await form(loop, 'A', 'c-1');
      return { hash: contentHash({ name: 'A' }), command: () => ({ type: 'Form' as const, name: 'A' }) };
    },
  });
  const standing = { state: 'A', position: first?.position, correlationId: 'request-1', events: [] };
  t.strictSame(again, { ...standing, repeated: true });
});

t.test(
  'rule 4: one commandId with two contents at the same moment, at two nodes: one stands, the other is refused',
  async (t) => {
    const { store, loop } = fresh(t);
    const other = new CommandLoop(store, { now: () => NOW });
    const results = await Promise.allSettled([
      form(loop, 'A', 'c-1'),
      form(other, 'B', 'c-1'),
      form(other, 'A', 'c-1', 'admin', 'request-2'),
    ]);
    t.strictSame(
      results.map((result) =>
        result.status === 'fulfilled' ? [result.value.state, result.value.correlationId] : result.reason.code,
      ),
      [['A', 'request-1'], 'COMMAND_ID_REUSED', ['A', 'request-1']],
    );
    t.equal((await store.read(`network-${ID}`, 0)).length, 1);
  },
);

t.test('rule 4: where the hash cannot be made any more, a repeat is answered without comparing', async (t) => {
  const { loop } = fresh(t);
  const first = await form(loop, 'A', 'c-1');
  const again = await loop.handle({
    decider: naming,
    id: ID,
    caller: caller('c-1'),
    prepare: () => ({ hash: null, command: () => ({ type: 'Form' as const, name: 'other' }) }),
  });
  const standing = { state: 'A', position: first.position, correlationId: 'request-1', events: [] };
  t.strictSame(again, { ...standing, repeated: true });
});

t.test('a refusal leaves no trace and is decided anew', async (t) => {
  const { store, loop } = fresh(t);
  await form(loop, 'A', 'c-1');
  await t.rejects(form(loop, 'B', 'c-2'), { code: 'NETWORK_EXISTS' });
  t.equal((await store.read(`network-${ID}`, 0)).length, 1);
  t.strictSame((await form(loop, 'A', 'c-2')).events, []);
});

t.test(
  'rules 1, 2: on a conflict the decision is made again: of forty at once each is decided on its predecessor',
  async (t) => {
    const { store, loop } = fresh(t);
    const other = new CommandLoop(store, { now: () => NOW });
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? loop : other).handle({
          decider: counting,
          id: ID,
          caller: caller(`c-${n}`),
          prepare: () => ({ hash: null, command: () => ({ type: 'Form' as const, name: 'N' }) }),
        }),
      ),
    );
    const events = await store.read(`network-${ID}`, 0);
    t.strictSame(
      events.map((event) => decode(event)?.data),
      Array.from({ length: 40 }, (_, n) => ({ name: `N ${n}`, area: '大田区', fiscalYear: 2026 })),
    );
  },
);

t.test('what a loop has written itself it does not read again, and still follows what others write', async (t) => {
  const { store } = fresh(t);
  const read: number[] = [];
  const watched: EventStore = {
    read: async (stream, version) => {
      const events = await store.read(stream, version);
      read.push(events.length);
      return events;
    },
    append: (...given) => store.append(...given),
    subscribe: (...given) => store.subscribe(...given),
    head: () => store.head(),
    close: () => store.close(),
  };
  const loop = new CommandLoop(watched, { now: () => NOW });
  const other = new CommandLoop(store, { now: () => NOW });
  const count = (by: CommandLoop, commandId: string) =>
    by.handle({
      decider: counting,
      id: ID,
      caller: caller(commandId),
      prepare: () => ({ hash: null, command: () => ({ type: 'Form' as const, name: 'N' }) }),
    });
  for (const [by, commandId] of [
    [loop, 'a'],
    [loop, 'b'],
    [other, 'c'],
    [loop, 'd'],
    [loop, 'e'],
  ] as const)
    await count(by, commandId);
  t.strictSame(read, [0, 0, 1, 0]);
  const repeated = await count(loop, 'b');
  t.strictSame([repeated.repeated, repeated.state], [true, 5]);
  t.equal(repeated.position, (await store.read(`network-${ID}`, 1))[0]?.position);
});

t.test(
  'a commandId that two send at once with other facts: what stands in the log is folded, not the answer',
  async (t) => {
    const { store, loop } = fresh(t);
    const gate = Promise.withResolvers<void>();
    let waiting = 0;
    const send = (name: string) =>
      loop.handle({
        decider: naming,
        id: ID,
        caller: caller('c-1'),
        prepare: () => ({
          hash: null,
          command: async () => {
            waiting += 1;
            if (waiting === 2) gate.resolve();
            await gate.promise;
            return { type: 'Form' as const, name };
          },
        }),
      });
    await Promise.all([send('A'), send('B')]);
    const [stands] = await store.read(`network-${ID}`, 0);
    t.equal(await loop.load(naming, ID), JSON.parse(stands?.data ?? '').name);
  },
);

t.test('a long stream is folded in pieces, between which the event loop has its turns', async (t) => {
  const { store } = fresh(t);
  const metadata = { commandId: null, commandHash: null, correlationId: null, causationId: null };
  const formed = { type: 'NetworkFormed', data: { name: 'N', area: '大田区', fiscalYear: 2026 } };
  const actor = { subject: 'admin', role: null, officeId: null };
  for (let n = 0; n < 2_000; n += 100)
    await store.append(
      `network-${ID}`,
      n,
      Array.from({ length: 100 }, (_, k) =>
        encode(uuidOf('e', n + k), formed, { ...metadata, actor, occurredAt: NOW }),
      ),
    );
  let ticks = 0;
  const tick = (): void => {
    ticks += 1;
    ticking = setImmediate(tick);
  };
  let ticking = setImmediate(tick);
  const state = await new CommandLoop(store, { now: () => NOW }).load(counting, ID);
  clearImmediate(ticking);
  t.equal(state, 2_000);
  t.ok(ticks >= 40, `${ticks} turns`);
});
