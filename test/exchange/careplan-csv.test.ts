import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import t from 'tap';
import { DELETED_RESULTS, TABLE_6, type Table6Row } from '../../src/exchange/careplan-columns.ts';
import { formatDeleted, formatTable6, parseDeleted, parseTable6 } from '../../src/exchange/careplan-csv.ts';
import { careplanNameOf, formatCareplanName } from '../../src/exchange/careplan-name.ts';
import { fromMs932, toMs932, unwritableInMs932 } from '../../src/exchange/ms932.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/careplan/${name}`, import.meta.url));

/** Invented. */
const row = (over: Partial<Table6Row> = {}): Table6Row => ({
  version: '202407',
  insurerNumber: '131128',
  insuredNumber: '0000000123',
  createdOn: '20260525',
  month: '202606',
  careManagementNumber: '1370000019',
  careManagementName: '架空ケアプランセンター',
  units: '244',
  shortStayDays: '0',
  day: '20260601',
  proratedDays: '',
  start: '1000',
  end: '1020',
  times: '1',
  serviceCode: '111111',
  taisCode: '',
  equipmentCode: '',
  equipmentName: '',
  detailCode: '',
  providerNumber: '1370000027',
  providerName: '架空訪問介護',
  satellite: '',
  over30Days: '0',
  updatedBy: '',
  marker: '',
  ...over,
});
const rows = [
  row(),
  row({ day: '20260603', start: '1900', end: '1930', serviceCode: '111212', units: '484' }),
  row({
    insuredNumber: 'H000000456',
    day: '20260630',
    start: '2330',
    end: '2400',
    careManagementName: '"架空",\n支援',
  }),
];
const bytesOf = (made: ReturnType<typeof formatTable6>): Buffer => {
  if ('unwritable' in made) throw new Error('a character that MS932 has not');
  return made.bytes;
};
const withoutLines = (parsed: ReturnType<typeof parseTable6>) => ({
  rows: parsed?.rows.map(({ line: _, ...values }) => values),
  faults: parsed?.faults,
});

t.test('care-plan data, version 4.1: the bytes of a file, as they were sent once', async (t) => {
  const golden = fixture('UPPLAN_202606_1370000019_43_1370000027_11_20260525093000.CSV');
  t.strictSame(withoutLines(parseTable6(golden)), { rows, faults: [] });
  t.strictSame(bytesOf(formatTable6(rows)), golden, 'and written byte for byte');
  t.strictSame(
    parseTable6(golden)?.rows.map(({ line }) => line),
    [1, 2, 3],
    'each with the line on which it begins',
  );
});

t.test(
  'rule 46: a file of version 3 that others made: mixed line ends, full-width digits, half-width kana',
  async (t) => {
    const parsed = parseTable6(fixture('UPPLAN_202606_1370000019_1370000027_20260525093000.CSV'));
    t.strictSame(withoutLines(parsed), {
      rows: [
        row({ version: '202003', careManagementName: '架空ケアプラン' }),
        row({
          version: '202003',
          careManagementName: 'カクウ ガイド',
          serviceCode: '111212',
          start: '1900',
          end: '1930',
        }),
      ],
      faults: [],
    });
    t.strictSame(
      parsed?.rows.map(({ line }) => line),
      [1, 3],
    );
  },
);

t.test('rule 46: the same in UTF-8, with a byte order mark or without', async (t) => {
  const text = fromMs932(bytesOf(formatTable6(rows))) ?? '';
  for (const saved of [text, `\uFEFF${text}`, `${text}\u001A`, text.replaceAll('\r\n', '\r')])
    t.strictSame(withoutLines(parseTable6(Buffer.from(saved))), { rows, faults: [] });
  t.equal(parseTable6(Buffer.from([0x81, 0x0a])), null, 'what is no text in either');
  t.equal(parseTable6(Buffer.from(text, 'utf16le')), null, 'Unicode text, as Excel calls it');
  const prorated = row({ proratedDays: `1${' '.repeat(30)}` });
  const quoted = Object.keys(TABLE_6).map((name) => `"${prorated[name as keyof Table6Row]}"`);
  t.strictSame(
    withoutLines(parseTable6(toMs932(`${quoted.join(',')}\n`))),
    { rows: [row({ proratedDays: '1' })], faults: [] },
    'everything in quotes, and days of which spaces tell the rest',
  );
});

