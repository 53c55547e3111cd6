import { dayOf, type Instant } from '../../domain/calendar.ts';
import { memberIdOf, type Uuid } from '../../domain/ids.ts';
import { member } from '../../domain/member/decider.ts';
import { office } from '../../domain/office/decider.ts';
import { caregiverOf, worksOn } from '../../domain/office/state.ts';
import { assignedBy, type KnownVisit } from '../../domain/visit/state.ts';
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

/** Who is or was at the client's, as a punch says it, and who says so (rule 22). */
interface Presence {
  readonly byOfficeId: Uuid;
  readonly caregiverId: Uuid | null;
  readonly enteredForCaregiver: boolean;
  /** When another was assigned in the place of the caregiver who says so; null: nobody was. */
  readonly replacedAt: Instant | null;
}

/**
 * A caregiver speaks for themselves, also who was assigned before another was; a coordinator for
 * whoever is assigned, or was when the office lost the visit.
 */
export const presenceOf = async ({ loop }: CommandApp, { actor }: Caller, visit: KnownVisit): Promise<Presence> => {
  const byOfficeId = actor.officeId ?? '';
  const assigned = assignedBy(visit, byOfficeId);
  const state = await loop.load(member, memberIdOf(actor.subject));
  const own = state.status === 'ENROLLED' ? state.caregivers.map(({ caregiverId }) => caregiverId) : [];
  const self = assigned.find(({ caregiverId }) => own.includes(caregiverId));
  const spokenFor = self ?? assigned.find(({ until }) => until === null);
  return {
    byOfficeId,
    caregiverId: spokenFor?.caregiverId ?? null,
    enteredForCaregiver: self === undefined,
    replacedAt: self?.until ?? null,
  };
};
