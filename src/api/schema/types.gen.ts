import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OfficeRow, CaregiverRow, MemberRow, NetworkRow, NetworkMemberRow, TermsRow } from '../../projections/directory.ts';
import type { ClientRow, ClientPersonalRow, ConsentRow } from '../../projections/clients.ts';
import type { DelegationRow, DelegatedVisitRow, OfferRow, OfferRoundRow } from '../../projections/delegation-board.ts';
import type { VisitRow, VisitRecordRow, VisitTaskRow, VisitExceptionRow, CancellationRow } from '../../projections/visits.ts';
import type { LedgerRow } from '../../projections/visit-ledger.ts';
import type { HistoryRow } from '../../projections/history.ts';
import type { StatementRow, StatementLineRow } from '../../projections/statements.ts';
import type { TaskRow } from '../../projections/tasks.ts';
import type { SurveyRow } from '../../projections/surveys.ts';
import type { Viewer } from '../viewer.ts';
import type { HoldRow } from '../../commands/settlement.ts';
import type { ApiContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Opaque; comes from `pageInfo`, an edge or a notice. */
  Cursor: { input: string; output: string; }
  /** A day in Asia/Tokyo, `2026-11-22`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 with offset; answered in +09:00. */
  DateTime: { input: string; output: string; }
  /** A position in the log of all events; opaque, comparable only by the server. */
  LogPosition: { input: number; output: number; }
  /** A calendar month in Asia/Tokyo, `2026-11` (対象年月). */
  Month: { input: string; output: string; }
  /** Whole yen, a JSON number, -(2^53-1) to 2^53-1. */
  Yen: { input: number; output: number; }
};

/** Without `visitIds`: all that the offer names. Accepting takes all of them or none. */
export type AcceptOfferInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  visitIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type Actor =
  /** Runs the scheme; never sees personal data of clients. */
  | 'ADMINISTRATOR'
  /** COORDINATOR of the assist office: asked in the delegation, holding the visit, or of the pair. */
  | 'ASSIST'
  /** Appointed to the network; reads everything but ClientPersonal, changes nothing. */
  | 'AUDITOR'
  /** The caregiver assigned to the visit. */
  | 'CAREGIVER'
  /** Appointed to the network; sees codes, never names, free text, prices of single visits or accounts. */
  | 'CONSULTANT'
  /** Whoever has a role. */
  | 'MEMBER'
  /** COORDINATOR of the office that the thing belongs to. */
  | 'OFFICE'
  /** COORDINATOR of the partner office: of the client, delegation, visit or pair. */
  | 'PARTNER'
  /** No token at all. */
  | 'PUBLIC';

export type AgreeTermsInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  termsId: Scalars['ID']['input'];
};

export type AmendVisitRecordInput = {
  adjustedEnd?: InputMaybe<Scalars['DateTime']['input']>;
  adjustedStart?: InputMaybe<Scalars['DateTime']['input']>;
  caregiverId?: InputMaybe<Scalars['ID']['input']>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  condition?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
  tasks?: InputMaybe<Array<VisitTaskInput>>;
  visitId: Scalars['ID']['input'];
};

export type AnswerInput = {
  question: Scalars['String']['input'];
  values: Array<Scalars['String']['input']>;
};

/** No position: it would tell the order of answers. */
export type AnswerPayload = {
  __typename?: 'AnswerPayload';
  accepted: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type AnswerSurveyInput = {
  answers: Array<AnswerInput>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  token: Scalars['String']['input'];
};

export type AppointToNetworkInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  networkId: Scalars['ID']['input'];
  role: Role;
  subject: Scalars['ID']['input'];
};

export type ApprovePaymentInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  contentHash: Scalars['String']['input'];
  statementId: Scalars['ID']['input'];
};

export type AreaGrade =
  | 'GRADE_1'
  | 'GRADE_2'
  | 'GRADE_3'
  | 'GRADE_4'
  | 'GRADE_5'
  | 'GRADE_6'
  | 'GRADE_7'
  | 'OTHER'
  /** Not entered yet: the office cannot delegate at a per cent of the benefit (AREA_GRADE_UNKNOWN). */
  | 'UNKNOWN';

export type AssignCaregiverInput = {
  caregiverId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  visitId: Scalars['ID']['input'];
};

export type Audience =
  | 'ASSIST_OFFICE'
  | 'CAREGIVER'
  | 'CARE_MANAGER'
  | 'CLIENT'
  | 'FAMILY'
  | 'PARTNER_OFFICE';

export type Breakdown =
  | 'AUDIENCE'
  | 'NETWORK';

export type CancelReason =
  /** 入院・入所 */
  | 'ADMITTED'
  /** 訪問したが不在 */
  | 'CLIENT_ABSENT'
  /** 訪問したが断られた */
  | 'CLIENT_REFUSED'
  /** 利用者・家族の都合 */
  | 'CLIENT_REQUEST'
  /** 同意の撤回 */
  | 'CONSENT_WITHDRAWN'
  /** 死亡 */
  | 'DECEASED'
  /** 災害・悪天候 */
  | 'DISASTER'
  | 'OTHER'
  /** パートナー事業所の都合 */
  | 'PARTNER_OFFICE';

/** noticeMinutes: from the notice to the planned start, 0 at the door; percentOfFee: of the band that the terms name for it. */
export type Cancellation = {
  __typename?: 'Cancellation';
  at: Scalars['DateTime']['output'];
  by: Office;
  note?: Maybe<Scalars['String']['output']>;
  noticeMinutes: Scalars['Int']['output'];
  percentOfFee: Scalars['Int']['output'];
  reason: CancelReason;
};

export type CancellationBand = {
  __typename?: 'CancellationBand';
  noticeHoursUnder: Scalars['Int']['output'];
  percentOfFee: Scalars['Int']['output'];
};

export type CancellationBandInput = {
  noticeHoursUnder: Scalars['Int']['input'];
  percentOfFee: Scalars['Int']['input'];
};

export type CaptureMethod =
  | 'GPS'
  | 'MANUAL'
  | 'NFC'
  | 'QR'
  | 'TELEPHONE';

export type CareLevel =
  | 'CARE_1'
  | 'CARE_2'
  | 'CARE_3'
  | 'CARE_4'
  | 'CARE_5'
  /** No code of fees.md prices 要支援: NO_SERVICE_CODE at a per cent of the benefit. */
  | 'SUPPORT_1'
  | 'SUPPORT_2';

/** サービス内容 (老計第10号の区分に沿う). */
export type CareTask = {
  __typename?: 'CareTask';
  code: Scalars['String']['output'];
  label: Scalars['String']['output'];
  service: ServiceKind;
};

export type Caregiver = {
  __typename?: 'Caregiver';
  active: Scalars['Boolean']['output'];
  /** Pseudonym, unique in the office; the only name that consultants see. */
  code: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  leftOn?: Maybe<Scalars['Date']['output']>;
  /** Both offices of a visit assigned to the caregiver (the client is told who comes). */
  name?: Maybe<Scalars['String']['output']>;
  office: Office;
  qualifications: Array<Qualification>;
};

export type CaregiverPayload = Payload & {
  __typename?: 'CaregiverPayload';
  caregiver?: Maybe<Caregiver>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

export type ChangeCaregiverInput = {
  caregiverId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  leftOn?: InputMaybe<Scalars['Date']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  qualifications?: InputMaybe<Array<Qualification>>;
};

export type ChangeClientInput = {
  area?: InputMaybe<Scalars['String']['input']>;
  careLevel?: InputMaybe<CareLevel>;
  clientId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  personal?: InputMaybe<ClientPersonalChange>;
};

/** surchargesFrom: the day from which `surcharges` holds, today where absent. */
export type ChangeOfficeInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  areaGrade?: InputMaybe<AreaGrade>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  corporateNumber?: InputMaybe<Scalars['String']['input']>;
  corporationName?: InputMaybe<Scalars['String']['input']>;
  invoiceNumber?: InputMaybe<Scalars['String']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  municipality?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  nameKana?: InputMaybe<Scalars['String']['input']>;
  officeId: Scalars['ID']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  services?: InputMaybe<Array<ServiceKind>>;
  surcharges?: InputMaybe<Array<Surcharge>>;
  surchargesFrom?: InputMaybe<Scalars['Date']['input']>;
};

/** 利用者. What a viewer may not see is null, never an empty string. */
export type Client = {
  __typename?: 'Client';
  /** 町丁目 at the finest; all that an office sees before it has accepted. */
  area: Scalars['String']['output'];
  careLevel: CareLevel;
  /** Pseudonym, unique in the network; the only name that consultants see. */
  code: Scalars['String']['output'];
  consents: Array<Consent>;
  /** Set once the personal data has been destroyed. */
  erasedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  network: Network;
  partnerOffice: Office;
  /**
   * COORDINATOR of the partner office, and of an office to which a visit of this client is allocated (a candidate's yes is not enough) until that visit is
   * verified, missed, cancelled or released; the caregiver assigned to such a visit.
   */
  personal?: Maybe<ClientPersonal>;
};

