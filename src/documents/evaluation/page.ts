import { Html, html } from '../html.ts';

const STYLE = `:root{color-scheme:light}
body{margin:0;font:1rem/1.7 system-ui,"Noto Sans JP","Hiragino Sans",sans-serif;color:#222;background:#fff}
body{word-break:auto-phrase}
main{max-width:50rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.4;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid #0072b2}
h3{font-size:1.05rem;margin:1.75rem 0 .25rem}
figure{margin:1rem 0}
figure svg{display:block;width:100%;height:auto}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.75rem 0}
caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{border:1px solid #8a8a8a;padding:.3rem .5rem;text-align:right;font-variant-numeric:tabular-nums}
th{background:#eef2f6;font-weight:bold}
th[scope=row],th:first-child,td.words,th.words{text-align:left}
th[scope=row]{min-width:6.5rem}
th[scope=row],td.words,p,li,h1,h3,figcaption{overflow-wrap:anywhere}
td.words{min-width:4.5rem}
td:not(.words){white-space:nowrap}
figcaption{font-weight:bold;margin-bottom:.5rem}
dl{display:grid;grid-template-columns:fit-content(13rem) 1fr;gap:.25rem 1.25rem;margin:0}
dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}
:focus-visible{outline:3px solid #c25700}
@media screen and (max-width:40rem){h1{font-size:1.3rem}.chart{overflow-x:auto}figure svg{min-width:34rem}
th[scope=row],td.words{overflow-wrap:break-word}
dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@page{size:A4;margin:15mm}
@media print{body{font-size:10pt}main{max-width:none;padding:0}.table,.chart{overflow:visible}
h2,h3,h2+p,caption,figcaption{break-after:avoid}li{break-inside:avoid}figure,tr{break-inside:avoid}}`;

/**
 * A document for a browser and for paper, whole in itself: no other host is asked, nothing runs.
 */
export const documentPage = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;

/** What a part of a document says, and how many of its figures are hidden. */
export interface Section {
  readonly html: Html;
  readonly hidden: number;
}

/** A column of a table: its title, and what stands in a row. */
export interface ReportColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Words stand to the left, figures to the right. */
  readonly isWords?: boolean;
}

/**
 * A table whose first column names its rows. It may be scrolled by the keyboard where it is wide.
 */
export const table = <Row>(caption: string, columns: readonly ReportColumn<Row>[], rows: readonly Row[]): Html => {
  const align = ({ isWords }: ReportColumn<Row>): Html | null => (isWords ? html` class="words"` : null);
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}">
<table aria-label="${caption}"><caption>表　${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${align(column)}>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${columns.map((column, n) =>
      n === 0 ? html`<th scope="row">${column.cell(row)}</th>` : html`<td${align(column)}>${column.cell(row)}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
};

/**
 * A chart; the table beside it says the same in figures. Both may be scrolled by the keyboard where
 * they are wide.
 */
export const figure = (caption: string, svg: Html): Html =>
  html`<figure><figcaption>図　${caption}</figcaption>
<div class="chart" tabindex="0" role="region" aria-label="${`図　${caption}`}">${svg}</div></figure>`;
