import { randomInt } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';

const [LOWEST_PORT, HIGHEST_PORT] = [10_000, 30_000];

interface Passage {
  readonly outside: Socket;
  readonly inside: Socket;
}

/**
 * The TCP door before a node of the stand-in: whatever happens to a machine happens here (killed,
 * frozen, cables cut), while the gRPC server behind it stays. Keeps its port over a stop.
 */
export class StandInDoor {
  /** Zero before it was first open. */
  port: number;
  /** Connections accepted in all. */
  accepted = 0;
  readonly #inner: () => number;
  readonly #passages = new Set<Passage>();
  #server: Server | null = null;
  #frozen = false;

  constructor(inner: () => number, port = 0) {
    this.#inner = inner;
    this.port = port;
  }

  get isOpen(): boolean {
    return this.#server !== null;
  }

  get connections(): number {
    return this.#passages.size;
  }

  async open(): Promise<void> {
    const server = createServer({ noDelay: true }, (outside) => this.#accept(outside));
    const listening = (port: number): Promise<void> =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
      });
    if (this.port > 0) await listening(this.port);
    // Not one that the system hands out: while this door is shut, nobody else on the machine may
    // come to stand here.
    for (let tries = 0; this.port === 0; tries += 1) {
      const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
      const taken = (error: NodeJS.ErrnoException): void => {
        if (error.code !== 'EADDRINUSE' || tries > 100) throw error;
      };
      await listening(port).then(() => {
        this.port = port;
      }, taken);
    }
    this.#server = server;
    this.#frozen = false;
  }

  #accept(outside: Socket): void {
    this.accepted += 1;
    const inside = connect({ port: this.#inner(), host: '127.0.0.1', noDelay: true }).pause();
    inside.once('data', announceStreams);
    const passage = { outside, inside };
    this.#passages.add(passage);
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#passages.delete(passage);
        other.destroy();
      });
    }
    if (!this.#frozen) join(passage);
  }

  /** Takes connections and bytes as a stopped process does, and lets nothing through. */
  freeze(): void {
    this.#frozen = true;
    for (const { outside, inside } of this.#passages) {
      outside.unpipe(inside).pause();
      inside.unpipe(outside).pause();
    }
  }

  thaw(): void {
    this.#frozen = false;
    for (const passage of this.#passages) join(passage);
  }

  /** Cuts every connection; new ones are taken. */
  cut(): void {
    for (const { outside, inside } of this.#passages) {
      // A socket that is shutting down cannot be reset: it would stay open for ever, and the
      // process with it.
      if (outside.writableEnded) outside.destroy();
      else outside.resetAndDestroy();
      inside.destroy();
    }
  }

  /** Cuts every connection and takes no more. */
  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    this.cut();
    if (server) await new Promise<unknown>((resolve) => server.close(resolve));
  }
}

/** Calls that a connection carries, as a real server announces it. */
const STREAMS_A_CONNECTION = 100;
const SETTINGS_HEADER_BYTES = 9;
const MAX_CONCURRENT_STREAMS = 3;

/**
 * Writes the limit into the first frame of the server, its settings. The server behind bears more:
 * Node's counts a cancelled call for a moment longer than the client does, and would refuse the
 * next one.
 */
const announceStreams = (first: Buffer): void => {
  const end = SETTINGS_HEADER_BYTES + first.readUIntBE(0, 3);
  for (let at = SETTINGS_HEADER_BYTES; at < end; at += 6) {
    if (first.readUInt16BE(at) === MAX_CONCURRENT_STREAMS) first.writeUInt32BE(STREAMS_A_CONNECTION, at + 2);
  }
};

const join = ({ outside, inside }: Passage): void => {
  outside.pipe(inside);
  inside.pipe(outside);
};
