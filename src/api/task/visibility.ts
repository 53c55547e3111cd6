import { type TaskRow, tasksOfCaregivers, tasksOfOffice } from '../../projections/tasks.ts';
import type { ApiContext } from '../context.ts';
import { coordinatedOffice } from '../viewer.ts';

/** What waits: the office's tasks for a COORDINATOR, those of their own visits for a CAREGIVER. */
export const tasksListed = ({ app, viewer }: ApiContext): TaskRow[] => {
  const now = app.clock.now();
  const officeId = coordinatedOffice(viewer);
  if (officeId !== null) return tasksOfOffice(app.readModel, officeId, now);
  if (viewer?.role !== 'CAREGIVER') return [];
  const own = viewer.caregivers.map(({ caregiverId }) => caregiverId);
  return tasksOfCaregivers(app.readModel, own, now);
};
