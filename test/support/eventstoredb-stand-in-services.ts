import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type ServerReadableStream, type sendUnaryData } from '@grpc/grpc-js';
import { type ProposedRecord, type StandInLog, StreamDeleted } from './eventstoredb-stand-in-log.ts';
import {
  appendAnswer,
  expectedRevisionOf,
  failures,
  MAX_APPEND_BYTES,
  proposedOf,
  StandInFailure,
  streamNameOf,
} from './eventstoredb-stand-in-messages.ts';
import { answerRead, type ReadCall, StandInSubscription } from './eventstoredb-stand-in-reads.ts';

/**
 * What befalls an append, before or after it is committed: its connection is cut, the node dies,
 * nothing is answered, or an error is.
 */
export interface AppendFault {
  readonly committed: boolean;
  readonly fate: 'cut' | 'die' | 'silence' | StandInFailure;
}

/** What the services ask of their node. */
export interface Serving {
  readonly log: StandInLog;
  readonly counts: { appends: number; batchAppends: number; reads: number; subscriptions: number };
  readonly subscriptions: Set<StandInSubscription>;
  readonly onSubscription: (subscription: StandInSubscription) => void;
  readonly stallReadsAfter: number;
  /** What a call is answered instead of being served. */
  refusalOf(metadata: Metadata, isAppend: boolean): StandInFailure | null;
  nextAppendFault(): AppendFault | undefined;
  befall(what: 'cut' | 'die'): void;
}

type AppendCall = ServerReadableStream<streams.AppendReq, streams.AppendResp>;
type Answer<Response> = sendUnaryData<Response>;

export const streamsOf = (node: Serving): IStreamsServer => ({
  append: (call, answer) => takeAppend(node, call, answer),
  read: (call) => read(node, call),
  delete: (call, answer) => {
    const position = remove(node, call.request.getOptions(), false, answer);
    if (position === null) return;
    const place = new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
    answer(null, new streams.DeleteResp().setPosition(place));
  },
  tombstone: (call, answer) => {
    const position = remove(node, call.request.getOptions(), true, answer);
    if (position === null) return;
    const place = new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position);
    answer(null, new streams.TombstoneResp().setPosition(place));
  },
  batchAppend: (call) => {
    node.counts.batchAppends += 1;
    call.emit('error', failures.notStoodInFor('batch append'));
  },
});

const takeAppend = (node: Serving, call: AppendCall, answer: Answer<streams.AppendResp>): void => {
  node.counts.appends += 1;
  let options: streams.AppendReq.Options | undefined;
  const events: ProposedRecord[] = [];
  let bytes = 0;
  let answered = false;
  const once: Answer<streams.AppendResp> = (error, response) => {
    if (!answered && !call.cancelled) answer(error, response);
    answered = true;
  };
  call.on('data', (request: streams.AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (!message || answered) return;
    try {
      const event = proposedOf(message);
      // Data alone counts, as on the real server.
      bytes += event.data.length;
      if (bytes > MAX_APPEND_BYTES) throw failures.appendTooLarge();
      events.push(event);
    } catch (error) {
      once(error as StandInFailure);
    }
  });
  call.on('end', () => {
    if (options && !answered && !call.cancelled) commit(node, call.metadata, options, events, once);
  });
};

const commit = (
  node: Serving,
  metadata: Metadata,
  options: streams.AppendReq.Options,
  events: readonly ProposedRecord[],
  answer: Answer<streams.AppendResp>,
): void => {
  const refusal = node.refusalOf(metadata, true);
  if (refusal) {
    answer(refusal);
    return;
  }
  const fault = node.nextAppendFault();
  if (fault && !fault.committed) {
    meet(node, fault, answer);
    return;
  }
  const expected = expectedRevisionOf(options);
  try {
    const result = node.log.append(streamNameOf(options.getStreamIdentifier()), expected, events);
    if (fault) meet(node, fault, answer);
    else answer(null, appendAnswer(result, expected));
  } catch (error) {
    answer(failureOf(error));
  }
};

const meet = (node: Serving, { fate }: AppendFault, answer: (failure: StandInFailure) => void): void => {
  if (fate instanceof StandInFailure) answer(fate);
  else if (fate !== 'silence') node.befall(fate);
};

const remove = (
  node: Serving,
  options: streams.DeleteReq.Options | streams.TombstoneReq.Options | undefined,
  forGood: boolean,
  answer: (failure: StandInFailure) => void,
): string | null => {
  if (!options) throw failures.thrown();
  const stream = streamNameOf(options.getStreamIdentifier());
  const expected = expectedRevisionOf(options);
  try {
    const result = node.log.delete(stream, expected, forGood);
    if (result.outcome === 'written') return String(result.position);
    answer(failures.wrongExpectedVersion(stream, expected, result.current));
  } catch (error) {
    answer(failureOf(error));
  }
  return null;
};

const read = (node: Serving, call: ReadCall): void => {
  const fail = (error: unknown): void => {
    if (!call.cancelled) call.emit('error', failureOf(error));
  };
  const options = call.request.getOptions() ?? new streams.ReadReq.Options();
  // A real server does not ask for the leader where a subscription begins at the end.
  const refusal = node.refusalOf(
    options.hasSubscription() && options.getAll()?.hasEnd() ? new Metadata() : call.metadata,
    false,
  );
  if (refusal) fail(refusal);
  else if (!options.hasSubscription()) {
    node.counts.reads += 1;
    answerRead(call, node.log, options, node.stallReadsAfter).catch(fail);
  } else if (options.hasAll()) {
    node.counts.subscriptions += 1;
    subscribe(node, call, options).catch(fail);
  } else fail(failures.notStoodInFor('subscription to one stream'));
};

const subscribe = async (node: Serving, call: ReadCall, options: streams.ReadReq.Options): Promise<void> => {
  const subscription = new StandInSubscription(call, node.log, options);
  node.subscriptions.add(subscription);
  for (const over of ['cancelled', 'finish']) call.on(over, () => node.subscriptions.delete(subscription));
  node.onSubscription(subscription);
  await subscription.run();
};

const failureOf = (error: unknown): StandInFailure => {
  if (error instanceof StandInFailure) return error;
  return error instanceof StreamDeleted ? failures.streamDeleted(error.message) : failures.thrown();
};

export const supportedMethods = (offersBatchAppend: boolean): features.SupportedMethods => {
  const answer = new features.SupportedMethods().setEventStoreServerVersion('23.10.6');
  for (const name of ['read', 'append', 'delete', 'tombstone', ...(offersBatchAppend ? ['batchappend'] : [])]) {
    answer.addMethods(
      new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
    );
  }
  return answer;
};
