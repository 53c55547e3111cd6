import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const at = (time: string): string => `2026-06-01T${time}:00+09:00`;

t.test(
  'rule 45: withdrawn consent withdraws the free visits and ends open offers; accepted visits stand, as tasks',
  async (t) => {
    const node = await startNode(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const moment = momentAt(node, at('10:00'));
    const planned = [visitOn('2026-06-02', 10), visitOn('2026-06-02', 15)];
    const rounds = [{ officeIds: [first.id, second.id] }];
    const { id, visits } = await moment.request(partner, { clientId, visits: planned, rounds });
    const [accepted, free] = visits.map(({ visitId }) => visitId);
    await moment.accept(first, id, { visitIds: [accepted] });
    const consent = { clientId, scope: 'SHARE_WITHIN_NETWORK', withdrawnOn: '2026-06-01' };
    await moment.later(at('10:10')).send(partner, 'withdrawConsent', consent);
    const { data } = await node.ask(
      `query ($id: ID!) {
        delegation(id: $id) { status offers { office { id } status } visits { visitId visit { status } } }
        viewer { tasks(kinds: [WITHDRAW_VISITS]) { edges { node { visit { id } } } } }
      }`,
      { id },
      { as: partner.subject, at: at('10:11') },
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
    t.strictSame(other.userErrors, [{ code: 'VISITS_WITHDRAWN', path: ['input', 'visitIds'] }]);
  },
);
