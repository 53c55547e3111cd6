import { addDays, type Day, type Instant, startOfDay, toInstant } from '../domain/calendar.ts';
import type { PlannedItem, PlannedVisit } from '../domain/plan/events.ts';
import { dayWritten, type Table6Row } from './careplan-columns.ts';
import type { Fault } from './careplan-csv.ts';

/** What is wrong with a row that is well written. */
export type RowFault = Omit<Fault, 'what'> & { readonly what: 'MONTH' | 'PROVIDER' | 'SERVICE' | 'TIMES' };

/** A row of 予定 as the office plans by it: a visit, or 加算 without a time. */
export interface PlannedRow {
  readonly line: number;
  readonly insurerNumber: string;
  readonly insuredNumber: string;
  readonly careManagementNumber: string | null;
  readonly careManagementName: string | null;
  readonly day: Day;
  readonly visit: PlannedVisit | null;
  readonly item: PlannedItem | null;
}

const NO_TIME = '9999';
/** サービス種類 of 訪問介護. */
const HOME_VISIT_CARE = /^11/;

/**
 * A row of a month's plan for an office, or what is wrong with it: of another month than the
 * file's, for another office, of another service, or with times that are none. A visit that ends by
 * the clock before it begins ends on the day after.
 */
export const plannedRow = (
  row: Table6Row & { readonly line: number },
  month: string,
  providerNumber: string,
): PlannedRow | RowFault => {
  const fault = (column: number, title: string, what: RowFault['what']): RowFault => {
    return { line: row.line, column, title, what };
  };
  const { start, end, serviceCode, insurerNumber, insuredNumber } = row;
  const day = dayWritten(row.day) ?? '';
  if (row.month !== month) return fault(5, '対象年月', 'MONTH');
  if (!row.day.startsWith(month)) return fault(10, 'サービス利用日', 'MONTH');
  if (row.providerNumber !== providerNumber) return fault(20, 'サービス事業者コード', 'PROVIDER');
  if (!HOME_VISIT_CARE.test(serviceCode)) return fault(15, 'サービスコード', 'SERVICE');
  const isItem = start === NO_TIME && end === NO_TIME;
  const times = Number(row.times);
  if (times === 0) return fault(14, 'サービス回数', 'TIMES');
  if (!isItem && (start === NO_TIME || end === NO_TIME || start === end || start === '2400'))
    return fault(13, 'サービス終了時刻', 'TIMES');
  const plannedStart = at(day, start);
  const plannedEnd = at(end < start ? addDays(day, 1) : day, end);
  return {
    line: row.line,
    insurerNumber,
    insuredNumber,
    careManagementNumber: row.careManagementNumber || null,
    careManagementName: row.careManagementName.trim() || null,
    day,
    visit: isItem ? null : { serviceCode, plannedStart, plannedEnd, times },
    item: isItem ? { serviceCode, day } : null,
  };
};

/** HHMM of a day in Asia/Tokyo, up to 24:00. */
const at = (day: Day, clock: string): Instant =>
  toInstant(Date.parse(startOfDay(day)) + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2))) * 60_000);
