import { execFile } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { surveyLetters } from '../../src/documents/survey-letter.ts';
import { accessibilityFaults, startBrowser } from '../support/browser.ts';
import { startNode } from '../support/http-node.ts';
import { readPdf } from '../support/pdf-text.ts';
import { momentAt } from '../support/small-network.ts';
import { liveTrial } from '../support/trial.ts';

const EVERYBODY = ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CAREGIVER', 'CLIENT', 'FAMILY', 'CARE_MANAGER'];
const put = (question: Record<string, unknown>) => ({ audiences: EVERYBODY, ...question });
/** One of each kind, with what may make a page narrow: long words, many steps. */
const QUESTIONS = [
  put({
    code: 'AGAIN',
    kind: 'SINGLE_CHOICE',
    text: 'また別の事業所から訪問を受けてもよいですか。',
    required: true,
    options: [
      { value: 'yes', label: 'はい' },
      { value: 'no', label: 'いいえ' },
    ],
  }),
  put({
    code: 'WHY',
    kind: 'TEXT',
    text: 'そう思われた理由をお聞かせください。',
    maxLength: 40,
    required: true,
    shownIf: { question: 'AGAIN', anyOf: ['no'] },
  }),
  put({
    code: 'GLAD',
    kind: 'LIKERT_5',
    text: '訪問に満足していますか。',
    help: `あてはまるものを一つ選んでください。\n詳しくは https://example.jp/${'very-long-word'.repeat(9)}`,
    options: [
      { value: '1', label: '全くあてはまらない' },
      { value: '5', label: 'とてもあてはまる' },
    ],
  }),
  put({ code: 'RECOMMEND', kind: 'SCALE_0_10', text: '知り合いに勧めますか。', help: '0は勧めない、10は勧める。' }),
  put({
    code: 'HELPED',
    kind: 'MULTIPLE_CHOICE',
    text: '助かったことは何ですか。',
    options: [
      { value: 'time', label: '希望の時間に来てもらえた' },
      { value: 'person', label: '事業所名がとてもとても長くても一行に収まらないことを確かめるための選択肢' },
    ],
  }),
  put({ code: 'AGE', kind: 'NUMBER', text: '年齢を教えてください。' }),
];
/** What a screen reader says, in order. */
const READ_ALOUD = [
  'heading "訪問についての調査" [level=1]',
  'group "問1 また別の事業所から訪問を受けてもよいですか。 必須"',
  ...['はい', 'いいえ'].map((label) => `radio "${label}"`),
  'group "問3 訪問に満足していますか。"',
  ...['全くあてはまらない', '2', '3', '4', 'とてもあてはまる'].map((label) => `radio "${label}"`),
  'group "問4 知り合いに勧めますか。"',
  ...Array.from({ length: 11 }, (_, step) => `radio "${step}"`),
  'group "問5 助かったことは何ですか。"',
  'checkbox "希望の時間に来てもらえた"',
  'checkbox "事業所名がとてもとても長くても一行に収まらないことを確かめるための選択肢"',
  'textbox "問6 年齢を教えてください。"',
  'button "回答を送る"',
];
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const WITHOUT_SCRIPT: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };

interface Invitation {
  readonly audience: string;
  readonly recipient: string;
  readonly url: string;
}

/** A survey put to one of each audience: the address of each's page. */
const openedSurvey = async (t: Test) => {
  const node = await startNode(t);
  const { network, now } = await liveTrial(node);
  const moment = momentAt(node, now);
  const consultant = { subject: 'cons1' };
  const said = { networkIds: [network], study: 'page', wave: 'BASELINE', title: '訪問についての調査' };
  const draft = {
    ...said,
    intro: 'よりよい訪問のための調査です。\nお名前は聞きません。',
    threshold: 3,
    questions: QUESTIONS,
  };
  const { survey } = await moment.send(consultant, 'draftSurvey', draft, 'survey { id }');
  await moment.send(consultant, 'publishSurvey', { surveyId: survey.id });
  const opening = { surveyId: survey.id, periodFrom: '2026-04-01', periodTo: '2026-04-30', closesOn: '2026-05-20' };
  const selection = `survey { title intro anonymous closesOn }
    invitations { audience recipient url office { name } }`;
  const openSurvey = await moment.send(consultant, 'openSurvey', opening, selection);
  const invitations: readonly Invitation[] = openSurvey.invitations;
  const addresses = new Map<string, string>();
  for (const { audience, url } of invitations) addresses.set(audience, url);
  return { answer: { data: { openSurvey } }, invitations, of: (audience: string) => addresses.get(audience) ?? '' };
};

