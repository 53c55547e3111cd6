import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/domain/calendar.ts';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import type { Process } from '../../src/processes/process.ts';
import { whenAnswerCameTooLateThenRefused } from '../../src/processes/when-answer-came-too-late-then-refused.ts';
import { whenAnswersWaitThenBatchGathered } from '../../src/processes/when-answers-wait-then-batch-gathered.ts';
import { whenClosingDayOverThenSurveyClosed } from '../../src/processes/when-closing-day-over-then-survey-closed.ts';
import { whenStudyOverThenKeyDestroyed } from '../../src/processes/when-study-over-then-key-destroyed.ts';
import { whenSurveyOpenedThenRespondentsInvited } from '../../src/processes/when-survey-opened-then-respondents-invited.ts';
import { decode } from '../../src/store/codec.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import type { Caller } from '../../src/store/handle-command.ts';
import { basis } from '../domain/fees/example-basis.ts';
import { openPlantedApp, type PlantedApp } from './planted-app.ts';

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
  whenAnswerCameTooLateThenRefused,
  whenStudyOverThenKeyDestroyed,
];

/** A planted app in which the processes of surveys run, without the others. */
export const openSurveyApp = async (folder: string, start: Instant): Promise<PlantedApp> => {
  const app = await openPlantedApp(folder, start, processes);
  app.follow();
  app.driver.start();
  return app;
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
  app: PlantedApp,
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
    visits: [{ visitId, place: 0, ...plan, plannedVisitId: null }],
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
      data: {
        round: 1,
        officeId: assistOfficeId,
        visitIds: [visitId],
        bases: [basis()],
        fees: [{ visitId, basis: 0, feeYen: fee.feeYen }],
      },
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
    deviceStart: null,
    deviceEnd: null,
    startMethod: 'MANUAL',
    endMethod: 'MANUAL',
  };
  const times = { startedAt: at('01'), endedAt: at('02') };
  await app.plant(
    `visit-${visitId}`,
    {
      type: 'VisitScheduled',
      data: { delegationId, networkId, clientId, partnerOfficeId, assistOfficeId, ...plan, basis: basis(), fee },
    },
    {
      type: 'VisitRecorded',
      data: { ...record, ...times, enteredForCaregiver: true, recordedByOfficeId: assistOfficeId },
    },
  );
};
