import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { readOut, recordsOf, streamOfRecord, type Wire, type WireError, type WireEvent, type WireRecord } from './eventstoredb-wire.ts';

/** What EventStoreDB 23.10 does by the wire: each case holds on the stand-in and on a real server, so that what the stand-in lets the adapter meet is real. */
export interface Behaviour {
  readonly name: string;
  run(wire: Wire): Promise<void>;
}

const freshStream = (): string => `behaviour-${crypto.randomUUID()}`;
const event = (change: WireEvent = {}): WireEvent & { readonly id: string } => ({ id: crypto.randomUUID(), type: 'T', ...change });
const events = (count: number, change: WireEvent = {}) => Array.from({ length: count }, () => event(change));

type Appended = streams.AppendResp.AsObject | WireError;

const positionOf = (answer: Appended): number => {
  assert.ok('success' in answer && answer.success, `not appended: ${JSON.stringify(answer)}`);
  return Number(answer.success.position?.commitPosition);
};
const revisionOf = (answer: Appended): number => {
  assert.ok('success' in answer && answer.success, `not appended: ${JSON.stringify(answer)}`);
  return Number(answer.success.currentRevision);
};
const appendedTo = async (wire: Wire, stream: string, count: number, change: WireEvent = {}): Promise<number> =>
  positionOf(await wire.append(stream, 'any', events(count, change)));
const errorOf = (answer: unknown): WireError => {
  const { code, details, trailers } = answer as WireError;
  return { code, details, trailers };
};
const idsOf = (records: readonly WireRecord[]): string[] => records.map(({ id }) => id?.string ?? '');
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const wrong = (answer: Appended): unknown => {
  assert.ok('wrongExpectedVersion' in answer && answer.wrongExpectedVersion, `no conflict: ${JSON.stringify(answer)}`);
  return Object.fromEntries(Object.entries(answer.wrongExpectedVersion).filter(([, value]) => value !== undefined));
};
const NO_RECORD = { code: 2, details: 'Unexpected ReadAllResult: Error', trailers: {} };
const TOO_SLOW = {
  code: 10,
  details: 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  trailers: {},
};
const OURS = (stream: string) => ({ on: 'stream', prefixes: [stream] }) as const;
const caughtUp = (messages: readonly streams.ReadResp.AsObject[]): boolean => messages.some((message) => message.caughtUp);

