import type { Page } from 'playwright-core';
import t from 'tap';
import type { ReportAsked, SurveyInReport } from '../../src/documents/evaluation/figures.ts';
import { evaluationReport } from '../../src/documents/evaluation/report.ts';
import { mannWhitneyTest, signedRankTest } from '../../src/domain/survey/rank-tests.ts';
import { accessibilityFaults, startBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf-text.ts';

const FIGURES = [
  'medianMinutesToAccept',
  'p90MinutesToAccept',
  'missedRate',
  'cancelledRate',
  'releasedRate',
  'exceptionRate',
  'medianHoursToRecord',
  'caregiversPerClient',
  'continuityOfCare',
  'loadGini',
];
/** A month of so many visits, of which three in four were covered. */
const month = (name: string, visits: number, cases: number): ReportAsked['months'][number] => ({
  month: name,
  visitsRequested: visits,
  visitsCovered: Math.floor((visits * 3) / 4),
  medianMinutesToAccept: 12,
  p90MinutesToAccept: 48,
  missedRate: 0.02,
  cancelledRate: 0.05,
  releasedRate: null,
  exceptionRate: 0.1,
  medianHoursToRecord: 1.5,
  caregiversPerClient: 2.4,
  continuityOfCare: 0.61,
  loadGini: 0.2,
  load: [
    {
      office: { id: 'a', name: '<b>事業所あ' },
      minutes: visits * 20,
      visits: visits / 2,
      offered: 30,
      accepted: 20,
      declined: 6,
      lapsed: 4,
    },
    {
      office: { id: 'b', name: '事業所い' },
      minutes: visits * 10,
      visits: visits / 4,
      offered: 25,
      accepted: 12,
      declined: 9,
      lapsed: 4,
    },
  ],
  byTimeBand: [
    { band: 'DAY', service: 'PHYSICAL_CARE', requested: visits - 2, covered: visits - 3 },
    { band: 'EVENING', service: 'PHYSICAL_CARE', requested: 1, covered: 1 },
    { band: 'NIGHT', service: 'DAILY_LIVING', requested: 1, covered: 0 },
  ],
  cases: FIGURES.map((figure) => ({ figure, n: figure === 'releasedRate' ? 0 : cases })),
});
const question = (code: string, kind = 'LIKERT_5') => ({
  code,
  kind,
  text: `${code}についてどう思いますか。`,
  audiences: ['CLIENT'] as const,
});
const CHANGE = { from: 'BASELINE', difference: 0.25, test: '符号付き順位検定', p: 0.0004, effectSize: -0.1 } as const;
const survey = (wave: SurveyInReport['wave'], mean: number | null): SurveyInReport => ({
  id: wave,
  title: `調査${wave}`,
  study: 'トライアル',
  wave,
  threshold: 5,
  responses: [{ audience: 'CLIENT', invited: 20, answered: 12 }],
  position: 4321,
  method: '閾値未満の集団は表示しない。',
  answersOfAll: null,
  answers: [
    {
      question: question('安心'),
      n: mean === null ? null : 12,
      mean,
      ci95: mean === null ? null : [mean - 0.3, mean + 0.3],
    },
    { question: question('満足'), n: 11, mean: 4.25, ci95: [4, 4.5], change: wave === 'MIDLINE' ? CHANGE : null },
    { question: question('勧める', 'SCALE_0_10'), n: 12, mean: 7.5, ci95: [7, 8] },
    { question: question('自由', 'TEXT'), n: 12 },
    { question: question('声'), n: null },
    { question: { ...question('声'), code: '家族の声', audiences: ['FAMILY'] }, n: 12, mean: 4, ci95: [3, 5] },
  ],
});
/** The cells of a table's body, row by row. */
const rowsOf = (page: Page, caption: string): Promise<string[][]> =>
  page
    .getByRole('table', { name: caption, exact: true })
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')));
const asked = (more: Partial<ReportAsked> = {}): ReportAsked => ({
  network: { name: '大田', area: '大田区' },
  from: '2026-04',
  to: '2026-07',
  knownAt: null,
  madeAt: '2026-08-01T09:30:00.000+09:00',
  position: 9876,
  months: [month('2026-04', 40, 30), month('2026-05', 60, 44), month('2026-06', 3, 2), month('2026-07', 48, 36)],
  surveys: [survey('MIDLINE', null), survey('BASELINE', 3.5)],
  ...more,
});

const browser = await startBrowser(t);

t.test('the evaluation report in a real browser: whole in itself, charts with their figures, read aloud', async (t) => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const askedOf: string[] = [];
  page.on('request', (request) => askedOf.push(request.url()));
  page.on('console', (message) => askedOf.push(message.text()));
  const report = evaluationReport(asked());
  await page.setContent(report);
  t.strictSame(askedOf, [], 'no other host is asked, and its own policy forbids nothing that is in it');
  t.notMatch(report, /<script|<b>|https?:(?!\/\/www\.w3\.org\/)/);
  t.equal(report, evaluationReport(asked()), 'the same figures give the same bytes');

  const charts = await page.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  t.strictSame(charts, [
    '月ごとの充足',
    '時間帯ごとの充足（全期間）',
    '依頼から引き受けまでの時間',
    '事業所ごとに引き受けた訪問の時間（全期間）',
    '5段階の質問の平均（1–5）',
  ]);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  t.equal(new Set(ids).size, ids.length, 'no chart takes the patterns of another');
  t.strictSame(await accessibilityFaults(page), []);
  const rows = (caption: string) => rowsOf(page, caption);
  t.strictSame(
    await rows('月ごとの充足'),
    [
      ['2026年4月', '秘匿', '秘匿', '秘匿'],
      ['2026年5月', '60', '45', '75.0%'],
      ['2026年6月', '秘匿', '秘匿', '秘匿'],
      ['2026年7月', '48', '36', '75.0%'],
    ],
    'three visits are hidden, and the next smallest with them: nothing is found by subtraction',
  );
  t.strictSame((await rows('依頼から引き受けまでの時間')).slice(1, 3), [
    ['2026年5月', '12', '48', '44'],
    ['2026年6月', '秘匿', '秘匿', '秘匿'],
  ]);
  t.strictSame((await rows('月ごとの実施状況'))[1], ['2026年5月', '2.0%', '5.0%', '―', '10.0%', '1.5', '2.4', '0.61']);
  t.strictSame((await rows('数で答える質問')).slice(0, 3), [
    ['安心についてどう思いますか。', 'はじめ', '12', '3.50', '3.20–3.80'],
    ['安心についてどう思いますか。', '中間', '秘匿', '秘匿', '秘匿'],
    ['満足についてどう思いますか。', 'はじめ', '11', '4.25', '4.00–4.50'],
  ]);
  const voices = (await rows('数で答える質問')).slice(-2).map(([said]) => said);
  t.strictSame(voices, Array(2).fill('声についてどう思いますか。（家族）'), 'of one wording: to whom it is put');
  t.strictSame(
    await page.locator('li').allInnerTexts(),
    ['声についてどう思いますか。（利用者）'],
    'what no wave shows is named once, not in rows of nothing',
  );
  t.strictSame(await rows('前の回からの変化'), [
    ['満足についてどう思いますか。', 'はじめから中間', '+0.25', '0.001未満', '-0.10', '符号付き順位検定'],
  ]);
  const methods = await page.locator('dl').innerText();
  for (const said of [
    '2026年4月から2026年7月まで',
    'ログの位置 9876',
    '2026-08-01 09:30',
    '依頼された訪問 151件',
    'ログの位置 4321',
  ])
    t.match(methods, said);
  await page.setViewportSize({ width: 360, height: 740 });
  t.equal(
    await page.evaluate(() => document.documentElement.scrollWidth),
    360,
    'on a telephone it is read without scrolling sideways',
  );
});

