import { gathered } from './support/gathered.ts';

await gathered(new URL('./projections/', import.meta.url));
