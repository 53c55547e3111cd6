import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { visitFrom } from '../scripts/network-builder.ts';
import { providerNumberWith } from '../scripts/provider-number.ts';
import { startServer } from '../scripts/server-process.ts';
import { addMinutes, toInstant } from '../src/domain/calendar.ts';
import type { StoredEvent } from '../src/store/event-store.ts';
import { startPglite } from './support/pglite-server.ts';
import type { Site } from './support/site.ts';
import { buildSmallNetwork, momentAt, type SmallNetwork, visitOn } from './support/small-network.ts';
import { startStandIn, startTwoProcesses, type TwoNodes } from './support/two-nodes.ts';

const shared = await startPglite(t);
const OFFICE = 'query ($id: ID!) { office(id: $id) { name } }';
const details = { municipality: '大田区', address: '架空町1', areaGrade: 'GRADE_1', services: ['DAILY_LIVING'] };
const officeInput = (key: string) => ({ ...details, providerNumber: providerNumberWith(key), name: key });
const statusOf = async (url: string): Promise<number> => (await fetch(`${url}/readyz`)).status;

/** Looks until it is so. */
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 30_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (Date.now() > end) throw new Error(`not within 30 s: ${what}`);
  }
};

const wholeLog = async ({ store }: TwoNodes): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  const head = await store.head();
  for await (const batch of store.subscribe(0, AbortSignal.timeout(10_000))) {
    events.push(...batch);
    if ((batch.at(-1)?.position ?? 0) >= head) break;
  }
  return events;
};

t.test('what was written at one node is read at another that is told its position', async (t) => {
  const nodes = await startTwoProcesses(t, { vault: shared });
  const [first, second] = nodes.urls.map(nodes.at);
  if (!first || !second) throw new Error('two nodes');
  for (let n = 0; n < 40; n += 1) {
    const [writes, reads] = n % 2 === 0 ? [first, second] : [second, first];
    const { office, position } = await writes.mutate(
      'registerOffice',
      officeInput(`o${n}`),
      { as: 'admin' },
      'office { id }',
    );
    const seen = await reads.ask(OFFICE, { id: office.id }, { as: 'admin', headers: { 'x-min-position': position } });
    t.strictSame(seen.data, { office: { name: `o${n}` } });
  }
  const beyond = await second.ask(
    OFFICE,
    { id: 'x' },
    { as: 'admin', headers: { 'x-min-position': String((await nodes.store.head()) + 1) } },
  );
  t.strictSame([beyond.status, beyond.errors[0]?.extensions.code], [503, 'UNAVAILABLE']);
  const wrong = await second.ask(OFFICE, { id: 'x' }, { as: 'admin', headers: { 'x-min-position': 'yesterday' } });
  t.strictSame([wrong.status, wrong.errors[0]?.extensions.code], [400, 'BAD_USER_INPUT']);
  const network = await buildSmallNetwork(nodes, '2026-06-01', 1);
  await crossings(t, nodes, network, first, second);
  await changesCross(t, nodes, network, first, second);
  await imports(t, nodes);
});

type Node = Pick<Site, 'ask' | 'mutate'>;

