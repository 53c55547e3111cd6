import type { Uuid } from '../../domain/ids.ts';
import { visit } from '../../domain/visit/decider.ts';
import type { CommandApp } from '../command-app.ts';

/**
 * Which of the visits have a punch by their caregiver: read from each visit's own stream (rule 2).
 */
export const begunOf = async ({ loop }: CommandApp, visitIds: readonly Uuid[]): Promise<Uuid[]> => {
  const begun = await Promise.all(
    visitIds.map(async (visitId) => {
      const state = await loop.load(visit, visitId);
      const isHeld = state.status !== 'NONE' && state.status !== 'RELEASED';
      return isHeld && (state.start !== null || state.end !== null || state.record !== null);
    }),
  );
  return visitIds.filter((_, n) => begun[n]);
};
