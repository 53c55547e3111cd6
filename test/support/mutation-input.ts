import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import {
  contract,
  EVERYBODY,
  OF_CAREGIVER,
  OF_DELEGATION,
  OF_NETWORK,
  OF_OFFICE,
  OF_PAIR,
  OF_VISIT,
  type Standing,
} from './standing.ts';
import type { Trial } from './trial.ts';

/**
 * What ids are called in inputs: the thing of the trial that they name, and how the cast stands to
 * it. A list of ids bears the same name with an s.
 */
const IDS: Readonly<Record<string, { readonly of: (trial: Trial) => string; readonly standing: Standing }>> = {
  networkId: { of: ({ network }) => network, standing: OF_NETWORK },
  officeId: { of: ({ office }) => office.a, standing: OF_OFFICE },
  toOfficeId: { of: ({ office }) => office.p, standing: OF_OFFICE },
  partnerOfficeId: { of: ({ office }) => office.p, standing: OF_PAIR },
  assistOfficeId: { of: ({ office }) => office.a, standing: OF_PAIR },
  caregiverId: { of: ({ caregiver }) => caregiver, standing: OF_CAREGIVER },
  subject: { of: () => 'new', standing: OF_OFFICE },
  clientId: { of: ({ client }) => client, standing: OF_VISIT },
  termsId: { of: ({ terms }) => terms, standing: OF_PAIR },
  delegationId: { of: ({ delegation }) => delegation, standing: OF_DELEGATION },
  visitId: { of: ({ ahead }) => ahead, standing: OF_VISIT },
  // Of a change that there is not: which is said to whom the visit may be shown.
  changeId: { of: ({ ahead }) => ahead, standing: OF_VISIT },
  statementId: { of: ({ statement }) => statement, standing: OF_PAIR },
  // Of a line that there is not: which is said to whom the statement may be shown.
  lineId: { of: ({ statement }) => statement, standing: OF_PAIR },
  surveyId: { of: ({ survey }) => survey, standing: OF_NETWORK },
};
const idCalled = (name: string) => IDS[name] ?? IDS[name.replace(/s$/, '')];

/** Well formed everywhere, unless the field's name says more. */
const SCALARS: Readonly<Record<string, unknown>> = {
  String: '検査',
  Int: 30,
  Float: 1,
  Boolean: true,
  DateTime: '2026-05-21T10:00:00+09:00',
  Date: '2026-05-31',
  Month: '2026-04',
  Yen: 1,
};

/** Values that a field's name asks for, whatever its type. */
const VALUES: Readonly<Record<string, unknown>> = {
  providerNumber: '1370000009',
  fiscalYear: 2026,
  percent: '90',
  plannedEnd: '2026-05-21T10:30:00+09:00',
  contentBase64: 'eA==',
  latitude: 35.6,
  longitude: 139.6,
  bankCode: '0001',
  branchCode: '001',
  number: '1234567',
  holderKana: 'ケンサ',
};

/** Values that one field alone asks for: the first of its enum is not the one meant. */
const VALUES_OF_ONE: Readonly<Record<string, unknown>> = {
  'EnrollMemberInput.role': 'COORDINATOR',
  'AppointToNetworkInput.role': 'CONSULTANT',
};

/**
 * Fields that may be left out, and without which nothing would be asked or it would not be well
 * formed.
 */
const NEEDED = [
  'ChangeOfficeInput.phone',
  'ChangeCaregiverInput.name',
  'ChangeClientInput.area',
  'EnrollMemberInput.officeId',
  'ProposeTermsInput.percent',
  'UploadVisitsInput.starts',
];

const inputTypeOf = (mutation: string): GraphQLInputObjectType => {
  const type = contract
    .getMutationType()
    ?.getFields()
    [mutation]?.args.find(({ name }) => name === 'input')?.type;
  const input = type && getNullableType(type);
  if (!isInputObjectType(input)) throw new Error(`${mutation} takes no input`);
  return input;
};

const valueFor = (coordinate: string, field: string, givenType: GraphQLInputType, trial: Trial): unknown => {
  const type = getNullableType(givenType);
  if (isListType(type)) return [valueFor(coordinate, field, type.ofType, trial)];
  if (isInputObjectType(type)) return objectFor(type, trial);
  const value = VALUES_OF_ONE[coordinate] ?? VALUES[field];
  if (value !== undefined) return value;
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.name in SCALARS) return SCALARS[type.name];
  const id = type.name === 'ID' ? idCalled(field) : undefined;
  if (!id) throw new Error(`${coordinate}: test/support/mutation-input.ts knows no ${type.name} called ${field}`);
  return id.of(trial);
};

const isAsked = (type: GraphQLInputObjectType, field: GraphQLInputField): boolean =>
  isRequiredInputField(field) || NEEDED.includes(`${type.name}.${field.name}`);

const objectFor = (type: GraphQLInputObjectType, trial: Trial): Record<string, unknown> =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isAsked(type, field))
      .map((field) => [field.name, valueFor(`${type.name}.${field.name}`, field.name, field.type, trial)]),
  );

/**
 * A well-formed input of a mutation about things of the trial, made from its type in the contract:
 * what is required, by type and name. Throws, with the field's coordinate, for what it has not
 * heard of.
 */
export const inputOf = (mutation: string, trial: Trial): Record<string, unknown> =>
  objectFor(inputTypeOf(mutation), trial);

/** The fields asked that name things, those of the input's parts included. */
const idsIn = (input: GraphQLInputObjectType): string[] =>
  Object.values(input.getFields())
    .filter((field) => isAsked(input, field))
    .flatMap(({ name, type }) => {
      const named = getNamedType(type);
      return idCalled(name) ? [name] : isInputObjectType(named) ? idsIn(named) : [];
    });

/**
 * How the cast stands to what a mutation is about: the pair where it names offices of one, else the
 * first thing that its input names; everybody's, where it names none.
 */
export const standingOf = (mutation: string): Standing => {
  const ids = idsIn(inputTypeOf(mutation));
  const first = ids.includes('partnerOfficeId') ? 'partnerOfficeId' : ids[0];
  return (first && idCalled(first)?.standing) || EVERYBODY;
};

/** What the tables name and the contract does not have: they are not longer than needed. */
export const unknownInTables = (): string[] => {
  const fields = Object.values(contract.getTypeMap())
    .filter((type) => isInputObjectType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const names = new Set(fields.map((coordinate) => coordinate.split('.')[1]));
  return [
    ...[...NEEDED, ...Object.keys(VALUES_OF_ONE)].filter((coordinate) => !fields.includes(coordinate)),
    ...[...Object.keys(VALUES), ...Object.keys(IDS)].filter((name) => !names.has(name) && !names.has(`${name}s`)),
  ];
};
