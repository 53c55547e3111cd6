import { readFileSync } from 'node:fs';
import t from 'tap';
import { eventSchemas } from '../../src/store/event-types.ts';

const DOMAIN = readFileSync(new URL('../../docs/domain.md', import.meta.url), 'utf8');

/** Event names of docs/domain.md's table of streams: those built, and those not built yet. */
const eventsIn = (markdown: string): { built: string[]; unbuilt: string[] } => {
  const rows = [...markdown.matchAll(/^\| [a-z]+ \| [^|]+ \| ?([^|]*)\| ?([^|]*)\|$/gm)];
  const names = (cell: string | undefined): string[] => cell?.match(/[A-Z]\w+/g) ?? [];
  return {
    built: rows.flatMap(([, built]) => names(built)).sort(),
    unbuilt: rows.flatMap(([, , unbuilt]) => names(unbuilt)).sort(),
  };
};

t.test('docs/domain.md lists every event type as built, and marks no other as built', async (t) => {
  const { built, unbuilt } = eventsIn(DOMAIN);
  t.strictSame(built, [...eventSchemas.keys()].sort());
  t.strictSame(
    unbuilt.filter((name) => eventSchemas.has(name)),
    [],
  );
  t.ok(unbuilt.includes('ClientErased'));
});

t.test('the table is read cell by cell', async (t) => {
  t.strictSame(
    eventsIn('| client | v5(network, code) | Born, Aged | ClientErased |\n| log | a single one | | Signed |\n'),
    {
      built: ['Aged', 'Born'],
      unbuilt: ['ClientErased', 'Signed'],
    },
  );
});

t.test('rule 5: a mutation of several is refused with what one of its parts is, or what its right is', async (t) => {
  const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const codesOf = (mutation: string): string[] => {
    const row = new RegExp(`^\\| ${mutation} \\| (.*) \\|$`, 'm').exec(text)?.[1] ?? '';
    return [...row.matchAll(/\[(\w+)\]/g)].map(([, code]) => code ?? '');
  };
  const several = {
    uploadVisits: ['startVisit', 'endVisit', 'recordVisit'],
    verifyVisits: ['verifyVisit'],
    assignCaregiverToVisits: ['assignCaregiver'],
    withdrawClientVisits: ['withdrawVisits'],
  };
  for (const [mutation, parts] of Object.entries(several)) {
    const ofParts = ['FORBIDDEN', 'NOT_FOUND', ...parts.flatMap(codesOf)];
    t.strictSame(codesOf(mutation), [...new Set(ofParts)].sort(), mutation);
  }
});