/** Draws a PDF as a reader of PDFs does, and reads the QR code on each of its pages. */
const codesOn = async (page: Page, pdf: Buffer): Promise<string[]> => {
  const files = { 'pdf.mjs': 'pdfjs-dist/build/pdf.mjs', 'worker.mjs': 'pdfjs-dist/build/pdf.worker.mjs' };
  for (const [name, module] of Object.entries(files))
    await page.route(`http://letters.test/${name}`, (route) =>
      route.fulfill({ path: fileURLToPath(import.meta.resolve(module)), contentType: 'text/javascript' }),
    );
  await page.route('http://letters.test/letters.pdf', (route) => route.fulfill({ body: pdf }));
  await page.route('http://letters.test/', (route) => route.fulfill({ body: '<canvas>', contentType: 'text/html' }));
  await page.goto('http://letters.test/');
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('jsqr')) });
  return page.evaluate(`(async () => {
    const pdfjs = await import('/pdf.mjs');
    pdfjs.GlobalWorkerOptions.workerSrc = '/worker.mjs';
    const pdf = await pdfjs.getDocument({ url: '/letters.pdf' }).promise;
    const codes = [];
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const page = await pdf.getPage(n);
      const viewport = page.getViewport({ scale: 1.5 });
      const canvas = document.querySelector('canvas');
      Object.assign(canvas, { width: viewport.width, height: viewport.height });
      await page.render({ canvas, viewport }).promise;
      const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      codes.push(jsQR(data, width, height)?.data ?? 'no code');
    }
    return codes;
  })()`);
};
const widerThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

