import t from 'tap';
import { client } from '../../../src/domain/client/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  clientRegistered,
  consentGiven,
  consentWithdrawn,
  LAST_MINUTE,
  MIDNIGHT,
  NOON,
  withdrawConsent,
} from './example-client.ts';

const sinceMay = [clientRegistered(), consentGiven('2026-05-01')];

specify(t, client, NOON, [
  {
    name: 'happens: by the client’s right, whether the office is PARTNER or not',
    given: sinceMay,
    when: withdrawConsent('2026-05-20'),
    then: [consentWithdrawn('2026-05-20')],
  },
  {
    name: 'happens: of one scope, while the other stays',
    given: [...sinceMay, consentGiven('2026-05-10', 'SURVEY')],
    when: withdrawConsent('2026-05-20', 'SURVEY'),
    then: [consentWithdrawn('2026-05-20', 'SURVEY')],
  },
  {
    name: 'happens: on the day it was given',
    given: sinceMay,
    when: withdrawConsent('2026-05-01'),
    then: [consentWithdrawn('2026-05-01')],
  },
  {
    name: 'happens, rule 6: on the Tokyo day of the decision, at its beginning',
    given: sinceMay,
    when: withdrawConsent('2026-06-02'),
    at: MIDNIGHT,
    then: [consentWithdrawn('2026-06-02')],
  },
  {
    name: 'happens: a second time, after it was given again',
    given: [...sinceMay, consentWithdrawn('2026-05-10'), consentGiven('2026-05-15')],
    when: withdrawConsent('2026-05-20'),
    then: [consentWithdrawn('2026-05-20')],
  },
  {
    name: 'refused: the client is not registered',
    given: [],
    when: withdrawConsent('2026-05-20'),
    refused: 'CLIENT_UNKNOWN',
    path: ['clientId'],
  },
  {
    name: 'refused: consent was never given',
    given: [clientRegistered()],
    when: withdrawConsent('2026-05-20'),
    refused: 'CONSENT_MISSING',
    path: ['scope'],
  },
  {
    name: 'refused: consent of this scope was never given, though of another',
    given: [...sinceMay, consentWithdrawn('2026-05-20')],
    when: withdrawConsent('2026-05-20', 'SURVEY'),
    refused: 'CONSENT_MISSING',
    path: ['scope'],
  },
  {
    name: 'refused: it was withdrawn on another day',
    given: [...sinceMay, consentWithdrawn('2026-05-20')],
    when: withdrawConsent('2026-05-21'),
    refused: 'CONSENT_MISSING',
    path: ['scope'],
  },
  {
    name: 'refused, rule 6: on the day ahead, a minute before it begins in Tokyo',
    given: sinceMay,
    when: withdrawConsent('2026-06-02'),
    at: LAST_MINUTE,
    refused: 'DAY_IN_FUTURE',
    path: ['withdrawnOn'],
  },
  {
    name: 'refused: the day before it was given',
    given: sinceMay,
    when: withdrawConsent('2026-04-30'),
    refused: 'WITHDRAWN_BEFORE_GIVEN',
    path: ['withdrawnOn'],
  },
  {
    name: 'repeated: it was withdrawn on that day',
    given: [...sinceMay, consentWithdrawn('2026-05-20')],
    when: withdrawConsent('2026-05-20'),
    then: [],
  },
  {
    name: 'repeated: it was withdrawn on that day, and on a later one after it was given again',
    given: [...sinceMay, consentWithdrawn('2026-05-10'), consentGiven('2026-05-15'), consentWithdrawn('2026-05-20')],
    when: withdrawConsent('2026-05-10'),
    then: [],
  },
  {
    name: 'stale: it was withdrawn and given again meanwhile, after that day',
    given: [...sinceMay, consentWithdrawn('2026-05-20'), consentGiven('2026-06-01')],
    when: withdrawConsent('2026-05-20'),
    refused: 'WITHDRAWN_BEFORE_GIVEN',
    path: ['withdrawnOn'],
  },
  {
    name: 'stale: it was withdrawn on another day meanwhile',
    given: [...sinceMay, consentWithdrawn('2026-05-19')],
    when: withdrawConsent('2026-05-20'),
    refused: 'CONSENT_MISSING',
    path: ['scope'],
  },
]);