export type ClientConnection = {
  __typename?: 'ClientConnection';
  edges: Array<ClientEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ClientEdge = {
  __typename?: 'ClientEdge';
  cursor: Scalars['Cursor']['output'];
  node: Client;
};

/** includeFormer: with those who have left or been erased. */
export type ClientFilter = {
  includeFormer?: InputMaybe<Scalars['Boolean']['input']>;
  partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
};

export type ClientPayload = Payload & {
  __typename?: 'ClientPayload';
  client?: Maybe<Client>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

/** latitude, longitude: without them OUTSIDE_LOCATION is not raised. */
export type ClientPersonal = {
  __typename?: 'ClientPersonal';
  address: Scalars['String']['output'];
  birthDate?: Maybe<Scalars['Date']['output']>;
  entryNotes?: Maybe<Scalars['String']['output']>;
  insuredNumber?: Maybe<Scalars['String']['output']>;
  insurerNumber?: Maybe<Scalars['String']['output']>;
  latitude?: Maybe<Scalars['Float']['output']>;
  longitude?: Maybe<Scalars['Float']['output']>;
  name: Scalars['String']['output'];
  nameKana?: Maybe<Scalars['String']['output']>;
  phone?: Maybe<Scalars['String']['output']>;
};

export type ClientPersonalChange = {
  address?: InputMaybe<Scalars['String']['input']>;
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  entryNotes?: InputMaybe<Scalars['String']['input']>;
  insuredNumber?: InputMaybe<Scalars['String']['input']>;
  insurerNumber?: InputMaybe<Scalars['String']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  nameKana?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type ClientPersonalInput = {
  address: Scalars['String']['input'];
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  entryNotes?: InputMaybe<Scalars['String']['input']>;
  insuredNumber?: InputMaybe<Scalars['String']['input']>;
  insurerNumber?: InputMaybe<Scalars['String']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  name: Scalars['String']['input'];
  nameKana?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type CloseSettlementInput = {
  assistOfficeId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  month: Scalars['Month']['input'];
  networkId: Scalars['ID']['input'];
  partnerOfficeId: Scalars['ID']['input'];
};

/** Shown only where the question named has one of the values; answers to hidden questions are refused. */
export type Condition = {
  __typename?: 'Condition';
  anyOf: Array<Scalars['String']['output']>;
  question: Scalars['String']['output'];
};

export type ConditionInput = {
  anyOf: Array<Scalars['String']['input']>;
  question: Scalars['String']['input'];
};

export type ConfirmStatementInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  statementId: Scalars['ID']['input'];
};

export type Consent = {
  __typename?: 'Consent';
  documentedBy?: Maybe<Scalars['String']['output']>;
  givenOn: Scalars['Date']['output'];
  scope: ConsentScope;
  withdrawnOn?: Maybe<Scalars['Date']['output']>;
};

export type ConsentScope =
  /** ネットワーク内での情報共有と受託事業所による訪問 */
  | 'SHARE_WITHIN_NETWORK'
  /** 評価アンケート */
  | 'SURVEY';

export type DeclineOfferInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reason: DeclineReason;
};

export type DeclineReason =
  | 'CLIENT_MATCH'
  | 'INFECTION'
  | 'NO_CAPACITY'
  | 'OTHER'
  | 'OUT_OF_AREA'
  | 'PRICE'
  | 'QUALIFICATION'
  | 'TIME_BAND'
  | 'TRAVEL_TIME';

export type DeclineTermsInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  note: Scalars['String']['input'];
  termsId: Scalars['ID']['input'];
};

export type DelegatedVisit = {
  __typename?: 'DelegatedVisit';
  allocatedTo?: Maybe<Office>;
  caregiversRequired: Scalars['Int']['output'];
  emergency: Scalars['Boolean']['output'];
  minutes: Scalars['Int']['output'];
  physicalMinutes?: Maybe<Scalars['Int']['output']>;
  plannedEnd: Scalars['DateTime']['output'];
  plannedStart: Scalars['DateTime']['output'];
  service: ServiceKind;
  tasks: Array<CareTask>;
  visit?: Maybe<Visit>;
  visitId: Scalars['ID']['output'];
};

export type DelegatedVisitInput = {
  /** With 2 the row becomes two visits at the same time, a caregiver each; one office or two may make them. */
  caregiversRequired?: InputMaybe<Scalars['Int']['input']>;
  /** 緊急時訪問介護加算: care manager and サ責 agreed on it; adds 100 units, raises no WITHIN_TWO_HOURS. */
  emergency?: InputMaybe<Scalars['Boolean']['input']>;
  /** plannedEnd - plannedStart (MINUTES_DIFFER). */
  minutes: Scalars['Int']['input'];
  /** With PHYSICAL_THEN_DAILY_LIVING, and there always (PHYSICAL_MINUTES_MISSING): how many of `minutes` are 身体介護. 75 minutes are 身体1生活2 (374) with 29, 身体2生活1 (452) with 40. */
  physicalMinutes?: InputMaybe<Scalars['Int']['input']>;
  plannedEnd: Scalars['DateTime']['input'];
  plannedStart: Scalars['DateTime']['input'];
  service: ServiceKind;
  /** Codes of `careTasks`; offices see them before they accept. */
  tasks?: InputMaybe<Array<Scalars['String']['input']>>;
};

/**
 * 委託: visits of one client that the partner office cannot cover, offered in rounds until they are taken, withdrawn
 * or handed back to the telephone (ESCALATED).
 */
export type Delegation = {
  __typename?: 'Delegation';
  client: Client;
  history: Array<HistoryEntry>;
  id: Scalars['ID']['output'];
  mode: DelegationMode;
  network: Network;
  /** What offices need to judge the request; holds no name. Sealed with the client's key. */
  note?: Maybe<Scalars['String']['output']>;
  /**
   * Every offer of every round. An assist office sees its own alone, and of `rounds`, `history` and `visits.allocatedTo` only what names
   * itself: nobody learns whom else was asked, nor who won.
   */
  offers: Array<Offer>;
  partnerOffice: Office;
  requestedAt: Scalars['DateTime']['output'];
  requestedBy: Scalars['String']['output'];
  round: Scalars['Int']['output'];
  rounds: Array<OfferRound>;
  status: DelegationStatus;
  visits: Array<DelegatedVisit>;
};

export type DelegationConnection = {
  __typename?: 'DelegationConnection';
  edges: Array<DelegationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DelegationEdge = {
  __typename?: 'DelegationEdge';
  cursor: Scalars['Cursor']['output'];
  node: Delegation;
};

export type DelegationFilter = {
  assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  clientId?: InputMaybe<Scalars['ID']['input']>;
  offerStatus?: InputMaybe<Array<OfferStatus>>;
  partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
  plannedFrom?: InputMaybe<Scalars['Date']['input']>;
  plannedTo?: InputMaybe<Scalars['Date']['input']>;
  status?: InputMaybe<Array<DelegationStatus>>;
};

export type DelegationMode =
  /** One named office under a standing agreement; still answers. */
  | 'DIRECT'
  /** The first office to accept takes the visits. */
  | 'FIRST_TO_ACCEPT'
  /** Offices accept, the partner office selects among them. */
  | 'PARTNER_SELECTS';

export type DelegationPayload = Payload & {
  __typename?: 'DelegationPayload';
  delegation?: Maybe<Delegation>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

/** The first that holds, from below: COMPLETED (the last planned end is over and something is still allocated), WITHDRAWN (all visits), ESCALATED, ALLOCATED, PARTLY_ALLOCATED, OPEN. */
export type DelegationStatus =
  | 'ALLOCATED'
  | 'COMPLETED'
  | 'ESCALATED'
  | 'OPEN'
  | 'PARTLY_ALLOCATED'
  | 'WITHDRAWN';

/** What two offices have agreed; versions are kept and each visit is priced by the one in force on its day. */
export type DelegationTerms = {
  __typename?: 'DelegationTerms';
  agreedAt?: Maybe<Scalars['DateTime']['output']>;
  agreedBy?: Maybe<Scalars['String']['output']>;
  assistOffice: Office;
  cancellation: Array<CancellationBand>;
  /** A statement that nobody disputes counts as confirmed after so many days; 0 = silence never confirms. */
  confirmDays: Scalars['Int']['output'];
  declineNote?: Maybe<Scalars['String']['output']>;
  declinedAt?: Maybe<Scalars['DateTime']['output']>;
  effectiveFrom: Scalars['Date']['output'];
  /** Last day; null while they run. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  feeBasis: FeeBasis;
  /** Of this version. */
  id: Scalars['ID']['output'];
  network: Network;
  partnerOffice: Office;
  /** Days from the end of the month to payment; at most 60. */
  paymentDays: Scalars['Int']['output'];
  percent?: Maybe<Scalars['String']['output']>;
  prices: Array<VisitPrice>;
  proposedBy: Office;
  rounding: Rounding;
  taxClass: TaxClass;
  version: Scalars['Int']['output'];
  yenPerHour?: Maybe<Scalars['Yen']['output']>;
};

export type DismissFromNetworkInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  networkId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  subject: Scalars['ID']['input'];
};

export type DraftSurveyInput = {
  anonymous?: InputMaybe<Scalars['Boolean']['input']>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  intro?: InputMaybe<Scalars['String']['input']>;
  networkIds: Array<Scalars['ID']['input']>;
  questions: Array<QuestionInput>;
  study: Scalars['String']['input'];
  surveyId?: InputMaybe<Scalars['ID']['input']>;
  threshold?: InputMaybe<Scalars['Int']['input']>;
  title: Scalars['String']['input'];
  wave: Wave;
};

export type EndTermsInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  endsOn: Scalars['Date']['input'];
  reason: Scalars['String']['input'];
  termsId: Scalars['ID']['input'];
};

/** code: given by the server where absent. */
export type EnrollCaregiverInput = {
  code?: InputMaybe<Scalars['String']['input']>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  officeId: Scalars['ID']['input'];
  qualifications: Array<Qualification>;
};

export type EnrollMemberInput = {
  caregiverId?: InputMaybe<Scalars['ID']['input']>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  officeId?: InputMaybe<Scalars['ID']['input']>;
  role: Role;
  subject: Scalars['ID']['input'];
};

export type ExceptionCode =
  | 'CAREGIVER_OVERLAP'
  | 'CLIENT_OVERLAP'
  /** A second record with other content; the first stands. */
  | 'DUPLICATE_UPLOAD'
  | 'DURATION_DIFFERS'
  | 'LATE_RECORD'
  | 'MANUAL_TIME'
  | 'OUTSIDE_LOCATION'
  | 'QUALIFICATION_MISSING'
  | 'START_DIFFERS'
  | 'WITHIN_TWO_HOURS';

export type ExceptionSeverity =
  /** Must be acknowledged with a reason. */
  | 'ACKNOWLEDGE'
  /** Must be put right before the visit can be verified. */
  | 'FIX';

export type FeeBasis =
  /** Per cent of the visit's 介護報酬 (units × yen per unit). */
  | 'PERCENT_OF_BENEFIT'
  /** A price an hour, by minutes worked. */
  | 'PER_HOUR'
  /** A price a visit, by service and planned minutes. */
  | 'PER_VISIT';

export type FormNetworkInput = {
  area: Scalars['String']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  fiscalYear: Scalars['Int']['input'];
  name: Scalars['String']['input'];
};

export type FrameGroup = {
  __typename?: 'FrameGroup';
  audience: Audience;
  eligible: Scalars['Int']['output'];
  invited: Scalars['Int']['output'];
  network: Network;
};

export type GiveConsentInput = {
  clientId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  documentedBy: Scalars['String']['input'];
  givenOn: Scalars['Date']['input'];
  scope: ConsentScope;
};

export type GrantMoreTimeInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  minutes: Scalars['Int']['input'];
  officeId: Scalars['ID']['input'];
};

/** One line of an entity's history: what happened, who did it, when it was so and when it was recorded. */
export type HistoryEntry = {
  __typename?: 'HistoryEntry';
  actor: Scalars['String']['output'];
  actorOffice?: Maybe<Office>;
  eventId: Scalars['ID']['output'];
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['LogPosition']['output'];
  recordedAt: Scalars['DateTime']['output'];
  summary: Scalars['String']['output'];
  type: Scalars['String']['output'];
};

export type Hold = {
  __typename?: 'Hold';
  code: HoldCode;
  since: Scalars['DateTime']['output'];
  visit: Visit;
  waitingFor: Office;
};

export type HoldCode =
  /** Waits for the assist office. */
  | 'NOT_RECORDED'
  /** Waits for the partner office. */
  | 'NOT_VERIFIED'
  /** Waits for both: the terms have ended. */
  | 'NO_TERMS'
  /** Waits for who must act. */
  | 'OPEN_EXCEPTION'
  /** Waits for the assist office. */
  | 'RECORD_RETURNED';

/** recipient: the code of the client or caregiver, the office's name, the care manager's office; never a person's name. `office` hands it out. */
export type Invitation = {
  __typename?: 'Invitation';
  audience: Audience;
  office?: Maybe<Office>;
  recipient: Scalars['String']['output'];
  token: Scalars['String']['output'];
  url: Scalars['String']['output'];
};

/** Tokens are shown here alone, to who opens and reminds; the log holds only a hash. */
export type InvitationsPayload = Payload & {
  __typename?: 'InvitationsPayload';
  invitations: Array<Invitation>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  survey?: Maybe<Survey>;
  userErrors: Array<UserError>;
};

export type JoinNetworkInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  joinedOn: Scalars['Date']['input'];
  networkId: Scalars['ID']['input'];
  officeId: Scalars['ID']['input'];
  roles: Array<NetworkRole>;
};

export type LeaveNetworkInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  leftOn: Scalars['Date']['input'];
  networkId: Scalars['ID']['input'];
  officeId: Scalars['ID']['input'];
};

export type LedgerConnection = {
  __typename?: 'LedgerConnection';
  edges: Array<LedgerEdge>;
  pageInfo: PageInfo;
  position: Scalars['LogPosition']['output'];
  totalCount: Scalars['Int']['output'];
  totals: LedgerTotals;
};

export type LedgerEdge = {
  __typename?: 'LedgerEdge';
  cursor: Scalars['Cursor']['output'];
  node: LedgerEntry;
};

/** 訪問台帳, a line a delegated visit from its scheduling on. */
export type LedgerEntry = {
  __typename?: 'LedgerEntry';
  actualEnd?: Maybe<Scalars['DateTime']['output']>;
  actualStart?: Maybe<Scalars['DateTime']['output']>;
  assistOffice: Office;
  caregiver?: Maybe<Caregiver>;
  caregiversRequired: Scalars['Int']['output'];
  changedAt: Scalars['DateTime']['output'];
  client: Client;
  date: Scalars['Date']['output'];
  feeYen?: Maybe<Scalars['Yen']['output']>;
  /** Worked where recorded, else planned. */
  minutes: Scalars['Int']['output'];
  openExceptions: Scalars['Int']['output'];
  partnerOffice: Office;
  plannedEnd: Scalars['DateTime']['output'];
  plannedStart: Scalars['DateTime']['output'];
  recordVersion: Scalars['Int']['output'];
  service: ServiceKind;
  serviceCode?: Maybe<Scalars['String']['output']>;
  statementId?: Maybe<Scalars['ID']['output']>;
  status: VisitStatus;
  units?: Maybe<Scalars['Int']['output']>;
  visit: Visit;
  visitId: Scalars['ID']['output'];
};

export type LedgerFilter = {
  assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  caregiverId?: InputMaybe<Scalars['ID']['input']>;
  clientId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
  service?: InputMaybe<Array<ServiceKind>>;
  status?: InputMaybe<Array<VisitStatus>>;
  to?: InputMaybe<Scalars['Date']['input']>;
  withOpenExceptions?: InputMaybe<Scalars['Boolean']['input']>;
  /** SCHEDULED and nobody assigned. */
  withoutCaregiver?: InputMaybe<Scalars['Boolean']['input']>;
};

export type LedgerNotice = {
  __typename?: 'LedgerNotice';
  cursor: Scalars['Cursor']['output'];
  entry: LedgerEntry;
};

/** visits, minutes and units of the lines; feeYen null where the viewer may not see fees. */
export type LedgerTotals = {
  __typename?: 'LedgerTotals';
  feeYen?: Maybe<Scalars['Yen']['output']>;
  minutes: Scalars['Int']['output'];
  units: Scalars['Int']['output'];
  visits: Scalars['Int']['output'];
};

export type LineKind =
  /** Difference to a line settled before. */
  | 'ADJUSTMENT'
  | 'CANCELLATION'
  | 'CARRIED_FORWARD'
  | 'VISIT';

/** A person as enrolled. The name stands wherever the person acted (requestedBy, recordedBy, issuedBy, approvedBy, actor); outside the office the office's name stands there, and `subject` where no name was given. A CAREGIVER's name is the caregiver's, with its rights. */
export type Member = {
  __typename?: 'Member';
  caregiver?: Maybe<Caregiver>;
  name?: Maybe<Scalars['String']['output']>;
  office?: Maybe<Office>;
  role: Role;
  since: Scalars['DateTime']['output'];
  subject: Scalars['ID']['output'];
};

