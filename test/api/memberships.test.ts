import t from 'tap';
import { inputTypeOf } from '../../scripts/api-client.ts';
import { noticesOf } from '../../scripts/notices.ts';
import { startNode } from '../support/http-node.ts';
import { BEGINNING } from '../support/notices.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const DAY = '2026-06-01';
const ADMIN = { as: 'admin' };
const VIEWER = '{ viewer { role office { id } caregivers { id } invitations { id } } }';
const codesOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors.map(({ code }) => code);
const LEDGER = `subscription ($id: ID!, $after: Cursor) {
  ledgerChanges(networkId: $id, after: $after) { entry { visitId status caregiver { id } } }
}`;

t.test('rule 47: a caregiver of two offices, from the invitation to the end of the second role', async (t) => {
  const node = await startNode(t);
  const { partner, assists, networkId, clientId } = await buildSmallNetwork(node, DAY);
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const moment = momentAt(node, `${DAY}T10:00:00+09:00`);
  await moment.caregiver(first, { name: '一' }, 'care');
  const viewer = async (): Promise<unknown> => (await node.ask(VIEWER, {}, { as: 'care' })).data.viewer;
  const before = await viewer();
  const { id } = await moment.caregiver(second, { name: '二' }, 'care');
  const invitations = [{ id: second.id }];
  t.strictSame(await viewer(), { ...(before as object), invitations }, 'an invitation gives no right');
  const listed = await node.ask(`{ office(id: "${second.id}") { members { subject } } }`, {}, { as: second.subject });
  t.strictSame(listed.data.office.members, [{ subject: second.subject }]);

  const rounds = [{ officeIds: [second.id] }];
  const request = await moment.request(partner, { clientId, visits: [visitOn('2026-06-02', 10)], rounds });
  await moment.accept(second, request.id);
  const visit = request.visits[0]?.visitId ?? '';
  await moment.assign(second, visit, { id });
  const seen = async (): Promise<unknown> =>
    (await node.ask(`{ visit(id: "${visit}") { id } }`, {}, { as: 'care' })).data.visit;
  t.equal(await seen(), null);
  t.strictSame(codesOf(await node.mutate('confirmMembership', { officeId: first.id }, { as: 'care' })), []);
  t.strictSame(codesOf(await node.mutate('confirmMembership', { officeId: partner.id }, { as: 'care' })), [
    'NOT_INVITED',
  ]);
  const member = 'member { subject role office { id } caregiver { id } }';
  const confirmed = await node.mutate('confirmMembership', { officeId: second.id }, { as: 'care' }, member);
  t.strictSame(confirmed.member, {
    subject: 'care',
    role: 'CAREGIVER',
    office: { id: second.id },
    caregiver: { id },
  });
  t.strictSame(await seen(), { id: visit });

  await t.test('acts for the office that holds the visit', async (t) => {
    const at = '2026-06-02T10:00:00+09:00';
    await node.mutate('startVisit', { visitId: visit, at, method: 'QR' }, { as: 'care', at });
    const [started] = (await node.store.read(`visit-${visit}`, 0)).filter(({ type }) => type === 'VisitStarted');
    t.equal(JSON.parse(String(started?.metadata)).actor.officeId, second.id);
  });

  await t.test('the open stream ends with the second role, which everybody may end by themselves', async (t) => {
    const stream = noticesOf(node, 'care', LEDGER, { id: networkId, after: BEGINNING });
    t.equal((await stream.next()).value.data.ledgerChanges.entry.visitId, visit);
    const refused = await node.ask(
      'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { userErrors { code } } }',
      { input: { subject: 'care', officeId: first.id, reason: '退職' } },
      { as: second.subject },
    );
    t.equal(refused.errors[0]?.extensions?.code, 'FORBIDDEN', 'another office’s is not for this one to end');
    const ended = { subject: 'care', officeId: second.id, reason: '退職' };
    t.strictSame(codesOf(await node.mutate('removeMember', ended, { as: 'care' })), []);
    let last: { errors?: readonly { extensions: { code: string } }[] } | undefined;
    for await (const notice of stream) last = notice;
    t.equal(last?.errors?.[0]?.extensions.code, 'FORBIDDEN');
    t.strictSame(await viewer(), before);
    t.equal(await seen(), null);
  });

  await t.test('after leftOn nothing of the office is seen', async (t) => {
    const [own] = (before as { caregivers: { id: string }[] }).caregivers;
    const visits = [visitOn('2026-06-03', 10)];
    const request = await momentAt(node).request(partner, { clientId, visits, rounds: [{ officeIds: [first.id] }] });
    await momentAt(node).accept(first, request.id);
    const visitId = request.visits[0]?.visitId ?? '';
    await momentAt(node).assign(first, visitId, { id: own?.id ?? '' });
    await momentAt(node).send(first, 'changeCaregiver', { caregiverId: own?.id, leftOn: '2026-06-03' });
    const ofNetwork = `{ visit(id: "${visitId}") { id } viewer { caregivers { id } networks { id } } }`;
    const shown = async (at: string) => (await node.ask(ofNetwork, {}, { as: 'care', at })).data;
    t.strictSame(await shown('2026-06-03T23:59:00+09:00'), {
      visit: { id: visitId },
      viewer: { caregivers: [own], networks: [{ id: networkId }] },
    });
    t.strictSame(await shown('2026-06-04T00:00:00+09:00'), {
      visit: null,
      viewer: { caregivers: [], networks: [] },
    });
  });
});

