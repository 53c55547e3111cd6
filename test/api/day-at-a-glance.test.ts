import t from 'tap';
import type { Office } from '../../scripts/network-builder.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

/** Numbers, lists of days and pages, as somebody sees them at a time. */
const lookingAt = (node: HttpNode, at: string) => {
  const ask = async (as: string, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await node.ask(query, variables, { as, at });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  const nodesOf = <Row>({ edges }: { edges: readonly { node: Row }[] }): Row[] => edges.map((edge) => edge.node);
  return {
    ask,
    delegations: async (as: string, networkId: string, number: string): Promise<{ number: string; id: string }[]> => {
      const query = `query ($id: ID!, $number: String) { network(id: $id) {
        delegations(filter: { number: $number }) { totalCount edges { node { id number visits { number } } } } } }`;
      const { delegations } = (await ask(as, query, { id: networkId, number })).network;
      t.equal(delegations.totalCount, delegations.edges.length);
      return nodesOf(delegations);
    },
    ledger: async (as: string, networkId: string, month: string, number: string): Promise<string[]> => {
      const query = `query ($id: ID!, $month: Month!, $number: String) { network(id: $id) {
        visitLedger(month: $month, filter: { number: $number }) {
          totalCount edges { node { number visit { number } } } }
      } }`;
      const { visitLedger } = (await ask(as, query, { id: networkId, month, number })).network;
      t.equal(visitLedger.totalCount, visitLedger.edges.length);
      return nodesOf<{ number: string; visit: { number: string } }>(visitLedger).map((line) => {
        t.equal(line.visit.number, line.number);
        return line.number;
      });
    },
    days: async (as: string, span: string, page = ''): Promise<{ numbers: string[]; total: number; end: string }> => {
      const { visits } = (
        await ask(
          as,
          `{ viewer { visits(${span} ${page}) { totalCount totals { visits } pageInfo { endCursor }
          edges { node { number } } } } }`,
        )
      ).viewer;
      t.equal(visits.totals.visits, visits.totalCount);
      const numbers = nodesOf<{ number: string }>(visits).map(({ number }) => number);
      return { numbers, total: visits.totalCount, end: visits.pageInfo.endCursor };
    },
  };
};

t.test('the day at a glance: numbers, and the list of days (contract, Numbers, Viewer.visits)', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const begin = momentAt(node, '2026-06-01T10:00:00+09:00');
  const hanako = await begin.caregiver(first, { name: '田中 花子' }, 'hanako');
  await begin.appoint(networkId, 'CONSULTANT', 'consultant');
  const taken = async (to: Office, ...visits: Record<string, unknown>[]) => {
    const { id } = await begin.request(partner, { clientId, visits, rounds: [{ officeIds: [to.id] }] });
    await begin.accept(to, id);
    return id;
  };
  // A second network of the same offices, which counts for itself.
  const other = await begin.network('別', '世田谷区');
  await begin.join(other, partner, 'PARTNER');
  await begin.join(other, first, 'ASSIST');
  await begin.terms(other, partner, first, { percent: '80' });
  const there = await begin.client(
    other,
    partner,
    { code: 'X-1', area: '架空町', personal: { name: '別 人', address: '架空町2' } },
    '本人',
  );

  const one = await taken(first, visitOn('2026-06-30', 10), { ...visitOn('2026-07-01', 10), caregiversRequired: 2 });
  const two = await taken(second, visitOn('2026-07-01', 14));
  const visits = [visitOn('2026-06-30', 15)];
  const elsewhere = await begin.request(partner, { clientId: there, visits, rounds: [{ officeIds: [first.id] }] });
  await begin.accept(first, elsewhere.id);
  const look = lookingAt(node, '2026-06-01T11:00:00+09:00');

  await t.test(
    'a delegation counts in its network, its visits in the delegation; found as somebody types it',
    async (t) => {
      for (const said of ['26-0001', '２６－０００１', '26-1', '26ー1', ' 26 - 0001 ', '26-0001-2'])
        t.strictSame(
          (await look.delegations(partner.subject, networkId, said)).map(({ id, number }) => [id, number]),
          [[one, '26-0001']],
          said,
        );
      t.match(await look.delegations(second.subject, networkId, '26-2'), [
        { id: two, visits: [{ number: '26-0002-1' }] },
      ]);
      t.match(await look.delegations(partner.subject, other, '26-1'), [{ id: elsewhere.id }]);
      t.strictSame(await look.delegations(second.subject, networkId, '26-1'), [], 'not asked in that one');
      for (const said of ['26-3', '27-1', '1', '', 'x'])
        t.strictSame(await look.delegations(partner.subject, networkId, said), [], said);
    },
  );

  await t.test('the ledger finds one visit, or all of a delegation, in each month', async (t) => {
    t.strictSame(await (await look.ledger(partner.subject, networkId, '2026-07', '26-1')).sort(), [
      '26-0001-2',
      '26-0001-3',
    ]);
    t.strictSame(await look.ledger(partner.subject, networkId, '2026-06', '26-1'), ['26-0001-1']);
    t.strictSame(await look.ledger('consultant', networkId, '2026-07', '26-1-3'), ['26-0001-3']);
    t.strictSame(await look.ledger(second.subject, networkId, '2026-07', '26-1-3'), []);
    t.strictSame(await look.ledger(partner.subject, networkId, '2026-07', '0001'), []);
  });

  await t.test('the list of days runs over months and networks, and shows what each may see', async (t) => {
    for (const [visitId] of await node.app.readModel.all("SELECT id FROM visits WHERE number = '26-0001-2'"))
      await begin.assign(first, String(visitId), hanako);
    const both = 'from: "2026-06-30", to: "2026-07-01"';
    const all = ['26-0001-1', '26-0001-1', '26-0001-2', '26-0001-3', '26-0002-1'];
    const sorted = (numbers: readonly string[]): string[] => [...numbers].sort();
    t.strictSame(sorted((await look.days(partner.subject, both)).numbers), all);
    t.strictSame(sorted((await look.days(first.subject, both)).numbers), all.slice(0, 4));
    t.strictSame((await look.days(second.subject, both)).numbers, ['26-0002-1']);
    t.strictSame((await look.days('hanako', both)).numbers, ['26-0001-2']);
    t.strictSame((await look.days('consultant', both)).numbers, []);
    t.strictSame((await look.days('admin', both)).numbers, []);
    t.strictSame((await look.days(partner.subject, 'from: "2026-07-01", to: "2026-07-01"')).total, 3);
    t.strictSame(
      (await look.days(partner.subject, both, 'filter: { number: "26-1-1" }')).numbers,
      ['26-0001-1', '26-0001-1'],
      'a number may find several',
    );
    t.strictSame((await look.days(partner.subject, both, 'filter: { from: "2026-07-01" }')).total, 3);
    t.strictSame((await look.days(partner.subject, both, 'filter: { to: "2026-06-29" }')).total, 0);

    const paged: string[] = [];
    for (let after = '', n = 0; n < all.length; n += 1) {
      const { numbers, end } = await look.days(partner.subject, both, `first: 1 ${after && `after: "${after}"`}`);
      paged.push(...numbers);
      after = end;
    }
    t.strictSame(paged, (await look.days(partner.subject, both)).numbers);

    const span = (from: string, to: string) =>
      node.ask(`{ viewer { visits(from: "${from}", to: "${to}") { totalCount } } }`, {}, { as: partner.subject });
    t.strictSame((await span('2026-06-01', '2026-08-01')).errors, [], '62 days');
    for (const [from, to] of [
      ['2026-06-01', '2026-08-02'],
      ['2026-06-02', '2026-06-01'],
    ] as const)
      t.match((await span(from, to)).errors, [{ extensions: { code: 'BAD_USER_INPUT', path: ['to'] } }]);
  });
});
