/** Answers of one survey, audience and network. */
export interface Waiting {
  readonly waiting: number;
  readonly closed: boolean;
  /** Whether the answers are joined with other waves. */
  readonly joined: boolean;
}

const ENOUGH_FOR_A_BATCH = 10;
/** The smallest number of people among whom an answer's giver may be looked for (rule 39). */
export const BATCH = 5;

/**
 * How many are to be taken now, 0 = none yet (rule 39): five when ten wait; after closing all the
 * rest, which are five at least unless fewer answered in all. Answers that are joined with other
 * waves are taken all at once: of two waves' batches few would have the same person in them.
 */
export const batchSize = ({ waiting, closed, joined }: Waiting): number => {
  if (joined) return closed ? waiting : 0;
  if (waiting >= ENOUGH_FOR_A_BATCH) return BATCH;
  return closed ? waiting : 0;
};

/** In the order of a lot (Fisher–Yates): `lot` holds one number from [0, 1) per item. */
export const shuffled = <Item>(items: readonly Item[], lot: readonly number[]): readonly Item[] => {
  const rest = [...items];
  return items.flatMap((_, n) => rest.splice(Math.floor((lot[n] ?? 0) * rest.length), 1));
};
