import type { LineOnPaper, OfficeOnPaper, StatementAsked, StatementOnPaper } from '../../src/documents/statement.ts';

const office = (name: string): OfficeOnPaper => ({
  name,
  providerNumber: '1370001234',
  address: '東京都大田区架空町1-2-3',
});
const statement: StatementOnPaper = {
  number: '2026-04-1-2-1',
  month: '2026-04',
  status: 'ISSUED',
  network: { name: '試験' },
  partnerOffice: office('パートナー'),
  assistOffice: office('アシスト'),
  subtotals: [{ taxClass: 'TAXABLE_10', netYen: 7_500_000, taxYen: 750_000 }],
  totalYen: 8_250_000,
  issuedAt: '2026-05-01T10:00:00.000+09:00',
  issuedBy: '担当',
  deemed: false,
  dueOn: '2026-05-31',
  contentHash: '0'.repeat(64),
  history: [],
};
const line = (n: number): LineOnPaper => ({
  kind: 'VISIT',
  date: '2026-04-10',
  description: '訪問介護の受託 2026-04-10 111111',
  units: 396,
  amountYen: 3_000,
  taxClass: 'TAXABLE_10',
  corrects: null,
  visit: {
    number: `26-${1_000 + n}-1`,
    plannedStart: '2026-04-10T09:00:00.000+09:00',
    plannedEnd: '2026-04-10T09:45:00.000+09:00',
    service: 'PHYSICAL_CARE',
    client: { code: `C-${n}`, name: '髙橋 花子' },
  },
});

/** A statement of so many lines, the visits numbered from 26-1000-1. */
export const longStatement = (lines: number): StatementAsked => ({
  statement,
  lines: Array.from({ length: lines }, (_, n) => line(n)),
  madeAt: '2026-05-20T00:00:00.000Z',
});
