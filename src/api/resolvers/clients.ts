import type { SealedPersonal } from '../../domain/client/events.ts';
import { streamOf } from '../../domain/ids.ts';
import { type ClientRow, clientsOfNetwork, consentsOf } from '../../projections/clients.ts';
import type { ApiContext } from '../context.ts';
import { checkedFirst, connectionOf, keyOfCursor } from '../paging.ts';
import { clients, consentRights, seesWholeClient } from '../seen/clients.ts';
import { networks, offices } from '../seen/directory.ts';
import type { Slice } from '../slice.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { clientMutations } from './client-mutations.ts';
import { found } from './directory.ts';

/** Opens one field of ClientPersonal for this one answer (rule 42). */
const personal = (row: ClientRow, field: keyof SealedPersonal, context: ApiContext): Promise<string | null> =>
  context.open(row.sealedPersonal[field], { stream: streamOf('client', row.id), path: `personal.${field}` });
const personalNumber = async (
  row: ClientRow,
  field: 'latitude' | 'longitude',
  context: ApiContext,
): Promise<number | null> => {
  const text = await personal(row, field, context);
  return text === null ? null : Number(text);
};

/** Part of the code; of the name too, on the opened names of the asking office alone. */
const matching = async (rows: readonly ClientRow[], search: string, context: ApiContext): Promise<ClientRow[]> => {
  const matches = await Promise.all(
    rows.map(
      async (row) =>
        row.code.includes(search) ||
        (isCoordinatorOf(context.viewer, row.partnerOfficeId) &&
          ((await personal(row, 'name', context)) ?? '').includes(search)),
    ),
  );
  return rows.filter((_, n) => matches[n]);
};

export const clientsSlice: Slice = {
  resolvers: {
    Query: {
      client: (_root, { id }, context) => context.seeing(clients, id),
      clients: async (_root, { networkId, search, filter, first, after }, context) => {
        const count = checkedFirst(first);
        const network = await context.seeing(networks, networkId);
        if (!network) return null;
        const { viewer, app } = context;
        const ownOfficeId = viewer?.role === 'COORDINATOR' ? viewer.officeId : null;
        const officeId = ownOfficeId ?? filter?.partnerOfficeId ?? null;
        const none =
          ownOfficeId !== null &&
          filter?.partnerOfficeId !== undefined &&
          filter.partnerOfficeId !== null &&
          filter.partnerOfficeId !== ownOfficeId;
        const all = none ? [] : clientsOfNetwork(app.readModel, network.id, officeId);
        const term = search?.trim();
        const rows = term ? await matching(all, term, context) : all;
        const key = keyOfCursor(after, 1);
        const later = key ? rows.filter(({ code }) => code > String(key[0])) : rows;
        return connectionOf(
          { rows: later.slice(0, count), hasNextPage: later.length > count, totalCount: rows.length },
          ({ code }) => [code],
          after,
        );
      },
    },
    Client: {
      network: async (row, _args, context) => found(await context.load(networks, row.networkId)),
      partnerOffice: async (row, _args, context) => found(await context.load(offices, row.partnerOfficeId)),
      personal: async (row, _args, context) =>
        (await context.open(row.sealedPersonal.name, { stream: streamOf('client', row.id), path: 'personal.name' })) ===
        null
          ? null
          : row,
      consents: (row, _args, context) =>
        seesWholeClient(row, context) ? consentsOf(context.app.readModel, row.id) : [],
      // Erasing comes with the proofs; until then no personal data has been destroyed.
      erasedAt: () => null,
    },
    ClientPersonal: {
      name: async (row, _args, context) => found(await personal(row, 'name', context)),
      nameKana: (row, _args, context) => personal(row, 'nameKana', context),
      birthDate: (row, _args, context) => personal(row, 'birthDate', context),
      address: async (row, _args, context) => found(await personal(row, 'address', context)),
      phone: (row, _args, context) => personal(row, 'phone', context),
      latitude: (row, _args, context) => personalNumber(row, 'latitude', context),
      longitude: (row, _args, context) => personalNumber(row, 'longitude', context),
      insurerNumber: (row, _args, context) => personal(row, 'insurerNumber', context),
      insuredNumber: (row, _args, context) => personal(row, 'insuredNumber', context),
      entryNotes: (row, _args, context) => personal(row, 'entryNotes', context),
    },
    Consent: {
      documentedBy: (row, _args, context) =>
        context.open(row.sealedDocumentedBy, { stream: streamOf('client', row.clientId), path: 'documentedBy' }),
    },
  },
  mutations: clientMutations,
  rights: [clients, consentRights],
};
