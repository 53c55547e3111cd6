import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  clientChanged,
  clientRegistered,
  consentGiven,
  NO_PARTNER,
  NOON,
  OTHER_OFFICE,
  registerClient,
} from './example-client.ts';

specify(t, client, NOON, [
  { name: 'happens: by the partner office', given: [], when: registerClient(), then: [clientRegistered()] },
  {
    name: 'happens: with another care level',
    given: [],
    when: registerClient({ careLevel: 'SUPPORT_1' }),
    then: [clientRegistered({ careLevel: 'SUPPORT_1' })],
  },
  {
    name: 'refused: the office is not PARTNER in the network',
    given: [],
    when: registerClient(NO_PARTNER),
    refused: 'OFFICE_NOT_PARTNER',
    path: ['partnerOfficeId'],
  },
  {
    name: 'refused: the code is that of a client with other content',
    given: [clientRegistered()],
    when: registerClient({ digest: 'of other content' }),
    refused: 'CLIENT_EXISTS',
    path: ['code'],
  },
  {
    name: 'refused: the code is that of a client of another office, the content the same or not',
    given: [clientRegistered()],
    when: registerClient({ partnerOfficeId: OTHER_OFFICE }),
    refused: 'CLIENT_EXISTS',
    path: ['code'],
  },
  {
    name: 'refused: that the code is taken is said before that the office is not PARTNER',
    given: [clientRegistered()],
    when: registerClient({ digest: 'of other content', ...NO_PARTNER }),
    refused: 'CLIENT_EXISTS',
    path: ['code'],
  },
  {
    name: 'repeated: the same content, by its digest',
    given: [clientRegistered()],
    when: registerClient(),
    then: [],
  },
  {
    name: 'repeated: the same content, by an office that is PARTNER no more',
    given: [clientRegistered()],
    when: registerClient(NO_PARTNER),
    then: [],
  },
  {
    name: 'stale: the client was changed meanwhile; what was registered first is still the same',
    given: [clientRegistered(), clientChanged({ careLevel: 'CARE_3' }), consentGiven('2026-06-01')],
    when: registerClient(),
    then: [],
  },
  {
    name: 'stale: the client was changed meanwhile to what is now registered',
    given: [clientRegistered(), clientChanged({ careLevel: 'CARE_3' })],
    when: registerClient({ careLevel: 'CARE_3', digest: 'of the content with CARE_3' }),
    refused: 'CLIENT_EXISTS',
    path: ['code'],
  },
]);
