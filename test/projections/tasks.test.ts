import t, { type Test } from 'tap';
import { views } from '../../src/projections/registry.ts';
import { type TaskRow, tasksBy } from '../../src/projections/tasks.ts';
import type { AnyEvent } from '../../src/store/event-types.ts';
import { EXAMPLE_IDS } from '../support/example-events/example.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const { VisitScheduled, CaregiverAssigned, VisitMissed, ConsentGiven } = EXAMPLE_EVENTS;
const visit = VisitScheduled.stream;
const scope = 'SHARE_WITHIN_NETWORK' as const;
const ofClient = (at: string, type: 'ConsentGiven' | 'ConsentWithdrawn'): Given => {
  const event: AnyEvent =
    type === 'ConsentGiven'
      ? { type, data: { ...ConsentGiven.full.data, scope } }
      : { type, data: { scope, withdrawnOn: '2026-06-02' } };
  return [at, ConsentGiven.stream, event];
};
const ofVisit = (at: string, { full }: { readonly full: AnyEvent }): Given => [at, visit, full];

/** What waits for the partner office of the visit, which is planned for the 12th of June. */
const toWithdraw = (t: Test, given: readonly Given[], expected: readonly Partial<TaskRow>[]): void =>
  afterEvents(t, views, given, (t, readModel) => {
    const by = { forIds: [EXAMPLE_IDS.partner], now: '2026-06-03T00:00:00.000Z', kinds: ['WITHDRAW_VISITS'] };
    t.match(tasksBy(readModel, by, { after: null, limit: 10 }), expected);
    t.equal(tasksBy(readModel, by, { after: null, limit: 10 }).length, expected.length);
  });

const scheduled = [
  ofClient('2026-06-01T00:00:00.000Z', 'ConsentGiven'),
  ofVisit('2026-06-01T01:00:00.000Z', VisitScheduled),
];
const withdrawn = [...scheduled, ofClient('2026-06-02T00:00:00.000Z', 'ConsentWithdrawn')];

t.test('a visit still to come stands without consent until it is given again (rule 45)', async (t) => {
  toWithdraw(t, scheduled, []);
  toWithdraw(t, withdrawn, [{ visitId: EXAMPLE_IDS.visit }]);
  toWithdraw(
    t,
    [...withdrawn, ofVisit('2026-06-02T01:00:00.000Z', CaregiverAssigned)],
    [{ visitId: EXAMPLE_IDS.visit }],
  );
  toWithdraw(t, [...withdrawn, ofClient('2026-06-03T00:00:00.000Z', 'ConsentGiven')], []);
});

t.test('nothing is left of it where consent changed after the month of a visit that was never made', async (t) => {
  const again = [...withdrawn, ofClient('2026-07-02T00:00:00.000Z', 'ConsentGiven')];
  toWithdraw(t, [...again, ofVisit('2026-07-03T00:00:00.000Z', VisitMissed)], []);
  const later = [...scheduled, ofClient('2026-07-02T00:00:00.000Z', 'ConsentWithdrawn')];
  toWithdraw(t, [...later, ofVisit('2026-07-03T00:00:00.000Z', CaregiverAssigned)], [{ visitId: EXAMPLE_IDS.visit }]);
  toWithdraw(
    t,
    [
      ...later,
      ofVisit('2026-07-03T00:00:00.000Z', CaregiverAssigned),
      ofVisit('2026-07-03T00:00:00.000Z', VisitMissed),
    ],
    [],
  );
});
