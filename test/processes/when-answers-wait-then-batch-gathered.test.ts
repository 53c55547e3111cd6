import t from 'tap';
import { invitationIdOf, streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { AnswerEvent, InvitationEvent, Respondent, SurveyEvent } from '../../src/domain/survey/events.ts';
import { whenAnswersWaitThenBatchGathered } from '../../src/processes/when-answers-wait-then-batch-gathered.ts';
import { decode } from '../../src/store/codec.ts';
import {
  closed,
  listed,
  NETWORK,
  NOW,
  OTHER_NETWORK,
  opened,
  PUBLISHED,
  respondent,
} from '../domain/survey/example-survey.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { actOnAllDue, type InLog, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';

const SURVEY = uuidOf('survey');
const ofSurvey = (...events: readonly SurveyEvent[]) => on('survey', SURVEY, ...events);
const respondents = Array.from({ length: 12 }, (_, n) => respondent(n));
const elsewhere = respondent(20, { networkId: OTHER_NETWORK });
const opening = ofSurvey(...PUBLISHED, opened(), listed([...respondents, elsewhere]));
const invitationOf = ({ respondentId }: Respondent): Uuid => invitationIdOf(SURVEY, respondentId);
const idsOf = (of: readonly Respondent[]): Uuid[] => of.map(invitationOf).sort();
const invited = (respondent: Respondent): InvitationEvent => ({
  type: 'RespondentInvited',
  data: { surveyId: SURVEY, respondent, tokenHash: `hash of ${respondent.respondentId}` },
});
const used = (answer = 'sealed:1:answer/00000000-0000-4000-8000-000000000000:AAAA'): InvitationEvent => ({
  type: 'InvitationUsed',
  data: { answer },
});
const invite = (of: readonly Respondent[]) => of.flatMap((one) => on('invitation', invitationOf(one), invited(one)));
const use = (of: readonly Respondent[]) => of.flatMap((one) => on('invitation', invitationOf(one), used()));
const gather = (of: readonly Respondent[]): AnswerEvent => ({
  type: 'AnswersGathered',
  data: { networkId: NETWORK, audience: 'CAREGIVER', invitationIds: idsOf(of) },
});
const inAnswers = (...events: readonly AnswerEvent[]) => on('answer', SURVEY, ...events);
const ground = [...opening, ...invite([...respondents, elsewhere])];

const nine = use(respondents.slice(0, 9));
const [tenth] = use(respondents.slice(9, 10));
const last = use(respondents.slice(10));
const toDo = (cause: InLog | undefined, networkId = NETWORK) =>
  cause ? [{ id: `${SURVEY} ${networkId} CAREGIVER`, dueAt: '' as const, cause: cause.event }] : [];
const ten = tenth ? [...nine, tenth] : [];
const closing = ofSurvey(closed);
const batch = inAnswers(gather(respondents.slice(0, 5)));
const rest = inAnswers(gather(respondents.slice(5, 10)));

/** Those who have answered 1, 2, 3 …, each answer sealed with a key of its own. */
const answering = async (app: PlantedApp, of: readonly Respondent[]): Promise<InLog[]> => {
  const sealed = of.map(async (one, n) => {
    const key = await app.vault.make(keyIdOf('answer', invitationOf(one)));
    const place = { stream: streamOf('invitation', invitationOf(one)), path: 'answer' };
    const answers = [{ question: 'q1', values: [String((n % 5) + 1)] }];
    return on('invitation', invitationOf(one), used(key.seal(JSON.stringify(answers), place)));
  });
  return (await Promise.all(sealed)).flat();
};
const answeredBy = (of: readonly Respondent[]): AnswerEvent[] =>
  of.map((_, n) => ({
    type: 'SurveyAnswered',
    data: {
      networkId: NETWORK,
      audience: 'CAREGIVER',
      officeRole: 'ASSIST',
      panelKey: null,
      respondentId: null,
      answers: [{ question: 'q1', values: [String((n % 5) + 1)] }],
      padding: '',
    },
  }));

specifyProcess(t, whenAnswersWaitThenBatchGathered, {
  follows: [
    { name: 'rule 39: nine answers wait: nothing', given: ground, when: nine, then: [] },
    {
      name: 'rule 39: the tenth comes: a batch is due',
      given: [...ground, ...nine],
      when: tenth ? [tenth] : [],
      then: toDo(tenth),
    },
    {
      name: 'rule 39: nine here and one in another network: nothing',
      given: [...ground, ...nine],
      when: use([elsewhere]),
      then: [],
    },
    {
      name: 'rule 39: a batch is gathered, and five wait: off the list',
      given: [...ground, ...ten],
      listed: toDo(tenth),
      when: batch,
      then: [],
    },
    {
      name: 'rule 39: closed: whatever waits is due, each network’s',
      given: [...ground, ...use(respondents.slice(0, 2)), ...use([elsewhere])],
      when: closing,
      then: [...toDo(closing[0]), ...toDo(closing[0], OTHER_NETWORK)],
    },
    {
      name: 'rule 39: closed, and nobody has answered: nothing',
      given: ground,
      when: ofSurvey({ ...closed }),
      then: [],
    },
    {
      name: 'rule 39: closed, a batch gathered before: five that wait are due',
      given: [...ground, ...ten, ...batch],
      when: closing,
      then: toDo(closing[0]),
    },
    {
      name: 'rule 39: the rest is gathered: off the list',
      given: [...ground, ...ten, ...batch, ...closing],
      listed: toDo(closing[0]),
      when: rest,
      then: [],
    },
    {
      name: 'rule 39: what lies behind the closing in the log: never',
      given: [...ground, ...ten, ...batch, ...rest, ...closing],
      when: last,
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rules 3, 39: after closing all the rest, however few answered in all; nothing tells whose is whose',
      given: async (app) => [...ground, ...(await answering(app, respondents.slice(0, 3))), ...closing],
      at: NOW,
      then: inAnswers(gather(respondents.slice(0, 3)), ...answeredBy(respondents.slice(0, 3))),
    },
  ],
});

const process = whenAnswersWaitThenBatchGathered;
/** Of these respondents those whose answers can still be opened. */
const withKey = async (app: PlantedApp, of: readonly Respondent[]): Promise<Uuid[]> => {
  const keys = await Promise.all(
    idsOf(of).map(async (id) => ((await app.vault.open(keyIdOf('answer', id))) ? id : null)),
  );
  return keys.filter((id) => id !== null);
};

t.test('acts, rule 39: of ten that wait five are drawn; their keys alone are destroyed', async (t) => {
  const app = await openGround(t);
  const waiting = respondents.slice(0, 10);
  await plantAll(app, [...ground, ...(await answering(app, waiting))]);
  const before = (await app.log()).length;
  await actOnAllDue(app, process, NOW);
  const [batch, ...answers] = (await app.log()).slice(before).map(decode);
  const drawnIds = batch?.type === 'AnswersGathered' ? batch.data.invitationIds : [];
  const drawn = waiting.filter((one) => drawnIds.includes(invitationOf(one)));
  t.equal(drawn.length, 5);
  t.strictSame(batch && { type: batch.type, data: batch.data }, gather(drawn));
  const all = answeredBy(waiting);
  const expected = all.filter((_, n) => drawnIds.includes(invitationOf(waiting[n] ?? elsewhere)));
  const inOrder = (events: readonly unknown[]) => events.map((event) => JSON.stringify(event)).sort();
  t.strictSame(inOrder(answers.map((event) => event && { type: event.type, data: event.data })), inOrder(expected));
  t.strictSame(await withKey(app, waiting), idsOf(waiting.filter((one) => !drawn.includes(one))));
});
