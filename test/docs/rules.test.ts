import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { userErrors } from '../../src/api/user-errors.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RULES = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');

type Texts = Readonly<Record<string, string>>;

/** Texts by path of all files under folders of the repository with one of the endings. */
const textsUnder = (folders: readonly string[], endings: RegExp): Texts =>
  Object.fromEntries(
    folders
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => endings.test(file))
      .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
  );

/** "3, 9" → 3, 9; "13–18" → 13 to 18. */
const numbersOf = (list: string): number[] =>
  [...list.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, n) => Number(from) + n),
  );

/** A comment that goes on in its next line, in TypeScript or GraphQL, reads as one line. */
const unwrapped = (text: string): string => text.replace(/\n\s*(?:\*|\/\/|#)?\s*/g, ' ');

const CITED_ONE = /\brule (\d+)/gi;
const CITED_SEVERAL = /\brules (\d+(?:(?:, | and |\s*[–-]\s*)\d+)*)/gi;

/** Numbers of the rules that a text cites, in any of the forms that comments and names use. */
const citedIn = (text: string): number[] =>
  [CITED_ONE, CITED_SEVERAL].flatMap((form) =>
    [...unwrapped(text).matchAll(form)].flatMap(([, list]) => numbersOf(list ?? '')),
  );

interface Rule {
  readonly number: number;
  readonly hasAnchor: boolean;
  /** Marked at its head as not built at all. */
  readonly isUnbuilt: boolean;
}

/** The rules of a document, in its order. */
const rulesIn = (markdown: string): Rule[] =>
  [...markdown.matchAll(/(<a id="rule-(\d+)"><\/a>\n\n)?^### Rule (\d+): .+\n\n(.*)/gm)].map(
    ([, , anchor, number, head]) => ({
      number: Number(number),
      hasAnchor: anchor === number,
      isUnbuilt: head === '> **Not built yet:** the whole rule.',
    }),
  );

/** Citations of rules that the document does not have, as `file: number`. */
const citedInVain = (rules: readonly Rule[], texts: Texts): string[] => {
  const known = new Set(rules.map(({ number }) => number));
  return Object.entries(texts).flatMap(([file, text]) =>
    [...new Set(citedIn(text))].filter((number) => !known.has(number)).map((number) => `${file}: ${number}`),
  );
};

/** Rules of which something is built, and that no text names. */
const namedByNone = (rules: readonly Rule[], texts: Texts): number[] => {
  const named = new Set(Object.values(texts).flatMap(citedIn));
  return rules.filter(({ number, isUnbuilt }) => !isUnbuilt && !named.has(number)).map(({ number }) => number);
};

const rules = rulesIn(RULES);

t.test('docs/rules.md numbers its rules without a gap, each with its anchor, and marks them in one way', async (t) => {
  t.strictSame(
    rules.map(({ number }) => number),
    rules.map((_, n) => n + 1),
  );
  t.ok(rules.length > 40);
  t.strictSame(
    rules.filter(({ hasAnchor }) => !hasAnchor),
    [],
  );
  const entries = RULES.slice(RULES.indexOf('\n### Rule 1:'));
  t.strictSame(
    entries.split('\n').filter((line) => /not (yet )?built/i.test(line) && !line.startsWith('> **Not built yet:** ')),
    [],
  );
});

t.test('every link to a rule leads to one', async (t) => {
  const documents = textsUnder(['docs'], /\.md$/);
  const targets = Object.values(documents).flatMap((text) => [...text.matchAll(/#rule-(\d+)\)/g)]);
  t.ok(targets.length > 50);
  t.strictSame(
    targets.filter(([, number]) => !rules.some((rule) => rule.number === Number(number))).map(([link]) => link),
    [],
  );
});

t.test('every rule that is cited in src, scripts and test stands in docs/rules.md', async (t) => {
  const { 'test/docs/rules.test.ts': _planted, ...texts } = textsUnder(['src', 'scripts', 'test'], /\.(ts|graphql)$/);
  t.ok(Object.values(texts).flatMap(citedIn).length > 200);
  t.strictSame(citedInVain(rules, texts), []);
  const columns = Object.entries(userErrors).map(([code, { rule }]) => [code, `rules ${rule}`] as const);
  t.strictSame(citedInVain(rules, Object.fromEntries(columns)), [], 'the rule of each code of userErrors');
});

t.test('every rule of which something is built is named by a test', async (t) => {
  const tests = Object.entries(textsUnder(['test'], /\.ts$/)).filter(([file]) => !file.startsWith('test/docs/'));
  t.strictSame(namedByNone(rules, Object.fromEntries(tests)), []);
});

t.test('citations are found in every form, lists, ranges and wrapped comments too', async (t) => {
  const forms = {
    'Rule 9 once more': [9],
    "(rule 28), and rule 20's codes": [28, 20],
    'rules 13–18': [13, 14, 15, 16, 17, 18],
    'rules 3, 9: both': [3, 9],
    'rules 38, 39 and 43': [38, 39, 43],
    '/**\n * by the band (rule\n * 27), and (rules 22,\n * 24–25)\n */': [27, 22, 24, 25],
    '// as in\n// rule 7': [7],
    'the rule, 5 at most; architecture rules': [],
  };
  t.strictSame(Object.fromEntries(Object.keys(forms).map((text) => [text, citedIn(text)])), forms);
});

t.test('each check can fail', async (t) => {
  const planted = rulesIn(
    [
      '<a id="rule-1"></a>\n\n### Rule 1: built\n\nA sentence.\n',
      '<a id="rule-2"></a>\n\n### Rule 2: built in part\n\nA sentence.\n\n> **Not built yet:** a part.\n',
      '<a id="rule-4"></a>\n\n### Rule 3: not built\n\n> **Not built yet:** the whole rule.\n\nA sentence.\n',
    ].join('\n'),
  );
  t.strictSame(planted, [
    { number: 1, hasAnchor: true, isUnbuilt: false },
    { number: 2, hasAnchor: true, isUnbuilt: false },
    { number: 3, hasAnchor: false, isUnbuilt: true },
  ]);
  const texts = { 'src/a.ts': '// rules 1–3', 'test/b.test.ts': "t.test('rule 99: …')", 'test/c.test.ts': '// rule 1' };
  t.strictSame(citedInVain(planted, texts), ['test/b.test.ts: 99']);
  t.strictSame(namedByNone(planted, { 'test/c.test.ts': '// rule 1' }), [2]);
  t.strictSame(citedInVain(rules, texts), ['test/b.test.ts: 99']);
  t.strictSame(namedByNone(rules, { 'test/c.test.ts': "t.test('rules 1–48: …')" }), [49]);
});
