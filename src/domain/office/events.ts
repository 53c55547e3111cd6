import { z } from 'zod';
import { daySchema } from '../calendar.ts';
import { eventSchema } from '../decider.ts';
import { uuidSchema } from '../ids.ts';
import { MOST_ADDRESS_CHARACTERS, MOST_NOTICE_ADDRESSES, MOST_PHONE_CHARACTERS } from '../limits.ts';
import { sealedSchema } from '../sealed.ts';
import {
  accountKindSchema,
  areaGradeSchema,
  qualificationSchema,
  serviceKindSchema,
  shortTextSchema,
  surchargeSchema,
} from '../vocabulary.ts';

const detailsShape = {
  name: shortTextSchema,
  nameKana: shortTextSchema.nullable(),
  corporationName: shortTextSchema.nullable(),
  corporateNumber: z.string().nullable(),
  municipality: shortTextSchema,
  address: z.string().max(MOST_ADDRESS_CHARACTERS),
  phone: z.string().max(MOST_PHONE_CHARACTERS).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  areaGrade: areaGradeSchema,
  services: z.array(serviceKindSchema),
  invoiceNumber: z.string().nullable(),
};

/** 特定事業所加算 in force from a day on, until the next entry. */
const surchargesFromSchema = z.strictObject({ surcharges: z.array(surchargeSchema), from: daySchema });

/** Stream `office-<v5(providerNumber)>`. */
export const officeEventSchema = z.discriminatedUnion('type', [
  eventSchema('OfficeRegistered', '事業所を登録', {
    providerNumber: z.string().regex(/^\d{10}$/),
    providerNumberChecks: z.boolean(),
    ...detailsShape,
    /** In force from the beginning of time. */
    surcharges: z.array(surchargeSchema),
  }),
  /** Absent = as before, null = none. */
  eventSchema('OfficeDetailsChanged', '事業所情報を変更', {
    ...z.strictObject(detailsShape).partial().shape,
    surcharges: surchargesFromSchema.optional(),
  }),
  /**
   * Where notices go, none where empty: sealed with the office's key, paths `noticeEmail.<n>`, as
   * an address may name a person (rule 41). `digest`: of all of them, HMAC under that key.
   */
  eventSchema('NoticeEmailSet', '通知先のメールアドレスを変更', {
    addresses: z.array(sealedSchema).max(MOST_NOTICE_ADDRESSES),
    digest: z.string(),
  }),
  /**
   * The account to which the office is paid, and from which it pays. Number, its last digits and
   * holder sealed with the office's key, paths as `accountField` (rule 41). The bank's names are
   * those of that day. `consignorCode`: 依頼人コード, which its bank gave it for sending files; null:
   * none. `digest`: of the account without that, HMAC under the office's key.
   */
  eventSchema('BankAccountSet', '振込先口座を設定', {
    bankCode: z.string().regex(/^\d{4}$/),
    bankName: shortTextSchema,
    bankKana: shortTextSchema,
    branchCode: z.string().regex(/^\d{3}$/),
    branchName: shortTextSchema,
    branchKana: shortTextSchema,
    kind: accountKindSchema,
    number: sealedSchema,
    numberTail: sealedSchema,
    holderKana: sealedSchema,
    consignorCode: z
      .string()
      .regex(/^\d{10}$/)
      .nullable(),
    digest: z.string(),
  }),
  /** `name`: sealed with the caregiver's key, path `caregivers.<caregiverId>.name`. */
  eventSchema('CaregiverEnrolled', '訪問介護員を登録', {
    caregiverId: uuidSchema,
    code: shortTextSchema,
    name: sealedSchema,
    qualifications: z.array(qualificationSchema),
  }),
  eventSchema('CaregiverChanged', '訪問介護員の情報を変更', {
    caregiverId: uuidSchema,
    name: sealedSchema.optional(),
    qualifications: z.array(qualificationSchema).optional(),
  }),
  /** Last day of work; null takes it back. */
  eventSchema('CaregiverLeft', '訪問介護員の最終勤務日を記録', {
    caregiverId: uuidSchema,
    leftOn: daySchema.nullable(),
  }),
]);
export type OfficeEvent = z.infer<typeof officeEventSchema>;
