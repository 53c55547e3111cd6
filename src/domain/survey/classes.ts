/**
 * People in classes, each of those who stand in the same sets of them; who stands in none has no
 * class.
 */
export class Classes<Person> {
  readonly #classOf = new Map<Person, number>();
  readonly #sizes: number[] = [];

  #parts(people: readonly Person[]): readonly (readonly [from: number | undefined, part: readonly Person[]])[] {
    return [...Map.groupBy(people, (person) => this.#classOf.get(person))];
  }

  /** Whether one more set would leave a class of fewer than the threshold. */
  wouldLeaveFew(people: readonly Person[], threshold: number): boolean {
    return this.#parts(people).some(([from, { length }]) => {
      const rest = from === undefined ? 0 : (this.#sizes[from] ?? 0) - length;
      return length < threshold || (rest > 0 && rest < threshold);
    });
  }

  /** One more set: it divides the classes. */
  add(people: readonly Person[]): void {
    for (const [from, part] of this.#parts(people)) {
      if (from !== undefined) this.#sizes[from] = (this.#sizes[from] ?? 0) - part.length;
      for (const person of part) this.#classOf.set(person, this.#sizes.length);
      this.#sizes.push(part.length);
    }
  }
}
