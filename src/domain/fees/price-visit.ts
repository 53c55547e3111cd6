import type { TermsContent } from '../agreement/events.ts';
import { dayOf, type Instant } from '../calendar.ts';
import { cutToYen, roundedDivide } from '../money.ts';
import { Rejected } from '../rejected.ts';
import type { VisitFee } from '../visit/events.ts';
import type { ServiceKind, Yen } from '../vocabulary.ts';
import { basisOn, type PriceBasis, type Pricing } from './basis.ts';
import { feeTableNamed } from './fee-tables.ts';
import { codeAt, serviceCodeOf, timeOfDayOf, unitsOf } from './units.ts';

/** What of a visit's plan its price goes by. */
interface PricedPlan {
  readonly service: ServiceKind;
  readonly minutes: number;
  readonly physicalMinutes: number | null;
  readonly plannedStart: Instant;
  readonly emergency: boolean;
}
interface PricedVisit extends PricedPlan {
  readonly basis: PriceBasis;
  /** By the record, where there is one: only PER_HOUR looks at it. */
  readonly minutesWorked: number | null;
}

type CameFrom = Pick<
  VisitFee,
  'feeTable' | 'serviceCode' | 'units' | 'yenPerUnitHundredths' | 'benefitYen' | 'feeYen' | 'minutes'
>;
const NOTHING_LOOKED_AT = {
  feeTable: null,
  serviceCode: null,
  units: null,
  yenPerUnitHundredths: null,
  benefitYen: null,
};

/**
 * The fee of one visit of one caregiver by its basis (rules 28–30). `minutesWorked` null: as
 * planned. Throws NO_SERVICE_CODE, NO_PRICE, AREA_GRADE_UNKNOWN; never for a basis by which the
 * same plan had a price before.
 */
export const priceVisit = (plan: PricedPlan, basis: PriceBasis, minutesWorked: number | null): VisitFee => {
  const { version, content } = basis.terms;
  return { termsVersion: version, taxClass: content.taxClass, ...priceBy({ ...plan, basis, minutesWorked }) };
};

/**
 * What a visit would cost, and by what; or the code that refuses it, and the visit's field at
 * fault.
 */
export type PriceOrRefusal =
  | { readonly basis: PriceBasis; readonly feeYen: Yen }
  | { readonly refusal: string; readonly field: string };

/**
 * What an accepted visit would cost, and by what; null without terms, or the code with which the
 * terms refuse (rule 9).
 */
export const priceOrRefusal = (plan: PricedPlan, pricing: Pricing): PriceOrRefusal | null => {
  const basis = basisOn(dayOf(plan.plannedStart), pricing);
  return basis && priceByBasis(plan, basis);
};

/**
 * What a visit would cost by a basis that stands, as planned; or the code with which it refuses.
 */
export const priceByBasis = (plan: PricedPlan, basis: PriceBasis): PriceOrRefusal => {
  try {
    return { basis, feeYen: priceVisit(plan, basis, null).feeYen };
  } catch (error) {
    if (error instanceof Rejected) return { refusal: error.code, field: error.path?.[0] ?? 'minutes' };
    throw error;
  }
};

const priceBy = (visit: PricedVisit): CameFrom => {
  const { content } = visit.basis.terms;
  switch (content.feeBasis) {
    case 'PERCENT_OF_BENEFIT':
      return percentOfBenefit(visit, content);
    case 'PER_VISIT': {
      const price = content.prices
        .filter(({ service, minutesUpTo }) => service === visit.service && minutesUpTo >= visit.minutes)
        .reduce<{ minutesUpTo: number; yen: number } | null>(
          (least, one) => (least === null || one.minutesUpTo < least.minutesUpTo ? one : least),
          null,
        );
      if (!price) throw new Rejected('NO_PRICE', ['minutes']);
      return { ...NOTHING_LOOKED_AT, ...unitsWhereKnown(visit), feeYen: price.yen, minutes: visit.minutes };
    }
    case 'PER_HOUR': {
      if (content.yenPerHour === null) throw new Rejected('NO_PRICE', ['service']);
      const minutes = visit.minutesWorked ?? visit.minutes;
      return {
        ...NOTHING_LOOKED_AT,
        ...unitsWhereKnown(visit),
        feeYen: roundedDivide(content.yenPerHour * minutes, 60, content.rounding),
        minutes,
      };
    }
  }
};

/**
 * Service code and units of the visit by the fee table of its basis; throws where there is none.
 * 要支援 has none.
 */
const unitsByTable = (visit: PricedVisit) => {
  const { feeTable, careCategory, surcharges } = visit.basis;
  const table = feeTableNamed(feeTable);
  if (!table || careCategory === 'SUPPORT') throw new Rejected('NO_SERVICE_CODE', ['service']);
  const { code, units } = serviceCodeOf(visit, table);
  const timeOfDay = timeOfDayOf(visit.plannedStart, table);
  const steps = { caregivers: 1 as const, timeOfDayPercent: timeOfDay.percent, surcharges, emergency: visit.emergency };
  return { table, code: codeAt(code, timeOfDay), units: unitsOf(units, steps, table) };
};

/** For the ledger, even where the price does not depend on them. */
const unitsWhereKnown = (visit: PricedVisit): Partial<CameFrom> => {
  try {
    const { table, code, units } = unitsByTable(visit);
    return { feeTable: table.name, serviceCode: code, units };
  } catch (error) {
    if (error instanceof Rejected) return {};
    throw error;
  }
};

const percentOfBenefit = (visit: PricedVisit, content: TermsContent): CameFrom => {
  const { table, code, units } = unitsByTable(visit);
  if (content.percentHundredths === null) throw new Rejected('NO_PRICE', ['service']);
  const { yenPerUnitHundredths } = visit.basis;
  if (yenPerUnitHundredths === null) throw new Rejected('AREA_GRADE_UNKNOWN', ['service']);
  const benefitYen = cutToYen(units, yenPerUnitHundredths);
  return {
    feeTable: table.name,
    serviceCode: code,
    units,
    yenPerUnitHundredths,
    benefitYen,
    feeYen: roundedDivide(BigInt(benefitYen) * BigInt(content.percentHundredths), 10_000, content.rounding),
    minutes: visit.minutes,
  };
};

/**
 * Per cent of the fee that a cancellation costs: of the band with the smallest `noticeHoursUnder`
 * above the notice given; null = no band (rule 27).
 */
export const cancellationPercent = (content: TermsContent, noticeMinutes: number): number | null =>
  content.cancellation
    .filter(({ noticeHoursUnder }) => noticeMinutes < noticeHoursUnder * 60)
    .reduce<{ noticeHoursUnder: number; percentOfFee: number } | null>(
      (least, one) => (least === null || one.noticeHoursUnder < least.noticeHoursUnder ? one : least),
      null,
    )?.percentOfFee ?? null;

/** That share of a fee, rounded as the terms say. */
export const cancellationFee = (fee: VisitFee, percentOfFee: number, content: TermsContent): VisitFee => ({
  ...fee,
  feeYen: roundedDivide(fee.feeYen * percentOfFee, 100, content.rounding),
});
