import { createHash, randomUUID } from 'node:crypto';
import { type Day, dayOf } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import { hasConsent } from '../domain/client/state.ts';
import { createdIdOf, invitationIdOf, type Uuid } from '../domain/ids.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { SurveyCommand, SurveyContent } from '../domain/survey/commands.ts';
import { checkOpen, survey } from '../domain/survey/decider.ts';
import type { Respondent } from '../domain/survey/events.ts';
import { frameOf } from '../domain/survey/frame.ts';
import type { InvitationCommand } from '../domain/survey/invitation/commands.ts';
import { invitation } from '../domain/survey/invitation/decider.ts';
import type { SurveyState } from '../domain/survey/state.ts';
import { participationOf } from '../projections/survey-frame.ts';
import { answeredOf } from '../projections/surveys.ts';
import type { Position } from '../store/event-store.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import type { VaultKey } from '../store/vault.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';

type Done = { readonly position: Position; readonly id: Uuid };

/** Digest of a token: all that the log and the read model hold of it (rule 38). */
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const tokenKeyId = (surveyId: Uuid) => keyIdOf('survey-token', surveyId);
const tokenOf = (key: VaultKey, surveyId: Uuid, respondentId: Uuid): string =>
  key.hmac(invitationIdOf(surveyId, respondentId));

const send = async (
  app: CommandApp,
  caller: Caller,
  id: Uuid,
  content: unknown,
  command: (now: string, state: SurveyState) => Promise<SurveyCommand>,
): Promise<Done> => {
  const { position } = await app.loop.handle({ decider: survey, id, caller, hash: contentHash(content), command });
  return { position, id };
};

/** Without `surveyId` a new survey; with it, its draft is replaced. */
export const draftSurvey = (
  app: CommandApp,
  caller: Caller,
  input: { surveyId: Uuid | null; content: SurveyContent },
): Promise<Done> => {
  const id = input.surveyId ?? createdIdOf('survey', caller.actor.subject, caller.commandId ?? randomUUID());
  return send(app, caller, id, input, async () => ({ type: 'DraftSurvey', content: input.content }));
};

export const publishSurvey = (app: CommandApp, caller: Caller, surveyId: Uuid): Promise<Done> =>
  send(app, caller, surveyId, { publish: surveyId }, async () => ({ type: 'PublishSurvey' }));

export interface OpenSurveyInput {
  readonly surveyId: Uuid;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly closesOn: Day;
}

/**
 * Draws the frame at the head (rules 3, 37). The token key is durable before the survey is open
 * (rule 43).
 */
export const openSurvey = (app: CommandApp, caller: Caller, input: OpenSurveyInput): Promise<Done> => {
  const { surveyId, periodFrom, periodTo, closesOn } = input;
  return send(app, caller, surveyId, input, async (now, state) => {
    const respondents =
      state.status === 'PUBLISHED' ? await drawFrame(app, state.content, periodFrom, periodTo, dayOf(now)) : [];
    if (state.status === 'PUBLISHED') await app.vault.make(tokenKeyId(surveyId));
    return { type: 'OpenSurvey', periodFrom, periodTo, closesOn, respondents };
  });
};

const drawFrame = async (
  app: CommandApp,
  content: SurveyContent,
  from: Day,
  to: Day,
  today: Day,
): Promise<Respondent[]> => {
  const participation = participationOf(await readModelAtHead(app), content.networkIds, from, to);
  const visited = [...new Set(participation.visits.map(({ clientId }) => clientId))];
  const states = await Promise.all(visited.map((clientId) => app.loop.load(client, clientId)));
  const consented = visited.filter((_, n) => {
    const state = states[n];
    return state !== undefined && hasConsent(state, 'SURVEY', today);
  });
  const audiences = [...new Set(content.questions.flatMap((question) => question.audiences))];
  return [...frameOf({ ...participation, consented }, audiences)];
};

/** Closes and destroys the token key: no token can be made again (rule 38). */
export const closeSurvey = async (app: CommandApp, caller: Caller, surveyId: Uuid): Promise<Done> => {
  const done = await send(app, caller, surveyId, { close: surveyId }, async () => ({ type: 'CloseSurvey' }));
  await destroyTokenKey(app, surveyId);
  return done;
};

export const destroyTokenKey = (app: CommandApp, surveyId: Uuid): Promise<void> =>
  app.vault.destroy(tokenKeyId(surveyId));

/** One respondent of an open survey (rule 37). Nothing to do once the survey is closed. */
export const inviteRespondent = async (
  app: CommandApp,
  caller: Caller,
  surveyId: Uuid,
  respondentId: Uuid,
): Promise<void> => {
  const state = await app.loop.load(survey, surveyId);
  const respondent =
    state.status === 'OPEN' ? state.invited.find((each) => each.respondentId === respondentId) : undefined;
  const key = await app.vault.open(tokenKeyId(surveyId));
  if (!respondent || !key) return;
  const tokenHash = tokenHashOf(tokenOf(key, surveyId, respondentId));
  await app.loop.handle({
    decider: invitation,
    id: invitationIdOf(surveyId, respondentId),
    caller,
    hash: contentHash({ surveyId, respondentId }),
    command: (): InvitationCommand => ({ type: 'InviteRespondent', surveyId, respondent, tokenHash }),
  });
};

/**
 * Each who has not answered, in a stream of their own; a repeat reminds those whom the first did
 * not reach. Throws SURVEY_NOT_OPEN.
 */
export const remindRespondents = async (app: CommandApp, caller: Caller, surveyId: Uuid): Promise<Done> => {
  const state = await app.loop.load(survey, surveyId);
  checkOpen(state, app.clock.now());
  const reminded = await Promise.all(
    (await silentOf(app, surveyId, state)).map(({ respondentId }) =>
      app.loop.handle({
        decider: invitation,
        id: invitationIdOf(surveyId, respondentId),
        caller,
        hash: contentHash({ remind: surveyId }),
        command: (): InvitationCommand => ({ type: 'RemindRespondent' }),
      }),
    ),
  );
  return { position: Math.max(0, ...reminded.map(({ position }) => position)), id: surveyId };
};

const silentOf = async (app: CommandApp, surveyId: Uuid, state: SurveyState): Promise<readonly Respondent[]> => {
  const answered = answeredOf(await readModelAtHead(app), surveyId);
  return state.status === 'OPEN'
    ? state.invited.filter(({ respondentId }) => !answered.has(invitationIdOf(surveyId, respondentId)))
    : [];
};

export interface Invitation {
  readonly respondent: Respondent;
  readonly token: string;
}

/**
 * Of an open survey, those who have not answered, each with the token; none once the survey is
 * closed.
 */
export const invitationsOf = async (app: CommandApp, surveyId: Uuid): Promise<Invitation[]> => {
  const key = await app.vault.open(tokenKeyId(surveyId));
  if (!key) return [];
  const silent = await silentOf(app, surveyId, await app.loop.load(survey, surveyId));
  return silent.map((respondent) => ({ respondent, token: tokenOf(key, surveyId, respondent.respondentId) }));
};
