import { z } from 'zod';
import * as commands from '../../commands/visit.ts';
import type { Uuid } from '../../domain/ids.ts';
import { MOST_TASKS, MOST_VISITS_AT_ONCE } from '../../domain/limits.ts';
import {
  captureMethodSchema,
  exceptionCodeSchema,
  punchKindSchema,
  taskOutcomeSchema,
} from '../../domain/visit/events.ts';
import { doorReasonSchema, serviceKindSchema, shortTextSchema } from '../../domain/vocabulary.ts';
import { isStillToDo } from '../../projections/work.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import {
  asBefore,
  commandId,
  freeText,
  id,
  ids,
  instant,
  optionalText,
  orElse,
  orNull,
  removable,
  visitMinutes,
} from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { caregivers } from '../office/visibility.ts';
import { type AnySeveral, type Part, several } from '../several.ts';
import { isCaregiver, isCoordinatorOf } from '../viewer.ts';
import { officeRecording, recordableVisits, visits } from './visibility.ts';

/** For a visit that is allocated but not yet scheduled, waits for the process (rule 22). */
const before = ({ visitId }: { visitId: Uuid }, { app: { readModel } }: ApiContext): Promise<void> =>
  readModel.until(() => !isStillToDo(readModel, 'when-allocation-changes-then-visit-follows', visitId));
/** A caregiver of several offices acts for the one that holds the visit (rule 47). */
const actsFor = ({ visitId }: { visitId: Uuid }, context: ApiContext): Uuid | null => {
  if (context.viewer?.role !== 'CAREGIVER') return null;
  const { assistOfficeId } = context.found(visits, visitId);
  return context.viewer.caregivers.some(({ officeId }) => officeId === assistOfficeId) ? assistOfficeId : null;
};
/** The same of a record, which an office that had the visit may send too (rule 22). */
const recordsFor = ({ visitId }: { visitId: Uuid }, context: ApiContext): Uuid | null =>
  officeRecording(context.found(visits, visitId), context.viewer);
const ofVisit = {
  before,
  actsFor,
  addresses: ({ visitId }: { visitId: Uuid }) => [addressed(visits, visitId, 'visitId')],
};
const toVisit = entity('visit', visits);
/** What may also be said late by who had the visit, and is shown it no more (rule 22). */
const ofVisitHad = {
  before,
  actsFor: recordsFor,
  addresses: ({ visitId }: { visitId: Uuid }) => [addressed(recordableVisits, visitId, 'visitId')],
  field: 'visit',
  row: (visitId: Uuid, context: ApiContext) => context.visible(visits, visitId),
};

const punch = z.strictObject({
  visitId: id,
  at: instant,
  method: captureMethodSchema,
  latitude: orNull(z.number().min(-90).max(90)),
  longitude: orNull(z.number().min(-180).max(180)),
});

const task = z.strictObject({ code: shortTextSchema, outcome: taskOutcomeSchema, note: optionalText });
/** What is recorded of a visit; an amendment leaves out what stays as it is. */
const content = { tasks: z.array(task).max(MOST_TASKS), condition: optionalText, notes: optionalText };
const record = z.strictObject({
  visitId: id,
  caregiverId: id,
  startedAt: orNull(instant),
  endedAt: orNull(instant),
  ...content,
});
const amended = { tasks: content.tasks.optional(), condition: removable(freeText), notes: removable(freeText) };

/** A caregiver records only in their own name. */
const checkOwn = async (
  { visitId, caregiverId }: { visitId: Uuid; caregiverId?: Uuid | undefined },
  context: ApiContext,
): Promise<void> => {
  const officeId = officeRecording(context.found(visits, visitId), context.viewer);
  if (isCoordinatorOf(context.viewer, officeId) || caregiverId === undefined) return;
  if (!isCaregiver(context.viewer, caregiverId))
    throw apiError(
      'FORBIDDEN',
      { en: 'This is another caregiver\u2019s.', ja: 'ほかの人の訪問です。自分の訪問を選んでください。' },
      ['input', 'caregiverId'],
    );
};