t.test('without months, surveys or a right to surveys it says so', async (t) => {
  t.match(evaluationReport(asked({ surveys: null })), '調査の結果は、この報告を求めた人には表示されません。');
  t.match(evaluationReport(asked({ surveys: [] })), '締め切った調査は、まだありません。');
  const empty = { ...month('2026-04', 0, 0), load: [], byTimeBand: [] };
  t.match(evaluationReport(asked({ months: [empty] })), 'この期間に打診を受けた事業所はありません。');
  t.match(evaluationReport(asked({ knownAt: '2026-07-01T00:00:00+09:00' })), '2026-07-01 00:00より前に記録されたもの');
});

t.test(
  'contract: figures of fewer than five cases are hidden, of offices and of everything together, too',
  async (t) => {
    const page = await browser.newPage();
    const load = ([name, visits, offered]: readonly [string, number, number]) => ({
      ...{ office: { id: name, name }, minutes: visits * 30, visits },
      ...{ offered, accepted: visits, declined: 0, lapsed: 0 },
    });
    const offices = [
      ['い', 9, 40],
      ['ろ', 3, 9],
      ['は', 1, 2],
      ['に', 20, 6],
    ] as const;
    const few = { ...month('2026-06', 3, 2), load: offices.map(load) };
    const report = evaluationReport(asked({ months: [few], surveys: [] }));
    await page.setContent(report);
    t.strictSame(await rowsOf(page, '事業所ごとに引き受けた訪問の時間（全期間）'), [
      ['に', '10.0', '60.6%', '秘匿', '秘匿', '秘匿', '秘匿'],
      ['い', '秘匿', '秘匿', '40', '9', '0', '0'],
      ['は', '秘匿', '秘匿', '秘匿', '秘匿', '秘匿', '秘匿'],
      ['ろ', '秘匿', '秘匿', '9', '3', '0', '0'],
    ]);
    t.match(
      await page.locator('dl').innerText(),
      '依頼された訪問 秘匿',
      'nor does their number stand among the methods',
    );
    t.strictSame(
      await page.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
      ['事業所ごとに引き受けた訪問の時間（全期間）'],
      'what is hidden whole is not drawn',
    );
  },
);

