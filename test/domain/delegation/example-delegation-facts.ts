import { addMinutes, type Instant } from '../../../src/domain/calendar.ts';
import type { DelegationCommand } from '../../../src/domain/delegation/decider.ts';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import { perVisitBasis } from '../fees/example-basis.ts';

type RequestCommand = Extract<DelegationCommand, { type: 'RequestDelegation' }>;
type Visit = RequestCommand['visits'][number];
type Round = RequestCommand['rounds'][number];
export type Facts = RequestCommand['facts'];
type VisitFacts = Facts['visits'][Uuid];
type OfficeFacts = Facts['offices'][Uuid][Uuid];

/** Time is counted in minutes from the request on, when the first round opens: 09:00 in Tokyo. */
export const minute = (n: number): Instant => addMinutes('2026-06-01T00:00:00.000Z', n);

export const PARTNER = uuidOf('partner');
export const OAK = uuidOf('oak');
export const ELM = uuidOf('elm');
export const ASH = uuidOf('ash');
export const OFFICES = [OAK, ELM, ASH];
/** Starts at minute 180, 12:00 in Tokyo. */
export const NOON = uuidOf('noon');
/** Starts at minute 540, 18:00 in Tokyo. */
export const EVENING = uuidOf('evening');
export const BOTH = [NOON, EVENING];
/** By which each visit costs 4,000 yen. */
export const BASIS = perVisitBasis(4000);
/** What was agreed on of noon with OAK: an hour from 14:00 on, at 5,000 yen. */
export const changedNoon = {
  visitId: NOON,
  officeId: OAK,
  changeId: uuidOf('change'),
  service: 'PHYSICAL_CARE' as const,
  minutes: 60,
  physicalMinutes: null,
  plannedStart: minute(300),
  plannedEnd: minute(360),
  basis: perVisitBasis(5000),
  feeYen: 5000,
};
/** Any sealed text; the delegation never opens one. */
export const TEXT = 'sealed:1:client/00000000-0000-4000-8000-000000000000:AAAA';

/** A visit of 45 minutes. */
export const visitAt = (start: number, changes: Partial<Visit> & { visitId: Uuid }): Visit => ({
  place: 0,
  plannedVisitId: null,
  service: 'PHYSICAL_CARE',
  minutes: 45,
  physicalMinutes: null,
  plannedStart: minute(start),
  plannedEnd: minute(start + 45),
  caregiversRequired: 1,
  pairedVisitId: null,
  emergency: false,
  tasks: [],
  ...changes,
});
export const noon = (changes: Partial<Visit> = {}): Visit => visitAt(180, { visitId: NOON, ...changes });
export const evening = (changes: Partial<Visit> = {}): Visit =>
  visitAt(540, { visitId: EVENING, place: 1, ...changes });
export const round = (officeIds: Uuid[], windowMinutes = 60): Round => ({ officeIds, windowMinutes });

/** What other streams say, where nothing stands in the way of any visit and any office. */
export const allIsWell = (visitIds: readonly Uuid[] = BOTH): Facts => ({
  visits: Object.fromEntries(
    visitIds.map((id) => [id, { clientGone: null, requesterIsPartner: true, clientConsents: true, overlaps: false }]),
  ),
  offices: Object.fromEntries(
    [PARTNER, ...OFFICES].map((officeId) => [
      officeId,
      Object.fromEntries(
        visitIds.map((id) => [id, { isAssist: true, offersService: true, price: { basis: BASIS, feeYen: 4000 } }]),
      ),
    ]),
  ),
});
/** All is well but this of one visit. */
export const exceptVisit = (visitId: Uuid, changes: Partial<VisitFacts>, facts: Facts = allIsWell()): Facts => {
  const stated = facts.visits[visitId];
  return stated ? { ...facts, visits: { ...facts.visits, [visitId]: { ...stated, ...changes } } } : facts;
};
/** All is well but this of one office, for one visit. */
export const exceptOffice = (
  officeId: Uuid,
  visitId: Uuid,
  changes: Partial<OfficeFacts>,
  facts: Facts = allIsWell(),
): Facts => {
  const stated = facts.offices[officeId]?.[visitId];
  return stated
    ? {
        ...facts,
        offices: { ...facts.offices, [officeId]: { ...facts.offices[officeId], [visitId]: { ...stated, ...changes } } },
      }
    : facts;
};

/** What other streams can have against a visit (rule 9), with the code it is refused by. */
export const againstVisits: readonly { what: string; code: string; facts: (visitId: Uuid) => Facts }[] = [
  {
    what: 'the requester is not PARTNER on the visit’s day',
    code: 'OFFICE_NOT_PARTNER',
    facts: (visitId) => exceptVisit(visitId, { requesterIsPartner: false }),
  },
  {
    what: 'the client does not consent',
    code: 'CONSENT_MISSING',
    facts: (visitId) => exceptVisit(visitId, { clientConsents: false }),
  },
  {
    what: 'another visit of the client overlaps',
    code: 'VISITS_OVERLAP',
    facts: (visitId) => exceptVisit(visitId, { overlaps: true }),
  },
];
/** What other streams can have against an office for a visit (rule 9), with the code. */
export const againstOffices: readonly {
  what: string;
  code: string;
  /** The visit's field, where it and not the office is at fault. */
  ofVisit?: string;
  facts: (officeId: Uuid, visitId: Uuid) => Facts;
}[] = [
  {
    what: 'the office is not ASSIST on the visit’s day',
    code: 'OFFICE_NOT_ASSIST',
    facts: (officeId, visitId) => exceptOffice(officeId, visitId, { isAssist: false }),
  },
  {
    what: 'the office does not offer the service',
    code: 'SERVICE_NOT_OFFERED',
    facts: (officeId, visitId) => exceptOffice(officeId, visitId, { offersService: false }),
  },
  {
    what: 'no agreed terms are in force on the visit’s day',
    code: 'TERMS_MISSING',
    facts: (officeId, visitId) => exceptOffice(officeId, visitId, { price: null }),
  },
  {
    what: 'no fee table has a code for the minutes',
    code: 'NO_SERVICE_CODE',
    ofVisit: 'minutes',
    facts: (officeId, visitId) =>
      exceptOffice(officeId, visitId, { price: { refusal: 'NO_SERVICE_CODE', field: 'minutes' } }),
  },
  ...['NO_PRICE', 'AREA_GRADE_UNKNOWN'].map((code) => ({
    what: `the terms give no price (${code})`,
    code,
    facts: (officeId: Uuid, visitId: Uuid) =>
      exceptOffice(officeId, visitId, { price: { refusal: code, field: 'service' } }),
  })),
];
