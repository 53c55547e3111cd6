import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { dayOf, startOfDay } from '../../src/domain/calendar.ts';
import type { AppendResult, NewEvent } from '../../src/store/event-store.ts';
import {
  appended,
  begun,
  type ContractCase,
  freshStream,
  idsOf,
  newEvent,
  newEvents,
} from './event-store-contract-ground.ts';

/** JSON as `JSON.stringify` writes it, with what stores and encodings are fond of changing. */
const TEXTS: readonly string[] = [
  '{}',
  '{"b":1,"a":2,"nested":{"z":[{"y":1,"x":2}],"empty":{},"none":null}}',
  JSON.stringify({
    '': '',
    ' ': '\u0000\u0001\b\t\n\f\r\\"/',
    名前: '黄鳥 𠮷野家 🦆👩‍👩‍👧 e\u0301 \u2028\u2029\ufeff',
  }),
  '{"lone":"\\ud800","other":"x\\udfff","pair":"😀"}',
  '{"0":0,"1":-1.5,"numbers":[1e+21,1e-7,0.1,9007199254740991,-9007199254740991,' +
    '123456789012345680000,5e-324,1.7976931348623157e+308]}',
  '{"__proto__":{"x":1},"constructor":2,"toString":"3",' +
    '"store":{"following":7,"recordedAt":"x"},"$type":"T","following":1}',
  `{"deep":${'['.repeat(200)}${']'.repeat(200)}}`,
  JSON.stringify({ long: '長'.repeat(5_000), date: '2026-02-30T25:61:00Z', true: true, false: false }),
];

const REFUSED_TEXTS: Readonly<Record<string, string>> = {
  'no JSON': '',
  NaN: '{"n":NaN}',
  'an integer above 2^53': '{"n":9007199254740993}',
  'a number beyond all': '{"n":1e400}',
  'negative zero': '{"n":-0}',
  'a raw lone surrogate': '{"s":"\ud800"}',
  'a key twice': '{"a":1,"a":2}',
  'keys in an order that does not stay': '{"2":1,"1":2}',
  blanks: '{ }',
  'a line end': '{}\n',
  'an array': '[]',
  'a text': '"text"',
  null: 'null',
};

const REFUSED: Readonly<
  Record<string, { readonly version?: number; readonly events: readonly NewEvent[]; readonly error?: string }>
