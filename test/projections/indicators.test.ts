import { join } from 'node:path';
import t from 'tap';
import { generateInto } from '../../scripts/bench/log/generated-folder.ts';
import { type LogPlan, TRIAL } from '../../scripts/bench/log/generated-log.ts';
import { batchesOf } from '../../scripts/bench/project/recorded-rows.ts';
import { filesOf } from '../../src/app.ts';
import { indicators } from '../../src/commands/indicators.ts';
import { daysBetween, lastDayOf, minutesBetween, monthOf } from '../../src/domain/calendar.ts';
import { changeableOf } from '../../src/domain/delegation/events.ts';
import { askedVisitsOf } from '../../src/projections/cover.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { projections } from '../../src/projections-in-force.ts';
import { decode, type Recorded } from '../../src/store/codec.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { eventfulLog } from '../support/eventful-log.ts';
import { bareBasis, delegationExamples, plainPlan } from '../support/example-events/delegation.ts';
import { EXAMPLE_IDS } from '../support/example-events/example.ts';
import { Recount } from '../support/indicator-recount.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const EVENTS = 3_000;
const MONTHS = ['2024-09', '2024-10', '2024-11'];

/** What a recount notes of a visit, event by event. */
interface Noted {
  month: string;
  heldBy: string | null;
  freeSince: string;
  gone: boolean;
  uncovered: boolean;
  everTaken: boolean;
  minutesToAccept: number[];
  releases: number;
  escalated: boolean;
}

/** Reckoned from the events one by one, without the domain's states and without a view. */
const recounted = (events: readonly Recorded[], month: string) => {
  const visits = new Map<string, Noted>();
  const change = (ids: readonly string[], to: (visit: Noted) => Partial<Noted>): void => {
    for (const id of ids) {
      const visit = visits.get(id);
      if (visit) Object.assign(visit, to(visit));
    }
  };
  const offers = new Map<string, { at: string; month: string }>();
  const declines: Record<string, number> = {};
  const months = new Map<string, string>();
  const paid: number[] = [];
  for (const event of events) {
    const { streamId, occurredAt } = event;
    switch (event.type) {
      case 'DelegationRequested':
        for (const { visitId, plannedStart } of event.data.visits)
          visits.set(visitId, {
            month: monthOf(plannedStart),
            heldBy: null,
            freeSince: occurredAt,
            gone: false,
            uncovered: false,
            everTaken: false,
            minutesToAccept: [],
            releases: 0,
            escalated: false,
          });
        break;
      case 'OfferMade':
        offers.set(`${streamId} ${event.data.round} ${event.data.officeId}`, {
          at: occurredAt,
          month: monthOf(occurredAt),
        });
        break;
      case 'OfferDeclined': {
        const { round, officeId, reason } = event.data;
        const isOfMonth = offers.get(`${streamId} ${round} ${officeId}`)?.month === month;
        if (isOfMonth) declines[reason] = (declines[reason] ?? 0) + 1;
        break;
      }
      case 'VisitsAllocated': {
        const { officeId: heldBy, visitIds } = event.data;
        change(visitIds, ({ freeSince, minutesToAccept }) => ({
          heldBy,
          everTaken: true,
          minutesToAccept: [...minutesToAccept, Math.floor(minutesBetween(freeSince, occurredAt))],
        }));
        break;
      }
      case 'VisitsReleased':
        change(event.data.visitIds, ({ releases }) => ({
          heldBy: null,
          freeSince: occurredAt,
          releases: releases + 1,
        }));
        break;
      case 'VisitsWithdrawn':
        for (const { visitId, heldBy } of event.data.visits)
          change([visitId], () => ({ gone: true, heldBy, uncovered: event.data.because === 'UNCOVERED' }));
        break;
      case 'VisitMadeAfterAll':
        change([event.data.visitId], () => ({ gone: false, uncovered: false, heldBy: event.data.officeId }));
        break;
      case 'VisitPlanChanged':
        change([event.data.visitId], () => ({ month: monthOf(event.data.plannedStart) }));
        break;
      case 'DelegationEscalated':
        change(event.data.visitIds, () => ({ escalated: true }));
        break;
      case 'StatementIssued':
        months.set(event.data.statementId, event.data.month);
        break;
      case 'PaymentSettled':
        if (months.get(event.data.statementId) === month) paid.push(daysBetween(lastDayOf(month), event.data.paidOn));
        break;
    }
  }
  const all = [...visits.values()].filter((visit) => visit.month === month);
  const wanted = all.filter((visit) => !visit.gone || visit.uncovered || visit.heldBy !== null);
  const middle = (values: readonly number[]): number | null => {
    const sorted = [...values].sort((a, b) => a - b);
    const half = Math.floor(sorted.length / 2);
    const [upper, lower] = [sorted[half], sorted[half - 1]];
    if (upper === undefined) return null;
    return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
  };
  return {
    visitsRequested: wanted.length,
    visitsCovered: wanted.filter(({ heldBy }) => heldBy !== null).length,
    escalated: all.filter(({ escalated }) => escalated).length,
    uncovered: wanted.filter(({ uncovered }) => uncovered).length,
    declines,
    releasedRate: all.filter(({ releases }) => releases > 0).length / all.filter(({ everTaken }) => everTaken).length,
    medianMinutesToAccept: middle(all.flatMap(({ minutesToAccept }) => minutesToAccept)),
    offered: [...offers.values()].filter((offer) => offer.month === month).length,
    medianDaysToPayment: middle(paid),
  };
};

