import { fork } from 'node:child_process';

/** A limit or a peer in a process of its own, which answers a message with what it reached. */
export interface RoundsProcess {
  round(message: object): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one and waits until it has said that it is ready. Rejects where it ends instead. */
export const startRounds = async (file: string, ...args: string[]): Promise<RoundsProcess> => {
  const child = fork(new URL(file, import.meta.url), args, { stdio: ['ignore', 2, 2, 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answer = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const died = (code: number | null): void => reject(new Error(`${file} ended with ${code}`));
      child.once('exit', died);
      child.once('message', (reached) => {
        child.off('exit', died);
        resolve(Number(reached));
      });
    });
  await answer();
  return {
    round: (message) => {
      child.send(message);
      return answer();
    },
    stop: () => {
      child.disconnect();
      return ended;
    },
  };
};
