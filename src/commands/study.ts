import { endOfDay } from '../domain/calendar.ts';
import { studyIdOf, type Uuid } from '../domain/ids.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { study } from '../domain/survey/study/decider.ts';
import { isStudyComplete, studyAsSaid } from '../projections/studies.ts';
import { joinedSurveysOf, waitingGroups } from '../projections/surveys.ts';
import type { Caller } from '../store/handle-command.ts';
import { gatherAnswers } from './answers.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { creationsOf } from './send.ts';
import { closeSurvey } from './survey.ts';

type OfStudy = { readonly networkId: Uuid; readonly study: string };

const end = creationsOf(study, { id: ({ networkId, study: name }: OfStudy) => studyIdOf(networkId, name) })(
  'EndStudy',
  async ({ app, input: { networkId }, id, now }) => {
    const readModel = await readModelAtHead(app);
    const { endsOn } = studyAsSaid(readModel, id);
    return {
      isOver: (endsOn !== null && endOfDay(endsOn) <= now) || isStudyComplete(readModel, networkId, id),
    };
  },
);

/**
 * Ends a study that is over and destroys its key (rule 39). What closes by now is closed and
 * gathered before, so that its answers are joined still.
 */
export const endStudy = async (app: CommandApp, caller: Caller, networkId: Uuid, studyId: Uuid): Promise<void> => {
  const surveys = joinedSurveysOf(await readModelAtHead(app), studyId);
  const now = app.clock.now();
  for (const { id, status, closesOn } of surveys)
    if (status === 'OPEN' && closesOn !== null && endOfDay(closesOn) <= now)
      await closeSurvey(app, caller, { surveyId: id });
  const readModel = await readModelAtHead(app);
  for (const { id: surveyId } of surveys)
    for (const group of waitingGroups(readModel, surveyId))
      if (group.networkId === networkId && group.waiting > 0 && group.closed)
        await gatherAnswers(app, caller, { surveyId, networkId, audience: group.audience });
  const [first] = surveys;
  if (!first) return;
  await end(app, caller, { networkId, study: first.study });
  if ((await app.loop.load(study, studyId)).ended) await app.vault.destroy(keyIdOf('study', studyId));
};