/** Mutations on visits: assign, punch, record, put right, verify. */
const single = {
  assignCaregiver: mutation({
    input: z.strictObject({ visitId: id, caregiverId: id, despiteOverlap: orElse(z.boolean(), false) }),
    ...ofVisit,
    addresses: ({ visitId, caregiverId }) => [
      addressed(visits, visitId, 'visitId'),
      addressed(caregivers, caregiverId, 'caregiverId'),
    ],
    // Said only where it is meant: so a repeat of what was sent before it could be is known again.
    run: ({ despiteOverlap, ...input }, { app }, caller) =>
      commands.assignCaregiver(app, caller, { ...input, ...(despiteOverlap && { despiteOverlap }) }),
    ...toVisit,
  }),
  startVisit: mutation({ input: punch, ...ofVisitHad, run: sends(commands.startVisit) }),
  endVisit: mutation({ input: punch, ...ofVisitHad, run: sends(commands.endVisit) }),
  cancelVisitAtDoor: mutation({
    input: punch.extend({ reason: doorReasonSchema, note: optionalText }),
    ...ofVisitHad,
    run: sends(commands.cancelVisitAtDoor),
  }),
  withdrawPunch: mutation({
    input: z.strictObject({ visitId: id, punch: punchKindSchema, reason: freeText }),
    ...ofVisit,
    run: sends(commands.withdrawPunch),
    ...toVisit,
  }),
  recordVisit: mutation({
    input: record,
    ...ofVisitHad,
    addresses: ({ visitId, caregiverId }) => [
      addressed(recordableVisits, visitId, 'visitId'),
      addressed(caregivers, caregiverId, 'caregiverId'),
    ],
    run: async (input, context, caller) => {
      await checkOwn(input, context);
      return commands.recordVisit(context.app, caller, input);
    },
  }),
  amendVisitRecord: mutation({
    input: z.strictObject({
      visitId: id,
      reason: freeText,
      adjustedStart: removable(instant),
      adjustedEnd: removable(instant),
      caregiverId: id.optional(),
      ...amended,
    }),
    ...ofVisit,
    run: async (input, context, caller) => {
      await checkOwn(input, context);
      return commands.amendVisitRecord(context.app, caller, input);
    },
    ...toVisit,
  }),
  resolveException: mutation({
    input: z.strictObject({
      visitId: id,
      code: exceptionCodeSchema,
      reason: freeText,
      asPlanned: orElse(z.boolean(), false),
    }),
    ...ofVisit,
    run: sends(commands.resolveException),
    ...toVisit,
  }),
  verifyVisit: mutation({
    input: z.strictObject({ visitId: id }),
    ...ofVisit,
    run: sends(commands.verifyVisit),
    ...toVisit,
  }),
  returnVisitRecord: mutation({
    input: z.strictObject({ visitId: id, reason: freeText }),
    ...ofVisit,
    run: sends(commands.returnVisitRecord),
    ...toVisit,
  }),
  reportMissedVisit: mutation({
    input: z.strictObject({ visitId: id, reason: freeText }),
    ...ofVisit,
    run: sends(commands.reportMissedVisit),
    ...toVisit,
  }),
  proposeVisitChange: mutation({
    input: z.strictObject({
      visitId: id,
      service: asBefore(serviceKindSchema),
      minutes: asBefore(visitMinutes),
      physicalMinutes: removable(visitMinutes),
      plannedStart: asBefore(instant),
      plannedEnd: asBefore(instant),
      reason: freeText,
    }),
    ...ofVisit,
    run: sends(commands.proposeVisitChange),
    ...toVisit,
  }),
  answerVisitChange: mutation({
    input: z.strictObject({ visitId: id, changeId: id, agree: z.boolean(), note: optionalText }),
    ...ofVisit,
    run: sends(commands.answerVisitChange),
    ...toVisit,
  }),
} satisfies Readonly<Record<string, AnyMutation>>;

const visitIds = ids(MOST_VISITS_AT_ONCE.request);
/** One part a visit, under the request's `commandId`: each is a command on a stream of its own. */
const partOfEach = (of: AnyMutation, all: readonly Uuid[], commandId: string | null, rest = {}): Part[] =>
  all.map((visitId, n) => ({
    of,
    input: { visitId, ...rest },
    commandId,
    visitIds: [visitId],
    placeOf: ([field, ...more]) =>
      field === undefined || field === 'visitId' ? ['visitIds', String(n)] : [field, ...more],
  }));

/** What a device kept of one kind; each part with the `commandId` that it was given there. */
const kept = <Shape extends z.ZodRawShape>(shape: z.ZodObject<Shape>) =>
  orElse(z.array(shape.extend({ commandId })).max(MOST_VISITS_AT_ONCE.upload), []);
const upload = z
  .strictObject({ starts: kept(punch), ends: kept(punch), records: kept(record) })
  .refine(({ starts, ends, records }) => {
    const those = new Set([...starts, ...ends, ...records].map(({ visitId }) => visitId));
    return those.size <= MOST_VISITS_AT_ONCE.upload;
  }, `more than ${MOST_VISITS_AT_ONCE.upload} visits`);

interface KeptPart {
  readonly visitId: Uuid;
  readonly commandId: string | null;
}

/** A visit at a time, in the order in which they are first named: start, end, record. */
const partsOfUpload = ({ starts, ends, records }: z.output<typeof upload>): Part[] => {
  const partsOf = (of: AnyMutation, field: string, all: readonly KeptPart[]): Part[] =>
    all.map(({ commandId, ...input }, n) => ({
      of,
      input,
      commandId,
      visitIds: [input.visitId],
      placeOf: (within) => [field, String(n), ...within],
    }));
  const parts = [
    ...partsOf(single.startVisit, 'starts', starts),
    ...partsOf(single.endVisit, 'ends', ends),
    ...partsOf(single.recordVisit, 'records', records),
  ];
  return [...Map.groupBy(parts, ({ visitIds: [visitId] }) => visitId).values()].flat();
};

export const visitMutations: Readonly<Record<string, AnyMutation | AnySeveral>> = {
  ...single,
  uploadVisits: several({ input: upload, parts: partsOfUpload }),
  verifyVisits: several({
    input: z.strictObject({ visitIds }),
    parts: (input, commandId) => partOfEach(single.verifyVisit, input.visitIds, commandId),
  }),
  assignCaregiverToVisits: several({
    input: z.strictObject({ visitIds, caregiverId: id }),
    parts: ({ visitIds, caregiverId }, commandId) =>
      partOfEach(single.assignCaregiver, visitIds, commandId, { caregiverId }),
  }),
};
