import { uuidOf } from '../../../../src/domain/ids.ts';
import type { InvitationEvent, Respondent } from '../../../../src/domain/survey/events.ts';
import type { InvitationCommand } from '../../../../src/domain/survey/invitation/decider.ts';
import { question, respondent } from '../example-survey.ts';

type UseInvitation = Extract<InvitationCommand, { type: 'UseInvitation' }>;
type Answers = UseInvitation['answers'];

const SURVEY = uuidOf('survey', 1);
const SEALED = `sealed:1:answer/${uuidOf('invitation', 1)}:c2VhbGVk`;

export const invited = (over: Partial<Respondent> = {}): InvitationEvent => ({
  type: 'RespondentInvited',
  data: { surveyId: SURVEY, respondent: respondent(1, over), tokenHash: 'hash of the token' },
});
export const reminded: InvitationEvent = { type: 'RespondentReminded', data: {} };
/** Holds what is sealed alone. */
export const used: InvitationEvent = { type: 'InvitationUsed', data: { answer: SEALED } };
export const refused: InvitationEvent = { type: 'AnswerRefused', data: {} };

export const refuse: InvitationCommand = { type: 'RefuseAnswer' };
export const invite: InvitationCommand = {
  type: 'InviteRespondent',
  surveyId: SURVEY,
  respondent: respondent(1),
  tokenHash: 'hash of the token',
};
export const remind: InvitationCommand = { type: 'RemindRespondent' };
/** A required question answered, in a survey that is open until 14 June. */
export const use = (
  answers: Answers = [{ question: 'q1', values: ['3'] }],
  over: { readonly tokenHash?: string; readonly survey?: Partial<UseInvitation['survey']> } = {},
): UseInvitation => ({
  type: 'UseInvitation',
  tokenHash: over.tokenHash ?? 'hash of the token',
  survey: { open: true, closesOn: '2026-06-14', questions: [question('q1', { required: true })], ...over.survey },
  answers,
  sealed: SEALED,
});
