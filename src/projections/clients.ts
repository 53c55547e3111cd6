import { type Day, endOfDay, type Instant } from '../domain/calendar.ts';
import type { SealedPersonal } from '../domain/client/events.ts';
import {
  clientRefusal,
  isPartnerFrom,
  type Partnership,
  partnersUntil,
  transferred,
} from '../domain/client/partners.ts';
import type { Uuid } from '../domain/ids.ts';
import type { CareLevel, ConsentScope } from '../domain/vocabulary.ts';
import type { Batch } from './batch.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { boolean, integer, json, optional, table, text } from './table.ts';
import { type KeptTask, replace, task } from './task-table.ts';

export interface ClientRow {
  readonly id: Uuid;
  readonly code: string;
  readonly networkId: Uuid;
  /** Whose client it was, is and will be, in the order of the days. */
  readonly partners: readonly PartnerRow[];
  /** The last day of service, of one who leaves or has left. */
  readonly leftOn: Day | null;
  readonly careLevel: CareLevel;
  readonly area: string;
  readonly careManagementNumber: string | null;
  /** Client's key, stream of the client, path `careManagementName`. */
  readonly sealedCareManagementName: string | null;
  /** Client's key, stream of the client, paths `personal.<field>`. */
  readonly sealedPersonal: SealedPersonal;
}
/** Of the event by which it was registered or transferred. */
export interface PartnerRow extends Partnership {
  readonly version: number;
  readonly recordedAt: Instant;
}
/** ClientPersonal is opened for one answer; its parent is the client. */
export type ClientPersonalRow = ClientRow;
export interface ConsentRow {
  readonly clientId: Uuid;
  /** Of the client's stream at which it was given. */
  readonly version: number;
  readonly scope: ConsentScope;
  readonly givenOn: Day;
  readonly withdrawnOn: Day | null;
  /** Client's key, stream of the client, path `documentedBy` unless given with a transfer. */
  readonly sealedDocumentedBy: string;
  /** Given with a transfer, whose event holds it under the path `consentDocumentedBy`. */
  readonly byTransfer: boolean;
}

export const clients = table<ClientRow, 'network'>(
  'clients',
  {
    id: text(),
    networkId: text(),
    partners: json(),
    leftOn: optional(text()),
    code: text(),
    careLevel: text(),
    area: text(),
    careManagementNumber: optional(text()),
    sealedCareManagementName: optional(text()),
    sealedPersonal: json(),
  },
  ['id'],
  { network: { columns: ['networkId', 'code'] } },
);

/** A client among those of an office whose client it was, is or will be. */
interface OfOffice {
  readonly networkId: Uuid;
  readonly officeId: Uuid;
  readonly code: string;
  readonly clientId: Uuid;
}
const clientsOfOffice = table<OfOffice>(
  'clients_of_office',
  { networkId: text(), officeId: text(), code: text(), clientId: text() },
  ['networkId', 'officeId', 'code'],
  {},
  { isClustered: true },
);
const consents = table<ConsentRow>(
  'consents',
  {
    clientId: text(),
    version: integer,
    scope: text(),
    givenOn: text(),
    withdrawnOn: optional(text()),
    sealedDocumentedBy: text(),
    byTransfer: boolean,
  },
  ['clientId', 'version'],
);

/** Clients (利用者) by code, and their consents. */
export const clientsView: Projection = {
  name: 'clients',
  tables: [clients, clientsOfOffice, consents],
  handlers: (batch) => ({
    ClientRegistered: ({
      streamId,
      version,
      recordedAt,
      data: { personal, digest: _, partnerOfficeId: officeId, ...said },
    }) => {
      const { careManagementName: sealedCareManagementName, ...data } = said;
      const partners = [{ officeId, from: null, version, recordedAt }];
      const sealed = { sealedPersonal: personal, sealedCareManagementName };
      put(batch, undefined, { id: streamId, ...data, ...sealed, partners, leftOn: null });
    },
    ClientChanged: ({ streamId, data: { personal, careManagementName, ...changes } }) => {
      const row = batch.rows(clients).get(streamId);
      if (!row) return;
      const sealedPersonal = { ...row.sealedPersonal, ...personal };
      const named = careManagementName === undefined ? {} : { sealedCareManagementName: careManagementName };
      batch.rows(clients).put({ ...row, ...changes, ...named, sealedPersonal });
    },
    ClientTransferred: ({
      streamId,
      version,
      recordedAt,
      data: { fromOfficeId, toOfficeId, on, consentDocumentedBy },
    }) => {
      const row = batch.rows(clients).get(streamId);
      if (!row) return;
      const to = { officeId: toOfficeId, from: on, version, recordedAt };
      put(batch, row, { ...row, partners: transferred(row.partners, fromOfficeId, to) });
      if (toOfficeId !== fromOfficeId)
        batch.rows(consents).put({
          clientId: streamId,
          version,
          scope: 'SHARE_WITHIN_NETWORK',
          givenOn: on,
          withdrawnOn: null,
          sealedDocumentedBy: consentDocumentedBy,
          byTransfer: true,
        });
    },
    ClientLeft: ({ streamId, data: { leftOn } }) => {
      const row = batch.rows(clients).get(streamId);
      if (row) put(batch, row, { ...row, leftOn, partners: partnersUntil(row.partners, leftOn) });
    },
    ConsentGiven: ({ streamId, version, data: { scope, givenOn, documentedBy } }) =>
      batch.rows(consents).put({
        clientId: streamId,
        version,
        scope,
        givenOn,
        withdrawnOn: null,
        sealedDocumentedBy: documentedBy,
        byTransfer: false,
      }),
    ConsentWithdrawn: ({ streamId, data: { scope, withdrawnOn } }) => {
      for (const row of consentsOf(batch, streamId))
        if (row.scope === scope && row.withdrawnOn === null) batch.rows(consents).put({ ...row, withdrawnOn });
    },
  }),
};

