import { corporateNumberChecks } from '../domain/check-digits.ts';
import { LATITUDES, LONGITUDES } from '../domain/limits.ts';
import type { AreaGrade, ServiceKind } from '../domain/vocabulary.ts';
import { csvRows, inOneLine, withFullWidthKana } from './csv-rows.ts';
import { fromMs932 } from './ms932.ts';

/**
 * One office of the Ministry's open data (厚生労働省 介護サービス情報公表システム, 24 columns), as `registerOffice`
 * takes it (rule 46).
 */
export interface OfficeCsvRow {
  readonly line: number;
  readonly providerNumber: string;
  readonly name: string;
  readonly nameKana: string | null;
  readonly corporationName: string | null;
  readonly corporateNumber: string | null;
  readonly municipality: string;
  readonly address: string;
  readonly phone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly areaGrade: AreaGrade;
  readonly services: readonly ServiceKind[];
}
/** What is wrong with a row, and the line on which the row begins. */
export interface LineNote {
  readonly line: number;
  readonly reason: string;
}
export interface OfficeCsv {
  readonly offices: readonly OfficeCsvRow[];
  /** Rows that cannot be registered. */
  readonly bad: readonly LineNote[];
  /** Rows that are registered without something. */
  readonly warnings: readonly LineNote[];
}

/** The file is no text, or not in this layout. */
export class OfficeCsvUnreadable extends Error {}

const COLUMNS = [
  '都道府県名',
  '市区町村名',
  '事業所名',
  '事業所名カナ',
  'サービスの種類',
  '住所',
  '方書（ビル名等）',
  '緯度',
  '経度',
  '電話番号',
  '法人番号',
  '法人の名称',
  '事業所番号',
] as const;
type Column = (typeof COLUMNS)[number];
/** The list is of one service; the others' have the same layout. */
const SERVICE = '訪問介護';
const GRADE_2 = ['調布市', '町田市', '狛江市', '多摩市'];
/** The most characters that `registerOffice` takes. */
const LONGEST: readonly (readonly [Column, number])[] = [
  ['事業所名', 100],
  ['事業所名カナ', 100],
  ['市区町村名', 100],
  ['法人の名称', 100],
  ['電話番号', 30],
];
// The file does not say which kinds an office offers (rule 46).
const SERVICES: readonly ServiceKind[] = ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING'];

/**
 * The 23 wards are 1級地 (wards of other prefectures' cities are not); 調布 町田 狛江 多摩 are 2級地
 * (厚生労働大臣が定める一単位の単価); the rest is entered by hand.
 */
const gradeOf = (prefecture: string, municipality: string): AreaGrade => {
  if (prefecture !== '東京都') return 'UNKNOWN';
  if (municipality.endsWith('区')) return 'GRADE_1';
  return GRADE_2.includes(municipality) ? 'GRADE_2' : 'UNKNOWN';
};

/**
 * Bytes of the file, UTF-8 with or without BOM, or MS932, as Excel saves it (rule 46). What is
 * wrong with a row spoils that row alone. Throws `OfficeCsvUnreadable`.
 */
export const parseOfficeCsv = (bytes: Uint8Array): OfficeCsv => {
  const [header, ...rows] = csvRows(textOf(bytes));
  const titles = header && 'cells' in header ? header.cells.map(inOneLine) : [];
  const missing = COLUMNS.filter((column) => !titles.includes(column));
  if (missing.length > 0)
    throw new OfficeCsvUnreadable(`Not the layout of the open data: missing ${missing.join(', ')}.`);
  if (rows.length === 0) throw new OfficeCsvUnreadable('The file holds no row.');
  const offices: OfficeCsvRow[] = [];
  const bad: LineNote[] = [];
  const warnings: LineNote[] = [];
  const lineOfNumber = new Map<string, number>();
  for (const { line, ...row } of rows) {
    if ('unreadable' in row) {
      bad.push({ line, reason: row.unreadable });
      continue;
    }
    const record = fieldsOf(titles, row.cells);
    const reason = reasonAgainst(record, lineOfNumber);
    if (reason !== null) {
      bad.push({ line, reason });
      continue;
    }
    lineOfNumber.set(record.事業所番号, line);
    const coordinates = coordinatesOf(record);
    if (coordinates.warning !== null) warnings.push({ line, reason: coordinates.warning });
    if (record.法人番号 !== '' && !corporateNumberChecks(record.法人番号))
      warnings.push({
        line,
        reason: '法人番号 is not 13 digits with a right check digit, left out 誤りのため省きました',
      });
    offices.push(officeOf(record, line, coordinates));
  }
  return { offices, bad, warnings };
};

