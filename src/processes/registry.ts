import type { Process } from './process.ts';
import { whenAnswersWaitThenBatchGathered } from './when-answers-wait-then-batch-gathered.ts';
import { whenClosingDayOverThenSurveyClosed } from './when-closing-day-over-then-survey-closed.ts';
import { whenSurveyOpenedThenRespondentsInvited } from './when-survey-opened-then-respondents-invited.ts';
import { whenViewerAppointedThenEnrolled } from './when-viewer-appointed-then-enrolled.ts';

/** Every process. */
export const processes: readonly Process[] = [
  whenViewerAppointedThenEnrolled,
  whenSurveyOpenedThenRespondentsInvited,
  whenClosingDayOverThenSurveyClosed,
  whenAnswersWaitThenBatchGathered,
];
