import { apiError } from './errors.ts';

/** One page of rows in the view's order. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** Of all that the viewer sees under the filter. */
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

/** `first` within 1 to 100 (quality.md § Security). Throws BAD_USER_INPUT. */
export const checkedFirst = (first: number | null | undefined, otherwise = 50): number => {
  const count = first ?? otherwise;
  if (count < 1 || count > MOST) throw apiError('BAD_USER_INPUT', `first must be from 1 to ${MOST}.`, ['first']);
  return count;
};

/** An opaque cursor from the values that a view is ordered by. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The values back, null for no cursor. Throws BAD_USER_INPUT for what is none of ours. */
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
    // Said below, as for every other text that is no cursor.
  }
  throw apiError('BAD_USER_INPUT', 'not a cursor', ['after']);
};

/**
 * A page as the contract's connections answer it. `keyOf`: the values that the view is ordered by.
 */
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

/** The same of rows found with one beyond the page, which tells of a next one. */
export const pageOf = <Row>(
  { rows, totalCount }: { readonly rows: readonly Row[]; readonly totalCount: number },
  count: number,
  keyOf: (row: Row) => readonly (string | number)[],
  after?: string | null,
): Connection<Row> =>
  connectionOf({ rows: rows.slice(0, count), hasNextPage: rows.length > count, totalCount }, keyOf, after);
