import type { Decider } from '../../decider.ts';
import type { NetworkRole } from '../../vocabulary.ts';
import type { AnswerEvent, Audience } from '../events.ts';
import { batchSize, shuffled } from '../gathering.ts';
import type { AnswerCommand, GatherAnswers } from './commands.ts';
import { type AnswerState, evolve, gatheredOf } from './state.ts';

const OFFICE_ROLE: Readonly<Record<Audience, NetworkRole | null>> = {
  PARTNER_OFFICE: 'PARTNER',
  ASSIST_OFFICE: 'ASSIST',
  CAREGIVER: 'ASSIST',
  CLIENT: null,
  FAMILY: null,
  CARE_MANAGER: null,
};

/**
 * Rule 39: one batch, drawn and shuffled by the lot; the invitations' ids stand sorted, so that no
 * order links the two.
 */
const gather = (
  { networkId, audience, closed, waiting, lot }: GatherAnswers,
  state: AnswerState,
): readonly AnswerEvent[] => {
  const already = gatheredOf(state, networkId, audience);
  const rest = waiting.filter(({ invitationId }) => !already.includes(invitationId));
  const batch = shuffled(rest, lot).slice(0, batchSize({ waiting: rest.length, gathered: already.length, closed }));
  if (batch.length === 0) return [];
  const answered = batch.map(({ panelKey, respondentId, answers }): AnswerEvent => {
    return {
      type: 'SurveyAnswered',
      data: { networkId, audience, officeRole: OFFICE_ROLE[audience], panelKey, respondentId, answers },
    };
  });
  return [
    {
      type: 'AnswersGathered',
      data: { networkId, audience, invitationIds: batch.map(({ invitationId }) => invitationId).sort() },
    },
    ...answered,
  ];
};

const decide = (command: AnswerCommand, state: AnswerState): readonly AnswerEvent[] => {
  switch (command.type) {
    case 'GatherAnswers':
      return gather(command, state);
    default:
      return command.type satisfies never;
  }
};

export const answer: Decider<AnswerState, AnswerCommand, AnswerEvent> = {
  category: 'answer',
  initial: { gathered: {} },
  evolve,
  decide,
};
