import { setTimeout as sleep } from 'node:timers/promises';
import { Connections, graphql } from '../bench/load.ts';

/** What people saw who had nothing to do with an attack. */
export interface Seen {
  readonly milliseconds: readonly number[];
  /** Requests that were not answered as ever. */
  readonly refused: number;
}

const CONNECTIONS = 2;
const PAUSE_MILLISECONDS = 200;

/** One of them, who asks for something as people do, in two windows, until the signal. */
export const others = async (url: string, token: string, query: string, signal: AbortSignal): Promise<Seen> => {
  const connections = new Connections(url, CONNECTIONS);
  const milliseconds: number[] = [];
  let refused = 0;
  const one = async (): Promise<void> => {
    while (!signal.aborted) {
      const begun = performance.now();
      const text = await connections.send(graphql(token, query, {})).catch(() => '');
      milliseconds.push(performance.now() - begun);
      if (!text.startsWith('{"data"') || text.includes('"errors"')) refused += 1;
      await sleep(PAUSE_MILLISECONDS);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  connections.close();
  return { milliseconds, refused };
};
