import { z } from 'zod';
import { daySchema } from '../../domain/calendar.ts';
import { uuidSchema } from '../../domain/ids.ts';
import type { SurveyContent } from '../../domain/survey/commands.ts';
import { audienceSchema, questionKindSchema, waveSchema } from '../../domain/survey/events.ts';
import { shortTextSchema } from '../../domain/vocabulary.ts';

const text = z.string().min(1).max(2000);
const commandId = uuidSchema.nullish();
const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const question = z.object({
  code: shortTextSchema,
  kind: questionKindSchema,
  scale: shortTextSchema.nullish().transform((value) => value ?? null),
  text,
  help: text.nullish().transform((value) => value ?? null),
  options: z
    .array(z.object({ value: shortTextSchema, label: z.string().min(1).max(200) }))
    .max(100)
    .nullish()
    .transform((value) => value ?? []),
  required: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  audiences: z.array(audienceSchema).min(1).refine(distinct, 'an audience stands twice'),
  shownIf: z
    .object({ question: shortTextSchema, anyOf: z.array(shortTextSchema).min(1).max(100) })
    .nullish()
    .transform((value) => value ?? null),
});

/** DraftSurveyInput, what is absent filled in as the contract says. */
export const draftSurveyInput = z
  .object({
    commandId,
    surveyId: uuidSchema.nullish(),
    networkIds: z.array(uuidSchema).min(1).max(50).refine(distinct, 'a network stands twice'),
    study: shortTextSchema,
    wave: waveSchema,
    title: shortTextSchema,
    intro: text.nullish(),
    anonymous: z.boolean().nullish(),
    threshold: z.int().min(3).max(100).nullish(),
    questions: z.array(question).min(1).max(100),
  })
  .transform(({ surveyId, networkIds, study, wave, title, intro, anonymous, threshold, questions }) => {
    const content: SurveyContent = {
      networkIds,
      study,
      wave,
      title,
      intro: intro ?? null,
      anonymous: anonymous ?? true,
      threshold: threshold ?? 5,
      questions,
    };
    return { surveyId: surveyId ?? null, content };
  });

export const surveyInput = z.object({ commandId, surveyId: uuidSchema });

export const openSurveyInput = z
  .object({ commandId, surveyId: uuidSchema, periodFrom: daySchema, periodTo: daySchema, closesOn: daySchema })
  .transform(({ commandId: _, ...input }) => input);

export const answerSurveyInput = z
  .object({
    commandId,
    token: z.string().min(1).max(200),
    answers: z
      .array(z.object({ question: z.string().max(100), values: z.array(z.string().max(2000)).max(100) }))
      .max(100),
  })
  .transform(({ token, answers }) => ({ token, answers }));
