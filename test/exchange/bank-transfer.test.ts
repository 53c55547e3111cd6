import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import t from 'tap';
import { BANK_SYMBOLS, bankKana, unwritableIn } from '../../src/exchange/bank-kana.ts';
import {
  formatTransferFile,
  parseTransferFile,
  type TransferFile,
  TransferFileFault,
  transferFileBytes,
  USUAL_OPTIONS,
} from '../../src/exchange/bank-transfer.ts';

const GOLDEN: TransferFile = {
  consignorCode: '0000012345',
  consignorName: 'ﾌｸ)ｶｸｳﾎｳﾓﾝｶｲｺﾞ',
  monthDay: '0730',
  from: { bankCode: '0001', bankName: 'ﾐｽﾞﾎ', branchCode: '001', branchName: 'ﾄｳｷﾖｳ', kind: '1', number: '1234567' },
  transfers: [
    {
      ...{
        bankCode: '0005',
        bankName: 'ﾐﾂﾋﾞｼUFJ',
        branchCode: '002',
        branchName: 'ﾏﾙﾉｳﾁ',
        kind: '2',
        number: '0000123',
      },
      ...{ holder: 'ｶ)ｱｼｽﾄ-ｹｱ', amountYen: 388_000, customerCode1: '1371100019', customerCode2: '0000202606' },
    },
    {
      ...{ bankCode: '9900', bankName: 'ﾕｳﾁﾖ', branchCode: '018', branchName: 'ｾﾞﾛｲﾁﾊﾁ', kind: '4', number: '7654321' },
      ...{ holder: 'ﾄｸﾋ)ﾊﾟ-ﾄﾅ-', amountYen: 1, customerCode1: '1371100027', customerCode2: '0000202606' },
    },
  ],
};

t.test('総合振込 as in a file made by hand: 120 bytes a record, and read back', async (t) => {
  const golden = readFileSync(new URL('../fixtures/sogo-furikomi.txt', import.meta.url));
  const written = formatTransferFile(GOLDEN, { ...USUAL_OPTIONS, separator: 'NONE' });
  t.ok(transferFileBytes(written).equals(golden));
  t.strictSame(parseTransferFile(golden), GOLDEN);
  t.equal(golden.length, 5 * 120);
  t.equal(formatTransferFile(GOLDEN, USUAL_OPTIONS).length, 5 * 122);
});

t.test('files of others: CRLF, LF or nothing between records, with or without the mark of the end', async (t) => {
  const text = formatTransferFile(GOLDEN, { ...USUAL_OPTIONS, separator: 'NONE' });
  t.equal(text.length, 5 * 120);
  const records = text.match(/.{120}/gs) ?? [];
  for (const between of ['', '\n', '\r\n'])
    for (const end of ['', between, `${between}\x1a`])
      t.strictSame(
        parseTransferFile(transferFileBytes(records.join(between) + end)),
        GOLDEN,
        JSON.stringify([between, end]),
      );
  const blocks = ['\0'.repeat(680), ' '.repeat(680), `\r\n\x1a${'\0'.repeat(37)}`, `${' '.repeat(7)}\x1a`, '\x1a   '];
  for (const between of ['', '\r\n'])
    for (const filled of blocks)
      t.strictSame(parseTransferFile(transferFileBytes(records.join(between) + between + filled)), GOLDEN, 'filled up');
  const kana = text.replace('ｶ)ｱｼｽﾄ-ｹｱ', 'ｶ)ｱｼｽﾄｰｹｧ');
  t.equal(
    parseTransferFile(transferFileBytes(kana)).transfers[0]?.holder,
    'ｶ)ｱｼｽﾄｰｹｧ',
    'small kana, and the long stroke',
  );
  const without = formatTransferFile(GOLDEN, { ...USUAL_OPTIONS, bankNames: false });
  t.equal(parseTransferFile(transferFileBytes(without)).transfers[0]?.bankName, '');
});

