// Sets up the users and rights of an EventStoreDB cluster. A second run changes nothing; with a new
// password in the environment it sets that one.
//
// admin, ops     get passwords of their own, also where they still have those that every new server
// has   our user       may read $all and read and append to streams; may not delete or truncate a
// stream, write metadata, or manage anything
//
// Runs inside our image (it needs @eventstore/db-client). Environment: EVENTSTORE_HOSTS
// (esdb1:2113,…), EVENTSTORE_ADMIN_PASSWORD, EVENTSTORE_OPS_PASSWORD, EVENTSTORE_USER,
// EVENTSTORE_PASSWORD, EVENTSTORE_CA_FILE and NODE_EXTRA_CA_CERTS (the same file); to change
// admin's password EVENTSTORE_ADMIN_PASSWORD_BEFORE.
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

const WAIT_MILLISECONDS = 300_000;
const CALL_MILLISECONDS = 10_000;
const SETTLE_MILLISECONDS = 90_000;
/** What every new server has. */
const FACTORY_PASSWORD = 'changeit';

const required = (name: string): string => {
  const value = process.env[name];
  if (value) return value;
  process.stderr.write(`${name} is not set.\n`);
  process.exit(1);
};
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const hosts = required('EVENTSTORE_HOSTS').split(',');
const [firstHost = ''] = hosts;
const user = required('EVENTSTORE_USER');
const passwords = {
  admin: required('EVENTSTORE_ADMIN_PASSWORD'),
  ops: required('EVENTSTORE_OPS_PASSWORD'),
  user: required('EVENTSTORE_PASSWORD'),
};
const before = process.env.EVENTSTORE_ADMIN_PASSWORD_BEFORE || FACTORY_PASSWORD;

