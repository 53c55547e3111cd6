import { z } from 'zod';
import * as commands from '../../commands/visit.ts';
import type { Uuid } from '../../domain/ids.ts';
import { MOST_TASKS } from '../../domain/limits.ts';
import {
  captureMethodSchema,
  exceptionCodeSchema,
  punchKindSchema,
  taskOutcomeSchema,
} from '../../domain/visit/events.ts';
import { shortTextSchema } from '../../domain/vocabulary.ts';
import { isStillToDo } from '../../projections/work.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { freeText, id, instant, optionalText, orElse, orNull, removable } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { caregivers } from '../office/visibility.ts';
import { type Soon, whenHere } from '../soon.ts';
import { isCaregiver, isCoordinatorOf } from '../viewer.ts';
import { visits } from './visibility.ts';

/** For a visit that is allocated but not yet scheduled, waits for the process (rule 22). */
const before = ({ visitId }: { visitId: Uuid }, { app: { readModel } }: ApiContext): Promise<void> =>
  readModel.until(() => !isStillToDo(readModel, 'when-allocation-changes-then-visit-follows', visitId));
/** A caregiver of several offices acts for the one that holds the visit (rule 47). */
const actsFor = ({ visitId }: { visitId: Uuid }, context: ApiContext): Soon<Uuid | null> =>
  context.viewer?.role !== 'CAREGIVER'
    ? null
    : whenHere(context.found(visits, visitId), ({ assistOfficeId }) =>
        context.viewer?.caregivers.some(({ officeId }) => officeId === assistOfficeId) ? assistOfficeId : null,
      );
const ofVisit = {
  before,
  actsFor,
  addresses: ({ visitId }: { visitId: Uuid }) => [addressed(visits, visitId, 'visitId')],
};
const ofVisitAndCaregiver = {
  before,
  actsFor,
  addresses: ({ visitId, caregiverId }: { visitId: Uuid; caregiverId: Uuid }) => [
    addressed(visits, visitId, 'visitId'),
    addressed(caregivers, caregiverId, 'caregiverId'),
  ],
};
const toVisit = entity('visit', visits);

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
const amended = { tasks: content.tasks.optional(), condition: removable(freeText), notes: removable(freeText) };

/** A caregiver records only in their own name. */
const checkOwn = async (
  { visitId, caregiverId }: { visitId: Uuid; caregiverId?: Uuid | undefined },
  context: ApiContext,
): Promise<void> => {
  const { assistOfficeId } = await context.found(visits, visitId);
  if (isCoordinatorOf(context.viewer, assistOfficeId) || caregiverId === undefined) return;
  if (!isCaregiver(context.viewer, caregiverId))
    throw apiError('FORBIDDEN', 'This is another caregiver\u2019s.', ['input', 'caregiverId']);
};

/** Mutations on visits: assign, punch, record, put right, verify. */
export const visitMutations: Readonly<Record<string, AnyMutation>> = {
  assignCaregiver: mutation({
    input: z.strictObject({ visitId: id, caregiverId: id }),
    ...ofVisitAndCaregiver,
    run: sends(commands.assignCaregiver),
    ...toVisit,
  }),
  startVisit: mutation({ input: punch, ...ofVisit, run: sends(commands.startVisit), ...toVisit }),
  endVisit: mutation({ input: punch, ...ofVisit, run: sends(commands.endVisit), ...toVisit }),
  withdrawPunch: mutation({
    input: z.strictObject({ visitId: id, punch: punchKindSchema, reason: freeText }),
    ...ofVisit,
    run: sends(commands.withdrawPunch),
    ...toVisit,
  }),
  recordVisit: mutation({
    input: z.strictObject({
      visitId: id,
      caregiverId: id,
      startedAt: orNull(instant),
      endedAt: orNull(instant),
      ...content,
    }),
    ...ofVisitAndCaregiver,
    run: async (input, context, caller) => {
      await checkOwn(input, context);
      return commands.recordVisit(context.app, caller, input);
    },
    ...toVisit,
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
};
