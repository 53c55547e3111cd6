import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whom an attack is made on. */
export interface Target {
  readonly url: string;
  /** A token of the attacker, who is a coordinator of an office. */
  readonly token: string;
  readonly network: string;
}

/** What the server answered, counted by status and code. */
export type Answers = Map<string, number>;

/** An address of this machine that nobody else comes from. */
const ATTACKER = '127.0.0.2';
/** In which an attacker makes its connections, so that its own work does not hold up the others. */
const PAUSE_MILLISECONDS = 5;

/**
 * One attacker: all its connections come from one address. What it does ends with the signal;
 * whatever becomes of a connection is counted, never thrown.
 */
export class Attacker {
  readonly target: Target;
  readonly signal: AbortSignal;
  readonly answers: Answers = new Map();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 100, localAddress: ATTACKER });
  readonly #sockets = new Set<Socket>();

  constructor(target: Target, signal: AbortSignal) {
    this.target = target;
    this.signal = signal;
  }

  count(what: string): void {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
  }

  /** Sends queries from so many connections, each as soon as the one before is answered. */
  async flood(connections: number, queryOf: (n: number) => string, token: string | null): Promise<void> {
    let sent = 0;
    const one = async (): Promise<void> => {
      while (!this.signal.aborted) {
        await this.#send(queryOf(sent++), token);
        await sleep(PAUSE_MILLISECONDS);
      }
    };
    await Promise.all(Array.from({ length: connections }, one));
  }

  #send(query: string, token: string | null): Promise<void> {
    const body = JSON.stringify({ query });
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    return new Promise((done) => {
      const sent = request(`${this.target.url}/graphql`, { method: 'POST', agent: this.#agent, headers });
      sent.once('error', () => {
        this.count('connection refused');
        done();
      });
      sent.once('response', async (response) => {
        let text = '';
        for await (const piece of response) if (text.length < 1_000) text += piece;
        this.count(/"code":"(\w+)"/.exec(text)?.[1] ?? String(response.statusCode));
        done();
      });
      sent.end(body);
    });
  }

  /** Opens connections and writes to each; what is answered is read only where asked for. */
  async open(connections: number, textOf: (n: number) => string, { reads = false } = {}): Promise<readonly Socket[]> {
    const { hostname, port } = new URL(this.target.url);
    for (let n = 0; n < connections && !this.signal.aborted; n += 1) {
      const socket = connect({ host: hostname, port: Number(port), localAddress: ATTACKER });
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        if (!this.signal.aborted) this.count('closed by the server');
        this.#sockets.delete(socket);
      });
      await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => {});
      socket.write(textOf(n));
      if (reads) socket.resume();
      else socket.pause();
      await sleep(PAUSE_MILLISECONDS);
    }
    return [...this.#sockets];
  }

  /** Writes something to each open connection every so often, until the signal. */
  async drip(text: string, everyMilliseconds: number): Promise<void> {
    while (!this.signal.aborted) {
      for (const socket of this.#sockets) socket.write(text);
      await sleep(everyMilliseconds);
    }
  }

  async wait(): Promise<void> {
    if (!this.signal.aborted) await once(this.signal, 'abort');
  }

  close(): void {
    this.#agent.destroy();
    for (const socket of this.#sockets) socket.destroy();
  }
}
