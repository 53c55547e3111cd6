import { createHash } from 'node:crypto';
import { type EventStore, type NewEvent, type StoredEvent, UNREADABLE } from '../../src/store/event-store.ts';

/** Neither log can be a copy of the other; the message says where they part. */
export class LogsDiffer extends Error {}

/** What a log holds, in its order. */
export interface LogDigest {
  readonly events: number;
  /** SHA-256 over ids, streams, versions, types, data, metadata, times and where appends end. */
  readonly sha256: string;
}

/**
 * What `from` holds beyond `to`, which must hold the beginning of `from` and nothing else, so that
 * an interrupted copy can go on. `progress`: how many events of `from` have been looked at. Throws
 * `LogsDiffer`, and what the stores throw.
 */
export async function* missingIn(
  to: EventStore,
  from: EventStore,
  progress: (events: number) => void,
): AsyncGenerator<StoredEvent> {
  const there = eventsIn(to);
  let known = await there.next();
  let n = 0;
  try {
    for await (const event of eventsIn(from)) {
      n += 1;
      if (event.type === UNREADABLE)
        throw new LogsDiffer(
          `event ${n} of the source, at position ${event.position}, cannot be read and so is not copied`,
        );
      if (known.done) yield event;
      else if (contentOf(known.value) !== contentOf(event))
        throw new LogsDiffer(`event ${n} differs in the target, at position ${known.value.position}`);
      else known = await there.next();
      progress(n);
    }
    if (!known.done) throw new LogsDiffer(`the target has events after the ${n} of the source`);
  } finally {
    await there.return(undefined);
  }
}

/**
 * Appends to `to` what it lacks, append by append, in the order of the log, with ids, metadata and
 * times. Throws what `missingIn` throws.
 */
export const copyLog = (from: EventStore, to: EventStore, progress: (events: number) => void): Promise<void> =>
  appendCopies(to, missingIn(to, from, progress));

/**
 * Appends events of another log as they stand there, append by append. Throws `LogsDiffer` where
 * one does not follow.
 */
export const appendCopies = async (to: EventStore, events: AsyncIterable<StoredEvent>): Promise<void> => {
  let append: StoredEvent[] = [];
  for await (const event of events) {
    append.push(event);
    if (event.endsAppend) {
      await write(to, append);
      append = [];
    }
  }
};

/** The whole log, read anew. */
export const digestOfLog = async (store: EventStore): Promise<LogDigest> => {
  const hash = createHash('sha256');
  let events = 0;
  for await (const event of eventsIn(store)) {
    hash.update(`${contentOf(event)}\n`);
    events += 1;
  }
  return { events, sha256: hash.digest('hex') };
};

const write = async (to: EventStore, events: readonly StoredEvent[]): Promise<void> => {
  const [first] = events;
  if (!first) return;
  const result = await to.append(first.stream, first.version - 1, events.map(copyOf));
  if (result.outcome === 'conflict')
    throw new LogsDiffer(
      `event ${first.id} does not follow in its stream in the target: somebody else is writing there`,
    );
};

const copyOf = ({ id, type, data, metadata, recordedAt }: StoredEvent): NewEvent => ({
  id,
  type,
  data,
  metadata,
  recordedAt,
  ...(type === 'SurveyAnswered' ? { stampDayOnly: true } : {}),
});

const contentOf = ({ id, stream, version, type, data, metadata, recordedAt, endsAppend }: StoredEvent): string =>
  JSON.stringify([id, stream, version, type, data, metadata, recordedAt, endsAppend]);

/** Every event up to the head that stands now. */
export async function* eventsIn(store: EventStore): AsyncGenerator<StoredEvent> {
  const head = await store.head();
  if (head === 0) return;
  const end = new AbortController();
  try {
    for await (const batch of store.subscribe(0, end.signal)) {
      for (const event of batch) {
        yield event;
        if (event.position === head) return;
      }
    }
  } finally {
    end.abort();
  }
}
