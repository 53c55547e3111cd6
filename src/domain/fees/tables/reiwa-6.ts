import { type FeeTable, step } from '../fee-table.ts';

/**
 * Official code table 令和6年度, unchanged in base units by the interim revision of June 2026. The code
 * of two caregivers stands 10 further, or 3 where the six of a row are numbered one after another.
 */
export const reiwa6: FeeTable = {
  name: '令和6年度',
  validFrom: '2024-04-01',
  validTo: null,
  physicalCare: [
    step(0, '114845', 163, 3),
    step(20, '111111', 244, 10),
    step(30, '111211', 387, 10),
    step(60, '111311', 567, 10),
    step(90, '111411', 649, 10),
    step(120, '111511', 731, 10),
    step(150, '111611', 813, 10),
    step(180, '111711', 895, 10),
    step(210, '111811', 977, 10),
  ],
  physicalCareBelowMinutes: 240,
  physicalThenDaily: [
    {
      fromPhysicalMinutes: 20,
      daily: [step(20, '114111', 309, 10), step(45, '114211', 374, 10), step(70, '114311', 439, 10)],
    },
    {
      fromPhysicalMinutes: 30,
      daily: [step(20, '115111', 452, 10), step(45, '115211', 517, 10), step(70, '115311', 582, 10)],
    },
    {
      fromPhysicalMinutes: 60,
      daily: [step(20, '116111', 632, 3), step(45, '116123', 697, 3), step(70, '116135', 762, 3)],
    },
  ],
  physicalThenDailyBelowPhysicalMinutes: 90,
  dailyLiving: [step(20, '117211', 179, 10), step(45, '117311', 220, 10)],
  boarding: step(0, '118111', 97, null),
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
};
