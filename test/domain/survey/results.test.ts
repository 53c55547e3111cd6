import t from 'tap';
import type { Response } from '../../../src/domain/survey/bases.ts';
import type { Question } from '../../../src/domain/survey/events.ts';
import { type Breakdown, type ResultFilter, resultsOf } from '../../../src/domain/survey/results.ts';
import { cronbachAlpha, meanInterval, shareInterval, t975 } from '../../../src/domain/survey/statistics.ts';
import { ALL, closedSurvey, NETWORK, OTHER_NETWORK, question, yesNo } from './example-survey.ts';

const rounded = (values: readonly number[] | null): number[] | null =>
  values?.map((value) => Math.round(value * 10_000) / 10_000) ?? null;
const likert = question('q1', { scale: 's' });
const choice = question('q2', { kind: 'SINGLE_CHOICE', options: yesNo });
/** Of those who were invited all have answered. */
const results = (
  given: readonly Response[],
  breakdown: readonly Breakdown[],
  filter: ResultFilter = ALL,
  questions: readonly Question[] = [likert, choice],
) => {
  const survey = closedSurvey({ questions, responses: given });
  return resultsOf(survey, [survey], breakdown, filter);
};
const response = (networkId: string, step: string, chosen: string): Response => ({
  audience: 'CAREGIVER',
  networkId,
  answers: [
    { question: 'q1', values: [step] },
    { question: 'q2', values: [chosen] },
  ],
});
const responses = [
  response(NETWORK, '1', 'yes'),
  response(NETWORK, '2', 'yes'),
  response(NETWORK, '4', 'no'),
  response(NETWORK, '5', 'yes'),
];

t.test('counts, shares, mean, sd, median of a group', (t) => {
  const [group] = results(responses, []);
  t.equal(group?.suppressed, false);
  const [first, second] = group?.answers ?? [];
  t.strictSame([first?.n, first?.mean, first?.median], [4, 3, 3]);
  t.strictSame(rounded([first?.sd ?? 0, ...(first?.ci95 ?? [])]), [1.8257, 0.0948, 5.9052]);
  t.strictSame(
    first?.counts.map(({ option, n }) => `${option.value}: ${n}`),
    ['1: 1', '2: 1', '3: 0', '4: 1', '5: 1'],
  );
  t.strictSame([second?.n, second?.mean, second?.sd, second?.median, second?.ci95], [4, null, null, null, null]);
  t.strictSame(
    second?.counts.map(({ n, share }) => [n, share]),
    [
      [3, 0.75],
      [1, 0.25],
    ],
  );
  t.strictSame(
    group?.scales.map(({ n, items, mean }) => [n, items, mean]),
    [[4, 1, 3]],
  );
  t.end();
});

t.test('a group under the threshold holds no number, and says so', (t) => {
  const groups = results([...responses, response(OTHER_NETWORK, '5', 'no')], ['NETWORK']);
  t.strictSame(
    groups.map(({ networkId, suppressed }) => [networkId, suppressed]),
    [
      [NETWORK, true],
      [OTHER_NETWORK, true],
    ],
  );
  const numbers = groups.flatMap(({ answers, scales }) => [
    ...answers.flatMap((each) => [
      each.n,
      each.mean,
      each.sd,
      each.median,
      each.ci95,
      ...each.counts.flatMap(({ n, share, ci95 }) => [n, share, ci95]),
    ]),
    ...scales.flatMap((each) => [each.n, each.mean, each.sd, each.alpha]),
  ]);
  t.ok(numbers.length > 0 && numbers.every((number) => number === null));
  t.end();
});

t.test('a filter takes in what it names', (t) => {
  const two = [...responses, ...responses.map((each) => ({ ...each, networkId: OTHER_NETWORK }))];
  const n = (networkIds: string[]) =>
    results(two, [], { ...ALL, audiences: ['CAREGIVER'], networkIds })[0]?.answers[0]?.n;
  t.strictSame([n([NETWORK]), n([NETWORK, OTHER_NETWORK])], [4, 8]);
  t.end();
});

