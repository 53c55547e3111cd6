import t from 'tap';
import { network } from '../../../src/domain/network/decider.ts';
import { specify } from '../../support/specification.ts';
import { leaveNetwork, NOON, networkFormed, officeJoined, officeLeft, YUHI } from './example-network.ts';

const sinceApril = [networkFormed(), officeJoined(['ASSIST'], '2026-04-01')];

specify(t, network, NOON, [
  {
    name: 'happens: on a day ahead',
    given: sinceApril,
    when: leaveNetwork('2026-06-30'),
    then: [officeLeft('2026-06-30')],
  },
  {
    name: 'happens: on a day in the past',
    given: sinceApril,
    when: leaveNetwork('2026-05-31'),
    then: [officeLeft('2026-05-31')],
  },
  {
    name: 'happens: on the day of joining',
    given: sinceApril,
    when: leaveNetwork('2026-04-01'),
    then: [officeLeft('2026-04-01')],
  },
  {
    name: 'happens: a day earlier than agreed on',
    given: [...sinceApril, officeLeft('2026-06-30')],
    when: leaveNetwork('2026-06-29'),
    then: [officeLeft('2026-06-29')],
  },
  {
    name: 'happens: after having joined again',
    given: [...sinceApril, officeLeft('2026-04-30'), officeJoined(['ASSIST'], '2026-06-01')],
    when: leaveNetwork('2026-06-30'),
    then: [officeLeft('2026-06-30')],
  },
  {
    name: 'refused: the network is not formed',
    given: [],
    when: leaveNetwork('2026-06-30'),
    refused: 'NETWORK_UNKNOWN',
    path: ['networkId'],
  },
  {
    name: 'refused: the office never joined, only another did',
    given: [networkFormed(), officeJoined(['ASSIST'], '2026-04-01', YUHI)],
    when: leaveNetwork('2026-06-30'),
    refused: 'OFFICE_NOT_MEMBER',
    path: ['officeId'],
  },
  {
    name: 'refused: the office has left the day before',
    given: [...sinceApril, officeLeft('2026-06-29')],
    when: leaveNetwork('2026-06-30'),
    refused: 'OFFICE_NOT_MEMBER',
    path: ['officeId'],
  },
  {
    name: 'refused: the day before joining',
    given: sinceApril,
    when: leaveNetwork('2026-03-31'),
    refused: 'LEFT_BEFORE_JOINED',
    path: ['leftOn'],
  },
  {
    name: 'refused: the day before the roles changed last',
    given: [...sinceApril, officeJoined(['ASSIST', 'PARTNER'], '2026-06-01')],
    when: leaveNetwork('2026-05-31'),
    refused: 'LEFT_BEFORE_JOINED',
    path: ['leftOn'],
  },
  {
    name: 'refused: visits of the office stand',
    given: sinceApril,
    when: leaveNetwork('2026-06-30', { hasVisits: true }),
    refused: 'OFFICE_HAS_VISITS',
    path: ['leftOn'],
  },
  {
    name: 'repeated: the office leaves on that day',
    given: [...sinceApril, officeLeft('2026-06-30')],
    when: leaveNetwork('2026-06-30'),
    then: [],
  },
  {
    name: 'repeated: the office leaves on that day, whatever visits stand',
    given: [...sinceApril, officeLeft('2026-06-30')],
    when: leaveNetwork('2026-06-30', { hasVisits: true }),
    then: [],
  },
  {
    name: 'stale: the office left and has joined again meanwhile',
    given: [...sinceApril, officeLeft('2026-05-31'), officeJoined(['ASSIST'], '2026-06-01')],
    when: leaveNetwork('2026-05-31'),
    refused: 'LEFT_BEFORE_JOINED',
    path: ['leftOn'],
  },
  {
    name: 'stale: an earlier day was agreed on meanwhile',
    given: [...sinceApril, officeLeft('2026-06-30'), officeLeft('2026-05-31')],
    when: leaveNetwork('2026-06-30'),
    refused: 'OFFICE_NOT_MEMBER',
    path: ['officeId'],
  },
  {
    name: 'stale: another office has left meanwhile',
    given: [...sinceApril, officeJoined(['PARTNER'], '2026-04-01', YUHI), officeLeft('2026-06-30', YUHI)],
    when: leaveNetwork('2026-06-30'),
    then: [officeLeft('2026-06-30')],
  },
]);
