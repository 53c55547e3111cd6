import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { addMinutes, toInstant } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { views } from '../../src/projections/registry.ts';
import { statementsById } from '../../src/projections/statements.ts';
import {
  knowsTaskEndsSince,
  taskChangePositions,
  taskChangesAt,
  taskChangesByClock,
  taskChangeTimes,
} from '../../src/projections/task-changes.ts';
import type { TaskRow } from '../../src/projections/task-table.ts';
import { countTasks, tasksBy } from '../../src/projections/tasks.ts';
import type { AnyEvent } from '../../src/store/event-types.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { EXAMPLE_IDS } from '../support/example-events/example.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import { afterEvents, type Given, stored } from '../support/view-test.ts';

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

t.test('rule 24: an exception is a task of who can act on it, after verifying and settling too', async (t) => {
  const { VisitRecorded, VisitVerified, VisitExceptionRaised, VisitExceptionResolved } = EXAMPLE_EVENTS;
  const made = [VisitScheduled, VisitRecorded].map((one, n) => ofVisit(`2026-06-12T0${n}:00:00.000Z`, one));
  const verified = [...made, ofVisit('2026-06-12T03:00:00.000Z', VisitVerified)];
  type Code = typeof VisitExceptionRaised.full.data.code;
  const open = (code: Code): Given => [
    '2026-06-12T04:00:00.000Z',
    visit,
    { type: 'VisitExceptionRaised', data: { ...VisitExceptionRaised.full.data, code, formerOfficeId: null } },
  ];
  const ended: Given = [
    '2026-06-12T05:00:00.000Z',
    visit,
    { type: 'VisitExceptionResolved', data: { ...VisitExceptionResolved.full.data, code: 'CAREGIVER_OVERLAP' } },
  ];
  const { partner, assist } = EXAMPLE_IDS;
  const waits = (given: readonly Given[], expected: readonly string[]): void =>
    afterEvents(t, views, given, (t, readModel) => {
      const by = (forId: string) => ({
        forIds: [forId],
        now: '2026-06-13T00:00:00.000Z',
        kinds: ['RESOLVE_EXCEPTION'],
      });
      const those = [partner, assist].filter(
        (forId) => tasksBy(readModel, by(forId), { after: null, limit: 10 }).length > 0,
      );
      t.strictSame(those, expected);
    });
  waits([...made, open('CAREGIVER_OVERLAP')], [partner, assist]);
  waits([...made, open('TIMES_ADJUSTED')], [partner]);
  waits([...verified, open('TASK_MISMATCH')], [partner]);
  waits([...verified, open('TASK_MISMATCH'), open('CAREGIVER_OVERLAP')], [partner, assist]);
  waits([...verified, open('CAREGIVER_OVERLAP'), ended], []);
});

t.test(
  'rule 23: CHECK_ON_VISIT from 15 minutes after the planned start until 24:00, and no RECORD_VISIT beside it',
  (t) => {
    const { partner, assist, caregiver } = EXAMPLE_IDS;
    const kinds = ['CHECK_ON_VISIT', 'RECORD_VISIT'];
    const given = [VisitScheduled, CaregiverAssigned].map((one) => ofVisit('2026-06-02T00:00:00.000Z', one));
    /**
     * Of the partner office, the assist office and the caregiver; the visit is from 10:00 to 11:00.
     */
    const at = (readModel: ReadModel, time: string) =>
      [partner, assist, caregiver].map((forId) => {
        const by = { forIds: [forId], now: toInstant(`${time}+09:00`), kinds };
        return tasksBy(readModel, by, { after: null, limit: 10 }).map(({ kind }) => kind);
      });
    afterEvents(t, views, given, (t, readModel) => {
      const [check, record] = [['CHECK_ON_VISIT'], ['RECORD_VISIT']];
      t.strictSame(at(readModel, '2026-06-12T10:14:59'), [[], [], []]);
      t.strictSame(at(readModel, '2026-06-12T10:15:00'), [check, check, []]);
      t.strictSame(at(readModel, '2026-06-12T11:00:00'), [check, check, record], 'the caregiver may still record');
      t.strictSame(at(readModel, '2026-06-12T23:59:59'), [check, check, record]);
      t.strictSame(at(readModel, '2026-06-13T00:00:00'), [[], record, record]);
    });
    afterEvents(
      t,
      views,
      [...given, ofVisit('2026-06-12T01:02:03.456Z', EXAMPLE_EVENTS.VisitStarted)],
      (t, readModel) => {
        t.strictSame(at(readModel, '2026-06-12T10:20:00'), [[], [], []], 'somebody is there');
        t.strictSame(at(readModel, '2026-06-12T11:00:00'), [[], ['RECORD_VISIT'], ['RECORD_VISIT']]);
      },
    );
    const late = { plannedStart: '2026-06-12T14:50:00.000Z', plannedEnd: '2026-06-12T15:50:00.000Z' };
    const atNight = { ...VisitScheduled.full, data: { ...VisitScheduled.full.data, ...late } } as AnyEvent;
    afterEvents(t, views, [['2026-06-02T00:00:00.000Z', visit, atNight]], (t, readModel) => {
      t.strictSame(at(readModel, '2026-06-13T00:05:00'), [['CHECK_ON_VISIT'], ['CHECK_ON_VISIT'], []], 'over midnight');
    });
    t.end();
  },
);

