import { z } from 'zod';
import * as commands from '../../commands/client.ts';
import type { Uuid } from '../../domain/ids.ts';
import { careLevelSchema, consentScopeSchema, givenCancelReasonSchema } from '../../domain/vocabulary.ts';
import type { ApiContext } from '../context.ts';
import {
  address,
  code,
  day,
  digits,
  freeText,
  halfWidth,
  id,
  latitude,
  longitude,
  name,
  orNull,
  phone,
  removable,
} from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { clients, isPresentPartner } from './visibility.ts';

/** Insurance numbers: only their form is checked here; check digits give warnings elsewhere. */
const insurerNumber = digits(6);
const insuredNumber = halfWidth.regex(/^(\d{10}|H\d{9})$/, '10 digits, or H and 9 digits');
/** Personal numbers are kept as texts, so that they can be sealed. */
const asText = (value: number): string => String(value);

const personalInput: z.ZodType<commands.Personal> = z.strictObject({
  name,
  nameKana: orNull(name),
  birthDate: orNull(day),
  address,
  phone: orNull(phone),
  latitude: orNull(latitude.transform(asText)),
  longitude: orNull(longitude.transform(asText)),
  insurerNumber: orNull(insurerNumber),
  insuredNumber: orNull(insuredNumber),
  entryNotes: orNull(freeText),
});
const personalChange = z.strictObject({
  name: name.optional(),
  nameKana: removable(name),
  birthDate: removable(day),
  address: address.optional(),
  phone: removable(phone),
  latitude: removable(latitude.transform(asText)),
  longitude: removable(longitude.transform(asText)),
  insurerNumber: removable(insurerNumber),
  insuredNumber: removable(insuredNumber),
  entryNotes: removable(freeText),
});

/** Null, as others say what they have not, is as absent. */
const orAbsent = <Value>(shape: z.ZodType<Value>) => shape.nullish().transform((value) => value ?? undefined);
const careManagement = { careManagementNumber: orAbsent(digits(10)), careManagementName: orAbsent(name) };

/** Of the office whose client it is today. */
const ofClient = {
  addresses: ({ clientId }: { clientId: Uuid }) => [addressed(clients, clientId, 'clientId')],
  actors: ({ clientId }: { clientId: Uuid }, context: ApiContext) =>
    actors(isPresentPartner(context.found(clients, clientId), context) && 'PARTNER'),
};
const toClient = entity('client', clients);

/** Mutations on clients and consents: for the partner office only. */
export const clientMutations: Readonly<Record<string, AnyMutation>> = {
  registerClient: mutation({
    input: z.strictObject({
      networkId: id,
      partnerOfficeId: id,
      code,
      careLevel: careLevelSchema,
      area: name,
      ...careManagement,
      personal: personalInput,
    }),
    addresses: ({ networkId, partnerOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
    ],
    actors: ({ partnerOfficeId }, { viewer }) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER'),
    run: sends(commands.registerClient),
    ...toClient,
  }),
  changeClient: mutation({
    input: z.strictObject({
      clientId: id,
      careLevel: careLevelSchema.optional(),
      area: name.optional(),
      careManagementNumber: removable(digits(10)),
      careManagementName: removable(name),
      personal: personalChange.optional(),
    }),
    ...ofClient,
    run: sends(commands.changeClient),
    ...toClient,
  }),
  giveConsent: mutation({
    input: z.strictObject({ clientId: id, scope: consentScopeSchema, givenOn: day, documentedBy: freeText }),
    ...ofClient,
    run: sends(commands.giveConsent),
    ...toClient,
  }),
  withdrawConsent: mutation({
    input: z.strictObject({ clientId: id, scope: consentScopeSchema, withdrawnOn: day }),
    ...ofClient,
    run: sends(commands.withdrawConsent),
    ...toClient,
  }),
  transferClient: mutation({
    input: z.strictObject({ clientId: id, toOfficeId: id, on: day, consentDocumentedBy: freeText }),
    ...ofClient,
    addresses: (input) => [...ofClient.addresses(input), addressed(offices, input.toOfficeId, 'toOfficeId')],
    run: sends(commands.transferClient),
    ...toClient,
  }),
  endClient: mutation({
    input: z.strictObject({ clientId: id, leftOn: day, reason: givenCancelReasonSchema }),
    ...ofClient,
    run: sends(commands.endClient),
    ...toClient,
  }),
};