const APPENDING: readonly Behaviour[] = [
  {
    name: 'an append answers revision and position of its last event; positions rise over all streams, with gaps, commit and prepare being one',
    async run(wire) {
      const [one, other] = [freshStream(), freshStream()];
      const first = await wire.append(one, 'no_stream', events(3));
      const second = await wire.append(other, 'no_stream', events(1));
      const third = await wire.append(one, 2, events(1));
      assert.deepEqual([first, second, third].map(revisionOf), [2, 0, 3]);
      assert.ok(positionOf(first) + 1 < positionOf(second) && positionOf(second) + 1 < positionOf(third));
      const { events: read } = await readOut(wire.readStream(one, 0));
      assert.deepEqual(
        [read[2]?.commitPosition, read[3]?.commitPosition],
        [first, third].map((answer) => String(positionOf(answer))),
      );
      assert.ok(read.every(({ commitPosition, preparePosition }) => commitPosition === preparePosition));
    },
  },
  {
    name: 'a conflict is a message, with what is there and what was expected, in new fields and old',
    async run(wire) {
      const [stream, missing] = [freshStream(), freshStream()];
      await wire.append(stream, 'no_stream', events(3));
      const stands = { currentRevision: '2', currentRevision2060: 2 };
      const none = { currentRevision: '0', currentRevision2060: 0, currentNoStream: {}, noStream2060: {} };
      assert.deepEqual(wrong(await wire.append(stream, 0, events(1))), { ...stands, expectedRevision: '0', expectedRevision2060: 0 });
      assert.deepEqual(wrong(await wire.append(stream, 7, events(1))), { ...stands, expectedRevision: '7', expectedRevision2060: 7 });
      assert.deepEqual(wrong(await wire.append(missing, 7, events(1))), { ...none, expectedRevision: '7', expectedRevision2060: 7 });
      const { expectedRevision2060, ...noStream } = wrong(await wire.append(stream, 'no_stream', events(1))) as {
        expectedRevision2060: number;
      };
      assert.ok(expectedRevision2060 > 2 ** 63);
      assert.deepEqual(noStream, { ...stands, expectedRevision: '0', expectedNoStream: {} });
      const exists = wrong(await wire.append(missing, 'stream_exists', events(1)));
      assert.deepEqual(exists, { ...none, expectedRevision: '0', expectedRevision2060: 0, expectedStreamExists: {}, streamExists2060: {} });
    },
  },
  {
    name: 'the same ids at the same revision are answered as the first time, also after others have appended; the data is not looked at',
    async run(wire) {
      const stream = freshStream();
      const [first, second] = [events(2), events(2)];
      const answers = [await wire.append(stream, 'no_stream', first), await wire.append(stream, 1, second)];
      await wire.append(stream, 3, events(1));
      const other = first.map(({ id }) => ({ id, type: 'Other', data: '{"other":true}' }));
      assert.deepEqual([await wire.append(stream, 'no_stream', other), await wire.append(stream, 1, second)], answers);
      const { events: read } = await readOut(wire.readStream(stream, 0));
      assert.equal(read.length, 5);
      assert.deepEqual(idsOf(read).slice(0, 4), ids([...first, ...second]));
    },
  },
  {
    name: 'the same ids at the head are written again; with any they are not, while the server lives',
    async run(wire) {
      const stream = freshStream();
      const same = events(1);
      const first = await wire.append(stream, 'no_stream', same);
      assert.equal(revisionOf(await wire.append(stream, 0, same)), 1);
      for (const revision of ['any', 'no_stream'] as const) assert.deepEqual(await wire.append(stream, revision, same), first);
      assert.deepEqual(idsOf((await readOut(wire.readStream(stream, 0))).events), ids([...same, ...same]));
    },
  },
  {
    name: 'a repeat of the first part is taken as done; the first id together with a new one is a conflict',
    async run(wire) {
      const stream = freshStream();
      const [a, b, c] = [event(), event(), event()];
      await wire.append(stream, 'no_stream', [a, b]);
      const part = await wire.append(stream, 'no_stream', [a]);
      assert.equal(revisionOf(part), 0);
      const [first] = (await readOut(wire.readStream(stream, 0))).events;
      assert.equal(String(positionOf(part)), first?.commitPosition);
      for (const list of [[a, c], [a, b, c], [b], [b, a]]) wrong(await wire.append(stream, 'no_stream', list));
      wrong(await wire.append(stream, 'any', [a, c]));
      assert.equal((await readOut(wire.readStream(stream, 0))).events.length, 2);
    },
  },
  {
    name: 'an empty append is answered with revision 0 on a missing stream and leaves a record that is no event',
    async run(wire) {
      const [stream, missing] = [freshStream(), freshStream()];
      await wire.append(stream, 'no_stream', events(1));
      const empty = await wire.append(missing, 'no_stream', []);
      assert.ok('success' in empty);
      assert.deepEqual([empty.success?.currentRevision, empty.success?.noStream], ['0', {}]);
      const [next, after] = [event(), event()];
      await wire.append(stream, 0, [next]);
      await wire.append(stream, 1, [after]);
      const { events: read } = await readOut(wire.readAll(positionOf(empty), 100));
      assert.deepEqual(idsOf(read.filter((record) => streamOfRecord(record) === stream)), [next.id, after.id]);
      assert.equal((await readOut(wire.readStream(missing, 0))).messages[0]?.streamNotFound !== undefined, true);
    },
  },
  {
    name: 'what is malformed is refused, each in its way, and the connection stays usable',
    async run(wire) {
      const stream = freshStream();
      const noType = errorOf(await wire.append(stream, 'any', [{}]));
      assert.deepEqual([noType.code, noType.trailers.exception], [3, 'missing-required-metadata-property']);
      const thrown = { code: 2, details: 'Exception was thrown by handler.', trailers: {} };
      assert.deepEqual(errorOf(await wire.append(stream, 'any', [event({ id: 'x' })])), thrown);
      assert.deepEqual(errorOf(await wire.append(stream, 'any', [event({ type: '' })])), thrown);
      const capitals = crypto.randomUUID();
      assert.equal(revisionOf(await wire.append(stream, 'no_stream', [event({ id: capitals.toUpperCase() })])), 0);
      assert.deepEqual(idsOf((await readOut(wire.readStream(stream, 0))).events), [capitals]);
    },
  },
  {
    name: 'the data of one append may have 1 MiB, whatever the metadata; one byte more is an error in trailers, and the connection stays usable',
    async run(wire) {
      const stream = freshStream();
      const data = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));
      const metadata = data(500_000);
      const full = [event({ data: data(1_000_000), metadata }), event({ data: data(48_576), metadata })];
      assert.equal(revisionOf(await wire.append(stream, 'no_stream', full)), 1);
      assert.deepEqual(errorOf(await wire.append(stream, 1, [event({ data: data(1_000_000) }), event({ data: data(48_577) })])), {
        code: 3,
        details: 'Maximum Append Size of 1048576 Exceeded.',
        trailers: { exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1048576' },
      });
      assert.equal(revisionOf(await wire.append(stream, 1, events(1))), 2);
    },
  },
  {
    name: 'an append whose connection breaks amid the request leaves nothing; one that ends early is committed as far as it was sent',
    async run(wire) {
      const [broken, ended] = [freshStream(), freshStream()];
      for (let n = 0; n < 5; n += 1) await wire.appendInPart(broken, events(7), 'breaks');
      await wire.appendInPart(ended, events(7), 'ends');
      await wire.append(freshStream(), 'no_stream', events(1));
      assert.equal((await readOut(wire.readStream(broken, 0))).messages[0]?.streamNotFound !== undefined, true);
      assert.equal((await readOut(wire.readStream(ended, 0))).events.length, 7);
    },
  },
];

