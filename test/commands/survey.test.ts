import { randomUUID } from 'node:crypto';
import t from 'tap';
import { answerSurvey, gatherAnswers } from '../../src/commands/answers.ts';
import {
  closeSurvey,
  draftSurvey,
  invitationsOf,
  openSurvey,
  publishSurvey,
  remindRespondents,
} from '../../src/commands/survey.ts';
import { studyIdOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { Question } from '../../src/domain/survey/events.ts';
import { responsesOf } from '../../src/projections/surveys.ts';
import { clientRegistered, consentGiven, consentWithdrawn } from '../domain/client/example-client.ts';
import { content, NETWORK, question } from '../domain/survey/example-survey.ts';
import { freshFolder, type PlantedApp } from '../support/planted-app.ts';
import { consultant, openSurveyApp, plantVisit, typed } from '../support/survey-app.ts';

const OPENING = '2026-06-01T01:00:00.000Z';
const CANARY = 'カナリア、田中花子さんのこと';
const [partner, assist, clientId] = ['partner', 'assist', 'client'].map((name) => uuidOf(name)) as [Uuid, Uuid, Uuid];
const questions: Question[] = [question('q1', { required: true }), question('why', { kind: 'TEXT', maxLength: 400 })];

/** An open survey of caregivers, `count` of whom visited. */
const openedSurvey = async (app: PlantedApp, count: number, over: Partial<ReturnType<typeof content>> = {}) => {
  for (let n = 0; n < count; n += 1) {
    await plantVisit(app, { networkId: NETWORK, partner, assist, clientId, caregiverId: uuidOf('caregiver', n) }, n);
  }
  const { id } = await draftSurvey(app, consultant(), { surveyId: null, content: content({ questions, ...over }) });
  await publishSurvey(app, consultant(), { surveyId: id });
  await openSurvey(app, consultant(), {
    surveyId: id,
    periodFrom: '2026-05-01',
    periodTo: '2026-05-31',
    closesOn: '2026-06-14',
  });
  await app.driver.idle();
  return { id, tokens: (await invitationsOf(app, id)).map(({ token }) => token) };
};
const answerWith = (step: number, text = CANARY) => [
  { question: 'q1', values: [String(step)] },
  { question: 'why', values: [text] },
];
const answered = async (app: PlantedApp, tokens: readonly string[], text?: string) => {
  for (const [n, token] of tokens.entries())
    await answerSurvey(app, consultant(), { token, answers: answerWith((n % 5) + 1, text) });
  await app.driver.idle();
};

t.test('rules 3, 37, 38: the frame at the head, one invitation each, the log holds a hash alone', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id, tokens } = await openedSurvey(app, 3);
  const log = await app.log();
  t.strictSame(
    typed(log, 'SurveyOpened').map((event) => event?.data),
    [
      {
        periodFrom: '2026-05-01',
        periodTo: '2026-05-31',
        opensOn: '2026-06-01',
        closesOn: '2026-06-14',
        frame: [{ audience: 'CAREGIVER', networkId: NETWORK, eligible: 3, invited: 3 }],
      },
    ],
  );
  t.equal(typed(log, 'RespondentInvited').length, 3);
  t.equal(new Set(tokens).size, 3);
  for (const token of tokens) t.notOk(app.bytes().includes(token), 'no token is stored');
  t.strictSame(
    (await invitationsOf(app, id)).map(({ token }) => token),
    tokens,
    'computed the same again',
  );
  await app.stop();
});

t.test('rule 37: a period without visits has nobody to survey', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id } = await draftSurvey(app, consultant(), { surveyId: null, content: content() });
  await publishSurvey(app, consultant(), { surveyId: id });
  const opening = openSurvey(app, consultant(), {
    surveyId: id,
    periodFrom: '2026-01-01',
    periodTo: '2026-01-31',
    closesOn: '2026-06-14',
  });
  await t.rejects(opening, { code: 'NOBODY_TO_SURVEY' });
  await app.stop();
});

t.test('rule 38: a token answers once, a repeat of the same command is answered as before', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { tokens } = await openedSurvey(app, 1);
  const [token = ''] = tokens;
  const first = consultant();
  const done = await answerSurvey(app, first, { token, answers: answerWith(3) });
  t.strictSame(await answerSurvey(app, first, { token, answers: answerWith(3) }), done);
  await t.rejects(answerSurvey(app, first, { token, answers: answerWith(4) }), { code: 'COMMAND_ID_REUSED' });
  await t.rejects(answerSurvey(app, consultant(), { token, answers: answerWith(3) }), { code: 'ALREADY_ANSWERED' });
  await t.rejects(answerSurvey(app, consultant(), { token: 'x', answers: answerWith(3) }), { code: 'TOKEN_INVALID' });
  t.equal(typed(await app.log(), 'InvitationUsed').length, 1);
  await app.stop();
});

