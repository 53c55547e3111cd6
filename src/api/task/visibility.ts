import type { Uuid } from '../../domain/ids.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice } from '../viewer.ts';

/**
 * Whose tasks are shown: the office's to a COORDINATOR, those of their own visits to a CAREGIVER.
 */
export const tasksListed = ({ viewer }: ApiContext): readonly Uuid[] => {
  const officeId = coordinatedOffice(viewer);
  if (officeId !== null) return [officeId];
  return viewer?.role === 'CAREGIVER' ? viewer.caregivers.map(({ caregiverId }) => caregiverId) : [];
};
