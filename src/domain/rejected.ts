import type { Instant } from './calendar.ts';

/**
 * What a rule of the domain refuses. `code` is stable and published (docs/errors.md); `path` names
 * the input field at fault, `visitStart` the visit where the path does not. Nothing has been stored
 * when it is thrown.
 */
export class Rejected extends Error {
  readonly code: string;
  readonly path: readonly string[] | undefined;
  readonly visitStart: Instant | undefined;
  /** Of a text that cannot be written down: the character, and its place from 1. */
  readonly unwritable: { readonly character: string; readonly place: number } | undefined;
  /** What else is refused of the same command, where all of it is looked at. */
  readonly others: readonly Rejected[];

  constructor(
    code: string,
    path?: readonly string[],
    visitStart?: Instant,
    others: readonly Rejected[] = [],
    unwritable?: Rejected['unwritable'],
  ) {
    super(code);
    this.name = 'Rejected';
    this.code = code;
    this.path = path;
    this.visitStart = visitStart;
    this.others = others;
    this.unwritable = unwritable;
  }
}

/** Throws where there is any: the first, with the rest; the same of the same visit is said once. */
export const throwAll = (refusals: readonly Rejected[]): void => {
  const nameOf = ({ code, path, visitStart }: Rejected): string => `${code} ${path} ${visitStart}`;
  const distinct = new Map(refusals.toReversed().map((one) => [nameOf(one), one]));
  const [first, ...others] = refusals.filter((one) => distinct.get(nameOf(one)) === one);
  if (first) throw new Rejected(first.code, first.path, first.visitStart, others);
};