export type MemberPayload = Payload & {
  __typename?: 'MemberPayload';
  member?: Maybe<Member>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  acceptOffer: DelegationPayload;
  /** As the next: the office that did not propose (OWN_PROPOSAL). */
  agreeTerms: TermsPayload;
  /** The caregiver their own record until it is verified. Asks for a reason; "to match the plan" is none: see `resolveException`. */
  amendVisitRecord: VisitPayload;
  answerSurvey: AnswerPayload;
  /** Appoints a CONSULTANT or AUDITOR, and enrols the person in that role where that has not been done. */
  appointToNetwork: NetworkPayload;
  /** Refused to the person who closed the settlement (SAME_PERSON), and where `contentHash` is no longer the statement's (STATEMENT_CHANGED). A total of zero needs none and ends CONFIRMED. */
  approvePayment: StatementPayload;
  /** Until a record stands; assigning again replaces. */
  assignCaregiver: VisitPayload;
  /** After `leftOn` the caregiver can be neither assigned nor record; visits assigned for later days lose the caregiver and become ASSIGN_CAREGIVER tasks. */
  changeCaregiver: CaregiverPayload;
  /** Absent = as before, null = none. After erasure refused (CLIENT_ERASED). */
  changeClient: ClientPayload;
  /** The office itself all but areaGrade and corporateNumber. Absent = as before, null = none. What was settled keeps what stood then. */
  changeOffice: OfficePayload;
  /** From the first day of the following month (MONTH_NOT_OVER), once a month and not before one that is closed (MONTH_CLOSED), again only after a void; what ripens later goes into the next. Nothing ripe: NOTHING_TO_SETTLE. */
  closeSettlement: StatementPayload;
  /** Or by itself at the end of `closesOn`. */
  closeSurvey: SurveyPayload;
  /** Or by silence at the end of `confirmBy`. Refused while a dispute is open (DISPUTE_OPEN). */
  confirmStatement: StatementPayload;
  /** In PARTNER_SELECTS also takes back a yes that has not been selected. */
  declineOffer: DelegationPayload;
  declineTerms: TermsPayload;
  dismissFromNetwork: NetworkPayload;
  /** As all on surveys but answering: a CONSULTANT appointed to every network of the survey. With `surveyId` replaces a draft; published, it is refused (SURVEY_FROZEN). */
  draftSurvey: SurveyPayload;
  /** From the day after `endsOn` nothing is offered or accepted between the two; refused while accepted visits lie after it (VISITS_AFTER_END). */
  endTerms: TermsPayload;
  endVisit: VisitPayload;
  enrollCaregiver: CaregiverPayload;
  /**
   * Gives a person (the token's `sub`) one role in one office; a second enrolment replaces the first, but a CAREGIVER may be added in further offices.
   * An office enrols its own COORDINATORs and CAREGIVERs. A role taken away is gone on the next request, open subscriptions included.
   */
  enrollMember: MemberPayload;
  formNetwork: NetworkPayload;
  giveConsent: ClientPayload;
  /** Moves that office's `respondBy` alone; the round ends with its last offer. To refuse, do nothing. */
  grantMoreTime: DelegationPayload;
  /** Joining again changes the roles from that day. */
  joinNetwork: NetworkPayload;
  /** Refused while the office has open delegations, or accepted visits after that day, on either side (OFFICE_HAS_VISITS). What lies before is still recorded, verified and settled. */
  leaveNetwork: NetworkPayload;
  /** Further rounds for what is not allocated; the only way to ask an office again that declined or let an offer lapse. They follow the open round, before those planned; with none open the first opens at once. */
  offerAgain: DelegationPayload;
  /** Draws the frame from the events of the period and makes the invitations. */
  openSurvey: InvitationsPayload;
  /** Either office; replaces a proposal that nobody has answered. The first terms of a pair may begin in the past, later ones not before the day they are agreed. */
  proposeTerms: TermsPayload;
  publishSurvey: SurveyPayload;
  /** From APPROVED (paid another way) or INSTRUCTED, exactly totalYen (AMOUNT_DIFFERS). */
  recordPayment: StatementPayload;
  recordVisit: VisitPayload;
  /** As all on clients and consent: the partner office, which must be PARTNER in the network. */
  registerClient: ClientPayload;
  /** The same number with other content is refused (OFFICE_EXISTS). */
  registerOffice: OfficePayload;
  /** It cannot make them after all; they are RELEASED and offered again. No fee. Refused as in `withdrawVisits`. */
  releaseVisits: DelegationPayload;
  /** The same tokens once more, for those who have not answered. */
  remindRespondents: InvitationsPayload;
  /** The last COORDINATOR of an office is removed by ADMINISTRATOR alone. */
  removeMember: MemberPayload;
  /** Nobody came. No fee. A record that arrives later and began within the plan takes its place (LATE_RECORD). */
  reportMissedVisit: VisitPayload;
  requestDelegation: DelegationPayload;
  requestMoreTime: DelegationPayload;
  /**
   * ACKNOWLEDGE: either office, in its own words. FIX is refused here (MUST_BE_PUT_RIGHT): it ends by itself once the rule no longer fires (an amended
   * record, a changed qualification or plan). Where the record is true, DURATION_DIFFERS, CLIENT_OVERLAP and CAREGIVER_OVERLAP are accepted by the partner office, each
   * for its own visit, with `asPlanned`: the times stay as recorded, the fee follows the planned minutes.
   */
  resolveException: VisitPayload;
  /** Until the visit is settled. */
  returnVisitRecord: VisitPayload;
  /** As the next three: an office that was asked in the delegation. Its newest offer counts, open or not; one that is over is refused by rule 20's codes, in their order, never by FORBIDDEN. */
  seeOffer: DelegationPayload;
  /** For one office after another while visits are left; offices left without any become NOT_SELECTED when the last visit is allocated. */
  selectOffice: DelegationPayload;
  /** As the next two: the caregiver, or the assist office's coordinator for them, which makes the method MANUAL unless it is TELEPHONE. */
  startVisit: VisitPayload;
  /** 確定; never by the office that made the record (OWN_RECORD). */
  verifyVisit: VisitPayload;
  /**
   * From that day nothing is offered or accepted. Open offers end at once; accepted visits stand until the partner office withdraws them, each a
   * task of theirs, so that nobody is left without care unseen.
   */
  withdrawConsent: ClientPayload;
  /** Without `visitIds` all that have not started. Accepted ones become CANCELLED, priced by the notice given; from its planned start on, or once begun, a visit is refused (VISIT_STARTED). */
  withdrawVisits: DelegationPayload;
};


export type MutationAcceptOfferArgs = {
  input: AcceptOfferInput;
};


export type MutationAgreeTermsArgs = {
  input: AgreeTermsInput;
};


export type MutationAmendVisitRecordArgs = {
  input: AmendVisitRecordInput;
};


export type MutationAnswerSurveyArgs = {
  input: AnswerSurveyInput;
};


export type MutationAppointToNetworkArgs = {
  input: AppointToNetworkInput;
};


export type MutationApprovePaymentArgs = {
  input: ApprovePaymentInput;
};


export type MutationAssignCaregiverArgs = {
  input: AssignCaregiverInput;
};


export type MutationChangeCaregiverArgs = {
  input: ChangeCaregiverInput;
};


export type MutationChangeClientArgs = {
  input: ChangeClientInput;
};


export type MutationChangeOfficeArgs = {
  input: ChangeOfficeInput;
};


export type MutationCloseSettlementArgs = {
  input: CloseSettlementInput;
};


export type MutationCloseSurveyArgs = {
  input: SurveyInput;
};


export type MutationConfirmStatementArgs = {
  input: ConfirmStatementInput;
};


export type MutationDeclineOfferArgs = {
  input: DeclineOfferInput;
};


export type MutationDeclineTermsArgs = {
  input: DeclineTermsInput;
};


export type MutationDismissFromNetworkArgs = {
  input: DismissFromNetworkInput;
};


export type MutationDraftSurveyArgs = {
  input: DraftSurveyInput;
};


export type MutationEndTermsArgs = {
  input: EndTermsInput;
};


export type MutationEndVisitArgs = {
  input: PunchInput;
};


export type MutationEnrollCaregiverArgs = {
  input: EnrollCaregiverInput;
};


export type MutationEnrollMemberArgs = {
  input: EnrollMemberInput;
};


export type MutationFormNetworkArgs = {
  input: FormNetworkInput;
};


export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


export type MutationGrantMoreTimeArgs = {
  input: GrantMoreTimeInput;
};


export type MutationJoinNetworkArgs = {
  input: JoinNetworkInput;
};


export type MutationLeaveNetworkArgs = {
  input: LeaveNetworkInput;
};


export type MutationOfferAgainArgs = {
  input: OfferAgainInput;
};


export type MutationOpenSurveyArgs = {
  input: OpenSurveyInput;
};


export type MutationProposeTermsArgs = {
  input: ProposeTermsInput;
};


export type MutationPublishSurveyArgs = {
  input: SurveyInput;
};


export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


export type MutationRecordVisitArgs = {
  input: RecordVisitInput;
};


export type MutationRegisterClientArgs = {
  input: RegisterClientInput;
};


export type MutationRegisterOfficeArgs = {
  input: RegisterOfficeInput;
};


export type MutationReleaseVisitsArgs = {
  input: ReleaseVisitsInput;
};


export type MutationRemindRespondentsArgs = {
  input: SurveyInput;
};


export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationReportMissedVisitArgs = {
  input: ReportMissedVisitInput;
};


export type MutationRequestDelegationArgs = {
  input: RequestDelegationInput;
};


export type MutationRequestMoreTimeArgs = {
  input: RequestMoreTimeInput;
};


export type MutationResolveExceptionArgs = {
  input: ResolveExceptionInput;
};


export type MutationReturnVisitRecordArgs = {
  input: ReturnVisitRecordInput;
};


export type MutationSeeOfferArgs = {
  input: OfferInput;
};


export type MutationSelectOfficeArgs = {
  input: SelectOfficeInput;
};


export type MutationStartVisitArgs = {
  input: PunchInput;
};


export type MutationVerifyVisitArgs = {
  input: VisitInput;
};


export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


export type MutationWithdrawVisitsArgs = {
  input: WithdrawVisitsInput;
};

export type Network = {
  __typename?: 'Network';
  area: Scalars['String']['output'];
  /** In the order of the earliest visit not yet allocated, then of the first visit. An office sees its own and those it was asked in. */
  delegations: DelegationConnection;
  /** 年度, e.g. 2026 = 令和8年度. */
  fiscalYear: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** One office may be PARTNER for its own clients and ASSIST for others' (相互委託). */
  members: Array<NetworkMember>;
  name: Scalars['String']['output'];
  /** Of the viewer's own pairs, else null. With `terms`, prices the same visits by other terms (what-if); nothing is stored. */
  settlementPreview?: Maybe<SettlementPreview>;
  /** Newest month first; an office sees those in which it is partner or assist. */
  statements?: Maybe<StatementConnection>;
  surveys?: Maybe<Array<Survey>>;
  /** All versions, newest first; an office sees its own pairs. */
  terms?: Maybe<Array<DelegationTerms>>;
  /** Consultants and auditors; shown to every member office, so that each knows who may look. */
  viewers: Array<Member>;
  /**
   * In the order of planned start, then visit id. An office sees the lines in which it is partner or assist, a caregiver their own,
   * CONSULTANT (codes) and AUDITOR all of the network; counts and totals take in what the viewer sees, no more.
   * `knownAt`: the lines as recorded strictly before that instant; the lines' own fields answer the same for ever, the objects they
   * point to as they are today. An instant that is not over (on a cluster: less than 30 s ago) is BAD_USER_INPUT.
   */
  visitLedger: LedgerConnection;
};


export type NetworkDelegationsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DelegationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type NetworkSettlementPreviewArgs = {
  assistOfficeId: Scalars['ID']['input'];
  month: Scalars['Month']['input'];
  partnerOfficeId: Scalars['ID']['input'];
  terms?: InputMaybe<ProposeTermsInput>;
};


export type NetworkStatementsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<StatementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type NetworkTermsArgs = {
  assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
};


export type NetworkVisitLedgerArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<LedgerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  month: Scalars['Month']['input'];
};

/** joinedOn and leftOn are both inclusive. */
export type NetworkMember = {
  __typename?: 'NetworkMember';
  joinedOn: Scalars['Date']['output'];
  leftOn?: Maybe<Scalars['Date']['output']>;
  office: Office;
  roles: Array<NetworkRole>;
};

export type NetworkPayload = Payload & {
  __typename?: 'NetworkPayload';
  network?: Maybe<Network>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

export type NetworkRole =
  | 'ASSIST'
  | 'PARTNER';

export type Offer = {
  __typename?: 'Offer';
  /** What the office said yes to: the visits it got, or in PARTNER_SELECTS stands ready for. */
  acceptedVisitIds: Array<Scalars['ID']['output']>;
  declineReason?: Maybe<DeclineReason>;
  /** What the visits of the offer cost by the terms in force between the two offices on their days. */
  feeYen?: Maybe<Scalars['Yen']['output']>;
  madeAt: Scalars['DateTime']['output'];
  moreMinutesRequested?: Maybe<Scalars['Int']['output']>;
  note?: Maybe<Scalars['String']['output']>;
  office: Office;
  respondBy: Scalars['DateTime']['output'];
  respondedAt?: Maybe<Scalars['DateTime']['output']>;
  round: Scalars['Int']['output'];
  seenAt?: Maybe<Scalars['DateTime']['output']>;
  status: OfferStatus;
  /** Asked for. */
  visitIds: Array<Scalars['ID']['output']>;
};

export type OfferAgainInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  rounds: Array<OfferRoundInput>;
};

export type OfferInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
};

/** A cursor is a place in the log and an ordinal within the event; notices are made from events, so that a resumed stream is the stream. */
export type OfferNotice = {
  __typename?: 'OfferNotice';
  cursor: Scalars['Cursor']['output'];
  delegation: Delegation;
  offer: Offer;
};

/** selectBy: PARTNER_SELECTS alone; `closedAt` + `windowMinutes`, never past the first visit's start. What has not been selected by then is NOT_SELECTED. */
export type OfferRound = {
  __typename?: 'OfferRound';
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  offices: Array<Office>;
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  round: Scalars['Int']['output'];
  selectBy?: Maybe<Scalars['DateTime']['output']>;
  windowMinutes: Scalars['Int']['output'];
};

export type OfferRoundInput = {
  officeIds: Array<Scalars['ID']['input']>;
  windowMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** ACCEPTED: at least one visit; until respondBy the office may accept more or decline the rest. */
export type OfferStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'NOT_SELECTED'
  | 'OPEN'
  | 'WITHDRAWN';

export type Office = {
  __typename?: 'Office';
  address: Scalars['String']['output'];
  areaGrade: AreaGrade;
  caregivers?: Maybe<Array<Caregiver>>;
  /** 法人番号, 13 digits. */
  corporateNumber?: Maybe<Scalars['String']['output']>;
  corporationName?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** 適格請求書発行事業者登録番号 (T + 13 digits); null where not registered. */
  invoiceNumber?: Maybe<Scalars['String']['output']>;
  latitude?: Maybe<Scalars['Float']['output']>;
  longitude?: Maybe<Scalars['Float']['output']>;
  members?: Maybe<Array<Member>>;
  municipality: Scalars['String']['output'];
  name: Scalars['String']['output'];
  nameKana?: Maybe<Scalars['String']['output']>;
  /** For offices of a common network; CALL_OFFICES needs it. */
  phone?: Maybe<Scalars['String']['output']>;
  /** 介護保険事業所番号, 10 digits kept as text. */
  providerNumber: Scalars['String']['output'];
  /** False where the last digit does not check; the number is kept all the same (real ones fail). */
  providerNumberChecks: Scalars['Boolean']['output'];
  services: Array<ServiceKind>;
  /** In force today. A visit is priced by the areaGrade and surcharges of its partner office on its day. */
  surcharges: Array<Surcharge>;
};


export type OfficeCaregiversArgs = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
};

