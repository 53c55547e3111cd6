import type { AnswerInput, Audience, QuestionInput, Wave } from '../../src/api/schema/types.gen.ts';

/** Whom an invitation is for. */
export interface Invited {
  readonly audience: Audience;
  readonly recipient: string;
  readonly office: { readonly name: string } | null;
}

/** The same number in every wave: each stays as strict or as mild as they were. */
export const characterOf = ({ audience, recipient, office }: Invited): number =>
  [...`${audience} ${office?.name ?? ''} ${recipient}`].reduce(
    (sum, letter, n) => sum + (n + 1) * (letter.codePointAt(0) ?? 0),
    0,
  );

/** What is said in turn at the beginning, and at the end; several options with a space between. */
const SAID: Readonly<Record<string, readonly [before: readonly string[], after: readonly string[]]>> = {
  ANSWERED_BY: [
    ['self', 'family', 'self'],
    ['self', 'family', 'self'],
  ],
  HELPERS: [
    ['many', 'fine', 'unknown'],
    ['fine', 'fine', 'many'],
  ],
  NOBODY_CAME: [
    ['once', 'none', 'more'],
    ['none', 'none', 'once'],
  ],
  WENT_WITHOUT: [['family', 'family without', 'neighbour'], ['family']],
  WORRIES: [
    ['stranger untold', 'untold', 'otherwise times'],
    ['none', 'times', 'none'],
  ],
  SINCE_THEN: [[], ['better', 'better', 'same']],
  CAREGIVER_HARD: [
    ['place things', 'tasks', 'other'],
    ['none', 'things', 'none'],
  ],
  DECLINED_BECAUSE: [
    ['nobody time', 'untold', 'nobody'],
    ['time', 'nobody', 'never'],
  ],
  FEE: [
    ['right', 'low', 'unknown'],
    ['right', 'right', 'low'],
  ],
  LABORIOUS: [
    ['asking recording', 'explaining', 'other'],
    ['explaining', 'none', 'settling'],
  ],
  CONTINUE: [[], ['yes', 'mended', 'yes']],
  FAMILY_DAYS: [
    ['4', '3', '5'],
    ['1', '0', '2'],
  ],
  SEARCH_HOURS: [
    ['8', '6', '10'],
    ['3', '6', '4'],
  ],
  TURNED_AWAY: [
    ['3', '2', '2'],
    ['1', '1', '2'],
  ],
  CAREGIVER_HARD_OTHER: [['駐車できる場所が分からず、到着が遅れそうになりました。'], []],
  LABORIOUS_OTHER: [['同じ内容を、紙の記録にも書き写しています。'], []],
  CONTINUE_WHY: [[], ['急ぎの依頼のときは、電話でもひとこと知らせてほしいからです。']],
  COMMENT: [
    ['', '来る人が変わるときは、前もって名前を知らせてほしいです。', '休みの日にも来てもらえて助かっています。'],
    ['', '記録がその日のうちに届くので、様子が分かって安心です。', '顔なじみの人がふえて、安心しました。'],
  ],
};
/** To whose sentence one agrees less when things go better. */
const TURNED = ['CAREGIVER_LOAD'];

/** By how many steps somebody is more content later; not everybody is. */
const STEPS = [1, 0, 2, 1, -1];

/** What somebody answers to a question that is put to them; empty where nothing. */
const saidTo = ({ code, kind }: QuestionInput, place: number, isLater: boolean, character: number): string[] => {
  const mood = (character % 3) + (((character >> 2) + place) % 3 === 0 ? 1 : 0);
  const step = isLater ? (STEPS[(character + 2 * place) % STEPS.length] ?? 0) : 0;
  if (kind === 'LIKERT_5') {
    const agreement = Math.min(5, 2 + mood + step);
    return [String(TURNED.includes(code) ? 6 - agreement : agreement)];
  }
  if (kind === 'SCALE_0_10') return [String(4 + mood + step + (isLater ? 1 : 0))];
  const inTurn = SAID[code]?.[isLater ? 1 : 0] ?? [];
  const said = inTurn[(character + place) % Math.max(inTurn.length, 1)] ?? '';
  if (kind !== 'MULTIPLE_CHOICE') return said === '' ? [] : [said];
  return said.split(' ').filter((option) => option !== '');
};

/**
 * What somebody who is invited answers to a wave of the trial's survey, to each question that is
 * shown to them. Each says much the same in every wave, and is more content in the later ones.
 */
export const answersOf = (questions: readonly QuestionInput[], wave: Wave, invited: Invited): AnswerInput[] => {
  const character = characterOf(invited);
  const answers = new Map<string, string[]>();
  for (const [place, question] of questions.entries()) {
    const { code, audiences, shownIf } = question;
    const chosen = shownIf ? (answers.get(shownIf.question) ?? []) : null;
    const isShown = chosen === null || chosen.some((value) => shownIf?.anyOf.includes(value));
    if (!audiences.includes(invited.audience) || !isShown) continue;
    const values = saidTo(question, place, wave !== 'BASELINE', character);
    if (values.length > 0) answers.set(code, values);
  }
  return [...answers].map(([question, values]) => ({ question, values }));
};