/** A visit that was verified, and then named as overlapping and not, so many times. */
const disputed = (times: number): Given[] => {
  const { VisitExceptionRaised, VisitExceptionResolved, VisitRecorded, VisitVerified } = EXAMPLE_EVENTS;
  const code = 'CAREGIVER_OVERLAP' as const;
  const [raised, resolved] = [
    { ...VisitExceptionRaised.full.data, code, formerOfficeId: null },
    { ...VisitExceptionResolved.full.data, code },
  ];
  const made = [VisitScheduled, VisitRecorded, VisitVerified].map((one, n) =>
    ofVisit(`2026-06-12T0${n}:00:00.000Z`, one),
  );
  const again = Array.from({ length: times }, (): Given[] => [
    ['2026-06-12T04:00:00.000Z', visit, { type: 'VisitExceptionRaised', data: raised }],
    ['2026-06-12T05:00:00.000Z', visit, { type: 'VisitExceptionResolved', data: resolved }],
  ]);
  return [...made, ...again.flat()];
};

t.test('contract, taskChanges: what a task was is kept for those that come back, the newest 200', async (t) => {
  const forIds = [EXAMPLE_IDS.partner];
  const given = disputed(200);
  afterEvents(t, views, given, (t, readModel) => {
    const last = given.length;
    t.strictSame(
      [0, 2, 3, last].map((position) => knowsTaskEndsSince(readModel, forIds, position)),
      [false, false, true, true],
      'the end of VERIFY_VISIT is forgotten',
    );
    t.strictSame(
      taskChangePositions(readModel, forIds, last - 3, last),
      [last - 2, last - 1, last],
      'each time it arises and ends',
    );
    const instant = '2026-06-13T00:00:00.000Z';
    const at = (position: number) =>
      taskChangesAt(readModel, forIds, { position, instant }).map(({ task, closed }) => [task.kind, closed]);
    t.strictSame([at(last - 1), at(last)], [[['RESOLVE_EXCEPTION', false]], [['RESOLVE_EXCEPTION', true]]]);
  });
});

t.test('contract, taskChanges: a task is told that ends before its beginning has been', async (t) => {
  const folder = t.testdir();
  const [log, file] = [join(folder, 'events.sqlite'), join(folder, 'read-model.sqlite')];
  const events = await stored(log, disputed(1));
  const store = new SqliteEventStore({ file: log, clock: { now: () => '' }, readOnly: true });
  const projector = await Projector.open(file, views, store);
  projector.apply(events.slice(0, 4));
  const readModel = new ReadModel(file, 4);
  const told = () => taskChangePositions(readModel, [EXAMPLE_IDS.partner], 3, 4);
  t.strictSame(told(), [4]);
  await turn();
  projector.apply(events.slice(4));
  t.strictSame(told(), [4], 'while the projector has written the end, and not told of it');
  readModel.close();
  projector.close();
  await store.close();
});

t.test('contract, taskChanges: the clock opens and closes, of the events that one has been told', async (t) => {
  const given = [ofVisit('2026-06-02T00:00:00.000Z', VisitScheduled)];
  const ended: Given[] = [...given, ofVisit('2026-06-12T02:00:00.000Z', EXAMPLE_EVENTS.VisitStarted)];
  const forIds = [EXAMPLE_IDS.partner];
  const [opens, closes] = ['2026-06-12T01:15:00.000Z', '2026-06-12T15:00:00.000Z'];
  const times = (readModel: ReadModel, position: number, instant: string): string[] =>
    taskChangeTimes(readModel, forIds, { position, instant }, '2026-06-30T00:00:00.000Z');
  const at = (readModel: ReadModel, position: number, instant: string) =>
    taskChangesByClock(readModel, forIds, { position, instant }).map(({ task, closed }) => [task.kind, closed]);
  afterEvents(t, views, given, (t, readModel) => {
    t.strictSame(times(readModel, 1, ''), [opens, closes]);
    t.strictSame(times(readModel, 1, opens), [closes]);
    t.strictSame(times(readModel, 0, ''), [], 'before the event there is nothing');
    t.strictSame(at(readModel, 1, opens), [['CHECK_ON_VISIT', false]]);
    t.strictSame(at(readModel, 1, closes), [['CHECK_ON_VISIT', true]]);
  });
  afterEvents(t, views, ended, (t, readModel) => {
    t.strictSame(times(readModel, 1, ''), [opens, closes], 'who has not heard of the start yet');
    t.strictSame(at(readModel, 1, opens), [['CHECK_ON_VISIT', false]]);
    t.strictSame(times(readModel, 2, opens), [], 'and who has');
  });
});