> = {
  'no event': { events: [] },
  'a negative version': { version: -1, events: newEvents(1) },
  'half a version': { version: 0.5, events: newEvents(1) },
  'no number as version': { version: Number.NaN, events: newEvents(1) },
  'a version beyond all counts': { version: 2 ** 53, events: newEvents(1) },
  'an id that is no UUID': { events: [newEvent(), newEvent({ id: 'x' })] },
  'an id in capitals': { events: [newEvent({ id: crypto.randomUUID().toUpperCase() })] },
  'an id twice': {
    events: Array.from(
      { length: 2 },
      (
        (event) => () =>
          event
      )(newEvent()),
    ),
  },
  'no type': { events: [newEvent(), newEvent({ type: '' })] },
  'an event above 64 KiB': { events: [newEvent(), newEvent({ data: textOf(65_537) })], error: 'EventTooLarge' },
  'an append above 1 MiB': { events: [...newEvents(16, { data: textOf(65_536) }), newEvent()], error: 'EventTooLarge' },
  ...Object.fromEntries(
    Object.entries(REFUSED_TEXTS).map(([what, data]) => [
      `data: ${what}`,
      { events: [newEvent(), newEvent({ data })] },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(REFUSED_TEXTS).map(([what, metadata]) => [
      `metadata: ${what}`,
      { events: [newEvent({ metadata })] },
    ]),
  ),
};

/** A JSON object of so many bytes. */
function textOf(bytes: number): string {
  return JSON.stringify({ x: 'x'.repeat(bytes - 8) });
}

export const APPEND_CASES: readonly ContractCase[] = [
  {
    name: 'an append answers version and position, and is read back as it was written',
    async run({ store }) {
      const stream = freshStream();
      const events = [
        newEvent({ type: 'VisitStarted', data: '{"a":1}', metadata: '{"m":1}' }),
        newEvent({ type: '訪問 終了', data: '{"a":2}', metadata: '{"m":2}' }),
        newEvent(),
      ];
      const position = await appended(store, stream, 0, events);
      const later = newEvent();
      const laterPosition = await appended(store, stream, 3, [later]);
      assert.ok(laterPosition > position, 'positions rise');
      const read = await store.read(stream, 0);
      assert.deepEqual(
        read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
        [...events, later],
      );
      assert.deepEqual(
        read.map((event) => [event.stream, event.version, event.endsAppend]),
        [false, false, true, true].map((endsAppend, n) => [stream, n + 1, endsAppend]),
      );
      assert.equal(read[2]?.position, position, 'an append stands where its last event stands');
      assert.equal(read[3]?.position, laterPosition);
      for (const [n, event] of read.entries())
        assert.ok(n === 0 || event.position > (read[n - 1]?.position ?? 0), 'positions rise strictly');
    },
  },
  {
    name: 'versions are counts: a read begins after one; there is nothing after the last, or in a missing stream',
    async run({ store }) {
      const stream = freshStream();
      const events = newEvents(3);
      await appended(store, stream, 0, events);
      for (const version of [0, 1, 2, 3, 4, 100])
        assert.deepEqual(idsOf(await store.read(stream, version)), idsOf(events.slice(version)));
      assert.deepEqual(await store.read(freshStream(), 0), []);
      assert.deepEqual(await store.read(freshStream(), 3), []);
    },
  },
  {
    name: 'a conflict is a value that says where the stream stands, and writes nothing',
    async run({ store }) {
      const stream = freshStream();
      const events = newEvents(2);
      await appended(store, stream, 0, events);
      for (const version of [0, 1, 3, 100]) {
        assert.deepEqual(await store.append(stream, version, newEvents(2)), { outcome: 'conflict', version: 2 });
      }
      assert.deepEqual(await store.append(freshStream(), 1, newEvents(1)), { outcome: 'conflict', version: 0 });
      assert.deepEqual(idsOf(await store.read(stream, 0)), idsOf(events));
    },
  },
  {
    name: 'a repeat with the same ids at the same version is answered as before, even after other appends or elsewhere',
    async run({ store, open }) {
      const stream = freshStream();
      const first = newEvents(2);
      const second = newEvents(2);
      const answers = [await store.append(stream, 0, first), await store.append(stream, 2, second)];
      const third = newEvents(1);
      await appended(store, stream, 4, third);
      // All but the stamp, which only the first answer may have: it says that this append wrote.
      const expected = answers.map(({ recordedAt: _, ...answer }: AppendResult & { recordedAt?: string }) => answer);
      for (const one of [store, await open()]) {
        assert.deepEqual([await one.append(stream, 0, first), await one.append(stream, 2, second)], expected);
        assert.deepEqual(idsOf(await one.read(stream, 4)), idsOf(third), 'what came later is read after a repeat');
      }
      const read = await store.read(stream, 0);
      for (const [n, answer] of answers.entries())
        if ('recordedAt' in answer) assert.equal(answer.recordedAt, read[n * 2 + 1]?.recordedAt);
      assert.deepEqual(idsOf(await store.read(stream, 0)), idsOf([...first, ...second, ...third]));
    },
  },
  {
    name: 'a repeat of the first part of an append is taken as done',
    async run({ store }) {
      const stream = freshStream();
      const events = newEvents(3);
      await appended(store, stream, 0, events);
      const read = await store.read(stream, 0);
      assert.deepEqual(await store.append(stream, 0, events.slice(0, 2)), {
        outcome: 'appended',
        version: 2,
        position: read[1]?.position,
      });
      assert.equal((await store.read(stream, 0)).length, 3);
    },
  },
  {
    name: 'an event repeated together with a new one is a conflict, and so is one in another place',
    async run({ store }) {
      const stream = freshStream();
      const [a, b, c] = newEvents(3) as [NewEvent, NewEvent, NewEvent];
      await appended(store, stream, 0, [a, b]);
      for (const events of [[a, c], [b, a], [b], [a, b, c]]) {
        assert.deepEqual(await store.append(stream, 0, events), { outcome: 'conflict', version: 2 });
      }
      assert.deepEqual(idsOf(await store.read(stream, 0)), idsOf([a, b]));
    },
  },
  {
    name: 'of appends at one version at the same time one wins, the others learn where the stream stands',
    async run({ store, open }) {
      const stream = freshStream();
      const stores = [store, await open()];
      const tries = Array.from({ length: 20 }, () => newEvents(3));
      const results = await Promise.all(
        tries.map(async (events, n) => (stores[n % 2] ?? store).append(stream, 0, events)),
      );
      const winner = results.findIndex(({ outcome }) => outcome === 'appended');
      assert.deepEqual(
        results.map(({ outcome, version }, n) => (n === winner ? [outcome] : [outcome, version])),
        results.map((_, n) => (n === winner ? ['appended'] : ['conflict', 3])),
      );
      assert.deepEqual(idsOf(await store.read(stream, 0)), idsOf(tries[winner] ?? []));
    },
  },
  {
    name: 'a thousand appends at once: every stream in order, one winner a version',
    async run({ store }) {
      const streams = Array.from({ length: 50 }, freshStream);
      const results = await Promise.all(
        streams.map(async (stream) => {
          const outcomes: string[] = [];
          for (let version = 0; version < 10; version += 1) {
            const both = await Promise.all([
              store.append(stream, version, newEvents(1)),
              store.append(stream, version, newEvents(1)),
            ]);
            outcomes.push(...both.map(({ outcome }) => outcome).sort());
          }
          return outcomes;
        }),
      );
      for (const outcomes of results)
        assert.deepEqual(outcomes, Array.from({ length: 10 }, () => ['appended', 'conflict']).flat());
      for (const stream of streams) {
        assert.deepEqual(
          (await store.read(stream, 0)).map(({ version }) => version),
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        );
      }
    },
  },
  {
    name: 'an append is all or nothing: who reads meanwhile sees it whole',
    async run({ store, open, signal }) {
      const stream = freshStream();
      const reader = await open();
      let done = false;
      const look = async (): Promise<Set<number>> => {
        const seen = new Set<number>();
        while (!done && !signal.aborted) {
          seen.add((await reader.read(stream, 0)).length);
          await turn();
        }
        return seen;
      };
      const counts = begun(look());
      for (let version = 0; version < 400; version += 40) await appended(store, stream, version, newEvents(40));
      done = true;
      for (const count of await counts) assert.equal(count % 40, 0, `an append was seen in part: ${count}`);
      assert.equal((await reader.read(stream, 0)).length, 400);
    },
  },
  {
    name: 'data and metadata come back to the letter',
    async run({ store, open }) {
      const stream = `契約 ${freshStream()}`;
      const events = TEXTS.flatMap((text) => [
        newEvent({ data: text }),
        newEvent({ metadata: text }),
        newEvent({ data: text, metadata: text }),
      ]);
      await appended(store, stream, 0, events);
      for (const one of [store, await open()]) {
        assert.deepEqual(
          (await one.read(stream, 0)).map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
          events,
        );
      }
    },
  },
  {
    name: 'what is stamped: the instant of the append, in UTC with milliseconds',
    async run({ store }) {
      const stream = freshStream();
      await appended(store, stream, 0, newEvents(2));
      await appended(store, stream, 2, newEvents(1));
      const stamps = (await store.read(stream, 0)).map(({ recordedAt }) => recordedAt);
      assert.equal(stamps.length, 3);
      for (const stamp of stamps) {
        assert.match(stamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        assert.ok(Math.abs(Date.parse(stamp) - Date.now()) < 600_000, `stamped now: ${stamp}`);
      }
    },
  },
  {
    name: 'what is stamped where only the day may be known: 00:00 Asia/Tokyo of the day',
    async run({ store }) {
      const stream = freshStream();
      const today = (): string => startOfDay(dayOf(new Date().toISOString()));
      const before = today();
      const metadata = JSON.stringify({ occurredAt: new Date().toISOString() });
      await appended(store, stream, 0, [
        newEvent({ stampDayOnly: true, metadata }),
        newEvent({ stampDayOnly: true, metadata }),
      ]);
      const events = await store.read(stream, 0);
      assert.equal(events.length, 2);
      for (const event of events) {
        assert.ok([before, today()].includes(event.recordedAt), `the day alone: ${event.recordedAt}`);
        assert.equal(event.metadata, metadata);
      }
    },
  },
  {
    name: 'an event that is copied keeps its stamp',
    async run({ store }) {
      const stream = freshStream();
      const recordedAt = '2031-12-31T23:59:59.999Z';
      await appended(store, stream, 0, [
        newEvent({ recordedAt: '2001-02-03T04:05:06.007Z' }),
        newEvent({ recordedAt, stampDayOnly: true }),
      ]);
      assert.deepEqual(
        (await store.read(stream, 0)).map((event) => [event.recordedAt, event.metadata]),
        [
          ['2001-02-03T04:05:06.007Z', '{}'],
          [recordedAt, '{}'],
        ],
      );
    },
  },
  {
    name: 'what no store takes is refused with an error that says why, and leaves nothing',
    async run({ store }) {
      for (const [what, { version = 0, events, error = 'TypeError' }] of Object.entries(REFUSED)) {
        const stream = freshStream();
        await assert.rejects(store.append(stream, version, events), { name: error }, what);
        assert.deepEqual(await store.read(stream, 0), [], what);
        await appended(store, stream, 0, newEvents(1));
      }
    },
  },
  {
    name: 'limits are met exactly: 64 KiB an event, 1 MiB an append, whatever the metadata',
    async run({ store }) {
      const stream = freshStream();
      const events = newEvents(16, { data: textOf(65_536), metadata: textOf(20_000) });
      await appended(store, stream, 0, events);
      const read = await store.read(stream, 0);
      assert.deepEqual(idsOf(read), idsOf(events));
      assert.ok(read.every(({ data }) => data === events[0]?.data));
    },
  },
  {
    name: 'the head is where the last event stands',
    async run({ store, open, place }) {
      const other = await open();
      for (let version = 0, stream = freshStream(); version < 5; version += 1) {
        const position = await appended(store, stream, version, newEvents(1));
        const heads = [await store.head(), await other.head()];
        if (place.isShared) assert.ok(heads.every((head) => head >= position));
        else assert.deepEqual(heads, [position, position]);
        // Asked of the log as well, as a head alone could be made up.
        assert.equal((await other.read(stream, version)).at(-1)?.position, position);
      }
    },
  },
];
