import type { ExceptionCode } from '../../domain/visit/events.ts';
import type { HistoryRow } from '../../projections/history.ts';
import { summaryOf } from '../../store/event-types.ts';
import { memberNameShownTo } from '../member/name.ts';
import { offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';

/** What people call an exception (rule 24). */
const EXCEPTION_NAMES: Readonly<Record<ExceptionCode, string>> = {
  DURATION_DIFFERS: '所要時間が予定と違う',
  START_DIFFERS: '開始時刻が予定と違う',
  MANUAL_TIME: '時刻が手入力',
  LATE_RECORD: '記録が遅い',
  CAREGIVER_OVERLAP: '訪問介護員の訪問が重なる',
  CLIENT_OVERLAP: '利用者の訪問が重なる',
  WITHIN_TWO_HOURS: '前の訪問から2時間未満',
  QUALIFICATION_MISSING: '資格が足りない',
  OUTSIDE_LOCATION: '訪問先から離れた場所',
  TIMES_ADJUSTED: '打刻と違う時刻',
  TASK_MISMATCH: 'サービスに含まれない内容',
  DUPLICATE_UPLOAD: '内容の違う記録が二つ',
  RECORD_AFTER_RELEASE: '返上した訪問の記録',
};

/** What a summary may carry beside its words; never a sealed value, an amount or a note. */
const detailOf = ({ type, told }: HistoryRow): string | null => {
  if (type === 'VisitExceptionRaised' || type === 'VisitExceptionResolved')
    return EXCEPTION_NAMES[told.code as ExceptionCode];
  if (type === 'VisitRecorded' || type === 'VisitRecordAmended') return `第${told.version}版`;
  if (type === 'VisitChangeAnswered') return told.agreed ? '合意' : '辞退';
  if (type === 'VisitCancelled') return told.atDoor ? '訪問先で' : null;
  if (type === 'PunchWithdrawn' || type === 'LatePunchKept') return told.punch === 'START' ? '開始' : '終了';
  if (type === 'StatementIssued') return `${told.month?.replace(/-0?/, '年')}月分`;
  return told.round === undefined ? null : `第${told.round}回`;
};
const summary = (row: HistoryRow): string => {
  const detail = detailOf(row);
  return `${summaryOf(row.type)}${detail === null ? '' : `（${detail}）`}`;
};

export const historySlice: Slice = {
  resolvers: {
    HistoryEntry: {
      id: ({ eventId }) => eventId,
      summary,
      actor: (row, _, context) => memberNameShownTo(context, row.actorSubject, row.actorOfficeId),
      actorOffice: (row, _, context) => context.load(offices, row.actorOfficeId),
    },
  },
  mutations: {},
  rights: [],
};
