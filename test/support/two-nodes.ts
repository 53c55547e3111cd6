import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asking } from '../../scripts/api-client.ts';
import { type ServerProcess, startServer } from '../../scripts/server-process.ts';
import { eventStoreAddress } from '../../src/store/event-store-address.ts';
import { EventStoreDbEventStore } from '../../src/store/eventstoredb-event-store.ts';
import { StandInNode } from './eventstoredb-stand-in.ts';
import { openNode } from './http-node.ts';
import { startIssuer } from './issuer.ts';
import { type PgliteServer, startPglite } from './pglite-server.ts';
import { type Site, speaking } from './site.ts';

const AUDIENCE = 'visits';
const MASTER_KEY = randomBytes(32).toString('base64');

/** Two servers of ours on one log and one vault. */
export interface TwoNodes<Server extends Started = Started> extends Site {
  readonly servers: readonly Server[];
  readonly vault: PgliteServer;
  /** Sends a request to one node. */
  at(url: string): Pick<Site, 'ask' | 'mutate'>;
  /** What one node's process is started with; each has a data folder of its own. */
  readonly environment: (dataDir: string) => Record<string, string>;
}

interface Started {
  readonly url: string;
  stop(): Promise<void>;
}
type Given = { readonly eventStoreUrl?: string; readonly vault?: PgliteServer };
type Trial = { teardown(done: () => Promise<unknown>): void; comment?(text: string): void };

/** Two processes, as in production. */
export const startTwoProcesses = (t: Trial, given: Given = {}): Promise<TwoNodes<ServerProcess>> =>
  startTwo(t, given, startServer);

/**
 * Both in this process, which share nothing but what one node shares with another, in half the
 * time.
 */
export const startTwoNodes = (t: Trial, given: Given = {}): Promise<TwoNodes> =>
  startTwo(t, given, async (environment) => {
    const { url, close } = await openNode(environment);
    return { url, stop: close };
  });

/**
 * Starts two servers on one log (the stand-in for EventStoreDB, unless the address of another empty
 * one is given) and on one vault (its own, unless one is given); ends them with the test. Each
 * request goes to a node by lot, with the head of the log as `x-min-position`, as a client sends
 * the newest position that it has been told.
 */
const startTwo = async <Server extends Started>(
  t: Trial,
  given: Given,
  start: (environment: Record<string, string>) => Promise<Server>,
): Promise<TwoNodes<Server>> => {
  const log = given.eventStoreUrl ?? (await startStandIn(t)).url;
  const folder = mkdtempSync(join(tmpdir(), 'two-nodes-'));
  const issuer = await startIssuer(t);
  const vault = given.vault ?? (await startPglite(t));
  const environment = (dataDir: string): Record<string, string> => ({
    PORT: '0',
    DATA_DIR: dataDir,
    EVENTSTORE_URL: log,
    VAULT_URL: vault.url,
    VAULT_MASTER_KEY: MASTER_KEY,
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
    SIMULATED_CLOCK: join(folder, 'clock'),
  });
  const folders = ['a', 'b'].map((name) => join(folder, name));
  const servers = await Promise.all(folders.map((dataDir) => start(environment(dataDir))));
  const store = new EventStoreDbEventStore({ address: eventStoreAddress(log) });
  const seed = randomInt(2 ** 31);
  t.comment?.(`nodes by lot with seed ${seed}`);
  const lot = lots(seed);
  const urls = servers.map(({ url }) => url);
  const url = (): string => urls[lot() % urls.length] ?? '';
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await store.close();
    await Promise.all(servers.map((server) => server.stop()));
  };
  t.teardown(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  const tokenOf = (subject: string): Promise<string> =>
    issuer.token(subject, AUDIENCE, { exp: Math.floor(Date.now() / 1000) + 3_600 });
  return {
    get url() {
      return url();
    },
    urls,
    servers,
    vault,
    at: (one) => speaking(asking(() => one, tokenOf)),
    folders,
    store,
    environment,
    ...speaking(asking(url, tokenOf, async () => ({ 'x-min-position': String(await store.head()) }))),
    close,
  };
};

/** A stand-in for EventStoreDB until the test ends. */
export const startStandIn = async (t: {
  teardown(done: () => Promise<unknown>): void;
}): Promise<{ node: StandInNode; url: string }> => {
  const node = await new StandInNode().start();
  t.teardown(() => node.close());
  return { node, url: `esdb://127.0.0.1:${node.port}?tls=false` };
};

/** Numbers by lot that a seed repeats (xorshift). */
const lots = (seed: number): (() => number) => {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
};
