import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import {
  MOST_LABEL_CHARACTERS,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  MOST_TEXT_CHARACTERS,
  TEXT_CHARACTERS,
  THRESHOLDS,
} from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import { lineSchema } from '../text.ts';
import { networkRoleSchema, shortTextSchema } from '../vocabulary.ts';

export const audienceSchema = z.enum([
  'PARTNER_OFFICE',
  'ASSIST_OFFICE',
  'CAREGIVER',
  'CLIENT',
  'FAMILY',
  'CARE_MANAGER',
]);
export type Audience = z.infer<typeof audienceSchema>;
/** In the order in which they come. */
export const waveSchema = z.enum(['BASELINE', 'MIDLINE', 'ENDLINE']);
export type Wave = z.infer<typeof waveSchema>;
export const questionKindSchema = z.enum([
  'LIKERT_5',
  'SCALE_0_10',
  'SINGLE_CHOICE',
  'MULTIPLE_CHOICE',
  'NUMBER',
  'TEXT',
]);
const text = z.string().min(1).max(MOST_TEXT_CHARACTERS);

export const questionSchema = z.strictObject({
  code: shortTextSchema,
  kind: questionKindSchema,
  scale: shortTextSchema.nullable(),
  text,
  help: text.nullable(),
  /** Characters of a TEXT answer at most; null for the other kinds. */
  maxLength: z.int().min(TEXT_CHARACTERS.from).max(TEXT_CHARACTERS.to).nullable(),
  options: z
    .array(z.strictObject({ value: shortTextSchema, label: lineSchema.min(1).max(MOST_LABEL_CHARACTERS) }))
    .max(MOST_OPTIONS),
  required: z.boolean(),
  audiences: z.array(audienceSchema).min(1),
  shownIf: z.strictObject({ question: shortTextSchema, anyOf: z.array(shortTextSchema).min(1) }).nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * Somebody to be surveyed: an office, a caregiver, or a client for CLIENT, FAMILY and CARE_MANAGER.
 * `officeId` hands the invitation out.
 */
export const respondentSchema = z.strictObject({
  respondentId: uuidSchema,
  audience: audienceSchema,
  networkId: uuidSchema,
  officeId: uuidSchema,
  caregiverId: uuidSchema.nullable(),
  clientId: uuidSchema.nullable(),
  invited: z.boolean(),
});
export type Respondent = z.infer<typeof respondentSchema>;

const frameGroupSchema = z.strictObject({
  audience: audienceSchema,
  networkId: uuidSchema,
  eligible: z.int(),
  invited: z.int(),
});

/** Stream `survey-<by command>`. */
export const surveyEventSchema = z.discriminatedUnion('type', [
  eventSchema('SurveyDrafted', '調査の下書きを作成', {
    networkIds: z.array(uuidSchema).min(1),
    study: shortTextSchema,
    wave: waveSchema,
    title: shortTextSchema,
    intro: text.nullable(),
    anonymous: z.boolean(),
    threshold: z.int().min(THRESHOLDS.from).max(THRESHOLDS.to),
    /** Waves of the study that are still to come, with which answers are joined (rule 39). */
    furtherWaves: z.array(waveSchema).max(2),
    /** The last day on which they are. */
    studyEndsOn: daySchema.nullable(),
    questions: z.array(questionSchema).min(1).max(MOST_QUESTIONS),
  }),
  /** `joinedIn`: networks in which answers are joined with the study's other waves (rule 39). */
  eventSchema('SurveyPublished', '調査票を公開', { version: z.int().positive(), joinedIn: z.array(uuidSchema) }),
  /** In one append with its FrameListed (rule 37). */
  eventSchema('SurveyOpened', '調査を開始', {
    periodFrom: daySchema,
    periodTo: daySchema,
    opensOn: daySchema,
    closesOn: daySchema,
    frame: z.array(frameGroupSchema),
  }),
  eventSchema('FrameListed', '調査対象を記載', { respondents: z.array(respondentSchema).max(300) }),
  /** RespondentReminded says whom it reached. */
  eventSchema('RespondentsReminded', '回答の再依頼を決定', {}),
  eventSchema('SurveyClosed', '調査を締切', {}),
]);
export type SurveyEvent = z.infer<typeof surveyEventSchema>;
export type SurveyContent = Extract<SurveyEvent, { type: 'SurveyDrafted' }>['data'];

/** Stream `invitation-<v5(survey, respondent)>`. */
export const invitationEventSchema = z.discriminatedUnion('type', [
  eventSchema('RespondentInvited', '回答を依頼', {
    surveyId: uuidSchema,
    respondent: respondentSchema,
    tokenHash: z.string(),
  }),
  eventSchema('RespondentReminded', '回答を再依頼', {}),
  /**
   * `answer`: the answers as JSON, padded with spaces to the size of the survey's largest, sealed
   * with a key of their own (owner `answer`, path `answer`) until gathered (rule 39).
   */
  eventSchema('InvitationUsed', '回答を受領', { answer: sealedSchema }),
  /**
   * It came after the closing, which it raced: its key ends, and nobody ever reads it (rule 39).
   */
  eventSchema('AnswerRefused', '締切後の回答を破棄', {}),
]);
export type InvitationEvent = z.infer<typeof invitationEventSchema>;

/**
 * `values` in clear; a TEXT answer is one value sealed with the survey's text key, path
 * `answers.<question>`.
 */
export const gatheredAnswerSchema = z.strictObject({ question: shortTextSchema, values: z.array(z.string()) });

/** Stream `answer-<survey>`. */
export const answerEventSchema = z.discriminatedUnion('type', [
  eventSchema('AnswersGathered', '回答をまとめて保管', {
    networkId: uuidSchema,
    audience: audienceSchema,
    invitationIds: z.array(uuidSchema).min(1),
  }),
  /**
   * Random id, 00:00 of the day, no metadata ids: nothing links it to an invitation.
   * `panelKey`: joins it with the study's other waves (panel.ts). `respondentId`: where the survey
   * is not anonymous.
   */
  eventSchema(
    'SurveyAnswered',
    { summary: '回答', unlinkable: true },
    {
      networkId: uuidSchema,
      audience: audienceSchema,
      officeRole: networkRoleSchema.nullable(),
      panelKey: z.string().nullable(),
      respondentId: uuidSchema.nullable(),
      answers: z.array(gatheredAnswerSchema),
      /** Spaces, with which all answers of a survey are of one size (rule 39). */
      padding: z.string(),
    },
  ),
]);
export type AnswerEvent = z.infer<typeof answerEventSchema>;

/** Stream `study-<v5(network, study)>`. */
export const studyEventSchema = z.discriminatedUnion('type', [
  /** Its key ends: from now on nothing tells whose a panel key is (rule 39). */
  eventSchema('StudyEnded', '調査研究を終了', { networkId: uuidSchema, study: shortTextSchema }),
]);
export type StudyEvent = z.infer<typeof studyEventSchema>;
