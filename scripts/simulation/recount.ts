import { type Month, monthOf } from '../../src/domain/calendar.ts';
import { type LogLocation, openLog } from '../../src/open-log.ts';
import { decode } from '../../src/store/codec.ts';
import type { ApiClient } from '../api-client.ts';

export interface Count {
  readonly visits: number;
  readonly feeYen: number;
}

/**
 * The month's settled visits of a network, counted anew from the events alone: those whose pricing
 * event stands in a statement's line.
 */
export const recountFromEvents = async (
  log: LogLocation,
  networkId: string,
  months: readonly Month[],
): Promise<Count & { open: number }> => {
  const store = await openLog(log, { readOnly: true });
  const head = await store.head();
  const ours = new Map<string, string>();
  const priced = new Map<string, number>();
  const fees = new Map<string, number>();
  const delegations = new Map<string, boolean>();
  const end = new AbortController();
  for await (const batch of store.subscribe(0, end.signal)) {
    for (const stored of batch) {
      const event = decode(stored);
      if (event?.type === 'DelegationRequested' && event.data.networkId === networkId)
        delegations.set(event.streamId, false);
      if (
        (event?.type === 'DelegationCompleted' || event?.type === 'DelegationEscalated') &&
        delegations.has(event.streamId)
      )
        delegations.set(event.streamId, true);
      if (event?.type === 'VisitsWithdrawn' && delegations.has(event.streamId)) delegations.set(event.streamId, true);
      if (
        event?.type === 'VisitScheduled' &&
        event.data.networkId === networkId &&
        months.includes(monthOf(event.data.plannedStart))
      )
        ours.set(event.streamId, event.id);
      if (event?.type === 'VisitVerified' && ours.has(event.streamId)) priced.set(event.id, event.data.fee.feeYen);
      if (event?.type === 'StatementLinesListed')
        for (const line of event.data.lines)
          if (line.visitId && line.pricedBy && priced.has(line.pricedBy))
            fees.set(line.pricedBy, priced.get(line.pricedBy) ?? 0);
    }
    if ((batch.at(-1)?.position ?? 0) >= head) end.abort();
  }
  await store.close();
  return {
    visits: fees.size,
    feeYen: [...fees.values()].reduce((sum, yen) => sum + yen, 0),
    open: [...delegations.values()].filter((ended) => !ended).length,
  };
};

/**
 * What the ledger says of settled visits, month by month, to whom sees all of the partner office's.
 */
export const ledgerCount = async (
  api: ApiClient,
  networkId: string,
  subject: string,
  months: readonly Month[],
): Promise<Count> => {
  const counts = await Promise.all(
    months.map(async (month) => {
      const { network } = await api.query(
        `query ($id: ID!, $month: Month!) { network(id: $id) {
          visitLedger(month: $month, filter: { status: [SETTLED] }, first: 1) { totals { visits feeYen } }
        } }`,
        { id: networkId, month },
        { as: subject },
      );
      return network.visitLedger.totals as Count;
    }),
  );
  return {
    visits: counts.reduce((sum, { visits }) => sum + visits, 0),
    feeYen: counts.reduce((sum, { feeYen }) => sum + feeYen, 0),
  };
};

/** Delegations by status, of one month's plans. */
export const delegationStatuses = async (
  api: ApiClient,
  networkId: string,
  subject: string,
): Promise<Record<string, number>> => {
  const statuses = ['OPEN', 'PARTLY_ALLOCATED', 'ALLOCATED', 'ESCALATED', 'WITHDRAWN', 'COMPLETED'];
  const counts = await Promise.all(
    statuses.map(async (status) => {
      const { network } = await api.query(
        `query ($id: ID!, $status: [DelegationStatus!]) { network(id: $id) {
          delegations(filter: { status: $status }, first: 1) { totalCount }
        } }`,
        { id: networkId, status: [status] },
        { as: subject },
      );
      return [status, network.delegations.totalCount as number] as const;
    }),
  );
  return Object.fromEntries(counts);
};
