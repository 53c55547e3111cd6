import { type Instant, type Month, overlap } from '../calendar.ts';
import type { PriceBasis } from '../fees/basis.ts';
import { feeTableNamed } from '../fees/fee-tables.ts';
import { type MonthItem, monthItemCoded, monthItemOf } from '../fees/month-items.ts';
import { serviceCodesOf } from '../fees/service-codes.ts';
import { codeAt, serviceCodeOf, timeOfDayOf, unitsOf } from '../fees/units.ts';
import type { Uuid } from '../ids.ts';
import { Rejected, throwAll } from '../rejected.ts';
import type { ServiceKind } from '../vocabulary.ts';
import type { PlannedItem, PlannedVisit } from './events.ts';

/** A visit that was verified or settled, as 実績 needs it. */
export interface ResultVisit {
  readonly visitId: Uuid;
  readonly pairedVisitId: Uuid | null;
  readonly service: ServiceKind;
  readonly minutes: number;
  readonly physicalMinutes: number | null;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly emergency: boolean;
  readonly basis: PriceBasis;
}

/** A row of 実績; of 加算 there is a day alone. */
export interface ResultRow {
  readonly start: Instant;
  /** Null: 加算, which has no time. */
  readonly end: Instant | null;
  readonly serviceCode: string;
  /** 0 where our table has none. */
  readonly units: number;
}

/** What was imported of the month; null: nothing, and then nothing is compared with it. */
interface Plan {
  readonly visits: readonly PlannedVisit[];
  readonly items: readonly PlannedItem[];
}

const EMERGENCY_CODE = '114000';

/**
 * The rows of a client's month (rules 10, 29): a pair of visits is one row of the code of two
 * caregivers; 緊急時訪問介護加算 stands beside its visit, the month's items at the end. `monthItems` null:
 * those that the plan has. Throws, naming each visit at fault: NOTHING_TO_EXPORT, RESULTS_OVERLAP,
 * RESULT_NOT_PLANNED, RESULT_WITHOUT_CODE, MONTH_ITEM_UNKNOWN (not in force),
 * MONTH_ITEM_UNCONFIRMED (its code is not known for sure), MONTH_ITEM_SECOND (two of 処遇改善加算).
 */
export const resultRowsOf = (
  visits: readonly ResultVisit[],
  plan: Plan | null,
  month: Month,
  monthItems: readonly MonthItem[] | null,
): readonly ResultRow[] => {
  if (visits.length === 0) throw new Rejected('NOTHING_TO_EXPORT', ['month']);
  const rows = pairsOf(visits);
  const refused: Rejected[] = [];
  for (const [n, row] of rows.entries())
    if (rows.some((other, at) => at !== n && overlap(spanOf(row), spanOf(other))))
      refused.push(new Rejected('RESULTS_OVERLAP', ['month'], row.visit.plannedStart));
  const made = rows.flatMap((row): ResultRow[] => {
    const code = codeFor(row, plan);
    if (code instanceof Rejected) {
      refused.push(code);
      return [];
    }
    const { plannedStart: start, plannedEnd: end, emergency, basis } = row.visit;
    const units = feeTableNamed(basis.feeTable)?.emergencyUnits ?? 0;
    const added = emergency ? [{ start, end: null, serviceCode: EMERGENCY_CODE, units }] : [];
    return [{ start, end, serviceCode: code, units: unitsFor(row) }, ...added];
  });
  throwAll(refused);
  return [...made, ...itemRows(made, plan, month, monthItems)];
};

/** A visit, or the two of a pair that stand at the same time. */
interface Made {
  readonly visit: ResultVisit;
  readonly caregivers: 1 | 2;
}
const spanOf = ({ visit }: Made) => ({ start: visit.plannedStart, end: visit.plannedEnd });

const pairsOf = (visits: readonly ResultVisit[]): readonly Made[] => {
  const inOrder = visits.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const pairOf = (one: ResultVisit): ResultVisit | undefined =>
    inOrder.find((other) => other.visitId === one.pairedVisitId && isAtSameTime(one, other));
  return inOrder.flatMap((visit): Made[] => {
    const other = pairOf(visit);
    if (!other) return [{ visit, caregivers: 1 }];
    return inOrder.indexOf(visit) < inOrder.indexOf(other) ? [{ visit, caregivers: 2 }] : [];
  });
};
const sortKey = ({ plannedStart, visitId }: ResultVisit): string => `${plannedStart} ${visitId}`;
type Timed = Pick<ResultVisit, 'plannedStart' | 'plannedEnd'>;
const isAtSameTime = (a: Timed, b: Timed): boolean =>
  a.plannedStart === b.plannedStart && a.plannedEnd === b.plannedEnd;

