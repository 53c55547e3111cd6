import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { Account, ALLOWANCE } from '../../src/api/account.ts';
import { type ApiApp, ApiContext } from '../../src/api/context.ts';
import { Cost } from '../../src/api/cost.ts';
import { noticesFrom } from '../../src/api/notices.ts';
import { taskChanges } from '../../src/api/task/changes.ts';
import type { Viewer } from '../../src/api/viewer.ts';
import { visitSlice } from '../../src/api/visit/resolvers.ts';
import { visits } from '../../src/api/visit/visibility.ts';
import { memberIdOf } from '../../src/domain/ids.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { views } from '../../src/projections/registry.ts';
import type { VisitRow } from '../../src/projections/visit-table.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { EXAMPLE_IDS } from '../support/example-events/example.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import { type Given, stored } from '../support/view-test.ts';

const { VisitScheduled, VisitRecorded, VisitVerified, VisitExceptionRaised, VisitExceptionResolved } = EXAMPLE_EVENTS;
const visit = VisitScheduled.stream;
const made = [VisitScheduled, VisitRecorded, VisitVerified].map(
  (one, n): Given => [`2026-06-12T0${n}:00:00.000Z`, visit, one.full],
);
const code = 'CAREGIVER_OVERLAP' as const;
/** A task of the partner office's arises, and ends. */
const pair: Given[] = [
  [
    '2026-06-12T04:00:00.000Z',
    visit,
    { type: 'VisitExceptionRaised', data: { ...VisitExceptionRaised.full.data, code, formerOfficeId: null } },
  ],
  [
    '2026-06-12T05:00:00.000Z',
    visit,
    { type: 'VisitExceptionResolved', data: { ...VisitExceptionResolved.full.data, code } },
  ],
];

const viewer: Viewer = {
  subject: 'partner',
  memberId: memberIdOf('partner'),
  role: 'COORDINATOR',
  officeId: EXAMPLE_IDS.partner,
  caregivers: [],
};

type Field = (row: VisitRow, args: object, context: ApiContext) => Promise<readonly { readonly type: string }[]>;
type Fields = Readonly<Record<'history' | 'records', Field>>;

/** A log, and a read model that is as far as a test says. */
const opened = async (t: Test, given: readonly Given[]) => {
  const folder = t.testdir();
  const [log, file] = [join(folder, 'events.sqlite'), join(folder, 'read-model.sqlite')];
  const events = await stored(log, given);
  const store = new SqliteEventStore({ file: log, clock: { now: () => '' }, readOnly: true });
  const projector = await Projector.open(file, views, store);
  const readModel = new ReadModel(file, 0);
  t.teardown(async () => {
    readModel.close();
    projector.close();
    await store.close();
  });
  /** Writes what is not written yet, and does not tell of it. */
  const write = (upTo: number) => projector.apply(events.slice(projector.checkpoint, upTo));
  const advance = (upTo: number): void => readModel.advanced(upTo, write(upTo));
  const context = (feed: readonly (readonly StoredEvent[])[] = []): ApiContext => {
    const app = {
      store,
      readModel,
      clock: { now: () => '2026-06-12T06:00:00.000Z' },
      adminSubjects: [],
      loop: { load: async () => ({ status: 'ENROLLED', ...viewer }) },
      feed: {
        async *follow() {
          yield* feed;
        },
      },
    } as unknown as ApiApp;
    return new ApiContext(app, {
      viewer,
      validUntil: null,
      requestId: 'request',
      cost: new Cost(new Account(ALLOWANCE.development)),
      openStream: () => () => {},
      language: 'ja',
    });
  };
  return { events, readModel, write, advance, context };
};

/** The place in a cursor of `taskChanges`, after all that an event changed. */
const cursorAfter = (position: number): string =>
  Buffer.from(JSON.stringify([position, '2026-06-12T06:00:00.000Z', 0, 1])).toString('base64url');

t.test('contract, taskChanges: who takes the notices slowly is told where any of them is lost', async (t) => {
  // As many end after the first ones as push these out, and no further.
  const given = [...made, ...Array.from({ length: 203 }, () => pair).flat()];
  const { events, advance, context } = await opened(t, given);
  advance(9);
  const feed = [events.slice(3, 9), events.slice(9)];
  const notices = taskChanges(context(feed), cursorAfter(3))[Symbol.asyncIterator]();
  t.equal((await notices.next()).value?.closed, false);
  advance(events.length);
  t.equal(await notices.next().catch(({ extensions }) => extensions.code), 'RESYNC');
});

t.test('contract, Subscription: no notice is passed over where the read model does not get so far', async (t) => {
  const { events, advance, readModel, context } = await opened(t, [...made, ...pair]);
  advance(3);
  readModel.reached = async (position) => position <= readModel.checkpoint;
  const asked = context([events.slice(3)]);
  const after = Buffer.from(JSON.stringify([3, 3, 0])).toString('base64url');
  const code = async (notices: AsyncIterable<unknown>): Promise<unknown> =>
    notices[Symbol.asyncIterator]()
      .next()
      .then(
        () => 'told',
        ({ extensions }) => extensions.code,
      );
  t.equal(await code(taskChanges(asked, cursorAfter(3))), 'UNAVAILABLE');
  t.equal(await code(noticesFrom(asked, after, async () => [])), 'UNAVAILABLE');
});

t.test('a history and the versions of a record are those of the row beside them', async (t) => {
  const { advance, write, readModel, context } = await opened(t, [...made, ...pair]);
  const { history, records } = visitSlice.resolvers.Visit as unknown as Fields;
  /** Of the row, its record and its history, each as far as it goes. */
  const read = async (asked: ApiContext, row: VisitRow) => ({
    status: row.state.status,
    versions: (await records(row, {}, asked)).length,
    history: (await history(row, {}, asked)).map(({ type }) => type),
  });
  const rowOf = (asked: ApiContext): VisitRow => asked.found(visits, EXAMPLE_IDS.visit);
  const scheduled = { status: 'SCHEDULED', versions: 0, history: ['VisitScheduled'] };
  const recorded = { status: 'RECORDED', versions: 1, history: ['VisitScheduled', 'VisitRecorded'] };
  advance(1);
  const before = context();
  const row = rowOf(before);
  t.strictSame(await read(before, row), scheduled);
  await turn();
  write(2);
  const after = context();
  t.strictSame(await read(after, rowOf(after)), recorded, 'while the projector has not told of it');
  t.strictSame(await read(before, row), scheduled, 'of a row that was read before');
  await turn();
  readModel.advanced(2);
  advance(3);
  t.strictSame(await read(before, row), scheduled, 'also once it is told');
});
