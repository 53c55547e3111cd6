import type { TermsContent } from '../domain/agreement/events.ts';
import { addDays, type Day, type Instant } from '../domain/calendar.ts';
import { memberIdOf, termsIdOf, type Uuid } from '../domain/ids.ts';
import type { AreaGrade, NetworkRole, Qualification, Role, ServiceKind, Surcharge } from '../domain/vocabulary.ts';
import type { Projection, Tables } from './projection.ts';
import type { ReadModel } from './read-model.ts';

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
  readonly surchargesFrom: readonly { from: Day | ''; surcharges: readonly Surcharge[] }[];
  readonly services: readonly ServiceKind[];
  readonly invoiceNumber: string | null;
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
export interface MemberRow {
  /** Of the member's stream. */
  readonly id: Uuid;
  readonly subject: string;
  readonly role: Role;
  readonly officeId: Uuid | null;
  readonly caregiverId: Uuid | null;
  /** Member's key, stream of the member, path `name`. */
  readonly sealedName: string | null;
  readonly since: Instant;
}
export interface NetworkRow {
  readonly id: Uuid;
  readonly name: string;
  readonly area: string;
  readonly fiscalYear: number;
}
export interface NetworkMemberRow {
  readonly officeId: Uuid;
  readonly roles: readonly NetworkRole[];
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
}
export interface TermsRow {
  readonly id: Uuid;
  readonly agreementId: Uuid;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly version: number;
  readonly content: TermsContent;
  readonly proposedByOfficeId: Uuid;
  readonly agreedAt: Instant | null;
  readonly agreedBySubject: string | null;
  readonly agreedByOfficeId: Uuid | null;
  readonly declinedAt: Instant | null;
  /** Partner office's key, stream of the agreement, path `note`. */
  readonly sealedDeclineNote: string | null;
  /** Last day: ended, or the day before the next agreed version begins. */
  readonly endsOn: Day | null;
}

const SCHEMA = `
CREATE TABLE offices (
  id TEXT PRIMARY KEY, provider_number TEXT NOT NULL, provider_number_checks INTEGER NOT NULL, name TEXT NOT NULL,
  name_kana TEXT, corporation_name TEXT,
  corporate_number TEXT, municipality TEXT NOT NULL, address TEXT NOT NULL, phone TEXT, latitude REAL,
  longitude REAL, area_grade TEXT NOT NULL,
  services TEXT NOT NULL, invoice_number TEXT
) WITHOUT ROWID;
CREATE INDEX offices_by_number ON offices (provider_number);
CREATE INDEX offices_by_municipality ON offices (municipality, provider_number);
CREATE TABLE office_surcharges (office_id TEXT NOT NULL, from_day TEXT NOT NULL, surcharges TEXT NOT NULL,
PRIMARY KEY (office_id, from_day)) WITHOUT ROWID;
CREATE TABLE caregivers (
  id TEXT PRIMARY KEY, office_id TEXT NOT NULL, code TEXT NOT NULL, sealed_name TEXT NOT NULL,
  qualifications TEXT NOT NULL, left_on TEXT
) WITHOUT ROWID;
CREATE INDEX caregivers_by_office ON caregivers (office_id, code);
CREATE TABLE members (
  id TEXT NOT NULL, subject TEXT NOT NULL, office_id TEXT NOT NULL, role TEXT NOT NULL, caregiver_id TEXT,
  sealed_name TEXT, since TEXT NOT NULL,
  PRIMARY KEY (id, office_id)
) WITHOUT ROWID;
CREATE INDEX members_by_office ON members (office_id, subject);
CREATE INDEX members_by_caregiver ON members (caregiver_id);
CREATE TABLE member_names (id TEXT NOT NULL, office_id TEXT NOT NULL, caregiver_id TEXT, sealed_name TEXT,
PRIMARY KEY (id, office_id)) WITHOUT ROWID;
CREATE TABLE networks (id TEXT PRIMARY KEY, name TEXT NOT NULL, area TEXT NOT NULL,
fiscal_year INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE network_members (
  network_id TEXT NOT NULL, office_id TEXT NOT NULL, joined_on TEXT NOT NULL, roles TEXT NOT NULL, left_on TEXT,
  PRIMARY KEY (network_id, office_id, joined_on)
) WITHOUT ROWID;
CREATE INDEX network_members_by_office ON network_members (office_id);
CREATE TABLE network_viewers (
  network_id TEXT NOT NULL, subject TEXT NOT NULL, role TEXT NOT NULL, sealed_name TEXT, since TEXT NOT NULL,
  PRIMARY KEY (network_id, subject)
) WITHOUT ROWID;
CREATE INDEX network_viewers_by_subject ON network_viewers (subject);
CREATE TABLE terms (
  id TEXT PRIMARY KEY, agreement_id TEXT NOT NULL, network_id TEXT NOT NULL, partner_office_id TEXT NOT NULL,
  assist_office_id TEXT NOT NULL,
  version INTEGER NOT NULL, effective_from TEXT NOT NULL, content TEXT NOT NULL, proposed_by TEXT NOT NULL,
  agreed_at TEXT, agreed_by_subject TEXT,
  agreed_by_office TEXT, declined_at TEXT, sealed_decline_note TEXT, ends_on TEXT
) WITHOUT ROWID;
CREATE INDEX terms_by_agreement ON terms (agreement_id, version);
CREATE INDEX terms_by_network ON terms (network_id, partner_office_id, assist_office_id, version);`;

