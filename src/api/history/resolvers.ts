import type { HistoryRow } from '../../projections/history.ts';
import { summaryOf } from '../../store/event-types.ts';
import { memberNameShownTo } from '../member/name.ts';
import { offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';

/** Codes and times that a summary may carry; never a sealed value, an amount or a note. */
const detailOf = (row: HistoryRow): string => {
  const data = JSON.parse(row.data) as { round?: number; version?: number; code?: string; month?: string };
  if (row.type === 'VisitExceptionRaised' || row.type === 'VisitExceptionResolved') return ` (${data.code})`;
  if (row.type === 'VisitRecorded' || row.type === 'VisitRecordAmended') return ` (第${data.version}版)`;
  if (row.type === 'StatementIssued') return ` (${data.month})`;
  return typeof data.round === 'number' ? ` (第${data.round}回)` : '';
};

export const historySlice: Slice = {
  resolvers: {
    HistoryEntry: {
      summary: (row) => `${summaryOf(row.type)}${detailOf(row)}`,
      actor: (row, _, context) => memberNameShownTo(context, row.actorSubject, row.actorOfficeId),
      actorOffice: (row, _, context) => context.load(offices, row.actorOfficeId),
    },
  },
  mutations: {},
  rights: [],
};
