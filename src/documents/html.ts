import { escapeUTF8 } from 'entities';

/** Text of HTML that may be put into other HTML as it stands. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly (Html | null)[];

const partOf = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(partOf).join('');
  return escapeUTF8(String(part));
};

/** HTML with texts put in, which are escaped, in content and in quoted attributes alike. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.reduce((all, text, n) => all + partOf(parts[n - 1] ?? null) + text));