interface Call {
  readonly as: readonly [login: string, password: string];
  readonly method?: 'GET' | 'POST';
  readonly body?: Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks one host (a follower hands on to the leader) until it answers other than "not now". */
const askHost = async (host: string, path: string, { as, method = 'GET', body }: Call): Promise<Answer> => {
  const end = Date.now() + WAIT_MILLISECONDS;
  for (let n = 1; ; n += 1) {
    let said: string;
    try {
      const response = await fetch(`https://${host}${path}`, {
        method,
        headers: {
          authorization: `Basic ${Buffer.from(as.join(':')).toString('base64')}`,
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(CALL_MILLISECONDS),
      });
      if (response.status !== 408 && response.status < 500) return { status: response.status, text: await response.text() };
      said = String(response.status);
    } catch (error) {
      const { message, cause } = error as Error;
      said = cause instanceof Error ? cause.message : message;
    }
    if (Date.now() > end) throw new Error(`${method} ${path}: ${host} does not answer: ${said}`);
    if (n % 10 === 0) say(`waiting for ${host}: ${said}`);
    await sleep(1_000);
  }
};
const ask = (path: string, call: Call): Promise<Answer> => askHost(firstHost, path, call);

const change = async (path: string, call: Call): Promise<void> => {
  const { status, text } = await ask(path, { method: 'POST', ...call });
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${text.slice(0, 200)}`);
};

/**
 * Which of the passwords every host takes; each remembers for some seconds what held before, and a
 * new cluster has no users in its first ones.
 */
const passwordOf = async (login: string, candidates: readonly string[], milliseconds: number): Promise<string | undefined> => {
  const end = Date.now() + milliseconds;
  for (;;) {
    for (const password of candidates) {
      const answers = await Promise.all(hosts.map((host) => askHost(host, '/users/$current', { as: [login, password] })));
      if (answers.every(({ status }) => status === 200)) return password;
    }
    if (Date.now() > end) return undefined;
    await sleep(500);
  }
};

const admin = ['admin', passwords.admin] as const;

const setAdminPassword = async (): Promise<void> => {
  const standing = await passwordOf('admin', [passwords.admin, before], SETTLE_MILLISECONDS);
  if (standing === passwords.admin) return say('stands: password of admin');
  if (standing === undefined)
    throw new Error('admin has neither EVENTSTORE_ADMIN_PASSWORD nor EVENTSTORE_ADMIN_PASSWORD_BEFORE as its password.');
  const body = { currentPassword: before, newPassword: passwords.admin };
  await change('/users/admin/command/change-password', { as: ['admin', before], body });
  await settled('admin', passwords.admin);
};

const setPassword = async (login: string, password: string): Promise<void> => {
  if (await passwordOf(login, [password], 3_000)) return say(`stands: password of ${login}`);
  await change(`/users/${login}/command/reset-password`, { as: admin, body: { newPassword: password } });
  await settled(login, password);
};

const settled = async (login: string, password: string): Promise<void> => {
  if ((await passwordOf(login, [password], SETTLE_MILLISECONDS)) === undefined)
    throw new Error(`the new password of ${login} is not taken by every host`);
  say(`set: password of ${login}`);
};

const makeUser = async (): Promise<void> => {
  if ((await ask(`/users/${user}`, { as: admin })).status === 404) {
    const body = { loginName: user, fullName: 'Nodes of the partner visit network', groups: [], password: passwords.user };
    await change('/users/', { as: admin, body });
    say(`made: user ${user}`);
  }
  await setPassword(user, passwords.user);
};

/**
 * The default of streams: for our user alone; none can be deleted or given metadata but by admins.
 * System streams stay as they come: for admins.
 */
const DEFAULT_RIGHTS = {
  $userStreamAcl: { $r: user, $w: user, $d: '$admins', $mr: '$admins', $mw: '$admins' },
  $systemStreamAcl: { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
};
const asAdmin = { credentials: { username: 'admin', password: passwords.admin } };
const asOurs = { credentials: { username: user, password: passwords.user } };
const typeOf = (error: unknown): string | undefined => (error as { type?: string }).type;

/** Read to the end: what is left by a break keeps the client from being disposed of. */
const dataOf = async (stream: string, client: EventStoreDBClient): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  try {
    const reading = client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1, ...asAdmin });
    for await (const { event } of reading) found.push(event?.data);
  } catch (error) {
    if (typeOf(error) !== 'stream-not-found') throw error;
  }
  return found;
};

const setDefaultRights = async (client: EventStoreDBClient): Promise<void> => {
  const [standing] = await dataOf('$settings', client);
  if (JSON.stringify(standing) === JSON.stringify(DEFAULT_RIGHTS)) return say('stands: default rights of streams');
  await client.appendToStream('$settings', jsonEvent({ type: '$settings', data: DEFAULT_RIGHTS }), asAdmin);
  say('set: default rights of streams');
};

const setRightToReadAll = async (client: EventStoreDBClient): Promise<void> => {
  const { metadata } = await client.getStreamMetadata('$all', asAdmin);
  const readers = ['$admins', user];
  if (JSON.stringify(metadata?.acl?.readRoles) === JSON.stringify(readers)) return say('stands: who may read $all');
  await client.setStreamMetadata('$all', { ...metadata, acl: { ...metadata?.acl, readRoles: readers } }, asAdmin);
  say('set: who may read $all');
};

/** Tries what our user needs and what it must not be able to do; writes nothing either way. */
const check = async (client: EventStoreDBClient): Promise<void> => {
  for await (const _ of client.readAll({ maxCount: 1, ...asOurs }));
  try {
    await client.getStreamMetadata('$settings', asOurs);
  } catch (error) {
    if (typeOf(error) === 'access-denied') return say(`checked: ${user} reads $all and may not look into $settings`);
    throw error;
  }
  throw new Error(`${user} has more rights than it should: it reads the metadata of $settings.`);
};

/**
 * One host at a time, for discovery by the client would need a gossip that anybody may read. A
 * follower hands writes on to the leader.
 */
const onSomeHost = async (steps: readonly ((client: EventStoreDBClient) => Promise<void>)[]): Promise<void> => {
  const end = Date.now() + WAIT_MILLISECONDS;
  const ca = encodeURIComponent(required('EVENTSTORE_CA_FILE'));
  for (let n = 0; ; n += 1) {
    const client = EventStoreDBClient.connectionString(`esdb://${hosts[n % hosts.length]}?tls=true&tlsCAFile=${ca}`);
    try {
      for (const step of steps) await step(client);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      say(`not yet (${hosts[n % hosts.length]}: ${typeOf(error) ?? (error as Error).message})`);
      await sleep(2_000);
    } finally {
      await client.dispose();
    }
  }
};

await setAdminPassword();
await setPassword('ops', passwords.ops);
await makeUser();
await onSomeHost([setDefaultRights, setRightToReadAll, check]);
