import { addMinutes, type Instant } from '../../../src/domain/calendar.ts';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import type { VisitEvent } from '../../../src/domain/visit/events.ts';
import { basis } from '../fees/example-basis.ts';

/*
 * The example visit: 身体介護 of 45 minutes from 10:00 in Tokyo on 2 June 2026, at 6,000 yen per hour,
 * so that it costs 4,500 yen; a cancellation costs half of that under 24 hours and all under two.
 * Times are told in minutes from the planned start.
 */
const PLANNED_START = '2026-06-02T01:00:00.000Z';
export const at = (minutes: number): Instant => addMinutes(PLANNED_START, minutes);
/** Three hours after the planned start. */
export const NOW = at(180);

export const PARTNER = uuidOf('partner office');
export const ASSIST = uuidOf('assist office');
export const OTHER_OFFICE = uuidOf('another assist office');
export const CAREGIVER = uuidOf('caregiver');
export const OTHER_CAREGIVER = uuidOf('another caregiver');
export const OTHER_VISIT = uuidOf('another visit');
export const THIRD_VISIT = uuidOf('a third visit');
const CLIENT = uuidOf('client');
/** A free text as the log holds it. */
export const sealed = (word: string): string => `sealed:1:client/${CLIENT}:${word}`;

type EventOf<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>;
type DataOf<Type extends VisitEvent['type']> = EventOf<Type>['data'];
export type Code = DataOf<'VisitExceptionRaised'>['code'];
type Fee = DataOf<'VisitVerified'>['fee'];

export const fee = (over: Partial<Fee> = {}): Fee => ({
  termsVersion: 1,
  taxClass: 'TAXABLE_10',
  feeTable: '令和6年度',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: null,
  benefitYen: null,
  feeYen: 4500,
  minutes: 45,
  ...over,
});

export const plan = {
  delegationId: uuidOf('delegation'),
  networkId: uuidOf('network'),
  clientId: CLIENT,
  partnerOfficeId: PARTNER,
  assistOfficeId: ASSIST,
  service: 'PHYSICAL_CARE' as const,
  minutes: 45,
  physicalMinutes: null,
  plannedStart: at(0),
  plannedEnd: at(45),
  caregiversRequired: 1,
  pairedVisitId: null,
  emergency: false,
  tasks: ['EXCRETION'],
};
export const punched = (minutes: number) => ({
  at: at(minutes),
  deviceAt: null,
  method: 'QR' as const,
  place: sealed('place'),
  metersFromHome: 20,
  caregiverId: CAREGIVER,
  enteredForCaregiver: false,
});
export const content = {
  caregiverId: CAREGIVER,
  tasks: [{ code: 'EXCRETION', outcome: 'DONE' as const, note: null }],
  condition: sealed('well'),
  notes: sealed('notes'),
};