t.test('rule 46: what is wrong names line and column, and spoils its own row alone', async (t) => {
  const line = (over: Partial<Table6Row>): string =>
    Object.keys(TABLE_6)
      .map((name) => ({ ...row(), ...over })[name as keyof Table6Row])
      .join(',');
  const faultsOf = (...lines: readonly string[]) => {
    const parsed = parseTable6(toMs932(lines.join('\r\n')));
    return { rows: parsed?.rows.length, faults: parsed?.faults };
  };
  const shifted = line({}).split(',').toSpliced(3, 0, '').join(',');
  t.strictSame(faultsOf(line({}), shifted, line({ day: '20260602' })), {
    rows: 2,
    faults: [{ line: 2, column: 0, title: '', what: 'WIDTH' }],
  });
  t.strictSame(faultsOf(line({}), `"${line({})}`, line({ day: '20260602' })), {
    rows: 2,
    faults: [{ line: 2, column: 0, title: '', what: 'QUOTE' }],
  });
  const value = (column: number, title: string) => ({ line: 1, column, title, what: 'VALUE' });
  const wrong: readonly [Partial<Table6Row>, number, string][] = [
    [{ insurerNumber: '13112' }, 2, '保険者番号'],
    [{ insuredNumber: '123' }, 3, '被保険者番号'],
    [{ insuredNumber: '' }, 3, '被保険者番号'],
    [{ createdOn: '20260231' }, 4, '作成年月日'],
    [{ month: '202613' }, 5, '対象年月'],
    [{ careManagementNumber: '1370000' }, 6, 'プラン担当業者コード'],
    [{ units: '1234567' }, 8, '単位数'],
    [{ day: '20260631' }, 10, 'サービス利用日'],
    [{ start: '2460' }, 12, 'サービス開始時刻'],
    [{ end: '930' }, 13, 'サービス終了時刻'],
    [{ times: 'x' }, 14, 'サービス回数'],
    [{ serviceCode: '11111' }, 15, 'サービスコード'],
    [{ providerNumber: '' }, 20, 'サービス事業者コード'],
    [{ over30Days: '2' }, 23, '３０日超区分'],
  ];
  for (const [over, column, title] of wrong)
    t.strictSame(faultsOf(line(over), line({})), { rows: 1, faults: [value(column, title)] }, title);
  t.strictSame(
    faultsOf(line({ insurerNumber: '1', day: '1' }), line({})).faults,
    [value(2, '保険者番号'), value(10, 'サービス利用日')],
    'every fault of a row',
  );
  t.strictSame(faultsOf(line({ version: '201901' })).faults, [
    { line: 1, column: 1, title: 'CSVバージョン', what: 'VERSION' },
  ]);
  t.strictSame(faultsOf(line({}), line({ version: '202003' })).faults, [
    { line: 2, column: 1, title: 'CSVバージョン', what: 'NOT_THE_FIRST_VERSION' },
  ]);
});

t.test('a character that MS932 cannot write is named with row and column, and never becomes a ?', async (t) => {
  const made = formatTable6([row(), row({ careManagementName: '𠮷野支援', providerName: '架空😀訪問' })]);
  t.strictSame(made, {
    unwritable: [
      { row: 1, column: 7, title: 'プラン担当者名', character: '𠮷' },
      { row: 1, column: 21, title: 'サービス事業所名', character: '😀' },
    ],
  });
  t.strictSame(['〜−—‖', '髙﨑①㈱', 'ｶﾀｶﾅ', 'é', '\uE000', '?'].map(unwritableInMs932), [
    null,
    null,
    null,
    'é',
    '\uE000',
    null,
  ]);
  t.equal(fromMs932(toMs932('〜−—‖')), '～－―∥', 'characters that Windows writes otherwise');
  t.throws(() => toMs932('é'), { message: 'MS932 has no U+00E9' });
});

