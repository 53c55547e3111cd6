import { parse } from 'csv-parse/sync';
import { addMonths, type Day, monthOfDay } from '../../src/domain/calendar.ts';
import type { Moment } from '../network-builder.ts';
import type { SetPartner } from './setting.ts';
import { downloaded, type Stage } from './stage.ts';
import { same } from './telling.ts';

const ASKED = `query ($id: ID!, $first: Month!, $second: Month!, $payee: ID!) { network(id: $id) {
  statements(filter: { month: $first, assistOfficeId: $payee }, first: 1) { edges { node { number documentUrl } } }
  visitLedger(month: $second, first: 1) { totalCount }
  exportUrl(kind: LEDGER, from: $second, to: $second) } }`;

/** A statement on paper, as its payee takes it, and the ledger of a month for a spreadsheet. */
export const takePapers = async (stage: Stage, of: SetPartner, then: Moment, from: Day): Promise<void> => {
  const [payee] = of.assists;
  const first = monthOfDay(from);
  const second = addMonths(first, 1);
  const { network } = await then.ask(of.partner, ASKED, { id: of.networkId, first, second, payee: payee?.id });
  const { number, documentUrl } = network.statements.edges[0].node;
  const pdf = await downloaded(stage, payee ?? of.partner, documentUrl);
  same('a statement is a PDF', new TextDecoder().decode(pdf.slice(0, 5)), '%PDF-');
  stage.keep(`statement-${number}.pdf`, pdf);
  const csv = await downloaded(stage, of.partner, network.exportUrl);
  const rows: unknown[] = parse(new TextDecoder().decode(csv), { bom: true, columns: true });
  same('the ledger as CSV', rows.length, network.visitLedger.totalCount);
  stage.keep(`ledger-${second}.csv`, csv);
  stage.telling.tell(
    then.at ?? '',
    `支払通知書${number}のPDFと、${second}の訪問台帳${rows.length}行のCSVをダウンロード`,
    `statement ${number} as PDF, the ledger of ${second} as CSV of ${rows.length} rows`,
  );
};
