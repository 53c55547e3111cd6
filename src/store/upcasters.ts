type Json = Record<string, unknown>;

/**
 * How data of an older schema version becomes today's, one step per version:
 * `upcasters.get(type)?.[n - 1]` takes version n to n + 1. Events once released are for ever: a
 * changed shape gets a new version and an upcaster, and a recorded history under test/fixtures
 * keeps replaying.
 */
export const upcasters: ReadonlyMap<string, readonly ((data: Json) => Json)[]> = new Map([
  // Version 2: a visit may also be cancelled at the door.
  ['VisitCancelled', [(data: Json) => ({ ...data, atDoor: null })]],
  // Version 2: the care manager's office; which visit of the care plan it covers.
  ['ClientRegistered', [(data: Json) => ({ ...data, careManagementNumber: null, careManagementName: null })]],
  ['DelegationRequested', [(data: Json) => ({ ...data, visits: withEach(data.visits, { plannedVisitId: null }) })]],
  // Version 2: bound to the payee's account; before there were none (rule 35).
  ['PaymentApproved', [(data: Json) => ({ ...data, accountDigest: null })]],
]);

/** The rows of a list with what is new in each. */
const withEach = (rows: unknown, more: Json): Json[] =>
  Array.isArray(rows) ? rows.map((row: Json) => ({ ...row, ...more })) : [];

/** Version that is written today. */
export const schemaVersionOf = (type: string): number => (upcasters.get(type)?.length ?? 0) + 1;

/** Data as written today from data as written at `version`. */
export const upcast = (type: string, version: number, data: Json): Json =>
  (upcasters.get(type) ?? []).slice(version - 1).reduce((current, step) => step(current), data);
