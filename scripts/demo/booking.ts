import { addMinutes, dayOf, type Instant, overlap } from '../../src/domain/calendar.ts';
import type { PlannedCare } from './care-plans.ts';
import type { SetCaregiver, SetOffice } from './setting.ts';

/** On the way between two visits. */
const TRAVEL_MINUTES = 30;

interface Booked {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * Whom an office sends: in turn, whoever is qualified, still works there and is nowhere else at the
 * time.
 */
export class Booking {
  readonly #booked = new Map<string, Booked[]>();

  /** Null where the office has nobody for it. */
  caregiverFor(office: SetOffice, care: PlannedCare, start: Instant): SetCaregiver | null {
    if (!office.services.includes(care.service)) return null;
    const wanted = { start: addMinutes(start, -TRAVEL_MINUTES), end: addMinutes(start, care.minutes + TRAVEL_MINUTES) };
    const able = office.caregivers.filter(
      ({ id, qualification, leftOn }) =>
        (qualification !== 'DAILY_LIVING_ONLY' || care.service === 'DAILY_LIVING') &&
        (leftOn === null || dayOf(start) <= leftOn) &&
        !this.#of(id).some((booked) => overlap(booked, wanted)),
    );
    // The one with the fewest visits so far.
    const [next] = able.toSorted((one, other) => this.#of(one.id).length - this.#of(other.id).length);
    if (!next) return null;
    this.#booked.set(next.id, [...this.#of(next.id), { start, end: addMinutes(start, care.minutes) }]);
    return next;
  }

  #of(caregiverId: string): readonly Booked[] {
    return this.#booked.get(caregiverId) ?? [];
  }
}
