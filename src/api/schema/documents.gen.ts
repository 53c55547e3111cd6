/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Which delegations; what is absent leaves all in. */
export type DelegationFilter = {
  /** In which this office was asked. */
  readonly assistOfficeId?: string | null | undefined;
  /** Of this client. */
  readonly clientId?: string | null | undefined;
  /** Of this 委託番号, or of this 訪問番号 of one of its visits. */
  readonly number?: string | null | undefined;
  /** With an offer of one of these states; an assist office: with such an offer of its own. */
  readonly offerStatus?: ReadonlyArray<OfferStatus> | null | undefined;
  /** Asked by this office. */
  readonly partnerOfficeId?: string | null | undefined;
  /** With a visit on this day or later. */
  readonly plannedFrom?: string | null | undefined;
  /** With a visit on this day or earlier. */
  readonly plannedTo?: string | null | undefined;
  /** Of one of these states. */
  readonly status?: ReadonlyArray<DelegationStatus> | null | undefined;
};

/** 依頼の方法: how the office that makes the visits is found. */
export type DelegationMode =
  /** One named office under a standing agreement; still answers. */
  | 'DIRECT'
  /** The first office to accept takes the visits. */
  | 'FIRST_TO_ACCEPT'
  /** Offices accept, the partner office selects among them. */
  | 'PARTNER_SELECTS';

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

/** 異議の結果. */
export type DisputeOutcome =
  /** 認めない: the line stands. */
  | 'REJECTED'
  /** 認める: put right by an adjustment. */
  | 'UPHELD'
  /** 取下げ, by the assist office: the line stands. */
  | 'WITHDRAWN';

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

/** Which lines; what is absent leaves all in. */
export type LedgerFilter = {
  /** Of this assist office. */
  readonly assistOfficeId?: string | null | undefined;
  /** Assigned to this caregiver. */
  readonly caregiverId?: string | null | undefined;
  /** Of this client. */
  readonly clientId?: string | null | undefined;
  /** From this day on. */
  readonly from?: string | null | undefined;
  /** Stands, or has stood, in a statement. */
  readonly inStatement?: boolean | null | undefined;
  /** Of this 訪問番号, or all of this 委託番号. */
  readonly number?: string | null | undefined;
  /** Of this partner office. */
  readonly partnerOfficeId?: string | null | undefined;
  /** Of one of these kinds. */
  readonly service?: ReadonlyArray<ServiceKind> | null | undefined;
  /** Of one of these states. */
  readonly status?: ReadonlyArray<VisitStatus> | null | undefined;
  /** Up to this day, which is included. */
  readonly to?: string | null | undefined;
  /** true: with an open exception (要確認事項); false: without. */
  readonly withOpenExceptions?: boolean | null | undefined;
  /** SCHEDULED and nobody assigned. */
  readonly withoutCaregiver?: boolean | null | undefined;
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

/** Which statements; what is absent leaves all in. */
export type StatementFilter = {
  /** Of this assist office. */
  readonly assistOfficeId?: string | null | undefined;
  /** Of this month (対象年月). */
  readonly month?: string | null | undefined;
  /** Of this number (支払通知書番号). */
  readonly number?: string | null | undefined;
  /** Of this partner office. */
  readonly partnerOfficeId?: string | null | undefined;
  /** Of one of these states. */
  readonly status?: ReadonlyArray<StatementStatus> | null | undefined;
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

/** 調査の回. */
export type Wave =
  /** 開始時. */
  | 'BASELINE'
  /** 終了時. */
  | 'ENDLINE'
  /** 中間. */
  | 'MIDLINE';

export type OfficeInFileFragment = { readonly providerNumber: string, readonly name: string };

export type LedgerForFileQueryVariables = Exact<{
  networkId: string;
  month: string;
  filter?: LedgerFilter | null | undefined;
  knownAt?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  counts: boolean;
}>;


export type LedgerForFileQuery = { readonly network: { readonly visitLedger: { readonly totalCount?: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly number: string, readonly date: string, readonly plannedStart: string, readonly plannedEnd: string, readonly actualStart: string | null, readonly actualEnd: string | null, readonly minutes: number, readonly service: ServiceKind, readonly serviceCode: string | null, readonly status: VisitStatus, readonly caregiversRequired: number, readonly units: number | null, readonly feeYen: number | null, readonly openExceptions: number, readonly recordVersion: number, readonly statementId: string | null, readonly changedAt: string, readonly client: { readonly code: string, readonly name: string | null }, readonly partnerOffice: { readonly providerNumber: string, readonly name: string }, readonly assistOffice: { readonly providerNumber: string, readonly name: string }, readonly caregiver: { readonly code: string, readonly name: string | null } | null } }> } } | null };

