import { memberIdOf, uuidOf } from '../../domain/ids.ts';
import { enrolmentsOf, invitationsOf } from '../../projections/members.ts';
import { caregiversById } from '../../projections/offices.ts';
import { apiError } from '../errors.ts';
import { networksOf } from '../network/visibility.ts';
import { caregivers, offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';
import { ownOffices } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { memberMutations } from './mutations.ts';
import { memberName } from './name.ts';
import { members } from './visibility.ts';

export const memberSlice: Slice = {
  resolvers: {
    Query: {
      viewer: (_root, _args, { viewer }) => {
        if (!viewer) throw apiError('FORBIDDEN', 'This subject has no role.');
        return viewer;
      },
    },
    Viewer: {
      name: (viewer, _args, context) => {
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
      invitations: ({ subject }, _args, context) => {
        const rows = invitationsOf(context.app.readModel, memberIdOf(subject));
        return rows.flatMap(({ officeId }) => (officeId === null ? [] : [context.found(offices, officeId)]));
      },
      networks: (viewer, _args, context) => networksOf(viewer, context),
    },
    Member: {
      id: ({ id, officeId, networkId }) => uuidOf('membership', id, officeId ?? networkId ?? ''),
      name: (row, _args, context) => {
        const { viewer } = context;
        // Outside the office its name is shown instead (contract, Member); viewers of a network are
        // shown by name to its offices.
        if (
          row.officeId !== null &&
          viewer &&
          viewer.role !== 'ADMINISTRATOR' &&
          !ownOffices(viewer).includes(row.officeId)
        ) {
          return context.load(offices, row.officeId)?.name ?? null;
        }
        return memberName(context, row);
      },
      office: (row, _args, context) => context.load(offices, row.officeId),
      // A person who has just become the caregiver sees who that is.
      caregiver: (row, _args, context) =>
        row.subject === context.viewer?.subject
          ? context.load(caregivers, row.caregiverId)
          : context.visible(caregivers, row.caregiverId),
    },
  },
  mutations: memberMutations,
  rights: [
    members,
    // What viewers may ask about themselves: `viewer` is guarded as a root field.
    { typeName: 'Viewer', actors: () => actors('MEMBER') },
  ],
};
