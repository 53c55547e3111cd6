import type { EventType } from '../../src/store/event-types.ts';
import { delegationExamples } from './example-events/delegation.ts';
import {
  agreementExamples,
  clientExamples,
  memberExamples,
  networkExamples,
  noticeExamples,
  officeExamples,
} from './example-events/directory.ts';
import type { ExamplesOf } from './example-events/example.ts';
import { planExamples } from './example-events/plan.ts';
import { bankFileExamples, settlementExamples } from './example-events/settlement.ts';
import { answerExamples, invitationExamples, studyExamples, surveyExamples } from './example-events/survey.ts';
import { visitExamples } from './example-events/visit.ts';

/**
 * Believable events of every type, the same at every run: `full` with all that may be absent or
 * null, `bare` with none of it. The compiler asks for an example of each new type.
 */
export const EXAMPLE_EVENTS: ExamplesOf<EventType> = {
  ...officeExamples,
  ...noticeExamples,
  ...memberExamples,
  ...networkExamples,
  ...agreementExamples,
  ...clientExamples,
  ...planExamples,
  ...delegationExamples,
  ...visitExamples,
  ...settlementExamples,
  ...bankFileExamples,
  ...surveyExamples,
  ...studyExamples,
  ...invitationExamples,
  ...answerExamples,
};
