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
