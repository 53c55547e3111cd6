import { type CarePlan, carePlans } from './care-plans.ts';

/** A believable Tokyo, made up: no office and no person of these exists. */
export interface DemoCaregiver {
  readonly name: string;
  readonly qualification: 'CERTIFIED_CARE_WORKER' | 'PRACTITIONER' | 'INITIAL' | 'DAILY_LIVING_ONLY';
  /** Works to the end of the first month. */
  readonly leaves: boolean;
}
export interface DemoOffice {
  readonly key: string;
  readonly name: string;
  readonly municipality: string;
  readonly address: string;
  readonly areaGrade: string;
  /** Where distances are asked for. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Kinds of service, in the contract's names. */
  readonly services: readonly string[];
  /** The サービス提供責任者, who acts for the office. */
  readonly coordinator: string;
  readonly caregivers: readonly DemoCaregiver[];
}
export interface DemoClient {
  readonly code: string;
  readonly name: string;
  readonly nameKana: string;
  readonly birthDate: string;
  readonly careLevel: string;
  readonly area: string;
  readonly entryNotes: string;
  readonly plan: CarePlan;
}
/** A partner office, its second coordinator, whom it delegates to and its clients. */
export interface DemoPartner {
  readonly key: string;
  readonly approver: string;
  /** Verifies a month's visits together once it is over, not each on the next weekday. */
  readonly verifiesByMonth?: boolean;
  /** Pays its first month by a file for its bank. */
  readonly paysByFile?: boolean;
  readonly assists: readonly string[];
  readonly clients: readonly DemoClient[];
}
export interface DemoNetwork {
  readonly name: string;
  readonly area: string;
  readonly offices: readonly DemoOffice[];
  readonly partners: readonly DemoPartner[];
}

const caregiver = (name: string, qualification: DemoCaregiver['qualification'], leaves = false): DemoCaregiver => ({
  name,
  qualification,
  leaves,
});
const client = (
  code: string,
  [name, nameKana]: readonly [string, string],
  birthDate: string,
  careLevel: string,
  area: string,
  plan: CarePlan,
  entryNotes: string,
): DemoClient => ({ code, name, nameKana, birthDate, careLevel, area, entryNotes, plan });

const { bathAndHousework, houseworkAndShopping, mealsAndBath, morningAndShopping, eveningAndMeals, turnedAtNight } =
  carePlans;
const BOTH = ['PHYSICAL_CARE', 'DAILY_LIVING', 'PHYSICAL_THEN_DAILY_LIVING'];
const WITH_OUTINGS = [...BOTH, 'BOARDING_ASSISTANCE'];

