import { z } from 'zod';

/**
 * A day of the home health care benchmark (iolab-uniud/hhcrsp): times in minutes from the start of
 * the day's first shift, places as [longitude, latitude].
 */
export const benchmarkSchema = z.object({
  name: z.string(),
  departing_points: z.array(z.object({ id: z.string(), location: z.tuple([z.number(), z.number()]) })).min(2),
  patients: z.array(
    z.object({
      id: z.string(),
      location: z.tuple([z.number(), z.number()]),
      time_window: z.tuple([z.int(), z.int()]),
      required_caregivers: z
        .array(z.object({ service: z.string(), duration: z.int().positive() }))
        .min(1)
        .max(2),
      synchronization: z
        .union([
          z.object({ type: z.literal('simultaneous') }),
          z.object({ type: z.literal('sequential'), distance: z.tuple([z.int(), z.int()]) }),
        ])
        .optional(),
      incompatible_caregivers: z.array(z.string()).optional(),
    }),
  ),
  caregivers: z.array(
    z.object({
      id: z.string(),
      abilities: z.array(z.string()),
      starting_point_id: z.string(),
      working_shift: z.tuple([z.int(), z.int()]),
    }),
  ),
  services: z.array(z.object({ id: z.string(), default_duration: z.int(), type: z.string() })),
});
export type Benchmark = z.infer<typeof benchmarkSchema>;
export type Patient = Benchmark['patients'][number];
export type BenchmarkCaregiver = Benchmark['caregivers'][number];

/**
 * One visit of one caregiver, in minutes of the day. `pair`: the two visits of a simultaneous
 * service share it.
 */
export interface NeededVisit {
  readonly key: string;
  readonly patient: Patient;
  readonly service: string;
  readonly start: number;
  readonly end: number;
  readonly pair: string | null;
}

/**
 * What a patient needs, at the beginning of the time window. Two at once share their times (the
 * longer one's); two in turn keep the least distance.
 */
export const visitsOf = (patient: Patient): NeededVisit[] => {
  const [first, second] = patient.required_caregivers;
  if (!first) return [];
  const start = patient.time_window[0];
  if (!second)
    return [
      { key: `${patient.id}-0`, patient, service: first.service, start, end: start + first.duration, pair: null },
    ];
  if (patient.synchronization?.type === 'sequential') {
    // A service's own start may lie `distance` after the first one's; it never begins before the
    // first has ended.
    const secondStart = Math.max(start + first.duration, start + patient.synchronization.distance[0]);
    return [
      { key: `${patient.id}-0`, patient, service: first.service, start, end: start + first.duration, pair: null },
      {
        key: `${patient.id}-1`,
        patient,
        service: second.service,
        start: secondStart,
        end: secondStart + second.duration,
        pair: null,
      },
    ];
  }
  const end = start + Math.max(first.duration, second.duration);
  return [first, second].map(({ service }, n) => ({
    key: `${patient.id}-${n}`,
    patient,
    service,
    start,
    end,
    pair: patient.id,
  }));
};

/**
 * Who is free when: a caregiver makes a visit if able, on shift, not incompatible and not
 * elsewhere. Travel is left out, as times in the file are windows.
 */
export class Roster {
  readonly #caregivers: readonly BenchmarkCaregiver[];
  readonly #taken = new Map<string, { start: number; end: number }[]>();

  constructor(caregivers: readonly BenchmarkCaregiver[]) {
    this.#caregivers = caregivers;
  }

  /** Takes a visit on and answers whose it is; null where nobody can make it. */
  take(visit: NeededVisit): BenchmarkCaregiver | null {
    const free = this.#caregivers.find(
      (caregiver) =>
        caregiver.abilities.includes(visit.service) &&
        caregiver.working_shift[0] <= visit.start &&
        caregiver.working_shift[1] >= visit.end &&
        !visit.patient.incompatible_caregivers?.includes(caregiver.id) &&
        !this.#taken.get(caregiver.id)?.some((span) => span.start < visit.end && visit.start < span.end),
    );
    if (!free) return null;
    this.#taken.set(free.id, [...(this.#taken.get(free.id) ?? []), { start: visit.start, end: visit.end }]);
    return free;
  }
}
