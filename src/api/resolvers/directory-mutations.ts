import { z } from 'zod';
import { agreeTerms, declineTerms, endTerms, proposeTerms } from '../../commands/agreement.ts';
import { enrollMember, removeMember } from '../../commands/member.ts';
import {
  appointToNetwork,
  dismissFromNetwork,
  formNetwork,
  joinNetwork,
  leaveNetwork,
} from '../../commands/network.ts';
import { changeCaregiver, changeOffice, enrollCaregiver, registerOffice } from '../../commands/office.ts';
import type { TermsContent } from '../../domain/agreement/events.ts';
import { memberIdOf, type Uuid } from '../../domain/ids.ts';
import {
  areaGradeSchema,
  feeBasisSchema,
  networkRoleSchema,
  qualificationSchema,
  roleSchema,
  roundingSchema,
  serviceKindSchema,
  surchargeSchema,
  taxClassSchema,
} from '../../domain/vocabulary.ts';
import { enrolmentsOf } from '../../projections/directory.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import {
  commandId,
  day,
  freeText,
  id,
  latitude,
  longitude,
  name,
  optionalName,
  removable,
  subject,
} from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { caregivers, enrolmentInOwnOffice, members, networks, offices, terms } from '../seen/directory.ts';
import { actors } from '../seen-type.ts';
import { isCoordinatorOf } from '../viewer.ts';

const officeRow = (officeId: Uuid, context: ApiContext) => context.load(offices, officeId);
const networkRow = (networkId: Uuid, context: ApiContext) => context.load(networks, networkId);
const termsRow = (termsId: Uuid, context: ApiContext) => context.load(terms, termsId);

