import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { LogRecord, StandInLog } from './eventstoredb-stand-in-log.ts';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  failures,
  filterOf,
  type StandInFailure,
  streamNameOf,
  streamNotFoundMessage,
} from './eventstoredb-stand-in-messages.ts';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

/** Records a page of history considers. */
const PAGE = 32;
/** Messages that wait for a consumer that does not read. */
const SLOW_BUFFER = 500;
/**
 * A flood: events that a live subscription takes at once, and events a millisecond that it passes
 * on; so a real server behaved (140 at once never, 400 always).
 */
const LIVE_BUFFER = 250;
const LIVE_EVENTS_A_MILLISECOND = 4.6;

/** Sends one message and waits while the other side takes no more. */
const send = async (call: ReadCall, message: streams.ReadResp): Promise<void> => {
  if (call.cancelled || call.write(message)) return;
  await new Promise<void>((resolve) => {
    const over = (): void => {
      call.off('drain', over).off('cancelled', over);
      resolve();
    };
    call.on('drain', over).on('cancelled', over);
  });
};

/** Answers a read that ends. `stallAfter`: sends nothing more after so many events, and no end. */
export const answerRead = async (
  call: ReadCall,
  log: StandInLog,
  options: streams.ReadReq.Options,
  stallAfter: number,
): Promise<void> => {
  const name = streamNameOf(options.getStream()?.getStreamIdentifier());
  const records = options.hasAll() ? recordsOfAll(log, options) : recordsOfStream(log, options, name);
  if (records === null) call.write(streamNotFoundMessage(name));
  let sent = 0;
  for (const record of records ?? []) {
    if (call.cancelled || sent >= stallAfter) return;
    await send(call, eventMessage(record));
    sent += 1;
  }
  if (sent < stallAfter) call.end();
};

const BACKWARDS = 1;

const recordsOfStream = (
  log: StandInLog,
  options: streams.ReadReq.Options,
  name: string,
): readonly LogRecord[] | null => {
  const from = options.getStream();
  const there = log.streamOf(name);
  if (there === null || !from) return null;
  const count = Number(options.getCount());
  const revision = BigInt(from.getRevision());
  if (Number(options.getReadDirection()) !== BACKWARDS) {
    return from.hasEnd() ? [] : there.filter((record) => record.revision >= revision).slice(0, count);
  }
  if (from.hasStart()) return there.slice(0, 1);
  return there
    .filter((record) => from.hasEnd() || record.revision <= revision)
    .reverse()
    .slice(0, count);
};

const recordsOfAll = (log: StandInLog, options: streams.ReadReq.Options): readonly LogRecord[] => {
  const all = options.getAll();
  const count = Number(options.getCount());
  const backwards = Number(options.getReadDirection()) === BACKWARDS;
  const position = Number(all?.getPosition()?.getCommitPosition());
  const index = all?.hasStart() ? 0 : all?.hasEnd() ? log.records.length : startOf(log, position, backwards);
  const passes = filterOf(options);
  const found: LogRecord[] = [];
  if (backwards) {
    for (let n = index - 1; n >= 0 && found.length < count; n -= 1) take(found, log.records[n], passes);
  } else {
    for (let n = index; n < log.records.length && found.length < count; n += 1) take(found, log.records[n], passes);
  }
  return found;
};

const take = (found: LogRecord[], record: LogRecord | undefined, passes: (record: LogRecord) => boolean): void => {
  if (record && passes(record)) found.push(record);
};

const startOf = (log: StandInLog, position: number, backwards: boolean): number => {
  const found = log.indexFrom(position, backwards ? 'backwards' : 'forwards');
  if (found === 'no-record') throw failures.noRecord();
  return found.index;
};

/**
 * One subscription to all: confirmation, history with back-pressure, caughtUp, then live, where one
 * that is slow or flooded is dropped. Tests may let it misbehave.
 */
export class StandInSubscription {
  readonly #call: ReadCall;
  readonly #log: StandInLog;
  readonly #passes: (record: LogRecord) => boolean;
  /** Records between two checkpoints; infinite without a filter. */
  readonly #checkpointInterval: number;
  #considered = 0;
  /** Next record of the log to look at. */
  #index: number;
  readonly #queue: streams.ReadResp[] = [];
  #pumping = false;
  #live = false;
  #silent = false;
  #failure: StandInFailure | null = null;
  #filled = 0;
  #filledAt = 0;
  readonly #sent: LogRecord[] = [];
  #stopListening = (): void => {};

