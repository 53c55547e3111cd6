import { once } from 'node:events';
import { connect } from 'node:http2';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ClientReadableStream, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';

/** An event as it goes over the wire. */
export interface WireEvent {
  readonly id?: string;
  readonly type?: string;
  readonly contentType?: string;
  readonly data?: string;
  readonly metadata?: string;
}

export type WireRevision = number | 'no_stream' | 'any' | 'stream_exists';

/** How a call ended that did not end well: what of it the client looks at. */
export interface WireError {
  readonly code: number;
  readonly details: string;
  readonly trailers: Readonly<Record<string, string>>;
}

export interface WireOpened {
  /** What has come so far. */
  readonly messages: streams.ReadResp.AsObject[];
  /** Resolves when the condition holds of what has come. */
  until(condition: (messages: readonly streams.ReadResp.AsObject[]) => boolean): Promise<void>;
  /** The error with which it ended, null where it ended well or was cancelled. */
  readonly ended: Promise<WireError | null>;
  /** Reads no more until `resume`. */
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** Talks to an EventStoreDB by the wire, message by message: what the client hides is seen here. */
export class Wire {
  readonly #address: string;
  readonly #client: StreamsClient;
  readonly #metadata = new Metadata();

  constructor(address: string, { requiresLeader = false } = {}) {
    this.#address = address;
    this.#client = new StreamsClient(address, credentials.createInsecure());
    if (requiresLeader) this.#metadata.set('requires-leader', 'true');
  }

  close(): void {
    this.#client.close();
  }

  append(
    stream: string,
    revision: WireRevision,
    events: readonly WireEvent[],
  ): Promise<streams.AppendResp.AsObject | WireError> {
    return new Promise((resolve) => {
      const call = this.#client.append(this.#metadata, (error, response) =>
        resolve(error ? wireError(error) : response.toObject()),
      );
      call.on('error', () => {});
      const options = withRevision(new streams.AppendReq.Options().setStreamIdentifier(identifierOf(stream)), revision);
      call.write(new streams.AppendReq().setOptions(options));
      for (const event of events) call.write(new streams.AppendReq().setProposedMessage(proposed(event)));
      call.end();
    });
  }

  /**
   * Sends the first events of an append on a connection of its own; then the connection breaks, or
   * the request ends there.
   */
  async appendInPart(stream: string, events: readonly WireEvent[], then: 'breaks' | 'ends'): Promise<void> {
    const session = connect(`http://${this.#address}`);
    const request = session.request({
      ':method': 'POST',
      ':path': StreamsService.append.path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    request.on('error', () => {});
    request.resume();
    const closed = once(request, 'close');
    const options = withRevision(
      new streams.AppendReq.Options().setStreamIdentifier(identifierOf(stream)),
      'no_stream',
    );
    const requests = [
      new streams.AppendReq().setOptions(options),
      ...events.map((event) => new streams.AppendReq().setProposedMessage(proposed(event))),
    ];
    await new Promise((resolve) => request.write(Buffer.concat(requests.map(framed)), resolve));
    if (then === 'breaks') session.destroy();
    else request.end();
    await closed;
    session.destroy();
  }

  delete(stream: string, revision: WireRevision): Promise<streams.DeleteResp.AsObject | WireError> {
    const options = withRevision(new streams.DeleteReq.Options().setStreamIdentifier(identifierOf(stream)), revision);
    return new Promise((resolve) => {
      this.#client.delete(new streams.DeleteReq().setOptions(options), this.#metadata, (error, response) =>
        resolve(error ? wireError(error) : response.toObject()),
      );
    });
  }

  tombstone(stream: string, revision: WireRevision): Promise<streams.TombstoneResp.AsObject | WireError> {
    const options = withRevision(
      new streams.TombstoneReq.Options().setStreamIdentifier(identifierOf(stream)),
      revision,
    );
    return new Promise((resolve) => {
      this.#client.tombstone(new streams.TombstoneReq().setOptions(options), this.#metadata, (error, response) =>
        resolve(error ? wireError(error) : response.toObject()),
      );
    });
  }

  readStream(stream: string, from: number | 'end', count = 1_000, backwards = false): WireOpened {
    const place = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(identifierOf(stream));
    if (from === 'end') place.setEnd(new shared.Empty());
    else place.setRevision(String(from));
    return this.#open(readOptions(count, backwards).setStream(place));
  }

  readAll(from: number | 'start' | 'end', count = 1_000, backwards = false): WireOpened {
    return this.#open(readOptions(count, backwards).setAll(placeInAll(from)));
  }

  subscribe(from: number | 'start' | 'end', filter?: WireFilter): WireOpened {
    const options = new streams.ReadReq.Options()
      .setAll(placeInAll(from))
      .setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
    if (filter) options.setFilter(filterOptions(filter));
    return this.#open(options);
  }

  #open(options: streams.ReadReq.Options): WireOpened {
    if (!options.hasFilter()) options.setNoFilter(new shared.Empty());
    options.setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty()));
    return opened(this.#client.read(new streams.ReadReq().setOptions(options), this.#metadata));
  }
}

