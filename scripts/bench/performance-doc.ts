import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Benchmark, Run } from './benchmark.ts';
import type { Figure } from './figures.ts';
import { markdownTableOf } from './printing.ts';

const FILE = new URL('../../docs/performance.md', import.meta.url);

/** Writes docs/performance.md: the table of one run, and what each path does. */
export const writePerformanceDoc = (benchmarks: readonly Benchmark[], figures: readonly Figure[], run: Run): void => {
  writeFileSync(
    FILE,
    `# Performance

Written by \`npm run bench${run.quick ? ' -- --quick' : ''}\`,
on ${availableParallelism()} cores, with Node ${process.versions.node}. What counts are the ratios:
ours and the limit do the same work in one run, in turns, checked to be equal; medians of
the rounds. A ratio is always such that larger is better, its bound the least allowed. Of what may be so much at the
most, the ratio is that of the most to ours. Nothing here is a test: no test looks at a clock.

${markdownTableOf(figures)}

## What is measured

${benchmarks.map(({ name, about }) => `**${name}.** ${about}`).join('\n\n')}

The logs are generated (\`scripts/bench/log\`): three networks of two partner offices and five assist offices each, 240
clients with five visits a week, some 43,000 events a month, made by the project's own deciders from a seed.
`,
  );
};
