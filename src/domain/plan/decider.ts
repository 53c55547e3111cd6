import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import { MOST_CAREPLAN_FILES, MOST_IMPORTS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { PlanEvent } from './events.ts';
import { evolve, type PlanState } from './state.ts';

type Data<Type extends PlanEvent['type']> = DataOf<PlanEvent, Type>;

/** Facts of the client's and the network's streams. */
interface OfPartner {
  readonly officeIsPartner: boolean;
  /** Why a day of it is not the office's to plan (rule 9); null where all are. */
  readonly clientGone: 'CLIENT_TRANSFERRED' | 'CLIENT_LEFT' | null;
}

/** The same again is a repeat. */
const importCareplan = (command: Data<'CareplanImported'> & OfPartner, state: PlanState): PlanEvent[] => {
  const { officeIsPartner, clientGone, ...data } = command;
  const { partnerOfficeId: officeId } = data;
  if (state.plans[officeId]?.digest === data.digest) return [];
  if (!officeIsPartner) throw new Rejected('OFFICE_NOT_PARTNER', ['partnerOfficeId']);
  if (clientGone !== null) throw new Rejected(clientGone, ['clientId']);
  if ((state.imports[officeId] ?? 0) >= MOST_IMPORTS) throw new Rejected('TOO_MANY_CHANGES', ['clientId']);
  return [{ type: 'CareplanImported', data }];
};

/** A file that was made stays; what takes 実績 back needs some that were sent. */
const exportCareplan = (data: Data<'CareplanExported'>, state: PlanState): PlanEvent[] => {
  const own = state.files.filter(({ officeId }) => officeId === data.partnerOfficeId);
  if (own.some(({ fileId }) => fileId === data.fileId)) return [];
  if (data.kind === 'DLTJSK' && !own.some(({ kind }) => kind === 'UPJSK'))
    throw new Rejected('NOTHING_TO_DELETE', ['kind']);
  if (own.length >= MOST_CAREPLAN_FILES) throw new Rejected('TOO_MANY_CHANGES', ['clientId']);
  return [{ type: 'CareplanExported', data }];
};

/** A client's care plan of a month (予定), and the files of 実績 that were made of it. */
export const plan = decider({
  category: 'plan',
  initial: { plans: {}, imports: {}, files: [] },
  evolve,
  known: asItIs<PlanState>,
  creating: { ImportCareplan: importCareplan, ExportCareplan: exportCareplan },
  changing: {},
});
export type PlanCommand = CommandOf<typeof plan>;
