import { SERVICE_WORDS } from '../../documents/words.ts';
import { MOST_LINES_OF_A_FILE } from '../../domain/limits.ts';
import type { Download } from '../download.ts';
import { LedgerForFileDocument, type LedgerForFileQuery } from '../schema/documents.gen.ts';
import { type ExportAsked, exportAsked, monthsOf } from './export-asked.ts';
import type { Making } from './making.ts';
import { column, csvDownload, momentCell } from './tables.ts';
import { VISIT_STATUS_WORDS } from './words.ts';

type Line = NonNullable<LedgerForFileQuery['network']>['visitLedger']['edges'][number]['node'];

const of = column<Line>;
const COLUMNS = [
  of('訪問番号', ({ number }) => number),
  of('日付', ({ date }) => date),
  of('開始予定', ({ plannedStart }) => momentCell(plannedStart)),
  of('終了予定', ({ plannedEnd }) => momentCell(plannedEnd)),
  of('開始', ({ actualStart }) => momentCell(actualStart)),
  of('終了', ({ actualEnd }) => momentCell(actualEnd)),
  of('分', ({ minutes }) => minutes),
  of('サービスの種類', ({ service }) => SERVICE_WORDS[service]),
  of('サービスコード', ({ serviceCode }) => serviceCode),
  of('状態', ({ status }) => VISIT_STATUS_WORDS[status]),
  of('利用者コード', ({ client }) => client.code),
  of('利用者名', ({ client }) => client.name),
  of('パートナー事業所番号', ({ partnerOffice }) => partnerOffice.providerNumber),
  of('パートナー事業所', ({ partnerOffice }) => partnerOffice.name),
  of('アシスト事業所番号', ({ assistOffice }) => assistOffice.providerNumber),
  of('アシスト事業所', ({ assistOffice }) => assistOffice.name),
  of('訪問介護員コード', ({ caregiver }) => caregiver?.code),
  of('訪問介護員名', ({ caregiver }) => caregiver?.name),
  of('訪問介護員の人数', ({ caregiversRequired }) => caregiversRequired),
  of('単位数', ({ units }) => units),
  of('委託料（税抜、円）', ({ feeYen }) => feeYen),
  of('要確認事項の件数', ({ openExceptions }) => openExceptions),
  of('記録の版', ({ recordVersion }) => recordVersion),
  of('支払通知書のID', ({ statementId }) => statementId),
  of('この内容になった日時', ({ changedAt }) => momentCell(changedAt)),
];

/** The lines of some months of the ledger, in its order; null where the network may not be seen. */
const linesOf = async (networkId: string, asked: ExportAsked, making: Making): Promise<Line[] | null> => {
  const { filter, knownAt } = asked;
  const months = monthsOf(asked);
  const lines: Line[] = [];
  for (const [part, month] of months.entries()) {
    const found = await making.all<Line>(
      async (after) =>
        (await making.ask(LedgerForFileDocument, { networkId, month, filter, knownAt, after })).network?.visitLedger,
      { most: MOST_LINES_OF_A_FILE - lines.length, part, parts: months.length },
    );
    if (found === null) return null;
    lines.push(...found);
  }
  return lines;
};

/** ExportKind LEDGER: the visit ledger (訪問台帳) as CSV, as `visitLedger` shows it to the viewer. */
export const ledgerFile: Download = {
  kind: 'ledger',
  make: async ({ id, query }, making) => {
    const asked = exportAsked('LEDGER', query);
    const rows = await linesOf(id, asked, making);
    if (rows === null) return null;
    const name = `訪問台帳_${asked.from}_${asked.to}`;
    return csvDownload({ name, columns: COLUMNS, rows, encoding: asked.encoding }, making);
  },
};