export type OfficeOnPaperFragment = { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null };

export type StatementForFileQueryVariables = Exact<{
  id: string;
}>;


export type StatementForFileQuery = { readonly statement: { readonly number: string, readonly month: string, readonly status: StatementStatus, readonly totalYen: number, readonly issuedAt: string, readonly issuedBy: string, readonly confirmBy: string | null, readonly confirmedAt: string | null, readonly deemed: boolean, readonly dueOn: string, readonly payeeInvoiceNumber: string | null, readonly deductiblePercent: number | null, readonly deductibleYen: number | null, readonly contentHash: string, readonly voidReason: string | null, readonly network: { readonly name: string }, readonly partnerOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly assistOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly subtotals: ReadonlyArray<{ readonly taxClass: TaxClass, readonly netYen: number, readonly taxYen: number }>, readonly payment: { readonly paidOn: string | null, readonly amountYen: number | null } | null, readonly carriedInto: { readonly number: string } | null, readonly replaces: { readonly number: string } | null, readonly replacedBy: { readonly number: string } | null, readonly history: ReadonlyArray<{ readonly type: string, readonly occurredAt: string }> } | null };

export type StatementLinesForFileQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  counts: boolean;
}>;


export type StatementLinesForFileQuery = { readonly statement: { readonly lines: { readonly totalCount?: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly kind: LineKind, readonly date: string, readonly description: string, readonly units: number | null, readonly amountYen: number, readonly taxClass: TaxClass, readonly corrects: string | null, readonly dispute: { readonly reason: string | null, readonly openedBy: string, readonly openedAt: string, readonly outcome: DisputeOutcome | null, readonly answer: string | null, readonly resolvedAt: string | null } | null, readonly visit: { readonly number: string, readonly plannedStart: string, readonly plannedEnd: string, readonly service: ServiceKind, readonly client: { readonly code: string, readonly name: string | null } } | null } }> } } | null };

export type DelegationsForFileQueryVariables = Exact<{
  networkId: string;
  filter?: DelegationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  counts: boolean;
}>;


export type DelegationsForFileQuery = { readonly network: { readonly delegations: { readonly totalCount?: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly number: string, readonly status: DelegationStatus, readonly mode: DelegationMode, readonly requestedAt: string, readonly requestedBy: string, readonly round: number, readonly uncoveredVisits: number, readonly partnerOffice: { readonly providerNumber: string, readonly name: string }, readonly client: { readonly code: string, readonly name: string | null }, readonly visits: ReadonlyArray<{ readonly plannedStart: string, readonly state: CoverState }> } }> } } | null };

export type StatementsForFileQueryVariables = Exact<{
  networkId: string;
  filter?: StatementFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  counts: boolean;
}>;


export type StatementsForFileQuery = { readonly network: { readonly statements: { readonly totalCount?: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly number: string, readonly month: string, readonly status: StatementStatus, readonly totalYen: number, readonly issuedAt: string, readonly confirmBy: string | null, readonly confirmedAt: string | null, readonly deemed: boolean, readonly dueOn: string, readonly payeeInvoiceNumber: string | null, readonly deductiblePercent: number | null, readonly deductibleYen: number | null, readonly contentHash: string, readonly partnerOffice: { readonly providerNumber: string, readonly name: string }, readonly assistOffice: { readonly providerNumber: string, readonly name: string }, readonly subtotals: ReadonlyArray<{ readonly taxClass: TaxClass, readonly netYen: number, readonly taxYen: number }>, readonly payment: { readonly approvedAt: string | null, readonly paidOn: string | null, readonly amountYen: number | null } | null } }> } | null } | null };

export type PersonOnPaperFragment = { readonly code: string, readonly name: string | null };

