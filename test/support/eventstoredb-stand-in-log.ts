/** A record of the stand-in's log, as an EventStoreDB 23.10 keeps an event. */
export interface LogRecord {
  readonly position: number;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** 100 ns since 1970. */
  readonly created: bigint;
}

export type ProposedRecord = Pick<LogRecord, 'id' | 'type' | 'isJson' | 'data' | 'metadata'>;
export type ExpectedRevision = bigint | 'no_stream' | 'any' | 'stream_exists';
/** Of a stream without events. */
export const NO_EVENTS = -1n;

export type LogAppend =
  | { readonly outcome: 'written'; readonly revision: bigint; readonly position: number }
  | { readonly outcome: 'wrong-expected-version'; readonly current: bigint };

/** What a read from a position finds. */
export type Found = { readonly index: number } | 'no-record';

export class StreamDeleted extends Error {}

const TOMBSTONE = 2n ** 63n - 1n;
const EMPTY = new Uint8Array();
/** Bytes of a record beside its texts. */
const RECORD_OVERHEAD = 90;

/**
 * The log of the stand-in: positions rise strictly and sparsely over all streams, with records of
 * the server's own in `$` streams among ours. Outlives a stop of its nodes; several nodes may share
 * one. Idempotency is EventStoreDB 23.10's (IndexWriter.CheckCommit), measured on a real server.
 */
export class StandInLog {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #truncatedBefore = new Map<string, bigint>();
  readonly #tombstones = new Set<string>();
  /** Places at which a record begins that holds no event: an empty append leaves one. */
  readonly #emptyRecords = new Set<number>();
  /** What `any` is answered from; the server forgets it when it restarts. */
  #recentIds = new Map<string, { stream: string; revision: bigint }>();
  #end = 548;
  #appends = 0;
  readonly #systemEventEvery: number;
  readonly #listeners = new Set<(records: readonly LogRecord[]) => void>();

  /** A record of the server's own follows every so many appends. */
  constructor({ systemEventEvery = 25 } = {}) {
    this.#systemEventEvery = systemEventEvery;
    this.#put('$$$scavenges', [system('$metadata', '{"$maxAge":2592000}')]);
  }

