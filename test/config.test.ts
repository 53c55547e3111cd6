import { readFileSync } from 'node:fs';
import t from 'tap';
import { ConfigInvalid, configFrom } from '../src/config.ts';

const [NEW_KEY, OLD_KEY] = [Buffer.alloc(32, 'new'), Buffer.alloc(32, 'old')];
const MASTER_KEY = NEW_KEY.toString('base64');
/** Production without a problem. */
const PRODUCTION = { NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example.jp', OIDC_AUDIENCE: 'visits' };
const VAULT_SHAPE =
  'VAULT_URL: postgres://user:password@host:5432/database?sslmode=verify-full (or disable), ' +
  'with what has a meaning in an address percent-encoded; ' +
  'further options: sslrootcert, sslcert, sslkey, options, application_name';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    configFrom(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.message.split('\n');
    throw error;
  }
};

t.strictSame(
  configFrom({}),
  {
    production: false,
    host: '127.0.0.1',
    port: 4000,
    dataDir: './data',
    eventStore: null,
    vault: null,
    oidc: null,
    adminSubjects: ['admin'],
    bankFileOptions: new Map(),
    logLevel: 'info',
    mail: null,
    publicUrl: null,
    simulatedClock: null,
    trustedProxies: [],
    apiToken: null,
  },
  'with nothing set: development on this machine',
);

t.strictSame(
  configFrom({
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: '0',
    DATA_DIR: '/srv/data',
    EVENTSTORE_URL: 'esdb://visits:s3cret@es1.example.jp:2113,es2.example.jp?tlsCAFile=/etc/ca.pem',
    VAULT_URL: 'postgresql://visits:s3cret@pg.example.jp/vault?sslmode=verify-full',
    VAULT_MASTER_KEY: `${NEW_KEY.toString('base64')}, ${OLD_KEY.toString('base64')}`,
    OIDC_ISSUER: 'https://id.example.jp/realm',
    OIDC_AUDIENCE: 'visits',
    ADMIN_SUBJECTS: 'a1, a2',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'https://visits.example.jp/',
    SMTP_URL: 'smtp://visits:s3cret@mail.example.jp:587',
    MAIL_FROM: 'tsuchi@example.jp',
    BANK_FILE_OPTIONS: '{"0005": {"separator": "NONE", "symbols": "()-.", "bankNames": false}, "0001": {}}',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    API_TOKEN: 'x.y.z',
    UNKNOWN: 'x',
  }),
  {
    production: true,
    host: '0.0.0.0',
    port: 0,
    dataDir: '/srv/data',
    eventStore: {
      seeds: [
        { host: 'es1.example.jp', port: 2113 },
        { host: 'es2.example.jp', port: 2113 },
      ],
      tls: true,
      credentials: { username: 'visits', password: 's3cret' },
      options: { tlsCAFile: '/etc/ca.pem' },
    },
    vault: {
      url: 'postgresql://visits:s3cret@pg.example.jp/vault?sslmode=verify-full',
      masterKeys: [NEW_KEY, OLD_KEY],
    },
    oidc: { issuer: 'https://id.example.jp/realm', audience: 'visits' },
    adminSubjects: ['a1', 'a2'],
    bankFileOptions: new Map([
      ['0005', { separator: 'NONE', symbols: '()-.', bankNames: false }],
      ['0001', { separator: 'CRLF', symbols: '()-./｢｣¥', bankNames: true }],
    ]),
    logLevel: 'warn',
    mail: { server: new URL('smtp://visits:s3cret@mail.example.jp:587'), from: 'tsuchi@example.jp' },
    publicUrl: 'https://visits.example.jp',
    simulatedClock: null,
    trustedProxies: ['10.0.0.0/8', '::1'],
    apiToken: 'x.y.z',
  },
  'production, everything set',
);

t.strictSame(configFrom(PRODUCTION).adminSubjects, [], 'no administrators by default in production');
t.equal(configFrom({ EVENTSTORE_URL: '', PORT: '' }).port, 4000, 'an empty variable counts as unset');
t.equal(configFrom({ HOST: '::1', SIMULATED_CLOCK: '/tmp/clock' }).simulatedClock, '/tmp/clock');

const SMTP_URL = 'smtp://127.0.0.1:2525';
t.strictSame(
  [{}, { PUBLIC_URL: 'https://visits.example.jp' }, { PUBLIC_URL: 'http://10.0.0.1' }].map(
    (more) => configFrom({ SMTP_URL, ...more }).mail?.from,
  ),
  ['notices@localhost.localdomain', 'notices@visits.example.jp', 'notices@localhost.localdomain'],
  'whom notices come from where nothing is said',
);
t.strictSame(problemsOf({ ...PRODUCTION, SMTP_URL }), ['PUBLIC_URL: needed with SMTP_URL in production']);
for (const wrong of ['x', '{"5": {}}', '{"0005": {"symbols": "ア"}}', '{"0005": {"separator": "LF"}}'])
  t.match(problemsOf({ BANK_FILE_OPTIONS: wrong }), [/^BANK_FILE_OPTIONS: JSON, by code of a bank/], wrong);
