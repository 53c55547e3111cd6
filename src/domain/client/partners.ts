import type { Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';

/**
 * A partner office of a client, from a day on until the next one's; null: since the registration.
 */
export interface Partnership {
  readonly officeId: Uuid;
  readonly from: Day | null;
}

/** The one of a day: the last that had begun by then. */
export const partnershipOn = <One extends Partnership>(partnerships: readonly One[], day: Day): One | undefined =>
  partnerships.findLast(({ from }) => from === null || from <= day);

/** The one that begins after a day; at most one is ahead. */
export const partnershipAfter = <One extends Partnership>(partnerships: readonly One[], day: Day): One | null =>
  partnerships.find(({ from }) => from !== null && from > day) ?? null;

/**
 * The one that followed an office's last, and so ended it; null where none has or the office had
 * none.
 */
export const endOf = <One extends Partnership>(partnerships: readonly One[], officeId: Uuid): One | null => {
  const last = partnerships.findLastIndex((one) => one.officeId === officeId);
  return last < 0 ? null : (partnerships[last + 1] ?? null);
};

/**
 * After a transfer by the present office, which replaces one that had not come into force; to
 * itself, it only takes that one back.
 */
export const transferred = <One extends Partnership>(
  partnerships: readonly One[],
  byOfficeId: Uuid,
  to: One,
): readonly One[] => {
  const kept = partnerships.slice(0, 1 + partnerships.findLastIndex(({ officeId }) => officeId === byOfficeId));
  return to.officeId === byOfficeId ? kept : [...kept, to];
};

/** Those that have begun by a day: with the end, a transfer that is ahead of it falls away. */
export const partnersUntil = <One extends Partnership>(partnerships: readonly One[], day: Day): readonly One[] =>
  partnerships.filter(({ from }) => from === null || from <= day);

/** Whether the office is the partner office on a day, or will be. */
export const isPartnerFrom = (partnerships: readonly Partnership[], officeId: Uuid, day: Day): boolean =>
  partnershipOn(partnerships, day)?.officeId === officeId || partnershipAfter(partnerships, day)?.officeId === officeId;

/** Why a day is not the office's to plan for the client; null where it is (rule 9). */
export const clientRefusal = (
  { partners, leftOn }: { readonly partners: readonly Partnership[]; readonly leftOn: Day | null },
  officeId: Uuid,
  day: Day,
): 'CLIENT_TRANSFERRED' | 'CLIENT_LEFT' | null => {
  if (partnershipOn(partners, day)?.officeId !== officeId) return 'CLIENT_TRANSFERRED';
  return leftOn !== null && day > leftOn ? 'CLIENT_LEFT' : null;
};
