import { z } from 'zod';

/**
 * A value encrypted with its person's key before it reached the log (rule 41): `sealed:1:<key
 * id>:<base64url>`. The domain never opens one. Every free text is sealed, as are names, addresses
 * and places.
 */
export const sealedSchema = z.string().regex(/^sealed:1:[a-z-]+\/[0-9a-f-]{36}:[A-Za-z0-9_-]+$/);

/**
 * Whose key seals. The id is the stream id of the owner (for `answer` the invitation's, for the
 * `survey-…` keys the survey's, for `study` v5 of the study).
 */
export const keyOwners = [
  'client',
  'caregiver',
  'office',
  'member',
  'answer',
  'survey-text',
  'survey-token',
  'study',
] as const;
export type KeyOwner = (typeof keyOwners)[number];
/** `owner/uuid`. */
export type KeyId = `${KeyOwner}/${string}`;
export const keyIdOf = (owner: KeyOwner, id: string): KeyId => `${owner}/${id}`;
/** What `sealedSchema` checks. */
export type Sealed = string;
