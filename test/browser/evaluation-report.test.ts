import t from 'tap';
import type { ReportAsked, SurveyInReport } from '../../src/documents/evaluation/figures.ts';
import { evaluationReport } from '../../src/documents/evaluation/report.ts';
import { accessibilityFaults, startBrowser } from '../support/browser.ts';

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
      offered: 30,
      accepted: 20,
      declined: 6,
      lapsed: 4,
    },
    { office: { id: 'b', name: '事業所い' }, minutes: visits * 10, offered: 25, accepted: 12, declined: 9, lapsed: 4 },
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
  ofAllNetworks: false,
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

t.test('the evaluation report in a real browser: whole in itself, charts with their figures, read aloud', async (t) => {
  const browser = await startBrowser(t);
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
  const rows = (caption: string): Promise<string[][]> =>
    page
      .getByRole('table', { name: caption, exact: true })
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? '')));
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
