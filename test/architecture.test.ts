import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import t from 'tap';
import { MADE_BY } from '../src/projections/digest.ts';
import { projections } from '../src/projections-in-force.ts';

const ROOT = join(import.meta.dirname, '..');
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: readonly { name: string }[];
  options: ICruiseOptions;
};

/** Every broken import rule under a folder, as `rule: from → to`. */
const brokenImports = async (baseDir: string, folders: string[]): Promise<string[]> => {
  const found = await cruise(folders, {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...forbidden] },
  } as ICruiseOptions);
  const { violations } = (found.output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
};

/** What a file's name or text may not hold, and where. */
const textRules: readonly { name: string; where: RegExp; except?: RegExp; path?: RegExp; text?: RegExp }[] = [
  {
    name: 'environment-in-one-file',
    where: /^(src|scripts)\//,
    except: /^src\/(config|main)\.ts$/,
    text: /process\s*(\.|\[')env/,
  },
  {
    name: 'no-catch-all-names',
    where: /^(src|scripts|test)\//,
    path: /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)|(manager|helper|impl)\.ts$/i,
  },
  {
    name: 'time-comes-from-the-clock',
    where: /^src\/(domain|commands|projections|processes)\//,
    text: /Date\.now\(|new Date\(\)|[^.\w]Date\(\)/,
  },
  {
    name: 'domain-has-no-chance',
    where: /^src\/domain\//,
    text: /Math\.random|randomUUID|randomBytes|randomInt|\buuid\.v4|\bv4\b.*from 'uuid'/,
  },
  {
    // `limitedTo`: such a statement would be prepared anew at each run.
    name: 'no-bare-limit',
    where: /^src\//,
    except: /^src\/store\/limited\.ts$/,
    text: /LIMIT \?/,
  },
];

const LONGEST_LINE = 120;
const LONGEST_COMMENT = 100;

/** Too long lines and comments, in characters as people count them; an import stays on its line. */
const tooLong = ([file, text]: readonly [string, string]): string[] =>
  file.endsWith('.gen.ts')
    ? []
    : text.split('\n').flatMap((line, n) => {
        const isComment = /^\s*(\/\/|\/\*|\*)/.test(line);
        const most = isComment ? LONGEST_COMMENT : LONGEST_LINE;
        const isTooLong = [...line].length > most && !line.startsWith('import ');
        return isTooLong ? [`${isComment ? 'short-comments' : 'short-lines'}: ${file}:${n + 1}`] : [];
      });

const brokenTextRules = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files)
    .flatMap(([file, text]) =>
      textRules
        .filter(
          (rule) =>
            rule.where.test(file) && !rule.except?.test(file) && (rule.path?.test(file) || rule.text?.test(text)),
        )
        .map((rule) => `${rule.name}: ${file}`),
    )
    .concat(Object.entries(files).flatMap(tooLong))
    .sort();

/** The tables that SQL in a file names, as they are written there or by the constant of a table. */
const tablesNamedIn = (text: string, tableOf: ReadonlyMap<string, string>): string[] => {
  const written = [
    ...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)/g),
    ...text.matchAll(/\b(\w+)(?:\s+AS\s+\w+)?\s+INDEXED\s+BY\b/g),
  ].map(([, name]) => name);
  const constants = [
    ...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+\$\{(\w+)\.name\}/g),
    ...text.matchAll(/\bselectFrom\(\s*(\w+),/g),
  ].map(([, constant = '']) => tableOf.get(constant));
  return [...written, ...constants].filter((name) => name !== undefined);
};

