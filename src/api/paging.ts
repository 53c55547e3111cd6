import { apiError } from './errors.ts';

/** One page of rows in the view's order. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** Of all rows that the viewer sees under the filter. */
  readonly totalCount: number;
}

export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
}

const MOST = 100;

/** `first`, which must be from 1 to 100. Throws BAD_USER_INPUT. */
export const checkedFirst = (first: number | null | undefined, otherwise = 50): number => {
  const count = first ?? otherwise;
  if (count < 1 || count > MOST) throw apiError('BAD_USER_INPUT', `first must be from 1 to ${MOST}.`, ['first']);
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
  throw apiError('BAD_USER_INPUT', 'not a cursor', ['after']);
};

/** A page as a connection of the contract. `keyOf`: the values that the view is ordered by. */
export const connectionOf = <Row>(
  page: Page<Row>,
  keyOf: (row: Row) => readonly (string | number)[],
  after?: string | null,
): Connection<Row> => {
  const edges = page.rows.map((node) => ({ cursor: cursorOf(keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
};

/** The same from rows read with one beyond the page, which tells whether there is a next page. */
export const pageOf = <Row>(
  { rows, totalCount }: { readonly rows: readonly Row[]; readonly totalCount: number },
  count: number,
  keyOf: (row: Row) => readonly (string | number)[],
  after?: string | null,
): Connection<Row> =>
  connectionOf({ rows: rows.slice(0, count), hasNextPage: rows.length > count, totalCount }, keyOf, after);
