/** A believable Tokyo, made up: no office and no person of these exists. */
export interface DemoOffice {
  readonly key: string;
  readonly name: string;
  readonly municipality: string;
  readonly address: string;
  readonly caregivers: readonly string[];
}

export interface DemoNetwork {
  readonly key: string;
  readonly name: string;
  readonly area: string;
  /** The first is the partner office; the second is PARTNER too in the first network (相互委託). */
  readonly offices: readonly DemoOffice[];
  readonly clients: readonly {
    readonly code: string;
    readonly name: string;
    readonly area: string;
    readonly weekday: number;
    readonly hour: number;
  }[];
}

const office = (
  key: string,
  name: string,
  municipality: string,
  address: string,
  ...caregivers: string[]
): DemoOffice => ({
  key,
  name,
  municipality,
  address,
  caregivers,
});
const client = (code: string, name: string, area: string, weekday: number, hour: number) => ({
  code,
  name,
  area,
  weekday,
  hour,
});

export const networks: readonly DemoNetwork[] = [
  {
    key: 'ota',
    name: '大田パートナーネットワーク',
    area: '大田区',
    offices: [
      office('ota-p', 'みなと坂訪問介護', '大田区', '東京都大田区架空町1-2-3', '佐伯 真理', '大沢 健'),
      office('ota-a', 'ひなた介護ステーション', '大田区', '東京都大田区架空町2-4-1', '小野寺 幸', '三浦 陽子'),
      office('ota-b', 'かもめホームケア', '大田区', '東京都大田区架空町5-1-8', '川村 慎也'),
      office('ota-c', 'さくら坂ヘルパーズ', '品川区', '東京都品川区架空町3-3-3', '望月 由紀', '白石 大地'),
    ],
    clients: [
      client('OT-001', '田所 ハル', '大田区架空町1丁目', 1, 9),
      client('OT-002', '村瀬 一郎', '大田区架空町2丁目', 2, 10),
      client('OT-003', '相原 キヨ', '大田区架空町2丁目', 3, 18),
      client('OT-004', '保科 正', '大田区架空町4丁目', 4, 8),
      client('OT-005', '水野 トメ', '大田区架空町5丁目', 5, 14),
    ],
  },
  {
    key: 'nerima',
    name: '練馬つながるネット',
    area: '練馬区',
    offices: [
      office('ner-p', 'ねりま野訪問介護', '練馬区', '東京都練馬区架空町1-1-1', '井手 奈緒'),
      office('ner-a', 'けやき介護サービス', '練馬区', '東京都練馬区架空町4-2-6', '柴田 順子', '堀 拓也'),
      office('ner-b', 'つくしケア', '板橋区', '東京都板橋区架空町2-9-2', '北川 恵'),
    ],
    clients: [
      client('NE-001', '栗原 フミ', '練馬区架空町1丁目', 1, 11),
      client('NE-002', '石渡 清', '練馬区架空町3丁目', 3, 9),
      client('NE-003', '大槻 ミサオ', '練馬区架空町3丁目', 4, 16),
    ],
  },
  {
    key: 'hachioji',
    name: '八王子やまなみネット',
    area: '八王子市',
    offices: [
      office('hac-p', 'やまなみ訪問介護', '八王子市', '東京都八王子市架空町10-1', '長谷 亮'),
      office('hac-a', 'たかお介護', '八王子市', '東京都八王子市架空町3-8', '古賀 美和'),
      office('hac-b', 'あさかわヘルパー', '日野市', '東京都日野市架空町6-6', '遠藤 孝'),
    ],
    clients: [
      client('HA-001', '城戸 ヨネ', '八王子市架空町', 2, 9),
      client('HA-002', '沢渡 勝', '八王子市架空町', 5, 10),
    ],
  },
];
