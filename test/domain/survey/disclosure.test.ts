import fc from 'fast-check';
import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import { Disclosure } from '../../../src/domain/survey/disclosure.ts';
import type { Audience } from '../../../src/domain/survey/events.ts';
import { type Breakdown, type Response, type ResultGroup, resultsOf } from '../../../src/domain/survey/results.ts';
import { question } from './example-survey.ts';

fc.configureGlobal({ seed: 40, numRuns: 150 });

const AUDIENCES = ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CLIENT'] as const satisfies readonly Audience[];
const NETWORKS = [uuidOf('n', 1), uuidOf('n', 2), uuidOf('n', 3)];
const BREAKDOWNS: readonly Breakdown[][] = [[], ['AUDIENCE'], ['NETWORK'], ['AUDIENCE', 'NETWORK']];
const subsets = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, n) => items.filter((_item, at) => ((n + 1) >> at) & 1));

/**
 * Whether `target` is a linear combination of `vectors`: what anybody could compute from what was
 * shown.
 */
const spans = (vectors: readonly number[][], target: readonly number[]): boolean => {
  const basis: { at: number; row: number[] }[] = [];
  const reduce = (vector: readonly number[]): number[] =>
    basis.reduce(
      (rest, { at, row }) => {
        const factor = (rest[at] ?? 0) / (row[at] ?? 1);
        return rest.map((value, n) => value - factor * (row[n] ?? 0));
      },
      [...vector],
    );
  for (const vector of vectors) {
    const row = reduce(vector);
    const at = row.findIndex((value) => Math.abs(value) > 1e-9);
    if (at >= 0) basis.push({ at, row });
  }
  return reduce(target).every((value) => Math.abs(value) < 1e-9);
};

const questions = [
  question('all', { required: true, audiences: [...AUDIENCES] }),
  question('some', { audiences: [...AUDIENCES], scale: 's' }),
  question('clients', { kind: 'NUMBER', audiences: ['CLIENT'], scale: 's' }),
];

/** All figures of all breakdowns and filters: which cells each is over. */
const everythingShown = (
  responses: readonly Response[],
  threshold: number,
  n: (group: ResultGroup) => number | null,
) => {
  const shown: { cells: string[]; n: number }[] = [];
  for (const breakdown of BREAKDOWNS) {
    for (const audiences of subsets(AUDIENCES)) {
      for (const networkIds of subsets(NETWORKS)) {
        for (const group of resultsOf({ networkIds: NETWORKS, questions, threshold }, responses, breakdown, {
          audiences,
          networkIds,
        })) {
          const figure = n(group);
          if (figure === null) continue;
          const inGroup = (audience: Audience, networkId: string) =>
            audiences.includes(audience as never) &&
            networkIds.includes(networkId) &&
            [audience, null].includes(group.audience) &&
            [networkId, null].includes(group.networkId);
          shown.push({
            cells: AUDIENCES.flatMap((a) => NETWORKS.filter((w) => inGroup(a, w)).map((w) => `${a} ${w}`)),
            n: figure,
          });
        }
      }
    }
  }
  return shown;
};

/**
 * No set of people under the threshold can be computed; every figure shown is over all of its
 * group.
 */
const keepsSecrets = (responses: readonly Response[], threshold: number, code: string): boolean => {
  const answered = responses.filter((response) => response.answers.some((answer) => answer.question === code));
  const count = new Map<string, number>();
  for (const { audience, networkId } of answered)
    count.set(`${audience} ${networkId}`, (count.get(`${audience} ${networkId}`) ?? 0) + 1);
  const cells = [...count.keys()];
  const total = (those: readonly string[]) => those.reduce((sum, cell) => sum + (count.get(cell) ?? 0), 0);
  const vector = (those: readonly string[]) => cells.map((cell) => (those.includes(cell) ? 1 : 0));
  const shown = everythingShown(
    responses,
    threshold,
    (group) => group.answers.find((each) => each.question.code === code)?.n ?? null,
  );
  const vectors = [...new Set(shown.map((each) => vector(each.cells).join()))].map((text) =>
    text.split(',').map(Number),
  );
  const small = subsets(cells).filter((those) => total(those) < threshold);
  return (
    shown.every((each) => each.n === total(each.cells) && each.n >= threshold) &&
    small.every((those) => !spans(vectors, vector(those)))
  );
};

