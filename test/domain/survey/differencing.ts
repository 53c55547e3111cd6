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
 * The smallest group of fewer than `threshold` people of whom alone some sum of the figures tells;
 * null where there is none. People who stand in the same figures cannot be told apart: they are one
 * column. A group is found where the rows lose rank once its columns are struck out.
 */
export const fewPeopleFound = (figures: readonly People[], threshold: number): People | null => {
  const sets = [...new Set(figures.map((people) => people.join()))].map((text) => new Set(text.split(',').map(Number)));
  const everybody = [...new Set(sets.flatMap((people) => [...people]))];
  const alike = [
    ...Map.groupBy(everybody, (person) => sets.map((people) => Number(people.has(person))).join('')).values(),
  ];
  const rows = reduced(sets.map((people) => alike.map(([person = -1]) => Number(people.has(person)))));
  const small = alike.flatMap((people, at) => (people.length < threshold ? [{ people, at }] : []));
  const search = (from: number, struck: readonly { people: People; at: number }[]): People | null => {
    const group = struck.flatMap(({ people }) => people);
    if (group.length >= threshold) return null;
    const rest = rows.map((row) => row.filter((_value, at) => !struck.some((each) => each.at === at)));
    if (rank(rest) < rows.length) return group;
    for (let n = from; n < small.length; n += 1) {
      const found = search(n + 1, [...struck, ...small.slice(n, n + 1)]);
      if (found) return found;
    }
    return null;
  };
  return search(0, []);
};

export const subsets = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, n) => items.filter((_item, at) => ((n + 1) >> at) & 1));
