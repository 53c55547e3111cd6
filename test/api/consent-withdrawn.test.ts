import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

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
