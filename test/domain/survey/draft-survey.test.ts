import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import type { Question } from '../../../src/domain/survey/events.ts';
import { specify } from '../../support/specification.ts';
import { CLOSED, content, DRAFT, drafted, NOW, OPEN, ofBytes, PUBLISHED, question, yesNo } from './example-survey.ts';

const draft = (questions?: readonly Question[]) =>
  ({ type: 'DraftSurvey', content: content(questions ? { questions: [...questions] } : {}) }) as const;

t.test('the draft', async (t) => {
  specify(t, survey, NOW, [
    { name: 'happens, rule 37: a survey is drafted', given: [], when: draft(), then: [drafted()] },
    {
      name: 'happens, rule 37: a draft is replaced as a whole',
      given: DRAFT,
      when: { type: 'DraftSurvey', content: content({ title: '二回目の案' }) },
      then: [drafted({ title: '二回目の案' })],
    },
    ...Object.entries({ open: OPEN, closed: CLOSED }).map(([what, given]) => ({
      name: `refused, rule 37: a survey that is ${what} is frozen, even with the same content`,
      given,
      when: draft(),
      refused: 'SURVEY_FROZEN',
      path: ['surveyId'],
    })),
    { name: 'repeated: it is the draft that stands', given: DRAFT, when: draft(), then: [] },
    {
      name: 'stale, rule 37: it has been published meanwhile, and so is frozen',
      given: PUBLISHED,
      when: { type: 'DraftSurvey', content: content({ title: '二回目の案' }) },
      refused: 'SURVEY_FROZEN',
      path: ['surveyId'],
    },
  ]);
});

t.test('what can be asked', async (t) => {
  const likert = question('q1');
  const choice = question('q1', { kind: 'SINGLE_CHOICE', options: yesNo });
  const shownIf = (asked: string, ...anyOf: string[]) => question('q2', { shownIf: { question: asked, anyOf } });
  const kinds: Readonly<Record<string, readonly Question[]>> = {
    'every kind of question': [
      likert,
      question('q2', { kind: 'SCALE_0_10', scale: 's' }),
      question('q3', { kind: 'SINGLE_CHOICE', options: yesNo }),
      question('q4', { kind: 'MULTIPLE_CHOICE', options: yesNo }),
      question('q5', { kind: 'NUMBER', scale: 's' }),
      question('q6', { kind: 'TEXT' }),
    ],
    'words for some steps of a scale': [question('q1', { options: [{ value: '5', label: 'とても' }] })],
    'a question that is shown at one step of a scale': [likert, shownIf('q1', '1', '5')],
    'a question that is shown at one option': [choice, shownIf('q1', 'no')],
  };
  specify(t, survey, NOW, [
    ...Object.entries(kinds).map(([what, questions]) => ({
      name: `happens: ${what}`,
      given: [],
      when: draft(questions),
      then: [drafted({ questions: [...questions] })],
    })),
  ]);
});

