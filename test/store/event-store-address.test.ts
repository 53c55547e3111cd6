import t from 'tap';
import { EventStoreAddressInvalid, eventStoreAddress, unsafeIn } from '../../src/store/event-store-address.ts';

const problemOf = (url: string): string => {
  try {
    eventStoreAddress(url);
    return 'none';
  } catch (error) {
    if (error instanceof EventStoreAddressInvalid) return error.message;
    throw error;
  }
};

t.strictSame(
  eventStoreAddress('esdb://visits:s3cret@es1.example.jp:2114'),
  {
    seeds: [{ host: 'es1.example.jp', port: 2114 }],
    tls: true,
    credentials: { username: 'visits', password: 's3cret' },
    options: {},
  },
  'TLS unless said otherwise',
);
t.strictSame(
  eventStoreAddress(
    ' esdb+discover://visits:s3cret@es.example.jp,10.0.0.2:1,es_3:65535/?tls=true&keepaliveinterval=-1 ',
  ),
  {
    seeds: [
      { host: 'es.example.jp', port: 2113 },
      { host: '10.0.0.2', port: 1 },
      { host: 'es_3', port: 65_535 },
    ],
    tls: true,
    credentials: { username: 'visits', password: 's3cret' },
    options: { tls: 'true', keepAliveInterval: '-1' },
  },
  'discovery is read as hosts to begin with; option names in any case',
);
t.strictSame(
  eventStoreAddress('esdb://localhost?tls=false'),
  { seeds: [{ host: 'localhost', port: 2113 }], tls: false, credentials: null, options: { tls: 'false' } },
  'an insecure server needs no user',
);
t.strictSame(
  eventStoreAddress('esdb://a%40b:p%40%3A%2F%3F%23%25:%E9%BB%84@es?tlsCAFile=/etc/our%20ca+1.pem'),
  {
    seeds: [{ host: 'es', port: 2113 }],
    tls: true,
    credentials: { username: 'a@b', password: 'p@:/?#%:黄' },
    options: { tlsCAFile: '/etc/our ca+1.pem' },
  },
  'user, password and options are percent-decoded, a plus is a plus',
);

const SHAPE = 'esdb://user:password@host:2113?tls=true, with @ : / ? # in a password percent-encoded';
const HOSTS = 'hosts are name:port or IPv4 address:port, with commas between them';
const OPTIONS =
  'options are tls, tlsCAFile, userCertFile, userKeyFile, keepAliveInterval, keepAliveTimeout, connectionName';
for (const [url, problem] of [
  ['', SHAPE],
  ['http://es:2113', SHAPE],
  ['esdb://', SHAPE],
  ['esdb://s3cret@es', SHAPE],
  ['esdb://visits:s3@cret@es', SHAPE],
  ['esdb://visits:s3/cret@es', SHAPE],
  ['esdb://visits:s3#cret@es', SHAPE],
  ['esdb://visits:s3cret@es/path?tls=true', SHAPE],
  ['esdb://es', 'TLS asks for a user and a password'],
  ['esdb://visits:s3?cret@es', 'options are name=value, with & between them'],
  ['esdb://visits:s3?cret=1@es', OPTIONS],
  ['esdb://visits:s3%cret@es', 'a % that begins no escape is written %25'],
  ['esdb://visits:s3cret@es,', HOSTS],
  ['esdb://visits:s3cret@es:', HOSTS],
  ['esdb://visits:s3cret@es:x', HOSTS],
  ['esdb://visits:s3cret@es es', HOSTS],
  ['esdb://visits:s3cret@[::1]:2113', HOSTS],
  ['esdb://visits:s3cret@es:0', 'a port is a number from 1 to 65535'],
  ['esdb://visits:s3cret@es:65536', 'a port is a number from 1 to 65535'],
  ['esdb://visits:s3cret@es?tls', 'options are name=value, with & between them'],
  ['esdb://visits:s3cret@es?tls=', 'options are name=value, with & between them'],
  ['esdb://visits:s3cret@es?tls=no', 'tls is true or false'],
  ['esdb://visits:s3cret@es?tls=true&TLS=false', 'tls stands twice'],
  ['esdb://visits:s3cret@es?tlsVerifyCert=false', OPTIONS],
  ['esdb://visits:s3cret@es?keepAliveTimeout=soon', 'keepAliveTimeout is a count of milliseconds, or -1'],
] as const) {
  t.equal(problemOf(url), problem, url);
}

for (const [url, problems] of [
  ['esdb://visits:s3cret@es', []],
  ['esdb://visits:s3cret@es?tls=false', ['TLS must not be off in production']],
  ['esdb://admin:changeit@es', ['the default password must not be used in production']],
  ['esdb://ops:change%69t@es', ['the default password must not be used in production']],
  ['esdb://es?tls=false', ['TLS must not be off in production', 'needs a user and a password in production']],
] as const) {
  t.strictSame(unsafeIn(eventStoreAddress(url)), problems, `in production: ${url}`);
}
