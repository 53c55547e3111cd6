import type { Uuid } from '../../../src/domain/ids.ts';
import type { VisitCommand } from '../../../src/domain/visit/decider.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  at,
  CAREGIVER,
  CHANGE,
  type Code,
  content,
  OTHER_VISIT,
  PARTNER,
  plan,
  punched,
  sealed,
} from './example-visit.ts';

type CommandOf<Type extends VisitCommand['type']> = Extract<VisitCommand, { type: Type }>;
type Over<Type extends VisitCommand['type']> = Partial<Omit<CommandOf<Type>, 'type'>>;
/** 85 % of the benefit instead of a price per hour. */
export const percentOfBenefit = {
  feeBasis: 'PERCENT_OF_BENEFIT' as const,
  percentHundredths: 8500,
  yenPerHour: null,
};

export const scheduleVisit = (over: Over<'ScheduleVisit'> = {}): VisitCommand => ({
  type: 'ScheduleVisit',
  ...plan,
  basis: basis(),
  ...over,
});
/** So many minutes before the planned start; nobody else has it. */
export const releaseVisit = (over: Over<'ReleaseVisit'> = {}): VisitCommand => ({
  type: 'ReleaseVisit',
  assistOfficeId: ASSIST,
  at: at(-90),
  changeId: null,
  isTaken: false,
  ...over,
});
/** With so many minutes' notice. */
export const cancelVisit = (noticeMinutes: number, over: Over<'CancelVisit'> = {}): VisitCommand => ({
  type: 'CancelVisit',
  reason: 'CLIENT_REQUEST',
  at: at(-noticeMinutes),
  isHeld: true,
  note: sealed('note'),
  ...over,
});
export const assignCaregiver = (over: Over<'AssignCaregiver'> = {}): VisitCommand => ({
  type: 'AssignCaregiver',
  caregiverId: CAREGIVER,
  works: true,
  isBusy: false,
  ...over,
});
export const unassignCaregiver = (caregiverId: Uuid = CAREGIVER): VisitCommand => ({
  type: 'UnassignCaregiver',
  caregiverId,
});
const punchAt = (minutes: number) => {
  const { deviceAt: _deviceAt, ...said } = punched(minutes);
  return { ...said, byOfficeId: ASSIST, replacedAt: null };
};
export const startVisit = (minutes = 0, over: Over<'StartVisit'> = {}): VisitCommand => ({
  type: 'StartVisit',
  ...punchAt(minutes),
  ...over,
});
export const endVisit = (minutes = 45, over: Over<'EndVisit'> = {}): VisitCommand => ({
  type: 'EndVisit',
  ...punchAt(minutes),
  ...over,
});
export const withdrawPunch = (punch: CommandOf<'WithdrawPunch'>['punch'] = 'START'): VisitCommand => ({
  type: 'WithdrawPunch',
  punch,
  reason: sealed('wrong-visit'),
});
/** Two minutes after the planned start, unless said otherwise. */
export const cancelVisitAtDoor = (minutes = 2, over: Over<'CancelVisitAtDoor'> = {}): VisitCommand => ({
  type: 'CancelVisitAtDoor',
  ...punchAt(minutes),
  reason: 'CLIENT_ABSENT',
  note: sealed('note'),
  isTaken: false,
  ...over,
});
const caregiverFacts = { works: true, qualifications: ['CERTIFIED_CARE_WORKER' as const] };
/** Of a record that says no times. */
const digestsWithout = (digest: string) => ({ start: digest, end: digest, times: digest });
export const recordVisit = (over: Over<'RecordVisit'> = {}): VisitCommand => ({
  type: 'RecordVisit',
  startedAt: null,
  endedAt: null,
  ...content,
  digest: 'digest of the record',
  digestsWithout: digestsWithout(over.digest ?? 'digest of the record'),
  enteredForCaregiver: false,
  byOfficeId: ASSIST,
  duplicateDetail: sealed('whole-record'),
  isTaken: false,
  replacedAt: null,
  ...caregiverFacts,
  ...over,
});
export const amendVisitRecord = (over: Over<'AmendVisitRecord'> = {}): VisitCommand => ({
  type: 'AmendVisitRecord',
  reason: sealed('mistaken'),
  reasonIsThePlan: false,
  digest: 'digest of the amendment',
  enteredForCaregiver: false,
  byOfficeId: ASSIST,
  byCaregiver: false,
  ...caregiverFacts,
  ...over,
});
export const resolveException = (code: Code, over: Over<'ResolveException'> = {}): VisitCommand => ({
  type: 'ResolveException',
  code,
  reason: sealed('reason'),
  asPlanned: false,
  byPartner: false,
  ...over,
});
type Firing = CommandOf<'JudgeVisit'>['firing'][number];
/** What fires with another visit, whose record stands so since the planned start. */
export const firing = (code: Code, over: Partial<Firing> = {}): Firing => ({
  code,
  otherVisitId: OTHER_VISIT,
  otherChangedAt: at(0),
  ...over,
});
export const judgeVisit = (over: Over<'JudgeVisit'> = {}): VisitCommand => ({
  type: 'JudgeVisit',
  firing: [],
  qualifications: ['CERTIFIED_CARE_WORKER'],
  ...over,
});
export const verifyVisit = (over: Over<'VerifyVisit'> = {}): VisitCommand => ({
  type: 'VerifyVisit',
  byOfficeId: PARTNER,
  firing: [],
  qualifications: ['CERTIFIED_CARE_WORKER'],
  ...over,
});
export const returnVisitRecord = (over: Over<'ReturnVisitRecord'> = {}): VisitCommand => ({
  type: 'ReturnVisitRecord',
  reason: sealed('unclear'),
  isSettled: false,
  ...over,
});
/** Nothing stands in the way of a plan; it is priced as what it is changed from. */
const planIsWell = {
  visitFacts: { clientGone: null, requesterIsPartner: true, clientConsents: true, overlaps: false },
  officeFacts: { isAssist: true, offersService: true, price: { basis: basis(), feeYen: 6000 } },
};
/** By the partner office: an hour from noon on, unless said otherwise. */
export const proposeVisitChange = (over: Over<'ProposeVisitChange'> = {}): VisitCommand => ({
  type: 'ProposeVisitChange',
  changeId: CHANGE,
  byOfficeId: PARTNER,
  reason: sealed('hospital'),
  minutes: 60,
  plannedStart: at(120),
  plannedEnd: at(180),
  ...planIsWell,
  ...over,
});
/** The assist office agrees, unless said otherwise. */
export const answerVisitChange = (over: Over<'AnswerVisitChange'> = {}): VisitCommand => ({
  type: 'AnswerVisitChange',
  changeId: CHANGE,
  agree: true,
  note: null,
  byOfficeId: ASSIST,
  cover: 'HELD',
  ...planIsWell,
  ...caregiverFacts,
  ...over,
});
export const lapseVisitChange: VisitCommand = { type: 'LapseVisitChange' };
export const reportMissedVisit = (): VisitCommand => ({
  type: 'ReportMissedVisit',
  reason: sealed('nobody-came'),
  byOfficeId: PARTNER,
});
