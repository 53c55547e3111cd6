import { agreement } from '../domain/agreement/decider.ts';
import { termsInForceOn } from '../domain/agreement/state.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import type { SealedPersonal } from '../domain/client/events.ts';
import { delegation } from '../domain/delegation/decider.ts';
import type { Requested } from '../domain/delegation/state.ts';
import { agreementIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { office } from '../domain/office/decider.ts';
import { caregiverOf, surchargesOn, worksOn } from '../domain/office/state.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { Pricing, VisitCommand } from '../domain/visit/commands.ts';
import { visit } from '../domain/visit/decider.ts';
import type { CaptureMethod, ExceptionCode } from '../domain/visit/events.ts';
import type { KnownVisit } from '../domain/visit/state.ts';
import { delegationOfVisit } from '../projections/delegation-board.ts';
import { firingBetween } from '../projections/overlaps.ts';
import { isSettled } from '../projections/visits.ts';
import { decode } from '../store/codec.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import type { VaultKey } from '../store/vault.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { metersBetween } from './distance.ts';
import type { Done } from './office.ts';
import { sealingKey, sealText } from './sealing.ts';

type Pair = Pick<KnownVisit['plan'], 'networkId' | 'partnerOfficeId' | 'assistOfficeId' | 'clientId' | 'plannedStart'>;

/** What prices a visit on its day (rule 28). */
const pricingOf = async (app: CommandApp, pair: Pair): Promise<Pricing> => {
  const day = dayOf(pair.plannedStart);
  const [terms, partner, cared] = await Promise.all([
    app.loop.load(agreement, agreementIdOf(pair.networkId, pair.partnerOfficeId, pair.assistOfficeId)),
    app.loop.load(office, pair.partnerOfficeId),
    app.loop.load(client, pair.clientId),
  ]);
  const inForce = termsInForceOn(terms, day);
  return {
    careLevel: cared.status === 'REGISTERED' ? cared.careLevel : 'CARE_1',
    terms: inForce && { version: inForce.version, content: inForce.content },
    partner: {
      areaGrade: partner.status === 'REGISTERED' ? partner.areaGrade : 'UNKNOWN',
      surcharges: [...surchargesOn(partner, day)],
    },
  };
};

const known = async (app: CommandApp, visitId: Uuid): Promise<KnownVisit> => {
  const state = await app.loop.load(visit, visitId);
  if (state.status === 'NONE') throw new Rejected('VISIT_UNKNOWN', ['visitId']);
  return state;
};

/** What stands of a caregiver in the visit's assist office on the visit's day (rule 2). */
const caregiverFacts = async (app: CommandApp, state: KnownVisit, caregiverId: Uuid) => {
  const assist = await app.loop.load(office, state.plan.assistOfficeId);
  return {
    works: worksOn(assist, caregiverId, dayOf(state.plan.plannedStart)),
    qualifications: [...(caregiverOf(assist, caregiverId)?.qualifications ?? [])],
  };
};

const keyFor = (app: CommandApp, state: KnownVisit): Promise<VaultKey> =>
  sealingKey(app.vault, keyIdOf('client', state.plan.clientId));

type Withdrawn = Extract<ReturnType<typeof decode>, { type: 'VisitsWithdrawn' }>;

/** The withdrawal in the delegation's stream that names the visit. */
const withdrawalOf = async (app: CommandApp, delegationId: Uuid, visitId: Uuid): Promise<Withdrawn | null> => {
  const events = (await app.store.read(streamOf('delegation', delegationId), 0)).map(decode);
  return (
    events.findLast(
      (event): event is Withdrawn => event?.type === 'VisitsWithdrawn' && heldByIn(event, visitId) !== undefined,
    ) ?? null
  );
};
const heldByIn = (event: Withdrawn, visitId: Uuid): Uuid | null | undefined =>
  event.data.visits.find((one) => one.visitId === visitId)?.heldBy;

const FOLLOWING: readonly string[] = ['SCHEDULED', 'IN_PROGRESS', 'RECORDED', 'RETURNED'];

/**
 * Process: brings the visit's stream in step with who makes it (rule 22): releases what was given
 * back, schedules what is allocated, cancels what was withdrawn. A visit withdrawn before it was
 * scheduled is scheduled first, so that its notice is priced.
 */
export const followDelegation = async (
  app: CommandApp,
  callerFor: (action: string) => Caller,
  visitId: Uuid,
): Promise<void> => {
  const delegationId = delegationOfVisit(app.readModel, visitId);
  if (delegationId === null) return;
  const requested = (await app.loop.load(delegation, delegationId)) as Requested;
  const plan = requested.visits.find((one) => one.visitId === visitId);
  if (!plan) return;
  const withdrawal = plan.withdrawn ? await withdrawalOf(app, delegationId, visitId) : null;
  const makerId = plan.withdrawn ? ((withdrawal && heldByIn(withdrawal, visitId)) ?? null) : plan.allocatedTo;
  const state = await app.loop.load(visit, visitId);
  const holderId = state.status !== 'NONE' && FOLLOWING.includes(state.status) ? state.plan.assistOfficeId : null;
  const send = (action: string, command: () => VisitCommand | Promise<VisitCommand>) =>
    app.loop.handle({ decider: visit, id: visitId, caller: callerFor(action), hash: null, command });
  if (holderId !== null && holderId !== makerId)
    await send('release', () => ({ type: 'ReleaseVisit', assistOfficeId: holderId }));
  if (makerId !== null && holderId !== makerId) {
    const { visitId: _id, place: _place, allocatedTo: _to, withdrawn: _withdrawn, ...shape } = plan;
    const { networkId, clientId, partnerOfficeId } = requested;
    const data = { delegationId, networkId, clientId, partnerOfficeId, assistOfficeId: makerId, ...shape };
    await send('schedule', async () => ({ type: 'ScheduleVisit', ...data, pricing: await pricingOf(app, data) }));
  }
  if (!withdrawal || (makerId === null && state.status === 'NONE')) return;
  const cancelled = await cancellationOf(app, withdrawal, visitId, makerId !== null);
  await send('cancel', cancelled);
};

/** The command that cancels, its note sealed anew for the visit's stream. */
const cancellationOf = async (app: CommandApp, withdrawal: Withdrawn, visitId: Uuid, isHeld: boolean) => {
  const state = await known(app, visitId);
  const { reason, note } = withdrawal.data;
  const key = note === null ? null : await keyFor(app, state);
  const plain = note !== null && key ? key.open(note, { stream: withdrawal.stream, path: 'note' }) : null;
  const sealed = key && sealText(key, streamOf('visit', visitId), 'note', plain);
  return async (): Promise<VisitCommand> => ({
    type: 'CancelVisit',
    reason,
    byOfficeId: state.plan.partnerOfficeId,
    at: withdrawal.occurredAt,
    isHeld,
    terms: (await pricingOf(app, state.plan)).terms,
    note: sealed,
  });
};

export const assignCaregiver = async (
  app: CommandApp,
  caller: Caller,
  input: { visitId: Uuid; caregiverId: Uuid },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: visit,
    id: input.visitId,
    caller,
    hash: contentHash(input),
    command: async (_now, state) => ({
      type: 'AssignCaregiver' as const,
      caregiverId: input.caregiverId,
      works: (await caregiverFacts(app, state as KnownVisit, input.caregiverId)).works,
    }),
  });
  return { position, id: input.visitId };
};

