import { Agent, request } from 'node:http';

/** One request that is sent over and over. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Answered {
  /** Answers per second. */
  readonly rate: number;
  /** Milliseconds of each answer, in the order in which they came. */
  readonly milliseconds: readonly number[];
}

/** Connections that are kept alive, to one server. */
export class Connections {
  readonly #url: string;
  readonly #count: number;
  readonly #agent: Agent;

  constructor(url: string, count: number) {
    this.#url = url;
    this.#count = count;
    this.#agent = new Agent({ keepAlive: true, maxSockets: count });
  }

  /** Sends one request; its text. Throws where the status is not 200. */
  send({ path, headers, body }: Sent): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(this.#url + path, { method: 'POST', agent: this.#agent, headers: headersOf(headers, body) });
      sent.once('error', reject);
      sent.once('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`status ${response.statusCode}: ${text.slice(0, 200)}`));
        });
      });
      sent.end(body);
    });
  }

  /**
   * Each connection sends the next request as soon as the one before is answered, for so long, or
   * until so many are sent. `next`: the request of a connection; `check` throws for an answer that
   * is not what was asked.
   */
  async load(
    seconds: number,
    next: (connection: number) => Sent,
    check: (text: string) => void = () => {},
    most = Number.POSITIVE_INFINITY,
  ): Promise<Answered> {
    let sent = 0;
    const milliseconds: number[] = [];
    const begun = performance.now();
    const end = begun + seconds * 1000;
    const connection = async (n: number): Promise<void> => {
      while (performance.now() < end && sent < most) {
        sent += 1;
        const sentAt = performance.now();
        const text = await this.send(next(n));
        milliseconds.push(performance.now() - sentAt);
        check(text);
      }
    };
    await Promise.all(Array.from({ length: this.#count }, (_, n) => connection(n)));
    return { rate: (milliseconds.length / (performance.now() - begun)) * 1000, milliseconds };
  }

  close(): void {
    this.#agent.destroy();
  }
}

const headersOf = (headers: Readonly<Record<string, string>>, body: string) => ({
  ...headers,
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
});

/** A request of the GraphQL API. */
export const graphql = (token: string, query: string, variables: Record<string, unknown>): Sent => ({
  path: '/graphql',
  headers: { authorization: `Bearer ${token}` },
  body: JSON.stringify({ query, variables }),
});