t.test('what could not be answered', async (t) => {
  const one = { value: 'a', label: 'あ' };
  const twoOfOneValue = [one, { value: 'a', label: 'い' }];
  const likert = question('q1');
  const text = question('q1', { kind: 'TEXT' });
  const yes = question('q1', { kind: 'SINGLE_CHOICE', options: yesNo });
  const shownIf = (asked: string, ...anyOf: string[]) => question('q2', { shownIf: { question: asked, anyOf } });
  const choice = (...options: Question['options']) => question('q2', { kind: 'SINGLE_CHOICE', options });
  const faults: readonly (readonly [string, Question, keyof Question, Question])[] = [
    ['a code that stands already', likert, 'code', question('q1', { kind: 'TEXT' })],
    ['an option twice', likert, 'options', question('q2', { kind: 'MULTIPLE_CHOICE', options: twoOfOneValue })],
    ['a choice of one', likert, 'options', question('q2', { kind: 'SINGLE_CHOICE', options: [one] })],
    ['several choices of one', likert, 'options', question('q2', { kind: 'MULTIPLE_CHOICE', options: [one] })],
    ['words for a step that a scale has not', likert, 'options', question('q2', { options: [one] })],
    ['options of a text', likert, 'options', question('q2', { kind: 'TEXT', options: [one] })],
    ['options of a number', likert, 'options', question('q2', { kind: 'NUMBER', options: [one] })],
    ['a text in a scale', likert, 'scale', question('q2', { kind: 'TEXT', scale: 's' })],
    ['a choice in a scale', likert, 'scale', question('q2', { kind: 'SINGLE_CHOICE', options: yesNo, scale: 's' })],
    ['shown if a question that is not asked', likert, 'shownIf', shownIf('q9', '1')],
    ['shown if itself', likert, 'shownIf', shownIf('q2', '1')],
    ['shown if a step that a scale has not', likert, 'shownIf', shownIf('q1', '5', '6')],
    ['shown if an option that a choice has not', yes, 'shownIf', shownIf('q1', 'perhaps')],
    ['shown if a text', text, 'shownIf', shownIf('q1', 'yes')],
    [
      'shown if a question that is not put to all of its audiences',
      likert,
      'shownIf',
      { ...shownIf('q1', '1'), audiences: ['CAREGIVER', 'CLIENT'] },
    ],
    ...['Q1', 'ｑ１', ' q1 ', '　'].map(
      (code) => [`a code that reads as another, or as nothing: ${code}`, likert, 'code', question(code)] as const,
    ),
    ['options that read alike', likert, 'options', choice({ value: '1', label: 'あ' }, { value: '１', label: 'い' })],
    ['one label twice', likert, 'options', choice(one, { value: 'b', label: 'あ ' })],
    ['a label that is that of a step', likert, 'options', question('q2', { options: [{ value: '1', label: '２' }] })],
    ['an option without words', likert, 'options', choice(one, { value: 'b', label: '　' })],
    ['an option that programs read as missing', likert, 'options', choice(one, { value: 'NA_HIDDEN', label: 'い' })],
    ['a question without words', likert, 'text', question('q2', { text: '\n　' })],
    ['help without words', likert, 'help', question('q2', { help: ' ' })],
    ['a scale without a name', likert, 'scale', question('q2', { scale: ' ' })],
  ];
  specify(t, survey, NOW, [
    ...faults.map(([what, first, field, second]) => ({
      name: `refused: ${what}`,
      given: [],
      when: draft([first, second]),
      refused: 'QUESTIONNAIRE_INVALID',
      path: ['questions', '1', field],
    })),
    {
      name: 'refused: shown if a question that comes later',
      given: [],
      when: draft([question('q1', { shownIf: { question: 'q2', anyOf: ['1'] } }), question('q2')]),
      refused: 'QUESTIONNAIRE_INVALID',
      path: ['questions', '0', 'shownIf'],
    },
    {
      name: 'refused: a circle of three',
      given: [],
      when: draft(
        ['q3', 'q1', 'q2'].map((asked, n) => question(`q${n + 1}`, { shownIf: { question: asked, anyOf: ['1'] } })),
      ),
      refused: 'QUESTIONNAIRE_INVALID',
      path: ['questions', '0', 'shownIf'],
    },
  ]);
});

t.test('how long it may be', async (t) => {
  const long = (bytes: number) =>
    ofBytes(bytes, 30, (n, filling) => question(`q${n}`, { text: `${'問'.repeat(100)}${filling}` }));
  specify(t, survey, NOW, [
    {
      name: 'happens: 60,000 bytes of questions',
      given: [],
      when: draft(long(60_000)),
      then: [drafted({ questions: [...long(60_000)] })],
    },
    {
      name: 'refused: 60,001 bytes of questions',
      given: [],
      when: draft(long(60_001)),
      refused: 'QUESTIONNAIRE_TOO_LONG',
      path: ['questions'],
    },
  ]);
});
