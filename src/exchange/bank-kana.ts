// Names as banks take them: half-width kana, capitals, digits and a few symbols (JIS X 0201).

/** A character that banks do not take, and where it stands, from 1. */
export interface Unwritable {
  readonly character: string;
  readonly place: number;
}

/** All symbols that the standard has; a bank may take fewer. */
export const BANK_SYMBOLS = '()-./｢｣¥';

const [FIRST_KANA, LAST_KANA] = [0xff71, 0xff9d];
/** ｱ to ﾝ by the full-width letters that they stand for, and the two marks. */
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: LAST_KANA - FIRST_KANA + 1 }, (_, n): [string, string] => {
    const half = String.fromCodePoint(FIRST_KANA + n);
    return [half.normalize('NFKC'), half];
  }),
  ['\u3099', 'ﾞ'],
  ['\u309a', 'ﾟ'],
  ['\u309b', 'ﾞ'],
  ['\u309c', 'ﾟ'],
  // A long vowel and what is typed for a hyphen: banks know one stroke.
  ...['ー', '\u2010', '\u2212'].map((stroke): [string, string] => [stroke, '-']),
  ['「', '｢'],
  ['」', '｣'],
]);
/** Small kana are written large. */
const LARGE: ReadonlyMap<string, string> = new Map(
  [...'ァィゥェォッャュョヮヵヶ'].map((small, n) => [small, 'アイウエオツヤユヨワカケ'[n] ?? small]),
);

/** One character as banks take it; null where they do not. */
const written = (character: string): string | null => {
  const known = HALF_WIDTH.get(character);
  if (known !== undefined) return known;
  const parts = [...character.normalize('NFKC').normalize('NFD')].map((part) => {
    const large = LARGE.get(part) ?? part;
    const half = HALF_WIDTH.get(large) ?? large.toUpperCase();
    return isTaken(half) ? half : null;
  });
  return parts.includes(null) ? null : parts.join('');
};

const isTaken = (character: string): boolean => /^[0-9A-Z ｱ-ﾝﾞﾟ]$/.test(character) || BANK_SYMBOLS.includes(character);

/** 法人略号: the forms of corporations, whole and in kana, the longer first. */
const CORPORATIONS: readonly (readonly [abbreviation: string, ...whole: string[]])[] = [
  ['ﾄｸﾋ', '特定非営利活動法人', 'トクテイヒエイリカツドウホウジン'],
  ['ﾌｸ', '社会福祉法人', 'シャカイフクシホウジン', 'シヤカイフクシホウジン'],
  ['ｲ', '医療法人社団', '医療法人財団', '医療法人', 'イリョウホウジン', 'イリヨウホウジン'],
  ['ｼﾔ', '一般社団法人', '公益社団法人', 'イッパンシャダンホウジン', 'コウエキシャダンホウジン'],
  ['ｻﾞｲ', '一般財団法人', '公益財団法人', 'イッパンザイダンホウジン', 'コウエキザイダンホウジン'],
  ['ﾄﾞ', '合同会社', 'ゴウドウガイシャ', 'ゴウドウカイシャ', 'ゴウドウガイシヤ'],
  ['ﾕ', '有限会社', '(有)', 'ユウゲンガイシャ', 'ユウゲンカイシャ', 'ユウゲンガイシヤ'],
  ['ｶ', '株式会社', '(株)', 'カブシキガイシャ', 'カブシキカイシャ', 'カブシキガイシヤ'],
];

/** A name without its form of corporation, and what banks write for that. */
const withoutCorporation = (name: string): { before: string; rest: string; after: string; cut: number } => {
  for (const [abbreviation, ...forms] of CORPORATIONS) {
    for (const form of forms) {
      if (name.startsWith(form) && name.length > form.length) {
        const rest = name.slice(form.length).trimStart();
        return { before: `${abbreviation})`, rest, after: '', cut: name.length - rest.length };
      }
      if (name.endsWith(form) && name.length > form.length)
        return { before: '', rest: name.slice(0, -form.length).trimEnd(), after: `(${abbreviation}`, cut: 0 };
    }
  }
  return { before: '', rest: name, after: '', cut: 0 };
};

/**
 * A name as banks take it: full width made half, small kana large, ー to -, capitals, the form of a
 * corporation by its 法人略号. What they do not take is named, the first alone, and nothing is put in
 * its place.
 */
export const bankKana = (name: string): string | Unwritable => {
  // A corporation's mark is one character (㈱), and brackets are typed in any width.
  const plain = name
    .normalize('NFC')
    .replace(/[㈱㈲（）]/g, (mark) => mark.normalize('NFKC'))
    .trim();
  const { before, rest, after, cut } = withoutCorporation(plain);
  const parts: string[] = [];
  for (const [n, character] of [...rest].entries()) {
    const part = written(character);
    if (part === null) return { character, place: cut + n + 1 };
    parts.push(part);
  }
  return `${before}${parts.join('')}${after}`;
};

/** The first character of a text that a bank with these symbols does not take; null: none. */
export const unwritableIn = (text: string, symbols: string): Unwritable | null => {
  const at = [...text].findIndex((character) => !(/^[0-9A-Z ｱ-ﾝﾞﾟ]$/.test(character) || symbols.includes(character)));
  const character = [...text][at];
  return character === undefined ? null : { character, place: at + 1 };
};
