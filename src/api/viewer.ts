import { dayOf } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { member } from '../domain/member/decider.ts';
import type { Role } from '../domain/vocabulary.ts';
import { caregiversById } from '../projections/offices.ts';
import type { Actor as EventActor } from '../store/metadata.ts';
import type { ApiApp } from './context.ts';

/** Whom a token names. */
export interface Subject {
  readonly subject: string;
  readonly memberId: Uuid;
}

/** Who asks, as the log knows them now. */
export interface Viewer extends Subject {
  readonly role: Role;
  /** Of a COORDINATOR or CAREGIVER; of a caregiver of several offices the first. */
  readonly officeId: Uuid | null;
  /**
   * One per office (a caregiver of several; a coordinator who also makes visits, 兼務), without
   * those who have left it (rule 47).
   */
  readonly caregivers: readonly { readonly officeId: Uuid; readonly caregiverId: Uuid }[];
}

/**
 * Null for a subject without a role. Rights come from the log, not from the token; `ADMIN_SUBJECTS`
 * are administrators without being enrolled.
 */
export const viewerOf = async ({ subject, memberId }: Subject, app: ApiApp): Promise<Viewer | null> => {
  if (app.adminSubjects.includes(subject))
    return { subject, memberId, role: 'ADMINISTRATOR', officeId: null, caregivers: [] };
  const state = await app.loop.load(member, memberId);
  if (state.status !== 'ENROLLED') return null;
  const { role } = state;
  const caregivers = stillThere(state.caregivers, app);
  const officeId = role === 'CAREGIVER' ? (caregivers[0]?.officeId ?? null) : state.officeId;
  return { subject, memberId, role, officeId, caregivers };
};

const stillThere = (caregivers: Viewer['caregivers'], { readModel, clock }: ApiApp): Viewer['caregivers'] => {
  if (caregivers.length === 0) return caregivers;
  const today = dayOf(clock.now());
  const rows = caregiversById(
    readModel,
    caregivers.map(({ caregiverId }) => caregiverId),
  );
  const left = new Set(rows.flatMap(({ id, leftOn }) => (leftOn !== null && leftOn < today ? [id] : [])));
  return caregivers.filter(({ caregiverId }) => !left.has(caregiverId));
};

/** The viewer as events name the actor, acting for an office: null = the viewer's own. */
export const actorOf = ({ subject, role, officeId }: Viewer, actingFor: Uuid | null): EventActor => ({
  subject,
  role,
  officeId: actingFor ?? officeId,
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
