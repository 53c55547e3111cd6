import { firstDayOf, lastDayOf } from '../domain/calendar.ts';
import type { ServiceKind } from '../domain/vocabulary.ts';
import { onPaper, type TableColumn, type TextStyle, type Told, type Writing } from './paper.ts';
import { dayWords, minuteWords, SERVICE_WORDS, timesWords, yenWords } from './words.ts';

/** An office, as documents name it. */
export interface OfficeOnPaper {
  readonly name: string;
  readonly providerNumber: string;
  readonly corporationName?: string | null;
  readonly address: string;
  readonly phone?: string | null;
}
/** 異議 of a line; reason and answer are null after erasure. */
export interface DisputeOnPaper {
  readonly reason?: string | null;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly outcome?: 'UPHELD' | 'REJECTED' | 'WITHDRAWN' | null;
  readonly answer?: string | null;
  readonly resolvedAt?: string | null;
}
/** A line of a statement, as far as its reader may see it; instants in Japan's time. */
export interface LineOnPaper {
  readonly kind: 'VISIT' | 'CANCELLATION' | 'ADJUSTMENT' | 'CARRIED_FORWARD';
  readonly date: string;
  readonly units?: number | null;
  /** In words, with its day and service code. */
  readonly description: string;
  readonly amountYen: number;
  readonly taxClass: 'TAXABLE_10' | 'EXEMPT' | 'OUT_OF_SCOPE';
  /** The line that it puts right: of which statement, and which of its lines. */
  readonly corrects: { readonly number: string; readonly line: number } | null;
  readonly dispute?: DisputeOnPaper | null;
  readonly visit?: {
    readonly number: string;
    readonly plannedStart: string;
    readonly plannedEnd: string;
    readonly service: ServiceKind;
    readonly client: { readonly code: string; readonly name?: string | null };
  } | null;
}
/** A statement (支払通知書) as its reader may see it. */
export interface StatementOnPaper {
  readonly number: string;
  readonly month: string;
  readonly status: string;
  readonly network: { readonly name: string };
  readonly partnerOffice: OfficeOnPaper;
  readonly assistOffice: OfficeOnPaper;
  readonly subtotals: readonly {
    readonly taxClass: LineOnPaper['taxClass'];
    readonly netYen: number;
    readonly taxYen: number;
  }[];
  readonly totalYen: number;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly confirmBy?: string | null;
  readonly confirmedAt?: string | null;
  readonly deemed: boolean;
  readonly dueOn: string;
  readonly payeeInvoiceNumber?: string | null;
  /** Null to whom it does not concern: the assist office's copy does not show it. */
  readonly deductiblePercent?: number | null;
  readonly deductibleYen?: number | null;
  readonly contentHash: string;
  readonly payment?: { readonly paidOn?: string | null; readonly amountYen?: number | null } | null;
  readonly carriedInto?: { readonly number: string } | null;
  /** The voided one whose place it takes, and the other way round. */
  readonly replaces?: { readonly number: string } | null;
  readonly replacedBy?: { readonly number: string } | null;
  readonly voidReason?: string | null;
  readonly history: readonly { readonly type: string; readonly occurredAt: string }[];
}

/** What a document is made of; `madeAt`: an instant. */
export interface StatementAsked {
  readonly statement: StatementOnPaper;
  readonly lines: readonly LineOnPaper[];
  readonly madeAt: string;
}

const TAX_WORDS = { TAXABLE_10: '課税10%', EXEMPT: '非課税', OUT_OF_SCOPE: '不課税' } as const;
const RATE_WORDS = { TAXABLE_10: '10%', EXEMPT: '―', OUT_OF_SCOPE: '―' } as const;

const LINES: readonly TableColumn[] = [
  { title: '明細', width: 24, align: 'right' },
  { title: '訪問番号', width: 54 },
  { title: '日時', width: 96 },
  { title: '利用者', width: 96 },
  { title: '内容', width: 131 },
  { title: '単位数', width: 32, align: 'right' },
  { title: '税区分', width: 40 },
  { title: '金額（円）', width: 50, align: 'right' },
];
const SUBTOTALS: readonly TableColumn[] = [
  { title: '税区分', width: 83 },
  { title: '適用税率', width: 80, align: 'right' },
  { title: '対価の額（税抜、円）', width: 120, align: 'right' },
  { title: '消費税額（円）', width: 120, align: 'right' },
  { title: '合計（円）', width: 120, align: 'right' },
];
const FACTS: readonly TableColumn[] = [{ width: 110, isHead: true }, { width: 413 }];

