import assert from 'node:assert/strict';
import {
  type Behaviour,
  errorOf,
  event,
  events,
  freshStream,
  ids,
  idsOf,
  NO_RECORD,
  positionOf,
  revisionOf,
  wrong,
} from './eventstoredb-behaviour-ground.ts';
import { readOut, streamOfRecord, type Wire, type WireRecord } from './eventstoredb-wire.ts';

export const READING: readonly Behaviour[] = [
  {
    name: 'an event is read with id, stream, revision, positions, texts, and a map of content-type, created, type',
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
    name: 'so many events of a stream are read from a revision, either way; a missing stream is a message',
    async run(wire) {
      const stream = freshStream();
      const all = events(5);
      await wire.append(stream, 'no_stream', all);
      const read = async (
        ...place: Parameters<Wire['readStream']> extends [string, ...infer Rest] ? Rest : never
      ): Promise<string[]> => idsOf((await readOut(wire.readStream(stream, ...place))).events);
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
      assert.equal(
        Buffer.from(String(messages[0]?.streamNotFound?.streamIdentifier?.streamName), 'base64').toString(),
        missing,
      );
      assert.equal(messages.length, 1);
    },
  },
  {
    name: 'all is read from a position, inclusively forwards, exclusively backwards; amid a record is an error',
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
      assert.deepEqual(await readOut(wire.readAll(third + 1_000_000_000, 1)), {
        events: [],
        messages: [],
        error: null,
      });
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
    name: 'a soft-deleted stream is not found, stays in the log and counts on; repeating its revival conflicts',
    async run(wire) {
      const stream = freshStream();
      const [first, second] = [events(3), events(1)];
      const position = positionOf(await wire.append(stream, 'no_stream', first));
      const refused = errorOf(await wire.delete(stream, 0));
      assert.deepEqual(
        [refused.code, refused.trailers.exception, refused.trailers['actual-version']],
        [9, 'wrong-expected-version', '2'],
      );
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
    name: 'a stream deleted for good is an error in trailers, to readers and writers; its last record is the deletion',
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
      assert.deepEqual(
        [record?.streamRevision, new Map(record?.metadataMap).get('type')],
        ['9223372036854775807', '$streamDeleted'],
      );
    },
  },
];
