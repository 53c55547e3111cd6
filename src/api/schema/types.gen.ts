import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OfficeRow, CaregiverRow } from '../../projections/offices.ts';
import type { NetworkRow, NetworkMemberRow, PersonRow } from '../../projections/networks.ts';
import type { TermsRow } from '../../projections/terms.ts';
import type { ClientRow, ClientPersonalRow, PartnerRow, ConsentRow } from '../../projections/clients.ts';
import type { PlannedVisitRow, CareplanFileRow } from '../../projections/careplans.ts';
import type { DelegationRow, DelegatedVisitRow, OfferRow, OfferRoundRow } from '../../projections/delegation-table.ts';
import type { VisitRow, VisitRecordRow, VisitTaskRow, VisitExceptionRow, VisitChangeRow, CancellationRow } from '../../projections/visits.ts';
import type { LedgerRow } from '../../projections/visit-ledger.ts';
import type { HistoryRow } from '../../projections/history.ts';
import type { DisputeRow } from '../../projections/dispute-table.ts';
import type { StatementRow, StatementLineRow } from '../../projections/statements.ts';
import type { BankFileRow } from '../../projections/bank-files.ts';
import type { TaskRow } from '../../projections/task-table.ts';
import type { SurveyRow, ResponseRateRow, QuestionnaireRow } from '../../projections/surveys.ts';
import type { ReachingGroup } from '../../domain/survey/disclosure.ts';
import type { Question as QuestionRow } from '../../domain/survey/events.ts';
import type { IndicatorsRow } from '../indicator/resolvers.ts';
import type { OfficeLoad as OfficeLoadRow } from '../../domain/evaluation/indicators.ts';
import type { ResultGroup as ResultGroupRow, QuestionResult as QuestionResultRow } from '../../domain/survey/results.ts';
import type { Candidate as CandidateRow } from '../../commands/candidates.ts';
import type { Invitation as InvitationRow } from '../../commands/survey.ts';
import type { Viewer as ViewerRow } from '../viewer.ts';
import type { Hold as HoldRow } from '../../domain/settlement/holds.ts';
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
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 備考: for the partner office. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 打診; absent: `seeOffer` says which is meant. */
  readonly offerId?: InputMaybe<Scalars['ID']['input']>;
  /** 引き受ける訪問. */
  readonly visitIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** 預金種目. */
export type AccountKind =
  /** 当座 */
  | 'CURRENT'
  /** 普通 */
  | 'ORDINARY'
  /** 貯蓄 */
  | 'SAVINGS';

/** Who somebody is to the thing that a field stands on; whoever is several of them has the rights of all. */
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

/** 契約条件への同意. */
export type AgreeTermsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the version proposed. */
  readonly termsId: Scalars['ID']['input'];
};