/** Columns of `offices` that OfficeDetailsChanged may set, by the name of the event's field. */
const OFFICE_COLUMNS = {
  name: 'name',
  nameKana: 'name_kana',
  corporationName: 'corporation_name',
  corporateNumber: 'corporate_number',
  municipality: 'municipality',
  address: 'address',
  phone: 'phone',
  latitude: 'latitude',
  longitude: 'longitude',
  areaGrade: 'area_grade',
  services: 'services',
  invoiceNumber: 'invoice_number',
} as const;

const setSurcharges = (tables: Tables, officeId: Uuid, from: Day | '', surcharges: readonly Surcharge[]): void =>
  tables.run(
    'INSERT INTO office_surcharges VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET surcharges = excluded.surcharges',
    officeId,
    from,
    JSON.stringify(surcharges),
  );

/** Offices with their caregivers and people, networks with their members and viewers, terms. */
export const directory: Projection = {
  name: 'directory',
  version: 2,
  schema: SCHEMA,
  handlers: (tables) => ({
    OfficeRegistered: ({ streamId, data }) => {
      tables.run(
        'INSERT OR IGNORE INTO offices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        streamId,
        data.providerNumber,
        Number(data.providerNumberChecks),
        data.name,
        data.nameKana,
        data.corporationName,
        data.corporateNumber,
        data.municipality,
        data.address,
        data.phone,
        data.latitude,
        data.longitude,
        data.areaGrade,
        JSON.stringify(data.services),
        data.invoiceNumber,
      );
      setSurcharges(tables, streamId, '', data.surcharges);
    },
    OfficeDetailsChanged: ({ streamId, data }) => {
      for (const [field, column] of Object.entries(OFFICE_COLUMNS)) {
        const value = data[field as keyof typeof OFFICE_COLUMNS];
        if (value === undefined) continue;
        tables.run(
          `UPDATE offices SET ${column} = ? WHERE id = ?`,
          Array.isArray(value) ? JSON.stringify(value) : value,
          streamId,
        );
      }
      if (data.surcharges) setSurcharges(tables, streamId, data.surcharges.from, data.surcharges.surcharges);
    },
    CaregiverEnrolled: ({ streamId, data }) =>
      tables.run(
        'INSERT OR IGNORE INTO caregivers VALUES (?, ?, ?, ?, ?, NULL)',
        data.caregiverId,
        streamId,
        data.code,
        data.name,
        JSON.stringify(data.qualifications),
      ),
    CaregiverChanged: ({ data }) => {
      if (data.name !== undefined)
        tables.run('UPDATE caregivers SET sealed_name = ? WHERE id = ?', data.name, data.caregiverId);
      if (data.qualifications) {
        tables.run(
          'UPDATE caregivers SET qualifications = ? WHERE id = ?',
          JSON.stringify(data.qualifications),
          data.caregiverId,
        );
      }
    },
    CaregiverLeft: ({ data }) =>
      tables.run('UPDATE caregivers SET left_on = ? WHERE id = ?', data.leftOn, data.caregiverId),
    MemberEnrolled: ({ streamId, data, recordedAt }) => {
      const officeId = data.officeId ?? '';
      const before = tables.get<{ since: Instant }>(
        'SELECT since FROM members WHERE id = ? AND office_id = ? AND role = ?',
        streamId,
        officeId,
        data.role,
      );
      // A CAREGIVER is added in a further office; every other enrolment replaces what stood.
      if (data.role === 'CAREGIVER') tables.run("DELETE FROM members WHERE id = ? AND role <> 'CAREGIVER'", streamId);
      else tables.run('DELETE FROM members WHERE id = ?', streamId);
      tables.run(
        'INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?, ?, ?, ?)',
        streamId,
        data.subject,
        officeId,
        data.role,
        data.caregiverId,
        data.name,
        before?.since ?? recordedAt,
      );
      // Outlives the role: those who have acted keep their names.
      tables.run(
        'INSERT OR REPLACE INTO member_names VALUES (?, ?, ?, ?)',
        streamId,
        officeId,
        data.caregiverId,
        data.name,
      );
    },
    MemberRemoved: ({ streamId, data }) => {
      if (data.officeId === null) tables.run('DELETE FROM members WHERE id = ?', streamId);
      else tables.run('DELETE FROM members WHERE id = ? AND office_id = ?', streamId, data.officeId);
    },
    NetworkFormed: ({ streamId, data }) =>
      tables.run('INSERT OR IGNORE INTO networks VALUES (?, ?, ?, ?)', streamId, data.name, data.area, data.fiscalYear),
    OfficeJoined: ({ streamId, data }) => {
      tables.run(
        'DELETE FROM network_members WHERE network_id = ? AND office_id = ? AND joined_on >= ?',
        streamId,
        data.officeId,
        data.joinedOn,
      );
      tables.run(
        `UPDATE network_members SET left_on = ?
         WHERE network_id = ? AND office_id = ? AND (left_on IS NULL OR left_on >= ?)`,
        addDays(data.joinedOn, -1),
        streamId,
        data.officeId,
        data.joinedOn,
      );
      tables.run(
        'INSERT INTO network_members VALUES (?, ?, ?, ?, NULL)',
        streamId,
        data.officeId,
        data.joinedOn,
        JSON.stringify(data.roles),
      );
    },
    OfficeLeft: ({ streamId, data }) =>
      tables.run(
        `UPDATE network_members SET left_on = ?
         WHERE network_id = ? AND office_id = ? AND (left_on IS NULL OR left_on > ?)`,
        data.leftOn,
        streamId,
        data.officeId,
        data.leftOn,
      ),
    ViewerAppointed: ({ streamId, data, recordedAt }) =>
      tables.run(
        `INSERT INTO network_viewers VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET role = excluded.role, sealed_name = coalesce(excluded.sealed_name, sealed_name)`,
        streamId,
        data.subject,
        data.role,
        data.memberName,
        recordedAt,
      ),
    ViewerDismissed: ({ streamId, data }) =>
      tables.run('DELETE FROM network_viewers WHERE network_id = ? AND subject = ?', streamId, data.subject),
    TermsProposed: ({ streamId, data }) =>
      tables.run(
        'INSERT OR IGNORE INTO terms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL, NULL)',
        termsIdOf(data.networkId, data.partnerOfficeId, data.assistOfficeId, data.version),
        streamId,
        data.networkId,
        data.partnerOfficeId,
        data.assistOfficeId,
        data.version,
        data.content.effectiveFrom,
        JSON.stringify(data.content),
        data.proposedBy,
      ),
    TermsAgreed: ({ streamId, data, occurredAt, metadata }) => {
      tables.run(
        `UPDATE terms SET agreed_at = ?, agreed_by_subject = ?, agreed_by_office = ?
         WHERE agreement_id = ? AND version = ?`,
        occurredAt,
        metadata.actor.subject,
        metadata.actor.officeId,
        streamId,
        data.version,
      );
      const agreed = tables.get<{ effective_from: Day }>(
        'SELECT effective_from FROM terms WHERE agreement_id = ? AND version = ?',
        streamId,
        data.version,
      );
      if (!agreed) return;
      tables.run(
        `UPDATE terms SET ends_on = ?
         WHERE agreement_id = ? AND version < ? AND agreed_at IS NOT NULL AND (ends_on IS NULL OR ends_on >= ?)`,
        addDays(agreed.effective_from, -1),
        streamId,
        data.version,
        agreed.effective_from,
      );
    },
    TermsDeclined: ({ streamId, data, occurredAt }) =>
      tables.run(
        'UPDATE terms SET declined_at = ?, sealed_decline_note = ? WHERE agreement_id = ? AND version = ?',
        occurredAt,
        data.note,
        streamId,
        data.version,
      ),
    TermsEnded: ({ streamId, data }) =>
      tables.run(
        'UPDATE terms SET ends_on = ? WHERE agreement_id = ? AND version = ?',
        data.endsOn,
        streamId,
        data.version,
      ),
  }),
};

