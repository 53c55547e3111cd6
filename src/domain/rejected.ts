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

  constructor(code: string, path?: readonly string[], visitStart?: Instant) {
    super(code);
    this.name = 'Rejected';
    this.code = code;
    this.path = path;
    this.visitStart = visitStart;
  }
}
