import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const at = (time: string): string => `2026-06-01T${time}:00+09:00`;

t.test(
  'rule 10: two caregivers at once are two visits, which two offices may make, each with a fee of its own',
  async (t) => {
    const node = await startNode(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const moment = momentAt(node, at('10:00'));
    const visits = [{ ...visitOn('2026-06-02', 10), caregiversRequired: 2 }];
    const rounds = [{ officeIds: [first.id, second.id] }];
    const delegation = await moment.request(partner, { clientId, visits, rounds });
    const [one, other] = delegation.visits.map(({ visitId }) => visitId);
    const planned = { plannedStart: '2026-06-02T10:00:00.000+09:00', plannedEnd: '2026-06-02T10:45:00.000+09:00' };
    t.strictSame(delegation.visits, [
      { visitId: one, ...planned },
      { visitId: other, ...planned },
    ]);
    await moment.accept(first, delegation.id, { visitIds: [one] });
    await moment.accept(second, delegation.id, { visitIds: [other] });
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
