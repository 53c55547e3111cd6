import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import type { InvitationEvent } from '../../../src/domain/survey/events.ts';
import { invitation } from '../../../src/domain/survey/invitation/decider.ts';
import { decided } from '../../support/specification.ts';
import { question, respondent } from './example-survey.ts';

const SURVEY = uuidOf('survey', 1);
const BEFORE_CLOSING = '2026-06-14T14:59:59.999Z';
const CLOSING = '2026-06-14T15:00:00.000Z';
const sealed = `sealed:1:answer/${uuidOf('invitation', 1)}:abc`;
const invited: InvitationEvent = {
  type: 'RespondentInvited',
  data: { surveyId: SURVEY, respondent: respondent(1), tokenHash: 'hash' },
};
const used: InvitationEvent = { type: 'InvitationUsed', data: { answer: sealed } };
const invite = { type: 'InviteRespondent', surveyId: SURVEY, respondent: respondent(1), tokenHash: 'hash' } as const;
const remind = { type: 'RemindRespondent' } as const;
const use = {
  type: 'UseInvitation' as const,
  survey: { open: true, closesOn: '2026-06-14', questions: [question('q1', { required: true })] },
  tokenHash: 'hash',
  answers: [{ question: 'q1', values: ['3'] }],
  sealed,
};
const refused = (code: string) => ({ refused: code, path: ['token'] });

t.test('rule 37: a respondent is invited once', (t) => {
  t.strictSame(decided(invitation, [], invite, BEFORE_CLOSING), [invited]);
  t.strictSame(decided(invitation, [invited], invite, BEFORE_CLOSING), []);
  t.end();
});

t.test('rule 38: the token answers once; the log gets what is sealed alone', (t) => {
  t.strictSame(decided(invitation, [invited], use, BEFORE_CLOSING), [used]);
  t.strictSame(decided(invitation, [invited, used], use, BEFORE_CLOSING), refused('ALREADY_ANSWERED'));
  t.end();
});

t.test('another token, or none made yet, is invalid', (t) => {
  t.strictSame(decided(invitation, [], use, BEFORE_CLOSING), refused('TOKEN_INVALID'));
  t.strictSame(
    decided(invitation, [invited], { ...use, tokenHash: 'other' }, BEFORE_CLOSING),
    refused('TOKEN_INVALID'),
  );
  t.end();
});

t.test('rule 8: from 24:00 of closesOn the survey is over, whether closed in the log or not', (t) => {
  t.strictSame(decided(invitation, [invited], use, CLOSING), refused('SURVEY_CLOSED'));
  t.strictSame(
    decided(invitation, [invited], { ...use, survey: { ...use.survey, open: false } }, BEFORE_CLOSING),
    refused('SURVEY_CLOSED'),
  );
  t.end();
});

t.test('answers are checked against the questions', (t) => {
  t.strictSame(decided(invitation, [invited], { ...use, answers: [] }, BEFORE_CLOSING), {
    refused: 'ANSWER_MISSING',
    path: ['answers', 'q1'],
  });
  t.end();
});

t.test('who has not answered is reminded, as often as asked', (t) => {
  const reminded: InvitationEvent = { type: 'RespondentReminded', data: {} };
  t.strictSame(decided(invitation, [invited], remind, BEFORE_CLOSING), [reminded]);
  t.strictSame(decided(invitation, [invited, reminded], remind, BEFORE_CLOSING), [reminded]);
  t.strictSame(decided(invitation, [invited, used], remind, BEFORE_CLOSING), []);
  t.strictSame(decided(invitation, [], remind, BEFORE_CLOSING), []);
  t.end();
});
