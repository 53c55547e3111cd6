import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  dissolveNetwork,
  NOON,
  networkDissolved,
  networkFormed,
  officeJoined,
  officeLeft,
  viewerAppointed,
} from './example-network.ts';

specify(t, network, NOON, [
  {
    name: 'happens: one that nobody ever joined',
    given: [networkFormed()],
    when: dissolveNetwork(),
    then: [networkDissolved()],
  },
  {
    name: 'happens: viewers are no members',
    given: [networkFormed(), viewerAppointed()],
    when: dissolveNetwork(),
    then: [networkDissolved()],
  },
  {
    name: 'refused: the network is not formed',
    given: [],
    when: dissolveNetwork(),
    refused: 'NETWORK_UNKNOWN',
    path: ['networkId'],
  },
  {
    name: 'refused: an office joined and has left',
    given: [networkFormed(), officeJoined(['ASSIST'], '2026-04-01'), officeLeft('2026-04-01')],
    when: dissolveNetwork(),
    refused: 'NETWORK_HAS_MEMBERS',
    path: ['networkId'],
  },
  {
    name: 'repeated: it is dissolved',
    given: [networkFormed(), networkDissolved()],
    when: dissolveNetwork(),
    then: [],
  },
  {
    name: 'stale: an office has joined meanwhile, for a day ahead',
    given: [networkFormed(), officeJoined(['ASSIST'], '2026-07-01')],
    when: dissolveNetwork(),
    refused: 'NETWORK_HAS_MEMBERS',
    path: ['networkId'],
  },
]);
