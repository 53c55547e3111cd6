import { readdirSync } from 'node:fs';
import t from 'tap';
import { userErrors } from '../src/api/user-errors.ts';
import type { decider } from '../src/domain/decider.ts';
import { refusedCodes, specified } from './support/specification.ts';

// The specifications of the domain are many small files without input or output: run in one process
// they take seconds, and what they refuse can be counted together.
const folder = new URL('./domain/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
for (const file of files.sort()) await import(new URL(file, folder).href);
// What it refuses is counted too.
await import('./commands/send.test.ts');

t.test('every code of a refusal is provoked by a test, and none is without a meaning', async (t) => {
  t.ok(files.length > 70);
  const ofRules = Object.keys(userErrors).filter((code) => !ELSEWHERE.includes(code));
  t.strictSame([...refusedCodes].sort(), ofRules.sort());
});

/** Provoked where they arise: of a part of several, of accounts, bank files and care plans. */
const ELSEWHERE = [
  ...['FORBIDDEN', 'NOT_FOUND'],
  // test/api/bank-transfer.test.ts
  ...['ACCOUNT_MISSING', 'BANK_UNKNOWN', 'BRANCH_UNKNOWN', 'CONSIGNOR_CODE_MISSING', 'HOLDER_TOO_LONG'],
  ...['HOLDER_UNWRITABLE', 'NOT_IN_FILE', 'PAYEE_BRANCH_UNKNOWN', 'PAYEE_NAME_UNWRITABLE', 'STATEMENT_OF_OTHER_OFFICE'],
  // test/api/careplans.test.ts
  ...['CLIENT_TWICE', 'CLIENT_UNKNOWN', 'COLUMNS_SHIFTED', 'EMPTY', 'MORE_BAD_ROWS', 'NAME_UNKNOWN', 'OTHER_MONTH']
    .concat(['OTHER_OFFICE', 'OTHER_SERVICE', 'QUOTE_MISPLACED', 'TOO_LARGE', 'UNREADABLE', 'VALUE_INVALID'])
    .concat(['VERSIONS_MIXED', 'VERSION_UNKNOWN'])
    .map((what) => `CAREPLAN_${what}`),
  ...['CHARACTER_UNWRITABLE', 'CLIENT_NUMBERS_MISSING', 'PLANNED_VISIT_COVERED', 'PLANNED_VISIT_UNKNOWN'],
  'TOO_MANY_PLANNED_VISITS',
];

/** What cannot be shown of a command, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'bankfile MakeBankFile refused': 'what cannot go into it is refused before; who comes second finds it made',
  'answer GatherAnswers refused': 'a process sends it; nothing stands in its way',
  'invitation InviteRespondent refused': 'a process sends it; nothing stands in its way',
  'invitation RefuseAnswer refused': 'a process sends it; nothing stands in its way',
  'invitation RemindRespondent repeated': 'each reminder is one more',
  'invitation UseInvitation repeated': 'found by its command id before it is decided (rule 4)',
  'notice GiveNotice refused': 'a process sends it; nothing stands in its way',
  'notice ReturnNotice refused': 'a process sends it; nothing stands in its way',
  'settlement CloseMonth repeated': 'found by its command id before it is decided (rule 4)',
  'study EndStudy refused': 'a process sends it; nothing stands in its way',
  'survey RemindRespondents repeated': 'each reminder is one more; a repeat is found by its command id (rule 4)',
  'survey CloseSurvey stale': 'closed meanwhile is the same as a repeat',
};

const isDecider = (exported: unknown): exported is ReturnType<typeof decider> =>
  (exported as { commandTypes?: unknown } | null)?.commandTypes !== undefined;

t.test('every command of every aggregate is specified', async (t) => {
  const sources = readdirSync(new URL('../src/domain/', import.meta.url), { recursive: true, encoding: 'utf8' });
  const modules = await Promise.all(
    sources.filter((file) => file.endsWith('/decider.ts')).map((file) => import(`../src/domain/${file}`)),
  );
  const deciders = modules.flatMap((module) => Object.values(module)).filter(isDecider);
  const wanted = deciders.flatMap(({ category, commandTypes }) =>
    commandTypes.flatMap((type) =>
      ['happens', 'refused', 'repeated', 'stale'].map((shown) => `${category} ${type} ${shown}`),
    ),
  );
  t.strictSame(wanted.filter((one) => !specified.has(one)).sort(), Object.keys(WITHOUT).sort());
});
