/** What is asked of each part of a request of several. */
export const RESULTS = 'results { visitId userErrors { code } visit { status } }';
export interface Result {
  readonly visitId: string;
  readonly userErrors: readonly { readonly code: string }[];
  readonly visit: { readonly status: string } | null;
}

/** What became of each part: a code, or the visit's status; FREE where nobody had it. */
export const outcomes = (results: readonly Result[]): string[] =>
  results.map(({ userErrors: [error], visit }) => error?.code ?? visit?.status ?? 'FREE');

/** How many of each, as a reader reads it. */
export const counted = (outcomes: readonly string[]): string =>
  [...Map.groupBy(outcomes, (one) => one)].map(([one, all]) => `${one} ${all.length}`).join(', ');