t.test('rule 47: the system and configured administrators are enrolled by nobody', async (t) => {
  const node = await startNode(t);
  const { partner } = await buildSmallNetwork(node, DAY, 1);
  for (const subject of ['process', 'survey', 'admin']) {
    const enrolled = { subject, role: 'COORDINATOR', officeId: partner.id };
    t.strictSame(codesOf(await node.mutate('enrollMember', enrolled, ADMIN)), ['ADMIN_SUBJECT'], subject);
  }
  // Whoever the issuer calls so.
  for (const as of ['process', 'survey']) {
    const { errors } = await node.ask('{ viewer { role } }', {}, { as });
    t.equal(errors[0]?.extensions.code, 'FORBIDDEN', as);
    t.equal((await node.ask(`{ office(id: "${partner.id}") { id } }`, {}, { as })).data?.office ?? null, null, as);
  }
});

t.test('rule 47: no answer to an office tells who is enrolled elsewhere, and in what', async (t) => {
  const node = await startNode(t);
  const { partner, assists, networkId } = await buildSmallNetwork(node, DAY);
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const moment = momentAt(node);
  await moment.caregiver(first, { name: '一' }, 'care');
  await moment.caregiver(first, { name: '二' }, 'gone');
  await node.mutate('removeMember', { subject: 'gone', reason: '退職' }, { as: first.subject });
  await node.mutate('appointToNetwork', { networkId, subject: 'auditor', role: 'AUDITOR' }, ADMIN);
  await node.mutate('enrollMember', { subject: 'second', role: 'COORDINATOR', officeId: partner.id }, ADMIN);
  const subjects = ['nobody', 'care', 'gone', 'auditor', 'second', partner.subject, first.subject];
  const { id: caregiverId } = await moment.caregiver(second, { name: '三' });
  const asks: readonly (readonly [string, Record<string, unknown>])[] = [
    ['removeMember', { reason: '退職' }],
    ['removeMember', { officeId: first.id, reason: '退職' }],
    ['removeMember', { officeId: partner.id, reason: '退職' }],
    ['appointToNetwork', { networkId, role: 'AUDITOR' }],
    ['dismissFromNetwork', { networkId, reason: '終了' }],
    ['enrollMember', { role: 'AUDITOR' }],
    ['enrollMember', { role: 'COORDINATOR' }],
    ['enrollMember', { role: 'COORDINATOR', officeId: first.id }],
    ['enrollMember', { role: 'CAREGIVER', officeId: second.id }],
    ['enrollMember', { role: 'CAREGIVER', officeId: second.id, caregiverId: first.caregiverId }],
    // What succeeds reads the same too; the last of them is refused to all alike.
    ['enrollMember', { role: 'CAREGIVER', officeId: second.id, caregiverId, name: '名' }],
    ['enrollMember', { role: 'COORDINATOR', officeId: second.id, name: '名' }],
    ['removeMember', { reason: '退職' }],
    ['removeMember', { reason: '退職' }],
  ];
  const payload = (name: string) => (/Network$/.test(name) ? '' : 'member { subject name role office { id } }');
  for (const [name, input] of asks) {
    const answers = new Map<string, string[]>();
    for (const subject of subjects) {
      const mutation = `mutation ($input: ${inputTypeOf(name)}!) {
        ${name}(input: $input) { userErrors { code message path } ${payload(name)} }
      }`;
      const { status, data, errors } = await node.ask(
        mutation,
        { input: { ...input, subject } },
        { as: second.subject },
      );
      const answer = JSON.stringify({ status, data, errors }).replaceAll(`"${subject}"`, '"…"');
      answers.set(answer, [...(answers.get(answer) ?? []), subject]);
    }
    t.equal(answers.size, 1, `${name} ${JSON.stringify(input)}: ${JSON.stringify([...answers])}`);
  }
});

