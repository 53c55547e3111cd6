import type { Process } from './process.ts';

/** Every process. */
export const processes: readonly Process[] = [];
