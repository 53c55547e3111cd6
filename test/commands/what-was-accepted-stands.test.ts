import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import t from 'tap';
import { endTerms } from '../../src/commands/agreement.ts';
import { changeClient, withdrawConsent } from '../../src/commands/client.ts';
import { acceptOffer, releaseVisits, requestDelegation, withdrawVisits } from '../../src/commands/delegation.ts';
import { enrollMember, removeMember } from '../../src/commands/member.ts';
import { leaveNetwork } from '../../src/commands/network.ts';
import { changeOffice } from '../../src/commands/office.ts';
import { verifyVisit } from '../../src/commands/visit.ts';
import { addMinutes, type Instant } from '../../src/domain/calendar.ts';
import { delegation } from '../../src/domain/delegation/decider.ts';
import { isFree } from '../../src/domain/delegation/state.ts';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { Rejected } from '../../src/domain/rejected.ts';
import { tasksBy } from '../../src/projections/tasks.ts';
import { visitsById } from '../../src/projections/visits.ts';
import { workDueAt } from '../../src/projections/work.ts';
import { decode } from '../../src/store/codec.ts';
import type { Caller } from '../../src/store/handle-command.ts';
import { perCent } from '../domain/agreement/example-agreement.ts';
import { caregiverEnrolled } from '../domain/office/example-office.ts';
import { recorded } from '../domain/visit/example-visit.ts';
import { agreedNetwork } from '../processes/example-ground.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { on, openGround, plantAll } from '../support/process-specification.ts';

const TODAY = '2026-06-01';
const NOW = '2026-06-01T01:00:00.000Z';
/** Two visits of 45 minutes, of which each costs 85.5 % of its benefit. */
const STARTS = ['2026-06-03T01:00:00.000Z', '2026-06-03T06:00:00.000Z'];
const terms = perCent({ cancellation: [{ noticeHoursUnder: 720, percentOfFee: 50 }] });

/** A network of its own for each run. */
const groundOf = (run: number) => {
  const [networkId = '', partner = '', oak = '', elm = '', clientId = '', caregiverId = ''] = [
    'network',
    'partner',
    'oak',
    'elm',
    'client',
    'caregiver',
  ].map((name) => uuidOf(name, run));
  return { networkId, partner, oak, elm, clientId, caregiverId, coordinator: `coordinator ${run}` };
};
type Ground = ReturnType<typeof groundOf>;

const by = (officeId: Uuid | null): Caller => ({
  actor: { subject: `of ${officeId}`, role: officeId === null ? 'ADMINISTRATOR' : 'COORDINATOR', officeId },
  commandId: null,
  correlationId: 'request',
  causationId: null,
});

/** What may come at any moment, to an office by lot. */
const stepsOf = (app: PlantedApp, ground: Ground, delegationId: Uuid, visitIds: readonly Uuid[]) => {
  const { networkId, partner, clientId, coordinator } = ground;
  const pair = (assistOfficeId: Uuid) => ({ networkId, partnerOfficeId: partner, assistOfficeId });
  const some = (both: boolean, first: boolean) => (both ? [...visitIds] : visitIds.slice(first ? 0 : 1, first ? 1 : 2));
  return {
    accept: (office: Uuid, both: boolean, first: boolean) =>
      acceptOffer(app, by(office), { delegationId, offerId: null, visitIds: some(both, first), note: null }),
    release: (office: Uuid, both: boolean, first: boolean) =>
      releaseVisits(app, by(office), { delegationId, visitIds: some(both, first), reason: '急病' }),
    withdraw: (_: Uuid, both: boolean, first: boolean) => {
      const what = { visitIds: some(both, first), reason: 'CLIENT_REQUEST' as const, note: null };
      return withdrawVisits(app, by(partner), { delegationId, ...what });
    },
    endTerms: (office: Uuid) =>
      endTerms(app, by(partner), { ...pair(office), version: 1, endsOn: TODAY, reason: '見直し' }),
    changeClient: (_: Uuid, both: boolean) =>
      changeClient(app, by(partner), { clientId, careLevel: both ? 'SUPPORT_1' : 'CARE_4' }),
    changeOffice: (_: Uuid, both: boolean, first: boolean) =>
      changeOffice(app, by(partner), {
        officeId: partner,
        areaGrade: both ? 'UNKNOWN' : 'GRADE_3',
        ...(first ? { surcharges: ['SPECIFIED_1' as const], surchargesFrom: TODAY } : {}),
      }),
    removeMember: () => removeMember(app, by(null), { subject: coordinator, officeId: null, reason: '退職' }),
    leaveNetwork: (office: Uuid, both: boolean) =>
      leaveNetwork(app, by(null), { networkId, officeId: both ? partner : office, leftOn: TODAY }),
    withdrawConsent: () =>
      withdrawConsent(app, by(partner), { clientId, scope: 'SHARE_WITHIN_NETWORK', withdrawnOn: TODAY }),
  };
};
type Kind = keyof ReturnType<typeof stepsOf>;
const KINDS: readonly Kind[] = [
  ...(['accept', 'accept', 'accept', 'accept', 'accept'] as const),
  'release',
  'withdraw',
  'endTerms',
  'changeClient',
  ...(['changeOffice', 'changeOffice'] as const),
  'removeMember',
  'leaveNetwork',
  'withdrawConsent',
];

