import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelDigest } from '../../src/projections/digest.ts';
import { startServer } from '../server-process.ts';
import type { Figure } from './figures.ts';
import { BESIDE, copyOf, type GeneratedFolder, generatedFolder } from './log/generated-folder.ts';
import { type LogPlan, TRIAL } from './log/generated-log.ts';

/** How a benchmark is to run. */
export interface Run {
  /** Small logs and few rounds: all paths in under two minutes. */
  readonly quick: boolean;
  /** Beside the peers of scripts/bench/package.json. */
  readonly peers: boolean;
  /** Sizes of logs, in events. */
  readonly sizes: readonly number[];
  /** Progress, on stderr. */
  readonly say: (text: string) => void;
}

/** One path of the system: what is measured, against what, and how. */
export interface Benchmark {
  readonly name: string;
  /** One sentence, for docs/performance.md: what ours does, and what the limit does. */
  readonly about: string;
  readonly run: (run: Run) => Promise<Figure[]>;
  /** Why a bound is not met, and what was tried: written where one is not. */
  readonly whyNot?: string;
}

/** 10000 → 10⁴. Other numbers stay as they are. */
export const inPowers = (events: number): string => {
  const power = Math.log10(events);
  return Number.isInteger(power)
    ? `10${String(power).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')}`
    : String(events);
};

/** The generated log of three networks of a size. */
export const trialOf = (run: Run, events: number): Promise<GeneratedFolder> =>
  generated(run, { size: TRIAL, seed: 1, until: { events } });

export const generated = (run: Run, plan: LogPlan): Promise<GeneratedFolder> =>
  generatedFolder(plan, (events) => run.say(`generating: ${events} events`));

/**
 * A copy of a generated folder whose read model is there. It is built once for all paths, by a
 * server, and kept beside the log by the projections' digest.
 */
export const warmCopyOf = async (run: Run, generated: GeneratedFolder, to: string): Promise<string> => {
  const warm = join(generated.folder, `${BESIDE}warm-${readModelDigest()}`);
  if (!existsSync(warm)) {
    run.say(`building the read model of ${generated.log.events} events`);
    // In a folder that is no part of the one that is copied.
    const making = copyOf(generated, `${generated.folder}.${process.pid}`);
    await (await startServer({ DATA_DIR: making, PORT: '0' })).stop();
    renameSync(making, warm);
  }
  return onDisk(copyOf({ folder: warm }, to));
};

/** What a copy has left to be written would hold up the first commit on it, for half a second. */
const onDisk = (folder: string): string => {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const open = openSync(join(folder, file), 'r');
    fsyncSync(open);
    closeSync(open);
  }
  return folder;
};

/** Runs with a folder of its own, which is deleted in the end. */
export const inFolder = async <Result>(use: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
