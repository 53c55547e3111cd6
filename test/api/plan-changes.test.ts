import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

const at = (day: number, time: string): string => `2026-06-${String(day).padStart(2, '0')}T${time}:00+09:00`;
/** A plan as the API answers it. */
const plan = (day: number, start: string, end: string) => ({
  plannedStart: `2026-06-${String(day).padStart(2, '0')}T${start}:00.000+09:00`,
  plannedEnd: `2026-06-${String(day).padStart(2, '0')}T${end}:00.000+09:00`,
});
/** 45 minutes: 387 units × 11.40 = 4,411 yen, 60 minutes: 567 units = 6,463 yen, of which 80 %. */
const FEE_YEN = { 45: 3528, 60: 5170 } as const;
const VISIT = 'visit { status plannedStart plannedEnd fee { delegationFeeYen } openChange { id answerBy } }';

type Person = { readonly subject: string };

const storyOn = (node: HttpNode, network: Awaited<ReturnType<typeof buildSmallNetwork>>) => {
  const { partner, assists, clientId } = network;
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  /** A visit of 45 minutes from 10:00, which the first office has taken the day before. */
  const taken = async (day: number, start = '10:00') => {
    const { id, visits } = await momentAt(node, at(day - 1, '09:00')).request(partner, {
      clientId,
      visits: [visitFrom(at(day, start))],
      rounds: [{ officeIds: [first.id] }, { officeIds: [second.id], windowMinutes: 4_320 }],
    });
    const [visitId = ''] = visits.map((visit) => visit.visitId);
    await momentAt(node, at(day - 1, '09:10')).accept(first, id);
    return { id, visitId };
  };
  const sends = (as: Person, now: string, name: string, input: Record<string, unknown>, selection = VISIT) =>
    node.mutate(name, input, { as: as.subject, at: now }, selection);
  const propose = (as: Person, now: string, visitId: string, changes: Record<string, unknown>) =>
    sends(as, now, 'proposeVisitChange', { visitId, reason: '通院が入ったため', ...changes });
  const answer = (as: Person, now: string, visitId: string, changeId: string, agree = true) =>
    sends(as, now, 'answerVisitChange', { visitId, changeId, agree });
  const ask = async (as: Person, now: string, query: string, variables: Record<string, unknown>) =>
    (await node.ask(query, variables, { as: as.subject, at: now })).data;
  const tasks = async (as: Person, now: string, ...kinds: string[]) => {
    const query = `query ($kinds: [TaskKind!]) { viewer { tasks(kinds: $kinds) { edges { node {
      kind dueAt since visit { id }
    } } } } }`;
    const { viewer } = await ask(as, now, query, { kinds });
    return viewer.tasks.edges.map((edge: { node: object }) => edge.node);
  };
  return { ...network, node, first, second, taken, sends, propose, answer, ask, tasks };
};
const story = async (t: Parameters<typeof startNode>[0]) => {
  const node = await startNode(t);
  return storyOn(node, await buildSmallNetwork(node, '2026-06-01'));
};

t.test('rule 22: a visit is moved and lengthened by agreement, and the delegation follows', async (t) => {
  const { partner, first, taken, propose, answer, ask, tasks } = await story(t);
  const { id, visitId } = await taken(3);
  const moved = { minutes: 60, plannedStart: at(3, '14:00'), plannedEnd: at(3, '15:00') };
  const proposed = await propose(partner, at(2, '10:00'), visitId, moved);
  const { openChange, ...before } = proposed.visit;
  t.strictSame(proposed.userErrors, []);
  t.equal(openChange.answerBy, plan(3, '10:00', '').plannedStart, 'the earlier of the two starts');
  t.strictSame(before, { status: 'SCHEDULED', ...plan(3, '10:00', '10:45'), fee: { delegationFeeYen: FEE_YEN[45] } });

  const waiting = { dueAt: plan(3, '10:00', '').plannedStart, since: plan(2, '10:00', '').plannedStart };
  t.strictSame(await tasks(first, at(2, '10:05'), 'ANSWER_VISIT_CHANGE'), [
    { kind: 'ANSWER_VISIT_CHANGE', ...waiting, visit: { id: visitId } },
  ]);
  t.strictSame(await tasks(partner, at(2, '10:05'), 'ANSWER_VISIT_CHANGE'), []);
  const read = `query ($id: ID!) { visit(id: $id) { openChange {
    id proposedBy { id } proposedAt service minutes physicalMinutes plannedStart plannedEnd reason answerBy
  } } }`;
  t.strictSame((await ask(first, at(2, '10:05'), read, { id: visitId })).visit.openChange, {
    id: openChange.id,
    proposedBy: { id: partner.id },
    proposedAt: waiting.since,
    service: 'PHYSICAL_CARE',
    minutes: 60,
    physicalMinutes: null,
    ...plan(3, '14:00', '15:00'),
    reason: '通院が入ったため',
    answerBy: waiting.dueAt,
  });

  const agreed = await answer(first, at(2, '10:10'), visitId, openChange.id);
  t.strictSame(agreed.userErrors, []);
  t.strictSame(agreed.visit, {
    status: 'SCHEDULED',
    ...plan(3, '14:00', '15:00'),
    fee: { delegationFeeYen: FEE_YEN[60] },
    openChange: null,
  });
  const delegated = `query ($id: ID!) { delegation(id: $id) {
    status visits { visitId minutes plannedStart plannedEnd } history { type }
  } }`;
  const { delegation } = await ask(partner, at(2, '10:10'), delegated, { id });
  t.strictSame(delegation.visits, [{ visitId, minutes: 60, ...plan(3, '14:00', '15:00') }]);
  t.equal(delegation.history.at(-1).type, 'VisitPlanChanged');
  t.strictSame(await tasks(first, at(2, '10:10'), 'ANSWER_VISIT_CHANGE'), []);
  t.strictSame(await tasks(partner, at(2, '10:10'), 'VISIT_CHANGED'), [
    {
      kind: 'VISIT_CHANGED',
      dueAt: plan(3, '14:00', '').plannedStart,
      since: plan(2, '10:10', '').plannedStart,
      visit: { id: visitId },
    },
  ]);
});

