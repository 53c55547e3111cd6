import { randomInt } from 'node:crypto';
import { streamOf, studyIdOf, type Uuid } from '../domain/ids.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { answer, type WaitingAnswer } from '../domain/survey/answer/decider.ts';
import { gatheredOf } from '../domain/survey/answer/state.ts';
import { survey } from '../domain/survey/decider.ts';
import type { Audience, Question } from '../domain/survey/events.ts';
import { invitation } from '../domain/survey/invitation/decider.ts';
import {
  type Answer,
  bytesOf,
  checkedAnswers,
  inHalfWidth,
  largestAnswerBytes,
  paddingTo,
} from '../domain/survey/questionnaire.ts';
import { study } from '../domain/survey/study/decider.ts';
import { type ReadModel, ReadModelBehind } from '../projections/read-model.ts';
import {
  type InvitationRow,
  invitationById,
  invitationByTokenHash,
  joinedSurveysOf,
  panelKeysOf,
  type SurveyRow,
  surveysByIds,
  waitingIn,
} from '../projections/surveys.ts';
import { isStillToDo } from '../projections/work.ts';
import type { Position } from '../store/event-store.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import type { Actor } from '../store/metadata.ts';
import type { VaultKey } from '../store/vault.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { sealingKey } from './sealing.ts';
import { commandsOn, type Send } from './send.ts';
import { tokenHashOf } from './survey.ts';

/** Who answered is recorded nowhere, whatever token came with the request. */
const SURVEY_ACTOR: Actor = { subject: 'survey', role: null, officeId: null };
const answerField = (invitationId: Uuid) => ({ stream: streamOf('invitation', invitationId), path: 'answer' });
const answerKeyId = (invitationId: Uuid) => keyIdOf('answer', invitationId);

/** null for a token that nobody was given, or whose invitation has not been made yet. */
export const invitationByToken = (readModel: ReadModel, token: string): InvitationRow | null =>
  invitationByTokenHash(readModel, tokenHashOf(token));

/**
 * The invitation of a token; waits for one that has not been made yet (rule 22). Null for a token
 * that nobody was given.
 */
const invitationOf = async (app: CommandApp, token: string): Promise<InvitationRow | null> => {
  const readModel = await readModelAtHead(app);
  const beingMade = () => isStillToDo(readModel, 'when-survey-opened-then-respondents-invited');
  await readModel.until(() => invitationByToken(readModel, token) !== null || !beingMade());
  return invitationByToken(readModel, token);
};

/**
 * Once per token (rule 38); the answer is sealed with a key of its own before it is decided on
 * (rule 39).
 */
export const answerSurvey: Send<{ token: string; answers: Answer[] }> = async (app, caller, { token, answers }) => {
  const row = await invitationOf(app, token);
  if (!row) throw new Rejected('TOKEN_INVALID', ['token']);
  const { id, surveyId } = row;
  // Null once the answer has been gathered.
  const key = await sealingKey(app.vault, answerKeyId(id));
  const { position, correlationId } = await app.loop.handle({
    decider: invitation,
    id,
    caller: { ...caller, actor: SURVEY_ACTOR },
    prepare: () => ({
      hash: key && contentHash(answers, key),
      command: async () => {
        const state = await app.loop.load(survey, surveyId);
        if (state.status !== 'OPEN' && state.status !== 'CLOSED') throw new Rejected('TOKEN_INVALID', ['token']);
        const { questions } = state.content;
        const said = inHalfWidth(questions, answers);
        const given = said.filter(({ values }) => values.length > 0);
        return {
          type: 'UseInvitation' as const,
          survey: { open: state.status === 'OPEN', closesOn: state.closesOn, questions },
          tokenHash: tokenHashOf(token),
          answers: said,
          // Without a key the answer has been gathered: the decision is ALREADY_ANSWERED.
          sealed: key?.seal(padded(given, questions), answerField(id)) ?? '',
        };
      },
    }),
  });
  await checkInTime(app, id, surveyId, position);
  return { position, correlationId, id };
};

/** As JSON, of one size for the whole survey: no length links it to what is gathered (rule 39). */
const padded = (answers: readonly Answer[], questions: readonly Question[]): string =>
  JSON.stringify(answers) + paddingTo(largestAnswerBytes(questions), answers);

/**
 * An answer that raced the closing counts where it stands before it in the log (rule 39). Throws
 * SURVEY_CLOSED where it stands behind: a process destroys its key.
 */
const checkInTime = async (app: CommandApp, id: Uuid, surveyId: Uuid, position: Position): Promise<void> => {
  if ((await app.loop.load(survey, surveyId)).status === 'OPEN') return;
  if (!(await app.readModel.reached(position))) throw new ReadModelBehind('the read model is behind');
  const row = invitationById(app.readModel, id);
  if (row?.status !== 'USED' && row?.status !== 'GATHERED') throw new Rejected('SURVEY_CLOSED', ['token']);
};

/** What lies behind the closing in the log is refused, and its key destroyed (rule 39). */
export const refuseAnswer = async (app: CommandApp, caller: Caller, invitationId: Uuid): Promise<void> => {
  await refuse(app, caller, { invitationId });
  await app.vault.destroy(answerKeyId(invitationId));
};
const refuse = commandsOn(invitation, {
  id: ({ invitationId }: { invitationId: Uuid }) => invitationId,
  without: ['invitationId'],
})('RefuseAnswer');

interface Group {
  readonly surveyId: Uuid;
  readonly networkId: Uuid;
  readonly audience: Audience;
}

