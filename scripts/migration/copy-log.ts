import { createHash } from 'node:crypto';
import { type EventStore, type NewEvent, type StoredEvent, UNREADABLE } from '../../src/store/event-store.ts';

/** Two logs that cannot be one another's copy; the message says where they part. */
export class LogsDiffer extends Error {}

/** What a log holds, in its order. */
export interface LogDigest {
  readonly events: number;
  /** SHA-256 over ids, streams, versions, types, data, metadata, times and where appends end. */
  readonly sha256: string;
}

/**
 * Appends to `to` what `from` holds beyond it, append by append, in the order of the log, with ids, metadata and times. What `to` holds already must be how `from`
 * begins; so a copy that was cut off is gone on with. Throws `LogsDiffer`, and what the stores throw.
 */
export const copyLog = async (from: EventStore, to: EventStore, progress: (events: number) => void): Promise<void> => {
  const there = eventsIn(to)[Symbol.asyncIterator]();
  let known = await there.next();
  let n = 0;
  let append: StoredEvent[] = [];
  for await (const event of eventsIn(from)) {
    n += 1;
    if (event.type === UNREADABLE)
      throw new LogsDiffer(`event ${n} of the source, at position ${event.position}, cannot be read, and so not copied`);
    if (!known.done) {
      if (contentOf(known.value) !== contentOf(event))
        throw new LogsDiffer(`event ${n} is another in the target, at position ${known.value.position}`);
      known = await there.next();
    } else {
      append.push(event);
      if (event.endsAppend) {
        await write(to, append, n);
        append = [];
      }
    }
    progress(n);
  }
  if (!known.done) throw new LogsDiffer(`the target has events after the ${n} of the source`);
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

const write = async (to: EventStore, events: readonly StoredEvent[], n: number): Promise<void> => {
  const [first] = events;
  if (!first) return;
  const result = await to.append(first.stream, first.version - 1, events.map(copyOf));
  if (result.outcome === 'conflict')
    throw new LogsDiffer(`event ${n} does not follow in its stream in the target: somebody else writes there`);
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
async function* eventsIn(store: EventStore): AsyncGenerator<StoredEvent> {
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