t.test(
  'rules 22, 47: who is elsewhere at the new time is not sent; declined and unanswered, the old plan stands',
  async (t) => {
    const { node, networkId, partner, first, taken, sends, propose, answer, ask, tasks } = await story(t);
    const { visitId } = await taken(3);
    const then = momentAt(node, at(2, '09:20'));
    const personal = { name: '別の利用者', address: '架空町9' };
    const clientId = await then.client(networkId, partner, { code: 'C-2', area: '架空町', personal }, '同意書');
    const rounds = [{ officeIds: [first.id] }];
    const other = await then.request(partner, { clientId, visits: [visitFrom(at(3, '14:00'))], rounds });
    const otherId = other.visits[0]?.visitId ?? '';
    await momentAt(node, at(2, '09:30')).accept(first, other.id);
    for (const id of [visitId, otherId])
      await sends(first, at(2, '09:40'), 'assignCaregiver', { visitId: id, caregiverId: first.caregiverId });
    const moved = (time: string, end: string) => ({ plannedStart: at(3, time), plannedEnd: at(3, end) });
    const changeOf = async (now: string, changes: Record<string, unknown>): Promise<string> =>
      (await propose(partner, now, visitId, changes)).visit.openChange.id;
    const caregivers = async (now: string) => {
      const query =
        'query ($a: ID!, $b: ID!) { a: visit(id: $a) { caregiver { id } } b: visit(id: $b) { caregiver { id } } }';
      return ask(first, now, query, { a: visitId, b: otherId });
    };

    await answer(first, at(2, '10:10'), visitId, await changeOf(at(2, '10:00'), moved('11:00', '11:45')), false);
    const told = { kind: 'CHANGE_NOT_AGREED', dueAt: plan(3, '10:00', '').plannedStart, visit: { id: visitId } };
    t.match(await tasks(partner, at(2, '10:11'), 'CHANGE_NOT_AGREED'), [told]);
    t.strictSame(await caregivers(at(2, '10:12')), {
      a: { caregiver: { id: first.caregiverId } },
      b: { caregiver: { id: first.caregiverId } },
    });

    await answer(first, at(2, '10:30'), visitId, await changeOf(at(2, '10:20'), moved('14:15', '15:00')));
    t.strictSame(await caregivers(at(2, '10:31')), {
      a: { caregiver: null },
      b: { caregiver: { id: first.caregiverId } },
    });
    t.match(await tasks(first, at(2, '10:31'), 'ASSIGN_CAREGIVER'), [{ visit: { id: visitId } }]);

    await changeOf(at(2, '10:40'), moved('16:00', '16:45'));
    const lapsed = await ask(
      partner,
      at(3, '14:15'),
      'query ($id: ID!) { visit(id: $id) { plannedStart openChange { id } } }',
      {
        id: visitId,
      },
    );
    t.strictSame(lapsed.visit, { plannedStart: plan(3, '14:15', '').plannedStart, openChange: null });
  },
);

