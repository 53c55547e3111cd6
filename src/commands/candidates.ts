import { randomUUID } from 'node:crypto';
import { addDays, dayOf, earliest, mondayOf, startOfDay } from '../domain/calendar.ts';
import type { DelegatedVisit } from '../domain/delegation/events.ts';
import type { OfficeFacts } from '../domain/delegation/offering.ts';
import { refusalsOfOffice } from '../domain/delegation/rounds.ts';
import { numberedVisits, type VisitRow } from '../domain/delegation/visit-rows.ts';
import { type Location, metersBetween } from '../domain/distance.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Yen } from '../domain/vocabulary.ts';
import { minutesTakenBetween } from '../projections/delegations.ts';
import { type OfficeRow, officesById } from '../projections/offices.ts';
import { visitsMadeTo } from '../projections/visits.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { type OfferedFor, offeringFacts } from './facts/offering.ts';

/**
 * An office that may be asked, or what stands against it. `distanceMeters` from the home, else from
 * the middle of its area; null: not known.
 * `feeYen` of all the visits together, null where one of them has no price.
 */
export interface Candidate {
  readonly officeId: Uuid;
  readonly obstacles: readonly string[];
  readonly distanceMeters: number | null;
  readonly visitsToClient: number;
  readonly minutesInWeek: number;
  readonly feeYen: Yen | null;
}

/**
 * The offices as they could be asked for the visits now (contract, Client.candidates; rule 9), in
 * the order in which to ask them; equals as they were given. Nothing is stored. Throws
 * TOO_MANY_VISITS.
 */
export const candidatesFor = async (
  app: CommandApp,
  of: OfferedFor,
  rows: readonly VisitRow[],
  officeIds: readonly Uuid[],
  from: { readonly home: Location | null; readonly area: string },
): Promise<Candidate[]> => {
  const { visits } = numberedVisits(randomUUID(), rows);
  const [facts, readModel] = await Promise.all([offeringFacts(app, of, visits, officeIds), readModelAtHead(app)]);
  const now = app.clock.now();
  const monday = mondayOf(dayOf(earliest(...visits.map(({ plannedStart }) => plannedStart))));
  const week = { from: startOfDay(monday), to: startOfDay(addDays(monday, 7)) };
  const all = officesById(readModel, officeIds);
  const begin = from.home ?? middleOf(from.area, all);
  return all
    .map((office): Candidate => {
      const refusals = refusalsOfOffice(of.partnerOfficeId, visits, office.id, facts, now);
      return {
        officeId: office.id,
        obstacles: [...new Set(refusals.map(({ code }) => code))],
        distanceMeters: metersFrom(begin, office),
        visitsToClient: visitsMadeTo(readModel, of.clientId, office.id),
        minutesInWeek: minutesTakenBetween(readModel, of.networkId, office.id, week),
        feeYen: feeOfAll(visits, facts.offices[office.id] ?? {}),
      };
    })
    .sort(asToBeAsked);
};

const placeOf = ({ latitude, longitude }: OfficeRow): Location | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };

const metersFrom = (begin: Location | null, office: OfficeRow): number | null => {
  const place = placeOf(office);
  return begin === null || place === null ? null : metersBetween(begin, place);
};

/**
 * Where an area lies, as far as it is known: in the middle of the offices of the municipality with
 * whose name it begins; null where there are none.
 */
const middleOf = (area: string, all: readonly OfficeRow[]): Location | null => {
  const places = all
    .filter(({ municipality }) => municipality !== '' && area.startsWith(municipality))
    .flatMap((office) => placeOf(office) ?? []);
  if (places.length === 0) return null;
  const mean = (of: (place: Location) => number): number =>
    places.reduce((sum, place) => sum + of(place), 0) / places.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
};

const feeOfAll = (visits: readonly DelegatedVisit[], facts: Readonly<Record<Uuid, OfficeFacts>>): Yen | null =>
  visits.reduce<Yen | null>((sum, { visitId }) => {
    const price = facts[visitId]?.price ?? null;
    return sum === null || price === null || 'refusal' in price ? null : sum + price.feeYen;
  }, 0);

/** Distances that are not known come last. */
const asToBeAsked = (one: Candidate, other: Candidate): number =>
  Number(one.obstacles.length > 0) - Number(other.obstacles.length > 0) ||
  other.visitsToClient - one.visitsToClient ||
  (one.distanceMeters ?? Number.MAX_SAFE_INTEGER) - (other.distanceMeters ?? Number.MAX_SAFE_INTEGER) ||
  one.minutesInWeek - other.minutesInWeek;