type Fields = Readonly<Record<Column, string>>;

const textOf = (bytes: Uint8Array): string => {
  const text = fromMs932(bytes);
  if (text === null) throw new OfficeCsvUnreadable('The file is no text. ファイルを文字として読み取れません。');
  return text;
};

const fieldsOf = (titles: readonly string[], cells: readonly string[]): Fields => {
  const cell = (column: Column): string => withFullWidthKana(inOneLine(cells[titles.indexOf(column)] ?? ''));
  const inHalfWidth = (column: Column): string => cell(column).normalize('NFKC');
  return {
    都道府県名: cell('都道府県名'),
    市区町村名: cell('市区町村名'),
    事業所名: cell('事業所名'),
    事業所名カナ: cell('事業所名カナ'),
    サービスの種類: cell('サービスの種類'),
    住所: cell('住所'),
    '方書（ビル名等）': cell('方書（ビル名等）'),
    緯度: inHalfWidth('緯度'),
    経度: inHalfWidth('経度'),
    電話番号: inHalfWidth('電話番号'),
    法人番号: inHalfWidth('法人番号'),
    法人の名称: cell('法人の名称'),
    事業所番号: inHalfWidth('事業所番号'),
  };
};

const reasonAgainst = (record: Fields, lineOfNumber: ReadonlyMap<string, number>): string | null => {
  if (!/^\d{10}$/.test(record.事業所番号)) return '事業所番号 is not 10 digits';
  if (record.サービスの種類 !== SERVICE) return `サービスの種類 is ${record.サービスの種類 || 'empty'}, not ${SERVICE}`;
  const first = lineOfNumber.get(record.事業所番号);
  if (first !== undefined) return `事業所番号 is in line ${first} already`;
  for (const column of ['事業所名', '市区町村名', '住所'] as const)
    if (record[column] === '') return `${column} is empty`;
  for (const [column, most] of LONGEST)
    if (record[column].length > most) return `${column} is longer than ${most} characters`;
  return addressOf(record).length > 200 ? '住所 is longer than 200 characters' : null;
};

const addressOf = (record: Fields): string =>
  [record.住所, record['方書（ビル名等）']].filter((part) => part !== '').join(' ');

const coordinatesOf = (
  record: Fields,
): { latitude: number | null; longitude: number | null; warning: string | null } => {
  if (record.緯度 === '' && record.経度 === '') return { latitude: null, longitude: null, warning: null };
  const latitude = Number(record.緯度);
  const longitude = Number(record.経度);
  const isJapan =
    latitude >= LATITUDES.from &&
    latitude <= LATITUDES.to &&
    longitude >= LONGITUDES.from &&
    longitude <= LONGITUDES.to;
  return isJapan
    ? { latitude, longitude, warning: null }
    : {
        latitude: null,
        longitude: null,
        warning: 'coordinates outside Japan, left out 座標が日本の外のため省きました',
      };
};

const officeOf = (
  record: Fields,
  line: number,
  coordinates: { latitude: number | null; longitude: number | null },
): OfficeCsvRow => ({
  line,
  providerNumber: record.事業所番号,
  name: record.事業所名,
  nameKana: record.事業所名カナ || null,
  corporationName: record.法人の名称 || null,
  corporateNumber: corporateNumberChecks(record.法人番号) ? record.法人番号 : null,
  municipality: record.市区町村名,
  address: addressOf(record),
  phone: record.電話番号 || null,
  latitude: coordinates.latitude,
  longitude: coordinates.longitude,
  areaGrade: gradeOf(record.都道府県名, record.市区町村名),
  services: SERVICES,
});
