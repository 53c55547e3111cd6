import fc from 'fast-check';
import t from 'tap';
import { Rejected } from '../../../src/domain/rejected.ts';
import type { Question } from '../../../src/domain/survey/events.ts';
import {
  type Answer,
  bytesOf,
  checkedAnswers,
  inHalfWidth,
  largestAnswerBytes,
  paddingTo,
} from '../../../src/domain/survey/questionnaire.ts';
import { question, yesNo } from './example-survey.ts';

const questions = [
  question('likert', { required: true }),
  question('scale', { kind: 'SCALE_0_10' }),
  question('single', { kind: 'SINGLE_CHOICE', options: yesNo }),
  question('why', { kind: 'TEXT', required: true, shownIf: { question: 'single', anyOf: ['no'] } }),
  question('several', { kind: 'MULTIPLE_CHOICE', options: yesNo }),
  question('hours', { kind: 'NUMBER' }),
  question('clients-only', { audiences: ['CLIENT'], required: true }),
] satisfies Question[];
const checked = (answers: Record<string, string[]>): readonly Answer[] | readonly string[] => {
  try {
    return checkedAnswers(
      questions,
      'CAREGIVER',
      Object.entries(answers).map(([code, values]) => ({ question: code, values })),
    );
  } catch (error) {
    if (error instanceof Rejected) return [error.code, ...(error.path ?? [])];
    throw error;
  }
};

t.test('answers of every kind are kept in the order of the questions, empty ones left out', (t) => {
  t.strictSame(
    checked({ hours: ['-1.5'], several: ['yes', 'no'], single: ['no'], why: ['遠い'], scale: ['10'], likert: ['5'] }),
    [
      { question: 'likert', values: ['5'] },
      { question: 'scale', values: ['10'] },
      { question: 'single', values: ['no'] },
      { question: 'why', values: ['遠い'] },
      { question: 'several', values: ['yes', 'no'] },
      { question: 'hours', values: ['-1.5'] },
    ],
  );
  t.strictSame(checked({ likert: ['1'], scale: [] }), [{ question: 'likert', values: ['1'] }]);
  t.end();
});

t.test('what does not fit its question is refused', (t) => {
  const invalid: Record<string, string[]> = {
    likert: ['0'],
    scale: ['11'],
    single: ['yes', 'no'],
    several: ['yes', 'yes'],
    hours: ['1e9'],
  };
  for (const [code, values] of Object.entries(invalid)) {
    const rest: Record<string, string[]> = code === 'likert' ? {} : { likert: ['1'] };
    t.strictSame(
      checked({ ...rest, [code]: values }),
      ['ANSWER_INVALID', 'answers', code === 'likert' ? '0' : '1', 'values'],
      code,
    );
  }
  t.strictSame(checked({ likert: ['1'], single: ['no'], why: ['  '] }), ['ANSWER_INVALID', 'answers', '2', 'values']);
  t.end();
});

t.test('a text is at most 2,000 characters, a number at most twelve digits and six decimals', (t) => {
  const long = { likert: ['1'], single: ['no'], why: ['あ'.repeat(2000)], hours: ['-123456789012.123456'] };
  t.strictSame(
    checked(long),
    Object.entries(long).map(([code, values]) => ({ question: code, values })),
  );
  t.strictSame(checked({ ...long, why: ['あ'.repeat(2001)] }), ['ANSWER_TOO_LONG', 'answers', '2', 'values']);
  for (const why of ['\u0007', 'a\ud800'])
    t.strictSame(checked({ ...long, why: [why] }), ['ANSWER_INVALID', 'answers', '2', 'values'], 'unreadable');
  for (const hours of ['1234567890123', '1.1234567', '1.', '.5', '+1', '１', ''])
    t.strictSame(checked({ ...long, hours: [hours] }), ['ANSWER_INVALID', 'answers', '3', 'values'], hours);
  t.end();
});

