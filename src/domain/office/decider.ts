import { type Day, dayOf, type Instant } from '../calendar.ts';
import { corporateNumberChecks, providerNumberChecks } from '../check-digits.ts';
import { type CommandOf, type DataOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_CAREGIVER_CHANGES, MOST_CAREGIVERS_ENROLLED, MOST_OFFICE_CHANGES } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { Sealed } from '../sealed.ts';
import type { Qualification, Surcharge } from '../vocabulary.ts';
import { setBankAccount } from './bank-account.ts';
import type { OfficeEvent } from './events.ts';
import { evolve, type OfficeDetails, type OfficeState, type RegisteredOffice, surchargesOn } from './state.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where notices go: absent = as before, or none. */
interface WithNoticeEmail {
  readonly noticeEmail?: DataOf<OfficeEvent, 'NoticeEmailSet'> | undefined;
}

/** That they go elsewhere from now on, where they do. */
const noticeEmailSet = (noticeEmail: WithNoticeEmail['noticeEmail'], before: string | null): OfficeEvent[] => {
  const isNone = noticeEmail?.addresses.length === 0;
  return noticeEmail === undefined || (isNone ? null : noticeEmail.digest) === before
    ? []
    : [{ type: 'NoticeEmailSet', data: noticeEmail }];
};

interface RegisterOffice
  extends Omit<DataOf<OfficeEvent, 'OfficeRegistered'>, 'providerNumberChecks'>,
    WithNoticeEmail {}

/**
 * The same number with the same content is a repeat, with other content OFFICE_EXISTS. A number
 * that fails its check is kept and flagged.
 */
const registerOffice = ({ surcharges, noticeEmail, ...content }: RegisterOffice, state: OfficeState): OfficeEvent[] => {
  const { providerNumber, ...details } = content;
  if (state.status === 'REGISTERED') {
    const unchanged = detailFields.every((field) => same(state.details[field], details[field]));
    const isNotedSame = noticeEmailSet(noticeEmail, state.noticeEmailDigest).length === 0;
    if (unchanged && isNotedSame && same(state.surchargesFrom, [{ from: '', surcharges }])) return [];
    throw new Rejected('OFFICE_EXISTS', ['providerNumber']);
  }
  checkNumbers(details);
  return [
    {
      type: 'OfficeRegistered',
      data: { providerNumber, providerNumberChecks: providerNumberChecks(providerNumber), ...details, surcharges },
    },
    ...noticeEmailSet(noticeEmail, null),
  ];
};

const detailFields: readonly (keyof OfficeDetails)[] = [
  'name',
  'nameKana',
  'corporationName',
  'corporateNumber',
  'municipality',
  'address',
  'phone',
  'latitude',
  'longitude',
  'areaGrade',
  'services',
  'invoiceNumber',
];

/**
 * A 法人番号 must pass its check; a sole proprietor's 登録番号 has only its format to check. An empty text
 * is no number, and not none either: a payee without one is null (rule 34).
 */
const checkNumbers = ({ corporateNumber = null, invoiceNumber = null }: Partial<OfficeDetails>): void => {
  if (corporateNumber !== null && !corporateNumberChecks(corporateNumber))
    throw new Rejected('CORPORATE_NUMBER_WRONG', ['corporateNumber']);
  if (invoiceNumber !== null && !/^T\d{13}$/.test(invoiceNumber))
    throw new Rejected('INVOICE_NUMBER_WRONG', ['invoiceNumber']);
};

/**
 * Absent = as before. `surchargesFrom`: the day from which `surcharges` hold, today unless given.
 */
interface ChangeOffice extends Omit<DataOf<OfficeEvent, 'OfficeDetailsChanged'>, 'surcharges'>, WithNoticeEmail {
  readonly surcharges?: Surcharge[] | undefined;
  readonly surchargesFrom?: Day | undefined;
}