t.test('a question is shown of all networks where the network’s own people are too few, in every wave', async (t) => {
  const page = await browser.newPage();
  const figures = (code: string, mean: number | null) => ({
    question: question(code),
    n: mean === null ? null : 9,
    mean,
    ci95: mean === null ? null : [mean - 1, mean + 1],
  });
  const study = (
    [
      ['BASELINE', null],
      ['MIDLINE', 2],
    ] as const
  ).map(([wave, own]) => ({
    ...survey(wave, null),
    answers: [figures('安心', 3), figures('満足', own), figures('声', null)],
    answersOfAll: [figures('安心', 4), figures('満足', 4), figures('声', null)],
  }));
  await page.setContent(evaluationReport(asked({ surveys: study })));
  t.strictSame(
    (await rowsOf(page, '数で答える質問')).map(([text, wave, , mean]) => [text, wave, mean]),
    [
      ['安心についてどう思いますか。', 'はじめ', '3.00'],
      ['安心についてどう思いますか。', '中間', '3.00'],
      ['満足についてどう思いますか。（全ネットワーク）', 'はじめ', '4.00'],
      ['満足についてどう思いますか。（全ネットワーク）', '中間', '4.00'],
    ],
  );
  t.strictSame(await page.locator('li').allInnerTexts(), ['声についてどう思いますか。']);
});

t.test(
  'with long names and much of everything: on paper and on a telephone nothing is cut off or lies on another',
  async (t) => {
    const page = await browser.newPage({ viewport: { width: 680, height: 1000 } });
    const names = ['W'.repeat(100), '社会福祉法人の訪問介護事業所'.repeat(7)];
    const loads = [...names, ...Array.from({ length: 20 }, (_, n) => `事業所${n}`)].map((name, n) => ({
      ...{ office: { id: name, name }, minutes: 40 * n + 40, visits: 5 + n },
      ...{ offered: 20, accepted: 5, declined: 5, lapsed: 5 },
    }));
    const months = Array.from({ length: 12 }, (_, n) => ({
      ...month(`2026-${String(n + 1).padStart(2, '0')}`, 2_000, 900),
      load: loads,
    }));
    const tests = [signedRankTest([1, 2, 2, 0, -1]), mannWhitneyTest([1, 2, 3], [2, 4])];
    const surveys = (['BASELINE', 'MIDLINE', 'ENDLINE'] as const).map((wave) => ({
      ...survey(wave, 3),
      answers: Array.from({ length: 12 }, (_, n) => ({
        question: {
          ...question(`q${n}`),
          text: `${n} ${(n % 2 === 0 ? 'V' : 'からだの様子が分かっていましたか、').repeat(200).slice(0, 200)}`,
        },
        ...{ n: 12, mean: 4, ci95: [3, 5] },
        change: wave === 'BASELINE' ? null : { ...CHANGE, ...(tests[n % 2] ?? CHANGE) },
      })),
    }));
    await page.setContent(evaluationReport(asked({ months, surveys })));
    const tooWide = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    await page.emulateMedia({ media: 'print' });
    // Of A4 without its margins.
    t.strictSame([await tooWide('.table'), await tooWide('.chart'), await tooWide('html')], [0, 0, 0]);
    const labels = await page.locator('svg').evaluateAll((all) =>
      all.flatMap((svg) => {
        const whole = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
        const isOut = boxes.filter(({ left, bottom }) => left < whole.left || bottom > whole.bottom + 1);
        // Of lying bars: the names, left of the axis, line by line.
        const names = boxes.filter(({ right }) => right < whole.left + (whole.width * 265) / 720);
        const lines = names.toSorted((a, b) => a.top - b.top);
        const onAnother = lines.filter(({ top }, n) => n > 0 && top < (lines[n - 1]?.top ?? 0) + 8);
        return /事業所|5段階/.test(svg.getAttribute('aria-label') ?? '') ? [...isOut, ...onAnother] : isOut;
      }),
    );
    t.equal(labels.length, 0, 'no label leaves its chart or lies on another');
    const changes = (await rowsOf(page, '前の回からの変化')).map((row) => row.at(-1));
    t.strictSame(
      [...new Set(changes)],
      [
        'Wilcoxonの符号付順位検定、正確なp値（5組、うち差のある4組）',
        'Mann–WhitneyのU検定、正確なp値（今回3人、前回2人）',
      ],
    );
    const bytes = await page.pdf({ preferCSSPageSize: true });
    const withoutSpaces = (text: string): string => text.replace(/\s/g, '');
    const pages = (await readPdf(new Uint8Array(bytes))).pages.map((texts) => withoutSpaces(texts.join('')));
    const headings = (await page.locator('h2, h3, caption, figcaption, h2 + p').allInnerTexts()).map(withoutSpaces);
    t.strictSame(
      pages.filter((text) => text === '' || headings.some((heading) => text.endsWith(heading))),
      [],
      'no heading is left alone at the end of a page, and no page is empty',
    );
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 360, height: 740 });
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    t.strictSame(await accessibilityFaults(page), []);
  },
);
