import { enrollViewer } from '../commands/member.ts';
import { memberIdOf } from '../domain/ids.ts';
import { enrolmentsOf } from '../projections/members.ts';
import { networkViewers } from '../projections/networks.ts';
import { callerFor, type Process } from './process.ts';

/**
 * A CONSULTANT or AUDITOR appointed to a network is enrolled in that role where that has not been
 * done (contract, appointToNetwork).
 */
export const whenViewerAppointedThenEnrolled: Process = {
  name: 'when-viewer-appointed-then-enrolled',
  follows: (todo) => ({
    ViewerAppointed: (event) => {
      const { subject, role } = event.data;
      // Whom an office enrolled at the same moment stays there (rule 47).
      const isDone = enrolmentsOf(todo.reading, memberIdOf(subject)).some(
        (one) => one.role === role || one.officeId !== null,
      );
      if (!isDone) todo.set(`${event.streamId} ${subject}`, null, event);
    },
    MemberEnrolled: (event) => {
      const { subject } = event.data;
      for (const { networkId } of todo.reading.rows(networkViewers).find('subject', [subject]))
        todo.clear(`${networkId} ${subject}`);
    },
    ViewerDismissed: (event) => todo.clear(`${event.streamId} ${event.data.subject}`),
  }),
  act: async (item, app) => {
    const [networkId, ...rest] = item.id.split(' ');
    const viewer = app.readModel.rows(networkViewers).get(networkId ?? '', rest.join(' '));
    if (!viewer) return;
    const { subject, role, sealedName } = viewer;
    await enrollViewer(app, callerFor(item), { subject, role, sealedName });
  },
};