  append(stream: string, expected: ExpectedRevision, events: readonly ProposedRecord[]): LogAppend {
    const checked = this.#check(stream, expected, events);
    if (checked !== 'ok') return checked;
    const deleted = this.#isSoftDeleted(stream);
    if (events.length === 0) {
      const position = this.#end;
      this.#emptyRecords.add(position);
      this.#end += RECORD_OVERHEAD + Buffer.byteLength(stream);
      return { outcome: 'written', revision: this.revisionOf(stream), position };
    }
    const written = this.#put(stream, events);
    if (deleted) {
      const first = written[0]?.revision ?? 0n;
      this.#truncatedBefore.set(stream, first);
      written.push(...this.#put(`$$${stream}`, [system('$metadata', `{"$tb":${first}}`)]));
    }
    this.#appends += 1;
    if (this.#appends % this.#systemEventEvery === 0)
      written.push(...this.#put('$stats-stand-in', [system('$statsCollected', '{}')]));
    for (const listener of this.#listeners) listener(written);
    return {
      outcome: 'written',
      revision: written[events.length - 1]?.revision ?? 0n,
      position: written[events.length - 1]?.position ?? 0,
    };
  }

  #check(stream: string, expected: ExpectedRevision, events: readonly ProposedRecord[]): LogAppend | 'ok' {
    if (this.#tombstones.has(stream)) throw new StreamDeleted(stream);
    const current = this.revisionOf(stream);
    const wrong: LogAppend = { outcome: 'wrong-expected-version', current };
    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && this.#isSoftDeleted(stream)) throw new StreamDeleted(stream);
      if (expected === 'stream_exists' && current === NO_EVENTS) return wrong;
      const known = events.map(({ id }) => this.#recentIds.get(id));
      if (known[0]?.stream !== stream) return 'ok';
      return known.every((one) => one?.stream === stream)
        ? this.#writtenBefore(stream, known.at(-1)?.revision ?? 0n)
        : wrong;
    }
    const revision = revisionOf(expected);
    if (revision > current) return wrong;
    if (revision === current) return 'ok';
    const there = this.#streams.get(stream) ?? [];
    const differs = events.findIndex(({ id }, n) => there[Number(revision) + 1 + n]?.id !== id);
    if (differs === 0 && expected === 'no_stream' && this.#isSoftDeleted(stream)) return 'ok';
    return differs >= 0 || events.length === 0 ? wrong : this.#writtenBefore(stream, revision + BigInt(events.length));
  }

  #writtenBefore(stream: string, revision: bigint): LogAppend {
    return { outcome: 'written', revision, position: this.#streams.get(stream)?.[Number(revision)]?.position ?? 0 };
  }

  #put(stream: string, events: readonly ProposedRecord[]): LogRecord[] {
    const there = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, there);
    return events.map((event, n) => {
      const record = {
        ...event,
        stream,
        position: this.#end,
        revision: event.type === '$streamDeleted' ? TOMBSTONE : BigInt(there.length),
        created: BigInt(Date.now()) * 10_000n + BigInt(n % 10_000),
      };
      this.#end +=
        RECORD_OVERHEAD +
        Buffer.byteLength(stream) +
        Buffer.byteLength(event.type) +
        event.data.length +
        event.metadata.length;
      if (record.revision !== TOMBSTONE) there.push(record);
      // Of a stream's metadata the last alone is seen.
      if (stream.startsWith('$$')) this.#truncatedBefore.set(stream, record.revision);
      this.records.push(record);
      // The first place of an id is the one that is remembered.
      if (!this.#recentIds.has(event.id)) this.#recentIds.set(event.id, { stream, revision: record.revision });
      return record;
    });
  }

  /** Revision of the last event of a stream, soft-deleted ones counted. */
  revisionOf(stream: string): bigint {
    return BigInt((this.#streams.get(stream)?.length ?? 0) - 1);
  }

  /**
   * Soft: numbering goes on when the stream is written to again. For good: it is never written to
   * again.
   */
  delete(stream: string, expected: ExpectedRevision, forGood: boolean): LogAppend {
    if (this.#tombstones.has(stream)) throw new StreamDeleted(stream);
    const current = this.revisionOf(stream);
    const fits =
      expected === 'any' || expected === 'stream_exists'
        ? forGood || current !== NO_EVENTS
        : current === revisionOf(expected);
    if (!fits) return { outcome: 'wrong-expected-version', current };
    const written = forGood
      ? this.#put(stream, [{ ...system('$streamDeleted', ''), isJson: false }])
      : this.#put(`$$${stream}`, [system('$metadata', `{"$tb":${TOMBSTONE}}`)]);
    if (forGood) this.#tombstones.add(stream);
    else this.#truncatedBefore.set(stream, TOMBSTONE);
    for (const listener of this.#listeners) listener(written);
    return { outcome: 'written', revision: current, position: written[0]?.position ?? 0 };
  }

  #isSoftDeleted(stream: string): boolean {
    return this.#truncatedBefore.get(stream) === TOMBSTONE;
  }

  /** What a read of a stream sees, in order; null where it is missing or soft-deleted. */
  streamOf(stream: string): readonly LogRecord[] | null {
    if (this.#tombstones.has(stream)) throw new StreamDeleted(stream);
    const there = this.#streams.get(stream);
    if (!there || this.#isSoftDeleted(stream)) return null;
    return there.slice(Number(this.#truncatedBefore.get(stream) ?? 0n));
  }

  /**
   * Index of the first record at a position or after it. Forwards any position beyond the last
   * event will do; before it a record has to begin there.
   */
  indexFrom(position: number, direction: 'forwards' | 'backwards'): Found {
    if (direction === 'forwards' && position > (this.records.at(-1)?.position ?? 0))
      return { index: this.records.length };
    if (position === this.#end) return { index: this.records.length };
    const index = this.indexAfter(position - 1);
    return this.records[index]?.position === position || this.#emptyRecords.has(position) ? { index } : 'no-record';
  }

  indexAfter(position: number): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.records[middle]?.position ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * Puts an operator's redaction in place of an event's data: id, type, revision and position stay.
   */
  redact(position: number, data: string): void {
    const index = this.indexAfter(position - 1);
    const record = this.records[index];
    if (record?.position !== position) throw new Error(`no record at ${position}`);
    const redacted = { ...record, data: Buffer.from(data) };
    this.records[index] = redacted;
    const stream = this.#streams.get(record.stream);
    if (stream) stream[Number(record.revision)] = redacted;
  }

  /** Records of the server's own at the end of the log. */
  appendSystemEvents(count: number): void {
    const written = this.#put(
      '$stats-stand-in',
      Array.from({ length: count }, () => system('$statsCollected', '{}')),
    );
    for (const listener of this.#listeners) listener(written);
  }

  /** As a server does that starts anew. */
  forgetRecentIds(): void {
    this.#recentIds = new Map();
  }

  /** Called with the records of each append, once it is written. Answers how to stop that. */
  onAppend(listener: (records: readonly LogRecord[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const revisionOf = (expected: bigint | 'no_stream'): bigint => (expected === 'no_stream' ? NO_EVENTS : expected);

const system = (type: string, data: string): ProposedRecord => ({
  id: crypto.randomUUID(),
  type,
  isJson: true,
  data: Buffer.from(data),
  metadata: EMPTY,
});