// Queries

const OFFICE_SELECT = `SELECT id, provider_number AS providerNumber, provider_number_checks AS providerNumberChecks,
  name, name_kana AS nameKana,
  corporation_name AS corporationName, corporate_number AS corporateNumber, municipality, address, phone, latitude,
  longitude, area_grade AS areaGrade,
  services, invoice_number AS invoiceNumber,
  (SELECT json_group_array(json_array(from_day, json(surcharges)) ORDER BY from_day) FROM office_surcharges
  WHERE office_id = offices.id) AS surchargesFrom
  FROM offices`;
type RawOffice = Omit<OfficeRow, 'providerNumberChecks' | 'services' | 'surchargesFrom'> & {
  providerNumberChecks: number;
  services: string;
  surchargesFrom: string;
};
const officeOf = (raw: RawOffice): OfficeRow => ({
  ...raw,
  providerNumberChecks: raw.providerNumberChecks === 1,
  services: JSON.parse(raw.services),
  surchargesFrom: (JSON.parse(raw.surchargesFrom) as [Day | '', Surcharge[]][]).map(([from, surcharges]) => ({
    from,
    surcharges,
  })),
});

/** `?` as often as there are values: for `IN (…)`. */
export const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

export const officesById = (readModel: ReadModel, ids: readonly Uuid[]): OfficeRow[] =>
  readModel.all<RawOffice>(`${OFFICE_SELECT} WHERE id IN (${placeholders(ids)})`, ...ids).map(officeOf);

