import type { Instant } from '../domain/calendar.ts';
import { delegation } from '../domain/delegation/decider.ts';
import { changeableOf } from '../domain/delegation/events.ts';
import { visitOf } from '../domain/delegation/state.ts';
import { streamOf, type Uuid, uuidOf } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { planAfter } from '../domain/visit/changing.ts';
import { visit } from '../domain/visit/decider.ts';
import { amendmentSchema, type CaptureMethod, recordContentSchema } from '../domain/visit/events.ts';
import { isToMatchThePlan } from '../domain/visit/recording.ts';
import {
  assignedBy,
  effectiveTimes,
  type KnownVisit,
  lostAt,
  type Punch,
  type Punches,
  punchesOf,
} from '../domain/visit/state.ts';
import { firingBetween, isBusyDuring } from '../projections/overlaps.ts';
import { isSettled } from '../projections/visits.ts';
import { contentHash } from '../store/handle-command.ts';
import type { VaultKey } from '../store/vault.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { caregiverFacts, entersForCaregiver, presenceOf } from './facts/caregiver.ts';
import { metersFromHome } from './facts/meters-from-home.ts';
import { coverNow, planFacts } from './facts/plan-change.ts';
import { type RecordSaid, recordInWords } from './facts/record-in-words.ts';
import type { Sealing } from './sealing.ts';
import { commandsOn, type Gathering, newId } from './send.ts';

const ofVisit = {
  id: ({ visitId }: { visitId: Uuid }) => visitId,
  without: ['visitId'] as const,
  sealedBy: (_input: { visitId: Uuid }, { plan }: KnownVisit) => keyIdOf('client', plan.clientId),
};
/** What is said about the visit's client is sealed with that client's key. */
const onVisit = commandsOn(visit, ofVisit);

/** One after another for a caregiver, so that each sees what the one before has taken (rule 3). */
const onCaregiver = commandsOn(visit, {
  id: ({ visitId }: { visitId: Uuid; caregiverId: Uuid }) => visitId,
  without: ['visitId'],
  overSet: ({ caregiverId }) => caregiverId,
});
export const assignCaregiver = onCaregiver('AssignCaregiver', async ({ app, id, input, state }) => {
  const { caregiverId, despiteOverlap = false } = input;
  const plan = { ...state.plan, visitId: id };
  return {
    works: (await caregiverFacts(app, state, caregiverId)).works,
    // Not looked at where it does not matter.
    isBusy: !despiteOverlap && isBusyDuring(await readModelAtHead(app), caregiverId, plan),
  };
});
/** Process: the caregiver has left. */
export const unassignCaregiver = onVisit('UnassignCaregiver');

type AtLocation = { visitId: Uuid; method: CaptureMethod; latitude: number | null; longitude: number | null };
const onLocation = commandsOn(visit, {
  ...ofVisit,
  id: ({ visitId }: AtLocation) => visitId,
  without: ['visitId', 'latitude', 'longitude'],
});
/** Where and by whom: entered for the caregiver it is MANUAL, unless it is by TELEPHONE. */
const punched = async (context: Gathering<KnownVisit, AtLocation> & Sealing) => {
  const { app, caller, state, key, seal } = context;
  const { method, latitude, longitude } = context.input;
  const location = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  const presence = await presenceOf(app, caller, state);
  const isEntered = presence.enteredForCaregiver && method !== 'TELEPHONE';
  return {
    ...presence,
    method: isEntered ? ('MANUAL' as const) : method,
    place: seal('place', location && JSON.stringify(location)),
    metersFromHome: await metersFromHome(app, key, state.plan.clientId, location),
  };
};
/**
 * A punch. Throws VISITS_ALREADY_ALLOCATED where another office has the visit by now: then it is
 * kept beside what that one says (rule 22).
 */