export type SheetOnPaperFragment = { readonly number: string, readonly status: VisitStatus, readonly service: ServiceKind, readonly plannedStart: string, readonly plannedEnd: string, readonly client: { readonly code: string, readonly name: string | null }, readonly partnerOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly assistOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly records: ReadonlyArray<{ readonly version: number, readonly startedAt: string, readonly endedAt: string, readonly startMethod: CaptureMethod, readonly endMethod: CaptureMethod, readonly adjustedStart: string | null, readonly adjustedEnd: string | null, readonly condition: string | null, readonly notes: string | null, readonly recordedBy: string, readonly enteredForCaregiver: boolean, readonly recordedAt: string, readonly amendReason: string | null, readonly caregiver: { readonly code: string, readonly name: string | null } | null, readonly tasks: ReadonlyArray<{ readonly label: string, readonly outcome: TaskOutcome, readonly note: string | null }> }>, readonly exceptions: ReadonlyArray<{ readonly code: ExceptionCode, readonly raisedAt: string, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly reason: string | null }>, readonly history: ReadonlyArray<{ readonly type: string, readonly actor: string, readonly occurredAt: string }> };

export type SheetForFileQueryVariables = Exact<{
  id: string;
}>;


export type SheetForFileQuery = { readonly visit: { readonly recordSheetUrl: string | null, readonly number: string, readonly status: VisitStatus, readonly service: ServiceKind, readonly plannedStart: string, readonly plannedEnd: string, readonly client: { readonly code: string, readonly name: string | null }, readonly partnerOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly assistOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly records: ReadonlyArray<{ readonly version: number, readonly startedAt: string, readonly endedAt: string, readonly startMethod: CaptureMethod, readonly endMethod: CaptureMethod, readonly adjustedStart: string | null, readonly adjustedEnd: string | null, readonly condition: string | null, readonly notes: string | null, readonly recordedBy: string, readonly enteredForCaregiver: boolean, readonly recordedAt: string, readonly amendReason: string | null, readonly caregiver: { readonly code: string, readonly name: string | null } | null, readonly tasks: ReadonlyArray<{ readonly label: string, readonly outcome: TaskOutcome, readonly note: string | null }> }>, readonly exceptions: ReadonlyArray<{ readonly code: ExceptionCode, readonly raisedAt: string, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly reason: string | null }>, readonly history: ReadonlyArray<{ readonly type: string, readonly actor: string, readonly occurredAt: string }> } | null };

export type SheetsForFileQueryVariables = Exact<{
  networkId: string;
  month: string;
  filter?: LedgerFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  counts: boolean;
}>;


export type SheetsForFileQuery = { readonly network: { readonly visitLedger: { readonly totalCount?: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly visit: { readonly recordSheetUrl: string | null, readonly number: string, readonly status: VisitStatus, readonly service: ServiceKind, readonly plannedStart: string, readonly plannedEnd: string, readonly client: { readonly code: string, readonly name: string | null }, readonly partnerOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly assistOffice: { readonly name: string, readonly providerNumber: string, readonly corporationName: string | null, readonly address: string, readonly phone: string | null }, readonly records: ReadonlyArray<{ readonly version: number, readonly startedAt: string, readonly endedAt: string, readonly startMethod: CaptureMethod, readonly endMethod: CaptureMethod, readonly adjustedStart: string | null, readonly adjustedEnd: string | null, readonly condition: string | null, readonly notes: string | null, readonly recordedBy: string, readonly enteredForCaregiver: boolean, readonly recordedAt: string, readonly amendReason: string | null, readonly caregiver: { readonly code: string, readonly name: string | null } | null, readonly tasks: ReadonlyArray<{ readonly label: string, readonly outcome: TaskOutcome, readonly note: string | null }> }>, readonly exceptions: ReadonlyArray<{ readonly code: ExceptionCode, readonly raisedAt: string, readonly resolvedAt: string | null, readonly resolvedBy: string | null, readonly reason: string | null }>, readonly history: ReadonlyArray<{ readonly type: string, readonly actor: string, readonly occurredAt: string }> } } }> } } | null };

export type ReportForFileQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
  knownAt?: string | null | undefined;
}>;


