import { addDays, type Day, type Instant } from '../domain/calendar.ts';
import { memberIdOf, type Uuid } from '../domain/ids.ts';
import type { NetworkRole } from '../domain/vocabulary.ts';
import { enrolmentsOf, type MemberRow } from './members.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds, selectFrom } from './rows.ts';
import { boolean, integer, json, optional, table, text } from './table.ts';

export interface NetworkRow {
  readonly id: Uuid;
  readonly name: string;
  readonly area: string;
  readonly fiscalYear: number;
  /** Kept for what points to it, and shown in no list. */
  readonly dissolved: boolean;
}
export interface NetworkMemberRow {
  readonly networkId: Uuid;
  readonly officeId: Uuid;
  readonly roles: readonly NetworkRole[];
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
}
/** A person as enrolled, or as appointed to a network. */
export type PersonRow = MemberRow & { readonly networkId?: Uuid };
export interface NetworkViewerRow {
  readonly networkId: Uuid;
  readonly subject: string;
  readonly role: 'CONSULTANT' | 'AUDITOR';
  /** Member's key, stream of the member, path `name`. */
  readonly sealedName: string | null;
  readonly since: Instant;
}

const networks = table<NetworkRow, 'byName'>(
  'networks',
  { id: text(), name: text(), area: text(), fiscalYear: integer, dissolved: boolean },
  ['id'],
  { byName: { columns: ['name', 'area', 'fiscalYear'] } },
);
const networkMembers = table<NetworkMemberRow, 'office'>(
  'network_members',
  { networkId: text(), officeId: text(), roles: json(), joinedOn: text(), leftOn: optional(text()) },
  ['networkId', 'officeId', 'joinedOn'],
  { office: { columns: ['officeId', 'networkId'] } },
);
export const networkViewers = table<NetworkViewerRow, 'subject'>(
  'network_viewers',
  { networkId: text(), subject: text(), role: text(), sealedName: optional(text()), since: text() },
  ['networkId', 'subject'],
  { subject: { columns: ['subject', 'networkId'] } },
);

/** Networks with their member offices and viewers. */
export const networksView: Projection = {
  name: 'networks',
  tables: [networks, networkMembers, networkViewers],
  handlers: (batch) => ({
    NetworkFormed: ({ streamId, data }) => batch.rows(networks).put({ id: streamId, ...data, dissolved: false }),
    NetworkDissolved: ({ streamId }) => {
      const row = batch.rows(networks).get(streamId);
      if (row) batch.rows(networks).put({ ...row, dissolved: true });
    },
    OfficeJoined: ({ streamId, data: { officeId, roles, joinedOn } }) => {
      const rows = batch.rows(networkMembers);
      for (const row of rows.find('key', [streamId, officeId])) {
        if (row.joinedOn >= joinedOn) rows.remove(streamId, officeId, row.joinedOn);
        else if (row.leftOn === null || row.leftOn >= joinedOn) rows.put({ ...row, leftOn: addDays(joinedOn, -1) });
      }
      rows.put({ networkId: streamId, officeId, roles, joinedOn, leftOn: null });
    },
    OfficeLeft: ({ streamId, data: { officeId, leftOn } }) => {
      const rows = batch.rows(networkMembers);
      for (const row of rows.find('key', [streamId, officeId]))
        if (row.leftOn === null || row.leftOn > leftOn) rows.put({ ...row, leftOn });
    },
    ViewerAppointed: ({ streamId, data: { subject, role, memberName }, recordedAt }) => {
      const before = batch.rows(networkViewers).get(streamId, subject);
      batch.rows(networkViewers).put({
        networkId: streamId,
        subject,
        role,
        sealedName: memberName ?? before?.sealedName ?? null,
        since: before?.since ?? recordedAt,
      });
    },
    ViewerDismissed: ({ streamId, data }) => batch.rows(networkViewers).remove(streamId, data.subject),
  }),
};

/** Those that there are, in the order of the ids. */
export const networksById = (readModel: ReadModel, ids: readonly Uuid[]): NetworkRow[] =>
  rowsOfIds(readModel, networks, ids);

export const fiscalYearOf = (reading: Reading, networkId: Uuid): number =>
  reading.rows(networks).get(networkId)?.fiscalYear ?? 0;

const IN_ORDER = 'ORDER BY fiscal_year, name, id';

