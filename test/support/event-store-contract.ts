import { APPEND_CASES } from './event-store-contract-appends.ts';
import type { ContractCase } from './event-store-contract-ground.ts';
import { SUBSCRIPTION_CASES } from './event-store-contract-subscriptions.ts';

export { type ContractPlace, runContractCase } from './event-store-contract-ground.ts';

/** What every event store promises, whichever it is, also on a log that others write to. */
export const EVENT_STORE_CONTRACT: readonly ContractCase[] = [...APPEND_CASES, ...SUBSCRIPTION_CASES];
