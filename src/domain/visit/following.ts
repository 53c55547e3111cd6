import type { VisitState as DelegatedState } from '../delegation/state.ts';
import type { Uuid } from '../ids.ts';
import { followsDelegation, type VisitState } from './state.ts';

/** What the process does so that a visit's stream follows its delegation, in this order. */
export interface StepsToFollow {
  /** The office that gave the visit back, or lost it. */
  readonly release: Uuid | null;
  /** The office that makes it now, or made it when it was withdrawn. */
  readonly schedule: Uuid | null;
  readonly cancel: boolean;
  /** Whether an office held it at the withdrawal, so that the notice is priced. */
  readonly isHeld: boolean;
}

/**
 * A visit withdrawn before it was scheduled is scheduled first, so that its notice is priced (rule
 * 22). `heldBy`: whose visit it was at its withdrawal.
 */
export const stepsToFollow = (
  { allocatedTo, withdrawn }: Pick<DelegatedState, 'allocatedTo' | 'withdrawn'>,
  heldBy: Uuid | null,
  visit: VisitState,
): StepsToFollow => {
  const makerId = withdrawn ? heldBy : allocatedTo;
  const holderId = visit.status !== 'NONE' && followsDelegation(visit.status) ? visit.plan.assistOfficeId : null;
  const isInStep = holderId === makerId;
  return {
    release: isInStep ? null : holderId,
    schedule: isInStep ? null : makerId,
    cancel: withdrawn && (makerId !== null || visit.status !== 'NONE'),
    isHeld: makerId !== null,
  };
};
