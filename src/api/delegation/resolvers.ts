import { offerIdOf, streamOf, type Uuid, uuidOf } from '../../domain/ids.ts';
import { careTaskOf } from '../../domain/visit/care-tasks.ts';
import { countDelegations, delegationsBy } from '../../projections/delegation-board.ts';
import type { DelegationRow } from '../../projections/delegation-table.ts';
import { offersOfDelegation, visitsOfDelegation } from '../../projections/delegations.ts';
import { type HistoryRow, historyOf } from '../../projections/history.ts';
import type { Recorded } from '../../store/codec.ts';
import { clients, hasPartWithClient } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { withoutOtherAssistOffice } from '../history/offices.ts';
import { memberNameShownTo } from '../member/name.ts';
import { networks } from '../network/visibility.ts';
import { noticesFrom } from '../notices.ts';
import { offices } from '../office/visibility.ts';
import { checkedFirst, keyOfCursor, pageOf } from '../paging.ts';
import type { Slice } from '../slice.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { visits } from '../visit/visibility.ts';
import { delegationMutations } from './mutations.ts';
import { roundsShown } from './rounds.ts';
import {
  askedOffice,
  delegatedVisitRights,
  delegations,
  delegationsListed,
  offerRights,
  seesWholeDelegation,
} from './visibility.ts';

/** Offers that the viewer sees: an assist office only its own, a caregiver none, others all. */
const offersShown = (row: DelegationRow, context: ApiContext) => {
  const office = askedOffice(context, row.id);
  const isWhole = seesWholeDelegation(row, context);
  if (!isWhole && office === null) return [];
  const offers = offersOfDelegation(row, isWhole ? null : office, context.app.clock.now());
  return offers;
};

/** An assist office sees only the events that name it. */
const historyShown = async (row: DelegationRow, context: ApiContext): Promise<readonly HistoryRow[]> => {
  const all = await historyOf(context.app.store, streamOf('delegation', row.id), context.positionOf(row));
  if (seesWholeDelegation(row, context)) return all;
  const office = askedOffice(context, row.id);
  if (office === null) return [];
  return all
    .filter(({ told }) => told.officeId === office)
    .map((event) => withoutOtherAssistOffice(event, office, row.partnerOfficeId));
};

/**
 * Which of an office's offers an event tells it something about; null: whichever names the visits.
 */
const roundTold = (event: Recorded, officeId: Uuid): number | readonly Uuid[] | null => {
  switch (event.type) {
    case 'OfferMade':
    case 'OfferSeen':
    case 'MoreTimeRequested':
    case 'MoreTimeGranted':
    case 'OfferAccepted':
    case 'OfferDeclined':
    case 'OfferExpired':
    case 'OfferNotSelected':
    case 'VisitsAllocated':
      return event.data.officeId === officeId ? event.data.round : null;
    case 'VisitsReleased':
      return event.data.officeId === officeId ? event.data.visitIds : null;
    case 'VisitMadeAfterAll':
      return event.data.officeId === officeId ? [event.data.visitId] : null;
    case 'VisitsWithdrawn':
      return event.data.visits.map(({ visitId }) => visitId);
    default:
      return null;
  }
};

const offerNotices = (context: ApiContext, officeId: Uuid) => async (event: Recorded) => {
  const told = roundTold(event, officeId);
  if (told === null) return [];
  const delegation = context.load(delegations, event.streamId);
  const offers = delegation ? offersOfDelegation(delegation, officeId, context.app.clock.now()) : [];
  const offer = offers.findLast(({ round, visitIds }) =>
    typeof told === 'number' ? round === told : visitIds.some((id) => told.includes(id)),
  );
  return delegation && offer ? [{ delegation, offer }] : [];
};

/** An office hears of its own delegations alone, whatever it was asked in. */
const delegationNotices = (context: ApiContext, networkId: string) => async (event: Recorded) => {
  if (event.category !== 'delegation') return [];
  const delegation = context.load(delegations, event.streamId);
  const isOwn = isCoordinatorOf(context.viewer, delegation?.partnerOfficeId ?? null);
  return delegation?.networkId === networkId && isOwn ? [{ delegation }] : [];
};