const changeOffice = (
  { surcharges, surchargesFrom, noticeEmail, ...changes }: ChangeOffice,
  state: RegisteredOffice,
  now: Instant,
): OfficeEvent[] => {
  checkNumbers(changes);
  const differing = Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => value !== undefined && !same(state.details[field as keyof OfficeDetails], value),
    ),
  );
  const from = surchargesFrom ?? dayOf(now);
  const newSurcharges =
    surcharges && !same(surchargesOn(state, from), surcharges) ? { surcharges: { surcharges, from } } : {};
  const data = { ...differing, ...newSurcharges };
  const events: OfficeEvent[] = [
    ...(Object.keys(data).length > 0 ? [{ type: 'OfficeDetailsChanged' as const, data }] : []),
    ...noticeEmailSet(noticeEmail, state.noticeEmailDigest),
  ];
  if (events.length > 0 && state.changes + events.length > MOST_OFFICE_CHANGES)
    throw new Rejected('TOO_MANY_CHANGES', ['officeId']);
  return events;
};

/** `code` null: assigned here. */
interface EnrollCaregiver extends Omit<DataOf<OfficeEvent, 'CaregiverEnrolled'>, 'code'> {
  readonly code: string | null;
}

const enrollCaregiver = (command: EnrollCaregiver, state: RegisteredOffice): OfficeEvent[] => {
  const { caregiverId, name, qualifications } = command;
  if (state.caregivers[caregiverId]) return [];
  const codes = new Set(Object.values(state.caregivers).map(({ code }) => code));
  if (command.code !== null && codes.has(command.code)) throw new Rejected('CAREGIVER_CODE_TAKEN', ['code']);
  if (codes.size >= MOST_CAREGIVERS_ENROLLED) throw new Rejected('TOO_MANY_CAREGIVERS', ['officeId']);
  return [
    { type: 'CaregiverEnrolled', data: { caregiverId, code: command.code ?? freeCode(codes), name, qualifications } },
  ];
};

/** C-001, C-002 … : the first that is free. */
const freeCode = (taken: ReadonlySet<string>): string => {
  for (let n = taken.size + 1; ; n += 1) {
    const code = `C-${String(n).padStart(3, '0')}`;
    if (!taken.has(code)) return code;
  }
};

/** Absent = as before. */
interface ChangeCaregiver {
  readonly caregiverId: Uuid;
  readonly name?: Sealed | undefined;
  readonly qualifications?: Qualification[] | undefined;
  readonly leftOn?: Day | null | undefined;
}

const changeCaregiver = (
  { caregiverId, name, qualifications, leftOn }: ChangeCaregiver,
  state: RegisteredOffice,
): OfficeEvent[] => {
  const caregiver = state.caregivers[caregiverId];
  if (!caregiver) throw new Rejected('CAREGIVER_UNKNOWN', ['caregiverId']);
  const newQualifications = qualifications && !same(caregiver.qualifications, qualifications) ? { qualifications } : {};
  const newName = name === undefined ? {} : { name };
  const data = { ...newName, ...newQualifications };
  const events: OfficeEvent[] = [
    ...(Object.keys(data).length > 0 ? [{ type: 'CaregiverChanged' as const, data: { caregiverId, ...data } }] : []),
    ...(leftOn !== undefined && leftOn !== caregiver.leftOn
      ? [{ type: 'CaregiverLeft' as const, data: { caregiverId, leftOn } }]
      : []),
  ];
  if (caregiver.changes + events.length > MOST_CAREGIVER_CHANGES)
    throw new Rejected('TOO_MANY_CHANGES', ['caregiverId']);
  return events;
};

const known = (state: OfficeState): RegisteredOffice => {
  if (state.status === 'NONE') throw new Rejected('OFFICE_UNKNOWN', ['officeId']);
  return state;
};

/** Office (事業所): its details, and its caregivers by code. */
export const office = decider({
  category: 'office',
  initial: { status: 'NONE' },
  evolve,
  known,
  creating: { RegisterOffice: registerOffice },
  changing: {
    ChangeOffice: changeOffice,
    SetBankAccount: setBankAccount,
    EnrollCaregiver: enrollCaregiver,
    ChangeCaregiver: changeCaregiver,
  },
});
export type OfficeCommand = CommandOf<typeof office>;
