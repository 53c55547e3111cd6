import { readdirSync } from 'node:fs';
import t from 'tap';
import { userErrors } from '../src/api/user-errors.ts';
import { refusedCodes } from './support/specification.ts';

// The specifications of the domain are many small files without input or output: run in one process
// they take seconds, and what they refuse can be counted together.
const folder = new URL('./domain/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
for (const file of files.sort()) await import(new URL(file, folder).href);
await import('./commands/send.test.ts');

t.test('every code of a refusal is provoked by a test, and none is without a meaning', async (t) => {
  t.ok(files.length > 70);
  t.strictSame([...refusedCodes].sort(), Object.keys(userErrors).sort());
});
