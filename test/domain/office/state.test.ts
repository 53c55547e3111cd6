import t from 'tap';
import { office } from '../../../src/domain/office/decider.ts';
import { caregiverOf, surchargesOn, worksOn } from '../../../src/domain/office/state.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  caregiverChanged,
  caregiverEnrolled,
  caregiverLeft,
  HANAKO,
  officeDetailsChanged,
  officeRegistered,
  TARO,
} from './example-office.ts';

t.test('surcharges hold from their day on until the next entry, in whatever order they were entered', async (t) => {
  const state = stateAfter(office, [
    officeRegistered({ surcharges: ['SPECIFIED_2'] }),
    officeDetailsChanged({ surcharges: { surcharges: ['SPECIFIED_1'], from: '2026-08-01' } }),
    officeDetailsChanged({ surcharges: { surcharges: ['SPECIFIED_3'], from: '2026-06-01' } }),
    officeDetailsChanged({ surcharges: { surcharges: [], from: '2026-06-01' } }),
    officeDetailsChanged({ phone: null }),
  ]);
  t.strictSame(
    ['2026-05-31', '2026-06-01', '2026-07-31', '2026-08-01'].map((day) => surchargesOn(state, day)),
    [['SPECIFIED_2'], [], [], ['SPECIFIED_1']],
  );
  t.strictSame(state.status === 'REGISTERED' && state.surchargesFrom, [
    { from: '', surcharges: ['SPECIFIED_2'] },
    { from: '2026-06-01', surcharges: [] },
    { from: '2026-08-01', surcharges: ['SPECIFIED_1'] },
  ]);
  t.strictSame(surchargesOn(office.initial, '2026-06-01'), []);
});

t.test('what is asked of an office most stands apart from its details, and follows them', async (t) => {
  const asked = (...changes: Parameters<typeof officeDetailsChanged>[0][]) => {
    const state = stateAfter(office, [officeRegistered(), ...changes.map(officeDetailsChanged)]);
    if (state.status === 'NONE') throw new Error('the office is registered');
    const { providerNumber, services, areaGrade, invoiceNumber, details } = state;
    return { providerNumber, services, areaGrade, invoiceNumber, name: details.name };
  };
  const registered = {
    providerNumber: '1375200753',
    services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
    areaGrade: 'GRADE_1',
    invoiceNumber: 'T7010705000725',
    name: 'あさひ訪問介護',
  };
  t.strictSame(asked(), registered);
  t.strictSame(asked({ services: ['DAILY_LIVING'], areaGrade: 'GRADE_2' }, { invoiceNumber: null }), {
    ...registered,
    services: ['DAILY_LIVING'],
    areaGrade: 'GRADE_2',
    invoiceNumber: null,
  });
});

t.test('a caregiver is of the office also when gone, and works there until the last day', async (t) => {
  const history = [officeRegistered(), caregiverEnrolled(), caregiverChanged({ qualifications: ['INITIAL'] })];
  const there = { code: 'C-001', qualifications: ['INITIAL' as const], leftOn: null, changes: 1 };
  t.strictSame(caregiverOf(stateAfter(office, history), HANAKO), there);
  const left = stateAfter(office, [...history, caregiverLeft('2026-06-30')]);
  t.strictSame(caregiverOf(left, HANAKO), { ...there, leftOn: '2026-06-30', changes: 2 });
  t.strictSame([worksOn(left, HANAKO, '2026-06-30'), worksOn(left, HANAKO, '2026-07-01')], [true, false]);
  const back = stateAfter(office, [...history, caregiverLeft('2026-06-30'), caregiverLeft(null)]);
  t.strictSame([caregiverOf(back, HANAKO), worksOn(back, HANAKO, '2026-07-01')], [{ ...there, changes: 3 }, true]);
});

t.test('nobody else is a caregiver of the office', async (t) => {
  const state = stateAfter(office, [officeRegistered(), caregiverEnrolled()]);
  t.strictSame([caregiverOf(state, TARO), worksOn(state, TARO, '2026-06-01')], [null, false]);
  t.strictSame([caregiverOf(office.initial, HANAKO), worksOn(office.initial, HANAKO, '2026-06-01')], [null, false]);
});

t.test('an event about what is not there changes nothing', async (t) => {
  t.equal(office.evolve(office.initial, caregiverEnrolled()), office.initial);
  const state = stateAfter(office, [officeRegistered()]);
  t.equal(office.evolve(state, caregiverChanged({ qualifications: [] })), state);
  t.equal(office.evolve(state, caregiverLeft('2026-06-30')), state);
});