/** Two commands over one set, each at a node of its own, at once. */
const crossings = async (
  t: Test,
  nodes: TwoNodes,
  { partner, assists, clientId }: SmallNetwork,
  first: Node,
  second: Node,
): Promise<void> => {
  const rounds = [{ officeIds: assists.map(({ id }) => id), windowMinutes: 4_320 }];
  const as = { as: partner.subject };

  await t.test('rules 3, 9: of two requests that overlap the earlier in the log stands', async (t) => {
    const request = (node: Node, start: string) => {
      const input = { clientId, mode: 'DIRECT', visits: [visitFrom(start)], rounds };
      return node.mutate('requestDelegation', input, as, 'delegation { id }');
    };
    type Task = { node: { delegation: { id: string } } };
    const tasks = async (): Promise<string[]> => {
      const query =
        '{ viewer { tasks(kinds: [OVERLAPPING_REQUEST], first: 100) { edges { node { delegation { id } } } } } }';
      const { data } = await nodes.ask(query, {}, as);
      return data.viewer.tasks.edges.map(({ node }: Task) => node.delegation.id);
    };
    const isFree = async (id: string): Promise<boolean> => {
      const query = 'query ($id: ID!) { delegation(id: $id) { visits { state } } }';
      return (await nodes.ask(query, { id }, as)).data.delegation.visits[0].state === 'FREE';
    };
    const withdrawn: string[] = [];
    for (let day = 1; day <= 28 && withdrawn.length < 2; day += 1) {
      const on = `2099-06-${String(day).padStart(2, '0')}`;
      const both = await Promise.all([request(first, `${on}T10:00:00+09:00`), request(second, `${on}T10:30:00+09:00`)]);
      const made = both.filter(({ delegation }) => delegation !== null);
      const [stands, later] = made.sort((a, b) => Number(a.position) - Number(b.position));
      const refusals = both.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
      t.strictSame(refusals, later ? [] : ['VISITS_OVERLAP']);
      if (later) {
        withdrawn.push(later.delegation.id);
        await until('the later one is put right', async () => !(await isFree(later.delegation.id)));
      }
      t.ok(await isFree(stands.delegation.id), 'the earlier one stands');
    }
    t.strictSame((await tasks()).sort(), withdrawn.sort(), 'and each of the others is a task');
    t.ok(withdrawn.length > 0, `${withdrawn.length} crossed`);
  });

  await t.test('rule 48: an office whose coordinators both go at once has one left, or is a task', async (t) => {
    const moment = momentAt(nodes);
    const offices = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        const office = await moment.office(`one-${n}`);
        await moment.coordinator(office, `other-${n}`, '担当');
        return office.id;
      }),
    );
    const leave = (node: Node, subject: string) =>
      node.mutate('removeMember', { subject, reason: '退職' }, { as: subject });
    const left = await Promise.all(
      offices.map(async (_, n) => {
        const both = await Promise.all([leave(first, `one-${n}`), leave(second, `other-${n}`)]);
        return both.filter(({ userErrors }) => userErrors.length === 0).length;
      }),
    );
    const query = '{ viewer { tasks(kinds: [OFFICE_WITHOUT_COORDINATOR]) { edges { node { office { id } } } } } }';
    const { data } = await nodes.ask(query, {}, { as: 'admin' });
    type Task = { node: { office: { id: string } } };
    t.strictSame(
      data.viewer.tasks.edges.map(({ node }: Task) => node.office.id).sort(),
      offices.filter((_, n) => left[n] === 2).sort(),
      `${left.filter((count) => count === 2).length} of 6 crossed`,
    );
    t.ok(
      left.every((count) => count > 0),
      'one of the two may always go',
    );
  });
};

const MOST_TRIES = 20;
const WINDOW_MINUTES = 600;

