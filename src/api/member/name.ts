import { streamOf, type Uuid } from '../../domain/ids.ts';
import { type MemberName, nameOfMember } from '../../projections/members.ts';
import { caregiversById } from '../../projections/offices.ts';
import type { ApiContext } from '../context.ts';
import { caregivers, offices } from '../office/visibility.ts';

/**
 * Who acted, as far as the viewer may know (contract, Member): the name within the viewer's own
 * office, outside it the office's name; the subject where no name was given. `officeId`: the
 * actor's at that time; a person who has left since keeps the name.
 */
export const memberNameShownTo = async (
  context: ApiContext,
  subject: string,
  officeId: Uuid | null,
): Promise<string> => {
  if (subject === 'process') return '自動処理';
  if (subject === 'survey') return '回答者';
  const { viewer } = context;
  if (officeId !== null && viewer?.officeId !== officeId && viewer?.role !== 'AUDITOR') {
    return (await context.load(offices, officeId))?.name ?? subject;
  }
  const name = nameOfMember(context.app.readModel, subject, officeId);
  return (name && (await memberName(context, name))) ?? subject;
};

/**
 * A member's name, opened; a CAREGIVER's is the caregiver's, with the same rights. Null where none
 * was given or the viewer may not see it.
 */
export const memberName = async (context: ApiContext, row: MemberName): Promise<string | null> => {
  if (row.caregiverId === null || row.sealedName !== null) {
    return context.open(row.sealedName, { stream: streamOf('member', row.id), path: 'name' });
  }
  const [caregiver] = caregiversById(context.app.readModel, [row.caregiverId]);
  if (!caregiver) return null;
  const may = await context.actorsOf(caregivers, caregiver);
  if (!may.has('OFFICE') && !may.has('PARTNER') && !may.has('CAREGIVER') && !may.has('AUDITOR')) return null;
  return context.open(caregiver.sealedName, caregiverNameField(caregiver.officeId, caregiver.id));
};

/** The field that a caregiver's name is sealed for. */
export const caregiverNameField = (officeId: Uuid, caregiverId: Uuid) => ({
  stream: streamOf('office', officeId),
  path: `caregivers.${caregiverId}.name`,
});
