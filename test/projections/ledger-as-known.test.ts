import { join } from 'node:path';
import t from 'tap';
import { Dice } from '../../scripts/bench/log/dice.ts';
import { indicators } from '../../src/commands/indicators.ts';
import { addMinutes, type Instant } from '../../src/domain/calendar.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import {
  type LedgerRow,
  type LedgerSelection,
  type LedgerTotals,
  ledgerBy,
  ledgerTotals,
} from '../../src/projections/visit-ledger.ts';
import { projections } from '../../src/projections-in-force.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { eventfulLog } from '../support/eventful-log.ts';

const EVENTS = 3_000;
const INSTANTS = 14;
const MONTHS = ['2024-09', '2024-10', '2024-11'];

/** When each event was recorded: what the readers know of it, who keep the latest time so far. */
const recordingsOf = (events: readonly StoredEvent[]): Instant[] => {
  let latest = '';
  return events.map(({ type, recordedAt }) => {
    // The day of an answer tells nothing.
    if (type !== 'SurveyAnswered' && recordedAt > latest) latest = recordedAt;
    return latest;
  });
};

t.test('what was known at an instant is what a read model held that had read up to then', async (t) => {
  const folder = t.testdir();
  const { store, events, networkId, officeIds } = await eventfulLog(folder, EVENTS);
  const recordings = recordingsOf(events);
  const seed = Math.floor(Math.random() * 1_000_000);
  const dice = new Dice(seed);
  const instants = Array.from({ length: INSTANTS }, (_, n) => {
    const at = dice.oneOf(recordings);
    // Half of them are such that events were recorded at this very instant: those are not known.
    return n % 2 === 0 ? at : addMinutes(at, dice.between(1, 600));
  }).sort();

  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, projections, store);
  const readModel = new ReadModel(file, 0);
  const selections = MONTHS.flatMap((month) =>
    [null, ...officeIds].map(
      (officeId): LedgerSelection => ({
        networkId,
        month,
        ofOfficeIds: officeId === null ? null : [officeId],
        ofCaregiverIds: officeId === null ? null : [],
        knownAt: null,
        number: null,
        clientId: null,
        partnerOfficeId: null,
        assistOfficeId: null,
        caregiverId: null,
        service: null,
        status: null,
        withOpenExceptions: null,
        withoutCaregiver: null,
        inStatement: null,
        from: null,
        to: null,
      }),
    ),
  );
  const all = { after: null, limit: 10_000 };
  const [from, to] = [MONTHS[0] ?? '', MONTHS.at(-1) ?? ''];
  /** The months' indicators, as a report gives them. */
  const reportAt = (knownAt: Instant | null) => indicators({ readModel }, { networkId, from, to, knownAt });
  const heldAt = (knownAt: Instant | null) =>
    selections.map((by): { lines: readonly LedgerRow[]; totals: LedgerTotals } => ({
      lines: ledgerBy(readModel, { ...by, knownAt }, all),
      totals: ledgerTotals(readModel, { ...by, knownAt }),
    }));

  /** As the projector's thread tells of it. */
  const applied = (those: readonly StoredEvent[]): void => {
    projector.apply(those);
    readModel.advanced(those.at(-1)?.position ?? readModel.checkpoint);
  };

  const held = new Map<Instant, ReturnType<typeof heldAt>>();
  const reported = new Map<Instant, ReturnType<typeof reportAt>>();
  let read = 0;
  for (const instant of instants) {
    const known = recordings.findIndex((recordedAt) => recordedAt >= instant);
    const end = known < 0 ? events.length : known;
    applied(events.slice(read, end));
    read = end;
    held.set(instant, heldAt(null));
    reported.set(instant, reportAt(null));
  }
  applied(events.slice(read));
  for (const [instant, report] of reported)
    t.strictSame(reportAt(instant), report, `indicators at ${instant}, seed ${seed}`);

  // Whoever no longer stands to the visit in the role of then does not see its line any more (rule
  // 47).
  const now = new Map(
    readModel
      .all('SELECT id, partner_office_id, assist_office_id FROM visits')
      .map(([id, partnerOfficeId, assistOfficeId]) => [id, { partnerOfficeId, assistOfficeId }]),
  );
  const isStillSeen = (by: LedgerSelection, line: LedgerRow): boolean =>
    by.ofOfficeIds?.some((id) =>
      (['partnerOfficeId', 'assistOfficeId'] as const).some(
        (role) => line[role] === id && now.get(line.visitId)?.[role] === id,
      ),
    ) ?? true;
  for (const [instant, then] of held) {
    const shown = selections.map((by, n) => then[n]?.lines.filter((line) => isStillSeen(by, line)) ?? []);
    const answered = heldAt(instant);
    t.strictSame(
      answered.map(({ lines }) => lines),
      shown,
      `at ${instant}, seed ${seed}`,
    );
    t.strictSame(
      answered.map(({ totals }, n) => (shown[n]?.length === then[n]?.lines.length ? totals : totals.visits)),
      then.map(({ lines, totals }, n) => (shown[n]?.length === lines.length ? totals : shown[n]?.length)),
      `totals at ${instant}, seed ${seed}`,
    );
  }
  const differing = [...held.values()].map((those) => JSON.stringify(those));
  t.ok(new Set(differing).size > INSTANTS / 2, 'the ledger differs from instant to instant');
  t.ok(heldAt(null)[selections.findIndex(({ month }) => month === '2024-10')]?.lines.length, 'there are lines');
  await t.test('totals by status, and minutes worked apart, are those of the lines, kept or counted', async (t) => {
    for (const by of selections) {
      const lines = ledgerBy(readModel, by, all);
      t.strictSame(ledgerTotals(readModel, by), totalsOfLines(lines));
      t.strictSame(ledgerTotals(readModel, { ...by, from: `${by.month}-01` }), totalsOfLines(lines));
      for (const inStatement of [true, false]) {
        const those = lines.filter(({ statementId }) => (statementId !== null) === inStatement);
        t.strictSame(ledgerBy(readModel, { ...by, inStatement }, all), those);
        t.strictSame(ledgerTotals(readModel, { ...by, inStatement }), totalsOfLines(those));
      }
    }
    const statuses = selections.flatMap((by) => ledgerTotals(readModel, by).byStatus.map(({ status }) => status));
    t.ok(statuses.includes('SETTLED') && statuses.includes('CANCELLED'), [...new Set(statuses)].join());
  });
  readModel.close();
  projector.close();
  await store.close();
});

