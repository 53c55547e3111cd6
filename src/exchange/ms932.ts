import iconv from 'iconv-lite';

/**
 * Characters that a Windows keyboard and others write differently: MS932 has the one on the right.
 * Without this they would be lost.
 */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¦': '￤',
};
const SAME = new RegExp(`[${Object.keys(WRITTEN_AS).join('')}]`, 'gu');
const asMs932HasIt = (text: string): string => text.replaceAll(SAME, (one) => WRITTEN_AS[one] ?? one);

/** 外字: what an office has drawn for itself, which nobody else sees. */
const PRIVATE = /\p{Co}/u;

/**
 * The first character of a text that MS932 cannot write; null where it writes all. A text of which
 * this says null comes back from `fromMs932` as it was, but for a few characters that have two
 * codes.
 */
export const unwritableInMs932 = (text: string): string | null => {
  const written = asMs932HasIt(text);
  // A hundred times faster than one character after the other.
  if (!PRIVATE.test(written) && iconv.decode(iconv.encode(written, 'CP932'), 'CP932') === written) return null;
  for (const character of written) {
    if (PRIVATE.test(character)) return character;
    if (iconv.decode(iconv.encode(character, 'CP932'), 'CP932') !== character) return character;
  }
  return null;
};

/**
 * The bytes of a text in MS932. Throws where a character would be lost; never writes a `?` for one.
 */
export const toMs932 = (text: string): Buffer => {
  const unwritable = unwritableInMs932(text);
  if (unwritable !== null) throw new Error(`MS932 has no ${codePoint(unwritable)}`);
  return iconv.encode(asMs932HasIt(text), 'CP932');
};

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const BOM = '\uFEFF';
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** How the two decoders show what is no text. */
const BROKEN = '\uFFFD';

/** What stands in no text, but between the letters of one in UTF-16. */
const NUL = 0x00;

/**
 * A text of a file in MS932; also of one in UTF-8, as others save it, with BOM or without. Null
 * where it is neither.
 */
export const fromMs932 = (bytes: Uint8Array): string | null => {
  if (bytes.includes(NUL)) return null;
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const hasBom = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 3)) === BOM;
  // Bytes of MS932 can pass for a few Latin letters of UTF-8, hardly for Japanese ones.
  if (!utf8.includes(BROKEN) && (hasBom || JAPANESE.test(utf8))) return utf8;
  const text = iconv.decode(Buffer.from(bytes), 'CP932');
  return text.includes(BROKEN) ? null : text;
};
