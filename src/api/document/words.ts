import type { DelegationMode, DelegationStatus, StatementStatus, VisitStatus } from '../schema/types.gen.ts';

/** What files call the codes of the API: each code by one word, and each word for one code. */
export const VISIT_STATUS_WORDS: Readonly<Record<VisitStatus, string>> = {
  SCHEDULED: '予定',
  IN_PROGRESS: '訪問中',
  RECORDED: '記録済み',
  RETURNED: '差戻し',
  VERIFIED: '確定済み',
  SETTLED: '精算済み',
  MISSED: '訪問なし',
  CANCELLED: '取消',
  RELEASED: '返上',
};

export const DELEGATION_STATUS_WORDS: Readonly<Record<DelegationStatus, string>> = {
  OPEN: '打診中',
  PARTLY_ALLOCATED: '一部決定',
  ALLOCATED: '決定',
  ESCALATED: '電話対応',
  UNCOVERED: '未実施',
  WITHDRAWN: '取下げ',
  COMPLETED: '終了',
};

export const MODE_WORDS: Readonly<Record<DelegationMode, string>> = {
  FIRST_TO_ACCEPT: '先着順',
  PARTNER_SELECTS: '選定',
  DIRECT: '指名',
};

export const STATEMENT_STATUS_WORDS: Readonly<Record<StatementStatus, string>> = {
  ISSUED: '発行済み',
  DISPUTED: '異議あり',
  CONFIRMED: '確認済み',
  APPROVED: '支払承認済み',
  INSTRUCTED: '振込依頼済み',
  PAID: '支払済み',
  PAYMENT_FAILED: '振込不能',
  VOIDED: '取消',
};
