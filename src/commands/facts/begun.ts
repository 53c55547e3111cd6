import type { Uuid } from '../../domain/ids.ts';
import { visit } from '../../domain/visit/decider.ts';
import { isBegun } from '../../domain/visit/state.ts';
import type { CommandApp } from '../command-app.ts';

/**
 * Which of the visits have begun, by a punch or at the door: read from each visit's own stream
 * (rule 2).
 */
export const begunOf = async ({ loop }: CommandApp, visitIds: readonly Uuid[]): Promise<Uuid[]> => {
  const begun = await Promise.all(
    visitIds.map(async (visitId) => {
      const state = await loop.load(visit, visitId);
      return state.status !== 'NONE' && isBegun(state);
    }),
  );
  return visitIds.filter((_, n) => begun[n]);
};
