/** A value at hand, or the promise of one that has to be fetched first. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value now where it is at hand, else once it has come. */
export const whenHere = <Value, Next>(value: Soon<Value>, next: (value: Value) => Soon<Next>): Soon<Next> =>
  value instanceof Promise ? value.then(next) : next(value);
