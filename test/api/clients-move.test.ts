import t from 'tap';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const at = (day: number, time = '09:00'): string => `${dayOf(day)}T${time}:00+09:00`;
const dayOf = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`;
const LIST = `query ($network: ID!, $former: Boolean) {
  clients(networkId: $network, filter: { includeFormer: $former }) { edges { node { id } } }
}`;
const CLIENT = `query ($id: ID!) { client(id: $id) {
  name leftOn partnerOffice { id } personal { address } transfer { toOffice { id } on }
  consents { givenOn documentedBy } history { type }
} }`;
const TASKS = '{ viewer { tasks(kinds: [WITHDRAW_VISITS]) { edges { node { kind visit { id } } } } } }';

interface Someone {
  readonly subject: string;
}

/**
 * The codes that a mutation is refused with, as `userErrors` or as an error; what else it answers.
 */
const sender =
  (node: HttpNode) => async (who: Someone, when: string, name: string, input: object, selection: string) => {
    try {
      const { userErrors, ...rest } = await node.mutate(name, { ...input }, { as: who.subject, at: when }, selection);
      return {
        codes: userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path.slice(1)]),
        ...rest,
      };
    } catch (error) {
      return { codes: [/"code":"(\w+)"/.exec(String(error))?.[1]] };
    }
  };

t.test('contract, transferClient and endClient: whose client somebody is, day by day', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, dayOf(1));
  const [assist, other] = assists;
  if (!assist || !other) throw new Error('two assist offices');
  const begin = momentAt(node, at(1, '09:30'));
  const [next, third] = [await begin.office('next'), await begin.office('third')];
  for (const office of [next, third]) {
    await begin.join(networkId, office, 'PARTNER');
    await begin.terms(networkId, office, assist, { percent: '80' });
  }
  const sent = sender(node);
  const transfer = async (who: Someone, day: number, over: object = {}) => {
    const input = { clientId, toOfficeId: next.id, on: dayOf(10), consentDocumentedBy: '新しい同意書', ...over };
    return (await sent(who, at(day), 'transferClient', input, '')).codes;
  };
  const ends = async (who: Someone, day: number, leftOn: number) =>
    (await sent(who, at(day), 'endClient', { clientId, leftOn: dayOf(leftOn), reason: 'ADMITTED' }, '')).codes;
  const ask = (who: Someone, day: number, on: number) => {
    const rounds = [{ officeIds: [assist.id] }];
    const input = { clientId, mode: 'DIRECT', visits: [visitOn(dayOf(on), 10)], rounds };
    return sent(who, at(day), 'requestDelegation', input, 'delegation { id visits { visitId } }');
  };
  const withdraw = (who: Someone, day: number) =>
    sent(who, at(day), 'withdrawClientVisits', { clientId, from: at(day), reason: 'OTHER' }, 'results { visitId }');
  const seen = async (who: Someone, day: number) =>
    (await node.ask(CLIENT, { id: clientId }, { as: who.subject, at: at(day) })).data.client;
  const listed = async (who: Someone, day: number) => {
    const lists = [false, true].map((former) =>
      node.ask(LIST, { network: networkId, former }, { as: who.subject, at: at(day) }),
    );
    return (await Promise.all(lists)).map(({ data }) => data.clients.edges.length);
  };

  await t.test('bad input: each has its code, and nothing is touched', async (t) => {
    const before = await seen(partner, 1);
    t.strictSame(await transfer(partner, 1, { toOfficeId: assist.id }), [['OFFICE_NOT_PARTNER', 'toOfficeId']]);
    t.strictSame(await transfer(partner, 1, { toOfficeId: partner.id }), [['SAME_OFFICE', 'toOfficeId']]);
    t.strictSame(await transfer(partner, 1, { toOfficeId: clientId }), ['NOT_FOUND']);
    t.strictSame(await transfer(partner, 1, { on: '2026-06-31' }), ['BAD_USER_INPUT']);
    t.strictSame(await transfer(next, 1), ['NOT_FOUND'], 'by an office that never heard of the client');
    t.strictSame(await ends(assist, 1, 10), ['NOT_FOUND']);
    const { delegation } = await ask(partner, 1, 10);
    t.strictSame(await transfer(assist, 1), ['FORBIDDEN'], 'by an office that was asked');
    t.strictSame(await transfer(partner, 1), [['VISITS_STILL_DELEGATED', 'on']]);
    t.strictSame(await ends(partner, 1, 9), [['VISITS_STILL_DELEGATED', 'leftOn']]);
    t.strictSame(await seen(partner, 1), before);
    t.strictSame((await withdraw(partner, 1)).results, [{ visitId: delegation.visits[0].visitId }]);
  });

  await t.test(
    'contract, requestDelegation: every row and every office at fault is named, and nothing stored',
    async (t) => {
      const visits = [visitOn(dayOf(3), 10), visitOn(dayOf(3), 10), { ...visitOn(dayOf(4), 10), minutes: 50 }];
      const rounds = [{ officeIds: [assist.id, next.id] }, { officeIds: [third.id, partner.id, other.id] }];
      const input = { clientId, mode: 'FIRST_TO_ACCEPT', visits, rounds };
      const { codes, delegation } = await sent(partner, at(1), 'requestDelegation', input, 'delegation { id }');
      t.strictSame(codes, [
        ['VISITS_OVERLAP', 'visits', '1', 'plannedStart'],
        ['MINUTES_DIFFER', 'visits', '2', 'minutes'],
        ['OFFICE_NOT_ASSIST', 'rounds', '0', 'officeIds', '1'],
        ['OFFICE_NOT_ASSIST', 'rounds', '1', 'officeIds', '0'],
        ['OFFICE_NOT_ASSIST', 'rounds', '1', 'officeIds', '1'],
      ]);
      t.equal(delegation, null);
    },
  );

  await t.test('once it is recorded the next office sees the client and plans its own days alone', async (t) => {
    t.strictSame(await listed(next, 1), [0, 0]);
    t.strictSame(await transfer(partner, 1), []);
    t.strictSame(await transfer(partner, 1), [], 'the same again');
    const ahead = { toOffice: { id: next.id }, on: dayOf(10) };
    const consents = [
      { givenOn: dayOf(1), documentedBy: (await seen(partner, 1)).consents[0].documentedBy },
      { givenOn: dayOf(10), documentedBy: '新しい同意書' },
    ];
    for (const office of [partner, next]) {
      const { transfer: told, partnerOffice, personal, consents: given, name } = await seen(office, 2);
      t.strictSame([told, partnerOffice.id, given], [ahead, partner.id, consents]);
      t.ok(name === (await seen(partner, 2)).name && personal !== null);
      t.strictSame(await listed(office, 2), [1, 1]);
    }
    t.equal(await seen(third, 2), null);
    const TASKS = `{ viewer { tasks(kinds: [TAKE_CLIENT_OVER]) { edges { node {
      urgency dueAt office { id } client { id name } } } } } }`;
    const waiting = async (who: Someone) =>
      (await node.ask(TASKS, {}, { as: who.subject, at: at(2) })).data.viewer.tasks.edges;
    const { name } = await seen(next, 2);
    const over = { urgency: 'CARE', dueAt: '2026-06-11T00:00:00.000+09:00', office: { id: partner.id } };
    t.strictSame(await waiting(next), [{ node: { ...over, client: { id: clientId, name } } }]);
    t.strictSame([await waiting(partner), await waiting(third)], [[], []]);
    t.strictSame(
      [(await ask(partner, 2, 10)).codes, (await ask(next, 2, 9)).codes],
      [
        [['CLIENT_TRANSFERRED', 'visits', '0', 'plannedStart']],
        [['CLIENT_TRANSFERRED', 'visits', '0', 'plannedStart']],
      ],
    );
    t.strictSame(await transfer(next, 2, { toOfficeId: third.id }), ['FORBIDDEN']);
    t.strictSame((await sent(next, at(2), 'changeClient', { clientId, area: '架空台' }, '')).codes, ['FORBIDDEN']);
    t.strictSame(await ends(partner, 2, 10), [['CLIENT_TRANSFERRED', 'leftOn']]);
  });

  await t.test('until then it is made anew or taken back, unless the next office has delegated', async (t) => {
    t.strictSame(await transfer(partner, 2, { toOfficeId: third.id }), []);
    t.strictSame([await seen(next, 2), await listed(next, 2)], [null, [0, 0]]);
    t.strictSame([await listed(third, 2), (await seen(partner, 2)).consents.length], [[1, 1], 2]);
    t.strictSame(await transfer(partner, 2, { toOfficeId: partner.id }), []);
    t.strictSame([await seen(third, 2), (await seen(partner, 2)).consents.length], [null, 1]);
    t.strictSame(await transfer(partner, 2), []);
    const { codes, delegation } = await ask(next, 2, 11);
    t.strictSame(codes, [], 'the office that will have the client prepares its days');
    t.strictSame(await transfer(partner, 2, { toOfficeId: third.id }), [['VISITS_STILL_DELEGATED', 'on']]);
    const named = (await withdraw(partner, 2)).results.map(({ visitId }: { visitId: string }) => visitId);
    t.notOk(named.includes(delegation.visits[0].visitId), 'another office’s visits are not its own to withdraw');
  });

  await t.test(
    'rule 47: afterwards the old office has its visits, the name, and the history up to there',
    async (t) => {
      const { delegation } = await ask(partner, 3, 9);
      const visitId = delegation.visits[0].visitId;
      await momentAt(node, at(3, '09:10')).accept(assist, delegation.id);
      await momentAt(node, at(3, '09:20')).assign(assist, visitId, { id: assist.caregiverId });
      const own = { id: assist.caregiverId, subject: assist.subject };
      await momentAt(node, at(9, '10:00')).punch(own, 'startVisit', visitId);
      await momentAt(node, at(9, '10:45')).punch(own, 'endVisit', visitId);
      await momentAt(node, at(9, '10:50')).record(own, visitId, { tasks: [{ code: 'BATHING', outcome: 'DONE' }] });
      const { name, personal, history } = await seen(partner, 9);
      await momentAt(node, at(10)).send(next, 'changeClient', { clientId, area: '架空台' });

      const former = await seen(partner, 10);
      t.strictSame(
        former,
        {
          name,
          leftOn: null,
          partnerOffice: { id: next.id },
          personal,
          transfer: null,
          consents: [],
          history,
        },
        'while it has a visit to verify, what is personal too',
      );
      t.equal((await seen(next, 10)).history.length, history.length + 1, 'the next office sees all');
      t.strictSame(
        [await listed(partner, 10), await listed(next, 10)],
        [
          [0, 1],
          [1, 1],
        ],
      );
      t.strictSame((await sent(partner, at(10), 'changeClient', { clientId, area: '架空台' }, '')).codes, [
        'FORBIDDEN',
      ]);
      t.strictSame((await ask(partner, 10, 20)).codes, ['FORBIDDEN']);
      const VISIT = 'query ($id: ID!) { visit(id: $id) { status record { condition } client { name } } }';
      const visit = async (who: Someone) =>
        (await node.ask(VISIT, { id: visitId }, { as: who.subject, at: at(10) })).data.visit;
      t.strictSame(await visit(partner), { status: 'RECORDED', record: { condition: '変わりなし' }, client: { name } });
      t.equal(await visit(next), null, 'the next office does not see the old one’s visits');
      await momentAt(node, at(10, '09:30')).verify(partner, visitId, '代行入力のため');
      t.strictSame([(await seen(partner, 11)).personal, (await seen(partner, 11)).name], [null, name]);
    },
  );

  await t.test('who has left is on no list unless asked for, and nothing can be delegated', async (t) => {
    t.strictSame(await ends(partner, 11, 15), ['FORBIDDEN'], 'by the office that has given the client away');
    t.strictSame(await ends(next, 11, 10), [['VISITS_STILL_DELEGATED', 'leftOn']]);
    t.strictSame(await ends(next, 11, 15), []);
    t.strictSame((await ask(next, 12, 16)).codes, [['CLIENT_LEFT', 'visits', '0', 'plannedStart']]);
    t.strictSame((await ask(next, 12, 15)).codes, []);
    t.strictSame(
      [await listed(next, 15), await listed(next, 16)],
      [
        [1, 1],
        [0, 1],
      ],
    );
    t.equal((await seen(next, 16)).leftOn, dayOf(15));
    t.equal((await seen(assist, 16)).leftOn, null, 'not said to an office that was asked');
    const [admin] = [{ subject: 'admin' }];
    t.strictSame(await listed(admin, 16), [0, 1]);
    t.strictSame((await node.ask(TASKS, {}, { as: next.subject, at: at(16) })).data.viewer.tasks.edges, []);
  });
});
