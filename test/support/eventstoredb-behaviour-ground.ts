import assert from 'node:assert/strict';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Wire, WireError, WireEvent, WireRecord } from './eventstoredb-wire.ts';

/**
 * What EventStoreDB 23.10 does by the wire: each case holds on the stand-in and on a real server,
 * so that what the stand-in lets the adapter meet is real.
 */
export interface Behaviour {
  readonly name: string;
  run(wire: Wire): Promise<void>;
}

export const freshStream = (): string => `behaviour-${crypto.randomUUID()}`;
export const event = (change: WireEvent = {}): WireEvent & { readonly id: string } => ({
  id: crypto.randomUUID(),
  type: 'T',
  ...change,
});
export const events = (count: number, change: WireEvent = {}) => Array.from({ length: count }, () => event(change));

export type Appended = streams.AppendResp.AsObject | WireError;

export const positionOf = (answer: Appended): number => {
  assert.ok('success' in answer && answer.success, `not appended: ${JSON.stringify(answer)}`);
  return Number(answer.success.position?.commitPosition);
};
export const revisionOf = (answer: Appended): number => {
  assert.ok('success' in answer && answer.success, `not appended: ${JSON.stringify(answer)}`);
  return Number(answer.success.currentRevision);
};
export const appendedTo = async (wire: Wire, stream: string, count: number, change: WireEvent = {}): Promise<number> =>
  positionOf(await wire.append(stream, 'any', events(count, change)));
export const errorOf = (answer: unknown): WireError => {
  const { code, details, trailers } = answer as WireError;
  return { code, details, trailers };
};
export const idsOf = (records: readonly WireRecord[]): string[] => records.map(({ id }) => id?.string ?? '');
export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
export const wrong = (answer: Appended): unknown => {
  assert.ok('wrongExpectedVersion' in answer && answer.wrongExpectedVersion, `no conflict: ${JSON.stringify(answer)}`);
  return Object.fromEntries(Object.entries(answer.wrongExpectedVersion).filter(([, value]) => value !== undefined));
};
export const NO_RECORD = { code: 2, details: 'Unexpected ReadAllResult: Error', trailers: {} };
export const TOO_SLOW = {
  code: 10,
  details: 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  trailers: {},
};
export const OURS = (stream: string) => ({ on: 'stream', prefixes: [stream] }) as const;
export const caughtUp = (messages: readonly streams.ReadResp.AsObject[]): boolean =>
  messages.some((message) => message.caughtUp);
