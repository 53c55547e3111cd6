import type { Uuid } from '../../domain/ids.ts';
import { ADMINISTRATORS } from '../../projections/tasks.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice } from '../viewer.ts';

/**
 * Whose tasks are shown: the office's to a COORDINATOR, those of their own visits to a CAREGIVER,
 * those of the administration to every ADMINISTRATOR.
 */
export const tasksListed = ({ viewer }: ApiContext): readonly Uuid[] => {
  const officeId = coordinatedOffice(viewer);
  if (officeId !== null) return [officeId];
  if (viewer?.role === 'ADMINISTRATOR') return [ADMINISTRATORS];
  return viewer?.role === 'CAREGIVER' ? viewer.caregivers.map(({ caregiverId }) => caregiverId) : [];
};
