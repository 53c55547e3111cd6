/** What waits under one name: all that was asked, and of that what was to be done alone. */
type Line = { readonly all: Promise<unknown>; readonly alone: Promise<unknown> };

/** Lets what concerns one thing be done one after another, in the order in which it was asked. */
export class Turns {
  readonly #lines = new Map<string, Line>();

  /**
   * Does it once everything asked before under the same name is over, however that ended; what is
   * `shared` beside other such things, once what was asked before to be done alone is over. Answers
   * or throws what it does.
   */
  take<Result>(name: string, act: () => Promise<Result>, shared = false): Promise<Result> {
    const { all: allBefore, alone } = this.#lines.get(name) ?? { all: Promise.resolve(), alone: Promise.resolve() };
    const turn = (shared ? alone : allBefore).then(act);
    const over = turn.catch(() => undefined);
    const all = shared ? Promise.all([allBefore, over]) : over;
    this.#lines.set(name, { all, alone: shared ? alone : over });
    void all.then(() => {
      if (this.#lines.get(name)?.all === all) this.#lines.delete(name);
    });
    return turn;
  }
}
