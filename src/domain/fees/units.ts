import { type Instant, minuteOfDay } from '../calendar.ts';
import { roundedDivide } from '../money.ts';
import { Rejected } from '../rejected.ts';
import type { ServiceKind, Surcharge } from '../vocabulary.ts';
import type { FeeTable, TimeOfDay } from './fee-table.ts';

export interface Service {
  readonly service: ServiceKind;
  readonly minutes: number;
  /** 身体介護 minutes, with PHYSICAL_THEN_DAILY_LIVING. */
  readonly physicalMinutes: number | null;
}

const lastFrom = <Row>(rows: readonly Row[], from: (row: Row) => number, minutes: number): Row | undefined =>
  rows.findLast((row) => from(row) <= minutes);

/** What one caregiver's code is, what that of two is (null: none), and the units of one. */
interface BaseCode {
  readonly code: string;
  readonly pairCode: string | null;
  readonly units: number;
}

/**
 * Base service code and units, by kind and planned minutes (rule 29). Throws NO_SERVICE_CODE where
 * the table has none.
 */
export const serviceCodeOf = ({ service, minutes, physicalMinutes }: Service, table: FeeTable): BaseCode => {
  const found = ((): BaseCode | undefined => {
    switch (service) {
      case 'PHYSICAL_CARE':
        return minutes < table.physicalCareBelowMinutes
          ? lastFrom(table.physicalCare, (one) => one.fromMinutes, minutes)
          : undefined;
      case 'DAILY_LIVING':
        return lastFrom(table.dailyLiving, (one) => one.fromMinutes, minutes);
      case 'PHYSICAL_THEN_DAILY_LIVING': {
        if (physicalMinutes === null || physicalMinutes >= table.physicalThenDailyBelowPhysicalMinutes)
          return undefined;
        const band = lastFrom(table.physicalThenDaily, (one) => one.fromPhysicalMinutes, physicalMinutes);
        return band && lastFrom(band.daily, (one) => one.fromMinutes, minutes - physicalMinutes);
      }
      case 'BOARDING_ASSISTANCE':
        return table.boarding;
    }
  })();
  if (!found) throw new Rejected('NO_SERVICE_CODE', ['minutes']);
  return { code: found.code, pairCode: found.pairCode, units: found.units };
};

/** The time of day at which the visit is planned to start: 早朝・夜間 125 %, 深夜 150 %. */
export const timeOfDayOf = (plannedStart: Instant, table: FeeTable): TimeOfDay =>
  lastFrom(table.timesOfDay, (one) => one.fromMinute, minuteOfDay(plannedStart)) ?? {
    fromMinute: 0,
    percent: 100,
    codeOffset: 0,
  };

/**
 * The code that names the time of day too (official code table): 111111 at night is 111112, its
 * pair code 111121 is 111122.
 */
export const codeAt = (baseCode: string, { codeOffset }: TimeOfDay): string => String(Number(baseCode) + codeOffset);

const times = (units: number, percent: number): number => roundedDivide(units * percent, 100, 'HALF_UP');

/**
 * Units of one visit, rounded half up to a whole unit after each step: base → two caregivers → time
 * of day → 特定事業所加算; 緊急時 adds at the end (老企第36号). `caregivers` 2 is the partner's bill of both; a
 * visit's own fee is one caregiver's (rule 10).
 */
export const unitsOf = (
  base: number,
  steps: { caregivers: 1 | 2; timeOfDayPercent: number; surcharges: readonly Surcharge[]; emergency: boolean },
  table: FeeTable,
): number => {
  const surcharge = [...new Set(steps.surcharges)].reduce((sum, one) => sum + table.surchargePercent[one], 0);
  const units = times(times(base * steps.caregivers, steps.timeOfDayPercent), 100 + surcharge);
  return units + (steps.emergency ? table.emergencyUnits : 0);
};
