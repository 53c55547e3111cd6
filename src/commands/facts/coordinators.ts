import { memberIdOf } from '../../domain/ids.ts';
import { member } from '../../domain/member/decider.ts';
import { membersOfOffice } from '../../projections/members.ts';
import { type CommandApp, readModelAtHead } from '../command-app.ts';

/** Whether the person is the only COORDINATOR of their office. */
export const isLastCoordinator = async (app: CommandApp, subject: string): Promise<boolean> => {
  const state = await app.loop.load(member, memberIdOf(subject));
  if (state.status !== 'ENROLLED' || state.role !== 'COORDINATOR' || state.officeId === null) return false;
  const members = membersOfOffice(await readModelAtHead(app), state.officeId);
  return members.every((one) => one.role !== 'COORDINATOR' || one.subject === subject);
};
