import { SERVICE_WORDS } from '../../documents/words.ts';
import type { Download } from '../download.ts';
import { LedgerForFileDocument, type LedgerForFileQuery } from '../schema/documents.gen.ts';
import { exportAsked, monthsOf } from './export-asked.ts';
import type { ReadPage } from './making.ts';
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

/** ExportKind LEDGER: the visit ledger (訪問台帳) as CSV, as `visitLedger` shows it to the viewer. */
export const ledgerFile: Download = {
  kind: 'ledger',
  make: async ({ id: networkId, query }, making) => {
    const asked = exportAsked('LEDGER', query);
    const { filter, knownAt, from, to, encoding } = asked;
    const lists = monthsOf(asked).map(
      (month): ReadPage<Line> =>
        async (page) => {
          const variables = { networkId, month, filter, knownAt, ...page };
          return (await making.ask(LedgerForFileDocument, variables)).network?.visitLedger;
        },
    );
    return csvDownload({ name: `訪問台帳_${from}_${to}`, columns: COLUMNS, encoding, lists }, making);
  },
};
