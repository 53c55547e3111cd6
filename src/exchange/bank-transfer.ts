import { BANK_SYMBOLS } from './bank-kana.ts';

/** 総合振込, a file for a bank (全銀協): records of 120 bytes, one for each transfer. */
export interface TransferFile {
  /** 依頼人コード: ten digits. */
  readonly consignorCode: string;
  readonly consignorName: string;
  /** 振込指定日: month and day, four digits. */
  readonly monthDay: string;
  readonly from: FileAccount;
  readonly transfers: readonly Transfer[];
}
export interface FileAccount {
  readonly bankCode: string;
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
  /** 預金種目: 1 普通, 2 当座, 4 貯蓄, 9 other. */
  readonly kind: string;
  /** Seven digits. */
  readonly number: string;
}
export interface Transfer extends FileAccount {
  readonly holder: string;
  readonly amountYen: number;
  /** 顧客コード1, 2: ten digits each, by which the payer knows the transfer again. */
  readonly customerCode1: string;
  readonly customerCode2: string;
}

/** What differs from bank to bank. */
export interface TransferFileOptions {
  /** Between the records and behind the last one. */
  readonly separator: 'CRLF' | 'NONE';
  /** Of `BANK_SYMBOLS` those that the bank takes. */
  readonly symbols: string;
  /** Whether the names of banks and branches are written beside their codes. */
  readonly bankNames: boolean;
}
export const USUAL_OPTIONS: TransferFileOptions = { separator: 'CRLF', symbols: BANK_SYMBOLS, bankNames: true };

export const RECORD_BYTES = 120;

/** A field of a record: N digits, right-aligned with zeros before; C text, with spaces behind. */
type Layout = readonly (readonly [name: string, kind: 'N' | 'C', bytes: number])[];

const HEADER: Layout = [
  ['record', 'N', 1],
  ['transferKind', 'N', 2],
  ['codeKind', 'N', 1],
  ['consignorCode', 'N', 10],
  ['consignorName', 'C', 40],
  ['monthDay', 'N', 4],
  ['bankCode', 'N', 4],
  ['bankName', 'C', 15],
  ['branchCode', 'N', 3],
  ['branchName', 'C', 15],
  ['kind', 'N', 1],
  ['number', 'N', 7],
  ['dummy', 'C', 17],
];
const DATA: Layout = [
  ['record', 'N', 1],
  ['bankCode', 'N', 4],
  ['bankName', 'C', 15],
  ['branchCode', 'N', 3],
  ['branchName', 'C', 15],
  ['clearingHouse', 'N', 4],
  ['kind', 'N', 1],
  ['number', 'N', 7],
  ['holder', 'C', 30],
  ['amountYen', 'N', 10],
  ['newCode', 'N', 1],
  ['customerCode1', 'N', 10],
  ['customerCode2', 'N', 10],
  ['urgency', 'N', 1],
  ['mark', 'C', 1],
  ['dummy', 'C', 7],
];
const TRAILER: Layout = [
  ['record', 'N', 1],
  ['count', 'N', 6],
  ['totalYen', 'N', 12],
  ['dummy', 'C', 101],
];
const END: Layout = [
  ['record', 'N', 1],
  ['dummy', 'C', 119],
];

/** What the standard calls the fields. */
const TITLES: Readonly<Record<string, string>> = {
  record: 'レコード',
  transferKind: '種別コード',
  codeKind: 'コード区分',
  consignorCode: '依頼人コード',
  consignorName: '依頼人名',
  monthDay: '振込指定日',
  bankCode: '銀行番号',
  bankName: '銀行名',
  branchCode: '支店番号',
  branchName: '支店名',
  clearingHouse: '手形交換所番号',
  kind: '預金種目',
  number: '口座番号',
  holder: '受取人名',
  amountYen: '振込金額',
  newCode: '新規コード',
  customerCode1: '顧客コード1',
  customerCode2: '顧客コード2',
  urgency: '振込指定区分',
  mark: '識別表示',
  count: '合計件数',
  totalYen: '合計金額',
  dummy: 'ダミー',
};

/** Why, in both languages. */
const REASONS = {
  TOO_LONG: ['桁数を超えています', 'too long'],
  NOT_DIGITS: ['数字ではありません', 'not digits'],
  NOT_JIS: ['JIS X 0201（半角の英数字・カナ・記号）にない文字です', 'not JIS X 0201'],
  EBCDIC: [
    'EBCDICで書かれています。JIS（コード区分0）で作り直してください',
    'written in EBCDIC; make it anew in JIS (コード区分 0)',
  ],
  NOT_120: [`${RECORD_BYTES}バイトではありません`, `not ${RECORD_BYTES} bytes`],
  NOT_THE_KIND: ['総合振込の、この位置のレコードではありません', 'not the record of 総合振込 that stands here'],
  BEHIND_THE_END: ['エンドレコードの後に続いています', 'behind the end'],
  NOT_THE_SUM: ['データレコードの件数・金額の合計と合いません', 'not what the transfers come to'],
} as const;