t.strictSame(problemsOf({ MAIL_FROM: 'a@example.jp' }), ['MAIL_FROM: means nothing without SMTP_URL']);
const SMTP_SHAPE = 'SMTP_URL: smtp://user:password@host:port, or smtps://, and nothing behind';
for (const wrong of ['mail.example.jp', 'http://mail.example.jp', 'smtp://', 'smtp://mail?tls=false', 'smtps://mail/x'])
  t.ok(problemsOf({ SMTP_URL: wrong }).includes(SMTP_SHAPE), wrong);

t.strictSame(
  problemsOf({ ADMIN_SUBJECTS: 'admin,process' }),
  ['ADMIN_SUBJECTS: process and survey are the system itself'],
  'rule 47',
);
t.strictSame(
  problemsOf({
    NODE_ENV: 'test',
    PORT: '65536',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'visits',
    OIDC_AUDIENCE: 'visits',
    HOST: '0.0.0.0',
    ADMIN_SUBJECTS: 'a,',
  }),
  [
    'NODE_ENV: production or development',
    'PORT: a whole number from 0 to 65535',
    'ADMIN_SUBJECTS: subjects with commas between them',
    'LOG_LEVEL: one of fatal, error, warn, info, debug, trace, silent',
    'PUBLIC_URL: an address that begins with https:// or http://',
    'OIDC_AUDIENCE: means nothing without OIDC_ISSUER',
    'HOST: without OIDC_ISSUER only this machine may ask: 127.0.0.1, ::1 or localhost',
  ],
  'all problems at once, each with its variable',
);
for (const port of ['-1', '4000x', '1e3', ' 80', '100000']) {
  t.strictSame(problemsOf({ PORT: port }), ['PORT: a whole number from 0 to 65535'], `PORT ${port}`);
}

