import type { GraphQLError } from 'graphql';
import { apiError } from './errors.ts';

/** One page of a list: what is not asked for is not computed. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Of all rows that the viewer sees under the filter. */
  readonly totalCount: number;
}

/** The largest page. */
export const MOST_FIRST = 100;

/** `first`, which must be from 1 to 100. Throws BAD_USER_INPUT. */
export const checkedFirst = (first: number | null | undefined, otherwise = 50): number => {
  const count = first ?? otherwise;
  if (count < 1 || count > MOST_FIRST) {
    const said = { en: `first must be from 1 to ${MOST_FIRST}.`, ja: `1から${MOST_FIRST}までの数を指定してください。` };
    throw apiError('BAD_USER_INPUT', said, ['first']);
  }
  return count;
};

/** An opaque cursor from the values that a view is ordered by. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The values of a cursor, null for none. Throws BAD_USER_INPUT for what is not a cursor of ours.
 */
export const keyOfCursor = (cursor: string | null | undefined, length: number): readonly (string | number)[] | null => {
  if (cursor === null || cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' || typeof part === 'number')
    )
      return key;
  } catch {
    // Refused below, like every other text that is not a cursor.
  }
  throw notACursor('not a cursor');
};

export const notACursor = (en: string): GraphQLError =>
  apiError('BAD_USER_INPUT', { en, ja: '読み取れません。はじめから表示し直してください。' }, ['after']);

type KeyOf<Row> = (row: Row) => readonly (string | number)[];

class Edge<Row> {
  readonly node: Row;
  readonly #keyOf: KeyOf<Row>;

  constructor(node: Row, keyOf: KeyOf<Row>) {
    this.node = node;
    this.#keyOf = keyOf;
  }

  get cursor(): string {
    return cursorOf(this.#keyOf(this.node));
  }
}

/**
 * Edges and page info from rows read with one beyond the page, which tells whether there is a next
 * page. `keyOf`: the values that the view is ordered by.
 */
export const edgesOf = <Row>(
  rows: readonly Row[],
  count: number,
  keyOf: KeyOf<Row>,
  after?: string | null,
): Pick<Connection<Row>, 'edges' | 'pageInfo'> => {
  const edges = rows.slice(0, count).map((node) => new Edge(node, keyOf));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > count,
      hasPreviousPage: after !== null && after !== undefined,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
};

/** What is computed where it is first asked for, and then known. */
export const once = <Value extends object>(compute: () => Value): (() => Value) => {
  let known: Value | undefined;
  return () => {
    known ??= compute();
    return known;
  };
};

/**
 * The same as a connection of the contract; the rows are counted only where the count is asked for.
 */
export const pageOf = <Row>(
  { rows, totalCount }: { readonly rows: readonly Row[]; readonly totalCount: () => number },
  count: number,
  keyOf: KeyOf<Row>,
  after?: string | null,
): Connection<Row> => ({
  ...edgesOf(rows, count, keyOf, after),
  get totalCount() {
    return totalCount();
  },
});
