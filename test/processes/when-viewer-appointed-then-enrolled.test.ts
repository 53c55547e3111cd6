import t from 'tap';
import { memberIdOf, uuidOf } from '../../src/domain/ids.ts';
import { whenViewerAppointedThenEnrolled } from '../../src/processes/when-viewer-appointed-then-enrolled.ts';
import { asCoordinator, asOutsider, memberEnrolled } from '../domain/member/example-member.ts';
import { NAME, networkFormed, viewerAppointed, viewerDismissed } from '../domain/network/example-network.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const [EAST, WEST] = [uuidOf('the eastern network'), uuidOf('the western network')];
const formed = [...on('network', EAST, networkFormed()), ...on('network', WEST, networkFormed())];
/** Hanako, who is the one of the members' examples. */
const HANAKO = 'hanako';
const enrolled = (...as: Parameters<typeof asOutsider>) =>
  on('member', memberIdOf(HANAKO), memberEnrolled(asOutsider(...as)));
const appointed = viewerAppointed({ memberName: NAME }, HANAKO);
const appointedInTheWest = viewerAppointed({ memberName: NAME }, HANAKO);
const appointedAsAuditor = viewerAppointed({ role: 'AUDITOR' }, HANAKO);
const toDo = { id: `${EAST} ${HANAKO}`, dueAt: '' as const, cause: appointed };
/** Midori, who is the one of the networks' examples. */
const [midoriAppointed, midoriInTheWest] = [viewerAppointed(), viewerAppointed()];
const midoriToDo = { id: `${EAST} midori`, dueAt: '' as const, cause: midoriAppointed };
const NOW = '2026-06-01T03:00:00.000Z';

specifyProcess(t, whenViewerAppointedThenEnrolled, {
  follows: [
    {
      name: 'a viewer is appointed: to be enrolled at once',
      given: formed,
      when: on('network', EAST, appointed),
      then: [toDo],
    },
    {
      name: 'in two networks: once each',
      given: [...formed, ...on('network', EAST, appointed)],
      listed: [toDo],
      when: on('network', WEST, appointedInTheWest),
      then: [toDo, { ...toDo, id: `${WEST} ${HANAKO}`, cause: appointedInTheWest }],
    },
    {
      name: 'who is enrolled in that role already has nothing to wait for',
      given: [...formed, ...enrolled('CONSULTANT')],
      when: on('network', EAST, appointed),
      then: [],
    },
    {
      name: 'who is enrolled in another role is to be enrolled in this one',
      given: [...formed, ...enrolled('CONSULTANT')],
      when: on('network', EAST, appointedAsAuditor),
      then: [{ ...toDo, cause: appointedAsAuditor }],
    },
    {
      name: 'rule 47: whom an office enrolled at the same moment is not taken from it',
      given: [...formed, ...on('member', memberIdOf(HANAKO), memberEnrolled(asCoordinator()))],
      when: on('network', EAST, appointed),
      then: [],
    },
    {
      name: 'the enrolment takes off, of every network',
      given: [...formed, ...on('network', EAST, appointed), ...on('network', WEST, appointedInTheWest)],
      listed: [toDo, { ...toDo, id: `${WEST} ${HANAKO}`, cause: appointedInTheWest }],
      when: enrolled('CONSULTANT', { name: NAME }),
      then: [],
    },
    {
      name: 'the enrolment of somebody else changes nothing',
      given: [...formed, ...on('network', EAST, midoriAppointed)],
      listed: [midoriToDo],
      when: enrolled('CONSULTANT'),
      then: [midoriToDo],
    },
    {
      name: 'the dismissal takes off, in its network alone',
      given: [...formed, ...on('network', EAST, midoriAppointed), ...on('network', WEST, midoriInTheWest)],
      listed: [midoriToDo, { ...midoriToDo, id: `${WEST} midori`, cause: midoriInTheWest }],
      when: on('network', WEST, viewerDismissed()),
      then: [midoriToDo],
    },
  ],
  acts: [
    {
      name: 'acts: enrolled in the role, with the name that the appointment gave, sealed as it stands there',
      given: [...formed, ...on('network', EAST, appointed)],
      at: NOW,
      then: enrolled('CONSULTANT', { name: NAME }),
    },
    {
      name: 'acts: in another role than before, without a name',
      given: [...formed, ...enrolled('CONSULTANT'), ...on('network', EAST, appointedAsAuditor)],
      at: NOW,
      then: enrolled('AUDITOR'),
    },
    {
      name: 'acts: appointed in two networks, enrolled once',
      given: [...formed, ...on('network', EAST, appointed), ...on('network', WEST, appointedInTheWest)],
      at: NOW,
      then: enrolled('CONSULTANT', { name: NAME }),
    },
  ],
});
