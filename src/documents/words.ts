import type { ServiceKind } from '../domain/vocabulary.ts';

/** What documents and files call the kinds of service: each by one word, and each word for one. */
export const SERVICE_WORDS: Readonly<Record<ServiceKind, string>> = {
  PHYSICAL_CARE: '身体介護',
  DAILY_LIVING: '生活援助',
  PHYSICAL_THEN_DAILY_LIVING: '身体介護・生活援助',
  BOARDING_ASSISTANCE: '通院等乗降介助',
};

/** `2026-04-10`, or an instant in Japan's time, as `2026年4月10日`. */
export const dayWords = (dayOrInstant: string): string => {
  const [year, month, day] = dayOrInstant.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** An instant in Japan's time, as `2026-04-10 09:00`. */
export const minuteWords = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;

/** From an instant to another, as `2026-04-10 09:00–09:45`. */
export const timesWords = (start: string, end: string): string => {
  const until = end.slice(0, 10) === start.slice(0, 10) ? end.slice(11, 16) : minuteWords(end);
  return `${minuteWords(start)}–${until}`;
};

export const yenWords = (yen: number): string => yen.toLocaleString('ja-JP');

/** A visit in a list, as its number and times. */
export const visitInWords = (visit: Readonly<Record<'number' | 'plannedStart' | 'plannedEnd', string>>): string =>
  `${visit.number}　${timesWords(visit.plannedStart, visit.plannedEnd)}`;
