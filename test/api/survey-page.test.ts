import t from 'tap';
import { answersIn, missingIn } from '../../src/api/survey-page/form.ts';
import { formPage, message } from '../../src/api/survey-page/page.ts';
import { html } from '../../src/documents/html.ts';
import { type Question, questionSchema } from '../../src/domain/survey/events.ts';

const question = (more: Partial<Question> & Pick<Question, 'code' | 'kind'>): Question =>
  questionSchema.parse({
    scale: null,
    text: `${more.code}について`,
    help: null,
    maxLength: more.kind === 'TEXT' ? 400 : null,
    options: [],
    required: false,
    audiences: ['CLIENT'],
    shownIf: null,
    ...more,
  });
const YES_NO = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
];
const QUESTIONS = [
  question({ code: 'VISITED', kind: 'SINGLE_CHOICE', options: YES_NO, required: true }),
  question({ code: 'GLAD', kind: 'LIKERT_5', required: true, shownIf: { question: 'VISITED', anyOf: ['yes'] } }),
  question({ code: 'WHY', kind: 'TEXT', shownIf: { question: 'GLAD', anyOf: ['1', '2'] } }),
  question({ code: 'WISHES', kind: 'MULTIPLE_CHOICE', options: YES_NO }),
  question({ code: 'AGE', kind: 'NUMBER' }),
];

t.test('html escapes what is put in, in content and attributes', async (t) => {
  t.equal(
    html`<a title="${'"><script>'}">${"<b>&'"}</a>${null}${[html`<i>`, null]}`.text,
    '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&apos;</a><i>',
  );
});

t.test('a form holds places, the answers their values; what is hidden is left out, chain by chain', async (t) => {
  const all = { q0: ['0'], q1: ['1'], q2: [' 遅い\r\nから '], q3: ['1', '0'], q4: ['８０'] };
  t.strictSame(answersIn(QUESTIONS, all), [
    { question: 'VISITED', values: ['yes'] },
    { question: 'GLAD', values: ['2'] },
    { question: 'WHY', values: ['遅い\nから'] },
    { question: 'WISHES', values: ['no', 'yes'] },
    { question: 'AGE', values: ['８０'] },
  ]);
  const codes = (sent: Record<string, string[]>) => answersIn(QUESTIONS, sent).map((one) => one.question);
  t.strictSame(codes({ ...all, q0: ['1'] }), ['VISITED', 'WISHES', 'AGE'], 'hidden, and what hangs on it');
  t.strictSame(codes({ ...all, q1: ['4'] }), ['VISITED', 'GLAD', 'WISHES', 'AGE']);
  t.strictSame(codes({ q2: [''], q4: ['  '] }), []);
  t.strictSame(
    answersIn(QUESTIONS, { q0: ['7'], q3: ['x'] }),
    [
      { question: 'VISITED', values: ['7'] },
      { question: 'WISHES', values: ['x'] },
    ],
    'what is no place stays, and is refused by the domain',
  );
  t.strictSame(codes({ q0: ['1'], q3: ['0'], q1: ['', '0'] }), ['VISITED', 'WISHES']);
  t.strictSame(codes({ ...all, q0: [''] }), ['WISHES', 'AGE'], 'a choice that was taken back');
});

t.test('what was pasted with what nobody sees is taken as it is seen', async (t) => {
  const pasted = '\uFEFF良\u200Bかっ\u00ADた\u2028家族👨\u200D👩\u200D👧も\u0007';
  t.strictSame(answersIn(QUESTIONS, { q0: ['0'], q1: ['0'], q2: [pasted], q4: ['\u200E８０\u200F'] }).slice(2), [
    { question: 'WHY', values: ['良かった\n家族👨\u200D👩\u200D👧も'] },
    { question: 'AGE', values: ['８０'] },
  ]);
});

t.test('required questions that are shown and not answered, all of them', async (t) => {
  const missing = (sent: Record<string, string[]>) => missingIn(QUESTIONS, answersIn(QUESTIONS, sent));
  t.strictSame(missing({}), [0]);
  t.strictSame(missing({ q0: ['0'] }), [1]);
  t.strictSame(missing({ q0: ['1'] }), []);
});

t.test('the page: labels, what was filled in, faults with a link to each, nothing that runs', async (t) => {
  const form = {
    title: '<調査>',
    intro: null,
    anonymous: true,
    closesOn: '2026-06-04',
    questions: QUESTIONS,
    commandId: '00000000-0000-4000-8000-000000000000',
    sent: { q0: ['0'], q2: ['</textarea><script>'], q4: ['"80"'] },
    faults: [
      { index: 1, said: '回答がありません。' },
      { index: null, said: '全体の誤り。' },
    ],
  };
  const page = formPage(form);
  t.match(page.html, 'どなたの回答かが分かる形では残しません。');
  const named = formPage({ ...form, anonymous: false }).html;
  t.match(named, '<strong>この調査は匿名ではありません。どなたの回答かが分かる形で残ります。</strong>');
  t.notMatch(named, '分かる形では残しません');
  t.notMatch(page.html, /<script/);
  t.match(page.html, '<h1>&lt;調査&gt;</h1>');
  t.match(page.html, '<html lang="ja">');
  t.match(page.html, '回答の締切は2026年6月4日です。<span class="required">必須</span>の質問には');
  t.match(page.html, '<li><a href="#b1">問2：回答がありません。</a></li>');
  t.match(page.html, '<li>全体の誤り。</li>');
  t.match(page.html, '<fieldset id="b1" aria-describedby="f1" aria-invalid="true">');
  t.match(page.html, '<input type="radio" id="q0-0" name="q0"\n value="0" checked> はい</label>');
  t.match(page.html, '<p class="help">400字まで</p>');
  t.match(page.html, 'rows="4">\n&lt;/textarea&gt;&lt;script&gt;</textarea>');
  t.match(page.html, 'value="&quot;80&quot;"');
  t.match(page.html, '問2で「1」か「2」を選んだ方だけお答えください。');
  // Hidden where its own condition, or that of a question on which it depends, does not hold.
  t.match(
    page.html,
    '@media screen{form:not(:has(#q0-0:checked)) #b1{display:none}\n' +
      'form:not(:has(#q0-0:checked)) #b2{display:none}\nform:not(:has(#q1-0:checked,#q1-1:checked)) #b2{display:none}',
  );
  const inputs = [...page.html.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  t.equal(new Set(inputs).size, 2 + 5 + 1 + 2 + 1);
  t.match(page.policy, /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'/);
  t.notSame(message('題', '文').policy, page.policy, 'each page allows its own style alone');
});
