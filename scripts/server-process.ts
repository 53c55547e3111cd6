import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { environmentWith } from '../src/config.ts';
import { bundledMain } from './bundle.ts';

export interface ServerProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Young objects of each thread take halves of 8 MB instead of 32, and old ones are collected when
 * they take twice what was left of them, instead of four times: half of the memory under load goes
 * back, for hardly more work of the processor.
 */
export const SERVER_OPTIONS = ['--max-semi-space-size=8', '--heap-growing-percent=100'];

/**
 * Starts the server as `npm start` does and waits for its ready line. Its log lines of level warn
 * and above go to stderr.
 */
export const startServer = async (env: Record<string, string>): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [...SERVER_OPTIONS, await bundledMain()], {
    env: environmentWith({ LOG_LEVEL: 'info', ...env }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // The server must not outlive the process that started it, however that ends.
  const endWithUs = (): boolean => child.kill();
  process.once('exit', endWithUs);
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      process.off('exit', endWithUs);
      resolve();
    }),
  );
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
    lines.on('line', (line) => {
      const entry = parsed(line);
      if (entry?.msg === 'ready' && typeof entry.url === 'string') {
        resolve({
          url: entry.url,
          process: child,
          stop: async () => {
            child.kill('SIGTERM');
            await ended;
          },
        });
      } else if (entry === null || ['warn', 'error', 'fatal'].includes(String(entry.level)))
        process.stderr.write(`${line}\n`);
    });
  });
};

const parsed = (line: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
};
