/** Answers of one survey, audience and network. */
export interface Waiting {
  readonly waiting: number;
  /** Taken in earlier batches. */
  readonly gathered: number;
  readonly closed: boolean;
}

const ENOUGH_FOR_A_BATCH = 10;
const BATCH = 5;

/**
 * How many are to be taken now, 0 = none yet (rule 39): five when ten wait; after closing all the
 * rest. Fewer than five left after earlier batches can only be answers that raced the closing: they
 * are never taken, for on their own they could be told from the others.
 */
export const batchSize = ({ waiting, gathered, closed }: Waiting): number => {
  if (waiting >= ENOUGH_FOR_A_BATCH) return BATCH;
  return closed && (gathered === 0 || waiting >= BATCH) ? waiting : 0;
};

/** In the order of a lot (Fisher–Yates): `lot` holds one number from [0, 1) per item. */
export const shuffled = <Item>(items: readonly Item[], lot: readonly number[]): readonly Item[] => {
  const rest = [...items];
  return items.flatMap((_, n) => rest.splice(Math.floor((lot[n] ?? 0) * rest.length), 1));
};
