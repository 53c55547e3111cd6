import { parentPort, workerData } from 'node:worker_threads';
import type { Questions } from './commands/long-questions.ts';
import type { Said } from './documents/paper.ts';
import { clockOf, type LogLocation, openLog } from './open-log.ts';
import { ReadModel } from './projections/read-model.ts';
import type { Position } from './store/event-store.ts';
import { StoreUnavailable } from './store/event-store.ts';
import { CommandLoop } from './store/handle-command.ts';

/** What the thread is started with. */
export interface QuestionWorkerData {
  readonly log: LogLocation;
  readonly readModelFile: string;
  /** Address of the module that exports the questions, as `longQuestions`. */
  readonly registry: string;
}
/** What the main thread asks: one at a time. */
export interface QuestionMessage {
  readonly name: string;
  readonly asked: unknown;
  /** The projector has committed up to here: what is read from now on holds it. */
  readonly position: Position;
}
/** What the thread tells of the question that it was asked. */
export type AnswerMessage =
  | { readonly began: true }
  | Said
  | { readonly answer: unknown }
  | { readonly unavailable: string }
  | { readonly failed: unknown };

// The thread for long questions: its own connections to log and read model, both for reading alone.
const { log, readModelFile, registry } = workerData as QuestionWorkerData;
/** Bytes are handed over, not copied. */
const tell = (message: AnswerMessage, bytes: ArrayBuffer[] = []): void => parentPort?.postMessage(message, bytes);
const { longQuestions } = (await import(registry)) as { longQuestions: Questions };
const store = await openLog(log, { readOnly: true });
const readModel = new ReadModel(readModelFile, 0);
const app = { store, readModel, loop: new CommandLoop(store, clockOf(log)) };

parentPort?.on('message', async ({ name, asked, position }: QuestionMessage) => {
  tell({ began: true });
  readModel.advanced(position);
  try {
    const answer = await longQuestions[name]?.(app, asked as never, (said) => tell(said, bytesIn(said)));
    tell({ answer }, bytesIn(answer));
  } catch (error) {
    tell(error instanceof StoreUnavailable ? { unavailable: error.message } : { failed: error });
  }
});

/** The memory of a file, or of a piece of one, that stands in what is said. */
const bytesIn = (answer: unknown): ArrayBuffer[] =>
  Object.values(typeof answer === 'object' && answer !== null ? answer : {}).flatMap((part) =>
    part instanceof Uint8Array && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
