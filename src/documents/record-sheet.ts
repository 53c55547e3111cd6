import type { ExceptionCode } from '../domain/visit/events.ts';
import type { ServiceKind } from '../domain/vocabulary.ts';
import { onPaper, type TableColumn, type Told, type Writing } from './paper.ts';
import type { OfficeOnPaper } from './statement.ts';
import { minuteWords, SERVICE_WORDS } from './words.ts';

type Method = 'GPS' | 'NFC' | 'QR' | 'TELEPHONE' | 'MANUAL';
interface PersonOnPaper {
  readonly code: string;
  readonly name?: string | null;
}
/** One version of a record, as far as its reader may see it; instants in Japan's time. */
export interface RecordOnPaper {
  readonly version: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly startMethod: Method;
  readonly endMethod: Method;
  readonly adjustedStart?: string | null;
  readonly adjustedEnd?: string | null;
  readonly caregiver?: PersonOnPaper | null;
  readonly tasks: readonly {
    readonly label: string;
    readonly outcome: 'DONE' | 'DECLINED_BY_CLIENT' | 'NOT_NEEDED';
    readonly note?: string | null;
  }[];
  readonly condition?: string | null;
  readonly notes?: string | null;
  readonly recordedBy: string;
  readonly enteredForCaregiver: boolean;
  readonly recordedAt: string;
  readonly amendReason?: string | null;
}
/** A visit with every version of its record, the newest first. */
export interface SheetOnPaper {
  readonly number: string;
  readonly status: string;
  readonly service: ServiceKind;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly client: PersonOnPaper;
  readonly partnerOffice: OfficeOnPaper;
  readonly assistOffice: OfficeOnPaper;
  readonly records: readonly RecordOnPaper[];
  readonly exceptions: readonly {
    readonly code: ExceptionCode;
    readonly raisedAt: string;
    readonly resolvedAt?: string | null;
    readonly resolvedBy?: string | null;
    readonly reason?: string | null;
  }[];
  readonly history: readonly { readonly type: string; readonly actor: string; readonly occurredAt: string }[];
}
/** What a document of sheets is made of; `madeAt`: an instant. */
export interface SheetsAsked {
  readonly title: string;
  readonly sheets: readonly SheetOnPaper[];
  /** Visits asked for of which there is no record yet, as they are told at the end. */
  readonly without: readonly string[];
  readonly madeAt: string;
}

const METHOD_WORDS: Readonly<Record<Method, string>> = {
  GPS: '位置情報',
  NFC: 'NFCタグ',
  QR: 'QRコード',
  TELEPHONE: '電話',
  MANUAL: '手入力',
};
const OUTCOME_WORDS = { DONE: '実施', DECLINED_BY_CLIENT: '利用者が辞退', NOT_NEEDED: '必要なし' } as const;
const EXCEPTION_WORDS: Readonly<Record<ExceptionCode, string>> = {
  DURATION_DIFFERS: '所要時間の相違',
  START_DIFFERS: '開始時刻の相違',
  MANUAL_TIME: '手入力の時刻',
  LATE_RECORD: '遅れた記録',
  CAREGIVER_OVERLAP: '訪問介護員の重複',
  CLIENT_OVERLAP: '利用者の重複',
  WITHIN_TWO_HOURS: '2時間未満の間隔',
  QUALIFICATION_MISSING: '資格の不足',
  OUTSIDE_LOCATION: '場所の相違',
  TIMES_ADJUSTED: '時刻の訂正',
  TASK_MISMATCH: 'サービスの種類にない内容',
  DUPLICATE_UPLOAD: '内容の異なる重複した記録',
  RECORD_AFTER_RELEASE: '返上後の記録（別の事業所が訪問）',
};
const FACTS: readonly TableColumn[] = [{ width: 110, isHead: true }, { width: 413 }];
const TIMES: readonly TableColumn[] = [
  { title: '', width: 60 },
  { title: '予定', width: 120 },
  { title: '打刻・入力した時刻（方法）', width: 193 },
  { title: '訂正後の時刻', width: 150 },
];
const TASKS: readonly TableColumn[] = [
  { title: 'サービス内容', width: 200 },
  { title: '実施の有無', width: 83 },
  { title: '備考', width: 240 },
];
const EXCEPTIONS: readonly TableColumn[] = [
  { title: '要確認事項', width: 120 },
  { title: '検出日時', width: 90 },
  { title: '対応', width: 160 },
  { title: '理由', width: 153 },
];

/**
 * Record sheets (サービス提供記録) as PDF, each from a new page: day, start and end as punched and as
 * adjusted, what was done, the client's condition, who recorded and who verified; and every version
 * before, with who changed it, when and why (真正性). `told`: its pieces, and how much is drawn.
 */