const STATUSES = 'SCHEDULED IN_PROGRESS RECORDED RETURNED VERIFIED SETTLED MISSED CANCELLED RELEASED'.split(' ');

const totalsOfLines = (lines: readonly LedgerRow[]): LedgerTotals => {
  const sum = (of: readonly LedgerRow[], what: (line: LedgerRow) => number): number =>
    of.reduce((total, line) => total + what(line), 0);
  const totals = (of: readonly LedgerRow[]) => ({
    visits: of.length,
    minutes: sum(of, ({ minutes }) => minutes),
    units: sum(of, ({ units }) => units ?? 0),
    feeYen: sum(of, ({ feeYen }) => feeYen),
  });
  const hasEnded = ({ status }: LedgerRow): boolean => ['MISSED', 'CANCELLED', 'RELEASED'].includes(status);
  const made = lines.filter((line) => line.recordVersion > 0 && !hasEnded(line));
  return {
    ...totals(lines),
    minutesWorked: sum(made, ({ minutes }) => minutes),
    byStatus: [...new Set(lines.map(({ status }) => status))]
      .sort((a, b) => STATUSES.indexOf(a) - STATUSES.indexOf(b))
      .map((status) => ({ status, ...totals(lines.filter((line) => line.status === status)) })),
  };
};
