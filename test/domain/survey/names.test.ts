import t from 'tap';
import { blackingOut, BLACKED_OUT as X } from '../../../src/domain/survey/names.ts';

const people = ['山田　花子', 'ヤマダ ハナコ', '髙橋健一', '林 翔', 'ﾊﾔｼ ｼｮｳ', '佐々木翔', 'Maria Santos'];
const offices = ['株式会社さくら訪問介護事業所', '世田谷ケア・ステーション', '事業所p'];
const blacked = blackingOut({ people, offices });

t.test('rule 40: names known in the network are blacked out, however they are written', async (t) => {
  for (const name of [
    ...['山田花子', '山田 花子', '山田　花子', '山田', '花子', 'ヤマダハナコ', 'やまだ', 'はなこ', 'ﾔﾏﾀﾞ ﾊﾅｺ', 'ハナコ'],
    ...['髙橋健一', '高橋健一', '高橋', '健一', '佐々木翔', '佐々木', 'MARIA', 'Ｓａｎｔｏｓ', 'maria santos'],
    ...['株式会社さくら訪問介護事業所', 'さくら', 'サクラ', '世田谷ケアステーション', '事業所ｐ'],
  ])
    t.equal(blacked(`今日は${name}に来てもらった。`), `今日は${X}に来てもらった。`, name);
});

t.test('a part that other words have is a name where somebody is addressed by it', async (t) => {
  t.equal(blacked('林さんは森や林が好き。'), `${X}は森や林が好き。`);
  t.equal(blacked('ﾊﾔｼ様と翔くん、しょう先生'), `${X}様と${X}、${X}先生`);
  t.equal(blacked('花が咲いた'), '花が咲いた');
});

t.test('rule 40: as a telephone, a bank or an old register writes them; by what one is called at work', async (t) => {
  const known = [
    ...['葛\u{E0100}西 一郎', '斎藤 勉', '関ヶ原 良子', 'ヤマモト リョウ', '渡邊 冨美', '林 翔', '森 ミキ', 'Li Wu'],
    'ﾂｼﾞ ｼﾞｭﾝ',
  ];
  const blacked = blackingOut({ people: known, offices: ['合同会社 そら', 'AB'] });
  for (const name of [
    ...[
      '葛西',
      '葛西一郎',
      '葛\u{E0101}西',
      '斉藤',
      '齋藤',
      '関ケ原',
      '関が原'.replace('が', 'ヶ'),
      'ﾔﾏﾓﾄ ﾘﾖｳ',
      'りょう',
    ],
    ...['渡辺富美', '渡邉 冨美', '富美', '林 翔', 'つじ じゅん'],
  ])
    t.equal(blacked(`今日は${name}に来てもらった。`), `今日は${X}に来てもらった。`, name);
  for (const name of [
    '林ヘルパー',
    '林主任',
    '森ケアマネ',
    '森家',
    'ミキちゃん',
    'みき看護師',
    'Liさん',
    'そらさん',
    'ABさん',
  ])
    t.equal(blacked(`今日は${name}に`), `今日は${X}に`, name);
  t.equal(blacked('林（翔）さん'), `${X}）さん`);
  t.equal(blacked('そらを見て、I like it, about 林'), 'そらを見て、I like it, about 林', 'parts of other words');
});

t.test('several names, and what stands between them', async (t) => {
  t.equal(blacked('山田さんと高橋さん、山田花子さん'), `${X}さんと${X}さん、${X}さん`);
  t.equal(blacked('山田花子'), X, 'of one length, whoever it was');
  t.equal(blacked('訪問介護の事業所に株式会社が多い。'), '訪問介護の事業所に株式会社が多い。', 'words of all offices');
  t.equal(blacked('改行\nも 空白も　そのまま👨‍👩‍👧'), '改行\nも 空白も　そのまま👨‍👩‍👧');
  t.equal(blackingOut({ people: [], offices: [] })('山田花子'), '山田花子');
  t.equal(blackingOut({ people: ['', ' '], offices: [''] })('あ'), 'あ');
});