t.test('a month’s indicators are those of a recount from the events', async (t) => {
  const folder = t.testdir();
  const { store, events, networkId } = await eventfulLog(folder, EVENTS);
  const decoded = events.map(decode).filter((event) => event !== null);
  const projector = await Projector.open(join(folder, 'read-model.sqlite'), projections, store);
  projector.apply(events);
  const readModel = new ReadModel(join(folder, 'read-model.sqlite'), 0);
  readModel.advanced(events.at(-1)?.position ?? 0);
  const found = indicators({ readModel }, { networkId, from: MONTHS[0] ?? '', to: MONTHS.at(-1) ?? '', knownAt: null });
  t.strictSame(
    found.map(({ month }) => month),
    MONTHS,
  );
  for (const { month, figures, ...counts } of found) {
    const recount = recounted(decoded, month);
    t.strictSame(
      {
        visitsRequested: counts.visitsRequested,
        visitsCovered: counts.visitsCovered,
        escalated: counts.escalated,
        uncovered: counts.uncovered.reduce((sum, { n }) => sum + n, 0),
        declines: Object.fromEntries(counts.declines.map(({ reason, n }) => [reason, n])),
        releasedRate: figures.releasedRate.value,
        medianMinutesToAccept: figures.medianMinutesToAccept.value,
        offered: counts.load.reduce((sum, { offered }) => sum + offered, 0),
        medianDaysToPayment: figures.medianDaysToPayment.value,
      },
      recount,
      month,
    );
  }
  readModel.close();
  projector.close();
  await store.close();
});

t.test('rule 6: moved to another month, a visit counts there, with all that it went through before', async (t) => {
  const stream = delegationExamples.DelegationRequested.stream;
  const plan = { ...plainPlan, plannedStart: '2026-06-30T14:59:00.000Z', plannedEnd: '2026-06-30T15:59:00.000Z' };
  const moved = { plannedStart: '2026-06-30T15:00:00.000Z', plannedEnd: '2026-06-30T16:00:00.000Z' };
  const { full: requested } = delegationExamples.DelegationRequested;
  const of = <Type extends keyof typeof delegationExamples>(type: Type) => delegationExamples[type].bare;
  const one = { visitIds: [EXAMPLE_IDS.visit] };
  const prices = { bases: [bareBasis], fees: [{ visitId: EXAMPLE_IDS.visit, basis: 0, feeYen: 0 }] };
  const allocated = { ...of('VisitsAllocated'), data: { ...of('VisitsAllocated').data, ...one, ...prices } } as const;
  const released = { ...of('VisitsReleased'), data: { ...of('VisitsReleased').data, ...one } } as const;
  const visits = [{ ...plan, visitId: EXAMPLE_IDS.visit, place: 0, plannedVisitId: null }];
  const change = (to: typeof moved) => ({
    ...of('VisitPlanChanged'),
    data: { ...of('VisitPlanChanged').data, ...changeableOf({ ...plan, ...to }) },
  });
  const at = (time: string) => `2026-06-20T${time}:00.000Z`;
  const begun = at('01:00');
  const given: Given[] = [
    [begun, stream, { ...requested, data: { ...requested.data, visits }, occurredAt: begun }],
    [at('01:10'), stream, allocated],
    [at('02:00'), stream, released],
    [at('02:30'), stream, allocated],
    [at('03:00'), stream, change(moved)],
    [at('04:00'), stream, change(plan)],
    [at('05:00'), stream, change(moved)],
  ];
  afterEvents(t, projections, given, (t, readModel) => {
    const asked = { networkId: EXAMPLE_IDS.network, from: '2026-06', to: '2026-07' };
    const counted = (knownAt: string | null) =>
      [
        askedVisitsOf(readModel, asked.networkId, '2026-06', knownAt),
        askedVisitsOf(readModel, asked.networkId, '2026-07', knownAt),
      ].map((visits) => visits.map(({ minutesToAccept, releasedBy }) => [minutesToAccept, releasedBy.length]));
    const [here, there] = [[[[10, 30], 1]], []];
    t.strictSame(counted(null), [there, here]);
    t.strictSame(counted(at('02:30')), [[[[10], 1]], []], 'known before it was taken again');
    t.strictSame(counted(at('03:00')), [here, there], 'known before it was moved');
    t.strictSame(counted(at('04:00')), [there, here]);
    t.strictSame(counted(at('05:00')), [here, there], 'moved back: each once');
  });
});