export type OfficeConnection = {
  __typename?: 'OfficeConnection';
  edges: Array<OfficeEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OfficeEdge = {
  __typename?: 'OfficeEdge';
  cursor: Scalars['Cursor']['output'];
  node: Office;
};

export type OfficePayload = Payload & {
  __typename?: 'OfficePayload';
  office?: Maybe<Office>;
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

export type OpenSurveyInput = {
  closesOn: Scalars['Date']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  periodFrom: Scalars['Date']['input'];
  periodTo: Scalars['Date']['input'];
  surveyId: Scalars['ID']['input'];
};

export type Option = {
  __typename?: 'Option';
  label: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type OptionCount = {
  __typename?: 'OptionCount';
  ci95?: Maybe<Array<Scalars['Float']['output']>>;
  n?: Maybe<Scalars['Int']['output']>;
  option: Option;
  share?: Maybe<Scalars['Float']['output']>;
};

export type OptionInput = {
  label: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['Cursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/**
 * What every mutation answers with. `position` is where the command's events stand in the log; the entity in the same
 * payload is read after the read model has reached it (read your own writes). If that takes more than 5 s, the entity is null
 * and `extensions.readModelBehind` is true: the command is done, only the answer is late.
 */
export type Payload = {
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
};

export type Payment = {
  __typename?: 'Payment';
  amountYen?: Maybe<Scalars['Yen']['output']>;
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  approvedBy?: Maybe<Scalars['String']['output']>;
  paidOn?: Maybe<Scalars['Date']['output']>;
  reference?: Maybe<Scalars['String']['output']>;
};

export type ProposeTermsInput = {
  assistOfficeId: Scalars['ID']['input'];
  cancellation?: InputMaybe<Array<CancellationBandInput>>;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  confirmDays?: InputMaybe<Scalars['Int']['input']>;
  effectiveFrom: Scalars['Date']['input'];
  feeBasis: FeeBasis;
  networkId: Scalars['ID']['input'];
  partnerOfficeId: Scalars['ID']['input'];
  paymentDays?: InputMaybe<Scalars['Int']['input']>;
  percent?: InputMaybe<Scalars['String']['input']>;
  prices?: InputMaybe<Array<VisitPriceInput>>;
  rounding?: InputMaybe<Rounding>;
  taxClass?: InputMaybe<TaxClass>;
  yenPerHour?: InputMaybe<Scalars['Yen']['input']>;
};

export type PunchInput = {
  at: Scalars['DateTime']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  method: CaptureMethod;
  visitId: Scalars['ID']['input'];
};

export type Qualification =
  /** 介護福祉士 */
  | 'CERTIFIED_CARE_WORKER'
  /** 生活援助従事者研修 */
  | 'DAILY_LIVING_ONLY'
  /** 初任者研修 */
  | 'INITIAL'
  /** 実務者研修 */
  | 'PRACTITIONER';

export type Query = {
  __typename?: 'Query';
  /** The list that a telephone offers. Another code is kept too, with itself as label. */
  careTasks: Array<CareTask>;
  client?: Maybe<Client>;
  /** The own office's clients, for ADMINISTRATOR, CONSULTANT and AUDITOR those of the network by code. `search`: part of the code; of the name too, on the opened names of the own office alone. In the order of code. */
  clients?: Maybe<ClientConnection>;
  delegation?: Maybe<Delegation>;
  network?: Maybe<Network>;
  office?: Maybe<Office>;
  /** By 事業所番号, part of the name, or municipality. */
  offices: OfficeConnection;
  /** No login: the token from the invitation is the right to answer, once. */
  questionnaire?: Maybe<Questionnaire>;
  statement?: Maybe<Statement>;
  survey?: Maybe<Survey>;
  viewer: Viewer;
  visit?: Maybe<Visit>;
};


export type QueryCareTasksArgs = {
  service?: InputMaybe<ServiceKind>;
};


export type QueryClientArgs = {
  id: Scalars['ID']['input'];
};


export type QueryClientsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ClientFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  networkId: Scalars['ID']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDelegationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNetworkArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOfficeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOfficesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  municipality?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuestionnaireArgs = {
  token: Scalars['String']['input'];
};


export type QueryStatementArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySurveyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryVisitArgs = {
  id: Scalars['ID']['input'];
};

/** scale: questions of one scale are added up, and Cronbach's alpha is answered for it. */
export type Question = {
  __typename?: 'Question';
  audiences: Array<Audience>;
  code: Scalars['String']['output'];
  help?: Maybe<Scalars['String']['output']>;
  kind: QuestionKind;
  options: Array<Option>;
  required: Scalars['Boolean']['output'];
  scale?: Maybe<Scalars['String']['output']>;
  shownIf?: Maybe<Condition>;
  text: Scalars['String']['output'];
};

export type QuestionInput = {
  audiences: Array<Audience>;
  code: Scalars['String']['input'];
  help?: InputMaybe<Scalars['String']['input']>;
  kind: QuestionKind;
  options?: InputMaybe<Array<OptionInput>>;
  required?: InputMaybe<Scalars['Boolean']['input']>;
  scale?: InputMaybe<Scalars['String']['input']>;
  shownIf?: InputMaybe<ConditionInput>;
  text: Scalars['String']['input'];
};

export type QuestionKind =
  | 'LIKERT_5'
  | 'MULTIPLE_CHOICE'
  | 'NUMBER'
  | 'SCALE_0_10'
  | 'SINGLE_CHOICE'
  | 'TEXT';

/** Numbers are null where suppressed. ci95: Wilson for shares, t for means. */
export type QuestionResult = {
  __typename?: 'QuestionResult';
  ci95?: Maybe<Array<Scalars['Float']['output']>>;
  counts: Array<OptionCount>;
  mean?: Maybe<Scalars['Float']['output']>;
  median?: Maybe<Scalars['Float']['output']>;
  n?: Maybe<Scalars['Int']['output']>;
  question: Question;
  sd?: Maybe<Scalars['Float']['output']>;
};

export type Questionnaire = {
  __typename?: 'Questionnaire';
  anonymous: Scalars['Boolean']['output'];
  answered: Scalars['Boolean']['output'];
  audience: Audience;
  closesOn?: Maybe<Scalars['Date']['output']>;
  intro?: Maybe<Scalars['String']['output']>;
  questions: Array<Question>;
  title: Scalars['String']['output'];
};

export type RecordPaymentInput = {
  amountYen: Scalars['Yen']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  paidOn: Scalars['Date']['input'];
  reference: Scalars['String']['input'];
  statementId: Scalars['ID']['input'];
};

/** Without punches before it, `startedAt` and `endedAt` are taken as MANUAL. A visit over midnight is one record. */
export type RecordVisitInput = {
  caregiverId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  condition?: InputMaybe<Scalars['String']['input']>;
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
  tasks: Array<VisitTaskInput>;
  visitId: Scalars['ID']['input'];
};

export type RegisterClientInput = {
  area: Scalars['String']['input'];
  careLevel: CareLevel;
  code: Scalars['String']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  networkId: Scalars['ID']['input'];
  partnerOfficeId: Scalars['ID']['input'];
  personal: ClientPersonalInput;
};

export type RegisterOfficeInput = {
  address: Scalars['String']['input'];
  areaGrade: AreaGrade;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  corporateNumber?: InputMaybe<Scalars['String']['input']>;
  corporationName?: InputMaybe<Scalars['String']['input']>;
  invoiceNumber?: InputMaybe<Scalars['String']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  municipality: Scalars['String']['input'];
  name: Scalars['String']['input'];
  nameKana?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  providerNumber: Scalars['String']['input'];
  services: Array<ServiceKind>;
  surcharges?: InputMaybe<Array<Surcharge>>;
};

export type ReleaseVisitsInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  visitIds: Array<Scalars['ID']['input']>;
};

export type RemoveMemberInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  subject: Scalars['ID']['input'];
};

export type ReportMissedVisitInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  visitId: Scalars['ID']['input'];
};

export type RequestDelegationInput = {
  clientId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  mode: DelegationMode;
  note?: InputMaybe<Scalars['String']['input']>;
  rounds: Array<OfferRoundInput>;
  visits: Array<DelegatedVisitInput>;
};

export type RequestMoreTimeInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  minutes: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type ResolveExceptionInput = {
  asPlanned?: InputMaybe<Scalars['Boolean']['input']>;
  code: ExceptionCode;
  commandId?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  visitId: Scalars['ID']['input'];
};

/** Suppressed answers still count here. */
export type ResponseRate = {
  __typename?: 'ResponseRate';
  answered: Scalars['Int']['output'];
  audience: Audience;
  invited: Scalars['Int']['output'];
  network?: Maybe<Network>;
  rate: Scalars['Float']['output'];
};

export type ResultFilter = {
  audiences?: InputMaybe<Array<Audience>>;
  networkIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ResultGroup = {
  __typename?: 'ResultGroup';
  answers: Array<QuestionResult>;
  audience?: Maybe<Audience>;
  network?: Maybe<Network>;
  scales: Array<ScaleResult>;
  suppressed: Scalars['Boolean']['output'];
};

export type ReturnVisitRecordInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
  visitId: Scalars['ID']['input'];
};

export type Role =
  /** Registers offices, forms networks, appoints. */
  | 'ADMINISTRATOR'
  /** 保険者・都の監査. */
  | 'AUDITOR'
  /** 訪問介護員; sees the visits assigned to them and nothing else. May work for several offices. */
  | 'CAREGIVER'
  /** 評価を受託したコンサルタント. */
  | 'CONSULTANT'
  /** Staff of an office who decide for it (サービス提供責任者, 管理者). With a caregiver of the same office, also makes visits (兼務). */
  | 'COORDINATOR';

export type Rounding =
  | 'DOWN'
  | 'HALF_UP'
  | 'UP';

export type ScaleResult = {
  __typename?: 'ScaleResult';
  alpha?: Maybe<Scalars['Float']['output']>;
  items: Scalars['Int']['output'];
  mean?: Maybe<Scalars['Float']['output']>;
  n?: Maybe<Scalars['Int']['output']>;
  scale: Scalars['String']['output'];
  sd?: Maybe<Scalars['Float']['output']>;
};

export type SelectOfficeInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  officeId: Scalars['ID']['input'];
  visitIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ServiceKind =
  /** 通院等乗降介助 */
  | 'BOARDING_ASSISTANCE'
  /** 生活援助 */
  | 'DAILY_LIVING'
  /** 身体介護 */
  | 'PHYSICAL_CARE'
  /** 身体介護に引き続き生活援助 */
  | 'PHYSICAL_THEN_DAILY_LIVING';

/** What a closing would hold, and what keeps visits out of it and whose move it is. */
export type SettlementPreview = {
  __typename?: 'SettlementPreview';
  holds: Array<Hold>;
  lines: Array<StatementLine>;
  subtotals: Array<TaxSubtotal>;
  totalYen: Scalars['Yen']['output'];
};

/**
 * 支払通知書 (仕入明細書): made by the partner office, confirmed by the assist office. Lines never change once issued: what was
 * wrong is put right by an ADJUSTMENT line that names the line it corrects.
 */
export type Statement = {
  __typename?: 'Statement';
  assistOffice: Office;
  /** Where something was carried forward: the statement that begins with it. */
  carriedInto?: Maybe<Statement>;
  /** Null where silence never confirms. */
  confirmBy?: Maybe<Scalars['Date']['output']>;
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of what was issued (rule 34); an approval is bound to it. */
  contentHash: Scalars['String']['output'];
  /** Then: how much of the tax the partner office may deduct, per cent. */
  deductiblePercent?: Maybe<Scalars['Int']['output']>;
  /** Confirmed by silence, as the terms allow. */
  deemed: Scalars['Boolean']['output'];
  dueOn: Scalars['Date']['output'];
  history: Array<HistoryEntry>;
  id: Scalars['ID']['output'];
  issuedAt: Scalars['DateTime']['output'];
  issuedBy: Scalars['String']['output'];
  lines: StatementLineConnection;
  month: Scalars['Month']['output'];
  network: Network;
  /** month-partner-assist-n, from the pair's stream. */
  number: Scalars['String']['output'];
  partnerOffice: Office;
  /** The payee's 登録番号 on the day of issue; null = 免税. */
  payeeInvoiceNumber?: Maybe<Scalars['String']['output']>;
  payment?: Maybe<Payment>;
  status: StatementStatus;
  subtotals: Array<TaxSubtotal>;
  /** Never below zero: what is below is carried forward by a line of the opposite amount. */
  totalYen: Scalars['Yen']['output'];
};


/**
 * 支払通知書 (仕入明細書): made by the partner office, confirmed by the assist office. Lines never change once issued: what was
 * wrong is put right by an ADJUSTMENT line that names the line it corrects.
 */
export type StatementLinesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type StatementConnection = {
  __typename?: 'StatementConnection';
  edges: Array<StatementEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  totals: StatementTotals;
};

export type StatementEdge = {
  __typename?: 'StatementEdge';
  cursor: Scalars['Cursor']['output'];
  node: Statement;
};

export type StatementFilter = {
  assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  month?: InputMaybe<Scalars['Month']['input']>;
  partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<StatementStatus>>;
};

export type StatementLine = {
  __typename?: 'StatementLine';
  amountYen: Scalars['Yen']['output'];
  corrects?: Maybe<Scalars['ID']['output']>;
  date: Scalars['Date']['output'];
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: LineKind;
  taxClass: TaxClass;
  termsVersion?: Maybe<Scalars['Int']['output']>;
  units?: Maybe<Scalars['Int']['output']>;
  visit?: Maybe<Visit>;
  yenPerUnit?: Maybe<Scalars['String']['output']>;
};

export type StatementLineConnection = {
  __typename?: 'StatementLineConnection';
  edges: Array<StatementLineEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type StatementLineEdge = {
  __typename?: 'StatementLineEdge';
  cursor: Scalars['Cursor']['output'];
  node: StatementLine;
};

export type StatementPayload = Payload & {
  __typename?: 'StatementPayload';
  position?: Maybe<Scalars['LogPosition']['output']>;
  statement?: Maybe<Statement>;
  userErrors: Array<UserError>;
};

/** ISSUED and DISPUTED in turn until CONFIRMED, then APPROVED, INSTRUCTED, PAID, or PAYMENT_FAILED and INSTRUCTED again. VOIDED before APPROVED. */
export type StatementStatus =
  | 'APPROVED'
  | 'CONFIRMED'
  | 'DISPUTED'
  | 'INSTRUCTED'
  | 'ISSUED'
  | 'PAID'
  | 'PAYMENT_FAILED'
  | 'VOIDED';

/** Over all pages; paidYen serves the yearly report of the subsidy (実績報告). */
export type StatementTotals = {
  __typename?: 'StatementTotals';
  paidYen: Scalars['Yen']['output'];
  statements: Scalars['Int']['output'];
  totalYen: Scalars['Yen']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Changes to the ledger lines that the viewer may see. */
  ledgerChanges: LedgerNotice;
  /** Offers to the viewer's office as they are made, change or close. `after` resumes without loss or repetition. */
  offers: OfferNotice;
};


export type SubscriptionLedgerChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  networkId: Scalars['ID']['input'];
};


export type SubscriptionOffersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

export type Surcharge =
  /** 特定事業所加算Ⅰ */
  | 'SPECIFIED_1'
  /** Ⅱ */
  | 'SPECIFIED_2'
  /** Ⅲ */
  | 'SPECIFIED_3'
  /** Ⅳ */
  | 'SPECIFIED_4'
  /** Ⅴ */
  | 'SPECIFIED_5';

export type Survey = {
  __typename?: 'Survey';
  anonymous: Scalars['Boolean']['output'];
  closesOn?: Maybe<Scalars['Date']['output']>;
  /** The sampling frame comes from the events: those who took part in delegations in the period. */
  frame: Array<FrameGroup>;
  id: Scalars['ID']['output'];
  /** Purpose, who asks, what becomes of the answers. */
  intro?: Maybe<Scalars['String']['output']>;
  networks: Array<Network>;
  opensOn?: Maybe<Scalars['Date']['output']>;
  questions: Array<Question>;
  responses: Array<ResponseRate>;
  /** From the closing on (SURVEY_NOT_CLOSED before, so that two looks cannot be subtracted). */
  results?: Maybe<SurveyResults>;
  status: SurveyStatus;
  /** Waves of one study share it; it links a person's answers over time without naming the person. */
  study: Scalars['String']['output'];
  /** Smallest group that is ever shown, 3 at least, frozen at publishing. */
  threshold: Scalars['Int']['output'];
  title: Scalars['String']['output'];
  /** Publishing freezes the questions as this version. */
  version: Scalars['Int']['output'];
  wave: Wave;
};


export type SurveyResultsArgs = {
  breakdown?: InputMaybe<Array<Breakdown>>;
  filter?: InputMaybe<ResultFilter>;
};

export type SurveyInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  surveyId: Scalars['ID']['input'];
};

export type SurveyPayload = Payload & {
  __typename?: 'SurveyPayload';
  position?: Maybe<Scalars['LogPosition']['output']>;
  survey?: Maybe<Survey>;
  userErrors: Array<UserError>;
};

/** position: where in the log the figures stand; the same position gives the same figures. */
export type SurveyResults = {
  __typename?: 'SurveyResults';
  groups: Array<ResultGroup>;
  method: Scalars['String']['output'];
  position: Scalars['LogPosition']['output'];
  suppressedGroups: Scalars['Int']['output'];
};

export type SurveyStatus =
  | 'CLOSED'
  | 'DRAFT'
  | 'OPEN'
  | 'PUBLISHED';

export type Task = {
  __typename?: 'Task';
  client?: Maybe<Client>;
  delegation?: Maybe<Delegation>;
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  kind: TaskKind;
  network: Network;
  since: Scalars['DateTime']['output'];
  statement?: Maybe<Statement>;
  terms?: Maybe<DelegationTerms>;
  visit?: Maybe<Visit>;
};

export type TaskConnection = {
  __typename?: 'TaskConnection';
  edges: Array<TaskEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TaskEdge = {
  __typename?: 'TaskEdge';
  cursor: Scalars['Cursor']['output'];
  node: Task;
};

export type TaskKind =
  | 'AGREE_TERMS'
  /** Assist office: the record came back. */
  | 'AMEND_RECORD'
  | 'ANSWER_DISPUTE'
  | 'ANSWER_OFFER'
  | 'APPROVE_PAYMENT'
  | 'ASSIGN_CAREGIVER'
  /** A delegation is ESCALATED: telephone, offer again or withdraw. */
  | 'CALL_OFFICES'
  /** Both offices: the planned start was 15 minutes ago and nothing has been heard. */
  | 'CHECK_ON_VISIT'
  /** Partner office, from the first of the following month: something can be closed. */
  | 'CLOSE_SETTLEMENT'
  | 'CONFIRM_STATEMENT'
  | 'GRANT_MORE_TIME'
  /** Approved, or came back from the bank. */
  | 'INSTRUCT_PAYMENT'
  /** The transfer day is over. */
  | 'RECORD_PAYMENT'
  | 'RECORD_VISIT'
  | 'RESOLVE_EXCEPTION'
  | 'SELECT_OFFICE'
  | 'VERIFY_VISIT'
  /** Partner office: consent was withdrawn and accepted visits stand. */
  | 'WITHDRAW_VISITS';

export type TaskOutcome =
  | 'DECLINED_BY_CLIENT'
  | 'DONE'
  | 'NOT_NEEDED';

export type TaxClass =
  /** 非課税 */
  | 'EXEMPT'
  /** 不課税 */
  | 'OUT_OF_SCOPE'
  /** 課税 10 % */
  | 'TAXABLE_10';

/** Consumption tax is rounded down once a statement and rate, never a line. */
export type TaxSubtotal = {
  __typename?: 'TaxSubtotal';
  netYen: Scalars['Yen']['output'];
  taxClass: TaxClass;
  taxYen: Scalars['Yen']['output'];
};

export type TermsPayload = Payload & {
  __typename?: 'TermsPayload';
  position?: Maybe<Scalars['LogPosition']['output']>;
  terms?: Maybe<DelegationTerms>;
  userErrors: Array<UserError>;
};

export type UserError = {
  __typename?: 'UserError';
  /** Stable and documented, e.g. VISITS_ALREADY_ALLOCATED. */
  code: Scalars['String']['output'];
  /** For people, Japanese by default; `Accept-Language: en` for English. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type Viewer = {
  __typename?: 'Viewer';
  /** One an office; a person enrolled as CAREGIVER in several offices is one person, and CAREGIVER_OVERLAP looks across them. */
  caregivers: Array<Caregiver>;
  name?: Maybe<Scalars['String']['output']>;
  /** Networks the viewer may see. */
  networks: Array<Network>;
  office?: Maybe<Office>;
  role: Role;
  /** The token's `sub`, which must be opaque (no e-mail address). */
  subject: Scalars['ID']['output'];
  /** What waits for the viewer, most urgent first (dueAt, then since). */
  tasks: TaskConnection;
};


export type ViewerTasksArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<TaskKind>>;
};

export type Visit = {
  __typename?: 'Visit';
  assistOffice: Office;
  /** Null unless CANCELLED. */
  cancellation?: Maybe<Cancellation>;
  /** One visit is one caregiver's. */
  caregiver?: Maybe<Caregiver>;
  /** 2 where two come at once: then `pairedVisit` is the other caregiver's visit, which another office may make. */
  caregiversRequired: Scalars['Int']['output'];
  client: Client;
  delegation: Delegation;
  emergency: Scalars['Boolean']['output'];
  exceptions: Array<VisitException>;
  /** By the plan from scheduling on, for good at verifying; the terms and the fee table that priced it are named. */
  fee?: Maybe<VisitFee>;
  history: Array<HistoryEntry>;
  id: Scalars['ID']['output'];
  network: Network;
  pairedVisit?: Maybe<Visit>;
  partnerOffice: Office;
  physicalMinutes?: Maybe<Scalars['Int']['output']>;
  plannedEnd: Scalars['DateTime']['output'];
  plannedStart: Scalars['DateTime']['output'];
  /** What the partner office asked for; the caregiver's list. */
  plannedTasks: Array<CareTask>;
  /** The record in force; earlier ones stay in `history`. */
  record?: Maybe<VisitRecord>;
  service: ServiceKind;
  status: VisitStatus;
};

export type VisitException = {
  __typename?: 'VisitException';
  asPlanned: Scalars['Boolean']['output'];
  code: ExceptionCode;
  detail?: Maybe<Scalars['String']['output']>;
  raisedAt: Scalars['DateTime']['output'];
  reason?: Maybe<Scalars['String']['output']>;
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  resolvedBy?: Maybe<Scalars['String']['output']>;
  severity: ExceptionSeverity;
};

/** units: 単位; yenPerUnit: 地域区分別単価 as a decimal string, e.g. "11.40"; benefitYen: units × yenPerUnit, cut to whole yen; forGood: set at verifying. */
export type VisitFee = {
  __typename?: 'VisitFee';
  benefitYen?: Maybe<Scalars['Yen']['output']>;
  delegationFeeYen: Scalars['Yen']['output'];
  feeTable?: Maybe<Scalars['String']['output']>;
  forGood: Scalars['Boolean']['output'];
  serviceCode?: Maybe<Scalars['String']['output']>;
  termsVersion: Scalars['Int']['output'];
  units?: Maybe<Scalars['Int']['output']>;
  yenPerUnit?: Maybe<Scalars['String']['output']>;
};

export type VisitInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  visitId: Scalars['ID']['input'];
};

