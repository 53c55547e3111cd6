import { memberIdOf, type Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { CommandLoop } from '../store/handle-command.ts';
import type { Actor as EventActor } from '../store/metadata.ts';

/** Who asks, as the log knows them now. */
export interface Viewer {
  readonly subject: string;
  readonly role: Role;
  /** Of a COORDINATOR or CAREGIVER. */
  readonly officeId: Uuid | null;
  /** One per office (a caregiver of several; a coordinator who also makes visits, 兼務). */
  readonly caregivers: readonly { readonly officeId: Uuid; readonly caregiverId: Uuid }[];
}

/**
 * Null for a subject without a role. Rights come from the log, not from the token; `ADMIN_SUBJECTS`
 * are administrators without being enrolled.
 */
export const viewerOf = async (
  subject: string,
  loop: CommandLoop,
  adminSubjects: readonly string[],
): Promise<Viewer | null> => {
  if (adminSubjects.includes(subject)) return { subject, role: 'ADMINISTRATOR', officeId: null, caregivers: [] };
  const state = await loop.load(member, memberIdOf(subject));
  if (state.status !== 'ENROLLED') return null;
  return { subject, role: state.role, officeId: state.officeId, caregivers: state.caregivers };
};

/** The viewer as events name the actor. */
export const actorOf = (viewer: Viewer): EventActor => ({
  subject: viewer.subject,
  role: viewer.role,
  officeId: viewer.officeId,
});

export const isCoordinatorOf = (viewer: Viewer | null, officeId: Uuid | null): boolean =>
  viewer !== null && officeId !== null && viewer.role === 'COORDINATOR' && viewer.officeId === officeId;

/**
 * Whether the viewer is this caregiver: as CAREGIVER, or as a COORDINATOR with a caregiver of the
 * same office.
 */
export const isCaregiver = (viewer: Viewer | null, caregiverId: Uuid | null): boolean =>
  viewer !== null &&
  caregiverId !== null &&
  (viewer.role === 'CAREGIVER' || viewer.role === 'COORDINATOR') &&
  viewer.caregivers.some((own) => own.caregiverId === caregiverId);

/** Offices that the viewer belongs to, as COORDINATOR or with a caregiver. */
export const ownOffices = ({ officeId, caregivers }: Viewer): Uuid[] => [
  ...(officeId === null ? [] : [officeId]),
  ...caregivers.map((own) => own.officeId),
];

/** The office of a COORDINATOR; null for every other role. */
export const coordinatedOffice = (viewer: Viewer | null): Uuid | null =>
  viewer?.role === 'COORDINATOR' ? viewer.officeId : null;
