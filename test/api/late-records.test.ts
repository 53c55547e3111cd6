import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

/** 45 minutes: 387 units × 11.40 = 4,411 yen, of which 80 %. */
const FEE_YEN = 3528;
const at = (day: number, time: string): string => `2026-06-0${day}T${time}:00+09:00`;
const RECORD = { tasks: [{ code: 'BATHING', outcome: 'DONE' }], condition: '変わりなし' };

type Network = Awaited<ReturnType<typeof buildSmallNetwork>>;
type Office = Network['assists'][number];

/** What the two assist offices and the partner office live through with late records. */
const storyOn = (node: HttpNode, network: Network) => {
  const { partner, assists, clientId } = network;
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  /** A visit of a day from 08:00, which the first office has taken the day before. */
  const taken = async (day: number) => {
    const { id, visits } = await momentAt(node, at(day - 1, '10:00')).request(partner, {
      clientId,
      visits: [visitFrom(at(day, '08:00'))],
      rounds: [{ officeIds: [first.id] }, { officeIds: [second.id], windowMinutes: 4_320 }],
    });
    const [visitId = ''] = visits.map((visit) => visit.visitId);
    await momentAt(node, at(day - 1, '10:10')).accept(first, id);
    const withdraw = { delegationId: id, visitIds: [visitId], reason: 'CLIENT_REQUEST' };
    const release = { delegationId: id, visitIds: [visitId], reason: '発熱' };
    return {
      id,
      visitId,
      withdrawn: (time: string) => momentAt(node, at(day, time)).send(partner, 'withdrawVisits', withdraw),
      released: (time: string) => momentAt(node, at(day, time)).send(first, 'releaseVisits', release),
    };
  };
  /** An office records a visit that lasted from one time to another of its day. */
  const record = (office: Office, visitId: string, [day, start, end]: readonly [number, string, string], now: string) =>
    node.mutate(
      'recordVisit',
      { visitId, caregiverId: office.caregiverId, startedAt: at(day, start), endedAt: at(day, end), ...RECORD },
      { as: office.subject, at: now },
      'visit { status cancellation { reason } exceptions { code } fee { delegationFeeYen } }',
    );
  const see = async (as: { subject: string }, query: string, id: string, now: string) =>
    (await node.ask(query, { id }, { as: as.subject, at: now })).data;
  const covers = async (id: string, now: string) => {
    const query = 'query ($id: ID!) { delegation(id: $id) { visits { state uncoveredOutcome allocatedTo { id } } } }';
    return (await see(partner, query, id, now)).delegation.visits;
  };
  const tasks = async (as: { subject: string }, now: string, ...kinds: string[]) => {
    const query = `query ($kinds: [TaskKind!]) { viewer { tasks(kinds: $kinds) { edges { node {
      kind dueAt since office { id } delegation { id } visit { id } client { id }
    } } } } }`;
    const { data } = await node.ask(query, { kinds }, { as: as.subject, at: now });
    return data.viewer.tasks.edges.map((edge: { node: object }) => edge.node);
  };
  return { ...network, node, first, second, taken, record, see, covers, tasks };
};

const story = async (t: Parameters<typeof startNode>[0]) => {
  const node = await startNode(t);
  return storyOn(node, await buildSmallNetwork(node, '2026-06-01'));
};
const LATE = ['START_DIFFERS', 'MANUAL_TIME', 'LATE_RECORD'].map((code) => ({ code }));
const recordedLate = {
  status: 'RECORDED',
  cancellation: null,
  exceptions: LATE,
  fee: { delegationFeeYen: FEE_YEN },
};

