import type { Figure } from './figures.ts';

/** A number as one reads it: three digits that count. */
const readable = (value: number): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(value < 1 ? 2 : 3)));

const HEAD = ['path', 'ours', 'limit', 'unit', 'ratio', 'bound', 'met', 'spread', 'rounds', 'ahead of peers'] as const;

const cellsOf = (figure: Figure): string[] => [
  figure.path,
  readable(figure.ours),
  readable(figure.limit),
  figure.unit,
  figure.ratio.toFixed(figure.ratio < 0.1 ? 3 : 2),
  String(figure.bound),
  figure.ratio >= figure.bound ? 'yes' : 'NO',
  figure.rounds > 1 ? `±${Math.round(figure.spread * 100)} %` : '',
  String(figure.rounds),
  Object.entries(figure.peers)
    .map(([name, times]) => `${name} ×${readable(times)}`)
    .join(', '),
];

/** The figures as a table of text, columns of one width. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [[...HEAD], ...figures.map(cellsOf)];
  const widths = HEAD.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** The figures as a table of Markdown. */
export const markdownTableOf = (figures: readonly Figure[]): string =>
  [[...HEAD], HEAD.map(() => '---'), ...figures.map(cellsOf)].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What `--json` prints of each figure. */
export const jsonOf = (figures: readonly Figure[]): string =>
  JSON.stringify(
    figures.map(({ path, ours, limit, ratio, bound, peers }) => ({ path, ours, limit, ratio, bound, peers })),
  );
