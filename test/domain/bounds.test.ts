import t from 'tap';
import { type AgreementCommand, agreement } from '../../src/domain/agreement/decider.ts';
import { type BankFileCommand, bankFile } from '../../src/domain/bankfile/decider.ts';
import { addDays, type Instant } from '../../src/domain/calendar.ts';
import { type ClientCommand, client } from '../../src/domain/client/decider.ts';
import type { CommandOf, Decider, DomainEvent } from '../../src/domain/decider.ts';
import { type DelegationCommand, delegation } from '../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import * as limits from '../../src/domain/limits.ts';
import { type MemberCommand, member } from '../../src/domain/member/decider.ts';
import { type NetworkCommand, network } from '../../src/domain/network/decider.ts';
import { type NoticeCommand, notice } from '../../src/domain/notice/decider.ts';
import { type OfficeCommand, office } from '../../src/domain/office/decider.ts';
import { type PlanCommand, plan } from '../../src/domain/plan/decider.ts';
import { type SettlementCommand, settlement } from '../../src/domain/settlement/decider.ts';
import { type AnswerCommand, answer } from '../../src/domain/survey/answer/decider.ts';
import { type SurveyCommand, survey } from '../../src/domain/survey/decider.ts';
import { type InvitationCommand, invitation } from '../../src/domain/survey/invitation/decider.ts';
import { study } from '../../src/domain/survey/study/decider.ts';
import { type VisitCommand, visit } from '../../src/domain/visit/decider.ts';
import type { EventType } from '../../src/store/event-types.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import { refusalOf } from '../support/specification.ts';
import * as terms from './agreement/example-agreement.ts';
import * as clients from './client/example-client.ts';
import * as delegations from './delegation/example-delegation-commands.ts';
import { ASH, BOTH, ELM, EVENING, minute, NOON, OAK, round } from './delegation/example-delegation-facts.ts';
import * as members from './member/example-member.ts';
import * as networks from './network/example-network.ts';
import * as notices from './notice/example-notice.ts';
import * as offices from './office/example-office.ts';
import * as plans from './plan/example-plan.ts';
import * as settlements from './settlement/example-settlement.ts';
import * as answers from './survey/answer/example-answers.ts';
import * as surveys from './survey/example-survey.ts';
import * as invitations from './survey/invitation/example-invitation.ts';
import * as visits from './visit/example-visit.ts';
import * as visiting from './visit/example-visit-commands.ts';

/**
 * What somebody sends who wants a stream to grow: of each command the n-th, which differs from the
 * one before where it can; null where it would only end the growth now. Null instead of a function:
 * a process sends it, which follows another stream, and that has a bound.
 */
type Will<Command extends { readonly type: string }> = {
  readonly [Type in Command['type']]: ((n: number) => Command | null) | null;
};

/** So many times all commands in a row write nothing: it is over. */
const QUIET = 120;
/** So often they are sent at most: no stream grows for so long. */
const FOR_EVER = 10_000;

/** How many events of each type are in a stream when nothing makes it grow any more. */
const grown = <State, Command extends { readonly type: string }, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  will: Will<Command>,
  timeOf: (n: number) => Instant,
): Map<string, number> => {
  const counts = new Map<string, number>();
  const commands = Object.values<((n: number) => Command | null) | null>(will).filter((one) => one !== null);
  let { initial: state } = decider;
  let grownAt = 0;
  for (let n = 0; n - grownAt <= QUIET; n += 1) {
    if (n > FOR_EVER) throw new Error(`${decider.category} grows for ever: ${JSON.stringify([...counts])}`);
    for (const command of commands) {
      for (const event of written(decider, command(n), state, timeOf(n))) {
        state = decider.evolve(state, { ...event, occurredAt: event.occurredAt ?? timeOf(n) });
        counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
        grownAt = n;
      }
    }
  }
  return counts;
};

const written = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  command: Command | null,
  state: State,
  now: Instant,
): readonly Event[] => {
  if (command === null) return [];
  try {
    return decider.decide(command, state, now);
  } catch (error) {
    refusalOf(error);
    return [];
  }
};

const oneOf = <Item>(items: readonly [Item, ...Item[]], n: number): Item => items[n % items.length] ?? items[0];
/** Days back from 1 June 2026, another one for each n. */
const day = (n: number): string => addDays('2026-06-01', -(n % 4000));
const text = (n: number): string => `sealed:1:x:${n}`;

