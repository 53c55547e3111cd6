import { z } from 'zod';
import * as commands from '../../commands/office.ts';
import { corporateNumberChecks } from '../../domain/check-digits.ts';
import { MOST_HOLDER_CHARACTERS, MOST_NOTICE_ADDRESSES } from '../../domain/limits.ts';
import { Rejected } from '../../domain/rejected.ts';
import {
  accountKindSchema,
  areaGradeSchema,
  qualificationSchema,
  serviceKindSchema,
  surchargeSchema,
} from '../../domain/vocabulary.ts';
import { bankKana } from '../../exchange/bank-kana.ts';
import { apiError } from '../errors.ts';
import {
  accountNumber,
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

/** As banks take it. Throws HOLDER_UNWRITABLE, HOLDER_TOO_LONG. */
const checkedHolder = (typed: string): string => {
  const holder = bankKana(typed);
  if (typeof holder !== 'string') throw new Rejected('HOLDER_UNWRITABLE', ['holderKana'], undefined, [], holder);
  if (holder.length > MOST_HOLDER_CHARACTERS) throw new Rejected('HOLDER_TOO_LONG', ['holderKana']);
  return holder;
};

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
  setBankAccount: mutation({
    input: z.strictObject({
      officeId: id,
      bankCode: digits(4),
      branchCode: digits(3),
      kind: accountKindSchema,
      number: accountNumber,
      holderKana: name,
      consignorCode: orNull(digits(10)),
    }),
    addresses: ({ officeId }) => [addressed(offices, officeId, 'officeId')],
    run: async (input, { app }, caller) => {
      const { bankCode, branchCode } = input;
      const holderKana = checkedHolder(input.holderKana);
      const [found] = await app.questions.ask('bankBranches', [{ bankCode, branchCode }]);
      if (!found?.bank) throw new Rejected('BANK_UNKNOWN', ['bankCode']);
      if (!found.branch) throw new Rejected('BRANCH_UNKNOWN', ['branchCode']);
      const { bank, branch } = found;
      const names = { bankName: bank.name, bankKana: bank.kana, branchName: branch.name, branchKana: branch.kana };
      return commands.setBankAccount(app, caller, { ...input, holderKana, ...names });
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
      const { officeId } = context.found(caregivers, input.caregiverId);
      return commands.changeCaregiver(context.app, caller, { ...input, officeId });
    },
    ...entity('caregiver', caregivers),
  }),
};
