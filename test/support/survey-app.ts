import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandApp } from '../../src/commands/command-app.ts';
import type { Instant } from '../../src/domain/calendar.ts';
import type { DomainEvent } from '../../src/domain/decider.ts';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { Driver } from '../../src/processes/driver.ts';
import { type Process, workProjection } from '../../src/processes/process.ts';
import { whenAnswersWaitThenBatchGathered } from '../../src/processes/when-answers-wait-then-batch-gathered.ts';
import { whenClosingDayOverThenSurveyClosed } from '../../src/processes/when-closing-day-over-then-survey-closed.ts';
import { whenSurveyOpenedThenRespondentsInvited } from '../../src/processes/when-survey-opened-then-respondents-invited.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import { surveyFrame } from '../../src/projections/survey-frame.ts';
import { surveys } from '../../src/projections/surveys.ts';
import { decode, encode } from '../../src/store/codec.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { type Caller, CommandLoop } from '../../src/store/handle-command.ts';
import { masterKeyIn, masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';

export const consultant = (commandId: string | null = randomUUID()): Caller => ({
  actor: { subject: 'consultant', role: 'CONSULTANT', officeId: null },
  commandId,
  correlationId: 'request',
  causationId: null,
});

const processes: readonly Process[] = [
  whenSurveyOpenedThenRespondentsInvited,
  whenClosingDayOverThenSurveyClosed,
  whenAnswersWaitThenBatchGathered,
];

export interface SurveyApp extends CommandApp {
  readonly driver: Driver;
  readonly folder: string;
  setClock(now: Instant): void;
  /** Plants events of other slices. */
  plant(stream: string, ...events: DomainEvent[]): Promise<void>;
  /** The whole log. */
  log(): Promise<StoredEvent[]>;
  /** Every byte of the data folder. */
  bytes(): Buffer;
  stop(): Promise<void>;
}

/** Store, vault, the survey's views and processes on one folder, without the rest of the system. */
export const openSurveyApp = async (folder: string, start: Instant): Promise<SurveyApp> => {
  let now = start;
  const clock = { now: () => now };
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock });
  const wrapping = masterKeyWrapping([masterKeyIn(join(folder, 'master.key'))]);
  const vault = await SqliteVault.open({ file: join(folder, 'vault.sqlite'), wrapping });
  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, [surveyFrame, surveys, workProjection(processes)], store);
  const readModel = new ReadModel(file, projector.checkpoint);
  const end = new AbortController();
  const projecting = projector.run(store, end.signal, (checkpoint) => readModel.advanced(checkpoint));
  const app: CommandApp = { store, vault, clock, readModel, loop: new CommandLoop(store, clock) };
  const driver = new Driver(app, processes, createLog('fatal'));
  driver.start();
  return {
    ...app,
    driver,
    folder,
    setClock: (instant) => {
      now = instant;
      driver.wake();
    },
    plant: async (stream, ...events) => {
      const from = (await store.read(stream, 0)).length;
      const actor = { subject: 'admin', role: null, officeId: null } as const;
      const metadata = { commandId: null, commandHash: null, correlationId: null, causationId: null, actor };
      const news = events.map((event, n) =>
        encode(uuidOf(stream, from + n), event, { ...metadata, occurredAt: event.occurredAt ?? now }),
      );
      await store.append(stream, from, news);
    },
    log: async () => {
      const all: StoredEvent[] = [];
      const stop = new AbortController();
      const head = await store.head();
      for await (const batch of store.subscribe(0, stop.signal)) {
        all.push(...batch);
        if ((all.at(-1)?.position ?? 0) >= head) stop.abort();
      }
      return all;
    },
    bytes: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    stop: async () => {
      await driver.stop();
      end.abort();
      await projecting;
      readModel.close();
      projector.close();
      await store.close();
      await vault.close();
    },
  };
};

/** A fresh folder that goes with the test. */
export const freshFolder = (t: { teardown(done: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Events of one type with their data. */
export const typed = (log: readonly StoredEvent[], type: string) =>
  log.filter((event) => event.type === type).map((event) => decode(event));

const DAY = '2026-05-';
const fee = {
  termsVersion: 1,
  taxClass: 'EXEMPT',
  feeTable: null,
  serviceCode: null,
  units: null,
  yenPerUnitHundredths: null,
  benefitYen: null,
  feeYen: 3000,
  minutes: 60,
};

/** A visit of one caregiver that was recorded, on a day of May 2026. */
export const plantVisit = async (
  app: SurveyApp,
  ids: { networkId: Uuid; partner: Uuid; assist: Uuid; caregiverId: Uuid; clientId: Uuid },
  n: number,
) => {
  const delegationId = uuidOf('delegation', ids.networkId, n);
  const at = (hour: string) => `${DAY}${String((n % 28) + 1).padStart(2, '0')}T${hour}:00:00.000Z`;
  const plan = {
    service: 'PHYSICAL_CARE',
    minutes: 60,
    physicalMinutes: null,
    plannedStart: at('01'),
    plannedEnd: at('02'),
    caregiversRequired: 1,
    pairedVisitId: null,
    emergency: false,
    tasks: [],
  };
  const { networkId, clientId, partner: partnerOfficeId, assist: assistOfficeId, caregiverId } = ids;
  const visitId = uuidOf('visit', delegationId, 0);
  const requested = {
    networkId,
    clientId,
    partnerOfficeId,
    mode: 'DIRECT',
    visits: [{ visitId, place: 0, ...plan }],
    note: null,
  };
  await app.plant(
    `delegation-${delegationId}`,
    {
      type: 'DelegationRequested',
      data: { ...requested, rounds: [{ officeIds: [assistOfficeId], windowMinutes: 60 }] },
      occurredAt: at('00'),
    },
    {
      type: 'VisitsAllocated',
      data: { round: 1, officeId: assistOfficeId, visitIds: [visitId] },
      occurredAt: at('00'),
    },
  );
  const record = {
    version: 1,
    caregiverId,
    tasks: [],
    condition: null,
    notes: null,
    digest: 'd',
    startMethod: 'MANUAL',
    endMethod: 'MANUAL',
  };
  const times = { startedAt: at('01'), endedAt: at('02') };
  await app.plant(
    `visit-${visitId}`,
    {
      type: 'VisitScheduled',
      data: { delegationId, networkId, clientId, partnerOfficeId, assistOfficeId, ...plan, fee },
    },
    {
      type: 'VisitRecorded',
      data: { ...record, ...times, enteredForCaregiver: true, recordedByOfficeId: assistOfficeId },
    },
  );
};
