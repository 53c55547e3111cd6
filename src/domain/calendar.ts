import { z } from 'zod';

/** An instant in UTC with milliseconds, `2026-11-22T01:00:00.000Z`; so instants compare as text. */
export type Instant = string;
/** A day in Asia/Tokyo, `2026-11-22`. */
export type Day = string;
/** A calendar month in Asia/Tokyo, `2026-11` (対象年月). */
export type Month = string;

// Japan has had no daylight saving time since 1952, and the system starts in 2026: Asia/Tokyo is
// UTC+9 throughout.
const TOKYO_OFFSET_MILLISECONDS = 9 * 3_600_000;
const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 24 * 3_600_000;

export const instantSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
// Instants, days and months compare as text because their years have four digits: the calendar has
// the years 0001 to 9999, and sums end where it ends.
export const daySchema = z.iso.date().refine((day) => !day.startsWith('0000'), 'a year from 0001 to 9999');
export const monthSchema = z.string().regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/);
const CALENDAR = { from: Date.parse('0001-01-01T00:00:00.000Z'), to: Date.parse('9999-12-31T23:59:59.999+09:00') };
const SUMS = { from: Date.parse('0000-01-01T00:00:00.000Z'), to: Date.parse('9999-12-31T23:59:59.999Z') };

/** An RFC 3339 instant with an offset, as UTC; in UTC and Asia/Tokyo of the years 0001 to 9999. */
export const rfc3339Schema = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((milliseconds) => milliseconds >= CALENDAR.from && milliseconds <= CALENDAR.to, 'a year from 0001 to 9999')
  .transform((milliseconds) => toInstant(milliseconds));

const isoOf = (milliseconds: number): string =>
  new Date(Math.min(Math.max(milliseconds, SUMS.from), SUMS.to)).toISOString();

/**
 * Any RFC 3339 instant with an offset as UTC, within the calendar. Throws RangeError for no
 * instant.
 */
export const toInstant = (value: string | number | Date): Instant => isoOf(new Date(value).getTime());

const INSTANT_LENGTH = '2026-04-01T00:00:00.000Z'.length;
const TOKYO_OFFSET_HOURS = TOKYO_OFFSET_MILLISECONDS / 3_600_000;
/** The last day whose next one was asked for, and that: a page's instants are of few days. */
let [dayBefore, dayAfter] = ['', ''];
const tokyoIso = (instant: Instant): string => {
  if (instant.length !== INSTANT_LENGTH) return isoOf(Date.parse(instant) + TOKYO_OFFSET_MILLISECONDS);
  // Only day and hour differ. Asked for each instant that is answered.
  const day = instant.slice(0, 10);
  const hour = Number(instant.slice(11, 13)) + TOKYO_OFFSET_HOURS;
  if (hour < 24) return `${day}T${hour < 10 ? '0' : ''}${hour}${instant.slice(13)}`;
  if (day !== dayBefore) [dayBefore, dayAfter] = [day, addDays(day, 1)];
  return `${dayAfter}T0${hour - 24}${instant.slice(13)}`;
};

/** The day in Asia/Tokyo on which an instant lies (rule 6). */
export const dayOf = (instant: Instant): Day => tokyoIso(instant).slice(0, 10);
/** The month in Asia/Tokyo in which an instant lies (rule 6). */
export const monthOf = (instant: Instant): Month => tokyoIso(instant).slice(0, 7);
/** The time of day in Asia/Tokyo in minutes after midnight, 0 to 1439. */
export const minuteOfDay = (instant: Instant): number => {
  const iso = tokyoIso(instant);
  return Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16));
};
/** So many instants are kept as they were answered: who looks at a list again sees the same. */
const MOST_ANSWERED = 10_000;
const answered = new Map<Instant, string>();
/** RFC 3339 in +09:00, as the API answers it. */
export const inTokyo = (instant: Instant): string => {
  let text = answered.get(instant);
  if (text === undefined) {
    text = `${tokyoIso(instant).slice(0, -1)}+09:00`;
    if (answered.size >= MOST_ANSWERED) answered.clear();
    answered.set(instant, text);
  }
  return text;
};

/** So many days' answers are kept: what is asked for in a row is of few days. */
const MOST_DAYS_KEPT = 1_000;
const kept = (instantOf: (day: Day) => Instant): ((day: Day) => Instant) => {
  const instants = new Map<Day, Instant>();
  return (day) => {
    let instant = instants.get(day);
    if (instant === undefined) {
      instant = instantOf(day);
      if (instants.size >= MOST_DAYS_KEPT) instants.clear();
      instants.set(day, instant);
    }
    return instant;
  };
};
/** 00:00 Asia/Tokyo of a day. */
export const startOfDay = kept((day) => toInstant(`${day}T00:00:00.000+09:00`));
/** 24:00 Asia/Tokyo of a day: a day that "ends" ends here (rule 6). */
export const endOfDay = kept((day) => isoOf(Date.parse(startOfDay(day)) + DAY_MILLISECONDS));

export const addDays = (day: Day, days: number): Day => {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoOf(date.getTime()).slice(0, 10);
};
/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7));
export const addMonths = (month: Month, months: number): Month => {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return isoOf(date.getTime()).slice(0, 7);
};
export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1);
export const monthOfDay = (day: Day): Month => day.slice(0, 7);

export const addMinutes = (instant: Instant, minutes: number): Instant => {
  const minute = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + minutes;
  if (instant.length !== INSTANT_LENGTH || !Number.isInteger(minute) || minute < 0 || minute >= 24 * 60)
    return isoOf(Date.parse(instant) + minutes * MINUTE_MILLISECONDS);
  // Most often the day is the same, and only hour and minute differ.
  return `${instant.slice(0, 11)}${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}${instant.slice(16)}`;
};
const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));
/** Minutes from `from` to `to`, negative where `to` is earlier; not rounded. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / MINUTE_MILLISECONDS;
/** Days from `from` to `to`, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;

export const earliest = (...instants: readonly Instant[]): Instant => instants.reduce((a, b) => (b < a ? b : a));
export const latest = (...instants: readonly Instant[]): Instant => instants.reduce((a, b) => (b > a ? b : a));

/** Half-open spans [start, end) that share an instant. */
export const overlap = (a: { start: Instant; end: Instant }, b: { start: Instant; end: Instant }): boolean =>
  a.start < b.end && b.start < a.end;