/** A change of plan with a release, a transfer with a request: each at its own node, at once. */
const changesCross = async (
  t: Test,
  nodes: TwoNodes,
  { networkId, partner, assists }: SmallNetwork,
  first: Node,
  second: Node,
): Promise<void> => {
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const moment = momentAt(nodes);
  const clientOf = (code: string) => {
    const personal = { name: '利用者', address: '架空町8' };
    return moment.client(networkId, partner, { code, area: '架空町', personal }, '同意書');
  };
  const rounds = [{ officeIds: [assist.id], windowMinutes: WINDOW_MINUTES }];
  const ask = async (query: string, id: string) => (await nodes.ask(query, { id }, { as: partner.subject })).data;
  const codesOf = (...payloads: readonly { userErrors: readonly { code: string }[] }[]): string[] =>
    payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
  const tasks = async (
    kind: string,
  ): Promise<readonly { visit: { id: string } | null; delegation: { id: string } }[]> => {
    const query = `{ viewer { tasks(kinds: [${kind}], first: 100) {
      edges { node { visit { id } delegation { id } } } } } }`;
    const { data } = await nodes.ask(query, {}, { as: partner.subject });
    return data.viewer.tasks.edges.map(({ node }: { node: object }) => node);
  };

  await t.test('rule 22: a change agreed on with an office that hands the visit back: one plan', async (t) => {
    const clientId = await clientOf('C-10');
    const [before, after] = ['T10:00:00.000+09:00', 'T14:00:00.000+09:00'];
    const read = `query ($id: ID!) { visit(id: $id) { status plannedStart openChange { id } history { type }
      delegation { visits { plannedStart allocatedTo { id } } } } }`;
    let crossed = 0;
    for (let n = 1; n <= MOST_TRIES && crossed === 0; n += 1) {
      const day = `2099-07-${String(n).padStart(2, '0')}`;
      const { id, visits } = await moment.request(partner, { clientId, visits: [visitOn(day, 10)], rounds });
      const visitId = visits[0]?.visitId ?? '';
      await moment.accept(assist, id);
      const moved = { plannedStart: `${day}T14:00:00+09:00`, plannedEnd: `${day}T14:45:00+09:00` };
      const proposal = { visitId, reason: '通院のため', ...moved };
      const { visit } = await moment.send(partner, 'proposeVisitChange', proposal, 'visit { openChange { id } }');
      const as = { as: assist.subject };
      const answer = { visitId, changeId: visit.openChange.id, agree: true };
      const handedBack = { delegationId: id, visitIds: [visitId], reason: '急病のため' };
      const [answered, released] = await Promise.all([
        first.mutate('answerVisitChange', answer, as),
        second.mutate('releaseVisits', handedBack, as),
      ]);
      t.strictSame(codesOf(released), [], 'who cannot go can always say so');
      await until('the visit follows', async () => (await ask(read, visitId)).visit.status === 'RELEASED');
      const { visit: now } = await ask(read, visitId);
      const types: readonly string[] = now.history.map(({ type }: { type: string }) => type);
      const fellAway = types.includes('VisitChangeLapsed');
      const agreed = types.includes('VisitChangeAnswered') && !fellAway;
      t.strictSame([now.plannedStart, now.openChange], [`${day}${agreed ? after : before}`, null]);
      t.strictSame(now.delegation.visits, [{ plannedStart: now.plannedStart, allocatedTo: null }], 'one plan');
      if (codesOf(answered).length > 0 || !fellAway) continue;
      crossed += 1;
      const told = (await tasks('CHANGE_NOT_AGREED')).filter(({ visit }) => visit?.id === visitId);
      t.equal(told.length, 1, 'and the partner office is told');
    }
    t.ok(crossed > 0, 'they crossed');
  });

  await t.test('rule 9: a request for a day on which the client is another office’s by then', async (t) => {
    const next = await moment.office('next');
    await moment.join(networkId, next, 'PARTNER');
    const as = { as: partner.subject };
    let crossed: { readonly id: string; readonly accepted: readonly string[] } | null = null;
    for (let n = 1; n <= MOST_TRIES && crossed === null; n += 1) {
      const clientId = await clientOf(`C-2${n}`);
      const transfer = { clientId, toOfficeId: next.id, on: '2099-08-01', consentDocumentedBy: '同意書' };
      const request = { clientId, mode: 'DIRECT', visits: [visitOn('2099-08-05', 10)], rounds };
      const [moved, asked] = await Promise.all([
        first.mutate('transferClient', transfer, as),
        second.mutate('requestDelegation', request, as, 'delegation { id }'),
      ]);
      const refusals = codesOf(moved, asked);
      if (refusals.length > 0) {
        t.ok(['VISITS_STILL_DELEGATED', 'CLIENT_TRANSFERRED'].includes(refusals.join()), refusals.join());
        continue;
      }
      const { id } = asked.delegation;
      const accepting = { as: assist.subject };
      crossed = { id, accepted: codesOf(await nodes.mutate('acceptOffer', { delegationId: id }, accepting)) };
    }
    t.ok(crossed, 'they crossed');
    t.strictSame(crossed?.accepted, ['CLIENT_TRANSFERRED'], 'nobody can accept it');
    // These nodes' clock is the machine's, until a header moves it on.
    const later = { as: partner.subject, at: addMinutes(toInstant(Date.now()), 2 * WINDOW_MINUTES) };
    await nodes.ask('{ viewer { subject } }', {}, later);
    const isCalled = async () => (await tasks('CALL_OFFICES')).some(({ delegation }) => delegation.id === crossed?.id);
    await until('it is the telephone’s', isCalled);
  });
};

