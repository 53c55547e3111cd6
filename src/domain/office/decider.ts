import { dayOf, type Instant } from '../calendar.ts';
import { corporateNumberChecks, providerNumberChecks } from '../check-digits.ts';
import type { Decider } from '../decider.ts';
import { Rejected } from '../rejected.ts';
import type { OfficeCommand } from './commands.ts';
import type { OfficeEvent } from './events.ts';
import { evolve, type OfficeDetails, type OfficeState, type RegisteredOffice, surchargesOn } from './state.ts';

type Command<Type extends OfficeCommand['type']> = Extract<OfficeCommand, { type: Type }>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The same number with the same content is a repeat, with other content OFFICE_EXISTS. A number
 * that does not check is kept and flagged.
 */
const registerOffice = (
  { type: _type, surcharges, ...content }: Command<'RegisterOffice'>,
  state: OfficeState,
): OfficeEvent[] => {
  const { providerNumber, ...details } = content;
  if (state.status === 'REGISTERED') {
    const unchanged = detailFields.every((field) => same(state.details[field], details[field]));
    if (unchanged && same(state.surchargesFrom, [{ from: '', surcharges }])) return [];
    throw new Rejected('OFFICE_EXISTS', ['providerNumber']);
  }
  checkNumbers(details);
  return [
    {
      type: 'OfficeRegistered',
      data: { providerNumber, providerNumberChecks: providerNumberChecks(providerNumber), ...details, surcharges },
    },
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
 * A 法人番号 must check; of a 登録番号 the format alone is known for sole proprietors (facts: numbers and
 * tax).
 */
const checkNumbers = (details: Partial<OfficeDetails>): void => {
  if (details.corporateNumber && !corporateNumberChecks(details.corporateNumber))
    throw new Rejected('CORPORATE_NUMBER_WRONG', ['corporateNumber']);
  if (details.invoiceNumber && !/^T\d{13}$/.test(details.invoiceNumber))
    throw new Rejected('INVOICE_NUMBER_WRONG', ['invoiceNumber']);
};

const changeOffice = (
  { type: _type, surcharges, surchargesFrom, ...changes }: Command<'ChangeOffice'>,
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
  return Object.keys(data).length === 0 ? [] : [{ type: 'OfficeDetailsChanged', data }];
};

const enrollCaregiver = (command: Command<'EnrollCaregiver'>, state: RegisteredOffice): OfficeEvent[] => {
  const { caregiverId, name, qualifications } = command;
  if (state.caregivers[caregiverId]) return [];
  const codes = new Set(Object.values(state.caregivers).map(({ code }) => code));
  if (command.code !== null && codes.has(command.code)) throw new Rejected('CAREGIVER_CODE_TAKEN', ['code']);
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

const changeCaregiver = (
  { caregiverId, name, qualifications, leftOn }: Command<'ChangeCaregiver'>,
  state: RegisteredOffice,
): OfficeEvent[] => {
  const caregiver = state.caregivers[caregiverId];
  if (!caregiver) throw new Rejected('CAREGIVER_UNKNOWN', ['caregiverId']);
  const newQualifications = qualifications && !same(caregiver.qualifications, qualifications) ? { qualifications } : {};
  const newName = name === undefined ? {} : { name };
  const data = { ...newName, ...newQualifications };
  return [
    ...(Object.keys(data).length > 0 ? [{ type: 'CaregiverChanged' as const, data: { caregiverId, ...data } }] : []),
    ...(leftOn !== undefined && leftOn !== caregiver.leftOn
      ? [{ type: 'CaregiverLeft' as const, data: { caregiverId, leftOn } }]
      : []),
  ];
};

const decide = (command: OfficeCommand, state: OfficeState, now: Instant): readonly OfficeEvent[] => {
  if (command.type === 'RegisterOffice') return registerOffice(command, state);
  if (state.status === 'NONE') throw new Rejected('OFFICE_UNKNOWN', ['officeId']);
  switch (command.type) {
    case 'ChangeOffice':
      return changeOffice(command, state, now);
    case 'EnrollCaregiver':
      return enrollCaregiver(command, state);
    case 'ChangeCaregiver':
      return changeCaregiver(command, state);
    default:
      return command satisfies never;
  }
};

/** Office (事業所): its details, and its caregivers by code. */
export const office: Decider<OfficeState, OfficeCommand, OfficeEvent> = {
  category: 'office',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
