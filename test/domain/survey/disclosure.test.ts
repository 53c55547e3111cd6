import t from 'tap';
import { Disclosure } from '../../../src/domain/survey/disclosure.ts';
import type { Audience } from '../../../src/domain/survey/events.ts';

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
