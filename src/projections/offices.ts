import type { Day, Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { AccountSet } from '../domain/office/bank-account.ts';
import type { AreaGrade, Qualification, ServiceKind, Surcharge } from '../domain/vocabulary.ts';
import { limitedTo } from '../store/limited.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { rowsOfIds, selectFrom } from './rows.ts';
import { searchForm } from './search-form.ts';
import { boolean, json, optional, real, type SqlValue, table, text } from './table.ts';

export interface OfficeRow {
  readonly id: Uuid;
  readonly providerNumber: string;
  readonly providerNumberChecks: boolean;
  readonly name: string;
  readonly nameKana: string | null;
  readonly corporationName: string | null;
  readonly corporateNumber: string | null;
  readonly municipality: string;
  readonly address: string;
  readonly phone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly areaGrade: AreaGrade;
  /** From the day on, oldest first; '' = from the beginning. */
  readonly surchargesFrom: readonly SurchargesFrom[];
  readonly services: readonly ServiceKind[];
  readonly invoiceNumber: string | null;
  /** Office's key, stream of the office, paths `noticeEmail.<n>`; none: no notices go out. */
  readonly sealedNoticeEmail: readonly string[];
  /** The one that it has now; null: none. Office's key, paths as `accountField`. */
  readonly bankAccount: AccountRow | null;
  /** `searchForm` of name and kana, and of the municipality. */
  readonly searchedName: string;
  readonly searchedMunicipality: string;
}
/** What is shown of an account: the number itself is opened for bank files alone (rule 41). */
export interface AccountRow
  extends Pick<AccountSet, 'bankCode' | 'bankName' | 'branchCode' | 'branchName' | 'kind' | 'digest'> {
  readonly sealedNumberTail: string;
  readonly sealedHolderKana: string;
  readonly setAt: Instant;
  readonly setBySubject: string;
}
interface SurchargesFrom {
  readonly from: Day | '';
  readonly surcharges: readonly Surcharge[];
}
export interface CaregiverRow {
  readonly id: Uuid;
  readonly officeId: Uuid;
  readonly code: string;
  /** Caregiver's key, stream of the office, path `caregivers.<id>.name`. */
  readonly sealedName: string;
  readonly qualifications: readonly Qualification[];
  readonly leftOn: Day | null;
}

export const offices = table<OfficeRow, 'number' | 'municipality'>(
  'offices',
  {
    id: text(),
    providerNumber: text(),
    providerNumberChecks: boolean,
    name: text(),
    nameKana: optional(text()),
    corporationName: optional(text()),
    corporateNumber: optional(text()),
    municipality: text(),
    address: text(),
    phone: optional(text()),
    latitude: optional(real),
    longitude: optional(real),
    areaGrade: text(),
    surchargesFrom: json(),
    services: json(),
    invoiceNumber: optional(text()),
    sealedNoticeEmail: json(),
    bankAccount: optional(json<AccountRow>()),
    searchedName: text(),
    searchedMunicipality: text(),
  },
  ['id'],
  {
    // A search looks through names without reading the offices.
    number: { columns: ['providerNumber', 'searchedName', 'searchedMunicipality'] },
    municipality: { columns: ['municipality', 'providerNumber'] },
  },
);
export const caregivers = table<CaregiverRow, 'office'>(
  'caregivers',
  {
    id: text(),
    officeId: text(),
    code: text(),
    sealedName: text(),
    qualifications: json(),
    leftOn: optional(text()),
  },
  ['id'],
  { office: { columns: ['officeId', 'code'] } },
);

/** Offices with their caregivers. */
export const officesView: Projection = {
  name: 'offices',
  tables: [offices, caregivers],
  handlers: (batch) => ({
    OfficeRegistered: ({ streamId, data: { surcharges, ...details } }) =>
      batch.rows(offices).put(
        searchable({
          id: streamId,
          ...details,
          surchargesFrom: [{ from: '', surcharges }],
          sealedNoticeEmail: [],
          bankAccount: null,
        }),
      ),
    OfficeDetailsChanged: ({ streamId, data: { surcharges, ...details } }) => {
      const row = batch.rows(offices).get(streamId);
      if (!row) return;
      const surchargesFrom = surcharges ? withSurcharges(row.surchargesFrom, surcharges) : row.surchargesFrom;
      batch.rows(offices).put(searchable({ ...row, ...details, surchargesFrom }));
    },
    NoticeEmailSet: ({ streamId, data: { addresses } }) => {
      const row = batch.rows(offices).get(streamId);
      if (row) batch.rows(offices).put({ ...row, sealedNoticeEmail: addresses });
    },
    BankAccountSet: ({ streamId, data, occurredAt, metadata }) => {
      const row = batch.rows(offices).get(streamId);
      const { bankCode, bankName, branchCode, branchName, kind, digest, numberTail, holderKana } = data;
      const bankAccount = {
        ...{ bankCode, bankName, branchCode, branchName, kind, digest },
        sealedNumberTail: numberTail,
        sealedHolderKana: holderKana,
        setAt: occurredAt,
        setBySubject: metadata.actor.subject,
      };
      if (row) batch.rows(offices).put({ ...row, bankAccount });
    },
    CaregiverEnrolled: ({ streamId, data: { caregiverId, code, name, qualifications } }) =>
      batch
        .rows(caregivers)
        .put({ id: caregiverId, officeId: streamId, code, sealedName: name, qualifications, leftOn: null }),
    CaregiverChanged: ({ data: { caregiverId, name, qualifications } }) => {
      const row = batch.rows(caregivers).get(caregiverId);
      if (!row) return;
      batch.rows(caregivers).put({
        ...row,
        sealedName: name ?? row.sealedName,
        qualifications: qualifications ?? row.qualifications,
      });
    },
    CaregiverLeft: ({ data: { caregiverId, leftOn } }) => {
      const row = batch.rows(caregivers).get(caregiverId);
      if (row) batch.rows(caregivers).put({ ...row, leftOn });
    },
  }),
};

const searchable = (row: Omit<OfficeRow, 'searchedName' | 'searchedMunicipality'>): OfficeRow => ({
  ...row,
  searchedName: [row.name, row.nameKana ?? ''].map(searchForm).join('\n'),
  searchedMunicipality: searchForm(row.municipality),
});

/** The entry takes the place of the one from the same day. */
const withSurcharges = (entries: readonly SurchargesFrom[], entry: SurchargesFrom): SurchargesFrom[] =>
  [...entries.filter(({ from }) => from !== entry.from), entry].sort((a, b) => (a.from < b.from ? -1 : 1));

/** Those that there are, in the order of the ids. */
export const officesById = (readModel: ReadModel, ids: readonly Uuid[]): OfficeRow[] =>
  rowsOfIds(readModel, offices, ids);

/** What a list of offices holds. */
export interface OfficeFilter {
  /** A provider number (ten digits), else part of the name or its kana, or the municipality. */
  readonly search: string | null;
  readonly municipality: string | null;
}

const PROVIDER_NUMBER = /^\d{10}$/;

const conditionsOf = (by: OfficeFilter): { sql: string; values: SqlValue[] } => {
  const { municipality } = by;
  const search = by.search === null ? null : searchForm(by.search);
  const conditions: readonly (readonly [string, ...SqlValue[]])[] = [
    ...(municipality === null ? [] : [['municipality = ?', municipality] as const]),
    ...(search === null
      ? []
      : PROVIDER_NUMBER.test(search)
        ? [['provider_number = ?', search] as const]
        : [['(instr(searched_name, ?) > 0 OR searched_municipality = ?)', search, search] as const]),
  ];
  return {
    sql: ['TRUE', ...conditions.map(([sql]) => sql)].join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  };
};

/** In the order of the provider number, after a given one; at most `limit`. */
export const officesBy = (
  readModel: ReadModel,
  by: OfficeFilter,
  page: { readonly after: string | null; readonly limit: number },
): OfficeRow[] => {
  const { sql, values } = conditionsOf(by);
  const rest = `WHERE ${sql} AND provider_number > ? ORDER BY provider_number ${limitedTo()}`;
  return readModel.all(selectFrom(offices, rest), ...values, page.after ?? '', page.limit).map(offices.read);
};

/** How many there are of them. */
export const countOffices = (readModel: ReadModel, by: OfficeFilter): number => {
  const { sql, values } = conditionsOf(by);
  return Number(readModel.first(`SELECT count(*) FROM ${offices.name} WHERE ${sql}`, ...values)?.[0]);
};

/** Those that there are, in the order of the ids. */
export const caregiversById = (readModel: ReadModel, ids: readonly Uuid[]): CaregiverRow[] =>
  rowsOfIds(readModel, caregivers, ids);

/** In the order of their codes, also those who have left. */
export const caregiversOfOffice = (readModel: ReadModel, officeId: Uuid): CaregiverRow[] =>
  readModel.rows(caregivers).find('office', [officeId]);
