import type { ReadModel } from '../projections/read-model.ts';
import { ReadModelBehind } from './command-app.ts';

/**
 * Lets a process run first that what is asked depends on (rule 22): waits until `done` holds on the
 * read model. Throws `ReadModelBehind` after 5 s.
 */
export const waitForProcess = (
  readModel: ReadModel,
  done: () => boolean,
  timeoutMilliseconds = 5000,
): Promise<void> => {
  if (done()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const timer = setTimeout(
      () => end(() => reject(new ReadModelBehind('a process has not come that far'))),
      timeoutMilliseconds,
    );
    const stop = readModel.onAdvance(() => {
      if (done()) end(resolve);
    });
  });
};
