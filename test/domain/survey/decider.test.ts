import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import type { SurveyEvent } from '../../../src/domain/survey/events.ts';
import { decided } from '../../support/specification.ts';
import { content, NETWORK, question, respondent } from './example-survey.ts';

const NOW = '2026-06-01T01:00:00.000Z';
const drafted: SurveyEvent = { type: 'SurveyDrafted', data: content() };
const published: SurveyEvent = { type: 'SurveyPublished', data: { version: 1 } };
const respondents = [respondent(1), respondent(2, { invited: false })];
const opened: SurveyEvent = {
  type: 'SurveyOpened',
  data: {
    periodFrom: '2026-04-01',
    periodTo: '2026-05-31',
    opensOn: '2026-06-01',
    closesOn: '2026-06-14',
    frame: [{ audience: 'CAREGIVER', networkId: NETWORK, eligible: 2, invited: 1 }],
  },
};
const listed: SurveyEvent = { type: 'FrameListed', data: { respondents } };
const closed: SurveyEvent = { type: 'SurveyClosed', data: {} };
const draft = { type: 'DraftSurvey', content: content() } as const;
const openCommand = {
  type: 'OpenSurvey' as const,
  periodFrom: '2026-04-01',
  periodTo: '2026-05-31',
  closesOn: '2026-06-14',
  respondents,
};
const publish = { type: 'PublishSurvey' } as const;
const close = { type: 'CloseSurvey' } as const;
const upTo = { drafted: [drafted], published: [drafted, published], open: [drafted, published, opened, listed] };
const all = [...upTo.open, closed];
const refused = (code: string, field = 'surveyId') => ({ refused: code, path: [field] });

t.test('rule 37: draft, publish, open, close happen in this order', (t) => {
  t.strictSame(decided(survey, [], draft, NOW), [drafted]);
  t.strictSame(decided(survey, upTo.drafted, publish, NOW), [published]);
  t.strictSame(decided(survey, upTo.published, openCommand, NOW), [opened, listed]);
  t.strictSame(decided(survey, upTo.open, close, NOW), [closed]);
  t.end();
});

t.test('a draft is replaced and counts as the next version', (t) => {
  const other: SurveyEvent = { type: 'SurveyDrafted', data: content({ title: 'second' }) };
  t.strictSame(decided(survey, upTo.drafted, { type: 'DraftSurvey', content: content({ title: 'second' }) }, NOW), [
    other,
  ]);
  t.strictSame(decided(survey, [drafted, other], publish, NOW), [{ type: 'SurveyPublished', data: { version: 2 } }]);
  t.end();
});

t.test('repeats decide nothing', (t) => {
  t.strictSame(decided(survey, upTo.drafted, draft, NOW), []);
  t.strictSame(decided(survey, upTo.published, publish, NOW), []);
  t.strictSame(decided(survey, upTo.open, openCommand, NOW), []);
  t.strictSame(decided(survey, all, close, NOW), []);
  t.end();
});

t.test('rule 37: published is frozen', (t) => {
  for (const history of [upTo.published, upTo.open, all])
    t.strictSame(decided(survey, history, draft, NOW), refused('SURVEY_FROZEN'));
  t.end();
});

t.test('every step out of its order is refused', (t) => {
  t.strictSame(decided(survey, [], publish, NOW), refused('SURVEY_NOT_DRAFTED'));
  t.strictSame(decided(survey, upTo.drafted, openCommand, NOW), refused('SURVEY_NOT_PUBLISHED'));
  t.strictSame(
    decided(survey, upTo.open, { ...openCommand, closesOn: '2026-06-15' }, NOW),
    refused('SURVEY_ALREADY_OPEN'),
  );
  t.strictSame(decided(survey, all, openCommand, NOW), refused('SURVEY_CLOSED'));
  t.strictSame(decided(survey, upTo.published, close, NOW), refused('SURVEY_NOT_OPEN'));
  t.end();
});

t.test(
  'opening is refused with a period that ends before it begins, a closing day that is over, nobody invited',
  (t) => {
    const opening = (over: Partial<typeof openCommand>) =>
      decided(survey, upTo.published, { ...openCommand, ...over }, NOW);
    t.strictSame(opening({ periodTo: '2026-03-31' }), refused('PERIOD_INVALID', 'periodTo'));
    t.strictSame(opening({ closesOn: '2026-05-31' }), refused('CLOSES_IN_PAST', 'closesOn'));
    t.strictSame(
      opening({ respondents: [respondent(2, { invited: false })] }),
      refused('NOBODY_TO_SURVEY', 'periodFrom'),
    );
    t.end();
  },
);

t.test('rule 37: lists of respondents in the append that opens, each under 64 KiB', (t) => {
  const many = Array.from({ length: 401 }, (_, n) => respondent(n));
  const events = decided(survey, upTo.published, { ...openCommand, respondents: many }, NOW);
  t.strictSame(
    Array.isArray(events) && events.slice(1),
    [many.slice(0, 200), many.slice(200, 400), many.slice(400)].map((respondents) => ({
      type: 'FrameListed',
      data: { respondents },
    })),
  );
  t.end();
});

t.test('a questionnaire that could not be answered is refused, naming the field', (t) => {
  const cases = {
    code: question('q1'),
    options: question('q2', { kind: 'SINGLE_CHOICE', options: [{ value: 'a', label: 'a' }] }),
    scale: question('q2', { kind: 'TEXT', scale: 's' }),
    shownIf: question('q2', { shownIf: { question: 'q1', anyOf: ['6'] } }),
  };
  for (const [field, second] of Object.entries(cases)) {
    const command = { type: 'DraftSurvey', content: content({ questions: [question('q1'), second] }) } as const;
    t.strictSame(decided(survey, [], command, NOW), {
      refused: 'QUESTIONNAIRE_INVALID',
      path: ['questions', '1', field],
    });
  }
  t.end();
});
