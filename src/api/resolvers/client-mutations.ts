import { z } from 'zod';
import { changeClient, giveConsent, type Personal, registerClient, withdrawConsent } from '../../commands/client.ts';
import type { Uuid } from '../../domain/ids.ts';
import { careLevelSchema, consentScopeSchema } from '../../domain/vocabulary.ts';
import type { ApiContext } from '../context.ts';
import { commandId, day, freeText, id, latitude, longitude, name, removable } from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { clients } from '../seen/clients.ts';
import { networks, offices } from '../seen/directory.ts';
import { actors } from '../seen-type.ts';
import { isCoordinatorOf } from '../viewer.ts';

const clientRow = (clientId: Uuid, context: ApiContext) => context.load(clients, clientId);

/**
 * Numbers of the insurance: the form alone; check digits warn elsewhere (facts: numbers and tax).
 */
const insurerNumber = z.string().regex(/^\d{6}$/, '6 digits');
const insuredNumber = z.string().regex(/^(\d{10}|H\d{9})$/, '10 digits, or H and 9 digits');
const address = z.string().trim().min(1).max(200);
const phone = z.string().trim().min(1).max(30);
const birthDate = z.iso.date();

const orNull = <Value>(schema: z.ZodType<Value>) => schema.nullish().transform((value) => value ?? null);
const asText = (value: number | null | undefined): string | null | undefined =>
  typeof value === 'number' ? String(value) : value;

const personalInput = z
  .strictObject({
    name,
    nameKana: orNull(name),
    birthDate: orNull(birthDate),
    address,
    phone: orNull(phone),
    latitude: orNull(latitude),
    longitude: orNull(longitude),
    insurerNumber: orNull(insurerNumber),
    insuredNumber: orNull(insuredNumber),
    entryNotes: orNull(freeText),
  })
  .transform(
    (one): Personal => ({ ...one, latitude: asText(one.latitude) ?? null, longitude: asText(one.longitude) ?? null }),
  );

const personalChange = z
  .strictObject({
    name: name.optional(),
    nameKana: removable(name),
    birthDate: removable(birthDate),
    address: address.optional(),
    phone: removable(phone),
    latitude: latitude.nullable().optional(),
    longitude: longitude.nullable().optional(),
    insurerNumber: removable(insurerNumber),
    insuredNumber: removable(insuredNumber),
    entryNotes: removable(freeText),
  })
  .transform((one): Partial<Personal> => {
    const given = Object.entries({ ...one, latitude: asText(one.latitude), longitude: asText(one.longitude) }).filter(
      ([, value]) => value !== undefined,
    );
    return Object.fromEntries(given);
  });

/** Mutations on clients and consents: the partner office alone. */
export const clientMutations: Readonly<Record<string, AnyMutation>> = {
  registerClient: mutation({
    input: z.strictObject({
      commandId,
      networkId: id,
      partnerOfficeId: id,
      code: name,
      careLevel: careLevelSchema,
      area: name,
      personal: personalInput,
    }),
    addresses: ({ networkId, partnerOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
    ],
    actors: ({ partnerOfficeId }, { viewer }) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER'),
    run: ({ commandId: _commandId, ...input }, { app }, caller) => registerClient(app, caller, input),
    field: 'client',
    row: clientRow,
  }),
  changeClient: mutation({
    input: z.strictObject({
      commandId,
      clientId: id,
      careLevel: careLevelSchema.optional(),
      area: name.optional(),
      personal: personalChange.optional(),
    }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    run: ({ commandId: _commandId, clientId, ...input }, { app }, caller) => changeClient(app, caller, clientId, input),
    field: 'client',
    row: clientRow,
  }),
  giveConsent: mutation({
    input: z.strictObject({ commandId, clientId: id, scope: consentScopeSchema, givenOn: day, documentedBy: freeText }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    run: ({ commandId: _commandId, clientId, ...input }, { app }, caller) => giveConsent(app, caller, clientId, input),
    field: 'client',
    row: clientRow,
  }),
  withdrawConsent: mutation({
    input: z.strictObject({ commandId, clientId: id, scope: consentScopeSchema, withdrawnOn: day }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    run: ({ commandId: _commandId, clientId, ...input }, { app }, caller) =>
      withdrawConsent(app, caller, clientId, input),
    field: 'client',
    row: clientRow,
  }),
};