/** `npm run import` against a server with an issuer. */
const imports = async (t: Test, nodes: TwoNodes): Promise<void> => {
  const columns =
    '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,' +
    '電話番号,FAX番号,法人番号,法人の名称,事業所番号';
  const row = '131016,1,東京都,千代田区,架空介護,カクウカイゴ,訪問介護,東京都千代田区1-1,,35.7,139.7,,,,,1370200014';
  const file = join(t.testdir({ 'offices.csv': `${columns}\n${row}\n` }), 'offices.csv');
  const [url = ''] = nodes.urls;
  const token = await nodes.token('admin');
  const importing = async (options: readonly string[], environment: Record<string, string>): Promise<string> => {
    const given = ['scripts/import.ts', 'offices', file, '--url', url, ...options];
    const env = { ...nodes.environment(join(nodes.folders[0] ?? '', 'import')), ...environment };
    const child = spawn(process.execPath, given, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = await child.stdout.setEncoding('utf8').toArray();
    return lines.join('').split('\n', 1)[0] ?? '';
  };
  await t.test('rule 46: the import takes the issuer’s token by option or environment', async (t) => {
    t.match(await importing(['--token', token], {}), /^1 registered/);
    t.match(await importing([], { API_TOKEN: token }), /^0 registered/);
  });
};

t.test('processes run on both nodes and act once', async (t) => {
  const nodes = await startTwoProcesses(t, { vault: shared });
  const { partner, assists, clientId } = await buildSmallNetwork(nodes, '2026-06-01');
  const officeIds = assists.map(({ id }) => id);
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const at = (time: string) => `2026-06-01T${time}:00+09:00`;
  const moment = momentAt(nodes, at('10:00'));
  for (let day = 2; day < 12; day += 1) {
    const visits = [
      visitOn(`2026-06-${String(day).padStart(2, '0')}`, 10),
      visitOn(`2026-06-${String(day).padStart(2, '0')}`, 18),
    ];
    const rounds = officeIds.map((id) => ({ officeIds: [id], windowMinutes: 30 }));
    const { id } = await moment.request(partner, { clientId, visits, rounds });
    if (day % 2 === 0) await moment.accept(assist, id);
  }
  // The clock is moved at one node; the other, which shares it, meets what has fallen due as it
  // reads what the first has written.
  await nodes.ask('{ __typename }', {}, { as: 'admin', at: at('10:31') });
  await nodes.ask('{ __typename }', {}, { as: 'admin', at: at('12:00') });
  await nodes.ask('{ __typename }', {}, { as: 'admin', at: '2026-06-13T00:00:00+09:00' });
  const log = await wholeLog(nodes);
  const count = (type: string) => log.filter((event) => event.type === type).length;
  const counts = Object.fromEntries(
    [
      'VisitScheduled',
      'OfferMade',
      'OfferExpired',
      'DelegationEscalated',
      'DelegationCompleted',
      'VisitsWithdrawn',
    ].map((type) => [type, count(type)]),
  );
  t.strictSame(counts, {
    VisitScheduled: 10,
    OfferMade: 15,
    OfferExpired: 10,
    DelegationEscalated: 5,
    DelegationCompleted: 5,
    VisitsWithdrawn: 10,
  });
  const scheduled = log.filter(({ type }) => type === 'VisitScheduled').map(({ stream }) => stream);
  t.equal(new Set(scheduled).size, scheduled.length, 'each visit in a stream of its own, once');

  // Each of them alone does it too.
  const [first, second] = nodes.servers;
  if (!first || !second) throw new Error('two nodes');
  const acts = async (url: string, day: string): Promise<void> => {
    const there = momentAt(nodes.at(url));
    const rounds = [{ officeIds: [assist.id] }];
    const { id, visits } = await there.request(partner, {
      clientId,
      mode: 'DIRECT',
      visits: [visitOn(day, 10)],
      rounds,
    });
    await there.accept(assist, id);
    const stream = `visit-${visits[0]?.visitId}`;
    await until('the visit is scheduled', async () => (await nodes.store.read(stream, 0)).length > 0);
  };
  first.process.kill('SIGKILL');
  await acts(second.url, '2026-06-20');
  const again = await startServer(nodes.environment(nodes.folders[0] ?? ''));
  await second.stop();
  t.equal(second.process.exitCode, 0, 'a clean stop');
  await acts(again.url, '2026-06-21');
  await again.stop();
});

t.test('a node started late builds its read model, and only then is ready and answers', async (t) => {
  const { node: standIn, url: eventStoreUrl } = await startStandIn(t);
  const nodes = await startTwoProcesses(t, { eventStoreUrl, vault: shared });
  const { office } = await nodes.mutate('registerOffice', officeInput('early'), { as: 'admin' }, 'office { id }');
  const held = Promise.withResolvers<void>();
  standIn.onSubscription = (subscription) => {
    subscription.silence();
    void held.promise.then(() => subscription.end());
  };
  const port = await freePort();
  const late = `http://127.0.0.1:${port}`;
  const starting = startServer({ ...nodes.environment(t.testdir()), PORT: String(port) });
  await until('the late node listens', () =>
    statusOf(late).then(
      () => true,
      () => false,
    ),
  );
  const before = await nodes.at(late).ask(OFFICE, { id: office.id }, { as: 'admin' });
  t.strictSame([await statusOf(late), before.status, before.errors[0]?.extensions.code], [503, 503, 'UNAVAILABLE']);
  t.equal((await fetch(`${late}/healthz`)).status, 200, 'it lives');
  standIn.onSubscription = () => {};
  held.resolve();
  const server = await starting;
  t.equal(await statusOf(late), 200);
  t.strictSame((await nodes.at(late).ask(OFFICE, { id: office.id }, { as: 'admin' })).data, {
    office: { name: 'early' },
  });
  await server.stop();
});

t.test(
  'the log and then the vault go away under load: no node dies, and what was asked is done once when they are back',
  async (t) => {
    const { node: standIn, url: eventStoreUrl } = await startStandIn(t);
    const nodes = await startTwoProcesses(t, { eventStoreUrl, vault: shared });
    const { partner, networkId } = await buildSmallNetwork(nodes, '2026-06-01', 1);
    const both = nodes.urls.map(nodes.at);
    const codes = new Set<string>();
    /**
     * As a client does that wants its command done: the same again, at whichever node, until it is
     * answered.
     */
    const insist = async (name: string, input: Record<string, unknown>, as: string): Promise<void> => {
      const query = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
        ${name}(input: $input) { userErrors { code } position }
      }`;
      const command = { ...input, commandId: crypto.randomUUID() };
      for (let n = 0; ; n += 1) {
        const answer = await both[n % 2]?.ask(query, { input: command }, { as });
        if (answer?.data?.[name]?.position) return;
        const code = answer?.errors[0]?.extensions.code ?? JSON.stringify(answer?.data);
        codes.add(code);
        if (code !== 'UNAVAILABLE') throw new Error(code);
      }
    };
    const clientInput = (n: number) => ({
      networkId,
      partnerOfficeId: partner.id,
      code: `L-${n}`,
      careLevel: 'CARE_2',
      area: '架空町',
      personal: { name: '名', address: '所' },
    });
    const offices = Array.from({ length: 40 }, (_, n) => insist('registerOffice', officeInput(`load-${n}`), 'admin'));
    await Promise.race(offices);
    await standIn.stop();
    const more = Array.from({ length: 10 }, (_, n) => insist('registerOffice', officeInput(`away-${n}`), 'admin'));
    await until('somebody is told UNAVAILABLE', async () => codes.has('UNAVAILABLE'));
    await standIn.start();
    await Promise.all([...offices, ...more]);

    await nodes.vault.stop();
    codes.clear();
    const clients = Array.from({ length: 4 }, (_, n) => insist('registerClient', clientInput(n), partner.subject));
    await until('somebody is told UNAVAILABLE', async () => codes.has('UNAVAILABLE'));
    await nodes.vault.start();
    await Promise.all(clients);

    for (const url of nodes.urls) await until('the node is ready', async () => (await statusOf(url)) === 200);
    t.strictSame(
      nodes.servers.map(({ process }) => process.exitCode),
      [null, null],
    );
    const log = await wholeLog(nodes);
    const names = (type: string, field: string) =>
      log.filter((event) => event.type === type).map(({ data }) => String(JSON.parse(data)[field]));
    const wanted = [
      ...Array.from({ length: 40 }, (_, n) => `load-${n}`),
      ...Array.from({ length: 10 }, (_, n) => `away-${n}`),
    ];
    t.strictSame(
      names('OfficeRegistered', 'name')
        .filter((name) => !name.startsWith('事業所'))
        .sort(),
      wanted.sort(),
    );
    t.strictSame(names('ClientRegistered', 'code').sort(), ['C-1', 'L-0', 'L-1', 'L-2', 'L-3']);
  },
);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