t.strictSame(
  configFrom({ EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false', DATA_DIR: 'x' }).eventStore,
  { seeds: [{ host: '127.0.0.1', port: 2113 }], tls: false, credentials: null, options: { tls: 'false' } },
  'in development a cluster may be open, and the vault in the data folder',
);
t.strictSame(
  configFrom({
    ...PRODUCTION,
    VAULT_URL: 'postgres://visits@db.example.jp:5432/vault?sslmode=verify-full',
    VAULT_MASTER_KEY: MASTER_KEY,
  }).vault,
  { url: 'postgres://visits@db.example.jp:5432/vault?sslmode=verify-full', masterKeys: [NEW_KEY] },
  'a vault apart from an embedded log, so that copies of the two are kept apart',
);
for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
  t.strictSame(
    problemsOf({
      ...PRODUCTION,
      VAULT_URL: `postgres://visits:s3cret@${host}:5432/vault`,
      VAULT_MASTER_KEY: MASTER_KEY,
    }),
    [],
    `a vault on this machine, ${host}, needs no TLS`,
  );
}
t.strictSame(
  problemsOf({ ...PRODUCTION, EVENTSTORE_URL: 'esdb://admin:changeit@es.example.jp?tls=false' }),
  [
    'EVENTSTORE_URL: TLS must not be off in production',
    'EVENTSTORE_URL: the default password must not be used in production',
    'VAULT_URL: needed with EVENTSTORE_URL in production',
  ],
  'production on a cluster as it comes out of the box',
);
t.strictSame(
  problemsOf({
    NODE_ENV: 'production',
    EVENTSTORE_URL: 'esdb://s3cret@es',
    VAULT_URL: 'mysql://visits:s3cret@db/vault',
    VAULT_MASTER_KEY: 's3cret',
  }),
  [
    'EVENTSTORE_URL: esdb://user:password@host:2113?tls=true, with @ : / ? # in a password percent-encoded',
    VAULT_SHAPE,
    'VAULT_MASTER_KEY: keys of 32 bytes in base64, with commas between them',
    'OIDC_ISSUER: needed in production',
  ],
  'what is wrong is never repeated',
);
t.strictSame(
  problemsOf({ VAULT_URL: 'postgres://visits:s3cret@db.example.jp/vault' }),
  ['VAULT_MASTER_KEY: needed with VAULT_URL'],
  'nodes that share a vault share its master key, in development too',
);
t.strictSame(
  problemsOf({ VAULT_MASTER_KEY: MASTER_KEY }),
  ['VAULT_MASTER_KEY: means nothing without VAULT_URL'],
  'the vault in the data folder has its own',
);
for (const [key, what] of [
  [Buffer.alloc(31).toString('base64'), '31 bytes'],
  [Buffer.alloc(33).toString('base64'), '33 bytes'],
  [Buffer.alloc(32).toString('hex'), 'not base64'],
  [`${MASTER_KEY},`, 'an empty key'],
] as const) {
  t.strictSame(
    problemsOf({ VAULT_URL: 'postgres://visits@127.0.0.1/vault', VAULT_MASTER_KEY: key }),
    ['VAULT_MASTER_KEY: keys of 32 bytes in base64, with commas between them'],
    `a master key that is ${what}`,
  );
}
for (const url of [
  'postgres://visits:s3cret@db.example.jp/vault',
  'postgres://visits:s3cret@db.example.jp/vault?sslmode=disable',
  'postgres://visits:sslmode=verify-full@db.example.jp/vault?application_name=sslmode=verify-full',
  'postgres://visits:s3cret@localhost.example.jp/vault',
]) {
  t.strictSame(
    problemsOf({ ...PRODUCTION, VAULT_URL: url, VAULT_MASTER_KEY: MASTER_KEY }),
    ['VAULT_URL: needs sslmode=verify-full in production, unless it is on this machine'],
    `keys must not cross the network in clear: ${url}`,
  );
}
for (const url of [
  'visits',
  'postgres://',
  'postgres:///vault',
  'postgres://db.example.jp/vault',
  'postgres://visits:s3cret@db.example.jp:99999/vault',
  'postgres://visits:s3c%ret@db.example.jp/vault',
  'postgres://visits:s3cret@db.example.jp/vault#x',
  'postgres://visits:s3 cret@db.example.jp/vault',
  'postgres://visits:s3?cret@db.example.jp/vault',
  'postgres://visits:s3cret@db.example.jp/vault?sslmode=require',
  'postgres://visits:s3cret@db.example.jp/vault?sslmode=verify-full&sslmode=disable',
  'postgres://visits:s3cret@db.example.jp/vault?sslmode=verify-full&ssl=0',
  'postgres://visits:s3cret@127.0.0.1/vault?host=db.example.jp',
  'postgres://visits:s3cret@127.0.0.1/vault?query_timeout=0',
]) {
  t.strictSame(problemsOf({ VAULT_URL: url, VAULT_MASTER_KEY: MASTER_KEY }), [VAULT_SHAPE], `VAULT_URL ${url}`);
}
t.strictSame(
  problemsOf({ NODE_ENV: 'production', SIMULATED_CLOCK: '/tmp/clock' }),
  ['OIDC_ISSUER: needed in production', 'SIMULATED_CLOCK: is for development alone'],
  'production without an issuer or with a simulated clock',
);
t.strictSame(
  problemsOf({ NODE_ENV: 'production', OIDC_ISSUER: 'http://id.example.jp' }),
  ['OIDC_ISSUER: must be https:// in production', 'OIDC_AUDIENCE: needed with OIDC_ISSUER'],
  'production with an issuer that anyone could stand in for',
);
t.strictSame(
  problemsOf({ NODE_ENV: 'production', OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_AUDIENCE: 'visits' }),
  [],
  'an issuer beside it on the machine',
);

for (const host of ['::1', '[::1]']) t.equal(configFrom({ HOST: host }).host, '::1', `HOST ${host}`);
t.equal(configFrom({ ...PRODUCTION, HOST: '[::]' }).host, '::');
for (const proxies of ['10.0.0.0/33', '10.0.0.1/8/8', 'proxy', 'true', '10.0.0.1,', '::1/129', '10.0.0.1/']) {
  t.strictSame(
    problemsOf({ TRUSTED_PROXIES: proxies }),
    ['TRUSTED_PROXIES: addresses, or ranges as 10.0.0.0/8, with commas between'],
    `TRUSTED_PROXIES ${proxies}`,
  );
}

t.test('issue 10, 9: in compose.yaml the nodes believe the network between proxy and nodes, and it alone', (t) => {
  const text = readFileSync(new URL('../compose.yaml', import.meta.url), 'utf8');
  const range = /TRUSTED_PROXIES: &nodes-subnet \$\{NODES_SUBNET:-(\S+)\}/.exec(text)?.[1] ?? '';
  t.strictSame(configFrom({ TRUSTED_PROXIES: range }).trustedProxies, ['172.30.253.0/24']);
  t.match(text, /\n {2}nodes:\n {4}internal: true\n {4}ipam: \{ config: \[\{ subnet: \*nodes-subnet \}\] \}\n/);
  t.end();
});
