import type { ReadModel } from '../projections/read-model.ts';
import type { ApiContext } from './context.ts';

/**
 * The contract's actors. PUBLIC, MEMBER and ADMINISTRATOR come from the viewer alone, the rest from
 * how the viewer stands to a thing.
 */
export type Actor =
  | 'PUBLIC'
  | 'MEMBER'
  | 'ADMINISTRATOR'
  | 'OFFICE'
  | 'PARTNER'
  | 'ASSIST'
  | 'CAREGIVER'
  | 'CONSULTANT'
  | 'AUDITOR';
export type Actors = ReadonlySet<Actor>;
export const actors = (...those: readonly (Actor | false)[]): Actors =>
  new Set(those.filter((actor) => actor !== false));

/**
 * How the viewer stands to a row of a type: judges the fields of this type that bear `@may`. Asked
 * through `ApiContext.actorsOf`, which judges a row once per request.
 */
export interface RightsOf<Row> {
  readonly typeName: string;
  readonly actors: (row: Row, context: ApiContext) => Actors;
}

/**
 * A type that has ids: rows by id, who sees one, and in which roles. The lists of a type hold
 * exactly what `sees` shows (test/api/visibility.test.ts).
 */
export interface Visibility<Row> extends RightsOf<Row> {
  /** Null where there is none. */
  readonly byId: (readModel: ReadModel, id: string) => Row | null;
  readonly sees: (row: Row, context: ApiContext) => boolean;
}