/** A delegation of both visits to both offices, in a network of its own. */
const asked = async (app: PlantedApp, ground: Ground) => {
  const { networkId, partner, oak, elm, clientId, caregiverId, coordinator } = ground;
  await plantAll(app, [
    ...agreedNetwork({ networkId, partnerOfficeId: partner, clientId }, [oak, elm], terms),
    ...[oak, elm].flatMap((id) => on('office', id, caregiverEnrolled({ caregiverId }))),
  ]);
  await enrollMember(app, by(null), {
    subject: coordinator,
    name: '担当',
    role: 'COORDINATOR',
    officeId: oak,
    caregiverId: null,
  });
  const plan = { plannedVisitId: null, service: 'DAILY_LIVING' as const, minutes: 45, physicalMinutes: null };
  const visits = STARTS.map((plannedStart) => {
    const plannedEnd = addMinutes(plannedStart, 45);
    return { ...plan, plannedStart, plannedEnd, caregiversRequired: 1, emergency: false, tasks: [] };
  });
  const rounds = [{ officeIds: [oak, elm], windowMinutes: 600 }];
  const request = { clientId, mode: 'FIRST_TO_ACCEPT' as const, visits, rounds, note: null };
  return (await requestDelegation(app, by(partner), request)).id;
};

/** By visit, what it was accepted for last: the office, and the fee that the offer named. */
const acceptedIn = async (app: PlantedApp, delegationId: Uuid) => {
  const offered = new Map<string, number>();
  const accepted = new Map<Uuid, { officeId: Uuid; feeYen: number | undefined }>();
  for (const event of (await app.store.read(`delegation-${delegationId}`, 0)).map(decode)) {
    if (event?.type === 'OfferMade') {
      const { round, officeId, fees } = event.data;
      for (const { visitId, feeYen } of fees) offered.set(`${round} ${officeId} ${visitId}`, feeYen);
    }
    if (event?.type === 'VisitsAllocated') {
      const { round, officeId, visitIds } = event.data;
      for (const visitId of visitIds)
        accepted.set(visitId, { officeId, feeYen: offered.get(`${round} ${officeId} ${visitId}`) });
    }
    if (event?.type === 'VisitsReleased') for (const visitId of event.data.visitIds) accepted.delete(visitId);
  }
  return accepted;
};

t.test(
  'rules 3, 22, 28: whatever comes when, an accepted visit has its line, at the price that was offered',
  async (t) => {
    const app = await openGround(t);
    app.setClock(NOW);
    app.driver.start();
    const step = fc.record({
      kind: fc.constantFrom(...KINDS),
      isOak: fc.boolean(),
      both: fc.boolean(),
      first: fc.boolean(),
    });
    // Those of one batch are sent at once.
    const batches = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 });
    const met = new Set<string>();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        run += 1;
        const ground = groundOf(run);
        const delegationId = await asked(app, ground);
        const visitIds = delegation
          .known(await app.loop.load(delegation, delegationId))
          .visits.map((one) => one.visitId);
        const steps = stepsOf(app, ground, delegationId, visitIds);
        for (const batch of all) {
          const answers = await Promise.allSettled(
            batch.map(({ kind, isOak, both, first }) => steps[kind](isOak ? ground.oak : ground.elm, both, first)),
          );
          for (const [n, answer] of answers.entries()) {
            if (answer.status === 'fulfilled') met.add(batch[n]?.kind ?? '');
            else if (!(answer.reason instanceof Rejected)) throw answer.reason;
          }
        }
        await app.driver.idle();
        if (workDueAt(app.readModel, NOW).length > 0) return false;
        const { visits } = delegation.known(await app.loop.load(delegation, delegationId));
        for (const [visitId, { officeId, feeYen }] of await acceptedIn(app, delegationId)) {
          const [line] = visitsById(app.readModel, [visitId]);
          const isWithdrawn = visits.find((one) => one.visitId === visitId)?.withdrawn === true;
          met.add(isWithdrawn ? 'CANCELLED' : 'VERIFIED');
          if (line?.assistOfficeId !== officeId || feeYen === undefined) return false;
          if (isWithdrawn) {
            if (line.status !== 'CANCELLED' || line.feeYen !== Math.floor(feeYen / 2)) return false;
            continue;
          }
          if (line.status !== 'SCHEDULED' || line.feeYen !== feeYen) return false;
          // It is made as planned, and verified at that price.
          const { plannedStart: startedAt, plannedEnd: endedAt } = line;
          const said = { caregiverId: ground.caregiverId, startedAt, endedAt, recordedByOfficeId: officeId, tasks: [] };
          await plantAll(app, on('visit', visitId, { ...recorded(said), occurredAt: endedAt }));
          await verifyVisit(app, by(ground.partner), { visitId });
          await app.driver.idle();
          const [verified] = visitsById(app.readModel, [visitId]);
          if (verified?.status !== 'VERIFIED' || verified.feeYen !== feeYen) return false;
        }
        return true;
      }),
      { numRuns: 60, seed: 3_22_28 },
    );
    // The walk is wide enough to mean something: each of these was done, and both ends came up.
    for (const what of [...new Set(KINDS), 'CANCELLED', 'VERIFIED']) t.ok(met.has(what), what);
  },
);