const punch = (type: 'StartVisit' | 'EndVisit') => {
  const send = onLocation(type, [], punched);
  const kept: typeof send = async (app, caller, input) => {
    const done = await send(app, caller, input);
    const { plan } = await app.loop.known(visit, input.visitId);
    if (plan.assistOfficeId !== caller.actor.officeId) throw new Rejected('VISITS_ALREADY_ALLOCATED', ['visitId']);
    return done;
  };
  return kept;
};
export const startVisit = punch('StartVisit');
export const endVisit = punch('EndVisit');
/** The caregiver was at the door, and the client was not, or sent them away (rule 27). */
export const cancelVisitAtDoor = onLocation('CancelVisitAtDoor', ['note'], async (context) => ({
  ...(await punched(context)),
  isTaken: await isTakenFrom(context.app, context.id, context.state, context.officeId),
}));
export const withdrawPunch = onVisit('WithdrawPunch', ['reason']);

/** The digest tells whether a record is the same (rule 23), so that five uploads of one are one. */
const sendRecord = onVisit('RecordVisit', recordContentSchema, async (context) => {
  const { app, id, input, caller, officeId, state, key, seal, digest } = context;
  const standing = state.plan.assistOfficeId === officeId ? recordOpened(id, state, key) : null;
  const enteredForCaregiver = await entersForCaregiver(app, caller, input.caregiverId);
  const assigned = assignedBy(state, officeId).find(({ caregiverId }) => caregiverId === input.caregiverId);
  const without = (said: Partial<typeof input>): string => contentHash({ ...input, ...said }, key);
  return {
    duplicateDetail: seal('detail', recordInWords(asCounted(input, punchesOf(state, officeId), standing), standing)),
    digest,
    digestsWithout: {
      start: without({ startedAt: null }),
      end: without({ endedAt: null }),
      times: without({ startedAt: null, endedAt: null }),
    },
    enteredForCaregiver,
    replacedAt: enteredForCaregiver ? null : (assigned?.until ?? null),
    byOfficeId: officeId,
    isTaken: await isTakenFrom(app, id, state, officeId),
    ...(await caregiverFacts(app, state, input.caregiverId, officeId)),
  };
});

/**
 * What a record says with the times that count: those punched, of which there is nothing to say
 * where a record stands.
 */
const asCounted = <Said extends RecordSaid>(said: Said, { start, end }: Punches, standing: RecordSaid | null): Said => {
  const timeOf = (punch: Punch | null, at: Instant | null): Instant | null =>
    punch === null ? at : standing === null ? punch.at : null;
  return { ...said, startedAt: timeOf(start, said.startedAt), endedAt: timeOf(end, said.endedAt) };
};

/** The record in force, its texts in clear; null before there is one. */
const recordOpened = (visitId: Uuid, { record }: KnownVisit, key: VaultKey): RecordSaid | null => {
  const open = (path: string, sealed: string | null): string | null =>
    sealed === null ? null : key.open(sealed, { stream: streamOf('visit', visitId), path });
  if (record === null) return null;
  const { start, end } = effectiveTimes(record);
  return {
    caregiverId: record.caregiverId,
    startedAt: start,
    endedAt: end,
    tasks: record.tasks.map((task, n) => ({ ...task, note: open(`tasks.${n}.note`, task.note) })),
    condition: open('condition', record.condition),
    notes: open('notes', record.notes),
  };
};

/** Whether the delegation has given the visit to another office since (rules 2, 22). */
const isTakenFrom = async (app: CommandApp, visitId: Uuid, state: KnownVisit, officeId: Uuid): Promise<boolean> => {
  if (lostAt(state, officeId) === null) return false;
  const holder = visitOf(await app.loop.known(delegation, state.plan.delegationId), visitId)?.allocatedTo ?? null;
  return holder !== null && holder !== officeId;
};

/**
 * A record. Throws VISITS_ALREADY_ALLOCATED where the office has handed the visit back and another
 * has it by now: then what was recorded is kept, beside that office's, as a task of the partner
 * office and of the one that made it (rule 22).
 */
