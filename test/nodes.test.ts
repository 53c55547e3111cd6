import { gathered } from './support/gathered.ts';

await gathered(new URL('./nodes/', import.meta.url));
