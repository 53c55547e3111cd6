import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { processes } from '../../src/processes/registry.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.startsWith('when-') && file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

t.test('every process has the name of its file, stands in the registry once, and has its specification', async (t) => {
  const names = processes.map(({ name }) => name).sort();
  t.strictSame(names, namesIn('src/processes', '.ts'));
  t.strictSame(names, namesIn('test/processes', '.test.ts'));
});