const ota: DemoNetwork = {
  name: '大田パートナーネットワーク',
  area: '大田区',
  offices: [
    {
      key: 'ota-p',
      name: 'みなと坂訪問介護',
      municipality: '大田区',
      address: '東京都大田区架空町1-2-3',
      areaGrade: 'GRADE_1',
      latitude: 35.5612,
      longitude: 139.7161,
      services: WITH_OUTINGS,
      coordinator: '高瀬 直子',
      caregivers: [
        caregiver('佐伯 真理', 'CERTIFIED_CARE_WORKER'),
        caregiver('大沢 健', 'PRACTITIONER'),
        caregiver('西田 久美', 'INITIAL'),
      ],
    },
    {
      key: 'ota-a',
      name: 'ひなた坂ケアステーション',
      municipality: '大田区',
      address: '東京都大田区架空町2-4-1',
      areaGrade: 'GRADE_1',
      latitude: 35.5687,
      longitude: 139.7032,
      services: BOTH,
      coordinator: '小松 祐介',
      caregivers: [
        caregiver('小野寺 幸', 'CERTIFIED_CARE_WORKER'),
        caregiver('三浦 陽子', 'INITIAL'),
        caregiver('宮下 晴美', 'DAILY_LIVING_ONLY'),
      ],
    },
    {
      key: 'ota-b',
      name: 'かもめ野ホームヘルプ',
      municipality: '大田区',
      address: '東京都大田区架空町5-1-8',
      areaGrade: 'GRADE_1',
      latitude: 35.5541,
      longitude: 139.7263,
      services: BOTH,
      coordinator: '塩見 香織',
      caregivers: [caregiver('川村 慎也', 'PRACTITIONER'), caregiver('岸本 涼子', 'CERTIFIED_CARE_WORKER')],
    },
    {
      key: 'ota-c',
      name: 'さくら台坂ヘルパーズ',
      municipality: '品川区',
      address: '東京都品川区架空町3-3-3',
      areaGrade: 'GRADE_1',
      latitude: 35.6092,
      longitude: 139.7302,
      services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
      coordinator: '長沼 千秋',
      caregivers: [
        caregiver('望月 由紀', 'CERTIFIED_CARE_WORKER'),
        caregiver('白石 大地', 'INITIAL'),
        caregiver('古川 千夏', 'INITIAL', true),
      ],
    },
  ],
  partners: [
    {
      key: 'ota-p',
      approver: '高木 修',
      paysByFile: true,
      assists: ['ota-a', 'ota-b', 'ota-c'],
      clients: [
        client(
          'OT-001',
          ['田所 ハル', 'タドコロ ハル'],
          '1938-05-14',
          'CARE_3',
          '大田区架空町1丁目',
          bathAndHousework(1, '09:30', '10:00'),
          '鍵はキーボックス。番号は事業所に確認してください。',
        ),
        client(
          'OT-002',
          ['村瀬 一郎', 'ムラセ イチロウ'],
          '1944-11-02',
          'CARE_1',
          '大田区架空町2丁目',
          houseworkAndShopping(2, '10:00', '13:30'),
          '呼び鈴のあと、出てこられるまで少しお待ちください。',
        ),
        client(
          'OT-003',
          ['相原 キヨ', 'アイハラ キヨ'],
          '1935-01-27',
          'CARE_5',
          '大田区架空町2丁目',
          turnedAtNight(3, '18:15', '20:00'),
          '玄関は開いています。お声がけしてお入りください。',
        ),
        client(
          'OT-004',
          ['保科 正', 'ホシナ タダシ'],
          '1941-08-09',
          'CARE_4',
          '大田区架空町4丁目',
          mealsAndBath(4, '08:15', '14:00'),
          'ご長男がご在宅です。',
        ),
        client(
          'OT-005',
          ['水野 トメ', 'ミズノ トメ'],
          '1937-03-30',
          'CARE_2',
          '大田区架空町5丁目',
          morningAndShopping(5, '07:45', '14:30'),
          '小型犬がいます。',
        ),
      ],
    },
    {
      key: 'ota-a',
      approver: '根本 京子',
      assists: ['ota-p', 'ota-b'],
      clients: [
        client(
          'OT-101',
          ['日下部 静', 'クサカベ シズ'],
          '1940-12-11',
          'CARE_3',
          '大田区架空町3丁目',
          eveningAndMeals(2, '17:30', '11:45'),
          '裏口からお入りください。',
        ),
      ],
    },
  ],
};