/** Process: the caregiver has left. */
export const unassignCaregiver = async (
  app: CommandApp,
  caller: Caller,
  visitId: Uuid,
  caregiverId: Uuid,
): Promise<void> => {
  await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: null,
    command: () => ({ type: 'UnassignCaregiver' as const, caregiverId }),
  });
};

export interface PunchInput {
  readonly visitId: Uuid;
  readonly at: Instant;
  readonly method: CaptureMethod;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * `byCoordinator`: the assist office's coordinator for the caregiver, which makes the method MANUAL
 * unless it is TELEPHONE.
 */
export const punchVisit = async (
  app: CommandApp,
  caller: Caller,
  type: 'StartVisit' | 'EndVisit',
  input: PunchInput,
  byCoordinator: boolean,
): Promise<Done> => {
  const { visitId, at, latitude, longitude } = input;
  const before = await known(app, visitId);
  const key = await keyFor(app, before);
  const place = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  const sealed = sealText(key, streamOf('visit', visitId), 'place', place && JSON.stringify(place));
  const metersFromHome = place && (await metersFromHomeOf(app, key, before.plan.clientId, place));
  const method = byCoordinator && input.method !== 'TELEPHONE' ? ('MANUAL' as const) : input.method;
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: contentHash({ type, ...input }, key),
    command: (_now, state) => ({
      type,
      at,
      method,
      place: sealed,
      metersFromHome,
      caregiverId: (state as KnownVisit).caregiverId,
      enteredForCaregiver: byCoordinator,
    }),
  });
  return { position, id: visitId };
};

