/**
 * The attacker of rule 40: knows which people every figure that is shown rests on, and solves for
 * whatever can be computed of few of them.
 */

/** People by number; a set of them is what one figure rests on. */
export type People = readonly number[];

/** Independent rows that span the same. */
const reduced = (rows: readonly (readonly number[])[]): number[][] => {
  const basis: { at: number; row: number[] }[] = [];
  for (const given of rows) {
    const row = basis.reduce((rest, { at, row: other }) => {
      const factor = rest[at] ?? 0;
      return factor === 0 ? rest : rest.map((value, n) => value - factor * (other[n] ?? 0));
    }, given);
    const at = row.findIndex((value) => Math.abs(value) > 1e-9);
    if (at < 0) continue;
    const lead = row[at] ?? 1;
    basis.push({ at, row: row.map((value) => value / lead) });
  }
  return basis.map(({ row }) => row);
};
const rank = (rows: readonly (readonly number[])[]): number => reduced(rows).length;

/**
 * What of one person's answers a figure holds, and how often; an answer is the person's in a wave.
 */
export interface Part {
  readonly person: number;
  readonly wave: number;
  readonly times: number;
}

/**
 * A group of fewer than `threshold` people of whom alone some sum of the figures tells; null where
 * there is none. People who stand in the same figures cannot be told apart: they are one. A group
 * is found where the rows lose rank once its columns are struck out.
 */
export const fewPeopleToldOf = (figures: readonly (readonly Part[])[], threshold: number): People | null => {
  const distinct = [...new Map(figures.map((parts) => [JSON.stringify(parts), parts] as const)).values()];
  const columns = new Map<string, { person: number; row: number[] }>();
  distinct.forEach((parts, at) => {
    for (const { person, wave, times } of parts) {
      const name = `${person} ${wave}`;
      const column = columns.get(name) ?? { person, row: distinct.map(() => 0) };
      column.row[at] = times;
      columns.set(name, column);
    }
  });
  const ofPerson = Map.groupBy(columns.values(), ({ person }) => person);
  const signature = (person: number): string =>
    JSON.stringify((ofPerson.get(person) ?? []).map(({ row }) => row.join()).sort());
  const alike = [...Map.groupBy(ofPerson.keys(), signature).values()];
  const kept = alike.flatMap(([one = -1], at) => (ofPerson.get(one) ?? []).map(({ row }) => ({ row, at })));
  const rows = reduced(distinct.map((_, n) => kept.map(({ row }) => row[n] ?? 0)));
  const small = alike.flatMap((people, at) => (people.length < threshold ? [{ people, at }] : []));
  const search = (from: number, struck: readonly { people: People; at: number }[]): People | null => {
    const group = struck.flatMap(({ people }) => people);
    if (group.length >= threshold) return null;
    const rest = rows.map((row) => row.filter((_value, n) => !struck.some(({ at }) => at === kept[n]?.at)));
    if (rank(rest) < rows.length) return group;
    for (let n = from; n < small.length; n += 1) {
      const found = search(n + 1, [...struck, ...small.slice(n, n + 1)]);
      if (found) return found;
    }
    return null;
  };
  return search(0, []);
};

/** The same of figures that hold each person's one answer once. */
export const fewPeopleFound = (figures: readonly People[], threshold: number): People | null =>
  fewPeopleToldOf(
    figures.map((people) => people.map((person) => ({ person, wave: 0, times: 1 }))),
    threshold,
  );

export const subsets = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, n) => items.filter((_item, at) => ((n + 1) >> at) & 1));
