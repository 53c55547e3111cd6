import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import { specify } from '../../support/specification.ts';
import { dismissViewer, NOON, networkFormed, viewerAppointed, viewerDismissed } from './example-network.ts';

specify(t, network, NOON, [
  {
    name: 'happens: somebody who looks',
    given: [networkFormed(), viewerAppointed()],
    when: dismissViewer(),
    then: [viewerDismissed()],
  },
  {
    name: 'refused: the network is not formed',
    given: [],
    when: dismissViewer(),
    refused: 'NETWORK_UNKNOWN',
    path: ['networkId'],
  },
  {
    name: 'repeated: was dismissed',
    given: [networkFormed(), viewerAppointed(), viewerDismissed()],
    when: dismissViewer(),
    then: [],
  },
  {
    name: 'repeated: never looked, only somebody else does',
    given: [networkFormed(), viewerAppointed({}, 'somebody else')],
    when: dismissViewer(),
    then: [],
  },
  {
    name: 'stale: looks in another role meanwhile, and is dismissed from it',
    given: [networkFormed(), viewerAppointed(), viewerAppointed({ role: 'AUDITOR' })],
    when: dismissViewer(),
    then: [viewerDismissed()],
  },
]);
