import { readdirSync } from 'node:fs';

// Small files on apps of their own: in one process they share the time it takes to start one.
const folder = new URL('./processes/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
for (const file of files.sort()) await import(new URL(file, folder).href);
