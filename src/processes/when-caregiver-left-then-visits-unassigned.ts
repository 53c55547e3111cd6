import { unassignCaregiver } from '../commands/visit.ts';
import { scheduledAfter } from '../projections/visits.ts';
import { callerFor, type Process } from './process.ts';

/**
 * Visits assigned for days after the caregiver's last lose the caregiver (contract,
 * changeCaregiver). Items: visit and caregiver.
 */
export const whenCaregiverLeftThenVisitsUnassigned: Process = {
  name: 'when-caregiver-left-then-visits-unassigned',
  follows: (todo) => {
    const clear = ({ streamId }: { streamId: string }): void => {
      for (const id of todo.beginningWith(streamId)) todo.clear(id);
    };
    return {
      CaregiverLeft: (event) => {
        const { caregiverId, leftOn } = event.data;
        if (leftOn === null) return;
        for (const id of scheduledAfter(todo.reading, caregiverId, leftOn))
          todo.set(`${id} ${caregiverId}`, null, event);
      },
      CaregiverAssigned: clear,
      VisitStarted: clear,
      VisitEnded: clear,
      VisitRecorded: clear,
      VisitReleased: clear,
      VisitCancelled: clear,
      VisitMissed: clear,
    };
  },
  act: async (item, app) => {
    const [visitId, caregiverId] = item.id.split(' ');
    if (visitId && caregiverId) await unassignCaregiver(app, callerFor(item), { visitId, caregiverId });
  },
};
