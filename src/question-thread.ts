import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { type Answering, type AskOptions, type Questions, Unanswered } from './commands/long-questions.ts';
import type { LogLocation } from './open-log.ts';
import type { ReadModel } from './projections/read-model.ts';
import type { AnswerMessage, QuestionMessage, QuestionWorkerData } from './question-worker.ts';

interface Waiting extends QuestionMessage {
  done(answer: unknown): void;
  failed(error: unknown): void;
  readonly told: AskOptions['told'];
}

const LIMITS = {
  /** Until the thread, which may have to start first, begins to answer. */
  beginMilliseconds: 30_000,
  /** From the beginning of the answer, or from the last word of how much of it is made. */
  answerMilliseconds: 10_000,
  /** Behind the one that is being answered. */
  mostWaiting: 16,
  /** After so long without a question the thread ends, and its memory is given back. */
  idleMilliseconds: 60_000,
  megabytes: 128,
};

/**
 * Answers long questions in a thread of their own, one after the other, so that none delays a page.
 * The thread starts with the first question. One that takes too long or too much memory is given up
 * with the thread, and the next one begins a new thread.
 */
export class QuestionThread<All extends Questions> implements Answering<All> {
  readonly #from: { readonly log: LogLocation; readonly readModel: ReadModel; readonly registry: URL };
  readonly #logger: Logger;
  readonly #limits: typeof LIMITS;
  readonly #waiting: Waiting[] = [];
  #answering: Waiting | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `registry`: the module that exports the questions, as `longQuestions`. */
  constructor(
    from: { readonly log: LogLocation; readonly readModel: ReadModel; readonly registry: URL },
    logger: Logger,
    limits: Partial<typeof LIMITS> = {},
  ) {
    this.#from = from;
    this.#logger = logger;
    this.#limits = { ...LIMITS, ...limits };
  }

  ask<Name extends keyof All & string>(
    name: Name,
    asked: Parameters<All[Name]>[1],
    { told, continues = false }: AskOptions = {},
  ): Promise<Awaited<ReturnType<All[Name]>>> {
    return new Promise((done, failed) => {
      if (this.#isClosed || (!continues && this.#waiting.length >= this.#limits.mostWaiting)) {
        failed(new Unanswered('too many questions wait'));
        return;
      }
      const waiting = { name, asked, position: this.#from.readModel.checkpoint, done, failed, told };
      if (continues) this.#waiting.unshift(waiting);
      else this.#waiting.push(waiting);
      this.#next();
    });
  }

  /** Ends the thread; what is not answered yet is given up. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = this.#endThread();
    const open = [this.#answering, ...this.#waiting.splice(0)];
    this.#answering = null;
    for (const one of open) one?.failed(new Unanswered('the system is closing'));
    await ended;
  }

  #next(): void {
    if (this.#answering !== null) return;
    this.#answering = this.#waiting.shift() ?? null;
    clearTimeout(this.#timer);
    if (this.#answering === null) {
      this.#timer = setTimeout(() => this.#endThread(), this.#limits.idleMilliseconds).unref();
      return;
    }
    const { name, asked, position } = this.#answering;
    this.#timer = setTimeout(() => this.#giveUp('its thread does not begin'), this.#limits.beginMilliseconds);
    this.#worker ??= this.#start();
    this.#worker.postMessage({ name, asked, position } satisfies QuestionMessage);
  }

  #start(): Worker {
    const { log, readModel, registry } = this.#from;
    const worker = new Worker(new URL('./question-worker.ts', import.meta.url), {
      workerData: { log, readModelFile: readModel.file, registry: registry.href } satisfies QuestionWorkerData,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    worker.on('message', (message: AnswerMessage) => {
      if (worker === this.#worker) this.#told(message);
    });
    // Its memory is at an end, or it does not start. A message may quote what it was asked: names.
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker === this.#worker) this.#giveUp(error.code ?? error.name);
    });
    // Also without an error: where nothing is left that it could wait for.
    worker.on('exit', () => {
      if (worker === this.#worker) this.#giveUp('its thread has ended');
    });
    return worker;
  }

  #told(message: AnswerMessage): void {
    const asked = this.#answering;
    if ('began' in message || 'share' in message || 'piece' in message) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#giveUp('it takes too long'), this.#limits.answerMilliseconds);
      if (!('began' in message)) asked?.told?.(message);
      return;
    }
    this.#answering = null;
    if ('answer' in message) asked?.done(message.answer);
    else if ('failed' in message) asked?.failed(message.failed);
    else asked?.failed(new Unanswered(message.unavailable));
    this.#next();
  }

  /** A call into SQLite that is under way is not broken off: then the thread ends after it. */
  #giveUp(reason: string): void {
    const asked = this.#answering;
    this.#answering = null;
    this.#logger.error({ question: asked?.name, reason }, 'a long question was given up');
    void this.#endThread();
    asked?.failed(new Unanswered(reason));
    this.#next();
  }

  async #endThread(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
