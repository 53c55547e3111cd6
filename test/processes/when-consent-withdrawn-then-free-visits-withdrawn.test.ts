import t from 'tap';
import type { DelegationEvent } from '../../src/domain/delegation/events.ts';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { whenConsentWithdrawnThenFreeVisitsWithdrawn } from '../../src/processes/when-consent-withdrawn-then-free-visits-withdrawn.ts';
import { clientRegistered, consentGiven, consentWithdrawn } from '../domain/client/example-client.ts';
import {
  at,
  offered,
  offerMade,
  released,
  requested,
  taken,
  withdrawn,
} from '../domain/delegation/example-delegation.ts';
import { EVENING, minute, NOON, OAK, visitAt } from '../domain/delegation/example-delegation-facts.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const [DELEGATION, OTHER_DELEGATION] = [uuidOf('delegation'), uuidOf('another delegation')];
const [CLIENT, OTHER_CLIENT] = [uuidOf('client'), uuidOf('another client')];
const [MORNING, NIGHT] = [uuidOf('morning'), uuidOf('night')];
const inDelegation = (...events: readonly DelegationEvent[]) => on('delegation', DELEGATION, ...events);
/** One visit that nobody has taken yet. */
const otherDelegation = (clientId: Uuid, visitId: Uuid) =>
  on(
    'delegation',
    OTHER_DELEGATION,
    ...at(0, requested({ clientId, visits: [visitAt(700, { visitId })] }), offerMade(OAK, { visitIds: [visitId] })),
  );
const client = (clientId: Uuid) => on('client', clientId, clientRegistered(), consentGiven('2026-04-01'));
const ground = [...client(CLIENT), ...client(OTHER_CLIENT)];
const withdrawal = consentWithdrawn('2026-06-01');
const afterwards = on('client', CLIENT, withdrawal);
const toDo = { id: DELEGATION, dueAt: '' as const, cause: withdrawal };
const withdrawnForConsent = (...visitIds: readonly Uuid[]) =>
  withdrawn(visitIds, { because: 'CONSENT_WITHDRAWN', reason: 'CONSENT_WITHDRAWN', note: null });
const oakHasNoon = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON])));
const oakHasBoth = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK)));
const noonGivenBack = { ...released(OAK, [NOON]), occurredAt: minute(30) };
const askedFor = { ...requested(), occurredAt: minute(30) };

specifyProcess(t, whenConsentWithdrawnThenFreeVisitsWithdrawn, {
  follows: [
    {
      name: 'rule 45: consent is withdrawn: each delegation of the client in which anything is free',
      given: [...ground, ...inDelegation(...offered()), ...otherDelegation(CLIENT, NIGHT)],
      when: afterwards,
      then: [toDo, { ...toDo, id: OTHER_DELEGATION }],
    },
    {
      name: 'rule 45: no delegation of another client',
      given: [...ground, ...inDelegation(...offered()), ...otherDelegation(OTHER_CLIENT, MORNING)],
      when: afterwards,
      then: [toDo],
    },
    {
      name: 'rule 45: where all is allocated or withdrawn it changes nothing',
      given: [
        ...ground,
        ...inDelegation(...offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]), withdrawn([EVENING])))),
      ],
      when: afterwards,
      then: [],
    },
    {
      name: 'rule 45: consent to a survey alone changes nothing',
      given: [...ground, ...inDelegation(...offered())],
      when: on('client', CLIENT, consentWithdrawn('2026-06-01', 'SURVEY')),
      then: [],
    },
    {
      name: 'rule 45: one of two free visits is allocated: it stays on the list',
      given: [...ground, ...inDelegation(...offered()), ...afterwards],
      listed: [toDo],
      when: inDelegation(...at(20, ...taken(OAK, [NOON]))),
      then: [toDo],
    },
    {
      name: 'rule 45: the last one is allocated: off the list',
      given: [...ground, ...inDelegation(...oakHasNoon), ...afterwards],
      listed: [toDo],
      when: inDelegation(...at(30, ...taken(OAK, [EVENING]))),
      then: [],
    },
    {
      name: 'rule 45: one of two free visits is withdrawn: it stays on the list',
      given: [...ground, ...inDelegation(...offered()), ...afterwards],
      listed: [toDo],
      when: inDelegation(...at(20, withdrawn([EVENING]))),
      then: [toDo],
    },
    {
      name: 'rule 45: the last one is withdrawn: off the list',
      given: [...ground, ...inDelegation(...oakHasNoon), ...afterwards],
      listed: [toDo],
      when: inDelegation(...at(20, withdrawnForConsent(EVENING))),
      then: [],
    },
    {
      name: 'rule 45: a visit is given back after the withdrawal: its delegation',
      given: [...ground, ...inDelegation(...oakHasBoth), ...afterwards],
      when: inDelegation(noonGivenBack),
      then: [{ ...toDo, cause: noonGivenBack }],
    },
    {
      name: 'rule 45: given back while the consent stands: nothing',
      given: [...ground, ...inDelegation(...oakHasBoth)],
      when: inDelegation(noonGivenBack),
      then: [],
    },
    {
      name: 'rule 45: given back after another client has withdrawn, or this one what is for a survey: nothing',
      given: [
        ...ground,
        ...inDelegation(...oakHasBoth),
        ...on('client', OTHER_CLIENT, consentWithdrawn('2026-06-01')),
        ...on('client', CLIENT, consentGiven('2026-04-01', 'SURVEY'), consentWithdrawn('2026-06-01', 'SURVEY')),
      ],
      when: inDelegation(noonGivenBack),
      then: [],
    },
    {
      name: 'rule 45: given back after consent was given anew: nothing',
      given: [
        ...ground,
        ...inDelegation(...oakHasBoth),
        ...on('client', CLIENT, withdrawal, consentGiven('2026-06-01')),
      ],
      when: inDelegation(noonGivenBack),
      then: [],
    },
    {
      name: 'rule 45: asked for in the moment of the withdrawal, and behind it in the log: withdrawn as well',
      given: [...ground, ...afterwards],
      when: inDelegation(askedFor, ...at(30, offerMade(OAK))),
      then: [{ ...toDo, cause: askedFor }],
    },
    {
      name: 'rule 45: asked for while the consent stands: nothing',
      given: ground,
      when: inDelegation(askedFor, ...at(30, offerMade(OAK))),
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rule 45: what was given back after the withdrawal is withdrawn; the rest stands',
      given: [...ground, ...inDelegation(...oakHasBoth), ...afterwards, ...inDelegation(noonGivenBack)],
      at: minute(31),
      then: inDelegation(withdrawnForConsent(NOON)),
    },
    {
      name: 'acts, rule 45: what was asked for in the moment of the withdrawal',
      given: [...ground, ...afterwards, ...inDelegation(askedFor, ...at(30, offerMade(OAK)))],
      at: minute(31),
      then: inDelegation(withdrawnForConsent(NOON, EVENING)),
    },
    {
      name: 'acts, rule 45: all that is free is withdrawn',
      given: [...ground, ...inDelegation(...offered()), ...afterwards],
      at: minute(30),
      then: inDelegation(withdrawnForConsent(NOON, EVENING)),
    },
    {
      name: 'acts, rule 45: what an office has accepted stands',
      given: [...ground, ...inDelegation(...oakHasNoon), ...afterwards],
      at: minute(30),
      then: inDelegation(withdrawnForConsent(EVENING)),
    },
  ],
});
