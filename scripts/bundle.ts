import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'src', sep);
const BUNDLE = join(ROOT, 'dist');
/** Says what the bundle was made of; written last. */
const MADE_OF = join(BUNDLE, 'made-of');
/**
 * The process and its threads; the questions are a module of their own, as their thread takes it by
 * its address.
 */
const ENTRIES = ['main', 'serve', 'projector-worker', 'question-worker', 'commands/long-questions'];
const SURELY_UNUSED_MILLISECONDS = 86_400_000;

/**
 * The server in few files, `dist/main.js`, made by esbuild of src and of the packages where it is
 * not there or was made of something else. It starts in half the time of its 1,200 single files,
 * and holds a quarter less memory. Safe beside others that do the same, and beside servers that run
 * from an older one. Answers the path of `main.js`.
 */
export const bundledMain = async (): Promise<string> => {
  const main = join(BUNDLE, 'main.js');
  const madeOf = digestOfSources();
  if (textOf(MADE_OF) === madeOf) return main;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(ENTRIES.map((entry) => [basename(entry), `src/${entry}.ts`])),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: 'linked',
    outdir: BUNDLE,
    chunkNames: 'part-[hash]',
    // Packages in CommonJS look for those of node.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    // What is loaded only where it is asked for: 9 MB of text that development alone needs; what
    // draws documents, which reads files beside it; 5 MB of banks, in the thread for questions.
    external: ['@graphql-yoga/render-graphiql', 'pdfkit', 'fontkit', 'zengin-code'],
    logLevel: 'warning',
    write: false,
    plugins: [addressesOfSources],
  });
  mkdirSync(BUNDLE, { recursive: true });
  for (const { path, contents } of outputFiles) replace(path, contents);
  replace(MADE_OF, madeOf);
  deleteOld(outputFiles.map(({ path }) => path));
  return main;
};

/** In the bundle `import.meta.url` stays that of the source, but for what is bundled itself. */
const addressesOfSources: Plugin = {
  name: 'addresses of sources',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!path.startsWith(SOURCES)) return null;
      const source = JSON.stringify(relative(BUNDLE, path));
      const contents = readFileSync(path, 'utf8')
        .replace(/new URL\('\.\/([\w/-]+)\.ts', import\.meta\.url\)/g, (written, entry: string) =>
          ENTRIES.includes(entry) ? `new URL('./${basename(entry)}.js', import.meta.url)` : written,
        )
        .replace(
          /new URL\(('\.[^']*\/'|'\.\.'), import\.meta\.url\)/g,
          `new URL($1, new URL(${source}, import.meta.url))`,
        );
      return { contents, loader: 'ts' };
    });
  },
};

const digestOfSources = (): string => {
  const hash = createHash('sha256');
  for (const file of [...globSync('src/**/*.ts', { cwd: ROOT }).sort(), 'package-lock.json', 'scripts/bundle.ts'])
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
};

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** At once: nobody reads half of it. */
const replace = (path: string, contents: string | Uint8Array): void => {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  writeFileSync(beside, contents);
  renameSync(beside, path);
};

const deleteOld = (present: readonly string[]): void => {
  for (const file of globSync('*', { cwd: BUNDLE }).map((name) => join(BUNDLE, name))) {
    const isOld = Date.now() - statSync(file).mtimeMs > SURELY_UNUSED_MILLISECONDS;
    if (isOld && !present.includes(file) && file !== MADE_OF) rmSync(file, { force: true });
  }
};

if (import.meta.main) await bundledMain();
