import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HEADER =
  '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,' +
  '電話番号,FAX番号,法人番号,法人の名称,事業所番号';
const OFFICE = '131016,1,東京都,千代田区,架空介護,カクウカイゴ,訪問介護,東京都千代田区1-1,,35.7,139.7,,,,,1370200014';

t.test('rule 46: whatever is wrong with what a command is given, it says so in a line', async (t) => {
  const folder = t.testdir({
    'text.txt': 'nbNodes = 12;\nnbVehi = 3;\n',
    'marked.json': '\uFEFF{"another": "layout"}',
    'list.csv': 'a,b\n1,2\n',
    'offices.csv': `${HEADER}\r\n${OFFICE}\r\n`,
    data: {},
  });
  const at = (name: string): string => join(folder, name);
  const nobody = 'http://127.0.0.1:9/';
  const wrong: readonly (readonly [string, readonly string[], Record<string, string>?])[] = [
    ['simulate.ts', [at('text.txt')]],
    ['simulate.ts', [at('marked.json')]],
    ['simulate.ts', ['--other']],
    ['import.ts', ['offices', at('list.csv')]],
    ['import.ts', ['offices', at('data')]],
    ['import.ts', ['offices', at('offices.csv'), '--url', nobody]],
    ['import.ts', ['offices', at('offices.csv')], { DATA_DIR: at('list.csv') }],
    ['import.ts', ['offices', at('offices.csv')], { OIDC_ISSUER: 'https://id.example.jp', OIDC_AUDIENCE: 'v' }],
    ['accept-race.ts', ['--times']],
    ['stream.ts', ['visit-1']],
    ['rebuild.ts', ['--from', 'x']],
    ['rebuild.ts', []],
    ['migrate.ts', ['--from', at('list.csv'), '--to', at('other')]],
    ['token.ts', ['x'], { DATA_DIR: at('list.csv') }],
    ['demo.ts', ['--twice']],
    ['bench/generate.ts', ['--events', 'many']],
  ];
  for (const [script, args, environment] of wrong) {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...args], {
      env: { DATA_DIR: at('data'), PORT: '0', ...environment },
      encoding: 'utf8',
    });
    const what = [script, ...args, ...Object.keys(environment ?? {})].join(' ');
    t.ok(status !== null && status > 0, `${what}: ends with ${status}`);
    t.notMatch(stderr, /\n\s+at |^\s*at /, `${what}: no stack trace`);
    t.match(stderr, /\S/, `${what}: says what is wrong`);
  }
});

t.test('the server that cannot start says so in a line', async (t) => {
  const folder = t.testdir({ 'a-file': '' });
  const other = createServer().listen(0, '127.0.0.1');
  t.teardown(() => other.close());
  await once(other, 'listening');
  const PORT = String((other.address() as AddressInfo).port);
  for (const environment of [{ DATA_DIR: join(folder, 'a-file') }, { DATA_DIR: folder, PORT }]) {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/main.ts')], {
      env: { ...environment, LOG_LEVEL: 'fatal' },
      encoding: 'utf8',
    });
    t.equal(status, 1);
    t.match(stderr, /^[^\n]+\n$/);
  }
});

t.test('rule 46: a folder with a space and Japanese letters in its name is a folder', async (t) => {
  const place = join(t.testdir(), '訪問 介護');
  mkdirSync(place);
  for (const part of ['src', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, part), join(place, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  writeFileSync(join(place, 'offices.csv'), `${HEADER}\n${OFFICE}\r\n`);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/import.ts', 'offices', 'offices.csv'], {
    cwd: place,
    env: { DATA_DIR: join(place, 'データ'), PORT: '0' },
    encoding: 'utf8',
  });
  t.equal(status, 0, stderr);
  t.match(stdout, /^1 registered/);
});

t.test('an administrator’s token is sent to another machine only where that is said', async (t) => {
  const requests: unknown[] = [];
  const elsewhere = createHttpServer((request, response) => {
    requests.push(request.headers.authorization);
    response.end();
  }).listen(0, '127.0.0.1');
  t.teardown(() => elsewhere.close());
  await once(elsewhere, 'listening');
  // An address that is not written as one of this machine's.
  const url = `http://0.0.0.0:${(elsewhere.address() as AddressInfo).port}`;
  const folder = t.testdir({ 'offices.csv': `${HEADER}\n${OFFICE}\r\n` });
  const importing = async (...options: string[]): Promise<unknown> => {
    const child = spawn(
      process.execPath,
      ['scripts/import.ts', 'offices', join(folder, 'offices.csv'), '--url', url, ...options],
      { cwd: ROOT, env: { DATA_DIR: join(folder, 'data'), API_TOKEN: 'abc' }, stdio: 'ignore' },
    );
    return (await once(child, 'exit'))[0];
  };
  t.equal(await importing(), 1);
  t.strictSame(requests, []);
  t.equal(await importing('--other-machine'), 1, 'what answers there is no such API');
  t.strictSame(requests, ['Bearer abc']);
});
