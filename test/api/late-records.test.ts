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

t.test('rules 22, 27: cancelled at the door, looked after, sent back and said anew', async (t) => {
  const { node, networkId, partner, first, clientId, taken, record, see, tasks } = await story(t);
  const SHOWN = `visit { status cancellation { reason by { id } at noticeMinutes percentOfFee note }
    fee { delegationFeeYen } }`;
  const atDoor = (visitId: string, day: number, time: string, more: object = {}) =>
    node.mutate(
      'cancelVisitAtDoor',
      { visitId, reason: 'CLIENT_ABSENT', at: at(day, time), note: '呼び鈴に返事なし', ...more },
      { as: first.subject, at: at(day, '08:10') },
      SHOWN,
    );
  const { id, visitId } = await taken(2);
  const cancelled = {
    status: 'CANCELLED',
    cancellation: {
      reason: 'CLIENT_ABSENT',
      by: { id: first.id },
      at: at(2, '08:02').replace('+', '.000+'),
      noticeMinutes: 0,
      percentOfFee: 50,
      note: '呼び鈴に返事なし',
    },
    fee: { delegationFeeYen: FEE_YEN / 2 },
  };
  t.strictSame((await atDoor(visitId, 2, '07:44')).userErrors, [{ code: 'TOO_EARLY', path: ['input', 'at'] }]);
  t.equal(
    (
      await node.ask(
        'mutation ($input: CancelVisitAtDoorInput!) { cancelVisitAtDoor(input: $input) { position } }',
        { input: { visitId, reason: 'OTHER', at: at(2, '08:02') } },
        { as: first.subject, at: at(2, '08:10') },
      )
    ).errors[0]?.extensions.code,
    'BAD_USER_INPUT',
  );
  t.strictSame((await atDoor(visitId, 2, '08:02')).visit, cancelled);
  const head = await node.store.head();
  t.strictSame((await atDoor(visitId, 2, '08:02')).visit, cancelled, 'sent once more');
  t.equal(await node.store.head(), head);

  const now = at(2, '08:10');
  const kinds = ['CHECK_ON_VISIT', 'RECORD_VISIT', 'AMEND_RECORD', 'VISIT_CANCELLED'];
  const waiting = {
    kind: 'CHECK_ON_VISIT',
    dueAt: at(2, '08:02').replace('+', '.000+'),
    since: now.replace('+', '.000+'),
    office: null,
    delegation: { id },
    visit: { id: visitId },
    client: { id: clientId },
  };
  t.strictSame(await tasks(partner, now, ...kinds), [waiting], 'the client may have fallen');
  t.strictSame(await tasks(first, now, ...kinds), []);
  t.strictSame((await tasks(partner, at(3, '08:09'), ...kinds)).length, 1, 'whoever comes on duty finds it');
  t.strictSame((await record(first, visitId, [2, '08:00', '08:45'], at(3, '08:09'))).userErrors, [
    { code: 'VISIT_CANCELLED', path: ['input', 'visitId'] },
  ]);
  const history = (await see(partner, '{ visit(id: "ID") { history { summary } } }'.replace('ID', visitId), '', now))
    .visit.history;
  t.equal(history.at(-1).summary, '訪問を取消（訪問先で）');

  const back = { visitId, reason: 'ご家族は在宅だったとのこと' };
  const returned = await node.mutate('returnVisitRecord', back, { as: partner.subject, at: at(3, '08:10') }, SHOWN);
  t.strictSame(returned.visit, { status: 'RETURNED', cancellation: null, fee: { delegationFeeYen: FEE_YEN } });
  t.strictSame(await tasks(partner, at(3, '08:10'), ...kinds), []);
  t.match(await tasks(first, at(3, '08:10'), ...kinds), [{ kind: 'RECORD_VISIT', visit: { id: visitId } }]);
  t.match((await record(first, visitId, [2, '08:00', '08:45'], at(3, '08:11'))).visit, {
    status: 'RECORDED',
    fee: { delegationFeeYen: FEE_YEN },
  });
  t.strictSame((await atDoor(visitId, 3, '08:02')).userErrors, [{ code: 'RECORD_STANDS', path: ['input', 'visitId'] }]);

  // Nobody opens again, and this time it stands, and is settled.
  const again = await taken(4);
  t.match((await atDoor(again.visitId, 4, '07:50', { reason: 'CLIENT_REFUSED' })).visit, { status: 'CANCELLED' });
  for (const [as, name, more] of [
    [partner, 'withdrawVisits', { reason: 'CLIENT_REQUEST' }],
    [first, 'releaseVisits', { reason: '発熱' }],
  ] as const) {
    const input = { delegationId: again.id, visitIds: [again.visitId], ...more };
    const late = await node.mutate(name, input, { as: as.subject, at: at(4, '08:10') });
    t.strictSame(late.userErrors[0]?.code, 'VISIT_STARTED', name);
  }
  const july = '2026-07-01T09:00:00+09:00';
  await momentAt(node, july).verify(partner, visitId, '電話で確認');
  const statement = await momentAt(node, july).close(networkId, partner, first, '2026-06');
  t.strictSame(statement?.subtotals, [{ netYen: FEE_YEN + FEE_YEN / 2 }]);
  const settled = await node.mutate(
    'returnVisitRecord',
    { visitId: again.visitId, reason: 'ご家族から連絡' },
    { as: partner.subject, at: july },
  );
  t.strictSame(settled.userErrors, [{ code: 'VISIT_SETTLED', path: ['input', 'visitId'] }]);
});

