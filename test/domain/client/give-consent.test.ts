import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  clientRegistered,
  clientTransferred,
  consentGiven,
  consentWithdrawn,
  giveConsent,
  LAST_MINUTE,
  MIDNIGHT,
  NO_PARTNER,
  NOON,
} from './example-client.ts';

const registered = [clientRegistered()];

specify(t, client, NOON, [
  {
    name: 'happens: to sharing within the network, on a day in the past',
    given: registered,
    when: giveConsent('2026-05-01'),
    then: [consentGiven('2026-05-01')],
  },
  {
    name: 'happens: to surveys, while consent to sharing stands',
    given: [...registered, consentGiven('2026-05-01')],
    when: giveConsent('2026-05-01', { scope: 'SURVEY' }),
    then: [consentGiven('2026-05-01', 'SURVEY')],
  },
  {
    name: 'happens, rule 6: on the Tokyo day of the decision, at its beginning',
    given: registered,
    when: giveConsent('2026-06-02'),
    at: MIDNIGHT,
    then: [consentGiven('2026-06-02')],
  },
  {
    name: 'happens: anew, after it was withdrawn',
    given: [...registered, consentGiven('2026-04-01'), consentWithdrawn('2026-05-01')],
    when: giveConsent('2026-06-01'),
    then: [consentGiven('2026-06-01')],
  },
  {
    name: 'refused, rule 6: on the day ahead, a minute before it begins in Tokyo',
    given: registered,
    when: giveConsent('2026-06-02'),
    at: LAST_MINUTE,
    refused: 'DAY_IN_FUTURE',
    path: ['givenOn'],
  },
  {
    name: 'refused: consent of this scope stands from another day on',
    given: [...registered, consentGiven('2026-05-01')],
    when: giveConsent('2026-05-02'),
    refused: 'CONSENT_STANDS',
    path: ['scope'],
  },
  {
    name: 'refused: the client is not registered',
    given: [],
    when: giveConsent('2026-05-01'),
    refused: 'CLIENT_UNKNOWN',
    path: ['clientId'],
  },
  {
    name: 'refused: the office is not PARTNER in the network',
    given: registered,
    when: giveConsent('2026-05-01', NO_PARTNER),
    refused: 'OFFICE_NOT_PARTNER',
    path: ['clientId'],
  },
  {
    name: 'refused: the office has given the client away',
    given: [...registered, clientTransferred({ on: '2026-06-01' })],
    when: giveConsent('2026-05-01', { scope: 'SURVEY' }),
    refused: 'CLIENT_TRANSFERRED',
    path: ['clientId'],
  },
  {
    name: 'happens: while the next office has been given consent, from the transfer on',
    given: [...registered, clientTransferred()],
    when: giveConsent('2026-05-01'),
    then: [consentGiven('2026-05-01')],
  },
  {
    name: 'repeated: consent of this scope stands from that day on',
    given: [...registered, consentGiven('2026-05-01')],
    when: giveConsent('2026-05-01'),
    then: [],
  },
  {
    name: 'repeated: consent stands from that day on, by an office that is PARTNER no more',
    given: [...registered, consentGiven('2026-05-01')],
    when: giveConsent('2026-05-01', NO_PARTNER),
    then: [],
  },
  {
    name: 'stale: it was withdrawn meanwhile and is given anew, from the same day on',
    given: [...registered, consentGiven('2026-05-01'), consentWithdrawn('2026-05-20')],
    when: giveConsent('2026-05-01'),
    then: [consentGiven('2026-05-01')],
  },
  {
    name: 'stale: it was withdrawn and given again meanwhile',
    given: [...registered, consentGiven('2026-05-01'), consentWithdrawn('2026-05-20'), consentGiven('2026-06-01')],
    when: giveConsent('2026-05-01'),
    refused: 'CONSENT_STANDS',
    path: ['scope'],
  },
]);
