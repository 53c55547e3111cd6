import type { Day } from '../calendar.ts';
import type { AreaGrade, Surcharge } from '../vocabulary.ts';

/**
 * One code: from this many minutes on. `pairCode`: of two caregivers at once, null where there is
 * none; its units are those of `code` twice (rule 10).
 */
interface Step {
  readonly fromMinutes: number;
  readonly code: string;
  readonly pairCode: string | null;
  readonly units: number;
}

/**
 * `codeOffset`: what it adds to the number of a code or pair code, 夜 1 and 深 2 (111111 → 111112 and
 * 111113).
 */
export interface TimeOfDay {
  readonly fromMinute: number;
  readonly percent: number;
  readonly codeOffset: 0 | 1 | 2;
}

/**
 * 介護報酬 of 訪問介護 as dated data. A revision adds a file to `tables`; a priced visit names the table
 * that priced it.
 */
export interface FeeTable {
  readonly name: string;
  /** Both inclusive; null = still in force. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly physicalCare: readonly Step[];
  /** From this length on there is no code. */
  readonly physicalCareBelowMinutes: number;
  /** By 身体介護 minutes, then by 生活援助 minutes. */
  readonly physicalThenDaily: readonly { readonly fromPhysicalMinutes: number; readonly daily: readonly Step[] }[];
  readonly physicalThenDailyBelowPhysicalMinutes: number;
  readonly dailyLiving: readonly Step[];
  /** 通院等乗降介助 has no second caregiver. */
  readonly boarding: Step;
  readonly emergencyUnits: number;
  readonly surchargePercent: Readonly<Record<Surcharge, number>>;
  /** By the planned start's time of day, in minutes after midnight: 深夜 22–6, 早朝 6–8, 夜間 18–22. */
  readonly timesOfDay: readonly TimeOfDay[];
  /** 地域区分別単価 in hundredths of yen. */
  readonly yenPerUnitHundredths: Readonly<Record<Exclude<AreaGrade, 'UNKNOWN'>, number>>;
}

/** A row of a table. `pairOffset`: what the code of two caregivers adds to its number. */
export const step = (fromMinutes: number, code: string, units: number, pairOffset: number | null): Step => ({
  fromMinutes,
  code,
  pairCode: pairOffset === null ? null : String(Number(code) + pairOffset),
  units,
});
