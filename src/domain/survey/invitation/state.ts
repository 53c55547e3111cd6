import type { Uuid } from '../../ids.ts';
import type { InvitationEvent, Respondent } from '../events.ts';

interface Invited {
  readonly surveyId: Uuid;
  readonly respondent: Respondent;
  readonly tokenHash: string;
  /** So often the respondent has been reminded (rule 49). */
  readonly reminders: number;
}

/** `answer` stays sealed; its key goes once it has been gathered (rule 39). */
export type InvitationState =
  | { readonly status: 'NONE' }
  | ({ readonly status: 'INVITED' } & Invited)
  | ({ readonly status: 'USED'; readonly answer: string } & Invited);

export const evolve = (state: InvitationState, event: InvitationEvent): InvitationState => {
  switch (event.type) {
    case 'RespondentInvited':
      return { status: 'INVITED', ...event.data, reminders: 0 };
    case 'RespondentReminded':
      return state.status === 'NONE' ? state : { ...state, reminders: state.reminders + 1 };
    case 'InvitationUsed':
      return state.status === 'INVITED' ? { ...state, status: 'USED', answer: event.data.answer } : state;
    case 'AnswerRefused': {
      if (state.status !== 'USED') return state;
      const { answer: _answer, ...invited } = state;
      return { ...invited, status: 'INVITED' };
    }
    default:
      return event satisfies never;
  }
};
