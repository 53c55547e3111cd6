import { z } from 'zod';
import * as commands from '../../commands/member.ts';
import { memberIdOf } from '../../domain/ids.ts';
import { roleSchema } from '../../domain/vocabulary.ts';
import { enrolmentsOf } from '../../projections/members.ts';
import { apiError } from '../errors.ts';
import { freeText, id, name, orNull, subject } from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation, sends } from '../mutation.ts';
import { caregivers, offices } from '../office/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { enrolmentInOwnOffice, members } from './visibility.ts';

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
    // An office enrols its own COORDINATORs and CAREGIVERs, but of people with a role elsewhere
    // only CAREGIVERs, as CAREGIVERs.
    actors: ({ officeId, role, subject: who }, context) => {
      const elsewhere = enrolmentsOf(context.app.readModel, memberIdOf(who)).some(
        (standing) => standing.officeId !== officeId && !(standing.role === 'CAREGIVER' && role === 'CAREGIVER'),
      );
      const isOfOffice = role === 'COORDINATOR' || role === 'CAREGIVER';
      return actors(isCoordinatorOf(context.viewer, officeId) && !elsewhere && isOfOffice && 'OFFICE');
    },
    run: async (input, context, caller) => {
      const caregiver = await context.load(caregivers, input.caregiverId);
      if (caregiver && caregiver.officeId !== input.officeId)
        throw apiError('NOT_FOUND', 'caregiverId is not of this office.', ['input', 'caregiverId']);
      return commands.enrollMember(context.app, caller, input);
    },
    field: 'member',
    row: async (memberId, { app }, { officeId }) =>
      enrolmentsOf(app.readModel, memberId).find((one) => one.officeId === officeId) ?? null,
  }),
  removeMember: mutation({
    input: z.strictObject({ subject, reason: freeText }),
    addresses: ({ subject: who }) => [addressed(members, memberIdOf(who), 'subject')],
    run: sends(commands.removeMember),
    field: 'member',
    row: async (memberId, context) => enrolmentInOwnOffice(context, memberId),
  }),
};