/** What cannot be written or read: in which record, from 1, and which field or byte of it. */
export class TransferFileFault extends Error {
  readonly record: number;
  readonly field: string;
  /** In the record, from 1; null where it is of the whole field. */
  readonly byte: number | null;
  constructor(record: number, field: string, reason: keyof typeof REASONS, byte: number | null = null) {
    const [ja, en] = REASONS[reason];
    const at = byte === null ? { ja: '', en: '' } : { ja: `（${byte}バイト目）`, en: ` byte ${byte}` };
    super(`${record}行目の「${TITLES[field] ?? field}」${at.ja}：${ja} (record ${record}, ${field}${at.en}: ${en})`);
    this.record = record;
    this.field = field;
    this.byte = byte;
  }
}

type Values = Readonly<Record<string, string | number>>;

const written = (layout: Layout, values: Values, record: number): string =>
  layout
    .map(([name, kind, bytes]) => {
      const value = String(values[name] ?? '');
      if (value.length > bytes) throw new TransferFileFault(record, name, 'TOO_LONG');
      if (kind === 'N' && !/^\d*$/.test(value)) throw new TransferFileFault(record, name, 'NOT_DIGITS');
      return kind === 'N' ? value.padStart(bytes, '0') : value.padEnd(bytes, ' ');
    })
    .join('');

/**
 * The file as text, a character a byte (`transferFileBytes`). Names are as `bankKana` makes them.
 * Throws `TransferFileFault` for what does not fit.
 */
export const formatTransferFile = (file: TransferFile, { separator, bankNames }: TransferFileOptions): string => {
  const named = (account: FileAccount): FileAccount =>
    bankNames ? account : { ...account, bankName: '', branchName: '' };
  const { consignorCode, consignorName, monthDay, from, transfers } = file;
  const header = { record: 1, transferKind: 21, codeKind: 0, consignorCode, consignorName, monthDay, ...named(from) };
  const totalYen = transfers.reduce((sum, { amountYen }) => sum + amountYen, 0);
  const records = [
    written(HEADER, header, 1),
    ...transfers.map((one, n) => written(DATA, { record: 2, newCode: 0, urgency: 7, ...one, ...named(one) }, n + 2)),
    written(TRAILER, { record: 8, count: transfers.length, totalYen }, transfers.length + 2),
    written(END, { record: 9 }, transfers.length + 3),
  ];
  const between = separator === 'CRLF' ? '\r\n' : '';
  return records.map((record) => record + between).join('');
};

const KANA_BYTES = 0xff61 - 0xa1;
const YEN_BYTE = 0x5c;
const isKana = (code: number, from: number, to: number): boolean => code >= from && code <= to;

/** Bytes in JIS X 0201, one for each character of the text. */
export const transferFileBytes = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (character) => {
      const code = character.charCodeAt(0);
      return character === '¥' ? YEN_BYTE : isKana(code, 0xff61, 0xff9f) ? code - KANA_BYTES : code;
    }),
  );

const textOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte === YEN_BYTE
      ? '¥'
      : isKana(byte, 0xa1, 0xdf)
        ? String.fromCharCode(byte + KANA_BYTES)
        : String.fromCharCode(byte),
  ).join('');

/** Bytes of JIS X 0201 that print: what is behind them stands for another code, or for none. */
const PRINTED = /^[\x20-\x7e¥\uff61-\uff9f]*$/;

const fieldsOf = (layout: Layout, record: string, n: number): Record<string, string> => {
  let at = 0;
  return Object.fromEntries(
    layout.map(([name, kind, bytes]) => {
      const from = at;
      const value = record.slice(from, from + bytes);
      at += bytes;
      const strange = [...value].findIndex((character) => !PRINTED.test(character));
      if (strange >= 0) throw new TransferFileFault(n, name, 'NOT_JIS', from + strange + 1);
      const letter = kind === 'N' ? [...value].findIndex((character) => !/[\d ]/.test(character)) : -1;
      if (letter >= 0) throw new TransferFileFault(n, name, 'NOT_DIGITS', from + letter + 1);
      // Others leave spaces where they have no number.
      return [name, kind === 'N' ? value.replaceAll(' ', '0') : value.trimEnd()];
    }),
  );
};

