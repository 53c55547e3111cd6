import { createHash } from 'node:crypto';
import { addDays, type Day, dayOf } from '../domain/calendar.ts';
import { invitationIdOf, studyIdOf, type Uuid } from '../domain/ids.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { DAYS_APART, type RecentSurvey, survey } from '../domain/survey/decider.ts';
import type { Respondent, SurveyContent } from '../domain/survey/events.ts';
import { NEEDS_CONSENT } from '../domain/survey/frame.ts';
import { invitation } from '../domain/survey/invitation/decider.ts';
import type { SurveyState } from '../domain/survey/state.ts';
import { study } from '../domain/survey/study/decider.ts';
import type { ReadModel } from '../projections/read-model.ts';
import { studyAsSaid } from '../projections/studies.ts';
import { answeredOf, surveysOpenedSince } from '../projections/surveys.ts';
import type { Caller } from '../store/handle-command.ts';
import type { VaultKey } from '../store/vault.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { consentsToSurveys, drawFrame } from './facts/frame.ts';
import { commandsOn, creationsOf, newId, type Send } from './send.ts';

/** Whatever is no digit of a token: the spaces, marks and widths of who types it from a letter. */
const NO_DIGIT = /[^0-9a-f]/g;
/**
 * Digest of a token, in whatever width and case it was typed: all that the log and the read model
 * hold of it (rule 38).
 */
export const tokenHashOf = (token: string): string =>
  createHash('sha256').update(token.normalize('NFKC').toLowerCase().replaceAll(NO_DIGIT, '')).digest('hex');
const tokenKeyId = (surveyId: Uuid) => keyIdOf('survey-token', surveyId);
const tokenOf = (key: VaultKey, surveyId: Uuid, respondentId: Uuid): string =>
  key.hmac(invitationIdOf(surveyId, respondentId));

/** Without `surveyId` a new survey; with it, its draft is replaced. */
export const draftSurvey = creationsOf(survey, {
  id: ({ surveyId }: { surveyId: Uuid | null }, caller) => surveyId ?? newId('survey', caller),
  without: ['surveyId'],
})('DraftSurvey');

type OfSurvey = { readonly surveyId: Uuid };
const ofSurvey = { id: ({ surveyId }: OfSurvey) => surveyId, without: ['surveyId'] as const };
const onSurvey = commandsOn(survey, ofSurvey);
/** With what its study has said so far, at the head (rules 3, 39). */
export const publishSurvey = commandsOn(survey, {
  ...ofSurvey,
  overSet: (_, state) => (state.status === 'DRAFT' ? studySet(state.content.study) : null),
})('PublishSurvey', async ({ app, state }) => {
  if (state.status !== 'DRAFT') return { studies: [] };
  const { networkIds, study: name } = state.content;
  const readModel = await readModelAtHead(app);
  const studies = networkIds.map(async (networkId) => {
    const studyId = studyIdOf(networkId, name);
    const { ended } = await app.loop.load(study, studyId);
    return { networkId, ended, ...studyAsSaid(readModel, studyId) };
  });
  return { studies: await Promise.all(studies) };
});
const studySet = (name: string): string => `study ${name}`;

/**
 * Draws the frame at the head (rules 3, 37). The token key is durable before the survey is open
 * (rule 43).
 */
export const openSurvey = commandsOn(survey, { ...ofSurvey, overSet: () => 'opened surveys' })(
  'OpenSurvey',
  async ({ app, id, input: { periodFrom, periodTo }, state, now }) => {
    if (state.status !== 'PUBLISHED') return { respondents: [], recent: [], joinedUntil: null };
    const respondents = await drawFrame(app, state.content, periodFrom, periodTo, dayOf(now));
    await app.vault.make(tokenKeyId(id));
    const recent = await recentSurveys(app, state.content.networkIds, dayOf(now));
    return { respondents, recent, joinedUntil: joinedUntil(app.readModel, state) };
  },
);

/** The last day on which a published survey's answers are joined with its study's other waves. */
const joinedUntil = (
  readModel: ReadModel,
  { joinedIn, content }: { joinedIn: readonly Uuid[]; content: SurveyContent },
) =>
  joinedIn
    .flatMap((networkId) => studyAsSaid(readModel, studyIdOf(networkId, content.study)).endsOn ?? [])
    .toSorted()[0] ?? null;

