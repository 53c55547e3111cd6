import t from 'tap';
import { lineIdOf, settlementIdOf, statementIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import type { SettlementEvent, StatementLine } from '../../src/domain/settlement/events.ts';
import { officesView } from '../../src/projections/offices.ts';
import {
  carriedInto,
  linesOfStatement,
  type StatementFilter,
  statementsBy,
  statementsById,
  statementsView,
  statementTotals,
} from '../../src/projections/statements.ts';
import { tasksView } from '../../src/projections/tasks.ts';
import { ACTOR, afterEvents, type Given } from '../support/view-test.ts';

const AT = '2026-06-01T00:00:00.000Z';
const LATER = '2026-06-02T00:00:00.000Z';
const [NETWORK, P, A, B] = [uuidOf('network'), uuidOf('office', 'p'), uuidOf('office', 'a'), uuidOf('office', 'b')];
const HASH = 'df4626a1fd60e2d5f9b83c29267706b5ed3aba3b382a0b5bdcfd1655e15cbc1b';

interface Pair {
  readonly partner: string;
  readonly assist: string;
  readonly networkId?: string;
}
const settlementOf = ({ partner, assist, networkId = NETWORK }: Pair) => settlementIdOf(networkId, partner, assist);
const idOf = (pair: Pair, n: number) => statementIdOf(settlementOf(pair), n);
const of = (pair: Pair, event: SettlementEvent, at = AT): Given => [
  at,
  streamOf('settlement', settlementOf(pair)),
  event,
];
const SUBTOTALS = [{ taxClass: 'EXEMPT' as const, netYen: 1000, taxYen: 0 }];
const issued = (pair: Pair, n: number, month: string, number: string, totalYen: number): Given =>
  of(pair, {
    type: 'StatementIssued',
    data: {
      statementId: idOf(pair, n),
      number,
      month,
      networkId: pair.networkId ?? NETWORK,
      partnerOfficeId: pair.partner,
      assistOfficeId: pair.assist,
      lineCount: 3,
      subtotals: SUBTOTALS,
      totalYen,
      carriedForwardYen: 0,
      issuedBy: 'coordinator',
      issuedOn: '2026-06-10',
      confirmBy: '2026-06-20',
      dueOn: '2026-07-31',
      payeeInvoiceNumber: null,
      deductiblePercent: 80,
      replaces: null,
      contentHash: HASH,
    },
  });
const confirmed = (pair: Pair, n: number): Given =>
  of(pair, { type: 'StatementConfirmed', data: { statementId: idOf(pair, n), deemed: true } }, LATER);
const approved = (pair: Pair, n: number): Given =>
  of(
    pair,
    {
      type: 'PaymentApproved',
      data: { statementId: idOf(pair, n), contentHash: HASH, approvedBy: 'payer', accountDigest: null },
    },
    LATER,
  );
const SEALED = 'sealed:1:office/00000000-0000-4000-8000-000000000000:AAAA';
const paid = (pair: Pair, n: number, amountYen: number): Given =>
  of(
    pair,
    {
      type: 'PaymentSettled',
      data: { statementId: idOf(pair, n), paidOn: '2026-07-31', amountYen, reference: SEALED, digest: 'd' },
    },
    LATER,
  );

const PA = { partner: P, assist: A };
const PB = { partner: P, assist: B };
const BA = { partner: B, assist: A };
const GIVEN: readonly Given[] = [
  issued(PA, 1, '2026-04', 'N-1', 100),
  issued(PA, 2, '2026-05', 'N-2', 200),
  issued(PB, 1, '2026-05', 'N-1', 400),
  issued(BA, 1, '2026-05', 'N-3', 800),
  issued({ ...PA, networkId: uuidOf('another') }, 1, '2026-05', 'N-9', 5000),
  confirmed(PA, 1),
  approved(PA, 1),
  paid(PA, 1, 90),
  confirmed(PB, 1),
];
const all: StatementFilter = {
  networkId: NETWORK,
  number: null,
  ofOfficeId: null,
  month: null,
  partnerOfficeId: null,
  assistOfficeId: null,
  status: null,
};

t.test('a statement from its issue to its payment', (t) => {
  afterEvents(t, [officesView, statementsView, tasksView], GIVEN, (t, readModel) => {
    const base = {
      settlementId: settlementOf(PA),
      networkId: NETWORK,
      partnerOfficeId: P,
      assistOfficeId: A,
      lineCount: 3,
      taxSubtotals: SUBTOTALS,
      issuedAt: AT,
      issuedOn: '2026-06-10',
      issuedBySubject: 'coordinator',
      shownSince: '2026-06-10',
      answeredAt: null,
      openDisputes: 0,
      confirmBy: '2026-06-20',
      dueOn: '2026-07-31',
      payeeInvoiceNumber: null,
      deductiblePercent: 80,
      contentHash: HASH,
      replaces: null,
      replacedBy: null,
      sealedVoidReason: null,
      accountDigest: null,
      bankFileId: null,
      transferDate: null,
      sealedFailedReason: null,
      failedAt: null,
      cameBack: false,
    };
    const told = (
      type: string,
      version: number,
      position: number,
      at: string,
      more: { month?: string; paidOn?: string } = {},
    ) => ({
      eventId: uuidOf(streamOf('settlement', settlementOf(PA)), version - 1),
      type,
      actorSubject: ACTOR.subject,
      actorOfficeId: ACTOR.officeId,
      occurredAt: at,
      recordedAt: at,
      position,
      told: more,
    });
    t.strictSame(statementsById(readModel, [idOf(PA, 2), uuidOf('none'), idOf(PA, 1)]), [
      {
        ...base,
        id: idOf(PA, 2),
        number: 'N-2',
        month: '2026-05',
        status: 'ISSUED',
        totalYen: 200,
        confirmedAt: null,
        deemed: false,
        approvedBySubject: null,
        approvedAt: null,
        paidOn: null,
        paidYen: null,
        sealedPaymentReference: null,
        history: [told('StatementIssued', 2, 2, AT, { month: '2026-05' })],
      },
      {
        ...base,
        id: idOf(PA, 1),
        number: 'N-1',
        month: '2026-04',
        status: 'PAID',
        totalYen: 100,
        confirmedAt: LATER,
        deemed: true,
        approvedBySubject: 'payer',
        approvedAt: LATER,
        paidOn: '2026-07-31',
        paidYen: 90,
        sealedPaymentReference: SEALED,
        history: [
          told('StatementIssued', 1, 1, AT, { month: '2026-04' }),
          told('StatementConfirmed', 3, 6, LATER),
          told('PaymentApproved', 4, 7, LATER),
          told('PaymentSettled', 5, 8, LATER, { paidOn: '2026-07-31' }),
        ],
      },
    ]);
  });
  t.end();
});

t.test('the statements of a network and of an office: newest month first, in pages, and their totals', (t) => {
  const lists: readonly [string, Partial<StatementFilter>, string[], [number, number, number]][] = [
    ['all', {}, ['PB 1', 'PA 2', 'BA 1', 'PA 1'], [4, 1500, 90]],
    ['of an office on both sides', { ofOfficeId: B }, ['PB 1', 'BA 1'], [2, 1200, 0]],
    ['of a month', { month: '2026-05' }, ['PB 1', 'PA 2', 'BA 1'], [3, 1400, 0]],
    ['of an office and a month', { ofOfficeId: A, month: '2026-05' }, ['PA 2', 'BA 1'], [2, 1000, 0]],
    ['of a partner', { partnerOfficeId: P }, ['PB 1', 'PA 2', 'PA 1'], [3, 700, 90]],
    ['of an assist', { assistOfficeId: A }, ['PA 2', 'BA 1', 'PA 1'], [3, 1100, 90]],
    ['of an office as partner', { ofOfficeId: B, partnerOfficeId: B }, ['BA 1'], [1, 800, 0]],
    ['of an office with a partner', { ofOfficeId: A, partnerOfficeId: P }, ['PA 2', 'PA 1'], [2, 300, 90]],
    ['of an office with an assist', { ofOfficeId: P, assistOfficeId: B }, ['PB 1'], [1, 400, 0]],
    ['of others', { ofOfficeId: A, partnerOfficeId: P, assistOfficeId: B }, [], [0, 0, 0]],
    ['by status', { status: ['PAID', 'CONFIRMED', 'PAID', 'VOID'] }, ['PB 1', 'PA 1'], [2, 500, 90]],
    ['by none', { status: [] }, [], [0, 0, 0]],
  ];
  const names = new Map([
    [idOf(PA, 1), 'PA 1'],
    [idOf(PA, 2), 'PA 2'],
    [idOf(PB, 1), 'PB 1'],
    [idOf(BA, 1), 'BA 1'],
  ]);
  afterEvents(t, [officesView, statementsView, tasksView], GIVEN, (t, readModel) => {
    for (const [name, filter, expected, [statements, totalYen, paidYen]] of lists) {
      const by = { ...all, ...filter };
      const found = statementsBy(readModel, by, { after: null, limit: 10 });
      t.strictSame(
        found.map(({ id }) => names.get(id)),
        expected,
        name,
      );
      t.strictSame(statementTotals(readModel, by), { statements, totalYen, paidYen }, name);
      const paged = found.map((_, n) => {
        const before = found[n - 1];
        return statementsBy(readModel, by, { after: before ? [before.month, before.number] : null, limit: 1 });
      });
      t.strictSame(paged.flat(), found, `${name}, one by one`);
    }
  });
  t.end();
});

t.test('lines in their order, and what a statement carried forward', (t) => {
  const line = (n: number, carriedFrom: string | null): StatementLine => ({
    lineId: lineIdOf(idOf(PA, 2), n),
    kind: carriedFrom === null ? 'VISIT' : 'CARRIED_FORWARD',
    visitId: null,
    date: '2026-05-01',
    serviceCode: null,
    units: null,
    yenPerUnitHundredths: null,
    amountYen: 100 + n,
    taxClass: 'EXEMPT',
    termsVersion: null,
    pricedBy: null,
    corrects: null,
    carriedFrom,
  });
  const lines = [line(0, idOf(PA, 1)), line(1, null), line(2, null)];
  const listed = (from: number, to: number): Given =>
    of(PA, { type: 'StatementLinesListed', data: { statementId: idOf(PA, 2), from, lines: lines.slice(from, to) } });
  afterEvents(t, [officesView, statementsView, tasksView], [...GIVEN, listed(0, 2), listed(2, 3)], (t, readModel) => {
    const indexed = lines.map((each, index) => ({ ...each, index }));
    t.strictSame(linesOfStatement(readModel, idOf(PA, 2), -1, 10), indexed);
    t.strictSame(linesOfStatement(readModel, idOf(PA, 2), 0, 1), [indexed[1]]);
    t.strictSame(linesOfStatement(readModel, idOf(PA, 1), -1, 10), []);
    t.equal(carriedInto(readModel, idOf(PA, 1)), idOf(PA, 2));
    t.equal(carriedInto(readModel, idOf(PA, 2)), null);
  });
  t.end();
});
