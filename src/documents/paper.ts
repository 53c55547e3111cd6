import PDFDocument from 'pdfkit';
import { fontFiles, printable, type Weight } from './font.ts';

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 36, foot: 24 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;
const BOTTOM = PAGE.height - PAGE.margin - PAGE.foot;
const PADDING = 3;
const RULE = '#999999';
const SHADE = '#eeeeee';

export interface TextStyle {
  /** In points; 9 unless given. */
  readonly size?: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'right' | 'center';
  readonly colour?: string;
}
/** A column of a table; a title stands again on each page, where any column has one. */
export interface TableColumn {
  readonly title?: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** As a head, not as content. */
  readonly isHead?: boolean;
}

/** What a reader of PDFs shows of a document. */
export interface About {
  /** Names nobody. */
  readonly title: string;
  /** An instant. */
  readonly madeAt: string;
}

interface LaidText {
  readonly printed: string;
  /** Null where it takes several lines. */
  readonly wide: number | null;
  readonly height: number;
}
interface Laid {
  readonly cells: readonly LaidText[];
  readonly height: number;
}
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * A document on A4 in Japanese, written from above to below: texts, tables whose heads stand again
 * on each page, page numbers. The font is embedded as far as it is used.
 */
class Paper {
  readonly #document: PDFKit.PDFDocument;
  /** Of how many pages; null where they are only counted, and nothing is drawn. */
  readonly #of: number | null;
  readonly #told: Told;
  #foot = '';
  #heading: { readonly laid: LaidText; readonly style: TextStyle } | null = null;
  #pages = 0;
  /** Of characters, by weight, at a size of 1,000 points. */
  readonly #widths: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() };
  #y: number = PAGE.margin;

