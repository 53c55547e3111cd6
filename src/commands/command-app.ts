import type { TransferFileOptions } from '../exchange/bank-transfer.ts';
import { type ReadModel, ReadModelBehind } from '../projections/read-model.ts';
import type { Clock } from '../store/clock.ts';
import type { EventStore } from '../store/event-store.ts';
import type { CommandLoop } from '../store/handle-command.ts';
import type { Vault } from '../store/vault.ts';

/** What commands are built on: the ports and the loop. */
export interface CommandApp {
  readonly store: EventStore;
  readonly loop: CommandLoop;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly readModel: ReadModel;
  /** Administrators by configuration: enrolled by nobody (rule 47). */
  readonly adminSubjects: readonly string[];
  /** What a bank wants otherwise than usual, by its code. */
  readonly bankFileOptions: ReadonlyMap<string, TransferFileOptions>;
}

/**
 * The read model once it has reached the present head: for decisions over sets (rule 3). Throws
 * `ReadModelBehind` after 5 s.
 */
export const readModelAtHead = async (app: Pick<CommandApp, 'store' | 'readModel'>): Promise<ReadModel> => {
  if (!(await app.readModel.reached(await app.store.head()))) throw new ReadModelBehind('the read model is behind');
  return app.readModel;
};
