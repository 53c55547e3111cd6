import type { Day } from '../../domain/calendar.ts';
import { client } from '../../domain/client/decider.ts';
import { partnershipOn } from '../../domain/client/partners.ts';
import { hasConsent } from '../../domain/client/state.ts';
import type { Uuid } from '../../domain/ids.ts';
import type { Respondent, SurveyContent } from '../../domain/survey/events.ts';
import { frameOf } from '../../domain/survey/frame.ts';
import { participationOf } from '../../projections/survey-frame.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';

/** Whether a client's consent to be surveyed is in force on a day. */
export const consentsToSurveys = async (app: CommandApp, clientId: Uuid, day: Day): Promise<boolean> =>
  hasConsent(await app.loop.load(client, clientId), 'SURVEY', day);

/** Whom the survey asks, drawn at the head (rules 3, 37). */
export const drawFrame = async (
  app: CommandApp,
  { networkIds, questions }: SurveyContent,
  from: Day,
  to: Day,
  today: Day,
): Promise<readonly Respondent[]> => {
  const participation = participationOf(await readModelAtHead(app), networkIds, from, to);
  const visited = [...new Set(participation.visits.map(({ clientId }) => clientId))];
  const states = await Promise.all(visited.map((clientId) => app.loop.load(client, clientId)));
  const consented = visited.filter((_, n) => {
    const state = states[n];
    return state !== undefined && hasConsent(state, 'SURVEY', today);
  });
  const partnerOf = Object.fromEntries(
    visited.flatMap((clientId, n) => {
      const state = states[n];
      const partner = state?.status === 'REGISTERED' ? partnershipOn(state.partners, today) : undefined;
      return partner ? [[clientId, partner.officeId]] : [];
    }),
  );
  return frameOf({ ...participation, consented, partnerOf }, [
    ...new Set(questions.flatMap(({ audiences }) => audiences)),
  ]);
};
