/**
 * What a rule of the domain refuses. `code` is stable and published (docs/errors.md); `path` names
 * the input field at fault. Nothing has been stored when it is thrown.
 */
export class Rejected extends Error {
  readonly code: string;
  readonly path: readonly string[] | undefined;

  constructor(code: string, path?: readonly string[]) {
    super(code);
    this.name = 'Rejected';
    this.code = code;
    this.path = path;
  }
}