const READING: readonly Behaviour[] = [
  {
    name: 'an event is read with id, stream, revision, positions, texts as they were sent, and a map of content-type, created and type',
    async run(wire) {
      const stream = freshStream();
      const before = Date.now();
      const [json, binary] = [
        event({ data: '{"名":"黄鳥"}', metadata: '{"m":1}' }),
        event({ data: '\u0001\u0002', contentType: 'application/octet-stream' }),
      ];
      const position = positionOf(await wire.append(stream, 'no_stream', [json, binary]));
      const { messages, events: read, error } = await readOut(wire.readStream(stream, 0));
      assert.equal(error, null);
      assert.deepEqual(idsOf(read), ids([json, binary]));
      assert.deepEqual(read.map(streamOfRecord), [stream, stream]);
      assert.deepEqual(
        read.map(({ streamRevision }) => streamRevision),
        ['0', '1'],
      );
      assert.equal(messages[1]?.event?.commitPosition, String(position));
      const text = (base64: unknown): string => Buffer.from(String(base64), 'base64').toString('utf8');
      assert.deepEqual(
        read.map(({ data, customMetadata }) => [text(data), text(customMetadata)]),
        [
          ['{"名":"黄鳥"}', '{"m":1}'],
          ['\u0001\u0002', ''],
        ],
      );
      const maps = read.map(({ metadataMap }) => new Map(metadataMap));
      assert.deepEqual(
        maps.map((map) => [...map.keys()].sort()),
        [
          ['content-type', 'created', 'type'],
          ['content-type', 'created', 'type'],
        ],
      );
      assert.deepEqual(
        maps.map((map) => [map.get('content-type'), map.get('type')]),
        [
          ['application/json', 'T'],
          ['application/octet-stream', 'T'],
        ],
      );
      for (const map of maps) {
        const created = Number(BigInt(map.get('created') ?? 0) / 10_000n);
        assert.ok(Math.abs(created - before) < 600_000, 'ticks of 100 ns since 1970');
      }
    },
  },
  {
    name: 'a stream is read from a revision on, so many events, either way; beyond its end nothing; a missing stream is a message',
    async run(wire) {
      const stream = freshStream();
      const all = events(5);
      await wire.append(stream, 'no_stream', all);
      const read = async (...place: Parameters<Wire['readStream']> extends [string, ...infer Rest] ? Rest : never): Promise<string[]> =>
        idsOf((await readOut(wire.readStream(stream, ...place))).events);
      assert.deepEqual(await read(0), ids(all));
      assert.deepEqual(await read(3), ids(all.slice(3)));
      assert.deepEqual(await read(1, 2), ids(all.slice(1, 3)));
      assert.deepEqual(await read(5), []);
      assert.deepEqual(await read(50), []);
      assert.deepEqual(await read('end', 2, true), ids([...all].reverse().slice(0, 2)));
      assert.deepEqual(await read(2, 100, true), ids(all.slice(0, 3).reverse()));
      const missing = freshStream();
      const { messages, error } = await readOut(wire.readStream(missing, 0));
      assert.equal(error, null);
      assert.equal(Buffer.from(String(messages[0]?.streamNotFound?.streamIdentifier?.streamName), 'base64').toString(), missing);
      assert.equal(messages.length, 1);
    },
  },
  {
    name: 'all is read from a position inclusively forwards, exclusively backwards; amid a record that is an error, beyond the end forwards nothing',
    async run(wire) {
      const stream = freshStream();
      const all = events(3);
      const positions: number[] = [];
      for (const one of all) positions.push(positionOf(await wire.append(stream, 'any', [one])));
      const [first, second, third] = positions as [number, number, number];
      const read = async (from: number | 'end', count: number, backwards = false): Promise<string[]> => {
        const out = await readOut(wire.readAll(from, count, backwards));
        assert.equal(out.error, null);
        return idsOf(out.events.filter((record) => streamOfRecord(record) === stream));
      };
      assert.deepEqual((await read(second, 100)).slice(0, 2), ids(all.slice(1)));
      assert.deepEqual((await read(third, 100, true)).slice(0, 2), ids(all.slice(0, 2).reverse()));
      assert.equal((await readOut(wire.readAll(first, 1))).events.length, 1);
      for (const amid of [first + 1, second - 1]) {
        assert.deepEqual((await readOut(wire.readAll(amid, 1))).error, NO_RECORD);
        assert.deepEqual((await readOut(wire.readAll(amid, 1, true))).error, NO_RECORD);
      }
      assert.deepEqual(await readOut(wire.readAll(third + 1_000_000_000, 1)), { events: [], messages: [], error: null });
      assert.deepEqual(await readOut(wire.readAll('end', 1)), { events: [], messages: [], error: null });
    },
  },
  {
    name: 'the log holds records of the server itself, in streams whose names begin with $',
    async run(wire) {
      const { events: read } = await readOut(wire.readAll('start', 1));
      assert.match(streamOfRecord(read[0] as WireRecord), /^\$/);
    },
  },
  {
    name: 'a soft-deleted stream is not found, its numbering goes on, and what was in it stays in the log; a repeat of the append that revives it is a conflict',
    async run(wire) {
      const stream = freshStream();
      const [first, second] = [events(3), events(1)];
      const position = positionOf(await wire.append(stream, 'no_stream', first));
      const refused = errorOf(await wire.delete(stream, 0));
      assert.deepEqual([refused.code, refused.trailers.exception, refused.trailers['actual-version']], [9, 'wrong-expected-version', '2']);
      assert.ok('position' in (await wire.delete(stream, 2)));
      assert.ok((await readOut(wire.readStream(stream, 0))).messages[0]?.streamNotFound);
      wrong(await wire.append(stream, 0, events(1)));
      assert.equal(revisionOf(await wire.append(stream, 'no_stream', second)), 3);
      wrong(await wire.append(stream, 'no_stream', second));
      const { events: read } = await readOut(wire.readStream(stream, 0));
      assert.deepEqual([idsOf(read), read[0]?.streamRevision], [ids(second), '3']);
      assert.deepEqual(idsOf((await readOut(wire.readAll(position, 1))).events), ids(first.slice(-1)));
    },
  },
  {
    name: 'a stream that is deleted for good is an error in trailers, to readers and writers; its last record is the deletion',
    async run(wire) {
      const stream = freshStream();
      await wire.append(stream, 'no_stream', events(2));
      const deleted = await wire.tombstone(stream, 'any');
      const gone = {
        code: 9,
        details: `Event stream '${stream}' is deleted.`,
        trailers: { exception: 'stream-deleted', 'stream-name': stream },
      };
      assert.deepEqual((await readOut(wire.readStream(stream, 0))).error, gone);
      for (const revision of [1, 'any', 'no_stream'] as const)
        assert.deepEqual(errorOf(await wire.append(stream, revision, events(1))), gone);
      assert.deepEqual(errorOf(await wire.tombstone(stream, 'any')), gone);
      assert.ok('position' in deleted);
      const [record] = (await readOut(wire.readAll(Number(deleted.position?.commitPosition), 1))).events;
      assert.deepEqual([record?.streamRevision, new Map(record?.metadataMap).get('type')], ['9223372036854775807', '$streamDeleted']);
    },
  },
];

