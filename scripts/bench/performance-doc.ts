import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Benchmark, Run } from './benchmark.ts';
import type { Figure } from './figures.ts';
import { markdownTableOf } from './printing.ts';

const FILE = new URL('../../docs/performance.md', import.meta.url);

const QUICK = `Rounds of half a second each, after some seconds that do not count.
`;

export interface Measured {
  readonly benchmark: Benchmark;
  readonly figures: readonly Figure[];
}

/**
 * Writes docs/performance.md: the table of one run, what each path does, and why it is no faster.
 */
export const writePerformanceDoc = (measured: readonly Measured[], run: Run): void => {
  const options = [...(run.quick ? ['--quick'] : []), ...(run.peers ? ['--peers'] : [])];
  writeFileSync(
    FILE,
    `# Performance

Written by \`${['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' ')}\`,
on ${availableParallelism()} cores, with Node ${process.versions.node}. What counts are the ratios:
ours and the limit do the same work in one run, in turns, checked to be equal; medians of
the rounds. A ratio is always such that larger is better, its bound the least allowed. Of what may be so much at the
most, the ratio is that of the most to ours. Nothing here is a test: no test looks at a clock.
${run.quick ? QUICK : ''}
${markdownTableOf(measured.flatMap(({ figures }) => figures))}

## What is measured

${measured.map(({ benchmark: { name, about } }) => `**${name}.** ${about}`).join('\n\n')}

${reasonsOf(measured)}The logs are generated (\`scripts/bench/log\`): three networks of two partner offices
and five assist offices each, 240 clients with five visits a week, some 43,000 events a month, made by the
project's own deciders from a seed.
`,
  );
};

/** Of the benchmarks of which a bound is not met. */
const reasonsOf = (measured: readonly Measured[]): string => {
  const reasons = measured.flatMap(({ benchmark: { name, whyNot }, figures }) =>
    whyNot !== undefined && figures.some(({ ratio, bound }) => ratio < bound) ? [`**${name}.** ${whyNot}`] : [],
  );
  return reasons.length > 0 ? `## Where a bound is not met, and why\n\n${reasons.join('\n\n')}\n\n` : '';
};