/** Tables of the read model whose SQL stands in several files, as `table: file, file`. */
const scatteredTables = (files: Readonly<Record<string, string>>, names: ReadonlySet<string>): string[] => {
  const declarations = Object.values(files).flatMap((text) => [
    ...text.matchAll(/(\w+) = table(?:<.*>)?\(\s*'(\w+)'/g),
  ]);
  const tableOf = new Map(declarations.map(([, constant = '', name = '']) => [constant, name]));
  const filesOf = new Map<string, Set<string>>();
  for (const [file, text] of Object.entries(files)) {
    for (const name of tablesNamedIn(text, tableOf)) {
      if (names.has(name)) filesOf.set(name, (filesOf.get(name) ?? new Set()).add(file));
    }
  }
  return [...filesOf]
    .filter(([, those]) => those.size > 1)
    .map(([name, those]) => `${name}: ${[...those].sort().join(', ')}`)
    .sort();
};

/** The texts of all source files under some folders. */
const textsIn = (...folders: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    folders
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      // The peers of scripts/bench, where they are installed, are not ours.
      .filter((file) => file.endsWith('.ts') && !file.includes('/node_modules/'))
      .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
  );

t.test('imports go the allowed ways, without cycles', async (t) => {
  t.strictSame(await brokenImports(ROOT, ['src', 'scripts']), []);
});

t.test('environment, clock, chance and names are where they belong, lines are short', async (t) => {
  const files = textsIn('src', 'scripts', 'test');
  t.ok(Object.hasOwn(files, 'src/config.ts'));
  t.strictSame(brokenTextRules(files), []);
});

const tableNames = new Set(projections.flatMap(({ tables }) => tables.map(({ name }) => name)));

t.test('SQL on a table of the read model stands in one file', async (t) => {
  t.ok(tableNames.size > 25);
  t.strictSame(scatteredTables(textsIn('src'), tableNames), []);
});

t.test('nobody has to raise the version of a view', async (t) => {
  for (const view of projections) t.strictSame(Object.keys(view).sort(), ['handlers', 'name', 'tables'], view.name);
});

t.test('all code that the projections run is in the digest by which the read model is named', async (t) => {
  // Of commands only what processes send: no handler asks them.
  const doNotFollow = { path: '^(node_modules|src/commands)/' };
  const found = await cruise(['src/projections-in-force.ts'], { ...options, doNotFollow, baseDir: ROOT });
  const { modules } = found.output as ICruiseResult;
  const run = new Set(['src/projections-in-force.ts']);
  for (const file of run)
    for (const { resolved, dependencyTypes } of modules.find(({ source }) => source === file)?.dependencies ?? [])
      if (/^src\/(?!commands\/)/.test(resolved) && !dependencyTypes.includes('type-only')) run.add(resolved);
  t.ok(run.size > 100);
  const digested = new Set(globSync(MADE_BY, { cwd: join(ROOT, 'src') }).map((file) => `src/${file}`));
  t.strictSame(
    [...run].filter((file) => !digested.has(file)),
    [],
  );
});

t.test('every test file runs: by itself, or gathered with those of its folder', async (t) => {
  const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
  const [, gatheredFolders = ''] = /"test\/!\(([\w|]+)\)/.exec(text('.taprc')) ?? [];
  const gatherers = readdirSync(join(ROOT, 'test')).filter((file) => file.endsWith('.test.ts'));
  const gathering = (folder: string): string[] =>
    gatherers.flatMap((file) => text(`test/${file}`).split('\n')).filter((line) => line.includes(`./${folder}/`));
  for (const folder of gatheredFolders.split('|')) {
    t.ok(gathering(folder).length > 0, folder);
    if (folder === 'domain') continue;
    const deeper = readdirSync(join(ROOT, 'test', folder), { recursive: true, encoding: 'utf8' });
    t.strictSame(
      deeper.filter((file) => /[/\\].*\.test\.ts$/.test(file)),
      [],
      `${folder} is flat`,
    );
    const excepted = gathering(folder).flatMap((line) => /except: \['([\w.-]+)'\]/.exec(line)?.[1] ?? []);
    for (const file of excepted)
      t.ok(
        gathering(folder).some((line) => line.includes(`/${file}'`)),
        file,
      );
  }
});

t.test('the lock file names no registry, so that any mirror will do', async (t) => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string }>;
  };
  t.ok(Object.keys(packages).length > 500);
  t.strictSame(
    Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined),
    [],
  );
});

