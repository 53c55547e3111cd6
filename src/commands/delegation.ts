import { randomUUID } from 'node:crypto';
import { agreement } from '../domain/agreement/decider.ts';
import { termsInForceOn } from '../domain/agreement/state.ts';
import { dayOf } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import { hasConsent, type RegisteredClient } from '../domain/client/state.ts';
import { delegation } from '../domain/delegation/decider.ts';
import type { DelegatedVisit, DelegationMode, RoundPlan } from '../domain/delegation/events.ts';
import type { OfferingFacts, OfficeFacts } from '../domain/delegation/offering.ts';
import { freeVisits, type Requested } from '../domain/delegation/state.ts';
import { priceVisit } from '../domain/fees/price-visit.ts';
import { agreementIdOf, createdIdOf, streamOf, type Uuid, visitIdOf } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import { rolesOn } from '../domain/network/state.ts';
import { office } from '../domain/office/decider.ts';
import { type OfficeState, surchargesOn } from '../domain/office/state.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { visit } from '../domain/visit/decider.ts';
import type { CancelReason } from '../domain/vocabulary.ts';
import { overlappingVisits } from '../projections/delegation-board.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import type { Done } from './office.ts';
import { sealingKey, sealText } from './sealing.ts';

type Pairing = Pick<Requested, 'networkId' | 'clientId' | 'partnerOfficeId'>;

/**
 * What other streams say now (rule 2), and the client's other visits at the head (rule 3): facts
 * for rule 9.
 */
const offeringFacts = async (
  app: CommandApp,
  { networkId, clientId, partnerOfficeId }: Pairing,
  visits: readonly DelegatedVisit[],
  officeIds: readonly Uuid[],
): Promise<OfferingFacts> => {
  const { loop } = app;
  const [readModel, networkState, clientState, partner] = await Promise.all([
    readModelAtHead(app),
    loop.load(network, networkId),
    loop.load(client, clientId),
    loop.load(office, partnerOfficeId),
  ]);
  const own = new Set(visits.map(({ visitId }) => visitId));
  const visitFacts = visits.map(({ visitId, plannedStart, plannedEnd, pairedVisitId }) => {
    const day = dayOf(plannedStart);
    const others = overlappingVisits(readModel, clientId, plannedStart, plannedEnd).filter(
      (id) => id !== visitId && id !== pairedVisitId && !own.has(id),
    );
    const facts = {
      requesterIsPartner: rolesOn(networkState, partnerOfficeId, day).includes('PARTNER'),
      clientConsents: hasConsent(clientState, 'SHARE_WITHIN_NETWORK', day),
      overlaps: others.length > 0,
    };
    return [visitId, facts] as const;
  });
  const offices = await Promise.all(
    [...new Set(officeIds)].map(async (officeId) => {
      const [asked, terms] = await Promise.all([
        loop.load(office, officeId),
        loop.load(agreement, agreementIdOf(networkId, partnerOfficeId, officeId)),
      ]);
      const facts = visits.map((one) => {
        const day = dayOf(one.plannedStart);
        const inForce = termsInForceOn(terms, day);
        return [
          one.visitId,
          {
            isAssist: rolesOn(networkState, officeId, day).includes('ASSIST'),
            offersService: asked.status === 'REGISTERED' && asked.services.includes(one.service),
            price: inForce && priceOrRefusal(one, inForce, partner, clientState as RegisteredClient),
          },
        ] as const;
      });
      return [officeId, Object.fromEntries(facts)] as const;
    }),
  );
  return { visits: Object.fromEntries(visitFacts), offices: Object.fromEntries(offices) };
};

const priceOrRefusal = (
  plan: DelegatedVisit,
  terms: NonNullable<ReturnType<typeof termsInForceOn>>,
  partner: OfficeState,
  { careLevel }: RegisteredClient,
): OfficeFacts['price'] => {
  const areaGrade = partner.status === 'REGISTERED' ? partner.areaGrade : 'UNKNOWN';
  try {
    const surcharges = surchargesOn(partner, dayOf(plan.plannedStart));
    const { termsVersion, feeYen } = priceVisit({
      ...plan,
      minutesWorked: null,
      careLevel,
      terms,
      partner: { areaGrade, surcharges },
    });
    return { termsVersion, feeYen };
  } catch (error) {
    if (error instanceof Rejected) return { refusal: error.code };
    throw error;
  }
};