export const scheduled = (over: Partial<DataOf<'VisitScheduled'>> = {}): VisitEvent => ({
  type: 'VisitScheduled',
  data: { ...plan, basis: basis(), fee: fee(), ...over },
});
/** An hour and a half before the planned start, unless said otherwise. */
export const released = (assistOfficeId: Uuid = ASSIST, minutes = -90): VisitEvent => ({
  type: 'VisitReleased',
  data: { assistOfficeId },
  occurredAt: at(minutes),
});
export const assigned = (caregiverId: Uuid | null = CAREGIVER): VisitEvent => ({
  type: 'CaregiverAssigned',
  data: { caregiverId },
});
export const started = (minutes = 0, over: Partial<DataOf<'VisitStarted'>> = {}): VisitEvent => ({
  type: 'VisitStarted',
  data: { ...punched(minutes), ...over },
  occurredAt: at(minutes),
});
export const ended = (minutes = 45, over: Partial<DataOf<'VisitEnded'>> = {}): VisitEvent => ({
  type: 'VisitEnded',
  data: { ...punched(minutes), ...over },
  occurredAt: at(minutes),
});
export const punchWithdrawn = (punch: DataOf<'PunchWithdrawn'>['punch'] = 'START'): VisitEvent => ({
  type: 'PunchWithdrawn',
  data: { punch, reason: sealed('wrong-visit') },
});
export const recorded = (over: Partial<DataOf<'VisitRecorded'>> = {}): VisitEvent => ({
  type: 'VisitRecorded',
  data: {
    version: 1,
    ...content,
    digest: 'digest of the record',
    deviceStart: null,
    deviceEnd: null,
    startedAt: at(0),
    endedAt: at(45),
    startMethod: 'QR',
    endMethod: 'QR',
    enteredForCaregiver: false,
    recordedByOfficeId: ASSIST,
    ...over,
  },
});
export const amended = (over: Partial<DataOf<'VisitRecordAmended'>> = {}): VisitEvent => ({
  type: 'VisitRecordAmended',
  data: {
    version: 2,
    ...content,
    enteredForCaregiver: false,
    digest: 'digest of the amendment',
    deviceStart: null,
    deviceEnd: null,
    adjustedStart: null,
    adjustedEnd: null,
    reason: sealed('mistaken'),
    recordedByOfficeId: ASSIST,
    ...over,
  },
});
const fixCodes: readonly Code[] = ['DURATION_DIFFERS', 'CAREGIVER_OVERLAP', 'CLIENT_OVERLAP', 'QUALIFICATION_MISSING'];
export const raised = (code: Code, over: Partial<DataOf<'VisitExceptionRaised'>> = {}): VisitEvent => ({
  type: 'VisitExceptionRaised',
  data: {
    code,
    severity: fixCodes.includes(code) ? 'FIX' : 'ACKNOWLEDGE',
    otherVisitId: null,
    detail: null,
    digest: null,
    formerOfficeId: null,
    ...over,
  },
});
/** Lifted by itself, without a reason, unless said otherwise. */
export const resolved = (code: Code, over: Partial<DataOf<'VisitExceptionResolved'>> = {}): VisitEvent => ({
  type: 'VisitExceptionResolved',
  data: { code, otherVisitId: null, how: 'LIFTED', reason: null, ...over },
});
export const verified = (over: Partial<DataOf<'VisitVerified'>> = {}): VisitEvent => ({
  type: 'VisitVerified',
  data: { recordVersion: 1, fee: fee(), ...over },
});
export const recordReturned = (): VisitEvent => ({
  type: 'VisitRecordReturned',
  data: { reason: sealed('unclear') },
});
export const missed = (): VisitEvent => ({
  type: 'VisitMissed',
  data: { reason: sealed('nobody-came'), reportedByOfficeId: PARTNER },
});
/** The notice in minutes, the share of the fee and what it comes to. */
export const cancelled = (noticeMinutes: number, percentOfFee: number, feeYen: number): VisitEvent => ({
  type: 'VisitCancelled',
  data: {
    reason: 'CLIENT_REQUEST',
    byOfficeId: PARTNER,
    noticeMinutes,
    percentOfFee,
    fee: fee({ feeYen }),
    note: sealed('note'),
    atDoor: null,
  },
  occurredAt: at(-noticeMinutes),
});
/** So many minutes after the planned start nobody opened; the whole fee by the narrowest band. */
export const cancelledAtDoor = (minutes = 2, over: Partial<DataOf<'VisitCancelled'>> = {}): VisitEvent => ({
  type: 'VisitCancelled',
  data: {
    reason: 'CLIENT_ABSENT',
    byOfficeId: ASSIST,
    noticeMinutes: 0,
    percentOfFee: 100,
    fee: fee(),
    note: sealed('note'),
    atDoor: punched(minutes),
    ...over,
  },
  occurredAt: at(minutes),
});
/** Kept beside what the office says that has the visit by now. */
export const latePunchKept = (
  punch: DataOf<'LatePunchKept'>['punch'],
  minutes: number,
  formerOfficeId: Uuid = ASSIST,
): VisitEvent => ({
  type: 'LatePunchKept',
  data: { punch, formerOfficeId, ...punched(minutes) },
  occurredAt: at(minutes),
});

