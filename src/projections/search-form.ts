/** Katakana ァ to ヶ and ヽ ヾ, whose hiragana stand 0x60 before them. */
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const KANA_DISTANCE = 0x60;

/**
 * A text as it is searched for and found: without regard to width, case, hiragana or katakana, and
 * spaces (contract, Search).
 */
export const searchForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE));