/** 記録の訂正: absent = as before. */
export type AmendVisitRecordInput = {
  /** 訂正後の終了時刻; the punch stays beside it. */
  readonly adjustedEnd?: InputMaybe<Scalars['DateTime']['input']>;
  /** 訂正後の開始時刻; the punch stays beside it. */
  readonly adjustedStart?: InputMaybe<Scalars['DateTime']['input']>;
  /** 訪問介護員 who made the visit after all. */
  readonly caregiverId?: InputMaybe<Scalars['ID']['input']>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 心身の状況. */
  readonly condition?: InputMaybe<Scalars['String']['input']>;
  /** 特記事項. */
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  /** 訂正の理由. */
  readonly reason: Scalars['String']['input'];
  /** サービス内容 with what became of each. */
  readonly tasks?: InputMaybe<ReadonlyArray<VisitTaskInput>>;
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** 回答 to one question. */
export type AnswerInput = {
  /** The question's `code`. */
  readonly question: Scalars['String']['input'];
  /** The option's value, several for MULTIPLE_CHOICE; of NUMBER the digits, of TEXT the text. */
  readonly values: ReadonlyArray<Scalars['String']['input']>;
};

/** No position: it would tell the order of answers. */
export type AnswerPayload = {
  readonly __typename?: 'AnswerPayload';
  /** Whether the answer counts; false where it was refused. */
  readonly accepted: Scalars['Boolean']['output'];
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `answerSurvey` takes. */
export type AnswerSurveyInput = {
  /** 回答: of the questions that were shown. */
  readonly answers: ReadonlyArray<AnswerInput>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** From the invitation. */
  readonly token: Scalars['String']['input'];
};

/** What `answerUncovered` takes. */
export type AnswerUncoveredInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 備考. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 結果: what became of them. */
  readonly outcome: UncoveredOutcome;
  /** Visits that nobody had at their start. */
  readonly visitIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What `answerVisitChange` is told. */
export type AnswerVisitChangeInput = {
  /** Whether the new plan stands from now on. */
  readonly agree: Scalars['Boolean']['input'];
  /** The change that is answered, as it was seen. */
  readonly changeId: Scalars['ID']['input'];
  /** So that the command can be repeated without doing it twice (rule 4). */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** For the other office (連絡事項). */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The visit (訪問) of the change. */
  readonly visitId: Scalars['ID']['input'];
};

/** What `appointToNetwork` takes. */
export type AppointToNetworkInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 氏名; sealed with the member's key. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** ネットワーク. */
  readonly networkId: Scalars['ID']['input'];
  /** CONSULTANT or AUDITOR. */
  readonly role: Role;
  /** The token's `sub`, which must be opaque (no e-mail address). */
  readonly subject: Scalars['ID']['input'];
};

/** What `approvePayment` takes. */
export type ApprovePaymentInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** `Statement.contentHash` as the person saw it: they approve that content and no other. */
  readonly contentHash: Scalars['String']['input'];
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** 地域区分: of the office's municipality; it decides the yen per unit (1単位の単価). */
export type AreaGrade =
  /** 1級地, the 23 wards of Tokyo. */
  | 'GRADE_1'
  /** 2級地. */
  | 'GRADE_2'
  /** 3級地. */
  | 'GRADE_3'
  /** 4級地. */
  | 'GRADE_4'
  /** 5級地. */
  | 'GRADE_5'
  /** 6級地. */
  | 'GRADE_6'
  /** 7級地. */
  | 'GRADE_7'
  /** その他. */
  | 'OTHER'
  /** Not entered yet: the office cannot delegate at a per cent of the benefit (AREA_GRADE_UNKNOWN). */
  | 'UNKNOWN';

/** What `assignCaregiver` takes. */
export type AssignCaregiverInput = {
  /** 訪問介護員 of the caller's office, who goes. */
  readonly caregiverId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 重複を承知で割り当てる: although the caregiver has another visit at that time. */
  readonly despiteOverlap?: InputMaybe<Scalars['Boolean']['input']>;
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** What `assignCaregiverToVisits` takes. */
export type AssignCaregiverToVisitsInput = {
  /** 訪問介護員 of the caller's office, who goes to all of them. */
  readonly caregiverId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 訪問: at most 100. */
  readonly visitIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** 対象者: who is asked. */
export type Audience =
  /** アシスト事業所 that took visits in the period. */
  | 'ASSIST_OFFICE'
  /** 訪問介護員 who visited in the period. */
  | 'CAREGIVER'
  /** ケアマネジャー: one invitation a client who was visited. */
  | 'CARE_MANAGER'
  /** 利用者 who were visited and consent to surveys. */
  | 'CLIENT'
  /** 家族: one invitation a client who consents to surveys. */
  | 'FAMILY'
  /** パートナー事業所 that delegated in the period. */
  | 'PARTNER_OFFICE';

/** 時間帯とサービスごとの充足. */
export type BandCoverage = {
  readonly __typename?: 'BandCoverage';
  /** 時間帯. */
  readonly band: TimeBand;
  /** 充足件数. */
  readonly covered: Scalars['Int']['output'];
  /** 依頼件数. */
  readonly requested: Scalars['Int']['output'];
  /** サービス. */
  readonly service: ServiceKind;
};

/** 振込先口座. numberTail: the last three digits; nothing else of the number is ever shown. */
export type BankAccount = {
  readonly __typename?: 'BankAccount';
  /** 金融機関コード: four digits. */
  readonly bankCode: Scalars['String']['output'];
  /** 金融機関名. */
  readonly bankName?: Maybe<Scalars['String']['output']>;
  /** 支店コード: three digits. */
  readonly branchCode: Scalars['String']['output'];
  /** 支店名. */
  readonly branchName?: Maybe<Scalars['String']['output']>;
  /** 口座名義, in half-width kana as banks take it. */
  readonly holderKana: Scalars['String']['output'];
  /** 預金種目. */
  readonly kind: AccountKind;
  /** 口座番号の下3桁. */
  readonly numberTail: Scalars['String']['output'];
  /** 設定日時. */
  readonly setAt: Scalars['DateTime']['output'];
  /** Who set it. */
  readonly setBy: Scalars['String']['output'];
};

/** 全銀協 総合振込 file. `url` answers once every statement in it is marked. */
export type BankFile = {
  readonly __typename?: 'BankFile';
  /** 件数: how many transfers. */
  readonly count: Scalars['Int']['output'];
  /** 作成日時. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Of the file. */
  readonly id: Scalars['ID']['output'];
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: Scalars['String']['output'];
  /** 合計金額, in yen: as its trailer record says. */
  readonly totalYen: Scalars['Yen']['output'];
  /** 振込指定日. */
  readonly transferDate: Scalars['Date']['output'];
  /** Where it is downloaded, with the bearer token of a COORDINATOR of the office that pays; names nobody. */
  readonly url: Scalars['String']['output'];
};

/** What `instructPayments` answers. */
export type BankFilePayload = Payload & {
  readonly __typename?: 'BankFilePayload';
  /** 振込データ; null where no statement could be taken. */
  readonly bankFile?: Maybe<BankFile>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Those that are in it. */
  readonly statements: ReadonlyArray<Statement>;
  /** Which statements could not be taken, and why; the rest is in the file. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** By what results are split. */
export type Breakdown =
  /** By audience (対象者). */
  | 'AUDIENCE'
  /** By network. */
  | 'NETWORK'
  /** By role of the office (パートナー・アシスト): caregivers by that of theirs, those of no office as one. */
  | 'OFFICE_ROLE'
  /** By wave (調査の回): takes in the study's other closed surveys. */
  | 'WAVE';

/** 取消の理由: why a visit will not be made, or was not. */
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
  /** その他: the note says what. */
  | 'OTHER'
  /** Never in an input: the times stand in an earlier request. */
  | 'OVERLAPS'
  /** 自事業所で訪問する */
  | 'OWN_STAFF'
  /** パートナー事業所の都合 */
  | 'PARTNER_OFFICE'
  /** By the process alone, never in an input: 引き受ける事業所がなかった. */
  | 'UNCOVERED';

/** What `cancelVisitAtDoor` is told. */
export type CancelVisitAtDoorInput = {
  /** When the caregiver stood at the door (訪問した時刻). */
  readonly at: Scalars['DateTime']['input'];
  /** So that the command can be repeated without doing it twice (rule 4). */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Where (緯度): both or neither. */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Where (経度): both or neither. */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** How the time was taken (打刻の方法). */
  readonly method?: InputMaybe<CaptureMethod>;
  /** What the partner office should know (連絡事項). */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** CLIENT_ABSENT (訪問したが不在) or CLIENT_REFUSED (訪問したが断られた). */
  readonly reason: CancelReason;
  /** The visit (訪問) that was not made. */
  readonly visitId: Scalars['ID']['input'];
};

/** noticeMinutes: from the notice to the planned start, 0 at the door; percentOfFee: of the band that the terms name for it. */
export type Cancellation = {
  readonly __typename?: 'Cancellation';
  /** When it was withdrawn (取消日時). */
  readonly at: Scalars['DateTime']['output'];
  /** The office that withdrew it. */
  readonly by: Office;
  /** 備考. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** How many minutes before the planned start the notice was given; 0 from the start on. */
  readonly noticeMinutes: Scalars['Int']['output'];
  /** 取消料の割合: per cent of the visit's fee; 0 where no band applies. */
  readonly percentOfFee: Scalars['Int']['output'];
  /** 取消の理由. */
  readonly reason: CancelReason;
};

/** 取消料: what a cancellation costs by the notice given; the band with the smallest `noticeHoursUnder` above it counts. */
export type CancellationBand = {
  readonly __typename?: 'CancellationBand';
  /** For notice of fewer hours than this before the planned start. */
  readonly noticeHoursUnder: Scalars['Int']['output'];
  /** 取消料の割合: per cent of the visit's fee. */
  readonly percentOfFee: Scalars['Int']['output'];
};

/** 取消料: what a cancellation costs by the notice given; the band with the smallest `noticeHoursUnder` above it counts. */
export type CancellationBandInput = {
  /** For notice of fewer hours than this before the planned start. */
  readonly noticeHoursUnder: Scalars['Int']['input'];
  /** 取消料の割合: per cent of the visit's fee. */
  readonly percentOfFee: Scalars['Int']['input'];
};

/**
 * 候補の事業所: a member office of the network, as it could be asked for the visits.
 * obstacles: the codes with which `requestDelegation` would refuse the office; empty = may be asked.
 */
export type Candidate = {
  readonly __typename?: 'Candidate';
  /**
   * 距離: in metres as the crow flies, from the client's home to the office. Where the home's place is not known, from the middle of the network's
   * offices in the municipality with whose name the client's area begins; null where that is not known either, or the office's place is not.
   */
  readonly distanceMeters?: Maybe<Scalars['Int']['output']>;
  /** 委託料: by the pair's terms, of all the visits together; null where there is no price of one of them. */
  readonly feeYen?: Maybe<Scalars['Yen']['output']>;
  /** その週の受託時間: minutes of this network's visits that the office holds in the week of the first visit, Monday to Sunday in Japan's time. */
  readonly minutesInWeek: Scalars['Int']['output'];
  /**
   * 打診できない理由: the codes with which `requestDelegation` would refuse the office, each once; empty = may be asked.
   * What is wrong with the visits whoever is asked (in the past, MINUTES_DIFFER, overlapping, no consent) is no office's obstacle: `requestDelegation` names it.
   */
  readonly obstacles: ReadonlyArray<Scalars['String']['output']>;
  /** 事業所. */
  readonly office: Office;
  /** これまでの訪問: visits of this client that the office has made. */
  readonly visitsToClient: Scalars['Int']['output'];
};

/** 打刻の方法: how the time of a start or end was taken. */
export type CaptureMethod =
  /** By the place of a telephone (位置情報). */
  | 'GPS'
  /** Entered by hand (手入力); raises MANUAL_TIME. */
  | 'MANUAL'
  /** By an NFC tag in the client's home (NFCタグ). */
  | 'NFC'
  /** By a QR code in the client's home (QRコード). */
  | 'QR'
  /** By a call from the client's telephone (電話). */
  | 'TELEPHONE';

/** 要介護度. */
export type CareLevel =
  /** 要介護1. */
  | 'CARE_1'
  /** 要介護2. */
  | 'CARE_2'
  /** 要介護3. */
  | 'CARE_3'
  /** 要介護4. */
  | 'CARE_4'
  /** 要介護5. */
  | 'CARE_5'
  /** No code of fees.md prices 要支援: NO_SERVICE_CODE at a per cent of the benefit. */
  | 'SUPPORT_1'
  /** 要支援2; priced as SUPPORT_1. */
  | 'SUPPORT_2';

/** サービス内容 (老計第10号の区分に沿う). */
export type CareTask = {
  readonly __typename?: 'CareTask';
  /** Of the list `careTasks`. */
  readonly code: Scalars['String']['output'];
  /** As care staff call it, in Japanese. */
  readonly label: Scalars['String']['output'];
  /** The kind of service that holds the task. */
  readonly service: ServiceKind;
};

/** 訪問介護員 of one office; a person who works at two is a caregiver in each. */
export type Caregiver = {
  readonly __typename?: 'Caregiver';
  /** Whether the caregiver works there still. */
  readonly active: Scalars['Boolean']['output'];
  /** Pseudonym, unique in the office; the only name that consultants see. */
  readonly code: Scalars['String']['output'];
  /** Of the caregiver at this office. */
  readonly id: Scalars['ID']['output'];
  /** 最後の日: the last day at the office; null where none is set. */
  readonly leftOn?: Maybe<Scalars['Date']['output']>;
  /** Both offices of a visit assigned to the caregiver (the client is told who comes). */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 所属事業所. */
  readonly office: Office;
  /** 資格; what the caregiver may do goes by the best of them. */
  readonly qualifications: ReadonlyArray<Qualification>;
};

/** What the mutation answers with; see Payload. */
export type CaregiverPayload = Payload & {
  readonly __typename?: 'CaregiverPayload';
  /** The caregiver as they are now; null where it was refused. */
  readonly caregiver?: Maybe<Caregiver>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** ケアプラン連携のファイル that was made, kept for ever. */
export type CareplanFile = {
  readonly __typename?: 'CareplanFile';
  /** 予定との照合: whether its visits were compared with the 予定 of the month; false where none had been imported by then, and of DLTJSK. */
  readonly checkedAgainstPlan: Scalars['Boolean']['output'];
  /** 作成日時. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 作成者: who made it. */
  readonly createdBy: Scalars['String']['output'];
  /** Of the file. */
  readonly id: Scalars['ID']['output'];
  /** ファイル名, as the standard has it. */
  readonly name: Scalars['String']['output'];
  /** 行数. */
  readonly rows: Scalars['Int']['output'];
  /** SHA-256 of its bytes: what was sent can be proved. */
  readonly sha256: Scalars['String']['output'];
  /** Where it is downloaded, with the same bearer token. */
  readonly url: Scalars['String']['output'];
};

/** ファイルの種類. */
export type CareplanFileKind =
  /** 実績の削除: takes back what was sent of the month. */
  | 'DLTJSK'
  /** 実績. */
  | 'UPJSK';

/** The file that was made. */
export type CareplanFilePayload = Payload & {
  readonly __typename?: 'CareplanFilePayload';
  /** ファイル; null where it was refused. */
  readonly file?: Maybe<CareplanFile>;
  /** Where the command's event stands in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Refusals, each row at fault with its time. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What came of a file of 予定. */
export type CareplanImportPayload = Payload & {
  readonly __typename?: 'CareplanImportPayload';
  /** 利用者 whose plan the file has. */
  readonly clients: ReadonlyArray<Client>;
  /** Where the last of its events stands in the log. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Rows that were taken (取り込んだ行). */
  readonly rows: Scalars['Int']['output'];
  /** Of those the ones that stood so before. */
  readonly unchanged: Scalars['Int']['output'];
  /** Refusals, and bad rows, each with its place. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** 変化: paired by panel key where those pairs can be shown (Wilcoxon signed-rank), else Mann-Whitney; two-sided. */
export type Change = {
  readonly __typename?: 'Change';
  /** Of the mean, later minus earlier (平均の差); of the pairs' own means where it is paired. */
  readonly difference: Scalars['Float']['output'];
  /** 効果量: rank-biserial correlation, above 0 where the later answers are higher. */
  readonly effectSize: Scalars['Float']['output'];
  /** The earlier wave (前の回). */
  readonly from: Wave;
  /** p値, two-sided. */
  readonly p: Scalars['Float']['output'];
  /** How many answered in both waves (対応のある人数); null where not paired. */
  readonly pairs?: Maybe<Scalars['Int']['output']>;
  /** 検定: its name, whether p is exact, and over how many answers. */
  readonly test: Scalars['String']['output'];
};

/** Absent = as before. */
export type ChangeCaregiverInput = {
  /** 訪問介護員 to be changed. */
  readonly caregiverId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 最後の日: the last day at the office; null: they stay. */
  readonly leftOn?: InputMaybe<Scalars['Date']['input']>;
  /** 氏名; sealed with the caregiver's key. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 資格. */
  readonly qualifications?: InputMaybe<ReadonlyArray<Qualification>>;
};

/** What `changeClient` takes. */
export type ChangeClientInput = {
  /** 町丁目 at the finest: all that an office sees before it has accepted. */
  readonly area?: InputMaybe<Scalars['String']['input']>;
  /** 要介護度. */
  readonly careLevel?: InputMaybe<CareLevel>;
  /** 居宅介護支援事業所の名称; null takes it away. */
  readonly careManagementName?: InputMaybe<Scalars['String']['input']>;
  /** 居宅介護支援事業所の事業所番号: ten digits; null takes it away. */
  readonly careManagementNumber?: InputMaybe<Scalars['String']['input']>;
  /** 利用者 to be changed. */
  readonly clientId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 個人情報: absent fields stay as they are. */
  readonly personal?: InputMaybe<ClientPersonalChange>;
};

/** surchargesFrom: the day from which `surcharges` holds, today where absent. */
export type ChangeOfficeInput = {
  /** 所在地. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** 地域区分. */
  readonly areaGrade?: InputMaybe<AreaGrade>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 法人番号: 13 digits, the first of which checks the others. */
  readonly corporateNumber?: InputMaybe<Scalars['String']['input']>;
  /** 法人の名称. */
  readonly corporationName?: InputMaybe<Scalars['String']['input']>;
  /** 適格請求書発行事業者登録番号: T and 13 digits. */
  readonly invoiceNumber?: InputMaybe<Scalars['String']['input']>;
  /** 緯度: degrees north (WGS 84). */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** 経度: degrees east (WGS 84). */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** 市区町村. */
  readonly municipality?: InputMaybe<Scalars['String']['input']>;
  /** 事業所名. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** フリガナ of the name. */
  readonly nameKana?: InputMaybe<Scalars['String']['input']>;
  /** 通知先のメールアドレス: at most 5, null or empty: none. */
  readonly noticeEmail?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The office to be changed. */
  readonly officeId: Scalars['ID']['input'];
  /** 電話番号, for offices of a common network. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** サービスの種類 that it gives. */
  readonly services?: InputMaybe<ReadonlyArray<ServiceKind>>;
  /** 特定事業所加算. */
  readonly surcharges?: InputMaybe<ReadonlyArray<Surcharge>>;
  /** 加算の開始日. */
  readonly surchargesFrom?: InputMaybe<Scalars['Date']['input']>;
};

/** 利用者. What a viewer may not see is null, never an empty string. */
export type Client = {
  readonly __typename?: 'Client';
  /** 町丁目 at the finest; all that an office sees before it has accepted; null to one that is out (rule 11). */
  readonly area?: Maybe<Scalars['String']['output']>;
  /**
   * 打診先の候補: member offices, those without obstacles first, then by earlier visits to the client (most first), distance (nearest first, unknown last),
   * minutes already taken in that week (fewest first). A suggestion; nothing is stored.
   */
  readonly candidates?: Maybe<ReadonlyArray<Candidate>>;
  /** 要介護度, as it is now. */
  readonly careLevel: CareLevel;
  /** 居宅介護支援事業所の名称. */
  readonly careManagementName?: Maybe<Scalars['String']['output']>;
  /** 居宅介護支援事業所: addressee of UPJSK; the CARE_MANAGER audience is one invitation each. */
  readonly careManagementNumber?: Maybe<Scalars['String']['output']>;
  /** Files that the viewer's own office has made of a month, in the order in which they are processed. */
  readonly careplanFiles?: Maybe<ReadonlyArray<CareplanFile>>;
  /** Pseudonym, unique in the network; the only name that consultants see. */
  readonly code: Scalars['String']['output'];
  /** 同意, those withdrawn included; empty to assist offices and caregivers. */
  readonly consents: ReadonlyArray<Consent>;
  /** Set once the personal data has been destroyed. */
  readonly erasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** 履歴: of the client's registration, changes, consents, transfers and end. A former partner office sees it up to the transfer; offices asked see none. */
  readonly history: ReadonlyArray<HistoryEntry>;
  /** Of the client, made from network and code. */
  readonly id: Scalars['ID']['output'];
  /** 利用の最終日: last day of service; from the day after nothing can be delegated (CLIENT_LEFT) and `clients` leaves the client out unless asked. As consents: null to offices asked. */
  readonly leftOn?: Maybe<Scalars['Date']['output']>;
  /** Of `personal`; stays, for the retention period, to the office and the caregiver that made a visit: it is their legal record too. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** In which the client's visits may be delegated. */
  readonly network: Network;
  /** パートナー事業所: it has the contract with the client, and delegates. */
  readonly partnerOffice: Office;
  /**
   * COORDINATOR of the partner office, and of an office to which a visit of this client is allocated (a candidate's yes is not enough) until that visit is
   * verified, missed, cancelled or released; the caregiver assigned to such a visit.
   */
  readonly personal?: Maybe<ClientPersonal>;
  /** 予定 of a month that the viewer's own office has imported, in the order of the starts; empty where it has none. An office keeps what it imported, when the client has gone to another. */
  readonly plan?: Maybe<ReadonlyArray<PlannedVisit>>;
  /** 引き継ぎの予定: a transfer that has not come into force; null to offices asked. */
  readonly transfer?: Maybe<ClientTransfer>;
};


/** 利用者. What a viewer may not see is null, never an empty string. */
export type ClientCandidatesArgs = {
  visits: ReadonlyArray<DelegatedVisitInput>;
};


/** 利用者. What a viewer may not see is null, never an empty string. */
export type ClientCareplanFilesArgs = {
  month: Scalars['Month']['input'];
};


/** 利用者. What a viewer may not see is null, never an empty string. */
export type ClientPlanArgs = {
  month: Scalars['Month']['input'];
};

/** A page of clients (利用者). */
export type ClientConnection = {
  readonly __typename?: 'ClientConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<ClientEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A client in its place in the list. */
export type ClientEdge = {
  readonly __typename?: 'ClientEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Client;
};

/** includeFormer: with those who have left or been erased, or were transferred to another office. */
export type ClientFilter = {
  /** With those who have left or been erased. */
  readonly includeFormer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of this partner office. */
  readonly partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
};

/** What the mutation answers with; see Payload. */
export type ClientPayload = Payload & {
  readonly __typename?: 'ClientPayload';
  /** The client as they are now; null where it was refused. */
  readonly client?: Maybe<Client>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** latitude, longitude: without them OUTSIDE_LOCATION is not raised. */
export type ClientPersonal = {
  readonly __typename?: 'ClientPersonal';
  /** 住所. */
  readonly address: Scalars['String']['output'];
  /** 生年月日. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** 訪問時の注意: where the key is, whom to ring, the dog. */
  readonly entryNotes?: Maybe<Scalars['String']['output']>;
  /** 被保険者番号: 10 digits, or H and 9 digits. */
  readonly insuredNumber?: Maybe<Scalars['String']['output']>;
  /** 保険者番号, 6 digits. */
  readonly insurerNumber?: Maybe<Scalars['String']['output']>;
  /** 緯度 of the home, degrees north (WGS 84). */
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  /** 経度 of the home, degrees east (WGS 84). */
  readonly longitude?: Maybe<Scalars['Float']['output']>;
  /** 氏名. */
  readonly name: Scalars['String']['output'];
  /** フリガナ. */
  readonly nameKana?: Maybe<Scalars['String']['output']>;
  /** 電話番号. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** 利用者の個人情報: absent = as before, null = none. */
export type ClientPersonalChange = {
  /** 住所. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** 生年月日. */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** 訪問時の注意: where the key is, whom to ring, the dog. */
  readonly entryNotes?: InputMaybe<Scalars['String']['input']>;
  /** 被保険者番号: 10 digits, or H and 9 digits. */
  readonly insuredNumber?: InputMaybe<Scalars['String']['input']>;
  /** 保険者番号: 6 digits. */
  readonly insurerNumber?: InputMaybe<Scalars['String']['input']>;
  /** 緯度 of the home, degrees north (WGS 84). */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** 経度 of the home, degrees east (WGS 84). */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** 氏名. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** フリガナ. */
  readonly nameKana?: InputMaybe<Scalars['String']['input']>;
  /** 電話番号. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** 利用者の個人情報: sealed with the client's key before it is stored. */
export type ClientPersonalInput = {
  /** 住所. */
  readonly address: Scalars['String']['input'];
  /** 生年月日. */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** 訪問時の注意: where the key is, whom to ring, the dog. */
  readonly entryNotes?: InputMaybe<Scalars['String']['input']>;
  /** 被保険者番号: 10 digits, or H and 9 digits. */
  readonly insuredNumber?: InputMaybe<Scalars['String']['input']>;
  /** 保険者番号: 6 digits. */
  readonly insurerNumber?: InputMaybe<Scalars['String']['input']>;
  /** 緯度 of the home, degrees north (WGS 84). */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** 経度 of the home, degrees east (WGS 84). */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** 氏名. */
  readonly name: Scalars['String']['input'];
  /** フリガナ. */
  readonly nameKana?: InputMaybe<Scalars['String']['input']>;
  /** 電話番号. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** 引き継ぎ: from `on` on the client is that office's. */
export type ClientTransfer = {
  readonly __typename?: 'ClientTransfer';
  /** 引き継ぐ日: its first day. */
  readonly on: Scalars['Date']['output'];
  /** 引き継ぎ先: the next partner office. */
  readonly toOffice: Office;
};

/** What `closeSettlement` takes. */
export type CloseSettlementInput = {
  /** アシスト事業所 of the pair. */
  readonly assistOfficeId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 対象年月: one that is over. */
  readonly month: Scalars['Month']['input'];
  /** ネットワーク. */
  readonly networkId: Scalars['ID']['input'];
  /** パートナー事業所: the caller's own office. */
  readonly partnerOfficeId: Scalars['ID']['input'];
};

/** Shown only where the question named has one of the values; answers to hidden questions are refused. */
export type Condition = {
  readonly __typename?: 'Condition';
  /** Values of which one must have been chosen. */
  readonly anyOf: ReadonlyArray<Scalars['String']['output']>;
  /** `code` of a question before this one. */
  readonly question: Scalars['String']['output'];
};

/** When a question is put. */
export type ConditionInput = {
  /** Values of which one must have been chosen. */
  readonly anyOf: ReadonlyArray<Scalars['String']['input']>;
  /** `code` of a question before this one. */
  readonly question: Scalars['String']['input'];
};

/** What `confirmStatement` takes. */
export type ConfirmStatementInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** 同意 of a client, as documented on paper. */
export type Consent = {
  readonly __typename?: 'Consent';
  /** 同意の書面: where it is filed. */
  readonly documentedBy?: Maybe<Scalars['String']['output']>;
  /** 同意日: the first day on which it holds. */
  readonly givenOn: Scalars['Date']['output'];
  /** Of the consent (同意), given once. */
  readonly id: Scalars['ID']['output'];
  /** 同意の範囲. */
  readonly scope: ConsentScope;
  /** 撤回日: from this day on it does not hold; null while it stands. */
  readonly withdrawnOn?: Maybe<Scalars['Date']['output']>;
};

/** 同意の範囲: to what a client has consented. */
export type ConsentScope =
  /** ネットワーク内での情報共有と受託事業所による訪問 */
  | 'SHARE_WITHIN_NETWORK'
  /** 評価アンケート */
  | 'SURVEY';

/** FREE: nobody has it. UNCOVERED: its start came and nobody had it. To an assist office what another has is TAKEN, without whom. */
export type CoverState =
  /** 未決定. */
  | 'FREE'
  /** 決定: an office has it. */
  | 'TAKEN'
  /** 未実施: nobody had it at its start. */
  | 'UNCOVERED'
  /** 取下げ: the partner office withdrew it. */
  | 'WITHDRAWN';

/** 辞退の理由ごとの件数. */
export type DeclineCount = {
  readonly __typename?: 'DeclineCount';
  /** 件数. */
  readonly n: Scalars['Int']['output'];
  /** 理由. */
  readonly reason: DeclineReason;
};

/** What `declineOffer` takes. */
export type DeclineOfferInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 備考: for the partner office. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 打診; absent: `seeOffer` says which is meant. */
  readonly offerId?: InputMaybe<Scalars['ID']['input']>;
  /** 断る理由. */
  readonly reason: DeclineReason;
};

/** 断った理由: the evaluation counts them, so the nearest one helps. */
export type DeclineReason =
  /** 利用者との相性. */
  | 'CLIENT_MATCH'
  /** 感染症のため. */
  | 'INFECTION'
  /** 人手が足りない. */
  | 'NO_CAPACITY'
  /** その他: the note says what. */
  | 'OTHER'
  /** 対応地域の外. */
  | 'OUT_OF_AREA'
  /** 委託料が合わない. */
  | 'PRICE'
  /** 必要な資格の訪問介護員がいない. */
  | 'QUALIFICATION'
  /** 時間帯が合わない. */
  | 'TIME_BAND'
  /** 移動に時間がかかる. */
  | 'TRAVEL_TIME';

/** What `declineTerms` takes. */
export type DeclineTermsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 断る理由: for the office that proposed. */
  readonly note: Scalars['String']['input'];
  /** Of the version proposed. */
  readonly termsId: Scalars['ID']['input'];
};

/** A visit as it was asked for, whoever makes it. */
export type DelegatedVisit = {
  readonly __typename?: 'DelegatedVisit';
  /** アシスト事業所 that has it; null while nobody has, and to an office that is not it. */
  readonly allocatedTo?: Maybe<Office>;
  /** 訪問介護員の人数 of the row it comes from, 1 or 2; this visit is one caregiver's. */
  readonly caregiversRequired: Scalars['Int']['output'];
  /** 緊急時訪問介護加算: care manager and サ責 agreed on it. */
  readonly emergency: Scalars['Boolean']['output'];
  /** = visitId. */
  readonly id: Scalars['ID']['output'];
  /** 所要時間 as planned, in minutes. */
  readonly minutes: Scalars['Int']['output'];
  /** 訪問番号, as `Visit.number`. */
  readonly number: Scalars['String']['output'];
  /** How many of `minutes` are 身体介護; PHYSICAL_THEN_DAILY_LIVING alone. */
  readonly physicalMinutes?: Maybe<Scalars['Int']['output']>;
  /** 終了予定時刻. */
  readonly plannedEnd: Scalars['DateTime']['output'];
  /** 開始予定時刻. */
  readonly plannedStart: Scalars['DateTime']['output'];
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** Whether an office has it. */
  readonly state: CoverState;
  /** サービス内容 asked for. */
  readonly tasks: ReadonlyArray<CareTask>;
  /** What became of it where nobody had it at its start; null until answered. */
  readonly uncoveredOutcome?: Maybe<UncoveredOutcome>;
  /** The visit itself, once an office has it and the viewer may see it. */
  readonly visit?: Maybe<Visit>;
  /** Of the visit; `visit` answers null until it has been allocated and scheduled. */
  readonly visitId: Scalars['ID']['output'];
};

/** A visit to be delegated. */
export type DelegatedVisitInput = {
  /** With 2 the row becomes two visits at the same time, a caregiver each; one office or two may make them. */
  readonly caregiversRequired?: InputMaybe<Scalars['Int']['input']>;
  /** 緊急時訪問介護加算: care manager and サ責 agreed on it; adds 100 units, raises no WITHIN_TWO_HOURS. */
  readonly emergency?: InputMaybe<Scalars['Boolean']['input']>;
  /** plannedEnd - plannedStart (MINUTES_DIFFER). */
  readonly minutes: Scalars['Int']['input'];
  /** With PHYSICAL_THEN_DAILY_LIVING, and there always (PHYSICAL_MINUTES_MISSING): how many of `minutes` are 身体介護. 75 minutes are 身体1生活2 (374) with 29, 身体2生活1 (452) with 40. */
  readonly physicalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 終了予定時刻. */
  readonly plannedEnd: Scalars['DateTime']['input'];
  /** 開始予定時刻: after now. */
  readonly plannedStart: Scalars['DateTime']['input'];
  /** The planned visit that this one covers (ケアプランの予定). */
  readonly plannedVisitId?: InputMaybe<Scalars['ID']['input']>;
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** Codes of `careTasks`; offices see them before they accept. */
  readonly tasks?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * 委託: visits of one client that the partner office cannot cover, offered in rounds until they are taken, withdrawn
 * or handed back to the telephone (ESCALATED).
 */
export type Delegation = {
  readonly __typename?: 'Delegation';
  /** 利用者 whose visits they are. */
  readonly client: Client;
  /** What has happened to it, in order (履歴). */
  readonly history: ReadonlyArray<HistoryEntry>;
  /** Of the delegation, made by the server. */
  readonly id: Scalars['ID']['output'];
  /** 依頼の方法. */
  readonly mode: DelegationMode;
  /** In which it is offered. */
  readonly network: Network;
  /** What offices need to judge the request; holds no name. Sealed with the client's key. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** 委託番号 to say on the telephone: by network and fiscal year in the order of the log, `26-0143`. */
  readonly number: Scalars['String']['output'];
  /**
   * Every offer of every round. An assist office sees its own alone, and of `rounds`, `history` and `visits.allocatedTo` only what names
   * itself: nobody learns whom else was asked, nor who won.
   */
  readonly offers: ReadonlyArray<Offer>;
  /** パートナー事業所: the one that asks. */
  readonly partnerOffice: Office;
  /** 依頼日時. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Who asked: a person's name to the own office, to others the office's. */
  readonly requestedBy: Scalars['String']['output'];
  /** The newest round that has opened, counted from 1 (何回目の打診か). */
  readonly round: Scalars['Int']['output'];
  /** Rounds (打診の回), opened and planned. */
  readonly rounds: ReadonlyArray<OfferRound>;
  /** 状態, from its visits and rounds. */
  readonly status: DelegationStatus;
  /** How many of its visits nobody had at their start (未実施). */
  readonly uncoveredVisits: Scalars['Int']['output'];
  /** Visits asked for, in the order of the request; a row for two caregivers stands as two. */
  readonly visits: ReadonlyArray<DelegatedVisit>;
};

/** A page of delegations (委託). */
export type DelegationConnection = {
  readonly __typename?: 'DelegationConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<DelegationEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A delegation in its place in the list. */
export type DelegationEdge = {
  readonly __typename?: 'DelegationEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Delegation;
};

/** Which delegations; what is absent leaves all in. */
export type DelegationFilter = {
  /** In which this office was asked. */
  readonly assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this client. */
  readonly clientId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this 委託番号, or of this 訪問番号 of one of its visits. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** With an offer of one of these states; an assist office: with such an offer of its own. */
  readonly offerStatus?: InputMaybe<ReadonlyArray<OfferStatus>>;
  /** Asked by this office. */
  readonly partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
  /** With a visit on this day or later. */
  readonly plannedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** With a visit on this day or earlier. */
  readonly plannedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Of one of these states. */
  readonly status?: InputMaybe<ReadonlyArray<DelegationStatus>>;
};

/** 依頼の方法: how the office that makes the visits is found. */
export type DelegationMode =
  /** One named office under a standing agreement; still answers. */
  | 'DIRECT'
  /** The first office to accept takes the visits. */
  | 'FIRST_TO_ACCEPT'
  /** Offices accept, the partner office selects among them. */
  | 'PARTNER_SELECTS';

/** A change of one of the office's own 委託. */
export type DelegationNotice = {
  readonly __typename?: 'DelegationNotice';
  /** Of this notice, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** 委託 as it is now. */
  readonly delegation: Delegation;
};

/** What the mutation answers with; see Payload. */
export type DelegationPayload = Payload & {
  readonly __typename?: 'DelegationPayload';
  /** The delegation as it is now; null where it was refused. */
  readonly delegation?: Maybe<Delegation>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The first that holds, from below: COMPLETED (the last planned end is over and something is still allocated), WITHDRAWN (nothing stands, and no start came that nobody had), UNCOVERED (nothing stands, and one did), ESCALATED, ALLOCATED, PARTLY_ALLOCATED, OPEN. */
export type DelegationStatus =
  /** 決定: every visit that stands has an office. */
  | 'ALLOCATED'
  /** 終了: the last planned end is over. */
  | 'COMPLETED'
  /** 電話対応: nobody is left to ask; the partner office has to telephone, offer again or withdraw. */
  | 'ESCALATED'
  /** 打診中: nothing has been allocated yet. */
  | 'OPEN'
  /** 一部決定: some visits have an office, others none yet. */
  | 'PARTLY_ALLOCATED'
  /** 未実施: nothing stands, and at a start nobody had the visit. */
  | 'UNCOVERED'
  /** 取下げ: all was withdrawn before its start. */
  | 'WITHDRAWN';

/** What two offices have agreed; versions are kept and each visit is priced by the one in force on its day. */
export type DelegationTerms = {
  readonly __typename?: 'DelegationTerms';
  /** When the other office agreed; null where it has not. */
  readonly agreedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who agreed: a person's name to the own office, to others the office's. */
  readonly agreedBy?: Maybe<Scalars['String']['output']>;
  /** アシスト事業所: is paid. */
  readonly assistOffice: Office;
  /** 取消料: bands by the notice given; empty: a cancellation costs nothing. */
  readonly cancellation: ReadonlyArray<CancellationBand>;
  /** Names of the fields that differ from the version before; for the first all. */
  readonly changed: ReadonlyArray<Scalars['String']['output']>;
  /** A statement that nobody disputes counts as confirmed after so many days; 0 = silence never confirms. */
  readonly confirmDays: Scalars['Int']['output'];
  /** 断った理由. */
  readonly declineNote?: Maybe<Scalars['String']['output']>;
  /** When the other office declined; null where it has not. */
  readonly declinedAt?: Maybe<Scalars['DateTime']['output']>;
  /** 開始日: the first day. */
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Last day; null while they run. */
  readonly endsOn?: Maybe<Scalars['Date']['output']>;
  /** 委託料の計算方法. */
  readonly feeBasis: FeeBasis;
  /** Of this version. */
  readonly id: Scalars['ID']['output'];
  /** In which they hold. */
  readonly network: Network;
  /** パートナー事業所: pays. */
  readonly partnerOffice: Office;
  /** Days from the end of the month to payment; at most 60. */
  readonly paymentDays: Scalars['Int']['output'];
  /** Per cent of the 介護報酬 as a decimal, e.g. "85"; PERCENT_OF_BENEFIT alone. */
  readonly percent?: Maybe<Scalars['String']['output']>;
  /** The version before; null for the first. */
  readonly previous?: Maybe<DelegationTerms>;
  /** Prices by service and minutes; PER_VISIT alone. */
  readonly prices: ReadonlyArray<VisitPrice>;
  /** The office that proposed this version. */
  readonly proposedBy: Office;
  /** 端数の扱い. */
  readonly rounding: Rounding;
  /** 消費税の区分. */
  readonly taxClass: TaxClass;
  /** Counted from 1 in the pair. */
  readonly version: Scalars['Int']['output'];
  /** 1時間の価格; PER_HOUR alone. */
  readonly yenPerHour?: Maybe<Scalars['Yen']['output']>;
};

/** What `dismissFromNetwork` takes. */
export type DismissFromNetworkInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** ネットワーク. */
  readonly networkId: Scalars['ID']['input'];
  /** 理由: for the history. */
  readonly reason: Scalars['String']['input'];
  /** The token's `sub` of whoever is dismissed. */
  readonly subject: Scalars['ID']['input'];
};

/** What `disputeLine` takes. */
export type DisputeLineInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 明細. */
  readonly lineId: Scalars['ID']['input'];
  /** 異議の理由, as it is to be read by the partner office. */
  readonly reason: Scalars['String']['input'];
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** 異議の結果. */
export type DisputeOutcome =
  /** 認めない: the line stands. */
  | 'REJECTED'
  /** 認める: put right by an adjustment. */
  | 'UPHELD'
  /** 取下げ, by the assist office: the line stands. */
  | 'WITHDRAWN';

/** What `dissolveNetwork` takes. */
export type DissolveNetworkInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** The network to be dissolved. */
  readonly networkId: Scalars['ID']['input'];
  /** 理由: for the history. */
  readonly reason: Scalars['String']['input'];
};

/** What `draftSurvey` takes. */
export type DraftSurveyInput = {
  /** 匿名: no answer can be led back to whoever gave it. */
  readonly anonymous?: InputMaybe<Scalars['Boolean']['input']>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Waves of the study still to come: only then are answers joined over time. */
  readonly furtherWaves?: InputMaybe<ReadonlyArray<Wave>>;
  /** 調査の説明: purpose, who asks, what becomes of the answers. */
  readonly intro?: InputMaybe<Scalars['String']['input']>;
  /** ネットワーク whose people are asked. */
  readonly networkIds: ReadonlyArray<Scalars['ID']['input']>;
  /** 設問, in order, at most 100. */
  readonly questions: ReadonlyArray<QuestionInput>;
  /** Name of the study that its waves share. */
  readonly study: Scalars['String']['input'];
  /** Last day on which they are. */
  readonly studyEndsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The draft to be replaced; absent: a new one. */
  readonly surveyId?: InputMaybe<Scalars['ID']['input']>;
  /** Smallest group that is ever shown, 3 at least. */
  readonly threshold?: InputMaybe<Scalars['Int']['input']>;
  /** 題名. */
  readonly title: Scalars['String']['input'];
  /** 調査の回. */
  readonly wave: Wave;
};

/** 利用の終了: the client, the last day and why. */
export type EndClientInput = {
  /** 利用者: of one's own. */
  readonly clientId: Scalars['ID']['input'];
  /** The caller's own UUID, which makes it safe to repeat. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 最終日: the last day of service. */
  readonly leftOn: Scalars['Date']['input'];
  /** 理由: why it ends. */
  readonly reason: CancelReason;
};

/** What `endTerms` takes. */
export type EndTermsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 終了日: the last day. */
  readonly endsOn: Scalars['Date']['input'];
  /** 理由: for the other office. */
  readonly reason: Scalars['String']['input'];
  /** Of the version in force. */
  readonly termsId: Scalars['ID']['input'];
};

/** code: given by the server where absent. */
export type EnrollCaregiverInput = {
  /** Pseudonym, unique in the office (コード). */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 氏名; sealed with the caregiver's key. */
  readonly name: Scalars['String']['input'];
  /** 所属事業所. */
  readonly officeId: Scalars['ID']['input'];
  /** 資格. */
  readonly qualifications: ReadonlyArray<Qualification>;
};

/** What `enrollMember` takes. */
export type EnrollMemberInput = {
  /** The caregiver (訪問介護員) whom the person is; for a COORDINATOR, where they also make visits. */
  readonly caregiverId?: InputMaybe<Scalars['ID']['input']>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 氏名; sealed with the member's key. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 所属事業所: for COORDINATOR and CAREGIVER. */
  readonly officeId?: InputMaybe<Scalars['ID']['input']>;
  /** 役割. */
  readonly role: Role;
  /** The token's `sub`, which must be opaque (no e-mail address). */
  readonly subject: Scalars['ID']['input'];
};

/** 要確認事項の種類: what does not fit in a record (rule 24). */
export type ExceptionCode =
  /** 訪問介護員の重複: one person at two visits at once; the other client is not named. FIX. */
  | 'CAREGIVER_OVERLAP'
  /** 利用者の訪問の重複, unless the two are a pair. FIX. */
  | 'CLIENT_OVERLAP'
  /** A second record with other content; the first stands. */
  | 'DUPLICATE_UPLOAD'
  /** 所要時間の相違: worked and planned minutes differ by more than 10. FIX. */
  | 'DURATION_DIFFERS'
  /** 遅れた記録: more than 24 hours after the end, or in the place of a report, cancellation or release. ACKNOWLEDGE. */
  | 'LATE_RECORD'
  /** 手入力の時刻. ACKNOWLEDGE. */
  | 'MANUAL_TIME'
  /** 位置の相違: a punch more than 500 m from the client's home. ACKNOWLEDGE. */
  | 'OUTSIDE_LOCATION'
  /** 資格の不足: 身体介護 or 通院等乗降介助 by whoever may not give it. FIX. */
  | 'QUALIFICATION_MISSING'
  /** A record of an office that had handed the visit back, which another has by now; the partner office acknowledges (rule 22). */
  | 'RECORD_AFTER_RELEASE'
  /** 開始時刻の相違: more than 30 minutes from the plan. ACKNOWLEDGE. */
  | 'START_DIFFERS'
  /** A task done that the service does not hold, as 入浴 in 生活援助. */
  | 'TASK_MISMATCH'
  /** Adjusted times stand beside a punch; the partner office acknowledges. */
  | 'TIMES_ADJUSTED'
  /** 2時間ルール: another visit of the client lies less than two hours away. ACKNOWLEDGE. */
  | 'WITHIN_TWO_HOURS';

/** What it takes before a visit with an exception can be verified. */
export type ExceptionSeverity =
  /** Must be acknowledged with a reason. */
  | 'ACKNOWLEDGE'
  /** Must be put right before the visit can be verified. */
  | 'FIX';

/** What `exportCareplan` takes. */
export type ExportCareplanInput = {
  /** 利用者. */
  readonly clientId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** ファイルの種類. */
  readonly kind?: InputMaybe<CareplanFileKind>;
  /** 対象年月. */
  readonly month: Scalars['Month']['input'];
  /** Absent: those that the care plan has (初回加算, 処遇改善加算). */
  readonly monthItems?: InputMaybe<ReadonlyArray<MonthItem>>;
};

/** 出力の種類: what a file holds. */
export type ExportKind =
  /** 委託の一覧 as CSV: those with a visit in these months. */
  | 'DELEGATIONS'
  /** 訪問台帳 as CSV. */
  | 'LEDGER'
  /** One PDF of the record sheets (サービス提供記録) of the lines asked for, in their order; those without a record are named at its end. */
  | 'RECORD_SHEETS'
  /** 支払通知書の一覧 as CSV. */
  | 'STATEMENTS'
  /**
   * 分析用の訪問データ as CSV, for CONSULTANT: names drawn by lot for each file, small groups hidden as in surveys (秘匿). The
   * same address with `&part=codebook` is its codebook.
   */
  | 'VISITS_PSEUDONYMOUS';

/** 委託料の計算方法. */
export type FeeBasis =
  /** Per cent of the visit's 介護報酬 (units × yen per unit). */
  | 'PERCENT_OF_BENEFIT'
  /** A price an hour, by minutes worked. */
  | 'PER_HOUR'
  /** A price a visit, by service and planned minutes. */
  | 'PER_VISIT';

/** How many cases a figure rests on. */
export type FigureCases = {
  readonly __typename?: 'FigureCases';
  /** Name of the field. */
  readonly figure: Scalars['String']['output'];
  /** 件数. */
  readonly n: Scalars['Int']['output'];
};

/** What `formNetwork` takes. */
export type FormNetworkInput = {
  /** 地域, in words. */
  readonly area: Scalars['String']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 年度, e.g. 2026 = 令和8年度. */
  readonly fiscalYear: Scalars['Int']['input'];
  /** ネットワーク名. */
  readonly name: Scalars['String']['input'];
};

/** reachesThreshold: whether the group can be shown at all, were everybody to answer. */
export type FrameGroup = {
  readonly __typename?: 'FrameGroup';
  /** 対象者. */
  readonly audience: Audience;
  /** How many took part in delegations in the period. */
  readonly eligible: Scalars['Int']['output'];
  /** How many of them are invited: clients and families who do not consent to surveys are not. */
  readonly invited: Scalars['Int']['output'];
  /** ネットワーク. */
  readonly network: Network;
  /** Whether the group could be shown, were everybody to answer. */
  readonly reachesThreshold: Scalars['Boolean']['output'];
};

/** What `giveConsent` takes. */
export type GiveConsentInput = {
  /** 利用者. */
  readonly clientId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 同意の書面: where it is filed. */
  readonly documentedBy: Scalars['String']['input'];
  /** 同意日: the first day on which it holds. */
  readonly givenOn: Scalars['Date']['input'];
  /** 同意の範囲. */
  readonly scope: ConsentScope;
};

/** What `grantMoreTime` takes. */
export type GrantMoreTimeInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** How many minutes more (延長). */
  readonly minutes: Scalars['Int']['input'];
  /** 打診; absent: that office's open one. */
  readonly offerId?: InputMaybe<Scalars['ID']['input']>;
  /** The office that asked for more time. */
  readonly officeId: Scalars['ID']['input'];
};

/** 申し送り: what the next one must know; neither office nor caregiver. Seen by the rights of the visit through which it is read. */
export type Handover = {
  readonly __typename?: 'Handover';
  /** 心身の状況. */
  readonly condition?: Maybe<Scalars['String']['output']>;
  /** Of this 申し送り alone: not the visit's. */
  readonly id: Scalars['ID']['output'];
  /** 特記事項. */
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** 開始予定時刻 of the visit that it is of. */
  readonly plannedStart: Scalars['DateTime']['output'];
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** サービス内容: what was done. */
  readonly tasks: ReadonlyArray<CareTask>;
};

/** One line of an entity's history: what happened, who did it, when it was so and when it was recorded. */
export type HistoryEntry = {
  readonly __typename?: 'HistoryEntry';
  /** Who did it: a person's name to the own office, to others the office's; システム where nobody did. */
  readonly actor: Scalars['String']['output'];
  /** The office of whoever did it; null where they have none, and where the viewer may not know. */
  readonly actorOffice?: Maybe<Office>;
  /** Of the event in the log. */
  readonly eventId: Scalars['ID']['output'];
  /** = eventId. */
  readonly id: Scalars['ID']['output'];
  /** When it was so. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Where in the log it stands. */
  readonly position: Scalars['LogPosition']['output'];
  /** When it was written. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** What happened, in Japanese; names nobody. */
  readonly summary: Scalars['String']['output'];
  /** The event's name, e.g. VisitVerified. */
  readonly type: Scalars['String']['output'];
};

/** 保留: a visit that is not in a statement yet. */
export type Hold = {
  readonly __typename?: 'Hold';
  /** 保留の理由. */
  readonly code: HoldCode;
  /** Of the visit's hold (保留), the same as long as it waits for the same. */
  readonly id: Scalars['ID']['output'];
  /** Since when it has been that office's move. */
  readonly since: Scalars['DateTime']['output'];
  /** 訪問. */
  readonly visit: Visit;
  /** The office whose move it is. */
  readonly waitingFor: Office;
};

/** 保留の理由: why a visit is not in a statement yet. */
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

/** What `importCareplan` takes. */
export type ImportCareplanInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** The file's bytes in Base64. */
  readonly contentBase64: Scalars['String']['input'];
  /** ファイル名 as the standard has it; of version 3 or 4. */
  readonly fileName: Scalars['String']['input'];
  /** In which the clients are. */
  readonly networkId: Scalars['ID']['input'];
  /** パートナー事業所: the caller's own office, to which the file is addressed. */
  readonly partnerOfficeId: Scalars['ID']['input'];
};

/**
 * 評価指標 of a month, computed from the events alone; every figure says over how many cases (`cases`). Each is defined in
 * docs/indicators.md. A visit counts in the month for which it is planned, an offer in the month in which it was made.
 */
export type Indicators = {
  readonly __typename?: 'Indicators';
  /** 記録を訂正した割合: of the recorded visits. */
  readonly amendedRate?: Maybe<Scalars['Float']['output']>;
  /** 時間帯ごとの充足. */
  readonly byTimeBand: ReadonlyArray<BandCoverage>;
  /** 取消率: cancelled of the visits that an office held. */
  readonly cancelledRate?: Maybe<Scalars['Float']['output']>;
  /** 利用者1人あたりの訪問介護員数: distinct caregivers a client and month, the mean over clients visited. */
  readonly caregiversPerClient?: Maybe<Scalars['Float']['output']>;
  /** How many cases each figure rests on, by the name of its field. */
  readonly cases: ReadonlyArray<FigureCases>;
  /** 継続性: Bice-Boxerman continuity-of-care index, the mean over clients visited twice or more. */
  readonly continuityOfCare?: Maybe<Scalars['Float']['output']>;
  /** 充足率: covered of requested. */
  readonly coverageRate?: Maybe<Scalars['Float']['output']>;
  /** 1回目の打診で充足した件数. */
  readonly coveredInFirstRound: Scalars['Int']['output'];
  /** 辞退の理由: offers declined, by reason. */
  readonly declines: ReadonlyArray<DeclineCount>;
  /** 委託訪問の時間（分）: worked where recorded, else planned; without missed, cancelled and released visits. */
  readonly delegatedMinutes: Scalars['Int']['output'];
  /** 電話調整に回った件数: visits for which nobody was left to ask at some time. */
  readonly escalated: Scalars['Int']['output'];
  /** 例外のあった割合: of the recorded visits, those that ever had an open exception. */
  readonly exceptionRate?: Maybe<Scalars['Float']['output']>;
  /** 委託料（円）: what the visits cost so far, cancellations included. */
  readonly feeYen: Scalars['Yen']['output'];
  /** 事業所ごとの負担: share of delegated minutes by assist office. */
  readonly load: ReadonlyArray<OfficeLoad>;
  /** 負担の偏り: Gini coefficient of their minutes. */
  readonly loadGini?: Maybe<Scalars['Float']['output']>;
  /** 支払までの日数（中央値）: from the month's end until its statement was paid. */
  readonly medianDaysToPayment?: Maybe<Scalars['Float']['output']>;
  /** 記録までの時間（中央値、時間）: from the end of the visit to its first record. */
  readonly medianHoursToRecord?: Maybe<Scalars['Float']['output']>;
  /** 確定までの時間（中央値、時間）: from the first record until it was verified. */
  readonly medianHoursToVerify?: Maybe<Scalars['Float']['output']>;
  /** 受諾までの時間（中央値、分）: from the request, or the release, until an office had the visit. */
  readonly medianMinutesToAccept?: Maybe<Scalars['Float']['output']>;
  /** 未訪問率: missed of the visits that an office holds. */
  readonly missedRate?: Maybe<Scalars['Float']['output']>;
  /** 対象年月. */
  readonly month: Scalars['Month']['output'];
  /** ネットワーク. */
  readonly network: Network;
  /** 受諾までの時間（90パーセンタイル、分）. */
  readonly p90MinutesToAccept?: Maybe<Scalars['Float']['output']>;
  /** 返上率: handed back at least once, of the visits that an office ever had. */
  readonly releasedRate?: Maybe<Scalars['Float']['output']>;
  /** 受け手のなかった訪問: visits that nobody had at their start, by what became of them. */
  readonly uncovered: ReadonlyArray<UncoveredCount>;
  /** 充足件数: of these, visits that an assist office has, or had when they were withdrawn. */
  readonly visitsCovered: Scalars['Int']['output'];
  /** 依頼件数: visits asked for, but those withdrawn before anybody had them. */
  readonly visitsRequested: Scalars['Int']['output'];
};

/** What `instructPayments` takes. */
export type InstructPaymentsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** パートナー事業所: the caller's own office, which pays. */
  readonly partnerOfficeId: Scalars['ID']['input'];
  /** 支払通知書 of that office, 100 at most. */
  readonly statementIds: ReadonlyArray<Scalars['ID']['input']>;
  /** 振込指定日: a day on which banks are open, at most a month ahead. */
  readonly transferDate: Scalars['Date']['input'];
};

/** recipient: the code of the client or caregiver, the office's name, the care manager's office; never a person's name. `office` hands it out. */
export type Invitation = {
  readonly __typename?: 'Invitation';
  /** 対象者. */
  readonly audience: Audience;
  /** Hands it out. */
  readonly office?: Maybe<Office>;
  /** For whom it is. */
  readonly recipient: Scalars['String']['output'];
  /** The right to answer, once. */
  readonly token: Scalars['String']['output'];
  /** Link to the questionnaire, which holds the token. */
  readonly url: Scalars['String']['output'];
};

/** Tokens are shown here alone, to who opens and reminds; the log holds only a hash. */
export type InvitationsPayload = Payload & {
  readonly __typename?: 'InvitationsPayload';
  /** 招待: of everybody who is invited, when reminding of those who have not answered. */
  readonly invitations: ReadonlyArray<Invitation>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** The survey as it is now; null where it was refused. */
  readonly survey?: Maybe<Survey>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `joinNetwork` takes. */
export type JoinNetworkInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 参加日: the first day on which these roles hold. */
  readonly joinedOn: Scalars['Date']['input'];
  /** ネットワーク. */
  readonly networkId: Scalars['ID']['input'];
  /** The office that joins. */
  readonly officeId: Scalars['ID']['input'];
  /** What it may do in the network: either or both, one at least. */
  readonly roles: ReadonlyArray<NetworkRole>;
};

/** What `leaveNetwork` takes. */
export type LeaveNetworkInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 脱退日: the last day. */
  readonly leftOn: Scalars['Date']['input'];
  /** ネットワーク. */
  readonly networkId: Scalars['ID']['input'];
  /** The office that leaves. */
  readonly officeId: Scalars['ID']['input'];
};

/** A page of the ledger (訪問台帳). */
export type LedgerConnection = {
  readonly __typename?: 'LedgerConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<LedgerEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How far the log had been read for this page. */
  readonly position: Scalars['LogPosition']['output'];
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
  /** Over all pages. */
  readonly totals: LedgerTotals;
};

/** A line in its place in the ledger. */
export type LedgerEdge = {
  readonly __typename?: 'LedgerEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: LedgerEntry;
};

/** 訪問台帳, a line a delegated visit from its scheduling on. */
export type LedgerEntry = {
  readonly __typename?: 'LedgerEntry';
  /** 終了時刻: adjusted, where it was; null until recorded. */
  readonly actualEnd?: Maybe<Scalars['DateTime']['output']>;
  /** 開始時刻: adjusted, where it was; null until recorded. */
  readonly actualStart?: Maybe<Scalars['DateTime']['output']>;
  /** アシスト事業所. */
  readonly assistOffice: Office;
  /** 訪問介護員 assigned; null where nobody is, and to whom may not see them. */
  readonly caregiver?: Maybe<Caregiver>;
  /** 訪問介護員の人数, 1 or 2; this line is one caregiver's. */
  readonly caregiversRequired: Scalars['Int']['output'];
  /** Since when the line has been as it is. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** 利用者, as far as the viewer may see them. */
  readonly client: Client;
  /** Day of the planned start, in Japan's time. */
  readonly date: Scalars['Date']['output'];
  /** 委託料, in yen without tax. */
  readonly feeYen?: Maybe<Scalars['Yen']['output']>;
  /** = visitId. */
  readonly id: Scalars['ID']['output'];
  /** Worked where recorded, else planned. */
  readonly minutes: Scalars['Int']['output'];
  /** 訪問番号, as `Visit.number`. */
  readonly number: Scalars['String']['output'];
  /** How many exceptions (要確認事項) are open. */
  readonly openExceptions: Scalars['Int']['output'];
  /** パートナー事業所. */
  readonly partnerOffice: Office;
  /** 終了予定時刻. */
  readonly plannedEnd: Scalars['DateTime']['output'];
  /** 開始予定時刻. */
  readonly plannedStart: Scalars['DateTime']['output'];
  /** Of the record in force; 0 where there is none. */
  readonly recordVersion: Scalars['Int']['output'];
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** サービスコード, 6 digits; null where none applies. */
  readonly serviceCode?: Maybe<Scalars['String']['output']>;
  /** Of the statement (支払通知書) in which the visit stands; null where in none. */
  readonly statementId?: Maybe<Scalars['ID']['output']>;
  /** 状態 of the visit. */
  readonly status: VisitStatus;
  /** 単位数; null where no code applies. */
  readonly units?: Maybe<Scalars['Int']['output']>;
  /** The visit itself, as it is today. */
  readonly visit: Visit;
  /** Of the visit. */
  readonly visitId: Scalars['ID']['output'];
};

/** Which lines; what is absent leaves all in. */
export type LedgerFilter = {
  /** Of this assist office. */
  readonly assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  /** Assigned to this caregiver. */
  readonly caregiverId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this client. */
  readonly clientId?: InputMaybe<Scalars['ID']['input']>;
  /** From this day on. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Stands, or has stood, in a statement. */
  readonly inStatement?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of this 訪問番号, or all of this 委託番号. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Of this partner office. */
  readonly partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
  /** Of one of these kinds. */
  readonly service?: InputMaybe<ReadonlyArray<ServiceKind>>;
  /** Of one of these states. */
  readonly status?: InputMaybe<ReadonlyArray<VisitStatus>>;
  /** Up to this day, which is included. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  /** true: with an open exception (要確認事項); false: without. */
  readonly withOpenExceptions?: InputMaybe<Scalars['Boolean']['input']>;
  /** SCHEDULED and nobody assigned. */
  readonly withoutCaregiver?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A line of the ledger that has changed. */
export type LedgerNotice = {
  readonly __typename?: 'LedgerNotice';
  /** Of this notice, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The line as that change left it. */
  readonly entry: LedgerEntry;
};

/** Over all lines of the selection; feeYen null where the viewer may not see fees. minutesWorked: of recorded visits alone. */
export type LedgerTotals = {
  readonly __typename?: 'LedgerTotals';
  /** The same for each status that occurs, in the order of a visit's life. */
  readonly byStatus: ReadonlyArray<StatusTotals>;
  /** 委託料, in yen without tax. */
  readonly feeYen?: Maybe<Scalars['Yen']['output']>;
  /** Minutes, worked where recorded, else planned. */
  readonly minutes: Scalars['Int']['output'];
  /** Minutes worked, of recorded visits alone. */
  readonly minutesWorked: Scalars['Int']['output'];
  /** 単位数, those without a code counted as 0. */
  readonly units: Scalars['Int']['output'];
  /** How many lines. */
  readonly visits: Scalars['Int']['output'];
};

/** 異議: the assist office says that a line is wrong. */
export type LineDispute = {
  readonly __typename?: 'LineDispute';
  /** 回答; null while it waits. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** 申立日時. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Who disputed it: a person's name to the own office, to others the office's. */
  readonly openedBy: Scalars['String']['output'];
  /** 結果; null while it waits for an answer. */
  readonly outcome?: Maybe<DisputeOutcome>;
  /** 異議の理由. Null after erasure, as is `answer`. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** 回答日時; null while it waits. */
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** 明細の種類. */
export type LineKind =
  /** Difference to a line settled before. */
  | 'ADJUSTMENT'
  /** 取消料. */
  | 'CANCELLATION'
  /** 繰越: a balance below zero, taken to the pair's next statement. */
  | 'CARRIED_FORWARD'
  /** 訪問の委託料. */
  | 'VISIT';

/** A person as enrolled. The name stands wherever the person acted (requestedBy, recordedBy, issuedBy, approvedBy, actor); outside the office the office's name stands there, and `subject` where no name was given. A CAREGIVER's name is the caregiver's, with its rights. */
export type Member = {
  readonly __typename?: 'Member';
  /** The caregiver (訪問介護員) whom the person is at that office; null for whoever makes no visits. */
  readonly caregiver?: Maybe<Caregiver>;
  /** Of the membership: the person (氏名) in that office, or as appointed to that network (任命). */
  readonly id: Scalars['ID']['output'];
  /** 氏名; null where none was given, and to whom may not see it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 所属事業所; null for ADMINISTRATOR, CONSULTANT and AUDITOR. */
  readonly office?: Maybe<Office>;
  /** 役割. */
  readonly role: Role;
  /** Since when the person has had this role. */
  readonly since: Scalars['DateTime']['output'];
  /** The token's `sub`, which stands for the person in the log. */
  readonly subject: Scalars['ID']['output'];
};

/** What the mutation answers with; see Payload. */
export type MemberPayload = Payload & {
  readonly __typename?: 'MemberPayload';
  /** The person's membership as it is now; null where it was refused, and where it has ended. */
  readonly member?: Maybe<Member>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `confirmMembership` takes. */
export type MembershipInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** The office whose enrolment is taken up. */
  readonly officeId: Scalars['ID']['input'];
};

/** 加算 of a client's month, in 実績 alone (rule 29); TREATMENT is 処遇改善加算. The rates from 2026-06 on, and the codes of Ⅲ and Ⅳ, are not confirmed by the official table: compare the file with it. */
export type MonthItem =
  /** 初回加算 */
  | 'FIRST_VISIT'
  /** Ⅰ */
  | 'TREATMENT_1'
  /** Ⅰイ */
  | 'TREATMENT_1A'
  /** Ⅰロ: its service code has not been confirmed in public sources, so it is refused (MONTH_ITEM_UNCONFIRMED). */
  | 'TREATMENT_1B'
  /** Ⅱ */
  | 'TREATMENT_2'
  /** Ⅱイ */
  | 'TREATMENT_2A'
  /** Ⅱロ */
  | 'TREATMENT_2B'
  /** Ⅲ */
  | 'TREATMENT_3'
  /** Ⅳ */
  | 'TREATMENT_4';

/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** 引き受ける: takes all the visits named, or none. In PARTNER_SELECTS: stands ready. */
  readonly acceptOffer: DelegationPayload;
  /** As the next: the office that did not propose (OWN_PROPOSAL). */
  readonly agreeTerms: TermsPayload;
  /** The caregiver their own record until it is verified. Asks for a reason; "to match the plan" is none: see `resolveException`. */
  readonly amendVisitRecord: VisitPayload;
  /** 回答: once a token. */
  readonly answerSurvey: AnswerPayload;
  /** What became of visits that nobody had at their start; may be answered anew. */
  readonly answerUncovered: DelegationPayload;
  /** The other office. Refused where `changeId` is no longer the open one (CHANGE_NOT_OPEN). */
  readonly answerVisitChange: VisitPayload;
  /** Appoints a CONSULTANT or AUDITOR, and enrols the person in that role where that has not been done. */
  readonly appointToNetwork: NetworkPayload;
  /** Refused to the person who closed the settlement (SAME_PERSON), and where `contentHash` is no longer the statement's (STATEMENT_CHANGED). A total of zero needs none and ends CONFIRMED. */
  readonly approvePayment: StatementPayload;
  /** Until a record stands; assigning again replaces. */
  readonly assignCaregiver: VisitPayload;
  /** At most 100. */
  readonly assignCaregiverToVisits: VisitsPayload;
  /**
   * 訪問先での取消: the caregiver was there and the client was not, or sent them away: from 15 minutes before the planned start until a record stands;
   * CLIENT_ABSENT or CLIENT_REFUSED. CANCELLED with no notice, priced by the narrowest band. The partner office may send it back with
   * `returnVisitRecord`; it is then recorded, cancelled or reported missed anew. CHECK_ON_VISIT asks the partner office to look after the client.
   */
  readonly cancelVisitAtDoor: VisitPayload;
  /** After `leftOn` the caregiver can be neither assigned nor record; visits assigned for later days lose the caregiver and become ASSIGN_CAREGIVER tasks. */
  readonly changeCaregiver: CaregiverPayload;
  /** Absent = as before, null = none. After erasure refused (CLIENT_ERASED). */
  readonly changeClient: ClientPayload;
  /** The office itself all but areaGrade and corporateNumber. Absent = as before, null = none. What was settled keeps what stood then. */
  readonly changeOffice: OfficePayload;
  /** From the first day of the following month (MONTH_NOT_OVER), once a month and not before one that is closed (MONTH_CLOSED), again only after a void; what ripens later goes into the next. Nothing ripe: NOTHING_TO_SETTLE. */
  readonly closeSettlement: StatementPayload;
  /** Or by itself at the end of `closesOn`. */
  readonly closeSurvey: SurveyPayload;
  /** A person with a role elsewhere takes up the enrolment by a further office; until then it gives no right. */
  readonly confirmMembership: MemberPayload;
  /** Or by silence at the end of `confirmBy`. Refused while a dispute is open (DISPUTE_OPEN). */
  readonly confirmStatement: StatementPayload;
  /** In PARTNER_SELECTS also takes back a yes that has not been selected. */
  readonly declineOffer: DelegationPayload;
  /** The proposal ends; the versions agreed before stay in force. */
  readonly declineTerms: TermsPayload;
  /** Ends the appointment of a CONSULTANT or AUDITOR at once; they see nothing of the network from then on. */
  readonly dismissFromNetwork: NetworkPayload;
  /** 異議: until it has confirmed; once a line. A visit that is missing altogether is not disputed: `settlementPreview` says what holds it. */
  readonly disputeLine: StatementPayload;
  /** One that nobody ever joined (NETWORK_HAS_MEMBERS). */
  readonly dissolveNetwork: NetworkPayload;
  /** As all on surveys but answering: a CONSULTANT appointed to every network of the survey. With `surveyId` replaces a draft; published, it is refused (SURVEY_FROZEN). */
  readonly draftSurvey: SurveyPayload;
  /** Refused while visits after that day are delegated (VISITS_STILL_DELEGATED). Another day takes the place of the one said before. */
  readonly endClient: ClientPayload;
  /** From the day after `endsOn` nothing is offered or accepted between the two; refused while accepted visits lie after it (VISITS_AFTER_END). */
  readonly endTerms: TermsPayload;
  /** 終了の打刻. */
  readonly endVisit: VisitPayload;
  /** 訪問介護員の登録. */
  readonly enrollCaregiver: CaregiverPayload;
  /**
   * Gives a person (the token's `sub`) one role in one office; a second enrolment replaces the first, but a CAREGIVER may be added in further offices.
   * An office enrols its own COORDINATORs and CAREGIVERs; a configured administrator is enrolled by nobody (ADMIN_SUBJECT). A role taken away is gone on the next request, open subscriptions included.
   */
  readonly enrollMember: MemberPayload;
  /** The month's verified and settled visits of the client; pre-checked, refused with the rows at fault; kept for ever with its digest. */
  readonly exportCareplan: CareplanFilePayload;
  /** The same name, area and year once (NETWORK_EXISTS). */
  readonly formNetwork: NetworkPayload;
  /** 同意の記録: from `givenOn` on the consent stands. */
  readonly giveConsent: ClientPayload;
  /** Moves that office's `respondBy` alone; the round ends with its last offer. To refuse, do nothing. */
  readonly grantMoreTime: DelegationPayload;
  /** One UPPLAN file, at most 700 kB; replaces the plan of its month, client by client. Bad rows stand in `userErrors` with their line (path: file, line, column); the rest is taken. */
  readonly importCareplan: CareplanImportPayload;
  /** Statements APPROVED or PAYMENT_FAILED, each in one file at a time; those that cannot be taken are named in userErrors. A file that was never sent is taken back with `recordPaymentFailure`. */
  readonly instructPayments: BankFilePayload;
  /** Joining again changes the roles from that day (a role that is needed by what stands after it is refused as in `leaveNetwork`). What is done before that day is judged by the visit's day: clients, consents, terms and delegations can be prepared. */
  readonly joinNetwork: NetworkPayload;
  /** Refused while the office has open delegations, or accepted visits after that day, on either side (OFFICE_HAS_VISITS). What lies before is still recorded, verified and settled. */
  readonly leaveNetwork: NetworkPayload;
  /** Further rounds for what is not allocated; the only way to ask an office again that declined or let an offer lapse. The first opens at once for the free visits that are in no open round, the rest stand before those planned; a visit in an open round comes to all of them once that round is over (rule 16). */
  readonly offerAgain: DelegationPayload;
  /** Draws the frame from the events of the period and makes the invitations. */
  readonly openSurvey: InvitationsPayload;
  /** Absent fields are as in the pair's newest version. Either office; replaces a proposal that nobody has answered. The first terms of a pair may begin in the past, later ones not before the day they are agreed. */
  readonly proposeTerms: TermsPayload;
  /**
   * Either office, until the visit is verified: another time, length or service; absent fields stay. The old plan stands until the other office agrees.
   * Before the visit the new plan is checked as an acceptance is; it costs no cancellation fee. After the record, exceptions are judged anew by the
   * agreed plan, and the fee follows it; it is moved to no time to come, and no further than a day from when it began.
   * Unanswered at the old or the new start, whichever is earlier, or 72 hours after the record, it lapses.
   */
  readonly proposeVisitChange: VisitPayload;
  /** 公開: freezes the questions. */
  readonly publishSurvey: SurveyPayload;
  /** From APPROVED or PAYMENT_FAILED (paid another way) or INSTRUCTED, exactly totalYen (AMOUNT_DIFFERS). */
  readonly recordPayment: StatementPayload;
  /** From INSTRUCTED or PAID. */
  readonly recordPaymentFailure: StatementPayload;
  /**
   * Of a visit that has been withdrawn or handed back meanwhile it takes effect if the visit began before that (LATE_RECORD). Where another office has the
   * visit by now it is VISITS_ALREADY_ALLOCATED, kept beside that office's record (RECORD_AFTER_RELEASE) and a task of both offices (RECORD_REFUSED; rule 22).
   */
  readonly recordVisit: VisitPayload;
  /** As all on clients and consent: the partner office, which must be PARTNER in the network. */
  readonly registerClient: ClientPayload;
  /** The same number with other content is refused (OFFICE_EXISTS). */
  readonly registerOffice: OfficePayload;
  /** It cannot make them after all; they are RELEASED and offered again. No fee. Refused as in `withdrawVisits`. */
  readonly releaseVisits: DelegationPayload;
  /** The same tokens once more, for those who have not answered. */
  readonly remindRespondents: InvitationsPayload;
  /** The last COORDINATOR of an office is removed by ADMINISTRATOR alone (LAST_COORDINATOR); everybody else may also remove themselves, or decline an invitation so. */
  readonly removeMember: MemberPayload;
  /** Nobody came; from 15 minutes after the planned start. No fee. A record that arrives later takes its place as rule 23 says (LATE_RECORD). */
  readonly reportMissedVisit: VisitPayload;
  /** 委託の依頼: visits of one client are offered, round after round. */
  readonly requestDelegation: DelegationPayload;
  /** Once a round, while the offer is open (回答期限の延長). */
  readonly requestMoreTime: DelegationPayload;
  /**
   * 異議への回答: UPHELD and REJECTED by the partner office, WITHDRAWN by the assist office. `adjustmentYen`: with UPHELD alone, signed, into the next statement; absent
   * where the record is amended, since the adjustment then comes from it. After an answer `confirmBy` is at least `confirmDays` away.
   * Where nobody amends the record, what was UPHELD without an amount may be answered once more: with an amount, or WITHDRAWN.
   */
  readonly resolveDispute: StatementPayload;
  /**
   * ACKNOWLEDGE: either office (TIMES_ADJUSTED, TASK_MISMATCH and RECORD_AFTER_RELEASE: the partner office), in its own words, all open ones of the code. FIX is refused here (MUST_BE_PUT_RIGHT): it ends by itself once the rule no longer fires (an amended
   * record, a changed qualification or plan). Where the record is true, DURATION_DIFFERS, CLIENT_OVERLAP and CAREGIVER_OVERLAP are accepted by the partner office, each
   * for its own visit, with `asPlanned`: the times stay as recorded, the fee follows the planned minutes.
   */
  readonly resolveException: VisitPayload;
  /** Until the visit is settled: a record, or what was cancelled at the door (訪問先での取消). */
  readonly returnVisitRecord: VisitPayload;
  /** As the next three: an office that was asked in the delegation. With `offerId` that offer; without it all open offers of the office together, with `visitIds` those that name them, with none open the newest. One that is over is refused by rule 20's codes, in their order, never by FORBIDDEN. */
  readonly seeOffer: DelegationPayload;
  /** For one office after another while visits are left; offices left without any become NOT_SELECTED when the last visit is allocated. */
  readonly selectOffice: DelegationPayload;
  /** A payment approved before the change must be approved again (ACCOUNT_CHANGED): nobody can turn an approved transfer elsewhere. */
  readonly setBankAccount: OfficePayload;
  /** As the next two: the caregiver, or the assist office's coordinator for them, which makes the method MANUAL unless it is TELEPHONE. */
  readonly startVisit: VisitPayload;
  /**
   * To another PARTNER of the network, by the present one; a new consent is on paper. Refused while visits of that day or later are delegated (VISITS_STILL_DELEGATED). Visits before it stay with the old office for verifying and settling.
   * Until the day it may be made anew, to another office or day; to the present office itself it is taken back. The next office sees the client at once and delegates the visits of its days.
   */
  readonly transferClient: ClientPayload;
  /**
   * All that a device kept while it had no connection, at most 50 visits, a visit at a time: start, end, record. Each part carries its own `commandId`,
   * so sending it again is safe. A record of a visit that has meanwhile been withdrawn, released, reported missed or given to another caregiver is taken
   * if it began before that: the work was done.
   */
  readonly uploadVisits: VisitsPayload;
  /** 確定; never by the office that made the record (OWN_RECORD). */
  readonly verifyVisit: VisitPayload;
  /** At most 100. */
  readonly verifyVisits: VisitsPayload;
  /** 支払通知書の取消: the pair's newest alone, before it is approved; its visits can be closed again. */
  readonly voidStatement: StatementPayload;
  /** All the client's delegated visits that begin in the span and have not started, open or accepted, over all delegations; priced as `withdrawVisits`. */
  readonly withdrawClientVisits: VisitsPayload;
  /**
   * From that day nothing is offered or accepted. Open offers end at once; accepted visits stand until the partner office withdraws them, each a
   * task of theirs, so that nobody is left without care unseen.
   */
  readonly withdrawConsent: ClientPayload;
  /** A mistaken punch, while no record stands; both stay in the history. */
  readonly withdrawPunch: VisitPayload;
  /** Without `visitIds` all that have not started. Accepted ones become CANCELLED, priced by the notice given; from its planned start on, or once begun, a visit is refused (VISIT_STARTED). */
  readonly withdrawVisits: DelegationPayload;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAcceptOfferArgs = {
  input: AcceptOfferInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAgreeTermsArgs = {
  input: AgreeTermsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAmendVisitRecordArgs = {
  input: AmendVisitRecordInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAnswerSurveyArgs = {
  input: AnswerSurveyInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAnswerUncoveredArgs = {
  input: AnswerUncoveredInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAnswerVisitChangeArgs = {
  input: AnswerVisitChangeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAppointToNetworkArgs = {
  input: AppointToNetworkInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationApprovePaymentArgs = {
  input: ApprovePaymentInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAssignCaregiverArgs = {
  input: AssignCaregiverInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationAssignCaregiverToVisitsArgs = {
  input: AssignCaregiverToVisitsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationCancelVisitAtDoorArgs = {
  input: CancelVisitAtDoorInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationChangeCaregiverArgs = {
  input: ChangeCaregiverInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationChangeClientArgs = {
  input: ChangeClientInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationChangeOfficeArgs = {
  input: ChangeOfficeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationCloseSettlementArgs = {
  input: CloseSettlementInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationCloseSurveyArgs = {
  input: SurveyInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationConfirmMembershipArgs = {
  input: MembershipInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationConfirmStatementArgs = {
  input: ConfirmStatementInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationDeclineOfferArgs = {
  input: DeclineOfferInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationDeclineTermsArgs = {
  input: DeclineTermsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationDismissFromNetworkArgs = {
  input: DismissFromNetworkInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationDisputeLineArgs = {
  input: DisputeLineInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationDissolveNetworkArgs = {
  input: DissolveNetworkInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationDraftSurveyArgs = {
  input: DraftSurveyInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationEndClientArgs = {
  input: EndClientInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationEndTermsArgs = {
  input: EndTermsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationEndVisitArgs = {
  input: PunchInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationEnrollCaregiverArgs = {
  input: EnrollCaregiverInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationEnrollMemberArgs = {
  input: EnrollMemberInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationExportCareplanArgs = {
  input: ExportCareplanInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationFormNetworkArgs = {
  input: FormNetworkInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationGrantMoreTimeArgs = {
  input: GrantMoreTimeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationImportCareplanArgs = {
  input: ImportCareplanInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationInstructPaymentsArgs = {
  input: InstructPaymentsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationJoinNetworkArgs = {
  input: JoinNetworkInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationLeaveNetworkArgs = {
  input: LeaveNetworkInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationOfferAgainArgs = {
  input: OfferAgainInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationOpenSurveyArgs = {
  input: OpenSurveyInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationProposeTermsArgs = {
  input: ProposeTermsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationProposeVisitChangeArgs = {
  input: ProposeVisitChangeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationPublishSurveyArgs = {
  input: SurveyInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRecordPaymentFailureArgs = {
  input: RecordPaymentFailureInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRecordVisitArgs = {
  input: RecordVisitInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRegisterClientArgs = {
  input: RegisterClientInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRegisterOfficeArgs = {
  input: RegisterOfficeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationReleaseVisitsArgs = {
  input: ReleaseVisitsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRemindRespondentsArgs = {
  input: SurveyInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationReportMissedVisitArgs = {
  input: ReportMissedVisitInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRequestDelegationArgs = {
  input: RequestDelegationInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationRequestMoreTimeArgs = {
  input: RequestMoreTimeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationResolveDisputeArgs = {
  input: ResolveDisputeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationResolveExceptionArgs = {
  input: ResolveExceptionInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationReturnVisitRecordArgs = {
  input: ReturnVisitRecordInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationSeeOfferArgs = {
  input: OfferInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationSelectOfficeArgs = {
  input: SelectOfficeInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationSetBankAccountArgs = {
  input: SetBankAccountInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationStartVisitArgs = {
  input: PunchInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationTransferClientArgs = {
  input: TransferClientInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationUploadVisitsArgs = {
  input: UploadVisitsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationVerifyVisitArgs = {
  input: VisitInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationVerifyVisitsArgs = {
  input: VisitsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationVoidStatementArgs = {
  input: VoidStatementInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationWithdrawClientVisitsArgs = {
  input: WithdrawClientVisitsInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationWithdrawPunchArgs = {
  input: WithdrawPunchInput;
};


/** What can be done. Each takes one `input` and answers with the thing as it is afterwards. */
export type MutationWithdrawVisitsArgs = {
  input: WithdrawVisitsInput;
};

/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type Network = {
  readonly __typename?: 'Network';
  /** 地域: where its offices work, in words. */
  readonly area: Scalars['String']['output'];
  /** In the order of the earliest visit not yet allocated, then of the first visit. An office sees its own and those it was asked in. */
  readonly delegations: DelegationConnection;
  /**
   * Address of the evaluation report (評価報告): one HTML file with charts of coverage, time to accept, load and survey
   * change, and how they were made. Figures of fewer than five cases are hidden. GET with the same bearer token; its
   * surveys are in it for whom they are shown to.
   */
  readonly evaluationReportUrl?: Maybe<Scalars['String']['output']>;
  /** Address of a file (ファイルの出力) of 1 to 12 months. The rights of the query that would show the same; GET with the same bearer token. */
  readonly exportUrl: Scalars['String']['output'];
  /** 年度, e.g. 2026 = 令和8年度. */
  readonly fiscalYear: Scalars['Int']['output'];
  /** Of the network, made by the server. */
  readonly id: Scalars['ID']['output'];
  /**
   * 評価指標, a month each, at most 12; `knownAt`: as they were known before then, so that a report can be made again. An
   * office sees no other office's load, so it sees none.
   */
  readonly indicators?: Maybe<ReadonlyArray<Indicators>>;
  /** One office may be PARTNER for its own clients and ASSIST for others' (相互委託). */
  readonly members: ReadonlyArray<NetworkMember>;
  /** ネットワーク名. */
  readonly name: Scalars['String']['output'];
  /** Of the viewer's own pairs, else null. With `terms`, prices the same visits by other terms (what-if); nothing is stored. */
  readonly settlementPreview?: Maybe<SettlementPreview>;
  /** Newest month first; an office sees those in which it is partner or assist. */
  readonly statements?: Maybe<StatementConnection>;
  /** 調査 of the network. */
  readonly surveys?: Maybe<ReadonlyArray<Survey>>;
  /** All versions, newest first; an office sees its own pairs. */
  readonly terms?: Maybe<ReadonlyArray<DelegationTerms>>;
  /** Consultants and auditors; shown to every member office, so that each knows who may look. */
  readonly viewers: ReadonlyArray<Member>;
  /**
   * In the order of planned start, then visit id. An office sees the lines in which it is partner or assist, a caregiver their own,
   * CONSULTANT (codes) and AUDITOR all of the network; counts and totals take in what the viewer sees, no more.
   * `knownAt`: the lines as recorded strictly before that instant; the lines' own fields answer the same for ever, the objects they
   * point to as they are today. An instant that is not over (on a cluster: less than 30 s ago) is BAD_USER_INPUT.
   */
  readonly visitLedger: LedgerConnection;
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkDelegationsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<DelegationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkEvaluationReportUrlArgs = {
  from: Scalars['Month']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  to: Scalars['Month']['input'];
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkExportUrlArgs = {
  encoding?: InputMaybe<TextEncoding>;
  filter?: InputMaybe<LedgerFilter>;
  from: Scalars['Month']['input'];
  kind: ExportKind;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  to: Scalars['Month']['input'];
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkIndicatorsArgs = {
  from: Scalars['Month']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  to: Scalars['Month']['input'];
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkSettlementPreviewArgs = {
  assistOfficeId: Scalars['ID']['input'];
  month: Scalars['Month']['input'];
  partnerOfficeId: Scalars['ID']['input'];
  terms?: InputMaybe<ProposeTermsInput>;
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkStatementsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<StatementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkTermsArgs = {
  assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
};


/** ネットワーク: offices of an area that delegate visits to one another in a fiscal year. */
export type NetworkVisitLedgerArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<LedgerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  month: Scalars['Month']['input'];
};

/** joinedOn and leftOn are both inclusive. */
export type NetworkMember = {
  readonly __typename?: 'NetworkMember';
  /** Of the office's part in the network (参加) from that day on. */
  readonly id: Scalars['ID']['output'];
  /** 参加日: the first day on which these roles hold. */
  readonly joinedOn: Scalars['Date']['output'];
  /** 脱退日: the last day; null while it takes part. */
  readonly leftOn?: Maybe<Scalars['Date']['output']>;
  /** 事業所. */
  readonly office: Office;
  /** What it may do in the network: either or both. */
  readonly roles: ReadonlyArray<NetworkRole>;
};

/** What the mutation answers with; see Payload. */
export type NetworkPayload = Payload & {
  readonly __typename?: 'NetworkPayload';
  /** The network as it is now; null where it was refused, and where it was dissolved. */
  readonly network?: Maybe<Network>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What an office does in a network. */
export type NetworkRole =
  /** アシスト事業所: takes over visits of others' clients. */
  | 'ASSIST'
  /** パートナー事業所: delegates visits of its own clients. */
  | 'PARTNER';

/** 打診: what one office is asked in one round. */
export type Offer = {
  readonly __typename?: 'Offer';
  /** What the office said yes to: the visits it got, or in PARTNER_SELECTS stands ready for. */
  readonly acceptedVisitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** 断った理由; DECLINED alone. */
  readonly declineReason?: Maybe<DeclineReason>;
  /** What `openVisitIds` would cost while OPEN, `acceptedVisitIds` from then on. */
  readonly feeYen?: Maybe<Scalars['Yen']['output']>;
  /** Of the offer, made from delegation, round and office. */
  readonly id: Scalars['ID']['output'];
  /** 打診日時. */
  readonly madeAt: Scalars['DateTime']['output'];
  /** How many minutes more the office asks for (回答期限の延長); null where it does not. */
  readonly moreMinutesRequested?: Maybe<Scalars['Int']['output']>;
  /** What the office said with its answer (備考). */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** 打診先. */
  readonly office: Office;
  /** Those of `visitIds` that this office can still accept. */
  readonly openVisitIds: ReadonlyArray<Scalars['ID']['output']>;
  /** 回答期限. */
  readonly respondBy: Scalars['DateTime']['output'];
  /** When the office last said yes or no; null until then. */
  readonly respondedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of which round it is, counted from 1. */
  readonly round: Scalars['Int']['output'];
  /** When the office first said `seeOffer` (既読); null until then. */
  readonly seenAt?: Maybe<Scalars['DateTime']['output']>;
  /** 状態, as of now. */
  readonly status: OfferStatus;
  /** Asked for. */
  readonly visitIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** What `offerAgain` takes. */
export type OfferAgainInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 打診の回 in their order, at most 10. */
  readonly rounds: ReadonlyArray<OfferRoundInput>;
};

/** What `seeOffer` takes. */
export type OfferInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 打診; absent: `seeOffer` says which is meant. */
  readonly offerId?: InputMaybe<Scalars['ID']['input']>;
};

/** A cursor is a place in the log and an ordinal within the event; notices are made from events, so that a resumed stream is the stream. */
export type OfferNotice = {
  readonly __typename?: 'OfferNotice';
  /** Of this notice, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** 委託 as it is now. */
  readonly delegation: Delegation;
  /** 打診 as it is now. */
  readonly offer: Offer;
};

/** selectBy: PARTNER_SELECTS alone; `closedAt` + `windowMinutes`, never past the first visit's start. What has not been selected by then is NOT_SELECTED. */
export type OfferRound = {
  readonly __typename?: 'OfferRound';
  /** When the answering was over; null until then. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the delegation's round of this number (何回目の打診か). */
  readonly id: Scalars['ID']['output'];
  /** 打診先: the offices asked at once. */
  readonly offices: ReadonlyArray<Office>;
  /** Null while it is only planned. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counted from 1. */
  readonly round: Scalars['Int']['output'];
  /** Until when the partner office may select among those who said yes. */
  readonly selectBy?: Maybe<Scalars['DateTime']['output']>;
  /** How long they have to answer, in minutes from the opening. */
  readonly windowMinutes: Scalars['Int']['output'];
};

/** 打診の回: offices that are asked at once. */
export type OfferRoundInput = {
  /** 打診先の事業所: at most 20. */
  readonly officeIds: ReadonlyArray<Scalars['ID']['input']>;
  /** How long they have to answer, in minutes from the opening: 5 to 4,320. */
  readonly windowMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** ACCEPTED: at least one visit; until respondBy the office may accept more or decline the rest. */
export type OfferStatus =
  /** 引き受けた; in PARTNER_SELECTS: stands ready, or has been selected. */
  | 'ACCEPTED'
  /** 断った. */
  | 'DECLINED'
  /** 期限切れ: not answered in time. */
  | 'EXPIRED'
  /** 選ばれなかった: another office has the visits, or nobody was selected in time. */
  | 'NOT_SELECTED'
  /** 回答待ち: can be answered until respondBy. */
  | 'OPEN'
  /** 取下げ: the partner office withdrew all its visits. */
  | 'WITHDRAWN';

/** 訪問介護事業所: an office of home-visit care. */
export type Office = {
  readonly __typename?: 'Office';
  /** 所在地. */
  readonly address: Scalars['String']['output'];
  /** 地域区分, in force today. */
  readonly areaGrade: AreaGrade;
  /** 振込先口座: to which it is paid, and from which it pays; null until set. */
  readonly bankAccount?: Maybe<BankAccount>;
  /** 訪問介護員, in the order of code. */
  readonly caregivers?: Maybe<ReadonlyArray<Caregiver>>;
  /** 法人番号, 13 digits. */
  readonly corporateNumber?: Maybe<Scalars['String']['output']>;
  /** 法人の名称: of the corporation that runs it. */
  readonly corporationName?: Maybe<Scalars['String']['output']>;
  /** Of the office, made from its providerNumber. */
  readonly id: Scalars['ID']['output'];
  /** 適格請求書発行事業者登録番号 (T + 13 digits); null where not registered. */
  readonly invoiceNumber?: Maybe<Scalars['String']['output']>;
  /** 緯度: degrees north (WGS 84). */
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  /** 経度: degrees east (WGS 84). */
  readonly longitude?: Maybe<Scalars['Float']['output']>;
  /** Who acts for the office here. */
  readonly members?: Maybe<ReadonlyArray<Member>>;
  /** 市区町村. */
  readonly municipality: Scalars['String']['output'];
  /** 事業所名. */
  readonly name: Scalars['String']['output'];
  /** フリガナ of the name. */
  readonly nameKana?: Maybe<Scalars['String']['output']>;
  /**
   * 通知先のメールアドレス: a line without personal data and an address to open goes there, for each new task of an office nobody of which is
   * connected: of none of its coordinators is a subscription open. What cannot wait goes at once, the rest within the hour.
   */
  readonly noticeEmail?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** For offices of a common network; CALL_OFFICES needs it. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** 介護保険事業所番号, 10 digits kept as text. */
  readonly providerNumber: Scalars['String']['output'];
  /** False where the last digit does not check; the number is kept all the same (real ones fail). */
  readonly providerNumberChecks: Scalars['Boolean']['output'];
  /** サービスの種類 that it gives: nothing else is offered to it. */
  readonly services: ReadonlyArray<ServiceKind>;
  /** In force today. A visit is priced by the areaGrade and surcharges of its partner office on its day. */
  readonly surcharges: ReadonlyArray<Surcharge>;
};


/** 訪問介護事業所: an office of home-visit care. */
export type OfficeCaregiversArgs = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of offices (事業所). */
export type OfficeConnection = {
  readonly __typename?: 'OfficeConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<OfficeEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An office in its place in the list. */
export type OfficeEdge = {
  readonly __typename?: 'OfficeEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Office;
};

/** アシスト事業所の負担: one that was asked in the month, or has visits in it. */
export type OfficeLoad = {
  readonly __typename?: 'OfficeLoad';
  /** 受諾: offers of which it took something, or said it would. */
  readonly accepted: Scalars['Int']['output'];
  /** 回答の件数: offers that medianMinutesToAnswer rests on. */
  readonly answered: Scalars['Int']['output'];
  /** 辞退. */
  readonly declined: Scalars['Int']['output'];
  /** 期限切れ. */
  readonly lapsed: Scalars['Int']['output'];
  /** 回答までの時間（中央値、分）. */
  readonly medianMinutesToAnswer?: Maybe<Scalars['Float']['output']>;
  /** 委託訪問の時間（分）. */
  readonly minutes: Scalars['Int']['output'];
  /** 未訪問. */
  readonly missed: Scalars['Int']['output'];
  /** 打診の件数. */
  readonly offered: Scalars['Int']['output'];
  /** アシスト事業所. */
  readonly office: Office;
  /** 返上: visits handed back, each time. */
  readonly released: Scalars['Int']['output'];
  /** Of all delegated minutes. */
  readonly share: Scalars['Float']['output'];
  /** 訪問件数: visits that minutes and share rest on. */
  readonly visits: Scalars['Int']['output'];
};

/** What the mutation answers with; see Payload. */
export type OfficePayload = Payload & {
  readonly __typename?: 'OfficePayload';
  /** The office as it is now; null where it was refused. */
  readonly office?: Maybe<Office>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `openSurvey` takes. */
export type OpenSurveyInput = {
  /** 締切日: the last day on which answers count. */
  readonly closesOn: Scalars['Date']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** First day of the period from whose events the frame is drawn. */
  readonly periodFrom: Scalars['Date']['input'];
  /** Last day of that period. */
  readonly periodTo: Scalars['Date']['input'];
  /** 調査. */
  readonly surveyId: Scalars['ID']['input'];
};

/** 選択肢. */
export type Option = {
  readonly __typename?: 'Option';
  /** What people read. */
  readonly label: Scalars['String']['output'];
  /** What an answer names. */
  readonly value: Scalars['String']['output'];
};

/** How many chose an option. */
export type OptionCount = {
  readonly __typename?: 'OptionCount';
  /** 95 % confidence interval of the share, from and to. */
  readonly ci95?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** How many. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** 選択肢. */
  readonly option: Option;
  /** Of those who answered the question, from 0 to 1. */
  readonly share?: Maybe<Scalars['Float']['output']>;
};

/** 選択肢. */
export type OptionInput = {
  /** What people read. */
  readonly label: Scalars['String']['input'];
  /** What an answer names, unique in the question. */
  readonly value: Scalars['String']['input'];
};

/** Where a page of a list lies in the whole list, as Relay's cursor connections have it. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Of the last edge, to go on from; null where the page is empty. */
  readonly endCursor?: Maybe<Scalars['Cursor']['output']>;
  /** Whether anything follows the last edge: ask again with `after: endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the first edge; null where the page is empty. */
  readonly startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/**
 * What every mutation answers with. `position` is where the command's events stand in the log; the entity in the same
 * payload is read after the read model has reached it (read your own writes). If that takes more than 5 s, the entity is null
 * and `extensions.readModelBehind` is true: the command is done, only the answer is late. Where an answer has `errors` although
 * what was asked for has been done, wholly or in part (the answer is too long, a field of it failed), `extensions.done` is true.
 */
export type Payload = {
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** 支払: of a statement, from its approval on. */
export type Payment = {
  readonly __typename?: 'Payment';
  /** 支払額, in yen; null until recorded. */
  readonly amountYen?: Maybe<Scalars['Yen']['output']>;
  /** 承認日時. */
  readonly approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who approved: a person's name to the own office, to others the office's. */
  readonly approvedBy?: Maybe<Scalars['String']['output']>;
  /** 振込データ, the last that it was put into; null where it is in none, and to other offices than the one that pays. */
  readonly bankFile?: Maybe<BankFile>;
  /** 振込不能の理由, while it stands PAYMENT_FAILED. */
  readonly failedReason?: Maybe<Scalars['String']['output']>;
  /** 支払日; null until recorded. */
  readonly paidOn?: Maybe<Scalars['Date']['output']>;
  /** 振込の控え, as recorded; null until then. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** 振込指定日 of that file. */
  readonly transferDate?: Maybe<Scalars['Date']['output']>;
};

/** 予定 of one visit as the care plan has it; `delegation` is null where nobody has been asked. */
export type PlannedVisit = {
  readonly __typename?: 'PlannedVisit';
  /** 自事業所で訪問: nobody else has been asked for it, or what was asked for has been taken back. */
  readonly byOwnOffice: Scalars['Boolean']['output'];
  /** 委託: that asks for it, the newest. */
  readonly delegation?: Maybe<Delegation>;
  /** The same as long as the care plan has the visit so; names it in `plannedVisitId`. */
  readonly id: Scalars['ID']['output'];
  /** 所要時間: minutes from the planned start to the planned end. */
  readonly minutes: Scalars['Int']['output'];
  /** 終了予定時刻. */
  readonly plannedEnd: Scalars['DateTime']['output'];
  /** 開始予定時刻. */
  readonly plannedStart: Scalars['DateTime']['output'];
  /** サービスの種類; null for a code that names a 加算 or a 減算 too. */
  readonly service?: Maybe<ServiceKind>;
  /** サービスコード as the care manager wrote it. */
  readonly serviceCode: Scalars['String']['output'];
};

/** Defaults of a pair's first terms: TAXABLE_10, DOWN, no cancellation fee, 30, 10. */
export type ProposeTermsInput = {
  /** アシスト事業所: is paid. */
  readonly assistOfficeId: Scalars['ID']['input'];
  /** 取消料, at most 10 bands; empty: a cancellation costs nothing. */
  readonly cancellation?: InputMaybe<ReadonlyArray<CancellationBandInput>>;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** After how many days silence confirms a statement; 0 = never. */
  readonly confirmDays?: InputMaybe<Scalars['Int']['input']>;
  /** 開始日: the first day. */
  readonly effectiveFrom: Scalars['Date']['input'];
  /** 委託料の計算方法. */
  readonly feeBasis: FeeBasis;
  /** In which they shall hold. */
  readonly networkId: Scalars['ID']['input'];
  /** パートナー事業所: pays. */
  readonly partnerOfficeId: Scalars['ID']['input'];
  /** Days from the end of the month to payment; at most 60. */
  readonly paymentDays?: InputMaybe<Scalars['Int']['input']>;
  /** Per cent of the 介護報酬 as a decimal, e.g. "85": from 0.01 to 200, two places at most; PERCENT_OF_BENEFIT alone. */
  readonly percent?: InputMaybe<Scalars['String']['input']>;
  /** Prices by service and minutes, at most 40; PER_VISIT alone. */
  readonly prices?: InputMaybe<ReadonlyArray<VisitPriceInput>>;
  /** 端数の扱い. */
  readonly rounding?: InputMaybe<Rounding>;
  /** 消費税の区分. */
  readonly taxClass?: InputMaybe<TaxClass>;
  /** 1時間の価格; PER_HOUR alone. */
  readonly yenPerHour?: InputMaybe<Scalars['Yen']['input']>;
};

/** What `proposeVisitChange` is told. */
export type ProposeVisitChangeInput = {
  /** So that the command can be repeated without doing it twice (rule 4). */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Another length (所要時間); with it the times. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes of 身体介護, with PHYSICAL_THEN_DAILY_LIVING alone; null takes them out. */
  readonly physicalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Another end (終了予定時刻). */
  readonly plannedEnd?: InputMaybe<Scalars['DateTime']['input']>;
  /** Another start (開始予定時刻). */
  readonly plannedStart?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why (理由), for the other office. */
  readonly reason: Scalars['String']['input'];
  /** Another kind of service (サービス種別). */
  readonly service?: InputMaybe<ServiceKind>;
  /** The visit (訪問) that is to change. */
  readonly visitId: Scalars['ID']['input'];
};

/** 打刻: a start or an end of a visit. */
export type PunchInput = {
  /** 打刻の時刻 by the device; at most 5 minutes ahead of the server's clock. */
  readonly at: Scalars['DateTime']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 緯度 of the punch, degrees north (WGS 84); never answered again. */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** 経度 of the punch, degrees east (WGS 84); never answered again. */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** 打刻の方法. */
  readonly method: CaptureMethod;
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** 打刻の種類. */
export type PunchKind =
  /** 終了の打刻. */
  | 'END'
  /** 開始の打刻. */
  | 'START';

/** 訪問介護員の資格. */
export type Qualification =
  /** 介護福祉士 */
  | 'CERTIFIED_CARE_WORKER'
  /** 生活援助従事者研修 */
  | 'DAILY_LIVING_ONLY'
  /** 初任者研修 */
  | 'INITIAL'
  /** 実務者研修 */
  | 'PRACTITIONER';

/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type Query = {
  readonly __typename?: 'Query';
  /** サービス内容の一覧: the list that a telephone offers. A record that names another code is refused (TASK_UNKNOWN). */
  readonly careTasks: ReadonlyArray<CareTask>;
  /** 利用者. */
  readonly client?: Maybe<Client>;
  /** The own office's clients, for ADMINISTRATOR, CONSULTANT and AUDITOR those of the network by code. `search`: part of the code; of the name too, on the opened names of the own office alone. In the order of code. */
  readonly clients?: Maybe<ClientConnection>;
  /** 委託. */
  readonly delegation?: Maybe<Delegation>;
  /** ネットワーク. */
  readonly network?: Maybe<Network>;
  /** 事業所: shown to all who have a role. */
  readonly office?: Maybe<Office>;
  /** By 事業所番号, part of the name, or municipality. */
  readonly offices: OfficeConnection;
  /** No login: the token from the invitation is the right to answer, once. */
  readonly questionnaire?: Maybe<Questionnaire>;
  /** 支払通知書. */
  readonly statement?: Maybe<Statement>;
  /** 調査. */
  readonly survey?: Maybe<Survey>;
  /** 利用中の本人. */
  readonly viewer: Viewer;
  /** 訪問. */
  readonly visit?: Maybe<Visit>;
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryCareTasksArgs = {
  service?: InputMaybe<ServiceKind>;
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryClientArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryClientsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<ClientFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  networkId: Scalars['ID']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryDelegationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryNetworkArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryOfficeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryOfficesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  municipality?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryQuestionnaireArgs = {
  token: Scalars['String']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryStatementArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QuerySurveyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Whoever may not see a thing is told null, as if it did not exist. */
export type QueryVisitArgs = {
  id: Scalars['ID']['input'];
};

/** scale: questions of one scale are added up, and Cronbach's alpha is answered for it. */
export type Question = {
  readonly __typename?: 'Question';
  /** 対象者: to whom it is put. */
  readonly audiences: ReadonlyArray<Audience>;
  /** Of the question, unique in the survey. */
  readonly code: Scalars['String']['output'];
  /** 設問の説明. */
  readonly help?: Maybe<Scalars['String']['output']>;
  /** 設問の種類. */
  readonly kind: QuestionKind;
  /** TEXT: characters at most. */
  readonly maxLength?: Maybe<Scalars['Int']['output']>;
  /** 選択肢; those of LIKERT_5 and SCALE_0_10 are given. */
  readonly options: ReadonlyArray<Option>;
  /** Whether it must be answered. */
  readonly required: Scalars['Boolean']['output'];
  /** 尺度 that it belongs to; null where to none. */
  readonly scale?: Maybe<Scalars['String']['output']>;
  /** Null where it is always shown. */
  readonly shownIf?: Maybe<Condition>;
  /** 設問の文. */
  readonly text: Scalars['String']['output'];
};

/** 設問. */
export type QuestionInput = {
  /** 対象者: to whom it is put. */
  readonly audiences: ReadonlyArray<Audience>;
  /** Of the question, unique in the survey. */
  readonly code: Scalars['String']['input'];
  /** 設問の説明. */
  readonly help?: InputMaybe<Scalars['String']['input']>;
  /** 設問の種類. */
  readonly kind: QuestionKind;
  /** TEXT: characters at most. */
  readonly maxLength?: InputMaybe<Scalars['Int']['input']>;
  /** 選択肢: for SINGLE_CHOICE and MULTIPLE_CHOICE. */
  readonly options?: InputMaybe<ReadonlyArray<OptionInput>>;
  /** Whether it must be answered. */
  readonly required?: InputMaybe<Scalars['Boolean']['input']>;
  /** 尺度: questions of one scale are added up. */
  readonly scale?: InputMaybe<Scalars['String']['input']>;
  /** Put only where an earlier question was answered so. */
  readonly shownIf?: InputMaybe<ConditionInput>;
  /** 設問の文. */
  readonly text: Scalars['String']['input'];
};

/** 設問の種類. */
export type QuestionKind =
  /** 5段階: a value from 1 to 5. */
  | 'LIKERT_5'
  /** いくつでも選ぶ. */
  | 'MULTIPLE_CHOICE'
  /** 数値. */
  | 'NUMBER'
  /** 0から10の尺度. */
  | 'SCALE_0_10'
  /** 一つ選ぶ. */
  | 'SINGLE_CHOICE'
  /** 自由記述: shown in results where the group is, names blacked out. */
  | 'TEXT';

/** Numbers are null where suppressed. ci95: Wilson for shares, t for means. */
export type QuestionResult = {
  readonly __typename?: 'QuestionResult';
  /** 変化 against the study's earlier wave; null where there is none to compare, or either is suppressed. */
  readonly change?: Maybe<Change>;
  /** 95 % confidence interval of the mean, from and to. */
  readonly ci95?: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** By option. */
  readonly counts: ReadonlyArray<OptionCount>;
  /** Mean; null where the kind has none. */
  readonly mean?: Maybe<Scalars['Float']['output']>;
  /** Median; null where the kind has none. */
  readonly median?: Maybe<Scalars['Float']['output']>;
  /** How many answered it. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** 設問. */
  readonly question: Question;
  /** Sample standard deviation; null where the kind has none. */
  readonly sd?: Maybe<Scalars['Float']['output']>;
  /** 自由記述: of TEXT alone, in random order, where the group is shown; names known in the network are blacked out (■■■). */
  readonly texts: ReadonlyArray<Scalars['String']['output']>;
};

/** 調査票: what somebody who is invited reads and answers. */
export type Questionnaire = {
  readonly __typename?: 'Questionnaire';
  /** 匿名: the answer cannot be led back to the person. */
  readonly anonymous: Scalars['Boolean']['output'];
  /** Whether an answer has been given with this token. */
  readonly answered: Scalars['Boolean']['output'];
  /** As whom the person answers (対象者). */
  readonly audience: Audience;
  /** 締切日. */
  readonly closesOn?: Maybe<Scalars['Date']['output']>;
  /** 調査の説明. */
  readonly intro?: Maybe<Scalars['String']['output']>;
  /** 設問 that are put to this audience. */
  readonly questions: ReadonlyArray<Question>;
  /** 題名. */
  readonly title: Scalars['String']['output'];
};

/** What `recordPaymentFailure` takes. */
export type RecordPaymentFailureInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 振込不能の日: not before the day of payment. */
  readonly on: Scalars['Date']['input'];
  /** 振込不能の理由, as the bank says; the payee sees it. */
  readonly reason: Scalars['String']['input'];
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** What `recordPayment` takes. */
export type RecordPaymentInput = {
  /** 支払額, in yen: exactly the statement's total. */
  readonly amountYen: Scalars['Yen']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 支払日: not before the day of issue. */
  readonly paidOn: Scalars['Date']['input'];
  /** 振込の控え: the bank's number, or where the slip is filed. */
  readonly reference: Scalars['String']['input'];
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** Without punches before it, `startedAt` and `endedAt` are taken as MANUAL. A visit over midnight is one record. Holds a task or the condition at least (RECORD_EMPTY). */
export type RecordVisitInput = {
  /** 訪問介護員 who made the visit. */
  readonly caregiverId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 心身の状況. */
  readonly condition?: InputMaybe<Scalars['String']['input']>;
  /** 終了時刻; where there was a punch, that one counts. */
  readonly endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 特記事項. */
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  /** 開始時刻; where there was a punch, that one counts. */
  readonly startedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** サービス内容 with what became of each. */
  readonly tasks: ReadonlyArray<VisitTaskInput>;
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** What `registerClient` takes. */
export type RegisterClientInput = {
  /** 町丁目 at the finest: all that an office sees before it has accepted. */
  readonly area: Scalars['String']['input'];
  /** 要介護度. */
  readonly careLevel: CareLevel;
  /** 居宅介護支援事業所の名称; sealed with the client's key. */
  readonly careManagementName?: InputMaybe<Scalars['String']['input']>;
  /** 居宅介護支援事業所の事業所番号: ten digits. */
  readonly careManagementNumber?: InputMaybe<Scalars['String']['input']>;
  /** Pseudonym, unique in the network (利用者コード); no name, for consultants see it. */
  readonly code: Scalars['String']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** In which the client's visits may be delegated. */
  readonly networkId: Scalars['ID']['input'];
  /** パートナー事業所: the caller's own office. */
  readonly partnerOfficeId: Scalars['ID']['input'];
  /** 個人情報; sealed with the client's key. */
  readonly personal: ClientPersonalInput;
};

/** What `registerOffice` takes. */
export type RegisterOfficeInput = {
  /** 所在地. */
  readonly address: Scalars['String']['input'];
  /** 地域区分. */
  readonly areaGrade: AreaGrade;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 法人番号: 13 digits, the first of which checks the others. */
  readonly corporateNumber?: InputMaybe<Scalars['String']['input']>;
  /** 法人の名称. */
  readonly corporationName?: InputMaybe<Scalars['String']['input']>;
  /** 適格請求書発行事業者登録番号: T and 13 digits. */
  readonly invoiceNumber?: InputMaybe<Scalars['String']['input']>;
  /** 緯度: degrees north (WGS 84). */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** 経度: degrees east (WGS 84). */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
  /** 市区町村. */
  readonly municipality: Scalars['String']['input'];
  /** 事業所名. */
  readonly name: Scalars['String']['input'];
  /** フリガナ of the name. */
  readonly nameKana?: InputMaybe<Scalars['String']['input']>;
  /** 通知先のメールアドレス: at most 5. */
  readonly noticeEmail?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 電話番号, for offices of a common network. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** 介護保険事業所番号: 10 digits. */
  readonly providerNumber: Scalars['String']['input'];
  /** サービスの種類 that it gives. */
  readonly services: ReadonlyArray<ServiceKind>;
  /** 特定事業所加算. */
  readonly surcharges?: InputMaybe<ReadonlyArray<Surcharge>>;
};

/** What `releaseVisits` takes. */
export type ReleaseVisitsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 理由: for the partner office. */
  readonly reason: Scalars['String']['input'];
  /** Visits that are given back (返上). */
  readonly visitIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What `removeMember` takes. */
export type RemoveMemberInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the membership that ends; absent: the one of the caller's office. */
  readonly officeId?: InputMaybe<Scalars['ID']['input']>;
  /** 理由: for the history. */
  readonly reason: Scalars['String']['input'];
  /** The token's `sub` of whoever is to be removed. */
  readonly subject: Scalars['ID']['input'];
};

/** What `reportMissedVisit` takes. */
export type ReportMissedVisitInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 理由: why nobody came. */
  readonly reason: Scalars['String']['input'];
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** What `requestDelegation` takes. */
export type RequestDelegationInput = {
  /** 利用者: one delegation is of one client. */
  readonly clientId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 依頼の方法. */
  readonly mode: DelegationMode;
  /** What offices need to judge the request (備考); no name, for offices read it before they accept. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 打診の回 in their order, at most 10; the first opens at once. */
  readonly rounds: ReadonlyArray<OfferRoundInput>;
  /** 訪問: at most 62, those of second caregivers counted. */
  readonly visits: ReadonlyArray<DelegatedVisitInput>;
};

/** What `requestMoreTime` takes. */
export type RequestMoreTimeInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** How many minutes more (延長). */
  readonly minutes: Scalars['Int']['input'];
  /** 備考: for the partner office, why. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 打診; absent: `seeOffer` says which is meant. */
  readonly offerId?: InputMaybe<Scalars['ID']['input']>;
};

/** What `resolveDispute` takes. */
export type ResolveDisputeInput = {
  /** 調整額, in yen without tax and not 0; below zero where something is taken back. With UPHELD alone. */
  readonly adjustmentYen?: InputMaybe<Scalars['Yen']['input']>;
  /** 回答, as it is to be read by the other office. */
  readonly answer: Scalars['String']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 明細. */
  readonly lineId: Scalars['ID']['input'];
  /** 異議の結果. */
  readonly outcome: DisputeOutcome;
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** What `resolveException` takes. */
export type ResolveExceptionInput = {
  /** 予定どおりの扱い: the record is true, the fee follows the planned minutes. */
  readonly asPlanned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which kind: all open ones of it end. */
  readonly code: ExceptionCode;
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 理由, in the person's own words. */
  readonly reason: Scalars['String']['input'];
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** Suppressed answers still count here. */
export type ResponseRate = {
  readonly __typename?: 'ResponseRate';
  /** How many have answered. */
  readonly answered: Scalars['Int']['output'];
  /** 対象者. */
  readonly audience: Audience;
  /** How many were invited. */
  readonly invited: Scalars['Int']['output'];
  /** ネットワーク. */
  readonly network?: Maybe<Network>;
  /** answered / invited, from 0 to 1. */
  readonly rate: Scalars['Float']['output'];
};

/** Whose answers are counted; what is absent leaves all in. */
export type ResultFilter = {
  /** Of these audiences alone. */
  readonly audiences?: InputMaybe<ReadonlyArray<Audience>>;
  /** Of these networks alone. */
  readonly networkIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of these waves (調査の回): takes in the study's other closed surveys; absent, of the survey alone. */
  readonly waves?: InputMaybe<ReadonlyArray<Wave>>;
};

/** Figures of one group of those who answered. */
export type ResultGroup = {
  readonly __typename?: 'ResultGroup';
  /** By question, in their order. */
  readonly answers: ReadonlyArray<QuestionResult>;
  /** Null where the figures are not split by audience. */
  readonly audience?: Maybe<Audience>;
  /** Null where the figures are not split by network. */
  readonly network?: Maybe<Network>;
  /** Null where the figures are not split by role of the office (役割), and of those who belong to no office. */
  readonly officeRole?: Maybe<NetworkRole>;
  /** By scale (尺度). */
  readonly scales: ReadonlyArray<ScaleResult>;
  /** 秘匿: too few answered for the group to be shown. */
  readonly suppressed: Scalars['Boolean']['output'];
  /** Null where the figures are not split by wave (調査の回). */
  readonly wave?: Maybe<Wave>;
};

/** What `returnVisitRecord` takes. */
export type ReturnVisitRecordInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 差戻しの理由: what is to be put right. */
  readonly reason: Scalars['String']['input'];
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** 役割: what a person is in this system. */
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

/** 端数の扱い: of the fee, in yen. */
export type Rounding =
  /** 切捨て. */
  | 'DOWN'
  /** 四捨五入. */
  | 'HALF_UP'
  /** 切上げ. */
  | 'UP';

/** Figures of one scale: the mean of the sums of its items. Null where suppressed. */
export type ScaleResult = {
  readonly __typename?: 'ScaleResult';
  /** Cronbach's alpha. */
  readonly alpha?: Maybe<Scalars['Float']['output']>;
  /** How many questions it has. */
  readonly items: Scalars['Int']['output'];
  /** Mean of the sums. */
  readonly mean?: Maybe<Scalars['Float']['output']>;
  /** How many answered all its items. */
  readonly n?: Maybe<Scalars['Int']['output']>;
  /** 尺度. */
  readonly scale: Scalars['String']['output'];
  /** Sample standard deviation of the sums. */
  readonly sd?: Maybe<Scalars['Float']['output']>;
};

/** What `selectOffice` takes. */
export type SelectOfficeInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 打診; absent: that office's open one. */
  readonly offerId?: InputMaybe<Scalars['ID']['input']>;
  /** The office that gets the visits. */
  readonly officeId: Scalars['ID']['input'];
  /** Visits that it gets; absent: all that it said yes to. */
  readonly visitIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** サービスの種類: kinds of home-visit care (訪問介護). */
export type ServiceKind =
  /** 通院等乗降介助 */
  | 'BOARDING_ASSISTANCE'
  /** 生活援助 */
  | 'DAILY_LIVING'
  /** 身体介護 */
  | 'PHYSICAL_CARE'
  /** 身体介護に引き続き生活援助 */
  | 'PHYSICAL_THEN_DAILY_LIVING';

/** What `setBankAccount` takes. */
export type SetBankAccountInput = {
  /** 金融機関コード: four digits. */
  readonly bankCode: Scalars['String']['input'];
  /** 支店コード: three digits. */
  readonly branchCode: Scalars['String']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 依頼人コード: the ten digits that its bank gave it for sending files; absent: it sends none. */
  readonly consignorCode?: InputMaybe<Scalars['String']['input']>;
  /** 口座名義 in kana; what banks write otherwise (small kana, ー, 株式会社) is made so. */
  readonly holderKana: Scalars['String']['input'];
  /** 預金種目. */
  readonly kind: AccountKind;
  /** 口座番号: up to seven digits. */
  readonly number: Scalars['String']['input'];
  /** 事業所: the caller's own office. */
  readonly officeId: Scalars['ID']['input'];
};

/** What a closing would hold, and what keeps visits out of it and whose move it is. */
export type SettlementPreview = {
  readonly __typename?: 'SettlementPreview';
  /** 保留: what stays out, and whose move it is. */
  readonly holds: ReadonlyArray<Hold>;
  /** 明細 as they would be issued. */
  readonly lines: ReadonlyArray<StatementLine>;
  /** 消費税の区分ごとの小計. */
  readonly subtotals: ReadonlyArray<TaxSubtotal>;
  /** 合計, in yen with tax. */
  readonly totalYen: Scalars['Yen']['output'];
};

/**
 * 支払通知書 (仕入明細書): made by the partner office, confirmed by the assist office. Lines never change once issued: what was
 * wrong is put right by an ADJUSTMENT line that names the line it corrects.
 */
export type Statement = {
  readonly __typename?: 'Statement';
  /** アシスト事業所: is paid. */
  readonly assistOffice: Office;
  /** Where something was carried forward: the statement that begins with it. */
  readonly carriedInto?: Maybe<Statement>;
  /** Null where silence never confirms (rule 35). */
  readonly confirmBy?: Maybe<Scalars['Date']['output']>;
  /** 確認日時; null until confirmed. */
  readonly confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of what was issued (rule 34); an approval is bound to it. */
  readonly contentHash: Scalars['String']['output'];
  /** Then: how much of the tax the partner office may deduct, per cent. */
  readonly deductiblePercent?: Maybe<Scalars['Int']['output']>;
  /** How much of the tax that is now: 0 until the assist office has confirmed, by hand or by silence (rule 35). */
  readonly deductibleYen?: Maybe<Scalars['Yen']['output']>;
  /** Confirmed by silence, as the terms allow. */
  readonly deemed: Scalars['Boolean']['output'];
  /** 支払通知書 (仕入明細書) as PDF; downloads with the same bearer token, as all addresses here. */
  readonly documentUrl: Scalars['String']['output'];
  /** 支払期限. */
  readonly dueOn: Scalars['Date']['output'];
  /** What has happened to it, in order (履歴). */
  readonly history: ReadonlyArray<HistoryEntry>;
  /** Of the statement. */
  readonly id: Scalars['ID']['output'];
  /** 発行日時. */
  readonly issuedAt: Scalars['DateTime']['output'];
  /** Who closed the month: a person's name to the own office, to others the office's. */
  readonly issuedBy: Scalars['String']['output'];
  /** 明細, in the order in which they were issued. */
  readonly lines: StatementLineConnection;
  /** 対象年月. */
  readonly month: Scalars['Month']['output'];
  /** ネットワーク. */
  readonly network: Network;
  /** month-partner-assist-n, from the pair's stream. */
  readonly number: Scalars['String']['output'];
  /** パートナー事業所: pays. */
  readonly partnerOffice: Office;
  /** The payee's 登録番号 on the day of issue; null = 免税. */
  readonly payeeInvoiceNumber?: Maybe<Scalars['String']['output']>;
  /** 支払; null until it is approved. */
  readonly payment?: Maybe<Payment>;
  /** 作り直した支払通知書: the other way round. */
  readonly replacedBy?: Maybe<Statement>;
  /** 取消された、同じ組と月の支払通知書 that this one stands for; null where it is the first. */
  readonly replaces?: Maybe<Statement>;
  /** 状態. */
  readonly status: StatementStatus;
  /** 消費税の区分ごとの小計. */
  readonly subtotals: ReadonlyArray<TaxSubtotal>;
  /** Never below zero: what is below is carried forward by a line of the opposite amount. */
  readonly totalYen: Scalars['Yen']['output'];
  /** 取消の理由; null unless VOIDED, and after erasure. */
  readonly voidReason?: Maybe<Scalars['String']['output']>;
};


/**
 * 支払通知書 (仕入明細書): made by the partner office, confirmed by the assist office. Lines never change once issued: what was
 * wrong is put right by an ADJUSTMENT line that names the line it corrects.
 */
export type StatementLinesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of statements (支払通知書). */
export type StatementConnection = {
  readonly __typename?: 'StatementConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<StatementEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
  /** Over all pages. */
  readonly totals: StatementTotals;
};

/** A statement in its place in the list. */
export type StatementEdge = {
  readonly __typename?: 'StatementEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Statement;
};

/** Which statements; what is absent leaves all in. */
export type StatementFilter = {
  /** Of this assist office. */
  readonly assistOfficeId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this month (対象年月). */
  readonly month?: InputMaybe<Scalars['Month']['input']>;
  /** Of this number (支払通知書番号). */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Of this partner office. */
  readonly partnerOfficeId?: InputMaybe<Scalars['ID']['input']>;
  /** Of one of these states. */
  readonly status?: InputMaybe<ReadonlyArray<StatementStatus>>;
};

/** 明細: one line of a statement. */
export type StatementLine = {
  readonly __typename?: 'StatementLine';
  /** 金額, in yen without tax; below zero where something is taken back. */
  readonly amountYen: Scalars['Yen']['output'];
  /** Of the line that this one puts right; ADJUSTMENT alone. */
  readonly corrects?: Maybe<Scalars['ID']['output']>;
  /** Day of the visit's planned start, also where it is settled late. */
  readonly date: Scalars['Date']['output'];
  /** 摘要, in Japanese: kind, day and service code; names nobody. */
  readonly description: Scalars['String']['output'];
  /** 異議; null where nobody has disputed the line. */
  readonly dispute?: Maybe<LineDispute>;
  /** Of the line. */
  readonly id: Scalars['ID']['output'];
  /** 明細の種類. */
  readonly kind: LineKind;
  /** 消費税の区分. */
  readonly taxClass: TaxClass;
  /** The version of the terms that priced it; null for CARRIED_FORWARD. */
  readonly termsVersion?: Maybe<Scalars['Int']['output']>;
  /** 単位数; null where none were reckoned. */
  readonly units?: Maybe<Scalars['Int']['output']>;
  /** 訪問; null for CARRIED_FORWARD. */
  readonly visit?: Maybe<Visit>;
  /** 1単位の単価, in yen as a decimal, e.g. "11.40"; null where none was reckoned. */
  readonly yenPerUnit?: Maybe<Scalars['String']['output']>;
};

/** A page of a statement's lines (明細). */
export type StatementLineConnection = {
  readonly __typename?: 'StatementLineConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<StatementLineEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A line in its place in the statement. */
export type StatementLineEdge = {
  readonly __typename?: 'StatementLineEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: StatementLine;
};

/** holds: after closing, what stayed out and whose move it is. */
export type StatementPayload = Payload & {
  readonly __typename?: 'StatementPayload';
  /** 保留; null but of `closeSettlement`. */
  readonly holds?: Maybe<ReadonlyArray<Hold>>;
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** The statement as it is now; null where it was refused. */
  readonly statement?: Maybe<Statement>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** ISSUED and DISPUTED in turn until CONFIRMED, then APPROVED, INSTRUCTED, PAID, or PAYMENT_FAILED and INSTRUCTED again. VOIDED before APPROVED. */
export type StatementStatus =
  /** 支払承認済み. */
  | 'APPROVED'
  /** 確認済み: by hand or by silence. */
  | 'CONFIRMED'
  /** 異議あり: a dispute is open. */
  | 'DISPUTED'
  /** 振込依頼済み: stands in a file for the bank. */
  | 'INSTRUCTED'
  /** 発行済み: waits for the assist office, or for the end of confirmBy. */
  | 'ISSUED'
  /** 支払済み. */
  | 'PAID'
  /** 振込不能: came back from the bank. */
  | 'PAYMENT_FAILED'
  /** 取消: counts no more; another takes its place. */
  | 'VOIDED';

/** Over all pages; paidYen serves the yearly report of the subsidy (実績報告). */
export type StatementTotals = {
  readonly __typename?: 'StatementTotals';
  /** How much of that has been paid, in yen. */
  readonly paidYen: Scalars['Yen']['output'];
  /** How many statements. */
  readonly statements: Scalars['Int']['output'];
  /** What they come to, in yen with tax; what is voided counts nothing. */
  readonly totalYen: Scalars['Yen']['output'];
};

/** What the lines of one status come to. */
export type StatusTotals = {
  readonly __typename?: 'StatusTotals';
  /** 委託料, in yen without tax. */
  readonly feeYen?: Maybe<Scalars['Yen']['output']>;
  /** Minutes, worked where recorded, else planned. */
  readonly minutes: Scalars['Int']['output'];
  /** Of the visits counted. */
  readonly status: VisitStatus;
  /** How many lines. */
  readonly visits: Scalars['Int']['output'];
};

/** What is told as it happens. It ends with the token, and with the right to see what it tells. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Every change of a delegation of the viewer's office: seen, accepted, declined, more time asked, lapsed, next round, escalated, released. */
  readonly delegationChanges: DelegationNotice;
  /** Changes to the ledger lines that the viewer may see. */
  readonly ledgerChanges: LedgerNotice;
  /** Offers to the viewer's office as they are made, change or close. `after` resumes without loss or repetition. */
  readonly offers: OfferNotice;
  /**
   * The viewer's tasks as they arise and end, by an event or by the clock. `after` resumes without loss or repetition as long as no more than
   * 200 of an office's (or caregiver's) tasks have ended since; then RESYNC: read `viewer.tasks` anew and come back without `after`.
   */
  readonly taskChanges: TaskNotice;
};


/** What is told as it happens. It ends with the token, and with the right to see what it tells. */
export type SubscriptionDelegationChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  networkId: Scalars['ID']['input'];
};


/** What is told as it happens. It ends with the token, and with the right to see what it tells. */
export type SubscriptionLedgerChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  networkId: Scalars['ID']['input'];
};


/** What is told as it happens. It ends with the token, and with the right to see what it tells. */
export type SubscriptionOffersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** What is told as it happens. It ends with the token, and with the right to see what it tells. */
export type SubscriptionTaskChangesArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** 特定事業所加算: raises the fees of an office by the per cent that the fee table names. */
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

/** 調査: questions put to everybody concerned, evaluated without naming anybody. */
export type Survey = {
  readonly __typename?: 'Survey';
  /** 匿名: no answer can be led back to whoever gave it, by nobody. */
  readonly anonymous: Scalars['Boolean']['output'];
  /** 締切日: the last day; null until it is opened. */
  readonly closesOn?: Maybe<Scalars['Date']['output']>;
  /** 回答の出力: address of a file of the answers, GET with the bearer token; null until the closing. What it holds is hidden as in the results. */
  readonly exportUrl?: Maybe<Scalars['String']['output']>;
  /** The sampling frame comes from the events: those who took part in delegations in the period. */
  readonly frame: ReadonlyArray<FrameGroup>;
  /** Before opening: what a period would give, so that a threshold that would hide everything is seen in time. */
  readonly framePreview?: Maybe<ReadonlyArray<FrameGroup>>;
  /** Of the survey. */
  readonly id: Scalars['ID']['output'];
  /** Purpose, who asks, what becomes of the answers. */
  readonly intro?: Maybe<Scalars['String']['output']>;
  /** ネットワーク whose people are asked. */
  readonly networks: ReadonlyArray<Network>;
  /** The day on which it was opened; null until then. */
  readonly opensOn?: Maybe<Scalars['Date']['output']>;
  /** 設問, in order. */
  readonly questions: ReadonlyArray<Question>;
  /** 回収率, by audience and network. */
  readonly responses: ReadonlyArray<ResponseRate>;
  /** From the closing on (SURVEY_NOT_CLOSED before, so that two looks cannot be subtracted). */
  readonly results?: Maybe<SurveyResults>;
  /** 調査の状態. */
  readonly status: SurveyStatus;
  /** Waves of one study share it; it links a person's answers over time without naming the person. */
  readonly study: Scalars['String']['output'];
  /** Smallest group that is ever shown, 3 at least, frozen at publishing. */
  readonly threshold: Scalars['Int']['output'];
  /** 題名. */
  readonly title: Scalars['String']['output'];
  /** Publishing freezes the questions as this version. */
  readonly version: Scalars['Int']['output'];
  /** 調査の回. */
  readonly wave: Wave;
};


/** 調査: questions put to everybody concerned, evaluated without naming anybody. */
export type SurveyExportUrlArgs = {
  format: SurveyExport;
};


/** 調査: questions put to everybody concerned, evaluated without naming anybody. */
export type SurveyFramePreviewArgs = {
  periodFrom: Scalars['Date']['input'];
  periodTo: Scalars['Date']['input'];
};


/** 調査: questions put to everybody concerned, evaluated without naming anybody. */
export type SurveyResultsArgs = {
  breakdown?: InputMaybe<ReadonlyArray<Breakdown>>;
  filter?: InputMaybe<ResultFilter>;
};

/** 回答の出力の形式. */
export type SurveyExport =
  /** 符号表: variables, labels, value labels, missing codes, skip conditions; and the methods sheet (方法): position in the log, counts, what is hidden. */
  | 'CODEBOOK'
  /** One row a response, in random order; UTF-8 with BOM. 自由記述 are in the results alone. */
  | 'CSV'
  /** The rows of CSV, one JSON object a line. */
  | 'JSON_LINES';

/** What `publishSurvey`, `remindRespondents` and `closeSurvey` take. */
export type SurveyInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 調査. */
  readonly surveyId: Scalars['ID']['input'];
};

/** What the mutation answers with; see Payload. */
export type SurveyPayload = Payload & {
  readonly __typename?: 'SurveyPayload';
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** The survey as it is now; null where it was refused. */
  readonly survey?: Maybe<Survey>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** position: where in the log the figures stand; the same position gives the same figures. */
export type SurveyResults = {
  readonly __typename?: 'SurveyResults';
  /** One a group; a single one without a breakdown. */
  readonly groups: ReadonlyArray<ResultGroup>;
  /** How groups are hidden and figures reckoned, in the language of the request. */
  readonly method: Scalars['String']['output'];
  /** Where in the log the figures stand. */
  readonly position: Scalars['LogPosition']['output'];
  /** How many of them are hidden (秘匿). */
  readonly suppressedGroups: Scalars['Int']['output'];
};

/** 調査の状態. */
export type SurveyStatus =
  /** 終了: results can be read. */
  | 'CLOSED'
  /** 下書き: can be changed. */
  | 'DRAFT'
  /** 実施中: invitations are out. */
  | 'OPEN'
  /** 公開: its questions are frozen, nobody is invited yet. */
  | 'PUBLISHED';

/** やること: something that waits for the viewer. It goes by itself once it is done or has become pointless. */
export type Task = {
  readonly __typename?: 'Task';
  /** 利用者: of whom it is, where the viewer may see them. */
  readonly client?: Maybe<Client>;
  /** 委託: where it is about one that the viewer may see. */
  readonly delegation?: Maybe<Delegation>;
  /** 期限: until when it makes sense to do it; null where no time is set. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the task, for clients' caches: the same as long as it waits for the same. */
  readonly id: Scalars['ID']['output'];
  /** What is to be done (種類). */
  readonly kind: TaskKind;
  /** The network that it belongs to; null for tasks of the administration. */
  readonly network?: Maybe<Network>;
  /** 事業所: the office that it is about, where it is about one. */
  readonly office?: Maybe<Office>;
  /** Since when it has been waiting. */
  readonly since: Scalars['DateTime']['output'];
  /** 支払通知書: where it is about one that the viewer may see. */
  readonly statement?: Maybe<Statement>;
  /** 委託契約条件: the version that waits for an answer. */
  readonly terms?: Maybe<DelegationTerms>;
  /** 緊急度: what the list is ordered by first. */
  readonly urgency: Urgency;
  /** 訪問: where it is about one that the viewer may see. */
  readonly visit?: Maybe<Visit>;
};

/** A page of tasks (やること). */
export type TaskConnection = {
  readonly __typename?: 'TaskConnection';
  /** This page, in the order of the list. */
  readonly edges: ReadonlyArray<TaskEdge>;
  /** Where this page lies, and how to go on. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A task in its place in the list. */
export type TaskEdge = {
  readonly __typename?: 'TaskEdge';
  /** Of this place in the list, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Task;
};

/** やることの種類. Without another word, the task is one of the COORDINATORs of the office whose move it is. */
export type TaskKind =
  /** The office that did not propose: terms wait for its answer (契約条件への回答). */
  | 'AGREE_TERMS'
  /** Assist office: the record came back, or a dispute was upheld without an amount and the record stands as it was settled. */
  | 'AMEND_RECORD'
  /** Partner office: a line of a statement is disputed (異議), or was upheld without an amount 14 days ago and nobody has amended the record: an amount is needed. */
  | 'ANSWER_DISPUTE'
  /** Assist office, until respondBy: an offer (打診) waits for its yes or no. */
  | 'ANSWER_OFFER'
  /** Partner office: a start came and nobody had the visit. Stays until answered. */
  | 'ANSWER_UNCOVERED'
  /** The office that did not propose it, until `answerBy`: another plan of a visit waits for its answer. */
  | 'ANSWER_VISIT_CHANGE'
  /** Partner office: a second person approves the payment (支払の承認). */
  | 'APPROVE_PAYMENT'
  /** Assist office, until the planned start: nobody has been assigned yet (担当の割当). */
  | 'ASSIGN_CAREGIVER'
  /** A delegation is ESCALATED, or a visit is still free 3 hours before its start (rule 18): telephone, offer again or withdraw. */
  | 'CALL_OFFICES'
  /** The office that proposed it: the change was declined or lapsed, and the plan stays as it was. Until 24:00 of its day, after the record until it is verified. */
  | 'CHANGE_NOT_AGREED'
  /** Both offices: the planned start was 15 minutes ago and nothing has been heard; partner office, for 24 hours: nobody opened at the door. */
  | 'CHECK_ON_VISIT'
  /** Partner office, from the first of the following month: something can be closed. */
  | 'CLOSE_SETTLEMENT'
  /** Assist office, until the end of confirmBy: a statement waits to be confirmed (支払通知書の確認). */
  | 'CONFIRM_STATEMENT'
  /** Partner office: an office asks for more time to answer (回答期限の延長). */
  | 'GRANT_MORE_TIME'
  /** Approved, or came back from the bank. */
  | 'INSTRUCT_PAYMENT'
  /** Administrators. */
  | 'OFFICE_WITHOUT_COORDINATOR'
  /** Partner office, until the visit's start: it was withdrawn because an earlier request has these times (rule 9). */
  | 'OVERLAPPING_REQUEST'
  /** The transfer day is over. */
  | 'RECORD_PAYMENT'
  /** The partner office and the one that made it: a record of a visit that had been handed back, and that another office has by now (`office`: whose record). Until the partner office acknowledges RECORD_AFTER_RELEASE. */
  | 'RECORD_REFUSED'
  /** The caregiver and the assist office: the visit is over or under way, and no record stands (サービス提供記録). */
  | 'RECORD_VISIT'
  /** Whoever may end what does not fit in a record (要確認事項), from the partner or the assist office. */
  | 'RESOLVE_EXCEPTION'
  /** Partner office, until selectBy: offices stand ready, one is to be selected (選定). */
  | 'SELECT_OFFICE'
  /** Assist office: the payment is approved, or came back from the bank, and there is no account, or no other one, for it (口座の設定・確認). */
  | 'SET_BANK_ACCOUNT'
  /** Partner office, until the end of the day: a client comes to it then (引き継ぎ, `transferClient`), from the office that `office` names; its visits are to be planned. */
  | 'TAKE_CLIENT_OVER'
  /** The office that proposed them: terms were declined by the other one (`office`). Until others are proposed, at most to the end of their first day or a week from then. */
  | 'TERMS_DECLINED'
  /** Partner office: a record waits to be verified (確定). */
  | 'VERIFY_VISIT'
  /** The caregiver assigned and the assist office, until the planned start: do not go. */
  | 'VISIT_CANCELLED'
  /** The office that proposed it, and the caregiver who was to go, until the new start: the plan of a visit was changed by agreement. */
  | 'VISIT_CHANGED'
  /** Partner office: consent was withdrawn, or the client was transferred or has left, and accepted visits stand. */
  | 'WITHDRAW_VISITS';

/** A change of what waits for the viewer: it has arisen, is otherwise than before, or is closed. `closed`: the task is done or gone. */
export type TaskNotice = {
  readonly __typename?: 'TaskNotice';
  /** 終了: the task is done or gone. */
  readonly closed: Scalars['Boolean']['output'];
  /** Of this notice, for `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** 用件: as it is, or closed, as it last was. */
  readonly task: Task;
};

/** What became of a task that was planned, or was done beyond the plan (実施の有無). */
export type TaskOutcome =
  /** 利用者が断った. */
  | 'DECLINED_BY_CLIENT'
  /** 実施した. */
  | 'DONE'
  /** 必要がなかった. */
  | 'NOT_NEEDED';

/** 消費税の区分. */
export type TaxClass =
  /** 非課税 */
  | 'EXEMPT'
  /** 不課税 */
  | 'OUT_OF_SCOPE'
  /** 課税 10 % */
  | 'TAXABLE_10';

/** Consumption tax is rounded down once a statement and rate, never a line. */
export type TaxSubtotal = {
  readonly __typename?: 'TaxSubtotal';
  /** Without tax (税抜), in yen. */
  readonly netYen: Scalars['Yen']['output'];
  /** 消費税の区分. */
  readonly taxClass: TaxClass;
  /** 消費税, in yen. */
  readonly taxYen: Scalars['Yen']['output'];
};

/** What the mutation answers with; see Payload. */
export type TermsPayload = Payload & {
  readonly __typename?: 'TermsPayload';
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** The version of the terms as it is now; null where it was refused. */
  readonly terms?: Maybe<DelegationTerms>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** 文字コード of a CSV file. */
export type TextEncoding =
  /** Shift_JIS as Windows has it, for older care software. */
  | 'MS932'
  /** UTF-8 with a byte order mark, which spreadsheets need. */
  | 'UTF8_BOM';

/** 時間帯, by the planned start in Asia/Tokyo. */
export type TimeBand =
  /** 日中: 8 to 18. */
  | 'DAY'
  /** 早朝: 6 to 8. */
  | 'EARLY'
  /** 夜間: 18 to 22. */
  | 'EVENING'
  /** 深夜: 22 to 6. */
  | 'NIGHT';

/** 引き継ぎ: the client, the other office, the day and the paper. */
export type TransferClientInput = {
  /** 利用者: of one's own. */
  readonly clientId: Scalars['ID']['input'];
  /** The caller's own UUID, which makes it safe to repeat. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 同意書: where the new consent to sharing is written. Sealed with the client's key. */
  readonly consentDocumentedBy: Scalars['String']['input'];
  /** 引き継ぐ日: the other office's first day. */
  readonly on: Scalars['Date']['input'];
  /** 引き継ぎ先: a PARTNER of the network; the present office takes the transfer back. */
  readonly toOfficeId: Scalars['ID']['input'];
};

/** 受け手のなかった訪問の結果. */
export type UncoveredCount = {
  readonly __typename?: 'UncoveredCount';
  /** 件数. */
  readonly n: Scalars['Int']['output'];
  /** What became of them; null: nobody has said so yet. */
  readonly outcome?: Maybe<UncoveredOutcome>;
};

/** What became of an uncovered visit: the evaluation asks for it. */
export type UncoveredOutcome =
  /** 家族などが対応した */
  | 'FAMILY'
  /** 訪問できなかった */
  | 'NOT_MADE'
  /** ネットワーク外の事業所が訪問した */
  | 'OTHER_PROVIDER'
  /** 自事業所が訪問した */
  | 'OWN_STAFF'
  /** 日を改めた */
  | 'POSTPONED';

/** What `uploadVisits` takes. */
export type UploadVisitsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 終了の打刻. */
  readonly ends?: InputMaybe<ReadonlyArray<PunchInput>>;
  /** サービス提供記録. */
  readonly records?: InputMaybe<ReadonlyArray<RecordVisitInput>>;
  /** 開始の打刻. */
  readonly starts?: InputMaybe<ReadonlyArray<PunchInput>>;
};

/** 緊急度 of what waits, the most urgent first. */
export type Urgency =
  /** Somebody waits for an answer (回答待ち): ANSWER_OFFER, GRANT_MORE_TIME, SELECT_OFFICE, ASSIGN_CAREGIVER, AGREE_TERMS, TERMS_DECLINED. */
  | 'ANSWER'
  /** A person may be left without care (利用者の安全): CALL_OFFICES, ANSWER_UNCOVERED, CHECK_ON_VISIT, WITHDRAW_VISITS, VISIT_CANCELLED, VISIT_CHANGED, CHANGE_NOT_AGREED, TAKE_CLIENT_OVER, OVERLAPPING_REQUEST, OFFICE_WITHOUT_COORDINATOR. */
  | 'CARE'
  /** The rest (精算・支払). */
  | 'MONEY'
  /** A record is to be made or judged (記録): RECORD_VISIT, RESOLVE_EXCEPTION, AMEND_RECORD, VERIFY_VISIT, RECORD_REFUSED. */
  | 'RECORD';

/** A refusal by a rule of the domain: nothing was stored, and the person at the screen can do something about it. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** Stable and documented, e.g. VISITS_ALREADY_ALLOCATED. */
  readonly code: UserErrorCode;
  /** For people, Japanese by default; `Accept-Language: en` for English. */
  readonly message: Scalars['String']['output'];
  /** Path of the input field at fault. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Each with what it says to people; docs/errors.md says which mutation may refuse with which of them. */
export type UserErrorCode =
  /** 承認の後に振込先の口座が変更されています。支払を承認し直してから、もう一度行ってください。 */
  | 'ACCOUNT_CHANGED'
  /** 支払元の口座がまだ設定されていません。自事業所の口座を設定してから、もう一度行ってください。 */
  | 'ACCOUNT_MISSING'
  /** この明細には、訂正できるサービス提供記録がありません。認めるときは調整額を入力してください。 */
  | 'ADJUSTMENT_NEEDED'
  /** システムと、設定で決められた事務局の人は登録できません。別の人を指定してください。 */
  | 'ADMIN_SUBJECT'
  /** この招待ではすでに回答をいただいています。あらためて回答する必要はありません。 */
  | 'ALREADY_ANSWERED'
  /** 支払はすでに別の人が承認しています。あらためて承認する必要はありません。 */
  | 'ALREADY_APPROVED'
  /** この支払通知書は確認済みのため、異議を申し立てられません。記録の誤りは訂正してください。 */
  | 'ALREADY_CONFIRMED'
  /** この明細にはすでに異議が出ています。回答を確かめて、納得できないときはパートナー事業所に電話で相談してください。 */
  | 'ALREADY_DISPUTED'
  /** この支払通知書は、すでに別の振込データに入っています。そのデータの振込結果を確かめてください。 */
  | 'ALREADY_INSTRUCTED'
  /** 支払はすでに別の内容で記録されています。記録されている支払日と振込の控えを確かめてください。 */
  | 'ALREADY_PAID'
  /** この打刻はすでに記録されています。時刻が違うときは記録で訂正してください。押し間違いは、記録の前に事業所のコーディネーターに取消を依頼してください。 */
  | 'ALREADY_PUNCHED'
  /** 金額が支払通知書の合計と一致しません。支払通知書の合計を確かめて、入力し直してください。 */
  | 'AMOUNT_DIFFERS'
  /** 金額が10桁を超えるため、振込データに書けません。別の方法で支払ってください。 */
  | 'AMOUNT_TOO_LONG'
  /** ほかの回答により表示されない設問に回答が入っています。この設問の回答を消してから送信してください。 */
  | 'ANSWER_HIDDEN'
  /** この設問では選べない、または読み取れない回答です。選択肢や書き方を確かめて、入力し直してください。 */
  | 'ANSWER_INVALID'
  /** 必ず答える設問に回答がありません。回答を入れてから送信してください。 */
  | 'ANSWER_MISSING'
  /** この設問に書ける文字数を超えています。短くしてから、もう一度送信してください。 */
  | 'ANSWER_TOO_LONG'
  /** お尋ねしていない設問への回答か、同じ設問への二つ目の回答が入っています。画面を開き直して、もう一度回答してください。 */
  | 'ANSWER_UNKNOWN'
  /** パートナー事業所の地域区分がまだ登録されていないため、料金を計算できません。事務局に登録を依頼してください。 */
  | 'AREA_GRADE_UNKNOWN'
  /** この日は銀行の休業日です（土日・祝日・12月31日から1月3日）。営業日を指定してください。 */
  | 'BANK_CLOSED'
  /** この金融機関コードの銀行は見つかりません。通帳を見て、4桁のコードを入力し直してください。 */
  | 'BANK_UNKNOWN'
  /** 委託料の計算方法と、入力された価格や割合が合いません。計算方法に合う欄だけに入力してください。 */
  | 'BASIS_AND_PRICE_DIFFER'
  /** この支店コードの支店は、この銀行にありません。通帳を見て、3桁のコードを入力し直してください。 */
  | 'BRANCH_UNKNOWN'
  /** この訪問介護員には、同じ時間に別の訪問が割り当てられています。ほかの人を選ぶか、重複してよいときはその旨を指定して、もう一度割り当ててください。 */
  | 'CAREGIVER_BUSY'
  /** この訪問介護員コードは、事業所の別の人が使っています。別のコードを入力してください。 */
  | 'CAREGIVER_CODE_TAKEN'
  /** 訪問介護員として登録するには、事業所の訪問介護員から本人を選んでください。 */
  | 'CAREGIVER_NEEDED'
  /** この訪問介護員は、訪問の日にこの事業所に在籍していません。在籍している人を選ぶか、退職日を確かめてください。 */
  | 'CAREGIVER_NOT_OF_OFFICE'
  /** この訪問は別の訪問介護員に替わっています。替わる前に始めた訪問だけを記録できます。事業所のコーディネーターに確かめてください。 */
  | 'CAREGIVER_REPLACED'
  /** この訪問介護員は事業所に登録されていません。訪問介護員の一覧から選び直してください。 */
  | 'CAREGIVER_UNKNOWN'
  /** この被保険者番号の利用者が二人登録されています。利用者の番号を確かめて、どちらかを直してから、もう一度取り込んでください。 */
  | 'CAREPLAN_CLIENT_TWICE'
  /** この被保険者番号の利用者が登録されていません。利用者を登録するか、保険者番号と被保険者番号を直してから、もう一度取り込んでください。 */
  | 'CAREPLAN_CLIENT_UNKNOWN'
  /** 列の数が二十五ではないため、この行は取り込んでいません。列のずれを直して、もう一度取り込んでください。 */
  | 'CAREPLAN_COLUMNS_SHIFTED'
  /** ファイルに行がありません。ファイルを確かめて、もう一度取り込んでください。 */
  | 'CAREPLAN_EMPTY'
  /** 取り込めなかった行がほかにもあります。ここまでの行を直して、もう一度取り込んでください。 */
  | 'CAREPLAN_MORE_BAD_ROWS'
  /** ファイル名がケアプラン連携の予定の形ではありません。受け取ったときの名前のまま選んでください。 */
  | 'CAREPLAN_NAME_UNKNOWN'
  /** ファイル名の対象年月と違う月のため、この行は取り込んでいません。対象年月を確かめて、もう一度取り込んでください。 */
  | 'CAREPLAN_OTHER_MONTH'
  /** ほかの事業所あての内容のため取り込んでいません。自分の事業所あてのファイルか確かめてください。 */
  | 'CAREPLAN_OTHER_OFFICE'
  /** 訪問介護のサービスコードではないため、この行は取り込んでいません。コードを確かめて、もう一度取り込んでください。 */
  | 'CAREPLAN_OTHER_SERVICE'
  /** 引用符の位置が正しくないため、この行は取り込んでいません。引用符を直して、もう一度取り込んでください。 */
  | 'CAREPLAN_QUOTE_MISPLACED'
  /** ファイルが大きすぎて取り込めません。七百キロバイトまでに分けて、もう一度取り込んでください。 */
  | 'CAREPLAN_TOO_LARGE'
  /** ファイルの文字を読み取れません。ケアプラン連携のファイルか確かめて、もう一度取り込んでください。 */
  | 'CAREPLAN_UNREADABLE'
  /** 桁数か書き方が正しくないため、この行は取り込んでいません。値を直して、もう一度取り込んでください。 */
  | 'CAREPLAN_VALUE_INVALID'
  /** 最初の行とバージョンが違うため、この行は取り込んでいません。バージョンごとにファイルを分けて取り込んでください。 */
  | 'CAREPLAN_VERSIONS_MIXED'
  /** 読み取れないバージョンのため、この行は取り込んでいません。送り元に別のバージョンでの出力を依頼してください。 */
  | 'CAREPLAN_VERSION_UNKNOWN'
  /** この変更の提案は、すでに回答されたか、期限が過ぎています。訪問の画面を開き直して、今の予定を確かめてください。 */
  | 'CHANGE_NOT_OPEN'
  /** この訪問には、回答を待っている変更の提案があります。先にその提案に回答するか、回答をお待ちください。 */
  | 'CHANGE_OPEN'
  /** ファイルに書けない文字が入っています。登録されている名前の文字を直してから、もう一度出力してください。 */
  | 'CHARACTER_UNWRITABLE'
  /** この利用者の個人情報は消去されているため、新しく書き込むことはできません。別の利用者を選んでいないか確かめてください。 */
  | 'CLIENT_ERASED'
  /** この利用者コードは、別の内容ですでに登録されています。登録済みの利用者を確かめるか、別のコードを入力してください。 */
  | 'CLIENT_EXISTS'
  /** この利用者の利用は、その日より前に終わっています。日付を確かめ、利用が続いているときは利用の最終日を改めてください。 */
  | 'CLIENT_LEFT'
  /** 利用者の保険者番号、被保険者番号か、居宅介護支援事業所の番号が登録されていません。登録してから、もう一度出力してください。 */
  | 'CLIENT_NUMBERS_MISSING'
  /** その日は、別のパートナー事業所の利用者です。日付を確かめるか、引き継ぎの相手の事業所に連絡してください。 */
  | 'CLIENT_TRANSFERRED'
  /** この利用者は登録されていません。利用者の一覧から選び直してください。 */
  | 'CLIENT_UNKNOWN'
  /** 締切日がすでに過ぎています。今日以降の日を指定してください。 */
  | 'CLOSES_IN_PAST'
  /** 同じ受付番号で、別の内容がすでに送信されています。画面を開き直してから、もう一度送信してください。 */
  | 'COMMAND_ID_REUSED'
  /** 情報をネットワーク内で共有することについて、利用者の同意が登録されていないか、撤回されています。同意を得て登録してから、もう一度行ってください。 */
  | 'CONSENT_MISSING'
  /** この同意はすでに登録されていて有効です。あらためて登録する必要はありません。 */
  | 'CONSENT_STANDS'
  /** 銀行から付与された依頼人コードが設定されていません。自事業所の口座に設定してから、もう一度行ってください。 */
  | 'CONSIGNOR_CODE_MISSING'
  /** 法人番号の13桁に誤りがあります（最初の1桁は検査用の数字です）。番号を確かめて、入力し直してください。 */
  | 'CORPORATE_NUMBER_WRONG'
  /** 先の日付は登録できません。今日までの日を入力してください。 */
  | 'DAY_IN_FUTURE'
  /** この委託は登録されていません。委託の一覧から選び直してください。 */
  | 'DELEGATION_UNKNOWN'
  /** 一つの事業所に直接依頼する方式では、打診先を一事業所、一回だけにしてください。 */
  | 'DIRECT_ONE_OFFICE'
  /** 回答を待っている異議があります。回答されるか、異議が取り下げられるまでお待ちください。 */
  | 'DISPUTE_OPEN'
  /** この異議にはすでに別の回答があります。明細を開いて回答を確かめてください。 */
  | 'DISPUTE_RESOLVED'
  /** この明細に異議は出ていません。支払通知書を開き直して、明細を選び直してください。 */
  | 'DISPUTE_UNKNOWN'
  /** 終了の時刻が開始の時刻より前か、同じになっています。時刻を確かめてください。打刻の押し間違いは、コーディネーターに取消を依頼してください。 */
  | 'ENDED_BEFORE_STARTED'
  /** 終了日が過ぎているか、開始日より前になっています。今日以降で開始日より後の日を指定してください。 */
  | 'ENDS_IN_PAST'
  /** この確認事項は、すでに解消されたか、はじめからありません。訪問の画面を開き直してください。 */
  | 'EXCEPTION_NOT_OPEN'
  /** 振込不能の日が、振込の依頼または支払の日より前になっています。日付を確かめて、入力し直してください。 */
  | 'FAILED_BEFORE_PAYMENT'
  /** 今の役割ではこの訪問の操作ができません。必要なときは、事業所の管理者か事務局に確かめてください。 */
  | 'FORBIDDEN'
  /** 60日以内に始めた別の調査と対象者がほとんど同じため、二つの結果の差から個人の回答が分かるおそれがあります。期間を変えるか、60日が過ぎてから開始してください。 */
  | 'FRAME_TOO_CLOSE'
  /** この人はすでに別の役割で登録されています。別の人を選ぶか、先に今の役割を外してください。 */
  | 'HAS_OTHER_ROLE'
  /** 口座名義が30文字（濁点・半濁点も1文字）を超えています。銀行に届け出た名義の略し方を確かめて、短くしてください。 */
  | 'HOLDER_TOO_LONG'
  /** 口座名義に、振込データで使えない文字があります。通帳のカナ名義のとおりに入力し直してください。 */
  | 'HOLDER_UNWRITABLE'
  /** 適格請求書発行事業者の登録番号は「T」と13桁の数字です。番号を確かめてください。登録がないときは空欄にしてください。 */
  | 'INVOICE_NUMBER_WRONG'
  /** 事業所の最後のコーディネーターは事務局だけが外せます。先に別の人をコーディネーターにするか、事務局に依頼してください。 */
  | 'LAST_COORDINATOR'
  /** 脱退日が参加日より前になっています。参加日以降の日を指定してください。 */
  | 'LEFT_BEFORE_JOINED'
  /** この明細は、この支払通知書にありません。支払通知書を開き直して選び直してください。 */
  | 'LINE_UNKNOWN'
  /** 所要時間が、予定の開始から終了までの時間と合いません。所要時間か時刻を直してください。 */
  | 'MINUTES_DIFFER'
  /** この月か、それより後の月がすでに締められています。締め残しは次の月の支払通知書に入りますので、お待ちください。 */
  | 'MONTH_CLOSED'
  /** 処遇改善加算の区分が二つあります。届け出ている区分を一つだけ選んでください。 */
  | 'MONTH_ITEM_SECOND'
  /** この加算のサービスコードは、公表資料で確認できていないため出力できません。この加算を外して出力し、請求のソフトで加えてください。 */
  | 'MONTH_ITEM_UNCONFIRMED'
  /** この加算は対象年月にはありません。対象年月にある区分を選び直してください。 */
  | 'MONTH_ITEM_UNKNOWN'
  /** 対象の月がまだ終わっていません。翌月になってから締めてください。 */
  | 'MONTH_NOT_OVER'
  /** この回では、すでに回答期限の延長を希望しています。パートナー事業所の返事をお待ちください。 */
  | 'MORE_TIME_ASKED'
  /** この事業所は回答期限の延長を希望していません。打診の状況を確かめてください。 */
  | 'MORE_TIME_NOT_ASKED'
  /** この確認事項は、確認しただけでは解消できません。記録か予定を正しい内容に直してください。 */
  | 'MUST_BE_PUT_RIGHT'
  /** 同じ名前、地域、年度のネットワークがあります。一覧で確かめるか、別の名前にしてください。 */
  | 'NETWORK_EXISTS'
  /** 事業所が参加したネットワークは解消できません。参加事業所の脱退日を入力してください。 */
  | 'NETWORK_HAS_MEMBERS'
  /** このネットワークは登録されていません。ネットワークの一覧から選び直してください。 */
  | 'NETWORK_UNKNOWN'
  /** この期間には、調査をお願いできる人がいません。期間を変えるか、調査への同意を確かめてください。 */
  | 'NOBODY_TO_SURVEY'
  /** この月の実績はまだ出力されていません。先に実績を出力してください。 */
  | 'NOTHING_TO_DELETE'
  /** この月に確定した訪問がありません。記録を確定してから、もう一度出力してください。 */
  | 'NOTHING_TO_EXPORT'
  /** 打診できる訪問が残っていません。割り当て済みか、打診中か、取り下げられています。委託の状況を確かめてください。 */
  | 'NOTHING_TO_OFFER'
  /** 合計が0円です。支払の承認も振込も必要はありません。 */
  | 'NOTHING_TO_PAY'
  /** いま精算できる訪問がありません。確定していない記録や、保留の理由を確かめてください。 */
  | 'NOTHING_TO_SETTLE'
  /** 支払がまだ承認されていません。締めた人とは別の人が承認してから、支払を登録してください。 */
  | 'NOT_APPROVED'
  /** この事業所は、選べる状態の受諾をしていません。受諾した事業所の中から選んでください。 */
  | 'NOT_CANDIDATE'
  /** 支払通知書がまだ確認されていません。確認を待つか、発行から5日が過ぎ、支払期日まで10日以内になってから承認してください。 */
  | 'NOT_CONFIRMED'
  /** 指定された訪問やヘルパーが見つからないか、表示できません。一覧から選び直してください。 */
  | 'NOT_FOUND'
  /** 振込の依頼も支払の記録もされていないため、振込不能を記録できません。支払通知書の状態を確かめてください。 */
  | 'NOT_INSTRUCTED'
  /** この事業所からの招待はありません。事業所に登録を依頼してください。 */
  | 'NOT_INVITED'
  /** 振込データに入っていません。支払通知書の状態を確かめて、もう一度依頼してください。 */
  | 'NOT_IN_FILE'
  /** より新しい支払通知書があるため、取り消せません。記録の訂正や異議への回答による差額は次の支払通知書に入りますので、そちらで直してください。 */
  | 'NOT_NEWEST'
  /** 取り消す打刻がありません。訪問の打刻を確かめてください。 */
  | 'NOT_PUNCHED'
  /** この訪問の記録がまだありません。アシスト事業所が記録してから行ってください。 */
  | 'NOT_RECORDED'
  /** この委託は、先に受諾した事業所に決まる方式です。パートナー事業所が選ぶ必要はありません。 */
  | 'NOT_SELECTABLE'
  /** 契約条件に、このサービスと所要時間に当たる価格がありません。契約条件に価格を加えて合意するか、所要時間を確かめてください。 */
  | 'NO_PRICE'
  /** このサービスと所要時間に当たるサービスコードがありません。サービスの種類、所要時間、要介護度を確かめてください。 */
  | 'NO_SERVICE_CODE'
  /** この打診にはすでに回答しています。変えたいときはパートナー事業所に連絡してください。 */
  | 'OFFER_ALREADY_ANSWERED'
  /** この打診の期限は過ぎています。まだ引き受けられるとき、またはお願いしたいときは、相手の事業所に連絡してください。 */
  | 'OFFER_EXPIRED'
  /** この打診は、別の事業所に決まったか、選定の期限を過ぎて終わりました。次の打診をお待ちください。 */
  | 'OFFER_NOT_SELECTED'
  /** この事業所への打診はありません。打診の一覧を確かめてください。 */
  | 'OFFER_UNKNOWN'
  /** 二つの事業所は、このネットワークでパートナー事業所とアシスト事業所の関係にありません。事業所か、ネットワークでの役割を確かめてください。 */
  | 'OFFICES_NO_PAIR'
  /** 役割と事業所の指定が合いません。コーディネーターと訪問介護員には事業所を指定し、ほかの役割には指定しないでください。 */
  | 'OFFICE_AND_ROLE_DIFFER'
  /** この事業所番号は、別の内容ですでに登録されています。番号を確かめるか、登録済みの事業所を変更してください。 */
  | 'OFFICE_EXISTS'
  /** 終わっていない委託か、その日より後に受諾済みの訪問があります。先にこれらを終えるか、後の日を指定してください。 */
  | 'OFFICE_HAS_VISITS'
  /** この事業所は、訪問の日にアシスト事業所としてネットワークに参加していません。打診先か、参加の期間を確かめてください。 */
  | 'OFFICE_NOT_ASSIST'
  /** この事業所はこのネットワークに参加していません。事業所とネットワークを確かめてください。 */
  | 'OFFICE_NOT_MEMBER'
  /** この事業所は、その日にパートナー事業所としてネットワークに参加していません。参加の期間と役割を事務局に確かめてください。 */
  | 'OFFICE_NOT_PARTNER'
  /** この事業所は登録されていません。事業所の一覧から選び直してください。 */
  | 'OFFICE_UNKNOWN'
  /** まだ解消されていない確認事項があります。確認事項を解消してから確定してください。 */
  | 'OPEN_EXCEPTION'
  /** 自分の事業所が出した提案には回答できません。相手の事業所の回答をお待ちください。 */
  | 'OWN_PROPOSAL'
  /** 自分の事業所が作った記録は確定できません。パートナー事業所が確定しますので、お待ちください。 */
  | 'OWN_RECORD'
  /** 支払日が、支払通知書を発行した日より前になっています。振込の控えで支払日を確かめてください。 */
  | 'PAID_BEFORE_ISSUE'
  /** この確認事項はパートナー事業所だけが確認できます。パートナー事業所の確認をお待ちください。 */
  | 'PARTNER_ACKNOWLEDGES'
  /** 支払先の事業所が口座をまだ設定していません。支払先に設定を依頼してください。 */
  | 'PAYEE_ACCOUNT_MISSING'
  /** 支払先の口座の銀行または支店が見つかりません。統廃合が考えられるため、支払先に口座の確認を依頼してください。 */
  | 'PAYEE_BRANCH_UNKNOWN'
  /** 支払先の口座名義に、お使いの銀行の振込データでは使えない文字があります。支払先に名義の変更を依頼してください。 */
  | 'PAYEE_NAME_UNWRITABLE'
  /** 支払が承認されているため、この支払通知書は取り消せません。記録の訂正や異議への回答による差額は次の支払通知書に入りますので、そちらで直してください。 */
  | 'PAYMENT_UNDER_WAY'
  /** 期間の終わりの日が、始まりの日より前になっています。日付を確かめてください。 */
  | 'PERIOD_INVALID'
  /** 身体介護の時間は、身体介護に続けて生活援助を行うときだけ、全体の所要時間より短く入力してください。 */
  | 'PHYSICAL_MINUTES_MISSING'
  /** この予定は、すでにほかの訪問で委託されています。別の予定を選ぶか、先の委託を取り下げてください。 */
  | 'PLANNED_VISIT_COVERED'
  /** この予定は、取り込まれたケアプランのその月にありません。予定の一覧から選び直してください。 */
  | 'PLANNED_VISIT_UNKNOWN'
  /** 記録のある訪問の予定は、実際の開始の前後24時間以内の、過ぎた時刻にだけ直せます。実際に訪問した日時を確かめてください。 */
  | 'PLAN_NOT_AS_MADE'
  /** 今の予定と同じ内容です。変えたい時刻、長さ、サービスを入力してください。 */
  | 'PLAN_UNCHANGED'
  /** 同じ区分の価格かキャンセル料が二度入力されています。どちらかを消してください。 */
  | 'PRICE_TWICE'
  /** この打刻は取り消されています。必要であれば別の時刻か方法で打刻し直してください。 */
  | 'PUNCH_WITHDRAWN'
  /** 設問の定義に誤りがあります。コードや選択肢の重複と空欄、種類に合わない選択肢、成り立たない表示条件がないか確かめてください。 */
  | 'QUESTIONNAIRE_INVALID'
  /** 調査票が大きすぎます。設問か選択肢を減らすか、自由記述の文字数の上限を下げてください。 */
  | 'QUESTIONNAIRE_TOO_LONG'
  /** 「計画に合わせる」は訂正の理由になりません。実際に何が違っていたかを書いてください。 */
  | 'REASON_IS_NONE'
  /** 記録が空です。実施した内容か心身の状況を入力してください。 */
  | 'RECORD_EMPTY'
  /** この記録は差し戻されています。アシスト事業所が訂正してから行ってください。 */
  | 'RECORD_RETURNED'
  /** この訪問の記録はすでにあります。内容が違うときは、記録を訂正してください。 */
  | 'RECORD_STANDS'
  /** この記録はすでに確定しています。変えたいときは、事業所に記録の訂正を依頼してください。 */
  | 'RECORD_VERIFIED'
  /** 同じ利用者の訪問の時間が重なっているため、実績を出力できません。訪問の予定か記録を直してから、もう一度出力してください。 */
  | 'RESULTS_OVERLAP'
  /** この訪問がケアプランの予定と一致しません。ケアマネジャーに予定の変更を依頼して、予定を取り込み直してから出力してください。 */
  | 'RESULT_NOT_PLANNED'
  /** この訪問のサービスコードが分かりません。この月のケアプランの予定を取り込んでから、もう一度出力してください。 */
  | 'RESULT_WITHOUT_CODE'
  /** すでにこの事業所の利用者です。引き継ぎ先には、別のパートナー事業所を選んでください。 */
  | 'SAME_OFFICE'
  /** 支払は、締めた人とは別の人が承認します。事業所の別のコーディネーターに依頼してください。 */
  | 'SAME_PERSON'
  /** この事業所はこのサービスを提供していません。別の事業所に打診してください。 */
  | 'SERVICE_NOT_OFFERED'
  /** 支払通知書の内容が、画面に表示されたものと違っています。開き直して内容を確かめてください。 */
  | 'STATEMENT_CHANGED'
  /** 指定した事業所が支払う支払通知書ではありません。一覧から選び直してください。 */
  | 'STATEMENT_OF_OTHER_OFFICE'
  /** 支払通知書の明細が多すぎて作成できません。事務局に連絡してください。 */
  | 'STATEMENT_TOO_LONG'
  /** この支払通知書はありません。支払通知書の一覧から選び直してください。 */
  | 'STATEMENT_UNKNOWN'
  /** この支払通知書は取り消されています。作り直された支払通知書を確かめてください。 */
  | 'STATEMENT_VOIDED'
  /** この研究は終わっているか、この調査の締切より前に終わります。回答を前後の調査と結び付けられません。締切か研究の最終日を改めるか、別の研究名で作り直してください。 */
  | 'STUDY_ENDED'
  /** この調査は、別の期間か締切日ですでに始まっています。今の調査の内容を確かめてください。 */
  | 'SURVEY_ALREADY_OPEN'
  /** この調査は締め切られました。回答の必要はありません。ご協力ありがとうございました。 */
  | 'SURVEY_CLOSED'
  /** 公開した調査は変更できません。内容を変えるときは、新しい調査として作成してください。 */
  | 'SURVEY_FROZEN'
  /** この調査の下書きがありません。先に下書きを作成してください。 */
  | 'SURVEY_NOT_DRAFTED'
  /** この調査は実施中ではありません。実施の期間を確かめてください。 */
  | 'SURVEY_NOT_OPEN'
  /** この調査はまだ公開されていません。公開してから開始してください。 */
  | 'SURVEY_NOT_PUBLISHED'
  /** サービス内容の一覧にない項目です。一覧から選び、補足は備考に書いてください。 */
  | 'TASK_UNKNOWN'
  /** この提案は、すでに回答されたか、新しい提案に差し替えられています。最新の契約条件を確かめてください。 */
  | 'TERMS_ANSWERED'
  /** 二回目以降の契約条件は、合意する日より前から始めることはできません。今日以降の開始日で提案し直してください。 */
  | 'TERMS_BEGIN_IN_PAST'
  /** この契約条件はすでに終了しています。続けるときは、新しい契約条件を提案してください。 */
  | 'TERMS_ENDED'
  /** 訪問の日に有効な、合意済みの契約条件がありません。この事業所と契約条件を合意してから行ってください。 */
  | 'TERMS_MISSING'
  /** まだ合意されていない契約条件です。合意済みの契約条件を選んでください。 */
  | 'TERMS_NOT_AGREED'
  /** 将来の時刻です。端末の時計が5分以上進んでいないか確かめてください。 */
  | 'TIME_IN_FUTURE'
  /** 打刻がないため、開始と終了の時刻を入力してください。 */
  | 'TIME_MISSING'
  /** この招待を確認できませんでした。届いた案内のアドレスをそのまま開くか、案内を渡した事業所に確かめてください。 */
  | 'TOKEN_INVALID'
  /** 予定開始より早すぎる時刻です（打刻は60分前、訪問先での取消は15分前から）。別の訪問を選んでいないか確かめてください。 */
  | 'TOO_EARLY'
  /** 一つの事業所に登録できる訪問介護員は、辞めた人を含めて1,000人までです。事務局に連絡してください。 */
  | 'TOO_MANY_CAREGIVERS'
  /** これまでの変更の回数が上限に達したため、これ以上は変更できません。今の内容はそのまま有効です。必要なときは事務局に連絡してください。 */
  | 'TOO_MANY_CHANGES'
  /** 異議は一つの支払通知書につき100件までです。誤りが多いときは、支払通知書の取消をパートナー事業所に電話で依頼してください。 */
  | 'TOO_MANY_DISPUTES'
  /** ほかの訪問と重なる確認事項が200件を超えたため確定できません。重なっている訪問の記録を先に訂正してください。 */
  | 'TOO_MANY_EXCEPTIONS'
  /** 一人の利用者の一か月の行が三百を超えています。ファイルの内容を確かめてください。 */
  | 'TOO_MANY_PLANNED_VISITS'
  /** 打刻の取消は1回の訪問につき10回までです。時刻はサービス提供記録に入力してください。 */
  | 'TOO_MANY_PUNCHES'
  /** 回答のお願いは、一つの調査につき10回までです。回答のない方には直接たずねてください。 */
  | 'TOO_MANY_REMINDERS'
  /** 一つの委託に追加できる打診の回は50回までです。新しい委託として依頼してください。 */
  | 'TOO_MANY_ROUNDS'
  /** この訪問の記録は10回送信されています。内容を直すには記録を訂正してください。 */
  | 'TOO_MANY_UPLOADS'
  /** この記録は50版まで訂正されていて、これ以上は訂正できません。事務局に連絡してください。 */
  | 'TOO_MANY_VERSIONS'
  /** 一つの委託に入れられる訪問は62件までです。委託を分けてください。 */
  | 'TOO_MANY_VISITS'
  /** 振込指定日が過ぎています。今日以降の営業日を指定してください。 */
  | 'TRANSFER_DATE_PAST'
  /** 振込指定日は1か月先までです。もっと近い営業日を指定してください。 */
  | 'TRANSFER_DATE_TOO_FAR'
  /** この終了日より後に受諾済みの訪問があります。後の日を指定するか、先にそれらの訪問を取り下げるか返上してください。 */
  | 'VISITS_AFTER_END'
  /** すでに別の事業所に決まった訪問です。打診には、残っている訪問を選んで回答してください。訪問の記録は、パートナー事業所に電話で確かめてください。 */
  | 'VISITS_ALREADY_ALLOCATED'
  /** この利用者の別の訪問と時間が重なります。重なっている訪問を確かめて、時刻を変えてください。 */
  | 'VISITS_OVERLAP'
  /** その日以後の訪問が委託されたままです。先に取り下げるか、次の事業所に取り下げを依頼するか、後の日を指定してください。 */
  | 'VISITS_STILL_DELEGATED'
  /** 選んだ訪問には、取り下げられたものがあります。残っている訪問を選んで、もう一度回答してください。 */
  | 'VISITS_WITHDRAWN'
  /** 訪問なしの報告は、予定開始の15分後からできます。それまでお待ちください。 */
  | 'VISIT_AHEAD'
  /** この訪問は取り消されています。行かずに、着いていたらパートナー事業所に連絡してください。取り消し前に始めた訪問は、時刻を入れて記録してください。 */
  | 'VISIT_CANCELLED'
  /** 訪問の開始予定時刻が過ぎています。これからの訪問を選んでください。 */
  | 'VISIT_IN_PAST'
  /** 訪問なしと報告されています。訪問したときは、予定開始の60分前から予定終了までに始まった記録を登録してください。 */
  | 'VISIT_MISSED'
  /** この訪問は、この事業所に割り当てられていません。自分の事業所の訪問を選んでください。 */
  | 'VISIT_NOT_HELD'
  /** この訪問は打診に含まれていません。打診された訪問の中から選んでください。 */
  | 'VISIT_NOT_OFFERED'
  /** この訪問は、引き受ける事業所がないまま開始時刻を迎えた訪問ではありません。やることの一覧から訪問を選んでください。 */
  | 'VISIT_NOT_UNCOVERED'
  /** 返上した訪問で、今はこの事業所の訪問ではありません。返上前に始めた訪問は、時刻を入れて記録できます。引き受け直すときは、パートナー事業所に連絡してください。 */
  | 'VISIT_RELEASED'
  /** この訪問は精算済みです。差額は次の支払通知書で調整されますので、記録を訂正してください。 */
  | 'VISIT_SETTLED'
  /** 訪問が始まっているか、開始予定時刻を過ぎているため、この操作はできません。行われなかった訪問は、行われなかったと報告してください。 */
  | 'VISIT_STARTED'
  /** この訪問は登録されていません。訪問の一覧から選び直してください。 */
  | 'VISIT_UNKNOWN'
  /** 撤回日が同意日より前になっています。同意日以降の日を指定してください。 */
  | 'WITHDRAWN_BEFORE_GIVEN';

/** 利用中の本人: the person whose token came with the request. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** One an office; a person enrolled as CAREGIVER in several offices is one person, and CAREGIVER_OVERLAP looks across them. */
  readonly caregivers: ReadonlyArray<Caregiver>;
  /** Offices that have enrolled the viewer and wait for `confirmMembership`. */
  readonly invitations: ReadonlyArray<Office>;
  /** As enrolled (氏名); null where none was given. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Networks the viewer may see. */
  readonly networks: ReadonlyArray<Network>;
  /** 所属事業所: for COORDINATOR and CAREGIVER; null for the rest. */
  readonly office?: Maybe<Office>;
  /** 役割: what the person is in this system; one role a person. */
  readonly role: Role;
  /** The token's `sub`, which must be opaque (no e-mail address). */
  readonly subject: Scalars['ID']['output'];
  /** What waits for the viewer: by urgency, then dueAt, then since. */
  readonly tasks: TaskConnection;
  /** 予定: by planned start, whatever the month: a caregiver's own; for a COORDINATOR all of the office, as partner and as assist. At most 62 days. */
  readonly visits: LedgerConnection;
};


/** 利用中の本人: the person whose token came with the request. */
export type ViewerTasksArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<TaskKind>>;
};


/** 利用中の本人: the person whose token came with the request. */
export type ViewerVisitsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<LedgerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** 訪問: one visit by one caregiver, from its schedule to its settlement. */
export type Visit = {
  readonly __typename?: 'Visit';
  /** アシスト事業所: makes the visit; RELEASED: gave it back. */
  readonly assistOffice: Office;
  /** Null unless CANCELLED. */
  readonly cancellation?: Maybe<Cancellation>;
  /** One visit is one caregiver's. */
  readonly caregiver?: Maybe<Caregiver>;
  /** 2 where two come at once: then `pairedVisit` is the other caregiver's visit, which another office may make. */
  readonly caregiversRequired: Scalars['Int']['output'];
  /** 利用者, as far as the viewer may see them. */
  readonly client: Client;
  /** 委託 that it comes from; a caregiver sees it without offers, rounds and history. */
  readonly delegation: Delegation;
  /** 緊急時訪問介護加算: care manager and サ責 agreed on it. */
  readonly emergency: Scalars['Boolean']['output'];
  /** 要確認事項: what did not fit, those that have ended included. */
  readonly exceptions: ReadonlyArray<VisitException>;
  /** By the plan from scheduling on, for good at verifying; the terms and the fee table that priced it are named. */
  readonly fee?: Maybe<VisitFee>;
  /**
   * 申し送り: of the last three records of this client before this visit, whichever office made them, newest first; null where `Client.personal` may
   * not be seen.
   */
  readonly handover?: Maybe<ReadonlyArray<Handover>>;
  /** What has happened to it, in order (履歴). */
  readonly history: ReadonlyArray<HistoryEntry>;
  /** Of the visit, made from its delegation and its place in it. */
  readonly id: Scalars['ID']['output'];
  /** ネットワーク. */
  readonly network: Network;
  /** 備考: the delegation's, for who makes the visit. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** 訪問番号 to say on the telephone: the delegation's, and which of its visits, `26-0143-2`. */
  readonly number: Scalars['String']['output'];
  /** At most one is open. */
  readonly openChange?: Maybe<VisitChange>;
  /** The other caregiver's visit, where the viewer may see it. */
  readonly pairedVisit?: Maybe<Visit>;
  /** パートナー事業所: asked for the visit, verifies the record and pays. */
  readonly partnerOffice: Office;
  /** How many of the planned minutes are 身体介護; PHYSICAL_THEN_DAILY_LIVING alone. */
  readonly physicalMinutes?: Maybe<Scalars['Int']['output']>;
  /** 終了予定時刻. */
  readonly plannedEnd: Scalars['DateTime']['output'];
  /** 開始予定時刻. */
  readonly plannedStart: Scalars['DateTime']['output'];
  /** What the partner office asked for; the caregiver's list. */
  readonly plannedTasks: ReadonlyArray<CareTask>;
  /** The record in force. */
  readonly record?: Maybe<VisitRecord>;
  /** サービス提供記録 as PDF; null while there is no record. */
  readonly recordSheetUrl?: Maybe<Scalars['String']['output']>;
  /** All versions, newest first (真正性). */
  readonly records: ReadonlyArray<VisitRecord>;
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** 状態. */
  readonly status: VisitStatus;
};

/** A change of one visit's plan (予定の変更) that waits for the other office's answer. */
export type VisitChange = {
  readonly __typename?: 'VisitChange';
  /** Unanswered until then it lapses, and the plan stays as it is. */
  readonly answerBy: Scalars['DateTime']['output'];
  /** What an answer names it by. */
  readonly id: Scalars['ID']['output'];
  /** Length of the visit (所要時間) that is proposed. */
  readonly minutes: Scalars['Int']['output'];
  /** Minutes of 身体介護, with PHYSICAL_THEN_DAILY_LIVING alone. */
  readonly physicalMinutes?: Maybe<Scalars['Int']['output']>;
  /** End (終了予定時刻) that is proposed. */
  readonly plannedEnd: Scalars['DateTime']['output'];
  /** Start (開始予定時刻) that is proposed. */
  readonly plannedStart: Scalars['DateTime']['output'];
  /** When it was proposed. */
  readonly proposedAt: Scalars['DateTime']['output'];
  /** The office that proposed it; the other one answers. */
  readonly proposedBy: Office;
  /** Null after erasure. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Kind of service (サービス種別) that is proposed. */
  readonly service: ServiceKind;
};

/** 要確認事項: something that does not fit in a record, until it is put right or somebody answers for it. */
export type VisitException = {
  readonly __typename?: 'VisitException';
  /** 予定どおりの扱い: the times stay as recorded, the fee follows the planned minutes. */
  readonly asPlanned: Scalars['Boolean']['output'];
  /** 種類. */
  readonly code: ExceptionCode;
  /** More of it in words (詳細); null where the code says all. */
  readonly detail?: Maybe<Scalars['String']['output']>;
  /** Of the exception (要確認事項), the same when it has ended. */
  readonly id: Scalars['ID']['output'];
  /** When it was found (検出日時). */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** 理由: what that person said. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it is open. */
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who ended it; null while it is open, and where it ended by itself. */
  readonly resolvedBy?: Maybe<Scalars['String']['output']>;
  /** What it takes. */
  readonly severity: ExceptionSeverity;
};

/** units: 単位; yenPerUnit: 地域区分別単価 as a decimal string, e.g. "11.40"; benefitYen: units × yenPerUnit, cut to whole yen; forGood: set at verifying. */
export type VisitFee = {
  readonly __typename?: 'VisitFee';
  /** 介護報酬, in yen, that the partner office claims; null where no code applies. */
  readonly benefitYen?: Maybe<Scalars['Yen']['output']>;
  /** 委託料, in yen without tax: of the visit, or of its cancellation. */
  readonly delegationFeeYen: Scalars['Yen']['output'];
  /** The table of units that priced it, e.g. 令和6年度; null where no code applies. */
  readonly feeTable?: Maybe<Scalars['String']['output']>;
  /** Whether it was priced for good; until then it follows the plan. */
  readonly forGood: Scalars['Boolean']['output'];
  /** サービスコード, 6 digits; null where no code applies. */
  readonly serviceCode?: Maybe<Scalars['String']['output']>;
  /** The version of the terms that priced it. */
  readonly termsVersion: Scalars['Int']['output'];
  /** 単位数; null where no code applies. */
  readonly units?: Maybe<Scalars['Int']['output']>;
  /** 1単位の単価, in yen; null where no code applies. */
  readonly yenPerUnit?: Maybe<Scalars['String']['output']>;
};

/** What `verifyVisit` takes. */
export type VisitInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** What the mutation answers with; see Payload. */
export type VisitPayload = Payload & {
  readonly __typename?: 'VisitPayload';
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The visit as it is now; null where it was refused. */
  readonly visit?: Maybe<Visit>;
};

/** The price of a visit of one service, up to a length (PER_VISIT). */
export type VisitPrice = {
  readonly __typename?: 'VisitPrice';
  /** For visits of so many planned minutes or fewer; the smallest that fits counts. */
  readonly minutesUpTo: Scalars['Int']['output'];
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** 価格 of a visit, in yen without tax. */
  readonly yen: Scalars['Yen']['output'];
};

/** The price of a visit of one service, up to a length (PER_VISIT). */
export type VisitPriceInput = {
  /** For visits of so many planned minutes or fewer; the smallest that fits counts. */
  readonly minutesUpTo: Scalars['Int']['input'];
  /** サービスの種類. */
  readonly service: ServiceKind;
  /** 価格 of a visit, in yen without tax. */
  readonly yen: Scalars['Yen']['input'];
};

/** サービス提供記録. Punches are never changed; adjusted times stand beside them with a reason. */
export type VisitRecord = {
  readonly __typename?: 'VisitRecord';
  /** 訂正後の終了時刻; null where it was not adjusted. It counts before endedAt. */
  readonly adjustedEnd?: Maybe<Scalars['DateTime']['output']>;
  /** 訂正後の開始時刻; null where it was not adjusted. It counts before startedAt. */
  readonly adjustedStart?: Maybe<Scalars['DateTime']['output']>;
  /** 訂正の理由; null in the first version. */
  readonly amendReason?: Maybe<Scalars['String']['output']>;
  /** 訪問介護員 who made the visit; null to whom may not see them. */
  readonly caregiver?: Maybe<Caregiver>;
  /** 心身の状況. */
  readonly condition?: Maybe<Scalars['String']['output']>;
  /** The same of the end. */
  readonly endMeters?: Maybe<Scalars['Int']['output']>;
  /** 終了の打刻の方法. */
  readonly endMethod: CaptureMethod;
  /** 終了時刻, as punched or entered. */
  readonly endedAt: Scalars['DateTime']['output'];
  /** Entered by a coordinator for the caregiver (代行入力). */
  readonly enteredForCaregiver: Scalars['Boolean']['output'];
  /** Of this version of the record (サービス提供記録). */
  readonly id: Scalars['ID']['output'];
  /** 特記事項. */
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** When this version reached the server (記録日時). */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Who entered it: a person's name to the own office, to others the office's. */
  readonly recordedBy: Scalars['String']['output'];
  /** Metres from the client's home, null without a place. The place of a punch is the client's home: sealed with the client's key and never answered. */
  readonly startMeters?: Maybe<Scalars['Int']['output']>;
  /** 開始の打刻の方法. */
  readonly startMethod: CaptureMethod;
  /** 開始時刻, as punched or entered. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** サービス内容 with what became of each. */
  readonly tasks: ReadonlyArray<VisitTask>;
  /** Counted from 1; each amendment is a version. */
  readonly version: Scalars['Int']['output'];
};

/** One part of a request of several: it succeeds or fails by itself; missing rights and unknown ids stand here as FORBIDDEN and NOT_FOUND. */
export type VisitResult = {
  readonly __typename?: 'VisitResult';
  /** The part's own `commandId`, where it carried one. */
  readonly commandId?: Maybe<Scalars['ID']['output']>;
  /** Of this part (結果), the same where it is sent again with its `commandId`. */
  readonly id: Scalars['ID']['output'];
  /** Why this part was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The visit as it is now; null where the part was refused. */
  readonly visit?: Maybe<Visit>;
  /** Of the visit that the part is about. */
  readonly visitId: Scalars['ID']['output'];
};

/** RELEASED: handed back by the assist office, which `assistOffice` still names, and not yet taken by another; withdrawn, or not taken by its start, it becomes CANCELLED without a fee. SETTLED: the verified record stands in a statement. */
export type VisitStatus =
  /** 取消: it was withdrawn or cancelled; `cancellation` says why. */
  | 'CANCELLED'
  /** 訪問中: the start was punched. */
  | 'IN_PROGRESS'
  /** 訪問なし: nobody came; no fee. */
  | 'MISSED'
  /** 記録済み: a record stands and waits to be verified. */
  | 'RECORDED'
  /** 返上. */
  | 'RELEASED'
  /** 差戻し: the partner office sent the record back. */
  | 'RETURNED'
  /** 予定: accepted, nothing has been heard yet. */
  | 'SCHEDULED'
  /** 精算済み. */
  | 'SETTLED'
  /** 確定済み: the record stands, priced for good. */
  | 'VERIFIED';

/** A task in a record (サービス内容) and what became of it. */
export type VisitTask = {
  readonly __typename?: 'VisitTask';
  /** Of the list `careTasks`. */
  readonly code: Scalars['String']['output'];
  /** Of the task in this version of the record (サービス内容). */
  readonly id: Scalars['ID']['output'];
  /** As care staff call it, in Japanese. */
  readonly label: Scalars['String']['output'];
  /** 備考. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** 実施の有無. */
  readonly outcome: TaskOutcome;
};

/** A task in a record (サービス内容). */
export type VisitTaskInput = {
  /** Of the list `careTasks`. */
  readonly code: Scalars['String']['input'];
  /** 備考. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 実施の有無. */
  readonly outcome: TaskOutcome;
};

/** What `verifyVisits` takes. */
export type VisitsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 訪問: at most 100. */
  readonly visitIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** What the mutation answers with; see Payload. */
export type VisitsPayload = Payload & {
  readonly __typename?: 'VisitsPayload';
  /** Where the command's events stand in the log; null where it was refused. */
  readonly position?: Maybe<Scalars['LogPosition']['output']>;
  /** One a part, each named by its visit and command: what is said twice is answered once, an upload's by visit. */
  readonly results: ReadonlyArray<VisitResult>;
  /** Why it was refused; empty where it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `voidStatement` takes. */
export type VoidStatementInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 取消の理由, as the other office reads it. */
  readonly reason: Scalars['String']['input'];
  /** 支払通知書. */
  readonly statementId: Scalars['ID']['input'];
};

/** 調査の回. */
export type Wave =
  /** 開始時. */
  | 'BASELINE'
  /** 終了時. */
  | 'ENDLINE'
  /** 中間. */
  | 'MIDLINE';

/** What `withdrawClientVisits` takes. */
export type WithdrawClientVisitsInput = {
  /** 利用者. */
  readonly clientId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Visits that begin at this time or later. */
  readonly from: Scalars['DateTime']['input'];
  /** 備考: for the office that had them. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 取消の理由. */
  readonly reason: CancelReason;
  /** Visits that begin before this time; absent: without an end. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What `withdrawConsent` takes. */
export type WithdrawConsentInput = {
  /** 利用者. */
  readonly clientId: Scalars['ID']['input'];
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 同意の範囲: which of the consents is withdrawn. */
  readonly scope: ConsentScope;
  /** 撤回日: from this day on it does not hold. */
  readonly withdrawnOn: Scalars['Date']['input'];
};

/** What `withdrawPunch` takes. */
export type WithdrawPunchInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Which of the two is taken back. */
  readonly punch: PunchKind;
  /** 理由: for the history. */
  readonly reason: Scalars['String']['input'];
  /** 訪問. */
  readonly visitId: Scalars['ID']['input'];
};

/** What `withdrawVisits` takes. */
export type WithdrawVisitsInput = {
  /** 受付番号: the caller's own UUID for this request, with which it can be sent again safely. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 委託. */
  readonly delegationId: Scalars['ID']['input'];
  /** 備考: for the office that had them. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 取消の理由. */
  readonly reason: CancelReason;
  /** Visits that are withdrawn (取下げ). */
  readonly visitIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
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
    | ( Omit<BankFilePayload, 'bankFile' | 'statements'> & { bankFile?: Maybe<_RefType['BankFile']>, statements: ReadonlyArray<_RefType['Statement']> } )
    | ( Omit<CaregiverPayload, 'caregiver'> & { caregiver?: Maybe<_RefType['Caregiver']> } )
    | ( Omit<CareplanFilePayload, 'file'> & { file?: Maybe<_RefType['CareplanFile']> } )
    | ( Omit<CareplanImportPayload, 'clients'> & { clients: ReadonlyArray<_RefType['Client']> } )
    | ( Omit<ClientPayload, 'client'> & { client?: Maybe<_RefType['Client']> } )
    | ( Omit<DelegationPayload, 'delegation'> & { delegation?: Maybe<_RefType['Delegation']> } )
    | ( Omit<InvitationsPayload, 'invitations' | 'survey'> & { invitations: ReadonlyArray<_RefType['Invitation']>, survey?: Maybe<_RefType['Survey']> } )
    | ( Omit<MemberPayload, 'member'> & { member?: Maybe<_RefType['Member']> } )
    | ( Omit<NetworkPayload, 'network'> & { network?: Maybe<_RefType['Network']> } )
    | ( Omit<OfficePayload, 'office'> & { office?: Maybe<_RefType['Office']> } )
    | ( Omit<StatementPayload, 'holds' | 'statement'> & { holds?: Maybe<ReadonlyArray<_RefType['Hold']>>, statement?: Maybe<_RefType['Statement']> } )
    | ( Omit<SurveyPayload, 'survey'> & { survey?: Maybe<_RefType['Survey']> } )
    | ( Omit<TermsPayload, 'terms'> & { terms?: Maybe<_RefType['DelegationTerms']> } )
    | ( Omit<VisitPayload, 'visit'> & { visit?: Maybe<_RefType['Visit']> } )
    | ( Omit<VisitsPayload, 'results'> & { results: ReadonlyArray<_RefType['VisitResult']> } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptOfferInput: AcceptOfferInput;
  AccountKind: AccountKind;
  Actor: Actor;
  AgreeTermsInput: AgreeTermsInput;
  AmendVisitRecordInput: AmendVisitRecordInput;
  AnswerInput: AnswerInput;
  AnswerPayload: ResolverTypeWrapper<AnswerPayload>;
  AnswerSurveyInput: AnswerSurveyInput;
  AnswerUncoveredInput: AnswerUncoveredInput;
  AnswerVisitChangeInput: AnswerVisitChangeInput;
  AppointToNetworkInput: AppointToNetworkInput;
  ApprovePaymentInput: ApprovePaymentInput;
  AreaGrade: AreaGrade;
  AssignCaregiverInput: AssignCaregiverInput;
  AssignCaregiverToVisitsInput: AssignCaregiverToVisitsInput;
  Audience: Audience;
  BandCoverage: ResolverTypeWrapper<BandCoverage>;
  BankAccount: ResolverTypeWrapper<BankAccount>;
  BankFile: ResolverTypeWrapper<BankFileRow>;
  BankFilePayload: ResolverTypeWrapper<Omit<BankFilePayload, 'bankFile' | 'statements'> & { bankFile?: Maybe<ResolversTypes['BankFile']>, statements: ReadonlyArray<ResolversTypes['Statement']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Breakdown: Breakdown;
  CancelReason: CancelReason;
  CancelVisitAtDoorInput: CancelVisitAtDoorInput;
  Cancellation: ResolverTypeWrapper<CancellationRow>;
  CancellationBand: ResolverTypeWrapper<CancellationBand>;
  CancellationBandInput: CancellationBandInput;
  Candidate: ResolverTypeWrapper<CandidateRow>;
  CaptureMethod: CaptureMethod;
  CareLevel: CareLevel;
  CareTask: ResolverTypeWrapper<CareTask>;
  Caregiver: ResolverTypeWrapper<CaregiverRow>;
  CaregiverPayload: ResolverTypeWrapper<Omit<CaregiverPayload, 'caregiver'> & { caregiver?: Maybe<ResolversTypes['Caregiver']> }>;
  CareplanFile: ResolverTypeWrapper<CareplanFileRow>;
  CareplanFileKind: CareplanFileKind;
  CareplanFilePayload: ResolverTypeWrapper<Omit<CareplanFilePayload, 'file'> & { file?: Maybe<ResolversTypes['CareplanFile']> }>;
  CareplanImportPayload: ResolverTypeWrapper<Omit<CareplanImportPayload, 'clients'> & { clients: ReadonlyArray<ResolversTypes['Client']> }>;
  Change: ResolverTypeWrapper<Change>;
  ChangeCaregiverInput: ChangeCaregiverInput;
  ChangeClientInput: ChangeClientInput;
  ChangeOfficeInput: ChangeOfficeInput;
  Client: ResolverTypeWrapper<ClientRow>;
  ClientConnection: ResolverTypeWrapper<Omit<ClientConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ClientEdge']> }>;
  ClientEdge: ResolverTypeWrapper<Omit<ClientEdge, 'node'> & { node: ResolversTypes['Client'] }>;
  ClientFilter: ClientFilter;
  ClientPayload: ResolverTypeWrapper<Omit<ClientPayload, 'client'> & { client?: Maybe<ResolversTypes['Client']> }>;
  ClientPersonal: ResolverTypeWrapper<ClientPersonalRow>;
  ClientPersonalChange: ClientPersonalChange;
  ClientPersonalInput: ClientPersonalInput;
  ClientTransfer: ResolverTypeWrapper<PartnerRow>;
  CloseSettlementInput: CloseSettlementInput;
  Condition: ResolverTypeWrapper<Condition>;
  ConditionInput: ConditionInput;
  ConfirmStatementInput: ConfirmStatementInput;
  Consent: ResolverTypeWrapper<ConsentRow>;
  ConsentScope: ConsentScope;
  CoverState: CoverState;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeclineCount: ResolverTypeWrapper<DeclineCount>;
  DeclineOfferInput: DeclineOfferInput;
  DeclineReason: DeclineReason;
  DeclineTermsInput: DeclineTermsInput;
  DelegatedVisit: ResolverTypeWrapper<DelegatedVisitRow>;
  DelegatedVisitInput: DelegatedVisitInput;
  Delegation: ResolverTypeWrapper<DelegationRow>;
  DelegationConnection: ResolverTypeWrapper<Omit<DelegationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DelegationEdge']> }>;
  DelegationEdge: ResolverTypeWrapper<Omit<DelegationEdge, 'node'> & { node: ResolversTypes['Delegation'] }>;
  DelegationFilter: DelegationFilter;
  DelegationMode: DelegationMode;
  DelegationNotice: ResolverTypeWrapper<Omit<DelegationNotice, 'delegation'> & { delegation: ResolversTypes['Delegation'] }>;
  DelegationPayload: ResolverTypeWrapper<Omit<DelegationPayload, 'delegation'> & { delegation?: Maybe<ResolversTypes['Delegation']> }>;
  DelegationStatus: DelegationStatus;
  DelegationTerms: ResolverTypeWrapper<TermsRow>;
  DismissFromNetworkInput: DismissFromNetworkInput;
  DisputeLineInput: DisputeLineInput;
  DisputeOutcome: DisputeOutcome;
  DissolveNetworkInput: DissolveNetworkInput;
  DraftSurveyInput: DraftSurveyInput;
  EndClientInput: EndClientInput;
  EndTermsInput: EndTermsInput;
  EnrollCaregiverInput: EnrollCaregiverInput;
  EnrollMemberInput: EnrollMemberInput;
  ExceptionCode: ExceptionCode;
  ExceptionSeverity: ExceptionSeverity;
  ExportCareplanInput: ExportCareplanInput;
  ExportKind: ExportKind;
  FeeBasis: FeeBasis;
  FigureCases: ResolverTypeWrapper<FigureCases>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FormNetworkInput: FormNetworkInput;
  FrameGroup: ResolverTypeWrapper<ReachingGroup>;
  GiveConsentInput: GiveConsentInput;
  GrantMoreTimeInput: GrantMoreTimeInput;
  Handover: ResolverTypeWrapper<VisitRow>;
  HistoryEntry: ResolverTypeWrapper<HistoryRow>;
  Hold: ResolverTypeWrapper<HoldRow>;
  HoldCode: HoldCode;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportCareplanInput: ImportCareplanInput;
  Indicators: ResolverTypeWrapper<IndicatorsRow>;
  InstructPaymentsInput: InstructPaymentsInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Invitation: ResolverTypeWrapper<InvitationRow>;
  InvitationsPayload: ResolverTypeWrapper<Omit<InvitationsPayload, 'invitations' | 'survey'> & { invitations: ReadonlyArray<ResolversTypes['Invitation']>, survey?: Maybe<ResolversTypes['Survey']> }>;
  JoinNetworkInput: JoinNetworkInput;
  LeaveNetworkInput: LeaveNetworkInput;
  LedgerConnection: ResolverTypeWrapper<Omit<LedgerConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['LedgerEdge']> }>;
  LedgerEdge: ResolverTypeWrapper<Omit<LedgerEdge, 'node'> & { node: ResolversTypes['LedgerEntry'] }>;
  LedgerEntry: ResolverTypeWrapper<LedgerRow>;
  LedgerFilter: LedgerFilter;
  LedgerNotice: ResolverTypeWrapper<Omit<LedgerNotice, 'entry'> & { entry: ResolversTypes['LedgerEntry'] }>;
  LedgerTotals: ResolverTypeWrapper<LedgerTotals>;
  LineDispute: ResolverTypeWrapper<DisputeRow>;
  LineKind: LineKind;
  LogPosition: ResolverTypeWrapper<Scalars['LogPosition']['output']>;
  Member: ResolverTypeWrapper<PersonRow>;
  MemberPayload: ResolverTypeWrapper<Omit<MemberPayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  MembershipInput: MembershipInput;
  Month: ResolverTypeWrapper<Scalars['Month']['output']>;
  MonthItem: MonthItem;
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
  OfficeConnection: ResolverTypeWrapper<Omit<OfficeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OfficeEdge']> }>;
  OfficeEdge: ResolverTypeWrapper<Omit<OfficeEdge, 'node'> & { node: ResolversTypes['Office'] }>;
  OfficeLoad: ResolverTypeWrapper<OfficeLoadRow>;
  OfficePayload: ResolverTypeWrapper<Omit<OfficePayload, 'office'> & { office?: Maybe<ResolversTypes['Office']> }>;
  OpenSurveyInput: OpenSurveyInput;
  Option: ResolverTypeWrapper<Option>;
  OptionCount: ResolverTypeWrapper<OptionCount>;
  OptionInput: OptionInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Payload']>;
  Payment: ResolverTypeWrapper<Omit<Payment, 'bankFile'> & { bankFile?: Maybe<ResolversTypes['BankFile']> }>;
  PlannedVisit: ResolverTypeWrapper<PlannedVisitRow>;
  ProposeTermsInput: ProposeTermsInput;
  ProposeVisitChangeInput: ProposeVisitChangeInput;
  PunchInput: PunchInput;
  PunchKind: PunchKind;
  Qualification: Qualification;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<QuestionRow>;
  QuestionInput: QuestionInput;
  QuestionKind: QuestionKind;
  QuestionResult: ResolverTypeWrapper<QuestionResultRow>;
  Questionnaire: ResolverTypeWrapper<QuestionnaireRow>;
  RecordPaymentFailureInput: RecordPaymentFailureInput;
  RecordPaymentInput: RecordPaymentInput;
  RecordVisitInput: RecordVisitInput;
  RegisterClientInput: RegisterClientInput;
  RegisterOfficeInput: RegisterOfficeInput;
  ReleaseVisitsInput: ReleaseVisitsInput;
  RemoveMemberInput: RemoveMemberInput;
  ReportMissedVisitInput: ReportMissedVisitInput;
  RequestDelegationInput: RequestDelegationInput;
  RequestMoreTimeInput: RequestMoreTimeInput;
  ResolveDisputeInput: ResolveDisputeInput;
  ResolveExceptionInput: ResolveExceptionInput;
  ResponseRate: ResolverTypeWrapper<ResponseRateRow>;
  ResultFilter: ResultFilter;
  ResultGroup: ResolverTypeWrapper<ResultGroupRow>;
  ReturnVisitRecordInput: ReturnVisitRecordInput;
  Role: Role;
  Rounding: Rounding;
  ScaleResult: ResolverTypeWrapper<ScaleResult>;
  SelectOfficeInput: SelectOfficeInput;
  ServiceKind: ServiceKind;
  SetBankAccountInput: SetBankAccountInput;
  SettlementPreview: ResolverTypeWrapper<Omit<SettlementPreview, 'holds' | 'lines'> & { holds: ReadonlyArray<ResolversTypes['Hold']>, lines: ReadonlyArray<ResolversTypes['StatementLine']> }>;
  Statement: ResolverTypeWrapper<StatementRow>;
  StatementConnection: ResolverTypeWrapper<Omit<StatementConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StatementEdge']> }>;
  StatementEdge: ResolverTypeWrapper<Omit<StatementEdge, 'node'> & { node: ResolversTypes['Statement'] }>;
  StatementFilter: StatementFilter;
  StatementLine: ResolverTypeWrapper<StatementLineRow>;
  StatementLineConnection: ResolverTypeWrapper<Omit<StatementLineConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StatementLineEdge']> }>;
  StatementLineEdge: ResolverTypeWrapper<Omit<StatementLineEdge, 'node'> & { node: ResolversTypes['StatementLine'] }>;
  StatementPayload: ResolverTypeWrapper<Omit<StatementPayload, 'holds' | 'statement'> & { holds?: Maybe<ReadonlyArray<ResolversTypes['Hold']>>, statement?: Maybe<ResolversTypes['Statement']> }>;
  StatementStatus: StatementStatus;
  StatementTotals: ResolverTypeWrapper<StatementTotals>;
  StatusTotals: ResolverTypeWrapper<StatusTotals>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Surcharge: Surcharge;
  Survey: ResolverTypeWrapper<SurveyRow>;
  SurveyExport: SurveyExport;
  SurveyInput: SurveyInput;
  SurveyPayload: ResolverTypeWrapper<Omit<SurveyPayload, 'survey'> & { survey?: Maybe<ResolversTypes['Survey']> }>;
  SurveyResults: ResolverTypeWrapper<Omit<SurveyResults, 'groups'> & { groups: ReadonlyArray<ResolversTypes['ResultGroup']> }>;
  SurveyStatus: SurveyStatus;
  Task: ResolverTypeWrapper<TaskRow>;
  TaskConnection: ResolverTypeWrapper<Omit<TaskConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TaskEdge']> }>;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskKind: TaskKind;
  TaskNotice: ResolverTypeWrapper<Omit<TaskNotice, 'task'> & { task: ResolversTypes['Task'] }>;
  TaskOutcome: TaskOutcome;
  TaxClass: TaxClass;
  TaxSubtotal: ResolverTypeWrapper<TaxSubtotal>;
  TermsPayload: ResolverTypeWrapper<Omit<TermsPayload, 'terms'> & { terms?: Maybe<ResolversTypes['DelegationTerms']> }>;
  TextEncoding: TextEncoding;
  TimeBand: TimeBand;
  TransferClientInput: TransferClientInput;
  UncoveredCount: ResolverTypeWrapper<UncoveredCount>;
  UncoveredOutcome: UncoveredOutcome;
  UploadVisitsInput: UploadVisitsInput;
  Urgency: Urgency;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  Viewer: ResolverTypeWrapper<ViewerRow>;
  Visit: ResolverTypeWrapper<VisitRow>;
  VisitChange: ResolverTypeWrapper<VisitChangeRow>;
  VisitException: ResolverTypeWrapper<VisitExceptionRow>;
  VisitFee: ResolverTypeWrapper<VisitFee>;
  VisitInput: VisitInput;
  VisitPayload: ResolverTypeWrapper<Omit<VisitPayload, 'visit'> & { visit?: Maybe<ResolversTypes['Visit']> }>;
  VisitPrice: ResolverTypeWrapper<VisitPrice>;
  VisitPriceInput: VisitPriceInput;
  VisitRecord: ResolverTypeWrapper<VisitRecordRow>;
  VisitResult: ResolverTypeWrapper<Omit<VisitResult, 'visit'> & { visit?: Maybe<ResolversTypes['Visit']> }>;
  VisitStatus: VisitStatus;
  VisitTask: ResolverTypeWrapper<VisitTaskRow>;
  VisitTaskInput: VisitTaskInput;
  VisitsInput: VisitsInput;
  VisitsPayload: ResolverTypeWrapper<Omit<VisitsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['VisitResult']> }>;
  VoidStatementInput: VoidStatementInput;
  Wave: Wave;
  WithdrawClientVisitsInput: WithdrawClientVisitsInput;
  WithdrawConsentInput: WithdrawConsentInput;
  WithdrawPunchInput: WithdrawPunchInput;
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
  AnswerUncoveredInput: AnswerUncoveredInput;
  AnswerVisitChangeInput: AnswerVisitChangeInput;
  AppointToNetworkInput: AppointToNetworkInput;
  ApprovePaymentInput: ApprovePaymentInput;
  AssignCaregiverInput: AssignCaregiverInput;
  AssignCaregiverToVisitsInput: AssignCaregiverToVisitsInput;
  BandCoverage: BandCoverage;
  BankAccount: BankAccount;
  BankFile: BankFileRow;
  BankFilePayload: Omit<BankFilePayload, 'bankFile' | 'statements'> & { bankFile?: Maybe<ResolversParentTypes['BankFile']>, statements: ReadonlyArray<ResolversParentTypes['Statement']> };
  Boolean: Scalars['Boolean']['output'];
  CancelVisitAtDoorInput: CancelVisitAtDoorInput;
  Cancellation: CancellationRow;
  CancellationBand: CancellationBand;
  CancellationBandInput: CancellationBandInput;
  Candidate: CandidateRow;
  CareTask: CareTask;
  Caregiver: CaregiverRow;
  CaregiverPayload: Omit<CaregiverPayload, 'caregiver'> & { caregiver?: Maybe<ResolversParentTypes['Caregiver']> };
  CareplanFile: CareplanFileRow;
  CareplanFilePayload: Omit<CareplanFilePayload, 'file'> & { file?: Maybe<ResolversParentTypes['CareplanFile']> };
  CareplanImportPayload: Omit<CareplanImportPayload, 'clients'> & { clients: ReadonlyArray<ResolversParentTypes['Client']> };
  Change: Change;
  ChangeCaregiverInput: ChangeCaregiverInput;
  ChangeClientInput: ChangeClientInput;
  ChangeOfficeInput: ChangeOfficeInput;
  Client: ClientRow;
  ClientConnection: Omit<ClientConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ClientEdge']> };
  ClientEdge: Omit<ClientEdge, 'node'> & { node: ResolversParentTypes['Client'] };
  ClientFilter: ClientFilter;
  ClientPayload: Omit<ClientPayload, 'client'> & { client?: Maybe<ResolversParentTypes['Client']> };
  ClientPersonal: ClientPersonalRow;
  ClientPersonalChange: ClientPersonalChange;
  ClientPersonalInput: ClientPersonalInput;
  ClientTransfer: PartnerRow;
  CloseSettlementInput: CloseSettlementInput;
  Condition: Condition;
  ConditionInput: ConditionInput;
  ConfirmStatementInput: ConfirmStatementInput;
  Consent: ConsentRow;
  Cursor: Scalars['Cursor']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeclineCount: DeclineCount;
  DeclineOfferInput: DeclineOfferInput;
  DeclineTermsInput: DeclineTermsInput;
  DelegatedVisit: DelegatedVisitRow;
  DelegatedVisitInput: DelegatedVisitInput;
  Delegation: DelegationRow;
  DelegationConnection: Omit<DelegationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DelegationEdge']> };
  DelegationEdge: Omit<DelegationEdge, 'node'> & { node: ResolversParentTypes['Delegation'] };
  DelegationFilter: DelegationFilter;
  DelegationNotice: Omit<DelegationNotice, 'delegation'> & { delegation: ResolversParentTypes['Delegation'] };
  DelegationPayload: Omit<DelegationPayload, 'delegation'> & { delegation?: Maybe<ResolversParentTypes['Delegation']> };
  DelegationTerms: TermsRow;
  DismissFromNetworkInput: DismissFromNetworkInput;
  DisputeLineInput: DisputeLineInput;
  DissolveNetworkInput: DissolveNetworkInput;
  DraftSurveyInput: DraftSurveyInput;
  EndClientInput: EndClientInput;
  EndTermsInput: EndTermsInput;
  EnrollCaregiverInput: EnrollCaregiverInput;
  EnrollMemberInput: EnrollMemberInput;
  ExportCareplanInput: ExportCareplanInput;
  FigureCases: FigureCases;
  Float: Scalars['Float']['output'];
  FormNetworkInput: FormNetworkInput;
  FrameGroup: ReachingGroup;
  GiveConsentInput: GiveConsentInput;
  GrantMoreTimeInput: GrantMoreTimeInput;
  Handover: VisitRow;
  HistoryEntry: HistoryRow;
  Hold: HoldRow;
  ID: Scalars['ID']['output'];
  ImportCareplanInput: ImportCareplanInput;
  Indicators: IndicatorsRow;
  InstructPaymentsInput: InstructPaymentsInput;
  Int: Scalars['Int']['output'];
  Invitation: InvitationRow;
  InvitationsPayload: Omit<InvitationsPayload, 'invitations' | 'survey'> & { invitations: ReadonlyArray<ResolversParentTypes['Invitation']>, survey?: Maybe<ResolversParentTypes['Survey']> };
  JoinNetworkInput: JoinNetworkInput;
  LeaveNetworkInput: LeaveNetworkInput;
  LedgerConnection: Omit<LedgerConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['LedgerEdge']> };
  LedgerEdge: Omit<LedgerEdge, 'node'> & { node: ResolversParentTypes['LedgerEntry'] };
  LedgerEntry: LedgerRow;
  LedgerFilter: LedgerFilter;
  LedgerNotice: Omit<LedgerNotice, 'entry'> & { entry: ResolversParentTypes['LedgerEntry'] };
  LedgerTotals: LedgerTotals;
  LineDispute: DisputeRow;
  LogPosition: Scalars['LogPosition']['output'];
  Member: PersonRow;
  MemberPayload: Omit<MemberPayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  MembershipInput: MembershipInput;
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
  OfficeConnection: Omit<OfficeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OfficeEdge']> };
  OfficeEdge: Omit<OfficeEdge, 'node'> & { node: ResolversParentTypes['Office'] };
  OfficeLoad: OfficeLoadRow;
  OfficePayload: Omit<OfficePayload, 'office'> & { office?: Maybe<ResolversParentTypes['Office']> };
  OpenSurveyInput: OpenSurveyInput;
  Option: Option;
  OptionCount: OptionCount;
  OptionInput: OptionInput;
  PageInfo: PageInfo;
  Payload: ResolversInterfaceTypes<ResolversParentTypes>['Payload'];
  Payment: Omit<Payment, 'bankFile'> & { bankFile?: Maybe<ResolversParentTypes['BankFile']> };
  PlannedVisit: PlannedVisitRow;
  ProposeTermsInput: ProposeTermsInput;
  ProposeVisitChangeInput: ProposeVisitChangeInput;
  PunchInput: PunchInput;
  Query: Record<PropertyKey, never>;
  Question: QuestionRow;
  QuestionInput: QuestionInput;
  QuestionResult: QuestionResultRow;
  Questionnaire: QuestionnaireRow;
  RecordPaymentFailureInput: RecordPaymentFailureInput;
  RecordPaymentInput: RecordPaymentInput;
  RecordVisitInput: RecordVisitInput;
  RegisterClientInput: RegisterClientInput;
  RegisterOfficeInput: RegisterOfficeInput;
  ReleaseVisitsInput: ReleaseVisitsInput;
  RemoveMemberInput: RemoveMemberInput;
  ReportMissedVisitInput: ReportMissedVisitInput;
  RequestDelegationInput: RequestDelegationInput;
  RequestMoreTimeInput: RequestMoreTimeInput;
  ResolveDisputeInput: ResolveDisputeInput;
  ResolveExceptionInput: ResolveExceptionInput;
  ResponseRate: ResponseRateRow;
  ResultFilter: ResultFilter;
  ResultGroup: ResultGroupRow;
  ReturnVisitRecordInput: ReturnVisitRecordInput;
  ScaleResult: ScaleResult;
  SelectOfficeInput: SelectOfficeInput;
  SetBankAccountInput: SetBankAccountInput;
  SettlementPreview: Omit<SettlementPreview, 'holds' | 'lines'> & { holds: ReadonlyArray<ResolversParentTypes['Hold']>, lines: ReadonlyArray<ResolversParentTypes['StatementLine']> };
  Statement: StatementRow;
  StatementConnection: Omit<StatementConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StatementEdge']> };
  StatementEdge: Omit<StatementEdge, 'node'> & { node: ResolversParentTypes['Statement'] };
  StatementFilter: StatementFilter;
  StatementLine: StatementLineRow;
  StatementLineConnection: Omit<StatementLineConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StatementLineEdge']> };
  StatementLineEdge: Omit<StatementLineEdge, 'node'> & { node: ResolversParentTypes['StatementLine'] };
  StatementPayload: Omit<StatementPayload, 'holds' | 'statement'> & { holds?: Maybe<ReadonlyArray<ResolversParentTypes['Hold']>>, statement?: Maybe<ResolversParentTypes['Statement']> };
  StatementTotals: StatementTotals;
  StatusTotals: StatusTotals;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  Survey: SurveyRow;
  SurveyInput: SurveyInput;
  SurveyPayload: Omit<SurveyPayload, 'survey'> & { survey?: Maybe<ResolversParentTypes['Survey']> };
  SurveyResults: Omit<SurveyResults, 'groups'> & { groups: ReadonlyArray<ResolversParentTypes['ResultGroup']> };
  Task: TaskRow;
  TaskConnection: Omit<TaskConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TaskEdge']> };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  TaskNotice: Omit<TaskNotice, 'task'> & { task: ResolversParentTypes['Task'] };
  TaxSubtotal: TaxSubtotal;
  TermsPayload: Omit<TermsPayload, 'terms'> & { terms?: Maybe<ResolversParentTypes['DelegationTerms']> };
  TransferClientInput: TransferClientInput;
  UncoveredCount: UncoveredCount;
  UploadVisitsInput: UploadVisitsInput;
  UserError: UserError;
  Viewer: ViewerRow;
  Visit: VisitRow;
  VisitChange: VisitChangeRow;
  VisitException: VisitExceptionRow;
  VisitFee: VisitFee;
  VisitInput: VisitInput;
  VisitPayload: Omit<VisitPayload, 'visit'> & { visit?: Maybe<ResolversParentTypes['Visit']> };
  VisitPrice: VisitPrice;
  VisitPriceInput: VisitPriceInput;
  VisitRecord: VisitRecordRow;
  VisitResult: Omit<VisitResult, 'visit'> & { visit?: Maybe<ResolversParentTypes['Visit']> };
  VisitTask: VisitTaskRow;
  VisitTaskInput: VisitTaskInput;
  VisitsInput: VisitsInput;
  VisitsPayload: Omit<VisitsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['VisitResult']> };
  VoidStatementInput: VoidStatementInput;
  WithdrawClientVisitsInput: WithdrawClientVisitsInput;
  WithdrawConsentInput: WithdrawConsentInput;
  WithdrawPunchInput: WithdrawPunchInput;
  WithdrawVisitsInput: WithdrawVisitsInput;
  Yen: Scalars['Yen']['output'];
};

export type MayDirectiveArgs = {
  actors: ReadonlyArray<Actor>;
};

export type MayDirectiveResolver<Result, Parent, ContextType = ApiContext, Args = MayDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AnswerPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['AnswerPayload'] = ResolversParentTypes['AnswerPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BandCoverageResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['BandCoverage'] = ResolversParentTypes['BandCoverage']> = {
  band?: Resolver<ResolversTypes['TimeBand'], ParentType, ContextType>;
  covered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
};

export type BankAccountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['BankAccount'] = ResolversParentTypes['BankAccount']> = {
  bankCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bankName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  branchCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  branchName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holderKana?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccountKind'], ParentType, ContextType>;
  numberTail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BankFileResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['BankFile'] = ResolversParentTypes['BankFile']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  transferDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BankFilePayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['BankFilePayload'] = ResolversParentTypes['BankFilePayload']> = {
  bankFile?: Resolver<Maybe<ResolversTypes['BankFile']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type CandidateResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Candidate'] = ResolversParentTypes['Candidate']> = {
  distanceMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  minutesInWeek?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  obstacles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  visitsToClient?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  qualifications?: Resolver<ReadonlyArray<ResolversTypes['Qualification']>, ParentType, ContextType>;
};

export type CaregiverPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CaregiverPayload'] = ResolversParentTypes['CaregiverPayload']> = {
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CareplanFileResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CareplanFile'] = ResolversParentTypes['CareplanFile']> = {
  checkedAgainstPlan?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CareplanFilePayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CareplanFilePayload'] = ResolversParentTypes['CareplanFilePayload']> = {
  file?: Resolver<Maybe<ResolversTypes['CareplanFile']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CareplanImportPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['CareplanImportPayload'] = ResolversParentTypes['CareplanImportPayload']> = {
  clients?: Resolver<ReadonlyArray<ResolversTypes['Client']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  effectSize?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Wave'], ParentType, ContextType>;
  p?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  pairs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  test?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClientResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client']> = {
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  candidates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Candidate']>>, ParentType, ContextType, RequireFields<ClientCandidatesArgs, 'visits'>>;
  careLevel?: Resolver<ResolversTypes['CareLevel'], ParentType, ContextType>;
  careManagementName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  careManagementNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  careplanFiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CareplanFile']>>, ParentType, ContextType, RequireFields<ClientCareplanFilesArgs, 'month'>>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['Consent']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  personal?: Resolver<Maybe<ResolversTypes['ClientPersonal']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlannedVisit']>>, ParentType, ContextType, RequireFields<ClientPlanArgs, 'month'>>;
  transfer?: Resolver<Maybe<ResolversTypes['ClientTransfer']>, ParentType, ContextType>;
};

export type ClientConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ClientConnection'] = ResolversParentTypes['ClientConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClientEdge']>, ParentType, ContextType>;
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
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type ClientTransferResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ClientTransfer'] = ResolversParentTypes['ClientTransfer']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  toOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition']> = {
  anyOf?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  documentedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type DeclineCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DeclineCount'] = ResolversParentTypes['DeclineCount']> = {
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['DeclineReason'], ParentType, ContextType>;
};

export type DelegatedVisitResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegatedVisit'] = ResolversParentTypes['DelegatedVisit']> = {
  allocatedTo?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  caregiversRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  physicalMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CoverState'], ParentType, ContextType>;
  tasks?: Resolver<ReadonlyArray<ResolversTypes['CareTask']>, ParentType, ContextType>;
  uncoveredOutcome?: Resolver<Maybe<ResolversTypes['UncoveredOutcome']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  visitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['DelegationMode'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offers?: Resolver<ReadonlyArray<ResolversTypes['Offer']>, ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rounds?: Resolver<ReadonlyArray<ResolversTypes['OfferRound']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DelegationStatus'], ParentType, ContextType>;
  uncoveredVisits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visits?: Resolver<ReadonlyArray<ResolversTypes['DelegatedVisit']>, ParentType, ContextType>;
};

export type DelegationConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationConnection'] = ResolversParentTypes['DelegationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DelegationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DelegationEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationEdge'] = ResolversParentTypes['DelegationEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
};

export type DelegationNoticeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationNotice'] = ResolversParentTypes['DelegationNotice']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  delegation?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
};

export type DelegationPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationPayload'] = ResolversParentTypes['DelegationPayload']> = {
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DelegationTermsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DelegationTerms'] = ResolversParentTypes['DelegationTerms']> = {
  agreedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  agreedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  cancellation?: Resolver<ReadonlyArray<ResolversTypes['CancellationBand']>, ParentType, ContextType>;
  changed?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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
  previous?: Resolver<Maybe<ResolversTypes['DelegationTerms']>, ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['VisitPrice']>, ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  rounding?: Resolver<ResolversTypes['Rounding'], ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  yenPerHour?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
};

export type FigureCasesResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['FigureCases'] = ResolversParentTypes['FigureCases']> = {
  figure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FrameGroupResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['FrameGroup'] = ResolversParentTypes['FrameGroup']> = {
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  eligible?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  invited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  reachesThreshold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type HandoverResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Handover'] = ResolversParentTypes['Handover']> = {
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  tasks?: Resolver<ReadonlyArray<ResolversTypes['CareTask']>, ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorOffice?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HoldResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Hold'] = ResolversParentTypes['Hold']> = {
  code?: Resolver<ResolversTypes['HoldCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visit?: Resolver<ResolversTypes['Visit'], ParentType, ContextType>;
  waitingFor?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
};

export type IndicatorsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Indicators'] = ResolversParentTypes['Indicators']> = {
  amendedRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  byTimeBand?: Resolver<ReadonlyArray<ResolversTypes['BandCoverage']>, ParentType, ContextType>;
  cancelledRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  caregiversPerClient?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cases?: Resolver<ReadonlyArray<ResolversTypes['FigureCases']>, ParentType, ContextType>;
  continuityOfCare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coverageRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coveredInFirstRound?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declines?: Resolver<ReadonlyArray<ResolversTypes['DeclineCount']>, ParentType, ContextType>;
  delegatedMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exceptionRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  feeYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  load?: Resolver<ReadonlyArray<ResolversTypes['OfficeLoad']>, ParentType, ContextType>;
  loadGini?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianDaysToPayment?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianHoursToRecord?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianHoursToVerify?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianMinutesToAccept?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missedRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  p90MinutesToAccept?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  releasedRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uncovered?: Resolver<ReadonlyArray<ResolversTypes['UncoveredCount']>, ParentType, ContextType>;
  visitsCovered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visitsRequested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvitationsPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['InvitationsPayload'] = ResolversParentTypes['InvitationsPayload']> = {
  invitations?: Resolver<ReadonlyArray<ResolversTypes['Invitation']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  survey?: Resolver<Maybe<ResolversTypes['Survey']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LedgerConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LedgerConnection'] = ResolversParentTypes['LedgerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LedgerEdge']>, ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  byStatus?: Resolver<ReadonlyArray<ResolversTypes['StatusTotals']>, ParentType, ContextType>;
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutesWorked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LineDisputeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['LineDispute'] = ResolversParentTypes['LineDispute']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  openedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['DisputeOutcome']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export interface LogPositionScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LogPosition'], any> {
  name: 'LogPosition';
}

export type MemberResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MemberPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MemberPayload'] = ResolversParentTypes['MemberPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  answerUncovered?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationAnswerUncoveredArgs, 'input'>>;
  answerVisitChange?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationAnswerVisitChangeArgs, 'input'>>;
  appointToNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationAppointToNetworkArgs, 'input'>>;
  approvePayment?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationApprovePaymentArgs, 'input'>>;
  assignCaregiver?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationAssignCaregiverArgs, 'input'>>;
  assignCaregiverToVisits?: Resolver<ResolversTypes['VisitsPayload'], ParentType, ContextType, RequireFields<MutationAssignCaregiverToVisitsArgs, 'input'>>;
  cancelVisitAtDoor?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationCancelVisitAtDoorArgs, 'input'>>;
  changeCaregiver?: Resolver<ResolversTypes['CaregiverPayload'], ParentType, ContextType, RequireFields<MutationChangeCaregiverArgs, 'input'>>;
  changeClient?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationChangeClientArgs, 'input'>>;
  changeOffice?: Resolver<ResolversTypes['OfficePayload'], ParentType, ContextType, RequireFields<MutationChangeOfficeArgs, 'input'>>;
  closeSettlement?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationCloseSettlementArgs, 'input'>>;
  closeSurvey?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationCloseSurveyArgs, 'input'>>;
  confirmMembership?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationConfirmMembershipArgs, 'input'>>;
  confirmStatement?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationConfirmStatementArgs, 'input'>>;
  declineOffer?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationDeclineOfferArgs, 'input'>>;
  declineTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationDeclineTermsArgs, 'input'>>;
  dismissFromNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationDismissFromNetworkArgs, 'input'>>;
  disputeLine?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationDisputeLineArgs, 'input'>>;
  dissolveNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationDissolveNetworkArgs, 'input'>>;
  draftSurvey?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationDraftSurveyArgs, 'input'>>;
  endClient?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationEndClientArgs, 'input'>>;
  endTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationEndTermsArgs, 'input'>>;
  endVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationEndVisitArgs, 'input'>>;
  enrollCaregiver?: Resolver<ResolversTypes['CaregiverPayload'], ParentType, ContextType, RequireFields<MutationEnrollCaregiverArgs, 'input'>>;
  enrollMember?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationEnrollMemberArgs, 'input'>>;
  exportCareplan?: Resolver<ResolversTypes['CareplanFilePayload'], ParentType, ContextType, RequireFields<MutationExportCareplanArgs, 'input'>>;
  formNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationFormNetworkArgs, 'input'>>;
  giveConsent?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationGiveConsentArgs, 'input'>>;
  grantMoreTime?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationGrantMoreTimeArgs, 'input'>>;
  importCareplan?: Resolver<ResolversTypes['CareplanImportPayload'], ParentType, ContextType, RequireFields<MutationImportCareplanArgs, 'input'>>;
  instructPayments?: Resolver<ResolversTypes['BankFilePayload'], ParentType, ContextType, RequireFields<MutationInstructPaymentsArgs, 'input'>>;
  joinNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationJoinNetworkArgs, 'input'>>;
  leaveNetwork?: Resolver<ResolversTypes['NetworkPayload'], ParentType, ContextType, RequireFields<MutationLeaveNetworkArgs, 'input'>>;
  offerAgain?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationOfferAgainArgs, 'input'>>;
  openSurvey?: Resolver<ResolversTypes['InvitationsPayload'], ParentType, ContextType, RequireFields<MutationOpenSurveyArgs, 'input'>>;
  proposeTerms?: Resolver<ResolversTypes['TermsPayload'], ParentType, ContextType, RequireFields<MutationProposeTermsArgs, 'input'>>;
  proposeVisitChange?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationProposeVisitChangeArgs, 'input'>>;
  publishSurvey?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationPublishSurveyArgs, 'input'>>;
  recordPayment?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationRecordPaymentArgs, 'input'>>;
  recordPaymentFailure?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationRecordPaymentFailureArgs, 'input'>>;
  recordVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationRecordVisitArgs, 'input'>>;
  registerClient?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationRegisterClientArgs, 'input'>>;
  registerOffice?: Resolver<ResolversTypes['OfficePayload'], ParentType, ContextType, RequireFields<MutationRegisterOfficeArgs, 'input'>>;
  releaseVisits?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationReleaseVisitsArgs, 'input'>>;
  remindRespondents?: Resolver<ResolversTypes['InvitationsPayload'], ParentType, ContextType, RequireFields<MutationRemindRespondentsArgs, 'input'>>;
  removeMember?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  reportMissedVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationReportMissedVisitArgs, 'input'>>;
  requestDelegation?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationRequestDelegationArgs, 'input'>>;
  requestMoreTime?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationRequestMoreTimeArgs, 'input'>>;
  resolveDispute?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationResolveDisputeArgs, 'input'>>;
  resolveException?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationResolveExceptionArgs, 'input'>>;
  returnVisitRecord?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationReturnVisitRecordArgs, 'input'>>;
  seeOffer?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationSeeOfferArgs, 'input'>>;
  selectOffice?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationSelectOfficeArgs, 'input'>>;
  setBankAccount?: Resolver<ResolversTypes['OfficePayload'], ParentType, ContextType, RequireFields<MutationSetBankAccountArgs, 'input'>>;
  startVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationStartVisitArgs, 'input'>>;
  transferClient?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationTransferClientArgs, 'input'>>;
  uploadVisits?: Resolver<ResolversTypes['VisitsPayload'], ParentType, ContextType, RequireFields<MutationUploadVisitsArgs, 'input'>>;
  verifyVisit?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationVerifyVisitArgs, 'input'>>;
  verifyVisits?: Resolver<ResolversTypes['VisitsPayload'], ParentType, ContextType, RequireFields<MutationVerifyVisitsArgs, 'input'>>;
  voidStatement?: Resolver<ResolversTypes['StatementPayload'], ParentType, ContextType, RequireFields<MutationVoidStatementArgs, 'input'>>;
  withdrawClientVisits?: Resolver<ResolversTypes['VisitsPayload'], ParentType, ContextType, RequireFields<MutationWithdrawClientVisitsArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['ClientPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  withdrawPunch?: Resolver<ResolversTypes['VisitPayload'], ParentType, ContextType, RequireFields<MutationWithdrawPunchArgs, 'input'>>;
  withdrawVisits?: Resolver<ResolversTypes['DelegationPayload'], ParentType, ContextType, RequireFields<MutationWithdrawVisitsArgs, 'input'>>;
};

export type NetworkResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network']> = {
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delegations?: Resolver<ResolversTypes['DelegationConnection'], ParentType, ContextType, RequireFields<NetworkDelegationsArgs, 'first'>>;
  evaluationReportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<NetworkEvaluationReportUrlArgs, 'from' | 'to'>>;
  exportUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NetworkExportUrlArgs, 'encoding' | 'from' | 'kind' | 'to'>>;
  fiscalYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Indicators']>>, ParentType, ContextType, RequireFields<NetworkIndicatorsArgs, 'from' | 'to'>>;
  members?: Resolver<ReadonlyArray<ResolversTypes['NetworkMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settlementPreview?: Resolver<Maybe<ResolversTypes['SettlementPreview']>, ParentType, ContextType, RequireFields<NetworkSettlementPreviewArgs, 'assistOfficeId' | 'month' | 'partnerOfficeId'>>;
  statements?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, RequireFields<NetworkStatementsArgs, 'first'>>;
  surveys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Survey']>>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DelegationTerms']>>, ParentType, ContextType, Partial<NetworkTermsArgs>>;
  viewers?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>;
  visitLedger?: Resolver<ResolversTypes['LedgerConnection'], ParentType, ContextType, RequireFields<NetworkVisitLedgerArgs, 'first' | 'month'>>;
};

export type NetworkMemberResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkMember'] = ResolversParentTypes['NetworkMember']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['NetworkRole']>, ParentType, ContextType>;
};

export type NetworkPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkPayload'] = ResolversParentTypes['NetworkPayload']> = {
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OfferResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer']> = {
  acceptedVisitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  declineReason?: Resolver<Maybe<ResolversTypes['DeclineReason']>, ParentType, ContextType>;
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  moreMinutesRequested?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  openVisitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  respondBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  respondedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OfferStatus'], ParentType, ContextType>;
  visitIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OfferNoticeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfferNotice'] = ResolversParentTypes['OfferNotice']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  delegation?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
  offer?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
};

export type OfferRoundResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfferRound'] = ResolversParentTypes['OfferRound']> = {
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offices?: Resolver<ReadonlyArray<ResolversTypes['Office']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selectBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  windowMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfficeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  areaGrade?: Resolver<ResolversTypes['AreaGrade'], ParentType, ContextType>;
  bankAccount?: Resolver<Maybe<ResolversTypes['BankAccount']>, ParentType, ContextType>;
  caregivers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Caregiver']>>, ParentType, ContextType, RequireFields<OfficeCaregiversArgs, 'active'>>;
  corporateNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  corporationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Member']>>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKana?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  noticeEmail?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providerNumberChecks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['ServiceKind']>, ParentType, ContextType>;
  surcharges?: Resolver<ReadonlyArray<ResolversTypes['Surcharge']>, ParentType, ContextType>;
};

export type OfficeConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficeConnection'] = ResolversParentTypes['OfficeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OfficeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfficeEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficeEdge'] = ResolversParentTypes['OfficeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
};

export type OfficeLoadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficeLoad'] = ResolversParentTypes['OfficeLoad']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lapsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianMinutesToAnswer?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  released?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfficePayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OfficePayload'] = ResolversParentTypes['OfficePayload']> = {
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Option'] = ResolversParentTypes['Option']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OptionCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OptionCount'] = ResolversParentTypes['OptionCount']> = {
  ci95?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'BankFilePayload' | 'CaregiverPayload' | 'CareplanFilePayload' | 'CareplanImportPayload' | 'ClientPayload' | 'DelegationPayload' | 'InvitationsPayload' | 'MemberPayload' | 'NetworkPayload' | 'OfficePayload' | 'StatementPayload' | 'SurveyPayload' | 'TermsPayload' | 'VisitPayload' | 'VisitsPayload', ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amountYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bankFile?: Resolver<Maybe<ResolversTypes['BankFile']>, ParentType, ContextType>;
  failedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transferDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PlannedVisitResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PlannedVisit'] = ResolversParentTypes['PlannedVisit']> = {
  byOwnOffice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['ServiceKind']>, ParentType, ContextType>;
  serviceCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  careTasks?: Resolver<ReadonlyArray<ResolversTypes['CareTask']>, ParentType, ContextType, Partial<QueryCareTasksArgs>>;
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
  audiences?: Resolver<ReadonlyArray<ResolversTypes['Audience']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  help?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  maxLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['Option']>, ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shownIf?: Resolver<Maybe<ResolversTypes['Condition']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuestionResultResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['QuestionResult'] = ResolversParentTypes['QuestionResult']> = {
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
  ci95?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  counts?: Resolver<ReadonlyArray<ResolversTypes['OptionCount']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  question?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
  sd?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  texts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuestionnaireResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Questionnaire'] = ResolversParentTypes['Questionnaire']> = {
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  intro?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
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
  answers?: Resolver<ReadonlyArray<ResolversTypes['QuestionResult']>, ParentType, ContextType>;
  audience?: Resolver<Maybe<ResolversTypes['Audience']>, ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  officeRole?: Resolver<Maybe<ResolversTypes['NetworkRole']>, ParentType, ContextType>;
  scales?: Resolver<ReadonlyArray<ResolversTypes['ScaleResult']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wave?: Resolver<Maybe<ResolversTypes['Wave']>, ParentType, ContextType>;
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
  holds?: Resolver<ReadonlyArray<ResolversTypes['Hold']>, ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['StatementLine']>, ParentType, ContextType>;
  subtotals?: Resolver<ReadonlyArray<ResolversTypes['TaxSubtotal']>, ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type StatementResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  carriedInto?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  confirmBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contentHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deductiblePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deductibleYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  deemed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  documentUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
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
  replacedBy?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  replaces?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StatementStatus'], ParentType, ContextType>;
  subtotals?: Resolver<ReadonlyArray<ResolversTypes['TaxSubtotal']>, ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  voidReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
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
  dispute?: Resolver<Maybe<ResolversTypes['LineDispute']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LineKind'], ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  termsVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  yenPerUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementLineConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementLineConnection'] = ResolversParentTypes['StatementLineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StatementLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatementLineEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementLineEdge'] = ResolversParentTypes['StatementLineEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatementLine'], ParentType, ContextType>;
};

export type StatementPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementPayload'] = ResolversParentTypes['StatementPayload']> = {
  holds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Hold']>>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatementTotalsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementTotals'] = ResolversParentTypes['StatementTotals']> = {
  paidYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type StatusTotalsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatusTotals'] = ResolversParentTypes['StatusTotals']> = {
  feeYen?: Resolver<Maybe<ResolversTypes['Yen']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VisitStatus'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  delegationChanges?: SubscriptionResolver<ResolversTypes['DelegationNotice'], "delegationChanges", ParentType, ContextType, RequireFields<SubscriptionDelegationChangesArgs, 'networkId'>>;
  ledgerChanges?: SubscriptionResolver<ResolversTypes['LedgerNotice'], "ledgerChanges", ParentType, ContextType, RequireFields<SubscriptionLedgerChangesArgs, 'networkId'>>;
  offers?: SubscriptionResolver<ResolversTypes['OfferNotice'], "offers", ParentType, ContextType, Partial<SubscriptionOffersArgs>>;
  taskChanges?: SubscriptionResolver<ResolversTypes['TaskNotice'], "taskChanges", ParentType, ContextType, Partial<SubscriptionTaskChangesArgs>>;
};

export type SurveyResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Survey'] = ResolversParentTypes['Survey']> = {
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SurveyExportUrlArgs, 'format'>>;
  frame?: Resolver<ReadonlyArray<ResolversTypes['FrameGroup']>, ParentType, ContextType>;
  framePreview?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FrameGroup']>>, ParentType, ContextType, RequireFields<SurveyFramePreviewArgs, 'periodFrom' | 'periodTo'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  intro?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  networks?: Resolver<ReadonlyArray<ResolversTypes['Network']>, ParentType, ContextType>;
  opensOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
  responses?: Resolver<ReadonlyArray<ResolversTypes['ResponseRate']>, ParentType, ContextType>;
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
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SurveyResultsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SurveyResults'] = ResolversParentTypes['SurveyResults']> = {
  groups?: Resolver<ReadonlyArray<ResolversTypes['ResultGroup']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['LogPosition'], ParentType, ContextType>;
  suppressedGroups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  delegation?: Resolver<Maybe<ResolversTypes['Delegation']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaskKind'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['DelegationTerms']>, ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Urgency'], ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaskNoticeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaskNotice'] = ResolversParentTypes['TaskNotice']> = {
  closed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaxSubtotalResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TaxSubtotal'] = ResolversParentTypes['TaxSubtotal']> = {
  netYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
  taxClass?: Resolver<ResolversTypes['TaxClass'], ParentType, ContextType>;
  taxYen?: Resolver<ResolversTypes['Yen'], ParentType, ContextType>;
};

export type TermsPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TermsPayload'] = ResolversParentTypes['TermsPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['DelegationTerms']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UncoveredCountResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['UncoveredCount'] = ResolversParentTypes['UncoveredCount']> = {
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['UncoveredOutcome']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  caregivers?: Resolver<ReadonlyArray<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  invitations?: Resolver<ReadonlyArray<ResolversTypes['Office']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  networks?: Resolver<ReadonlyArray<ResolversTypes['Network']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, RequireFields<ViewerTasksArgs, 'first'>>;
  visits?: Resolver<ResolversTypes['LedgerConnection'], ParentType, ContextType, RequireFields<ViewerVisitsArgs, 'first' | 'from' | 'to'>>;
};

export type VisitResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Visit'] = ResolversParentTypes['Visit']> = {
  assistOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['Cancellation']>, ParentType, ContextType>;
  caregiver?: Resolver<Maybe<ResolversTypes['Caregiver']>, ParentType, ContextType>;
  caregiversRequired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  delegation?: Resolver<ResolversTypes['Delegation'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exceptions?: Resolver<ReadonlyArray<ResolversTypes['VisitException']>, ParentType, ContextType>;
  fee?: Resolver<Maybe<ResolversTypes['VisitFee']>, ParentType, ContextType>;
  handover?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Handover']>>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openChange?: Resolver<Maybe<ResolversTypes['VisitChange']>, ParentType, ContextType>;
  pairedVisit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  partnerOffice?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  physicalMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedTasks?: Resolver<ReadonlyArray<ResolversTypes['CareTask']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['VisitRecord']>, ParentType, ContextType>;
  recordSheetUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  records?: Resolver<ReadonlyArray<ResolversTypes['VisitRecord']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VisitStatus'], ParentType, ContextType>;
};

export type VisitChangeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitChange'] = ResolversParentTypes['VisitChange']> = {
  answerBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  physicalMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  plannedEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
};

export type VisitExceptionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitException'] = ResolversParentTypes['VisitException']> = {
  asPlanned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ExceptionCode'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startMeters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startMethod?: Resolver<ResolversTypes['CaptureMethod'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tasks?: Resolver<ReadonlyArray<ResolversTypes['VisitTask']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VisitResultResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitResult'] = ResolversParentTypes['VisitResult']> = {
  commandId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  visit?: Resolver<Maybe<ResolversTypes['Visit']>, ParentType, ContextType>;
  visitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type VisitTaskResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitTask'] = ResolversParentTypes['VisitTask']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['TaskOutcome'], ParentType, ContextType>;
};

export type VisitsPayloadResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VisitsPayload'] = ResolversParentTypes['VisitsPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['LogPosition']>, ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['VisitResult']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface YenScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Yen'], any> {
  name: 'Yen';
}

export type Resolvers<ContextType = ApiContext> = {
  AnswerPayload?: AnswerPayloadResolvers<ContextType>;
  BandCoverage?: BandCoverageResolvers<ContextType>;
  BankAccount?: BankAccountResolvers<ContextType>;
  BankFile?: BankFileResolvers<ContextType>;
  BankFilePayload?: BankFilePayloadResolvers<ContextType>;
  Cancellation?: CancellationResolvers<ContextType>;
  CancellationBand?: CancellationBandResolvers<ContextType>;
  Candidate?: CandidateResolvers<ContextType>;
  CareTask?: CareTaskResolvers<ContextType>;
  Caregiver?: CaregiverResolvers<ContextType>;
  CaregiverPayload?: CaregiverPayloadResolvers<ContextType>;
  CareplanFile?: CareplanFileResolvers<ContextType>;
  CareplanFilePayload?: CareplanFilePayloadResolvers<ContextType>;
  CareplanImportPayload?: CareplanImportPayloadResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  Client?: ClientResolvers<ContextType>;
  ClientConnection?: ClientConnectionResolvers<ContextType>;
  ClientEdge?: ClientEdgeResolvers<ContextType>;
  ClientPayload?: ClientPayloadResolvers<ContextType>;
  ClientPersonal?: ClientPersonalResolvers<ContextType>;
  ClientTransfer?: ClientTransferResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeclineCount?: DeclineCountResolvers<ContextType>;
  DelegatedVisit?: DelegatedVisitResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  DelegationConnection?: DelegationConnectionResolvers<ContextType>;
  DelegationEdge?: DelegationEdgeResolvers<ContextType>;
  DelegationNotice?: DelegationNoticeResolvers<ContextType>;
  DelegationPayload?: DelegationPayloadResolvers<ContextType>;
  DelegationTerms?: DelegationTermsResolvers<ContextType>;
  FigureCases?: FigureCasesResolvers<ContextType>;
  FrameGroup?: FrameGroupResolvers<ContextType>;
  Handover?: HandoverResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  Indicators?: IndicatorsResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationsPayload?: InvitationsPayloadResolvers<ContextType>;
  LedgerConnection?: LedgerConnectionResolvers<ContextType>;
  LedgerEdge?: LedgerEdgeResolvers<ContextType>;
  LedgerEntry?: LedgerEntryResolvers<ContextType>;
  LedgerNotice?: LedgerNoticeResolvers<ContextType>;
  LedgerTotals?: LedgerTotalsResolvers<ContextType>;
  LineDispute?: LineDisputeResolvers<ContextType>;
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
  OfficeLoad?: OfficeLoadResolvers<ContextType>;
  OfficePayload?: OfficePayloadResolvers<ContextType>;
  Option?: OptionResolvers<ContextType>;
  OptionCount?: OptionCountResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PlannedVisit?: PlannedVisitResolvers<ContextType>;
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
  StatusTotals?: StatusTotalsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Survey?: SurveyResolvers<ContextType>;
  SurveyPayload?: SurveyPayloadResolvers<ContextType>;
  SurveyResults?: SurveyResultsResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskNotice?: TaskNoticeResolvers<ContextType>;
  TaxSubtotal?: TaxSubtotalResolvers<ContextType>;
  TermsPayload?: TermsPayloadResolvers<ContextType>;
  UncoveredCount?: UncoveredCountResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Visit?: VisitResolvers<ContextType>;
  VisitChange?: VisitChangeResolvers<ContextType>;
  VisitException?: VisitExceptionResolvers<ContextType>;
  VisitFee?: VisitFeeResolvers<ContextType>;
  VisitPayload?: VisitPayloadResolvers<ContextType>;
  VisitPrice?: VisitPriceResolvers<ContextType>;
  VisitRecord?: VisitRecordResolvers<ContextType>;
  VisitResult?: VisitResultResolvers<ContextType>;
  VisitTask?: VisitTaskResolvers<ContextType>;
  VisitsPayload?: VisitsPayloadResolvers<ContextType>;
  Yen?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = ApiContext> = {
  may?: MayDirectiveResolver<any, any, ContextType>;
};
