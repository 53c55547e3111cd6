import { addDays, type Day } from '../../src/domain/calendar.ts';
import { Booking } from './booking.ts';
import { timeOn, weekdayOf } from './days.ts';
import { settleMonths } from './month-end.ts';
import type { SetNetwork } from './setting.ts';
import type { Stage } from './stage.ts';
import { planWeek } from './week.ts';

const THURSDAY = 4;

/**
 * The weeks of all networks: each client's is delegated on the Thursday before it, lived through,
 * verified, settled.
 */
export const liveThrough = (stage: Stage, networks: readonly SetNetwork[], from: Day, to: Day): void => {
  const ground = { timeline: stage.timeline, booking: new Booking() };
  let turn = 0;
  for (let thursday = from; thursday <= to; thursday = addDays(thursday, 1)) {
    if (weekdayOf(thursday) !== THURSDAY) continue;
    for (const { partners } of networks)
      for (const of of partners)
        for (const [n, client] of of.clients.entries()) {
          planWeek(ground, of, client, addDays(thursday, 4), timeOn(thursday, `1${n}:15`), turn);
          turn += 1;
        }
  }
  for (const { partners } of networks) for (const of of partners) settleMonths(stage, of, from, to);
};
