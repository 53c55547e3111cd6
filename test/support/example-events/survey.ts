import { streamOf, studyIdOf } from '../../../src/domain/ids.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import type { AnswerEvent, InvitationEvent, StudyEvent, SurveyEvent } from '../../../src/domain/survey/events.ts';
import { EXAMPLE_IDS, type ExamplesOf, examplesIn, sealed } from './example.ts';

const { network, partner, assist, caregiver, client, survey, respondent, invitation } = EXAMPLE_IDS;
const ofSurvey = examplesIn(streamOf('survey', survey));
const ofInvitation = examplesIn(streamOf('invitation', invitation));
const ofAnswer = examplesIn(streamOf('answer', survey));

const likert = {
  code: 'load-1',
  kind: 'LIKERT_5' as const,
  scale: 'load',
  text: '訪問の負担は減りましたか。',
  help: '直近の一か月について',
  maxLength: null,
  options: [{ value: '5', label: 'とても減った' }],
  required: true,
  audiences: ['CAREGIVER' as const],
  shownIf: null,
};
const why = {
  ...likert,
  code: 'why',
  kind: 'TEXT' as const,
  scale: null,
  text: 'どのような点ですか。',
  help: null,
  maxLength: 400,
  options: [],
  required: false,
  shownIf: { question: 'load-1', anyOf: ['4', '5'] },
};
const drafted = {
  networkIds: [network],
  study: 'trial-2026',
  wave: 'BASELINE' as const,
  title: '訪問介護員アンケート',
  anonymous: true,
  threshold: 5,
  furtherWaves: [],
  studyEndsOn: null,
};
const joined = { furtherWaves: ['ENDLINE' as const], studyEndsOn: '2027-03-31' };
const ofCaregiver = {
  respondentId: respondent,
  audience: 'CAREGIVER' as const,
  networkId: network,
  officeId: assist,
  caregiverId: caregiver,
  clientId: null,
  invited: true,
};
const ofFamily = {
  ...ofCaregiver,
  audience: 'FAMILY' as const,
  officeId: partner,
  caregiverId: null,
  clientId: client,
  invited: false,
};
const tokenHash = '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92';
const answers = [
  { question: 'load-1', values: ['5'] },
  { question: 'why', values: [sealed(keyIdOf('survey-text', survey), '移動が短い')] },
];

export const surveyExamples: ExamplesOf<SurveyEvent['type']> = {
  SurveyDrafted: ofSurvey(
    'SurveyDrafted',
    { ...drafted, ...joined, intro: 'お答えは統計としてのみ使います。', questions: [likert, why] },
    { ...drafted, intro: null, questions: [{ ...likert, scale: null, help: null }] },
  ),
  SurveyPublished: ofSurvey('SurveyPublished', { version: 2, joinedIn: [network] }, { version: 1, joinedIn: [] }),
  SurveyOpened: ofSurvey('SurveyOpened', {
    periodFrom: '2026-04-01',
    periodTo: '2026-05-31',
    opensOn: '2026-06-01',
    closesOn: '2026-06-14',
    frame: [{ audience: 'CAREGIVER', networkId: network, eligible: 12, invited: 10 }],
  }),
  FrameListed: ofSurvey('FrameListed', { respondents: [ofCaregiver, ofFamily] }, { respondents: [] }),
  RespondentsReminded: ofSurvey('RespondentsReminded', {}),
  SurveyClosed: ofSurvey('SurveyClosed', {}),
};

export const invitationExamples: ExamplesOf<InvitationEvent['type']> = {
  RespondentInvited: ofInvitation(
    'RespondentInvited',
    { surveyId: survey, respondent: ofCaregiver, tokenHash },
    { surveyId: survey, respondent: ofFamily, tokenHash },
  ),
  RespondentReminded: ofInvitation('RespondentReminded', {}),
  AnswerRefused: ofInvitation('AnswerRefused', {}),
  InvitationUsed: ofInvitation('InvitationUsed', { answer: sealed(keyIdOf('answer', invitation), '[…]') }),
};

export const answerExamples: ExamplesOf<AnswerEvent['type']> = {
  AnswersGathered: ofAnswer('AnswersGathered', {
    networkId: network,
    audience: 'CAREGIVER',
    invitationIds: [invitation],
  }),
  SurveyAnswered: ofAnswer(
    'SurveyAnswered',
    {
      networkId: network,
      audience: 'CAREGIVER',
      officeRole: 'ASSIST',
      panelKey: tokenHash,
      respondentId: respondent,
      answers,
      padding: '    ',
    },
    {
      networkId: network,
      audience: 'FAMILY',
      officeRole: null,
      panelKey: null,
      respondentId: null,
      answers: [],
      padding: '',
    },
  ),
};

export const studyExamples: ExamplesOf<StudyEvent['type']> = {
  StudyEnded: examplesIn(streamOf('study', studyIdOf(network, 'trial-2026')))('StudyEnded', {
    networkId: network,
    study: 'trial-2026',
  }),
};