export interface WireFilter {
  readonly on: 'stream' | 'type';
  readonly regex?: string;
  readonly prefixes?: readonly string[];
  /** Events of the log between two checkpoints, as multiple of 32. */
  readonly checkpointInterval?: number;
}

/** All that came of a read, and how it ended. */
export const readOut = async (
  read: WireOpened,
): Promise<{ events: WireRecord[]; messages: streams.ReadResp.AsObject[]; error: WireError | null }> => {
  const error = await read.ended;
  return { events: recordsOf(read.messages), messages: read.messages, error };
};

export type WireRecord = streams.ReadResp.ReadEvent.RecordedEvent.AsObject;

/** The events among messages. */
export const recordsOf = (messages: readonly streams.ReadResp.AsObject[]): WireRecord[] =>
  messages.flatMap(({ event }) => (event?.event ? [event.event] : []));

/** The name of the stream of a record. */
export const streamOfRecord = ({ streamIdentifier }: WireRecord): string =>
  Buffer.from(String(streamIdentifier?.streamName ?? ''), 'base64').toString('utf8');

const opened = (call: ClientReadableStream<streams.ReadResp>): WireOpened => {
  const messages: streams.ReadResp.AsObject[] = [];
  const waiting = new Set<() => void>();
  const ended = new Promise<WireError | null>((resolve) => {
    call.on('data', (message: streams.ReadResp) => {
      messages.push(message.toObject());
      for (const look of waiting) look();
    });
    call.on('error', (error: ServiceError) =>
      resolve(error.details === 'Cancelled on client' ? null : wireError(error)),
    );
    call.on('end', () => resolve(null));
  });
  return {
    messages,
    ended,
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition(messages)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    pause: () => call.pause(),
    resume: () => call.resume(),
    cancel: () => call.cancel(),
  };
};

const wireError = ({ code, details, metadata }: ServiceError): WireError => {
  const known = [
    'exception',
    'stream-name',
    'maximum-append-size',
    'leader-endpoint-host',
    'leader-endpoint-port',
    'actual-version',
  ];
  const trailers = metadata.getMap();
  return {
    code,
    details,
    trailers: Object.fromEntries(
      known.flatMap((key) => (trailers[key] === undefined ? [] : [[key, String(trailers[key])]])),
    ),
  };
};

const identifierOf = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream));

interface Revisioned {
  setNoStream(value: shared.Empty): unknown;
  setAny(value: shared.Empty): unknown;
  setStreamExists(value: shared.Empty): unknown;
  setRevision(value: string): unknown;
}

const withRevision = <Options extends Revisioned>(options: Options, revision: WireRevision): Options => {
  if (revision === 'no_stream') options.setNoStream(new shared.Empty());
  else if (revision === 'any') options.setAny(new shared.Empty());
  else if (revision === 'stream_exists') options.setStreamExists(new shared.Empty());
  else options.setRevision(String(revision));
  return options;
};

const proposed = (event: WireEvent): streams.AppendReq.ProposedMessage => {
  const message = new streams.AppendReq.ProposedMessage();
  message.setId(new shared.UUID().setString(event.id ?? crypto.randomUUID()));
  if (event.type !== undefined) message.getMetadataMap().set('type', event.type);
  message.getMetadataMap().set('content-type', event.contentType ?? 'application/json');
  message.setData(Buffer.from(event.data ?? '{}'));
  message.setCustomMetadata(Buffer.from(event.metadata ?? ''));
  return message;
};

/** A message as gRPC frames it: not compressed, and how long it is. */
const framed = (message: streams.AppendReq): Buffer => {
  const bytes = message.serializeBinary();
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
};

const readOptions = (count: number, backwards: boolean): streams.ReadReq.Options =>
  new streams.ReadReq.Options().setCount(String(count)).setReadDirection(backwards ? 1 : 0);

const placeInAll = (from: number | 'start' | 'end'): streams.ReadReq.Options.AllOptions => {
  const all = new streams.ReadReq.Options.AllOptions();
  if (from === 'start') return all.setStart(new shared.Empty());
  if (from === 'end') return all.setEnd(new shared.Empty());
  return all.setPosition(
    new streams.ReadReq.Options.Position().setCommitPosition(String(from)).setPreparePosition(String(from)),
  );
};

const filterOptions = ({
  on,
  regex,
  prefixes,
  checkpointInterval = 1,
}: WireFilter): streams.ReadReq.Options.FilterOptions => {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression();
  if (regex !== undefined) expression.setRegex(regex);
  if (prefixes) expression.setPrefixList([...prefixes]);
  const filter = new streams.ReadReq.Options.FilterOptions()
    .setCount(new shared.Empty())
    .setCheckpointintervalmultiplier(checkpointInterval);
  return on === 'stream' ? filter.setStreamIdentifier(expression) : filter.setEventType(expression);
};