t.test('rule 39: nine wait; ten give a batch of five; closing takes the rest', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id, tokens } = await openedSurvey(app, 12);
  await answered(app, tokens.slice(0, 9));
  t.equal(typed(await app.log(), 'AnswersGathered').length, 0);
  await answered(app, tokens.slice(9, 10));
  t.strictSame(batches(await app.log()), [5]);
  await answered(app, tokens.slice(10));
  t.strictSame(batches(await app.log()), [5]);
  app.setClock('2026-06-14T15:00:00.000Z');
  await app.driver.idle();
  t.strictSame(batches(await app.log()), [5, 7]);
  t.equal(responsesOf(app.readModel, id).length, 12);
  await app.stop();
});
const group = (surveyId: Uuid) => ({ surveyId, networkId: NETWORK, audience: 'CAREGIVER' as const });
const batches = (log: Parameters<typeof typed>[0]): number[] =>
  typed(log, 'AnswersGathered').map((event) =>
    event?.type === 'AnswersGathered' ? event.data.invitationIds.length : 0,
  );

t.test('rule 39: nothing stored links an answer to its invitation, and no text is readable', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id, tokens } = await openedSurvey(app, 10);
  await answered(app, tokens);
  await closeSurvey(app, consultant(), { surveyId: id });
  await app.driver.idle();
  const log = await app.log();
  const given = log.filter(({ type }) => type === 'SurveyAnswered');
  t.equal(given.length, 10);
  for (const event of given) {
    t.equal(event.recordedAt, '2026-05-31T15:00:00.000Z', '00:00 of the day');
    t.strictSame(JSON.parse(event.metadata), {
      commandId: null,
      commandHash: null,
      correlationId: null,
      causationId: null,
      actor: { subject: 'survey', role: null, officeId: null },
      occurredAt: '2026-05-31T15:00:00.000Z',
      schemaVersion: 1,
    });
    t.strictSame(
      Object.keys(JSON.parse(event.data)).sort(),
      ['answers', 'audience', 'networkId', 'officeRole', 'padding', 'panelKey', 'respondentId'].sort(),
    );
    t.equal(JSON.parse(event.data).respondentId, null);
  }
  const invitations = log
    .filter(({ type }) => type === 'RespondentInvited')
    .map((event) => event.stream.slice('invitation-'.length));
  for (const invitationId of invitations) {
    t.equal(await app.vault.open(keyIdOf('answer', invitationId)), null, 'the key of the answer is gone');
    for (const event of given) t.notOk(`${event.id}${event.data}${event.metadata}`.includes(invitationId));
  }
  for (const used of log.filter(({ type }) => type === 'InvitationUsed'))
    t.equal(JSON.parse(used.metadata).actor.subject, 'survey');
  t.equal(await app.vault.open(keyIdOf('survey-token', id)), null, 'rule 38: the token key is destroyed');
  t.notOk(app.bytes().includes(CANARY));
  t.ok(app.bytes().includes('SurveyAnswered'), 'the bytes searched are those of the log');
  await app.stop();
});

t.test('rule 39: a panel key joins announced waves alone; who is not anonymous is named, without one', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const keysOf = async (over: Partial<ReturnType<typeof content>>): Promise<string[]> => {
    const { id, tokens } = await openedSurvey(app, 5, over);
    await answered(app, tokens);
    await closeSurvey(app, consultant(), { surveyId: id });
    await app.driver.idle();
    const mine = (await app.log()).filter(({ type, stream }) => type === 'SurveyAnswered' && stream === `answer-${id}`);
    const named = mine.map(({ data }) => JSON.parse(data).respondentId).filter((each) => each !== null);
    t.equal(named.length, over.anonymous === false ? 5 : 0);
    return mine.map(({ data }) => JSON.parse(data).panelKey).sort();
  };
  const none = [null, null, null, null, null];
  t.strictSame(await keysOf({ study: 'single' }), none);
  const going = { furtherWaves: ['MIDLINE' as const, 'ENDLINE' as const], studyEndsOn: '2027-03-31' };
  const baseline = await keysOf(going);
  t.equal(new Set(baseline).size, 5);
  t.strictSame(await keysOf({ ...going, study: 'named', anonymous: false }), none);
  t.strictSame(await keysOf({ wave: 'MIDLINE', furtherWaves: ['ENDLINE'], studyEndsOn: '2027-03-31' }), baseline);
  t.notOk((await keysOf({ ...going, study: 'another' })).some((key) => baseline.includes(key)));
  t.strictSame(await keysOf({ wave: 'ENDLINE' }), baseline, 'the last wave itself is joined still');
  t.strictSame(await keysOf({ wave: 'ENDLINE' }), none, 'its key is gone with it');
  const ended = typed(await app.log(), 'StudyEnded').map((event) => event?.data);
  t.strictSame(ended, [{ networkId: NETWORK, study: 'trial-2026' }]);
  const keyOf = (study: string) => app.vault.open(keyIdOf('study', studyIdOf(NETWORK, study)));
  t.equal(await keyOf('trial-2026'), null);
  t.not(await keyOf('another'), null);
  const more = await draftSurvey(app, consultant(), { surveyId: null, content: content({ questions, ...going }) });
  await t.rejects(publishSurvey(app, consultant(), { surveyId: more.id }), { code: 'STUDY_ENDED' });
  app.setClock('2027-03-31T15:00:00.000Z');
  await app.driver.idle();
  t.equal(await keyOf('another'), null, 'on its last day a study ends, whatever waves were to come');
  await app.stop();
});

