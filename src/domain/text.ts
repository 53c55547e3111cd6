import { z } from 'zod';

/**
 * What nobody sees where it stands: control characters, marks that turn the order of writing round,
 * whatever has no width. Line ends and tabs are seen; variation selectors choose how a character of
 * a name is written.
 */
const UNSEEN =
  /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n\r\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]]/v;
/** The joiner within an emoji that is made of several. */
const EMOJI_JOINER = /(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)\u200D(?=\p{Extended_Pictographic})/gu;

/**
 * What is the matter with a text that somebody wrote, in English; null where it reads as it is
 * stored (rule 41).
 */
export const unreadable = (text: string): string | null => {
  // As a telephone leaves it that cuts a text in the middle of an emoji; canonical JSON has no form
  // for it.
  if (!text.isWellFormed()) return 'holds half of a character';
  const [unseen] = UNSEEN.exec(text.replace(EMOJI_JOINER, '')) ?? [];
  const code = unseen?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return code === undefined ? null : `holds a character that cannot be seen, U+${code}`;
};

const UNSEEN_BUT_JOINERS = new RegExp(`(${EMOJI_JOINER.source})|${UNSEEN.source}`, 'gv');
const LINE_SEPARATOR = /[\u2028\u2029\x85]/g;

/**
 * A text as whoever typed or pasted it saw it: without what nobody sees, as word processors and
 * telephones put it in.
 */
export const asSeen = (text: string): string =>
  text.replace(LINE_SEPARATOR, '\n').replace(UNSEEN_BUT_JOINERS, (_, joiner?: string) => joiner ?? '');

/** A text of one line: a name, a code, a place. */
export const lineSchema = z.string().regex(/^[^\t\n\r]*$/, 'stands in one line');
