/** Files of the standard that are read or written here: 予定, 実績, and what takes 実績 back. */
export type CareplanKind = 'UPPLAN' | 'UPJSK' | 'DLTJSK';

/** What a file's name says (ケアプランデータ連携標準仕様). */
export interface CareplanName {
  readonly kind: CareplanKind;
  /** 対象年月 as it is written, `202606`. */
  readonly month: string;
  /** 事業所番号 and, from version 4 on, サービス種類 of who sends and who receives. */
  readonly from: { readonly number: string; readonly service: string | null };
  readonly to: { readonly number: string; readonly service: string | null };
  /** YYYYMMDDHHMMSS: in its order files are processed. */
  readonly stamp: string;
}

const OFFICE = '([0-9A-Z]{10})(?:_([0-9A-Z]{2}))?';
// A browser that has loaded a file twice puts " (1)" behind its name, Windows " - コピー".
const NAME = new RegExp(
  `^(UPPLAN|UPJSK|DLTJSK)_(\\d{4}(?:0[1-9]|1[0-2]))_${OFFICE}_${OFFICE}_(\\d{14})(?: - コピー)?(?: ?\\(\\d+\\))?\\.CSV$`,
);

/** What the name of a file says, in the form of version 3 or 4; null where it is none of ours. */
export const careplanNameOf = (fileName: string): CareplanName | null => {
  const found = NAME.exec(fileName.normalize('NFKC').trim().toUpperCase());
  if (!found) return null;
  const [, kind, month = '', from = '', fromService, to = '', toService, stamp = ''] = found;
  if (kind !== 'UPPLAN' && kind !== 'UPJSK' && kind !== 'DLTJSK') return null;
  return {
    kind,
    month,
    from: { number: from, service: fromService ?? null },
    to: { number: to, service: toService ?? null },
    stamp,
  };
};

/** The name of a file, in the form of version 4 where services are said. */
export const formatCareplanName = ({ kind, month, from, to, stamp }: CareplanName): string => {
  const parts = [kind, month, from.number, from.service, to.number, to.service, stamp];
  return `${parts.filter((part) => part !== null).join('_')}.CSV`;
};
