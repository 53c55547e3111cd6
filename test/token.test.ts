import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import t from 'tap';
import { verifierFrom } from '../src/api/auth.ts';

const token = (args: readonly string[], environment: Record<string, string>) =>
  promisify(execFile)(process.execPath, ['scripts/token.ts', ...args], { env: environment }).catch((error) => error);

t.test('prints one token for the subject and nothing else', async (t) => {
  const dataDir = t.testdir();
  const { stdout, stderr } = await token(['u1'], { DATA_DIR: dataDir });
  t.match(stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  t.equal(stderr, '');
  t.equal((await (await verifierFrom({ oidc: null, dataDir })).verified(`Bearer ${stdout.trim()}`))?.subject, 'u1');
});

t.test('says how it is used, and prints no token, without exactly one subject or with an issuer', async (t) => {
  const dataDir = t.testdir();
  const cases: readonly [readonly string[], Record<string, string>, number, RegExp][] = [
    [[], {}, 2, /^npm run --silent token -- <subject>/],
    [['u1', 'u2'], {}, 2, /^npm run --silent token -- <subject>/],
    [['u1'], { OIDC_ISSUER: 'https://id.example.jp', OIDC_AUDIENCE: 'visits' }, 1, /^OIDC_ISSUER is set/],
    [['u1'], { PORT: 'x' }, 1, /PORT: a whole number/],
  ];
  for (const [args, environment, code, said] of cases) {
    const ended = await token(args, { DATA_DIR: dataDir, ...environment });
    t.strictSame({ code: ended.code, stdout: ended.stdout }, { code, stdout: '' });
    t.match(ended.stderr, said);
  }
});