t.test(
  'numbers and choices count in whatever width they were typed; a text stays, and an option as it is written',
  (t) => {
    const wide = [question('wide', { kind: 'SINGLE_CHOICE', options: [{ value: 'Ａ', label: 'A' }, ...yesNo] })];
    const said = (asked: readonly Question[], answers: Record<string, string[]>) =>
      inHalfWidth(
        asked,
        Object.entries(answers).map(([code, values]) => ({ question: code, values })),
      ).map(({ values }) => values);
    const typed = {
      likert: ['５'],
      scale: ['１０'],
      several: ['ｙｅｓ', 'no'],
      hours: [' －１２．５ '],
      why: ['１時間　'],
      nothing: ['１'],
    };
    t.strictSame(said(questions, typed), [['5'], ['10'], ['yes', 'no'], ['-12.5'], ['１時間　'], ['１']]);
    t.strictSame(said(wide, { wide: ['Ａ'] }), [['Ａ']]);
    t.strictSame(said(wide, { wide: ['ｎｏ'] }), [['no']]);
    for (const [typed, counted] of Object.entries({
      ...{ '１，２００': '1200', '-1,234,567.5': '-1234567.5', '−５': '-5', '1,2': '1,2', '12,00': '12,00' },
      ...{ '1,2345': '1,2345', '８０歳': '80歳' },
    }))
      t.strictSame(said(questions, { hours: [typed] }), [[counted]], typed);
    t.end();
  },
);

t.test('required questions, where shown', (t) => {
  t.strictSame(checked({}), ['ANSWER_MISSING', 'answers', 'likert']);
  t.strictSame(checked({ likert: ['1'], single: ['no'] }), ['ANSWER_MISSING', 'answers', 'why']);
  t.end();
});

t.test('answers to hidden questions are refused, also where the condition was left out', (t) => {
  t.strictSame(checked({ likert: ['1'], single: ['yes'], why: ['x'] }), ['ANSWER_HIDDEN', 'answers', '2', 'values']);
  t.strictSame(checked({ likert: ['1'], why: ['x'] }), ['ANSWER_HIDDEN', 'answers', '1', 'values']);
  t.end();
});

t.test("unknown questions, other audiences' and the same twice are refused", (t) => {
  t.strictSame(checked({ likert: ['1'], nothing: ['x'] }), ['ANSWER_UNKNOWN', 'answers', '1', 'question']);
  t.strictSame(checked({ likert: ['1'], 'clients-only': ['1'] }), ['ANSWER_UNKNOWN', 'answers', '1', 'question']);
  const twice = [
    { question: 'likert', values: ['1'] },
    { question: 'likert', values: ['2'] },
  ];
  t.throws(() => checkedAnswers(questions, 'CAREGIVER', twice), {
    code: 'ANSWER_UNKNOWN',
    path: ['answers', '1', 'question'],
  });
  t.end();
});

t.test('rule 39: no answer is larger than the largest, so that all can be padded to one size', async (t) => {
  const asked = questions.map((each) => (each.code === 'why' ? { ...each, maxLength: 12, shownIf: null } : each));
  const largest = largestAnswerBytes(asked);
  const values = {
    likert: fc.constantFrom('1', '5'),
    scale: fc.constantFrom('0', '10'),
    single: fc.constantFrom('yes', 'no'),
    why: fc.string({
      unit: fc.constantFrom('あ', '"', '\\', '\n', 'x', '☂', '\t', '字'),
      minLength: 1,
      maxLength: 12,
    }),
    hours: fc.constantFrom('1', '-123456789012.123456'),
  };
  const several = fc.subarray(['yes', 'no'], { minLength: 1 });
  const given = fc.record({ ...values, several }, { requiredKeys: ['likert', 'why'] });
  fc.assert(
    fc.property(given, (said) => {
      fc.pre(said.why.trim() !== '');
      const answers = Object.entries(said).map(([code, value]) => ({ question: code, values: [value].flat() }));
      const kept = checkedAnswers(asked, 'CAREGIVER', answers);
      return bytesOf(kept) + paddingTo(largest, kept).length === largest;
    }),
  );
  t.equal(largestAnswerBytes([question('q', { kind: 'TEXT', maxLength: 10 })]), 2 + 30 + 30);
});