t.test('what is cut, shifted or does not add up is named by record and field', async (t) => {
  const text = formatTransferFile(GOLDEN, { ...USUAL_OPTIONS, separator: 'NONE' });
  const fault = (changed: string): string => {
    try {
      parseTransferFile(transferFileBytes(changed));
      return 'read';
    } catch (error) {
      if (!(error instanceof TransferFileFault)) throw error;
      return `${error.record} ${error.field}`;
    }
  };
  const at = (place: number, put: string): string => text.slice(0, place) + put + text.slice(place + put.length);
  t.equal(fault(''), '1 record');
  t.equal(fault(text.slice(0, -1)), '5 record');
  t.equal(fault(text.slice(120)), '1 record');
  t.equal(fault(text.slice(0, 240)), '3 record');
  t.equal(fault(text + text.slice(-120)), '6 record');
  t.equal(fault(at(3, '1')), '1 codeKind', 'EBCDIC');
  t.equal(fault(at(1, '11')), '1 transferKind', '給与振込');
  t.equal(fault(at(120 + 80, 'X')), '2 amountYen');
  t.equal(fault(at(360 + 6, '3')), '4 count');
  t.equal(fault(at(360 + 18, '9')), '4 totalYen');
});

t.test('bytes outside JIS X 0201, and lines that are shifted, are refused with the place', async (t) => {
  const lines = (formatTransferFile(GOLDEN, { ...USUAL_OPTIONS, separator: 'NONE' }).match(/.{120}/gs) ?? []).map(
    (record) => [...transferFileBytes(record)],
  );
  const said = (file: readonly (readonly number[])[]): string => {
    try {
      parseTransferFile(new Uint8Array(file.flatMap((line) => [...line, 0x0d, 0x0a])));
      return 'read';
    } catch (error) {
      if (!(error instanceof TransferFileFault)) throw error;
      return error.message;
    }
  };
  const put = (n: number, from: number, ...bytes: readonly number[]) =>
    lines.map((line, at) => (at === n ? line.toSpliced(from, bytes.length, ...bytes) : line));
  t.equal(said(lines), 'read');
  // 髙 in MS932 in the name of a payee: two bytes for two.
  t.equal(
    said(put(1, 50, 0xfb, 0xfc)),
    '2行目の「受取人名」（51バイト目）：JIS X 0201（半角の英数字・カナ・記号）にない文字です (record 2, holder byte 51: not JIS X 0201)',
  );
  for (const byte of [0x00, 0x09, 0x1f, 0x7f, 0x80, 0xa0, 0xe0, 0xff])
    t.match(said(put(2, 55, byte)), /^3行目の「受取人名」（56バイト目）：JIS/, byte.toString(16));
  const marked = lines.map((line, n) => (n === 0 ? [0xef, 0xbb, 0xbf, ...line] : line));
  t.match(said(marked), /^1行目の「レコード」（1バイト目）：JIS/, 'a byte order mark');
  const inUtf8 = lines.map((line) => [...Buffer.from(Buffer.from(line).toString('latin1'))]);
  t.match(said(inUtf8), /^1行目の「レコード」（16バイト目）：JIS/, 'saved in another encoding');
  t.match(said(put(1, 80, 0x41)), /^2行目の「振込金額」（81バイト目）：数字ではありません/);
  const ebcdic = lines.map((line) => line.map((byte) => (byte >= 0x30 && byte <= 0x39 ? byte + 0xc0 : 0x40)));
  const written = 'EBCDICで書かれています。JIS（コード区分0）で作り直してください';
  t.match(said(ebcdic), `1行目の「レコード」（1バイト目）：${written}`);
  t.match(said(put(0, 3, 0x31)), `1行目の「コード区分」：${written}`);
  t.match(said(put(1, 50, 0x83, 0x41)), /^2行目の「受取人名」（51バイト目）：JIS/, 'full-width kana');
  const shorter = lines.map((line, n) => (n === 2 ? line.slice(0, -1) : line));
  t.match(said(shorter), /^3行目の「レコード」（119バイト目）：120バイトではありません/, 'a space lost');
  const shifted = lines.map((line, n) => (n === 1 ? [0x20, ...line].slice(0, 120) : line));
  t.match(said(shifted), /^2行目の「レコード」：総合振込の、この位置のレコードではありません/);
  const inner = lines.map((line, n) => (n === 1 ? line.toSpliced(60, 1, 0x0d) : line));
  t.match(said(inner), /^2行目の「レコード」（60バイト目）：120バイトではありません/, 'a line end within');
});

