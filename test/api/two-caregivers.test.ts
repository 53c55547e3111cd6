import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, visitOn } from '../support/small-network.ts';

const at = (time: string): string => `2026-06-01T${time}:00+09:00`;

t.test(
  'rule 10: two caregivers at once are two visits, which two offices may make, each with a fee of its own',
  async (t) => {
    const node = await startNode(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const { delegation } = await node.mutate(
      'requestDelegation',
      {
        clientId,
        mode: 'FIRST_TO_ACCEPT',
        visits: [{ ...visitOn('2026-06-02', 10), caregiversRequired: 2 }],
        rounds: [{ officeIds: [first.id, second.id] }],
      },
      { as: partner.subject, at: at('10:00') },
      'delegation { id visits { visitId plannedStart } }',
    );
    const [one, other] = delegation.visits.map(({ visitId }: { visitId: string }) => visitId);
    t.strictSame(delegation.visits, [
      { visitId: one, plannedStart: '2026-06-02T10:00:00.000+09:00' },
      { visitId: other, plannedStart: '2026-06-02T10:00:00.000+09:00' },
    ]);
    await node.mutate('acceptOffer', { delegationId: delegation.id, visitIds: [one] }, { as: first.subject });
    await node.mutate('acceptOffer', { delegationId: delegation.id, visitIds: [other] }, { as: second.subject });
    const { data } = await node.ask(
      `query ($id: ID!) {
      delegation(id: $id) {
        visits { visit { id assistOffice { id } pairedVisit { id } fee { units delegationFeeYen } } }
      }
    }`,
      { id: delegation.id },
      { as: partner.subject, at: at('10:10') },
    );
    // 387 units × 11.40 = 4,411 yen, 80 % = 3,528: one caregiver's, for each.
    const fee = { units: 387, delegationFeeYen: 3528 };
    t.strictSame(
      data.delegation.visits.map(({ visit }: { visit: unknown }) => visit),
      [
        { id: one, assistOffice: { id: first.id }, pairedVisit: { id: other }, fee },
        { id: other, assistOffice: { id: second.id }, pairedVisit: { id: one }, fee },
      ],
    );
  },
);
