import type { HistoryRow } from '../../projections/history.ts';
import { summaryOf } from '../../store/event-types.ts';
import { memberNameShownTo } from '../member/name.ts';
import { offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';

/** Codes and times that a summary may carry; never a sealed value, an amount or a note. */
const detailOf = ({ type, told }: HistoryRow): string => {
  if (type === 'VisitExceptionRaised' || type === 'VisitExceptionResolved') return ` (${told.code})`;
  if (type === 'VisitRecorded' || type === 'VisitRecordAmended') return ` (第${told.version}版)`;
  if (type === 'StatementIssued') return ` (${told.month})`;
  return told.round === undefined ? '' : ` (第${told.round}回)`;
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