t.test('rule 49: an office enrols a person so often and no more, wherever else they are', async (t) => {
  const node = await startNode(t);
  const { partner, assists } = await buildSmallNetwork(node, DAY, 1);
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  await node.mutate('enrollMember', { subject: 'elsewhere', role: 'COORDINATOR', officeId: assist.id }, ADMIN);
  const outcomes = async (subject: string): Promise<string[][]> => {
    const codes: string[][] = [];
    for (let n = 1; n <= 101; n += 1) {
      const input = { subject, name: `名${n}`, role: 'COORDINATOR', officeId: partner.id };
      codes.push(codesOf(await node.mutate('enrollMember', input, { as: partner.subject })));
    }
    return codes;
  };
  const expected = [...Array.from({ length: 100 }, () => []), ['TOO_MANY_CHANGES']];
  t.strictSame(await outcomes('nobody'), expected);
  t.strictSame(await outcomes('elsewhere'), expected);
});

t.test('rule 48: of two coordinators who remove each other at once one stays, in whichever way', async (t) => {
  const node = await startNode(t);
  const { partner } = await buildSmallNetwork(node, DAY, 1);
  const caregiver = await momentAt(node).caregiver(partner, { name: '兼務' });
  const asCaregiver = { role: 'CAREGIVER', officeId: partner.id, caregiverId: caregiver.id };
  const ways = {
    removeMember: (subject: string) => ({ subject, reason: '退職' }),
    enrollMember: (subject: string) => ({ subject, ...asCaregiver }),
  };
  for (const [name, inputOf] of Object.entries(ways)) {
    for (let n = 1; n <= 5; n += 1) {
      for (const subject of [partner.subject, 'second']) {
        const enrolled = { subject, role: 'COORDINATOR', officeId: partner.id };
        await node.mutate('enrollMember', enrolled, ADMIN);
      }
      const outcomes = await Promise.all([
        node.mutate(name, inputOf('second'), { as: partner.subject }).then(codesOf, () => ['FORBIDDEN']),
        node.mutate(name, inputOf(partner.subject), { as: 'second' }).then(codesOf, () => ['FORBIDDEN']),
      ]);
      t.match(outcomes.flat(), [/^(LAST_COORDINATOR|FORBIDDEN)$/], `${name}, ${n}`);
      t.equal(outcomes.flat().length, 1);
      const office = `{ office(id: "${partner.id}") { members { role } } }`;
      const { members } = (await node.ask(office, {}, ADMIN)).data.office;
      t.equal(members.filter(({ role }: { role: string }) => role === 'COORDINATOR').length, 1, `${name}, ${n}`);
    }
  }
});

t.test('rule 48: an office without a coordinator is a task of the administrators until it has one', async (t) => {
  const node = await startNode(t);
  const { partner } = await buildSmallNetwork(node, DAY, 1);
  const tasks = async (): Promise<unknown> => {
    const { data } = await node.ask(
      '{ viewer { tasks { edges { node { kind network { id } office { id } } } } } }',
      {},
      ADMIN,
    );
    return data.viewer.tasks.edges.map(({ node: task }: { node: unknown }) => task);
  };
  t.strictSame(await tasks(), []);
  await node.mutate('removeMember', { subject: partner.subject, reason: '退職' }, ADMIN);
  t.strictSame(await tasks(), [{ kind: 'OFFICE_WITHOUT_COORDINATOR', network: null, office: { id: partner.id } }]);
  await momentAt(node).coordinator(partner, 'next', '後任');
  t.strictSame(await tasks(), []);
});
