import { randomUUID } from 'node:crypto';
import type { Test } from 'tap';
import { closeSettlement } from '../../src/commands/settlement.ts';
import { addMinutes, type Instant, type Month } from '../../src/domain/calendar.ts';
import { streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import type { StatementLine } from '../../src/domain/settlement/events.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { unsettledVisitsOfPair } from '../../src/projections/visit-ledger.ts';
import { decode } from '../../src/store/codec.ts';
import { perHour } from '../domain/agreement/example-agreement.ts';
import {
  ASSIST,
  assigned,
  cancelled,
  missed,
  OTHER_OFFICE,
  PARTNER,
  plan,
  raised,
  recorded,
  recordReturned,
  released,
  scheduled,
  verified,
} from '../domain/visit/example-visit.ts';
import { agreedNetwork } from '../processes/example-ground.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { openGround, plantAll } from '../support/process-specification.ts';

export const pair = { networkId: plan.networkId, partnerOfficeId: PARTNER, assistOfficeId: ASSIST };
export const JULY_1: Instant = '2026-07-01T00:00:00.000Z';
export const AUGUST_1: Instant = '2026-08-01T00:00:00.000Z';

/** A visit's history on a day, of 45 minutes from 10:00 in Tokyo. */
export const planned = (day: string, ...then: readonly VisitEvent[]): readonly VisitEvent[] => {
  const plannedStart: Instant = `${day}T01:00:00.000Z`;
  return [scheduled({ plannedStart, plannedEnd: addMinutes(plannedStart, 45) }), ...then];
};
export const made = (day: string, ...then: readonly VisitEvent[]) => planned(day, assigned(), recorded(), ...then);

/** By the day: everything that may have become of a visit. */
export const VISITS = {
  late: made('2026-05-31', verified()),
  verified: made('2026-06-01', verified()),
  cancelledLate: planned('2026-06-02', cancelled(60, 50, 2250)),
  cancelledInTime: planned('2026-06-03', cancelled(6000, 0, 0)),
  missed: planned('2026-06-04', missed()),
  recorded: made('2026-06-05'),
  inQuestion: made('2026-06-06', raised('DURATION_DIFFERS')),
  returned: made('2026-06-07', recordReturned()),
  ahead: planned('2026-06-08'),
  givenBack: planned('2026-06-09', released()),
  ofOthers: [scheduled({ assistOfficeId: OTHER_OFFICE }), assigned(), recorded(), verified()],
  ofJuly: made('2026-07-01', verified()),
};
export type Name = keyof typeof VISITS;
export const idOf = (name: Name): Uuid => uuidOf('visit', name);
export const nameOf = (id: Uuid | null): string | undefined =>
  Object.keys(VISITS).find((name) => uuidOf('visit', name) === id);

/** The pair's visits in the log and in the read model. */
export const openMonth = async (t: Test): Promise<PlantedApp> => {
  const app = await openGround(t);
  const of = { networkId: plan.networkId, partnerOfficeId: PARTNER, clientId: plan.clientId };
  await plantAll(app, agreedNetwork(of, [ASSIST], perHour({ yenPerHour: 6000 })));
  for (const [name, events] of Object.entries(VISITS))
    await app.plant(streamOf('visit', uuidOf('visit', name)), ...events);
  await app.readModel.reached(await app.store.head());
  return app;
};

/** Closes the month at a time; answers the lines of its statement. */
export const close = async (app: PlantedApp, month: Month, at: Instant): Promise<readonly StatementLine[]> => {
  app.setClock(at);
  const actor = { subject: 'p', role: 'COORDINATOR' as const, officeId: PARTNER };
  const caller = { actor, commandId: randomUUID(), correlationId: 'request', causationId: null };
  const { position } = await closeSettlement(app, caller, { ...pair, month });
  await app.readModel.reached(position);
  const last = (await app.log()).map(decode).at(-1);
  return last?.type === 'StatementLinesListed' ? last.data.lines : [];
};

export const linesIn = (lines: readonly StatementLine[]) =>
  lines.map(({ kind, visitId, amountYen }) => [kind, nameOf(visitId), amountYen]);
export const candidates = (app: PlantedApp, month: Month) =>
  unsettledVisitsOfPair(app.readModel, pair, month).map(({ id, status }) => [nameOf(id), status]);