const nerima: DemoNetwork = {
  name: '練馬つながるネット',
  area: '練馬区',
  offices: [
    {
      key: 'ner-p',
      name: 'ねりま野訪問介護',
      municipality: '練馬区',
      address: '東京都練馬区架空町1-1-1',
      areaGrade: 'GRADE_1',
      services: BOTH,
      coordinator: '安西 礼子',
      caregivers: [caregiver('井手 奈緒', 'CERTIFIED_CARE_WORKER'), caregiver('丸山 徹', 'INITIAL')],
    },
    {
      key: 'ner-a',
      name: 'けやき坂介護サービス',
      municipality: '練馬区',
      address: '東京都練馬区架空町4-2-6',
      areaGrade: 'GRADE_1',
      services: BOTH,
      coordinator: '野口 雅人',
      caregivers: [caregiver('柴田 順子', 'CERTIFIED_CARE_WORKER'), caregiver('堀 拓也', 'PRACTITIONER')],
    },
    {
      key: 'ner-b',
      name: 'つくし坂ケア',
      municipality: '板橋区',
      address: '東京都板橋区架空町2-9-2',
      areaGrade: 'GRADE_1',
      services: BOTH,
      coordinator: '北川 恵',
      caregivers: [caregiver('矢野 美里', 'PRACTITIONER'), caregiver('福地 翔', 'INITIAL')],
    },
  ],
  partners: [
    {
      key: 'ner-p',
      approver: '桐山 洋',
      verifiesByMonth: true,
      assists: ['ner-a', 'ner-b'],
      clients: [
        client(
          'NE-001',
          ['栗原 フミ', 'クリハラ フミ'],
          '1939-07-21',
          'CARE_2',
          '練馬区架空町1丁目',
          bathAndHousework(1, '11:00', '09:15'),
          'オートロックは部屋番号203で呼び出してください。',
        ),
        client(
          'NE-002',
          ['石渡 清', 'イシワタ キヨシ'],
          '1946-02-18',
          'CARE_4',
          '練馬区架空町3丁目',
          mealsAndBath(3, '12:00', '15:15'),
          '奥様は耳が遠いので、大きめの声でお願いします。',
        ),
        client(
          'NE-003',
          ['大槻 ミサオ', 'オオツキ ミサオ'],
          '1942-10-05',
          'CARE_1',
          '練馬区架空町3丁目',
          houseworkAndShopping(4, '13:45', '10:30'),
          '自転車は門の内側に置いてください。',
        ),
      ],
    },
  ],
};

const hachioji: DemoNetwork = {
  name: '八王子やまなみネット',
  area: '八王子市',
  offices: [
    {
      key: 'hac-p',
      name: 'やまなみ坂訪問介護',
      municipality: '八王子市',
      address: '東京都八王子市架空町10-1',
      areaGrade: 'GRADE_3',
      services: BOTH,
      coordinator: '長谷 亮',
      caregivers: [caregiver('内海 千鶴', 'CERTIFIED_CARE_WORKER'), caregiver('須藤 圭', 'INITIAL')],
    },
    {
      key: 'hac-a',
      name: 'たかお野介護',
      municipality: '八王子市',
      address: '東京都八王子市架空町3-8',
      areaGrade: 'GRADE_3',
      services: BOTH,
      coordinator: '古賀 美和',
      caregivers: [caregiver('藤代 薫', 'CERTIFIED_CARE_WORKER'), caregiver('江口 智', 'INITIAL')],
    },
    {
      key: 'hac-b',
      name: 'あさかわ野ヘルパー',
      municipality: '日野市',
      address: '東京都日野市架空町6-6',
      areaGrade: 'GRADE_3',
      services: ['PHYSICAL_CARE', 'DAILY_LIVING'],
      coordinator: '遠藤 孝',
      caregivers: [caregiver('滝本 さゆり', 'PRACTITIONER'), caregiver('牧 俊平', 'INITIAL')],
    },
    {
      key: 'hac-c',
      name: 'みね野ケアサポート',
      municipality: '八王子市',
      address: '東京都八王子市架空町7-20',
      areaGrade: 'GRADE_3',
      services: ['DAILY_LIVING'],
      coordinator: '片桐 望',
      caregivers: [caregiver('柏木 梨花', 'DAILY_LIVING_ONLY')],
    },
  ],
  partners: [
    {
      key: 'hac-p',
      approver: '若林 節子',
      assists: ['hac-a', 'hac-b'],
      clients: [
        client(
          'HA-001',
          ['城戸 ヨネ', 'キド ヨネ'],
          '1936-09-16',
          'CARE_3',
          '八王子市架空町3丁目',
          eveningAndMeals(2, '17:00', '12:15'),
          '坂の上の家です。車は手前の空き地に停められます。',
        ),
        client(
          'HA-002',
          ['沢渡 勝', 'サワタリ マサル'],
          '1945-06-03',
          'CARE_2',
          '八王子市架空町7丁目',
          bathAndHousework(5, '10:15', '11:30'),
          '鍵は管理人室で預かっています。',
        ),
      ],
    },
  ],
};

export const networks: readonly DemoNetwork[] = [ota, nerima, hachioji];
