import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  changeClient,
  clientChanged,
  clientRegistered,
  clientTransferred,
  NO_PARTNER,
  NOON,
  OTHER_OFFICE,
  sealed,
} from './example-client.ts';

const moved = { address: sealed('桜1-2-3'), latitude: sealed('35.64'), phone: null };

specify(t, client, NOON, [
  {
    name: 'happens: another care level',
    given: [clientRegistered()],
    when: changeClient({ careLevel: 'CARE_3' }),
    then: [clientChanged({ careLevel: 'CARE_3' })],
  },
  {
    name: 'happens: another area',
    given: [clientRegistered()],
    when: changeClient({ area: '世田谷区宮坂' }),
    then: [clientChanged({ area: '世田谷区宮坂' })],
  },
  {
    name: 'happens: some of what is personal, the rest as before',
    given: [clientRegistered()],
    when: changeClient({ personal: moved }),
    then: [clientChanged({ personal: moved })],
  },
  {
    name: 'happens: all at once',
    given: [clientRegistered()],
    when: changeClient({ careLevel: 'CARE_3', area: '世田谷区宮坂', personal: moved }),
    then: [clientChanged({ careLevel: 'CARE_3', area: '世田谷区宮坂', personal: moved })],
  },
  {
    name: 'happens: of several fields those that differ',
    given: [clientRegistered()],
    when: changeClient({ careLevel: 'CARE_2', area: '世田谷区宮坂', personal: {} }),
    then: [clientChanged({ area: '世田谷区宮坂' })],
  },
  {
    name: 'happens: the same name, for what is sealed cannot be compared',
    given: [clientRegistered()],
    when: changeClient({ personal: { name: sealed('高橋一郎') } }),
    then: [clientChanged({ personal: { name: sealed('高橋一郎') } })],
  },
  {
    name: 'refused: the client is not registered',
    given: [],
    when: changeClient({ careLevel: 'CARE_3' }),
    refused: 'CLIENT_UNKNOWN',
    path: ['clientId'],
  },
  {
    name: 'refused: that the client is not registered is said before that the office is not PARTNER',
    given: [],
    when: changeClient({ careLevel: 'CARE_3', ...NO_PARTNER }),
    refused: 'CLIENT_UNKNOWN',
    path: ['clientId'],
  },
  {
    name: 'refused: the office is not PARTNER in the network',
    given: [clientRegistered()],
    when: changeClient({ careLevel: 'CARE_3', ...NO_PARTNER }),
    refused: 'OFFICE_NOT_PARTNER',
    path: ['clientId'],
  },
  {
    name: 'refused: the office has given the client away',
    given: [clientRegistered(), clientTransferred({ on: '2026-06-01' })],
    when: changeClient({ careLevel: 'CARE_3' }),
    refused: 'CLIENT_TRANSFERRED',
    path: ['clientId'],
  },
  {
    name: 'happens: by the office whose client it is by now',
    given: [clientRegistered(), clientTransferred({ on: '2026-06-01' })],
    when: changeClient({ careLevel: 'CARE_3', officeId: OTHER_OFFICE }),
    then: [clientChanged({ careLevel: 'CARE_3' })],
  },
  {
    name: 'repeated: care level and area stand so already',
    given: [clientRegistered(), clientChanged({ careLevel: 'CARE_3', area: '世田谷区宮坂' })],
    when: changeClient({ careLevel: 'CARE_3', area: '世田谷区宮坂' }),
    then: [],
  },
  {
    name: 'repeated: the care level stands so already, by an office that is PARTNER no more',
    given: [clientRegistered(), clientChanged({ careLevel: 'CARE_3' })],
    when: changeClient({ careLevel: 'CARE_3', ...NO_PARTNER }),
    then: [],
  },
  { name: 'repeated: nothing is asked', given: [clientRegistered()], when: changeClient({}), then: [] },
  {
    name: 'stale: one of two fields was changed to the same meanwhile',
    given: [clientRegistered(), clientChanged({ careLevel: 'CARE_3' })],
    when: changeClient({ careLevel: 'CARE_3', area: '世田谷区宮坂' }),
    then: [clientChanged({ area: '世田谷区宮坂' })],
  },
  {
    name: 'stale: what was asked for stood until it was changed meanwhile, and is brought back',
    given: [clientRegistered(), clientChanged({ careLevel: 'CARE_3' })],
    when: changeClient({ careLevel: 'CARE_2' }),
    then: [clientChanged({ careLevel: 'CARE_2' })],
  },
]);
