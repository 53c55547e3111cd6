import t from 'tap';
import { answerSurvey } from '../../src/commands/answers.ts';
import {
  closeSurvey,
  draftSurvey,
  invitationsOf,
  openSurvey,
  publishSurvey,
  remindRespondents,
} from '../../src/commands/survey.ts';
import { invitationIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { Audience } from '../../src/domain/survey/events.ts';
import { participationOf } from '../../src/projections/survey-frame.ts';
import {
  answeredOf,
  invitationById,
  invitationByTokenHash,
  responseRates,
  responsesOf,
  surveyIdsOf,
  surveysByIds,
  surveysView,
  waitingGroups,
  waitingIn,
} from '../../src/projections/surveys.ts';
import { decode } from '../../src/store/codec.ts';
import type { AnyEvent } from '../../src/store/event-types.ts';
import {
  closed,
  content,
  drafted,
  NETWORK,
  OTHER_NETWORK,
  opened,
  published,
  respondent,
} from '../domain/survey/example-survey.ts';
import { sealed } from '../support/example-events/example.ts';
import { freshFolder } from '../support/planted-app.ts';
import { consultant, openSurveyApp, plantVisit } from '../support/survey-app.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const AT = '2026-06-01T00:00:00.000Z';
const [ONE, TWO] = [uuidOf('survey', 1), uuidOf('survey', 2)];
const given = (stream: string, ...events: readonly AnyEvent[]): Given[] => events.map((event) => [AT, stream, event]);
const ofSurvey = (id: string, ...events: readonly AnyEvent[]): Given[] => given(streamOf('survey', id), ...events);
const invitationOf = (n: number): string => invitationIdOf(ONE, respondent(n).respondentId);
const invited = (n: number, audience: Audience): Given[] =>
  given(streamOf('invitation', invitationOf(n)), {
    type: 'RespondentInvited',
    data: { surveyId: ONE, respondent: respondent(n, { audience }), tokenHash: `hash ${n}` },
  });
const used = (n: number): Given[] =>
  given(streamOf('invitation', invitationOf(n)), {
    type: 'InvitationUsed',
    data: { answer: sealed(keyIdOf('answer', invitationOf(n)), 'answers') },
  });
const answersOf = (n: number) => [{ question: 'q1', values: [String(n)] }];
const gathered = (audience: Audience, ...ns: readonly number[]): Given[] =>
  given(
    streamOf('answer', ONE),
    { type: 'AnswersGathered', data: { networkId: NETWORK, audience, invitationIds: ns.map(invitationOf) } },
    ...ns.map(
      (n): AnyEvent => ({
        type: 'SurveyAnswered',
        data: {
          networkId: NETWORK,
          audience,
          officeRole: null,
          panelKey: null,
          respondentId: null,
          answers: answersOf(n),
          padding: '',
        },
      }),
    ),
  );

t.test('surveys in the order of their first drafts, each in the networks of its last draft', (t) => {
  const events = [
    ...ofSurvey(ONE, drafted({ networkIds: [NETWORK, OTHER_NETWORK] })),
    ...ofSurvey(TWO, drafted({ title: 'two' })),
    ...ofSurvey(ONE, drafted({ title: 'again' }), published(2), opened()),
  ];
  afterEvents(t, [surveysView], events, (t, readModel) => {
    t.strictSame(surveyIdsOf(readModel, NETWORK), [ONE, TWO]);
    t.strictSame(surveyIdsOf(readModel, OTHER_NETWORK), []);
    const groups = [{ audience: 'CAREGIVER', networkId: NETWORK, eligible: 2, invited: 1 }];
    const days = { opensOn: '2026-06-01', closesOn: '2026-06-14' };
    t.strictSame(surveysByIds(readModel, [TWO, uuidOf('none'), ONE]), [
      {
        id: TWO,
        ...content({ title: 'two' }),
        status: 'DRAFT',
        version: 1,
        opensOn: null,
        closesOn: null,
        frame: [],
        joinedIn: [],
        closedPosition: null,
        closedAt: null,
        position: 2,
      },
      {
        id: ONE,
        ...content({ title: 'again' }),
        status: 'OPEN',
        version: 2,
        ...days,
        frame: groups,
        joinedIn: [],
        closedPosition: null,
        closedAt: null,
        position: 5,
      },
    ]);
  });
  t.end();
});

t.test('invitations are used and gathered, and counted by group', (t) => {
  const events = [
    ...ofSurvey(ONE, drafted(), published(1, NETWORK), opened()),
    ...[1, 2, 3, 4].flatMap((n) => invited(n, 'CAREGIVER')),
    ...invited(5, 'FAMILY'),
    ...invited(6, 'CARE_MANAGER'),
    ...[1, 2, 3, 5].flatMap(used),
    ...gathered('CAREGIVER', 2, 1),
  ];
  const audience = 'CAREGIVER' as const;
  const caregivers = { networkId: NETWORK, audience, waiting: 1, gathered: 2, joined: true };
  const families = { networkId: NETWORK, audience: 'FAMILY' as const, waiting: 1, gathered: 0, joined: true };
  afterEvents(t, [surveysView], events, (t, readModel) => {
    t.strictSame(waitingGroups(readModel, ONE), [
      { ...caregivers, closed: false },
      { ...families, closed: false },
    ]);
    t.strictSame(waitingGroups(readModel, TWO), []);
    t.strictSame(waitingIn(readModel, ONE, NETWORK, audience), [invitationOf(3)]);
    t.strictSame([...answeredOf(readModel, ONE)].sort(), [1, 2, 3, 5].map(invitationOf).sort());
    t.strictSame(responsesOf(readModel, ONE), [
      { networkId: NETWORK, audience, answers: answersOf(2), panelKey: null },
      { networkId: NETWORK, audience, answers: answersOf(1), panelKey: null },
    ]);
    const row = { id: invitationOf(4), surveyId: ONE, networkId: NETWORK, audience, tokenHash: 'hash 4' };
    t.strictSame(invitationByTokenHash(readModel, 'hash 4'), { ...row, status: 'INVITED' });
    t.equal(invitationByTokenHash(readModel, 'hash'), null);
    t.strictSame(invitationById(readModel, invitationOf(2))?.status, 'GATHERED');
    t.equal(invitationById(readModel, ONE), null);
  });
  afterEvents(t, [surveysView], [...events, ...ofSurvey(ONE, closed)], (t, readModel) => {
    t.strictSame(waitingGroups(readModel, ONE), [
      { ...caregivers, closed: true },
      { ...families, closed: true },
    ]);
  });
  t.end();
});

t.test('a survey lived through: rows, rates, and who took part', async (t) => {
  const app = await openSurveyApp(freshFolder(t), '2026-06-01T01:00:00.000Z');
  for (let n = 0; n < 12; n += 1) {
    const [partner, assist, clientId, caregiverId] = [uuidOf('p'), uuidOf('a'), uuidOf('c'), uuidOf('caregiver', n)];
    await plantVisit(app, { networkId: NETWORK, partner, assist, clientId, caregiverId }, n);
  }
  const { id } = await draftSurvey(app, consultant(), { surveyId: null, content: content({ title: 'first' }) });
  await draftSurvey(app, consultant(), { surveyId: id, content: content() });
  await publishSurvey(app, consultant(), { surveyId: id });
  await openSurvey(app, consultant(), {
    surveyId: id,
    periodFrom: '2026-05-01',
    periodTo: '2026-05-31',
    closesOn: '2026-06-14',
  });
  await app.driver.idle();
  await remindRespondents(app, consultant(), { surveyId: id });
  for (const { token } of (await invitationsOf(app, id)).slice(0, 11)) {
    await answerSurvey(app, consultant(), { token, answers: [{ question: 'q1', values: ['3'] }] });
  }
  await closeSurvey(app, consultant(), { surveyId: id });
  await app.driver.idle();
  const events = (await app.log()).map(decode).filter((event) => event !== null);

  const [row] = surveysByIds(app.readModel, [id]);
  t.ok(row);
  if (!row) return;
  t.strictSame(
    [row.title, row.version, row.status, row.opensOn, row.closesOn],
    [content().title, 2, 'CLOSED', '2026-06-01', '2026-06-14'],
  );
  t.equal(row.position, events.findLast(({ stream }) => stream === `answer-${id}`)?.position);
  t.strictSame(responseRates(app.readModel, row), [
    { audience: 'CAREGIVER', networkId: NETWORK, invited: 12, answered: 11, rate: 11 / 12 },
  ]);
  const [partner, assist] = [uuidOf('p'), uuidOf('a')];
  const took = participationOf(app.readModel, [NETWORK], '2026-05-02', '2026-05-04');
  t.strictSame(took, {
    made: [{ networkId: NETWORK, officeId: partner }],
    took: [{ networkId: NETWORK, officeId: assist }],
    visits: [1, 2, 3]
      .map((n) => ({
        networkId: NETWORK,
        partnerOfficeId: partner,
        assistOfficeId: assist,
        caregiverId: uuidOf('caregiver', n),
        clientId: uuidOf('c'),
      }))
      .sort((a, b) => (a.caregiverId < b.caregiverId ? -1 : 1)),
  });
  const nobody = { made: [], took: [], visits: [] };
  t.strictSame(participationOf(app.readModel, [NETWORK], '2026-06-01', '2026-06-30'), nobody);
  t.strictSame(participationOf(app.readModel, [OTHER_NETWORK], '2026-05-01', '2026-05-31'), nobody);
  await app.stop();
});
