import { dayOf, startOfDay } from '../../domain/calendar.ts';
import type { SealedPersonal } from '../../domain/client/events.ts';
import { partnershipAfter } from '../../domain/client/partners.ts';
import { streamOf, uuidOf } from '../../domain/ids.ts';
import { type ClientRow, clientsOfNetwork, consentsOf } from '../../projections/clients.ts';
import { type HistoryRow, historyOf } from '../../projections/history.ts';
import { searchForm } from '../../projections/search-form.ts';
import { inTextOrder } from '../../projections/text-order.ts';
import type { ApiContext } from '../context.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { checkedFirst, keyOfCursor, pageOf } from '../paging.ts';
import type { Slice } from '../slice.ts';
import { type Soon, whenHere } from '../soon.ts';
import { candidatesShown } from './candidates.ts';
import { clientMutations } from './mutations.ts';
import {
  clients,
  clientsListed,
  consentRights,
  formerPartnersEnd,
  isPartnerOf,
  partnerOfficeOf,
  seesArea,
  seesPersonal,
  seesWholeClient,
} from './visibility.ts';

/** Opens one field of ClientPersonal for this one answer (rule 42). */
const personal = (row: ClientRow, field: keyof SealedPersonal, context: ApiContext): Soon<string | null> =>
  context.open(row.sealedPersonal[field], { stream: streamOf('client', row.id), path: `personal.${field}` });
/** The same for what every client has; `personal` is null once the key has been destroyed. */
const personalText = (row: ClientRow, field: 'name' | 'address', context: ApiContext): Soon<string> =>
  whenHere(personal(row, field, context), (text) => text ?? '');
const personalNumber = (row: ClientRow, field: 'latitude' | 'longitude', context: ApiContext): Soon<number | null> =>
  whenHere(personal(row, field, context), (text) => (text === null ? null : Number(text)));

/**
 * By part of the code; by part of the name or its kana too, but only among the asking office's own
 * clients.
 */
const matching = async (rows: readonly ClientRow[], search: string, context: ApiContext): Promise<ClientRow[]> => {
  const sought = searchForm(search);
  const isIn = (text: string | null): boolean => searchForm(text ?? '').includes(sought);
  const matches = await Promise.all(
    rows.map(
      async (row) =>
        isIn(row.code) ||
        (isPartnerOf(row, context) &&
          (isIn(await personal(row, 'name', context)) || isIn(await personal(row, 'nameKana', context)))),
    ),
  );
  return rows.filter((_, n) => matches[n]);
};

/**
 * Whoever sees the whole client sees all of it; a former partner office what was recorded before
 * the client was another's, and that it was given away; others nothing.
 */
const historyShown = async (row: ClientRow, context: ApiContext): Promise<readonly HistoryRow[]> => {
  const end = formerPartnersEnd(row, context);
  if (end === null && !seesWholeClient(row, context)) return [];
  const all = await historyOf(context.app.store, streamOf('client', row.id), context.positionOf(row));
  const until = end === null ? null : startOfDay(end.from ?? '');
  return until === null ? all : all.filter(({ recordedAt }, n) => recordedAt < until || n + 1 === end?.version);
};

export const clientSlice: Slice = {
  resolvers: {
    Query: {
      client: (_root, { id }, context) => context.visible(clients, id),
      clients: async (_root, { networkId, search, filter, first, after }, context) => {
        const count = checkedFirst(first);
        const network = context.visible(networks, networkId);
        if (!network) return null;
        const listed = clientsListed(context, filter?.partnerOfficeId ?? null);
        const { readModel, clock } = context.app;
        const which = { today: dayOf(clock.now()), withFormer: filter?.includeFormer === true };
        const all = listed ? clientsOfNetwork(readModel, { networkId: network.id, ...listed, ...which }) : [];
        const term = search?.trim();
        const rows = term ? await matching(all, term, context) : all;
        const key = keyOfCursor(after, 1);
        const later = key ? rows.filter(({ code }) => inTextOrder(code, String(key[0])) > 0) : rows;
        return pageOf({ rows: later, totalCount: () => rows.length }, count, ({ code }) => [code], after);
      },
    },
    Client: {
      network: (row, _args, context) => context.found(networks, row.networkId),
      partnerOffice: (row, _args, context) => context.found(offices, partnerOfficeOf(row, context)),
      area: (row, _args, context) => (seesArea(row, context) ? row.area : null),
      name: (row, _args, context) => personal(row, 'name', context),
      careManagementNumber: (row, _args, context) => (seesWholeClient(row, context) ? row.careManagementNumber : null),
      careManagementName: (row, _args, context) =>
        seesWholeClient(row, context)
          ? context.open(row.sealedCareManagementName, {
              stream: streamOf('client', row.id),
              path: 'careManagementName',
            })
          : null,
      personal: (row, _args, context) =>
        seesPersonal(row, context)
          ? whenHere(personal(row, 'name', context), (name) => (name === null ? null : row))
          : null,
      consents: (row, _args, context) =>
        seesWholeClient(row, context) ? consentsOf(context.app.readModel, row.id) : [],
      leftOn: (row, _args, context) => (seesWholeClient(row, context) ? row.leftOn : null),
      transfer: (row, _args, context) =>
        seesWholeClient(row, context) ? partnershipAfter(row.partners, dayOf(context.app.clock.now())) : null,
      history: async (row, _args, context) => [...(await historyShown(row, context))],
      candidates: async (row, { visits }, context) => {
        const [latitude, longitude] = await Promise.all([
          personalNumber(row, 'latitude', context),
          personalNumber(row, 'longitude', context),
        ]);
        const home = latitude === null || longitude === null ? null : { latitude, longitude };
        return candidatesShown(row, visits, home, context);
      },
      // Erasing comes with the proofs; until then no personal data has been destroyed.
      erasedAt: () => null,
    },
    Candidate: { office: (row, _args, context) => context.found(offices, row.officeId) },
    ClientTransfer: {
      toOffice: (row, _args, context) => context.found(offices, row.officeId),
      on: ({ from }) => from ?? '',
    },
    ClientPersonal: {
      name: (row, _args, context) => personalText(row, 'name', context),
      nameKana: (row, _args, context) => personal(row, 'nameKana', context),
      birthDate: (row, _args, context) => personal(row, 'birthDate', context),
      address: (row, _args, context) => personalText(row, 'address', context),
      phone: (row, _args, context) => personal(row, 'phone', context),
      latitude: (row, _args, context) => personalNumber(row, 'latitude', context),
      longitude: (row, _args, context) => personalNumber(row, 'longitude', context),
      insurerNumber: (row, _args, context) => personal(row, 'insurerNumber', context),
      insuredNumber: (row, _args, context) => personal(row, 'insuredNumber', context),
      entryNotes: (row, _args, context) => personal(row, 'entryNotes', context),
    },
    Consent: {
      id: ({ clientId, version }) => uuidOf('consent', clientId, version),
      documentedBy: (row, _args, context) =>
        context.open(row.sealedDocumentedBy, {
          stream: streamOf('client', row.clientId),
          path: row.byTransfer ? 'consentDocumentedBy' : 'documentedBy',
        }),
    },
  },
  mutations: clientMutations,
  rights: [clients, consentRights],
};
