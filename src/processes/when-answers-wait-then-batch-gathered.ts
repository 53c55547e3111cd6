import { gatherAnswers } from '../commands/answers.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Audience } from '../domain/survey/events.ts';
import { batchSize } from '../domain/survey/gathering.ts';
import { invitationById, waitingGroups } from '../projections/surveys.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process, type Todo } from './process.ts';

/** Lists the groups of a survey for which a batch is due, with the event that made it due. */
const listDueGroups = (todo: Todo, surveyId: Uuid, cause: Recorded): void => {
  for (const group of waitingGroups(todo.reading, surveyId)) {
    const id = `${surveyId} ${group.networkId} ${group.audience}`;
    if (batchSize(group) > 0) todo.set(id, null, cause);
    else todo.clear(id);
  }
};

/**
 * Ten answers wait, or a survey is closed → a batch gathered, its answers' keys destroyed (rule
 * 39).
 */
export const whenAnswersWaitThenBatchGathered: Process = {
  name: 'when-answers-wait-then-batch-gathered',
  follows: (todo) => ({
    InvitationUsed: (event) => {
      const row = invitationById(todo.reading, event.streamId);
      if (row) listDueGroups(todo, row.surveyId, event);
    },
    AnswersGathered: (event) => listDueGroups(todo, event.streamId, event),
    SurveyClosed: (event) => listDueGroups(todo, event.streamId, event),
  }),
  act: async (item, app) => {
    const [surveyId = '', networkId = '', audience = ''] = item.id.split(' ');
    await gatherAnswers(app, callerFor(item), { surveyId, networkId, audience: audience as Audience });
  },
};
