import t from 'tap';
import type { Response } from '../../../src/domain/survey/bases.ts';
import type { Wave } from '../../../src/domain/survey/events.ts';
import { mannWhitneyTest, signedRankTest } from '../../../src/domain/survey/rank-tests.ts';
import { type Breakdown, type ResultFilter, resultsOf } from '../../../src/domain/survey/results.ts';
import type { WaveSurvey } from '../../../src/domain/survey/waves.ts';
import { ALL, closedSurvey, NETWORK, question } from './example-survey.ts';

const differences = (later: readonly number[], earlier: readonly number[]): number[] =>
  later.map((value, n) => value - (earlier[n] ?? 0));
const rounded = (value: number): number => Number(value.toPrecision(4));

t.test('Wilcoxon’s signed-rank test against published examples', async (t) => {
  // Darwin's maize in pairs, after Fisher, The Design of Experiments; the manual of
  // scipy.stats.wilcoxon: p = 0.041259765625.
  const darwin = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75];
  t.strictSame(signedRankTest(darwin), {
    test: 'Wilcoxon signed-rank, two-sided, exact (pairs: 15, unequal: 15)',
    p: 0.041259765625,
    effectSize: 0.6,
  });
  // Hollander and Wolfe 1973, depression before and after a tranquilizer; the manual of R's
  // wilcox.test: V = 40, p = 0.03906.
  const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
  const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
  t.equal(rounded(signedRankTest(differences(before, after)).p), 0.03906);
  t.strictSame(signedRankTest([0, 0, 0]), {
    test: 'Wilcoxon signed-rank, two-sided, exact (pairs: 3, unequal: 0)',
    p: 1,
    effectSize: 0,
  });
});

t.test('the test of Mann and Whitney against published examples', async (t) => {
  // The manual of scipy.stats.mannwhitneyu, age at diagnosis of type II diabetes: U = 17, exact
  // p = 0.1111.
  t.strictSame(mannWhitneyTest([19, 22, 16, 29, 24], [20, 11, 17, 12]), {
    test: 'Mann-Whitney U, two-sided, exact (n: 5 later, 4 earlier)',
    p: 1 / 9,
    effectSize: (2 * 17) / 20 - 1,
  });
  // Hollander and Wolfe 1973, permeability of membranes; the manual of R's wilcox.test: W = 35,
  // one-sided p = 0.1272.
  const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  t.equal(rounded(mannWhitneyTest(term, [1.15, 0.88, 0.9, 0.74, 1.21]).p / 2), 0.1272);
  // Ozone in May and August, R's airquality, with ties; the example of wilcox.test: W = 127.5,
  // p = 0.0001208.
  const may = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
  const august = [
    39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
  ];
  const ozone = mannWhitneyTest(may, august);
  t.equal(ozone.test, 'Mann-Whitney U, two-sided, normal approximation (n: 26 later, 26 earlier)');
  t.strictSame([rounded(ozone.p), ozone.effectSize], [0.0001208, (2 * 127.5) / 676 - 1]);
});

t.test('with ties p is exact: as counted over all signs, and over all ways to draw', async (t) => {
  const moves = [1, 1, -1, 2, 2, 3];
  const ranks = [2, 2, 2, 4.5, 4.5, 6];
  const up = (signs: number): number => ranks.reduce((total, rank, n) => total + ((signs >> n) & 1 ? rank : 0), 0);
  const all = Array.from({ length: 64 }, (_, signs) => up(signs));
  t.equal(signedRankTest(moves).p, all.filter((sum) => Math.abs(sum - 10.5) >= 19 - 10.5).length / 64);
  const [later, earlier] = [
    [3, 4, 4],
    [1, 2, 3, 3],
  ];
  const pooled = [4, 6.5, 6.5, 1, 2, 4, 4];
  const draws = Array.from({ length: 128 }, (_, chosen) => pooled.filter((_rank, n) => (chosen >> n) & 1))
    .filter(({ length }) => length === 3)
    .map((those) => those.reduce((total, rank) => total + rank, 0));
  const far = draws.filter((sum) => Math.abs(sum - 12) >= 17 - 12).length;
  t.equal(rounded(mannWhitneyTest(later, earlier).p), rounded(far / 35));
});