export type VisitPayload = Payload & {
  __typename?: 'VisitPayload';
  position?: Maybe<Scalars['LogPosition']['output']>;
  userErrors: Array<UserError>;
  visit?: Maybe<Visit>;
};

export type VisitPrice = {
  __typename?: 'VisitPrice';
  minutesUpTo: Scalars['Int']['output'];
  service: ServiceKind;
  yen: Scalars['Yen']['output'];
};

export type VisitPriceInput = {
  minutesUpTo: Scalars['Int']['input'];
  service: ServiceKind;
  yen: Scalars['Yen']['input'];
};

/** サービス提供記録. Punches are never changed; adjusted times stand beside them with a reason. */
export type VisitRecord = {
  __typename?: 'VisitRecord';
  adjustedEnd?: Maybe<Scalars['DateTime']['output']>;
  adjustedStart?: Maybe<Scalars['DateTime']['output']>;
  amendReason?: Maybe<Scalars['String']['output']>;
  caregiver?: Maybe<Caregiver>;
  /** 心身の状況. */
  condition?: Maybe<Scalars['String']['output']>;
  endMeters?: Maybe<Scalars['Int']['output']>;
  endMethod: CaptureMethod;
  endedAt: Scalars['DateTime']['output'];
  /** Entered by a coordinator for the caregiver (代行入力). */
  enteredForCaregiver: Scalars['Boolean']['output'];
  notes?: Maybe<Scalars['String']['output']>;
  recordedAt: Scalars['DateTime']['output'];
  recordedBy: Scalars['String']['output'];
  /** Metres from the client's home, null without a place. The place of a punch is the client's home: sealed with the client's key and never answered. */
  startMeters?: Maybe<Scalars['Int']['output']>;
  startMethod: CaptureMethod;
  startedAt: Scalars['DateTime']['output'];
  tasks: Array<VisitTask>;
  version: Scalars['Int']['output'];
};

/** RELEASED: handed back by the assist office, which `assistOffice` still names, and not yet taken by another; withdrawn, or not taken by its start, it becomes CANCELLED without a fee. SETTLED: the verified record stands in a statement. */
export type VisitStatus =
  | 'CANCELLED'
  | 'IN_PROGRESS'
  | 'MISSED'
  | 'RECORDED'
  | 'RELEASED'
  | 'RETURNED'
  | 'SCHEDULED'
  | 'SETTLED'
  | 'VERIFIED';

export type VisitTask = {
  __typename?: 'VisitTask';
  code: Scalars['String']['output'];
  label: Scalars['String']['output'];
  note?: Maybe<Scalars['String']['output']>;
  outcome: TaskOutcome;
};

export type VisitTaskInput = {
  code: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  outcome: TaskOutcome;
};

export type Wave =
  | 'BASELINE'
  | 'ENDLINE'
  | 'MIDLINE';

export type WithdrawConsentInput = {
  clientId: Scalars['ID']['input'];
  commandId?: InputMaybe<Scalars['ID']['input']>;
  scope: ConsentScope;
  withdrawnOn: Scalars['Date']['input'];
};

