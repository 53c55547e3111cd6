import { randomUUID } from 'node:crypto';
import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { addDays, addMinutes, inTokyo, toInstant } from '../../src/domain/calendar.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const TASKS = [{ code: 'MEAL_ASSISTANCE', outcome: 'DONE' }];
const MORNING = 10;
const AFTERNOON = 15;

/** In an order that differs with every use. */
const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, lot: Math.random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);

interface Part {
  readonly kind: 'starts' | 'ends' | 'records';
  readonly part: Record<string, unknown>;
}
/** Uploads of fifty parts, as many as one takes. */
const uploadsOf = (parts: readonly Part[]) => {
  const uploads: Record<string, unknown>[] = [];
  for (let n = 0; n < parts.length; n += 50) {
    const some = parts.slice(n, n + 50);
    const of = (kind: Part['kind']) => some.filter((one) => one.kind === kind).map(({ part }) => part);
    uploads.push({ starts: of('starts'), ends: of('ends'), records: of('records') });
  }
  return uploads;
};

t.test('fifty visits that a telephone kept, and a month verified (issue 12)', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, '2026-09-01', 1);
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const begin = momentAt(node, '2026-09-25T10:00:00+09:00');
  const person = await begin.caregiver(assist, { name: '田中 花子', qualifications: ['INITIAL'] }, 'hanako');
  const days = Array.from({ length: 25 }, (_, n) => addDays('2026-10-01', n));
  const planned = days.flatMap((day) => [visitOn(day, MORNING), visitOn(day, AFTERNOON)]);
  const rounds = [{ officeIds: [assist.id] }];
  const { id, visits } = await begin.request(partner, { clientId, visits: planned, rounds });
  await begin.accept(assist, id);
  const visitIds = visits.map(({ visitId }: { visitId: string }) => visitId);
  const sent = (name: string, type: string, input: Record<string, unknown>, as: string, at: string) =>
    node.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code }
        results { visitId userErrors { code } visit { status } } } }`,
      { input },
      { as, at },
    );
  const assigned = { visitIds, caregiverId: person.id, commandId: randomUUID() };
  await sent(
    'assignCaregiverToVisits',
    'AssignCaregiverToVisitsInput',
    assigned,
    assist.subject,
    '2026-09-25T11:00:00+09:00',
  );

  const parts = visits.flatMap(({ visitId, plannedStart }: { visitId: string; plannedStart: string }): Part[] => {
    const start = toInstant(plannedStart);
    const punch = (minutes: number) => ({ visitId, at: inTokyo(addMinutes(start, minutes)), method: 'QR' });
    return [
      { kind: 'starts', part: { ...punch(1), commandId: randomUUID() } },
      { kind: 'ends', part: { ...punch(46), commandId: randomUUID() } },
      { kind: 'records', part: { visitId, caregiverId: person.id, tasks: TASKS, commandId: randomUUID() } },
    ];
  });
  t.equal(parts.length, 150);
  const LEDGER = `query ($id: ID!, $after: Cursor) { network(id: $id) {
    visitLedger(month: "2026-10", first: 100, after: $after) {
      totals { visits minutes } edges { node { visitId status actualStart actualEnd minutes openExceptions } } } } }`;
  const lines = async () =>
    (await node.ask(LEDGER, { id: networkId }, { as: partner.subject })).data.network.visitLedger;

  let heads: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    for (const upload of uploadsOf(shuffled(parts))) {
      const { errors } = await sent('uploadVisits', 'UploadVisitsInput', upload, 'hanako', '2026-10-26T09:00:00+09:00');
      t.strictSame(errors, []);
    }
    heads = [...heads, await node.app.store.head()];
  }
  // At first a record may come before its punches, and is refused; after that all is known.
  t.strictSame(heads.slice(2), [heads[1], heads[1], heads[1]], 'what came again has written nothing');
  const { edges, totals } = await lines();
  t.strictSame(totals, { visits: 50, minutes: 50 * 45 });
  const told = edges.map(({ node: line }: { node: Record<string, unknown> }) => line);
  t.strictSame(
    told.map(({ visitId, status, actualStart, actualEnd, minutes }: Record<string, unknown>) => [
      visitId,
      status,
      actualStart,
      actualEnd,
      minutes,
    ]),
    visits.map(({ visitId, plannedStart }: { visitId: string; plannedStart: string }) => [
      visitId,
      'RECORDED',
      inTokyo(addMinutes(toInstant(plannedStart), 1)),
      inTokyo(addMinutes(toInstant(plannedStart), 46)),
      45,
    ]),
    'each as it was punched, whatever the order',
  );

  await t.test('a month of 21 visits is verified in two requests: what is there, and that it stands', async (t) => {
    const month = Array.from({ length: 21 }, (_, n) => addDays('2026-11-01', n));
    const at = '2026-10-27T09:00:00+09:00';
    const ahead = momentAt(node, at);
    const asked = await ahead.request(partner, { clientId, visits: month.map((day) => visitOn(day, MORNING)), rounds });
    await ahead.accept(assist, asked.id);
    const ids: string[] = asked.visits.map(({ visitId }: { visitId: string }) => visitId);
    const all = { visitIds: ids, caregiverId: person.id };
    await sent('assignCaregiverToVisits', 'AssignCaregiverToVisitsInput', all, assist.subject, at);
    for (const [n, visitId] of ids.entries()) {
      const punch = (time: string) => ({ visitId, at: `${month[n]}T${time}:00+09:00`, method: 'QR' });
      const records = [{ visitId, caregiverId: person.id, tasks: TASKS }];
      const upload = { starts: [punch('10:00')], ends: [punch('10:45')], records };
      await sent('uploadVisits', 'UploadVisitsInput', upload, 'hanako', `${month[n]}T11:00:00+09:00`);
    }
    const { data: there } = await node.ask(
      `query ($id: ID!) { network(id: $id) {
        visitLedger(month: "2026-11", filter: { status: [RECORDED], withOpenExceptions: false }, first: 100) {
          edges { node { visitId } } } } }`,
      { id: networkId },
      { as: partner.subject, at: '2026-12-01T09:00:00+09:00' },
    );
    const ready = there.network.visitLedger.edges.map(({ node: line }: { node: { visitId: string } }) => line.visitId);
    t.strictSame([...ready].sort(), [...ids].sort());
    const verified = { visitIds: ready };
    const { data } = await sent('verifyVisits', 'VisitsInput', verified, partner.subject, '2026-12-01T09:05:00+09:00');
    t.strictSame(
      data.verifyVisits.results.map(({ visit }: { visit: { status: string } }) => visit.status),
      ready.map(() => 'VERIFIED'),
    );
  });
});

t.test('Friday evening: eight visits of five clients that nobody has, in at most eight requests', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists } = await buildSmallNetwork(node, '2026-06-01', 2);
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const begin = momentAt(node, '2026-06-05T09:00:00+09:00');
  const asked: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const personal = { name: `利用者 ${n}`, address: '架空町1' };
    const clientId = await begin.client(
      networkId,
      partner,
      { code: `F-${n}`, area: '架空町', personal },
      `利用者 ${n}`,
    );
    const starts = n < 3 ? ['2026-06-06T09:00', '2026-06-06T18:00'] : ['2026-06-06T13:00'];
    const visits = starts.map((start) => visitFrom(`${start}:00+09:00`));
    const rounds = [{ officeIds: [first.id], windowMinutes: 60 }];
    asked.push((await begin.request(partner, { clientId, visits, rounds })).id);
  }
  for (const delegationId of asked) {
    const query = 'query ($id: ID!) { delegation(id: $id) { offers { id } } }';
    const { data } = await node.ask(query, { id: delegationId }, { as: first.subject });
    const offerId = data.delegation.offers[0].id;
    const input = { delegationId, offerId, reason: 'NO_CAPACITY' };
    await node.mutate('declineOffer', input, { as: first.subject, at: '2026-06-05T09:30:00+09:00' });
  }

  let requests = 0;
  const evening = { as: partner.subject, at: '2026-06-05T18:00:00+09:00' };
  const TASKS_NOW = `{ viewer { tasks(first: 20, kinds: [CALL_OFFICES]) { edges { node { delegation { id client { name }
    visits { number state } } } } } } }`;
  requests += 1;
  const { data } = await node.ask(TASKS_NOW, {}, evening);
  const waiting: { id: string; visits: { state: string }[] }[] = [
    ...new Map<string, { id: string; visits: { state: string }[] }>(
      data.viewer.tasks.edges.map(
        ({ node: { delegation } }: { node: { delegation: { id: string; visits: never[] } } }) => [
          delegation.id,
          delegation,
        ],
      ),
    ).values(),
  ];
  t.strictSame(
    waiting.map(({ id }) => id).sort(),
    [...asked].sort(),
    'all that nobody has, with whom to telephone about',
  );
  t.equal(waiting.flatMap(({ visits }) => visits).length, 8);
  for (const { id } of waiting) {
    requests += 1;
    const input = { delegationId: id, rounds: [{ officeIds: [second.id], windowMinutes: 60 }] };
    const { userErrors } = await node.mutate('offerAgain', input, evening);
    t.strictSame(userErrors, []);
  }
  for (const id of asked) await momentAt(node, '2026-06-05T18:20:00+09:00').accept(second, id);
  requests += 1;
  const after = await node.ask(TASKS_NOW, {}, { ...evening, at: '2026-06-05T18:30:00+09:00' });
  t.strictSame(after.data.viewer.tasks.edges, [], 'every visit has somebody');
  t.ok(requests <= 8, `${requests} requests`);
});
