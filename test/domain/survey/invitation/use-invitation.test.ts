import t from 'tap';
import { invitation } from '../../../../src/domain/survey/invitation/decider.ts';
import { specify } from '../../../support/specification.ts';
import { question, yesNo } from '../example-survey.ts';
import { invited, reminded, use, used } from './example-invitation.ts';

const MINUTE_BEFORE_CLOSING = '2026-06-14T14:59:00.000Z';
const CLOSING = '2026-06-14T15:00:00.000Z';
const choice = question('q1', { kind: 'SINGLE_CHOICE', options: yesNo });
const why = question('q2', { kind: 'TEXT', required: true, shownIf: { question: 'q1', anyOf: ['no'] } });
const asked = (...questions: ReturnType<typeof question>[]) => ({ survey: { questions } });
const no = { question: 'q1', values: ['no'] };
const yes = { question: 'q1', values: ['yes'] };

t.test('the token', async (t) => {
  specify(t, invitation, MINUTE_BEFORE_CLOSING, [
    {
      name: 'happens, rule 38: the token answers, a minute before 24:00 of closesOn; the log gets what is sealed alone',
      given: [invited()],
      when: use(),
      then: [used],
    },
    { name: 'happens: after a reminder', given: [invited(), reminded], when: use(), then: [used] },
    {
      name: 'refused, rule 38: another token',
      given: [invited()],
      when: use([], { tokenHash: 'hash of another' }),
      refused: 'TOKEN_INVALID',
      path: ['token'],
    },
    { name: 'refused, rule 38: nobody is invited', given: [], when: use(), refused: 'TOKEN_INVALID', path: ['token'] },
    {
      name: 'refused, rule 38: another token learns nothing of what became of this one',
      given: [invited(), used],
      when: use([], { tokenHash: 'hash of another' }),
      refused: 'TOKEN_INVALID',
      path: ['token'],
    },
    {
      name: 'refused, rule 8: at 24:00 of closesOn, whether it is closed in the log or not',
      given: [invited()],
      when: use(),
      at: CLOSING,
      refused: 'SURVEY_CLOSED',
      path: ['token'],
    },
    {
      name: 'refused, rule 38: the token answers once (a repeat is found by its command id, rule 4)',
      given: [invited(), used],
      when: use(),
      at: CLOSING,
      refused: 'ALREADY_ANSWERED',
      path: ['token'],
    },
    {
      name: 'stale: the survey has been closed meanwhile, before its day',
      given: [invited()],
      when: use(undefined, { survey: { open: false } }),
      refused: 'SURVEY_CLOSED',
      path: ['token'],
    },
  ]);
});

t.test('the answers', async (t) => {
  const text = question('q1', { kind: 'TEXT', maxLength: 400 });
  specify(t, invitation, MINUTE_BEFORE_CLOSING, [
    {
      name: 'happens: what is required may be left out where it is hidden',
      given: [invited()],
      when: use([yes], asked(choice, why)),
      then: [used],
    },
    {
      name: 'happens: no answer at all, where none is required',
      given: [invited()],
      when: use([], asked(choice, why)),
      then: [used],
    },
    {
      name: 'happens: what is asked of other audiences alone is not required',
      given: [invited({ audience: 'FAMILY' })],
      when: use([]),
      then: [used],
    },
    {
      name: 'happens, rule 39: a text of as many characters as its question allows',
      given: [invited()],
      when: use([{ question: 'q1', values: ['長'.repeat(400)] }], asked(text)),
      then: [used],
    },
    {
      name: 'refused, rule 39: a longer text, which is never cut',
      given: [invited()],
      when: use([{ question: 'q1', values: ['長'.repeat(401)] }], asked(text)),
      refused: 'ANSWER_TOO_LONG',
      path: ['answers', '0', 'values'],
    },
    {
      name: 'refused: a question that is not asked',
      given: [invited()],
      when: use([yes, { question: 'q9', values: ['1'] }], asked(choice)),
      refused: 'ANSWER_UNKNOWN',
      path: ['answers', '1', 'question'],
    },
    {
      name: 'refused: a question that is asked of others',
      given: [invited({ audience: 'FAMILY' })],
      when: use([yes], asked(choice)),
      refused: 'ANSWER_UNKNOWN',
      path: ['answers', '0', 'question'],
    },
    {
      name: 'refused: the same question twice',
      given: [invited()],
      when: use([yes, no], asked(choice)),
      refused: 'ANSWER_UNKNOWN',
      path: ['answers', '1', 'question'],
    },
    {
      name: 'refused: a question that is hidden',
      given: [invited()],
      when: use([yes, { question: 'q2', values: ['遠い'] }], asked(choice, why)),
      refused: 'ANSWER_HIDDEN',
      path: ['answers', '1', 'values'],
    },
    {
      name: 'refused: no value of its kind',
      given: [invited()],
      when: use([{ question: 'q1', values: ['6'] }]),
      refused: 'ANSWER_INVALID',
      path: ['answers', '0', 'values'],
    },
    {
      name: 'refused: what is required is missing',
      given: [invited()],
      when: use([]),
      refused: 'ANSWER_MISSING',
      path: ['answers', 'q1'],
    },
    {
      name: 'refused: what is required is shown, and missing',
      given: [invited()],
      when: use([no], asked(choice, why)),
      refused: 'ANSWER_MISSING',
      path: ['answers', 'q2'],
    },
  ]);
});