export type WithdrawVisitsInput = {
  commandId?: InputMaybe<Scalars['ID']['input']>;
  delegationId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reason: CancelReason;
  visitIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Payload:
    | ( Omit<CaregiverPayload, 'caregiver'> & { caregiver?: Maybe<_RefType['Caregiver']> } )
    | ( Omit<ClientPayload, 'client'> & { client?: Maybe<_RefType['Client']> } )
    | ( Omit<DelegationPayload, 'delegation'> & { delegation?: Maybe<_RefType['Delegation']> } )
    | ( Omit<InvitationsPayload, 'invitations' | 'survey'> & { invitations: Array<_RefType['Invitation']>, survey?: Maybe<_RefType['Survey']> } )
    | ( Omit<MemberPayload, 'member'> & { member?: Maybe<_RefType['Member']> } )
    | ( Omit<NetworkPayload, 'network'> & { network?: Maybe<_RefType['Network']> } )
    | ( Omit<OfficePayload, 'office'> & { office?: Maybe<_RefType['Office']> } )
    | ( Omit<StatementPayload, 'statement'> & { statement?: Maybe<_RefType['Statement']> } )
    | ( Omit<SurveyPayload, 'survey'> & { survey?: Maybe<_RefType['Survey']> } )
    | ( Omit<TermsPayload, 'terms'> & { terms?: Maybe<_RefType['DelegationTerms']> } )
    | ( Omit<VisitPayload, 'visit'> & { visit?: Maybe<_RefType['Visit']> } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptOfferInput: AcceptOfferInput;
  Actor: Actor;
  AgreeTermsInput: AgreeTermsInput;
  AmendVisitRecordInput: AmendVisitRecordInput;
  AnswerInput: AnswerInput;
  AnswerPayload: ResolverTypeWrapper<AnswerPayload>;
  AnswerSurveyInput: AnswerSurveyInput;
  AppointToNetworkInput: AppointToNetworkInput;
  ApprovePaymentInput: ApprovePaymentInput;
  AreaGrade: AreaGrade;
  AssignCaregiverInput: AssignCaregiverInput;
  Audience: Audience;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Breakdown: Breakdown;
  CancelReason: CancelReason;
  Cancellation: ResolverTypeWrapper<CancellationRow>;
  CancellationBand: ResolverTypeWrapper<CancellationBand>;
  CancellationBandInput: CancellationBandInput;
  CaptureMethod: CaptureMethod;
  CareLevel: CareLevel;
  CareTask: ResolverTypeWrapper<CareTask>;
  Caregiver: ResolverTypeWrapper<CaregiverRow>;
  CaregiverPayload: ResolverTypeWrapper<Omit<CaregiverPayload, 'caregiver'> & { caregiver?: Maybe<ResolversTypes['Caregiver']> }>;
  ChangeCaregiverInput: ChangeCaregiverInput;
  ChangeClientInput: ChangeClientInput;
  ChangeOfficeInput: ChangeOfficeInput;
  Client: ResolverTypeWrapper<ClientRow>;
  ClientConnection: ResolverTypeWrapper<Omit<ClientConnection, 'edges'> & { edges: Array<ResolversTypes['ClientEdge']> }>;
  ClientEdge: ResolverTypeWrapper<Omit<ClientEdge, 'node'> & { node: ResolversTypes['Client'] }>;
  ClientFilter: ClientFilter;
  ClientPayload: ResolverTypeWrapper<Omit<ClientPayload, 'client'> & { client?: Maybe<ResolversTypes['Client']> }>;
  ClientPersonal: ResolverTypeWrapper<ClientPersonalRow>;
  ClientPersonalChange: ClientPersonalChange;
  ClientPersonalInput: ClientPersonalInput;
  CloseSettlementInput: CloseSettlementInput;
  Condition: ResolverTypeWrapper<Condition>;
  ConditionInput: ConditionInput;
  ConfirmStatementInput: ConfirmStatementInput;
  Consent: ResolverTypeWrapper<ConsentRow>;
  ConsentScope: ConsentScope;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeclineOfferInput: DeclineOfferInput;
  DeclineReason: DeclineReason;
  DeclineTermsInput: DeclineTermsInput;
  DelegatedVisit: ResolverTypeWrapper<DelegatedVisitRow>;
  DelegatedVisitInput: DelegatedVisitInput;
  Delegation: ResolverTypeWrapper<DelegationRow>;
  DelegationConnection: ResolverTypeWrapper<Omit<DelegationConnection, 'edges'> & { edges: Array<ResolversTypes['DelegationEdge']> }>;
  DelegationEdge: ResolverTypeWrapper<Omit<DelegationEdge, 'node'> & { node: ResolversTypes['Delegation'] }>;
  DelegationFilter: DelegationFilter;
  DelegationMode: DelegationMode;
  DelegationPayload: ResolverTypeWrapper<Omit<DelegationPayload, 'delegation'> & { delegation?: Maybe<ResolversTypes['Delegation']> }>;
  DelegationStatus: DelegationStatus;
  DelegationTerms: ResolverTypeWrapper<TermsRow>;
  DismissFromNetworkInput: DismissFromNetworkInput;
  DraftSurveyInput: DraftSurveyInput;
  EndTermsInput: EndTermsInput;
  EnrollCaregiverInput: EnrollCaregiverInput;
  EnrollMemberInput: EnrollMemberInput;
  ExceptionCode: ExceptionCode;
  ExceptionSeverity: ExceptionSeverity;
  FeeBasis: FeeBasis;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FormNetworkInput: FormNetworkInput;
  FrameGroup: ResolverTypeWrapper<Omit<FrameGroup, 'network'> & { network: ResolversTypes['Network'] }>;
  GiveConsentInput: GiveConsentInput;
  GrantMoreTimeInput: GrantMoreTimeInput;
  HistoryEntry: ResolverTypeWrapper<HistoryRow>;
  Hold: ResolverTypeWrapper<HoldRow>;
  HoldCode: HoldCode;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Invitation: ResolverTypeWrapper<Omit<Invitation, 'office'> & { office?: Maybe<ResolversTypes['Office']> }>;
  InvitationsPayload: ResolverTypeWrapper<Omit<InvitationsPayload, 'invitations' | 'survey'> & { invitations: Array<ResolversTypes['Invitation']>, survey?: Maybe<ResolversTypes['Survey']> }>;
  JoinNetworkInput: JoinNetworkInput;
  LeaveNetworkInput: LeaveNetworkInput;
  LedgerConnection: ResolverTypeWrapper<Omit<LedgerConnection, 'edges'> & { edges: Array<ResolversTypes['LedgerEdge']> }>;
  LedgerEdge: ResolverTypeWrapper<Omit<LedgerEdge, 'node'> & { node: ResolversTypes['LedgerEntry'] }>;
  LedgerEntry: ResolverTypeWrapper<LedgerRow>;
  LedgerFilter: LedgerFilter;
  LedgerNotice: ResolverTypeWrapper<Omit<LedgerNotice, 'entry'> & { entry: ResolversTypes['LedgerEntry'] }>;
  LedgerTotals: ResolverTypeWrapper<LedgerTotals>;
  LineKind: LineKind;
  LogPosition: ResolverTypeWrapper<Scalars['LogPosition']['output']>;
  Member: ResolverTypeWrapper<MemberRow>;
  MemberPayload: ResolverTypeWrapper<Omit<MemberPayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  Month: ResolverTypeWrapper<Scalars['Month']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Network: ResolverTypeWrapper<NetworkRow>;
  NetworkMember: ResolverTypeWrapper<NetworkMemberRow>;
  NetworkPayload: ResolverTypeWrapper<Omit<NetworkPayload, 'network'> & { network?: Maybe<ResolversTypes['Network']> }>;
  NetworkRole: NetworkRole;
  Offer: ResolverTypeWrapper<OfferRow>;
  OfferAgainInput: OfferAgainInput;
  OfferInput: OfferInput;
  OfferNotice: ResolverTypeWrapper<Omit<OfferNotice, 'delegation' | 'offer'> & { delegation: ResolversTypes['Delegation'], offer: ResolversTypes['Offer'] }>;
  OfferRound: ResolverTypeWrapper<OfferRoundRow>;
  OfferRoundInput: OfferRoundInput;
  OfferStatus: OfferStatus;
  Office: ResolverTypeWrapper<OfficeRow>;
  OfficeConnection: ResolverTypeWrapper<Omit<OfficeConnection, 'edges'> & { edges: Array<ResolversTypes['OfficeEdge']> }>;
  OfficeEdge: ResolverTypeWrapper<Omit<OfficeEdge, 'node'> & { node: ResolversTypes['Office'] }>;
  OfficePayload: ResolverTypeWrapper<Omit<OfficePayload, 'office'> & { office?: Maybe<ResolversTypes['Office']> }>;
  OpenSurveyInput: OpenSurveyInput;
  Option: ResolverTypeWrapper<Option>;
  OptionCount: ResolverTypeWrapper<OptionCount>;
  OptionInput: OptionInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Payload']>;
  Payment: ResolverTypeWrapper<Payment>;
  ProposeTermsInput: ProposeTermsInput;
  PunchInput: PunchInput;
  Qualification: Qualification;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<Question>;
  QuestionInput: QuestionInput;
  QuestionKind: QuestionKind;
  QuestionResult: ResolverTypeWrapper<QuestionResult>;
  Questionnaire: ResolverTypeWrapper<Questionnaire>;
  RecordPaymentInput: RecordPaymentInput;
  RecordVisitInput: RecordVisitInput;
  RegisterClientInput: RegisterClientInput;
  RegisterOfficeInput: RegisterOfficeInput;
  ReleaseVisitsInput: ReleaseVisitsInput;
  RemoveMemberInput: RemoveMemberInput;
  ReportMissedVisitInput: ReportMissedVisitInput;
  RequestDelegationInput: RequestDelegationInput;
  RequestMoreTimeInput: RequestMoreTimeInput;
  ResolveExceptionInput: ResolveExceptionInput;
  ResponseRate: ResolverTypeWrapper<Omit<ResponseRate, 'network'> & { network?: Maybe<ResolversTypes['Network']> }>;
  ResultFilter: ResultFilter;
  ResultGroup: ResolverTypeWrapper<Omit<ResultGroup, 'network'> & { network?: Maybe<ResolversTypes['Network']> }>;
  ReturnVisitRecordInput: ReturnVisitRecordInput;
  Role: Role;
  Rounding: Rounding;
  ScaleResult: ResolverTypeWrapper<ScaleResult>;
  SelectOfficeInput: SelectOfficeInput;
  ServiceKind: ServiceKind;
  SettlementPreview: ResolverTypeWrapper<Omit<SettlementPreview, 'holds' | 'lines'> & { holds: Array<ResolversTypes['Hold']>, lines: Array<ResolversTypes['StatementLine']> }>;
  Statement: ResolverTypeWrapper<StatementRow>;
  StatementConnection: ResolverTypeWrapper<Omit<StatementConnection, 'edges'> & { edges: Array<ResolversTypes['StatementEdge']> }>;
  StatementEdge: ResolverTypeWrapper<Omit<StatementEdge, 'node'> & { node: ResolversTypes['Statement'] }>;
  StatementFilter: StatementFilter;
  StatementLine: ResolverTypeWrapper<StatementLineRow>;
  StatementLineConnection: ResolverTypeWrapper<Omit<StatementLineConnection, 'edges'> & { edges: Array<ResolversTypes['StatementLineEdge']> }>;
  StatementLineEdge: ResolverTypeWrapper<Omit<StatementLineEdge, 'node'> & { node: ResolversTypes['StatementLine'] }>;
  StatementPayload: ResolverTypeWrapper<Omit<StatementPayload, 'statement'> & { statement?: Maybe<ResolversTypes['Statement']> }>;
  StatementStatus: StatementStatus;
  StatementTotals: ResolverTypeWrapper<StatementTotals>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Surcharge: Surcharge;
  Survey: ResolverTypeWrapper<SurveyRow>;
  SurveyInput: SurveyInput;
  SurveyPayload: ResolverTypeWrapper<Omit<SurveyPayload, 'survey'> & { survey?: Maybe<ResolversTypes['Survey']> }>;
  SurveyResults: ResolverTypeWrapper<Omit<SurveyResults, 'groups'> & { groups: Array<ResolversTypes['ResultGroup']> }>;
  SurveyStatus: SurveyStatus;
  Task: ResolverTypeWrapper<TaskRow>;
  TaskConnection: ResolverTypeWrapper<Omit<TaskConnection, 'edges'> & { edges: Array<ResolversTypes['TaskEdge']> }>;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskKind: TaskKind;
  TaskOutcome: TaskOutcome;
  TaxClass: TaxClass;
  TaxSubtotal: ResolverTypeWrapper<TaxSubtotal>;
  TermsPayload: ResolverTypeWrapper<Omit<TermsPayload, 'terms'> & { terms?: Maybe<ResolversTypes['DelegationTerms']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  Viewer: ResolverTypeWrapper<Viewer>;
  Visit: ResolverTypeWrapper<VisitRow>;
  VisitException: ResolverTypeWrapper<VisitExceptionRow>;
  VisitFee: ResolverTypeWrapper<VisitFee>;
  VisitInput: VisitInput;
  VisitPayload: ResolverTypeWrapper<Omit<VisitPayload, 'visit'> & { visit?: Maybe<ResolversTypes['Visit']> }>;
  VisitPrice: ResolverTypeWrapper<VisitPrice>;
  VisitPriceInput: VisitPriceInput;
  VisitRecord: ResolverTypeWrapper<VisitRecordRow>;
  VisitStatus: VisitStatus;
  VisitTask: ResolverTypeWrapper<VisitTaskRow>;
  VisitTaskInput: VisitTaskInput;
  Wave: Wave;
  WithdrawConsentInput: WithdrawConsentInput;
  WithdrawVisitsInput: WithdrawVisitsInput;
  Yen: ResolverTypeWrapper<Scalars['Yen']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptOfferInput: AcceptOfferInput;
  AgreeTermsInput: AgreeTermsInput;
  AmendVisitRecordInput: AmendVisitRecordInput;
  AnswerInput: AnswerInput;
  AnswerPayload: AnswerPayload;
  AnswerSurveyInput: AnswerSurveyInput;
  AppointToNetworkInput: AppointToNetworkInput;
  ApprovePaymentInput: ApprovePaymentInput;
  AssignCaregiverInput: AssignCaregiverInput;
  Boolean: Scalars['Boolean']['output'];
  Cancellation: CancellationRow;
  CancellationBand: CancellationBand;
  CancellationBandInput: CancellationBandInput;
  CareTask: CareTask;
  Caregiver: CaregiverRow;
  CaregiverPayload: Omit<CaregiverPayload, 'caregiver'> & { caregiver?: Maybe<ResolversParentTypes['Caregiver']> };
  ChangeCaregiverInput: ChangeCaregiverInput;
  ChangeClientInput: ChangeClientInput;
  ChangeOfficeInput: ChangeOfficeInput;
  Client: ClientRow;
  ClientConnection: Omit<ClientConnection, 'edges'> & { edges: Array<ResolversParentTypes['ClientEdge']> };
  ClientEdge: Omit<ClientEdge, 'node'> & { node: ResolversParentTypes['Client'] };
  ClientFilter: ClientFilter;
  ClientPayload: Omit<ClientPayload, 'client'> & { client?: Maybe<ResolversParentTypes['Client']> };
  ClientPersonal: ClientPersonalRow;
  ClientPersonalChange: ClientPersonalChange;
  ClientPersonalInput: ClientPersonalInput;
  CloseSettlementInput: CloseSettlementInput;
  Condition: Condition;
  ConditionInput: ConditionInput;
  ConfirmStatementInput: ConfirmStatementInput;
  Consent: ConsentRow;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeclineOfferInput: DeclineOfferInput;
  DeclineTermsInput: DeclineTermsInput;
  DelegatedVisit: DelegatedVisitRow;
  DelegatedVisitInput: DelegatedVisitInput;
  Delegation: DelegationRow;
  DelegationConnection: Omit<DelegationConnection, 'edges'> & { edges: Array<ResolversParentTypes['DelegationEdge']> };
  DelegationEdge: Omit<DelegationEdge, 'node'> & { node: ResolversParentTypes['Delegation'] };
  DelegationFilter: DelegationFilter;
  DelegationPayload: Omit<DelegationPayload, 'delegation'> & { delegation?: Maybe<ResolversParentTypes['Delegation']> };
  DelegationTerms: TermsRow;
  DismissFromNetworkInput: DismissFromNetworkInput;
  DraftSurveyInput: DraftSurveyInput;
  EndTermsInput: EndTermsInput;
  EnrollCaregiverInput: EnrollCaregiverInput;
  EnrollMemberInput: EnrollMemberInput;
  Float: Scalars['Float']['output'];
  FormNetworkInput: FormNetworkInput;
  FrameGroup: Omit<FrameGroup, 'network'> & { network: ResolversParentTypes['Network'] };
  GiveConsentInput: GiveConsentInput;
  GrantMoreTimeInput: GrantMoreTimeInput;
  HistoryEntry: HistoryRow;
  Hold: HoldRow;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Invitation: Omit<Invitation, 'office'> & { office?: Maybe<ResolversParentTypes['Office']> };
  InvitationsPayload: Omit<InvitationsPayload, 'invitations' | 'survey'> & { invitations: Array<ResolversParentTypes['Invitation']>, survey?: Maybe<ResolversParentTypes['Survey']> };
  JoinNetworkInput: JoinNetworkInput;
  LeaveNetworkInput: LeaveNetworkInput;
  LedgerConnection: Omit<LedgerConnection, 'edges'> & { edges: Array<ResolversParentTypes['LedgerEdge']> };
  LedgerEdge: Omit<LedgerEdge, 'node'> & { node: ResolversParentTypes['LedgerEntry'] };
  LedgerEntry: LedgerRow;
  LedgerFilter: LedgerFilter;
  LedgerNotice: Omit<LedgerNotice, 'entry'> & { entry: ResolversParentTypes['LedgerEntry'] };
  LedgerTotals: LedgerTotals;
  LogPosition: Scalars['LogPosition']['output'];
  Member: MemberRow;
  MemberPayload: Omit<MemberPayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  Month: Scalars['Month']['output'];
  Mutation: Record<PropertyKey, never>;
  Network: NetworkRow;
  NetworkMember: NetworkMemberRow;
  NetworkPayload: Omit<NetworkPayload, 'network'> & { network?: Maybe<ResolversParentTypes['Network']> };
  Offer: OfferRow;
  OfferAgainInput: OfferAgainInput;
  OfferInput: OfferInput;
  OfferNotice: Omit<OfferNotice, 'delegation' | 'offer'> & { delegation: ResolversParentTypes['Delegation'], offer: ResolversParentTypes['Offer'] };
  OfferRound: OfferRoundRow;
  OfferRoundInput: OfferRoundInput;
  Office: OfficeRow;
  OfficeConnection: Omit<OfficeConnection, 'edges'> & { edges: Array<ResolversParentTypes['OfficeEdge']> };
  OfficeEdge: Omit<OfficeEdge, 'node'> & { node: ResolversParentTypes['Office'] };
  OfficePayload: Omit<OfficePayload, 'office'> & { office?: Maybe<ResolversParentTypes['Office']> };
  OpenSurveyInput: OpenSurveyInput;
  Option: Option;
  OptionCount: OptionCount;
  OptionInput: OptionInput;
  PageInfo: PageInfo;
  Payload: ResolversInterfaceTypes<ResolversParentTypes>['Payload'];
  Payment: Payment;
  ProposeTermsInput: ProposeTermsInput;
  PunchInput: PunchInput;
  Query: Record<PropertyKey, never>;
  Question: Question;
  QuestionInput: QuestionInput;
  QuestionResult: QuestionResult;
  Questionnaire: Questionnaire;
  RecordPaymentInput: RecordPaymentInput;
  RecordVisitInput: RecordVisitInput;
  RegisterClientInput: RegisterClientInput;
  RegisterOfficeInput: RegisterOfficeInput;
  ReleaseVisitsInput: ReleaseVisitsInput;
  RemoveMemberInput: RemoveMemberInput;
  ReportMissedVisitInput: ReportMissedVisitInput;
  RequestDelegationInput: RequestDelegationInput;
  RequestMoreTimeInput: RequestMoreTimeInput;
  ResolveExceptionInput: ResolveExceptionInput;
  ResponseRate: Omit<ResponseRate, 'network'> & { network?: Maybe<ResolversParentTypes['Network']> };
  ResultFilter: ResultFilter;
  ResultGroup: Omit<ResultGroup, 'network'> & { network?: Maybe<ResolversParentTypes['Network']> };
  ReturnVisitRecordInput: ReturnVisitRecordInput;
  ScaleResult: ScaleResult;
  SelectOfficeInput: SelectOfficeInput;
  SettlementPreview: Omit<SettlementPreview, 'holds' | 'lines'> & { holds: Array<ResolversParentTypes['Hold']>, lines: Array<ResolversParentTypes['StatementLine']> };
  Statement: StatementRow;
  StatementConnection: Omit<StatementConnection, 'edges'> & { edges: Array<ResolversParentTypes['StatementEdge']> };
  StatementEdge: Omit<StatementEdge, 'node'> & { node: ResolversParentTypes['Statement'] };
  StatementFilter: StatementFilter;
  StatementLine: StatementLineRow;
  StatementLineConnection: Omit<StatementLineConnection, 'edges'> & { edges: Array<ResolversParentTypes['StatementLineEdge']> };
  StatementLineEdge: Omit<StatementLineEdge, 'node'> & { node: ResolversParentTypes['StatementLine'] };
  StatementPayload: Omit<StatementPayload, 'statement'> & { statement?: Maybe<ResolversParentTypes['Statement']> };
  StatementTotals: StatementTotals;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  Survey: SurveyRow;
  SurveyInput: SurveyInput;
  SurveyPayload: Omit<SurveyPayload, 'survey'> & { survey?: Maybe<ResolversParentTypes['Survey']> };
  SurveyResults: Omit<SurveyResults, 'groups'> & { groups: Array<ResolversParentTypes['ResultGroup']> };
  Task: TaskRow;
  TaskConnection: Omit<TaskConnection, 'edges'> & { edges: Array<ResolversParentTypes['TaskEdge']> };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  TaxSubtotal: TaxSubtotal;
  TermsPayload: Omit<TermsPayload, 'terms'> & { terms?: Maybe<ResolversParentTypes['DelegationTerms']> };
  UserError: UserError;
  Viewer: Viewer;
  Visit: VisitRow;
  VisitException: VisitExceptionRow;
  VisitFee: VisitFee;
  VisitInput: VisitInput;
  VisitPayload: Omit<VisitPayload, 'visit'> & { visit?: Maybe<ResolversParentTypes['Visit']> };
  VisitPrice: VisitPrice;
  VisitPriceInput: VisitPriceInput;
  VisitRecord: VisitRecordRow;
  VisitTask: VisitTaskRow;
  VisitTaskInput: VisitTaskInput;
  WithdrawConsentInput: WithdrawConsentInput;
  WithdrawVisitsInput: WithdrawVisitsInput;
  Yen: Scalars['Yen']['output'];
};

export type MayDirectiveArgs = {
  actors: Array<Actor>;
};

export type MayDirectiveResolver<Result, Parent, ContextType = ApiContext, Args = MayDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AnswerPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['AnswerPayload'] = ResolversParentTypes['AnswerPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancellationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Cancellation'] = ResolversParentTypes['Cancellation']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  noticeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percentOfFee?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['CancelReason'], ParentType, ContextType>;
};

export type CancellationBandResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CancellationBand'] = ResolversParentTypes['CancellationBand']> = {
  noticeHoursUnder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percentOfFee?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CareTaskResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CareTask'] = ResolversParentTypes['CareTask']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
};