export type ReportForFileQuery = { readonly network: { readonly name: string, readonly area: string, readonly evaluationReportUrl: string | null, readonly indicators: ReadonlyArray<{ readonly month: string, readonly visitsRequested: number, readonly visitsCovered: number, readonly medianMinutesToAccept: number | null, readonly p90MinutesToAccept: number | null, readonly missedRate: number | null, readonly cancelledRate: number | null, readonly releasedRate: number | null, readonly exceptionRate: number | null, readonly medianHoursToRecord: number | null, readonly caregiversPerClient: number | null, readonly continuityOfCare: number | null, readonly loadGini: number | null, readonly load: ReadonlyArray<{ readonly minutes: number, readonly visits: number, readonly offered: number, readonly accepted: number, readonly declined: number, readonly lapsed: number, readonly office: { readonly id: string, readonly name: string } }>, readonly byTimeBand: ReadonlyArray<{ readonly band: TimeBand, readonly service: ServiceKind, readonly requested: number, readonly covered: number }>, readonly cases: ReadonlyArray<{ readonly figure: string, readonly n: number }> }> | null, readonly surveys: ReadonlyArray<{ readonly id: string, readonly status: SurveyStatus }> | null } | null };

export type SurveyForReportQueryVariables = Exact<{
  id: string;
  networkIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type SurveyForReportQuery = { readonly survey: { readonly title: string, readonly study: string, readonly wave: Wave, readonly threshold: number, readonly networks: ReadonlyArray<{ readonly id: string }>, readonly responses: ReadonlyArray<{ readonly audience: Audience, readonly invited: number, readonly answered: number, readonly network: { readonly id: string } | null }>, readonly results: { readonly method: string, readonly position: number, readonly groups: ReadonlyArray<{ readonly answers: ReadonlyArray<{ readonly n: number | null, readonly mean: number | null, readonly ci95: ReadonlyArray<number> | null, readonly question: { readonly code: string, readonly kind: QuestionKind, readonly text: string, readonly audiences: ReadonlyArray<Audience> }, readonly change: { readonly from: Wave, readonly difference: number, readonly test: string, readonly p: number, readonly effectSize: number } | null }> }> } | null } | null };

export type VisitsForAnalysisQueryVariables = Exact<{
  networkId: string;
  month: string;
  first: number;
  after?: string | null | undefined;
  counts: boolean;
}>;


export type VisitsForAnalysisQuery = { readonly network: { readonly visitLedger: { readonly totalCount?: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly date: string, readonly plannedStart: string, readonly actualStart: string | null, readonly minutes: number, readonly service: ServiceKind, readonly status: VisitStatus, readonly openExceptions: number, readonly recordVersion: number, readonly client: { readonly id: string }, readonly partnerOffice: { readonly id: string }, readonly assistOffice: { readonly id: string }, readonly caregiver: { readonly id: string } | null } }> } } | null };

