import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is ours in a data folder, drafts and SQLite's files beside a database included. */
const OURS = /^((events|vault|lock)\.sqlite|(master|token)\.key|simulated-clock|read-models|compile-cache)([-.].*)?$/;

/**
 * The data folder (made where there is none) and what is ours in it are their owner's alone,
 * whatever modes they had, and so is whatever this process makes from now on. The mode of a folder
 * that holds other things too, or that belongs to somebody else, is left as it is.
 */
export const keepPrivate = (folder: string): void => {
  process.umask(0o077);
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  if (names.every((name) => OURS.test(name))) closeToOthers(folder, { isOurs: false });
  for (const name of names) if (OURS.test(name)) closeAll(join(folder, name));
};

const closeAll = (path: string): void => {
  closeToOthers(path, { isOurs: true });
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) closeAll(join(path, name));
};

const closeToOthers = (path: string, { isOurs }: { readonly isOurs: boolean }): void => {
  const stats = lstatSync(path);
  const mode = stats.isDirectory() ? 0o700 : 0o600;
  if (stats.isSymbolicLink() || (stats.mode & 0o777) === mode) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (isOurs || (error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
};