/** Of a trial in small; RECOUNT_EVENTS asks for more, of the benchmark's own size. */
const BENCHMARK: LogPlan = process.env.RECOUNT_EVENTS
  ? { size: TRIAL, seed: 1, until: { events: Number(process.env.RECOUNT_EVENTS) } }
  : { size: { ...TRIAL, clients: 6, visitsAWeek: 3 }, seed: 5, until: { months: 2 } };
/** Numbers as far as they do not depend on the order of a sum. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, one) => (typeof one === 'number' ? Number(one.toPrecision(10)) : one)));
const countsOf = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, countOf: (row: Row) => number) =>
  Object.fromEntries(rows.flatMap((row) => (countOf(row) > 0 ? [[keyOf(row), countOf(row)]] : [])));

t.test('every figure of every network and month of the simulated benchmark is that of a recount', async (t) => {
  const folder = t.testdir();
  const { networks } = await generateInto(join(folder, 'generated'), BENCHMARK);
  const clock = { now: () => '' };
  const store = new SqliteEventStore({ file: filesOf(join(folder, 'generated')).log, clock, readOnly: true });
  const projector = await Projector.open(join(folder, 'read-model.sqlite'), projections, store);
  const readModel = new ReadModel(join(folder, 'read-model.sqlite'), 0);
  const decoded: Recorded[] = [];
  for await (const batch of batchesOf(store, 10_000)) {
    projector.apply(batch);
    readModel.advanced(batch.at(-1)?.position ?? 0);
    decoded.push(...batch.map(decode).filter((event) => event !== null));
  }
  const recount = new Recount(decoded);
  const [first, last] = [decoded[0], decoded.at(-1)];
  const span = { from: monthOf(first?.recordedAt ?? ''), to: monthOf(last?.recordedAt ?? '') };
  let visits = 0;
  for (const { id: networkId } of networks)
    for (const found of indicators({ readModel }, { networkId, ...span, knownAt: null })) {
      const { month, figures, byTimeBand, declines, uncovered, ...others } = found;
      const { loadGini, ...values } = Object.fromEntries(
        Object.entries(figures).map(([name, { value }]) => [name, value]),
      );
      const bandOf = ({ band, service }: (typeof byTimeBand)[number]): string => `${band} ${service}`;
      const shown = {
        ...others,
        loadGini,
        figures: values,
        uncovered: countsOf(
          uncovered,
          ({ outcome }) => String(outcome),
          ({ n }) => n,
        ),
        declines: countsOf(
          declines,
          ({ reason }) => reason,
          ({ n }) => n,
        ),
        byTimeBand: countsOf(byTimeBand, bandOf, ({ requested }) => requested),
        coveredByTimeBand: countsOf(byTimeBand, bandOf, ({ covered }) => covered),
      };
      t.same(rounded(shown), rounded(recount.month(networkId, month)), `${networkId} ${month}`);
      visits += others.visitsRequested;
    }
  t.ok(visits > 300, `${visits} visits`);
  readModel.close();
  projector.close();
  await store.close();
});
