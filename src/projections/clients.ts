import type { Day } from '../domain/calendar.ts';
import type { SealedPersonal } from '../domain/client/events.ts';
import type { Uuid } from '../domain/ids.ts';
import type { CareLevel, ConsentScope } from '../domain/vocabulary.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { type Reading, rowsOfIds } from './rows.ts';
import { integer, json, optional, table, text } from './table.ts';

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
  /** Of the client's stream at which it was given. */
  readonly version: number;
  readonly scope: ConsentScope;
  readonly givenOn: Day;
  readonly withdrawnOn: Day | null;
  /** Client's key, stream of the client, path `documentedBy`. */
  readonly sealedDocumentedBy: string;
}

const clients = table<ClientRow, 'network' | 'partner'>(
  'clients',
  {
    id: text(),
    networkId: text(),
    partnerOfficeId: text(),
    code: text(),
    careLevel: text(),
    area: text(),
    sealedPersonal: json(),
  },
  ['id'],
  { network: { columns: ['networkId', 'code'] }, partner: { columns: ['networkId', 'partnerOfficeId', 'code'] } },
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
  },
  ['clientId', 'version'],
);

/** Clients (利用者) by code, and their consents. */
export const clientsView: Projection = {
  name: 'clients',
  tables: [clients, consents],
  handlers: (batch) => ({
    ClientRegistered: ({ streamId, data: { personal, digest: _, ...data } }) =>
      batch.rows(clients).put({ id: streamId, ...data, sealedPersonal: personal }),
    ClientChanged: ({ streamId, data: { personal, ...changes } }) => {
      const row = batch.rows(clients).get(streamId);
      if (row) batch.rows(clients).put({ ...row, ...changes, sealedPersonal: { ...row.sealedPersonal, ...personal } });
    },
    ConsentGiven: ({ streamId, version, data: { scope, givenOn, documentedBy } }) =>
      batch
        .rows(consents)
        .put({ clientId: streamId, version, scope, givenOn, withdrawnOn: null, sealedDocumentedBy: documentedBy }),
    ConsentWithdrawn: ({ streamId, data: { scope, withdrawnOn } }) => {
      for (const row of consentsOf(batch, streamId))
        if (row.scope === scope && row.withdrawnOn === null) batch.rows(consents).put({ ...row, withdrawnOn });
    },
  }),
};

/** Those that there are, in the order of the ids. */
export const clientsById = (readModel: ReadModel, ids: readonly Uuid[]): ClientRow[] =>
  rowsOfIds(readModel, clients, ids);

/** A network's clients in the order of code. `partnerOfficeId` null: of all offices. */
export const clientsOfNetwork = (readModel: ReadModel, networkId: Uuid, partnerOfficeId: Uuid | null): ClientRow[] =>
  partnerOfficeId === null
    ? readModel.rows(clients).find('network', [networkId])
    : readModel.rows(clients).find('partner', [networkId, partnerOfficeId]);

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
