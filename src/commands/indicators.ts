import { addMonths, type Instant, type Month, minutesBetween } from '../domain/calendar.ts';
import { type HeldVisit, indicatorsOf, type MonthIndicators } from '../domain/evaluation/indicators.ts';
import type { Uuid } from '../domain/ids.ts';
import { askedVisitsOf, offersMadeIn } from '../projections/cover.ts';
import { daysToPaymentOf } from '../projections/statements.ts';
import { type LineVersion, lineVersionsOf } from '../projections/visit-ledger.ts';
import type { QuestionApp } from './long-questions.ts';

/**
 * What is asked of a network's months, both included; `knownAt`: as they were known before then.
 */
export interface IndicatorsAsked {
  readonly networkId: Uuid;
  readonly from: Month;
  readonly to: Month;
  readonly knownAt: Instant | null;
}

/** Each month's indicators, from what its delegations, visits and statements were known to be. */
export const indicators = (
  { readModel }: Pick<QuestionApp, 'readModel'>,
  { networkId, from, to, knownAt }: IndicatorsAsked,
): readonly (MonthIndicators & { readonly month: Month })[] => {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months.map((month) => ({
    month,
    ...indicatorsOf({
      asked: askedVisitsOf(readModel, networkId, month, knownAt),
      offers: offersMadeIn(readModel, networkId, month, knownAt),
      held: heldVisitsOf(lineVersionsOf(readModel, networkId, month, knownAt), knownAt),
      daysToPayment: daysToPaymentOf(readModel, networkId, month, knownAt),
    }),
  }));
};

const heldVisitsOf = (versions: readonly LineVersion[], knownAt: Instant | null): HeldVisit[] =>
  [...Map.groupBy(versions, ({ visitId }) => visitId).values()].flatMap((all) => {
    const last = all.at(-1);
    const stands = last && (last.until === null || (knownAt !== null && last.until >= knownAt));
    return stands ? [heldVisitOf(last, all)] : [];
  });

/** `all`: the lines of one visit up to the last. */
const heldVisitOf = (last: LineVersion, all: readonly LineVersion[]): HeldVisit => {
  const { clientId, assistOfficeId, caregiverId, status, minutes, feeYen, recordVersion } = last;
  // What went before belongs to an office that handed it back.
  const own = all.slice(all.slice(0, -1).findLastIndex((one) => one.status === 'RELEASED') + 1);
  const recorded = own.find((one) => one.recordVersion > 0);
  const verified = own.find((one) => one.status === 'VERIFIED' || one.status === 'SETTLED');
  return {
    clientId,
    assistOfficeId,
    caregiverId,
    status,
    minutes,
    feeYen,
    recordVersion,
    hadException: own.some(({ openExceptions }) => openExceptions > 0),
    minutesToRecord: recorded?.actualEnd ? Math.max(0, minutesBetween(recorded.actualEnd, recorded.since)) : null,
    minutesToVerify: recorded && verified ? minutesBetween(recorded.since, verified.since) : null,
  };
};
