import { buildSchema, getDirectiveValues, isObjectType } from 'graphql';
import { contractText } from '../../src/api/schema.ts';
import type { Actor } from '../../src/api/visibility.ts';
import { CAST, type Subject } from './trial.ts';

/** The contract as it is served. */
export const contract = buildSchema(contractText());

/** Everybody of the trial in miniature. */
export const cast = Object.keys(CAST) as Subject[];

/** `Type.field` → who may, for every field that bears `@may`. */
export const may = new Map<string, readonly Actor[]>(
  Object.values(contract.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const directive = contract.getDirective('may');
        const actors = directive && field.astNode && (getDirectiveValues(directive, field.astNode)?.actors as Actor[]);
        return actors ? [[`${type.name}.${field.name}`, actors] as const] : [];
      }),
    ),
);

/**
 * In which roles the cast stands to a thing of the trial; administrators and members stand to
 * everything.
 */
export type Standing = Partial<Record<Actor, readonly Subject[]>>;
export const EVERYBODY: Standing = { PUBLIC: cast, MEMBER: cast, ADMINISTRATOR: ['admin'] };
export const OF_OFFICE: Standing = { ...EVERYBODY, OFFICE: ['a'] };
export const OF_PAIR: Standing = {
  ...EVERYBODY,
  PARTNER: ['p', 'p2'],
  ASSIST: ['a'],
  AUDITOR: ['aud1'],
  CONSULTANT: ['cons1'],
};
export const OF_VISIT: Standing = { ...OF_PAIR, CAREGIVER: ['a.care'] };
export const OF_DELEGATION: Standing = { ...OF_PAIR, ASSIST: ['a', 'b'] };
export const OF_CAREGIVER: Standing = {
  ...EVERYBODY,
  OFFICE: ['a'],
  PARTNER: ['p', 'p2'],
  CAREGIVER: ['a.care'],
  AUDITOR: ['aud1'],
};
export const OF_NETWORK: Standing = { ...OF_PAIR, ASSIST: ['a', 'b', 'n'] };

/** Who of the cast may have a field of a thing, or call a mutation on it. */
export const allowed = (coordinate: string, standing: Standing): Set<Subject> =>
  new Set((may.get(coordinate) ?? []).flatMap((actor) => standing[actor] ?? []));