const SATISFIED = question('q1', { audiences: ['CAREGIVER', 'PARTNER_OFFICE', 'CLIENT'] });
const answered = (value: number, panelKey: string | null = null, audience: Response['audience'] = 'CAREGIVER') => ({
  audience,
  networkId: NETWORK,
  answers: [{ question: 'q1', values: [String(value)] }],
  panelKey,
});
const wave = (of: Wave, responses: readonly Response[], over: Partial<WaveSurvey> = {}) =>
  closedSurvey({ wave: of, questions: [SATISFIED], responses, ...over });
const keyed = (values: readonly number[], from = 0) => values.map((value, n) => answered(value, `key ${from + n}`));
const changesOf = (study: readonly WaveSurvey[], breakdown: readonly Breakdown[] = [], filter: ResultFilter = ALL) => {
  const [last] = study.slice(-1);
  return last ? resultsOf(last, study, breakdown, filter).map(({ answers }) => answers[0]?.change ?? null) : [];
};

t.test('a change is that of the people who answered in both waves, where these can be shown', async (t) => {
  const before = wave('BASELINE', keyed([1, 2, 2, 3, 3]));
  t.strictSame(changesOf([before]), [null], 'there is no earlier wave');
  const after = wave('MIDLINE', keyed([2, 2, 4, 4, 5]));
  t.strictSame(changesOf([before, after]), [
    {
      from: 'BASELINE',
      difference: 6 / 5,
      pairs: 5,
      test: 'Wilcoxon signed-rank, two-sided, exact (pairs: 5, unequal: 4)',
      p: 0.125,
      effectSize: 1,
    },
  ]);
  const three = [before, after, wave('ENDLINE', keyed([1, 1, 1, 1, 1]))];
  t.strictSame(
    changesOf(three).map((change) => [change?.from, change?.difference]),
    [['MIDLINE', -12 / 5]],
    'against the wave before',
  );
  t.strictSame(
    changesOf(three, ['WAVE']).map((change) => change?.from ?? null),
    [null, 'BASELINE', 'MIDLINE'],
    'each wave against its own',
  );
  t.strictSame(
    changesOf(three, [], { ...ALL, waves: ['BASELINE', 'ENDLINE'] }),
    [null],
    'of several waves together none',
  );
});

t.test('decimals that moved by the same share their ranks', async (t) => {
  const hours = question('q1', { ...SATISFIED, kind: 'NUMBER' });
  const study = (['BASELINE', 'MIDLINE'] as const).map((of, n) =>
    wave(
      of,
      keyed(
        [
          [0.1, 0.3, 0.7, 0.9, 0.4],
          [0.3, 0.5, 0.9, 1.1, 0.2],
        ][n] ?? [],
      ),
      { questions: [hours] },
    ),
  );
  t.strictSame(
    changesOf(study).map((change) => [change?.pairs, change?.p, change?.effectSize]),
    [[5, 0.375, 0.6]],
    'as for four that moved by one step up and one down: of 32 signs 12 are as far apart',
  );
});

t.test('rule 40: where pairs would tell of a few, all who answered in either wave are compared', async (t) => {
  const before = wave('BASELINE', keyed([1, 2, 2, 3, 3]));
  const compared = (after: readonly Response[]) =>
    changesOf([before, wave('MIDLINE', after)]).map((change) => [change?.pairs, change?.difference, change?.test]);
  const apart = (n: number) => `Mann-Whitney U, two-sided, exact (n: ${n} later, 5 earlier)`;
  t.strictSame(
    compared([2, 2, 4, 4, 5].map((value) => answered(value))),
    [[null, 17 / 5 - 11 / 5, apart(5)]],
    'nothing joins them',
  );
  t.strictSame(
    compared(keyed([2, 2, 4, 4, 5, 1])),
    [[null, 3 - 11 / 5, apart(6)]],
    'the figures of all minus those of the pairs are the sixth’s answer',
  );
  t.strictSame(
    compared(keyed([2, 2, 4, 4, 5, 1, 1, 1])),
    [[5, 6 / 5, 'Wilcoxon signed-rank, two-sided, exact (pairs: 5, unequal: 4)']],
    'three more are enough',
  );
  t.strictSame(compared(keyed([5, 5])), [[undefined, undefined, undefined]], 'what is hidden has no change');
});

