import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type ServerErrorResponse, status } from '@grpc/grpc-js';
import {
  type ExpectedRevision,
  type LogAppend,
  type LogRecord,
  NO_EVENTS,
  type ProposedRecord,
} from './eventstoredb-stand-in-log.ts';

/**
 * An error as a real server answers it: a status, a text, and what the client tells errors apart by
 * in the trailers.
 */
export class StandInFailure extends Error implements ServerErrorResponse {
  readonly code: status;
  readonly details: string;
  readonly metadata = new Metadata();

  constructor(code: status, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, value);
  }
}

export const MAX_APPEND_BYTES = 1_048_576;

export const failures = {
  streamDeleted: (stream: string) =>
    new StandInFailure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': stream,
    }),
  appendTooLarge: () =>
    new StandInFailure(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(MAX_APPEND_BYTES),
    }),
  wrongExpectedVersion: (stream: string, expected: ExpectedRevision, current: bigint) =>
    new StandInFailure(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. Stream: ${stream}`, {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(
        typeof expected === 'bigint' ? expected : { no_stream: -1, any: -2, stream_exists: -4 }[expected],
      ),
      'actual-version': String(current),
    }),
  propertyMissing: (property: string) =>
    new StandInFailure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  notLeader: (host: string, port: number) =>
    new StandInFailure(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': host,
      'leader-endpoint-port': String(port),
    }),
  accessDenied: () => new StandInFailure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  badCredentials: () => new StandInFailure(status.UNAUTHENTICATED, 'Unauthenticated'),
  notReady: () => new StandInFailure(status.UNAVAILABLE, 'Server Is Not Ready'),
  forwardingTimeout: () => new StandInFailure(status.ABORTED, 'Operation timed out: Forwarding timeout'),
  tooSlow: () =>
    new StandInFailure(
      status.ABORTED,
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
    ),
  noRecord: () => new StandInFailure(status.UNKNOWN, 'Unexpected ReadAllResult: Error'),
  thrown: () => new StandInFailure(status.UNKNOWN, 'Exception was thrown by handler.'),
  notStoodInFor: (what: string) => new StandInFailure(status.UNIMPLEMENTED, `the stand-in has no ${what}`),
};

export const streamNameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? new Uint8Array()).toString('utf8');

const identifierOf = (stream: string): shared.StreamIdentifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
};

/** The server says 2^64 - 1, which a number cannot hold. */
const ALMOST_2_64 = 2 ** 64 - 2048;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of an append, a delete or a tombstone. */
export const expectedRevisionOf = (
  options: Pick<streams.AppendReq.Options, 'hasNoStream' | 'hasAny' | 'hasStreamExists' | 'getRevision'>,
): ExpectedRevision => {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  return BigInt(options.getRevision());
};

/** Throws what the server answers for an event it does not take. */
export const proposedOf = (message: streams.AppendReq.ProposedMessage): ProposedRecord => {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined) throw failures.propertyMissing('type');
  if (contentType === undefined) throw failures.propertyMissing('content-type');
  const id = message.getId()?.getString().toLowerCase() ?? '';
  if (type === '' || !UUID.test(id)) throw failures.thrown();
  return {
    id,
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

export const appendAnswer = (result: LogAppend, expected: ExpectedRevision): streams.AppendResp => {
  const answer = new streams.AppendResp();
  if (result.outcome === 'written') {
    const success = new streams.AppendResp.Success();
    if (result.revision === NO_EVENTS) success.setNoStream(new shared.Empty());
    else success.setCurrentRevision(String(result.revision));
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(result.position));
    position.setPreparePosition(String(result.position));
    success.setPosition(position);
    answer.setSuccess(success);
    return answer;
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (result.current === NO_EVENTS) {
    wrong.setCurrentNoStream(new shared.Empty());
    wrong.setNoStream2060(new shared.Empty());
  } else {
    wrong.setCurrentRevision(String(result.current));
    wrong.setCurrentRevision2060(Number(result.current));
  }
  if (expected === 'no_stream') {
    wrong.setExpectedNoStream(new shared.Empty());
    wrong.setExpectedRevision2060(ALMOST_2_64);
  } else if (expected === 'any') {
    wrong.setExpectedAny(new shared.Empty());
    wrong.setAny2060(new shared.Empty());
  } else if (expected === 'stream_exists') {
    wrong.setExpectedStreamExists(new shared.Empty());
    wrong.setStreamExists2060(new shared.Empty());
  } else {
    wrong.setExpectedRevision(String(expected));
    wrong.setExpectedRevision2060(Number(expected));
  }
  answer.setWrongExpectedVersion(wrong);
  return answer;
};

export const eventMessage = (record: LogRecord): streams.ReadResp => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(record.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(record.stream));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  const properties = recorded.getMetadataMap();
  properties.set('content-type', record.isJson ? 'application/json' : 'application/octet-stream');
  properties.set('created', String(record.created));
  properties.set('type', record.type);
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(record.position));
  const message = new streams.ReadResp();
  message.setEvent(event);
  return message;
};

export const streamNotFoundMessage = (stream: string): streams.ReadResp => {
  const notFound = new streams.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifierOf(stream));
  const message = new streams.ReadResp();
  message.setStreamNotFound(notFound);
  return message;
};

export const confirmationMessage = (): streams.ReadResp => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(crypto.randomUUID());
  const message = new streams.ReadResp();
  message.setConfirmation(confirmation);
  return message;
};

export const caughtUpMessage = (): streams.ReadResp => {
  const message = new streams.ReadResp();
  message.setCaughtUp(new streams.ReadResp.CaughtUp());
  return message;
};

export const checkpointMessage = (position: number): streams.ReadResp => {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const message = new streams.ReadResp();
  message.setCheckpoint(checkpoint);
  return message;
};

/** Which records a filter of a read lets through. */
export const filterOf = (options: streams.ReadReq.Options): ((record: LogRecord) => boolean) => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byType = filter.getEventType();
  const expression = byType ?? filter.getStreamIdentifier();
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = new RegExp(expression?.getRegex() ?? '', 'u');
  return (record) => {
    const text = byType ? record.type : record.stream;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
};
