import { refuseAnswer } from '../commands/answers.ts';
import { invitationById } from '../projections/surveys.ts';
import { callerFor, type Process } from './process.ts';

/**
 * An answer that lies behind its survey's closing in the log → refused, its key destroyed (rule
 * 39).
 */
export const whenAnswerCameTooLateThenRefused: Process = {
  name: 'when-answer-came-too-late-then-refused',
  follows: (todo) => ({
    InvitationUsed: (event) => {
      if (invitationById(todo.reading, event.streamId)?.status === 'LATE') todo.set(event.streamId, null, event);
    },
    AnswerRefused: ({ streamId }) => todo.clear(streamId),
  }),
  act: (item, app) => refuseAnswer(app, callerFor(item), item.id),
};