const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`), `${count} digits`);
const unique = <Value>(schema: z.ZodType<Value>) => z.array(schema).transform((values) => [...new Set(values)]);
const services = unique(serviceKindSchema).refine((values) => values.length > 0, 'one at least');
const address = z.string().trim().min(1).max(200);
const phone = z.string().trim().min(1).max(30);

const registerOfficeInput = z.strictObject({
  commandId,
  providerNumber: digits(10),
  name,
  nameKana: optionalName,
  corporationName: optionalName,
  corporateNumber: digits(13)
    .nullish()
    .transform((value) => value ?? null),
  municipality: name,
  address,
  phone: phone.nullish().transform((value) => value ?? null),
  latitude: latitude.nullish().transform((value) => value ?? null),
  longitude: longitude.nullish().transform((value) => value ?? null),
  areaGrade: areaGradeSchema,
  surcharges: unique(surchargeSchema)
    .nullish()
    .transform((value) => value ?? []),
  services,
  invoiceNumber: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

const changeOfficeInput = z.strictObject({
  commandId,
  officeId: id,
  name: name.optional(),
  nameKana: removable(name),
  corporationName: removable(name),
  corporateNumber: removable(digits(13)),
  municipality: name.optional(),
  address: address.optional(),
  phone: removable(phone),
  latitude: latitude.nullable().optional(),
  longitude: longitude.nullable().optional(),
  areaGrade: areaGradeSchema.optional(),
  surcharges: unique(surchargeSchema)
    .nullable()
    .transform((value) => value ?? [])
    .optional(),
  surchargesFrom: day.nullish().transform((value) => value ?? undefined),
  services: services.optional(),
  invoiceNumber: removable(z.string()),
});

/** The office of a caregiver that the viewer may address. */
const officeOfCaregiver = async (caregiverId: Uuid, context: ApiContext): Promise<Uuid> => {
  const row = await context.load(caregivers, caregiverId);
  if (!row) throw apiError('NOT_FOUND', 'caregiverId was not found.', ['input', 'caregiverId']);
  return row.officeId;
};

/** "85", "85.5", "85.55" → hundredths of a per cent. */
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, 'a decimal with at most two places')
  .transform((text) => Math.round(Number(text) * 100))
  .refine((hundredths) => hundredths > 0 && hundredths <= 20_000, 'from 0.01 to 200');
const yen = z.int().min(0).max(10_000_000);

const proposeTermsInput = z.strictObject({
  commandId,
  networkId: id,
  partnerOfficeId: id,
  assistOfficeId: id,
  effectiveFrom: day,
  feeBasis: feeBasisSchema,
  percent: percent.nullish(),
  prices: z
    .array(z.strictObject({ service: serviceKindSchema, minutesUpTo: z.int().min(1).max(1440), yen }))
    .max(100)
    .nullish(),
  yenPerHour: yen.nullish(),
  taxClass: taxClassSchema.nullish(),
  rounding: roundingSchema.nullish(),
  cancellation: z
    .array(z.strictObject({ noticeHoursUnder: z.int().min(1).max(720), percentOfFee: z.int().min(0).max(100) }))
    .max(20)
    .nullish(),
  paymentDays: z.int().min(0).max(60).nullish(),
  confirmDays: z.int().min(0).max(60).nullish(),
});

/**
 * The terms that an input proposes, with the contract's defaults. Prices and bands in ascending
 * order.
 */
export const termsContentOf = (input: z.infer<typeof proposeTermsInput>): TermsContent => ({
  effectiveFrom: input.effectiveFrom,
  feeBasis: input.feeBasis,
  percentHundredths: input.percent ?? null,
  prices: [...(input.prices ?? [])].sort((a, b) => a.service.localeCompare(b.service) || a.minutesUpTo - b.minutesUpTo),
  yenPerHour: input.yenPerHour ?? null,
  taxClass: input.taxClass ?? 'TAXABLE_10',
  rounding: input.rounding ?? 'DOWN',
  cancellation: [...(input.cancellation ?? [])].sort((a, b) => a.noticeHoursUnder - b.noticeHoursUnder),
  paymentDays: input.paymentDays ?? 30,
  confirmDays: input.confirmDays ?? 10,
});
export { proposeTermsInput };

const pairActors = (
  { partnerOfficeId, assistOfficeId }: { partnerOfficeId: Uuid; assistOfficeId: Uuid },
  { viewer }: ApiContext,
) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER', isCoordinatorOf(viewer, assistOfficeId) && 'ASSIST');

const loadTerms = async (termsId: Uuid, context: ApiContext) => {
  const row = await context.load(terms, termsId);
  if (!row) throw apiError('NOT_FOUND', 'termsId was not found.', ['input', 'termsId']);
  return row;
};

const officeMutations: Record<string, AnyMutation> = {
  registerOffice: mutation({
    input: registerOfficeInput,
    addresses: () => [],
    run: ({ commandId: _commandId, ...content }, { app }, caller) => registerOffice(app, caller, content),
    field: 'office',
    row: officeRow,
  }),
  changeOffice: mutation({
    input: changeOfficeInput,
    addresses: ({ officeId }) => [addressed(offices, officeId, 'officeId')],
    run: ({ commandId: _commandId, officeId, ...changes }, { app, viewer }, caller) => {
      if (viewer?.role !== 'ADMINISTRATOR') {
        for (const field of ['areaGrade', 'corporateNumber'] as const) {
          if (changes[field] !== undefined)
            throw apiError('FORBIDDEN', `${field} is changed by the administrator.`, ['input', field]);
        }
      }
      return changeOffice(app, caller, officeId, changes);
    },
    field: 'office',
    row: officeRow,
  }),
  enrollCaregiver: mutation({
    input: z.strictObject({
      commandId,
      officeId: id,
      code: optionalName,
      name,
      qualifications: unique(qualificationSchema),
    }),
    addresses: ({ officeId }) => [addressed(offices, officeId, 'officeId')],
    run: ({ commandId: _commandId, ...input }, { app }, caller) => enrollCaregiver(app, caller, input),
    field: 'caregiver',
    row: (caregiverId, context) => context.load(caregivers, caregiverId),
  }),
  changeCaregiver: mutation({
    input: z.strictObject({
      commandId,
      caregiverId: id,
      name: name.optional(),
      qualifications: unique(qualificationSchema).optional(),
      leftOn: day.nullable().optional(),
    }),
    addresses: ({ caregiverId }) => [addressed(caregivers, caregiverId, 'caregiverId')],
    run: async ({ commandId: _commandId, ...input }, context, caller) =>
      changeCaregiver(context.app, caller, await officeOfCaregiver(input.caregiverId, context), input),
    field: 'caregiver',
    row: (caregiverId, context) => context.load(caregivers, caregiverId),
  }),
};

const people: Record<string, AnyMutation> = {
  enrollMember: mutation({
    input: z.strictObject({
      commandId,
      subject,
      name: optionalName,
      role: roleSchema,
      officeId: id.nullish().transform((value) => value ?? null),
      caregiverId: id.nullish().transform((value) => value ?? null),
    }),
    addresses: ({ officeId, caregiverId }) => [
      ...(officeId ? [addressed(offices, officeId, 'officeId')] : []),
      ...(caregiverId ? [addressed({ ...caregivers, sees: seesOrAdministers }, caregiverId, 'caregiverId')] : []),
    ],
    // An office enrols its own COORDINATORs and CAREGIVERs, and nobody who has a role elsewhere but
    // as CAREGIVER.
    actors: ({ officeId, role, subject: who }, context) => {
      const elsewhere = enrolmentsOf(context.app.readModel, memberIdOf(who)).some(
        (standing) => standing.officeId !== officeId && !(standing.role === 'CAREGIVER' && role === 'CAREGIVER'),
      );
      return actors(
        isCoordinatorOf(context.viewer, officeId) &&
          !elsewhere &&
          (role === 'COORDINATOR' || role === 'CAREGIVER') &&
          'OFFICE',
      );
    },
    run: async ({ commandId: _commandId, ...input }, context, caller) => {
      if (input.caregiverId && (await officeOfCaregiver(input.caregiverId, context)) !== input.officeId) {
        throw apiError('NOT_FOUND', 'caregiverId is not of this office.', ['input', 'caregiverId']);
      }
      return enrollMember(context.app, caller, input);
    },
    field: 'member',
    row: async (memberId, { app }, input) =>
      enrolmentsOf(app.readModel, memberId).find(({ officeId }) => officeId === input.officeId) ?? null,
  }),
  removeMember: mutation({
    input: z.strictObject({ commandId, subject, reason: freeText }),
    addresses: ({ subject: who }) => [addressed(members, memberIdOf(who), 'subject')],
    run: ({ commandId: _commandId, ...input }, { app }, caller) => removeMember(app, caller, input),
    field: 'member',
    row: async (memberId, context) => enrolmentInOwnOffice(context, memberId),
  }),
};

const seesOrAdministers: typeof caregivers.sees = (row, context) =>
  context.viewer?.role === 'ADMINISTRATOR' || caregivers.sees(row, context);

const networkMutations: Record<string, AnyMutation> = {
  formNetwork: mutation({
    input: z.strictObject({ commandId, name, area: name, fiscalYear: z.int().min(2000).max(2100) }),
    addresses: () => [],
    run: ({ commandId: _commandId, ...input }, { app }, caller) => formNetwork(app, caller, input),
    field: 'network',
    row: networkRow,
  }),
  joinNetwork: mutation({
    input: z.strictObject({
      commandId,
      networkId: id,
      officeId: id,
      roles: unique(networkRoleSchema).refine((values) => values.length > 0, 'one at least'),
      joinedOn: day,
    }),
    addresses: ({ networkId, officeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, officeId, 'officeId'),
    ],
    run: ({ commandId: _commandId, networkId, ...input }, { app }, caller) =>
      joinNetwork(app, caller, networkId, input),
    field: 'network',
    row: networkRow,
  }),
  leaveNetwork: mutation({
    input: z.strictObject({ commandId, networkId: id, officeId: id, leftOn: day }),
    addresses: ({ networkId, officeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, officeId, 'officeId'),
    ],
    run: ({ commandId: _commandId, networkId, ...input }, { app }, caller) =>
      leaveNetwork(app, caller, networkId, input),
    field: 'network',
    row: networkRow,
  }),
  appointToNetwork: mutation({
    input: z.strictObject({ commandId, networkId: id, subject, name: optionalName, role: roleSchema }),
    addresses: ({ networkId }) => [addressed(networks, networkId, 'networkId')],
    run: ({ commandId: _commandId, networkId, role, ...input }, { app }, caller) => {
      if (role !== 'CONSULTANT' && role !== 'AUDITOR') {
        throw apiError('BAD_USER_INPUT', 'input.role: CONSULTANT or AUDITOR', ['input', 'role']);
      }
      return appointToNetwork(app, caller, networkId, { ...input, role });
    },
    field: 'network',
    row: networkRow,
  }),
  dismissFromNetwork: mutation({
    input: z.strictObject({ commandId, networkId: id, subject, reason: freeText }),
    addresses: ({ networkId }) => [addressed(networks, networkId, 'networkId')],
    run: ({ commandId: _commandId, networkId, ...input }, { app }, caller) =>
      dismissFromNetwork(app, caller, networkId, input),
    field: 'network',
    row: networkRow,
  }),
};

const termsMutations: Record<string, AnyMutation> = {
  proposeTerms: mutation({
    input: proposeTermsInput,
    addresses: ({ networkId, partnerOfficeId, assistOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
      addressed(offices, assistOfficeId, 'assistOfficeId'),
    ],
    actors: pairActors,
    run: (input, { app }, caller) => {
      const { networkId, partnerOfficeId, assistOfficeId } = input;
      return proposeTerms(app, caller, { networkId, partnerOfficeId, assistOfficeId, content: termsContentOf(input) });
    },
    field: 'terms',
    row: termsRow,
  }),
  agreeTerms: mutation({
    input: z.strictObject({ commandId, termsId: id }),
    addresses: ({ termsId }) => [addressed(terms, termsId, 'termsId')],
    run: async ({ termsId }, context, caller) => agreeTerms(context.app, caller, await loadTerms(termsId, context)),
    field: 'terms',
    row: termsRow,
  }),
  declineTerms: mutation({
    input: z.strictObject({ commandId, termsId: id, note: freeText }),
    addresses: ({ termsId }) => [addressed(terms, termsId, 'termsId')],
    run: async ({ termsId, note }, context, caller) =>
      declineTerms(context.app, caller, await loadTerms(termsId, context), note),
    field: 'terms',
    row: termsRow,
  }),
  endTerms: mutation({
    input: z.strictObject({ commandId, termsId: id, endsOn: day, reason: freeText }),
    addresses: ({ termsId }) => [addressed(terms, termsId, 'termsId')],
    run: async ({ termsId, endsOn, reason }, context, caller) =>
      endTerms(context.app, caller, await loadTerms(termsId, context), { endsOn, reason }),
    field: 'terms',
    row: termsRow,
  }),
};

/** Mutations on offices, people, networks and terms. */
export const directoryMutations: Readonly<Record<string, AnyMutation>> = {
  ...officeMutations,
  ...people,
  ...networkMutations,
  ...termsMutations,
};