export type CaregiverResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Caregiver'] = ResolversParentTypes['Caregiver']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  qualifications?: Resolver<Array<ResolversTypes['Qualification']>, ParentType, ContextType>;
};

export type CaregiverPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CaregiverPayload'] = ResolversParentTypes['CaregiverPayload']> = {
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client']> = {
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  careLevel?: Resolver<ResolversTypes['CareLevel'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consents?: Resolver<Array<ResolversTypes['Consent']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  personal?: Resolver<Maybe<ResolversTypes['ClientPersonal']>, ParentType, ContextType>;
};

export type ClientConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ClientConnection'] = ResolversParentTypes['ClientConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClientEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClientEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ClientEdge'] = ResolversParentTypes['ClientEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
};

export type ClientPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ClientPayload'] = ResolversParentTypes['ClientPayload']> = {
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientPersonalResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ClientPersonal'] = ResolversParentTypes['ClientPersonal']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  entryNotes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  insuredNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  insurerNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKana?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition']> = {
  anyOf?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  documentedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ConsentScope'], ParentType, ContextType>;
  withdrawnOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DelegatedVisitResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegatedVisit'] = ResolversParentTypes['DelegatedVisit']> = {
  allocatedTo?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  caregiversRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  physicalMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['CareTask']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  visitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['DelegationMode'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['Offer']>, ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rounds?: Resolver<Array<ResolversTypes['OfferRound']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DelegationStatus'], ParentType, ContextType>;
  visits?: Resolver<Array<ResolversTypes['DelegatedVisit']>, ParentType, ContextType>;
};

export type DelegationConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationConnection'] = ResolversParentTypes['DelegationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DelegationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DelegationEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationEdge'] = ResolversParentTypes['DelegationEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
};

export type DelegationPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationPayload'] = ResolversParentTypes['DelegationPayload']> = {
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DelegationTermsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationTerms'] = ResolversParentTypes['DelegationTerms']> = {
  agreedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  agreedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  cancellation?: Resolver<Array<ResolversTypes['CancellationBand']>, ParentType, ContextType>;
  confirmDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declineNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declinedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  feeBasis?: Resolver<ResolversTypes['FeeBasis'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  paymentDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['VisitPrice']>, ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['Rounding'], ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  yenPerHour?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
};

export type FrameGroupResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['FrameGroup'] = ResolversParentTypes['FrameGroup']> = {
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  eligible?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  invited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorOffice?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Hold'] = ResolversParentTypes['Hold']> = {
  code?: Resolver<ResolversTypes['HoldCode'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visit?: Resolver<ResolversTypes['Visit'], ParentType, ContextType>;
  waitingFor?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvitationsPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['InvitationsPayload'] = ResolversParentTypes['InvitationsPayload']> = {
  invitations?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  survey?: Resolver<Maybe<ResolversTypes['Survey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LedgerConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LedgerConnection'] = ResolversParentTypes['LedgerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LedgerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['LedgerTotals'], ParentType, ContextType>;
};

export type LedgerEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LedgerEdge'] = ResolversParentTypes['LedgerEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LedgerEntry'], ParentType, ContextType>;
};

export type LedgerEntryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LedgerEntry'] = ResolversParentTypes['LedgerEntry']> = {
  actualEnd?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actualStart?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  caregiversRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openExceptions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  serviceCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statementId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VisitStatus'], ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visit?: Resolver<ResolversTypes['Visit'], ParentType, ContextType>;
  visitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LedgerNoticeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LedgerNotice'] = ResolversParentTypes['LedgerNotice']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  entry?: Resolver<ResolversTypes['LedgerEntry'], ParentType, ContextType>;
};

export type LedgerTotalsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LedgerTotals'] = ResolversParentTypes['LedgerTotals']> = {
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface LogPositionScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LogPosition'], any> {
  name: 'LogPosition';
}

export type MemberResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MemberPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MemberPayload'] = ResolversParentTypes['MemberPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export type MutationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptOffer?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationAcceptOfferArgs, 'input'>>;
  agreeTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationAgreeTermsArgs, 'input'>>;
  amendVisitRecord?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationAmendVisitRecordArgs, 'input'>>;
  answerSurvey?: Resolver<ResolversTypes['AnswerPayload'], ParentType, ContextType, RequireFields<MutationAnswerSurveyArgs, 'input'>>;
  appointToNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationAppointToNetworkArgs, 'input'>>;
  approvePayment?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationApprovePaymentArgs, 'input'>>;
  assignCaregiver?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationAssignCaregiverArgs, 'input'>>;
  changeCaregiver?: Resolver<ResolversTypes['CaregiverPayload'], ParentType, ContextType, RequireFields<MutationChangeCaregiverArgs, 'input'>>;
  changeClient?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationChangeClientArgs, 'input'>>;
  changeOffice?: Resolver<ResolversTypes['OfficePayload'], ParentType, ContextType, RequireFields<MutationChangeOfficeArgs, 'input'>>;
  closeSettlement?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationCloseSettlementArgs, 'input'>>;
  closeSurvey?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationCloseSurveyArgs, 'input'>>;
  confirmStatement?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationConfirmStatementArgs, 'input'>>;
  declineOffer?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationDeclineOfferArgs, 'input'>>;
  declineTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationDeclineTermsArgs, 'input'>>;
  dismissFromNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationDismissFromNetworkArgs, 'input'>>;
  draftSurvey?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationDraftSurveyArgs, 'input'>>;
  endTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationEndTermsArgs, 'input'>>;
  endVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationEndVisitArgs, 'input'>>;
  enrollCaregiver?: Resolver<ResolversTypes['CaregiverPayload'], ParentType, ContextType, RequireFields<MutationEnrollCaregiverArgs, 'input'>>;
  enrollMember?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationEnrollMemberArgs, 'input'>>;
  formNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationFormNetworkArgs, 'input'>>;
  giveConsent?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationGiveConsentArgs, 'input'>>;
  grantMoreTime?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationGrantMoreTimeArgs, 'input'>>;
  joinNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationJoinNetworkArgs, 'input'>>;
  leaveNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationLeaveNetworkArgs, 'input'>>;
  offerAgain?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationOfferAgainArgs, 'input'>>;
  openSurvey?: Resolver<ResolversTypes['InvitationsPayload'], ParentType, ContextType, RequireFields<MutationOpenSurveyArgs, 'input'>>;
  proposeTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationProposeTermsArgs, 'input'>>;
  publishSurvey?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationPublishSurveyArgs, 'input'>>;
  recordPayment?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationRecordPaymentArgs, 'input'>>;
  recordVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationRecordVisitArgs, 'input'>>;
  registerClient?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationRegisterClientArgs, 'input'>>;
  registerOffice?: Resolver<ResolversTypes['OfficePayload'], ParentType, ContextType, RequireFields<MutationRegisterOfficeArgs, 'input'>>;
  releaseVisits?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationReleaseVisitsArgs, 'input'>>;
  remindRespondents?: Resolver<ResolversTypes['InvitationsPayload'], ParentType, ContextType, RequireFields<MutationRemindRespondentsArgs, 'input'>>;
  removeMember?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  reportMissedVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationReportMissedVisitArgs, 'input'>>;
  requestDelegation?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationRequestDelegationArgs, 'input'>>;
  requestMoreTime?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationRequestMoreTimeArgs, 'input'>>;
  resolveException?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationResolveExceptionArgs, 'input'>>;
  returnVisitRecord?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationReturnVisitRecordArgs, 'input'>>;
  seeOffer?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationSeeOfferArgs, 'input'>>;
  selectOffice?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationSelectOfficeArgs, 'input'>>;
  startVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationStartVisitArgs, 'input'>>;
  verifyVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationVerifyVisitArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  withdrawVisits?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationWithdrawVisitsArgs, 'input'>>;
};