t.test('a question of another wave is the same by code, kind, wording and options', async (t) => {
  const before = wave('BASELINE', keyed([1, 2, 2, 3, 3]));
  const asking = (over: Parameters<typeof question>[1]) =>
    changesOf([
      before,
      wave('MIDLINE', keyed([2, 2, 4, 4, 5]), { questions: [question('q1', { ...SATISFIED, ...over })] }),
    ]).map((change) => change !== null);
  t.strictSame(asking({ text: 'q1 ？' }), [true], 'spaces, marks and width aside');
  t.strictSame(asking({ text: 'q2?' }), [false]);
  t.strictSame(asking({ kind: 'SCALE_0_10' }), [false]);
});

t.test('results by wave and by role of the office', async (t) => {
  const before = wave('BASELINE', keyed([1, 2, 2, 3, 3]));
  const after = wave('MIDLINE', [
    ...keyed([2, 2, 4]),
    ...[1, 1, 1, 1].map((value) => answered(value, null, 'PARTNER_OFFICE')),
    ...[5, 5, 5].map((value) => answered(value, null, 'CLIENT')),
  ]);
  const figures = (breakdown: readonly Breakdown[], filter: Partial<ResultFilter> = {}) =>
    resultsOf(after, [before, after], breakdown, { ...ALL, ...filter }).map(
      ({ wave: of, officeRole, audience, answers: [one] }) => [of, officeRole, audience, one?.n, one?.mean],
    );
  t.strictSame(figures([]), [[null, null, null, 10, 2.7]], 'of the survey alone');
  t.strictSame(figures(['WAVE']), [
    ['BASELINE', null, null, 5, 2.2],
    ['MIDLINE', null, null, 10, 2.7],
  ]);
  t.strictSame(figures([], { waves: ['BASELINE'] }), [[null, null, null, 5, 2.2]]);
  t.strictSame(figures([], { waves: ['BASELINE', 'MIDLINE'] }), [[null, null, null, 15, 38 / 15]], 'together');
  t.strictSame(figures([], { waves: ['ENDLINE'] }), [[null, null, null, null, null]], 'one that has not been');
  t.strictSame(figures(['OFFICE_ROLE']), [
    [null, 'ASSIST', null, 3, 8 / 3],
    [null, 'PARTNER', null, 4, 1],
    [null, null, null, 3, 5],
  ]);
  t.strictSame(figures(['OFFICE_ROLE', 'AUDIENCE'], { audiences: ['CAREGIVER', 'CLIENT'] }), [
    [null, 'ASSIST', 'CAREGIVER', 3, 8 / 3],
    [null, null, 'CLIENT', 3, 5],
  ]);
});

t.test('rule 40: what takes in several surveys is shown where each part could be by itself', async (t) => {
  const few = wave('BASELINE', keyed([1, 2]));
  const many = wave('MIDLINE', keyed([2, 2, 4, 4]));
  const n = (waves: readonly Wave[]) =>
    resultsOf(many, [few, many], [], { ...ALL, waves }).map(({ answers: [one] }) => one?.n);
  t.strictSame([n(['MIDLINE']), n(['BASELINE', 'MIDLINE'])], [[4], [null]], 'all minus four are two');
});

t.test('rule 40: the median of a number is shown where enough wrote it in one wave', async (t) => {
  const hours = question('q1', { kind: 'NUMBER' });
  const median = (first: readonly number[], second: readonly number[]) => {
    const over = { questions: [hours] };
    const both = [wave('BASELINE', keyed(first), over), wave('MIDLINE', keyed(second), over)] as const;
    return resultsOf(both[1], both, [], { ...ALL, waves: ['BASELINE', 'MIDLINE'] })[0]?.answers[0]?.median;
  };
  t.equal(median([3, 7, 7, 9], [3, 7, 7, 9]), null, 'the same two, twice');
  t.equal(median([3, 7, 7, 7, 9], [3, 7, 9]), 7);
});
