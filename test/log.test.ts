import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { createLog } from '../src/log.ts';

const NAME = '山田花子';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): readonly Record<string, unknown>[] => {
  const lines: string[] = [];
  write(createLog('info', { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
};

t.test('a line is JSON with its level, a UTC time, and listed fields alone', async (t) => {
  const [line, ...rest] = linesOf((log) => {
    log.debug('not at this level');
    log.info(
      { url: 'http://127.0.0.1:4000', name: NAME, authorization: 'Bearer x', req: { url: `/graphql?query=${NAME}` } },
      'ready',
    );
  });
  t.strictSame(rest, []);
  t.match(line?.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  t.strictSame({ ...line, time: null }, { level: 30, time: null, url: 'http://127.0.0.1:4000', msg: 'ready' });
});

t.test('an error is logged by kind, code and place, never with its message', async (t) => {
  const error = Object.assign(new TypeError(`no such client: ${NAME}`), { code: 'E_X', cause: NAME });
  const lines = linesOf((log) => {
    log.error(error);
    log.error({ err: error }, error.message);
    log.child({ reqId: 'r1' }).warn({ err: error, code: 'X' }, error.message);
  });
  t.equal(lines.length, 3);
  t.notMatch(JSON.stringify(lines), NAME);
  for (const line of lines) {
    t.equal(line.msg, 'an error');
    const { type, code, stack } = line.err as { type: string; code: string; stack: string[] };
    t.strictSame({ type, code }, { type: 'TypeError', code: 'E_X' });
    t.match(stack[0], /^at .*log\.test\.ts/);
  }
  t.equal(lines[2]?.reqId, 'r1');
});

t.test('each field that the system writes is a listed one, and so stands in the line', async (t) => {
  const root = join(import.meta.dirname, '../src');
  const texts = globSync('**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const written = texts.flatMap((text) => [...text.matchAll(/[lL]og(?:ger)?\.[a-z]+\(\s*\{([^}]+)\}/g)]);
  const names = written.flatMap(([, fields = '']) =>
    [...fields.matchAll(/(?:^|,)\s*([a-z]\w*)/g)].map(([, name = '']) => name),
  );
  t.ok(['events', 'of', 'question', 'office'].every((name) => names.includes(name)));
  const [line] = linesOf((log) => log.info(Object.fromEntries(names.map((name) => [name, 1])), 'all'));
  t.strictSame(
    [...new Set(names)].filter((name) => !Object.hasOwn(line ?? {}, name)),
    [],
  );
});
