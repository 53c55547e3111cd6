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
/** Small kana, and large ones in their order: forms of banks and old files know the large alone. */
const [SMALL_KANA, LARGE_KANA] = ['ぁぃぅぇぉっゃゅょゎゕゖ', 'あいうえおつやゆよわかけ'];
/** They say how a character is written, and are not typed by whoever writes about a person. */
const VARIATION_SELECTOR = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
/** Characters of names that people write as one another: each but the last as the last. */
const WRITTEN_ALIKE = [
  ...['髙高', '﨑嵜碕崎', '邊邉辺', '齋齊斉斎', '濱濵浜', '澤沢', '廣広', '國国', '嶋嶌島', '櫻桜', '眞真', '惠恵'],
  ...['槇槙', '德徳', '𠮷吉', '龍竜', '瀨瀬', '淵渊渕', '冨富', '來来', '關関', '榮栄', '圓円', '瀧滝', '靜静', '實実'],
  ...['禮礼', '壽寿', '彌弥', '萬万', '學学', '會会', '兒児', '劍剣', '總総', '聰聡', '增増', '寬寛', '顯顕', '曉暁'],
  ...['薰薫', '黑黒', '綠緑', '峯峰', '嶽岳', '桒桑', '栁柳', '舘館', '藪薮', '籠篭', '曾曽', '遙遥', '龜亀', '鐵鉄'],
  ...['條条', '澁渋', '豐豊', '藏蔵', '縣県', '鹽塩', '將将', '晉晋', '繩縄', '假仮', '與与', '釼剣', '莊荘', '瓊瑶'],
];
const ALIKE = new Map(WRITTEN_ALIKE.flatMap((those) => [...those].map((each) => [each, [...those].at(-1) ?? each])));
const SEPARATOR = /[\s・･=＝,.、。\-‐‑()（）]/u;
const KANA = /^[\u3041-\u3096\u309d\u309eー]+$/u;
const LATIN = /^\p{Script=Latin}+$/u;

/** A written character as it is compared: without regard to width, case, kana and forms alike. */
const folded = (grapheme: string): string =>
  [
    ...grapheme
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(VARIATION_SELECTOR, '')
      .replaceAll(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE)),
  ]
    .map((character) => LARGE_KANA[SMALL_KANA.indexOf(character)] ?? ALIKE.get(character) ?? character)
    .join('');

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

/** Behind the name of somebody who is addressed or told of, as it is compared. */
const ADDRESSED = [
  ...['さん', 'さま', '様', '氏', 'くん', '君', 'ちゃん', '先生', '殿', '夫妻', '宅', '家', '主任', '所長', '社長'],
  ...['管理者', '責任者', '代表', '看護師', '医師', '介護士', 'ヘルパー', 'ケアマネ', 'サ責', 'ドクター', 'ママ'],
].map(formOf);
/** Words of which names of offices are made; what is left is what people call them by. */
const GENERIC = [
  ...['株式会社', '有限会社', '合同会社', '社会福祉法人', '医療法人', '一般社団法人', '特定非営利活動法人', 'NPO法人'],
  ...['居宅介護支援事業所', '訪問介護事業所', '介護事業所', '事業所', '訪問介護', '居宅介護', '支援', '介護'],
  ...['ヘルパーステーション', 'ケアステーション', 'ステーション', 'ケアセンター', 'センター', 'サービス'],
].map(formOf);

/**
 * Forms that are a name wherever they stand, and those that are one where somebody is addressed.
 */
interface Forms {
  readonly anywhere: Set<string>;
  readonly addressed: Set<string>;
}

/** The fewest characters of a form that hardly any other word holds. */
const fewest = (form: string): number => (KANA.test(form) || LATIN.test(form) ? 3 : 2);

/** What is shorter is a part of many words; more of kana where the part is a guess. */
const addForm = ({ anywhere, addressed }: Forms, form: string, isGuess = false): void => {
  const length = [...form].length;
  if (length === 0) return;
  const isSure = length >= fewest(form) + (isGuess && KANA.test(form) ? 1 : 0);
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
  addForm(forms, whole);
  addForm(
    forms,
    GENERIC.reduce((rest, word) => rest.replaceAll(word, ''), whole),
  );
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
