import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import { specify } from '../../support/specification.ts';
import { CLOSED, DRAFT, drafted, NOW, OPEN, PUBLISHED, published, question } from './example-survey.ts';

const publish = { type: 'PublishSurvey' } as const;

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
]);
