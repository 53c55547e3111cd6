import t from 'tap';
import { type SurveyCommand, survey } from '../../../src/domain/survey/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  CLOSED,
  DRAFT,
  drafted,
  NETWORK,
  NOW,
  OPEN,
  OTHER_NETWORK,
  PUBLISHED,
  published,
  question,
} from './example-survey.ts';

type Studies = Extract<SurveyCommand, { type: 'PublishSurvey' }>['studies'];
const nothingSaid = { networkId: NETWORK, ended: false, waves: [], endsOn: null, openUntil: null };
const publishIn = (...studies: Studies) => ({ type: 'PublishSurvey', studies }) as const;
const publish = publishIn(nothingSaid);
const going = { furtherWaves: ['MIDLINE' as const, 'ENDLINE' as const], studyEndsOn: '2027-03-31' };
const last = { wave: 'ENDLINE' as const };
const announced = { ...nothingSaid, waves: ['MIDLINE' as const, 'ENDLINE' as const], endsOn: '2027-03-31' };
const over = { type: 'PublishSurvey', studies: [{ ...announced, ended: true }] } as const;

/** Six texts: 195 bytes of JSON around three bytes a character. */
const texts = (last: number) =>
  [1989, 1989, 1989, 1989, 1989, last].map((maxLength, n) =>
    question(n === 0 ? 'q-00' : `q${n}`, { kind: 'TEXT', maxLength }),
  );

specify(t, survey, NOW, [
  { name: 'happens, rule 37: a draft is published', given: DRAFT, when: publish, then: [published(1)] },
  {
    name: 'refused, rule 37: nothing is drafted',
    given: [],
    when: publish,
    refused: 'SURVEY_NOT_DRAFTED',
    path: ['surveyId'],
  },
  {
    name: 'happens, rule 39: its largest possible answer is of 36,000 bytes',
    given: [drafted({ questions: texts(1990) })],
    when: publish,
    then: [published(1)],
  },
  {
    name: 'refused, rule 39: its largest possible answer is over 36,000 bytes',
    given: [drafted({ questions: texts(1991) })],
    when: publish,
    refused: 'QUESTIONNAIRE_TOO_LONG',
    path: ['surveyId'],
  },
  { name: 'repeated: it is published', given: PUBLISHED, when: publish, then: [] },
  {
    name: 'stale: the draft has been replaced meanwhile; what stands is published, each draft counts as a version',
    given: [drafted(), drafted({ title: '二回目の案' }), drafted({ title: '三回目の案' })],
    when: publish,
    then: [published(3)],
  },
  { name: 'stale: it has been opened meanwhile', given: OPEN, when: publish, then: [] },
  { name: 'stale: it has been closed meanwhile', given: CLOSED, when: publish, then: [] },
  {
    name: 'happens, rule 39: with further waves announced, answers are joined, in each network',
    given: [drafted({ ...going, networkIds: [NETWORK, OTHER_NETWORK] })],
    when: publishIn(nothingSaid, { ...nothingSaid, networkId: OTHER_NETWORK }),
    then: [published(1, NETWORK, OTHER_NETWORK)],
  },
  {
    name: 'happens, rule 39: a wave that was announced is joined, only where it was',
    given: [drafted(last)],
    when: publishIn(announced, { ...nothingSaid, networkId: OTHER_NETWORK }),
    then: [published(1, NETWORK)],
  },
  {
    name: 'happens, rule 39: a wave that was not announced is not joined',
    given: [drafted(last)],
    when: publishIn({ ...announced, waves: ['MIDLINE'] }),
    then: [published(1)],
  },
  {
    name: 'happens, rule 39: answers with their respondents beside them bear no panel key',
    given: [drafted({ ...going, anonymous: false })],
    when: publish,
    then: [published(1)],
  },
  {
    name: 'happens, rule 39: the last wave of a study that is over, joined with nothing',
    given: [drafted(last)],
    when: over,
    then: [published(1)],
  },
  {
    name: 'happens, rule 39: the same, once its last day is over, at 24:00 in Tokyo',
    given: [drafted(last)],
    when: publishIn(announced),
    at: '2027-03-31T15:00:00.000Z',
    then: [published(1)],
  },
  {
    name: 'happens, rule 39: it is the study’s last day',
    given: [drafted(going)],
    when: publishIn(announced),
    at: '2027-03-31T14:59:00.000Z',
    then: [published(1, NETWORK)],
  },
  ...Object.entries({
    'whose key is gone': { when: over },
    'whose last day is over': { when: publishIn({ ...announced, endsOn: '2026-05-31' }) },
    'whose last day, as it is said now, is over': { when: publish, at: '2027-03-31T15:00:00.000Z' },
    'that would end before a wave that is open': { when: publishIn({ ...announced, openUntil: '2027-04-01' }) },
  }).map(([what, said]) => ({
    name: `refused, rule 39: further waves of a study ${what}`,
    given: [drafted(going)],
    ...said,
    refused: 'STUDY_ENDED',
    path: ['surveyId'],
  })),
]);
