import { z } from 'zod';
import { uuidSchema } from '../../ids.ts';
import { answerEventSchema, audienceSchema } from '../events.ts';

const [, answered] = answerEventSchema.options;
const { panelKey, respondentId, answers } = answered.shape.data.shape;

/**
 * `waiting`: opened answers that may not have been gathered yet; `lot`: a random number from [0, 1)
 * for each.
 */
const gatherAnswers = z.strictObject({
  type: z.literal('GatherAnswers'),
  networkId: uuidSchema,
  audience: audienceSchema,
  closed: z.boolean(),
  waiting: z.array(z.strictObject({ invitationId: uuidSchema, panelKey, respondentId, answers })),
  lot: z.array(z.number().min(0).lt(1)),
});

export const answerCommandSchema = z.discriminatedUnion('type', [gatherAnswers]);
export type AnswerCommand = z.infer<typeof answerCommandSchema>;
export type GatherAnswers = z.infer<typeof gatherAnswers>;
