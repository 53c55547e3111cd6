import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import { specify } from '../../support/specification.ts';
import { appointViewer, NAME, NOON, networkFormed, viewerAppointed, viewerDismissed } from './example-network.ts';

specify(t, network, NOON, [
  {
    name: 'happens: somebody with no role, by name',
    given: [networkFormed()],
    when: appointViewer({ memberName: NAME }, null),
    then: [viewerAppointed({ memberName: NAME })],
  },
  {
    name: 'happens: somebody who has this role, without a name',
    given: [networkFormed()],
    when: appointViewer({}, 'CONSULTANT'),
    then: [viewerAppointed()],
  },
  {
    name: 'happens: an auditor',
    given: [networkFormed()],
    when: appointViewer({ role: 'AUDITOR' }, 'AUDITOR'),
    then: [viewerAppointed({ role: 'AUDITOR' })],
  },
  {
    name: 'happens: somebody who looks already, for the name that comes along',
    given: [networkFormed(), viewerAppointed()],
    when: appointViewer({ memberName: NAME }, 'CONSULTANT'),
    then: [viewerAppointed({ memberName: NAME })],
  },
  {
    name: 'happens: who looked as consultant and has no role any more looks as auditor',
    given: [networkFormed(), viewerAppointed()],
    when: appointViewer({ role: 'AUDITOR' }, null),
    then: [viewerAppointed({ role: 'AUDITOR' })],
  },
  {
    name: 'happens: that another consultant looks does not matter',
    given: [networkFormed(), viewerAppointed({}, 'somebody else')],
    when: appointViewer({}, 'CONSULTANT'),
    then: [viewerAppointed()],
  },
  {
    name: 'refused, rule 47: the system itself, or a configured administrator',
    given: [networkFormed()],
    when: appointViewer({}, null, true),
    refused: 'ADMIN_SUBJECT',
    path: ['subject'],
  },
  {
    name: 'refused: the network is not formed',
    given: [],
    when: appointViewer({}, null),
    refused: 'NETWORK_UNKNOWN',
    path: ['networkId'],
  },
  ...(['ADMINISTRATOR', 'COORDINATOR', 'CAREGIVER', 'AUDITOR'] as const).map((enrolledAs) => ({
    name: `refused: who is enrolled as ${enrolledAs} cannot be appointed consultant`,
    given: [networkFormed()],
    when: appointViewer({}, enrolledAs),
    refused: 'HAS_OTHER_ROLE',
    path: ['subject'],
  })),
  {
    name: 'refused: who is enrolled as CONSULTANT cannot be appointed auditor',
    given: [networkFormed()],
    when: appointViewer({ role: 'AUDITOR' }, 'CONSULTANT'),
    refused: 'HAS_OTHER_ROLE',
    path: ['subject'],
  },
  {
    name: 'repeated: looks in this role already',
    given: [networkFormed(), viewerAppointed({ memberName: NAME })],
    when: appointViewer({}, 'CONSULTANT'),
    then: [],
  },
  {
    name: 'repeated: looks in this role already, though not enrolled in it yet',
    given: [networkFormed(), viewerAppointed({ memberName: NAME })],
    when: appointViewer({}, null),
    then: [],
  },
  {
    name: 'stale: was dismissed meanwhile, and is appointed again',
    given: [networkFormed(), viewerAppointed(), viewerDismissed()],
    when: appointViewer({}, 'CONSULTANT'),
    then: [viewerAppointed()],
  },
  {
    name: 'stale: looks in this role already, but was enrolled in another meanwhile',
    given: [networkFormed(), viewerAppointed()],
    when: appointViewer({}, 'CAREGIVER'),
    refused: 'HAS_OTHER_ROLE',
    path: ['subject'],
  },
]);
