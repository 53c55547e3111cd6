import { asItIs, type Decider } from '../../src/domain/decider.ts';
import type { NetworkEvent } from '../../src/domain/network/events.ts';
import { Rejected } from '../../src/domain/rejected.ts';

type Formed = Extract<NetworkEvent, { type: 'NetworkFormed' }>;
export interface FormCommand {
  readonly type: 'Form';
  readonly name: string;
}

/**
 * A decider of the smallest kind, on real events: forms a network once; another name is refused,
 * the same one is a repeat. For tests of the loop itself.
 */
export const naming: Decider<string | null, FormCommand, Formed> = {
  category: 'network',
  initial: null,
  known: asItIs<string | null>,
  evolve: (_state, event) => event.data.name,
  decide: ({ name }, state) => {
    if (state === name) return [];
    if (state !== null) throw new Rejected('NETWORK_EXISTS', ['name']);
    return [{ type: 'NetworkFormed', data: { name, area: '大田区', fiscalYear: 2026 } }];
  },
};

/** A decider that always adds one event: for tests of conflicts. */
export const counting: Decider<number, FormCommand, Formed> = {
  ...naming,
  initial: 0,
  known: asItIs<number>,
  evolve: (count) => count + 1,
  decide: ({ name }, count) => [
    { type: 'NetworkFormed', data: { name: `${name} ${count}`, area: '大田区', fiscalYear: 2026 } },
  ],
};
