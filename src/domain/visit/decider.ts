import type { Instant } from '../calendar.ts';
import type { Decider } from '../decider.ts';
import { Rejected } from '../rejected.ts';
import type { VisitCommand } from './commands.ts';
import type { VisitEvent } from './events.ts';
import { exceptionsWithin, firesWithin, isBetween, judge } from './exceptions.ts';
import {
  assignCaregiver,
  cancelVisit,
  feeOf,
  refuseEnded,
  releaseVisit,
  reportMissedVisit,
  scheduleVisit,
  unassignCaregiver,
} from './planning.ts';
import { after, amendVisitRecord, punch, recordVisit } from './recording.ts';
import { evolve, type KnownVisit, minutesWorked, openExceptions, type VisitState } from './state.ts';

type Command<Type extends VisitCommand['type']> = Extract<VisitCommand, { type: Type }>;

const AS_PLANNED_CODES: readonly string[] = ['DURATION_DIFFERS', 'CLIENT_OVERLAP', 'CAREGIVER_OVERLAP'];

/**
 * ACKNOWLEDGE by either office; a FIX ends by itself, or `asPlanned` by the partner office where
 * the record is true (rule 25).
 */
const resolveException = (
  { code, reason, asPlanned, byPartner }: Command<'ResolveException'>,
  state: KnownVisit,
): VisitEvent[] => {
  const open = openExceptions(state).filter((one) => one.code === code);
  if (open.length === 0) {
    if (state.exceptions.some((one) => one.code === code)) return [];
    throw new Rejected('EXCEPTION_NOT_OPEN', ['code']);
  }
  const isFix = open.some(({ severity }) => severity === 'FIX');
  if (isFix && !(asPlanned && byPartner && AS_PLANNED_CODES.includes(code)))
    throw new Rejected('MUST_BE_PUT_RIGHT', ['code']);
  const how = isFix ? ('AS_PLANNED' as const) : ('ACKNOWLEDGED' as const);
  return open.map(({ otherVisitId }) => ({
    type: 'VisitExceptionResolved',
    data: { code, otherVisitId, how, reason },
  }));
};

/**
 * What others have changed: exceptions between visits; QUALIFICATION_MISSING of a record that waits
 * to be verified alone.
 */
const judgeAgain = (
  state: KnownVisit,
  { firing, qualifications }: Pick<Command<'JudgeVisit'>, 'firing' | 'qualifications'>,
): VisitEvent[] => {
  if (state.status === 'VERIFIED') return judge(state, firing, isBetween);
  if (state.status !== 'RECORDED' && state.status !== 'RETURNED') return [];
  const lacks = exceptionsWithin(state, qualifications, false).includes('QUALIFICATION_MISSING');
  const all = lacks ? [...firing, firesWithin('QUALIFICATION_MISSING')] : firing;
  return judge(state, all, (code) => isBetween(code) || code === 'QUALIFICATION_MISSING');
};

/**
 * 確定: looks again at what fires now, prices for good. Never by the office that made the record
 * (rules 25, 26, 28).
 */
const verifyVisit = (command: Command<'VerifyVisit'>, state: KnownVisit, now: Instant): VisitEvent[] => {
  const { record } = state;
  if (state.status === 'VERIFIED') return [];
  refuseEnded(state, 'visitId');
  if (record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  if (state.status === 'RETURNED') throw new Rejected('RECORD_RETURNED', ['visitId']);
  const judged = judgeAgain(state, command);
  const then = after(state, judged, now);
  if (openExceptions(then).length > 0) throw new Rejected('OPEN_EXCEPTION', ['visitId']);
  if (record.recordedByOfficeId === command.byOfficeId) throw new Rejected('OWN_RECORD', ['visitId']);
  const isAsPlanned = then.exceptions.findLast(({ code }) => code === 'DURATION_DIFFERS')?.how === 'AS_PLANNED';
  const fee = feeOf(then.plan, command.pricing, isAsPlanned ? null : minutesWorked(record));
  return [...judged, { type: 'VisitVerified', data: { recordVersion: record.version, fee } }];
};

/** Until the visit is settled (contract, returnVisitRecord). */
const returnVisitRecord = ({ reason, isSettled }: Command<'ReturnVisitRecord'>, state: KnownVisit): VisitEvent[] => {
  if (state.status === 'RETURNED') return [];
  refuseEnded(state, 'visitId');
  if (state.record === null) throw new Rejected('NOT_RECORDED', ['visitId']);
  if (isSettled) throw new Rejected('VISIT_SETTLED', ['visitId']);
  return [{ type: 'VisitRecordReturned', data: { reason } }];
};

const decide = (command: VisitCommand, state: VisitState, now: Instant): readonly VisitEvent[] => {
  if (command.type === 'ScheduleVisit') return scheduleVisit(command, state);
  if (state.status === 'NONE') throw new Rejected('VISIT_UNKNOWN', ['visitId']);
  switch (command.type) {
    case 'ReleaseVisit':
      return releaseVisit(command, state);
    case 'CancelVisit':
      return cancelVisit(command, state);
    case 'AssignCaregiver':
      return assignCaregiver(command, state);
    case 'UnassignCaregiver':
      return unassignCaregiver(command, state);
    case 'StartVisit':
    case 'EndVisit':
      return punch(command, state, now);
    case 'RecordVisit':
      return recordVisit(command, state, now);
    case 'AmendVisitRecord':
      return amendVisitRecord(command, state, now);
    case 'ResolveException':
      return resolveException(command, state);
    case 'JudgeVisit':
      return judgeAgain(state, command);
    case 'VerifyVisit':
      return verifyVisit(command, state, now);
    case 'ReturnVisitRecord':
      return returnVisitRecord(command, state);
    case 'ReportMissedVisit':
      return reportMissedVisit(command, state, now);
    default:
      return command satisfies never;
  }
};

/** Visit (訪問): what became of one caregiver's visit, from schedule to verified record (rule 22). */
export const visit: Decider<VisitState, VisitCommand, VisitEvent> = {
  category: 'visit',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
