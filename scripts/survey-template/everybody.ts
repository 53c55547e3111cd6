import { type Asked, EVERY_WAVE, EVERYBODY, optionsOf } from './asked.ts';

/** Put to all alike, at the end, so that audiences can be compared. */
export const everybody: readonly Asked[] = [
  {
    code: 'RECOMMEND',
    kind: 'SCALE_0_10',
    text: '事業所どうしで訪問を助け合うこのしくみを、ほかの人にもすすめたいと思いますか。',
    help: '0は「まったくすすめたくない」、10は「とてもすすめたい」です。',
    audiences: [...EVERYBODY],
    waves: EVERY_WAVE,
  },
  {
    code: 'CONTINUE',
    kind: 'SINGLE_CHOICE',
    text: 'このしくみを、これからも続けたほうがよいと思いますか。',
    options: optionsOf(
      ['yes', '続けたほうがよい'],
      ['mended', 'なおすところをなおして、続けたほうがよい'],
      ['no', '続けないほうがよい'],
      ['unknown', '分からない'],
    ),
    audiences: [...EVERYBODY],
    waves: ['ENDLINE'],
  },
  {
    code: 'CONTINUE_WHY',
    kind: 'TEXT',
    text: 'そう思う理由を、教えてください。',
    help: '人のお名前や、住所は書かないでください。',
    maxLength: 400,
    audiences: [...EVERYBODY],
    shownIf: { question: 'CONTINUE', anyOf: ['mended', 'no'] },
    waves: ['ENDLINE'],
  },
  {
    code: 'COMMENT',
    kind: 'TEXT',
    text: 'よかったことや、なおしてほしいことを、自由に書いてください。',
    help: '人のお名前や、住所は書かないでください。',
    maxLength: 400,
    audiences: [...EVERYBODY],
    waves: EVERY_WAVE,
  },
];
