import { asItIs, type DataOf, decider } from '../../decider.ts';
import type { StudyEvent } from '../events.ts';
import { evolve, type StudyState } from './state.ts';

/** `isOver`: whether its last wave is gathered, or its last day over (rule 39). */
interface EndStudy extends DataOf<StudyEvent, 'StudyEnded'> {
  readonly isOver: boolean;
}

const end = ({ isOver, networkId, study: name }: EndStudy, state: StudyState): StudyEvent[] =>
  state.ended || !isOver ? [] : [{ type: 'StudyEnded', data: { networkId, study: name } }];

/** The waves of a study in one network, which join a person's answers over time. */
export const study = decider({
  category: 'study',
  initial: { ended: false },
  evolve,
  known: asItIs<StudyState>,
  creating: { EndStudy: end },
  changing: {},
});
