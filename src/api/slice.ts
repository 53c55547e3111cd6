import type { Download } from './download.ts';
import type { AnyMutation } from './mutation.ts';
import type { Resolvers } from './schema/types.gen.ts';
import type { AnySeveral } from './several.ts';
import type { RightsOf } from './visibility.ts';

/** What one slice of the system gives to the API. */
export interface Slice {
  /** Resolvers of types, queries and subscriptions. */
  readonly resolvers: Resolvers;
  /** By the mutation's name in the contract. */
  readonly mutations: Readonly<Record<string, AnyMutation | AnySeveral>>;
  /** How a viewer stands to the slice's types: for fields that bear `@may`. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of any type; each RightsOf knows its own
  readonly rights: readonly RightsOf<any>[];
  /** Files that it answers at addresses of their own. */
  readonly downloads?: readonly Download[];
}
