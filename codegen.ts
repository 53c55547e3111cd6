import type { CodegenConfig } from '@graphql-codegen/cli';
import { userErrorCodes } from './src/api/user-errors.ts';

const rows = (module: string, types: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(types).map(([type, row]) => [type, `../../projections/${module}.ts#${row}`]));

const SCALARS = {
  DateTime: 'string',
  Date: 'string',
  Month: 'string',
  Yen: 'number',
  Cursor: 'string',
  LogPosition: 'number',
  ID: 'string',
};

/** Types of the API from the contract: what a resolver gets as parent is the view's row. */
const config: CodegenConfig = {
  schema: ['src/api/schema/*.graphql', userErrorCodes()],
  generates: {
    // What is served and committed for client developers: one document, in the contract's order.
    'schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true, sort: false } },
    // What downloads ask of the API itself.
    'src/api/schema/documents.gen.ts': {
      documents: 'src/api/document/queries.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        skipTypename: true,
        defaultScalarType: 'unknown',
        scalars: SCALARS,
      },
    },
    'src/api/schema/types.gen.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../context.ts#ApiContext',
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        defaultScalarType: 'unknown',
        scalars: SCALARS,
        mappers: {
          ...rows('offices', { Office: 'OfficeRow', Caregiver: 'CaregiverRow' }),
          ...rows('networks', { Network: 'NetworkRow', NetworkMember: 'NetworkMemberRow', Member: 'PersonRow' }),
          ...rows('terms', { DelegationTerms: 'TermsRow' }),
          ...rows('clients', {
            Client: 'ClientRow',
            ClientPersonal: 'ClientPersonalRow',
            ClientTransfer: 'PartnerRow',
            Consent: 'ConsentRow',
          }),
          ...rows('careplans', { PlannedVisit: 'PlannedVisitRow', CareplanFile: 'CareplanFileRow' }),
          ...rows('delegation-table', {
            Delegation: 'DelegationRow',
            DelegatedVisit: 'DelegatedVisitRow',
            Offer: 'OfferRow',
            OfferRound: 'OfferRoundRow',
          }),
          ...rows('visits', {
            Visit: 'VisitRow',
            Handover: 'VisitRow',
            VisitRecord: 'VisitRecordRow',
            VisitTask: 'VisitTaskRow',
            VisitException: 'VisitExceptionRow',
            VisitChange: 'VisitChangeRow',
            Cancellation: 'CancellationRow',
          }),
          ...rows('visit-ledger', { LedgerEntry: 'LedgerRow' }),
          ...rows('history', { HistoryEntry: 'HistoryRow' }),
          ...rows('dispute-table', { LineDispute: 'DisputeRow' }),
          ...rows('statements', { Statement: 'StatementRow', StatementLine: 'StatementLineRow' }),
          ...rows('bank-files', { BankFile: 'BankFileRow' }),
          ...rows('task-table', { Task: 'TaskRow' }),
          ...rows('surveys', {
            Survey: 'SurveyRow',
            ResponseRate: 'ResponseRateRow',
            Questionnaire: 'QuestionnaireRow',
          }),
          FrameGroup: '../../domain/survey/disclosure.ts#ReachingGroup',
          Question: '../../domain/survey/events.ts#Question as QuestionRow',
          Indicators: '../indicator/resolvers.ts#IndicatorsRow',
          OfficeLoad: '../../domain/evaluation/indicators.ts#OfficeLoad as OfficeLoadRow',
          ResultGroup: '../../domain/survey/results.ts#ResultGroup as ResultGroupRow',
          QuestionResult: '../../domain/survey/results.ts#QuestionResult as QuestionResultRow',
          Candidate: '../../commands/candidates.ts#Candidate as CandidateRow',
          Invitation: '../../commands/survey.ts#Invitation as InvitationRow',
          Viewer: '../viewer.ts#Viewer as ViewerRow',
          Hold: '../../domain/settlement/holds.ts#Hold as HoldRow',
        },
      },
    },
  },
};
export default config;