t.test('each import rule can fail', async (t) => {
  const imports: Readonly<Record<string, readonly string[]>> = {
    'src/app.ts': ['./store/sqlite-event-store.ts', './api/server.ts'],
    'src/serve.ts': ['./app.ts'],
    'src/config.ts': [],
    'src/domain/money.ts': ['zod', 'node:crypto'],
    'src/domain/bad.ts': ['node:fs', 'pino', '../store/event-store.ts'],
    'src/domain/egg.ts': ['./hen.ts'],
    'src/domain/hen.ts': ['./egg.ts'],
    'src/domain/lost.ts': ['./nowhere.ts'],
    'src/store/event-store.ts': ['../domain/money.ts'],
    'src/store/sqlite-event-store.ts': ['./event-store.ts', 'node:sqlite'],
    'src/store/bad.ts': ['../projections/view.ts', '@eventstore/db-client'],
    'src/exchange/bad.ts': ['../store/event-store.ts'],
    'src/projections/view.ts': ['../store/event-store.ts', '../domain/money.ts'],
    'src/projections/bad.ts': ['../store/sqlite-event-store.ts', '../commands/visit.ts'],
    'src/commands/visit.ts': ['../projections/view.ts', '../store/event-store.ts'],
    'src/commands/bad.ts': ['../api/server.ts', '../store/sqlite-event-store.ts', 'tap'],
    'src/processes/when-a-then-b.ts': ['../commands/visit.ts'],
    'src/processes/driver.ts': [],
    'src/processes/bad.ts': ['../api/server.ts', '../store/sqlite-event-store.ts'],
    'src/mail/bad.ts': ['../api/server.ts', 'nodemailer'],
    'src/api/server.ts': ['../commands/visit.ts', '../processes/driver.ts', '../config.ts'],
    'src/api/bad.ts': [
      '../store/sqlite-event-store.ts',
      '../processes/when-a-then-b.ts',
      '../app.ts',
      '../../test/decided.ts',
      '../documents/paper.ts',
    ],
    'src/documents/paper.ts': [],
    'test/decided.ts': [],
  };
  const packages = ['@eventstore/db-client', 'zod', 'pino', 'tap', 'nodemailer'];
  const folder = t.testdir({
    'tsconfig.json': readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'),
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { '@eventstore/db-client': '*', zod: '*', pino: '*', nodemailer: '*' },
      devDependencies: { tap: '*' },
    }),
  });
  for (const name of packages) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    writeFileSync(join(place, 'index.js'), '');
  }
  for (const [file, targets] of Object.entries(imports)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), targets.map((target) => `import '${target}';\n`).join(''));
  }
  const broken = await brokenImports(folder, ['src', 'test']);
  t.strictSame(broken, [
    'adapters-are-wired-by-hand: src/api/bad.ts → src/store/sqlite-event-store.ts',
    'adapters-are-wired-by-hand: src/commands/bad.ts → src/store/sqlite-event-store.ts',
    'adapters-are-wired-by-hand: src/processes/bad.ts → src/store/sqlite-event-store.ts',
    'adapters-are-wired-by-hand: src/projections/bad.ts → src/store/sqlite-event-store.ts',
    'api-does-not-wire: src/api/bad.ts → src/app.ts',
    'api-lets-processes-alone: src/api/bad.ts → src/processes/when-a-then-b.ts',
    'commands-know-domain-projections-store-and-formats: src/commands/bad.ts → src/api/server.ts',
    'domain-is-pure: src/domain/bad.ts → fs',
    'domain-is-pure: src/domain/bad.ts → node_modules/pino/index.js',
    'domain-is-pure: src/domain/bad.ts → src/store/event-store.ts',
    'domain-is-pure: src/domain/lost.ts → ./nowhere.ts',
    'eventstore-client-in-one-file: src/store/bad.ts → node_modules/@eventstore/db-client/index.js',
    'exchange-knows-domain-alone: src/exchange/bad.ts → src/store/event-store.ts',
    'mail-client-in-one-file: src/mail/bad.ts → node_modules/nodemailer/index.js',
    'mail-knows-commands-domain-projections-and-store: src/mail/bad.ts → src/api/server.ts',
    'no-cycles: src/domain/egg.ts → src/domain/hen.ts',
    'no-unknown-imports: src/domain/lost.ts → ./nowhere.ts',
    'processes-know-commands-domain-projections-and-store: src/processes/bad.ts → src/api/server.ts',
    'projections-know-domain-and-store: src/projections/bad.ts → src/commands/visit.ts',
    'src-knows-no-tests-or-scripts: src/api/bad.ts → test/decided.ts',
    'src-uses-no-development-packages: src/commands/bad.ts → node_modules/tap/index.js',
    'store-knows-domain-alone: src/store/bad.ts → src/projections/view.ts',
    'what-draws-is-loaded-where-asked-for: src/api/bad.ts → src/documents/paper.ts',
  ]);
  t.strictSame(
    [...new Set(broken.map((line) => line.split(':')[0]))].sort(),
    forbidden.map((rule) => rule.name).sort(),
    'every rule is broken here',
  );
});