/** Surveys of the networks that were opened not long ago, as they were opened (rule 40). */
const recentSurveys = async (app: CommandApp, networkIds: readonly Uuid[], today: Day): Promise<RecentSurvey[]> => {
  const ids = surveysOpenedSince(await readModelAtHead(app), networkIds, addDays(today, -DAYS_APART));
  const states = await Promise.all(ids.map((id) => app.loop.load(survey, id)));
  return states.flatMap((state) => {
    if (state.status !== 'OPEN' && state.status !== 'CLOSED') return [];
    const { study, wave, threshold, questions } = state.content;
    return [{ study, wave, threshold, questions, invited: state.invited }];
  });
};

const close = onSurvey('CloseSurvey');
/** Closes and destroys the token key: no token can be made again (rule 38). */
export const closeSurvey: Send<OfSurvey> = async (app, caller, input) => {
  const done = await close(app, caller, input);
  await destroyTokenKey(app, input.surveyId);
  return done;
};
const destroyTokenKey = (app: CommandApp, surveyId: Uuid): Promise<void> => app.vault.destroy(tokenKeyId(surveyId));

type OfRespondent = OfSurvey & { readonly respondentId: Uuid };
const idOf = ({ surveyId, respondentId }: OfRespondent): Uuid => invitationIdOf(surveyId, respondentId);

const invite = commandsOn(invitation, { id: idOf, without: ['respondentId'] })('InviteRespondent');
/** One respondent of an open survey (rule 37). Nothing to do once the survey is closed. */
export const inviteRespondent = async (app: CommandApp, caller: Caller, of: OfRespondent): Promise<void> => {
  const { surveyId, respondentId } = of;
  const state = await app.loop.load(survey, surveyId);
  const respondent =
    state.status === 'OPEN' ? state.invited.find((each) => each.respondentId === respondentId) : undefined;
  const key = await app.vault.open(tokenKeyId(surveyId));
  if (!respondent || !key) return;
  const tokenHash = tokenHashOf(tokenOf(key, surveyId, respondentId));
  await invite(app, caller, { surveyId, respondentId, respondent, tokenHash });
};

const remindAll = onSurvey('RemindRespondents');
const remind = commandsOn(invitation, { id: idOf, without: ['surveyId', 'respondentId'] })('RemindRespondent');
/**
 * Decided once in the survey's stream, where a repeat is found whatever became of the survey since
 * (rule 5); then each who has not answered is reminded in their own. A repeat reminds those whom
 * the first did not reach.
 */
export const remindRespondents: Send<OfSurvey> = async (app, caller, input) => {
  const done = await remindAll(app, caller, input);
  const { surveyId } = input;
  const silent = await silentOf(app, surveyId, await app.loop.load(survey, surveyId));
  const reminded = await Promise.all(silent.map(({ respondentId }) => remind(app, caller, { surveyId, respondentId })));
  return { ...done, position: Math.max(done.position, ...reminded.map(({ position }) => position)) };
};

/** Who has not answered, but for those who have taken back their consent to be asked (rule 37). */
const silentOf = async (app: CommandApp, surveyId: Uuid, state: SurveyState): Promise<readonly Respondent[]> => {
  const answered = answeredOf(await readModelAtHead(app), surveyId);
  const invited = state.status === 'OPEN' ? state.invited : [];
  const silent = invited.filter(({ respondentId }) => !answered.has(invitationIdOf(surveyId, respondentId)));
  const today = dayOf(app.clock.now());
  const mayBeAsked = await Promise.all(
    silent.map(
      async ({ audience, clientId }) =>
        clientId === null || !NEEDS_CONSENT.includes(audience) || (await consentsToSurveys(app, clientId, today)),
    ),
  );
  return silent.filter((_, n) => mayBeAsked[n]);
};

export interface Invitation {
  readonly respondent: Respondent;
  readonly token: string;
}
/** An open survey's unanswered invitations, each with its token; none once it is closed. */
export const invitationsOf = async (app: CommandApp, surveyId: Uuid): Promise<Invitation[]> => {
  const key = await app.vault.open(tokenKeyId(surveyId));
  if (!key) return [];
  const silent = await silentOf(app, surveyId, await app.loop.load(survey, surveyId));
  return silent.map((respondent) => ({ respondent, token: tokenOf(key, surveyId, respondent.respondentId) }));
};
