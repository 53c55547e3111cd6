import t from 'tap';
import type { InvitationEvent } from '../../../../src/domain/survey/events.ts';
import { invitation } from '../../../../src/domain/survey/invitation/decider.ts';
import { stateAfter } from '../../../support/specification.ts';
import { invited, used } from './example-invitation.ts';

t.test('an answer without an invitation, or a second one, changes nothing', async (t) => {
  const another: InvitationEvent = { type: 'InvitationUsed', data: { answer: 'sealed:1:answer/0:x' } };
  t.strictSame(stateAfter(invitation, [used]), { status: 'NONE' });
  t.strictSame(stateAfter(invitation, [invited(), used, another]), stateAfter(invitation, [invited(), used]));
});
