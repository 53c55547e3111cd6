import type { ServiceKind } from '../../domain/vocabulary.ts';

/** A month's indicators (評価指標), as the API answers them. */
export interface MonthInReport {
  readonly month: string;
  readonly visitsRequested: number;
  readonly visitsCovered: number;
  readonly medianMinutesToAccept?: number | null;
  readonly p90MinutesToAccept?: number | null;
  readonly missedRate?: number | null;
  readonly cancelledRate?: number | null;
  readonly releasedRate?: number | null;
  readonly exceptionRate?: number | null;
  readonly medianHoursToRecord?: number | null;
  readonly caregiversPerClient?: number | null;
  readonly continuityOfCare?: number | null;
  readonly loadGini?: number | null;
  readonly load: readonly {
    readonly office: { readonly id: string; readonly name: string };
    readonly minutes: number;
    readonly visits: number;
    readonly offered: number;
    readonly accepted: number;
    readonly declined: number;
    readonly lapsed: number;
  }[];
  readonly byTimeBand: readonly {
    readonly band: 'EARLY' | 'DAY' | 'EVENING' | 'NIGHT';
    readonly service: ServiceKind;
    readonly requested: number;
    readonly covered: number;
  }[];
  readonly cases: readonly { readonly figure: string; readonly n: number }[];
}

/** A closed survey of the network, with its results. */
export interface SurveyInReport {
  readonly id: string;
  readonly title: string;
  readonly study: string;
  readonly wave: 'BASELINE' | 'MIDLINE' | 'ENDLINE';
  readonly threshold: number;
  readonly responses: readonly {
    readonly audience: keyof typeof AUDIENCE_WORDS;
    readonly invited: number;
    readonly answered: number;
  }[];
  readonly position: number;
  readonly method: string;
  /** Of the network's people. */
  readonly answers: readonly AnswersInReport[];
  /** Of the people of all its networks; null where these are the same. */
  readonly answersOfAll: readonly AnswersInReport[] | null;
}
export interface AnswersInReport {
  readonly question: {
    readonly code: string;
    readonly kind: string;
    readonly text: string;
    readonly audiences: readonly (keyof typeof AUDIENCE_WORDS)[];
  };
  readonly n?: number | null;
  readonly mean?: number | null;
  readonly ci95?: readonly number[] | null;
  /** Against the study's earlier wave. */
  readonly change?: {
    readonly from: keyof typeof WAVE_WORDS;
    readonly difference: number;
    readonly test: string;
    readonly p: number;
    readonly effectSize: number;
  } | null;
}

/** All that the report of a network's months is made of. */
export interface ReportAsked {
  readonly network: { readonly name: string; readonly area: string };
  readonly from: string;
  readonly to: string;
  /**
   * An instant in Japan's time, as the API answers it; null: as it was when the report was made.
   */
  readonly knownAt: string | null;
  readonly madeAt: string;
  /** Where in the log the figures stand. */
  readonly position: number;
  readonly months: readonly MonthInReport[];
  /** Null to whom surveys are not shown. */
  readonly surveys: readonly SurveyInReport[] | null;
}

export const AUDIENCE_WORDS = {
  PARTNER_OFFICE: 'パートナー事業所',
  ASSIST_OFFICE: 'アシスト事業所',
  CAREGIVER: '訪問介護員',
  CLIENT: '利用者',
  FAMILY: '家族',
  CARE_MANAGER: 'ケアマネジャー',
} as const;
export const WAVE_WORDS = { BASELINE: 'はじめ', MIDLINE: '中間', ENDLINE: 'おわり' } as const;
export const BAND_WORDS = {
  EARLY: '早朝（6–8時）',
  DAY: '日中（8–18時）',
  EVENING: '夜間（18–22時）',
  NIGHT: '深夜（22–6時）',
} as const;

/** Nothing to reckon from. */
export const NONE = '―';
/** 秘匿: there are too few. */
export const HIDDEN = '秘匿';

export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
export const percentWords = (share: number): string => `${(share * 100).toFixed(1)}%`;
export const oneDecimal = (value: number): string => value.toFixed(1);
export const twoDecimals = (value: number): string => value.toFixed(2);
export const wholeWords = (value: number): string => Math.round(value).toLocaleString('ja-JP');
/** Minutes as hours with one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
