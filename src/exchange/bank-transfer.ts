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

/** What cannot be written or read: in which record, from 1, and which field of it. */
export class TransferFileFault extends Error {
  readonly record: number;
  readonly field: string;
  constructor(record: number, field: string, reason: string) {
    super(`record ${record}, ${field}: ${reason}`);
    this.record = record;
    this.field = field;
  }
}

type Values = Readonly<Record<string, string | number>>;

const written = (layout: Layout, values: Values, record: number): string =>
  layout
    .map(([name, kind, bytes]) => {
      const value = String(values[name] ?? '');
      if (value.length > bytes) throw new TransferFileFault(record, name, `longer than ${bytes}`);
      if (kind === 'N' && !/^\d*$/.test(value)) throw new TransferFileFault(record, name, 'not digits');
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

const fieldsOf = (layout: Layout, record: string, n: number): Record<string, string> => {
  let at = 0;
  return Object.fromEntries(
    layout.map(([name, kind, bytes]) => {
      const value = record.slice(at, at + bytes);
      at += bytes;
      if (kind === 'N' && !/^[\d ]*$/.test(value)) throw new TransferFileFault(n, name, 'not digits');
      // Others leave spaces where they have no number.
      return [name, kind === 'N' ? value.replaceAll(' ', '0') : value.trimEnd()];
    }),
  );
};

/**
 * Reads a file, ours or another's: CRLF, LF or nothing between records, with or without the mark of
 * its end (0x1A). Throws `TransferFileFault` where records are missing, cut or shifted, or count
 * and sum are not those of the transfers.
 */
export const parseTransferFile = (bytes: Uint8Array): TransferFile => {
  const text = textOf(bytes.filter((byte) => byte !== 0x0d && byte !== 0x0a && byte !== 0x1a));
  const records = text.match(new RegExp(`.{1,${RECORD_BYTES}}`, 'gs')) ?? [];
  const cut = records.findIndex((record) => record.length < RECORD_BYTES);
  if (cut >= 0) throw new TransferFileFault(cut + 1, 'record', `not ${RECORD_BYTES} bytes`);
  const [first = '', ...rest] = records;
  if (first[0] !== '1') throw new TransferFileFault(1, 'record', 'not 1');
  const count = rest.findIndex((record) => record[0] !== '2');
  const [trailer = '', end = '', ...more] = rest.slice(count < 0 ? rest.length : count);
  const last = rest.length - more.length + 1;
  if (trailer[0] !== '8') throw new TransferFileFault(count < 0 ? rest.length + 2 : count + 2, 'record', 'not 8');
  if (end[0] !== '9') throw new TransferFileFault(last, 'record', 'not 9');
  if (more.length > 0) throw new TransferFileFault(last + 1, 'record', 'behind the end');
  const { consignorCode = '', consignorName = '', monthDay = '', ...header } = fieldsOf(HEADER, first, 1);
  const transfers = rest.slice(0, count).map((record, n) => transferOf(fieldsOf(DATA, record, n + 2)));
  checkTrailer(fieldsOf(TRAILER, trailer, count + 2), transfers);
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
  if (Number(count) !== transfers.length)
    throw new TransferFileFault(transfers.length + 2, 'count', 'not the transfers');
  if (Number(totalYen) !== sum) throw new TransferFileFault(transfers.length + 2, 'totalYen', 'not their sum');
};
