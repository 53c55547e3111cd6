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
    // Comes after all tests of the file before, and lasts until those of this one stand in line:
    // what has nothing to do ends.
    const [turn, loaded] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const loading = t.test(`loads ${file}`, async () => {
      turn.resolve();
      await loaded.promise;
    });
    await turn.promise;
    await import(new URL(file, folder).href).finally(loaded.resolve);
    await loading;
  }
};
