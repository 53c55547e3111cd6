import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

const at = (day: number, time: string): string => `2026-06-${String(day).padStart(2, '0')}T${time}:00+09:00`;
const DONE = [{ code: 'BATHING', outcome: 'DONE' }];

t.test('rule 9: before the joining day all may be prepared; what counts is the day of the visit', async (t) => {
  const node = await startNode(t);
  const begin = momentAt(node, at(1, '09:00'));
  const networkId = await begin.network('準備', '大田区');
  const [partner, assist] = [await begin.office('p'), await begin.office('a')];
  for (const [officeId, role] of [
    [partner.id, 'PARTNER'],
    [assist.id, 'ASSIST'],
  ])
    await begin.send({ subject: 'admin' }, 'joinNetwork', {
      networkId,
      officeId,
      roles: [role],
      joinedOn: '2026-06-15',
    });
  await begin.terms(networkId, partner, assist, { percent: '80' });
  const personal = { name: '試験 花子', address: '架空町1' };
  const clientId = await begin.client(networkId, partner, { code: 'C-1', area: '架空町', personal }, '同意書');
  const ask = async (start: string) => {
    const input = { clientId, mode: 'DIRECT', visits: [visitFrom(start)], rounds: [{ officeIds: [assist.id] }] };
    const { userErrors, delegation } = await node.mutate(
      'requestDelegation',
      input,
      { as: partner.subject, at: at(1, '10:00') },
      'delegation { id }',
    );
    return { codes: userErrors.map(({ code }: { code: string }) => code), id: delegation?.id };
  };
  t.strictSame((await ask(at(14, '23:00'))).codes, ['OFFICE_NOT_PARTNER', 'OFFICE_NOT_ASSIST'], 'the day before');
  const { codes, id } = await ask(at(15, '08:00'));
  t.strictSame(codes, []);
  await momentAt(node, at(1, '10:05')).accept(assist, id);
});

t.test('what an office sees while it has a part, and of the records of a visit', async (t) => {
  const node = await startNode(t);
  const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const { id, visits } = await momentAt(node, at(1, '10:00')).request(partner, {
    clientId,
    visits: [visitFrom(at(2, '08:00'))],
    rounds: [
      { officeIds: [first.id], windowMinutes: 45 },
      { officeIds: [second.id], windowMinutes: 60 },
    ],
    note: '退院直後',
  });
  const visitId = visits[0]?.visitId ?? '';
  const see = async (as: { subject: string }, time: string, query: string, variables: object = { id }) =>
    (await node.ask(query, { ...variables }, { as: as.subject, at: time })).data;
  const SEEN = 'query ($id: ID!) { delegation(id: $id) { note client { area } } }';

  await t.test('rule 11: note and area while it has an open offer, and null once it is out', async (t) => {
    t.strictSame(await see(first, at(1, '10:01'), SEEN), {
      delegation: { note: '退院直後', client: { area: '架空町' } },
    });
    const declined = { delegationId: id, reason: 'NO_CAPACITY' };
    await momentAt(node, at(1, '10:10')).send(first, 'declineOffer', declined);
    t.strictSame(await see(first, at(1, '10:11'), SEEN), { delegation: { note: null, client: { area: null } } });
  });

  await t.test('rule 12: each round shows its own window and closing', async (t) => {
    const ROUNDS = 'query ($id: ID!) { delegation(id: $id) { rounds { round windowMinutes closedAt } } }';
    t.strictSame((await see(partner, at(1, '10:12'), ROUNDS)).delegation.rounds, [
      { round: 1, windowMinutes: 45, closedAt: '2026-06-01T10:10:00.000+09:00' },
      { round: 2, windowMinutes: 60, closedAt: null },
    ]);
  });

  await t.test(
    'contract, Visit.records: newest first, each as entered; none to an office that never had it',
    async (t) => {
      await momentAt(node, at(1, '10:20')).accept(second, id);
      const person = await momentAt(node, at(1, '10:30')).caregiver(second, { name: '田中 花子' }, 'hanako');
      await momentAt(node, at(1, '10:31')).assign(second, visitId, person);
      await momentAt(node, at(2, '08:00')).punch(person, 'startVisit', visitId);
      await momentAt(node, at(2, '08:45')).punch(person, 'endVisit', visitId);
      await momentAt(node, at(2, '08:50')).record(person, visitId, { tasks: DONE });
      const IDS = 'query ($id: ID!) { visit(id: $id) { record { id tasks { id } } records { id tasks { id } } } }';
      const { visit: once } = await see(second, at(2, '08:51'), IDS, { id: visitId });
      const amended = { visitId, reason: '書き漏れ', notes: '入浴後に水分をとられた' };
      await momentAt(node, at(2, '09:00')).send(second, 'amendVisitRecord', amended);
      const RECORDS = `query ($id: ID!) { visit(id: $id) { records { version notes amendReason enteredForCaregiver
      recordedBy } } }`;
      const records = [
        {
          version: 2,
          notes: '入浴後に水分をとられた',
          amendReason: '書き漏れ',
          enteredForCaregiver: true,
          recordedBy: '担当assist-2',
        },
        { version: 1, notes: null, amendReason: null, enteredForCaregiver: false, recordedBy: '田中 花子' },
      ];
      for (const as of [second, person])
        t.strictSame(await see(as, at(2, '09:01'), RECORDS, { id: visitId }), { visit: { records } });
      const { visit: now } = await see(partner, at(2, '09:01'), IDS, { id: visitId });
      t.strictSame(now.records, [now.record, once.record], 'a version keeps its id');
      t.equal(new Set([now.record.id, once.record.id]).size, 2);
      t.strictSame(await see(first, at(2, '09:01'), RECORDS, { id: visitId }), { visit: null }, 'never its own');
    },
  );
});