const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 }));
const tables = fc.record({
  threshold: fc.integer({ min: 3, max: 6 }),
  counts: fc.array(cell, { minLength: 9, maxLength: 9 }),
  skip: fc.integer({ min: 2, max: 5 }),
});
const responsesOf = (counts: readonly number[], skip: number): Response[] =>
  counts.flatMap((n, at) =>
    Array.from({ length: n }, (_, person): Response => {
      const audience = AUDIENCES[Math.floor(at / 3)] ?? 'CLIENT';
      const answers = [{ question: 'all', values: ['3'] }];
      if (person % skip !== 0) answers.push({ question: 'some', values: ['4'] });
      if (audience === 'CLIENT') answers.push({ question: 'clients', values: ['7'] });
      return { audience, networkId: NETWORKS[at % 3] ?? '', answers };
    }),
  );

t.test('rule 40: brute-force differencing over all breakdowns and filters finds no group under the threshold', (t) => {
  fc.assert(
    fc.property(tables, ({ threshold, counts, skip }) => {
      const responses = responsesOf(counts, skip);
      return questions.every(({ code }) => keepsSecrets(responses, threshold, code));
    }),
  );
  t.end();
});

t.test('the differencing test itself can fail: suppression of each answer alone is found out', (t) => {
  t.ok(
    spans(
      [
        [1, 1, 1],
        [1, 1, 0],
      ],
      [0, 0, 1],
    ),
  );
  t.ok(
    spans(
      [
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
      ],
      [1, 0, 0],
    ),
  );
  t.notOk(
    spans(
      [
        [1, 1, 1],
        [1, 0, 0],
      ],
      [0, 1, 0],
    ),
  );
  t.end();
});

const shownOf = (rows: Record<string, readonly number[]>, threshold: number) => {
  const cells = Object.entries(rows).flatMap(([audience, counts]) =>
    counts.map((n, at) => ({ audience: audience as Audience, networkId: `n${at + 1}`, n })),
  );
  const disclosure = new Disclosure(cells, threshold);
  const lines = [...Object.keys(rows), ...(Object.values(rows)[0] ?? []).map((_, at) => `n${at + 1}`)];
  const crossings = cells.filter(({ audience, networkId }) =>
    disclosure.shows((each) => each.audience === audience && each.networkId === networkId),
  );
  return [
    ...(disclosure.shows(() => true) ? ['all'] : []),
    ...lines.filter((line) => disclosure.shows((each) => each.audience === line || each.networkId === line)),
    ...crossings.map(({ audience, networkId }) => `${audience} ${networkId}`),
  ];
};

t.test('rule 40: groups under the threshold are hidden, then the next smallest until the hidden ones reach it', (t) => {
  t.strictSame(shownOf({ CAREGIVER: [6, 7, 3] }, 5), ['all', 'CAREGIVER', 'n2', 'CAREGIVER n2']);
  t.strictSame(shownOf({ CAREGIVER: [9, 2, 2, 2] }, 5), ['all', 'CAREGIVER', 'n1', 'CAREGIVER n1']);
  t.strictSame(shownOf({ CAREGIVER: [10], CLIENT: [3] }, 5), ['all', 'n1']);
  t.strictSame(shownOf({ CAREGIVER: [4] }, 5), []);
  t.strictSame(shownOf({ CAREGIVER: [5], CLIENT: [5] }, 5), [
    'all',
    'CAREGIVER',
    'CLIENT',
    'n1',
    'CAREGIVER n1',
    'CLIENT n1',
  ]);
  t.end();
});

t.test('whole networks and audiences are kept before single crossings', (t) => {
  const small = { CAREGIVER: [6, 7], ASSIST_OFFICE: [5, 4], PARTNER_OFFICE: [1, 1] };
  t.strictSame(shownOf(small, 5), ['all', 'CAREGIVER', 'n1', 'n2', 'CAREGIVER n1', 'CAREGIVER n2']);
  t.end();
});
