import { streamOf, type Uuid } from '../../domain/ids.ts';
import { type MemberName, nameOfMember } from '../../projections/members.ts';
import { caregiversById } from '../../projections/offices.ts';
import { PROCESS_ACTOR, SURVEY_ACTOR } from '../../store/metadata.ts';
import type { ApiContext } from '../context.ts';
import { caregivers, offices } from '../office/visibility.ts';
import { type Soon, whenHere } from '../soon.ts';
import { ownOffices } from '../viewer.ts';

/**
 * Who acted, as far as the viewer may know (contract, Member): the name within the viewer's own
 * offices, outside them the office's name; the subject where no name was given. `officeId`: the
 * actor's at that time; a person who has left since keeps the name. What a process did and whom
 * rule 19 hides reads the same.
 */
export const memberNameShownTo = (context: ApiContext, subject: string, officeId: Uuid | null): Soon<string> => {
  if (subject === PROCESS_ACTOR.subject) return 'システム';
  if (subject === SURVEY_ACTOR.subject) return '回答者';
  const { viewer } = context;
  const isOwn = officeId !== null && viewer !== null && ownOffices(viewer).includes(officeId);
  if (officeId !== null && !isOwn && viewer?.role !== 'AUDITOR') {
    return context.load(offices, officeId)?.name ?? subject;
  }
  const member = nameOfMember(context.app.readModel, subject, officeId);
  return member ? whenHere(memberName(context, member), (name) => name ?? subject) : subject;
};

/**
 * A member's name, opened; a CAREGIVER's is the caregiver's, with the same rights. Null where none
 * was given or the viewer may not see it.
 */
export const memberName = (context: ApiContext, row: MemberName): Soon<string | null> => {
  if (row.caregiverId === null || row.sealedName !== null) {
    return context.open(row.sealedName, { stream: streamOf('member', row.id), path: 'name' });
  }
  const [caregiver] = caregiversById(context.app.readModel, [row.caregiverId]);
  if (!caregiver) return null;
  const may = context.actorsOf(caregivers, caregiver);
  return may.has('OFFICE') || may.has('PARTNER') || may.has('CAREGIVER') || may.has('AUDITOR')
    ? context.open(caregiver.sealedName, caregiverNameField(caregiver.officeId, caregiver.id))
    : null;
};

/** The field that a caregiver's name is sealed for. */
export const caregiverNameField = (officeId: Uuid, caregiverId: Uuid) => ({
  stream: streamOf('office', officeId),
  path: `caregivers.${caregiverId}.name`,
});
