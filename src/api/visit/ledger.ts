import { addDays, type Day, earliest, latest } from '../../domain/calendar.ts';
import { MOST_DAYS_AT_ONCE } from '../../domain/limits.ts';
import { type LedgerSelection, type LedgerTotals, ledgerBy, ledgerTotals } from '../../projections/visit-ledger.ts';
import type { ApiContext } from '../context.ts';
import { apiError } from '../errors.ts';
import { readyToSay } from '../known-at.ts';
import { checkedFirst, edgesOf, keyOfCursor, once } from '../paging.ts';
import type { LedgerFilter, NetworkResolvers, ViewerResolvers } from '../schema/types.gen.ts';
import { ledgerListed, ownVisitsListed } from './visibility.ts';

const ledgerFilter = (filter: LedgerFilter | null | undefined) => ({
  number: filter?.number ?? null,
  clientId: filter?.clientId ?? null,
  partnerOfficeId: filter?.partnerOfficeId ?? null,
  assistOfficeId: filter?.assistOfficeId ?? null,
  caregiverId: filter?.caregiverId ?? null,
  service: filter?.service ? [...filter.service] : null,
  status: filter?.status ? [...filter.status] : null,
  withOpenExceptions: filter?.withOpenExceptions ?? null,
  withoutCaregiver: filter?.withoutCaregiver ?? null,
  inStatement: filter?.inStatement ?? null,
  from: filter?.from ?? null,
  to: filter?.to ?? null,
});

/** For whom may not see fees. */
const withoutFees = (totals: LedgerTotals) => ({
  ...totals,
  feeYen: null,
  byStatus: totals.byStatus.map((one) => ({ ...one, feeYen: null })),
});

interface Asked {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of lines, with what the lines of the selection come to. */
const ledgerPage = (context: ApiContext, selection: LedgerSelection, { first, after }: Asked) => {
  const { app, viewer } = context;
  const count = checkedFirst(first);
  const rows = ledgerBy(app.readModel, selection, { after: keyOfCursor(after, 2), limit: count + 1 });
  const totals = once(() => ledgerTotals(app.readModel, selection));
  const mayFees = viewer?.role === 'COORDINATOR' || viewer?.role === 'AUDITOR';
  return {
    ...edgesOf(rows, count, ({ plannedStart, visitId }) => [plannedStart, visitId], after),
    get totalCount() {
      return totals().visits;
    },
    get totals() {
      return mayFees ? totals() : withoutFees(totals());
    },
    position: app.readModel.position,
  };
};

/** The ledger of a month (訪問台帳), as it is or as it was known at an instant. */
export const visitLedger: NetworkResolvers['visitLedger'] = (row, { month, filter, knownAt, ...page }, context) => {
  const of = { networkId: row.id, month, ...ledgerListed(context, row.id), knownAt: knownAt ?? null };
  const answer = () => ledgerPage(context, { ...of, ...ledgerFilter(filter) }, page);
  return knownAt ? readyToSay(context.app, knownAt).then(answer) : answer();
};

/** The viewer's own visits of some days, over all networks and months (contract, Viewer.visits). */
export const visitsOfDays: ViewerResolvers['visits'] = (_viewer, { from, to, filter, ...page }, context) => {
  if (to < from || to >= addDays(from, MOST_DAYS_AT_ONCE)) {
    const ja = `開始日から${MOST_DAYS_AT_ONCE}日以内の終了日を指定してください。`;
    throw apiError('BAD_USER_INPUT', { en: `Ask for 1 to ${MOST_DAYS_AT_ONCE} days.`, ja }, ['to']);
  }
  const of = { networkId: null, month: null, ...ownVisitsListed(context), knownAt: null };
  const asked = ledgerFilter(filter);
  const days: { from: Day; to: Day } = { from: latest(from, asked.from ?? from), to: earliest(to, asked.to ?? to) };
  return ledgerPage(context, { ...of, ...asked, ...days }, page);
};