/**
 * By number, part of the name, or municipality; in the order of the provider number, after a given
 * one. One row beyond `limit` tells of a next page.
 */
export const officesBy = (
  readModel: ReadModel,
  by: { search: string | null; municipality: string | null; after: string | null; limit: number },
): { rows: OfficeRow[]; totalCount: number } => {
  const where = `(?1 IS NULL OR provider_number = ?1 OR instr(name, ?1) > 0 OR municipality = ?1)
    AND (?2 IS NULL OR municipality = ?2)`;
  const rows = readModel.all<RawOffice>(
    `${OFFICE_SELECT} WHERE ${where} AND (?3 IS NULL OR provider_number > ?3) ORDER BY provider_number LIMIT ?4`,
    by.search,
    by.municipality,
    by.after,
    by.limit,
  );
  const count = readModel.get<{ n: number }>(
    `SELECT count(*) AS n FROM offices WHERE ${where}`,
    by.search,
    by.municipality,
  );
  return { rows: rows.map(officeOf), totalCount: count?.n ?? 0 };
};

const CAREGIVER_SELECT = `SELECT id, office_id AS officeId, code, sealed_name AS sealedName,
  qualifications, left_on AS leftOn FROM caregivers`;
type RawCaregiver = Omit<CaregiverRow, 'qualifications'> & { qualifications: string };
const caregiverRowOf = (raw: RawCaregiver): CaregiverRow => ({
  ...raw,
  qualifications: JSON.parse(raw.qualifications),
});

export const caregiversById = (readModel: ReadModel, ids: readonly Uuid[]): CaregiverRow[] =>
  readModel.all<RawCaregiver>(`${CAREGIVER_SELECT} WHERE id IN (${placeholders(ids)})`, ...ids).map(caregiverRowOf);
export const caregiversOfOffice = (readModel: ReadModel, officeId: Uuid): CaregiverRow[] =>
  readModel.all<RawCaregiver>(`${CAREGIVER_SELECT} WHERE office_id = ? ORDER BY code`, officeId).map(caregiverRowOf);

const MEMBER_SELECT = `SELECT id, subject, role, nullif(office_id, '') AS officeId, caregiver_id AS caregiverId,
  sealed_name AS sealedName, since FROM members`;
