import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import { specify } from '../../support/specification.ts';
import { clientLeft, clientRegistered, clientTransferred, endClient, NOON, OTHER_OFFICE } from './example-client.ts';

const registered = [clientRegistered()];

specify(t, client, NOON, [
  {
    name: 'happens: on a day ahead',
    given: registered,
    when: endClient('2026-06-30'),
    then: [clientLeft('2026-06-30')],
  },
  {
    name: 'happens: on a day that is over',
    given: registered,
    when: endClient('2026-05-01'),
    then: [clientLeft('2026-05-01')],
  },
  {
    name: 'happens: on a later day than was said before, also after it',
    given: [...registered, clientLeft('2026-05-01')],
    when: endClient('2026-06-30'),
    then: [clientLeft('2026-06-30')],
  },
  {
    name: 'happens: by the office that has taken the client over',
    given: [...registered, clientTransferred({ on: '2026-06-01' })],
    when: endClient('2026-06-30', { officeId: OTHER_OFFICE }),
    then: [clientLeft('2026-06-30')],
  },
  {
    name: 'happens: before the transfer that is ahead',
    given: [...registered, clientTransferred()],
    when: endClient('2026-06-30'),
    then: [clientLeft('2026-06-30')],
  },
  {
    name: 'refused: the day is the next office’s',
    given: [...registered, clientTransferred()],
    when: endClient('2026-07-01'),
    refused: 'CLIENT_TRANSFERRED',
    path: ['leftOn'],
  },
  {
    name: 'refused: the day was the office’s before',
    given: [...registered, clientTransferred({ on: '2026-06-01' })],
    when: endClient('2026-05-31', { officeId: OTHER_OFFICE }),
    refused: 'CLIENT_TRANSFERRED',
    path: ['leftOn'],
  },
  {
    name: 'refused: the office has given the client away',
    given: [...registered, clientTransferred({ on: '2026-06-01' })],
    when: endClient('2026-05-31'),
    refused: 'CLIENT_TRANSFERRED',
    path: ['clientId'],
  },
  {
    name: 'refused: visits after that day are delegated',
    given: registered,
    when: endClient('2026-06-30', { stillDelegated: true }),
    refused: 'VISITS_STILL_DELEGATED',
    path: ['leftOn'],
  },
  {
    name: 'refused: the client is not registered',
    given: [],
    when: endClient('2026-06-30'),
    refused: 'CLIENT_UNKNOWN',
    path: ['clientId'],
  },
  {
    name: 'repeated: on the same day',
    given: [...registered, clientLeft('2026-06-30')],
    when: endClient('2026-06-30', { stillDelegated: true }),
    then: [],
  },
  {
    name: 'stale: another day was said meanwhile',
    given: [...registered, clientLeft('2026-06-15')],
    when: endClient('2026-06-30'),
    then: [clientLeft('2026-06-30')],
  },
]);
