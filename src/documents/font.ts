import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

const fileOf = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${name}.ttf`));

export type Weight = 'regular' | 'bold';

/** Noto Sans JP (SIL Open Font License 1.1), whole; a document embeds what it uses of it. */
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: fileOf('400Regular/NotoSansJP_400Regular'),
  bold: fileOf('700Bold/NotoSansJP_700Bold'),
};

let known: ReadonlySet<number> | undefined;
/** Read where the first document is made. */
const charactersOfFont = (): ReadonlySet<number> => {
  if (known) return known;
  const font = openSync(fontFiles.regular);
  if (!('characterSet' in font)) throw new Error('the font file holds several fonts');
  known = new Set(font.characterSet);
  return known;
};

const BREAKS = /\r\n?|[\n\t]/g;
/** What chooses among forms of a character, and characters without any form. */
const FORMLESS = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/**
 * A text as the font can print it: what it has no form for stands as 〓 with its code, so that
 * nothing is left out in silence.
 */
export const printable = (text: string): string => {
  const characters = charactersOfFont();
  return [...text.normalize('NFC').replace(BREAKS, ' ').replace(FORMLESS, '')]
    .map((one) => {
      const code = one.codePointAt(0) ?? 0;
      return characters.has(code) ? one : `〓(U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
    })
    .join('');
};
