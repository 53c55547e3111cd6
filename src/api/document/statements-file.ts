import type { Download } from '../download.ts';
import { StatementsForFileDocument, type StatementsForFileQuery } from '../schema/documents.gen.ts';
import type { TaxClass } from '../schema/types.gen.ts';
import { exportAsked, monthsOf } from './export-asked.ts';
import type { ReadPage } from './making.ts';
import { column, csvDownload, momentCell } from './tables.ts';
import { STATEMENT_STATUS_WORDS } from './words.ts';

type Connection = NonNullable<NonNullable<StatementsForFileQuery['network']>['statements']>;
type Row = Connection['edges'][number]['node'];

const ofClass = ({ subtotals }: Row, asked: TaxClass) => subtotals.find(({ taxClass }) => taxClass === asked);
const of = column<Row>;
const COLUMNS = [
  of('支払通知書番号', ({ number }) => number),
  of('対象年月', ({ month }) => month),
  of('状態', ({ status }) => STATEMENT_STATUS_WORDS[status]),
  of('パートナー事業所番号', ({ partnerOffice }) => partnerOffice.providerNumber),
  of('パートナー事業所', ({ partnerOffice }) => partnerOffice.name),
  of('アシスト事業所番号', ({ assistOffice }) => assistOffice.providerNumber),
  of('アシスト事業所', ({ assistOffice }) => assistOffice.name),
  of('登録番号', ({ payeeInvoiceNumber }) => payeeInvoiceNumber),
  of('課税10%対象額（税抜、円）', (row) => ofClass(row, 'TAXABLE_10')?.netYen),
  of('課税10%消費税額（円）', (row) => ofClass(row, 'TAXABLE_10')?.taxYen),
  of('非課税額（円）', (row) => ofClass(row, 'EXEMPT')?.netYen),
  of('不課税額（円）', (row) => ofClass(row, 'OUT_OF_SCOPE')?.netYen),
  of('支払金額（税込、円）', ({ totalYen }) => totalYen),
  of('控除できる割合（%）', ({ deductiblePercent }) => deductiblePercent),
  of('控除できる消費税額（円）', ({ deductibleYen }) => deductibleYen),
  of('発行日時', ({ issuedAt }) => momentCell(issuedAt)),
  of('確認の期限', ({ confirmBy }) => confirmBy),
  of('確認日時', ({ confirmedAt }) => momentCell(confirmedAt)),
  of('みなし確認', ({ deemed }) => (deemed ? 'はい' : 'いいえ')),
  of('支払期限', ({ dueOn }) => dueOn),
  of('支払承認日時', ({ payment }) => momentCell(payment?.approvedAt)),
  of('支払日', ({ payment }) => payment?.paidOn),
  of('支払った金額（円）', ({ payment }) => payment?.amountYen),
  of('内容のハッシュ値', ({ contentHash }) => contentHash),
];

/** ExportKind STATEMENTS: statements (支払通知書) as CSV, month by month. */
export const statementsFile: Download = {
  kind: 'statements',
  make: async ({ id: networkId, query }, making) => {
    const asked = exportAsked('STATEMENTS', query);
    const { from, to, encoding } = asked;
    const lists = monthsOf(asked).map(
      (month): ReadPage<Row> =>
        async (page) => {
          const filter = { ...asked.filter, month };
          return (await making.ask(StatementsForFileDocument, { networkId, filter, ...page })).network?.statements;
        },
    );
    return csvDownload({ name: `支払通知書一覧_${from}_${to}`, columns: COLUMNS, encoding, lists }, making);
  },
};
