import { z } from 'zod';
import * as commands from '../../commands/member.ts';
import { memberIdOf } from '../../domain/ids.ts';
import { roleSchema } from '../../domain/vocabulary.ts';
import { apiError } from '../errors.ts';
import { freeText, id, name, orNull, subject } from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { caregivers, offices } from '../office/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { enrolledBy, members } from './visibility.ts';

const seesOrAdministers: typeof caregivers.sees = (row, context) =>
  context.viewer?.role === 'ADMINISTRATOR' || caregivers.sees(row, context);

/** Mutations on the people of offices and the administration. */
export const memberMutations: Readonly<Record<string, AnyMutation>> = {
  enrollMember: mutation({
    input: z.strictObject({
      subject,
      name: orNull(name),
      role: roleSchema,
      officeId: orNull(id),
      caregiverId: orNull(id),
    }),
    addresses: ({ officeId, caregiverId }) => [
      ...(officeId ? [addressed(offices, officeId, 'officeId')] : []),
      ...(caregiverId ? [addressed({ ...caregivers, sees: seesOrAdministers }, caregiverId, 'caregiverId')] : []),
    ],
    // An office enrols its own COORDINATORs and CAREGIVERs.
    actors: ({ officeId, role }, context) =>
      actors(isCoordinatorOf(context.viewer, officeId) && (role === 'COORDINATOR' || role === 'CAREGIVER') && 'OFFICE'),
    run: async (input, context, caller) => {
      const caregiver = context.load(caregivers, input.caregiverId);
      if (caregiver && caregiver.officeId !== input.officeId)
        throw apiError('NOT_FOUND', 'caregiverId is not of this office.', ['input', 'caregiverId']);
      return commands.enrollMember(context.app, caller, input);
    },
    field: 'member',
    row: async (memberId, context, { officeId }) => enrolledBy(context, memberId, officeId),
  }),
  confirmMembership: mutation({
    input: z.strictObject({ officeId: id }),
    addresses: ({ officeId }) => [addressed(offices, officeId, 'officeId')],
    run: ({ officeId }, { app, viewer }, caller) =>
      commands.confirmMembership(app, caller, { subject: viewer?.subject ?? '', officeId }),
    field: 'member',
    row: async (memberId, context, { officeId }) => enrolledBy(context, memberId, officeId),
  }),
  removeMember: mutation({
    input: z.strictObject({ subject, officeId: orNull(id), reason: freeText }),
    addresses: ({ subject: who }) => [addressed(members, memberIdOf(who), 'subject')],
    run: (input, { app, viewer }, caller) => {
      const officeId = input.officeId ?? viewer?.officeId ?? null;
      // Everybody has the actor MEMBER, who ends a membership of their own.
      const may =
        viewer?.role === 'ADMINISTRATOR' || viewer?.subject === input.subject || isCoordinatorOf(viewer, officeId);
      if (!may) throw apiError('FORBIDDEN', 'This is not for you to do.');
      return commands.removeMember(app, caller, { ...input, officeId });
    },
    field: 'member',
    row: async (memberId, context, { officeId }) =>
      enrolledBy(context, memberId, officeId ?? context.viewer?.officeId ?? null),
  }),
};
