import { fork } from 'node:child_process';
import { SERVER_OPTIONS } from '../server-process.ts';

export interface BareProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server of a limit or a peer in a process of its own, with as much memory as ours has,
 * and waits until it listens.
 */
export const startBare = (file: string, ...args: string[]): Promise<BareProcess> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL(file, import.meta.url), args, {
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv: SERVER_OPTIONS,
    });
    const ended = new Promise<void>((over) => child.once('exit', () => over()));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened`)));
    child.once('message', (url) =>
      resolve({
        url: String(url),
        stop: () => {
          child.kill();
          return ended;
        },
      }),
    );
  });