/**
 * Gathers one batch of a group, where one is due, then destroys these answers' keys (rule 39).
 * Where answers are joined with other waves, those of the surveys that were closed before come
 * first: which keys are written depends on theirs, on whatever node they are gathered.
 */
export const gatherAnswers = async (app: CommandApp, caller: Caller, group: Group): Promise<void> => {
  const { surveyId, networkId, audience } = group;
  const readModel = await readModelAtHead(app);
  const [survey] = surveysByIds(readModel, [surveyId]);
  for (const earlier of survey ? joinedWith(readModel, survey, networkId) : [])
    if (survey && (earlier.closedPosition ?? 0) < (survey.closedPosition ?? 0))
      await gatherGroup(app, caller, { surveyId: earlier.id, networkId, audience });
  await gatherGroup(app, caller, group);
};

/** The other surveys of its study that are closed, where its answers are joined with theirs. */
const joinedWith = (readModel: ReadModel, { id, study, joinedIn }: SurveyRow, networkId: Uuid): SurveyRow[] =>
  joinedIn.includes(networkId)
    ? joinedSurveysOf(readModel, studyIdOf(networkId, study)).filter(
        (other) => other.id !== id && other.closedPosition !== null,
      )
    : [];

const gatherGroup = async (
  app: CommandApp,
  caller: Caller,
  { surveyId, networkId, audience }: Group,
): Promise<void> => {
  const readModel = await readModelAtHead(app);
  const candidates = waitingIn(readModel, surveyId, networkId, audience);
  // As the rows say that hold the candidates: once they say closed, none can be missing.
  const [row] = surveysByIds(readModel, [surveyId]);
  const closed = row?.status === 'CLOSED';
  const joined = row?.joinedIn.includes(networkId)
    ? {
        earlierKeys: joinedWith(readModel, row, networkId)
          .map(({ id }) => panelKeysOf(readModel, id, networkId, audience))
          .filter((keys) => keys.length > 0),
        goesOn: row.furtherWaves.length > 0,
      }
    : null;
  const { state } = await app.loop.handle({
    decider: answer,
    id: surveyId,
    caller,
    prepare: () => ({
      hash: null,
      command: async (_now, { gathered }) => {
        const already = gatheredOf({ gathered }, networkId, audience);
        const rest = candidates.filter((id) => !already.includes(id));
        const waiting = await opened(app, surveyId, networkId, rest);
        const lot = waiting.map(lotNumber);
        return { type: 'GatherAnswers' as const, networkId, audience, closed, joined, waiting, lot };
      },
    }),
  });
  await destroyAnswerKeys(
    app,
    candidates.filter((id) => gatheredOf(state, networkId, audience).includes(id)),
  );
};

/** Destroys those keys that still open; cheap to repeat. */
const destroyAnswerKeys = async (app: CommandApp, invitationIds: readonly Uuid[]): Promise<void> => {
  for (const id of invitationIds) if (await app.vault.open(answerKeyId(id))) await app.vault.destroy(answerKeyId(id));
};

const lotNumber = (): number => randomInt(2 ** 47) / 2 ** 47;

/**
 * Opens the answers that wait, and seals their TEXT values again with the survey's text key (rule
 * 41).
 */
const opened = async (
  app: CommandApp,
  surveyId: Uuid,
  networkId: Uuid,
  invitationIds: readonly Uuid[],
): Promise<WaitingAnswer[]> => {
  const state = await app.loop.load(survey, surveyId);
  if (state.status !== 'OPEN' && state.status !== 'CLOSED') return [];
  const { anonymous, questions } = state.content;
  const textKey = await app.vault.make(keyIdOf('survey-text', surveyId));
  const studyKey = state.joinedIn.includes(networkId)
    ? await panelKeyMaker(app, studyIdOf(networkId, state.content.study))
    : null;
  const texts = new Set(questions.filter(({ kind }) => kind === 'TEXT').map(({ code }) => code));
  const sealedText = ({ question, values }: Answer): { question: string; values: string[] } => {
    const field = { stream: streamOf('answer', surveyId), path: `answers.${question}` };
    return { question, values: values.map((value) => (texts.has(question) ? textKey.seal(value, field) : value)) };
  };
  const bytes = largestAnswerBytes(questions, (largest) => bytesOf(largest.map(sealedText)));
  const waiting: WaitingAnswer[] = [];
  for (const invitationId of invitationIds) {
    const used = await app.loop.load(invitation, invitationId);
    const key = await app.vault.open(answerKeyId(invitationId));
    if (used.status !== 'USED' || !key) continue;
    const answers = JSON.parse(key.open(used.answer, answerField(invitationId))) as Answer[];
    const { respondentId, audience } = used.respondent;
    // In the order of the questions, so that the order in which they were sent tells nothing.
    const inOrder = checkedAnswers(questions, audience, answers).map(sealedText);
    waiting.push({
      invitationId,
      panelKey: studyKey?.hmac(respondentId) ?? null,
      respondentId: anonymous ? null : respondentId,
      answers: inOrder,
      padding: paddingTo(bytes, inOrder),
    });
  }
  return waiting;
};

/** The study's key, which makes its panel keys; null once the study has ended (rule 39). */
const panelKeyMaker = async (app: CommandApp, studyId: Uuid): Promise<VaultKey | null> =>
  (await app.loop.load(study, studyId)).ended ? null : sealingKey(app.vault, keyIdOf('study', studyId));
