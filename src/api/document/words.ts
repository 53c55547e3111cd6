import type { ServiceKind, VisitStatus } from '../schema/types.gen.ts';

/** What files call the codes of the API: each code by one word, and each word for one code. */
export const SERVICE_WORDS: Readonly<Record<ServiceKind, string>> = {
  PHYSICAL_CARE: '身体介護',
  DAILY_LIVING: '生活援助',
  PHYSICAL_THEN_DAILY_LIVING: '身体介護・生活援助',
  BOARDING_ASSISTANCE: '通院等乗降介助',
};

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
