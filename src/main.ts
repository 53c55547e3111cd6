import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';

// Compiled code is kept for the next start, which takes a third less: in the data folder, which
// nobody else can write to, once it is there; NODE_COMPILE_CACHE names another place. So nothing
// else may be imported before, and the configuration is not read yet. Whatever is written is its
// owner's alone.
process.umask(0o077);
const dataDir = resolve(process.env.DATA_DIR || './data');
if (existsSync(dataDir)) {
  // The threads find it in the environment.
  process.env.NODE_COMPILE_CACHE ||= join(dataDir, 'compile-cache');
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
await import('./last-words.ts');
const { serve } = await import('./serve.ts');
await serve();
