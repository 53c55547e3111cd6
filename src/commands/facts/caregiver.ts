import { dayOf } from '../../domain/calendar.ts';
import { memberIdOf, type Uuid } from '../../domain/ids.ts';
import { member } from '../../domain/member/decider.ts';
import { office } from '../../domain/office/decider.ts';
import { caregiverOf, worksOn } from '../../domain/office/state.ts';
import type { KnownVisit } from '../../domain/visit/state.ts';
import type { Qualification } from '../../domain/vocabulary.ts';
import type { Caller } from '../../store/handle-command.ts';
import type { CommandApp } from '../command-app.ts';

/**
 * What an office, mostly the one that has the visit, says of a caregiver on the visit's day (rule
 * 2).
 */
export const caregiverFacts = async (
  { loop }: CommandApp,
  { plan }: Pick<KnownVisit, 'plan'>,
  caregiverId: Uuid | null,
  officeId: Uuid = plan.assistOfficeId,
): Promise<{ works: boolean; qualifications: readonly Qualification[] }> => {
  if (caregiverId === null) return { works: false, qualifications: [] };
  const assist = await loop.load(office, officeId);
  return {
    works: worksOn(assist, caregiverId, dayOf(plan.plannedStart)),
    qualifications: caregiverOf(assist, caregiverId)?.qualifications ?? [],
  };
};

/** Whether a coordinator enters for the caregiver (代行入力): the caller is not the caregiver. */
export const entersForCaregiver = async (
  { loop }: CommandApp,
  { actor }: Caller,
  caregiverId: Uuid | null,
): Promise<boolean> => {
  const state = await loop.load(member, memberIdOf(actor.subject));
  return state.status !== 'ENROLLED' || !state.caregivers.some((own) => own.caregiverId === caregiverId);
};
