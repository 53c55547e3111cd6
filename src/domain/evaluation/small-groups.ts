/** Figures that rest on fewer cases are shown in no report and in no file for analysis. */
export const LEAST_CASES = 5;

/**
 * Places of the groups that are not shown: those under the threshold, then the next smallest until
 * the hidden ones together reach it (remainder rule), so that none is found by subtracting the
 * others from a total. Groups of nobody are not hidden. `sizes`: cases of each.
 */
export const smallGroups = (sizes: readonly number[], threshold: number = LEAST_CASES): ReadonlySet<number> => {
  const bySize = [...sizes.keys()]
    .filter((n) => sizeOf(sizes, n) > 0)
    .sort((a, b) => sizeOf(sizes, a) - sizeOf(sizes, b));
  const hidden = new Set<number>();
  let cases = 0;
  for (const n of bySize) {
    if (sizeOf(sizes, n) >= threshold && (hidden.size === 0 || cases >= threshold)) break;
    hidden.add(n);
    cases += sizeOf(sizes, n);
  }
  return hidden;
};

const sizeOf = (sizes: readonly number[], n: number): number => sizes[n] ?? 0;
