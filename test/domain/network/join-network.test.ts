import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  joinNetwork,
  NOON,
  networkDissolved,
  networkFormed,
  officeJoined,
  officeLeft,
  YUHI,
} from './example-network.ts';

const assistSinceApril = [networkFormed(), officeJoined(['ASSIST'], '2026-04-01')];

specify(t, network, NOON, [
  {
    name: 'happens: as partner office',
    given: [networkFormed()],
    when: joinNetwork(['PARTNER'], '2026-06-01'),
    then: [officeJoined(['PARTNER'], '2026-06-01')],
  },
  {
    name: 'happens: in both roles, from a day ahead on',
    given: [networkFormed()],
    when: joinNetwork(['ASSIST', 'PARTNER'], '2026-07-01'),
    then: [officeJoined(['ASSIST', 'PARTNER'], '2026-07-01')],
  },
  {
    name: 'happens: roles in any order, also twice, are each once and in one order',
    given: [networkFormed()],
    when: joinNetwork(['PARTNER', 'ASSIST', 'PARTNER'], '2026-06-01'),
    then: [officeJoined(['ASSIST', 'PARTNER'], '2026-06-01')],
  },
  {
    name: 'happens: joining again adds a role from that day on',
    given: assistSinceApril,
    when: joinNetwork(['ASSIST', 'PARTNER'], '2026-06-01'),
    then: [officeJoined(['ASSIST', 'PARTNER'], '2026-06-01')],
  },
  {
    name: 'happens: joining again in the same role the day before puts the beginning forward',
    given: assistSinceApril,
    when: joinNetwork(['ASSIST'], '2026-03-31'),
    then: [officeJoined(['ASSIST'], '2026-03-31')],
  },
  {
    name: 'happens: joining again on the last day takes the leaving back',
    given: [...assistSinceApril, officeLeft('2026-06-30')],
    when: joinNetwork(['ASSIST'], '2026-06-30'),
    then: [officeJoined(['ASSIST'], '2026-06-30')],
  },
  {
    name: 'happens: joining again after leaving',
    given: [...assistSinceApril, officeLeft('2026-06-30')],
    when: joinNetwork(['ASSIST'], '2026-07-01'),
    then: [officeJoined(['ASSIST'], '2026-07-01')],
  },
  {
    name: 'happens: that another office is in the same role does not matter',
    given: [networkFormed(), officeJoined(['ASSIST'], '2026-04-01', YUHI)],
    when: joinNetwork(['ASSIST'], '2026-04-01'),
    then: [officeJoined(['ASSIST'], '2026-04-01')],
  },
  {
    name: 'happens: a role is taken away on which nothing rests',
    given: [networkFormed(), officeJoined(['ASSIST', 'PARTNER'], '2026-04-01')],
    when: joinNetwork(['PARTNER'], '2026-06-01', ['PARTNER']),
    then: [officeJoined(['PARTNER'], '2026-06-01')],
  },
  ...(['ASSIST', 'PARTNER'] as const).map((role) => ({
    name: `refused: ${role} is taken away, which visits from that day on need`,
    given: [networkFormed(), officeJoined(['ASSIST', 'PARTNER'], '2026-04-01')],
    when: joinNetwork([role === 'ASSIST' ? 'PARTNER' : 'ASSIST'], '2026-06-01', [role]),
    refused: 'OFFICE_HAS_VISITS',
    path: ['roles'],
  })),
  {
    name: 'refused: a later beginning takes away a role that an earlier one gave for days after it',
    given: [networkFormed(), officeJoined(['ASSIST'], '2026-04-01'), officeJoined(['ASSIST', 'PARTNER'], '2026-07-01')],
    when: joinNetwork(['ASSIST'], '2026-06-01', ['PARTNER']),
    refused: 'OFFICE_HAS_VISITS',
    path: ['roles'],
  },
  {
    name: 'refused: the network has been dissolved',
    given: [networkFormed(), networkDissolved()],
    when: joinNetwork(['ASSIST'], '2026-06-01'),
    refused: 'NETWORK_UNKNOWN',
    path: ['networkId'],
  },
  {
    name: 'refused: the network is not formed',
    given: [],
    when: joinNetwork(['ASSIST'], '2026-06-01'),
    refused: 'NETWORK_UNKNOWN',
    path: ['networkId'],
  },
  {
    name: 'repeated: the office is in this role from that day on',
    given: assistSinceApril,
    when: joinNetwork(['ASSIST'], '2026-04-01'),
    then: [],
  },
  {
    name: 'repeated: the office is in this role from an earlier day on',
    given: assistSinceApril,
    when: joinNetwork(['ASSIST'], '2026-06-01'),
    then: [],
  },
  {
    name: 'repeated: the office is in both roles, named in whatever order',
    given: [...assistSinceApril, officeJoined(['ASSIST', 'PARTNER'], '2026-06-01')],
    when: joinNetwork(['PARTNER', 'ASSIST'], '2026-06-01'),
    then: [],
  },
  {
    name: 'repeated: roles in another order in the history are the same roles',
    given: [networkFormed(), officeJoined(['PARTNER', 'ASSIST'], '2026-06-01')],
    when: joinNetwork(['ASSIST', 'PARTNER'], '2026-06-01'),
    then: [],
  },
  {
    name: 'stale: the office has got a further role since it joined, and loses it again',
    given: [...assistSinceApril, officeJoined(['ASSIST', 'PARTNER'], '2026-05-01')],
    when: joinNetwork(['ASSIST'], '2026-06-01'),
    then: [officeJoined(['ASSIST'], '2026-06-01')],
  },
  {
    name: 'stale: the office has left since it joined, and is taken in again from the first day on',
    given: [...assistSinceApril, officeLeft('2026-05-31')],
    when: joinNetwork(['ASSIST'], '2026-04-01'),
    then: [officeJoined(['ASSIST'], '2026-04-01')],
  },
]);
