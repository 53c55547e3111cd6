import type { HistoryRow } from '../../projections/history.ts';
import { memberNameShownTo } from '../member-name.ts';
import { offices } from '../seen/directory.ts';
import type { Slice } from '../slice.ts';

/**
 * What happened, in words: from the type alone, so that no name, free text or amount can slip in.
 */
const summaries: Readonly<Record<string, string>> = {
  ClientRegistered: '利用者を登録',
  ClientChanged: '利用者情報を変更',
  ConsentGiven: '同意を記録',
  ConsentWithdrawn: '同意の撤回を記録',
  DelegationRequested: '委託を依頼',
  RoundsAdded: '打診の回を追加',
  OfferMade: '打診を送付',
  OfferSeen: '打診を確認',
  MoreTimeRequested: '回答期限の延長を希望',
  MoreTimeGranted: '回答期限を延長',
  OfferAccepted: '打診を受諾',
  OfferDeclined: '打診を辞退',
  OfferExpired: '打診が期限切れ',
  OfferNotSelected: '打診は不選定',
  VisitsAllocated: '訪問を割当',
  VisitsReleased: '訪問を返上',
  VisitsWithdrawn: '訪問を取り下げ',
  DelegationEscalated: '受け手なし、電話での調整へ',
  DelegationCompleted: '委託を完了',
  VisitScheduled: '訪問を予定',
  VisitReleased: '訪問を返上',
  CaregiverAssigned: '訪問介護員を割当',
  VisitStarted: '訪問を開始',
  VisitEnded: '訪問を終了',
  VisitRecorded: 'サービス提供を記録',
  VisitRecordAmended: '記録を訂正',
  VisitExceptionRaised: '確認事項が発生',
  VisitExceptionResolved: '確認事項が解消',
  VisitVerified: '記録を確定',
  VisitRecordReturned: '記録を差し戻し',
  VisitMissed: '訪問なしと報告',
  VisitCancelled: '訪問を取消',
  StatementIssued: '支払通知書を発行',
  StatementLinesListed: '明細を記載',
  StatementConfirmed: '支払通知書を確認',
  PaymentApproved: '支払を承認',
  PaymentSettled: '支払を記録',
};

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
      summary: (row) => `${summaries[row.type] ?? row.type}${detailOf(row)}`,
      actor: (row, _, context) => memberNameShownTo(context, row.actorSubject, row.actorOfficeId),
      actorOffice: (row, _, context) => context.load(offices, row.actorOfficeId),
    },
  },
  mutations: {},
  rights: [],
};
