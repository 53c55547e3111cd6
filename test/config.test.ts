import t from 'tap';
import { ConfigInvalid, configFrom } from '../src/config.ts';

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
    oidc: null,
    adminSubjects: ['admin'],
    logLevel: 'info',
    publicUrl: null,
    simulatedClock: null,
  },
  'with nothing set: development on this machine',
);

t.strictSame(
  configFrom({
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: '0',
    DATA_DIR: '/srv/data',
    OIDC_ISSUER: 'https://id.example.jp/realm',
    OIDC_AUDIENCE: 'visits',
    ADMIN_SUBJECTS: 'a1, a2',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'https://visits.example.jp/',
    UNKNOWN: 'x',
  }),
  {
    production: true,
    host: '0.0.0.0',
    port: 0,
    dataDir: '/srv/data',
    oidc: { issuer: 'https://id.example.jp/realm', audience: 'visits' },
    adminSubjects: ['a1', 'a2'],
    logLevel: 'warn',
    publicUrl: 'https://visits.example.jp',
    simulatedClock: null,
  },
  'production, everything set',
);

t.strictSame(
  configFrom({ NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example.jp', OIDC_AUDIENCE: 'visits' }).adminSubjects,
  [],
  'no administrators by default in production',
);
t.equal(configFrom({ EVENTSTORE_URL: '', PORT: '' }).port, 4000, 'an empty variable counts as unset');
t.equal(configFrom({ HOST: '::1', SIMULATED_CLOCK: '/tmp/clock' }).simulatedClock, '/tmp/clock');

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
  problemsOf({ EVENTSTORE_URL: 'esdb://127.0.0.1:2113' }),
  ['EVENTSTORE_URL: the store on EventStoreDB comes with a later release; leave it unset for the embedded one'],
  'a store that is not built is refused, not ignored',
);
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
