import { parse, v5 } from 'uuid';
import { z } from 'zod';

/** UUID in lower case. */
export type Uuid = string;
export const uuidSchema = z.uuid();

const NAMESPACE = parse('6f0f2c5e-8f0b-5c1d-9d0a-3c5b7e1f2a40');
const utf8 = new TextEncoder();

/**
 * UUIDv5 of the parts, in their order. The parts are joined as JSON, so that ('a','bc') and
 * ('ab','c') differ.
 */
export const uuidOf = (...parts: readonly (string | number)[]): Uuid =>
  v5(utf8.encode(JSON.stringify(parts)), NAMESPACE);

export const officeIdOf = (providerNumber: string): Uuid => uuidOf('office', providerNumber);
export const memberIdOf = (subject: string): Uuid => uuidOf('member', subject);
/** Stream of a pair's terms: all versions. */
export const agreementIdOf = (networkId: Uuid, partnerOfficeId: Uuid, assistOfficeId: Uuid): Uuid =>
  uuidOf('agreement', networkId, partnerOfficeId, assistOfficeId);
/** One version of a pair's terms. */
export const termsIdOf = (networkId: Uuid, partnerOfficeId: Uuid, assistOfficeId: Uuid, version: number): Uuid =>
  uuidOf('terms', networkId, partnerOfficeId, assistOfficeId, version);
export const clientIdOf = (networkId: Uuid, code: string): Uuid => uuidOf('client', networkId, code);
/**
 * `place`: the visit's number in its delegation, from 0; the second caregiver's visit of a row has
 * a number of its own.
 */
export const visitIdOf = (delegationId: Uuid, place: number): Uuid => uuidOf('visit', delegationId, place);
/** What one office was asked in one round of a delegation. */
export const offerIdOf = (delegationId: Uuid, round: number, officeId: Uuid): Uuid =>
  uuidOf('offer', delegationId, round, officeId);
export const settlementIdOf = (networkId: Uuid, partnerOfficeId: Uuid, assistOfficeId: Uuid): Uuid =>
  uuidOf('settlement', networkId, partnerOfficeId, assistOfficeId);
/** A statement: the pair's stream and its number there, from 1. */
export const statementIdOf = (settlementId: Uuid, n: number): Uuid => uuidOf('statement', settlementId, n);
/** A client's care plan of a month, and what was sent of it. */
export const planIdOf = (clientId: Uuid, month: string): Uuid => uuidOf('plan', clientId, month);
/** A visit of a care plan: the same as long as the plan has it so; `n` of those that are alike. */
export const plannedVisitIdOf = (
  planId: Uuid,
  officeId: Uuid,
  { serviceCode, plannedStart, plannedEnd }: { serviceCode: string; plannedStart: string; plannedEnd: string },
  n: number,
): Uuid => uuidOf('planned-visit', planId, officeId, plannedStart, plannedEnd, serviceCode, n);
/** What an office was told of its tasks of one day. */
export const noticesIdOf = (officeId: Uuid, day: string): Uuid => uuidOf('notice', officeId, day);
export const lineIdOf = (statementId: Uuid, index: number): Uuid => uuidOf('line', statementId, index);
export const invitationIdOf = (surveyId: Uuid, respondentId: Uuid): Uuid =>
  uuidOf('invitation', surveyId, respondentId);
/** The waves of a study in a network, and the key of their panel (rule 39). */
export const studyIdOf = (networkId: Uuid, study: string): Uuid => uuidOf('study', networkId, study);
/** What a command creates: from the caller and the commandId (domain.md, "By command"). */
export const createdIdOf = (kind: string, subject: string, commandId: string): Uuid =>
  uuidOf('created', kind, subject, commandId);

export const streamOf = (category: string, id: Uuid): string => `${category}-${id}`;
/** Category and id of a stream name. */
export const partsOfStream = (stream: string): { category: string; id: Uuid } => {
  const dash = stream.indexOf('-');
  return { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
};
