import { officeIdOf, type Uuid } from '../domain/ids.ts';
import { office } from '../domain/office/decider.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { Qualification } from '../domain/vocabulary.ts';
import { commandsOn, creationsOf, newId, type Send } from './send.ts';

/** Registers an office; its id follows from its number. */
export const registerOffice = creationsOf(office, {
  id: ({ providerNumber }: { providerNumber: string }) => officeIdOf(providerNumber),
})('RegisterOffice');

/** Absent fields stay as they are. */
export const changeOffice = commandsOn(office, {
  id: ({ officeId }: { officeId: Uuid }) => officeId,
  without: ['officeId'],
})('ChangeOffice');

/** A caregiver's name is sealed with a key of the caregiver's own. */
const onCaregiver = commandsOn(office, {
  id: ({ officeId }: { officeId: Uuid; caregiverId: Uuid; name?: string | undefined }) => officeId,
  without: ['officeId'],
  sealedBy: ({ caregiverId }) => keyIdOf('caregiver', caregiverId),
  answers: ({ caregiverId }) => caregiverId,
});
/** Path of a caregiver's name in its office's stream. */
const namePath = (caregiverId: Uuid): string => `caregivers.${caregiverId}.name`;

const enroll = onCaregiver('EnrollCaregiver', [], ({ input: { caregiverId, name }, seal }) => ({
  name: seal(namePath(caregiverId), name),
}));
interface Enrolment {
  readonly officeId: Uuid;
  readonly code: string | null;
  readonly name: string;
  readonly qualifications: Qualification[];
}
/** A caregiver's id follows from caller and commandId. `code` null: the office's next. */
export const enrollCaregiver: Send<Enrolment> = (app, caller, input) =>
  enroll(app, caller, { ...input, caregiverId: newId('caregiver', caller) });

/** Absent fields stay as they are. */
export const changeCaregiver = onCaregiver('ChangeCaregiver', [], ({ input: { caregiverId, name }, seal }) =>
  name === undefined ? {} : { name: seal(namePath(caregiverId), name) },
);
