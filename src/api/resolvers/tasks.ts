import { type TaskRow, taskKey, tasksOfCaregivers, tasksOfOffice } from '../../projections/tasks.ts';
import type { ApiContext } from '../context.ts';
import { checkedFirst, connectionOf, keyOfCursor } from '../paging.ts';
import { clients } from '../seen/clients.ts';
import { delegations } from '../seen/delegations.ts';
import { networks, terms } from '../seen/directory.ts';
import { statements } from '../seen/statements.ts';
import { visits } from '../seen/visits.ts';
import type { Slice } from '../slice.ts';
import { found } from './directory.ts';

/**
 * What waits for the viewer: an office's for its COORDINATOR, the own visits for a CAREGIVER,
 * nothing for the rest.
 */
const tasksOf = ({ app, viewer }: ApiContext): TaskRow[] => {
  const now = app.clock.now();
  if (viewer?.role === 'COORDINATOR' && viewer.officeId !== null)
    return tasksOfOffice(app.readModel, viewer.officeId, now);
  return viewer?.role === 'CAREGIVER'
    ? tasksOfCaregivers(
        app.readModel,
        viewer.caregivers.map(({ caregiverId }) => caregiverId),
        now,
      )
    : [];
};

export const tasksSlice: Slice = {
  resolvers: {
    Viewer: {
      tasks: (_viewer, { kinds, first, after }, context) => {
        const count = checkedFirst(first, 20);
        const all = tasksOf(context).filter(({ kind }) => !kinds || (kinds as readonly string[]).includes(kind));
        const key = keyOfCursor(after, 4)?.join(' ');
        const later = key === undefined ? all : all.filter((task) => taskKey(task).join(' ') > key);
        return connectionOf(
          { rows: later.slice(0, count), hasNextPage: later.length > count, totalCount: all.length },
          taskKey,
          after,
        );
      },
    },
    Task: {
      kind: (row) => row.kind as never,
      network: async (row, _args, context) => found(await context.load(networks, row.networkId)),
      delegation: (row, _args, context) => context.seeing(delegations, row.delegationId),
      visit: (row, _args, context) => context.seeing(visits, row.visitId),
      statement: (row, _args, context) => context.seeing(statements, row.statementId),
      terms: (row, _args, context) => context.seeing(terms, row.termsId),
      client: (row, _args, context) => context.seeing(clients, row.clientId),
    },
  },
  mutations: {},
  rights: [],
};
