import { dayOf } from '../../domain/calendar.ts';
import { memberIdOf, streamOf } from '../../domain/ids.ts';
import {
  allNetworks,
  caregiversById,
  caregiversOfOffice,
  enrolmentsOf,
  membersOfNetwork,
  membersOfOffice,
  networksOfOffice,
  networksOfViewer,
  type OfficeRow,
  officesBy,
  termsOfNetwork,
  viewersOfNetwork,
} from '../../projections/directory.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { caregiverNamePlace, memberName, memberNameShownTo } from '../member-name.ts';
import { checkedFirst, connectionOf, keyOfCursor } from '../paging.ts';
import { caregivers, members, networks, offices, shareNetwork, terms } from '../seen/directory.ts';
import { actors } from '../seen-type.ts';
import type { Slice } from '../slice.ts';
import { directoryMutations } from './directory-mutations.ts';

const today = ({ app }: ApiContext): string => dayOf(app.clock.now());

/** A pointer that cannot dangle: ids in rows come from events of things that exist. */
export const found = <Row>(row: Row | null): Row => {
  if (row === null) throw apiError('INTERNAL_SERVER_ERROR', 'A row points to nothing.');
  return row;
};

const ownOffices = ({ viewer }: ApiContext): string[] =>
  [viewer?.officeId ?? null, ...(viewer?.caregivers.map(({ officeId }) => officeId) ?? [])].filter((id) => id !== null);

const surchargesOn = (row: OfficeRow, day: string) =>
  row.surchargesFrom.findLast(({ from }) => from <= day)?.surcharges ?? [];

/** Hundredths as a decimal text without needless noughts: 8550 → "85.5". */
const decimalOf = (hundredths: number | null): string | null => (hundredths === null ? null : String(hundredths / 100));

export const directorySlice: Slice = {
  resolvers: {
    Query: {
      viewer: (_root, _args, { viewer }) => {
        if (!viewer) throw apiError('FORBIDDEN', 'This subject has no role.');
        return viewer;
      },
      network: (_root, { id }, context) => context.seeing(networks, id),
      office: (_root, { id }, context) => context.seeing(offices, id),
      offices: (_root, { search, municipality, first, after }, { app }) => {
        const count = checkedFirst(first);
        const key = keyOfCursor(after, 1);
        const { rows, totalCount } = officesBy(app.readModel, {
          search: search?.trim() || null,
          municipality: municipality ?? null,
          after: key ? String(key[0]) : null,
          limit: count + 1,
        });
        return connectionOf(
          { rows: rows.slice(0, count), hasNextPage: rows.length > count, totalCount },
          ({ providerNumber }) => [providerNumber],
          after,
        );
      },
    },
    Viewer: {
      name: async (viewer, _args, context) => {
        const [row] = enrolmentsOf(context.app.readModel, memberIdOf(viewer.subject));
        return row ? memberName(context, row) : null;
      },
      office: (viewer, _args, context) => context.load(offices, viewer.officeId),
      caregivers: (viewer, _args, { app }) =>
        viewer.caregivers.length === 0
          ? []
          : caregiversById(
              app.readModel,
              viewer.caregivers.map(({ caregiverId }) => caregiverId),
            ),
      networks: (viewer, _args, context) => {
        const { readModel } = context.app;
        if (viewer.role === 'ADMINISTRATOR') return allNetworks(readModel);
        if (viewer.role === 'CONSULTANT' || viewer.role === 'AUDITOR')
          return networksOfViewer(readModel, viewer.subject);
        const all = ownOffices(context).flatMap((officeId) => networksOfOffice(readModel, officeId));
        return [...new Map(all.map((network) => [network.id, network])).values()];
      },
    },
    Member: {
      name: async (row, _args, context) => {
        const { viewer } = context;
        // Outside the office the office's name stands (contract, Member); viewers of a network are
        // shown by name to its offices.
        if (row.officeId !== null && viewer?.role !== 'ADMINISTRATOR' && !ownOffices(context).includes(row.officeId)) {
          return (await context.load(offices, row.officeId))?.name ?? null;
        }
        return memberName(context, row);
      },
      office: (row, _args, context) => context.load(offices, row.officeId),
      caregiver: async (row, _args, context) => context.seeing(caregivers, row.caregiverId),
    },
    Network: {
      members: (row, _args, { app }) => membersOfNetwork(app.readModel, row.id),
      viewers: (row, _args, { app }) => viewersOfNetwork(app.readModel, row.id),
      terms: (row, { partnerOfficeId, assistOfficeId }, { app, viewer }) =>
        termsOfNetwork(app.readModel, {
          networkId: row.id,
          partnerOfficeId: partnerOfficeId ?? null,
          assistOfficeId: assistOfficeId ?? null,
          ofOfficeId: viewer?.role === 'COORDINATOR' ? viewer.officeId : null,
        }),
    },
    NetworkMember: { office: async (row, _args, context) => found(await context.load(offices, row.officeId)) },
    Office: {
      phone: (row, _args, context) =>
        context.viewer?.role === 'ADMINISTRATOR' || shareNetwork(context, row.id, ownOffices(context))
          ? row.phone
          : null,
      surcharges: (row, _args, context) => [...surchargesOn(row, today(context))],
      services: (row) => [...row.services],
      caregivers: (row, { active }, context) => {
        const all = caregiversOfOffice(context.app.readModel, row.id);
        return active === false ? all : all.filter(({ leftOn }) => leftOn === null || leftOn >= today(context));
      },
      members: (row, _args, { app }) => membersOfOffice(app.readModel, row.id),
    },
    Caregiver: {
      office: async (row, _args, context) => found(await context.load(offices, row.officeId)),
      name: (row, _args, context) => context.open(row.sealedName, caregiverNamePlace(row.officeId, row.id)),
      qualifications: (row) => [...row.qualifications],
      active: (row, _args, context) => row.leftOn === null || row.leftOn >= today(context),
    },
    DelegationTerms: {
      network: async (row, _args, context) => found(await context.load(networks, row.networkId)),
      partnerOffice: async (row, _args, context) => found(await context.load(offices, row.partnerOfficeId)),
      assistOffice: async (row, _args, context) => found(await context.load(offices, row.assistOfficeId)),
      effectiveFrom: (row) => row.content.effectiveFrom,
      feeBasis: (row) => row.content.feeBasis,
      percent: (row) => decimalOf(row.content.percentHundredths),
      prices: (row) => row.content.prices,
      yenPerHour: (row) => row.content.yenPerHour,
      taxClass: (row) => row.content.taxClass,
      rounding: (row) => row.content.rounding,
      cancellation: (row) => row.content.cancellation,
      paymentDays: (row) => row.content.paymentDays,
      confirmDays: (row) => row.content.confirmDays,
      proposedBy: async (row, _args, context) => found(await context.load(offices, row.proposedByOfficeId)),
      agreedBy: (row, _args, context) =>
        row.agreedBySubject === null ? null : memberNameShownTo(context, row.agreedBySubject, row.agreedByOfficeId),
      declineNote: (row, _args, context) =>
        context.open(row.sealedDeclineNote, { stream: streamOf('agreement', row.agreementId), path: 'note' }),
    },
  },
  mutations: directoryMutations,
  rights: [
    offices,
    caregivers,
    members,
    networks,
    terms,
    // What a viewer may ask of themselves: `viewer` is guarded as a root field.
    { typeName: 'Viewer', actors: () => actors('MEMBER') },
  ],
};