  /** Throws before anything is confirmed where no record begins at the position. */
  constructor(call: ReadCall, log: StandInLog, options: streams.ReadReq.Options) {
    this.#call = call;
    this.#log = log;
    this.#passes = filterOf(options);
    const filter = options.getFilter();
    this.#checkpointInterval = filter
      ? (filter.getMax() || PAGE) * filter.getCheckpointintervalmultiplier()
      : Number.POSITIVE_INFINITY;
    const all = options.getAll();
    if (all?.hasStart()) this.#index = 0;
    else if (all?.hasEnd()) this.#index = log.records.length;
    else this.#index = firstAfter(log, Number(all?.getPosition()?.getCommitPosition()));
    call.on('cancelled', () => this.#stopListening());
  }

  /** Events sent so far, those sent again counted once. */
  get sent(): number {
    return this.#sent.length;
  }

  get isLive(): boolean {
    return this.#live;
  }

  async run(): Promise<void> {
    await send(this.#call, confirmationMessage());
    while (this.#index < this.#log.records.length && !this.#call.cancelled && !this.#silent) await this.#sendPage();
    if (this.#call.cancelled || this.#silent) return;
    this.#live = true;
    this.#stopListening = this.#log.onAppend((records) => {
      for (const record of records) this.#appeared(record);
    });
    this.#enqueue(caughtUpMessage());
  }

  async #sendPage(): Promise<void> {
    const page = this.#log.records.slice(this.#index, this.#index + PAGE);
    this.#index += page.length;
    let last = 0;
    for (const record of page) {
      if (this.#silent || !this.#passes(record)) continue;
      last = record.position;
      this.#sent.push(record);
      await send(this.#call, eventMessage(record));
    }
    this.#considered += page.length;
    if (this.#considered >= this.#checkpointInterval) {
      this.#considered %= this.#checkpointInterval;
      if (this.#index < this.#log.records.length)
        await send(this.#call, checkpointMessage(last || (page[0]?.position ?? 0)));
    }
  }

  #appeared(record: LogRecord): void {
    this.#index += 1;
    if (this.#failure || this.#silent) return;
    if (this.#passes(record)) {
      if (!this.#hasRoom()) {
        this.drop();
        return;
      }
      this.#sent.push(record);
      this.#enqueue(eventMessage(record));
    }
    this.#considered += 1;
    if (this.#considered >= this.#checkpointInterval) {
      this.#considered = 0;
      this.#enqueue(checkpointMessage(record.position));
    }
  }

  #hasRoom(): boolean {
    const now = performance.now();
    this.#filled = Math.max(0, this.#filled - (now - this.#filledAt) * LIVE_EVENTS_A_MILLISECOND) + 1;
    this.#filledAt = now;
    return this.#filled <= LIVE_BUFFER && this.#queue.length < SLOW_BUFFER;
  }

  #enqueue(message: streams.ReadResp): void {
    this.#queue.push(message);
    if (!this.#pumping) void this.#pump();
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    for (let next = this.#queue.shift(); next && !this.#call.cancelled && !this.#silent; next = this.#queue.shift()) {
      await send(this.#call, next);
    }
    this.#pumping = false;
    if (this.#failure && !this.#call.cancelled) this.#call.emit('error', this.#failure);
  }

  /** As the server does to a consumer that is too slow; what waits is still sent. */
  drop(): void {
    this.fail(failures.tooSlow());
  }

  /** Ends with an error after what waits to be sent. */
  fail(failure: StandInFailure): void {
    this.#stopListening();
    this.#failure = failure;
    if (!this.#pumping) void this.#pump();
  }

  /** Ends without an error, which a server should not. */
  end(): void {
    this.#stopListening();
    this.#call.end();
  }

  /** Stays open and sends nothing more, whatever is appended. */
  silence(): void {
    this.#silent = true;
  }

  /** Sends the last events once more: one is a repeat, many are a jump back. */
  sendAgain(count: number): void {
    for (const record of this.#sent.slice(-count)) this.#enqueue(eventMessage(record));
  }
}

/**
 * The server skips one record from the position on; where none is an event at that very place, an
 * event of ours is skipped.
 */
const firstAfter = (log: StandInLog, position: number): number => {
  const found = log.indexFrom(position, 'forwards');
  if (found === 'no-record') throw failures.thrown();
  return Math.min(found.index + 1, log.records.length);
};