/** People with a role; a caregiver of several offices once, by the first of them. */
export const membersById = (readModel: ReadModel, ids: readonly Uuid[]): MemberRow[] =>
  readModel.all<MemberRow>(
    `${MEMBER_SELECT} WHERE id IN (${placeholders(ids)}) GROUP BY id HAVING office_id = min(office_id) ORDER BY id`,
    ...ids,
  );
/** All that one person is: one row, but a caregiver of several offices has one in each. */
export const enrolmentsOf = (readModel: ReadModel, memberId: Uuid): MemberRow[] =>
  readModel.all<MemberRow>(`${MEMBER_SELECT} WHERE id = ? ORDER BY office_id`, memberId);
export const membersOfOffice = (readModel: ReadModel, officeId: Uuid): MemberRow[] =>
  readModel.all<MemberRow>(`${MEMBER_SELECT} WHERE office_id = ? ORDER BY since, subject`, officeId);

/**
 * Where a person's name is sealed: the member's own, or that of the caregiver whom the person is.
 */
export type MemberName = Pick<MemberRow, 'id' | 'caregiverId' | 'sealedName'>;
/**
 * The name of a person as last enrolled, in the office given if enrolled there, even if no longer
 * in a role; null for somebody never enrolled.
 */
export const nameOfMember = (readModel: ReadModel, subject: string, officeId: Uuid | null): MemberName | null =>
  readModel.get<MemberName>(
    `SELECT id, caregiver_id AS caregiverId, sealed_name AS sealedName FROM member_names WHERE id = ?
     ORDER BY office_id = ? DESC, sealed_name IS NULL AND caregiver_id IS NULL, office_id LIMIT 1`,
    memberIdOf(subject),
    officeId ?? '',
  ) ?? null;

const NETWORK_SELECT = 'SELECT id, name, area, fiscal_year AS fiscalYear FROM networks';
export const networksById = (readModel: ReadModel, ids: readonly Uuid[]): NetworkRow[] =>
  readModel.all<NetworkRow>(`${NETWORK_SELECT} WHERE id IN (${placeholders(ids)})`, ...ids);
export const allNetworks = (readModel: ReadModel): NetworkRow[] =>
  readModel.all<NetworkRow>(`${NETWORK_SELECT} ORDER BY fiscal_year, name, id`);
/** Networks that an office is or was a member of. */
export const networksOfOffice = (readModel: ReadModel, officeId: Uuid): NetworkRow[] =>
  readModel.all<NetworkRow>(
    `${NETWORK_SELECT} WHERE id IN (SELECT network_id FROM network_members WHERE office_id = ?) ORDER BY fiscal_year,
    name, id`,
    officeId,
  );
/** Networks to which a consultant or auditor is appointed. */
export const networksOfViewer = (readModel: ReadModel, subject: string): NetworkRow[] =>
  readModel.all<NetworkRow>(
    `${NETWORK_SELECT} WHERE id IN (SELECT network_id FROM network_viewers WHERE subject = ?) ORDER BY fiscal_year,
    name, id`,
    subject,
  );

export const membersOfNetwork = (readModel: ReadModel, networkId: Uuid): NetworkMemberRow[] =>
  readModel
    .all<{ officeId: Uuid; roles: string; joinedOn: Day; leftOn: Day | null }>(
      `SELECT office_id AS officeId, roles, joined_on AS joinedOn, left_on AS leftOn FROM network_members
       WHERE network_id = ? ORDER BY joined_on, office_id`,
      networkId,
    )
    .map((raw) => ({ ...raw, roles: JSON.parse(raw.roles) }));

/** Roles that an office has or had in one network. */
export const rolesInNetwork = (readModel: ReadModel, networkId: Uuid, officeId: Uuid): NetworkRole[] => [
  ...new Set(
    readModel
      .all<{ roles: string }>(
        'SELECT roles FROM network_members WHERE network_id = ? AND office_id = ?',
        networkId,
        officeId,
      )
      .flatMap(({ roles }) => JSON.parse(roles) as NetworkRole[]),
  ),
];
/** Roles that an office has or had in any network. */
export const networkRolesOfOffice = (readModel: ReadModel, officeId: Uuid): NetworkRole[] => [
  ...new Set(
    readModel
      .all<{ roles: string }>('SELECT roles FROM network_members WHERE office_id = ?', officeId)
      .flatMap(({ roles }) => JSON.parse(roles) as NetworkRole[]),
  ),
];