export const OfficeInFileFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeInFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<OfficeInFileFragment, unknown>;
export const OfficeOnPaperFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"corporationName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]} as unknown as DocumentNode<OfficeOnPaperFragment, unknown>;
export const PersonOnPaperFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Caregiver"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<PersonOnPaperFragment, unknown>;
export const SheetOnPaperFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SheetOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Visit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"plannedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startMethod"}},{"kind":"Field","name":{"kind":"Name","value":"endMethod"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedStart"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"caregiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"enteredForCaregiver"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amendReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"corporationName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Caregiver"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<SheetOnPaperFragment, unknown>;
export const LedgerForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LedgerForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LedgerFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitLedger"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counts"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"plannedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"actualStart"}},{"kind":"Field","name":{"kind":"Name","value":"actualEnd"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"serviceCode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caregiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caregiversRequired"}},{"kind":"Field","name":{"kind":"Name","value":"units"}},{"kind":"Field","name":{"kind":"Name","value":"feeYen"}},{"kind":"Field","name":{"kind":"Name","value":"openExceptions"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"statementId"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeInFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<LedgerForFileQuery, LedgerForFileQueryVariables>;
export const StatementForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatementForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subtotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxClass"}},{"kind":"Field","name":{"kind":"Name","value":"netYen"}},{"kind":"Field","name":{"kind":"Name","value":"taxYen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalYen"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"issuedBy"}},{"kind":"Field","name":{"kind":"Name","value":"confirmBy"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deemed"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"payeeInvoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"deductiblePercent"}},{"kind":"Field","name":{"kind":"Name","value":"deductibleYen"}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paidOn"}},{"kind":"Field","name":{"kind":"Name","value":"amountYen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"carriedInto"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replaces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replacedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"corporationName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]} as unknown as DocumentNode<StatementForFileQuery, StatementForFileQueryVariables>;
export const StatementLinesForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatementLinesForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counts"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"units"}},{"kind":"Field","name":{"kind":"Name","value":"amountYen"}},{"kind":"Field","name":{"kind":"Name","value":"taxClass"}},{"kind":"Field","name":{"kind":"Name","value":"corrects"}},{"kind":"Field","name":{"kind":"Name","value":"dispute"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"visit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"plannedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatementLinesForFileQuery, StatementLinesForFileQueryVariables>;
export const DelegationsForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DelegationsForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DelegationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delegations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counts"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"round"}},{"kind":"Field","name":{"kind":"Name","value":"uncoveredVisits"}},{"kind":"Field","name":{"kind":"Name","value":"visits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeInFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<DelegationsForFileQuery, DelegationsForFileQueryVariables>;
export const StatementsForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatementsForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StatementFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counts"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subtotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxClass"}},{"kind":"Field","name":{"kind":"Name","value":"netYen"}},{"kind":"Field","name":{"kind":"Name","value":"taxYen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalYen"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"confirmBy"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deemed"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"payeeInvoiceNumber"}},{"kind":"Field","name":{"kind":"Name","value":"deductiblePercent"}},{"kind":"Field","name":{"kind":"Name","value":"deductibleYen"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}},{"kind":"Field","name":{"kind":"Name","value":"amountYen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contentHash"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeInFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<StatementsForFileQuery, StatementsForFileQueryVariables>;
export const SheetForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SheetForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordSheetUrl"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SheetOnPaper"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"corporationName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Caregiver"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SheetOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Visit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"plannedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startMethod"}},{"kind":"Field","name":{"kind":"Name","value":"endMethod"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedStart"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"caregiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"enteredForCaregiver"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amendReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}}]} as unknown as DocumentNode<SheetForFileQuery, SheetForFileQueryVariables>;
export const SheetsForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SheetsForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LedgerFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitLedger"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counts"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordSheetUrl"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SheetOnPaper"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"corporationName"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Caregiver"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SheetOnPaper"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Visit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"plannedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"startMethod"}},{"kind":"Field","name":{"kind":"Name","value":"endMethod"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedStart"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"caregiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonOnPaper"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"enteredForCaregiver"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amendReason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}}]}}]}}]} as unknown as DocumentNode<SheetsForFileQuery, SheetsForFileQueryVariables>;
export const ReportForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"evaluationReportUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}]},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"visitsRequested"}},{"kind":"Field","name":{"kind":"Name","value":"visitsCovered"}},{"kind":"Field","name":{"kind":"Name","value":"medianMinutesToAccept"}},{"kind":"Field","name":{"kind":"Name","value":"p90MinutesToAccept"}},{"kind":"Field","name":{"kind":"Name","value":"missedRate"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledRate"}},{"kind":"Field","name":{"kind":"Name","value":"releasedRate"}},{"kind":"Field","name":{"kind":"Name","value":"exceptionRate"}},{"kind":"Field","name":{"kind":"Name","value":"medianHoursToRecord"}},{"kind":"Field","name":{"kind":"Name","value":"caregiversPerClient"}},{"kind":"Field","name":{"kind":"Name","value":"continuityOfCare"}},{"kind":"Field","name":{"kind":"Name","value":"loadGini"}},{"kind":"Field","name":{"kind":"Name","value":"load"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"offered"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"declined"}},{"kind":"Field","name":{"kind":"Name","value":"lapsed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byTimeBand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"band"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"figure"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"surveys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<ReportForFileQuery, ReportForFileQueryVariables>;
export const SurveyForReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SurveyForReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"survey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"networks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"study"}},{"kind":"Field","name":{"kind":"Name","value":"wave"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"responses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invited"}},{"kind":"Field","name":{"kind":"Name","value":"answered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"results"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"networkIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkIds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"audiences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"mean"}},{"kind":"Field","name":{"kind":"Name","value":"ci95"}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"test"}},{"kind":"Field","name":{"kind":"Name","value":"p"}},{"kind":"Field","name":{"kind":"Name","value":"effectSize"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SurveyForReportQuery, SurveyForReportQueryVariables>;
export const VisitsForAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VisitsForAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitLedger"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counts"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"actualStart"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caregiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openExceptions"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<VisitsForAnalysisQuery, VisitsForAnalysisQueryVariables>;