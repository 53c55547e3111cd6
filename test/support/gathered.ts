import { readdirSync } from 'node:fs';
import t from 'tap';

/**
 * Runs each `of`th test file of a folder, from the `part`th on, one after the other in one process:
 * they share what a file alone spends on loading the system and on compiling it, half of its time.
 * Each has a system of its own, and still runs by itself. `except`: run elsewhere.
 */
export const gathered = async (
  folder: URL,
  { part = 1, of = 1, except = [] }: { part?: number; of?: number; except?: readonly string[] } = {},
): Promise<void> => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && !except.includes(file));
  for (const [n, file] of files.sort().entries()) {
    if (n % of !== part - 1) continue;
    await import(new URL(file, folder).href);
    // Comes after all tests of the file, as the next file's first lines must.
    await t.test(`that was ${file}`, async () => {});
  }
};
