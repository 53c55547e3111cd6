import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  appendedTo,
  type Behaviour,
  caughtUp,
  event,
  events,
  freshStream,
  ids,
  idsOf,
  OURS,
  positionOf,
  TOO_SLOW,
} from './eventstoredb-behaviour-ground.ts';
import { readOut, recordsOf, streamOfRecord, type Wire } from './eventstoredb-wire.ts';

export const SUBSCRIBING: readonly Behaviour[] = [
  {
    name: 'a subscription confirms, brings history after its position, says that it has caught up, then what happens',
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
          .map(({ confirmation, caughtUp, event }) =>
            confirmation ? 'confirmed' : caughtUp ? 'caught up' : event?.event?.id?.string,
          ),
        ['confirmed', ...ids(history.slice(1)), 'caught up', ...ids(live)],
      );
    },
  },
  {
    name: 'a subscription from amid a record fails before it is confirmed; from beyond the end it brings what comes',
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
      const positions = filtered.messages.flatMap(({ checkpoint }) =>
        checkpoint ? [Number(checkpoint.commitPosition)] : [],
      );
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
    name: 'appends of 140 events never drop a live subscriber, one of 2,000 does; resumed, it has the rest, once',
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