t.test(
  'rule 37: a process closes at 24:00 of closesOn; an answer is refused from then on, a reminder too',
  async (t) => {
    const app = await openSurveyApp(freshFolder(t), OPENING);
    const { id, tokens } = await openedSurvey(app, 2);
    const [token = ''] = tokens;
    await remindRespondents(app, consultant(), { surveyId: id });
    t.equal(typed(await app.log(), 'RespondentReminded').length, 2);
    app.setClock('2026-06-14T15:00:00.000Z');
    await t.rejects(answerSurvey(app, consultant(), { token, answers: answerWith(1) }), { code: 'SURVEY_CLOSED' });
    await app.driver.idle();
    t.strictSame(
      typed(await app.log(), 'SurveyClosed').map((event) => event?.metadata.actor.subject),
      ['process'],
    );
    await t.rejects(remindRespondents(app, consultant(), { surveyId: id }), { code: 'SURVEY_NOT_OPEN' });
    t.strictSame(await invitationsOf(app, id), []);
    await app.stop();
  },
);

t.test('rule 37: who takes the consent back after the opening is reminded no more, and has no letter', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  await app.plant(`client-${clientId}`, clientRegistered(), consentGiven('2026-04-01', 'SURVEY'));
  const audiences = ['CLIENT', 'FAMILY', 'CARE_MANAGER'] as const;
  const { id, tokens } = await openedSurvey(app, 1, { questions: [question('q1', { audiences: [...audiences] })] });
  t.equal(tokens.length, 3);
  await app.plant(`client-${clientId}`, consentWithdrawn('2026-06-01', 'SURVEY'));
  await remindRespondents(app, consultant(), { surveyId: id });
  const left = await invitationsOf(app, id);
  t.strictSame(
    left.map(({ respondent }) => respondent.audience),
    ['CARE_MANAGER'],
  );
  t.equal(typed(await app.log(), 'RespondentReminded').length, 1);
  const given = { answers: [{ question: 'q1', values: ['4'] }] };
  for (const token of tokens) await answerSurvey(app, consultant(), { token, ...given });
  t.equal(typed(await app.log(), 'InvitationUsed').length, 3, 'whoever has a letter may still answer');
  await app.stop();
});

t.test('two processes gather at once: each answer is in one batch', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id, tokens } = await openedSurvey(app, 9);
  await answered(app, tokens);
  await closeSurvey(app, consultant(), { surveyId: id });
  await Promise.all([1, 2, 3].map(() => gatherAnswers(app, consultant(randomUUID()), group(id))));
  await app.driver.idle();
  const log = await app.log();
  t.strictSame(batches(log), [9]);
  t.equal(typed(log, 'SurveyAnswered').length, 9);
  await app.stop();
});

t.test('rule 39: of whatever length an answer is, nothing stored is longer or shorter for it', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id, tokens } = await openedSurvey(app, 6);
  const texts = ['長'.repeat(400), '短い', 'x', '"\n"', '長'.repeat(399)];
  for (const [n, token] of tokens.entries()) {
    const answers = n === 5 ? answerWith(1).slice(0, 1) : answerWith(5, texts[n]);
    await answerSurvey(app, consultant(), { token, answers });
  }
  await closeSurvey(app, consultant(), { surveyId: id });
  await app.driver.idle();
  const log = await app.log();
  for (const type of ['InvitationUsed', 'SurveyAnswered']) {
    const sizes = log.filter((event) => event.type === type).map(({ data, metadata }) => `${data}${metadata}`.length);
    t.equal(sizes.length, 6);
    t.equal(new Set(sizes).size, 1, type);
  }
  await app.stop();
});

t.test('rule 39: answers that race the closing are counted or refused, and no key of theirs is left', async (t) => {
  const app = await openSurveyApp(freshFolder(t), OPENING);
  const { id, tokens } = await openedSurvey(app, 12);
  await answered(app, tokens.slice(0, 5));
  const racing = tokens.slice(5).map((token) => answerSurvey(app, consultant(), { token, answers: answerWith(2) }));
  const closing = closeSurvey(app, consultant(), { surveyId: id });
  const outcomes = await Promise.allSettled(racing);
  await closing;
  await app.driver.idle();
  const codes = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  t.ok(codes.every((code) => code === 'SURVEY_CLOSED'));
  t.equal(responsesOf(app.readModel, id).length, 12 - codes.length, 'who was not refused is counted');
  const log = await app.log();
  const invitations = log.flatMap(({ type, stream }) => (type === 'InvitationUsed' ? [stream.slice(11)] : []));
  for (const each of invitations) t.equal(await app.vault.open(keyIdOf('answer', each)), null);
  await app.stop();
});