t.test('the page of an invitation in a real browser, on a telephone', async (t) => {
  const browser = await startBrowser(t);
  const { answer, invitations, of } = await openedSurvey(t);
  const open = async (t: Test, audience: string, how: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext(how);
    t.teardown(() => context.close());
    const page = await context.newPage();
    await page.goto(of(audience));
    return page;
  };

  await t.test('without script and by the keyboard alone: refused beside its field, kept, mended, sent', async (t) => {
    const page = await open(t, 'CLIENT', WITHOUT_SCRIPT);
    const keys = page.keyboard;
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim() || null);
    const press = async (...names: readonly string[]): Promise<string | null> => {
      for (const name of names) await keys.press(name);
      return focused();
    };
    // In the order in which one reads; what is hidden is passed over, steps are chosen by arrows.
    t.equal(await press('Tab'), 'q0-0');
    t.equal(await press('Tab'), 'q2-0', 'the hidden question is passed over');
    t.equal(await press('Tab'), 'q3-0');
    t.equal(await press('Space', 'ArrowRight', 'ArrowRight', 'Tab'), 'q4-0');
    t.equal(await press('Tab', 'Space', 'Tab'), 'q5');
    await keys.type('八十');
    t.equal(await press('Tab'), '回答を送る');
    await Promise.all([page.waitForNavigation(), keys.press('Enter')]);

    t.equal(await page.title(), '入力を確かめてください：訪問についての調査');
    t.equal(await page.getByRole('alert').getByRole('listitem').count(), 1);
    t.match(await page.getByRole('alert').getByRole('listitem').innerText(), '問1：必ず答える設問に回答がありません。');
    const first = page.getByRole('group', { name: /^問1/ });
    t.match(await first.innerText(), '必ず答える設問に回答がありません。', 'beside its field too');
    t.equal(await page.locator('#q5').inputValue(), '八十', 'what was filled in stands');
    t.strictSame(
      [await page.locator('#q3-2').isChecked(), await page.locator('#q4-1').isChecked()],
      [true, true],
      'and what was chosen',
    );

    // From the fault to its question by its link, as the keyboard goes.
    await press('Tab', 'Enter');
    t.equal(await press('Tab'), 'q0-0');
    t.equal(await press('Space', 'ArrowDown'), 'q0-1', 'いいえ');
    t.equal(await press('Tab'), 'q1', 'the question that was hidden');
    await keys.type('来る時間が毎回違うため。'.repeat(9));
    const send = page.getByRole('button');
    await Promise.all([page.waitForNavigation(), send.press('Enter')]);
    t.match(await page.getByRole('alert').innerText(), '問2：この設問に書ける文字数を超えています。');
    t.match(await page.getByRole('alert').innerText(), '（いまは108字です）');
    t.equal((await page.locator('#q1').inputValue()).length, 108, 'rule 39: nothing is cut in silence');
    await page.locator('#q1').fill('来る時間が毎回違うため。');
    await Promise.all([page.waitForNavigation(), send.press('Enter')]);
    t.match(await page.getByRole('alert').innerText(), '問6：数字だけで書いてください。');
    let requests = 0;
    page.on('request', () => {
      requests += 1;
    });
    await page.locator('#q5').fill('８０');
    await page.locator('#q5').press('Enter');
    t.equal(await page.locator('#q5').inputValue(), '８０', 'Enter in a field sends nothing that is half filled in');
    await Promise.all([page.waitForNavigation(), send.press('Enter')]);
    t.equal(requests, 1, 'once, by the button');
    t.equal(await page.getByRole('heading').innerText(), '回答を送りました');
    await page.reload();
    t.equal(await page.getByRole('heading').innerText(), '回答を送りました', 'the same form once more is one answer');
    await page.goto(of('CLIENT'));
    t.equal(await page.getByRole('heading').innerText(), '回答をいただいています');
  });

  await t.test('with script and by the finger: tapped twice, it is one answer', async (t) => {
    const page = await open(t, 'FAMILY', PHONE);
    await page.getByText('はい', { exact: true }).tap();
    await page.getByText('とてもあてはまる').tap();
    t.ok(await page.locator('#q2-4').isChecked(), 'the words are a part of the target');
    const button = page.getByRole('button', { name: '回答を送る' });
    await button.dblclick({ noWaitAfter: true });
    const sent = page.getByRole('heading', { name: '回答を送りました' });
    await sent.waitFor();
    t.equal(await sent.count(), 1, 'told once that it was sent');
  });

  await t.test(
    'without script: a choice is taken back; an empty form is not the one answer; all is on paper',
    async (t) => {
      const page = await open(t, 'ASSIST_OFFICE', WITHOUT_SCRIPT);
      const takeBack = page.getByRole('radio', { name: '答えない' });
      t.equal(await takeBack.count(), 0, 'nothing to take back yet');
      await page.getByText('とてもあてはまる').tap();
      t.equal(await takeBack.count(), 1);
      await takeBack.tap();
      t.notOk(await page.locator('#q2-4').isChecked());
      await page.getByText('はい', { exact: true }).tap();
      t.equal(await takeBack.count(), 1, 'none for what has to be answered');
      t.notOk(await page.locator('#q1').isVisible());
      await page.emulateMedia({ media: 'print' });
      t.ok(await page.locator('#q1').isVisible(), 'whoever writes on paper sees every question');
      t.match(await page.locator('#b1').innerText(), '問1で「いいえ」を選んだ方だけお答えください。');
      t.equal(await page.getByText('答えない').locator('visible=true').count(), 0);
      await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
      t.notOk(await page.locator('#q1').isVisible());
      await page.goto(of('PARTNER_OFFICE'));
      await Promise.all([page.waitForNavigation(), page.getByRole('button').tap()]);
      t.match(await page.getByRole('alert').innerText(), '問1：必ず答える設問に回答がありません。');
    },
  );

  await t.test('read aloud: every field says its question, its options and what is wrong with it', async (t) => {
    const page = await open(t, 'CARE_MANAGER', PHONE);
    const said = (await page.locator('main').ariaSnapshot()).split('\n').map((line) => line.replace(/^[ -]+|:$/g, ''));
    t.strictSame(
      said.filter((line) => /^(heading|group|radio|checkbox|textbox|button) /.test(line)),
      READ_ALOUD,
    );
    t.strictSame(await accessibilityFaults(page), []);
    await page.getByRole('button').tap();
    await page.getByRole('alert').waitFor();
    t.strictSame(await accessibilityFaults(page), [], 'with a fault');
    await page.goto(of('CARE_MANAGER').replace(/.$/, '-'));
    t.strictSame(await accessibilityFaults(page), [], 'an address that is none');
  });

  await t.test('large type, wide targets, no sideways scrolling, however narrow and however large', async (t) => {
    const page = await open(t, 'CAREGIVER', PHONE);
    await page.getByText('いいえ', { exact: true }).tap();
    t.equal(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)), 20);
    const targets = page.locator('label.option, button, input.field, textarea').filter({ visible: true });
    const heights = await targets.evaluateAll((found) => found.map((one) => one.getBoundingClientRect().height));
    t.strictSame(
      heights.filter((height) => height < 44),
      [],
      'a finger finds each',
    );
    const steps = await page.locator('.steps label').evaluateAll((all) => all.map((one) => one.clientHeight));
    t.equal(new Set(steps).size, 1, 'no number is broken into two lines');
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      for (const size of ['100%', '200%']) {
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, size);
        t.notOk(await widerThanScreen(page), `${width} pixels, type at ${size}`);
      }
    }
  });

  await t.test(
    'letters: one page each, whose code a camera reads; the page of a paper answer opens by it',
    async (t) => {
      const folder = t.testdir({ 'answer.json': JSON.stringify(answer) });
      const script = new URL('../../scripts/survey-letters.ts', import.meta.url).pathname;
      const run = (from: string) =>
        promisify(execFile)(process.execPath, [script, join(folder, from), join(folder, 'letters.pdf')]);
      await run('answer.json');
      t.equal(statSync(join(folder, 'letters.pdf')).mode & 0o777, 0o600, 'its owner’s alone');
      const pdf = readFileSync(join(folder, 'letters.pdf'));
      const { pages } = await readPdf(new Uint8Array(pdf));
      const written = pages.map((page) => page.join(''));
      const context = await browser.newContext();
      t.teardown(() => context.close());
      const read = await codesOn(await context.newPage(), pdf);
      t.strictSame([...read].sort(), invitations.map(({ url }) => url).sort());
      for (const { audience, recipient, url } of invitations) {
        const letter = written[read.indexOf(url)] ?? '';
        for (const said of [recipient, url, '訪問についての調査', '2026年5月20日'])
          t.ok(letter.includes(said), `${audience} ${said}`);
        t.equal(letter.includes('お渡しする事業所'), !audience.endsWith('_OFFICE'));
      }
      t.notMatch(written.join(''), /山田|介護太郎/, 'codes, never names');
      t.ok(
        pages.every((page) => page.includes('お名前は聞きません。')),
        'lines of the introduction stay lines',
      );
      const long = { title: '調'.repeat(100), anonymous: false, closesOn: '2026-05-20' };
      for (const intro of ['序'.repeat(2000), '序'.repeat(300), Array(150).fill('序').join('\n'), null])
        for (const code of ['符', '符'.repeat(100)]) {
          const url = `https://${'host'.repeat(50)}.jp/s/${'0'.repeat(64)}`;
          const office = { name: '事'.repeat(100) };
          const letter = { audience: 'FAMILY' as const, recipient: code, url, office };
          const asked = { survey: { ...long, intro }, invitations: [letter], madeAt: '2026-05-01T00:00:00.000Z' };
          const made = await readPdf(new Uint8Array(await surveyLetters(asked)));
          t.equal(made.pages.length, 1, `one page, ${intro?.length} ${code.length}`);
          t.match(made.pages[0]?.join(''), 'この調査は匿名ではなく、だれの答えかが分かる形で残ります。');
        }
      const page = await open(t, 'ASSIST_OFFICE', PHONE);
      await page.goto(read.find((url) => url === of('ASSIST_OFFICE')) ?? '');
      await page.getByText('はい', { exact: true }).tap();
      await page.getByRole('button').tap();
      await page.getByRole('heading', { name: '回答を送りました' }).waitFor();
      writeFileSync(join(folder, 'other.json'), '{"data":{"openSurvey":{"survey":{}}}}');
      await t.rejects(run('other.json'), { code: 1, stderr: 'This is no answer of openSurvey or remindRespondents' });
    },
  );
});