/** By our table, without what a 特定事業所加算 makes of it; null where it has none. */
const tableCodeOf = ({ visit, caregivers }: Made): string | null => {
  const fees = feeTableNamed(visit.basis.feeTable);
  if (!fees || visit.basis.careCategory === 'SUPPORT') return null;
  try {
    const { code, pairCode } = serviceCodeOf(visit, fees);
    const base = caregivers === 2 ? pairCode : code;
    return base && codeAt(base, timeOfDayOf(visit.plannedStart, fees));
  } catch (error) {
    if (error instanceof Rejected) return null;
    throw error;
  }
};

const unitsFor = ({ visit, caregivers }: Made): number => {
  const { basis, plannedStart } = visit;
  const fees = feeTableNamed(basis.feeTable);
  if (!fees || basis.careCategory === 'SUPPORT') return 0;
  try {
    const timeOfDayPercent = timeOfDayOf(plannedStart, fees).percent;
    const steps = { caregivers, timeOfDayPercent, surcharges: basis.surcharges, emergency: false };
    return unitsOf(serviceCodeOf(visit, fees).units, steps, fees);
  } catch (error) {
    if (error instanceof Rejected) return 0;
    throw error;
  }
};

/**
 * The plan's code where it stands there at the time: codes that name a 特定事業所加算 or a reduction too
 * are the care manager's to say. A visit in an emergency is in no plan.
 */
const codeFor = (row: Made, plan: Plan | null): string | Rejected => {
  const { visit } = row;
  const fees = feeTableNamed(visit.basis.feeTable);
  const ofTable = tableCodeOf(row);
  const at = plan?.visits.filter((one) => isAtSameTime(one, visit)) ?? [];
  const isOurs = (code: string): boolean => (fees ? serviceCodesOf(fees).has(code) : false);
  const hasSurcharge = visit.basis.surcharges.length > 0;
  const planned = at.find(({ serviceCode }) => !isOurs(serviceCode) || (serviceCode === ofTable && !hasSurcharge));
  if (planned) return planned.serviceCode;
  if (plan !== null && !visit.emergency) return new Rejected('RESULT_NOT_PLANNED', ['month'], visit.plannedStart);
  return ofTable === null || hasSurcharge
    ? new Rejected('RESULT_WITHOUT_CODE', ['month'], visit.plannedStart)
    : ofTable;
};

/** 初回加算 on the day of the first visit; 処遇改善加算, a share of all the rest, on that of the last. */
const itemRows = (
  rows: readonly ResultRow[],
  plan: Plan | null,
  month: Month,
  monthItems: readonly MonthItem[] | null,
): readonly ResultRow[] => {
  const planned = plan?.items.flatMap(({ serviceCode }) => monthItemCoded(serviceCode, month) ?? []) ?? [];
  const items = [...new Set(monthItems ?? planned)];
  const isFirst = (item: MonthItem): boolean => item === 'FIRST_VISIT';
  const [treatment, second] = items.filter((item) => !isFirst(item));
  const refusal = (code: string, item: MonthItem) =>
    new Rejected(code, monthItems ? ['monthItems', String(monthItems.indexOf(item))] : ['month']);
  if (second) throw refusal('MONTH_ITEM_SECOND', second);
  const itemRow = (item: MonthItem, of: readonly ResultRow[], on: ResultRow | undefined): ResultRow => {
    const sum = of.reduce((total, { units }) => total + units, 0);
    const priced = monthItemOf(item, month, sum);
    if (!priced || !on) throw refusal('MONTH_ITEM_UNKNOWN', item);
    if (priced.code === null) throw refusal('MONTH_ITEM_UNCONFIRMED', item);
    return { start: on.start, end: null, serviceCode: priced.code, units: priced.units };
  };
  const first = items.filter(isFirst).map((item) => itemRow(item, rows, rows[0]));
  return [...first, ...(treatment ? [itemRow(treatment, [...rows, ...first], rows.at(-1))] : [])];
};
