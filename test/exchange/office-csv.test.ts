import t from 'tap';
import { toMs932 } from '../../src/exchange/ms932.ts';
import { parseOfficeCsv } from '../../src/exchange/office-csv.ts';

const HEADER =
  '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,' +
  '電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,' +
  '高齢者の方と障害者の方が同時一体的に利用できるサービス,介護保険の通常の指定基準を満たしている,障害福祉の通常の指定基準を満たしている,備考';
const row = (municipality: string, number: string, latitude = '35.7', longitude = '139.5', name = '架空介護') =>
  `130001,1,東京都,${municipality},${name},カクウカイゴ,訪問介護,東京都${municipality}1-1,,` +
  `${latitude},${longitude},,,,,${number},,,,,,,,`;
const file = (...rows: string[]) => new TextEncoder().encode(`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`);

t.test(
  'rule 46: grade of the 23 wards and four cities, three services, a location outside Japan left out and warned of',
  async (t) => {
    const { offices, bad, warnings } = parseOfficeCsv(
      file(row('大田区', '1300000001'), row('調布市', '1300000002'), row('青梅市', '1300000003', '53.3', '-6.2')),
    );
    t.strictSame(bad, []);
    t.strictSame(warnings, [{ line: 4, reason: 'coordinates outside Japan, left out 座標が日本の外のため省きました' }]);
    t.strictSame(
      offices.map(({ line, areaGrade, latitude }) => ({ line, areaGrade, latitude })),
      [
        { line: 2, areaGrade: 'GRADE_1', latitude: 35.7 },
        { line: 3, areaGrade: 'GRADE_2', latitude: 35.7 },
        { line: 4, areaGrade: 'UNKNOWN', latitude: null },
      ],
    );
    t.strictSame(offices[0]?.services, ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING']);
  },
);

t.test('a ward outside Tokyo has no grade; what is too long is a bad row, nothing is cut', async (t) => {
  const osaka = row('大阪市北区', '2700000001').replace(',東京都,', ',大阪府,');
  const { offices, bad } = parseOfficeCsv(
    file(
      osaka,
      row('大田区', '1300000001').replace('カクウカイゴ', 'カ'.repeat(101)),
      row('大'.repeat(98), '1300000002'),
    ),
  );
  t.strictSame(
    offices.map(({ areaGrade }) => areaGrade),
    ['UNKNOWN', 'UNKNOWN'],
  );
  t.strictSame(bad, [{ line: 3, reason: '事業所名カナ is longer than 100 characters' }]);
});

t.test('bad rows are listed with their line and reason, the rest is taken', async (t) => {
  const { offices, bad } = parseOfficeCsv(
    file(
      row('大田区', '130000000'),
      row('大田区', '1300000001'),
      row('大田区', '1300000001'),
      row('大田区', '1300000002', '', '', ''),
    ),
  );
  t.equal(offices.length, 1);
  t.strictSame(bad, [
    { line: 2, reason: '事業所番号 is not 10 digits' },
    { line: 4, reason: '事業所番号 is in line 3 already' },
    { line: 5, reason: '事業所名 is empty' },
  ]);
});

t.test('rule 46: only home-visit care is taken: the lists of other services have the same columns', async (t) => {
  const other = (service: string, number: string) => row('大田区', number).replace(',訪問介護,', `,${service},`);
  const { offices, bad } = parseOfficeCsv(
    file(other('訪問入浴介護', '1300000001'), other('', '1300000002'), row('大田区', '1300000003')),
  );
  t.strictSame(
    offices.map(({ line }) => line),
    [4],
  );
  t.strictSame(bad, [
    { line: 2, reason: 'サービスの種類 is 訪問入浴介護, not 訪問介護' },
    { line: 3, reason: 'サービスの種類 is empty, not 訪問介護' },
  ]);
});

t.test('rule 46: a wrong 法人番号 costs the number, not the office', async (t) => {
  const numbered = (corporation: string, number: string) =>
    row('大田区', number).replace(`,,,,,${number}`, `,,,${corporation},,${number}`);
  const { offices, bad, warnings } = parseOfficeCsv(
    file(
      numbered('7010705000725', '1300000001'),
      numbered('7010705000726', '1300000002'),
      numbered('701070500072', '1300000003'),
    ),
  );
  t.strictSame(bad, []);
  t.strictSame(
    offices.map(({ corporateNumber }) => corporateNumber),
    ['7010705000725', null, null],
  );
  t.strictSame(
    warnings.map(({ line }) => line),
    [3, 4],
  );
});

t.test(
  'rule 46: what is wrong with one row is listed with its line; line breaks in an address are spaces',
  async (t) => {
    const { offices, bad } = parseOfficeCsv(
      file(
        row('大田区', '1300000001').replace('1-1,,', '1-1,"第一ビル\r\n２階",'),
        row('大田区', '1300000002', '35.7', '139.5', '"さくら架空介護'),
        row('大田区', '1300000003').replace('130001,', ''),
        row('大田区', '1300000004'),
      ),
    );
    t.strictSame(
      offices.map(({ line, address }) => ({ line, address })),
      [
        { line: 2, address: '東京都大田区1-1 第一ビル ２階' },
        { line: 6, address: '東京都大田区1-1' },
      ],
    );
    t.strictSame(bad, [
      { line: 4, reason: 'a quotation mark is out of place 引用符（"）の位置が正しくありません' },
      { line: 5, reason: '23 cells where the header has 24 列の数が見出しと違います' },
    ]);
  },
);

t.test('rule 46: as Excel saves it: MS932, line ends mixed, figures in full width, kana in half', async (t) => {
  const typed = row('大田区', '１３００００００01', '３５.7', '139.5', '髙橋ｹｱ').replace('カクウカイゴ', 'ﾀｶﾊｼｹｱ');
  const lines = [HEADER, typed, row('調布市', '1300000002')];
  const read = (bytes: Uint8Array) => {
    const { offices, bad, warnings } = parseOfficeCsv(bytes);
    return [
      bad,
      warnings,
      ...offices.map(({ providerNumber, name, nameKana, latitude }) => [providerNumber, name, nameKana, latitude]),
    ];
  };
  const said = [
    [],
    [],
    ['1300000001', '髙橋ケア', 'タカハシケア', 35.7],
    ['1300000002', '架空介護', 'カクウカイゴ', 35.7],
  ];
  t.strictSame(read(toMs932(`${lines.join('\r\n')}\n\r\n`)), said);
  t.strictSame(read(toMs932(lines.join('\r'))), said);
  t.strictSame(read(new TextEncoder().encode(`\uFEFF${lines.join('\n')}`)), said);
});

t.test('what is no text, or another file, is refused whole', async (t) => {
  t.throws(() => parseOfficeCsv(Buffer.from(HEADER, 'utf16le')), { message: /^The file is no text/ });
  t.throws(() => parseOfficeCsv(Uint8Array.from([0x81, 0x0a])), { message: /^The file is no text/ });
  t.throws(() => parseOfficeCsv(new TextEncoder().encode('a,b\n1,2\n')), {
    message: /^Not the layout of the open data: missing 都道府県名, 市区町村名/,
  });
});
