import t from 'tap';
import type { Office } from '../../scripts/network-builder.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

/** Numbers, lists of days and pages, as somebody sees them at a time. */
const lookingAt = (node: HttpNode, at: string) => {
  const ask = async (as: string, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await node.ask(query, variables, { as, at });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  const nodesOf = <Row>({ edges }: { edges: readonly { node: Row }[] }): Row[] => edges.map((edge) => edge.node);
  return {
    ask,
    delegations: async (as: string, networkId: string, number: string): Promise<{ number: string; id: string }[]> => {
      const query = `query ($id: ID!, $number: String) { network(id: $id) {
        delegations(filter: { number: $number }) { totalCount edges { node { id number visits { number } } } } } }`;
      const { delegations } = (await ask(as, query, { id: networkId, number })).network;
      t.equal(delegations.totalCount, delegations.edges.length);
      return nodesOf(delegations);
    },
    ledger: async (as: string, networkId: string, month: string, number: string): Promise<string[]> => {
      const query = `query ($id: ID!, $month: Month!, $number: String) { network(id: $id) {
        visitLedger(month: $month, filter: { number: $number }) {
          totalCount edges { node { number visit { number } } } }
      } }`;
      const { visitLedger } = (await ask(as, query, { id: networkId, month, number })).network;
      t.equal(visitLedger.totalCount, visitLedger.edges.length);
      return nodesOf<{ number: string; visit: { number: string } }>(visitLedger).map((line) => {
        t.equal(line.visit.number, line.number);
        return line.number;
      });
    },
    days: async (as: string, span: string, page = ''): Promise<{ numbers: string[]; total: number; end: string }> => {
      const { visits } = (
        await ask(
          as,
          `{ viewer { visits(${span} ${page}) { totalCount totals { visits } pageInfo { endCursor }
          edges { node { number } } } } }`,
        )
      ).viewer;
      t.equal(visits.totals.visits, visits.totalCount);
      const numbers = nodesOf<{ number: string }>(visits).map(({ number }) => number);
      return { numbers, total: visits.totalCount, end: visits.pageInfo.endCursor };
    },
  };
};

t.test('the day at a glance: numbers, and the list of days (contract, Numbers, Viewer.visits)', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const begin = momentAt(node, '2026-06-01T10:00:00+09:00');
  const hanako = await begin.caregiver(first, { name: '田中 花子' }, 'hanako');
  await begin.appoint(networkId, 'CONSULTANT', 'consultant');
  const taken = async (to: Office, ...visits: Record<string, unknown>[]) => {
    const { id } = await begin.request(partner, { clientId, visits, rounds: [{ officeIds: [to.id] }] });
    await begin.accept(to, id);
    return id;
  };
  // A second network of the same offices, which counts for itself.
  const other = await begin.network('別', '世田谷区');
  await begin.join(other, partner, 'PARTNER');
  await begin.join(other, first, 'ASSIST');
  await begin.terms(other, partner, first, { percent: '80' });
  const there = await begin.client(
    other,
    partner,
    { code: 'X-1', area: '架空町', personal: { name: '別 人', address: '架空町2' } },
    '本人',
  );

  const one = await taken(first, visitOn('2026-06-30', 10), { ...visitOn('2026-07-01', 10), caregiversRequired: 2 });
  const two = await taken(second, visitOn('2026-07-01', 14));
  const visits = [visitOn('2026-06-30', 15)];
  const elsewhere = await begin.request(partner, { clientId: there, visits, rounds: [{ officeIds: [first.id] }] });
  await begin.accept(first, elsewhere.id);
  const look = lookingAt(node, '2026-06-01T11:00:00+09:00');

  await t.test(
    'a delegation counts in its network, its visits in the delegation; found as somebody types it',
    async (t) => {
      for (const said of ['26-0001', '２６－０００１', '26-1', '26ー1', ' 26 - 0001 ', '26-0001-2'])
        t.strictSame(
          (await look.delegations(partner.subject, networkId, said)).map(({ id, number }) => [id, number]),
          [[one, '26-0001']],
          said,
        );
      t.match(await look.delegations(second.subject, networkId, '26-2'), [
        { id: two, visits: [{ number: '26-0002-1' }] },
      ]);
      t.match(await look.delegations(partner.subject, other, '26-1'), [{ id: elsewhere.id }]);
      t.strictSame(await look.delegations(second.subject, networkId, '26-1'), [], 'not asked in that one');
      for (const said of ['26-3', '27-1', '1', '', 'x'])
        t.strictSame(await look.delegations(partner.subject, networkId, said), [], said);
    },
  );

  await t.test('the ledger finds one visit, or all of a delegation, in each month', async (t) => {
    t.strictSame(await (await look.ledger(partner.subject, networkId, '2026-07', '26-1')).sort(), [
      '26-0001-2',
      '26-0001-3',
    ]);
    t.strictSame(await look.ledger(partner.subject, networkId, '2026-06', '26-1'), ['26-0001-1']);
    t.strictSame(await look.ledger('consultant', networkId, '2026-07', '26-1-3'), ['26-0001-3']);
    t.strictSame(await look.ledger(second.subject, networkId, '2026-07', '26-1-3'), []);
    t.strictSame(await look.ledger(partner.subject, networkId, '2026-07', '0001'), []);
  });

  await t.test('the list of days runs over months and networks, and shows what each may see', async (t) => {
    for (const [visitId] of await node.app.readModel.all("SELECT id FROM visits WHERE number = '26-0001-2'"))
      await begin.assign(first, String(visitId), hanako);
    const both = 'from: "2026-06-30", to: "2026-07-01"';
    const all = ['26-0001-1', '26-0001-1', '26-0001-2', '26-0001-3', '26-0002-1'];
    const sorted = (numbers: readonly string[]): string[] => [...numbers].sort();
    t.strictSame(sorted((await look.days(partner.subject, both)).numbers), all);
    t.strictSame(sorted((await look.days(first.subject, both)).numbers), all.slice(0, 4));
    t.strictSame((await look.days(second.subject, both)).numbers, ['26-0002-1']);
    t.strictSame((await look.days('hanako', both)).numbers, ['26-0001-2']);
    t.strictSame((await look.days('consultant', both)).numbers, []);
    t.strictSame((await look.days('admin', both)).numbers, []);
    t.strictSame((await look.days(partner.subject, 'from: "2026-07-01", to: "2026-07-01"')).total, 3);
    t.strictSame(
      (await look.days(partner.subject, both, 'filter: { number: "26-1-1" }')).numbers,
      ['26-0001-1', '26-0001-1'],
      'a number may find several',
    );
    t.strictSame((await look.days(partner.subject, both, 'filter: { from: "2026-07-01" }')).total, 3);
    t.strictSame((await look.days(partner.subject, both, 'filter: { to: "2026-06-29" }')).total, 0);

    const paged: string[] = [];
    for (let after = '', n = 0; n < all.length; n += 1) {
      const { numbers, end } = await look.days(partner.subject, both, `first: 1 ${after && `after: "${after}"`}`);
      paged.push(...numbers);
      after = end;
    }
    t.strictSame(paged, (await look.days(partner.subject, both)).numbers);

    const span = (from: string, to: string) =>
      node.ask(`{ viewer { visits(from: "${from}", to: "${to}") { totalCount } } }`, {}, { as: partner.subject });
    t.strictSame((await span('2026-06-01', '2026-08-01')).errors, [], '62 days');
    for (const [from, to] of [
      ['2026-06-01', '2026-08-02'],
      ['2026-06-02', '2026-06-01'],
    ] as const)
      t.match((await span(from, to)).errors, [{ extensions: { code: 'BAD_USER_INPUT', path: ['to'] } }]);
  });

  await t.test(
    'tasks by urgency, each dated and with an id; CHECK_ON_VISIT and what is cancelled age out',
    async (t) => {
      const tasks = async (as: string, at: string, page = '') => {
        const query = `{ viewer { tasks(first: 50 ${page}) { totalCount pageInfo { endCursor }
        edges { node { id urgency kind dueAt since visit { number } } } } } }`;
        const { tasks } = (await lookingAt(node, at).ask(as, query)).viewer;
        const nodes: { id: string; urgency: string; kind: string; dueAt: string; since: string; visit: object }[] =
          tasks.edges.map((edge: { node: object }) => edge.node);
        return { nodes, total: tasks.totalCount, end: tasks.pageInfo.endCursor };
      };
      const ORDER = ['CARE', 'ANSWER', 'RECORD', 'MONEY'];
      const inOrder = ({ nodes }: Awaited<ReturnType<typeof tasks>>) =>
        nodes.toSorted(
          (a, b) =>
            ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) ||
            (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
        );
      // Of the first office, on the day of its first visits: nobody has been heard of.
      const now = '2026-06-30T12:00:00+09:00';
      const during = await tasks(first.subject, now);
      t.match(
        during.nodes.map(({ urgency, kind, visit }) => [urgency, kind, visit]),
        [
          ['CARE', 'CHECK_ON_VISIT', { number: '26-0001-1' }],
          ['ANSWER', 'ASSIGN_CAREGIVER', { number: '26-0001-1' }],
          ['ANSWER', 'ASSIGN_CAREGIVER', { number: '26-0001-3' }],
        ],
        'of the visit that has begun one task alone; the other is of the other network',
      );
      t.equal(
        during.nodes[0]?.since,
        '2026-06-30T10:15:00.000+09:00',
        'since it opened, not since the visit was agreed',
      );
      t.equal(new Set(during.nodes.map(({ id }) => id)).size, during.nodes.length);

      // Tomorrow's visit is cancelled; another is asked for, and nobody is left to ask.
      const at = momentAt(node, now);
      await at.send(partner, 'withdrawVisits', { delegationId: two, reason: 'CLIENT_REQUEST' });
      t.match((await tasks(second.subject, now)).nodes, [{ urgency: 'CARE', kind: 'VISIT_CANCELLED' }]);
      const later = '2026-08-11T12:00:00+09:00';
      const afterwards = momentAt(node, later);
      const visits = [visitOn('2026-08-12', 10)];
      const { id } = await afterwards.request(partner, { clientId, visits, rounds: [{ officeIds: [second.id] }] });
      await afterwards.send(second, 'declineOffer', { delegationId: id, reason: 'NO_CAPACITY' });
      t.strictSame((await tasks(second.subject, later)).nodes, [], 'what was cancelled has aged out');
      const all = await tasks(partner.subject, later);
      t.match(all.nodes[0], { urgency: 'CARE', kind: 'CALL_OFFICES', dueAt: '2026-08-12T10:00:00.000+09:00' });
      t.equal(all.nodes.filter(({ kind }) => kind === 'CHECK_ON_VISIT').length, 0, 'six weeks old');
      const old = await tasks(first.subject, later);
      t.strictSame([...new Set(old.nodes.map(({ kind }) => kind))], ['RECORD_VISIT'], 'there is only a record to make');
      for (const seen of [during, all, old]) {
        t.equal(seen.total, seen.nodes.length);
        t.strictSame(seen.nodes, inOrder(seen));
        t.ok(seen.nodes.every(({ dueAt }) => dueAt !== null));
      }
      const paged: string[] = [];
      for (let after = '', n = 0; n < all.total; n += 1) {
        const query = `{ viewer { tasks(first: 1 ${after && `after: "${after}"`}) {
        pageInfo { endCursor } edges { node { id } } } } }`;
        const { tasks: one } = (await lookingAt(node, later).ask(partner.subject, query)).viewer;
        paged.push(one.edges[0].node.id);
        after = one.pageInfo.endCursor;
      }
      t.strictSame(
        paged,
        all.nodes.map((task) => task.id),
      );
    },
  );

  await t.test(
    'rule 11: the caregiver’s visit holds the note and the last three records, whoever made them',
    async (t) => {
      const note = 'インターホンは二回鳴らす';
      const days = ['2026-08-13', '2026-08-14', '2026-08-15', '2026-08-16', '2026-08-17'];
      const asking = momentAt(node, '2026-08-12T15:00:00+09:00');
      const made: string[] = [];
      for (const [n, day] of days.entries()) {
        const office = n % 2 === 0 ? first : second;
        const input = { clientId, visits: [visitOn(day, 10)], rounds: [{ officeIds: [office.id] }], note };
        const { id, visits: asked } = await asking.request(partner, input);
        await asking.accept(office, id);
        made.push(asked[0]?.visitId ?? '');
      }
      const [last = ''] = made.slice(-1);
      await asking.assign(first, last, hanako);
      const SHOWN = `query ($id: ID!) { visit(id: $id) { note handover {
      id plannedStart service condition notes tasks { code label } } } }`;
      const shown = async (as: string, id: string, at: string) =>
        (await lookingAt(node, at).ask(as, SHOWN, { id })).visit;
      for (const [n, day] of days.slice(0, 4).entries()) {
        const office = n % 2 === 0 ? first : second;
        const content = {
          tasks: [
            { code: 'BATHING', outcome: 'DONE' },
            { code: 'MEAL_ASSISTANCE', outcome: 'NOT_NEEDED' },
          ],
        };
        const times = { startedAt: `${day}T10:00:00+09:00`, endedAt: `${day}T10:45:00+09:00` };
        const said = { ...content, ...times, condition: `様子${n}`, notes: n === 3 ? null : `連絡${n}` };
        const record = { visitId: made[n], caregiverId: office.caregiverId, ...said };
        await momentAt(node, `${day}T11:00:00+09:00`).send(office, 'recordVisit', record);
      }
      const now = '2026-08-16T18:00:00+09:00';
      const handed = (n: number) => ({
        plannedStart: `${days[n]}T10:00:00.000+09:00`,
        service: 'PHYSICAL_CARE',
        condition: `様子${n}`,
        notes: n === 3 ? null : `連絡${n}`,
        tasks: [{ code: 'BATHING' }],
      });
      const expected = { note, handover: [3, 2, 1].map(handed) };
      for (const as of ['hanako', first.subject, partner.subject]) {
        const seen = await shown(as, last, now);
        t.match(seen, expected, as);
        t.equal(seen.handover.length, 3);
      }
      t.match(
        await shown(second.subject, made[1] ?? '', now),
        { note, handover: [handed(0)] },
        'what was before this one',
      );
      t.strictSame(await shown('consultant', last, now), { note: null, handover: null });
      t.strictSame(await shown(second.subject, last, now), null);
      // Cancelled: the caregiver is told, and with no other visit ahead reads no more.
      for (const [missed] of await node.app.readModel.all("SELECT id FROM visits WHERE number = '26-0001-2'"))
        await momentAt(node, now).send(first, 'reportMissedVisit', { visitId: String(missed), reason: '訪問なし' });
      const { delegation } = (
        await lookingAt(node, now).ask(partner.subject, 'query ($id: ID!) { visit(id: $id) { delegation { id } } }', {
          id: last,
        })
      ).visit;
      await momentAt(node, now).send(partner, 'withdrawVisits', { delegationId: delegation.id, reason: 'ADMITTED' });
      const own =
        '{ viewer { tasks { edges { node { kind visit { id cancellation { reason } handover { id } } } } } } }';
      t.strictSame((await lookingAt(node, now).ask('hanako', own)).viewer.tasks.edges.at(0).node, {
        kind: 'VISIT_CANCELLED',
        visit: { id: last, cancellation: { reason: 'ADMITTED' }, handover: null },
      });
    },
  );

  await t.test('rule 47: CAREGIVER_BUSY before the double booking, for whichever office, naming nobody', async (t) => {
    const asking = momentAt(node, '2026-09-01T10:00:00+09:00');
    // 花子 works for the second office too.
    const there = await asking.caregiver(second, { name: '田中 花子' }, 'hanako');
    await asking.send(hanako, 'confirmMembership', { officeId: second.id });
    const asked = async (office: Office, ...visits: Record<string, unknown>[]) => {
      const made = await asking.request(partner, { clientId, visits, rounds: [{ officeIds: [office.id] }] });
      await asking.accept(office, made.id);
      return made.visits.map(({ visitId }) => visitId);
    };
    const [held = ''] = await asked(first, visitOn('2026-09-10', 10));
    const other = await asking.client(
      networkId,
      partner,
      { code: 'C-2', area: '架空町', personal: { name: '他 人', address: '3' } },
      '本人',
    );
    const overlapping = await asking.request(partner, {
      clientId: other,
      visits: [visitOn('2026-09-10', 10), visitOn('2026-09-11', 10), visitOn('2026-09-12', 9)],
      rounds: [{ officeIds: [second.id] }],
    });
    await asking.accept(second, overlapping.id);
    const [same = '', free = '', third = ''] = overlapping.visits.map(({ visitId }) => visitId);
    await asking.assign(first, held, hanako);
    const assign = (input: Record<string, unknown>) =>
      node.mutate(
        'assignCaregiver',
        { visitId: same, caregiverId: there.id, ...input },
        { as: second.subject },
        'visit { id }',
      );
    const busy = [{ code: 'CAREGIVER_BUSY', path: ['input', 'caregiverId'] }];
    t.strictSame((await assign({})).userErrors, busy);
    const several = await node.mutate(
      'assignCaregiverToVisits',
      { visitIds: [same, free], caregiverId: there.id },
      { as: second.subject },
      'results { userErrors { code path message } }',
    );
    t.match(several.results, [{ userErrors: [{ code: 'CAREGIVER_BUSY' }] }, { userErrors: [] }]);
    t.notMatch(several.results[0].userErrors[0].message, /事業所assist-1|C-1|田中/);
    t.strictSame((await assign({ despiteOverlap: true })).userErrors, [], 'it is meant');
    t.strictSame((await assign({})).userErrors, [], 'said once more it is known');
    // The other way round, and at once: the two look at one set, one after another.
    const [next = ''] = await asked(second, {
      ...visitOn('2026-09-12', 9),
      plannedStart: '2026-09-12T09:30:00+09:00',
      plannedEnd: '2026-09-12T10:15:00+09:00',
    });
    const both = await Promise.all([third, next].map((visitId) => assign({ visitId })));
    t.strictSame(both.map(({ userErrors }) => userErrors.length).sort(), [0, 1]);
  });

  await t.test('contract, Client.candidates: whom to ask first, and what stands against the others', async (t) => {
    const setting = momentAt(node, '2026-10-01T10:00:00+09:00');
    const asked = await setting.network('候補', '大田区');
    const place = (latitude: number) => ({ latitude, longitude: 139.7 });
    const [near, busy, far] = [
      await setting.office('near', place(35.51)),
      await setting.office('busy', place(35.51)),
      await setting.office('far', place(35.45)),
    ];
    const [narrow, strange, gone, mate] = [
      await setting.office('narrow', { services: ['DAILY_LIVING'], ...place(35.5) }),
      await setting.office('strange'),
      await setting.office('gone'),
      await setting.office('mate'),
    ];
    await setting.join(asked, partner, 'PARTNER');
    await setting.join(asked, mate, 'PARTNER');
    for (const office of [strange, narrow, far, busy, near, first, gone]) await setting.join(asked, office, 'ASSIST');
    for (const office of [narrow, busy, near, first]) await setting.terms(asked, partner, office, { percent: '80' });
    const prices = [{ service: 'PHYSICAL_CARE', minutesUpTo: 60, yen: 4_000 }];
    await setting.terms(asked, partner, far, { feeBasis: 'PER_VISIT', prices });
    await setting.send({ subject: 'admin' }, 'leaveNetwork', {
      networkId: asked,
      officeId: gone.id,
      leftOn: '2026-10-03',
    });
    const clientOf = (code: string, careLevel: string, home: object) => {
      const personal = { name: '候補 人', address: '架空町4', ...home };
      return setting.client(asked, partner, { code, careLevel, area: '架空町', personal }, '本人');
    };
    const client = await clientOf('K-1', 'CARE_2', place(35.5));
    const supported = await clientOf('K-2', 'SUPPORT_1', {});
    const around = await setting.client(
      asked,
      partner,
      { code: 'K-3', careLevel: 'CARE_2', area: '大田区南', personal: { name: '候補 人', address: '架空町5' } },
      '本人',
    );
    const given = async (office: Office, start: string) => {
      const visits = [visitOn(start, 8)];
      const made = await setting.request(partner, { clientId: client, visits, rounds: [{ officeIds: [office.id] }] });
      await setting.accept(office, made.id);
      return made.visits[0]?.visitId ?? '';
    };
    const madeId = await given(first, '2026-10-02');
    // In the week from Monday, 5 October; the last is outside it.
    for (const day of ['2026-10-05', '2026-10-11', '2026-10-12']) await given(busy, day);
    const own = { id: (await setting.caregiver(first, { name: '田中 三郎' })).id, subject: first.subject };
    await setting.assign(first, madeId, own);
    await setting.later('2026-10-02T08:00:00+09:00').punch(own, 'startVisit', madeId);
    await setting.later('2026-10-02T08:45:00+09:00').punch(own, 'endVisit', madeId);
    await setting.later('2026-10-02T08:50:00+09:00').record(own, madeId, {});

    const at = '2026-10-03T10:00:00+09:00';
    const query = `query ($id: ID!, $visits: [DelegatedVisitInput!]!) { client(id: $id) { candidates(visits: $visits) {
      office { id } obstacles distanceMeters visitsToClient minutesInWeek feeYen } } }`;
    const answered = (as: string, id: string, visits: object[]) => node.ask(query, { id, visits }, { as, at });
    const all = [partner, mate, strange, narrow, far, busy, near, first, gone];
    /** By the coordinator; those against whom something stands in the order of their names. */
    const rowsOf = async (as: string, id: string, ...visits: object[]): Promise<unknown[][] | null> => {
      const { candidates } = (await answered(as, id, visits)).data.client;
      if (candidates === null) return null;
      const rows: unknown[][] = candidates.map(({ office, ...row }: { office: Office; [field: string]: unknown }) => [
        all.find((one) => one.id === office.id)?.subject,
        ...Object.values(row),
      ]);
      const free = rows.filter(([, codes]) => String(codes) === '');
      t.strictSame(rows.slice(0, free.length), free, 'those without obstacles come first');
      return [...free, ...rows.slice(free.length).sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))];
    };
    const [saturday, two] = [visitOn('2026-10-10', 10), { ...visitOn('2026-10-12', 10), caregiversRequired: 2 }];
    const feeYen = 3_528;
    const position = '{ viewer { visits(from: "2026-10-01", to: "2026-10-31") { position } } }';
    const before = await node.ask(position, {}, { as: partner.subject, at });
    const listed: readonly (readonly [string, string[], number | null, number, number, number | null])[] = [
      [first.subject, [], null, 1, 0, feeYen * 3],
      ['near', [], 1_112, 0, 0, feeYen * 3],
      ['busy', [], 1_112, 0, 90, feeYen * 3],
      ['far', [], 5_560, 0, 0, 12_000],
      ['mate', ['OFFICE_NOT_ASSIST'], null, 0, 0, null],
      ['narrow', ['SERVICE_NOT_OFFERED'], 0, 0, 0, feeYen * 3],
      [partner.subject, ['OFFICE_NOT_ASSIST'], null, 0, 0, null],
      ['strange', ['TERMS_MISSING'], null, 0, 0, null],
    ];
    t.strictSame(await rowsOf(partner.subject, client, saturday, two), listed);

    const distances = (await rowsOf(partner.subject, around, saturday))?.map(([name, , meters]) => `${name} ${meters}`);
    t.strictSame(
      distances?.filter((one) => !one.endsWith('null')).sort(),
      ['busy 1946', 'far 4726', 'narrow 834', 'near 1946'],
      'from the middle of the offices of its municipality, where the home’s place is not known',
    );

    // What is refused names the same codes.
    const refusalOf = async (id: string, officeId: string, ...visits: object[]) => {
      const input = { clientId: id, mode: 'DIRECT', visits, rounds: [{ officeIds: [officeId] }] };
      const { userErrors } = await node.mutate(
        'requestDelegation',
        input,
        { as: partner.subject, at },
        'delegation { id }',
      );
      return userErrors.map(({ code }: { code: string }) => code);
    };
    for (const [subject, obstacles] of listed.slice(4)) {
      const officeId = all.find((one) => one.subject === subject)?.id ?? '';
      t.strictSame(await refusalOf(client, officeId, saturday), obstacles);
    }
    // By its terms an office has no price for 要支援, unless it is paid by the visit.
    const others = listed.slice(4).map(([subject, codes]) => [subject, codes, null, 0, 0, null]);
    const unpriced = [first.subject, 'busy', 'near'].map((subject) => [
      subject,
      ['NO_SERVICE_CODE'],
      null,
      0,
      subject === 'busy' ? 90 : 0,
      null,
    ]);
    t.strictSame(await rowsOf(partner.subject, supported, saturday), [
      ['far', [], null, 0, 0, 4_000],
      ...[...unpriced, ...others].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    ]);
    t.strictSame(await refusalOf(supported, near.id, saturday), ['NO_SERVICE_CODE']);

    // The visits' own faults are no office's; an office that leaves is asked up to its last day.
    const late = { ...visitOn('2026-10-03', 9), minutes: 50 };
    t.strictSame(
      (await rowsOf(partner.subject, client, late))?.map(([subject, codes]) => `${subject} ${codes}`).sort(),
      [...listed.map(([subject, codes]) => `${subject} ${codes}`), 'gone TERMS_MISSING'].sort(),
    );
    const codesOf = async (...visits: object[]) =>
      (await answered(partner.subject, client, visits)).errors.map(({ extensions: { code, path } }) => [code, path]);
    t.strictSame(await codesOf(), [['BAD_USER_INPUT', ['visits']]]);
    t.strictSame(await codesOf({ ...saturday, minutes: 0 }), [['BAD_USER_INPUT', ['visits', '0', 'minutes']]]);
    t.strictSame(await codesOf(...Array(32).fill(two)), [['BAD_USER_INPUT', ['visits']]]);
    t.equal(await rowsOf(first.subject, client, saturday), null, 'an office that holds a visit has no such list');
    t.strictSame(await node.ask(position, {}, { as: partner.subject, at }), before, 'nothing is stored');
  });
});