t.test('rule 40: a scale is hidden where its items’ figures minus its own would tell of too few', async (t) => {
  const items = [question('i1', { scale: 's' }), question('i2', { scale: 's' })];
  const answering = (networkId: string, ...codes: string[]): Response => ({
    audience: 'CAREGIVER',
    networkId,
    answers: codes.map((code) => ({ question: code, values: ['3'] })),
  });
  const group = (networkId: string, whole: number, partly: number) => [
    ...Array.from({ length: whole }, () => answering(networkId, 'i1', 'i2')),
    ...Array.from({ length: partly }, (_, n) => answering(networkId, n % 2 === 0 ? 'i1' : 'i2')),
  ];
  const shown = (given: readonly Response[], breakdown: readonly ['NETWORK'] | readonly []) =>
    results(given, breakdown, undefined, items).map(({ scales }) => scales[0]?.n ?? null);
  t.strictSame(shown(group(NETWORK, 8, 0), []), [8]);
  t.strictSame(shown(group(NETWORK, 8, 1), []), [null]);
  t.strictSame(shown(group(NETWORK, 8, 2), []), [null]);
  t.strictSame(shown(group(NETWORK, 8, 3), []), [8]);
  const both = [...group(NETWORK, 8, 3), ...group(OTHER_NETWORK, 8, 2)];
  t.strictSame(shown(both, []), [16]);
  t.strictSame(shown(both, ['NETWORK']), [null, null], 'nor may all minus one network tell of the other');
  t.strictSame(shown([...group(NETWORK, 8, 3), ...group(OTHER_NETWORK, 8, 0)], ['NETWORK']), [8, 8]);
});

t.test('rule 40: items that few left out rest on those who answered all, and only then', async (t) => {
  const items = ['i1', 'i2', 'i3'].map((code) => question(code, { scale: 's', audiences: ['CAREGIVER', 'CLIENT'] }));
  const answering = (many: number, ...codes: string[]): Response[] =>
    Array.from({ length: many }, () => ({
      audience: 'CAREGIVER',
      networkId: NETWORK,
      answers: codes.map((code) => ({ question: code, values: ['3'] })),
    }));
  const shown = (given: readonly Response[]) => {
    const [group] = results(given, [], undefined, items);
    return [...(group?.answers ?? []), ...(group?.scales ?? [])].map(({ n }) => n);
  };
  const all = answering(8, 'i1', 'i2', 'i3');
  t.strictSame(shown(all), [8, 8, 8, 8]);
  t.strictSame(shown([...all, ...answering(3, 'i1', 'i2')]), [11, 11, 8, 8], 'whoever is told apart is enough');
  t.strictSame(shown([...all, ...answering(2, 'i1', 'i2'), ...answering(2, 'i1')]), [8, 8, 8, 8], 'two, and two');
  t.strictSame(shown([...all, ...answering(2, 'i1', 'i2')]), [8, 8, 8, null], 'two: the scale is hidden as well');
});

t.test('rule 40: no figure of a freely written number is one person’s', async (t) => {
  const hours = question('hours', { kind: 'NUMBER' });
  const writing = (networkId: string, numbers: readonly string[]): Response[] =>
    numbers.map((value) => ({ audience: 'CAREGIVER', networkId, answers: [{ question: 'hours', values: [value] }] }));
  const figures = (given: readonly Response[], breakdown: readonly Breakdown[] = []) =>
    results(given, breakdown, undefined, [hours]).map(({ answers: [one] }) => [one?.n, one?.mean, one?.median]);
  t.strictSame(figures(writing(NETWORK, ['1', '2', '3', '4', '5'])), [[5, 3, null]], 'the median is of the third');
  t.strictSame(figures(writing(NETWORK, ['1', '3', '3', '3', '5'])), [[5, 3, 3]], 'of three');
  t.strictSame(figures(writing(NETWORK, ['0', '0', '0', '0', '0'])), [[5, 0, 0]]);
  const large = writing(NETWORK, ['1', '1', '1', '20', '40']);
  t.strictSame(figures(large), [[null, null, null]], 'who wrote 20 would know who wrote 40');
  const both = [...large, ...writing(OTHER_NETWORK, ['10', '20', '30', '40'])];
  t.strictSame(
    figures(both, ['NETWORK']),
    [
      [null, null, null],
      [4, 25, null],
    ],
    'the others are shown',
  );
  t.strictSame(figures(both), [[null, null, null]], 'nor may all minus these tell of it');
});

t.test('statistics against published tables', (t) => {
  t.strictSame(rounded([1, 2, 4, 5, 10, 30, 120].map(t975)), [12.7062, 4.3027, 2.7764, 2.5706, 2.2281, 2.0423, 1.9799]);
  t.strictSame(rounded(shareInterval(0, 10)), [0, 0.2775]);
  t.strictSame(rounded(shareInterval(81, 263)), [0.2553, 0.3662], 'Newcombe 1998, Wilson without correction');
  t.equal(meanInterval([1]), null);
  t.equal(
    cronbachAlpha([
      [1, 1],
      [2, 2],
      [3, 3],
    ]),
    1,
  );
  t.strictSame([cronbachAlpha([[1], [2]]), cronbachAlpha([[1, 2]]), cronbachAlpha([])], [null, null, null]);
  const decimals = [
    [0.1, 0.7],
    [0.4, 0.4],
    [0.7, 0.1],
  ];
  t.equal(cronbachAlpha(decimals), null, 'of decimals, too, sums that are all the same do not vary');
  t.end();
});
