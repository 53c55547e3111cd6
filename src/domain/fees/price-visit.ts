import type { TermsContent } from '../agreement/events.ts';
import { dayOf, type Instant } from '../calendar.ts';
import { cutToYen, roundedDivide } from '../money.ts';
import { Rejected } from '../rejected.ts';
import type { VisitFee } from '../visit/events.ts';
import type { AreaGrade, CareLevel, ServiceKind, Surcharge } from '../vocabulary.ts';
import { feeTableOn } from './fee-table.ts';
import { codeAt, serviceCodeOf, timeOfDayOf, unitsOf } from './units.ts';

export interface PricedVisit {
  readonly service: ServiceKind;
  readonly minutes: number;
  readonly physicalMinutes: number | null;
  readonly plannedStart: Instant;
  readonly emergency: boolean;
  /** By the record, where there is one: only PER_HOUR looks at it. */
  readonly minutesWorked: number | null;
  readonly careLevel: CareLevel;
  readonly terms: { readonly version: number; readonly content: TermsContent };
  /** Those of the partner office, which bills (rule 29). */
  readonly partner: { readonly areaGrade: AreaGrade; readonly surcharges: readonly Surcharge[] };
}

type Basis = Pick<
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
 * The fee of one visit of one caregiver (rules 28–30). Throws NO_SERVICE_CODE, NO_PRICE,
 * AREA_GRADE_UNKNOWN.
 */
export const priceVisit = (visit: PricedVisit): VisitFee => {
  const { terms } = visit;
  return { termsVersion: terms.version, taxClass: terms.content.taxClass, ...basisOf(visit) };
};

const basisOf = (visit: PricedVisit): Basis => {
  const { content } = visit.terms;
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
 * Service code and units of the visit by the table in force on its day; throws where there is none.
 * 要支援 has none.
 */
const unitsByTable = (visit: PricedVisit) => {
  const table = feeTableOn(dayOf(visit.plannedStart));
  if (!table || visit.careLevel.startsWith('SUPPORT')) throw new Rejected('NO_SERVICE_CODE', ['service']);
  const { code, units } = serviceCodeOf(visit, table);
  const { surcharges } = visit.partner;
  const timeOfDay = timeOfDayOf(visit.plannedStart, table);
  const steps = { caregivers: 1 as const, timeOfDayPercent: timeOfDay.percent, surcharges, emergency: visit.emergency };
  return { table, code: codeAt(code, timeOfDay), units: unitsOf(units, steps, table) };
};

/** For the ledger, even where the price does not depend on them. */
const unitsWhereKnown = (visit: PricedVisit): Partial<Basis> => {
  try {
    const { table, code, units } = unitsByTable(visit);
    return { feeTable: table.name, serviceCode: code, units };
  } catch (error) {
    if (error instanceof Rejected) return {};
    throw error;
  }
};

const percentOfBenefit = (visit: PricedVisit, content: TermsContent): Basis => {
  const { table, code, units } = unitsByTable(visit);
  if (content.percentHundredths === null) throw new Rejected('NO_PRICE', ['service']);
  if (visit.partner.areaGrade === 'UNKNOWN') throw new Rejected('AREA_GRADE_UNKNOWN', ['service']);
  const yenPerUnitHundredths = table.yenPerUnitHundredths[visit.partner.areaGrade];
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