/** Within these all that can come does; the last of each visit is a minute before its start. */
const TIMES = [
  '2026-06-01T01:30:00.000Z',
  '2026-06-01T10:59:00.000Z',
  '2026-06-02T07:30:00.000Z',
  '2026-06-03T00:30:00.000Z',
  '2026-06-03T00:59:00.000Z',
  '2026-06-03T02:30:00.000Z',
  '2026-06-03T04:00:00.000Z',
  '2026-06-03T05:59:00.000Z',
];
/** From when on a visit of `STARTS` that is free is at risk: 17:00 of the day before, 3 hours. */
const RISKS = ['2026-06-02T08:00:00.000Z', '2026-06-03T03:00:00.000Z'];
const DELEGATIONS = 16;

t.test('rule 18: whatever crosses, a visit that nobody has is a task before its start, and after it', async (t) => {
  const app = await openGround(t);
  app.setClock(NOW);
  app.driver.start();
  const all: { ground: Ground; id: Uuid; steps: ReturnType<typeof stepsOf> }[] = [];
  for (let run = 1; run <= DELEGATIONS; run += 1) {
    const ground = groundOf(run);
    const id = await asked(app, ground);
    const { visits } = delegation.known(await app.loop.load(delegation, id));
    all.push({
      ground,
      id,
      steps: stepsOf(
        app,
        ground,
        id,
        visits.map(({ visitId }) => visitId),
      ),
    });
  }
  /** As simulated time moves: stopping wherever something falls due (rule 7). */
  const moveTo = async (until: Instant): Promise<void> => {
    for (;;) {
      await app.driver.idle();
      const due = app.driver.nextDueAt();
      if (due === null || due > until) break;
      app.setClock(due);
    }
    app.setClock(until);
    await app.driver.idle();
  };
  const step = fc.record({
    kind: fc.constantFrom<Kind>(...KINDS, ...Array<Kind>(8).fill('release')),
    of: fc.nat(DELEGATIONS - 1),
    isOak: fc.boolean(),
    both: fc.boolean(),
    first: fc.boolean(),
  });
  const seed = randomInt(2 ** 31);
  t.comment(`steps by lot with seed ${seed}`);
  const batches = fc.sample(fc.array(step, { minLength: 16, maxLength: 32 }), { numRuns: TIMES.length, seed });
  const waits = (kind: string, partner: Uuid, now: Instant) =>
    tasksBy(app.readModel, { forIds: [partner], now, kinds: [kind] }, { after: null, limit: 10 });
  let uncovered = 0;
  for (const [n, at] of TIMES.entries()) {
    await moveTo(at);
    // All at once, several for one delegation.
    const answers = await Promise.allSettled(
      (batches[n] ?? []).map(({ kind, of, isOak, both, first }) => {
        const one = all[of];
        return one?.steps[kind](isOak ? one.ground.oak : one.ground.elm, both, first);
      }),
    );
    for (const answer of answers)
      if (answer.status === 'rejected' && !(answer.reason instanceof Rejected)) throw answer.reason;
    await app.driver.idle();
    const atRisk = STARTS.find((one, place) => at < one && at >= (RISKS[place] ?? ''));
    if (atRisk === undefined) continue;
    const lapsing: { partner: Uuid; visitId: Uuid }[] = [];
    for (const { ground, id } of all) {
      const { visits } = delegation.known(await app.loop.load(delegation, id));
      const free = visits.filter((visit) => isFree(visit) && visit.plannedStart === atRisk);
      lapsing.push(...free.map(({ visitId }) => ({ partner: ground.partner, visitId })));
      const isCalled = waits('CALL_OFFICES', ground.partner, at).some(({ dueAt }) => dueAt === atRisk);
      t.equal(isCalled, free.length > 0, `${at}, ${ground.coordinator}: offices are called where a visit is free`);
    }
    if (atRisk !== addMinutes(at, 1)) continue;
    await moveTo(atRisk);
    for (const { partner, visitId } of lapsing)
      t.ok(waits('ANSWER_UNCOVERED', partner, atRisk).some((task) => task.visitId === visitId));
    uncovered += lapsing.length;
  }
  t.ok(uncovered > 3, `${uncovered} visits had nobody`);
});
