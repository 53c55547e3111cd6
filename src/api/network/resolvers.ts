import { uuidOf } from '../../domain/ids.ts';
import { membersOfNetwork, viewersOfNetwork } from '../../projections/networks.ts';
import { offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';
import { networkMutations } from './mutations.ts';
import { networks } from './visibility.ts';

export const networkSlice: Slice = {
  resolvers: {
    Query: { network: (_root, { id }, context) => context.visible(networks, id) },
    Network: {
      members: (row, _args, context) => {
        const rows = membersOfNetwork(context.app.readModel, row.id);
        return rows;
      },
      viewers: (row, _args, { app }) => viewersOfNetwork(app.readModel, row.id),
    },
    NetworkMember: {
      id: ({ networkId, officeId, joinedOn }) => uuidOf('network-member', networkId, officeId, joinedOn),
      office: (row, _args, context) => context.found(offices, row.officeId),
    },
  },
  mutations: networkMutations,
  rights: [networks],
};
