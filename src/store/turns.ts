/** Lets what concerns one thing be done one after another, in the order in which it was asked. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Does it once everything asked before under the same name is over, however that ended. Answers
   * or throws what it does.
   */
  async take<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(act, act);
    const over = turn.catch(() => undefined);
    this.#last.set(name, over);
    try {
      return await turn;
    } finally {
      if (this.#last.get(name) === over) this.#last.delete(name);
    }
  }
}