/**
 * Metres from the client's home, null where its place is not known. Opens the home for this alone.
 */
const metersFromHomeOf = async (
  app: CommandApp,
  key: VaultKey,
  clientId: Uuid,
  place: { latitude: number; longitude: number },
): Promise<number | null> => {
  const state = await app.loop.load(client, clientId);
  if (state.status !== 'REGISTERED') return null;
  const open = (field: keyof SealedPersonal): number | null => {
    const sealed = state.personal[field];
    return sealed === null
      ? null
      : Number(key.open(sealed, { stream: streamOf('client', clientId), path: `personal.${field}` }));
  };
  const latitude = open('latitude');
  const longitude = open('longitude');
  return latitude === null || longitude === null ? null : metersBetween({ latitude, longitude }, place);
};

export interface TaskInput {
  readonly code: string;
  readonly outcome: 'DONE' | 'DECLINED_BY_CLIENT' | 'NOT_NEEDED';
  readonly note: string | null;
}
const sealTasks = (key: VaultKey, visitId: Uuid, tasks: readonly TaskInput[]) =>
  tasks.map(({ code, outcome, note }, n) => ({
    code,
    outcome,
    note: sealText(key, streamOf('visit', visitId), `tasks.${n}.note`, note),
  }));

export interface RecordInput {
  readonly visitId: Uuid;
  readonly caregiverId: Uuid;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly tasks: readonly TaskInput[];
  readonly condition: string | null;
  readonly notes: string | null;
}

export const recordVisit = async (
  app: CommandApp,
  caller: Caller,
  input: RecordInput,
  byCoordinator: boolean,
): Promise<Done> => {
  const { visitId, caregiverId, startedAt, endedAt, tasks, condition, notes } = input;
  const key = await keyFor(app, await known(app, visitId));
  const stream = streamOf('visit', visitId);
  // Sameness is judged by a digest over all content (rule 23), so that five uploads of one record
  // are one visit.
  const digest = contentHash(input, key);
  const content = {
    tasks: sealTasks(key, visitId, tasks),
    condition: sealText(key, stream, 'condition', condition),
    notes: sealText(key, stream, 'notes', notes),
    duplicateDetail: key.seal(JSON.stringify(input), { stream, path: 'detail' }),
  };
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: digest,
    command: async (_now, state) => ({
      type: 'RecordVisit' as const,
      caregiverId,
      startedAt,
      endedAt,
      ...content,
      digest,
      enteredForCaregiver: byCoordinator,
      byOfficeId: (state as KnownVisit).plan.assistOfficeId,
      ...(await caregiverFacts(app, state as KnownVisit, caregiverId)),
    }),
  });
  return { position, id: visitId };
};