t.test('rules 22, 31: the late record of a withdrawn visit, also of one whose fee is on a statement', async (t) => {
  const { node, networkId, partner, first, taken, record, covers } = await story(t);
  const unsettled = await taken(2);
  await unsettled.withdrawn('07:30');
  t.strictSame(
    (await record(first, unsettled.visitId, [2, '07:30', '08:15'], at(2, '09:00'))).userErrors,
    [{ code: 'VISIT_CANCELLED', path: ['input', 'visitId'] }],
    'it was withdrawn when this began',
  );
  t.strictSame((await record(first, unsettled.visitId, [2, '07:20', '08:05'], at(2, '09:00'))).visit, recordedLate);
  t.strictSame(await covers(unsettled.id, at(2, '09:00')), [
    { state: 'TAKEN', uncoveredOutcome: null, allocatedTo: { id: first.id } },
  ]);
  await momentAt(node, at(2, '10:00')).verify(partner, unsettled.visitId, '電話で確認');

  const settled = await taken(3);
  await settled.withdrawn('07:30');
  const june = '2026-07-01T09:00:00+09:00';
  const statement = await momentAt(node, june).close(networkId, partner, first, '2026-06');
  t.strictSame(statement?.subtotals, [{ netYen: FEE_YEN + FEE_YEN / 2 }], 'half the fee at so short a notice');
  const late = await record(first, settled.visitId, [3, '07:20', '08:05'], june);
  t.strictSame(late.visit, recordedLate);
  const held = await node.ask(
    `query ($id: ID!, $partner: ID!, $assist: ID!) { network(id: $id) {
      settlementPreview(partnerOfficeId: $partner, assistOfficeId: $assist, month: "2026-07") { holds { code } }
    } }`,
    { id: networkId, partner: partner.id, assist: first.id },
    { as: partner.subject, at: june },
  );
  t.strictSame(held.data.network.settlementPreview.holds, [{ code: 'OPEN_EXCEPTION' }]);
  await momentAt(node, june).verify(partner, settled.visitId, '電話で確認');
  const adjusted = await node.mutate(
    'closeSettlement',
    { networkId, partnerOfficeId: partner.id, assistOfficeId: first.id, month: '2026-07' },
    { as: partner.subject, at: '2026-08-01T09:00:00+09:00' },
    'statement { lines { edges { node { kind amountYen taxClass visit { id status } } } } }',
  );
  t.strictSame(
    adjusted.statement.lines.edges,
    [
      {
        node: {
          kind: 'ADJUSTMENT',
          amountYen: FEE_YEN / 2,
          taxClass: 'TAXABLE_10',
          visit: { id: settled.visitId, status: 'SETTLED' },
        },
      },
    ],
    'the cancellation’s fee is replaced by that of the visit',
  );
});

t.test('rules 18, 22: the late record of what was handed back, and what nobody had at its start', async (t) => {
  const { node, partner, first, second, taken, record, covers, tasks } = await story(t);
  const made = [{ state: 'TAKEN', uncoveredOutcome: null, allocatedTo: { id: first.id } }];
  const offered = await taken(2);
  await offered.released('07:30');
  t.strictSame((await record(first, offered.visitId, [2, '07:05', '07:45'], at(2, '07:50'))).visit, recordedLate);
  t.strictSame(await covers(offered.id, at(2, '07:50')), made);
  t.strictSame(await tasks(second, at(2, '07:50'), 'ANSWER_OFFER'), [], 'nobody else is asked any more');
  const tooLate = await node.mutate(
    'acceptOffer',
    { delegationId: offered.id },
    { as: second.subject, at: at(2, '07:51') },
  );
  t.strictSame(tooLate.userErrors, [{ code: 'VISITS_ALREADY_ALLOCATED', path: ['input', 'delegationId'] }]);

  const uncovered = await taken(3);
  await uncovered.released('07:30');
  const answer = { delegationId: uncovered.id, visitIds: [uncovered.visitId], outcome: 'FAMILY' };
  await momentAt(node, at(3, '08:00')).send(partner, 'answerUncovered', answer);
  t.strictSame(await covers(uncovered.id, at(3, '08:30')), [
    { state: 'UNCOVERED', uncoveredOutcome: 'FAMILY', allocatedTo: null },
  ]);
  t.strictSame((await record(first, uncovered.visitId, [3, '07:20', '08:05'], at(3, '09:00'))).visit, recordedLate);
  t.strictSame(await covers(uncovered.id, at(3, '09:00')), made);
  const again = await node.mutate('answerUncovered', answer, { as: partner.subject, at: at(3, '09:01') });
  t.strictSame(again.userErrors, [{ code: 'VISIT_NOT_UNCOVERED', path: ['input', 'visitIds', '0'] }]);
  t.strictSame(await tasks(partner, at(3, '09:01'), 'ANSWER_UNCOVERED', 'CALL_OFFICES', 'RECORD_REFUSED'), []);
});

