import type { Uuid } from '../../ids.ts';
import type { AnswerEvent } from '../events.ts';

export interface AnswerState {
  /** Invitations whose answers have been gathered, by `<network> <audience>`. */
  readonly gathered: Readonly<Record<string, readonly Uuid[]>>;
}

export const gatheredOf = (state: AnswerState, networkId: Uuid, audience: string): readonly Uuid[] =>
  state.gathered[`${networkId} ${audience}`] ?? [];

export const evolve = (state: AnswerState, event: AnswerEvent): AnswerState => {
  switch (event.type) {
    case 'AnswersGathered': {
      const { networkId, audience, invitationIds } = event.data;
      const key = `${networkId} ${audience}`;
      return { gathered: { ...state.gathered, [key]: [...gatheredOf(state, networkId, audience), ...invitationIds] } };
    }
    case 'SurveyAnswered':
      return state;
    default:
      return event satisfies never;
  }
};