/**
 * One row of the input; with `caregiversRequired` 2 it becomes two visits at the same time (rule
 * 10).
 */
export type VisitRow = Omit<DelegatedVisit, 'visitId' | 'place' | 'pairedVisitId'>;

const placed = (delegationId: Uuid, rows: readonly VisitRow[]): { visits: DelegatedVisit[]; rowOf: number[] } => {
  const visits: DelegatedVisit[] = [];
  const rowOf: number[] = [];
  for (const [n, row] of rows.entries()) {
    const place = visits.length;
    const ids =
      row.caregiversRequired === 2
        ? [visitIdOf(delegationId, place), visitIdOf(delegationId, place + 1)]
        : [visitIdOf(delegationId, place)];
    for (const [m, visitId] of ids.entries()) {
      visits.push({ ...row, visitId, place: place + m, pairedVisitId: ids.length === 2 ? (ids[1 - m] ?? null) : null });
      rowOf.push(n);
    }
  }
  return { visits, rowOf };
};

export const requestDelegation = async (
  app: CommandApp,
  caller: Caller,
  input: {
    clientId: Uuid;
    mode: DelegationMode;
    visits: readonly VisitRow[];
    rounds: RoundPlan[];
    note: string | null;
  },
): Promise<Done> => {
  const id = createdIdOf('delegation', caller.actor.subject, caller.commandId ?? randomUUID());
  const key = await sealingKey(app.vault, keyIdOf('client', input.clientId));
  const note = sealText(key, streamOf('delegation', id), 'note', input.note);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash(input, key),
    command: async () => {
      const state = await app.loop.load(client, input.clientId);
      if (state.status === 'NONE') throw new Rejected('CLIENT_UNKNOWN', ['clientId']);
      const { networkId, partnerOfficeId } = state;
      const { visits, rowOf } = placed(id, input.visits);
      if (visits.length > 62) throw new Rejected('TOO_MANY_VISITS', ['visits']);
      const pairing = { networkId, partnerOfficeId, clientId: input.clientId };
      const facts = await offeringFacts(
        app,
        pairing,
        visits,
        input.rounds.flatMap(({ officeIds }) => officeIds),
      );
      const { mode, rounds } = input;
      return { type: 'RequestDelegation' as const, ...pairing, mode, visits, rowOf, rounds, note, facts };
    },
  });
  return { position, id };
};

/** The state of a delegation that is known to exist. */
const requestedState = async (app: CommandApp, id: Uuid): Promise<Requested> => {
  const state = await app.loop.load(delegation, id);
  if (state.status === 'NONE') throw new Rejected('DELEGATION_UNKNOWN', ['delegationId']);
  return state;
};

const factsFor = (
  app: CommandApp,
  state: Requested,
  visits: readonly DelegatedVisit[],
  officeIds: readonly Uuid[],
): Promise<OfferingFacts> => offeringFacts(app, state, visits, officeIds);

/** The key that seals what is said about the delegation's client. */
const keyOf = async (app: CommandApp, id: Uuid) =>
  sealingKey(app.vault, keyIdOf('client', (await requestedState(app, id)).clientId));
const officeOf = (caller: Caller): Uuid => caller.actor.officeId ?? '';

export const seeOffer = async (app: CommandApp, caller: Caller, id: Uuid): Promise<Done> => {
  const officeId = officeOf(caller);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ see: id }),
    command: () => ({ type: 'SeeOffer' as const, officeId }),
  });
  return { position, id };
};

export const acceptOffer = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: { visitIds: Uuid[] | null; note: string | null },
): Promise<Done> => {
  const key = await keyOf(app, id);
  const note = sealText(key, streamOf('delegation', id), 'note', input.note);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ accept: input }, key),
    command: async (_now, state) => ({
      type: 'AcceptOffer' as const,
      officeId: officeOf(caller),
      visitIds: input.visitIds,
      note,
      facts: await factsFor(app, state as Requested, (state as Requested).visits, [officeOf(caller)]),
    }),
  });
  return { position, id };
};