t.test('rule 22: punches that a telephone kept, of visits that were lost meanwhile', async (t) => {
  const { node, partner, first, second, taken, record, see, tasks } = await story(t);
  const begin = momentAt(node, '2026-06-01T10:00:00+09:00');
  const [hanako, jiro] = [
    await begin.caregiver(first, { name: '田中 花子', qualifications: ['INITIAL'] }, 'hanako'),
    await begin.caregiver(first, { name: '佐藤 次郎', qualifications: ['INITIAL'] }, 'jiro'),
  ];
  const assign = (visitId: string, caregiverId: string, now: string) =>
    momentAt(node, now).send(first, 'assignCaregiver', { visitId, caregiverId });
  /** What a caregiver's telephone sends at once, in a line a part. */
  const upload = async (
    as: string,
    day: number,
    visitId: string,
    times: Record<string, string>,
    caregiverId?: string,
  ) => {
    const punched = (time: string | undefined) =>
      time === undefined ? [] : [{ visitId, at: at(day, time), method: 'QR' }];
    const records = caregiverId === undefined ? [] : [{ visitId, caregiverId, ...RECORD }];
    const { data, errors } = await node.ask(
      `mutation ($input: UploadVisitsInput!) { uploadVisits(input: $input) { results {
        userErrors { code path } visit { status record { startedAt endedAt startMethod } }
      } } }`,
      { input: { starts: punched(times.start), ends: punched(times.end), records } },
      { as, at: at(day, '09:00') },
    );
    t.strictSame(errors, []);
    return data.uploadVisits.results.map(
      ({ userErrors: [error], visit }: { userErrors: { code: string }[]; visit: { status: string } | null }) =>
        error?.code ?? visit?.status ?? 'not shown',
    );
  };
  const times = { start: '07:25', end: '08:10' };
  const made = 'visit(id: $id) { record { startedAt endedAt startMethod } caregiver { id } }';
  const madeOf = async (visitId: string, day: number) =>
    (await see(partner, `query ($id: ID!) { ${made} }`, visitId, at(day, '09:01'))).visit;
  const punchedTimes = (day: number) => ({
    startedAt: at(day, '07:25').replace('+', '.000+'),
    endedAt: at(day, '08:10').replace('+', '.000+'),
    startMethod: 'QR',
  });

  // Withdrawn at 7:30; first the punches, then, once it has been asked for, the record.
  const withdrawn = await taken(2);
  await assign(withdrawn.visitId, hanako.id, at(1, '10:20'));
  await withdrawn.withdrawn('07:30');
  t.strictSame(await upload('hanako', 2, withdrawn.visitId, times), ['CANCELLED', 'CANCELLED']);
  for (const as of [first, hanako])
    t.match(await tasks(as, at(2, '09:00'), 'RECORD_VISIT', 'VISIT_CANCELLED'), [
      { kind: 'RECORD_VISIT', visit: { id: withdrawn.visitId } },
    ]);
  t.strictSame(await upload('hanako', 2, withdrawn.visitId, {}, hanako.id), ['RECORDED']);
  t.strictSame(await madeOf(withdrawn.visitId, 2), { record: punchedTimes(2), caregiver: { id: hanako.id } });

  // Handed back, and nobody had it at its start.
  const released = await taken(3);
  await assign(released.visitId, hanako.id, at(2, '10:20'));
  await released.released('07:30');
  t.strictSame(await upload('hanako', 3, released.visitId, times, hanako.id), ['CANCELLED', 'CANCELLED', 'RECORDED']);
  t.strictSame(await madeOf(released.visitId, 3), { record: punchedTimes(3), caregiver: { id: hanako.id } });

  // Handed back, and another office has it.
  const passedOn = await taken(4);
  await assign(passedOn.visitId, hanako.id, at(3, '10:20'));
  await passedOn.released('07:30');
  await momentAt(node, at(4, '07:40')).accept(second, passedOn.id);
  const kept = ['VISITS_ALREADY_ALLOCATED', 'VISITS_ALREADY_ALLOCATED'];
  t.strictSame(await upload('hanako', 4, passedOn.visitId, times), kept);
  t.match(await tasks(first, at(4, '09:00'), 'RECORD_VISIT'), [{ kind: 'RECORD_VISIT', visit: null }]);
  const head = await node.store.head();
  t.strictSame(await upload('hanako', 4, passedOn.visitId, times), kept, 'sent once more');
  t.equal(await node.store.head(), head);
  t.strictSame(await upload('hanako', 4, passedOn.visitId, {}, hanako.id), ['VISITS_ALREADY_ALLOCATED']);
  t.strictSame(await tasks(first, at(4, '09:00'), 'RECORD_VISIT'), []);
  const shown = `query ($id: ID!) { visit(id: $id) { status exceptions { detail } history { summary actor } } }`;
  const [ofPartner, ofSecond] = [
    (await see(partner, shown, passedOn.visitId, at(4, '09:00'))).visit,
    (await see(second, shown, passedOn.visitId, at(4, '09:00'))).visit,
  ];
  t.equal(ofPartner.status, 'SCHEDULED');
  t.match(ofPartner.exceptions[0].detail, '開始：6月4日 07:25\n終了：6月4日 08:10');
  const keeping = ({ history }: { history: { summary: string; actor: string }[] }) =>
    history.filter(({ summary }) => summary.startsWith('返上した事業所の打刻を保管')).map(({ actor }) => actor);
  t.strictSame([keeping(ofPartner).length, keeping(ofSecond)], [2, ['システム', 'システム']]);
  t.equal((await record(second, passedOn.visitId, [4, '08:00', '08:45'], at(4, '09:02'))).visit?.status, 'RECORDED');

  // Another caregiver is to go, when the first had begun; and when not.
  const replaced = await taken(5);
  await assign(replaced.visitId, hanako.id, at(4, '10:20'));
  await assign(replaced.visitId, jiro.id, at(5, '07:30'));
  t.strictSame(await upload('hanako', 5, replaced.visitId, { start: '07:31' }), ['CAREGIVER_REPLACED']);
  t.strictSame(await upload('hanako', 5, replaced.visitId, times, hanako.id), ['not shown', 'not shown', 'RECORDED']);
  t.strictSame(await madeOf(replaced.visitId, 5), { record: punchedTimes(5), caregiver: { id: hanako.id } });
  t.strictSame(
    await upload('jiro', 5, replaced.visitId, { start: '08:00' }),
    ['ALREADY_PUNCHED'],
    'answered, not unknown',
  );
});