export interface AmendInput {
  readonly visitId: Uuid;
  readonly reason: string;
  readonly adjustedStart?: Instant | null | undefined;
  readonly adjustedEnd?: Instant | null | undefined;
  readonly caregiverId?: Uuid | undefined;
  readonly tasks?: readonly TaskInput[] | undefined;
  readonly condition?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

/** "To match the plan" is no reason to change a time (facts: records). */
const REASON_IS_THE_PLAN =
  /^(計画|予定)(通り|どおり|に合わせ(る|て|た)?(ため)?)?[。.]?$|^(to )?match(es|ing)? the plan\.?$/i;

export const amendVisitRecord = async (
  app: CommandApp,
  caller: Caller,
  input: AmendInput,
  byCaregiver: boolean,
): Promise<Done> => {
  const { visitId, reason, adjustedStart, adjustedEnd, caregiverId, tasks, condition, notes } = input;
  const key = await keyFor(app, await known(app, visitId));
  const stream = streamOf('visit', visitId);
  const digest = contentHash(input, key);
  const sealedReason = sealText(key, stream, 'reason', reason);
  const changes = {
    ...(adjustedStart === undefined ? {} : { adjustedStart }),
    ...(adjustedEnd === undefined ? {} : { adjustedEnd }),
    ...(caregiverId === undefined ? {} : { caregiverId }),
    ...(tasks === undefined ? {} : { tasks: sealTasks(key, visitId, tasks) }),
    ...(condition === undefined ? {} : { condition: sealText(key, stream, 'condition', condition) }),
    ...(notes === undefined ? {} : { notes: sealText(key, stream, 'notes', notes) }),
  };
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: digest,
    command: async (_now, state) => ({
      type: 'AmendVisitRecord' as const,
      reason: sealedReason,
      reasonIsThePlan: REASON_IS_THE_PLAN.test(reason.trim()),
      ...changes,
      digest,
      byOfficeId: (state as KnownVisit).plan.assistOfficeId,
      byCaregiver,
      ...(await caregiverFacts(app, state as KnownVisit, caregiverId ?? (state as KnownVisit).caregiverId ?? '')),
    }),
  });
  return { position, id: visitId };
};

export const resolveException = async (
  app: CommandApp,
  caller: Caller,
  input: { visitId: Uuid; code: ExceptionCode; reason: string; asPlanned: boolean },
): Promise<Done> => {
  const { visitId, code, asPlanned } = input;
  const key = await keyFor(app, await known(app, visitId));
  const reason = sealText(key, streamOf('visit', visitId), 'reason', input.reason);
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: contentHash(input, key),
    command: (_now, state) => ({
      type: 'ResolveException' as const,
      code,
      reason,
      asPlanned,
      byPartner: caller.actor.officeId === (state as KnownVisit).plan.partnerOfficeId,
    }),
  });
  return { position, id: visitId };
};

/** What fires between visits at the head, and the caregiver's qualifications now. */
const judgement = async (app: CommandApp, visitId: Uuid, state: KnownVisit) => ({
  firing: firingBetween(await readModelAtHead(app), visitId),
  qualifications: (await caregiverFacts(app, state, state.caregiverId ?? '')).qualifications,
});

/** Process: exceptions between visits raised and lifted. */
export const judgeVisit = async (app: CommandApp, caller: Caller, visitId: Uuid): Promise<void> => {
  await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: null,
    command: async (_now, state) => ({
      type: 'JudgeVisit' as const,
      ...(await judgement(app, visitId, state as KnownVisit)),
    }),
  });
};

/** Looks again at the head before it verifies (rule 24). */
export const verifyVisit = async (app: CommandApp, caller: Caller, visitId: Uuid): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: contentHash({ verify: visitId }),
    command: async (_now, state) => ({
      type: 'VerifyVisit' as const,
      byOfficeId: caller.actor.officeId ?? '',
      ...(await judgement(app, visitId, state as KnownVisit)),
      pricing: await pricingOf(app, (state as KnownVisit).plan),
    }),
  });
  return { position, id: visitId };
};

export const returnVisitRecord = async (
  app: CommandApp,
  caller: Caller,
  input: { visitId: Uuid; reason: string },
): Promise<Done> => {
  const { visitId } = input;
  const key = await keyFor(app, await known(app, visitId));
  const reason = sealText(key, streamOf('visit', visitId), 'reason', input.reason);
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: contentHash({ returned: input }, key),
    command: async () => ({
      type: 'ReturnVisitRecord' as const,
      reason,
      isSettled: isSettled(await readModelAtHead(app), visitId),
    }),
  });
  return { position, id: visitId };
};

export const reportMissedVisit = async (
  app: CommandApp,
  caller: Caller,
  input: { visitId: Uuid; reason: string },
): Promise<Done> => {
  const { visitId } = input;
  const key = await keyFor(app, await known(app, visitId));
  const reason = sealText(key, streamOf('visit', visitId), 'reason', input.reason);
  const { position } = await app.loop.handle({
    decider: visit,
    id: visitId,
    caller,
    hash: contentHash({ missed: input }, key),
    command: () => ({ type: 'ReportMissedVisit' as const, reason, byOfficeId: caller.actor.officeId ?? '' }),
  });
  return { position, id: visitId };
};
