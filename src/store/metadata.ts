import { z } from 'zod';
import { instantSchema } from '../domain/calendar.ts';
import { roleSchema } from '../domain/vocabulary.ts';

/**
 * Who acted. Processes are subject `process`, answers to surveys subject `survey`, both with role
 * null.
 */
export const actorSchema = z.strictObject({
  subject: z.string(),
  role: roleSchema.nullable(),
  officeId: z.string().nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

/**
 * Metadata of every event (domain.md); `recordedAt` is the store's stamp and is kept beside it. The
 * ids are null only in SurveyAnswered.
 */
export const metadataSchema = z.strictObject({
  commandId: z.string().nullable(),
  /** SHA-256, or HMAC where parts of the command are sealed (rule 4). */
  commandHash: z.string().nullable(),
  correlationId: z.string().nullable(),
  causationId: z.string().nullable(),
  actor: actorSchema,
  occurredAt: instantSchema,
  schemaVersion: z.int().positive(),
});
export type Metadata = z.infer<typeof metadataSchema>;

export const PROCESS_ACTOR: Actor = { subject: 'process', role: null, officeId: null };
/** Who answers a survey, of whom nothing else is known. */
export const SURVEY_ACTOR: Actor = { subject: 'survey', role: null, officeId: null };

/** Whether a subject is the system itself, and so nobody's (rule 47). */
export const isOfTheSystem = (subject: string): boolean =>
  subject === PROCESS_ACTOR.subject || subject === SURVEY_ACTOR.subject;