const digitsOf = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const kanaUpTo = (most: number) =>
  fc
    .array(fc.constantFrom(...`0123456789ABCXYZ ｱｶｻﾀﾅﾊﾏﾔﾗﾜﾝﾞﾟ${BANK_SYMBOLS}`), { maxLength: most })
    .map((all) => all.join('').trimEnd());
const account = {
  bankCode: digitsOf(4),
  bankName: kanaUpTo(15),
  branchCode: digitsOf(3),
  branchName: kanaUpTo(15),
  kind: fc.constantFrom('1', '2', '4', '9'),
  number: digitsOf(7),
};
const anyFile: fc.Arbitrary<TransferFile> = fc.record(
  {
    consignorCode: digitsOf(10),
    consignorName: kanaUpTo(40),
    monthDay: digitsOf(4),
    from: fc.record(account, { noNullPrototype: true }),
    transfers: fc.array(
      fc.record(
        {
          ...account,
          holder: kanaUpTo(30),
          amountYen: fc.integer({ min: 1, max: 9_999_999_999 }),
          customerCode1: digitsOf(10),
          customerCode2: digitsOf(10),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 5 },
    ),
  },
  { noNullPrototype: true },
);

t.test('whatever is written is read back the same, and written again the same', async (t) => {
  fc.assert(
    fc.property(anyFile, fc.constantFrom('CRLF' as const, 'NONE' as const), (file, separator) => {
      const text = formatTransferFile(file, { ...USUAL_OPTIONS, separator });
      const read = parseTransferFile(transferFileBytes(text));
      t.strictSame(read, file);
      return formatTransferFile(read, { ...USUAL_OPTIONS, separator }) === text;
    }),
    { numRuns: 50 },
  );
});

t.test('names as banks take them; what they do not take is named with its place', async (t) => {
  const cases: readonly (readonly [typed: string, written: string | { character: string; place: number }])[] = [
    ['カブシキガイシャ アシストケァ', 'ｶ)ｱｼｽﾄｹｱ'],
    ['アシスト株式会社', 'ｱｼｽﾄ(ｶ'],
    ['㈱アシスト', 'ｶ)ｱｼｽﾄ'],
    ['カ）アシスト', 'ｶ)ｱｼｽﾄ'],
    ['有限会社ケア', 'ﾕ)ｹｱ'],
    ['社会福祉法人ヒカリ', 'ﾌｸ)ﾋｶﾘ'],
    ['特定非営利活動法人ヒカリ', 'ﾄｸﾋ)ﾋｶﾘ'],
    ['医療法人ヒカリ', 'ｲ)ﾋｶﾘ'],
    ['ホームヘルプ・サービス', { character: '・', place: 7 }],
    ['ﾎｰﾑﾍﾙﾌﾟ', 'ﾎ-ﾑﾍﾙﾌﾟ'],
    ['ａｂｃ　１２３', 'ABC 123'],
    ['ヴィラ「ガ」', 'ｳﾞｲﾗ｢ｶﾞ｣'],
    ['ヲカ', { character: 'ヲ', place: 1 }],
    ['株式会社髙橋', { character: '髙', place: 5 }],
    ['あ', { character: 'あ', place: 1 }],
    ['ケア😀', { character: '😀', place: 3 }],
  ];
  for (const [typed, written] of cases) t.strictSame(bankKana(typed), written, typed);
  t.strictSame(unwritableIn('ｶ)ｱ/', '()'), { character: '/', place: 4 });
  t.equal(unwritableIn('ｶ)ｱ', '()'), null);
});
