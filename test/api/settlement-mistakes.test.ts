import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const at = (day: string, time = '10:00'): string => `2026-${day}T${time}:00+09:00`;

/** A pair that settles a month with every mistake, and whose assist office leaves meanwhile. */
t.test('rules 31–36, 45: a month settled in spite of mistakes, by an office that has left meanwhile', async (t) => {
  const node = await startNode(t);
  const { networkId, partner, clientId, assists } = await buildSmallNetwork(node, '2026-06-01', 1);
  const [assist] = assists;
  if (!assist) throw new Error('an assist office');
  const pair = { networkId, partnerOfficeId: partner.id, assistOfficeId: assist.id };
  const setUp = momentAt(node, at('06-01'));
  const perHour = { feeBasis: 'PER_HOUR', confirmDays: 10 };
  await setUp.terms(networkId, partner, assist, { ...perHour, yenPerHour: 4_000 });
  await setUp.terms(networkId, partner, assist, { ...perHour, yenPerHour: 5_000, effectiveFrom: '2026-06-08' });
  await setUp.coordinator(partner, 'second', '承認');
  await setUp.appoint(networkId, 'AUDITOR', 'auditor');
  await setUp.appoint(networkId, 'CONSULTANT', 'consultant');

  const codes = async (as: string, name: string, input: object, now: string): Promise<string[]> => {
    const query = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
      ${name}(input: $input) { userErrors { code } } }`;
    const { data, errors } = await node.ask(query, { input }, { as, at: now });
    if (errors.length > 0) return errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
    return data[name].userErrors.map(({ code }: { code: string }) => code);
  };
  const made = async (visitId: string, day: string, verify = true): Promise<void> => {
    const end = momentAt(node, at(day, '10:46'));
    const times = { startedAt: at(day), endedAt: at(day, '10:45') };
    await end.record({ id: assist.caregiverId, subject: assist.subject }, visitId, times);
    if (verify) await end.verify(partner, visitId, '確認');
  };
  const days = ['06-03', '06-10', '06-12', '06-20'];
  const visitsAsked = days.map((day) => visitOn(`2026-${day}`, 10));
  const rounds = [{ officeIds: [assist.id] }];
  const { id, visits } = await setUp.request(partner, { clientId, visits: visitsAsked, rounds });
  await setUp.accept(assist, id);
  const [first = '', second = '', late = '', after = ''] = visits.map(({ visitId }) => visitId);
  await made(first, '06-03');
  await made(second, '06-10');
  await made(late, '06-12', false);
  const leaving = { networkId, officeId: assist.id, leftOn: '2026-06-15' };
  t.strictSame(await codes('admin', 'leaveNetwork', leaving, at('06-13')), ['OFFICE_HAS_VISITS']);
  const withdrawn = { delegationId: id, visitIds: [after], reason: 'CLIENT_REQUEST' };
  t.strictSame(await codes(partner.subject, 'withdrawVisits', withdrawn, at('06-13')), []);
  t.strictSame(await codes('admin', 'leaveNetwork', leaving, at('06-13')), []);

  interface Seen {
    readonly id: string;
    readonly contentHash: string;
    readonly totalYen: number;
    readonly status: string;
    readonly lines: readonly (readonly [kind: string, date: string, amountYen: number, terms: number])[];
    readonly lineIds: readonly string[];
  }
  /** The pair's statements as somebody sees them, the newest first. */
  const statements = async (as: string, now: string): Promise<Seen[]> => {
    const query = `query ($id: ID!) { network(id: $id) { statements { edges { node {
      id status totalYen contentHash lines { edges { node { id kind date amountYen termsVersion } } } } } } } }`;
    const { data } = await node.ask(query, { id: networkId }, { as, at: now });
    // biome-ignore lint/suspicious/noExplicitAny: as GraphQL answers it
    return data.network.statements.edges.map(({ node: { lines, ...one } }: any) => ({
      ...one,
      // biome-ignore lint/suspicious/noExplicitAny: as GraphQL answers it
      lines: lines.edges.map(({ node: line }: any) => [line.kind, line.date, line.amountYen, line.termsVersion]),
      lineIds: lines.edges.map(({ node: line }: { node: { id: string } }) => line.id),
    }));
  };
  const june = { ...pair, month: '2026-06' };
  const july = { ...pair, month: '2026-07' };
  t.strictSame(await codes(partner.subject, 'closeSettlement', june, at('06-30', '23:59')), ['MONTH_NOT_OVER']);
  for (const as of ['auditor', 'consultant', assist.subject, 'admin'])
    t.strictSame(await codes(as, 'closeSettlement', june, at('07-01')), ['FORBIDDEN'], as);
  t.strictSame(await codes(partner.subject, 'closeSettlement', june, at('07-01')), []);
  const [issued] = await statements(assist.subject, at('07-01', '11:00'));
  if (!issued) throw new Error('a statement');
  t.match(issued, {
    status: 'ISSUED',
    totalYen: 7_425,
    lines: [
      ['VISIT', '2026-06-03', 3_000, 2],
      ['VISIT', '2026-06-10', 3_750, 3],
    ],
  });

  const { id: statementId, contentHash, totalYen } = issued;
  const office = { bankCode: '0001', branchCode: '001', kind: 'ORDINARY', number: '1234567', holderKana: 'アシスト' };
  const account = { officeId: assist.id, ...office };
  const own = { ...account, officeId: partner.id, consignorCode: '0000012345' };
  const approval = { statementId, contentHash };
  const paying = (paidOn: string, amountYen = totalYen) => ({ statementId, paidOn, amountYen, reference: '振込' });
  const file = (transferDate: string) => ({ partnerOfficeId: partner.id, statementIds: [statementId], transferDate });
  const dispute = { statementId, lineId: issued.lineIds[0], reason: '遅い' };
  const [maker, other, payee] = [partner.subject, 'second', assist.subject];
  type Step = readonly [now: string, as: string, name: string, input: object, code?: string];
  const steps = async (...all: readonly Step[]): Promise<void> => {
    for (const [now, as, name, input, code] of all)
      t.strictSame(await codes(as, name, input, now), code ? [code] : [], `${now} ${as} ${name}`);
  };
  await steps(
    [at('07-02'), maker, 'approvePayment', approval, 'SAME_PERSON'],
    [at('07-02'), other, 'approvePayment', approval, 'NOT_CONFIRMED'],
    [at('07-02'), other, 'approvePayment', { ...approval, contentHash: '0' }, 'STATEMENT_CHANGED'],
    [at('07-02'), other, 'recordPayment', paying('2026-07-02'), 'NOT_APPROVED'],
    [at('07-02'), other, 'recordPaymentFailure', { statementId, on: '2026-07-02', reason: '?' }, 'NOT_INSTRUCTED'],
    [at('07-02'), 'auditor', 'confirmStatement', { statementId }, 'FORBIDDEN'],
    [at('07-02'), maker, 'confirmStatement', { statementId }, 'FORBIDDEN'],
    [at('07-02'), payee, 'disputeLine', { ...dispute, lineId: statementId }, 'LINE_UNKNOWN'],
    [at('07-02'), 'consultant', 'disputeLine', dispute, 'NOT_FOUND'],
  );
  await momentAt(node, at('07-03')).verify(partner, late, '遅れて確認');
  await steps(
    [at('07-12', '00:00'), payee, 'disputeLine', dispute, 'ALREADY_CONFIRMED'],
    [at('07-12'), payee, 'confirmStatement', { statementId }],
    [at('07-12'), maker, 'approvePayment', approval, 'SAME_PERSON'],
    [at('07-12'), other, 'approvePayment', approval],
    [at('07-12'), other, 'approvePayment', approval],
    [at('07-12'), maker, 'voidStatement', { statementId, reason: '間違い' }, 'PAYMENT_UNDER_WAY'],
    [at('07-12'), other, 'recordPayment', paying('2026-07-12', totalYen + 1), 'AMOUNT_DIFFERS'],
    [at('07-12'), other, 'recordPayment', paying('2026-06-30'), 'PAID_BEFORE_ISSUE'],
    [at('07-12'), other, 'recordPayment', paying('2026-07-30'), 'DAY_IN_FUTURE'],
    [at('07-13'), payee, 'setBankAccount', account],
    [at('07-13'), maker, 'setBankAccount', own],
    [at('07-13'), other, 'instructPayments', file('2026-07-15'), 'ACCOUNT_CHANGED'],
    [at('07-13'), other, 'approvePayment', approval],
    [at('07-13'), other, 'instructPayments', file('2026-07-18'), 'BANK_CLOSED'],
    [at('07-13'), other, 'instructPayments', file('2026-07-20'), 'BANK_CLOSED'],
    [at('07-13'), other, 'instructPayments', file('2026-07-12'), 'TRANSFER_DATE_PAST'],
    [at('07-13'), other, 'instructPayments', file('2026-09-01'), 'TRANSFER_DATE_TOO_FAR'],
    [at('07-13'), other, 'instructPayments', file('2026-07-15')],
    [at('07-15'), other, 'recordPayment', paying('2026-07-15')],
    [at('07-15'), other, 'recordPayment', paying('2026-07-15')],
    [at('07-16'), other, 'recordPayment', paying('2026-07-16'), 'ALREADY_PAID'],
    [at('08-01'), maker, 'closeSettlement', june, 'MONTH_CLOSED'],
    [at('08-01'), maker, 'closeSettlement', july],
  );
  const [next, paid] = await statements(payee, at('08-01', '11:00'));
  t.match([next?.status, next?.totalYen, paid?.status], ['ISSUED', 4_125, 'PAID']);
  t.strictSame(next?.lines, [['VISIT', '2026-06-12', 3_750, 3]], 'a late one keeps its day and its terms');
  const get = async (path: string, as: string): Promise<number> => {
    const headers = { authorization: `Bearer ${await node.token(as)}` };
    return (await fetch(new URL(`/documents/${path}`, node.url), { headers })).status;
  };
  const months = 'from=2026-06&to=2026-07';
  const gets = (as: string) =>
    Promise.all([get(`statement/${statementId}`, as), get(`statements/${networkId}?${months}`, as)]);
  t.strictSame(await gets(payee), [200, 200], 'it has left, and keeps what it was paid');
  t.strictSame(
    [await gets('auditor'), await gets('consultant')],
    [
      [200, 200],
      [404, 404],
    ],
  );
});