  constructor({ title, madeAt }: About, { pages, told }: { pages: number | null; told: Told }) {
    this.#of = pages;
    this.#told = told;
    this.#document = new PDFDocument({
      size: 'A4',
      margin: PAGE.margin,
      // What only counts its pages measures on one.
      autoFirstPage: pages === null,
      lang: 'ja',
      // By its path, as below: by another name it would be read anew each time.
      font: fontFiles.regular,
      info: { Title: title, Producer: 'partner-visit-network', CreationDate: new Date(madeAt) },
    });
  }

  /** How far down this page is written, and down to where it may be. */
  get left(): number {
    return BOTTOM - this.#y;
  }

  /**
   * A new page; `foot` stands below it, and below those that follow from it, beside the number. An
   * empty one leaves the number out too.
   */
  page(foot: string = this.#foot): void {
    this.#foot = foot;
    this.#pages += 1;
    this.#y = PAGE.margin;
    if (this.#of === null) return;
    this.#told({ share: (this.#pages - 1) / this.#of });
    this.#document.addPage();
    // The page before is written with that, so that no more than one is kept.
    const written: Buffer | null = this.#document.read();
    if (written !== null) this.#told({ piece: new Uint8Array(written) });
    if (foot === '') return;
    const said = `${foot}　${this.#pages} / ${this.#of} ページ`;
    const below = { x: 0, y: PAGE.height - PAGE.margin - 10, width: CONTENT_WIDTH };
    const style = { size: 7, align: 'right' } as const;
    this.#put({ ...this.#laid(said, CONTENT_WIDTH, style), wide: this.#wideOf(printable(said), style) }, below, style);
  }

  get pages(): number {
    return this.#pages;
  }

  space(points: number): void {
    this.#y += points;
  }

  /** A text over the whole width, on the next page where it has no room. */
  text(text: string, style: TextStyle = {}): void {
    const laid = this.#laid(text, CONTENT_WIDTH, style);
    this.#begin(laid.height);
    this.#put(laid, { x: 0, y: this.#y, width: CONTENT_WIDTH }, style);
    this.#y += laid.height;
  }

  /** What stands above the text or the table that follows: on the page on which that begins. */
  heading(text: string, size = 10): void {
    const style = { size, weight: 'bold' } as const;
    this.#heading = { laid: this.#laid(text, CONTENT_WIDTH, style), style };
  }

  /** On this page or on the next: the heading that waits, with room for so many points below it. */
  #begin(height: number): void {
    const heading = this.#heading;
    this.#heading = null;
    if ((heading?.laid.height ?? 0) + height > this.left) this.page();
    if (!heading) return;
    this.#put(heading.laid, { x: 0, y: this.#y, width: CONTENT_WIDTH }, heading.style);
    this.#y += heading.laid.height;
  }

  /** A pattern of black squares, in the middle, so many points wide: what a camera reads. */
  squares(pattern: readonly (readonly boolean[])[], width: number): void {
    if (width > this.left) this.page();
    if (this.#of !== null) this.#drawSquares(pattern, width);
    this.#y += width;
  }

  /** In one filling, so that no seam shows between two squares. */
  #drawSquares(pattern: readonly (readonly boolean[])[], width: number): void {
    const size = width / pattern.length;
    const left = (PAGE.width - width) / 2;
    for (const [row, cells] of pattern.entries())
      for (const [column, isBlack] of cells.entries())
        if (isBlack) this.#document.rect(left + column * size, this.#y + row * size, size, size);
    this.#document.fill('black');
  }

  /** Two columns of lines side by side. */
  beside(left: readonly (readonly [string, TextStyle])[], right: readonly (readonly [string, TextStyle])[]): void {
    const width = CONTENT_WIDTH / 2 - 8;
    const down = (lines: readonly (readonly [string, TextStyle])[], x: number): number =>
      lines.reduce((y, [text, style]) => y + this.#write(text, { x, width, y }, style), this.#y);
    this.#y = Math.max(down(left, 0), down(right, width + 16));
  }

  /**
   * A table. A row that has no room goes to the next page, below the heads again. A text that is
   * longer than a page may take goes on in a row of its own.
   */
  table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], size = 8): void {
    const hasHeads = columns.some(({ title }) => title !== undefined);
    const titles = columns.map(({ title = '' }) => title);
    const heads = hasHeads ? this.#laidRow(columns, titles, size) : null;
    const asHeads = columns.map((one) => ({ ...one, isHead: true }));
    for (const [n, row] of rows.flatMap(inPieces).entries()) {
      const laid = this.#laidRow(columns, row, size);
      const hasRoom = n > 0 && laid.height <= this.left;
      // The heads never stand without a row below them.
      if (!hasRoom) this.#begin((heads?.height ?? 0) + laid.height);
      if (heads && !hasRoom) this.#row(asHeads, heads, size);
      this.#row(columns, laid, size);
    }
  }

  #row(columns: readonly TableColumn[], { cells, height }: Laid, size: number): void {
    if (this.#of !== null) this.#boxes(columns, height);
    let x = 0;
    for (const [n, { width, align = 'left', isHead = false }] of columns.entries()) {
      const place = { x: x + PADDING, width: width - 2 * PADDING, y: this.#y + PADDING };
      if (cells[n]) this.#put(cells[n], place, { size, align: isHead ? 'left' : align });
      x += width;
    }
    this.#y += height;
  }

  /** A box for each cell of a row, in one stroke. */
  #boxes(columns: readonly TableColumn[], height: number): void {
    let x: number = PAGE.margin;
    for (const { width, isHead = false } of columns) {
      if (isHead) this.#document.rect(x, this.#y, width, height).fill(SHADE);
      x += width;
    }
    x = PAGE.margin;
    for (const { width } of columns) {
      this.#document.rect(x, this.#y, width, height);
      x += width;
    }
    this.#document.lineWidth(0.5).stroke(RULE);
  }

  #laidRow(columns: readonly TableColumn[], row: readonly string[], size: number): Laid {
    const cells = row.map((text, n) => this.#laid(text, (columns[n]?.width ?? 0) - 2 * PADDING, { size }));
    return { cells, height: Math.max(...cells.map(({ height }) => height)) + 2 * PADDING };
  }

  #use({ size = 9, weight = 'regular' }: TextStyle): PDFKit.PDFDocument {
    return this.#document.font(fontFiles[weight]).fontSize(size);
  }

  /** How a text comes to stand in a width: in one line, which is cheap, or in several. */
  #laid(text: string, width: number, style: TextStyle): LaidText {
    const document = this.#use(style);
    const printed = printable(text);
    const wide = this.#wideOf(printed, style);
    if (wide <= width) return { printed, wide, height: document.currentLineHeight(true) };
    return { printed, wide: null, height: document.heightOfString(printed, { width }) };
  }

  /** The sum of its characters, which is quicker than to lay out the text. */
  #wideOf(printed: string, { size = 9, weight = 'regular' }: TextStyle): number {
    let sum = 0;
    for (const character of printed) {
      let wide = this.#widths[weight].get(character);
      if (wide === undefined) {
        wide = this.#document.font(fontFiles[weight]).fontSize(1_000).widthOfString(character);
        this.#widths[weight].set(character, wide);
      }
      sum += wide;
    }
    this.#use({ size, weight });
    return (sum * size) / 1_000;
  }

  #put({ printed, wide, height }: LaidText, { x, y, width }: Place, style: TextStyle): void {
    if (printed === '' || this.#of === null) return;
    const { align = 'left', colour = 'black' } = style;
    const document = this.#use(style).fillColor(colour);
    if (wide === null) {
      document.text(printed, PAGE.margin + x, y, { width, align, height: height + 1 });
      return;
    }
    const rest = align === 'left' ? 0 : align === 'right' ? width - wide : (width - wide) / 2;
    document.text(printed, PAGE.margin + x + rest, y, { lineBreak: false });
  }

  /** Writes a text and answers how high it is. */
  #write(text: string, place: Place, style: TextStyle): number {
    const laid = this.#laid(text, place.width, style);
    this.#put(laid, place, style);
    return laid.height;
  }

  /** Hands over what is left: the fonts, and where all of it stands. */
  async end(): Promise<void> {
    this.#document.end();
    for await (const written of this.#document) this.#told({ piece: new Uint8Array(written) });
  }
}

