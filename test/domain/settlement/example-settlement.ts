import type { Day } from '../../../src/domain/calendar.ts';
import { lineIdOf, settlementIdOf, statementIdOf, type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import { contentHashOf } from '../../../src/domain/settlement/content-hash.ts';
import type { SettlementCommand } from '../../../src/domain/settlement/decider.ts';
import type { SettlementEvent, StatementLine, TaxSubtotal } from '../../../src/domain/settlement/events.ts';

type CloseMonth = Extract<SettlementCommand, { type: 'CloseMonth' }>;
export type PricedVisit = CloseMonth['visits'][number];
type Issued = Extract<SettlementEvent, { type: 'StatementIssued' }>['data'];
type Line = Omit<StatementLine, 'lineId'>;
type ExampleMonth = keyof typeof DAYS_OF;

/** 09:00 in Tokyo of the first day after June, July and August. */
export const JULY_1 = '2026-07-01T00:00:00.000Z';
export const AUGUST_1 = '2026-08-01T00:00:00.000Z';
export const SEPTEMBER_1 = '2026-09-01T00:00:00.000Z';

/** With 10 days to confirm and 30 to pay, closed on the first day of the following month. */
const DAYS_OF = {
  '2026-06': { issuedOn: '2026-07-01', confirmBy: '2026-07-11', dueOn: '2026-07-30' },
  '2026-07': { issuedOn: '2026-08-01', confirmBy: '2026-08-11', dueOn: '2026-08-30' },
  '2026-08': { issuedOn: '2026-09-01', confirmBy: '2026-09-11', dueOn: '2026-09-30' },
} as const;

export const PAIR = {
  networkId: uuidOf('network'),
  partnerOfficeId: uuidOf('partner office'),
  assistOfficeId: uuidOf('assist office'),
};
export const SETTLEMENT = settlementIdOf(PAIR.networkId, PAIR.partnerOfficeId, PAIR.assistOfficeId);
/** The pair's n-th statement, from 1. */
export const statementId = (n: number): Uuid => statementIdOf(SETTLEMENT, n);
/** The line of the n-th statement at an index, from 0. */
export const lineId = (n: number, index: number): Uuid => lineIdOf(statementId(n), index);

/** A visit as its stream prices it now: 1,000 yen on 10 June; another amount, another pricing. */
export const pricedVisit = (key: string, over: Partial<PricedVisit> = {}): PricedVisit => ({
  visitId: uuidOf('visit', key),
  kind: 'VISIT',
  date: '2026-06-10',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: 1140,
  amountYen: 1000,
  taxClass: 'TAXABLE_10',
  termsVersion: 1,
  pricedBy: uuidOf('priced', key, over.amountYen ?? 1000),
  ...over,
});

/** So many visits of 1,000 yen on 10 June, in the order of their lines. */
export const pricedVisits = (count: number): readonly PricedVisit[] =>
  Array.from({ length: count }, (_, n) => pricedVisit(String(n))).sort((a, b) => (a.visitId < b.visitId ? -1 : 1));

export const closeMonth = (
  month: CloseMonth['month'],
  visits: readonly PricedVisit[],
  over: Partial<CloseMonth> = {},
): CloseMonth => ({
  type: 'CloseMonth',
  settlementId: SETTLEMENT,
  ...PAIR,
  month,
  issuedBy: 'coordinator',
  visits: [...visits],
  numbers: ['1300000001', '1300000002'],
  paymentDays: 30,
  confirmDays: 10,
  payeeInvoiceNumber: null,
  ...over,
});

/** The line of a visit that is in no line yet. */
export const visitLine = ({ kind, ...visit }: PricedVisit): Line => ({
  ...visit,
  kind: kind === 'CANCELLATION' ? kind : 'VISIT',
  corrects: null,
  carriedFrom: null,
});
export const adjustmentLine = (visit: PricedVisit, amountYen: number, corrects: Uuid): Line => ({
  ...visit,
  kind: 'ADJUSTMENT',
  amountYen,
  corrects,
  carriedFrom: null,
});
/** `carriedFrom`: null at the end of a statement that was below zero. */
export const carriedLine = (date: Day, amountYen: number, carriedFrom: Uuid | null): Line => ({
  kind: 'CARRIED_FORWARD',
  visitId: null,
  date,
  serviceCode: null,
  units: null,
  yenPerUnitHundredths: null,
  amountYen,
  taxClass: 'OUT_OF_SCOPE',
  termsVersion: null,
  pricedBy: null,
  corrects: null,
  carriedFrom,
});

export const taxable = (netYen: number, taxYen: number): TaxSubtotal => ({ taxClass: 'TAXABLE_10', netYen, taxYen });
export const outOfScope = (netYen: number): TaxSubtotal => ({ taxClass: 'OUT_OF_SCOPE', netYen, taxYen: 0 });

/** The events of the pair's n-th statement: StatementIssued and its lines, a hundred a list. */
export const statement = (
  n: number,
  month: ExampleMonth,
  lines: readonly Line[],
  over: Pick<Issued, 'subtotals' | 'totalYen'> & Partial<Issued>,
): readonly SettlementEvent[] => {
  const issued = {
    statementId: statementId(n),
    number: `${month}-1300000001-1300000002-${n}`,
    month,
    ...PAIR,
    lineCount: lines.length,
    carriedForwardYen: 0,
    issuedBy: 'coordinator',
    ...DAYS_OF[month],
    payeeInvoiceNumber: null,
    deductiblePercent: 80,
    replaces: null,
    ...over,
  };
  const listed = lines.map((line, index) => ({ ...line, lineId: lineId(n, index) }));
  const lists: SettlementEvent[] = [];
  for (let from = 0; from < listed.length; from += 100)
    lists.push({
      type: 'StatementLinesListed',
      data: { statementId: statementId(n), from, lines: listed.slice(from, from + 100) },
    });
  return [{ type: 'StatementIssued', data: { ...issued, contentHash: contentHashOf(issued, listed) } }, ...lists];
};

/** Hash of the content of a statement whose events these are. */
export const hashOf = ([issued]: readonly SettlementEvent[]): string =>
  issued?.type === 'StatementIssued' ? issued.data.contentHash : '';

/** June's statement, the first of the pair: one visit, 1,100 yen with its tax. */
export const JUNE = statement(1, '2026-06', [visitLine(pricedVisit('one'))], {
  subtotals: [taxable(1000, 100)],
  totalYen: 1100,
});
/** July's, the second: another visit, 2,200 yen with its tax. */
export const JULY = statement(2, '2026-07', [visitLine(pricedVisit('two', { date: '2026-07-10', amountYen: 2000 }))], {
  subtotals: [taxable(2000, 200)],
  totalYen: 2200,
});
/** A statement of nothing to pay: its only visit costs 0 yen. */
export const JUNE_FOR_NOTHING = statement(1, '2026-06', [visitLine(pricedVisit('free', { amountYen: 0 }))], {
  subtotals: [taxable(0, 0)],
  totalYen: 0,
});

/** What follows on the first statement. */
export const confirmed: SettlementEvent = {
  type: 'StatementConfirmed',
  data: { statementId: statementId(1), deemed: false },
};
/** At 24:00 in Tokyo of 11 July. */
export const deemed: SettlementEvent = {
  type: 'StatementConfirmed',
  data: { statementId: statementId(1), deemed: true },
  occurredAt: '2026-07-11T15:00:00.000Z',
};
export const approved: SettlementEvent = {
  type: 'PaymentApproved',
  data: {
    statementId: statementId(1),
    contentHash: hashOf(JUNE),
    approvedBy: 'manager',
    accountDigest: 'of the account',
  },
};
export const takenBack: SettlementEvent = { type: 'ApprovalTakenBack', data: { statementId: statementId(1) } };
export const BANK_FILE = uuidOf('bank file');
export const instructed = {
  type: 'PaymentInstructed' as const,
  data: {
    statementId: statementId(1),
    bankFileId: BANK_FILE,
    transferDate: '2026-07-30',
    instructedOn: '2026-07-01',
    amountYen: 1100,
    accountDigest: 'of the account',
    payerDigest: 'of the payer',
  },
};
export const failed = {
  type: 'PaymentFailed' as const,
  data: {
    statementId: statementId(1),
    failedOn: '2026-07-01',
    reason: `sealed:1:office/${PAIR.partnerOfficeId}:x`,
    digest: 'of the failure',
  },
};
export const sealed = (text: string): string => `sealed:1:office/00000000-0000-4000-8000-000000000000:${text}`;
export const paid: SettlementEvent = {
  type: 'PaymentSettled',
  data: {
    statementId: statementId(1),
    paidOn: '2026-07-01',
    amountYen: 1100,
    reference: sealed('T-0701'),
    digest: 'of 0701',
  },
};

type CommandFor<Type extends SettlementCommand['type']> = Extract<SettlementCommand, { type: Type }>;
type EventFor<Type extends SettlementEvent['type']> = Extract<SettlementEvent, { type: Type }> & { id?: Uuid };

/** The assist office disputes the line of June's statement. */
export const dispute = (over: Partial<CommandFor<'DisputeLine'>> = {}): CommandFor<'DisputeLine'> => ({
  type: 'DisputeLine',
  statementId: statementId(1),
  lineId: lineId(1, 0),
  reason: sealed('sixty-minutes'),
  digest: 'of the dispute',
  ...over,
});
export const disputed = (over: Partial<EventFor<'LineDisputed'>['data']> = {}): EventFor<'LineDisputed'> => ({
  type: 'LineDisputed',
  data: {
    statementId: statementId(1),
    lineId: lineId(1, 0),
    visitId: uuidOf('visit', 'one'),
    reason: sealed('sixty-minutes'),
    digest: 'of the dispute',
    ...over,
  },
});
/** The partner office's answer to it. */
export const answer = (over: Partial<CommandFor<'ResolveDispute'>> = {}): CommandFor<'ResolveDispute'> => ({
  type: 'ResolveDispute',
  statementId: statementId(1),
  lineId: lineId(1, 0),
  outcome: 'REJECTED',
  answer: sealed('45-by-the-record'),
  adjustmentYen: null,
  digest: 'of the answer',
  isRecorded: true,
  pricedBy: pricedVisit('one').pricedBy,
  ...over,
});
/** On 3 July, with ten days to confirm; `id`: of the event, which prices what it adds. */
export const answered = (over: Partial<EventFor<'DisputeResolved'>['data']> = {}): EventFor<'DisputeResolved'> => ({
  type: 'DisputeResolved',
  data: {
    statementId: statementId(1),
    lineId: lineId(1, 0),
    outcome: 'REJECTED',
    answer: sealed('45-by-the-record'),
    adjustmentYen: null,
    answeredOn: '2026-07-03',
    confirmBy: '2026-07-13',
    digest: 'of the answer',
    ...over,
  },
  id: uuidOf('answer', over.lineId ?? lineId(1, 0)),
});
/** Voids the pair's n-th statement. */
export const voiding = (n: number, over: Partial<CommandFor<'VoidStatement'>> = {}): CommandFor<'VoidStatement'> => ({
  type: 'VoidStatement',
  statementId: statementId(n),
  reason: sealed('wrong-terms'),
  digest: 'of the voiding',
  ...over,
});
export const voided = (n: number, lastClosedMonth: string | null = null): SettlementEvent => ({
  type: 'StatementVoided',
  data: { statementId: statementId(n), reason: sealed('wrong-terms'), lastClosedMonth, digest: 'of the voiding' },
});
