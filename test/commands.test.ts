import { gathered } from './support/gathered.ts';

await gathered(new URL('./commands/', import.meta.url), { except: ['send.test.ts'] });