const officeWill: Will<OfficeCommand> = {
  RegisterOffice: () => offices.registerOffice(),
  ChangeOffice: (n) =>
    offices.changeOffice(
      n % 2 === 0
        ? { name: `第${n}`, surcharges: [], surchargesFrom: day(n) }
        : { noticeEmail: { addresses: [text(n)], digest: `${n}` } },
    ),
  SetBankAccount: (n) => ({
    type: 'SetBankAccount',
    ...EXAMPLE_EVENTS.BankAccountSet.full.data,
    digest: text(n % 3),
  }),
  EnrollCaregiver: (n) => offices.enrollCaregiver({ caregiverId: uuidOf('caregiver', n) }),
  ChangeCaregiver: (n) =>
    offices.changeCaregiver({ caregiverId: uuidOf('caregiver', n % 2), name: text(n), leftOn: day(n) }),
};
const memberWill: Will<MemberCommand> = {
  EnrollMember: (n) =>
    members.enrollMember(
      oneOf(
        [
          members.asCoordinator({ name: text(n) }),
          members.asCaregiver(members.YUHI),
          members.asOutsider('AUDITOR', { name: text(n) }),
        ],
        n,
      ),
    ),
  ConfirmMembership: (n) => members.confirmMembership(oneOf([members.ASAHI, members.YUHI], n)),
  RemoveMember: (n) => members.removeMember(oneOf([members.YUHI, members.ASAHI, null, members.YUHI], n)),
};
const networkWill: Will<NetworkCommand> = {
  FormNetwork: () => networks.formNetwork(),
  DissolveNetwork: (n) => (n === 0 ? null : networks.dissolveNetwork()),
  JoinNetwork: (n) => networks.joinNetwork(oneOf([['ASSIST'], ['PARTNER']], n), day(n)),
  LeaveNetwork: (n) => networks.leaveNetwork(day(n)),
  AppointViewer: (n) => networks.appointViewer({ memberName: text(n) }, null),
  DismissViewer: () => networks.dismissViewer(),
};
const agreementWill: Will<AgreementCommand> = {
  ProposeTerms: (n) =>
    terms.proposeTerms(terms.perHour({ yenPerHour: n, effectiveFrom: '2026-06-01' }), {
      proposedBy: oneOf([terms.PARTNER, terms.ASSIST], n),
    }),
  AgreeTerms: (n) => (n % 3 === 0 ? null : terms.agreeTerms(n + 1, oneOf([terms.ASSIST, terms.PARTNER], n))),
  DeclineTerms: (n) => terms.declineTerms(n + 1, oneOf([terms.ASSIST, terms.PARTNER], n)),
  EndTerms: (n) => terms.endTerms(2 * limits.MOST_PROPOSALS, addDays('2030-06-01', -n)),
};
const clientWill: Will<ClientCommand> = {
  RegisterClient: () => clients.registerClient(),
  ChangeClient: (n) => clients.changeClient({ area: `第${n}`, personal: { phone: text(n) } }),
  GiveConsent: () => clients.giveConsent('2026-05-01'),
  WithdrawConsent: () => clients.withdrawConsent('2026-05-02'),
  TransferClient: (n) => clients.transferClient({ on: addDays('2026-08-01', n % 30) }),
  EndClient: (n) => (n < 40 ? null : clients.endClient(addDays('2026-06-01', n % 30))),
};
const OFFICES = [OAK, ELM, ASH] as const;
/** So long the offices take visits and give them back; then time goes on. */
const isBusy = (n: number): boolean => n < 496;
const delegationWill: Will<DelegationCommand> = {
  RequestDelegation: () => delegations.request({ rounds: Array.from({ length: 10 }, () => round([...OFFICES], 5)) }),
  OfferAgain: (n) => (n % 16 === 0 ? delegations.offerAgain([round([...OFFICES], 5)]) : null),
  SeeOffer: (n) => delegations.see(oneOf(OFFICES, n)),
  RequestMoreTime: (n) => delegations.requestMoreTime(oneOf(OFFICES, n)),
  GrantMoreTime: (n) => delegations.grantMoreTime(oneOf(OFFICES, n), 1),
  AcceptOffer: (n) =>
    delegations.accept(oneOf(OFFICES, n), { visitIds: [isBusy(n) ? oneOf([NOON, EVENING], n) : NOON] }),
  DeclineOffer: (n) => (n % 7 === 0 ? delegations.decline(oneOf(OFFICES, n)) : null),
  SelectOffice: (n) => delegations.select(oneOf(OFFICES, n)),
  ReleaseVisits: (n) => delegations.release(oneOf(OFFICES, n), [isBusy(n) ? oneOf([NOON, EVENING], n) : EVENING]),
  KeepMadeVisit: null,
  ChangeVisitPlan: null,
  WithdrawVisits: () => null,
  WithdrawVisitsBetween: () => null,
  AnswerUncovered: (n) =>
    delegations.answerUncovered([oneOf([NOON, EVENING], n)], { outcome: oneOf(['FAMILY', 'OWN_STAFF'], n) }),
  AdvanceRounds: () => delegations.advanceRounds(),
  WithdrawFreeVisits: () => null,
  WithdrawOverlapping: () => null,
};
/** Punched and taken back until 20, assigned until 55, then reported missed, then recorded. */
const isRecorded = (n: number): boolean => n >= 60;
const CODES = [
  'DUPLICATE_UPLOAD',
  'CLIENT_OVERLAP',
  'DURATION_DIFFERS',
  'TIMES_ADJUSTED',
  'TASK_MISMATCH',
  'MANUAL_TIME',
  'OUTSIDE_LOCATION',
  'LATE_RECORD',
] as const;
/** Sent back each time; the last would not be. */
const isAtDoor = (n: number): boolean => n > 20 && n < 19 + 2 * limits.MOST_DOORS && n % 2 === 1;
const visitWill: Will<VisitCommand> = {
  ScheduleVisit: (n) => (n === 0 ? visiting.scheduleVisit() : null),
  ReleaseVisit: null,
  CancelVisit: null,
  UnassignCaregiver: (n) => visiting.unassignCaregiver(oneOf([visits.CAREGIVER, visits.OTHER_CAREGIVER], n)),
  AssignCaregiver: (n) =>
    visiting.assignCaregiver({ caregiverId: oneOf([visits.CAREGIVER, visits.OTHER_CAREGIVER], n) }),
  ReportMissedVisit: (n) => (n === 55 ? visiting.reportMissedVisit() : null),
  StartVisit: (n) => ((n < 20 && n % 2 === 0) || isRecorded(n) ? visiting.startVisit(n % 40) : null),
  EndVisit: (n) => (isRecorded(n) ? visiting.endVisit(45 + (n % 40)) : null),
  WithdrawPunch: (n) => (n % 2 === 1 ? visiting.withdrawPunch() : null),
  RecordVisit: (n) =>
    isRecorded(n)
      ? visiting.recordVisit({ startedAt: visits.at(0), endedAt: visits.at(45), digest: `record ${n}` })
      : null,
  AmendVisitRecord: (n) =>
    n % 8 === 0
      ? visiting.amendVisitRecord({
          digest: `amendment ${n}`,
          adjustedStart: visits.at(n % 3),
          tasks: [{ code: oneOf(['EXCRETION', 'COOKING'], n / 8), outcome: 'DONE', note: null }],
        })
      : null,
  JudgeVisit: (n) => {
    const firing = [visiting.firing('CLIENT_OVERLAP', { otherVisitId: uuidOf(n) })];
    return visiting.judgeVisit(n % 8 === 7 ? {} : { firing });
  },
  ResolveException: (n) => visiting.resolveException(oneOf(CODES, n), { asPlanned: true, byPartner: true }),
  VerifyVisit: (n) => (n % 8 === 7 ? visiting.verifyVisit() : null),
  ReturnVisitRecord: (n) => (n % 16 === 1 || isAtDoor(n - 1) ? visiting.returnVisitRecord() : null),
  CancelVisitAtDoor: (n) => (isAtDoor(n) ? visiting.cancelVisitAtDoor(n) : null),
  ProposeVisitChange: (n) =>
    visiting.proposeVisitChange({
      changeId: uuidOf('change', n),
      byOfficeId: oneOf(PAIR, n),
      minutes: 30 + (n % 40),
      plannedStart: visits.at(0),
      plannedEnd: visits.at(30 + (n % 40)),
    }),
  AnswerVisitChange: (n) =>
    visiting.answerVisitChange({
      changeId: uuidOf('change', n),
      byOfficeId: oneOf(PAIR, n + 1),
      agree: n % 3 > 0,
    }),
  // By the clock, which stands here: of each proposal one at most.
  LapseVisitChange: null,
};
const PAIR = [visits.PARTNER, visits.ASSIST] as const;
const MONTHS = ['2026-06', '2026-07', '2026-05'] as const;
const statement = (n: number) => settlements.statementId(1 + (n % 2));
const settlementWill: Will<SettlementCommand> = {
  CloseMonth: (n) => settlements.closeMonth(oneOf(MONTHS, n), [settlements.pricedVisit(n === 0 ? 'one' : String(n))]),
  DisputeLine: (n) => settlements.dispute({ lineId: settlements.lineId(1, 0), digest: text(n) }),
  ResolveDispute: (n) => settlements.answer({ outcome: 'UPHELD', adjustmentYen: 1 + n, digest: text(n) }),
  // The later month is closed and voided until that is over; the first is confirmed and paid.
  VoidStatement: (n) => settlements.voiding(2 + (n % 40), { digest: text(n) }),
  ConfirmStatement: (n) => (n < 60 ? null : { type: 'ConfirmStatement', statementId: statement(n) }),
  DeemConfirmed: (n) => ({ type: 'DeemConfirmed', statementId: statement(n) }),
  ApprovePayment: (n) => ({
    type: 'ApprovePayment',
    statementId: settlements.statementId(1),
    contentHash: settlements.hashOf(settlements.JUNE),
    approvedBy: `manager ${n}`,
    accountDigest: `${n}`,
  }),
  TakeApprovalBack: (n) =>
    n % 2 === 0 ? null : { type: 'TakeApprovalBack', statementId: settlements.statementId(1), accountDigest: 'other' },
  InstructPayment: (n) => ({
    type: 'InstructPayment',
    statementId: settlements.statementId(1),
    bankFileId: uuidOf('bankfile', n),
    transferDate: '2026-08-03',
    accountDigest: `${n}`,
    payerDigest: 'payer',
  }),
  RecordPayment: (n) => ({
    type: 'RecordPayment',
    statementId: settlements.statementId(1),
    paidOn: n < 5 ? '2026-07-01' : addDays('2026-07-01', n % 20),
    amountYen: 1100,
    reference: settlements.sealed(text(n)),
    digest: text(n),
  }),
  RecordFailure: (n) => ({
    type: 'RecordFailure',
    statementId: settlements.statementId(1),
    failedOn: n < 5 ? '2026-07-01' : '2026-08-01',
    reason: settlements.sealed(text(n)),
    digest: text(n),
  }),
  // The process sends it once for each file that was made without the payment.
  LeaveOutOfFile: null,
};
const bankFileWill: Will<BankFileCommand> = {
  MakeBankFile: (n) => ({ type: 'MakeBankFile', ...EXAMPLE_EVENTS.BankFileMade.full.data, totalYen: 1 + n }),
};
const surveyWill: Will<SurveyCommand> = {
  DraftSurvey: (n) => ({ type: 'DraftSurvey', content: surveys.content({ title: `第${n}` }) }),
  PublishSurvey: (n) => (n > limits.MOST_DRAFTS ? { type: 'PublishSurvey', studies: [] } : null),
  OpenSurvey: (n) => surveys.openSurvey({ closesOn: addDays('2026-06-14', n) }),
  RemindRespondents: () => ({ type: 'RemindRespondents' }),
  CloseSurvey: (n) => (n > limits.MOST_DRAFTS + 50 ? { type: 'CloseSurvey' } : null),
};
const invitationWill: Will<InvitationCommand> = {
  InviteRespondent: () => invitations.invite,
  RemindRespondent: () => invitations.remind,
  UseInvitation: (n) => (n > limits.MOST_REMINDERS ? invitations.use() : null),
  // The process sends it only after the closing, and then nobody answers any more.
  RefuseAnswer: null,
};
const answerWill: Will<AnswerCommand> = {
  GatherAnswers: (n) => answers.gather(answers.waitingAnswers(0, 20), { closed: n > 5 }),
};
const noticeWill: Will<NoticeCommand> = {
  GiveNotice: (n) => notices.give({ tasks: [notices.task(`${n % 200}`)] }),
  ReturnNotice: (n) => notices.returned({ tasks: [notices.task(`${n % 200}`)] }),
};
const planWill: Will<PlanCommand> = {
  ImportCareplan: (n) => plans.importing({ digest: text(n) }),
  ExportCareplan: (n) => plans.exporting({ fileId: uuidOf('file', n) }),
};
type StudyCommand = CommandOf<typeof study>;
const studyWill: Will<StudyCommand> = {
  EndStudy: (n) => ({ type: 'EndStudy', networkId: surveys.NETWORK, study: `study ${n}`, isOver: true }),
};