const DISPUTES: readonly TableColumn[] = [
  { title: '明細', width: 24, align: 'right' },
  { title: '申立て', width: 100 },
  { title: '異議の理由', width: 140 },
  { title: '回答', width: 100 },
  { title: '回答の内容', width: 159 },
];
const OUTCOME_WORDS = { UPHELD: '認める', REJECTED: '認めない', WITHDRAWN: '取下げ' } as const;

/**
 * The statement as PDF (支払通知書, which is a 仕入明細書): who made it, the other side and its 登録番号,
 * period and content, net and tax by rate, how it was confirmed; every line with its visit, and
 * what was disputed; that it is void, and which one takes its place. `told`: its pieces, and how
 * much is drawn.
 */
export const statementPdf = ({ statement, lines, madeAt }: StatementAsked, told: Told): Promise<void> =>
  onPaper({ title: `支払通知書 ${statement.number}`, madeAt }, told, (paper) => {
    const isVoid = statement.status === 'VOIDED';
    paper.page(`支払通知書 ${statement.number}${isVoid ? '（取消済み）' : ''}`);
    paper.text('支払通知書（仕入明細書）', { size: 16, weight: 'bold', align: 'center' });
    if (isVoid) for (const [text, size] of voided(statement)) paper.text(text, { ...RED, size });
    paper.space(8);
    paper.beside(payee(statement), maker(statement));
    paper.space(10);
    facts(paper, statement, lines.some(isOpen));
    paper.space(10);
    paper.heading('税率ごとの合計');
    paper.table(SUBTOTALS, statement.subtotals.map(subtotal));
    paper.space(10);
    paper.heading(`明細（${lines.length}行、金額は税抜）`);
    paper.table(LINES, lines.map(lineCells), 7);
    const disputed = lines.flatMap(disputeCells);
    if (disputed.length > 0) {
      paper.space(10);
      paper.heading('異議とその回答');
      paper.table(DISPUTES, disputed, 7);
    }
    paper.space(6);
    paper.text(`この通知書の内容のハッシュ値（SHA-256）：${statement.contentHash}`, { size: 6, colour: '#555555' });
  });

const RED = { weight: 'bold', align: 'center', colour: '#aa0000' } as const;
const VOIDED = '取消済み：この支払通知書は取り消されています。支払には使えません。';

/** That it is void, since when and why, and which one stands in its place. */
const voided = ({ history, voidReason, replacedBy }: StatementOnPaper): (readonly [string, number])[] => {
  const event = history.find(({ type }) => type === 'StatementVoided');
  const since = event ? `${dayWords(event.occurredAt)} 取消　` : '';
  const other = replacedBy ? `支払通知書 ${replacedBy.number}` : 'まだありません';
  return [
    [VOIDED, 12],
    [`${since}理由：${voidReason ?? '―'}`, 9],
    [`代わりの通知書：${other}`, 9],
  ];
};

const payee = ({ assistOffice, payeeInvoiceNumber }: StatementOnPaper): (readonly [string, TextStyle])[] => [
  [`${assistOffice.corporationName ?? ''} ${assistOffice.name} 御中`.trim(), { size: 11, weight: 'bold' }],
  [`事業所番号 ${assistOffice.providerNumber}`, {}],
  [assistOffice.address, {}],
  [`登録番号 ${payeeInvoiceNumber ?? 'なし（適格請求書発行事業者の登録がありません）'}`, {}],
];

const maker = ({ number, partnerOffice, issuedAt, issuedBy }: StatementOnPaper): (readonly [string, TextStyle])[] => [
  [`番号 ${number}`, {}],
  [`発行日 ${dayWords(issuedAt)}`, {}],
  [`作成者 ${partnerOffice.corporationName ?? ''} ${partnerOffice.name}`, { weight: 'bold' }],
  [`事業所番号 ${partnerOffice.providerNumber}`, {}],
  [partnerOffice.address, {}],
  [partnerOffice.phone ? `電話 ${partnerOffice.phone}` : '', {}],
  [`発行担当 ${issuedBy}`, {}],
];

