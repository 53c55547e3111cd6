import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { userErrors } from '../src/api/user-errors.ts';

const USAGE = `node scripts/errors-doc.ts [--check]

Writes docs/errors.md from the table of user errors; with --check writes nothing and fails where the file is not what would be written.
`;
const FILE = new URL('../docs/errors.md', import.meta.url);

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, check: { type: 'boolean' } } });
/** Numbers and domain.md as links; a mutation's name stays as it is. */
const linked = (rule: string): string =>
  rule.replace(/\d+/g, '[$&](rules.md#rule-$&)').replace('domain.md', '[domain.md](domain.md#limits)');
const rows = Object.entries(userErrors).map(
  ([code, { en, ja, rule }]) => `| ${code} | ${linked(rule)} | ${en} | ${ja} |`,
);
const text = `# Codes of \`userErrors\`

What a rule of the domain refuses comes back in \`userErrors\` of the payload, and nothing is stored. Generated from src/api/user-errors.ts by
\`npm run generate\`.

| code | rule | meaning | 説明 |
| --- | --- | --- | --- |
${rows.join('\n')}
`;

if (values.help) {
  process.stdout.write(USAGE);
} else if (!values.check) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('docs/errors.md is not fresh: npm run generate\n');
  process.exitCode = 1;
}
