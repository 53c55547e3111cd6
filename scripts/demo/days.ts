import { isBankClosed } from '../../src/domain/bankfile/transfer-date.ts';
import { addDays, addMinutes, type Day, type Instant, minuteOfDay, toInstant } from '../../src/domain/calendar.ts';
import { publicHolidays } from '../../src/exchange/bank-days.ts';

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const isWeekday = (day: Day): boolean => weekdayOf(day) >= 1 && weekdayOf(day) <= 5;

/**
 * Whether banks are open on one of a month's last days, where a statement is due: of the public
 * holidays only 昭和の日 (the Monday after it, where it is a Sunday) and New Year's Eve lie there.
 */
const isBankDay = (day: Day): boolean => {
  const date = day.slice(5);
  const isShowaDay = date === '04-29' || (date === '04-30' && weekdayOf(day) === 1);
  return isWeekday(day) && !isShowaDay && date !== '12-31';
};

/** The last bank day up to a day on which a statement is due: paid in time, never on a holiday. */
export const bankDayUpTo = (dueOn: Day): Day => (isBankDay(dueOn) ? dueOn : bankDayUpTo(addDays(dueOn, -1)));

/** The first day from one on on which banks are open. */
export const bankDayFrom = async (day: Day): Promise<Day> => {
  const isHoliday = await publicHolidays();
  let open = day;
  while (isBankClosed(open, isHoliday)) open = addDays(open, 1);
  return open;
};

/** The first weekday from a day on. */
export const weekdayFrom = (day: Day): Day => (isWeekday(day) ? day : weekdayFrom(addDays(day, 1)));

/** A time of day, `09:30` in Asia/Tokyo. */
export const timeOn = (day: Day, clock: string): Instant => toInstant(`${day}T${clock}:00+09:00`);

/** The quarter of an hour in which an instant lies: offices plan by quarters. */
export const quarterOf = (instant: Instant): Instant =>
  addMinutes(`${instant.slice(0, 16)}:00.000Z`, -(minuteOfDay(instant) % 15));
