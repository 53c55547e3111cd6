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
import { startNode } from '../support/http-node.ts';
import { on, specifyProcess } from '../support/process-specification.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

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

const onTheFirst = (time: string): string => `2026-06-01T${time}:00+09:00`;

t.test(
  'rule 45, as the offices see it: free visits are withdrawn, open offers end, accepted visits stand as tasks',
  async (t) => {
    const node = await startNode(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const moment = momentAt(node, onTheFirst('10:00'));
    const planned = [visitOn('2026-06-02', 10), visitOn('2026-06-02', 15)];
    const rounds = [{ officeIds: [first.id, second.id] }];
    const { id, visits } = await moment.request(partner, { clientId, visits: planned, rounds });
    const [accepted, free] = visits.map(({ visitId }) => visitId);
    await moment.accept(first, id, { visitIds: [accepted] });
    const consent = { clientId, scope: 'SHARE_WITHIN_NETWORK', withdrawnOn: '2026-06-01' };
    await moment.later(onTheFirst('10:10')).send(partner, 'withdrawConsent', consent);
    const { data } = await node.ask(
      `query ($id: ID!) {
        delegation(id: $id) { status offers { office { id } status } visits { visitId visit { status } } }
        viewer { tasks(kinds: [WITHDRAW_VISITS]) { edges { node { visit { id } } } } }
      }`,
      { id },
      { as: partner.subject, at: onTheFirst('10:11') },
    );
    t.strictSame(data.delegation.visits, [
      { visitId: accepted, visit: { status: 'SCHEDULED' } },
      { visitId: free, visit: null },
    ]);
    t.strictSame(
      data.delegation.offers.sort((a: { office: { id: string } }) => (a.office.id === first.id ? -1 : 1)),
      [
        { office: { id: first.id }, status: 'ACCEPTED' },
        { office: { id: second.id }, status: 'WITHDRAWN' },
      ],
    );
    t.equal(data.delegation.status, 'ALLOCATED');
    t.strictSame(data.viewer.tasks.edges, [{ node: { visit: { id: accepted } } }]);
    const late = await node.mutate('acceptOffer', { delegationId: id }, { as: second.subject });
    t.strictSame(late.userErrors, [{ code: 'VISITS_ALREADY_ALLOCATED', path: ['input', 'delegationId'] }]);
    const other = await node.mutate('acceptOffer', { delegationId: id, visitIds: [free] }, { as: second.subject });
    t.strictSame(other.userErrors, [{ code: 'VISITS_WITHDRAWN', path: ['input', 'visitIds', '0'] }]);
  },
);

t.test('rule 45, as the offices see it: given back after the withdrawal, a visit is offered to nobody', async (t) => {
  const node = await startNode(t);
  const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const moment = momentAt(node, onTheFirst('10:00'));
  const planned = [visitOn('2026-06-02', 10), visitOn('2026-06-02', 15)];
  const rounds = [{ officeIds: [first.id] }, { officeIds: [second.id] }];
  const { id, visits } = await moment.request(partner, { clientId, visits: planned, rounds });
  const [ten, three] = visits.map(({ visitId }) => visitId);
  await moment.accept(first, id);
  const consent = { clientId, scope: 'SHARE_WITHIN_NETWORK', withdrawnOn: '2026-06-01' };
  await moment.later(onTheFirst('10:10')).send(partner, 'withdrawConsent', consent);
  await moment.later(onTheFirst('10:20')).send(first, 'releaseVisits', {
    delegationId: id,
    visitIds: [ten],
    reason: '欠勤',
  });
  const { data } = await node.ask(
    `query ($id: ID!) {
      delegation(id: $id) {
        status offers { office { id } round status }
        visits { visitId state visit { status cancellation { reason percentOfFee } } }
      }
      viewer { tasks(kinds: [CALL_OFFICES, WITHDRAW_VISITS]) { edges { node { kind visit { id } } } } }
    }`,
    { id },
    { as: partner.subject, at: onTheFirst('10:21') },
  );
  const cancelled = { status: 'CANCELLED', cancellation: { reason: 'CONSENT_WITHDRAWN', percentOfFee: 0 } };
  t.strictSame(data.delegation, {
    status: 'ALLOCATED',
    offers: [{ office: { id: first.id }, round: 1, status: 'ACCEPTED' }],
    visits: [
      { visitId: ten, state: 'WITHDRAWN', visit: cancelled },
      { visitId: three, state: 'TAKEN', visit: { status: 'SCHEDULED', cancellation: null } },
    ],
  });
  t.strictSame(data.viewer.tasks.edges, [{ node: { kind: 'WITHDRAW_VISITS', visit: { id: three } } }]);
});