t.test('SQL in a second file is found, however it names the table', async (t) => {
  const files = {
    'visits.ts': "const visitTable = table('visits', {}); readModel.all('SELECT id FROM visits')",
    'tasks.ts': `const tasks = table<Task, 'due'>('tasks', {}); 'FROM \${tasks.name}'; 'UPDATE tasks SET x = 1'`,
    'offices.ts': "const offices = table<Office>('offices', {}); selectFrom(offices, 'WHERE true')",
    'terms.ts': `'SELECT 1 FROM json_each(?) JOIN visits'; 'DELETE FROM\n \${offices.name}'`,
    'clients.ts': 'selectFrom(tasks, text); the row comes from visits',
    'surveys.ts': 'selectFrom(\n  tasks,\n text)',
    'cover.ts': "const OF_OFFICE = 'visits AS v INDEXED\n BY visits_by_office WHERE true'",
  };
  t.strictSame(scatteredTables(files, new Set(['visits', 'tasks', 'offices'])), [
    'offices: offices.ts, terms.ts',
    'tasks: clients.ts, surveys.ts, tasks.ts',
    'visits: cover.ts, terms.ts, visits.ts',
  ]);
});

t.test('each rule on names and texts can fail', async (t) => {
  const broken = brokenTextRules({
    'src/config.ts': 'process.env.PORT',
    'src/app.ts': 'process.env.PORT',
    'scripts/token.ts': "process['env']",
    'src/domain/calendar.ts': 'new Date(text); const Today = Date.parse(x)',
    'src/domain/visit/decider.ts': 'Date.now()',
    'src/processes/driver.ts': 'new Date()',
    'src/store/clock.ts': 'new Date()',
    'src/domain/ids.ts': "import { v4 } from 'uuid'",
    'src/domain/common.ts': '',
    'src/projections/tasks.ts': '`SELECT 1 FROM tasks LIMIT ?1`',
    'src/projections/visits.ts': 'SELECT 1 FROM visits LIMIT 1',
    'src/api/utils/texts.ts': '',
    'src/store/lock-manager.ts': '',
    'src/domain/commonwealth.ts': '',
    'src/domain/long.ts': `const a = 1;\n${'x'.repeat(120)}\n${'x'.repeat(121)}\n${'利'.repeat(121)}`,
    'src/domain/notes.ts': `// ${'y'.repeat(97)}\n// ${'y'.repeat(98)}\n/** ${'y'.repeat(97)}\n   * ${'y'.repeat(96)}`,
    'src/domain/imports.ts': `import { ${'x'.repeat(121)} } from 'y';\n${'🈁'.repeat(120)}`,
    'src/api/types.gen.ts': 'x'.repeat(121),
  });
  t.strictSame(broken, [
    'domain-has-no-chance: src/domain/ids.ts',
    'environment-in-one-file: scripts/token.ts',
    'environment-in-one-file: src/app.ts',
    'no-bare-limit: src/projections/tasks.ts',
    'no-catch-all-names: src/api/utils/texts.ts',
    'no-catch-all-names: src/domain/common.ts',
    'no-catch-all-names: src/store/lock-manager.ts',
    'short-comments: src/domain/notes.ts:2',
    'short-comments: src/domain/notes.ts:3',
    'short-comments: src/domain/notes.ts:4',
    'short-lines: src/domain/long.ts:3',
    'short-lines: src/domain/long.ts:4',
    'time-comes-from-the-clock: src/domain/visit/decider.ts',
    'time-comes-from-the-clock: src/processes/driver.ts',
  ]);
});