/** Consultants and auditors of a network, as members. */
export const viewersOfNetwork = (readModel: ReadModel, networkId: Uuid): MemberRow[] =>
  readModel
    .all<Omit<MemberRow, 'id' | 'officeId' | 'caregiverId'>>(
      `SELECT subject, role, sealed_name AS sealedName, since FROM network_viewers WHERE network_id = ?
       ORDER BY since, subject`,
      networkId,
    )
    .map((row) => {
      const id = memberIdOf(row.subject);
      // Appointed without a name: the enrolment's is taken.
      const enrolled = enrolmentsOf(readModel, id).find(({ role }) => role === row.role);
      return {
        ...row,
        id,
        officeId: null,
        caregiverId: null,
        sealedName: row.sealedName ?? enrolled?.sealedName ?? null,
      };
    });

/** CONSULTANT or AUDITOR where appointed to the network, else null. */
export const appointmentOf = (
  readModel: ReadModel,
  networkId: Uuid,
  subject: string,
): 'CONSULTANT' | 'AUDITOR' | null =>
  readModel.get<{ role: 'CONSULTANT' | 'AUDITOR' }>(
    'SELECT role FROM network_viewers WHERE network_id = ? AND subject = ?',
    networkId,
    subject,
  )?.role ?? null;

const TERMS_SELECT = `SELECT id, agreement_id AS agreementId, network_id AS networkId,
  partner_office_id AS partnerOfficeId, assist_office_id AS assistOfficeId,
  version, content, proposed_by AS proposedByOfficeId, agreed_at AS agreedAt, agreed_by_subject AS agreedBySubject,
  agreed_by_office AS agreedByOfficeId,
  declined_at AS declinedAt, sealed_decline_note AS sealedDeclineNote, ends_on AS endsOn FROM terms`;
type RawTerms = Omit<TermsRow, 'content'> & { content: string };
const termsOf = (raw: RawTerms): TermsRow => ({ ...raw, content: JSON.parse(raw.content) });

export const termsById = (readModel: ReadModel, ids: readonly Uuid[]): TermsRow[] =>
  readModel.all<RawTerms>(`${TERMS_SELECT} WHERE id IN (${placeholders(ids)})`, ...ids).map(termsOf);
/** All versions of the network's pairs, newest first. `ofOfficeId`: only its own pairs. */
export const termsOfNetwork = (
  readModel: ReadModel,
  by: { networkId: Uuid; partnerOfficeId: Uuid | null; assistOfficeId: Uuid | null; ofOfficeId: Uuid | null },
): TermsRow[] =>
  readModel
    .all<RawTerms>(
      `${TERMS_SELECT} WHERE network_id = ?1 AND (?2 IS NULL OR partner_office_id = ?2)
      AND (?3 IS NULL OR assist_office_id = ?3)
       AND (?4 IS NULL OR partner_office_id = ?4 OR assist_office_id = ?4)
       ORDER BY partner_office_id, assist_office_id, version DESC`,
      by.networkId,
      by.partnerOfficeId,
      by.assistOfficeId,
      by.ofOfficeId,
    )
    .map(termsOf);

/** Whether two offices share a network, now or before. */
export const sharesNetwork = (readModel: ReadModel, officeId: Uuid, others: readonly Uuid[]): boolean =>
  others.length > 0 &&
  readModel.get(
    `SELECT 1 FROM network_members AS one JOIN network_members AS other USING (network_id)
     WHERE one.office_id = ? AND other.office_id IN (${placeholders(others)}) LIMIT 1`,
    officeId,
    ...others,
  ) !== undefined;

/** Whether a visit of the partner office is assigned to the caregiver. */
export const isAssignedFor = (readModel: ReadModel, caregiverId: Uuid, partnerOfficeId: Uuid): boolean =>
  readModel.get(
    'SELECT 1 FROM visits WHERE caregiver_id = ? AND partner_office_id = ? LIMIT 1',
    caregiverId,
    partnerOfficeId,
  ) !== undefined;

/** Whether the office is or was in a network to which the subject is appointed. */
export const isViewedBy = (readModel: ReadModel, officeId: Uuid, subject: string): boolean =>
  readModel.get(
    `SELECT 1 FROM network_viewers JOIN network_members USING (network_id)
     WHERE subject = ? AND office_id = ? LIMIT 1`,
    subject,
    officeId,
  ) !== undefined;
