import { z } from 'zod';
import * as commands from '../../commands/office.ts';
import { corporateNumberChecks } from '../../domain/check-digits.ts';
import { MOST_NOTICE_ADDRESSES } from '../../domain/limits.ts';
import { areaGradeSchema, qualificationSchema, serviceKindSchema, surchargeSchema } from '../../domain/vocabulary.ts';
import { apiError } from '../errors.ts';
import {
  address,
  code,
  day,
  digits,
  halfWidth,
  id,
  latitude,
  longitude,
  mailAddress,
  name,
  oneOrMore,
  orElse,
  orNull,
  phone,
  removable,
  unique,
} from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { caregivers, offices } from './visibility.ts';

/** What only ADMINISTRATOR may change. */
const ADMINISTERED = ['areaGrade', 'corporateNumber'] as const;

const BY_ADMINISTRATOR = '事務局だけが変更できます。事務局に依頼してください。';

/** Absent = as before, null or empty = none. */
const noticeEmail = unique(mailAddress)
  .refine((addresses) => addresses.length <= MOST_NOTICE_ADDRESSES, `more than ${MOST_NOTICE_ADDRESSES}`)
  .nullable()
  .transform((value) => value ?? [])
  .optional();

const corporateNumber = digits(13).refine(corporateNumberChecks, 'a 法人番号 with a right check digit');

/** Mutations on offices and their caregivers. */
export const officeMutations: Readonly<Record<string, AnyMutation>> = {
  registerOffice: mutation({
    input: z.strictObject({
      providerNumber: digits(10),
      name,
      nameKana: orNull(name),
      corporationName: orNull(name),
      corporateNumber: orNull(corporateNumber),
      municipality: name,
      address,
      phone: orNull(phone),
      latitude: orNull(latitude),
      longitude: orNull(longitude),
      areaGrade: areaGradeSchema,
      surcharges: orElse(unique(surchargeSchema), []),
      services: oneOrMore(serviceKindSchema),
      invoiceNumber: orNull(halfWidth),
      noticeEmail,
    }),
    addresses: () => [],
    run: sends(commands.registerOffice),
    ...entity('office', offices),
  }),
  changeOffice: mutation({
    input: z.strictObject({
      officeId: id,
      name: name.optional(),
      nameKana: removable(name),
      corporationName: removable(name),
      corporateNumber: removable(corporateNumber),
      municipality: name.optional(),
      address: address.optional(),
      phone: removable(phone),
      latitude: removable(latitude),
      longitude: removable(longitude),
      areaGrade: areaGradeSchema.optional(),
      surcharges: unique(surchargeSchema)
        .nullable()
        .transform((value) => value ?? [])
        .optional(),
      surchargesFrom: day.nullish().transform((value) => value ?? undefined),
      services: oneOrMore(serviceKindSchema).optional(),
      invoiceNumber: removable(halfWidth),
      noticeEmail,
    }),
    addresses: ({ officeId }) => [addressed(offices, officeId, 'officeId')],
    run: (input, { app, viewer }, caller) => {
      const field = ADMINISTERED.find((one) => input[one] !== undefined);
      if (field !== undefined && viewer?.role !== 'ADMINISTRATOR')
        throw apiError('FORBIDDEN', { en: `${field} is changed by the administrator.`, ja: BY_ADMINISTRATOR }, [
          'input',
          field,
        ]);
      return commands.changeOffice(app, caller, input);
    },
    ...entity('office', offices),
  }),
  enrollCaregiver: mutation({
    input: z.strictObject({ officeId: id, code: orNull(code), name, qualifications: unique(qualificationSchema) }),
    addresses: ({ officeId }) => [addressed(offices, officeId, 'officeId')],
    run: sends(commands.enrollCaregiver),
    ...entity('caregiver', caregivers),
  }),
  changeCaregiver: mutation({
    input: z.strictObject({
      caregiverId: id,
      name: name.optional(),
      qualifications: unique(qualificationSchema).optional(),
      leftOn: day.nullable().optional(),
    }),
    addresses: ({ caregiverId }) => [addressed(caregivers, caregiverId, 'caregiverId')],
    run: async (input, context, caller) => {
      const { officeId } = await context.found(caregivers, input.caregiverId);
      return commands.changeCaregiver(context.app, caller, { ...input, officeId });
    },
    ...entity('caregiver', caregivers),
  }),
};
