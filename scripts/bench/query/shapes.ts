/** What a list's items hold: their own values, single things, and lists of further things. */
export interface Shape {
  readonly values: readonly string[];
  readonly one: Readonly<Record<string, readonly string[]>>;
  readonly many: Readonly<Record<string, readonly string[]>>;
}
/** A page of a list, as a query asks for it: where its edges are, and what the items hold. */
export interface Listing {
  readonly name: string;
  readonly shape: Shape;
  /** With `$` for the edges. */
  readonly query: string;
  readonly pathToEdges: readonly string[];
  /** The same items from a peer that knows pages by number. */
  readonly bareQuery: string;
  /** The same from PostGraphile, as it makes its API of the tables; null but for ledger lines. */
  readonly tablesQuery: string | null;
}

const LEDGER_PAGE = 'ledger page';

const selectionOf = ({ values, one, many }: Shape): string =>
  [
    ...values,
    ...[...Object.entries(one), ...Object.entries(many)].map(([name, of]) => `${name} { ${of.join(' ')} }`),
  ].join(' ');

const listing = (name: string, query: string, pathToEdges: readonly string[], shape: Shape): Listing => ({
  name,
  shape,
  query: query.replace('$EDGES', `edges { node { ${selectionOf(shape)} } }`),
  pathToEdges,
  bareQuery: `query ($page: Int!) { page(page: $page) { edges { node { ${selectionOf(shape)} } } } }`,
  tablesQuery:
    name === LEDGER_PAGE
      ? `query ($page: Int!) { page: allItems(condition: { page: $page }, orderBy: PRIMARY_KEY_ASC) {
          edges { node { ${selectionOf(shape)} } } } }`
      : null,
});

const LEDGER_LINE: Shape = {
  values: [
    'date',
    'plannedStart',
    'plannedEnd',
    'actualStart',
    'actualEnd',
    'minutes',
    'service',
    'status',
    'openExceptions',
  ],
  one: { client: ['code'], partnerOffice: ['name'], assistOffice: ['name'], caregiver: ['code'] },
  many: {},
};

/** The pages that are asked for most. Variables: `network`, `month`, `after`. */
export const listings: readonly Listing[] = [
  listing(
    LEDGER_PAGE,
    `query ($network: ID!, $month: Month!, $after: Cursor) {
      network(id: $network) { visitLedger(month: $month, first: 50, after: $after) { $EDGES pageInfo { endCursor } }
      } }`,
    ['network', 'visitLedger', 'edges'],
    LEDGER_LINE,
  ),
  listing(
    'delegation board',
    `query ($network: ID!, $after: Cursor) {
      network(id: $network) { delegations(first: 20, after: $after) { $EDGES pageInfo { endCursor } } } }`,
    ['network', 'delegations', 'edges'],
    {
      values: ['id', 'status', 'mode', 'requestedAt'],
      one: { client: ['code'], partnerOffice: ['name'] },
      many: { visits: ['visitId', 'plannedStart', 'minutes', 'service'] },
    },
  ),
  listing(
    'tasks',
    `query ($after: Cursor) { viewer { tasks(first: 20, after: $after) { $EDGES pageInfo { endCursor } } } }`,
    ['viewer', 'tasks', 'edges'],
    {
      values: ['kind', 'dueAt', 'since'],
      one: { network: ['name'], client: ['code'], visit: ['id', 'plannedStart', 'status'] },
      many: {},
    },
  ),
  listing(
    'caregiver month',
    `query ($network: ID!, $month: Month!, $after: Cursor) {
      network(id: $network) { visitLedger(month: $month, first: 50, after: $after) { $EDGES pageInfo { endCursor } }
      } }`,
    ['network', 'visitLedger', 'edges'],
    LEDGER_LINE,
  ),
];

/** The part of an answer at a path. */
export const partOf = (answer: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], answer);
