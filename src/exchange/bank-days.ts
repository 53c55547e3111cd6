import type { Day } from '../domain/calendar.ts';

/**
 * Says of days whether they are public holidays in Japan (国民の祝日, with 振替休日 and 国民の休日), as far
 * as they are known: to 2050. Loaded where it is first asked for.
 */
export const publicHolidays = async (): Promise<(day: Day) => boolean> => {
  const { default: holidayJp } = await import('@holiday-jp/holiday_jp');
  return (day) => Object.hasOwn(holidayJp.holidays, day);
};