t.test('rule 28: after the record, by a stranger, on a day without terms, over the month’s end', async (t) => {
  const { node, networkId, partner, first, second, taken, sends, propose, answer, ask, tasks } = await story(t);
  const codesOf = ({ userErrors }: { userErrors: readonly { code: string; path: readonly string[] }[] }) =>
    userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
  const changeId = async (...asked: Parameters<typeof propose>): Promise<string> => {
    const { userErrors, visit } = await propose(...asked);
    t.strictSame(userErrors, []);
    return visit.openChange.id;
  };
  const { visitId } = await taken(3);

  await t.test('a stranger can neither propose nor answer, and nothing is written', async (t) => {
    const id = await changeId(partner, at(2, '10:00'), visitId, { minutes: 60, plannedEnd: at(3, '11:00') });
    const head = await node.store.head();
    const longer = { minutes: 75, plannedEnd: at(3, '11:15') };
    await t.rejects(propose(second, at(2, '10:01'), visitId, longer), /NOT_FOUND.*visitId/);
    await t.rejects(answer(second, at(2, '10:01'), visitId, id), /NOT_FOUND.*visitId/);
    t.match(codesOf(await answer(partner, at(2, '10:01'), visitId, id)), [/^OWN_PROPOSAL /]);
    t.equal(await node.store.head(), head);
    await answer(first, at(2, '10:05'), visitId, id, false);
  });

  await t.test('after the record the fee follows what is agreed, and what differed no longer does', async (t) => {
    const record = {
      visitId,
      caregiverId: first.caregiverId,
      startedAt: at(3, '10:00'),
      endedAt: at(3, '11:00'),
      tasks: [{ code: 'MEAL_ASSISTANCE', outcome: 'DONE' }],
    };
    await sends(first, at(3, '11:05'), 'recordVisit', record);
    const read = `query ($id: ID!) { visit(id: $id) {
      status fee { delegationFeeYen } exceptions { code resolvedAt } history { type summary } } }`;
    const open = async (now: string) => {
      const { visit } = await ask(partner, now, read, { id: visitId });
      const codes: readonly { code: string; resolvedAt: string | null }[] = visit.exceptions;
      return { ...visit, codes: codes.filter((one) => one.resolvedAt === null).map(({ code }) => code) };
    };
    t.ok((await open(at(3, '11:06'))).codes.includes('DURATION_DIFFERS'));
    const id = await changeId(first, at(3, '11:10'), visitId, { minutes: 60, plannedEnd: at(3, '11:00') });
    await answer(partner, at(3, '11:20'), visitId, id);
    const after = await open(at(3, '11:21'));
    t.notOk(after.codes.includes('DURATION_DIFFERS'));
    t.strictSame([after.status, after.fee], ['RECORDED', { delegationFeeYen: FEE_YEN[60] }]);
    const said = after.history.filter(({ type }: { type: string }) => type === 'VisitChangeAnswered');
    t.strictSame(
      said.map(({ summary }: { summary: string }) => summary).sort(),
      ['予定の変更に回答（合意）', '予定の変更に回答（辞退）'],
      'a history entry says whether it was agreed',
    );
    const shorter = await changeId(first, at(3, '11:30'), visitId, { minutes: 45, plannedEnd: at(3, '10:45') });
    await answer(partner, at(3, '11:40'), visitId, shorter, false);
    t.match(await tasks(first, at(4, '23:59'), 'CHANGE_NOT_AGREED'), [{ visit: { id: visitId } }]);
    t.strictSame(await tasks(first, at(5, '00:00'), 'CHANGE_NOT_AGREED'), [], 'nobody is left without care by it');
    await momentAt(node, at(5, '12:00')).verify(partner, visitId, '確認');
    const late = await propose(first, at(5, '12:05'), visitId, { minutes: 45, plannedEnd: at(3, '10:45') });
    t.strictSame(codesOf(late), ['RECORD_VERIFIED input.visitId']);
  });

  await t.test('moved over the month’s end, the other month’s ledger holds it', async (t) => {
    const { visitId } = await taken(30);
    const months = async (now: string): Promise<unknown[]> => {
      const line = (month: string) =>
        `visitLedger(month: "${month}", filter: { from: "2026-06-30" }) { totalCount totals { feeYen } }`;
      const query = `query ($id: ID!) { network(id: $id) { june: ${line('2026-06')} july: ${line('2026-07')} } }`;
      const { network } = await ask(partner, now, query, { id: networkId });
      return [network.june, network.july].map(({ totalCount, totals }) => [totalCount, totals.feeYen]);
    };
    const [none, one] = [
      [0, 0],
      [1, FEE_YEN[45]],
    ];
    t.strictSame(await months(at(29, '10:00')), [one, none]);
    const moved = { plannedStart: '2026-07-01T10:00:00+09:00', plannedEnd: '2026-07-01T10:45:00+09:00' };
    await answer(first, at(29, '10:20'), visitId, await changeId(partner, at(29, '10:10'), visitId, moved));
    t.strictSame(await months(at(29, '10:21')), [none, one]);
  });

  await t.test('to a day on which no terms are in force: TERMS_MISSING, and the plan stands', async (t) => {
    const { visitId } = await taken(30, '14:00');
    const { network } = await ask(
      partner,
      at(29, '11:00'),
      'query ($id: ID!, $a: ID!) { network(id: $id) { terms(assistOfficeId: $a) { id } } }',
      { id: networkId, a: first.id },
    );
    const ending = { termsId: network.terms[0].id, endsOn: '2026-07-01', reason: '終了' };
    t.strictSame((await sends(first, at(29, '11:00'), 'endTerms', ending, '')).userErrors, []);
    const moved = { plannedStart: '2026-07-02T14:00:00+09:00', plannedEnd: '2026-07-02T14:45:00+09:00' };
    const refused = await propose(partner, at(29, '11:10'), visitId, moved);
    t.match(codesOf(refused), [/^TERMS_MISSING /]);
    const standing = 'query ($id: ID!) { visit(id: $id) { plannedStart openChange { id } } }';
    t.strictSame((await ask(partner, at(29, '11:11'), standing, { id: visitId })).visit, {
      plannedStart: plan(30, '14:00', '').plannedStart,
      openChange: null,
    });
  });
});
