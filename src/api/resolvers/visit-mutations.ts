import { z } from 'zod';
import { awaitProcess } from '../../commands/await-process.ts';
import {
  amendVisitRecord,
  assignCaregiver,
  punchVisit,
  recordVisit,
  reportMissedVisit,
  resolveException,
  returnVisitRecord,
  verifyVisit,
} from '../../commands/visit.ts';
import { toInstant } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import { captureMethodSchema, exceptionCodeSchema, taskOutcomeSchema } from '../../domain/visit/events.ts';
import { shortTextSchema } from '../../domain/vocabulary.ts';
import { delegationOfVisit } from '../../projections/delegation-board.ts';
import type { ReadModel } from '../../projections/read-model.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { commandId, freeText, id, optionalText } from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { caregivers } from '../seen/directory.ts';
import { visits } from '../seen/visits.ts';
import { isCaregiver, isCoordinatorOf } from '../viewer.ts';

const visitRow = (visitId: Uuid, context: ApiContext) => context.load(visits, visitId);
const ofVisit = ({ visitId }: { visitId: Uuid }) => [addressed(visits, visitId, 'visitId')];

const isInStep = (readModel: ReadModel, visitId: Uuid): boolean =>
  readModel.get(
    "SELECT 1 FROM work WHERE process = 'when-allocation-changes-then-visit-follows' AND id = ?",
    visitId,
  ) === undefined;

/** A visit that is allocated and not yet scheduled: the process runs first (rule 22). */
const before = async ({ visitId }: { visitId: Uuid }, { app }: ApiContext): Promise<void> => {
  if (delegationOfVisit(app.readModel, visitId) !== null)
    await awaitProcess(app.readModel, () => isInStep(app.readModel, visitId));
};

const isAssistCoordinator = async (visitId: Uuid, { viewer, load }: ApiContext): Promise<boolean> =>
  isCoordinatorOf(viewer, (await load(visits, visitId))?.assistOfficeId ?? null);

/**
 * The assist office's coordinator who is not the visit's own caregiver enters for the caregiver
 * (代行入力).
 */
const entersForCaregiver = async (visitId: Uuid, { viewer, load }: ApiContext): Promise<boolean> => {
  const row = await load(visits, visitId);
  return row !== null && isCoordinatorOf(viewer, row.assistOfficeId) && !isCaregiver(viewer, row.caregiverId);
};

const instant = z.string().transform((text) => toInstant(text));
const punchInput = z.strictObject({
  commandId,
  visitId: id,
  at: instant,
  method: captureMethodSchema,
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .nullish()
    .transform((value) => value ?? null),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .nullish()
    .transform((value) => value ?? null),
});
const tasks = z
  .array(z.strictObject({ code: shortTextSchema, outcome: taskOutcomeSchema, note: optionalText }))
  .max(50);

const punch = (type: 'StartVisit' | 'EndVisit'): AnyMutation =>
  mutation({
    input: punchInput,
    before,
    addresses: ofVisit,
    run: async ({ commandId: _commandId, ...input }, context, caller) =>
      punchVisit(context.app, caller, type, input, await entersForCaregiver(input.visitId, context)),
    field: 'visit',
    row: visitRow,
  });

/** A caregiver records in their own name alone. */
const checkOwn = async (visitId: Uuid, caregiverId: Uuid | undefined, context: ApiContext): Promise<void> => {
  const row = await context.load(visits, visitId);
  if (!row || isCoordinatorOf(context.viewer, row.assistOfficeId) || caregiverId === undefined) return;
  if (!isCaregiver(context.viewer, caregiverId))
    throw apiError('FORBIDDEN', 'This is another caregiver\u2019s.', ['input', 'caregiverId']);
};

/** Mutations on visits: assign, punch, record, put right, verify. */
export const visitMutations: Readonly<Record<string, AnyMutation>> = {
  assignCaregiver: mutation({
    input: z.strictObject({ commandId, visitId: id, caregiverId: id }),
    before,
    addresses: ({ visitId, caregiverId }) => [
      addressed(visits, visitId, 'visitId'),
      addressed(caregivers, caregiverId, 'caregiverId'),
    ],
    run: ({ visitId, caregiverId }, { app }, caller) => assignCaregiver(app, caller, { visitId, caregiverId }),
    field: 'visit',
    row: visitRow,
  }),
  startVisit: punch('StartVisit'),
  endVisit: punch('EndVisit'),
  recordVisit: mutation({
    input: z.strictObject({
      commandId,
      visitId: id,
      caregiverId: id,
      startedAt: instant.nullish().transform((value) => value ?? null),
      endedAt: instant.nullish().transform((value) => value ?? null),
      tasks,
      condition: optionalText,
      notes: optionalText,
    }),
    before,
    addresses: ({ visitId, caregiverId }) => [
      addressed(visits, visitId, 'visitId'),
      addressed(caregivers, caregiverId, 'caregiverId'),
    ],
    run: async ({ commandId: _commandId, ...input }, context, caller) => {
      await checkOwn(input.visitId, input.caregiverId, context);
      return recordVisit(context.app, caller, input, !isCaregiver(context.viewer, input.caregiverId));
    },
    field: 'visit',
    row: visitRow,
  }),
  amendVisitRecord: mutation({
    input: z.strictObject({
      commandId,
      visitId: id,
      reason: freeText,
      adjustedStart: instant.nullable().optional(),
      adjustedEnd: instant.nullable().optional(),
      caregiverId: id.optional(),
      tasks: tasks.optional(),
      condition: freeText.nullable().optional(),
      notes: freeText.nullable().optional(),
    }),
    before,
    addresses: ofVisit,
    run: async ({ commandId: _commandId, ...input }, context, caller) => {
      await checkOwn(input.visitId, input.caregiverId, context);
      return amendVisitRecord(context.app, caller, input, !(await isAssistCoordinator(input.visitId, context)));
    },
    field: 'visit',
    row: visitRow,
  }),
  resolveException: mutation({
    input: z.strictObject({
      commandId,
      visitId: id,
      code: exceptionCodeSchema,
      reason: freeText,
      asPlanned: z
        .boolean()
        .nullish()
        .transform((value) => value ?? false),
    }),
    before,
    addresses: ofVisit,
    run: ({ commandId: _commandId, ...input }, { app }, caller) => resolveException(app, caller, input),
    field: 'visit',
    row: visitRow,
  }),
  verifyVisit: mutation({
    input: z.strictObject({ commandId, visitId: id }),
    before,
    addresses: ofVisit,
    run: ({ visitId }, { app }, caller) => verifyVisit(app, caller, visitId),
    field: 'visit',
    row: visitRow,
  }),
  returnVisitRecord: mutation({
    input: z.strictObject({ commandId, visitId: id, reason: freeText }),
    before,
    addresses: ofVisit,
    run: ({ visitId, reason }, { app }, caller) => returnVisitRecord(app, caller, { visitId, reason }),
    field: 'visit',
    row: visitRow,
  }),
  reportMissedVisit: mutation({
    input: z.strictObject({ commandId, visitId: id, reason: freeText }),
    before,
    addresses: ofVisit,
    run: ({ visitId, reason }, { app }, caller) => reportMissedVisit(app, caller, { visitId, reason }),
    field: 'visit',
    row: visitRow,
  }),
};
