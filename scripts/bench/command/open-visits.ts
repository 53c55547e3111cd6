import { visit } from '../../../src/domain/visit/decider.ts';
import { decode } from '../../../src/store/codec.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import type { CommandLoop } from '../../../src/store/handle-command.ts';
import type { GeneratedFolder, OfficeInLog } from '../log/generated-folder.ts';
import { batchesOf } from '../project/recorded-rows.ts';

/** A visit to which its office may still assign one caregiver or another. */
export interface OpenVisit {
  readonly visitId: string;
  readonly office: OfficeInLog;
  /** Null: nobody is assigned yet. */
  readonly caregiverId: string | null;
  /** Its place among the visits of its office. */
  readonly turn: number;
}
/** A visit that was recorded, so that its office may amend it. */
export type RecordedVisit = OpenVisit;

/** Visits of a generated log by what can be commanded over and over: assigning, amending. */
export const visitsIn = async (store: EventStore, { log }: GeneratedFolder) => {
  const all = log.networks.flatMap(({ partners, assistsOf }) => [...partners, ...Object.values(assistsOf).flat()]);
  const offices = new Map(all.map((office) => [office.id, office]));
  const held = new Map<string, Pick<OpenVisit, 'visitId' | 'office'>>();
  const assigned = new Map<string, string | null>();
  const open = new Set<string>();
  const recorded = new Set<string>();
  for await (const batch of batchesOf(store, 10_000)) {
    for (const stored of batch) {
      if (!stored.stream.startsWith('visit-')) continue;
      const event = decode(stored);
      if (event === null) continue;
      const visitId = event.streamId;
      const office = event.type === 'VisitScheduled' ? offices.get(event.data.assistOfficeId) : undefined;
      if (office) held.set(visitId, { visitId, office });
      if (event.type === 'VisitScheduled') assigned.delete(visitId);
      if (event.type === 'CaregiverAssigned') assigned.set(visitId, event.data.caregiverId);
      if (event.type === 'VisitScheduled') open.add(visitId);
      else if (event.type !== 'CaregiverAssigned') open.delete(visitId);
      if (event.type === 'VisitRecorded') recorded.add(visitId);
      if (event.type === 'VisitReleased' || event.type === 'VisitCancelled') recorded.delete(visitId);
    }
  }
  const those = (ids: ReadonlySet<string>) =>
    byTurns(
      [...ids].flatMap((id) => {
        const visit = held.get(id);
        return visit ? [{ ...visit, caregiverId: assigned.get(id) ?? null }] : [];
      }),
    );
  return { open: those(open), recorded: those(recorded) };
};

/** One of each office after another: who commands at one time are coordinators of many offices. */
const byTurns = (visits: readonly Omit<OpenVisit, 'turn'>[]): OpenVisit[] => {
  const turns = new Map<string, number>();
  const placed = visits.map((visit) => {
    const turn = turns.get(visit.office.id) ?? 0;
    turns.set(visit.office.id, turn + 1);
    return { ...visit, turn };
  });
  return placed.toSorted((a, b) => a.turn - b.turn);
};

let commands = 0;

/** One command on a visit: load its events, decide, append one; another caregiver than before. */
export const assignAnother = (loop: CommandLoop, { visitId, office }: OpenVisit) => {
  commands += 1;
  const n = commands;
  const [one, other] = office.caregivers;
  if (!one || !other) throw new RangeError('an office has two caregivers');
  const actor = { subject: office.subject, role: 'COORDINATOR' as const, officeId: office.id };
  return loop.handle({
    decider: visit,
    id: visitId,
    caller: { actor, commandId: null, correlationId: `bench ${n}`, causationId: null },
    prepare: () => ({
      hash: null,
      command: (_now, state) => {
        const isOne = state.status !== 'NONE' && state.caregiverId === one.id;
        return { type: 'AssignCaregiver' as const, caregiverId: isOne ? other.id : one.id, works: true, isBusy: false };
      },
    }),
  });
};
