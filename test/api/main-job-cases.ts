import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import type { StartSite } from '../support/site.ts';
import { buildSmallNetwork, CANARIES, momentAt, visitOn } from '../support/small-network.ts';

const DAY = '2026-06-01';
const at = (day: number, time: string): string => `2026-06-${String(day).padStart(2, '0')}T${time}:00+09:00`;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

/** From a delegation to the paid statement, the bad input, one winner, simulated time. */
export const mainJobCases = (t: Test, start: StartSite): void => {
  t.test(
    'rules 11, 28, 42: delegated, accepted, visited, verified, settled, paid; nothing personal is on the disk in clear',
    async (t) => {
      const node = await start(t);
      const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, DAY);
      const [assist] = assists;
      if (!assist) throw new Error('an assist office');
      const { delegation } = await node.mutate(
        'requestDelegation',
        {
          clientId,
          mode: 'FIRST_TO_ACCEPT',
          visits: [visitOn('2026-06-02', 10)],
          rounds: [{ officeIds: assists.map(({ id }) => id) }],
          note: CANARIES[0],
        },
        { as: partner.subject, at: at(1, '10:00') },
        'delegation { id status visits { visitId } }',
      );
      t.equal(delegation.status, 'OPEN');
      const seenBefore = await node.ask(
        `query ($id: ID!) {
          delegation(id: $id) { note client { code personal { name } } offers { office { id } feeYen } }
        }`,
        { id: delegation.id },
        { as: assist.subject },
      );
      // Rule 11: before the visits are allocated to it, an office sees neither name nor address.
      // 387 units × 11.40 = 4,411 yen, 80 % = 3,528.
      t.strictSame(seenBefore.data.delegation, {
        note: CANARIES[0],
        client: { code: 'C-1', personal: null },
        offers: [{ office: { id: assist.id }, feeYen: 3528 }],
      });
      const accepted = await node.mutate(
        'acceptOffer',
        { delegationId: delegation.id },
        { as: assist.subject, at: at(1, '10:10') },
        'delegation { status }',
      );
      t.equal(accepted.delegation.status, 'ALLOCATED');
      const visitId = delegation.visits[0].visitId;
      const as = { as: assist.subject };
      const assigned = await node.mutate(
        'assignCaregiver',
        { visitId, caregiverId: assist.caregiverId },
        { ...as, at: at(1, '11:00') },
        'visit { status client { personal { name } } caregiver { name } }',
      );
      t.strictSame(assigned.visit, {
        status: 'SCHEDULED',
        client: { personal: { name: CANARIES[0] } },
        caregiver: { name: CANARIES[2] },
      });
      await node.mutate(
        'startVisit',
        { visitId, at: at(2, '10:01'), method: 'TELEPHONE' },
        { ...as, at: at(2, '10:01') },
      );
      await node.mutate(
        'endVisit',
        { visitId, at: at(2, '10:46'), method: 'TELEPHONE' },
        { ...as, at: at(2, '10:46') },
      );
      const record = {
        visitId,
        caregiverId: assist.caregiverId,
        tasks: [{ code: 'BATHING', outcome: 'DONE', note: CANARIES[3] }],
        condition: CANARIES[0],
      };
      const recorded = await node.mutate(
        'recordVisit',
        record,
        { ...as, at: at(2, '10:50') },
        'visit { status exceptions { code } record { condition } }',
      );
      t.strictSame(recorded.visit, { status: 'RECORDED', exceptions: [], record: { condition: CANARIES[0] } });
      const verified = await node.mutate(
        'verifyVisit',
        { visitId },
        { as: partner.subject, at: at(3, '09:00') },
        'visit { status fee { units delegationFeeYen forGood } }',
      );
      t.strictSame(verified.visit, { status: 'VERIFIED', fee: { units: 387, delegationFeeYen: 3528, forGood: true } });

      const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id, month: '2026-06' };
      const tooEarly = await node.mutate('closeSettlement', pair, { as: partner.subject, at: at(30, '12:00') });
      t.strictSame(tooEarly.userErrors, [{ code: 'MONTH_NOT_OVER', path: ['input', 'month'] }]);
      const { networkId: id, ...of } = pair;
      const preview = await node.ask(
        `query ($id: ID!, $partnerOfficeId: ID!, $assistOfficeId: ID!, $month: Month!) { network(id: $id) {
          settlementPreview(partnerOfficeId: $partnerOfficeId, assistOfficeId: $assistOfficeId, month: $month) {
            totalYen lines { kind amountYen visit { id } } holds { code }
          }
        } }`,
        { id, ...of },
        { as: partner.subject },
      );
      t.strictSame(preview.data.network.settlementPreview, {
        totalYen: 3880,
        lines: [{ kind: 'VISIT', amountYen: 3528, visit: { id: visitId } }],
        holds: [],
      });
      const { statement } = await node.mutate(
        'closeSettlement',
        pair,
        { as: partner.subject, at: '2026-07-01T09:00:00+09:00' },
        `statement {
          id status totalYen contentHash subtotals { netYen taxYen }
          lines { edges { node { kind amountYen visit { id } } } }
        }`,
      );
      t.strictSame(statement.subtotals, [{ netYen: 3528, taxYen: 352 }]);
      t.strictSame(statement.lines.edges, [{ node: { kind: 'VISIT', amountYen: 3528, visit: { id: visitId } } }]);
      t.equal(statement.totalYen, 3880);
      // Rule 34: nobody disputes it; at 24:00 of the tenth day it counts as confirmed.
      const later = await node.ask(
        'query ($id: ID!) { statement(id: $id) { status deemed confirmedAt } }',
        { id: statement.id },
        { as: partner.subject, at: '2026-07-13T09:00:00+09:00' },
      );
      t.strictSame(later.data.statement, {
        status: 'CONFIRMED',
        deemed: true,
        confirmedAt: '2026-07-12T00:00:00.000+09:00',
      });
      const approval = { statementId: statement.id, contentHash: statement.contentHash };
      const same = await node.mutate('approvePayment', approval, { as: partner.subject });
      t.strictSame(same.userErrors, [{ code: 'SAME_PERSON', path: ['input', 'statementId'] }]);
      await momentAt(node).coordinator(partner, 'second', '承認');
      await node.mutate('approvePayment', approval, { as: 'second' });
      const payment = { statementId: statement.id, paidOn: '2026-07-13', amountYen: 3880, reference: 'T-1' };
      const wrong = await node.mutate('recordPayment', { ...payment, amountYen: 3881 }, { as: 'second' });
      t.strictSame(wrong.userErrors, [{ code: 'AMOUNT_DIFFERS', path: ['input', 'amountYen'] }]);
      const paid = await node.mutate(
        'recordPayment',
        payment,
        { as: 'second' },
        'statement { status number payment { paidOn amountYen } }',
      );
      t.match(paid.statement, { status: 'PAID', payment: { paidOn: '2026-07-13', amountYen: 3880 } });
      const { number } = paid.statement;
      const numbered = async (said: string) => {
        const query = `query ($id: ID!, $said: String) { network(id: $id) { statements(filter: { number: $said }) {
          totalCount totals { totalYen paidYen } edges { node { number } } } } }`;
        return (await node.ask(query, { id: networkId, said }, { as: partner.subject })).data.network.statements;
      };
      const found = { totalCount: 1, totals: { totalYen: 3880, paidYen: 3880 }, edges: [{ node: { number } }] };
      t.strictSame(await numbered(number), found);
      t.strictSame(await numbered(number.replaceAll('-', 'ー').replace('2026', '２０２６')), found, 'as it is typed');
      for (const said of [number.slice(0, -1), '', 'x'])
        t.strictSame((await numbered(said)).totalCount, 0, `no statement is ${said}`);

      const ledger = async (knownAt: string | null) => {
        const answer = await node.ask(
          `query ($id: ID!, $knownAt: DateTime) {
            network(id: $id) {
              visitLedger(month: "2026-06", knownAt: $knownAt) {
                totalCount totals { visits minutes feeYen } edges { node { status feeYen } }
              }
            }
          }`,
          { id: networkId, knownAt },
          { as: partner.subject },
        );
        return answer.data.network.visitLedger;
      };
      t.strictSame(await ledger(null), {
        totalCount: 1,
        totals: { visits: 1, minutes: 45, feeYen: 3528 },
        edges: [{ node: { status: 'SETTLED', feeYen: 3528 } }],
      });
      t.strictSame((await ledger(at(2, '10:47'))).edges, [{ node: { status: 'IN_PROGRESS', feeYen: 3528 } }]);
      t.strictSame((await ledger(at(1, '10:05'))).edges, []);

      await node.close();
      for (const file of node.folders.flatMap(filesUnder)) {
        const bytes = readFileSync(file);
        for (const canary of CANARIES) t.equal(bytes.includes(Buffer.from(canary)), false, `${canary} in ${file}`);
      }
    },
  );

  t.test('rule 9: bad input: each its code and field, and nothing is stored', async (t) => {
    const node = await start(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, DAY);
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const officeIds = [first.id];
    const request = async (change: Record<string, unknown>) => {
      const before = await node.store.head();
      const input = {
        clientId,
        mode: 'FIRST_TO_ACCEPT',
        visits: [visitOn('2026-06-02', 10)],
        rounds: [{ officeIds }],
        ...change,
      };
      const { userErrors } = await node.mutate('requestDelegation', input, { as: partner.subject, at: at(1, '10:00') });
      t.equal(await node.store.head(), before, 'nothing is stored');
      return userErrors;
    };
    t.strictSame(await request({ visits: [visitOn('2026-05-31', 10)] }), [
      { code: 'OFFICE_NOT_PARTNER', path: ['input', 'visits', '0', 'plannedStart'] },
      { code: 'OFFICE_NOT_ASSIST', path: ['input', 'rounds', '0', 'officeIds', '0'] },
    ]);
    t.strictSame(await request({ visits: [visitOn(DAY, 9)] }), [
      { code: 'VISIT_IN_PAST', path: ['input', 'visits', '0', 'plannedStart'] },
    ]);
    t.strictSame(await request({ visits: [{ ...visitOn('2026-06-02', 10), minutes: 44 }] }), [
      { code: 'MINUTES_DIFFER', path: ['input', 'visits', '0', 'minutes'] },
    ]);
    t.strictSame(
      await request({ visits: [visitOn('2026-06-02', 10), { ...visitOn('2026-06-02', 10), service: 'DAILY_LIVING' }] }),
      [{ code: 'VISITS_OVERLAP', path: ['input', 'visits', '1', 'plannedStart'] }],
    );
    t.strictSame(await request({ rounds: [{ officeIds: [partner.id] }] }), [
      { code: 'OFFICE_NOT_ASSIST', path: ['input', 'rounds', '0', 'officeIds', '0'] },
    ]);
    const unknown = await node.ask(
      'mutation { seeOffer(input: { delegationId: "6f0f2c5e-8f0b-5c1d-9d0a-3c5b7e1f2a40" }) { position } }',
      {},
      { as: first.subject },
    );
    t.strictSame(
      unknown.errors.map(({ extensions }) => extensions),
      [{ code: 'NOT_FOUND', path: ['input', 'delegationId'] }],
    );

    const commandId = '11111111-1111-4111-8111-111111111111';
    const good = {
      commandId,
      clientId,
      mode: 'FIRST_TO_ACCEPT',
      visits: [visitOn('2026-06-02', 10)],
      rounds: [{ officeIds }],
    };
    const made = await node.mutate(
      'requestDelegation',
      good,
      { as: partner.subject },
      'delegation { id visits { visitId } }',
    );
    const again = await node.mutate(
      'requestDelegation',
      good,
      { as: partner.subject },
      'delegation { id visits { visitId } }',
    );
    t.strictSame(again, made);
    const other = await node.mutate('requestDelegation', { ...good, mode: 'DIRECT' }, { as: partner.subject });
    t.strictSame(other.userErrors, [{ code: 'COMMAND_ID_REUSED', path: ['input', 'commandId'] }]);
    t.strictSame(await request({}), [{ code: 'VISITS_OVERLAP', path: ['input', 'visits', '0', 'plannedStart'] }]);
    const { id } = made.delegation;
    // Another office's delegation is not there for who was not asked.
    const foreign = await node.ask(
      'mutation ($id: ID!) { acceptOffer(input: { delegationId: $id }) { position } }',
      { id },
      { as: second.subject },
    );
    t.strictSame(
      foreign.errors.map(({ extensions }) => extensions.code),
      ['NOT_FOUND'],
    );
    const late = await node.mutate('acceptOffer', { delegationId: id }, { as: first.subject, at: at(1, '10:30') });
    t.strictSame(late.userErrors, [{ code: 'OFFER_EXPIRED', path: ['input', 'delegationId'] }]);
    const broken = await fetch(`${node.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":',
    });
    t.equal((await broken.json()).errors[0].extensions.code, 'UNAUTHENTICATED', 'nothing is read without a token');
  });

  t.test(
    'rule 19: two offices accept at once over HTTP: one winner each time, the other told VISITS_ALREADY_ALLOCATED',
    async (t) => {
      const node = await start(t);
      const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, DAY);
      const officeIds = assists.map(({ id }) => id);
      for (let n = 0; n < 20; n += 1) {
        const day = `2026-06-${String(2 + n).padStart(2, '0')}`;
        const visits = [visitOn(day, 10)];
        const { id } = await momentAt(node).request(partner, { clientId, visits, rounds: [{ officeIds }] });
        const answers = await Promise.all(
          assists.map(({ subject }) => node.mutate('acceptOffer', { delegationId: id }, { as: subject })),
        );
        t.strictSame(answers.map(({ userErrors }) => userErrors[0]?.code ?? 'won').sort(), [
          'VISITS_ALREADY_ALLOCATED',
          'won',
        ]);
      }
      // Whom else was asked is told to the partner office alone, by a filter no more than by a
      // field.
      const counts = await Promise.all(
        [partner, ...assists].map(async ({ subject }) => {
          const query = `query ($id: ID!, $other: ID) {
              network(id: $id) { delegations(filter: { assistOfficeId: $other }) { totalCount } }
            }`;
          return (await node.ask(query, { id: networkId, other: officeIds[1] }, { as: subject })).data.network
            .delegations.totalCount;
        }),
      );
      t.strictSame(counts, [20, 0, 20]);
      // A status that is named twice is no reason to list or count a delegation twice.
      const twice = `query ($id: ID!) {
          network(id: $id) { delegations(filter: { status: [ALLOCATED, ALLOCATED] }) { totalCount edges { cursor } } }
        }`;
      const { delegations } = (await node.ask(twice, { id: networkId }, { as: partner.subject })).data.network;
      t.strictSame([delegations.totalCount, delegations.edges.length], [20, 20]);
    },
  );

  t.test(
    'rule 7: a month in one jump of the simulated clock and in thirty gives the same events, ids aside',
    async (t) => {
      const lived = async (stops: readonly string[]) => {
        const node = await start(t);
        const { partner, assists, clientId } = await buildSmallNetwork(node, DAY);
        const officeIds = assists.map(({ id }) => id);
        const rounds = [
          { officeIds: [officeIds[0]], windowMinutes: 60 },
          { officeIds: [officeIds[1]], windowMinutes: 30 },
        ];
        const visits = [visitOn('2026-06-05', 10), visitOn('2026-06-20', 18)];
        const noon = momentAt(node, at(1, '12:00'));
        await noon.request(partner, { clientId, visits, rounds });
        const { id } = await noon.request(partner, {
          clientId,
          mode: 'PARTNER_SELECTS',
          visits: [visitOn('2026-06-10', 10)],
          rounds: [{ officeIds, windowMinutes: 120 }],
        });
        await noon.later(at(1, '12:10')).accept(assists[0] ?? partner, id);
        for (const stop of stops) await node.ask('{ __typename }', {}, { as: 'admin', at: stop });
        const events: string[] = [];
        const end = new AbortController();
        const head = await node.store.head();
        for await (const batch of node.store.subscribe(0, end.signal)) {
          for (const { type, recordedAt, metadata } of batch)
            events.push(`${recordedAt} ${JSON.parse(metadata).occurredAt} ${type}`);
          if ((batch.at(-1)?.position ?? 0) >= head) end.abort();
        }
        await node.close();
        return events;
      };
      const thirty = Array.from({ length: 30 }, (_, n) => at(n + 1, '23:00'));
      const inThirty = await lived(thirty);
      t.strictSame(await lived([at(30, '23:00')]), inThirty);
      t.equal(inThirty.filter((line) => line.endsWith(' VisitsWithdrawn')).length, 3);
    },
  );
};
