import t from 'tap';
import type { MonthItem } from '../../../src/domain/fees/month-items.ts';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import { type ResultVisit, resultRowsOf } from '../../../src/domain/plan/results.ts';
import { Rejected } from '../../../src/domain/rejected.ts';
import { refusalOf } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import { planned } from './example-plan.ts';

const id = (name: string): Uuid => uuidOf('visit', name);
/** 身体介護1 on 1 June, 10:00 to 10:20 in Tokyo. */
const visit = (name: string, over: Partial<ResultVisit> = {}): ResultVisit => ({
  visitId: id(name),
  pairedVisitId: null,
  service: 'PHYSICAL_CARE',
  minutes: 20,
  physicalMinutes: null,
  plannedStart: '2026-06-01T01:00:00.000Z',
  plannedEnd: '2026-06-01T01:20:00.000Z',
  emergency: false,
  basis: basis(),
  ...over,
});
const later = { plannedStart: '2026-06-02T10:00:00.000Z', plannedEnd: '2026-06-02T10:30:00.000Z', minutes: 30 };
const plan = (...visits: ReturnType<typeof planned>[]) => ({ visits, items: [] });
const rows = (...args: Parameters<typeof resultRowsOf>) => {
  try {
    return resultRowsOf(...args).map(
      ({ start, end, serviceCode, units }) =>
        `${start.slice(5, 16)} ${end?.slice(11, 16) ?? '-'} ${serviceCode} ${units}`,
    );
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return [error, ...error.others].map((one) =>
      `${refusalOf(one).refused} ${one.path} ${one.visitStart ?? ''}`.trim(),
    );
  }
};

t.test('rule 29: 実績 goes by planned start and minutes, in the order of the starts', async (t) => {
  t.strictSame(rows([visit('later', later), visit('one')], null, '2026-06', null), [
    '06-01T01:00 01:20 111111 244',
    '06-02T10:00 10:30 111212 484',
  ]);
  t.strictSame(rows([], null, '2026-06', null), ['NOTHING_TO_EXPORT month']);
});

t.test('rule 10: two caregivers at once are one row of their own code, twice the units', async (t) => {
  const pair = [visit('one', { pairedVisitId: id('two') }), visit('two', { pairedVisitId: id('one') })];
  t.strictSame(rows(pair, null, '2026-06', null), ['06-01T01:00 01:20 111121 488']);
  t.strictSame(rows(pair, plan(planned({ serviceCode: '111121' })), '2026-06', null), ['06-01T01:00 01:20 111121 488']);
  t.strictSame(
    rows(pair.slice(0, 1), null, '2026-06', null),
    ['06-01T01:00 01:20 111111 244'],
    'one alone, where the other was not made',
  );
  const stretched = pair.map((one) => ({ ...one, ...later }));
  t.strictSame(rows(stretched, null, '2026-06', null), ['06-02T10:00 10:30 111222 968']);
});

t.test('what overlaps is refused, each visit named; a pair does not', async (t) => {
  const overlapping = visit('two', {
    plannedStart: '2026-06-01T01:10:00.000Z',
    plannedEnd: '2026-06-01T01:30:00.000Z',
  });
  t.strictSame(rows([visit('one'), overlapping, visit('later', later)], null, '2026-06', null), [
    'RESULTS_OVERLAP month 2026-06-01T01:00:00.000Z',
    'RESULTS_OVERLAP month 2026-06-01T01:10:00.000Z',
  ]);
});

t.test('a visit that the plan has not so is refused; where none was imported nothing is compared', async (t) => {
  const refused = ['RESULT_NOT_PLANNED month 2026-06-01T01:00:00.000Z'];
  t.strictSame(rows([visit('one')], plan(), '2026-06', null), refused);
  t.strictSame(
    rows([visit('one')], plan(planned({ plannedEnd: '2026-06-01T01:25:00.000Z' })), '2026-06', null),
    refused,
  );
  t.strictSame(
    rows([visit('one')], plan(planned({ serviceCode: '117211' })), '2026-06', null),
    refused,
    'another code',
  );
  t.strictSame(rows([visit('one')], plan(planned()), '2026-06', null), ['06-01T01:00 01:20 111111 244']);
  t.strictSame(
    rows([visit('one', { emergency: true })], plan(), '2026-06', null),
    ['06-01T01:00 01:20 111111 244', '06-01T01:00 - 114000 100'],
    'what is done in an emergency is planned by nobody',
  );
});

t.test('a code that our table does not break down is the care manager’s to say', async (t) => {
  const surcharged = visit('one', { basis: basis({}, { surcharges: ['SPECIFIED_1'] }) });
  t.strictSame(rows([surcharged], null, '2026-06', null), ['RESULT_WITHOUT_CODE month 2026-06-01T01:00:00.000Z']);
  t.strictSame(
    rows([surcharged], plan(planned({ serviceCode: '11B425' })), '2026-06', null),
    ['06-01T01:00 01:20 11B425 293'],
    'the units are ours',
  );
  t.strictSame(rows([surcharged], plan(planned()), '2026-06', null), [
    'RESULT_NOT_PLANNED month 2026-06-01T01:00:00.000Z',
  ]);
  const support = visit('one', { basis: basis({}, { careCategory: 'SUPPORT' }) });
  t.strictSame(rows([support], null, '2026-06', null), ['RESULT_WITHOUT_CODE month 2026-06-01T01:00:00.000Z']);
  t.strictSame(
    rows([visit('one', { minutes: 240 })], null, '2026-06', null),
    ['RESULT_WITHOUT_CODE month 2026-06-01T01:00:00.000Z'],
    'nor has it one for so long a visit',
  );
});

t.test('rule 29: items of the month, of all other units of the month, half up', async (t) => {
  const month = (items: readonly MonthItem[] | null, of = '2026-06') =>
    rows([visit('one'), visit('later', later)], null, of, items).slice(of === '2026-06' ? 2 : 0);
  // 244 + 484 + 200 = 928 × 27.0 % = 250.56
  t.strictSame(month(['TREATMENT_1A', 'FIRST_VISIT']), ['06-01T01:00 - 114001 200', '06-02T10:00 - 116275 251']);
  // 728 × 27.0 % = 196.56
  t.strictSame(month(['TREATMENT_1A']), ['06-02T10:00 - 116275 197']);
  t.strictSame(month(null), []);
  t.strictSame(rows([visit('one')], null, '2026-06', ['TREATMENT_1']), ['MONTH_ITEM_UNKNOWN monthItems,0']);
  t.strictSame(rows([visit('one')], null, '2026-06', ['FIRST_VISIT', 'TREATMENT_1B']), [
    'MONTH_ITEM_UNCONFIRMED monthItems,1',
  ]);
  t.strictSame(rows([visit('one')], null, '2026-06', ['TREATMENT_3', 'TREATMENT_4']), [
    'MONTH_ITEM_SECOND monthItems,1',
  ]);
  const withItems = { visits: [planned()], items: [{ serviceCode: '114001', day: '2026-06-01' }] };
  t.strictSame(rows([visit('one')], withItems, '2026-06', null), [
    '06-01T01:00 01:20 111111 244',
    '06-01T01:00 - 114001 200',
  ]);
  t.strictSame(rows([visit('one')], withItems, '2026-06', []), ['06-01T01:00 01:20 111111 244'], 'said otherwise');
});
