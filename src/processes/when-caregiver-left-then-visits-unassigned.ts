import { unassignCaregiver } from '../commands/visit.ts';
import { callerFor, type Process } from './process.ts';

/**
 * Visits assigned for days after the caregiver's last lose the caregiver (contract,
 * changeCaregiver). Items: visit and caregiver.
 */
export const whenCaregiverLeftThenVisitsUnassigned: Process = {
  name: 'when-caregiver-left-then-visits-unassigned',
  version: 1,
  follows: (todo) => {
    const clear = ({ streamId }: { streamId: string }): void => {
      for (const id of todo.beginningWith(streamId)) todo.clear(id);
    };
    return {
      CaregiverLeft: (event) => {
        const { caregiverId, leftOn } = event.data;
        if (leftOn === null) return;
        const later = todo.tables.all<{ id: string }>(
          "SELECT id FROM visits WHERE caregiver_id = ? AND status = 'SCHEDULED' AND date > ?",
          caregiverId,
          leftOn,
        );
        for (const { id } of later) todo.set(`${id} ${caregiverId}`, null, event);
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
