import { readFileSync, writeFileSync } from 'node:fs';

/** Writes what a command measured into a document, between the marks that bear its name. */
export const writeFigures = (document: URL, command: string, figures: string): void => {
  const [begin, end] = [`<!-- ${command}: begin -->`, `<!-- ${command}: end -->`];
  const text = readFileSync(document, 'utf8');
  const [before = '', rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`the document has no place for ${command}`);
  writeFileSync(document, `${before}${begin}\n\n${figures}\n\n${end}${after}`);
};