const SUBSCRIBING: readonly Behaviour[] = [
  {
    name: 'a subscription confirms, brings history after its position, says that it has caught up, and then what happens',
    async run(wire) {
      const stream = freshStream();
      const history = events(4);
      const after = positionOf(await wire.append(stream, 'no_stream', history.slice(0, 1)));
      await wire.append(stream, 0, history.slice(1));
      const subscription = wire.subscribe(after, OURS(stream));
      await subscription.until(caughtUp);
      const live = events(3);
      await wire.append(stream, 3, live);
      await subscription.until((messages) => recordsOf(messages).length >= 6);
      subscription.cancel();
      assert.deepEqual(
        subscription.messages
          .filter(({ checkpoint }) => !checkpoint)
          .map(({ confirmation, caughtUp, event }) => (confirmation ? 'confirmed' : caughtUp ? 'caught up' : event?.event?.id?.string)),
        ['confirmed', ...ids(history.slice(1)), 'caught up', ...ids(live)],
      );
    },
  },
  {
    name: 'a subscription from amid a record fails before it is confirmed; one from beyond the end is taken in silence and brings what comes',
    async run(wire) {
      const stream = freshStream();
      const position = await appendedTo(wire, stream, 2);
      await appendedTo(wire, stream, 1);
      for (const filter of [undefined, OURS(stream)]) {
        const amid = wire.subscribe(position - 1, filter);
        assert.deepEqual(await amid.ended, { code: 2, details: 'Exception was thrown by handler.', trailers: {} });
        assert.deepEqual(amid.messages, []);
      }
      const beyond = wire.subscribe(position + 1_000_000_000, OURS(stream));
      await beyond.until(caughtUp);
      await appendedTo(wire, stream, 1);
      await beyond.until((messages) => recordsOf(messages).length > 0);
      beyond.cancel();
    },
  },
  {
    name: 'a filter goes by the name of the stream or by type, by expression or prefix',
    async run(wire) {
      const stream = freshStream();
      const other = `other-${stream}`;
      const after = await appendedTo(wire, stream, 1);
      const [a, b, c] = [event({ type: 'Apple' }), event({ type: 'Pear' }), event({ type: 'Apple' })];
      await wire.append(stream, 0, [a, b]);
      const position = positionOf(await wire.append(other, 'no_stream', [c]));
      const seen = async (filter: Parameters<Wire['subscribe']>[1]): Promise<string[]> => {
        const subscription = wire.subscribe(after, filter);
        await subscription.until(caughtUp);
        subscription.cancel();
        return idsOf(
          recordsOf(subscription.messages).filter(
            (record) => Number(record.commitPosition) <= position && [stream, other].includes(streamOfRecord(record)),
          ),
        );
      };
      assert.deepEqual(await seen(undefined), ids([a, b, c]));
      assert.deepEqual(await seen({ on: 'stream', prefixes: [stream] }), ids([a, b]));
      assert.deepEqual(await seen({ on: 'stream', regex: `^(other-)?${stream}$` }), ids([a, b, c]));
      assert.deepEqual(await seen({ on: 'stream', regex: '^[^$]' }), ids([a, b, c]));
      assert.deepEqual(await seen({ on: 'type', prefixes: ['App'] }), ids([a, c]));
      assert.deepEqual(await seen({ on: 'type', regex: '^Pear$' }), ids([b]));
    },
  },
  {
    name: 'checkpoints come every so many events of the log, matching or not, and only with a filter',
    async run(wire) {
      const stream = freshStream();
      const after = await appendedTo(wire, stream, 1);
      const filtered = wire.subscribe(after, OURS(`none-${stream}`));
      const plain = wire.subscribe(after);
      await Promise.all([filtered.until(caughtUp), plain.until(caughtUp)]);
      for (let n = 0; n < 5; n += 1) await appendedTo(wire, stream, 32);
      await filtered.until((messages) => messages.filter(({ checkpoint }) => checkpoint).length >= 5);
      await plain.until((messages) => recordsOf(messages).length >= 160);
      filtered.cancel();
      plain.cancel();
      const positions = filtered.messages.flatMap(({ checkpoint }) => (checkpoint ? [Number(checkpoint.commitPosition)] : []));
      assert.deepEqual(
        positions,
        [...positions].sort((a, b) => a - b),
      );
      assert.ok(positions.every((position) => position > after));
      assert.deepEqual(
        plain.messages.filter(({ checkpoint }) => checkpoint),
        [],
      );
    },
  },
  {
    name: 'appends of 140 events never drop a live subscriber, one of 2,000 does; resumed after the last event it has the rest, once',
    async run(wire) {
      const stream = freshStream();
      await appendedTo(wire, stream, 1);
      const subscription = wire.subscribe('end', OURS(stream));
      await subscription.until(caughtUp);
      for (let n = 1; n <= 3; n += 1) {
        await appendedTo(wire, stream, 140);
        await subscription.until((messages) => recordsOf(messages).length >= n * 140);
      }
      await appendedTo(wire, stream, 2_000);
      assert.deepEqual(await subscription.ended, TOO_SLOW);
      const first = recordsOf(subscription.messages);
      assert.ok(first.length < 2_420);
      const resumed = wire.subscribe(Number(first.at(-1)?.commitPosition), OURS(stream));
      await resumed.until((messages) => recordsOf(messages).length + first.length >= 2_420);
      resumed.cancel();
      assert.deepEqual(
        [...first, ...recordsOf(resumed.messages)].map(({ streamRevision }) => Number(streamRevision)),
        Array.from({ length: 2_420 }, (_, n) => n + 1),
      );
    },
  },
  {
    name: 'a live subscriber that does not read is dropped',
    async run(wire) {
      const stream = freshStream();
      const data = JSON.stringify({ x: 'x'.repeat(500) });
      await appendedTo(wire, stream, 1);
      const subscription = wire.subscribe('end', OURS(stream));
      await subscription.until(caughtUp);
      subscription.pause();
      for (let n = 0; n < 40; n += 1) await appendedTo(wire, stream, 100, { data });
      subscription.resume();
      assert.deepEqual(await subscription.ended, TOO_SLOW);
    },
  },
  {
    name: 'one that reads history slowly is waited for',
    async run(wire) {
      const stream = freshStream();
      const data = JSON.stringify({ x: 'x'.repeat(500) });
      const after = await appendedTo(wire, stream, 1);
      for (let n = 0; n < 30; n += 1) await appendedTo(wire, stream, 100, { data });
      const subscription = wire.subscribe(after, OURS(stream));
      await subscription.until((messages) => recordsOf(messages).length > 0);
      subscription.pause();
      await sleep(300);
      subscription.resume();
      await subscription.until((messages) => recordsOf(messages).length >= 3_000);
      subscription.cancel();
      assert.equal(await subscription.ended, null);
    },
  },
  {
    name: 'a connection carries a hundred calls; the next waits until one is over',
    async run(wire) {
      const stream = freshStream();
      await appendedTo(wire, stream, 1);
      const held = Array.from({ length: 100 }, () => wire.subscribe('end', OURS(stream)));
      await Promise.all(held.map((one) => one.until(caughtUp)));
      const next = readOut(wire.readStream(stream, 0));
      assert.equal(await Promise.race([next, sleep(300, 'waits')]), 'waits');
      held[50]?.cancel();
      assert.equal((await next).events.length, 1);
      for (const one of held) one.cancel();
    },
  },
];

export const EVENTSTOREDB_BEHAVIOUR: readonly Behaviour[] = [...APPENDING, ...READING, ...SUBSCRIBING];
