import { addMonths, type Day, dayOf, type Instant, lastDayOf, monthOfDay } from '../calendar.ts';
import { Rejected } from '../rejected.ts';

const SUNDAY = 0;
const SATURDAY = 6;
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * Whether banks are closed: Saturday, Sunday, a public holiday, 31 December to 3 January.
 */
export const isBankClosed = (day: Day, isHoliday: (day: Day) => boolean): boolean => {
  const date = day.slice(5);
  const weekday = weekdayOf(day);
  return weekday === SUNDAY || weekday === SATURDAY || date >= '12-31' || date <= '01-03' || isHoliday(day);
};

/** The same day of the next month, or its last. */
const monthAfter = (day: Day): Day => {
  const next = addMonths(monthOfDay(day), 1);
  const same = `${next}-${day.slice(8)}`;
  return same > lastDayOf(next) ? lastDayOf(next) : same;
};

/**
 * A day on which a transfer can be made: open, not past, at most a month ahead, as the file names
 * no year. Throws TRANSFER_DATE_PAST, TRANSFER_DATE_TOO_FAR, BANK_CLOSED.
 */
export const checkTransferDate = (day: Day, now: Instant, isHoliday: (day: Day) => boolean): void => {
  const today = dayOf(now);
  if (day < today) throw new Rejected('TRANSFER_DATE_PAST', ['transferDate']);
  if (day > monthAfter(today)) throw new Rejected('TRANSFER_DATE_TOO_FAR', ['transferDate']);
  if (isBankClosed(day, isHoliday)) throw new Rejected('BANK_CLOSED', ['transferDate']);
};
