import type { ReadModel } from '../projections/read-model.ts';
import type { ApiContext } from './context.ts';
import type { Soon } from './soon.ts';

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
  readonly actors: (row: Row, context: ApiContext) => Soon<Actors>;
}

/**
 * A type that has ids: rows by id, who sees one, and in which roles. The lists of a type hold
 * exactly what `sees` shows (test/api/visibility.test.ts).
 */
export interface Visibility<Row> extends RightsOf<Row> {
  /** Rows in the order of the ids asked for, null where there is none. */
  readonly byIds: (readModel: ReadModel, ids: readonly string[]) => readonly (Row | null)[];
  readonly sees: (row: Row, context: ApiContext) => Soon<boolean>;
}

/** `byIds` from one query with `IN`: puts the rows in the order asked for. */
export const inOrder = <Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};
