import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * All that decides what rows a log gives, in `src`: the views, the processes' lists, and what they
 * fold with.
 */
export const MADE_BY = [
  'domain/**/*.ts',
  'projections/**/*.ts',
  'projections-in-force.ts',
  'processes/**/*.ts',
  'store/{codec,event-types,limited,metadata,upcasters}.ts',
];

let made: string | null = null;

/**
 * Digest of the code that makes the read model: the name of its file. Changed code builds a new
 * file beside the old one, and no version has to be raised by hand.
 */
export const readModelDigest = (): string => {
  made ??= digestOfSources();
  return made;
};

const digestOfSources = (): string => {
  const source = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const file of globSync(MADE_BY, { cwd: source }).sort())
    hash.update(`${file}\0`).update(readFileSync(join(source, file)));
  return hash.digest('hex').slice(0, 16);
};
