import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { respondentSchema, type SurveyEvent, surveyEventSchema } from './events.ts';

const [drafted] = surveyEventSchema.options;

/** Replaces a draft as a whole. */
const draftSurvey = z.strictObject({ type: z.literal('DraftSurvey'), content: drafted.shape.data });
export type SurveyContent = Extract<SurveyEvent, { type: 'SurveyDrafted' }>['data'];
const publishSurvey = z.strictObject({ type: z.literal('PublishSurvey') });
/** `respondents`: the frame, drawn at the head just before (rule 3). */
const openSurvey = z.strictObject({
  type: z.literal('OpenSurvey'),
  periodFrom: daySchema,
  periodTo: daySchema,
  closesOn: daySchema,
  respondents: z.array(respondentSchema),
});
const closeSurvey = z.strictObject({ type: z.literal('CloseSurvey') });

export const surveyCommandSchema = z.discriminatedUnion('type', [draftSurvey, publishSurvey, openSurvey, closeSurvey]);
export type SurveyCommand = z.infer<typeof surveyCommandSchema>;
export type OpenSurvey = z.infer<typeof openSurvey>;