export const declineOffer = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: {
    reason:
      | 'OUT_OF_AREA'
      | 'TIME_BAND'
      | 'NO_CAPACITY'
      | 'QUALIFICATION'
      | 'CLIENT_MATCH'
      | 'TRAVEL_TIME'
      | 'PRICE'
      | 'INFECTION'
      | 'OTHER';
    note: string | null;
  },
): Promise<Done> => {
  const key = await keyOf(app, id);
  const note = sealText(key, streamOf('delegation', id), 'note', input.note);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ decline: input }, key),
    command: () => ({ type: 'DeclineOffer' as const, officeId: officeOf(caller), reason: input.reason, note }),
  });
  return { position, id };
};

export const requestMoreTime = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: { minutes: number; note: string | null },
): Promise<Done> => {
  const key = await keyOf(app, id);
  const note = sealText(key, streamOf('delegation', id), 'note', input.note);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ moreTime: input }, key),
    command: () => ({ type: 'RequestMoreTime' as const, officeId: officeOf(caller), minutes: input.minutes, note }),
  });
  return { position, id };
};

export const grantMoreTime = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: { officeId: Uuid; minutes: number },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ grant: input }),
    command: () => ({ type: 'GrantMoreTime' as const, ...input }),
  });
  return { position, id };
};

export const selectOffice = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: { officeId: Uuid; visitIds: Uuid[] | null },
): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ select: input }),
    command: async (_now, state) => ({
      type: 'SelectOffice' as const,
      ...input,
      facts: await factsFor(app, state as Requested, (state as Requested).visits, [input.officeId]),
    }),
  });
  return { position, id };
};

export const offerAgain = async (app: CommandApp, caller: Caller, id: Uuid, rounds: RoundPlan[]): Promise<Done> => {
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ rounds }),
    command: async (_now, state) => {
      const requested = state as Requested;
      const officeIds = rounds.flatMap((round) => round.officeIds);
      return {
        type: 'OfferAgain' as const,
        rounds,
        facts: await factsFor(app, requested, freeVisits(requested), officeIds),
      };
    },
  });
  return { position, id };
};

/** Visits of these whose caregiver has punched: read from each visit's own stream (rule 2). */
const begunOf = async (app: CommandApp, visitIds: readonly Uuid[]): Promise<Uuid[]> => {
  const states = await Promise.all(
    visitIds.map(async (visitId) => [visitId, await app.loop.load(visit, visitId)] as const),
  );
  return states.flatMap(([visitId, state]) =>
    state.status !== 'NONE' && state.status !== 'RELEASED' && (state.start || state.end || state.record)
      ? [visitId]
      : [],
  );
};

export const withdrawVisits = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: { visitIds: Uuid[] | null; reason: CancelReason; note: string | null },
): Promise<Done> => {
  const key = await keyOf(app, id);
  const note = sealText(key, streamOf('delegation', id), 'note', input.note);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ withdraw: input }, key),
    command: async (_now, state) => ({
      type: 'WithdrawVisits' as const,
      visitIds: input.visitIds,
      reason: input.reason,
      note,
      begun: await begunOf(app, input.visitIds ?? (state as Requested).visits.map(({ visitId }) => visitId)),
    }),
  });
  return { position, id };
};

export const releaseVisits = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  input: { visitIds: Uuid[]; reason: string },
): Promise<Done> => {
  const key = await keyOf(app, id);
  const reason = sealText(key, streamOf('delegation', id), 'reason', input.reason);
  const { position } = await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: contentHash({ release: input }, key),
    command: async () => ({
      type: 'ReleaseVisits' as const,
      officeId: officeOf(caller),
      visitIds: input.visitIds,
      reason,
      begun: await begunOf(app, input.visitIds),
    }),
  });
  return { position, id };
};

/** Process: what is due now (rules 13–18). */
export const followTime = async (app: CommandApp, caller: Caller, id: Uuid): Promise<void> => {
  await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: null,
    command: async (_now, state) => {
      const requested = state as Requested;
      const officeIds = [
        ...requested.planned.flatMap((round) => round.officeIds),
        ...requested.offers.map(({ officeId }) => officeId),
      ];
      return { type: 'FollowTime' as const, facts: await factsFor(app, requested, freeVisits(requested), officeIds) };
    },
  });
};

/** Process: consent was withdrawn (rule 45). */
export const withdrawFreeVisits = async (app: CommandApp, caller: Caller, id: Uuid): Promise<void> => {
  await app.loop.handle({
    decider: delegation,
    id,
    caller,
    hash: null,
    command: () => ({ type: 'WithdrawFreeVisits' as const }),
  });
};