/** Records, with or without line ends between them. Throws where one is longer or shorter. */
const recordsIn = (text: string): string[] => {
  const records: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.length % RECORD_BYTES !== 0) {
      const whole = Math.floor(line.length / RECORD_BYTES);
      // A strange character is named before what it has done to the length.
      const cut = line.slice(whole * RECORD_BYTES);
      const strange = [...line].findIndex((character) => !PRINTED.test(character));
      if (strange >= 0) {
        const at = records.length + Math.floor(strange / RECORD_BYTES) + 1;
        throw new TransferFileFault(at, 'record', 'NOT_JIS', (strange % RECORD_BYTES) + 1);
      }
      throw new TransferFileFault(records.length + whole + 1, 'record', 'NOT_120', cut.length);
    }
    for (let at = 0; at < line.length; at += RECORD_BYTES) records.push(line.slice(at, at + RECORD_BYTES));
  }
  return records;
};

/** What holds nothing behind the end: line ends, the mark of it (0x1A), zeros that fill a block. */
const BEHIND: ReadonlySet<number> = new Set([0x00, 0x0a, 0x0d, 0x1a]);
const SPACE = 0x20;
/** The digit 1, with which a header begins. */
const EBCDIC_1 = 0xf1;

/** Without what stands behind the end record, which itself ends in spaces. */
const withoutPadding = (bytes: Uint8Array): Uint8Array => {
  const last = bytes.findLastIndex((byte) => byte !== SPACE && !BEHIND.has(byte));
  const upTo = bytes.subarray(0, last + RECORD_BYTES);
  return upTo.subarray(0, upTo.findLastIndex((byte) => !BEHIND.has(byte)) + 1);
};

/**
 * Reads a file, ours or another's: CRLF, LF or nothing between records, with or without the mark of
 * its end (0x1A), filled up or not. Throws `TransferFileFault` where it is in EBCDIC or a byte is
 * none of JIS X 0201, where it is no 総合振込, where records are missing, cut or shifted, or count
 * and sum are not those of the transfers.
 */
export const parseTransferFile = (bytes: Uint8Array): TransferFile => {
  if (bytes[0] === EBCDIC_1 && bytes[1] === EBCDIC_1 + 1) throw new TransferFileFault(1, 'record', 'EBCDIC', 1);
  const [first = '', ...rest] = recordsIn(textOf(withoutPadding(bytes)));
  if (first[0] !== '1') throw new TransferFileFault(1, 'record', PRINTED.test(first) ? 'NOT_THE_KIND' : 'NOT_JIS', 1);
  const { consignorCode = '', consignorName = '', monthDay = '', ...header } = fieldsOf(HEADER, first, 1);
  if (header.transferKind !== '21') throw new TransferFileFault(1, 'transferKind', 'NOT_THE_KIND');
  if (header.codeKind !== '0') throw new TransferFileFault(1, 'codeKind', 'EBCDIC');
  const found = rest.findIndex((record) => record[0] !== '2');
  const count = found < 0 ? rest.length : found;
  const transfers = rest.slice(0, count).map((record, n) => transferOf(fieldsOf(DATA, record, n + 2)));
  const [trailer = '', last = '', ...more] = rest.slice(count);
  if (trailer[0] !== '8') throw new TransferFileFault(count + 2, 'record', 'NOT_THE_KIND');
  if (last[0] !== '9') throw new TransferFileFault(count + 3, 'record', 'NOT_THE_KIND');
  if (more.length > 0) throw new TransferFileFault(count + 4, 'record', 'BEHIND_THE_END');
  checkTrailer(fieldsOf(TRAILER, trailer, count + 2), transfers);
  fieldsOf(END, last, count + 3);
  return { consignorCode, consignorName, monthDay, from: accountOf(header), transfers };
};

const accountOf = (fields: Readonly<Record<string, string>>): FileAccount => {
  const { bankCode = '', bankName = '', branchCode = '', branchName = '', kind = '', number = '' } = fields;
  return { bankCode, bankName, branchCode, branchName, kind, number };
};

const transferOf = (fields: Readonly<Record<string, string>>): Transfer => {
  const { holder = '', amountYen = '', customerCode1 = '', customerCode2 = '' } = fields;
  return { ...accountOf(fields), holder, amountYen: Number(amountYen), customerCode1, customerCode2 };
};

const checkTrailer = (
  { count = '', totalYen = '' }: Readonly<Record<string, string>>,
  transfers: readonly Transfer[],
): void => {
  const sum = transfers.reduce((all, { amountYen }) => all + amountYen, 0);
  if (Number(count) !== transfers.length) throw new TransferFileFault(transfers.length + 2, 'count', 'NOT_THE_SUM');
  if (Number(totalYen) !== sum) throw new TransferFileFault(transfers.length + 2, 'totalYen', 'NOT_THE_SUM');
};
