import { type TaskRow, tasksOfCaregivers, tasksOfOffice } from '../../projections/tasks.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice } from '../viewer.ts';

/** What waits: an office's for its COORDINATOR, the own visits for a CAREGIVER, nothing for the rest. */
export const tasksListed = ({ app, viewer }: ApiContext): TaskRow[] => {
  const now = app.clock.now();
  const officeId = coordinatedOffice(viewer);
  if (officeId !== null) return tasksOfOffice(app.readModel, officeId, now);
  if (viewer?.role !== 'CAREGIVER') return [];
  const own = viewer.caregivers.map(({ caregiverId }) => caregiverId);
  return tasksOfCaregivers(app.readModel, own, now);
};
