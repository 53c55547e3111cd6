import { gathered } from './support/gathered.ts';

await gathered(new URL('./api/', import.meta.url), { part: 1, of: 2 });
