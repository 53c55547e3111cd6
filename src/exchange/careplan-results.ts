import { dayOf, type Instant, inTokyo, type Month, minuteOfDay } from '../domain/calendar.ts';
import { Rejected } from '../domain/rejected.ts';
import type { Table6Row } from './careplan-columns.ts';
import { formatDeleted, formatTable6, type Unwritable } from './careplan-csv.ts';
import { formatCareplanName } from './careplan-name.ts';

/** What a file of a client's month says. */
export interface ResultsFile {
  readonly kind: 'UPJSK' | 'DLTJSK';
  readonly month: Month;
  readonly createdAt: Instant;
  readonly stamp: Instant;
  readonly insurerNumber: string;
  readonly insuredNumber: string;
  readonly careManagement: { readonly number: string; readonly name: string | null };
  readonly office: { readonly number: string; readonly name: string };
  /** Of 実績; `end` null: 加算, which has no time. */
  readonly rows: readonly {
    readonly start: Instant;
    readonly end: Instant | null;
    readonly serviceCode: string;
    readonly units: number;
  }[];
}

/** MS932 has not all characters of it: each is named with its place. */
export class UnwritableCharacters extends Rejected {
  readonly cells: readonly Unwritable[];
  constructor(cells: readonly Unwritable[]) {
    super('CHARACTER_UNWRITABLE', ['clientId']);
    this.cells = cells;
  }
}

const VERSION = '202407';
const HOME_VISIT_CARE = '11';
const CARE_MANAGEMENT = '43';

/** Its bytes, name and number of rows, in version 4.1. Throws `UnwritableCharacters`. */
export const writeResults = (file: ResultsFile): { name: string; bytes: Uint8Array; rows: number } => {
  const { kind, office, careManagement } = file;
  const rows = file.rows.map((row) => table6Row(file, row));
  const made = kind === 'UPJSK' ? formatTable6(rows) : formatDeleted([deletedRow(file)]);
  if ('unwritable' in made) throw new UnwritableCharacters(made.unwritable);
  const name = formatCareplanName({
    kind,
    month: monthWritten(file),
    from: { number: office.number, service: HOME_VISIT_CARE },
    to: { number: careManagement.number, service: CARE_MANAGEMENT },
    stamp: inTokyo(file.stamp).slice(0, 19).replace(/\D/g, ''),
  });
  return { name, bytes: made.bytes, rows: kind === 'UPJSK' ? rows.length : 1 };
};

const monthWritten = ({ month }: ResultsFile): string => month.replace('-', '');
const dayWritten = (instant: Instant): string => dayOf(instant).replaceAll('-', '');

/** HHMM; of the end of a visit that ends with its day, 2400. */
const clock = (instant: Instant | null, start: Instant): string => {
  if (instant === null) return '9999';
  const minutes = minuteOfDay(instant) === 0 && instant !== start ? 1440 : minuteOfDay(instant);
  return `${Math.floor(minutes / 60)}`.padStart(2, '0') + `${minutes % 60}`.padStart(2, '0');
};

const table6Row = (file: ResultsFile, { start, end, serviceCode, units }: ResultsFile['rows'][number]): Table6Row => ({
  version: VERSION,
  insurerNumber: file.insurerNumber,
  insuredNumber: file.insuredNumber,
  createdOn: dayWritten(file.createdAt),
  month: monthWritten(file),
  careManagementNumber: file.careManagement.number,
  careManagementName: file.careManagement.name ?? '',
  units: String(units),
  shortStayDays: '',
  day: dayWritten(start),
  proratedDays: '',
  start: end === null ? '9999' : clock(start, start),
  end: clock(end, start),
  times: '1',
  serviceCode,
  taisCode: '',
  equipmentCode: '',
  equipmentName: '',
  detailCode: '',
  providerNumber: file.office.number,
  providerName: file.office.name,
  satellite: '',
  over30Days: '0',
  updatedBy: file.office.number,
  marker: '',
});

const deletedRow = (file: ResultsFile) => ({
  version: VERSION,
  insurerNumber: file.insurerNumber,
  insuredNumber: file.insuredNumber,
  month: monthWritten(file),
  providerNumber: file.office.number,
  serviceType: HOME_VISIT_CARE,
});
