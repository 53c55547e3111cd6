import { gathered } from './support/gathered.ts';

await gathered(new URL('./processes/', import.meta.url));
