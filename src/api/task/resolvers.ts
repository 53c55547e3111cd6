import { taskIdOf, URGENCIES } from '../../projections/task-table.ts';
import { countTasks, taskKey, tasksBy } from '../../projections/tasks.ts';
import { clients } from '../client/visibility.ts';
import { delegations } from '../delegation/visibility.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { checkedFirst, keyOfCursor, pageOf } from '../paging.ts';
import type { Slice } from '../slice.ts';
import { statements } from '../statement/visibility.ts';
import { terms } from '../terms/visibility.ts';
import { visits } from '../visit/visibility.ts';
import { taskChanges } from './changes.ts';
import { tasksListed } from './visibility.ts';

export const taskSlice: Slice = {
  resolvers: {
    Viewer: {
      tasks: (_viewer, { kinds, first, after }, context) => {
        const count = checkedFirst(first, 20);
        const { clock, readModel } = context.app;
        const selection = { forIds: tasksListed(context), now: clock.now(), kinds: kinds ?? null };
        const rows = tasksBy(readModel, selection, { after: keyOfCursor(after, 5), limit: count + 1 });
        return pageOf({ rows, totalCount: () => countTasks(readModel, selection) }, count, taskKey, after);
      },
    },
    Task: {
      id: taskIdOf,
      urgency: ({ urgency }) => URGENCIES[urgency] as never,
      kind: (row) => row.kind as never,
      network: (row, _args, context) => context.load(networks, row.networkId),
      office: (row, _args, context) => context.load(offices, row.officeId),
      delegation: (row, _args, context) => context.visible(delegations, row.delegationId),
      visit: (row, _args, context) => context.visible(visits, row.visitId),
      statement: (row, _args, context) => context.visible(statements, row.statementId),
      terms: (row, _args, context) => context.visible(terms, row.termsId),
      client: (row, _args, context) => context.visible(clients, row.clientId),
    },
    Subscription: {
      taskChanges: {
        subscribe: (_root, { after }, context) => taskChanges(context, after) as never,
        resolve: (notice: unknown) => notice as never,
      },
    },
  },
  mutations: {},
  rights: [],
};