/**
 * Puts the row, and keeps with its partner offices whose lists it is on, and which consents there
 * are.
 */
const put = (batch: Batch, before: ClientRow | undefined, row: ClientRow): void => {
  batch.rows(clients).put(row);
  keepTasksOfClient(batch, before, row);
  const { id: clientId, networkId, code, partners } = row;
  for (const { officeId } of partners) batch.rows(clientsOfOffice).put({ networkId, officeId, code, clientId });
  for (const gone of before?.partners ?? []) {
    if (partners.some(({ version }) => version === gone.version)) continue;
    batch.rows(consents).remove(clientId, gone.version);
    if (partners.every(({ officeId }) => officeId !== gone.officeId))
      batch.rows(clientsOfOffice).remove(networkId, gone.officeId, code);
  }
};

/**
 * A client comes to another partner office: of that office, to the end of its first day (rule 9).
 */
const tasksOfClient = ({ id: clientId, networkId, partners }: ClientRow): KeptTask[] =>
  partners.flatMap(({ officeId: forId, from, version, recordedAt: since }, n) => {
    if (from === null) return [];
    const officeId = partners[n - 1]?.officeId ?? null;
    const until = endOfDay(from);
    const of = { about: `${clientId} ${version}`, networkId, clientId, officeId };
    return [task('TAKE_CLIENT_OVER', forId, { ...of, since, due: until, closesAt: until })];
  });

export const keepTasksOfClient = (batch: Batch, before: ClientRow | undefined, after: ClientRow): void =>
  replace(batch, before ? tasksOfClient(before) : [], tasksOfClient(after));

/** Those that there are, in the order of the ids. */
export const clientsById = (readModel: ReadModel, ids: readonly Uuid[]): ClientRow[] =>
  rowsOfIds(readModel, clients, ids);

export interface ClientSelection {
  readonly networkId: Uuid;
  /** Null: of all offices. */
  readonly partnerOfficeId: Uuid | null;
  /** On which somebody is a client still, or an office's. */
  readonly today: Day;
  readonly withFormer: boolean;
}

/** A network's clients in the order of code, those included who will be an office's. */
export const clientsOfNetwork = (
  readModel: ReadModel,
  { networkId, partnerOfficeId, today, withFormer }: ClientSelection,
): ClientRow[] => {
  const rows = readModel.rows(clients);
  const listed = partnerOfficeId && readModel.rows(clientsOfOffice).find('key', [networkId, partnerOfficeId]);
  const all = listed ? listed.flatMap(({ clientId }) => rows.get(clientId) ?? []) : rows.find('network', [networkId]);
  return withFormer ? all : all.filter((row) => isStill(row, partnerOfficeId, today));
};

const isStill = ({ partners, leftOn }: ClientRow, partnerOfficeId: Uuid | null, today: Day): boolean =>
  (leftOn === null || leftOn >= today) && (partnerOfficeId === null || isPartnerFrom(partners, partnerOfficeId, today));

/** Whether a day is not the office's to plan for a client any more; false for an unknown one. */
export const isGoneFrom = (reading: Reading, clientId: Uuid, officeId: Uuid, day: Day): boolean => {
  const row = reading.rows(clients).get(clientId);
  return row !== undefined && clientRefusal(row, officeId, day) !== null;
};

/** In the order in which they were given. */
export const consentsOf = (reading: Reading, clientId: Uuid): ConsentRow[] =>
  reading.rows(consents).find('key', [clientId]);

/** GIVEN where a consent of the scope stands; WITHDRAWN where all were taken back. */
export const consentStands = (
  reading: Reading,
  clientId: Uuid,
  scope: ConsentScope,
): 'NONE' | 'GIVEN' | 'WITHDRAWN' => {
  const ofScope = consentsOf(reading, clientId).filter((one) => one.scope === scope);
  if (ofScope.length === 0) return 'NONE';
  return ofScope.some(({ withdrawnOn }) => withdrawnOn === null) ? 'GIVEN' : 'WITHDRAWN';
};
