import { memberIdOf } from '../../domain/ids.ts';
import { member } from '../../domain/member/decider.ts';
import { membersOfOffice } from '../../projections/members.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';

/**
 * Whether the person is the only COORDINATOR of their office. Looks up the same whoever that is, so
 * that no time tells who is enrolled where (rule 47).
 */
export const isLastCoordinator = async (app: CommandApp, subject: string): Promise<boolean> => {
  const [state, readModel] = [await app.loop.load(member, memberIdOf(subject)), await readModelAtHead(app)];
  const officeId = state.status === 'ENROLLED' && state.role === 'COORDINATOR' ? state.officeId : null;
  const members = membersOfOffice(readModel, officeId ?? '');
  return officeId !== null && members.every((one) => one.role !== 'COORDINATOR' || one.subject === subject);
};
