import { enrollViewer } from '../commands/member.ts';
import type { MemberRow } from '../projections/directory.ts';
import { callerFor, type Process } from './process.ts';

/**
 * A CONSULTANT or AUDITOR appointed to a network is enrolled in that role where that has not been
 * done (contract, appointToNetwork).
 */
export const whenViewerAppointedThenEnrolled: Process = {
  name: 'when-viewer-appointed-then-enrolled',
  version: 1,
  follows: (todo) => ({
    ViewerAppointed: (event) => {
      const enrolled = todo.tables.get<Pick<MemberRow, 'role'>>(
        'SELECT role FROM members WHERE subject = ? AND role = ?',
        event.data.subject,
        event.data.role,
      );
      if (!enrolled) todo.set(`${event.streamId} ${event.data.subject}`, null, event);
    },
    MemberEnrolled: (event) => {
      for (const { network_id } of todo.tables.all<{ network_id: string }>(
        'SELECT network_id FROM network_viewers WHERE subject = ?',
        event.data.subject,
      )) {
        todo.clear(`${network_id} ${event.data.subject}`);
      }
    },
    ViewerDismissed: (event) => todo.clear(`${event.streamId} ${event.data.subject}`),
  }),
  act: async (item, app) => {
    const [networkId, ...rest] = item.id.split(' ');
    const viewer = app.readModel.get<{ subject: string; role: 'CONSULTANT' | 'AUDITOR'; sealed_name: string | null }>(
      'SELECT subject, role, sealed_name FROM network_viewers WHERE network_id = ? AND subject = ?',
      networkId ?? '',
      rest.join(' '),
    );
    if (viewer)
      await enrollViewer(app, callerFor(item), {
        subject: viewer.subject,
        role: viewer.role,
        sealedName: viewer.sealed_name,
      });
  },
};
