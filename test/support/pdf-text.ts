import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of PDFs finds in one: the words of each page, and the fonts embedded in it. */
export const readPdf = async (bytes: Uint8Array): Promise<{ pages: string[][]; fonts: string[] }> => {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const pages: string[][] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])));
  }
  await loading.destroy();
  return { pages, fonts: embeddedFonts(bytes) };
};

/** Names of fonts whose programs stand in the file: the dictionaries are not compressed. */
const embeddedFonts = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes).toString('latin1');
  const descriptors = text.match(/<<[^<>]*\/Type \/FontDescriptor[^<>]*>>/g) ?? [];
  return descriptors.flatMap((one) =>
    /\/FontFile2 \d+ 0 R/.test(one) ? (/\/FontName \/([\w+-]+)/.exec(one)?.[1] ?? []) : [],
  );
};