t.test('the names of files, of version 3 and of version 4', async (t) => {
  const said = {
    kind: 'UPPLAN' as const,
    month: '201912',
    from: { number: '0300000100', service: null },
    to: { number: '0300000005', service: null },
    stamp: '20191025200201',
  };
  t.strictSame(careplanNameOf('UPPLAN_201912_0300000100_0300000005_20191025200201.CSV'), said);
  const now = { ...said, from: { number: '0300000100', service: '43' }, to: { number: '0300000005', service: '11' } };
  const name = 'UPPLAN_201912_0300000100_43_0300000005_11_20191025200201.CSV';
  t.strictSame(careplanNameOf(name), now);
  t.equal(formatCareplanName(now), name);
  t.strictSame(
    careplanNameOf('ＵＰＰＬＡＮ_201912_0300000100_0300000005_20191025200201.csv'),
    said,
    'in another width',
  );
  for (const twice of [' (1)', '(2)', ' - コピー', ' - コピー (2)'])
    t.strictSame(careplanNameOf(`UPPLAN_201912_0300000100_0300000005_20191025200201${twice}.csv`), said, twice);
  for (const none of ['plan.csv', 'UP1KYO_0300000100_0300000005_20191025200201.CSV', name.replace('201912', '201913')])
    t.equal(careplanNameOf(none), null, none);
});

const digitsOf = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const text = fc
  .array(fc.constantFrom(...'あア亜髙①Aa1 ,"\n・（）ー'), { maxLength: 12 })
  .map((characters) => characters.join(''))
  // Empty lines are no rows: a text of several lines holds something on each.
  .filter((value) => !/(^|\n)\s*(\n|$)/.test(value) || value === '');
const table6Row = fc.record({
  insurerNumber: digitsOf(6),
  insuredNumber: fc.oneof(
    digitsOf(10),
    digitsOf(9).map((digits) => `H${digits}`),
  ),
  careManagementName: text,
  units: fc.oneof(fc.constant(''), digitsOf(4)),
  start: fc.constantFrom('0000', '0930', '2359', '9999'),
  end: fc.constantFrom('0000', '2400', '9999'),
  serviceCode: fc.stringMatching(/^11[0-9A-Z]{4}$/),
  providerName: text,
  over30Days: fc.constantFrom('0', '1'),
  marker: fc.constantFrom('', 'あ', '1'),
});

t.test('format ∘ parse = identity, for 第6表 and 実績削除', async (t) => {
  fc.assert(
    fc.property(fc.array(table6Row, { maxLength: 8 }), (made) => {
      const written = made.map((over) => row(over));
      t.strictSame(withoutLines(parseTable6(bytesOf(formatTable6(written)))), { rows: written, faults: [] });
    }),
    { seed: 41, numRuns: 150 },
  );
  const deleted = {
    version: '202407',
    insurerNumber: '131128',
    insuredNumber: '0000000123',
    month: '202606',
    providerNumber: '1370000027',
    serviceType: '11',
  };
  const bytes = bytesOf(formatDeleted([deleted]));
  t.equal(bytes.toString('latin1'), '202407,131128,0000000123,202606,1370000027,11\r\n');
  t.strictSame(parseDeleted(bytes), { rows: [{ ...deleted, line: 1 }], faults: [] });
  t.equal(Object.keys(DELETED_RESULTS).length, 6);
  t.throws(() => formatDeleted([{ ...deleted, month: '2026-06' }]), {
    message: '削除対象年月 cannot be written as it is',
  });
});
