import { type KeyOwner, keyIdOf } from '../../src/domain/sealed.ts';

/** A value as it looks when sealed with a key; that of another text looks different. */
export const exampleSealed = (owner: KeyOwner, id: string, text: string): string =>
  `sealed:1:${keyIdOf(owner, id)}:${Buffer.from(text).toString('base64url')}`;
