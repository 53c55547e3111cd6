import { daySchema } from '../domain/calendar.ts';
import { withFullWidthKana } from './csv-rows.ts';

/** What a cell holds, as it is checked and named to people. */
export interface Column {
  /** Its name in the standard. */
  readonly title: string;
  /** What it must be like where it is filled in; null: any text. */
  readonly shape: RegExp | null;
  readonly isDay?: true;
  readonly isRequired?: true;
}

const digits = (count: number): RegExp => new RegExp(`^\\d{${count}}$`);
const upTo = (count: number): RegExp => new RegExp(`^\\d{1,${count}}$`);
const code = (count: number): RegExp => new RegExp(`^[0-9A-Z]{${count}}$`);
/** HHMM, up to 24:00; 9999 where there is no time. */
const clock = /^(([01]\d|2[0-3])[0-5]\d|2400|9999)$/;
const insured = /^(\d{10}|H\d{9})$/;
const required = true;

/** 第6表 予定 and 実績: 25 items in their order (ケアプランデータ連携標準仕様 4.1). */
export const TABLE_6 = {
  version: { title: 'CSVバージョン', shape: digits(6), isRequired: required },
  insurerNumber: { title: '保険者番号', shape: digits(6), isRequired: required },
  insuredNumber: { title: '被保険者番号', shape: insured, isRequired: required },
  createdOn: { title: '作成年月日', shape: digits(8), isDay: true, isRequired: required },
  month: { title: '対象年月', shape: /^\d{4}(0[1-9]|1[0-2])$/, isRequired: required },
  careManagementNumber: { title: 'プラン担当業者コード', shape: code(10) },
  careManagementName: { title: 'プラン担当者名', shape: null },
  units: { title: '単位数', shape: upTo(6) },
  shortStayDays: { title: '前月までの短期入所利用日数', shape: upTo(5) },
  day: { title: 'サービス利用日', shape: digits(8), isDay: true, isRequired: required },
  proratedDays: { title: '日割対象日', shape: /^[\d ]{1,31}$/ },
  start: { title: 'サービス開始時刻', shape: clock, isRequired: required },
  end: { title: 'サービス終了時刻', shape: clock, isRequired: required },
  times: { title: 'サービス回数', shape: upTo(2), isRequired: required },
  serviceCode: { title: 'サービスコード', shape: code(6), isRequired: required },
  taisCode: { title: 'TAISコード', shape: /^.{1,12}$/u },
  equipmentCode: { title: '福祉用具届出コード', shape: /^.{1,12}$/u },
  equipmentName: { title: '用具名称', shape: null },
  detailCode: { title: '明細判別コード', shape: null },
  providerNumber: { title: 'サービス事業者コード', shape: code(10), isRequired: required },
  providerName: { title: 'サービス事業所名', shape: null },
  satellite: { title: 'サテライト枝番', shape: /^.{1,2}$/u },
  over30Days: { title: '３０日超区分', shape: /^[01]$/, isRequired: required },
  updatedBy: { title: '更新業者コード', shape: code(10) },
  marker: { title: '識別子', shape: /^.$/u },
} as const satisfies Readonly<Record<string, Column>>;

/** 実績削除: all items are required. */
export const DELETED_RESULTS = {
  version: TABLE_6.version,
  insurerNumber: TABLE_6.insurerNumber,
  insuredNumber: TABLE_6.insuredNumber,
  month: { ...TABLE_6.month, title: '削除対象年月' },
  providerNumber: TABLE_6.providerNumber,
  serviceType: { title: 'サービス種類コード', shape: code(2), isRequired: required },
} as const satisfies Readonly<Record<string, Column>>;

/** A row by the names of its columns; '' where a cell is empty. */
export type RowOf<Columns> = { readonly [Name in keyof Columns]: string };
export type Table6Row = RowOf<typeof TABLE_6>;
export type DeletedRow = RowOf<typeof DELETED_RESULTS>;

/** 20260601 as 2026-06-01; null for no day of the calendar. */
export const dayWritten = (cell: string): string | null => {
  const day = `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}`;
  return daySchema.safeParse(day).success ? day : null;
};

/**
 * A cell as it is kept: what tells things apart in half width, in whatever width it was written
 * (rule 46); a text as it is, but half-width kana.
 */
export const cellRead = (cell: string, { shape }: Column): string =>
  shape === null ? withFullWidthKana(cell) : cell.normalize('NFKC').trim();

/** Whether a cell holds what its column takes. */
export const isRight = (cell: string, { shape, isDay, isRequired }: Column): boolean => {
  if (cell === '') return !isRequired;
  if (shape !== null && !shape.test(cell)) return false;
  return !isDay || dayWritten(cell) !== null;
};
