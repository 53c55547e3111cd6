import { readModelAtHead } from '../commands/command-app.ts';
import { addMinutes, type Instant } from '../domain/calendar.ts';
import type { ApiApp } from './context.ts';
import { apiError } from './errors.ts';

/**
 * Nothing more is recorded before it. On a cluster the clocks of several machines stamp the events
 * (contract, `knownAt`: 30 s).
 */
const lastCompleteInstant = ({ clock, clustered }: ApiApp): Instant =>
  clustered ? addMinutes(clock.now(), -0.5) : clock.now();

/**
 * Waits until the read model holds all that was known before an instant, else the same query would
 * be answered differently later. Throws BAD_USER_INPUT where that is not over yet.
 */
export const readyToSay = async (app: ApiApp, knownAt: Instant | null | undefined): Promise<void> => {
  if (!knownAt) return;
  if (knownAt > lastCompleteInstant(app))
    throw apiError(
      'BAD_USER_INPUT',
      { en: 'knownAt is not over yet.', ja: 'まだ来ていない日時です。今より前の日時を指定してください。' },
      ['knownAt'],
    );
  await readModelAtHead(app);
};