const ROUNDS = limits.MOST_OPENED_ROUNDS + BOTH.length;
const OFFERS = 3 * ROUNDS;
/**
 * Those within a visit are judged with each version and each change of the plan, those between
 * visits have a bound.
 */
const EXCEPTIONS =
  limits.MOST_EXCEPTIONS_BETWEEN + limits.MOST_UPLOADS + 8 * (limits.MOST_VERSIONS + 2 * limits.MOST_PLAN_CHANGES);

/**
 * The most events of each type in one stream of the examples above, whatever anybody does; 0 for
 * what only a process does that follows another stream.
 */
const MOST: { readonly [Type in EventType]: number } = {
  OfficeRegistered: 1,
  // Counted together.
  OfficeDetailsChanged: limits.MOST_OFFICE_CHANGES / 2,
  NoticeEmailSet: limits.MOST_OFFICE_CHANGES / 2,
  BankAccountSet: limits.MOST_ACCOUNT_CHANGES,
  NoticeGiven: limits.MOST_NOTICES_A_DAY,
  NoticeReturned: limits.MOST_NOTICES_A_DAY,
  CaregiverEnrolled: limits.MOST_CAREGIVERS_ENROLLED,
  // Of two caregivers, changed together with their last day.
  CaregiverChanged: limits.MOST_CAREGIVER_CHANGES,
  CaregiverLeft: limits.MOST_CAREGIVER_CHANGES,
  // By two offices and outside offices, as enrolments or invitations.
  MemberEnrolled: 3 * limits.MOST_ENROLMENTS,
  MemberInvited: 2 * limits.MOST_ENROLMENTS,
  MembershipConfirmed: 2 * limits.MOST_ENROLMENTS,
  MemberRemoved: 3 * limits.MOST_ENROLMENTS,
  NetworkFormed: 1,
  NetworkDissolved: 0,
  OfficeJoined: limits.MOST_MEMBERSHIP_CHANGES,
  OfficeLeft: limits.MOST_MEMBERSHIP_CHANGES,
  ViewerAppointed: limits.MOST_APPOINTMENTS,
  ViewerDismissed: limits.MOST_APPOINTMENTS,
  TermsProposed: 2 * limits.MOST_PROPOSALS,
  TermsAgreed: 2 * limits.MOST_PROPOSALS,
  TermsDeclined: 2 * limits.MOST_PROPOSALS,
  TermsEnded: limits.MOST_ENDINGS,
  ClientRegistered: 1,
  ClientChanged: limits.MOST_CLIENT_CHANGES,
  ConsentGiven: limits.MOST_CONSENTS,
  ConsentWithdrawn: limits.MOST_CONSENTS,
  ClientTransferred: limits.MOST_CLIENT_CHANGES,
  ClientLeft: limits.MOST_CLIENT_CHANGES,
  CareplanImported: limits.MOST_IMPORTS,
  CareplanExported: limits.MOST_CAREPLAN_FILES,
  DelegationRequested: 1,
  RoundsAdded: limits.MOST_ADDED_ROUNDS,
  OfferMade: OFFERS,
  OfferSeen: OFFERS,
  MoreTimeRequested: OFFERS,
  MoreTimeGranted: OFFERS,
  OfferAccepted: 2 * OFFERS,
  OfferDeclined: OFFERS,
  OfferExpired: OFFERS,
  OfferNotSelected: OFFERS,
  VisitsAllocated: 2 * OFFERS,
  VisitsReleased: 2 * OFFERS,
  VisitMadeAfterAll: 0,
  VisitPlanChanged: 0,
  VisitsWithdrawn: BOTH.length,
  VisitsAtRisk: 2 * OFFERS,
  UncoveredAnswered: BOTH.length * limits.MOST_OUTCOMES,
  DelegationEscalated: ROUNDS + BOTH.length,
  DelegationCompleted: 1,
  VisitScheduled: 1,
  VisitReleased: 0,
  // The last one may be taken back, and the record may name another.
  CaregiverAssigned: limits.MOST_ASSIGNMENTS + 2,
  VisitStarted: limits.MOST_WITHDRAWN_PUNCHES + 1,
  VisitEnded: limits.MOST_WITHDRAWN_PUNCHES + 1,
  // Each once of an office that has had the visit.
  LatePunchKept: 0,
  PunchWithdrawn: limits.MOST_WITHDRAWN_PUNCHES,
  VisitRecorded: 1,
  VisitRecordAmended: limits.MOST_VERSIONS - 1,
  VisitExceptionRaised: EXCEPTIONS,
  VisitExceptionResolved: EXCEPTIONS,
  VisitVerified: limits.MOST_VERSIONS + EXCEPTIONS,
  VisitRecordReturned: limits.MOST_VERSIONS + limits.MOST_DOORS,
  VisitMissed: 1,
  VisitChangeProposed: 2 * limits.MOST_PLAN_CHANGES,
  VisitChangeAnswered: 2 * limits.MOST_PLAN_CHANGES,
  VisitChangeLapsed: 0,
  VisitCancelled: limits.MOST_DOORS,
  StatementIssued: MONTHS.length * (1 + limits.MOST_VOIDS),
  StatementLinesListed: MONTHS.length * (1 + limits.MOST_VOIDS),
  // Of the one line of the first.
  LineDisputed: 1,
  DisputeResolved: 1,
  StatementVoided: MONTHS.length * limits.MOST_VOIDS,
  StatementConfirmed: MONTHS.length,
  // Of one of them.
  PaymentApproved: limits.MOST_APPROVALS,
  ApprovalTakenBack: limits.MOST_APPROVALS,
  PaymentInstructed: limits.MOST_FAILURES + 1,
  PaymentFailed: limits.MOST_FAILURES,
  PaymentSettled: limits.MOST_FAILURES + 1,
  BankFileMade: 1,
  SurveyDrafted: limits.MOST_DRAFTS,
  SurveyPublished: 1,
  SurveyOpened: 1,
  FrameListed: 1,
  RespondentsReminded: limits.MOST_REMINDERS,
  SurveyClosed: 1,
  RespondentInvited: 1,
  RespondentReminded: limits.MOST_REMINDERS,
  InvitationUsed: 1,
  AnswerRefused: 0,
  AnswersGathered: 20,
  SurveyAnswered: 20,
  StudyEnded: 1,
};

