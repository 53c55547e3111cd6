import { firstDayOf, lastDayOf } from '../../domain/calendar.ts';
import type { Download } from '../download.ts';
import { DelegationsForFileDocument, type DelegationsForFileQuery } from '../schema/documents.gen.ts';
import { exportAsked } from './export-asked.ts';
import type { ReadPage } from './making.ts';
import { column, csvDownload, momentCell } from './tables.ts';
import { DELEGATION_STATUS_WORDS, MODE_WORDS } from './words.ts';

type Row = NonNullable<DelegationsForFileQuery['network']>['delegations']['edges'][number]['node'];

const startsOf = ({ visits }: Row): string[] => visits.map(({ plannedStart }) => plannedStart).sort();
const of = column<Row>;
const COLUMNS = [
  of('委託番号', ({ number }) => number),
  of('状態', ({ status }) => DELEGATION_STATUS_WORDS[status]),
  of('依頼の方法', ({ mode }) => MODE_WORDS[mode]),
  of('依頼日時', ({ requestedAt }) => momentCell(requestedAt)),
  of('依頼した人', ({ requestedBy }) => requestedBy),
  of('パートナー事業所番号', ({ partnerOffice }) => partnerOffice.providerNumber),
  of('パートナー事業所', ({ partnerOffice }) => partnerOffice.name),
  of('利用者コード', ({ client }) => client.code),
  of('利用者名', ({ client }) => client.name),
  of('打診の回', ({ round }) => round),
  of('訪問の数', ({ visits }) => visits.length),
  of('決定した訪問の数', ({ visits }) => visits.filter(({ state }) => state === 'TAKEN').length),
  of('未実施の訪問の数', ({ uncoveredVisits }) => uncoveredVisits),
  of('最初の開始予定', (row) => momentCell(startsOf(row)[0])),
  of('最後の開始予定', (row) => momentCell(startsOf(row).at(-1))),
];

/** ExportKind DELEGATIONS: delegations (委託) as CSV, as `delegations` lists them to the viewer. */
export const delegationsFile: Download = {
  kind: 'delegations',
  make: async ({ id: networkId, query }, making) => {
    const { from, to, encoding, ...asked } = exportAsked('DELEGATIONS', query);
    const filter = { ...asked.filter, plannedFrom: firstDayOf(from), plannedTo: lastDayOf(to) };
    const list: ReadPage<Row> = async (page) =>
      (await making.ask(DelegationsForFileDocument, { networkId, filter, ...page })).network?.delegations;
    return csvDownload({ name: `委託一覧_${from}_${to}`, columns: COLUMNS, encoding, lists: [list] }, making);
  },
};
