import { constants, type ServerHttp2Stream } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import {
  type Metadata,
  ResponderBuilder,
  Server,
  ServerCredentials,
  ServerInterceptingCall,
  ServerListenerBuilder,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { StandInDoor } from './eventstoredb-stand-in-door.ts';
import { StandInLog } from './eventstoredb-stand-in-log.ts';
import { failures, type StandInFailure } from './eventstoredb-stand-in-messages.ts';
import type { StandInSubscription } from './eventstoredb-stand-in-reads.ts';
import { type AppendFault, type Serving, streamsOf, supportedMethods } from './eventstoredb-stand-in-services.ts';

/** More than the door announces. */
const STREAMS_A_CONNECTION = 1_000;
/** A server that stops cleanly resets its calls before it closes its connections. */
const RESET_MILLISECONDS = 20;
const { LEADER, FOLLOWER, UNKNOWN } = gossip.MemberInfo.VNodeState;

/**
 * A request is complete where its end was sent, whatever follows, and never where the call was only
 * reset or its connection broke; Node's server tells its reader the same in both cases.
 */
const completeRequestsAlone = (stream: ServerHttp2Stream) => {
  let complete = false;
  const push = stream.push.bind(stream);
  stream.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    complete ||= chunk === null && !stream.closed;
    return push(chunk, encoding);
  };
  const listener = new ServerListenerBuilder().withOnReceiveHalfClose((next) => {
    if (complete) next();
  });
  return new ResponderBuilder().withStart((next) => next(listener.build())).build();
};

/**
 * A stand-in for one node of EventStoreDB 23.10, over real gRPC with the client's own messages. How
 * far it is faithful is what test/store/eventstoredb-stand-in.test.ts holds on it and on a real
 * server. Nodes that are given one log are a cluster. `stop` and `start` keep port and log.
 */
export class StandInNode implements Serving {
  readonly log: StandInLog;
  /** Calls taken since it was made. */
  readonly counts = { appends: 0, batchAppends: 0, reads: 0, subscriptions: 0 };
  /** Those that are open. */
  readonly subscriptions = new Set<StandInSubscription>();
  /** Called with each subscription before it sends anything. */
  onSubscription: (subscription: StandInSubscription) => void = () => {};
  /** Each call is answered with it. */
  refusal: StandInFailure | null = null;
  /** Reads send so many events and then nothing more, nor an end. */
  stallReadsAfter = Number.POSITIVE_INFINITY;
  readonly #appendFaults: AppendFault[] = [];
  #members: readonly StandInNode[] = [this];
  #leader: StandInNode | null = this;
  readonly #server: Server;
  #innerPort: number | null = null;
  readonly #door: StandInDoor;
  readonly #openStreams = new Set<ServerHttp2Stream>();

  /**
   * `batchAppend`: among the supported methods; null: the server does not know the question for
   * them.
   */
  constructor({ log = new StandInLog(), batchAppend = true }: { log?: StandInLog; batchAppend?: boolean | null } = {}) {
    this.log = log;
    this.#door = new StandInDoor(() => this.#innerPort ?? 0);
    this.#server = new Server({
      'grpc.max_concurrent_streams': STREAMS_A_CONNECTION,
      interceptors: [
        (_method, call) => {
          // grpc-js gives the HTTP/2 stream to nobody; it is what counts against the limit, and
          // what a stopping server resets.
          const { stream } = call as unknown as { readonly stream: ServerHttp2Stream };
          this.#openStreams.add(stream);
          stream.once('close', () => this.#openStreams.delete(stream));
          return new ServerInterceptingCall(call, completeRequestsAlone(stream));
        },
      ],
    });
    this.#server.addService(StreamsService, { ...streamsOf(this) });
    this.#server.addService(GossipService, {
      read: (_call: unknown, answer: sendUnaryData<gossip.ClusterInfo>) => answer(null, this.#clusterInfo()),
    });
    if (batchAppend !== null) {
      this.#server.addService(ServerFeaturesService, {
        getSupportedMethods: (_call: unknown, answer: sendUnaryData<features.SupportedMethods>) =>
          answer(null, supportedMethods(batchAppend)),
      });
    }
  }

  /**
   * The nodes become one cluster, whose leader is one of them, or nobody while an election goes on.
   */
  static elect(members: readonly StandInNode[], leader: StandInNode | null): void {
    for (const member of members) {
      member.#members = members;
      member.#leader = leader;
    }
  }

  get port(): number {
    return this.#door.port;
  }

  /** HTTP/2 streams that are open. */
  get openStreams(): number {
    return this.#openStreams.size;
  }

  get connections(): number {
    return this.#door.connections;
  }

  /** Connections in all, since it was made. */
  get acceptedConnections(): number {
    return this.#door.accepted;
  }

  /** Faults that no append has met with yet. */
  get faultsLeft(): number {
    return this.#appendFaults.length;
  }

  async start(): Promise<this> {
    if (this.#innerPort === null) {
      this.#innerPort = await new Promise<number>((resolve, reject) => {
        const bound = (error: Error | null, port: number): void => (error ? reject(error) : resolve(port));
        this.#server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), bound);
      });
    } else this.log.forgetRecentIds();
    await this.#door.open();
    return this;
  }

  /**
   * Killed: its connections break. Cleanly: its calls are reset without an error before, as a real
   * server does.
   */
  async stop(how: 'killed' | 'cleanly' = 'killed'): Promise<void> {
    if (how === 'cleanly') {
      for (const stream of this.#openStreams) stream.close(constants.NGHTTP2_NO_ERROR);
      await sleep(RESET_MILLISECONDS);
    }
    await this.#door.shut();
  }

  /** Stops for good. */
  async close(): Promise<void> {
    await this.#door.shut();
    this.#server.forceShutdown();
  }

  /** Takes connections and bytes and answers nothing, as a stopped process does. */
  freeze(): void {
    this.#door.freeze();
  }

  thaw(): void {
    this.#door.thaw();
  }

  /** The next appends meet with a fault. */
  failAppends(fault: AppendFault, times = 1): void {
    this.#appendFaults.push(...Array.from({ length: times }, () => fault));
  }

  nextAppendFault(): AppendFault | undefined {
    return this.#appendFaults.shift();
  }

  befall(what: 'cut' | 'die'): void {
    if (what === 'cut') this.#door.cut();
    else void this.#door.shut();
  }

  refusalOf(metadata: Metadata, isAppend: boolean): StandInFailure | null {
    if (this.refusal || this.#leader === this) return this.refusal;
    const requiresLeader = metadata.get('requires-leader')[0] === 'true';
    if (this.#leader === null) return isAppend || requiresLeader ? failures.notReady() : null;
    if (requiresLeader) return failures.notLeader('127.0.0.1', this.#leader.port);
    return isAppend && !this.#leader.#door.isOpen ? failures.forwardingTimeout() : null;
  }

  #clusterInfo(): gossip.ClusterInfo {
    const info = new gossip.ClusterInfo();
    for (const member of this.#members) {
      const state = this.#leader === null ? UNKNOWN : this.#leader === member ? LEADER : FOLLOWER;
      info.addMembers(
        new gossip.MemberInfo()
          .setInstanceId(new shared.UUID().setString(crypto.randomUUID()))
          .setTimeStamp(String(Date.now()))
          .setState(state)
          .setIsAlive(member.#door.isOpen)
          .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(member.port)),
      );
    }
    return info;
  }
}
