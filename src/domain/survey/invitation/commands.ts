import { z } from 'zod';
import { daySchema } from '../../calendar.ts';
import { uuidSchema } from '../../ids.ts';
import { sealedSchema } from '../../sealed.ts';
import { questionSchema, respondentSchema } from '../events.ts';

const inviteRespondent = z.strictObject({
  type: z.literal('InviteRespondent'),
  surveyId: uuidSchema,
  respondent: respondentSchema,
  tokenHash: z.string(),
});
const remindRespondent = z.strictObject({ type: z.literal('RemindRespondent') });
/** `survey`: as it stands (rule 2). `answers`: to be checked; only `sealed` reaches the log. */
const useInvitation = z.strictObject({
  type: z.literal('UseInvitation'),
  survey: z.strictObject({ open: z.boolean(), closesOn: daySchema, questions: z.array(questionSchema) }),
  tokenHash: z.string(),
  answers: z.array(z.strictObject({ question: z.string(), values: z.array(z.string()).readonly() })).readonly(),
  sealed: sealedSchema,
});

export const invitationCommandSchema = z.discriminatedUnion('type', [
  inviteRespondent,
  remindRespondent,
  useInvitation,
]);
export type InvitationCommand = z.infer<typeof invitationCommandSchema>;
export type UseInvitation = z.infer<typeof useInvitation>;
