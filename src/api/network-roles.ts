import { networkRolesOfOffice } from '../projections/directory.ts';
import type { ApiContext } from './context.ts';
import type { Actor, Actors } from './seen-type.ts';

/**
 * On Query and Subscription (contract, Whose): a COORDINATOR of an office that is PARTNER or ASSIST
 * in some network; CONSULTANT and AUDITOR by role.
 */
export const networkRolesOf = (context: ApiContext): Actors => {
  const { viewer } = context;
  if (viewer?.role === 'CONSULTANT' || viewer?.role === 'AUDITOR') return new Set<Actor>([viewer.role]);
  if (viewer?.role !== 'COORDINATOR' || viewer.officeId === null) return new Set<Actor>();
  return new Set<Actor>(networkRolesOfOffice(context.app.readModel, viewer.officeId));
};
