/** What stands where a name stood: of one length, whoever it was. */
export const BLACKED_OUT = '■■■';

/** Names known in a network; texts of them are blacked out. */
export interface KnownNames {
  /** Of people, in kanji or in kana, with a space between their parts or without. */
  readonly people: readonly string[];
  readonly offices: readonly string[];
}

const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const KANA_DISTANCE = 0x60;
/** Characters of names that people write as their everyday forms. */
const EVERYDAY: Readonly<Record<string, string>> = {
  ...{ 髙: '高', 﨑: '崎', 嵜: '崎', 邊: '辺', 邉: '辺', 齋: '斎', 齊: '斉', 濱: '浜', 濵: '浜', 澤: '沢', 廣: '広' },
  ...{ 國: '国', 嶋: '島', 櫻: '桜', 眞: '真', 惠: '恵', 槇: '槙', 德: '徳', 𠮷: '吉', 龍: '竜', 瀨: '瀬', 淵: '渕' },
};
const SEPARATOR = /[\s・･=＝,.、。\-‐‑]/u;
const KANA = /^[\u3041-\u3096\u309d\u309eー]+$/u;
const ADDRESSED = ['さん', 'さま', '様', '氏', 'くん', '君', 'ちゃん', '先生', '殿'];
/** Words of which names of offices are made; what is left is what people call them by. */
const GENERIC = [
  ...['株式会社', '有限会社', '合同会社', '社会福祉法人', '医療法人', '一般社団法人', '特定非営利活動法人', 'npo法人'],
  ...['居宅介護支援事業所', '訪問介護事業所', '介護事業所', '事業所', '訪問介護', '居宅介護', '支援', '介護'],
  ...['へるぱーすてーしょん', 'けあすてーしょん', 'すてーしょん', 'けあせんたー', 'せんたー', 'さーびす'],
];

/** A written character as it is compared: without regard to width, case, kana and old forms. */
const folded = (grapheme: string): string =>
  [...grapheme.normalize('NFKC').toLowerCase()]
    .map((character) => EVERYDAY[character] ?? character)
    .join('')
    .replaceAll(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE));

const graphemes = new Intl.Segmenter('ja');
/** The characters that are compared, each with the place in the text of what it was made of. */
const compared = (
  text: string,
): readonly { readonly character: string; readonly from: number; readonly to: number }[] =>
  [...graphemes.segment(text)].flatMap(({ segment, index }) =>
    SEPARATOR.test(segment)
      ? []
      : [...folded(segment)].map((character) => ({ character, from: index, to: index + segment.length })),
  );
const formOf = (text: string): string =>
  compared(text)
    .map(({ character }) => character)
    .join('');

/**
 * Forms that are a name wherever they stand, and those that are one where somebody is addressed.
 */
interface Forms {
  readonly anywhere: Set<string>;
  readonly addressed: Set<string>;
}

/**
 * One sign, or two of kana, are a part of many words; more of kana where the part is a guess.
 */
const addForm = ({ anywhere, addressed }: Forms, form: string, isGuess = false): void => {
  const length = [...form].length;
  if (length === 0) return;
  const least = KANA.test(form) ? 3 : 2;
  const isSure = length >= (isGuess && KANA.test(form) ? least + 1 : least);
  (isSure ? anywhere : addressed).add(form);
};

const addPerson = (forms: Forms, name: string): void => {
  const whole = [...formOf(name)];
  addForm(forms, whole.join(''));
  const parts = name
    .split(SEPARATOR)
    .map(formOf)
    .filter((part) => part !== '');
  if (parts.length > 1) for (const part of parts) addForm(forms, part);
  // Where the family's name ends is not told: whatever it may be.
  else
    for (let length = 1; length < whole.length; length += 1) {
      addForm(forms, whole.slice(0, length).join(''), true);
      if (length > 1) addForm(forms, whole.slice(-length).join(''), true);
    }
};

const addOffice = (forms: Forms, name: string): void => {
  const whole = formOf(name);
  if ([...whole].length > 1) forms.anywhere.add(whole);
  const called = GENERIC.reduce((rest, word) => rest.replaceAll(word, ''), whole);
  if ([...called].length > (KANA.test(called) ? 2 : 1)) forms.anywhere.add(called);
};

/**
 * Blacks out of texts all names known (rule 40): of people the whole, the family's and the given
 * one, and of offices what they are called by; in kanji as they are known, in kana of either kind,
 * in any width, with spaces or without. A part so short that other words have it is one where
 * somebody is addressed by it (林さん). Names that nobody has registered are not known.
 */
export const blackingOut = ({ people, offices }: KnownNames): ((text: string) => string) => {
  const forms: Forms = { anywhere: new Set(), addressed: new Set() };
  for (const name of people) addPerson(forms, name);
  for (const name of offices) addOffice(forms, name);
  for (const form of forms.addressed) for (const word of ADDRESSED) forms.anywhere.add(`${form}${word}`);
  const lengths = [...new Set([...forms.anywhere].map((form) => [...form].length))].sort((a, b) => b - a);
  return (text) => {
    const characters = compared(text);
    const spans: { from: number; to: number }[] = [];
    for (let at = 0; at < characters.length; ) {
      const length = lengths.find((long) => {
        const form = characters.slice(at, at + long);
        return form.length === long && forms.anywhere.has(form.map(({ character }) => character).join(''));
      });
      const [first, last] = [characters[at], characters[at + (length ?? 1) - 1]];
      const before = spans.at(-1);
      if (length && first && last) {
        if (before && before.to === first.from) before.to = last.to;
        else spans.push({ from: first.from, to: last.to });
      }
      at += length ?? 1;
    }
    return spans.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}${BLACKED_OUT}${rest.slice(to)}`, text);
  };
};
