import assert from 'node:assert/strict';
import {
  type Behaviour,
  errorOf,
  event,
  events,
  freshStream,
  ids,
  idsOf,
  positionOf,
  revisionOf,
  wrong,
} from './eventstoredb-behaviour-ground.ts';
import { readOut, streamOfRecord } from './eventstoredb-wire.ts';

export const APPENDING: readonly Behaviour[] = [
  {
    name: 'an append answers its last event’s revision and position; positions rise with gaps, commit as prepare',
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
      assert.deepEqual(wrong(await wire.append(stream, 0, events(1))), {
        ...stands,
        expectedRevision: '0',
        expectedRevision2060: 0,
      });
      assert.deepEqual(wrong(await wire.append(stream, 7, events(1))), {
        ...stands,
        expectedRevision: '7',
        expectedRevision2060: 7,
      });
      assert.deepEqual(wrong(await wire.append(missing, 7, events(1))), {
        ...none,
        expectedRevision: '7',
        expectedRevision2060: 7,
      });
      const { expectedRevision2060, ...noStream } = wrong(await wire.append(stream, 'no_stream', events(1))) as {
        expectedRevision2060: number;
      };
      assert.ok(expectedRevision2060 > 2 ** 63);
      assert.deepEqual(noStream, { ...stands, expectedRevision: '0', expectedNoStream: {} });
      const exists = wrong(await wire.append(missing, 'stream_exists', events(1)));
      assert.deepEqual(exists, {
        ...none,
        expectedRevision: '0',
        expectedRevision2060: 0,
        expectedStreamExists: {},
        streamExists2060: {},
      });
    },
  },
  {
    name: 'the same ids at the same revision are answered as before, even after other appends; data is not looked at',
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
      for (const revision of ['any', 'no_stream'] as const)
        assert.deepEqual(await wire.append(stream, revision, same), first);
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
    name: 'the data of an append may have 1 MiB; one byte more is an error in trailers; the connection stays usable',
    async run(wire) {
      const stream = freshStream();
      const data = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));
      const metadata = data(500_000);
      const full = [event({ data: data(1_000_000), metadata }), event({ data: data(48_576), metadata })];
      assert.equal(revisionOf(await wire.append(stream, 'no_stream', full)), 1);
      assert.deepEqual(
        errorOf(await wire.append(stream, 1, [event({ data: data(1_000_000) }), event({ data: data(48_577) })])),
        {
          code: 3,
          details: 'Maximum Append Size of 1048576 Exceeded.',
          trailers: { exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1048576' },
        },
      );
      assert.equal(revisionOf(await wire.append(stream, 1, events(1))), 2);
    },
  },
  {
    name: 'an append whose connection breaks amid the request leaves nothing; one that ends early keeps what was sent',
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
