/** Where an EventStoreDB is: what `EVENTSTORE_URL` says, checked. */
export interface EventStoreAddress {
  /** Nodes to begin with; any that answers names the leader. A DNS name may stand for several. */
  readonly seeds: readonly { readonly host: string; readonly port: number }[];
  readonly tls: boolean;
  /** Null only for an insecure server. */
  readonly credentials: { readonly username: string; readonly password: string } | null;
  /** Options for the client: certificate files, keep-alive. */
  readonly options: Readonly<Record<string, string>>;
}

/**
 * The address cannot be used; the message repeats nothing of it, as a wrong one may have a password
 * anywhere.
 */
export class EventStoreAddressInvalid extends Error {}

// Discovery options mean nothing here: every call asks for the leader and is told where it is.
const OPTIONS = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'keepAliveInterval',
  'keepAliveTimeout',
  'connectionName',
];
const COUNTS = ['keepAliveInterval', 'keepAliveTimeout'];
const SHAPE = /^esdb(?:\+discover)?:\/\/(?:([^:@/?#]+):([^@/?#]+)@)?([^@/?#]+)\/?(?:\?([^#]*))?$/;
// The client of EventStoreDB cannot read IPv6 addresses.
const SEED = /^([A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)(?::(\d{1,5}))?$/;

/**
 * `esdb://user:password@host:2113,host2:2113?tls=true` or `esdb+discover://…`. Both are read the
 * same way: hosts to begin with. Port 2113 and TLS unless said otherwise; characters with a meaning
 * in an address are percent-encoded in user, password and options. Throws
 * `EventStoreAddressInvalid`.
 */
export const eventStoreAddress = (url: string): EventStoreAddress => {
  const [, username, password, hosts = '', query = ''] =
    SHAPE.exec(url.trim()) ??
    fail('esdb://user:password@host:2113?tls=true, with @ : / ? # in a password percent-encoded');
  const options = optionsOf(query);
  const tls = options.tls !== 'false';
  const credentials =
    username === undefined || password === undefined
      ? null
      : { username: decoded(username), password: decoded(password) };
  if (tls && credentials === null) fail('TLS asks for a user and a password');
  return { seeds: hosts.split(',').map(seedOf), tls, credentials, options };
};

/**
 * What a production server refuses in an address: TLS off, nobody's credentials, and those that
 * every new server has.
 */
export const unsafeIn = ({ tls, credentials }: EventStoreAddress): readonly string[] => [
  ...(tls ? [] : ['TLS must not be off in production']),
  ...(credentials === null ? ['needs a user and a password in production'] : []),
  ...(credentials?.password === 'changeit' ? ['the default password must not be used in production'] : []),
];

const seedOf = (text: string): { host: string; port: number } => {
  const [, host = '', digits = '2113'] =
    SEED.exec(text.trim()) ?? fail('hosts are name:port or IPv4 address:port, with commas between them');
  const port = Number(digits);
  if (port < 1 || port > 65_535) fail('a port is a number from 1 to 65535');
  return { host, port };
};

const optionsOf = (query: string): Record<string, string> => {
  const options: Record<string, string> = {};
  for (const part of query === '' ? [] : query.split('&')) {
    const [, key = '', value = ''] = /^([^=]+)=(.+)$/.exec(part) ?? fail('options are name=value, with & between them');
    const name =
      OPTIONS.find((option) => option.toLowerCase() === key.toLowerCase()) ?? fail(`options are ${OPTIONS.join(', ')}`);
    if (options[name] !== undefined) fail(`${name} stands twice`);
    options[name] = decoded(value);
  }
  if (options.tls !== undefined && !['true', 'false'].includes(options.tls)) fail('tls is true or false');
  for (const name of COUNTS)
    if (!/^(-1|\d{1,9})$/.test(options[name] ?? '-1')) fail(`${name} is a count of milliseconds, or -1`);
  return options;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return fail('a % that begins no escape is written %25');
  }
};

const fail = (message: string): never => {
  throw new EventStoreAddressInvalid(message);
};
