import { endStudy } from '../commands/study.ts';
import { endOfDay } from '../domain/calendar.ts';
import { studyIdOf, type Uuid } from '../domain/ids.ts';
import { isStudyComplete, studyAsSaid } from '../projections/studies.ts';
import { hasStudyEnded, surveysByIds } from '../projections/surveys.ts';
import type { Recorded } from '../store/codec.ts';
import { callerFor, type Process, type Todo } from './process.ts';

/** Lists the studies of a survey: at once where they are complete, else on their last day. */
const listStudies = (todo: Todo, surveyId: Uuid, cause: Recorded): void => {
  for (const { joinedIn, study } of surveysByIds(todo.reading, [surveyId]))
    for (const networkId of joinedIn) {
      const studyId = studyIdOf(networkId, study);
      if (hasStudyEnded(todo.reading, studyId)) continue;
      const { endsOn } = studyAsSaid(todo.reading, studyId);
      if (isStudyComplete(todo.reading, networkId, studyId)) todo.set(`${networkId} ${studyId}`, null, cause);
      else if (endsOn !== null) todo.set(`${networkId} ${studyId}`, endOfDay(endsOn), cause);
    }
};

/**
 * The last wave of a study gathered, or its last day over → ended, its key destroyed, so that
 * nothing tells whose a panel key is (rule 39).
 */
export const whenStudyOverThenKeyDestroyed: Process = {
  name: 'when-study-over-then-key-destroyed',
  follows: (todo) => ({
    SurveyPublished: (event) => listStudies(todo, event.streamId, event),
    SurveyClosed: (event) => listStudies(todo, event.streamId, event),
    AnswersGathered: (event) => listStudies(todo, event.streamId, event),
    StudyEnded: ({ streamId, data: { networkId } }) => todo.clear(`${networkId} ${streamId}`),
  }),
  act: async (item, app) => {
    const [networkId = '', studyId = ''] = item.id.split(' ');
    await endStudy(app, callerFor(item), networkId, studyId);
  },
};
