import type { ServiceKind } from '../vocabulary.ts';
import type { FeeTable } from './fee-table.ts';
import { codeAt, unitsOf } from './units.ts';

/** What a service code stands for, time of day and number of caregivers included. */
export interface ServiceCode {
  readonly service: ServiceKind;
  readonly caregivers: 1 | 2;
  /** Of all caregivers together, without 特定事業所加算. */
  readonly units: number;
}

const made = new WeakMap<FeeTable, ReadonlyMap<string, ServiceCode>>();

/** Every code of a visit that a table has, without those that name a 特定事業所加算 or a reduction too. */
export const serviceCodesOf = (table: FeeTable): ReadonlyMap<string, ServiceCode> => {
  const known = made.get(table) ?? new Map(rowsOf(table));
  made.set(table, known);
  return known;
};

const rowsOf = (table: FeeTable): [string, ServiceCode][] =>
  [
    { service: 'PHYSICAL_CARE' as const, steps: table.physicalCare },
    ...table.physicalThenDaily.map(({ daily }) => ({ service: 'PHYSICAL_THEN_DAILY_LIVING' as const, steps: daily })),
    { service: 'DAILY_LIVING' as const, steps: table.dailyLiving },
    { service: 'BOARDING_ASSISTANCE' as const, steps: [table.boarding] },
  ].flatMap(({ service, steps }) =>
    steps.flatMap(({ code, pairCode, units }) =>
      table.timesOfDay.flatMap((time): [string, ServiceCode][] => {
        const unitsFor = (caregivers: 1 | 2): number =>
          unitsOf(units, { caregivers, timeOfDayPercent: time.percent, surcharges: [], emergency: false }, table);
        const one: [string, ServiceCode] = [codeAt(code, time), { service, caregivers: 1, units: unitsFor(1) }];
        const two: [string, ServiceCode][] =
          pairCode === null ? [] : [[codeAt(pairCode, time), { service, caregivers: 2, units: unitsFor(2) }]];
        return [one, ...two];
      }),
    ),
  );
