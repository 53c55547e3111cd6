import { randomUUID } from 'node:crypto';
import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const RESULTS = 'position results { id visitId commandId userErrors { code path } visit { status caregiver { id } } }';
const TASKS = [{ code: 'MEAL_ASSISTANCE', outcome: 'DONE' }];

interface Result {
  readonly visitId: string;
  readonly commandId: string | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
  readonly visit: { readonly status: string; readonly caregiver: { readonly id: string } | null } | null;
}
/** What became of each part, in a line. */
const linesOf = (results: readonly Result[]): string[] =>
  results.map(({ userErrors: [error], visit }) =>
    error ? `${error.code} ${error.path.join('.')}` : (visit?.status ?? 'nobody had it'),
  );

t.test('several visits at once: each part succeeds or fails by itself (contract, part 5)', async (t) => {
  const node = await startNode(t);
  const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [assist, other] = assists;
  if (!assist || !other) throw new Error('two assist offices');
  const begin = momentAt(node, '2026-06-01T10:00:00+09:00');
  const person = await begin.caregiver(assist, { name: '田中 花子', qualifications: ['INITIAL'] }, 'hanako');
  const delegated = async (days: readonly number[], to = assist) => {
    const visits = days.map((day) => visitOn(`2026-06-${String(day).padStart(2, '0')}`, 10));
    const { id, visits: made } = await begin.request(partner, { clientId, visits, rounds: [{ officeIds: [to.id] }] });
    return { id, visitIds: made.map(({ visitId }) => visitId) };
  };
  const held = await delegated([10, 11, 12]);
  await begin.accept(assist, held.id);
  const [first = '', second = '', third = ''] = held.visitIds;
  const others = await delegated([13], other);
  await begin.accept(other, others.id);
  const [another = ''] = others.visitIds;

  const sent = async (name: string, input: Record<string, unknown>, as: string, at: string) => {
    const query = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
      ${name}(input: $input) { userErrors { code } ${RESULTS} } }`.replace('VerifyVisitsInput', 'VisitsInput');
    return node.ask(query, { input }, { as, at: `2026-06-${at}:00+09:00` });
  };
  const resultsOf = async (...args: Parameters<typeof sent>): Promise<Result[]> => {
    const { data, errors } = await sent(...args);
    t.strictSame(errors, []);
    const [payload] = Object.values(data) as { userErrors: unknown[]; results: Result[] }[];
    t.strictSame(payload?.userErrors, []);
    return payload?.results ?? [];
  };
  /** Whether sending the same once more is answered alike and writes nothing. */
  const repeats = async (...args: Parameters<typeof sent>): Promise<void> => {
    const before = await node.app.store.head();
    const [one, two] = [await sent(...args), await sent(...args)];
    t.strictSame(one.data, two.data);
    t.equal(await node.app.store.head(), before, 'nothing is written');
  };

  await t.test(
    'assignCaregiverToVisits: what is unknown or of another office says so, the rest is assigned',
    async (t) => {
      const visitIds = [first, randomUUID(), second, another, third];
      const input = { visitIds, caregiverId: person.id, commandId: randomUUID() };
      const results = await resultsOf('assignCaregiverToVisits', input, assist.subject, '01T10:05');
      t.strictSame(linesOf(results), [
        'SCHEDULED',
        'NOT_FOUND input.visitIds.1',
        'SCHEDULED',
        'NOT_FOUND input.visitIds.3',
        'SCHEDULED',
      ]);
      t.strictSame(
        results.map(({ visitId, commandId }) => [visitId, commandId]),
        visitIds.map((visitId) => [visitId, input.commandId]),
      );
      t.equal(results[0]?.visit?.caregiver?.id, person.id);
      await repeats('assignCaregiverToVisits', input, assist.subject, '01T10:05');
    },
  );

  await t.test('rule 5: nothing is done where a part is malformed, or the role may not do it at all', async (t) => {
    const before = await node.app.store.head();
    const wrong = { visitIds: [first, 'x'], caregiverId: person.id };
    const malformed = await sent('assignCaregiverToVisits', wrong, assist.subject, '01T10:06');
    t.strictSame(malformed.errors[0]?.extensions.path, ['input', 'visitIds', '1']);
    const tooMany = { visitIds: Array.from({ length: 101 }, () => randomUUID()) };
    const refused = await sent('verifyVisits', tooMany, partner.subject, '01T10:06');
    t.strictSame(
      [refused.errors[0]?.extensions.code, refused.errors[0]?.extensions.path],
      ['BAD_USER_INPUT', ['input', 'visitIds']],
    );
    const starts = Array.from({ length: 51 }, () => ({
      visitId: randomUUID(),
      at: '2026-06-10T10:00:00+09:00',
      method: 'QR',
    }));
    t.equal(
      (await sent('uploadVisits', { starts }, 'hanako', '01T10:06')).errors[0]?.extensions.code,
      'BAD_USER_INPUT',
    );
    const two = {
      starts: starts.slice(0, 26),
      ends: starts.slice(26).map((one) => ({ ...one, visitId: randomUUID() })),
    };
    t.equal((await sent('uploadVisits', two, 'hanako', '01T10:06')).errors[0]?.extensions.code, 'BAD_USER_INPUT');
    for (const [name, as] of [
      ['verifyVisits', 'hanako'],
      ['verifyVisits', 'admin'],
    ] as const)
      t.equal((await sent(name, { visitIds: [first] }, as, '01T10:06')).errors[0]?.extensions.code, 'FORBIDDEN', as);
    t.equal(await node.app.store.head(), before);
  });

  await t.test('rule 23: uploadVisits sends what a telephone kept, a visit at a time, safe to repeat', async (t) => {
    const punched = (visitId: string, day: number, time: string) => ({
      visitId,
      at: `2026-06-${day}T${time}:00+09:00`,
      method: 'QR',
      commandId: randomUUID(),
    });
    const record = (visitId: string) => ({ visitId, caregiverId: person.id, tasks: TASKS, commandId: randomUUID() });
    // The second visit has no end: its record is refused, and the third is not its own.
    const input = {
      starts: [punched(second, 11, '10:01'), punched(first, 10, '10:00')],
      ends: [punched(first, 10, '10:45')],
      records: [record(first), record(another), record(second)],
    };
    const results = await resultsOf('uploadVisits', input, 'hanako', '11T10:30');
    t.strictSame(
      results.map(({ visitId }) => visitId),
      [second, second, first, first, first, another],
      'a visit at a time',
    );
    t.strictSame(linesOf(results), [
      'IN_PROGRESS',
      'TIME_MISSING input.records.2.endedAt',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'RECORDED',
      'NOT_FOUND input.records.1.visitId',
    ]);
    t.strictSame(
      results.map(({ commandId }) => commandId),
      [input.starts[0], input.records[2], input.starts[1], input.ends[0], input.records[0], input.records[1]].map(
        (part) => part?.commandId,
      ),
    );
    await repeats('uploadVisits', input, 'hanako', '11T10:30');
  });

  await t.test('verifyVisits', async (t) => {
    const results = await resultsOf('verifyVisits', { visitIds: [first, third, another] }, partner.subject, '11T19:00');
    t.strictSame(linesOf(results), ['VERIFIED', 'NOT_RECORDED input.visitIds.1', 'NOT_RECORDED input.visitIds.2']);
    const byAssist = await resultsOf('verifyVisits', { visitIds: [first] }, assist.subject, '11T19:00');
    t.strictSame(linesOf(byAssist), ['FORBIDDEN input.visitIds.0']);
  });

  await t.test('withdrawClientVisits: all that has not started, over all delegations', async (t) => {
    const free = await delegated([14, 20]);
    const reason = 'ADMITTED';
    const span = { clientId, from: '2026-06-01T00:00:00+09:00', to: '2026-06-15T00:00:00+09:00', reason };
    const foreign = await sent('withdrawClientVisits', span, assist.subject, '12T09:00');
    t.equal(foreign.errors[0]?.extensions.code, 'FORBIDDEN');
    const backwards = { ...span, to: '2026-05-01T00:00:00+09:00' };
    const wrong = await sent('withdrawClientVisits', backwards, partner.subject, '12T09:00');
    t.strictSame(wrong.errors[0]?.extensions.path, ['input', 'to']);
    const input = { ...span, commandId: randomUUID() };
    const results = await resultsOf('withdrawClientVisits', input, partner.subject, '12T09:00');
    t.strictSame(
      results.map(({ visitId }) => visitId).sort(),
      [third, another, free.visitIds[0]].sort(),
      'neither what was made, nor what began, nor what lies behind',
    );
    t.strictSame(linesOf(results).sort(), ['CANCELLED', 'CANCELLED', 'nobody had it']);
    await repeats('withdrawClientVisits', input, partner.subject, '12T09:00');
    const { data } = await node.ask(
      'query ($id: ID!) { delegation(id: $id) { visits { state } } }',
      { id: free.id },
      { as: partner.subject },
    );
    t.strictSame(data.delegation.visits, [{ state: 'WITHDRAWN' }, { state: 'FREE' }]);
    const rest = await resultsOf(
      'withdrawClientVisits',
      { clientId, from: span.from, reason },
      partner.subject,
      '12T09:05',
    );
    t.equal(rest.length, 4, 'without an end: the last one too');
  });
});
