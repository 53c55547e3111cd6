import { randomUUID } from 'node:crypto';
import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork } from '../support/small-network.ts';

const at = '2026-06-01T10:00:00+09:00';
const SHOWN = `terms { id version feeBasis percent prices { yen } taxClass paymentDays confirmDays changed
  cancellation { noticeHoursUnder percentOfFee } previous { version } }`;

t.test('proposeTerms: what is left out stays as it was, and changed and previous show it', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists } = await buildSmallNetwork(node, '2026-06-01', 1);
  const [assist] = assists;
  const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist?.id };
  const propose = async (content: object) => {
    const input = { ...pair, effectiveFrom: '2026-07-01', feeBasis: 'PERCENT_OF_BENEFIT', ...content };
    const { terms } = await node.mutate('proposeTerms', input, { as: partner.subject, at }, SHOWN);
    return terms;
  };
  const asBefore = {
    feeBasis: 'PERCENT_OF_BENEFIT',
    percent: '80',
    prices: [],
    taxClass: 'TAXABLE_10',
    paymentDays: 30,
    confirmDays: 10,
    cancellation: [{ noticeHoursUnder: 24, percentOfFee: 50 }],
  };
  const commandId = randomUUID();
  const second = await propose({ commandId, paymentDays: 45 });
  t.match(second, { ...asBefore, version: 2, paymentDays: 45, changed: ['effectiveFrom', 'paymentDays'] });
  t.strictSame(second.previous, { version: 1 });
  const third = await propose({ percent: '82.5', taxClass: null, cancellation: null });
  const changed = ['percent', 'cancellation'];
  t.match(third, { ...asBefore, version: 3, percent: '82.5', paymentDays: 45, cancellation: [], changed });
  t.equal((await propose({ commandId, paymentDays: 45 })).id, second.id, 'a repeat answers with its own version');
  const { data } = await node.ask(
    'query ($id: ID!) { network(id: $id) { terms { version changed previous { version } } } }',
    { id: networkId },
    { as: assist?.subject ?? '', at },
  );
  t.strictSame(
    data.network.terms.map(({ version, previous }: Record<string, unknown>) => [version, previous]),
    [
      [3, { version: 2 }],
      [2, { version: 1 }],
      [1, null],
    ],
  );
  t.strictSame(
    data.network.terms[2].changed,
    'effectiveFrom feeBasis percent prices yenPerHour taxClass rounding cancellation paymentDays confirmDays'.split(
      ' ',
    ),
  );
});