export const recordSheetsPdf = ({ title, sheets, without, madeAt }: SheetsAsked, told: Told): Promise<void> =>
  onPaper({ title, madeAt }, told, (paper) => {
    for (const sheet of sheets) writeSheet(paper, sheet);
    if (without.length === 0 && sheets.length > 0) return;
    paper.page(title);
    paper.text('記録のない訪問', { size: 12, weight: 'bold' });
    paper.space(6);
    paper.text(without.length === 0 ? '該当する訪問はありません。' : '次の訪問には、まだ記録がありません。');
    for (const visit of without) paper.text(visit);
  });

const writeSheet = (paper: Writing, sheet: SheetOnPaper): void => {
  const [record, ...earlier] = sheet.records;
  if (!record) return;
  paper.page(`サービス提供記録 ${sheet.number}`);
  paper.text('サービス提供記録', { size: 16, weight: 'bold', align: 'center' });
  paper.space(8);
  paper.table(FACTS, factsOf(sheet, record), 9);
  paper.space(8);
  writeRecord(paper, sheet, record);
  if (sheet.exceptions.length > 0) {
    paper.space(8);
    paper.heading('要確認事項とその対応');
    paper.table(EXCEPTIONS, sheet.exceptions.map(exceptionCells));
  }
  for (const [index, before] of earlier.entries()) {
    // Who changed a version, and why, stands in the version that took its place.
    const { recordedAt, recordedBy, amendReason } = sheet.records[index] ?? record;
    paper.space(12);
    paper.heading(`訂正前の記録（第${before.version}版）`, 11);
    paper.text(`${minuteWords(recordedAt)} ${recordedBy} が訂正　理由：${amendReason ?? '―'}`, { colour: '#aa0000' });
    paper.space(4);
    paper.table(FACTS, [['記録した人', recorder(before)]], 9);
    paper.space(4);
    writeRecord(paper, sheet, before);
  }
};

const person = ({ code, name }: PersonOnPaper): string => [code, name ?? ''].join(' ').trim();

const factsOf = (sheet: SheetOnPaper, record: RecordOnPaper): (readonly [string, string])[] => [
  ['訪問番号', sheet.number],
  ['利用者', person(sheet.client)],
  ['サービスの種類', SERVICE_WORDS[sheet.service]],
  ['パートナー事業所', `${sheet.partnerOffice.name}（事業所番号 ${sheet.partnerOffice.providerNumber}）`],
  ['アシスト事業所', `${sheet.assistOffice.name}（事業所番号 ${sheet.assistOffice.providerNumber}）`],
  ['訪問介護員', record.caregiver ? person(record.caregiver) : '―'],
  ['記録した人', recorder(record)],
  ['確定した人', verifier(sheet)],
  ['記録の版', `第${record.version}版${record.version > 1 ? '（訂正前の記録は後に続きます）' : ''}`],
];

const recorder = ({ recordedBy, recordedAt, enteredForCaregiver }: RecordOnPaper): string =>
  `${recordedBy}（${minuteWords(recordedAt)} 記録）${enteredForCaregiver ? '　代行入力' : ''}`;

const verifier = ({ status, history }: SheetOnPaper): string => {
  const verified = history.findLast(({ type }) => type === 'VisitVerified');
  if (!verified || (status !== 'VERIFIED' && status !== 'SETTLED')) return '未確定';
  return `${verified.actor}（${minuteWords(verified.occurredAt)} 確定）`;
};

const writeRecord = (paper: Writing, sheet: SheetOnPaper, record: RecordOnPaper): void => {
  const adjusted = (time: string | null | undefined): string => (time ? minuteWords(time) : '―');
  paper.table(TIMES, [
    [
      '開始',
      minuteWords(sheet.plannedStart),
      `${minuteWords(record.startedAt)}（${METHOD_WORDS[record.startMethod]}）`,
      adjusted(record.adjustedStart),
    ],
    [
      '終了',
      minuteWords(sheet.plannedEnd),
      `${minuteWords(record.endedAt)}（${METHOD_WORDS[record.endMethod]}）`,
      adjusted(record.adjustedEnd),
    ],
  ]);
  paper.space(4);
  const tasks = record.tasks.map(({ label, outcome, note }) => [label, OUTCOME_WORDS[outcome], note ?? '']);
  paper.table(TASKS, tasks.length > 0 ? tasks : [['―', '', '']]);
  paper.space(4);
  paper.table(FACTS, [
    ['心身の状況', record.condition ?? '―'],
    ['特記事項', record.notes ?? '―'],
  ]);
};

const exceptionCells = (one: SheetOnPaper['exceptions'][number]): string[] => {
  const { code, raisedAt, resolvedAt, resolvedBy, reason } = one;
  const done = resolvedAt ? [minuteWords(resolvedAt), resolvedBy ?? '解消'].join(' ') : '未対応';
  return [EXCEPTION_WORDS[code], minuteWords(raisedAt), done, reason ?? ''];
};
