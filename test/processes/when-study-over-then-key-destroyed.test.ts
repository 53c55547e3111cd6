import t from 'tap';
import { invitationIdOf, studyIdOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { AnswerEvent, Respondent, SurveyEvent } from '../../src/domain/survey/events.ts';
import { whenStudyOverThenKeyDestroyed } from '../../src/processes/when-study-over-then-key-destroyed.ts';
import { closed, drafted, listed, NETWORK, opened, published, respondent } from '../domain/survey/example-survey.ts';
import { actOnAllDue, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';

const [BASELINE, ENDLINE] = [uuidOf('baseline'), uuidOf('endline')];
const STUDY = studyIdOf(NETWORK, 'trial-2026');
const going = { furtherWaves: ['ENDLINE' as const], studyEndsOn: '2027-03-31' };
const endline = { wave: 'ENDLINE' as const };
const publishing = published(1, NETWORK);
const ofFirst = (...events: readonly SurveyEvent[]) => on('survey', BASELINE, ...events);
const ofLast = (...events: readonly SurveyEvent[]) => on('survey', ENDLINE, ...events);
const first = ofFirst(drafted(going), publishing, opened(), listed());
const [firstClosed, lastPublished, lastClosed] = [{ ...closed }, published(1, NETWORK), { ...closed }];
const last = ofLast(drafted(endline), lastPublished, opened(), listed());
const ended = { type: 'StudyEnded' as const, data: { networkId: NETWORK, study: 'trial-2026' } };

/** Who answered the last wave. */
const one: Respondent = respondent(1);
const invitation: Uuid = invitationIdOf(ENDLINE, one.respondentId);
const answered = on(
  'invitation',
  invitation,
  { type: 'RespondentInvited', data: { surveyId: ENDLINE, respondent: one, tokenHash: 'hash' } },
  { type: 'InvitationUsed', data: { answer: `sealed:1:answer/${invitation}:AAAA` } },
);
const gathering: AnswerEvent = {
  type: 'AnswersGathered',
  data: { networkId: NETWORK, audience: 'CAREGIVER', invitationIds: [invitation] },
};
/** 24:00 in Tokyo of 31 March. */
const MARCH_OVER = '2027-03-31T15:00:00.000Z';
const onLastDay = (cause: SurveyEvent) => ({ id: `${NETWORK} ${STUDY}`, dueAt: MARCH_OVER, cause });
const atOnce = (cause: SurveyEvent | AnswerEvent) => ({ id: `${NETWORK} ${STUDY}`, dueAt: '' as const, cause });

specifyProcess(t, whenStudyOverThenKeyDestroyed, {
  follows: [
    {
      name: 'rule 39: further waves are announced: due at the end of the study’s last day',
      given: ofFirst(drafted(going)),
      when: ofFirst(publishing),
      then: [onLastDay(publishing)],
    },
    {
      name: 'rule 39: a single survey: nothing',
      given: ofFirst(drafted()),
      when: ofFirst(published(), opened(), listed(), closed),
      then: [],
    },
    {
      name: 'rule 39: the first wave is closed: on the last day still',
      given: first,
      listed: [onLastDay(publishing)],
      when: ofFirst(firstClosed),
      then: [onLastDay(firstClosed)],
    },
    {
      name: 'rule 39: the last wave is closed, and nobody answered: at once',
      given: [...first, ...ofFirst(firstClosed), ...last],
      listed: [onLastDay(lastPublished)],
      when: ofLast(lastClosed),
      then: [atOnce(lastClosed)],
    },
    {
      name: 'rule 39: the last wave is closed, and another is open: on the last day',
      given: [...first, ...last],
      listed: [onLastDay(lastPublished)],
      when: ofLast(lastClosed),
      then: [onLastDay(lastClosed)],
    },
    {
      name: 'rule 39: the last wave is closed, and an answer waits: on the last day, until it is gathered',
      given: [...first, ...ofFirst(firstClosed), ...last, ...answered],
      listed: [onLastDay(lastPublished)],
      when: ofLast(lastClosed),
      then: [onLastDay(lastClosed)],
    },
    {
      name: 'rule 39: it is gathered: at once',
      given: [...first, ...ofFirst(firstClosed), ...last, ...answered, ...ofLast(lastClosed)],
      listed: [onLastDay(lastClosed)],
      when: on('answer', ENDLINE, gathering),
      then: [atOnce(gathering)],
    },
    {
      name: 'rule 39: it has ended: off the list',
      given: first,
      listed: [onLastDay(publishing)],
      when: on('study', STUDY, ended),
      then: [],
    },
    {
      name: 'rule 39: a wave that was published while it ended: nothing is left to do',
      given: [...first, ...on('study', STUDY, ended)],
      when: last,
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rule 39: on its last day a study ends, whatever waves were to come',
      given: [...first, ...ofFirst(firstClosed)],
      at: MARCH_OVER,
      then: on('study', STUDY, ended),
    },
    {
      name: 'acts, rule 39: with its last wave',
      given: [...first, ...ofFirst(firstClosed), ...last, ...ofLast(lastClosed)],
      at: '2026-09-01T00:00:00.000Z',
      then: on('study', STUDY, ended),
    },
  ],
});

t.test('acts, rule 39: what closes on the study’s last day is closed and gathered before its key ends', async (t) => {
  const app = await openGround(t);
  const key = keyIdOf('study', STUDY);
  const studyKey = await app.vault.make(key);
  const onTheDay = opened({ closesOn: '2027-03-31' });
  await plantAll(app, [
    ...first,
    ...ofFirst(firstClosed),
    ...ofLast(drafted(endline), lastPublished, onTheDay, listed()),
  ]);
  const people = Array.from({ length: 6 }, (_, n) => respondent(n));
  const keys = people.map(({ respondentId }) => studyKey.hmac(respondentId));
  const group = { networkId: NETWORK, audience: 'CAREGIVER' as const, officeRole: 'ASSIST' as const };
  const before = keys.map((panelKey): AnswerEvent => {
    const nothing = { respondentId: null, answers: [], padding: '' };
    return { type: 'SurveyAnswered', data: { ...group, panelKey, ...nothing } };
  });
  await plantAll(app, on('answer', BASELINE, ...before));
  for (const each of people) {
    const id = invitationIdOf(ENDLINE, each.respondentId);
    const sealing = await app.vault.make(keyIdOf('answer', id));
    const answers = JSON.stringify([{ question: 'q1', values: ['3'] }]);
    const answer = sealing.seal(answers, { stream: `invitation-${id}`, path: 'answer' });
    const invited = { surveyId: ENDLINE, respondent: each, tokenHash: `hash of ${id}` };
    await plantAll(
      app,
      on('invitation', id, { type: 'RespondentInvited', data: invited }, { type: 'InvitationUsed', data: { answer } }),
    );
  }
  const head = (await app.log()).length;
  await actOnAllDue(app, whenStudyOverThenKeyDestroyed, MARCH_OVER);
  const log = (await app.log()).slice(head);
  t.strictSame(
    log.map(({ type }) => type),
    ['SurveyClosed', 'AnswersGathered', ...people.map(() => 'SurveyAnswered'), 'StudyEnded'],
  );
  const joined = log.flatMap(({ type, data }) => (type === 'SurveyAnswered' ? [JSON.parse(data).panelKey] : []));
  t.strictSame(joined.sort(), keys.sort(), 'each is joined with the first wave');
  t.equal(await app.vault.open(key), null);
});
