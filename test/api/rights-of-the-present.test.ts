import t from 'tap';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { startIssuer } from '../support/issuer.ts';
import { BEGINNING, notices } from '../support/notices.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const DAY = '2026-06-01';
const OFFERS = 'subscription ($after: Cursor) { offers(after: $after) { cursor offer { status } } }';
const LEDGER = `subscription ($id: ID!, $after: Cursor) {
  ledgerChanges(networkId: $id, after: $after) { cursor entry { status } }
}`;
const codes = (found: readonly { errors?: readonly { extensions: { code: string } }[] }[]) =>
  found.map(({ errors }) => errors?.[0]?.extensions.code ?? 'a notice');

t.test('rule 47: an open subscription ends with its token, and tells of nothing after that', async (t) => {
  const issuer = await startIssuer(t);
  const node = await startNode(t, { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'visits', ADMIN_SUBJECTS: 'admin' });
  const in1970 = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
  const held = { url: node.url, token: (subject: string) => issuer.token(subject, 'visits', { exp: in1970(-4) }) };
  const site: Pick<HttpNode, 'ask'> = {
    ask: async (query, variables, how) => {
      const response = await fetch(`${node.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await issuer.token(how?.as ?? '', 'visits')}`,
          ...(how?.at === undefined ? {} : { 'x-simulated-now': how.at }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, errors: [], ...JSON.parse(await response.text()) };
    },
  };
  const { partner, assists, clientId } = await buildSmallNetwork(site as HttpNode, DAY, 1);
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const ended = await notices(held, assist.subject, OFFERS, {}, 1);
  t.strictSame(codes(ended), ['UNAUTHENTICATED']);
  t.match(ended[0]?.errors[0].message, /ログインし直してください。$/, 'in the language of the request');
  const rounds = [{ officeIds: [assist.id] }];
  await momentAt(site).request(partner, { clientId, mode: 'DIRECT', visits: [visitOn('2026-06-02', 10)], rounds });
  const fresh = { url: node.url, token: (subject: string) => issuer.token(subject, 'visits') };
  t.strictSame(codes(await notices(fresh, assist.subject, OFFERS, { after: BEGINNING }, 1)), ['a notice']);
});

t.test('rule 47: a consultant who is dismissed, an office that has left, hear no more of the network', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, DAY);
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  await momentAt(node).appoint(networkId, 'CONSULTANT', 'cons');
  const open = notices(node, 'cons', LEDGER, { id: networkId, after: BEGINNING }, 1);
  await momentAt(node).send({ subject: 'admin' }, 'dismissFromNetwork', { networkId, subject: 'cons', reason: '満了' });
  t.match(codes(await open)[0], /FORBIDDEN|NOT_FOUND/);
  t.strictSame(codes(await notices(node, 'cons', LEDGER, { id: networkId }, 1)), ['NOT_FOUND']);

  const streams = [OFFERS, LEDGER].map((query) =>
    notices(node, second.subject, query, { id: networkId, after: BEGINNING }, 1),
  );
  const leaving = { networkId, officeId: second.id, leftOn: DAY };
  await momentAt(node, `${DAY}T12:00:00+09:00`).send({ subject: 'admin' }, 'leaveNetwork', leaving);
  const later = momentAt(node, '2026-06-02T09:00:00+09:00');
  const visits = [visitOn('2026-06-03', 10)];
  const rounds = [{ officeIds: [first.id] }];
  const { id } = await later.request(partner, { clientId, mode: 'DIRECT', visits, rounds });
  await later.accept(first, id);
  t.strictSame(codes(await notices(node, first.subject, OFFERS, { after: BEGINNING }, 1)), ['a notice']);
  const ofWhoLeft = { visits: [visitOn('2026-06-03', 14)], rounds: [{ officeIds: [second.id], windowMinutes: 60 }] };
  const again = { clientId, mode: 'DIRECT', ...ofWhoLeft };
  const { userErrors } = await node.mutate('requestDelegation', again, { as: partner.subject });
  t.match(userErrors, [{ code: 'OFFICE_NOT_ASSIST' }], 'nor is it asked anything');
  await later.send({ subject: 'admin' }, 'removeMember', { subject: second.subject, reason: '退職' });
  t.strictSame(codes((await Promise.all(streams)).flat()), ['FORBIDDEN', 'FORBIDDEN'], 'the first that they hear');
});