export type NetworkResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network']> = {
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, RequireFields<NetworkDelegationsArgs, 'first'>>;
  fiscalYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['NetworkMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settlementPreview?: Resolver<Maybe<ResolversTypes['SettlementPreview']>, ParentType, ContextType, RequireFields<NetworkSettlementPreviewArgs, 'assistOfficeId' | 'month' | 'partnerOfficeId'>>;
  statements?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, RequireFields<NetworkStatementsArgs, 'first'>>;
  surveys?: Resolver<Maybe<Array<ResolversTypes['Survey']>>, ParentType, ContextType>;
  terms?: Resolver<Maybe<Array<ResolversTypes['DelegationTerms']>>, ParentType, ContextType, Partial<NetworkTermsArgs>>;
  viewers?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  visitLedger?: Resolver<ResolversTypes['LedgerConnection'], ParentType, ContextType, RequireFields<NetworkVisitLedgerArgs, 'first' | 'month'>>;
};

export type NetworkMemberResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkMember'] = ResolversParentTypes['NetworkMember']> = {
  joinedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['NetworkRole']>, ParentType, ContextType>;
};

export type NetworkPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkPayload'] = ResolversParentTypes['NetworkPayload']> = {
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OfferResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer']> = {
  acceptedVisitIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  declineReason?: Resolver<Maybe<ResolversTypes['DeclineReason']>, ParentType, ContextType>;
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  moreMinutesRequested?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  respondBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  respondedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OfferStatus'], ParentType, ContextType>;
  visitIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OfferNoticeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfferNotice'] = ResolversParentTypes['OfferNotice']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  delegation?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
  offer?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
};

export type OfferRoundResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfferRound'] = ResolversParentTypes['OfferRound']> = {
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  offices?: Resolver<Array<ResolversTypes['Office']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selectBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  windowMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfficeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areaGrade?: Resolver<ResolversTypes['AreaGrade'], ParentType, ContextType>;
  caregivers?: Resolver<Maybe<Array<ResolversTypes['Caregiver']>>, ParentType, ContextType, RequireFields<OfficeCaregiversArgs, 'active'>>;
  corporateNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  corporationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  members?: Resolver<Maybe<Array<ResolversTypes['Member']>>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKana?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providerNumberChecks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['ServiceKind']>, ParentType, ContextType>;
  surcharges?: Resolver<Array<ResolversTypes['Surcharge']>, ParentType, ContextType>;
};

export type OfficeConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficeConnection'] = ResolversParentTypes['OfficeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OfficeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfficeEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficeEdge'] = ResolversParentTypes['OfficeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
};

export type OfficePayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficePayload'] = ResolversParentTypes['OfficePayload']> = {
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Option'] = ResolversParentTypes['Option']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OptionCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OptionCount'] = ResolversParentTypes['OptionCount']> = {
  ci95?: Resolver<Maybe<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  option?: Resolver<ResolversTypes['Option'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export type PayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload']> = {
  __resolveType: TypeResolveFn<'CaregiverPayload' | 'ClientPayload' | 'DelegationPayload' | 'InvitationsPayload' | 'MemberPayload' | 'NetworkPayload' | 'OfficePayload' | 'StatementPayload' | 'SurveyPayload' | 'TermsPayload' | 'VisitPayload', ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amountYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  careTasks?: Resolver<Array<ResolversTypes['CareTask']>, ParentType, ContextType, Partial<QueryCareTasksArgs>>;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType, RequireFields<QueryClientArgs, 'id'>>;
  clients?: Resolver<Maybe<ResolversTypes['ClientConnection']>, ParentType, ContextType, RequireFields<QueryClientsArgs, 'first' | 'networkId'>>;
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType, RequireFields<QueryDelegationArgs, 'id'>>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType, RequireFields<QueryNetworkArgs, 'id'>>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType, RequireFields<QueryOfficeArgs, 'id'>>;
  offices?: Resolver<ResolversTypes['OfficeConnection'], ParentType, ContextType, RequireFields<QueryOfficesArgs, 'first'>>;
  questionnaire?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType, RequireFields<QueryQuestionnaireArgs, 'token'>>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<QueryStatementArgs, 'id'>>;
  survey?: Resolver<Maybe<ResolversTypes['Survey']>, ParentType, ContextType, RequireFields<QuerySurveyArgs, 'id'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType, RequireFields<QueryVisitArgs, 'id'>>;
};

export type QuestionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question']> = {
  audiences?: Resolver<Array<ResolversTypes['Audience']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  help?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['Option']>, ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shownIf?: Resolver<Maybe<ResolversTypes['Condition']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuestionResultResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['QuestionResult'] = ResolversParentTypes['QuestionResult']> = {
  ci95?: Resolver<Maybe<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
  counts?: Resolver<Array<ResolversTypes['OptionCount']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  sd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type QuestionnaireResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Questionnaire'] = ResolversParentTypes['Questionnaire']> = {
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  intro?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['Question']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponseRateResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ResponseRate'] = ResolversParentTypes['ResponseRate']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  invited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ResultGroupResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ResultGroup'] = ResolversParentTypes['ResultGroup']> = {
  answers?: Resolver<Array<ResolversTypes['QuestionResult']>, ParentType, ContextType>;
  audience?: Resolver<Maybe<ResolversTypes['Audience']>, ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  scales?: Resolver<Array<ResolversTypes['ScaleResult']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ScaleResultResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ScaleResult'] = ResolversParentTypes['ScaleResult']> = {
  alpha?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  items?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SettlementPreviewResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SettlementPreview'] = ResolversParentTypes['SettlementPreview']> = {
  holds?: Resolver<Array<ResolversTypes['Hold']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StatementLine']>, ParentType, ContextType>;
  subtotals?: Resolver<Array<ResolversTypes['TaxSubtotal']>, ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type StatementResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  carriedInto?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  confirmBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deductiblePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deemed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['StatementLineConnection'], ParentType, ContextType, RequireFields<StatementLinesArgs, 'first'>>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  payeeInvoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StatementStatus'], ParentType, ContextType>;
  subtotals?: Resolver<Array<ResolversTypes['TaxSubtotal']>, ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['StatementTotals'], ParentType, ContextType>;
};

export type StatementEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type StatementLineResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementLine'] = ResolversParentTypes['StatementLine']> = {
  amountYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  corrects?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LineKind'], ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  termsVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  yenPerUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementLineConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementLineConnection'] = ResolversParentTypes['StatementLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatementLineEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementLineEdge'] = ResolversParentTypes['StatementLineEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatementLine'], ParentType, ContextType>;
};

export type StatementPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementPayload'] = ResolversParentTypes['StatementPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatementTotalsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementTotals'] = ResolversParentTypes['StatementTotals']> = {
  paidYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  ledgerChanges?: SubscriptionResolver<ResolversTypes['LedgerNotice'], "ledgerChanges", ParentType, ContextType, RequireFields<SubscriptionLedgerChangesArgs, 'networkId'>>;
  offers?: SubscriptionResolver<ResolversTypes['OfferNotice'], "offers", ParentType, ContextType, Partial<SubscriptionOffersArgs>>;
};

export type SurveyResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Survey'] = ResolversParentTypes['Survey']> = {
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  frame?: Resolver<Array<ResolversTypes['FrameGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intro?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  networks?: Resolver<Array<ResolversTypes['Network']>, ParentType, ContextType>;
  opensOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['Question']>, ParentType, ContextType>;
  responses?: Resolver<Array<ResolversTypes['ResponseRate']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ResolversTypes['SurveyResults']>, ParentType, ContextType, Partial<SurveyResultsArgs>>;
  status?: Resolver<ResolversTypes['SurveyStatus'], ParentType, ContextType>;
  study?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wave?: Resolver<ResolversTypes['Wave'], ParentType, ContextType>;
};

export type SurveyPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SurveyPayload'] = ResolversParentTypes['SurveyPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  survey?: Resolver<Maybe<ResolversTypes['Survey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SurveyResultsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SurveyResults'] = ResolversParentTypes['SurveyResults']> = {
  groups?: Resolver<Array<ResolversTypes['ResultGroup']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  suppressedGroups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaskKind'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['DelegationTerms']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaxSubtotalResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaxSubtotal'] = ResolversParentTypes['TaxSubtotal']> = {
  netYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  taxYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type TermsPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TermsPayload'] = ResolversParentTypes['TermsPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['DelegationTerms']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  caregivers?: Resolver<Array<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  networks?: Resolver<Array<ResolversTypes['Network']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, RequireFields<ViewerTasksArgs, 'first'>>;
};

export type VisitResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit']> = {
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['Cancellation']>, ParentType, ContextType>;
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  caregiversRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  delegation?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exceptions?: Resolver<Array<ResolversTypes['VisitException']>, ParentType, ContextType>;
  fee?: Resolver<Maybe<ResolversTypes['VisitFee']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  pairedVisit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  physicalMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedTasks?: Resolver<Array<ResolversTypes['CareTask']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['VisitRecord']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VisitStatus'], ParentType, ContextType>;
};

export type VisitExceptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitException'] = ResolversParentTypes['VisitException']> = {
  asPlanned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ExceptionCode'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ExceptionSeverity'], ParentType, ContextType>;
};

export type VisitFeeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitFee'] = ResolversParentTypes['VisitFee']> = {
  benefitYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  delegationFeeYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  feeTable?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  forGood?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  serviceCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  termsVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yenPerUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VisitPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitPayload'] = ResolversParentTypes['VisitPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VisitPriceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitPrice'] = ResolversParentTypes['VisitPrice']> = {
  minutesUpTo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  yen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type VisitRecordResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitRecord'] = ResolversParentTypes['VisitRecord']> = {
  adjustedEnd?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  adjustedStart?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  amendReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endMethod?: Resolver<ResolversTypes['CaptureMethod'], ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enteredForCaregiver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startMethod?: Resolver<ResolversTypes['CaptureMethod'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['VisitTask']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VisitTaskResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitTask'] = ResolversParentTypes['VisitTask']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['TaskOutcome'], ParentType, ContextType>;
};

export interface YenScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Yen'], any> {
  name: 'Yen';
}

export type Resolvers<ContextType = ApiContext> = {
  AnswerPayload?: AnswerPayloadResolvers<ContextType>;
  Cancellation?: CancellationResolvers<ContextType>;
  CancellationBand?: CancellationBandResolvers<ContextType>;
  CareTask?: CareTaskResolvers<ContextType>;
  Caregiver?: CaregiverResolvers<ContextType>;
  CaregiverPayload?: CaregiverPayloadResolvers<ContextType>;
  Client?: ClientResolvers<ContextType>;
  ClientConnection?: ClientConnectionResolvers<ContextType>;
  ClientEdge?: ClientEdgeResolvers<ContextType>;
  ClientPayload?: ClientPayloadResolvers<ContextType>;
  ClientPersonal?: ClientPersonalResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DelegatedVisit?: DelegatedVisitResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  DelegationConnection?: DelegationConnectionResolvers<ContextType>;
  DelegationEdge?: DelegationEdgeResolvers<ContextType>;
  DelegationPayload?: DelegationPayloadResolvers<ContextType>;
  DelegationTerms?: DelegationTermsResolvers<ContextType>;
  FrameGroup?: FrameGroupResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationsPayload?: InvitationsPayloadResolvers<ContextType>;
  LedgerConnection?: LedgerConnectionResolvers<ContextType>;
  LedgerEdge?: LedgerEdgeResolvers<ContextType>;
  LedgerEntry?: LedgerEntryResolvers<ContextType>;
  LedgerNotice?: LedgerNoticeResolvers<ContextType>;
  LedgerTotals?: LedgerTotalsResolvers<ContextType>;
  LogPosition?: GraphQLScalarType;
  Member?: MemberResolvers<ContextType>;
  MemberPayload?: MemberPayloadResolvers<ContextType>;
  Month?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
  NetworkMember?: NetworkMemberResolvers<ContextType>;
  NetworkPayload?: NetworkPayloadResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OfferNotice?: OfferNoticeResolvers<ContextType>;
  OfferRound?: OfferRoundResolvers<ContextType>;
  Office?: OfficeResolvers<ContextType>;
  OfficeConnection?: OfficeConnectionResolvers<ContextType>;
  OfficeEdge?: OfficeEdgeResolvers<ContextType>;
  OfficePayload?: OfficePayloadResolvers<ContextType>;
  Option?: OptionResolvers<ContextType>;
  OptionCount?: OptionCountResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionResult?: QuestionResultResolvers<ContextType>;
  Questionnaire?: QuestionnaireResolvers<ContextType>;
  ResponseRate?: ResponseRateResolvers<ContextType>;
  ResultGroup?: ResultGroupResolvers<ContextType>;
  ScaleResult?: ScaleResultResolvers<ContextType>;
  SettlementPreview?: SettlementPreviewResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  StatementConnection?: StatementConnectionResolvers<ContextType>;
  StatementEdge?: StatementEdgeResolvers<ContextType>;
  StatementLine?: StatementLineResolvers<ContextType>;
  StatementLineConnection?: StatementLineConnectionResolvers<ContextType>;
  StatementLineEdge?: StatementLineEdgeResolvers<ContextType>;
  StatementPayload?: StatementPayloadResolvers<ContextType>;
  StatementTotals?: StatementTotalsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Survey?: SurveyResolvers<ContextType>;
  SurveyPayload?: SurveyPayloadResolvers<ContextType>;
  SurveyResults?: SurveyResultsResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaxSubtotal?: TaxSubtotalResolvers<ContextType>;
  TermsPayload?: TermsPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  VisitException?: VisitExceptionResolvers<ContextType>;
  VisitFee?: VisitFeeResolvers<ContextType>;
  VisitPayload?: VisitPayloadResolvers<ContextType>;
  VisitPrice?: VisitPriceResolvers<ContextType>;
  VisitRecord?: VisitRecordResolvers<ContextType>;
  VisitTask?: VisitTaskResolvers<ContextType>;
  Yen?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = ApiContext> = {
  may?: MayDirectiveResolver<any, any, ContextType>;
};
