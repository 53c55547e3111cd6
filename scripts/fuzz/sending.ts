import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Request } from './requests.ts';

/** What came back; null where the connection ended without an answer. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Longer than everything that a server may wait for. */
const MOST_MILLISECONDS = 60_000;
/** A subscription that has said nothing for so long is dropped. */
const QUIET_MILLISECONDS = 30;
/** Of a subscription so much is read before it is dropped. */
const MOST_CHARACTERS = 20_000;

/** Sends requests over HTTP, or what is to be HTTP. */
export class Sender {
  readonly #url: URL;
  readonly #tokenOf: (subject: string) => Promise<string>;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(url: string, tokenOf: (subject: string) => Promise<string>) {
    this.#url = new URL(url);
    this.#tokenOf = tokenOf;
  }

  /** Throws where there is no answer in time, or where an answer is cut off. */
  async send(sent: Request): Promise<Reply | null> {
    return sent.kind === 'bytes' ? this.#write(sent.body) : this.#ask(sent);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ask(sent: Request): Promise<Reply> {
    const { as, method, path, body, kind } = sent;
    const withoutBody = method === 'GET' || method === 'HEAD';
    const headers = {
      ...(as === null ? {} : { authorization: `Bearer ${await this.#tokenOf(as)}` }),
      ...(withoutBody ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...sent.headers,
    };
    return new Promise((done, failed) => {
      const { hostname: host, port } = this.#url;
      // After what is no good request the server may close the connection: nobody else is on it.
      const agent = kind === 'http' ? false : this.#agent;
      const options = { host, port, path, method, headers, agent, timeout: MOST_MILLISECONDS };
      const asking = httpRequest(options, (response) => {
        const reply = kind === 'subscription' ? beginningOf(response) : wholeOf(response);
        reply.then((text) => done({ status: response.statusCode ?? 0, text }), failed);
      });
      asking.once('timeout', () => asking.destroy(new Error('no answer in time')));
      asking.once('error', failed);
      asking.end(withoutBody ? undefined : body);
    });
  }

  #write(bytes: string): Promise<Reply | null> {
    return new Promise((done, failed) => {
      const socket = connect(Number(this.#url.port), this.#url.hostname);
      let text = '';
      socket.setTimeout(MOST_MILLISECONDS, () => socket.destroy(new Error('the connection stays open')));
      socket.on('data', (piece) => {
        text += piece.toString('latin1');
      });
      socket.once('error', (error: NodeJS.ErrnoException) => {
        // The server may close before all has been written.
        if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') failed(error);
      });
      socket.once('close', () => {
        const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
        done(status === undefined ? null : { status: Number(status), text });
      });
      socket.end(Buffer.from(bytes, 'latin1'));
    });
  }
}

const wholeOf = async (response: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

/** What a subscription says until it ends, is quiet, or has said enough; then it is dropped. */
const beginningOf = (response: IncomingMessage): Promise<string> =>
  new Promise((done) => {
    let text = '';
    const end = (): void => {
      clearTimeout(quiet);
      response.destroy();
      done(text);
    };
    const quiet = setTimeout(end, QUIET_MILLISECONDS);
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      text += piece;
      quiet.refresh();
      if (text.length > MOST_CHARACTERS) end();
    });
    response.on('error', end);
    response.once('close', end);
  });