t.test('rules 19, 22: another office has it by now: refused, kept, and a task of both offices', async (t) => {
  const { node, partner, first, second, clientId, taken, record, see, tasks } = await story(t);
  const { id, visitId, released } = await taken(2);
  await released('07:30');
  await momentAt(node, at(2, '07:40')).accept(second, id);
  const now = at(2, '09:00');
  const send = () => record(first, visitId, [2, '07:20', '08:05'], now);
  const refused = { userErrors: [{ code: 'VISITS_ALREADY_ALLOCATED', path: ['input', 'visitId'] }], visit: null };
  t.match(await send(), refused);
  const head = await node.store.head();
  t.match(await send(), refused, 'sent once more it is answered the same');
  t.equal(await node.store.head(), head, 'and nothing is written');
  t.strictSame((await record(first, visitId, [2, '07:30', '08:15'], now)).userErrors, [
    { code: 'VISIT_RELEASED', path: ['input', 'visitId'] },
  ]);

  const task = {
    kind: 'RECORD_REFUSED',
    dueAt: at(2, '08:00').replace('+', '.000+'),
    since: now.replace('+', '.000+'),
    office: { id: first.id },
    delegation: { id },
    client: { id: clientId },
  };
  t.strictSame(await tasks(partner, now, 'RECORD_REFUSED'), [{ ...task, visit: { id: visitId } }]);
  t.strictSame(await tasks(first, now, 'RECORD_REFUSED'), [{ ...task, visit: null }], 'it sees no visit of another');
  t.strictSame(await tasks(second, now, 'RECORD_REFUSED'), []);
  const VISIT = `query ($id: ID!) { visit(id: $id) {
    status assistOffice { id } exceptions { code detail resolvedAt } history { summary actor actorOffice { id } }
  } }`;
  const ofPartner = (await see(partner, VISIT, visitId, now)).visit;
  const ofSecond = (await see(second, VISIT, visitId, now)).visit;
  t.equal((await see(first, VISIT, visitId, now)).visit, null);
  const exceptions = [
    {
      code: 'RECORD_AFTER_RELEASE',
      detail: ['開始：6月2日 07:20', '終了：6月2日 08:05', '入浴介助：実施', '心身の状況：「変わりなし」'].join('\n'),
      resolvedAt: null,
    },
  ];
  t.strictSame([ofPartner.exceptions, ofSecond.exceptions], [exceptions, exceptions]);
  const raised = '確認事項が発生（返上した訪問の記録）';
  t.strictSame(
    [ofPartner, ofSecond].map(({ history }) => history.at(-1)),
    [
      { summary: raised, actor: '事業所assist-1', actorOffice: { id: first.id } },
      { summary: raised, actor: 'システム', actorOffice: null },
    ],
    'the office that has it is not told whose record it is',
  );
  const acknowledge = { visitId, code: 'RECORD_AFTER_RELEASE', reason: '電話で確認' };
  const bySecond = await node.mutate('resolveException', acknowledge, { as: second.subject, at: now });
  t.strictSame(bySecond.userErrors, [{ code: 'PARTNER_ACKNOWLEDGES', path: ['input', 'code'] }]);
  await momentAt(node, now).send(partner, 'resolveException', acknowledge);
  for (const office of [partner, first]) t.strictSame(await tasks(office, now, 'RECORD_REFUSED'), []);
});