export const recordVisit: typeof sendRecord = async (app, caller, input) => {
  const done = await sendRecord(app, caller, input);
  const { record, exceptions } = await app.loop.known(visit, input.visitId);
  const { officeId } = caller.actor;
  const counts = record?.recordedByOfficeId === officeId;
  if (!counts && exceptions.some(({ formerOfficeId }) => formerOfficeId !== null && formerOfficeId === officeId))
    throw new Rejected('VISITS_ALREADY_ALLOCATED', ['visitId']);
  return done;
};
export const amendVisitRecord = onVisit('AmendVisitRecord', amendmentSchema, async (context) => {
  const { app, input, caller, officeId, digest, state } = context;
  const byOfficeId = state.plan.assistOfficeId;
  return {
    reasonIsThePlan: isToMatchThePlan(input.reason),
    digest,
    byOfficeId,
    enteredForCaregiver: await entersForCaregiver(app, caller, input.caregiverId ?? state.caregiverId),
    byCaregiver: caller.actor.role !== 'COORDINATOR' || officeId !== byOfficeId,
    ...(await caregiverFacts(app, state, input.caregiverId ?? state.caregiverId)),
  };
});

export const resolveException = onVisit('ResolveException', ['reason'], ({ officeId, state }) => ({
  byPartner: officeId === state.plan.partnerOfficeId,
}));

/** The exceptions that fire between visits at the head, and the caregiver's qualifications now. */
const judgement = async (app: CommandApp, visitId: Uuid, state: KnownVisit) => ({
  firing: firingBetween(await readModelAtHead(app), visitId),
  qualifications: (await caregiverFacts(app, state, state.caregiverId)).qualifications,
});
/** Process: exceptions between visits raised and lifted. */
export const judgeVisit = onVisit('JudgeVisit', ({ app, id, state }) => judgement(app, id, state));
/** Looks again at the head before it verifies (rule 24). */
export const verifyVisit = onVisit('VerifyVisit', async ({ app, id, state, officeId }) => ({
  byOfficeId: officeId,
  ...(await judgement(app, id, state)),
}));

export const returnVisitRecord = onVisit('ReturnVisitRecord', ['reason'], async ({ app, id }) => ({
  isSettled: isSettled(await readModelAtHead(app), id),
}));
const onPlan = commandsOn(visit, {
  ...ofVisit,
  // Their new times are looked at among the client's visits (rule 3).
  overSet: (_input: { visitId: Uuid }, { plan }: KnownVisit) => `visits of client ${plan.clientId}`,
});
export const proposeVisitChange = onPlan('ProposeVisitChange', ['reason'], async (context) => {
  const { app, id, caller, officeId, input, state } = context;
  return {
    changeId: uuidOf('change', id, newId('change', caller)),
    byOfficeId: officeId,
    ...(await planFacts(app, id, state, planAfter(input, state))),
  };
});
export const answerVisitChange = onPlan('AnswerVisitChange', ['note'], async ({ app, id, officeId, state }) => {
  const plan = changeableOf(state.changes.open ?? state.plan);
  const caregiverId = state.record?.caregiverId ?? state.caregiverId;
  const moved = { ...state.plan, ...plan };
  const facts = await caregiverFacts(app, { plan: moved }, caregiverId);
  // Who is elsewhere at the new time cannot go: the office is asked to assign somebody.
  const isElsewhere =
    state.record === null &&
    caregiverId !== null &&
    isBusyDuring(await readModelAtHead(app), caregiverId, { ...moved, visitId: id });
  return {
    byOfficeId: officeId,
    cover: await coverNow(app, id, state),
    ...(await planFacts(app, id, state, plan)),
    ...facts,
    works: facts.works && !isElsewhere,
  };
});
/** Process: nobody has answered in time. */
export const lapseVisitChange = onVisit('LapseVisitChange');

export const reportMissedVisit = onVisit('ReportMissedVisit', ['reason'], ({ officeId }) => ({ byOfficeId: officeId }));