/** In the narrowest column for free texts half a page. */
const MOST_CHARACTERS_OF_A_CELL = 600;

const inPieces = (row: readonly string[]): readonly (readonly string[])[] => {
  if (row.every((text) => text.length <= MOST_CHARACTERS_OF_A_CELL)) return [row];
  const cells = row.map((text) => [...text]);
  const count = Math.ceil(Math.max(...cells.map(({ length }) => length)) / MOST_CHARACTERS_OF_A_CELL);
  return Array.from({ length: count }, (_, n) =>
    cells.map((cell) => cell.slice(n * MOST_CHARACTERS_OF_A_CELL, (n + 1) * MOST_CHARACTERS_OF_A_CELL).join('')),
  );
};

/**
 * What is written on paper, as PDF. `write` is called twice: to count the pages, each of which says
 * how many there are, and to draw them; a page is done with, and handed over, when the next begins.
 * `told`: the pieces of the file, and how much is drawn, from 0 to 1.
 */
export const onPaper = async (about: About, told: Told, write: (paper: Writing) => void): Promise<void> => {
  const counted = new Paper(about, { pages: null, told: () => {} });
  write(counted);
  const paper = new Paper(about, { pages: counted.pages, told });
  write(paper);
  await paper.end();
};

/** While a file is made: how much of it is done, from 0 to 1, and its next piece. */
export type Said = { readonly share: number } | { readonly piece: Uint8Array };
export type Told = (said: Said) => void;

/** What can be done on paper. */
export type Writing = Pick<Paper, 'page' | 'left' | 'space' | 'text' | 'heading' | 'squares' | 'beside' | 'table'>;
