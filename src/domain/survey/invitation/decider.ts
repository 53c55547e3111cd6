import { type Day, endOfDay, type Instant } from '../../calendar.ts';
import { asItIs, type CommandOf, type DataOf, decider } from '../../decider.ts';
import { MOST_REMINDERS } from '../../limits.ts';
import { Rejected } from '../../rejected.ts';
import type { Sealed } from '../../sealed.ts';
import type { InvitationEvent, Question } from '../events.ts';
import { type Answer, checkedAnswers } from '../questionnaire.ts';
import { evolve, type InvitationState } from './state.ts';

const invite = (data: DataOf<InvitationEvent, 'RespondentInvited'>, state: InvitationState): InvitationEvent[] =>
  state.status === 'NONE' ? [{ type: 'RespondentInvited', data }] : [];

const remind = (_: unknown, state: InvitationState): InvitationEvent[] => {
  if (state.status !== 'INVITED') return [];
  if (state.reminders >= MOST_REMINDERS) throw new Rejected('TOO_MANY_REMINDERS', ['surveyId']);
  return [{ type: 'RespondentReminded', data: {} }];
};

/** `survey`: as it stands (rule 2). `answers`: to be checked; only `sealed` reaches the log. */
interface UseInvitation {
  readonly survey: { readonly open: boolean; readonly closesOn: Day; readonly questions: readonly Question[] };
  readonly tokenHash: string;
  readonly answers: readonly Answer[];
  readonly sealed: Sealed;
}

/**
 * A token answers once (rule 38), until 24:00 of `closesOn`, whether the closing is written yet or
 * not (rule 8).
 */
const use = (command: UseInvitation, state: InvitationState, now: Instant): InvitationEvent[] => {
  if (state.status === 'NONE' || state.tokenHash !== command.tokenHash) throw new Rejected('TOKEN_INVALID', ['token']);
  if (state.status === 'USED') throw new Rejected('ALREADY_ANSWERED', ['token']);
  if (!command.survey.open || endOfDay(command.survey.closesOn) <= now) throw new Rejected('SURVEY_CLOSED', ['token']);
  checkedAnswers(command.survey.questions, state.respondent.audience, command.answers);
  return [{ type: 'InvitationUsed', data: { answer: command.sealed } }];
};

/** An answer that lies behind the closing in the log is not counted (rule 39). */
const refuse = (_: unknown, state: InvitationState): InvitationEvent[] =>
  state.status === 'USED' ? [{ type: 'AnswerRefused', data: {} }] : [];

/** One respondent's invitation to one survey. */
export const invitation = decider({
  category: 'invitation',
  initial: { status: 'NONE' },
  evolve,
  known: asItIs<InvitationState>,
  creating: { InviteRespondent: invite },
  changing: { RemindRespondent: remind, UseInvitation: use, RefuseAnswer: refuse },
});
export type InvitationCommand = CommandOf<typeof invitation>;
