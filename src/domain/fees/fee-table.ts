import type { Day } from '../calendar.ts';
import type { AreaGrade, Surcharge } from '../vocabulary.ts';

/** One code: from this many minutes on. */
interface Step {
  readonly fromMinutes: number;
  readonly code: string;
  readonly units: number;
}

/** `codeOffset`: what it adds to a base code's number, 夜 1 and 深 2 (111111 → 111112 and 111113). */
export interface TimeOfDay {
  readonly fromMinute: number;
  readonly percent: number;
  readonly codeOffset: 0 | 1 | 2;
}

/**
 * 介護報酬 of 訪問介護 as dated data (official code table 令和6年度). A revision adds a table; a priced visit
 * names the one that priced it.
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
  readonly boarding: { readonly code: string; readonly units: number };
  readonly emergencyUnits: number;
  readonly surchargePercent: Readonly<Record<Surcharge, number>>;
  /** By the planned start's time of day, in minutes after midnight: 深夜 22–6, 早朝 6–8, 夜間 18–22. */
  readonly timesOfDay: readonly TimeOfDay[];
  /** 地域区分別単価 in hundredths of yen. */
  readonly yenPerUnitHundredths: Readonly<Record<Exclude<AreaGrade, 'UNKNOWN'>, number>>;
}

const step = (fromMinutes: number, code: string, units: number): Step => ({ fromMinutes, code, units });

export const feeTables: readonly FeeTable[] = [
  {
    name: '令和6年度',
    validFrom: '2024-04-01',
    validTo: null,
    physicalCare: [
      step(0, '114845', 163),
      step(20, '111111', 244),
      step(30, '111211', 387),
      step(60, '111311', 567),
      step(90, '111411', 649),
      step(120, '111511', 731),
      step(150, '111611', 813),
      step(180, '111711', 895),
      step(210, '111811', 977),
    ],
    physicalCareBelowMinutes: 240,
    physicalThenDaily: [
      { fromPhysicalMinutes: 20, daily: [step(20, '114111', 309), step(45, '114211', 374), step(70, '114311', 439)] },
      { fromPhysicalMinutes: 30, daily: [step(20, '115111', 452), step(45, '115211', 517), step(70, '115311', 582)] },
      { fromPhysicalMinutes: 60, daily: [step(20, '116111', 632), step(45, '116123', 697), step(70, '116135', 762)] },
    ],
    physicalThenDailyBelowPhysicalMinutes: 90,
    dailyLiving: [step(20, '117211', 179), step(45, '117311', 220)],
    boarding: { code: '118111', units: 97 },
    emergencyUnits: 100,
    surchargePercent: { SPECIFIED_1: 20, SPECIFIED_2: 10, SPECIFIED_3: 10, SPECIFIED_4: 3, SPECIFIED_5: 3 },
    timesOfDay: [
      { fromMinute: 0, percent: 150, codeOffset: 2 },
      { fromMinute: 6 * 60, percent: 125, codeOffset: 1 },
      { fromMinute: 8 * 60, percent: 100, codeOffset: 0 },
      { fromMinute: 18 * 60, percent: 125, codeOffset: 1 },
      { fromMinute: 22 * 60, percent: 150, codeOffset: 2 },
    ],
    yenPerUnitHundredths: {
      GRADE_1: 1140,
      GRADE_2: 1112,
      GRADE_3: 1105,
      GRADE_4: 1084,
      GRADE_5: 1070,
      GRADE_6: 1042,
      GRADE_7: 1021,
      OTHER: 1000,
    },
  },
];

/** The table of a name, by which a visit was priced; null for none of ours. */
export const feeTableNamed = (name: string | null): FeeTable | null =>
  feeTables.find((table) => table.name === name) ?? null;

/** The table in force on a day; null before the first. */
export const feeTableOn = (day: Day): FeeTable | null =>
  feeTables.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)) ?? null;