export const allNetworks = (readModel: ReadModel): NetworkRow[] =>
  readModel.all(selectFrom(networks, `WHERE dissolved = 0 ${IN_ORDER}`)).map(networks.read);

/** Whether a network of this name, area and year stands. */
export const networkExists = (
  reading: Reading,
  { name, area, fiscalYear }: Pick<NetworkRow, 'name' | 'area' | 'fiscalYear'>,
): boolean =>
  reading
    .rows(networks)
    .find('byName', [name, area, fiscalYear])
    .some(({ dissolved }) => !dissolved);

/** Networks that an office is or was a member of. */
export const networksOfOffice = (readModel: ReadModel, officeId: Uuid): NetworkRow[] => {
  const ofOffice = `SELECT network_id FROM ${networkMembers.name} WHERE office_id = ?`;
  return readModel.all(selectFrom(networks, `WHERE id IN (${ofOffice}) ${IN_ORDER}`), officeId).map(networks.read);
};

/** Networks to which a consultant or auditor is appointed. */
export const networksOfViewer = (readModel: ReadModel, subject: string): NetworkRow[] => {
  const ofViewer = `SELECT network_id FROM ${networkViewers.name} WHERE subject = ?`;
  return readModel
    .all(selectFrom(networks, `WHERE dissolved = 0 AND id IN (${ofViewer}) ${IN_ORDER}`), subject)
    .map(networks.read);
};

/** Those who joined first come first; an office whose roles changed has a row for each time. */
export const membersOfNetwork = (readModel: ReadModel, networkId: Uuid): NetworkMemberRow[] =>
  readModel
    .all(selectFrom(networkMembers, 'WHERE network_id = ? ORDER BY joined_on, office_id'), networkId)
    .map(networkMembers.read);

/** Offices that are members on a day or will be; in the order of their first joining. */
export const memberOfficesFrom = (readModel: ReadModel, networkId: Uuid, day: Day): Uuid[] => {
  const rows = membersOfNetwork(readModel, networkId).filter(({ leftOn }) => leftOn === null || leftOn >= day);
  return [...new Set(rows.map(({ officeId }) => officeId))];
};

const rolesOf = (rows: readonly NetworkMemberRow[]): NetworkRole[] => [...new Set(rows.flatMap(({ roles }) => roles))];

/** Roles that an office has or had in one network. */
export const rolesInNetwork = (readModel: ReadModel, networkId: Uuid, officeId: Uuid): NetworkRole[] =>
  rolesOf(readModel.rows(networkMembers).find('key', [networkId, officeId]));

/** Whether an office is or was a member of a network. */
export const wasMember = (readModel: ReadModel, networkId: Uuid, officeId: Uuid): boolean =>
  readModel.rows(networkMembers).has('key', [networkId, officeId]);

/** Roles that an office has or had in any network. */
export const networkRolesOfOffice = (readModel: ReadModel, officeId: Uuid): NetworkRole[] =>
  rolesOf(readModel.rows(networkMembers).find('office', [officeId]));

/** Consultants and auditors of a network, as members; those appointed first come first. */
export const viewersOfNetwork = (readModel: ReadModel, networkId: Uuid): PersonRow[] =>
  readModel
    .all(selectFrom(networkViewers, 'WHERE network_id = ? ORDER BY since, subject'), networkId)
    .map(networkViewers.read)
    .map(({ subject, role, sealedName, since }) => {
      const id = memberIdOf(subject);
      // Appointed without a name: the enrolment's is taken.
      const enrolled = enrolmentsOf(readModel, id).find((one) => one.role === role);
      const name = sealedName ?? enrolled?.sealedName ?? null;
      return { id, subject, role, officeId: null, networkId, caregiverId: null, sealedName: name, since };
    });

/** CONSULTANT or AUDITOR where appointed to the network, else null. */
export const appointmentOf = (
  readModel: ReadModel,
  networkId: Uuid,
  subject: string,
): NetworkViewerRow['role'] | null => readModel.rows(networkViewers).get(networkId, subject)?.role ?? null;

/** Whether the office shares a network with one of the others, now or before. */
export const sharesNetwork = (readModel: ReadModel, officeId: Uuid, others: readonly Uuid[]): boolean =>
  readModel.first(
    `SELECT 1 FROM ${networkMembers.name} AS one JOIN ${networkMembers.name} AS other USING (network_id)
     WHERE one.office_id = ? AND other.office_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    officeId,
    JSON.stringify(others),
  ) !== undefined;
