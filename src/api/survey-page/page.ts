import { createHash } from 'node:crypto';
import { Html, html } from '../../documents/html.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Question } from '../../domain/survey/events.ts';
import { optionsOf } from '../../domain/survey/questionnaire.ts';
import { conditionsOf, fieldOf, isSent, NO_ANSWER, optionField, type Sent } from './form.ts';
import { blockOf, hidingStyle, idOf, STYLE } from './style.ts';

/** A page as it is sent. */
export interface Page {
  readonly html: string;
  readonly policy: string;
}

const page = (title: string, body: Html, hiding = ''): Page => {
  const style = STYLE + hiding;
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    html: html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text,
    policy: [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
};

/** Something to be read, and nothing to be done. */
export const message = (title: string, said: string): Page =>
  page(
    title,
    html`<h1>${title}</h1>
<p>${said}</p>`,
  );

/** What the form holds. */
export interface Form {
  readonly title: string;
  readonly intro: string | null;
  readonly anonymous: boolean;
  readonly closesOn: Day | null;
  /** Those put to the respondent. */
  readonly questions: readonly Question[];
  /** Makes it safe to send the form twice. */
  readonly commandId: string;
  /** What has been filled in so far. */
  readonly sent: Sent;
  /** What is wrong, by the place of its question; null: of the form. */
  readonly faults: readonly { readonly index: number | null; readonly said: string }[];
}

/**
 * The questionnaire, to be filled in on one page. The button that does nothing is what Enter in a
 * field presses: a form that is half filled in would be the only answer for ever.
 */
export const formPage = (form: Form): Page => {
  const { title, intro, anonymous, closesOn, questions, commandId, faults } = form;
  const body = html`<h1>${title}</h1>
${faults.length > 0 ? faultList(form) : null}
${intro === null ? null : html`<p class="intro">${intro}</p>`}
<p>全${questions.length}問です。${anonymous ? html`回答は匿名で集計し、どなたの回答かが分かる形では残しません。` : NOT_ANONYMOUS}${
    closesOn === null ? '' : `回答の締切は${japaneseDay(closesOn)}です。`
  }${questions.some(({ required }) => required) ? REQUIRED_ARE_MARKED : null}</p>
<form method="post" autocomplete="off">
<button type="submit" disabled hidden></button>
<input type="hidden" name="commandId" value="${commandId}">
${questions.map((question, index) => questionBlock(form, question, index))}
<button type="submit">回答を送る</button>
</form>`;
  return page(faults.length > 0 ? `入力を確かめてください：${title}` : title, body, hidingStyle(questions));
};

const NOT_ANONYMOUS = html`<strong>この調査は匿名ではありません。どなたの回答かが分かる形で残ります。</strong>`;
const REQUIRED_ARE_MARKED = html`<span class="required">必須</span>の質問には必ずお答えください。`;

const japaneseDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const faultList = ({ faults }: Form): Html => html`<div class="faults" role="alert">
<p>まだ送られていません。次のところを確かめてください。</p>
<ul>${faults.map(({ index, said }) =>
  index === null ? html`<li>${said}</li>` : html`<li><a href="#${blockOf(index)}">問${index + 1}：${said}</a></li>`,
)}</ul>
</div>`;

const questionBlock = (form: Form, question: Question, index: number): Html => {
  const { help, required, kind } = question;
  const fault = form.faults.find((one) => one.index === index);
  const described = [help === null ? null : `h${index}`, fault ? `f${index}` : null].filter((id) => id !== null);
  const head = html`問${index + 1}　${question.text}${required ? html` <span class="required">必須</span>` : null}`;
  const notes = html`${condition(form.questions, index)}${
    help === null ? null : html`<p class="help" id="h${index}">${help}</p>`
  }${fault ? html`<p class="fault" id="f${index}">${fault.said}</p>` : null}`;
  const about = described.length === 0 ? null : html` aria-describedby="${described.join(' ')}"`;
  const invalid = fault ? html` aria-invalid="true"` : null;
  if (kind === 'NUMBER' || kind === 'TEXT')
    return html`<div class="question" id="${blockOf(index)}"><label class="text" for="${fieldOf(index)}">${head}</label>
${notes}${fieldBlock(form, question, index, html`${about}${invalid}`)}</div>`;
  return html`<fieldset id="${blockOf(index)}"${about}${invalid}><legend>${head}</legend>
${notes}<div class="${kind === 'SCALE_0_10' ? 'steps' : 'list'}">${optionsOf(question).map((option, n) =>
    optionBlock(form, question, index, { label: option.label, n }),
  )}</div>${kind === 'MULTIPLE_CHOICE' || required ? null : takingBack(index)}</fieldset>`;
};

const fieldBlock = ({ sent }: Form, { kind, maxLength, required }: Question, index: number, more: Html): Html => {
  const name = fieldOf(index);
  const value = sent[name]?.[0] ?? '';
  const needed = required ? html` aria-required="true"` : null;
  if (kind === 'NUMBER')
    return html`<input class="field" id="${name}" name="${name}" inputmode="decimal" maxlength="30"
 value="${value}"${needed}${more}>`;
  // No \`maxlength\`: browsers cut what is pasted without a word (rule 39).
  return html`<p class="help">${maxLength ?? ''}字まで</p>
<textarea id="${name}" name="${name}" rows="4"${needed}${more}>
${value}</textarea>`;
};

const optionBlock = (
  { sent }: Form,
  { kind }: Question,
  index: number,
  { label, n }: { readonly label: string; readonly n: number },
): Html => {
  const type = kind === 'MULTIPLE_CHOICE' ? 'checkbox' : 'radio';
  const checked = isSent(sent, index, n) ? html` checked` : null;
  return html`<label class="option"><input type="${type}" id="${idOf(index, n)}" name="${fieldOf(index)}"
 value="${optionField(n)}"${checked}> ${label}</label>
`;
};

/** What takes a choice back, there once one is made: a browser does not undo it. */
const takingBack = (index: number): Html =>
  html`<label class="option none"><input type="radio" name="${fieldOf(index)}" value="${NO_ANSWER}"> 答えない</label>
`;

/** For whom a question is, where not for everybody; read out, too. */
const condition = (questions: readonly Question[], index: number): Html | null => {
  const places = conditionsOf(questions, index).at(-1);
  const [first] = places ?? [];
  if (!places || !first) return null;
  const asked = questions[first.question];
  const labels = places.flatMap(({ option }) => (asked ? (optionsOf(asked)[option]?.label ?? []) : []));
  const named = labels.map((label) => `「${label}」`).join('か');
  return html`<p class="help">問${first.question + 1}で${named}を選んだ方だけお答えください。</p>`;
};