export const CHANGE = uuidOf('change');
/** An hour from noon on, in place of 45 minutes from 10:00 on: 6,000 yen. */
export const changedPlan = {
  service: 'PHYSICAL_CARE' as const,
  minutes: 60,
  physicalMinutes: null,
  plannedStart: at(120),
  plannedEnd: at(180),
};
export const changedFee = fee({ serviceCode: '111311', units: 567, feeYen: 6000, minutes: 60 });
/** By the partner office, to be answered by 10:00. */
export const changeProposed = (over: Partial<DataOf<'VisitChangeProposed'>> = {}): VisitEvent => ({
  type: 'VisitChangeProposed',
  data: {
    changeId: CHANGE,
    proposedByOfficeId: PARTNER,
    ...changedPlan,
    reason: sealed('hospital'),
    answerBy: at(0),
    ...over,
  },
});
type Agreed = NonNullable<DataOf<'VisitChangeAnswered'>['agreed']>;
/** By the assist office, before the visit. */
export const changeAgreed = (
  over: Partial<Agreed> = {},
  answeredByOfficeId = ASSIST,
  changeId: Uuid = CHANGE,
): VisitEvent => ({
  type: 'VisitChangeAnswered',
  data: {
    changeId,
    answeredByOfficeId,
    agreed: { ...changedPlan, isBeforeVisit: true, basis: basis(), fee: changedFee, ...over },
    note: null,
  },
});
export const changeDeclined = (over: Partial<DataOf<'VisitChangeAnswered'>> = {}): VisitEvent => ({
  type: 'VisitChangeAnswered',
  data: { changeId: CHANGE, answeredByOfficeId: ASSIST, agreed: null, note: null, ...over },
});
export const changeLapsed = (minutes: number, changeId: Uuid = CHANGE): VisitEvent => ({
  type: 'VisitChangeLapsed',
  data: { changeId },
  occurredAt: at(minutes),
});

/** An event of the history, stamped with when it was so. */
export const stamped = (minutes: number, event: VisitEvent): VisitEvent => ({ ...event, occurredAt: at(minutes) });

/** Punched in and out, recorded five minutes later. */
export const made = (start = 0, end = 45): readonly VisitEvent[] => [
  ...PLANNED,
  assigned(),
  started(start),
  ended(end),
  stamped(end + 5, recorded({ startedAt: at(start), endedAt: at(end) })),
];
export const PLANNED: readonly VisitEvent[] = [scheduled()];
export const STARTED: readonly VisitEvent[] = [...PLANNED, assigned(), started()];
export const MADE: readonly VisitEvent[] = made();
/** 70 minutes in place of 45, which is still open. */
export const MADE_LONG: readonly VisitEvent[] = [...made(0, 70), raised('DURATION_DIFFERS')];
export const RETURNED: readonly VisitEvent[] = [...MADE, recordReturned()];
export const VERIFIED: readonly VisitEvent[] = [...MADE, verified()];
export const MISSED: readonly VisitEvent[] = [...PLANNED, missed()];
/** Two hours before the planned start. */
export const CHANGE_OPEN: readonly VisitEvent[] = [...PLANNED, stamped(-120, changeProposed())];
export const CHANGED: readonly VisitEvent[] = [...CHANGE_OPEN, stamped(-110, changeAgreed())];
export const SECOND_CHANGE = uuidOf('second change');
const halfAnHourLater = { plannedStart: at(150), plannedEnd: at(210) };
export const CHANGED_TWICE: readonly VisitEvent[] = [
  ...CHANGED,
  stamped(-109, changeProposed({ changeId: SECOND_CHANGE, ...halfAnHourLater })),
  stamped(-108, changeAgreed(halfAnHourLater, ASSIST, SECOND_CHANGE)),
];
export const RELEASED: readonly VisitEvent[] = [...PLANNED, released()];
export const AT_DOOR: readonly VisitEvent[] = [...PLANNED, assigned(), cancelledAtDoor()];
export const CANCELLED: readonly VisitEvent[] = [...PLANNED, cancelled(1440, 0, 0)];
