/** What a text that names a thing may name: as ids are called in the contract. */
export type Kind = string;

/**
 * The ids, cursors and the like that requests are made of: what the world began with, and what its
 * answers have shown since. `planted`: of a part of the world that nobody else has a right to.
 */
export class Things {
  readonly #ids = new Map<Kind, string[]>();
  readonly #planted = new Map<Kind, string[]>();
  readonly #names = new Map<string, string>();

  add(kind: Kind, id: string, name?: string): void {
    keep(this.#ids, kind, id);
    this.#names.set(id, name ?? this.#names.get(id) ?? `${kind} ${this.#names.size}`);
  }

  plant(kind: Kind, id: string, name: string): void {
    keep(this.#planted, kind, id);
    this.#names.set(id, name);
  }

  /** Of one kind, or where it is not known of any. */
  of(kind: Kind, withPlanted: boolean): readonly string[] {
    const found = [...(this.#ids.get(kind) ?? []), ...(withPlanted ? (this.#planted.get(kind) ?? []) : [])];
    if (found.length > 0) return found;
    return [this.#ids, ...(withPlanted ? [this.#planted] : [])].flatMap((all) => [...all.values()].flat());
  }

  /** Of one kind alone; none where none is known. */
  known(kind: Kind): readonly string[] {
    return this.#ids.get(kind) ?? [];
  }

  /** A request as a line that means the same in another world of the same seed. */
  named(text: string): string {
    return text.replaceAll(UUID, (id) => (this.#names.has(id) ? `<${this.#names.get(id)}>` : id));
  }

  /** The request that such a line means here. */
  meant(line: string): string {
    const ids = new Map([...this.#names].map(([id, name]) => [`<${name}>`, id]));
    return line.replaceAll(/<[^<>"]{1,40}>/g, (name) => ids.get(name) ?? name);
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Newer ones take the place of older ones, but for those of the beginning. */
const MOST_OF_A_KIND = 40;
const KEPT = 12;

const keep = (all: Map<Kind, string[]>, kind: Kind, id: string): void => {
  const ids = all.get(kind) ?? [];
  if (ids.includes(id)) return;
  ids.push(id);
  if (ids.length > MOST_OF_A_KIND) ids.splice(KEPT, 1);
  all.set(kind, ids);
};
