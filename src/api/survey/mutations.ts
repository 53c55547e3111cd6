import { z } from 'zod';
import * as answers from '../../commands/answers.ts';
import * as survey from '../../commands/survey.ts';
import type { Uuid } from '../../domain/ids.ts';
import {
  MOST_LABEL_CHARACTERS,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  MOST_SURVEY_NETWORKS,
  MOST_TEXT_CHARACTERS,
  TEXT_CHARACTERS,
  THRESHOLDS,
} from '../../domain/limits.ts';
import { audienceSchema, questionKindSchema, type Wave, waveSchema } from '../../domain/survey/events.ts';
import { lineSchema } from '../../domain/text.ts';
import { shortTextSchema } from '../../domain/vocabulary.ts';
import type { ApiContext } from '../context.ts';
import { day, id, orElse, orNull, within } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { networks } from '../network/visibility.ts';
import { actors } from '../visibility.ts';
import { isConsultantOfAll, surveys } from './visibility.ts';

const text = z.string().min(1).max(MOST_TEXT_CHARACTERS);
const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;
const comesAfter = (one: Wave, other: Wave): boolean =>
  waveSchema.options.indexOf(one) > waveSchema.options.indexOf(other);
const option = z.object({ value: shortTextSchema, label: lineSchema.min(1).max(MOST_LABEL_CHARACTERS) });

const question = z
  .object({
    code: shortTextSchema,
    kind: questionKindSchema,
    scale: orNull(shortTextSchema),
    text,
    help: orNull(text),
    maxLength: orElse(within(TEXT_CHARACTERS), TEXT_CHARACTERS.usual),
    options: orElse(z.array(option).max(MOST_OPTIONS), []),
    required: orElse(z.boolean(), false),
    audiences: z.array(audienceSchema).min(1).refine(distinct, 'an audience stands twice'),
    shownIf: orNull(z.object({ question: shortTextSchema, anyOf: z.array(shortTextSchema).min(1).max(MOST_OPTIONS) })),
  })
  .transform((said) => ({ ...said, maxLength: said.kind === 'TEXT' ? said.maxLength : null }));

/** DraftSurveyInput with the contract's defaults filled in. */
const draft = z
  .strictObject({
    surveyId: orNull(id),
    networkIds: z.array(id).min(1).max(MOST_SURVEY_NETWORKS).refine(distinct, 'a network stands twice'),
    study: shortTextSchema,
    wave: waveSchema,
    title: shortTextSchema,
    intro: orNull(text),
    anonymous: orElse(z.boolean(), true),
    threshold: orElse(within(THRESHOLDS), THRESHOLDS.usual),
    furtherWaves: orElse(z.array(waveSchema).refine(distinct, 'a wave stands twice'), []),
    studyEndsOn: orNull(day),
    questions: z.array(question).min(1).max(MOST_QUESTIONS),
  })
  .refine(({ wave, furtherWaves }) => furtherWaves.every((further) => comesAfter(further, wave)), {
    message: 'waves that are still to come',
    path: ['furtherWaves'],
  })
  .refine(({ furtherWaves, studyEndsOn }) => furtherWaves.length > 0 === (studyEndsOn !== null), {
    message: 'said with further waves, and with these alone',
    path: ['studyEndsOn'],
  })
  .transform(({ surveyId, ...content }) => ({ surveyId, content }));

const answer = z.object({
  question: z.string().max(100),
  values: z.array(z.string().max(MOST_TEXT_CHARACTERS)).max(MOST_OPTIONS),
});

const ofSurvey = ({ surveyId }: { surveyId: Uuid }) => [addressed(surveys, surveyId, 'surveyId')];
const toSurvey = entity('survey', surveys);
const toSurveyWithInvitations = {
  ...toSurvey,
  also: async (_input: unknown, surveyId: Uuid, { app }: ApiContext) => ({
    invitations: await survey.invitationsOf(app, surveyId),
  }),
  alsoRefused: () => ({ invitations: [] }),
};

/** Mutations on surveys: CONSULTANTs make them, the holder of a token answers. */
export const surveyMutations: Readonly<Record<string, AnyMutation>> = {
  draftSurvey: mutation({
    input: draft,
    addresses: ({ surveyId, content }) => [
      ...(surveyId === null ? [] : ofSurvey({ surveyId })),
      ...content.networkIds.map((networkId, n) => addressed(networks, networkId, 'networkIds', String(n))),
    ],
    actors: ({ surveyId, content }, context) => {
      const earlier = context.load(surveys, surveyId)?.networkIds ?? [];
      return actors(isConsultantOfAll([...content.networkIds, ...earlier], context) && 'CONSULTANT');
    },
    run: sends(survey.draftSurvey),
    ...toSurvey,
  }),
  publishSurvey: mutation({
    input: z.strictObject({ surveyId: id }),
    addresses: ofSurvey,
    run: sends(survey.publishSurvey),
    ...toSurvey,
  }),
  openSurvey: mutation({
    input: z.strictObject({ surveyId: id, periodFrom: day, periodTo: day, closesOn: day }),
    addresses: ofSurvey,
    run: sends(survey.openSurvey),
    ...toSurveyWithInvitations,
  }),
  remindRespondents: mutation({
    input: z.strictObject({ surveyId: id }),
    addresses: ofSurvey,
    run: sends(survey.remindRespondents),
    ...toSurveyWithInvitations,
  }),
  closeSurvey: mutation({
    input: z.strictObject({ surveyId: id }),
    addresses: ofSurvey,
    run: sends(survey.closeSurvey),
    ...toSurvey,
  }),
  answerSurvey: mutation({
    input: z.strictObject({ token: z.string().min(1).max(200), answers: z.array(answer).max(MOST_QUESTIONS) }),
    addresses: () => [],
    run: sends(answers.answerSurvey),
    field: 'accepted',
    row: async () => true,
    // How long it takes must not tell that a batch was gathered (rule 39).
    showsNothingElse: true,
    also: async () => ({ accepted: true }),
    alsoRefused: () => ({ accepted: false }),
  }),
};
