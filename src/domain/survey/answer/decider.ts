import { asItIs, type CommandOf, type DataOf, decider } from '../../decider.ts';
import type { Uuid } from '../../ids.ts';
import type { AnswerEvent } from '../events.ts';
import { OFFICE_ROLE } from '../frame.ts';
import { batchSize, shuffled } from '../gathering.ts';
import { writtenKeys } from '../panel.ts';
import { type AnswerState, evolve, gatheredOf } from './state.ts';

type Answered = DataOf<AnswerEvent, 'SurveyAnswered'>;

/** An opened answer that may not have been gathered yet. */
export interface WaitingAnswer extends Pick<Answered, 'panelKey' | 'respondentId' | 'answers' | 'padding'> {
  readonly invitationId: Uuid;
}
/**
 * `lot`: a random number from [0, 1) for each that waits. `joined`: with other waves, whose keys
 * these are; null where they are not.
 */
interface GatherAnswers extends Pick<Answered, 'networkId' | 'audience'> {
  readonly closed: boolean;
  readonly joined: { readonly earlierKeys: readonly (readonly string[])[]; readonly goesOn: boolean } | null;
  readonly waiting: readonly WaitingAnswer[];
  readonly lot: readonly number[];
}

/**
 * Rule 39: one batch, drawn and shuffled by the lot; the invitations' ids are sorted, so that no
 * order links the two.
 */
const gather = (
  { networkId, audience, closed, joined, waiting, lot }: GatherAnswers,
  state: AnswerState,
): readonly AnswerEvent[] => {
  const already = gatheredOf(state, networkId, audience);
  const rest = waiting.filter(({ invitationId }) => !already.includes(invitationId));
  const size = batchSize({ waiting: rest.length, closed, joined: joined !== null });
  const batch = shuffled(rest, lot).slice(0, size);
  if (batch.length === 0) return [];
  const keys = batch.flatMap(({ panelKey }) => (panelKey === null ? [] : [panelKey]));
  const written = joined ? writtenKeys(keys, joined.earlierKeys, joined.goesOn) : new Set<string | null>();
  const answered = batch.map(({ panelKey: key, respondentId, answers, padding }): AnswerEvent => {
    const panelKey = written.has(key ?? '') ? key : null;
    return {
      type: 'SurveyAnswered',
      data: { networkId, audience, officeRole: OFFICE_ROLE[audience], panelKey, respondentId, answers, padding },
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

/** The gathered answers of one survey. */
export const answer = decider({
  category: 'answer',
  initial: { gathered: {} },
  evolve,
  known: asItIs<AnswerState>,
  creating: { GatherAnswers: gather },
  changing: {},
});
export type AnswerCommand = CommandOf<typeof answer>;
