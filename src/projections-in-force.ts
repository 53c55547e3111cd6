import { workProjection } from './processes/process.ts';
import { processes } from './processes/registry.ts';
import type { Projection } from './projections/projection.ts';
import { views } from './projections/registry.ts';

/** Everything that the read model holds: the views, then the to-do lists of the processes. */
export const projections: readonly Projection[] = [...views, workProjection(processes)];
