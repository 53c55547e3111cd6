import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import { specify } from '../../support/specification.ts';
import { formNetwork, NOON, networkFormed, officeJoined } from './example-network.ts';

specify(t, network, NOON, [
  { name: 'happens: by name, area and fiscal year', given: [], when: formNetwork(), then: [networkFormed()] },
  {
    name: 'refused: another network has this name, area and year',
    given: [],
    when: formNetwork({ exists: true }),
    refused: 'NETWORK_EXISTS',
    path: ['name'],
  },
  {
    name: 'repeated: the network is formed, and is the one of this name',
    given: [networkFormed()],
    when: formNetwork({ exists: true }),
    then: [],
  },
  { name: 'repeated: the network is formed', given: [networkFormed()], when: formNetwork(), then: [] },
  {
    name: 'repeated: the network is formed, for its id is that of the command, whatever it is called',
    given: [networkFormed()],
    when: formNetwork({ name: '城北ネットワーク', fiscalYear: 2027 }),
    then: [],
  },
  {
    name: 'stale: an office has joined since the network was formed',
    given: [networkFormed(), officeJoined(['PARTNER'], '2026-06-01')],
    when: formNetwork(),
    then: [],
  },
]);
