import type { z } from 'zod';
import { type AgreementEvent, agreementEventSchema } from '../domain/agreement/events.ts';
import { type BankFileEvent, bankFileEventSchema } from '../domain/bankfile/events.ts';
import { type ClientEvent, clientEventSchema } from '../domain/client/events.ts';
import { eventTraits } from '../domain/decider.ts';
import { type DelegationEvent, delegationEventSchema } from '../domain/delegation/events.ts';
import { type MemberEvent, memberEventSchema } from '../domain/member/events.ts';
import { type NetworkEvent, networkEventSchema } from '../domain/network/events.ts';
import { type NoticeEvent, noticeEventSchema } from '../domain/notice/events.ts';
import { type OfficeEvent, officeEventSchema } from '../domain/office/events.ts';
import { type PlanEvent, planEventSchema } from '../domain/plan/events.ts';
import { type SettlementEvent, settlementEventSchema } from '../domain/settlement/events.ts';
import {
  type AnswerEvent,
  answerEventSchema,
  type InvitationEvent,
  invitationEventSchema,
  type StudyEvent,
  type SurveyEvent,
  studyEventSchema,
  surveyEventSchema,
} from '../domain/survey/events.ts';
import { type VisitEvent, visitEventSchema } from '../domain/visit/events.ts';

/** Every event of the system; the storage contract. */
export type AnyEvent =
  | OfficeEvent
  | MemberEvent
  | NetworkEvent
  | AgreementEvent
  | ClientEvent
  | DelegationEvent
  | VisitEvent
  | SettlementEvent
  | BankFileEvent
  | SurveyEvent
  | InvitationEvent
  | AnswerEvent
  | StudyEvent
  | NoticeEvent
  | PlanEvent;
export type EventType = AnyEvent['type'];
export type EventOf<Type extends EventType> = Extract<AnyEvent, { type: Type }>;

const schemas = [
  officeEventSchema,
  memberEventSchema,
  networkEventSchema,
  agreementEventSchema,
  clientEventSchema,
  delegationEventSchema,
  visitEventSchema,
  settlementEventSchema,
  bankFileEventSchema,
  surveyEventSchema,
  invitationEventSchema,
  answerEventSchema,
  studyEventSchema,
  noticeEventSchema,
  planEventSchema,
];

/** Schema of each event type, as written today. */
export const eventSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  schemas.flatMap((union) => union.options.map((option) => [option.shape.type.value, option] as const)),
);

const traits = new Map(
  schemas.flatMap((union) =>
    union.options.map((option) => [option.shape.type.value as string, eventTraits.get(option)]),
  ),
);

/** What happened, in Japanese words of the event's type. */
export const summaryOf = (type: string): string => traits.get(type)?.summary ?? type;

/** Whether nothing may link events of the type to who caused them (rule 39). */
export const isUnlinkable = (type: string): boolean => traits.get(type)?.unlinkable === true;
