import type { Day } from '../domain/calendar.ts';
import type { SealedPersonal } from '../domain/client/events.ts';
import type { Uuid } from '../domain/ids.ts';
import type { CareLevel, ConsentScope } from '../domain/vocabulary.ts';
import { placeholders } from './directory.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';

export interface ClientRow {
  readonly id: Uuid;
  readonly code: string;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly careLevel: CareLevel;
  readonly area: string;
  /** Client's key, stream of the client, paths `personal.<field>`. */
  readonly sealedPersonal: SealedPersonal;
}
/** ClientPersonal is opened for one answer; its parent is the client. */
export type ClientPersonalRow = ClientRow;
export interface ConsentRow {
  readonly clientId: Uuid;
  readonly scope: ConsentScope;
  readonly givenOn: Day;
  readonly withdrawnOn: Day | null;
  /** Client's key, stream of the client, path `documentedBy`. */
  readonly sealedDocumentedBy: string;
}

/** Clients (利用者) by code, and their consents. */
export const clients: Projection = {
  name: 'clients',
  version: 1,
  schema: `
    CREATE TABLE clients (
      id TEXT PRIMARY KEY, network_id TEXT NOT NULL, partner_office_id TEXT NOT NULL, code TEXT NOT NULL,
      care_level TEXT NOT NULL, area TEXT NOT NULL,
      personal TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX clients_by_network ON clients (network_id, code);
    CREATE TABLE consents (
      client_id TEXT NOT NULL, version INTEGER NOT NULL, scope TEXT NOT NULL, given_on TEXT NOT NULL,
      withdrawn_on TEXT, documented_by TEXT NOT NULL,
      PRIMARY KEY (client_id, version)
    ) WITHOUT ROWID;`,
  handlers: (tables) => ({
    ClientRegistered: ({ streamId, data }) =>
      tables.run(
        'INSERT OR IGNORE INTO clients VALUES (?, ?, ?, ?, ?, ?, ?)',
        streamId,
        data.networkId,
        data.partnerOfficeId,
        data.code,
        data.careLevel,
        data.area,
        JSON.stringify(data.personal),
      ),
    ClientChanged: ({ streamId, data }) => {
      if (data.careLevel !== undefined)
        tables.run('UPDATE clients SET care_level = ? WHERE id = ?', data.careLevel, streamId);
      if (data.area !== undefined) tables.run('UPDATE clients SET area = ? WHERE id = ?', data.area, streamId);
      const row =
        data.personal && tables.get<{ personal: string }>('SELECT personal FROM clients WHERE id = ?', streamId);
      if (row)
        tables.run(
          'UPDATE clients SET personal = ? WHERE id = ?',
          JSON.stringify({ ...JSON.parse(row.personal), ...data.personal }),
          streamId,
        );
    },
    ConsentGiven: ({ streamId, version, data }) =>
      tables.run(
        'INSERT OR IGNORE INTO consents VALUES (?, ?, ?, ?, NULL, ?)',
        streamId,
        version,
        data.scope,
        data.givenOn,
        data.documentedBy,
      ),
    ConsentWithdrawn: ({ streamId, version, data }) =>
      tables.run(
        `UPDATE consents SET withdrawn_on = ?
         WHERE client_id = ? AND scope = ? AND withdrawn_on IS NULL AND version < ?`,
        data.withdrawnOn,
        streamId,
        data.scope,
        version,
      ),
  }),
};

const SELECT = `SELECT id, code, network_id AS networkId, partner_office_id AS partnerOfficeId,
  care_level AS careLevel, area, personal FROM clients`;
type Raw = Omit<ClientRow, 'sealedPersonal'> & { personal: string };
const clientOf = ({ personal, ...rest }: Raw): ClientRow => ({ ...rest, sealedPersonal: JSON.parse(personal) });

export const clientsById = (readModel: ReadModel, ids: readonly Uuid[]): ClientRow[] =>
  readModel.all<Raw>(`${SELECT} WHERE id IN (${placeholders(ids)})`, ...ids).map(clientOf);

/** A network's clients in the order of code. `partnerOfficeId` null: of all offices. */
export const clientsOfNetwork = (readModel: ReadModel, networkId: Uuid, partnerOfficeId: Uuid | null): ClientRow[] =>
  readModel
    .all<Raw>(
      `${SELECT} WHERE network_id = ?1 AND (?2 IS NULL OR partner_office_id = ?2) ORDER BY code, id`,
      networkId,
      partnerOfficeId,
    )
    .map(clientOf);

export const consentsOf = (readModel: ReadModel, clientId: Uuid): ConsentRow[] =>
  readModel.all<ConsentRow>(
    `SELECT client_id AS clientId, scope, given_on AS givenOn, withdrawn_on AS withdrawnOn,
    documented_by AS sealedDocumentedBy
     FROM consents WHERE client_id = ? ORDER BY version`,
    clientId,
  );

/**
 * Whether the office was asked for the client in a delegation, or holds or held a visit of the
 * client.
 */
export const officeMeetsClient = (readModel: ReadModel, officeId: Uuid, clientId: Uuid): boolean =>
  readModel.get(
    `SELECT 1 FROM delegations JOIN offers ON offers.delegation_id = delegations.id
    WHERE delegations.client_id = ?1 AND offers.office_id = ?2
     UNION ALL SELECT 1 FROM visits WHERE client_id = ?1 AND assist_office_id = ?2 LIMIT 1`,
    clientId,
    officeId,
  ) !== undefined;

/**
 * Whether a visit of the client is allocated to the office and not yet verified, missed, cancelled
 * or released (contract, Client.personal).
 */
export const officeHoldsOpenVisit = (readModel: ReadModel, officeId: Uuid, clientId: Uuid): boolean =>
  readModel.get(
    `SELECT 1 FROM visits WHERE client_id = ? AND assist_office_id = ? AND status IN ('SCHEDULED', 'IN_PROGRESS',
    'RECORDED', 'RETURNED') LIMIT 1`,
    clientId,
    officeId,
  ) !== undefined;

/**
 * Whether one of the caregivers is assigned to a visit of the client; `open`: one that is not yet
 * verified, missed, cancelled or released.
 */
export const caregiverVisitsClient = (
  readModel: ReadModel,
  caregiverIds: readonly Uuid[],
  clientId: Uuid,
  open: boolean,
): boolean =>
  caregiverIds.length > 0 &&
  readModel.get(
    `SELECT 1 FROM visits WHERE client_id = ? AND caregiver_id IN (${placeholders(caregiverIds)})
     ${open ? "AND status IN ('SCHEDULED', 'IN_PROGRESS', 'RECORDED', 'RETURNED')" : ''} LIMIT 1`,
    clientId,
    ...caregiverIds,
  ) !== undefined;