t.test('rule 49: no stream grows without end at anybody’s will', async (t) => {
  const NEVER_MIND = () => '2026-06-01T03:00:00.000Z';
  const all: readonly (() => Map<string, number>)[] = [
    () => grown(office, officeWill, NEVER_MIND),
    () => grown(notice, noticeWill, (n) => addDays('2026-06-01', n % 28).concat('T00:00:00.000Z')),
    () => grown(member, memberWill, NEVER_MIND),
    () => grown(network, networkWill, NEVER_MIND),
    () => grown(agreement, agreementWill, NEVER_MIND),
    () => grown(client, clientWill, NEVER_MIND),
    () => grown(plan, planWill, NEVER_MIND),
    () => grown(delegation, delegationWill, (n) => minute(Math.floor(isBusy(n) ? n / 20 : 25 + 10 * (n - 496)))),
    () => grown(visit, visitWill, () => visits.NOW),
    () => grown(settlement, settlementWill, (n) => (n < 5 ? settlements.JULY_1 : settlements.AUGUST_1)),
    () => grown(bankFile, bankFileWill, NEVER_MIND),
    () => grown(survey, surveyWill, () => surveys.NOW),
    () => grown(invitation, invitationWill, () => surveys.NOW),
    () => grown(answer, answerWill, () => surveys.NOW),
    () => grown(study, studyWill, () => surveys.NOW),
  ];
  const counts = new Map(all.flatMap((grow) => [...grow()]));
  const most = new Map<string, number>(Object.entries(MOST));
  for (const [type, count] of counts) t.ok(count <= (most.get(type) ?? -1), `${type}: ${count} of ${most.get(type)}`);
  t.strictSame(
    [...most].filter(([type, count]) => count > 0 && !counts.has(type)).map(([type]) => type),
    [],
    'of each type as much was tried as can be',
  );
});
