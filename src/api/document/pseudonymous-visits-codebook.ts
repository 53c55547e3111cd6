import { HIDDEN_VALUE } from '../../domain/evaluation/pseudonymous-visits.ts';
import { THRESHOLDS } from '../../domain/limits.ts';

/**
 * The codebook: each variable, what it says, and each of its values; a pattern where values vary.
 */
export const CODEBOOK: readonly (readonly [variable: string, label: string, value: string, meaning: string])[] = [
  ['month', '訪問の開始予定日の月', 'YYYY-MM', '年と月'],
  ['day_kind', '曜日の区分', 'WEEKDAY', '月曜日から金曜日'],
  ['day_kind', '曜日の区分', 'WEEKEND', '土曜日と日曜日'],
  ['time_band', '開始予定の時間帯', 'EARLY', '6–8時'],
  ['time_band', '開始予定の時間帯', 'DAY', '8–18時'],
  ['time_band', '開始予定の時間帯', 'EVENING', '18–22時'],
  ['time_band', '開始予定の時間帯', 'NIGHT', '22–6時'],
  ['service', 'サービスの種類', 'PHYSICAL_CARE', '身体介護'],
  ['service', 'サービスの種類', 'DAILY_LIVING', '生活援助'],
  ['service', 'サービスの種類', 'PHYSICAL_THEN_DAILY_LIVING', '身体介護・生活援助'],
  ['service', 'サービスの種類', 'BOARDING_ASSISTANCE', '通院等乗降介助'],
  ['minutes_band', '訪問の長さ', 'UNDER_30', '30分未満'],
  ['minutes_band', '訪問の長さ', '30_TO_59', '30分以上60分未満'],
  ['minutes_band', '訪問の長さ', '60_OR_MORE', '60分以上'],
  ['client', '利用者の仮の名（このファイルの中だけで同じ）', 'C + number', '利用者一人'],
  ['caregiver', '訪問介護員の仮の名（このファイルの中だけで同じ）', 'K + number', '訪問介護員一人'],
  ['caregiver', '訪問介護員の仮の名（このファイルの中だけで同じ）', '', '担当が決まっていない（欠損）'],
  ['partner_office', 'パートナー事業所の仮の名（このファイルの中だけで同じ）', 'O + number', '事業所一つ'],
  ['assist_office', 'アシスト事業所の仮の名（このファイルの中だけで同じ）', 'O + number', '事業所一つ'],
  ['status', '訪問の状態', 'SCHEDULED', '予定'],
  ['status', '訪問の状態', 'IN_PROGRESS', '訪問中'],
  ['status', '訪問の状態', 'RECORDED', '記録済み'],
  ['status', '訪問の状態', 'RETURNED', '差戻し'],
  ['status', '訪問の状態', 'VERIFIED', '確定済み'],
  ['status', '訪問の状態', 'SETTLED', '精算済み'],
  ['status', '訪問の状態', 'MISSED', '訪問なし'],
  ['status', '訪問の状態', 'CANCELLED', '取消'],
  ['status', '訪問の状態', 'RELEASED', '返上'],
  ['begun', '開始の時刻（予定とくらべて）', 'EARLY', '10分より早い'],
  ['begun', '開始の時刻（予定とくらべて）', 'PUNCTUAL', '10分以内のちがい'],
  ['begun', '開始の時刻（予定とくらべて）', 'UP_TO_30_LATE', '10分より遅く30分以内'],
  ['begun', '開始の時刻（予定とくらべて）', 'OVER_30_LATE', '30分より遅い'],
  ['begun', '開始の時刻（予定とくらべて）', 'NOT_BEGUN', '開始していない'],
  ['amended', '記録の訂正', 'YES', 'あり'],
  ['amended', '記録の訂正', 'NO', 'なし'],
  ['open_exception', '未解決の要確認事項', 'YES', 'あり'],
  ['open_exception', '未解決の要確認事項', 'NO', 'なし'],
  ...['day_kind', 'time_band', 'service', 'minutes_band', 'partner_office', 'assist_office'].map(
    (variable) =>
      [
        variable,
        '秘匿',
        HIDDEN_VALUE,
        `同じ組合せの利用者または訪問介護員が${THRESHOLDS.usual}人未満（欠損）`,
      ] as const,
  ),
];