export const delegationSlice: Slice = {
  resolvers: {
    Query: { delegation: (_root, { id }, context) => context.visible(delegations, id) },
    Network: {
      delegations: (row, { filter, first, after }, context) => {
        const count = checkedFirst(first);
        const listed = delegationsListed(context, row.id);
        const selection = {
          networkId: row.id,
          number: filter?.number ?? null,
          status: filter?.status ? [...filter.status] : null,
          partnerOfficeId: filter?.partnerOfficeId ?? null,
          assistOfficeId: filter?.assistOfficeId ?? null,
          clientId: filter?.clientId ?? null,
          plannedFrom: filter?.plannedFrom ?? null,
          plannedTo: filter?.plannedTo ?? null,
          offerStatus: filter?.offerStatus ? [...filter.offerStatus] : null,
        };
        const { readModel } = context.app;
        const by = listed && { ...selection, ...listed };
        const rows = by ? delegationsBy(readModel, by, { after: keyOfCursor(after, 3), limit: count + 1 }) : [];
        return pageOf(
          { rows: context.keep(delegations, rows), totalCount: () => (by ? countDelegations(readModel, by) : 0) },
          count,
          ({ firstFreeStart, firstStart, id }) => [firstFreeStart, firstStart, id],
          after,
        );
      },
    },
    Delegation: {
      network: (row, _args, context) => context.found(networks, row.networkId),
      partnerOffice: (row, _args, context) => context.found(offices, row.partnerOfficeId),
      client: (row, _args, context) => context.found(clients, row.clientId),
      visits: (row, _args, context) => {
        const rows = visitsOfDelegation(row, seesWholeDelegation(row, context) ? null : askedOffice(context, row.id));
        return rows;
      },
      offers: (row, _args, context) => offersShown(row, context),
      rounds: (row, _args, context) => roundsShown(row, context),
      requestedBy: (row, _args, context) => memberNameShownTo(context, row.requestedBySubject, row.partnerOfficeId),
      // Not to an office that is out (rule 11).
      note: (row, _args, context) =>
        seesWholeDelegation(row, context) || hasPartWithClient(context, row.clientId)
          ? context.open(row.sealedNote, { stream: streamOf('delegation', row.id), path: 'note' })
          : null,
      history: (row, _args, context) => historyShown(row, context),
      uncoveredVisits: ({ state }) => state.visits.filter(({ uncovered }) => uncovered).length,
    },
    DelegatedVisit: {
      id: ({ visitId }) => visitId,
      tasks: (row) => row.tasks.map((code) => careTaskOf(code, row.service)),
      allocatedTo: (row, _args, context) => {
        const delegation = context.found(delegations, row.delegationId);
        const isShown = seesWholeDelegation(delegation, context) || isCoordinatorOf(context.viewer, row.allocatedToId);
        return isShown ? context.load(offices, row.allocatedToId) : null;
      },
      visit: (row, _args, context) => context.visible(visits, row.visitId),
    },
    Offer: {
      id: ({ delegationId, round, officeId }) => offerIdOf(delegationId, round, officeId),
      office: (row, _args, context) => context.found(offices, row.officeId),
      declineReason: (row) => row.declineReason as never,
      note: (row, _args, context) =>
        context.open(row.sealedNote, { stream: streamOf('delegation', row.delegationId), path: 'note' }),
    },
    OfferRound: {
      id: ({ delegationId, round }) => uuidOf('round', delegationId, round),
      offices: (row, _args, context) => {
        return row.officeIds.map((id) => context.found(offices, id));
      },
    },
    Subscription: {
      offers: {
        subscribe: (_root, { after }, context) =>
          noticesFrom(context, after, offerNotices(context, context.viewer?.officeId ?? '')) as never,
        resolve: (notice: unknown) => notice as never,
      },
      delegationChanges: {
        subscribe: async (_root, { networkId, after }, context) => {
          if (!context.visible(networks, networkId))
            throw apiError('NOT_FOUND', 'networkId was not found.', ['networkId']);
          return noticesFrom(context, after, delegationNotices(context, networkId)) as never;
        },
        resolve: (notice: unknown) => notice as never,
      },
    },
  },
  mutations: delegationMutations,
  rights: [delegations, delegatedVisitRights, offerRights],
};
