/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type OfficeInFileFragment = { readonly providerNumber: string, readonly name: string };

export type LedgerForFileQueryVariables = Exact<{
  networkId: string;
  month: string;
  filter?: LedgerFilter | null | undefined;
  knownAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgerForFileQuery = { readonly network: { readonly visitLedger: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly number: string, readonly date: string, readonly plannedStart: string, readonly plannedEnd: string, readonly actualStart: string | null, readonly actualEnd: string | null, readonly minutes: number, readonly service: ServiceKind, readonly serviceCode: string | null, readonly status: VisitStatus, readonly caregiversRequired: number, readonly units: number | null, readonly feeYen: number | null, readonly openExceptions: number, readonly recordVersion: number, readonly statementId: string | null, readonly changedAt: string, readonly client: { readonly code: string, readonly name: string | null }, readonly partnerOffice: { readonly providerNumber: string, readonly name: string }, readonly assistOffice: { readonly providerNumber: string, readonly name: string }, readonly caregiver: { readonly code: string, readonly name: string | null } | null } }> } } | null };

export const OfficeInFileFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeInFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<OfficeInFileFragment, unknown>;
export const LedgerForFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LedgerForFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"month"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Month"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LedgerFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"networkId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitLedger"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"month"},"value":{"kind":"Variable","name":{"kind":"Name","value":"month"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"plannedStart"}},{"kind":"Field","name":{"kind":"Name","value":"plannedEnd"}},{"kind":"Field","name":{"kind":"Name","value":"actualStart"}},{"kind":"Field","name":{"kind":"Name","value":"actualEnd"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"serviceCode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"client"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistOffice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeInFile"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caregiver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caregiversRequired"}},{"kind":"Field","name":{"kind":"Name","value":"units"}},{"kind":"Field","name":{"kind":"Name","value":"feeYen"}},{"kind":"Field","name":{"kind":"Name","value":"openExceptions"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"statementId"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeInFile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<LedgerForFileQuery, LedgerForFileQueryVariables>;