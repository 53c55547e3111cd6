import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  clientLeft,
  clientRegistered,
  clientTransferred,
  MIDNIGHT,
  NOON,
  OTHER_OFFICE,
  PARTNER,
  THIRD_OFFICE,
  transferClient,
} from './example-client.ts';

const registered = [clientRegistered()];
const transferred = [...registered, clientTransferred({ on: '2026-06-01' })];
const [back, toThird] = [{ toOfficeId: PARTNER }, { toOfficeId: THIRD_OFFICE }];

specify(t, client, NOON, [
  {
    name: 'happens: to another office, from a day ahead on',
    given: registered,
    when: transferClient(),
    then: [clientTransferred()],
  },
  {
    name: 'happens: from today on, or from a day that is over',
    given: registered,
    when: transferClient({ on: '2026-05-01' }),
    then: [clientTransferred({ on: '2026-05-01' })],
  },
  {
    name: 'happens: on by the office that has taken the client over, from the day on which it has',
    given: [...registered, clientTransferred({ on: '2026-06-02' })],
    when: transferClient({ officeId: OTHER_OFFICE, ...toThird }),
    at: MIDNIGHT,
    then: [clientTransferred({ fromOfficeId: OTHER_OFFICE, ...toThird })],
  },
  {
    name: 'happens: to another office or from another day on, before it has come into force',
    given: [...registered, clientTransferred()],
    when: transferClient({ ...toThird, on: '2026-07-08' }),
    then: [clientTransferred({ ...toThird, on: '2026-07-08' })],
  },
  {
    name: 'happens: it is taken back before it has come into force, whatever day and role are named',
    given: [...registered, clientTransferred()],
    when: transferClient({ ...back, on: '2020-01-01', toIsPartner: false }),
    then: [clientTransferred({ ...back, on: '2020-01-01' })],
  },
  {
    name: 'happens: on the last day of service',
    given: [...registered, clientLeft('2026-07-01')],
    when: transferClient(),
    then: [clientTransferred()],
  },
  {
    name: 'refused: the office has given the client away, today',
    given: transferred,
    when: transferClient(toThird),
    refused: 'CLIENT_TRANSFERRED',
    path: ['clientId'],
  },
  {
    name: 'refused: the office will have the client from a later day on alone',
    given: [...registered, clientTransferred()],
    when: transferClient({ officeId: OTHER_OFFICE, ...toThird }),
    refused: 'CLIENT_TRANSFERRED',
    path: ['clientId'],
  },
  {
    name: 'refused: from the day on which it took the client over',
    given: transferred,
    when: transferClient({ officeId: OTHER_OFFICE, ...toThird, on: '2026-06-01' }),
    refused: 'CLIENT_TRANSFERRED',
    path: ['on'],
  },
  {
    name: 'refused: the client has left by then',
    given: [...registered, clientLeft('2026-06-30')],
    when: transferClient(),
    refused: 'CLIENT_LEFT',
    path: ['on'],
  },
  {
    name: 'refused: the client is the office’s already, and no transfer is ahead',
    given: registered,
    when: transferClient(back),
    refused: 'SAME_OFFICE',
    path: ['toOfficeId'],
  },
  {
    name: 'refused: the other office is no PARTNER on that day',
    given: registered,
    when: transferClient({ toIsPartner: false, stillDelegated: true }),
    refused: 'OFFICE_NOT_PARTNER',
    path: ['toOfficeId'],
  },
  {
    name: 'refused: visits of that day or later are delegated',
    given: registered,
    when: transferClient({ stillDelegated: true }),
    refused: 'VISITS_STILL_DELEGATED',
    path: ['on'],
  },
  {
    name: 'refused: it is to be taken back, and the next office has delegated visits',
    given: [...registered, clientTransferred()],
    when: transferClient({ ...back, stillDelegated: true }),
    refused: 'VISITS_STILL_DELEGATED',
    path: ['on'],
  },
  {
    name: 'refused: the client is not registered',
    given: [],
    when: transferClient(),
    refused: 'CLIENT_UNKNOWN',
    path: ['clientId'],
  },
  {
    name: 'refused, rule 49: it has been transferred and taken back as often as it may be',
    given: [...registered, ...Array.from({ length: 500 }, () => [clientTransferred(), clientTransferred(back)]).flat()],
    when: transferClient(),
    refused: 'TOO_MANY_CHANGES',
    path: ['clientId'],
  },
  {
    name: 'repeated: to the same office from the same day on',
    given: [...registered, clientTransferred()],
    when: transferClient({ stillDelegated: true, toIsPartner: false }),
    then: [],
  },
  {
    name: 'stale: it was transferred to another office meanwhile, and is brought back',
    given: [...registered, clientTransferred(), clientTransferred(toThird)],
    when: transferClient(),
    then: [clientTransferred()],
  },
]);
