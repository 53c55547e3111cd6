import type { Process } from './process.ts';
import { whenAccountChangedThenApprovalsTakenBack } from './when-account-changed-then-approvals-taken-back.ts';
import { whenAllocationChangesThenVisitFollows } from './when-allocation-changes-then-visit-follows.ts';
import { whenAnswerCameTooLateThenRefused } from './when-answer-came-too-late-then-refused.ts';
import { whenAnswersWaitThenBatchGathered } from './when-answers-wait-then-batch-gathered.ts';
import { whenCaregiverLeftThenVisitsUnassigned } from './when-caregiver-left-then-visits-unassigned.ts';
import { whenClosingDayOverThenSurveyClosed } from './when-closing-day-over-then-survey-closed.ts';
import { whenConsentWithdrawnThenFreeVisitsWithdrawn } from './when-consent-withdrawn-then-free-visits-withdrawn.ts';
import { whenDelegationIsDueThenRoundsAdvance } from './when-delegation-is-due-then-rounds-advance.ts';
import { whenPaymentInstructedThenBankFileMade } from './when-payment-instructed-then-bank-file-made.ts';
import { whenRequestsOverlapThenLaterWithdrawn } from './when-requests-overlap-then-later-withdrawn.ts';
import { whenStatementUndisputedThenDeemedConfirmed } from './when-statement-undisputed-then-deemed-confirmed.ts';
import { whenStudyOverThenKeyDestroyed } from './when-study-over-then-key-destroyed.ts';
import { whenSurveyOpenedThenRespondentsInvited } from './when-survey-opened-then-respondents-invited.ts';
import { whenViewerAppointedThenEnrolled } from './when-viewer-appointed-then-enrolled.ts';
import { whenVisitChangeUnansweredThenLapsed } from './when-visit-change-unanswered-then-lapsed.ts';
import { whenVisitMadeThenJudgedWithOthers } from './when-visit-made-then-judged-with-others.ts';

/** Every process. */
export const processes: readonly Process[] = [
  whenViewerAppointedThenEnrolled,
  whenRequestsOverlapThenLaterWithdrawn,
  whenDelegationIsDueThenRoundsAdvance,
  whenConsentWithdrawnThenFreeVisitsWithdrawn,
  whenAllocationChangesThenVisitFollows,
  whenVisitChangeUnansweredThenLapsed,
  whenVisitMadeThenJudgedWithOthers,
  whenCaregiverLeftThenVisitsUnassigned,
  whenStatementUndisputedThenDeemedConfirmed,
  whenAccountChangedThenApprovalsTakenBack,
  whenPaymentInstructedThenBankFileMade,
  whenSurveyOpenedThenRespondentsInvited,
  whenClosingDayOverThenSurveyClosed,
  whenAnswersWaitThenBatchGathered,
  whenAnswerCameTooLateThenRefused,
  whenStudyOverThenKeyDestroyed,
];
