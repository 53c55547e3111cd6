import { endOfDay, type Instant } from '../../calendar.ts';
import type { Decider } from '../../decider.ts';
import { Rejected } from '../../rejected.ts';
import type { InvitationEvent } from '../events.ts';
import { checkedAnswers } from '../questionnaire.ts';
import type { InvitationCommand, UseInvitation } from './commands.ts';
import { evolve, type InvitationState } from './state.ts';

/**
 * The token answers once (rule 38); from 24:00 of `closesOn` on it is over, written or not (rule
 * 8).
 */
const use = (command: UseInvitation, state: InvitationState, now: Instant): InvitationEvent[] => {
  if (state.status === 'NONE' || state.tokenHash !== command.tokenHash) throw new Rejected('TOKEN_INVALID', ['token']);
  if (state.status === 'USED') throw new Rejected('ALREADY_ANSWERED', ['token']);
  if (!command.survey.open || endOfDay(command.survey.closesOn) <= now) throw new Rejected('SURVEY_CLOSED', ['token']);
  checkedAnswers(command.survey.questions, state.respondent.audience, command.answers);
  return [{ type: 'InvitationUsed', data: { answer: command.sealed } }];
};

const decide = (command: InvitationCommand, state: InvitationState, now: Instant): readonly InvitationEvent[] => {
  switch (command.type) {
    case 'InviteRespondent': {
      const { surveyId, respondent, tokenHash } = command;
      return state.status === 'NONE' ? [{ type: 'RespondentInvited', data: { surveyId, respondent, tokenHash } }] : [];
    }
    case 'RemindRespondent':
      return state.status === 'INVITED' ? [{ type: 'RespondentReminded', data: {} }] : [];
    case 'UseInvitation':
      return use(command, state, now);
    default:
      return command satisfies never;
  }
};

export const invitation: Decider<InvitationState, InvitationCommand, InvitationEvent> = {
  category: 'invitation',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
