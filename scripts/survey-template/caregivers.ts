import { type Asked, agreed, EVERY_WAVE, optionsOf, scaleOf } from './asked.ts';

/** Put to caregivers (訪問介護員) who visited clients of another office. */
export const caregivers: readonly Asked[] = [
  ...scaleOf('CAREGIVER_WORK', ['CAREGIVER'], {
    CAREGIVER_INFORMED: '訪問の前に、必要なことが分かっていました。',
    CAREGIVER_TIMES: '訪問の時間と移動に、無理はありませんでした。',
    CAREGIVER_HELPED: '困ったとき、すぐに相談できました。',
    CAREGIVER_RECORDS: '訪問の記録をつけるのは、かんたんでした。',
    CAREGIVER_SAFE: '初めてのお宅でも、安心して仕事ができました。',
  }),
  agreed({ code: 'CAREGIVER_LOAD', text: 'このしくみで、わたしの仕事の負担がふえました。', audiences: ['CAREGIVER'] }),
  {
    code: 'CAREGIVER_HARD',
    kind: 'MULTIPLE_CHOICE',
    text: '初めてのお宅で、困ったことはありましたか。',
    help: 'あてはまるものを、すべて選んでください。',
    options: optionsOf(
      ['place', '家の場所や、入り方が分からなかった'],
      ['things', '使う物がどこにあるか分からなかった'],
      ['moving', '体の支え方や、動かし方が分からなかった'],
      ['talking', '話し方や、接し方が分からなかった'],
      ['tasks', 'どこまで手伝うのか分からなかった'],
      ['none', '困ったことはない'],
      ['other', 'そのほか'],
    ),
    audiences: ['CAREGIVER'],
    waves: EVERY_WAVE,
  },
  {
    code: 'CAREGIVER_HARD_OTHER',
    kind: 'TEXT',
    text: 'そのほかに困ったことを、書いてください。',
    help: '利用者や家族のお名前は、書かないでください。',
    maxLength: 200,
    audiences: ['CAREGIVER'],
    shownIf: { question: 'CAREGIVER_HARD', anyOf: ['other'] },
    waves: EVERY_WAVE,
  },
];
