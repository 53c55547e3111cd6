import t from 'tap';
import { agreement } from '../../../src/domain/agreement/decider.ts';
import type { AgreementEvent } from '../../../src/domain/agreement/events.ts';
import { agreedTerms, openProposal, termsInForceOn, termsLastInForceOn } from '../../../src/domain/agreement/state.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { stateAfter } from '../../support/specification.ts';
import { ASSIST, agreedOn, PARTNER, perHour, termsDeclined, termsEnded, termsProposed } from './example-agreement.ts';

const from = (effectiveFrom: string) => perHour({ effectiveFrom });
const after = (...history: AgreementEvent[]) => stateAfter(agreement, history);
const versionOn = (state: ReturnType<typeof after>, day: string) => termsInForceOn(state, day)?.version ?? null;
const lastVersionOn = (state: ReturnType<typeof after>, day: string) => termsLastInForceOn(state, day)?.version ?? null;

t.test('all versions of a pair are kept with their answers, one at most open', async (t) => {
  const state = after(
    ...agreedOn(1),
    termsProposed(2),
    termsDeclined(2),
    termsProposed(3),
    termsProposed(4, perHour(), { proposedBy: ASSIST }),
    termsEnded(1, '2026-06-30'),
  );
  const version = { content: perHour(), proposedBy: PARTNER, endedOn: null, endings: 0 };
  t.strictSame(state, {
    pair: { networkId: uuidOf('network'), partnerOfficeId: PARTNER, assistOfficeId: ASSIST },
    versions: [
      { ...version, version: 1, answer: 'AGREED', endedOn: '2026-06-30', endings: 1 },
      { ...version, version: 2, answer: 'DECLINED' },
      { ...version, version: 3, answer: 'REPLACED' },
      { ...version, version: 4, answer: 'OPEN', proposedBy: ASSIST },
    ],
  });
  t.strictSame(openProposal(state), { ...version, version: 4, answer: 'OPEN', proposedBy: ASSIST });
  t.equal(openProposal(after(...agreedOn(1))), null);
});

t.test('rule 28: terms are in force from their first day to the day before the next begin', async (t) => {
  const state = after(...agreedOn(1, from('2026-04-01')), ...agreedOn(2, from('2026-07-01')));
  t.strictSame(
    ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((day) => versionOn(state, day)),
    [null, 1, 1, 2],
  );
  t.strictSame(termsInForceOn(state, '2026-06-30'), { version: 1, content: from('2026-04-01'), endsOn: '2026-06-30' });
  t.strictSame(termsInForceOn(state, '2026-07-01'), { version: 2, content: from('2026-07-01'), endsOn: null });
});

t.test('rule 28: what is proposed, declined or replaced is never in force', async (t) => {
  const state = after(termsProposed(1), termsDeclined(1), termsProposed(2), termsProposed(3));
  t.strictSame([agreedTerms(state), termsInForceOn(state, '2026-06-01')], [[], null]);
});

t.test('terms end on the earlier of the day that was said and the day before any later version begins', async (t) => {
  const ends = (...history: AgreementEvent[]) => agreedTerms(after(...history)).map(({ endsOn }) => endsOn);
  const [first, second] = [agreedOn(1, from('2026-04-01')), agreedOn(2, from('2026-07-01'))];
  t.strictSame(ends(...first), [null]);
  t.strictSame(ends(...first, termsEnded(1, '2026-06-10')), ['2026-06-10']);
  t.strictSame(ends(...first, termsEnded(1, '2026-06-10'), ...second), ['2026-06-10', null]);
  t.strictSame(ends(...first, termsEnded(1, '2026-08-31'), ...second), ['2026-06-30', null]);
  t.strictSame(ends(...first, ...second, ...agreedOn(3, from('2026-06-01'))), ['2026-05-31', '2026-05-31', null]);
  t.strictSame(ends(...first, ...second, ...agreedOn(3, from('2026-08-01'))), ['2026-06-30', '2026-07-31', null]);
});

t.test('rule 28: a version that a later one overtakes before its first day is never in force', async (t) => {
  const state = after(...agreedOn(1, from('2026-07-01')), ...agreedOn(2, from('2026-06-01')));
  t.strictSame(
    ['2026-05-31', '2026-06-01', '2026-07-01'].map((day) => versionOn(state, day)),
    [null, 2, 2],
  );
});

t.test('rule 34: else the last terms that were in force count', async (t) => {
  const state = after(
    ...agreedOn(1, from('2026-04-01')),
    termsEnded(1, '2026-04-30'),
    ...agreedOn(2, from('2026-06-01')),
    termsEnded(2, '2026-06-10'),
  );
  t.strictSame(
    ['2026-03-31', '2026-04-01', '2026-05-01', '2026-05-31', '2026-06-01', '2026-06-30'].map((day) => [
      versionOn(state, day),
      lastVersionOn(state, day),
    ]),
    [
      [null, null],
      [1, 1],
      [null, 1],
      [null, 1],
      [2, 2],
      [null, 2],
    ],
  );
});

t.test('rule 34: a version that never was in force is not the last that was', async (t) => {
  const state = after(
    ...agreedOn(1, from('2026-04-01')),
    ...agreedOn(2, from('2026-07-01')),
    ...agreedOn(3, from('2026-06-01')),
    termsEnded(3, '2026-06-30'),
  );
  t.strictSame(
    ['2026-05-31', '2026-06-30', '2026-07-01'].map((day) => [versionOn(state, day), lastVersionOn(state, day)]),
    [
      [1, 1],
      [3, 3],
      [null, 3],
    ],
  );
});
