import type { BankFileEvent } from '../../../src/domain/bankfile/events.ts';
import { lineIdOf, streamOf, uuidOf } from '../../../src/domain/ids.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import type { SettlementEvent } from '../../../src/domain/settlement/events.ts';
import { EXAMPLE_IDS, type ExamplesOf, examplesIn, sealed } from './example.ts';

const { network, partner, assist, client, visit, settlement, statement, nextStatement } = EXAMPLE_IDS;
const ofSettlement = examplesIn(streamOf('settlement', settlement));
const contentHash = 'df4626a1fd60e2d5f9b83c29267706b5ed3aba3b382a0b5bdcfd1655e15cbc1b';

const issued = {
  month: '2026-06',
  networkId: network,
  partnerOfficeId: partner,
  assistOfficeId: assist,
  lineCount: 1,
  issuedBy: 'coordinator',
  issuedOn: '2026-07-01',
  dueOn: '2026-07-30',
  contentHash,
};
const visitLine = {
  lineId: lineIdOf(statement, 0),
  kind: 'VISIT' as const,
  visitId: visit,
  date: '2026-06-12',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: 1140,
  amountYen: 3771,
  taxClass: 'TAXABLE_10' as const,
  termsVersion: 2,
  pricedBy: uuidOf('event', 'VisitVerified'),
  corrects: null,
  carriedFrom: null,
};
const carriedLine = {
  ...visitLine,
  lineId: lineIdOf(nextStatement, 0),
  kind: 'CARRIED_FORWARD' as const,
  visitId: null,
  date: '2026-07-01',
  serviceCode: null,
  units: null,
  yenPerUnitHundredths: null,
  amountYen: -770,
  taxClass: 'OUT_OF_SCOPE' as const,
  termsVersion: null,
  pricedBy: null,
  carriedFrom: statement,
};
const adjustmentLine = {
  ...visitLine,
  lineId: lineIdOf(nextStatement, 1),
  kind: 'ADJUSTMENT' as const,
  amountYen: -3771,
  pricedBy: uuidOf('event', 'VisitMissed'),
  corrects: visitLine.lineId,
};

const bankFile = uuidOf('bankfile', 'example');

/** A file for a bank. */
export const bankFileExamples: ExamplesOf<BankFileEvent['type']> = {
  BankFileMade: examplesIn(streamOf('bankfile', bankFile))('BankFileMade', {
    partnerOfficeId: partner,
    transferDate: '2026-07-30',
    transfers: [{ settlementId: settlement, statementId: statement, amountYen: 4148 }],
    totalYen: 4148,
    content: sealed(keyIdOf('office', partner), '21'),
    sha256: sealed(keyIdOf('office', partner), 'of its bytes'),
  }),
};

export const settlementExamples: ExamplesOf<SettlementEvent['type']> = {
  StatementIssued: ofSettlement(
    'StatementIssued',
    {
      ...issued,
      statementId: nextStatement,
      number: '2026-06-1371100001-1371100019-2',
      subtotals: [
        { taxClass: 'TAXABLE_10', netYen: -700, taxYen: -70 },
        { taxClass: 'OUT_OF_SCOPE', netYen: 770, taxYen: 0 },
      ],
      totalYen: 0,
      carriedForwardYen: -770,
      confirmBy: '2026-07-11',
      payeeInvoiceNumber: 'T7000012050002',
      deductiblePercent: 100,
      replaces: statement,
    },
    {
      ...issued,
      statementId: statement,
      number: '2026-06-1371100001-1371100019-1',
      subtotals: [{ taxClass: 'TAXABLE_10', netYen: 3771, taxYen: 377 }],
      totalYen: 4148,
      carriedForwardYen: 0,
      confirmBy: null,
      payeeInvoiceNumber: null,
      deductiblePercent: 80,
      replaces: null,
    },
  ),
  StatementLinesListed: ofSettlement(
    'StatementLinesListed',
    { statementId: nextStatement, from: 100, lines: [carriedLine, adjustmentLine] },
    { statementId: statement, from: 0, lines: [visitLine] },
  ),
  LineDisputed: ofSettlement(
    'LineDisputed',
    {
      statementId: statement,
      lineId: visitLine.lineId,
      visitId: visit,
      reason: sealed(keyIdOf('client', client), '訪問は60分でした'),
      digest: 'of the dispute',
    },
    {
      statementId: nextStatement,
      lineId: carriedLine.lineId,
      visitId: null,
      reason: sealed(keyIdOf('office', partner), '繰越額が違います'),
      digest: 'of another dispute',
    },
  ),
  DisputeResolved: ofSettlement(
    'DisputeResolved',
    {
      statementId: statement,
      lineId: visitLine.lineId,
      outcome: 'UPHELD',
      answer: sealed(keyIdOf('client', client), '次回の通知書で調整します'),
      adjustmentYen: 1257,
      answeredOn: '2026-07-03',
      confirmBy: '2026-07-13',
      digest: 'of the answer',
    },
    {
      statementId: nextStatement,
      lineId: carriedLine.lineId,
      outcome: 'REJECTED',
      answer: sealed(keyIdOf('office', partner), '前月の通知書のとおりです'),
      adjustmentYen: null,
      answeredOn: '2026-08-03',
      confirmBy: null,
      digest: 'of another answer',
    },
  ),
  StatementVoided: ofSettlement(
    'StatementVoided',
    {
      statementId: nextStatement,
      reason: sealed(keyIdOf('office', partner), '対象月を誤って締めたため'),
      lastClosedMonth: '2026-06',
      digest: 'of the voiding',
    },
    {
      statementId: statement,
      reason: sealed(keyIdOf('office', partner), '単価の誤りのため'),
      lastClosedMonth: null,
      digest: 'of another voiding',
    },
  ),
  StatementConfirmed: ofSettlement(
    'StatementConfirmed',
    { statementId: statement, deemed: true },
    { statementId: statement, deemed: false },
  ),
  PaymentApproved: ofSettlement(
    'PaymentApproved',
    { statementId: statement, contentHash, approvedBy: 'manager', accountDigest: 'of the account' },
    { statementId: statement, contentHash, approvedBy: 'manager', accountDigest: null },
  ),
  ApprovalTakenBack: ofSettlement('ApprovalTakenBack', { statementId: statement }),
  PaymentInstructed: ofSettlement('PaymentInstructed', {
    statementId: statement,
    bankFileId: bankFile,
    transferDate: '2026-07-30',
    instructedOn: '2026-07-27',
    amountYen: 4148,
    accountDigest: 'of the account',
    payerDigest: 'of the account that pays',
  }),
  PaymentFailed: ofSettlement('PaymentFailed', {
    statementId: statement,
    failedOn: '2026-07-31',
    reason: sealed(keyIdOf('office', partner), '口座名義相違'),
    digest: 'of the failure',
  }),
  PaymentSettled: ofSettlement('PaymentSettled', {
    statementId: statement,
    paidOn: '2026-07-30',
    amountYen: 4148,
    reference: sealed(keyIdOf('office', partner), '振込 0730'),
    digest: 'of the payment',
  }),
};
