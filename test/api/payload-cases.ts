import type { Test } from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import type { StartSite } from '../support/site.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

const JULY_1 = '2026-07-01T09:00:00+09:00';
const at = (day: number, time: string): string => `2026-06-${String(day).padStart(2, '0')}T${time}:00+09:00`;
const on = (day: number, hour: number, minutes = 60) =>
  visitFrom(at(day, `${String(hour).padStart(2, '0')}:00`), minutes);

const DELEGATION = `id status offers { office { id } round status }
  visits { visitId allocatedTo { id } visit { status caregiver { id } fee { delegationFeeYen } } }`;
const VISIT = 'id status caregiver { id } exceptions { code resolvedAt }';

/**
 * A payload is what a query right after it says, also of what processes do because of it (contract,
 * Payloads).
 */
export const payloadCases = (t: Test, start: StartSite): void => {
  t.test('contract, Payloads: a mutation answers once the processes that follow from it have run', async (t) => {
    const node = await start(t);
    const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');

    /** Its entity, which a query says once more when the processes have nothing left to do. */
    const send = async (
      as: { subject: string },
      time: string,
      name: string,
      input: Record<string, unknown>,
      [field, selection]: readonly ['delegation' | 'visit', string],
    ) => {
      const payload = await node.mutate(name, input, { as: as.subject, at: time }, `${field} { ${selection} }`);
      t.strictSame(payload.userErrors, [], name);
      const query = `query ($id: ID!) { ${field}(id: $id) { ${selection} } }`;
      const later = await node.ask(query, { id: payload[field].id }, { as: as.subject, at: time });
      t.strictSame(payload[field], later.data[field], name);
      return payload[field];
    };
    const delegation = ['delegation', DELEGATION] as const;
    const visit = ['visit', VISIT] as const;
    const request = (visits: readonly unknown[], rounds: readonly string[][], input = {}) =>
      send(
        partner,
        at(1, '10:00'),
        'requestDelegation',
        { clientId, mode: 'FIRST_TO_ACCEPT', visits, rounds: rounds.map((officeIds) => ({ officeIds })), ...input },
        delegation,
      );

    await t.test('declineOffer: the next round is open; the last one: nobody is left to ask', async (t) => {
      const { id: delegationId } = await request([on(20, 8)], [[first.id], [second.id]]);
      const declined = { delegationId, reason: 'NO_CAPACITY' };
      const asked = await send(first, at(1, '10:01'), 'declineOffer', declined, delegation);
      t.strictSame([asked.status, asked.offers.length], ['OPEN', 1], 'its own offer, as an office sees it');
      const offers = await node.ask(
        'query ($id: ID!) { delegation(id: $id) { offers { office { id } } } }',
        { id: delegationId },
        { as: partner.subject },
      );
      t.strictSame(
        offers.data.delegation.offers,
        [{ office: { id: first.id } }, { office: { id: second.id } }],
        'whoever asks right after sees the second round',
      );
      t.equal((await send(second, at(1, '10:02'), 'declineOffer', declined, delegation)).status, 'ESCALATED');
    });

    await t.test('acceptOffer has the visit, releaseVisits the next round, withdrawVisits its fee', async (t) => {
      const { id: delegationId } = await request([on(21, 8), on(21, 12)], [[first.id], [second.id]]);
      const accepted = await send(first, at(1, '10:10'), 'acceptOffer', { delegationId }, delegation);
      type Visits = { visits: { visitId: string; visit: { status: string; fee: object } | null }[] };
      const statuses = ({ visits }: Visits) => visits.map(({ visit }) => visit?.status);
      t.strictSame(statuses(accepted), ['SCHEDULED', 'SCHEDULED']);
      const [one, other] = (accepted as Visits).visits.map(({ visitId }) => visitId);
      const released = await send(
        first,
        at(2, '10:00'),
        'releaseVisits',
        { delegationId, visitIds: [one], reason: '欠勤' },
        delegation,
      );
      t.strictSame(statuses(released), ['RELEASED', 'SCHEDULED']);
      const partnerSees = await send(
        partner,
        at(21, '08:00'),
        'withdrawVisits',
        { delegationId, visitIds: [other], reason: 'ADMITTED' },
        delegation,
      );
      const { visit } = partnerSees.visits[1];
      t.strictSame([visit.status, visit.fee.delegationFeeYen > 0], ['CANCELLED', true], 'half of the fee is due');
    });

    await t.test('selectOffice has the visit', async (t) => {
      const { id: delegationId } = await request([on(22, 8)], [[first.id, second.id]], { mode: 'PARTNER_SELECTS' });
      await send(first, at(21, '08:10'), 'acceptOffer', { delegationId }, delegation);
      const chosen = { delegationId, officeId: first.id };
      const selected = await send(partner, at(21, '08:11'), 'selectOffice', chosen, delegation);
      t.equal(selected.visits[0].visit.status, 'SCHEDULED');
    });

    await t.test(
      'recordVisit shows the overlap with another visit, changeCaregiver frees what lies after',
      async (t) => {
        const other = await momentAt(node, at(21, '08:20')).client(
          networkId,
          partner,
          { code: 'C-2', area: '架空町', personal: { name: '架空花子', address: '架空町2' } },
          '同意書',
        );
        const ids: string[] = [];
        for (const [of, hour] of [
          [clientId, 10],
          [other, 10],
          [clientId, 20],
        ] as const) {
          const input = { clientId: of, visits: [on(23, hour)], mode: 'DIRECT', rounds: [{ officeIds: [first.id] }] };
          const made = await send(partner, at(21, '08:20'), 'requestDelegation', input, delegation);
          await send(first, at(21, '08:20'), 'acceptOffer', { delegationId: made.id }, delegation);
          ids.push(made.visits[0].visitId);
          const who = { visitId: made.visits[0].visitId, caregiverId: first.caregiverId, despiteOverlap: true };
          await send(first, at(21, '08:20'), 'assignCaregiver', who, visit);
        }
        const times = { startedAt: at(23, '10:00'), endedAt: at(23, '11:00') };
        const codes = ({ exceptions }: { exceptions: { code: string }[] }) => exceptions.map(({ code }) => code);
        const record = (visitId: string | undefined) => ({
          visitId,
          caregiverId: first.caregiverId,
          tasks: [],
          condition: '変わりなし',
          ...times,
        });
        await send(first, at(23, '11:10'), 'recordVisit', record(ids[0]), visit);
        const recorded = await send(first, at(23, '11:10'), 'recordVisit', record(ids[1]), visit);
        t.ok(codes(recorded).includes('CAREGIVER_OVERLAP'));
        await node.mutate(
          'changeCaregiver',
          { caregiverId: first.caregiverId, leftOn: '2026-06-22' },
          { as: first.subject, at: at(23, '11:20') },
        );
        const left = await node.ask(
          `query ($id: ID!) { visit(id: $id) { ${VISIT} } }`,
          { id: ids[2] },
          { as: first.subject },
        );
        t.equal(left.data.visit.caregiver, null);
      },
    );

    await t.test('withdrawConsent: what was free is withdrawn', async (t) => {
      const { id } = await send(
        partner,
        at(23, '12:00'),
        'requestDelegation',
        { clientId, visits: [on(25, 8)], mode: 'DIRECT', rounds: [{ officeIds: [second.id] }] },
        delegation,
      );
      const consent = { clientId, scope: 'SHARE_WITHIN_NETWORK', withdrawnOn: '2026-06-23' };
      await node.mutate('withdrawConsent', consent, { as: partner.subject, at: at(23, '12:10') });
      const query = 'query ($id: ID!) { delegation(id: $id) { status } }';
      t.strictSame((await node.ask(query, { id }, { as: partner.subject })).data, {
        delegation: { status: 'WITHDRAWN' },
      });
    });

    await t.test('appointToNetwork: the role is there', async (t) => {
      const who = { networkId, subject: 'auditor', name: '監査', role: 'AUDITOR' };
      await node.mutate('appointToNetwork', who, { as: 'admin', at: at(23, '12:20') });
      const { data } = await node.ask('{ viewer { role } }', {}, { as: 'auditor' });
      t.strictSame(data, { viewer: { role: 'AUDITOR' } });
    });

    await t.test('closeSettlement names what stays out, confirmStatement what may be deducted', async (t) => {
      const [pair, as] = [{ networkId, partnerOfficeId: partner.id, assistOfficeId: first.id }, partner.subject];
      const hold = 'code waitingFor { id } since visit { plannedStart }';
      const month = { ...pair, month: '2026-06' };
      const selection = `statement { id totalYen deductiblePercent deductibleYen } holds { ${hold} }`;
      const closed = await node.mutate('closeSettlement', month, { as, at: JULY_1 }, selection);
      t.match(closed.statement, { totalYen: 2843, deductiblePercent: 80, deductibleYen: 0 });
      const waits = (code: string, day: number, time: string, since: string) => ({
        code,
        waitingFor: { id: first.id },
        since: at(day, since).replace('+', '.000+'),
        visit: { plannedStart: at(day, time).replace('+', '.000+') },
      });
      t.strictSame(closed.holds, [
        waits('NOT_RECORDED', 22, '08:00', '08:00'),
        waits('OPEN_EXCEPTION', 23, '10:00', '11:10'),
        waits('OPEN_EXCEPTION', 23, '10:00', '11:10'),
        waits('NOT_RECORDED', 23, '20:00', '20:00'),
      ]);
      const nothing = await node.mutate('closeSettlement', { ...month, assistOfficeId: second.id }, { as }, selection);
      t.strictSame(
        [nothing.userErrors, nothing.holds],
        [[{ code: 'NOTHING_TO_SETTLE', path: ['input', 'month'] }], []],
        'where nothing is held either',
      );
      await node.mutate('confirmStatement', { statementId: closed.statement.id }, { as: first.subject });
      const query = 'query ($id: ID!) { statement(id: $id) { deductiblePercent deductibleYen subtotals { taxYen } } }';
      t.strictSame(
        (await node.ask(query, { id: closed.statement.id }, { as })).data.statement,
        { deductiblePercent: 80, deductibleYen: 206, subtotals: [{ taxYen: 258 }] },
        'rule 34: 80 % of the tax, as the payee has no number',
      );
    });
  });
};