t.test('rule 35: what was upheld waits for the record, then for an amount too, until either ends it', async (t) => {
  const { VisitRecorded, VisitVerified, VisitRecordAmended } = EXAMPLE_EVENTS;
  const { StatementIssued, StatementLinesListed, LineDisputed, DisputeResolved } = EXAMPLE_EVENTS;
  const made = [VisitScheduled, VisitRecorded, VisitVerified].map((one, n) =>
    ofVisit(`2026-06-12T0${n}:00:00.000Z`, one),
  );
  const { statement: statementId, partner, assist } = EXAMPLE_IDS;
  const settled = (at: string, event: AnyEvent): Given => [at, StatementIssued.stream, event];
  const [line] = StatementLinesListed.bare.data.lines;
  if (!line) throw new Error('a line');
  const { lineId } = line;
  // As the test's store names the third event of the visit.
  const lines = [{ ...line, pricedBy: uuidOf(visit, 2) }];
  const said = { ...DisputeResolved.full.data, statementId, lineId };
  const answered = (at: string, outcome: typeof said.outcome, adjustmentYen: number | null = null): Given =>
    settled(at, { type: 'DisputeResolved', data: { ...said, outcome, adjustmentYen } });
  const upheld = [
    ...made,
    settled('2026-07-01T00:00:00.000Z', StatementIssued.bare),
    settled('2026-07-01T00:00:00.000Z', { type: 'StatementLinesListed', data: { statementId, from: 0, lines } }),
    settled('2026-07-02T00:00:00.000Z', {
      type: 'LineDisputed',
      data: { ...LineDisputed.full.data, statementId, lineId },
    }),
    answered('2026-07-03T00:00:00.000Z', 'UPHELD'),
  ];
  const waits = (given: readonly Given[], now: string, expected: readonly string[]): void =>
    afterEvents(t, views, given, (t, readModel) => {
      const kinds = ['AMEND_RECORD', 'ANSWER_DISPUTE'];
      const of = (forId: string) => tasksBy(readModel, { forIds: [forId], now, kinds }, { after: null, limit: 10 });
      const found = [...of(assist), ...of(partner)];
      t.strictSame(
        found.map(({ kind }) => kind),
        expected,
      );
      // Upheld on the third, by Tokyo's day; fourteen days later the partner office is asked.
      for (const { kind, dueAt } of found)
        t.equal(dueAt, kind === 'AMEND_RECORD' ? '2026-07-03T15:00:00.000Z' : '2026-07-18T15:00:00.000Z', kind);
      t.equal(statementsById(readModel, [statementId])[0]?.openDisputes, 0);
    });
  const [before, after, last] = ['2026-07-17T14:59:59.999Z', '2026-07-17T15:00:00.000Z', '2027-07-01T00:00:00.000Z'];
  waits(upheld, before, ['AMEND_RECORD']);
  waits(upheld, after, ['AMEND_RECORD', 'ANSWER_DISPUTE']);
  waits(upheld, last, ['AMEND_RECORD', 'ANSWER_DISPUTE']);
  waits([...upheld, answered('2026-07-18T00:00:00.000Z', 'UPHELD', 500)], last, []);
  waits([...upheld, answered('2026-07-18T00:00:00.000Z', 'WITHDRAWN')], last, []);
  waits([...upheld, ofVisit('2026-07-18T00:00:00.000Z', VisitRecordAmended)], last, []);
});

t.test('rule 27: at the door: for 24 hours from when it was said, however late, by its time', async (t) => {
  const { VisitCancelled } = EXAMPLE_EVENTS;
  const atDoor = '2026-06-12T01:00:00.000Z';
  for (const [said, until] of [
    ['2026-06-12T01:00:00.000Z', '2026-06-13T01:00:00.000Z'],
    // As late as is still passed over by its due time, and later than that.
    ['2026-06-18T01:00:00.000Z', '2026-06-19T01:00:00.000Z'],
    ['2026-06-18T01:00:00.001Z', '2026-06-19T01:00:00.001Z'],
    ['2026-07-18T01:00:00.000Z', '2026-07-19T01:00:00.000Z'],
  ] as const) {
    const given = [...scheduled.slice(1), [said, visit, { ...VisitCancelled.full, occurredAt: atDoor }]] as Given[];
    afterEvents(t, views, given, (t, readModel) => {
      const at = (now: string): readonly unknown[] => {
        const by = { forIds: [EXAMPLE_IDS.partner], now, kinds: ['CHECK_ON_VISIT'] };
        const found = tasksBy(readModel, by, { after: null, limit: 10 });
        t.equal(countTasks(readModel, by), found.length);
        return found.map(({ kind, dueAt, since }) => [kind, dueAt, since]);
      };
      const last = addMinutes(until, -1);
      t.strictSame([at(said), at(last)], [[['CHECK_ON_VISIT', atDoor, said]], [['CHECK_ON_VISIT', atDoor, said]]]);
      t.strictSame([at(until), at(addMinutes(until, 60))], [[], []]);
    });
  }
});