const isOpen = ({ dispute }: LineOnPaper): boolean => dispute?.outcome === null;

const facts = (paper: Writing, statement: StatementOnPaper, isDisputed: boolean): void => {
  const { month, totalYen, dueOn, network, payment, carriedInto, deductiblePercent, deductibleYen } = statement;
  const period = `${dayWords(firstDayOf(month))}から${dayWords(lastDayOf(month))}まで`;
  const rows: (readonly [string, string])[] = [
    ['支払金額（税込）', `${yenWords(totalYen)}円`],
    ['対象期間', `${period}（それより前の日の明細は、後から精算できるようになったものです）`],
    ['内容', `訪問介護の受託（${network.name}）`],
    ['支払期限', dayWords(dueOn)],
    ['相手方の確認', confirmation(statement, isDisputed)],
  ];
  if (deductiblePercent !== null && deductiblePercent !== undefined)
    rows.push(['仕入税額控除', `消費税額の${deductiblePercent}％が対象、現在 ${yenWords(deductibleYen ?? 0)}円`]);
  if (payment?.paidOn) rows.push(['支払', `${dayWords(payment.paidOn)}　${yenWords(payment.amountYen ?? 0)}円`]);
  if (statement.replaces) rows.push(['差替え', `取り消した支払通知書 ${statement.replaces.number} に代わるものです`]);
  if (carriedInto) rows.push(['繰越先', `支払通知書 ${carriedInto.number}`]);
  paper.table(FACTS, rows, 9);
};

const confirmation = (statement: StatementOnPaper, isDisputed: boolean): string => {
  const { status, confirmedAt, deemed, confirmBy } = statement;
  if (confirmedAt && deemed)
    return `${dayWords(confirmedAt)} 確認されたものとみなしました（確認の期限 ${dayWords(confirmBy ?? confirmedAt)} までに異議がなかったため）`;
  if (confirmedAt) return `${dayWords(confirmedAt)} 確認済み`;
  if (status === 'VOIDED') return '未確認（取消済みのため、確認は要りません）';
  if (isDisputed) return '未確認（異議の回答待ち。確認の期限は、回答の日から改めて数えます）';
  return confirmBy ? `未確認（${dayWords(confirmBy)} までに異議がなければ、確認されたものとみなします）` : '未確認';
};

const subtotal = ({ taxClass, netYen, taxYen }: StatementOnPaper['subtotals'][number]): string[] => [
  TAX_WORDS[taxClass],
  RATE_WORDS[taxClass],
  yenWords(netYen),
  yenWords(taxYen),
  yenWords(netYen + taxYen),
];

const lineCells = (line: LineOnPaper, index: number): string[] => {
  const { visit, date, units, taxClass, amountYen } = line;
  return [
    String(index + 1),
    visit?.number ?? '',
    visit ? timesWords(visit.plannedStart, visit.plannedEnd) : date,
    visit ? [visit.client.code, visit.client.name ?? ''].join(' ').trim() : '',
    contentOf(line),
    units === null || units === undefined ? '' : yenWords(units),
    TAX_WORDS[taxClass],
    yenWords(amountYen),
  ];
};

const contentOf = ({ kind, date, visit, description, corrects, dispute, amountYen }: LineOnPaper): string => {
  if (kind === 'CARRIED_FORWARD') return amountYen < 0 ? '前の支払通知書からの繰越' : '次の支払通知書への繰越';
  // The day stands in a column of its own.
  const words = description.replace(` ${date}`, '');
  const of = corrects ? `（${corrects.number} の明細${corrects.line}の訂正）` : '';
  return `${words}${visit ? ` ${SERVICE_WORDS[visit.service]}` : ''}${of}${dispute ? '【異議】' : ''}`;
};

const disputeCells = ({ dispute }: LineOnPaper, index: number): string[][] => {
  if (!dispute) return [];
  const { openedAt, openedBy, reason, outcome, answer, resolvedAt } = dispute;
  const answered = outcome && resolvedAt ? `${OUTCOME_WORDS[outcome]}（${minuteWords(resolvedAt)}）` : '回答待ち';
  return [[String(index + 1), `${minuteWords(openedAt)} ${openedBy}`, reason ?? '―', answered, answer ?? '―']];
};
