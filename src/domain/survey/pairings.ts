import { dominatedBlocks, type Figure, peopleInBlocks, type Response } from './bases.ts';
import { Classes } from './classes.ts';
import { type Block, cellsOf, Disclosure } from './disclosure.ts';
import type { Question } from './events.ts';
import { isNumeric } from './questionnaire.ts';
import { type EvaluatedSurvey, numberOf, predecessorsOf, sameQuestionIn, type WaveSurvey } from './waves.ts';

/** One person's answers in two waves. */
interface Pair {
  readonly later: Response;
  readonly earlier: Response;
}
/** Those who answered a question in two surveys, and in which groups they may be shown. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly disclosure: Disclosure;
  readonly hidden: ReadonlySet<Block>;
}

/** By the later survey, the earlier one, and the question's code. */
export type Pairings = ReadonlyMap<string, Pairing>;
export const pairingKey = (later: WaveSurvey, earlier: WaveSurvey, { code }: Question): string =>
  `${later.id} ${earlier.id} ${code}`;

/**
 * The pairs of a study's surveys, given in the order of their closings, by question (rule 40).
 *
 * What pairs tell could be subtracted from what is shown of all who answered in either wave, and
 * from what other pairs tell. So, in each wave, all who stand in the same figures and pairs of one
 * variable are the threshold at least, or these pairs are not shown. What is shown of a wave is
 * decided without the later ones: it never depends on what was closed after it.
 */
export const pairingsOf = (surveys: readonly EvaluatedSurvey[]): Pairings => {
  const pairings = new Map<string, Pairing>();
  const classes = new Map<readonly Figure[], Classes<Response>>();
  const classesOf = (survey: EvaluatedSurvey, family: readonly Figure[]): Classes<Response> => {
    const known = classes.get(family) ?? new Classes<Response>();
    if (!classes.has(family))
      for (const { people } of family.flatMap((figure) => peopleInBlocks(figure, survey.threshold))) known.add(people);
    classes.set(family, known);
    return known;
  };
  surveys.forEach((later, n) => {
    for (const earlier of predecessorsOf(later, surveys.slice(0, n))) {
      const joined = joinedBetween(later, earlier);
      if (joined.length === 0) continue;
      for (const question of later.questions.filter(isNumeric)) {
        const same = sameQuestionIn(earlier.questions, question);
        const [ofLater, ofEarlier] = [figureOf(later, question), same && figureOf(earlier, same)];
        if (!ofLater || !ofEarlier) continue;
        const both = [classesOf(later, ofLater.family), classesOf(earlier, ofEarlier.family)] as const;
        const threshold = Math.max(later.threshold, earlier.threshold);
        pairings.set(
          pairingKey(later, earlier, question),
          paired(joined, ofLater.figure, ofEarlier.figure, both, threshold),
        );
      }
    }
  });
  return pairings;
};

const joinedBetween = (later: WaveSurvey, earlier: WaveSurvey): readonly Pair[] => {
  const byKey = new Map(
    earlier.responses.flatMap((response) => (response.panelKey ? [[response.panelKey, response]] : [])),
  );
  return later.responses.flatMap((response) => {
    const before = byKey.get(response.panelKey ?? '');
    return before ? [{ later: response, earlier: before }] : [];
  });
};

/** A question's own figure, among those of its family. */
const figureOf = ({ bases }: EvaluatedSurvey, { code }: Question) => {
  for (const family of bases.families) {
    const figure = family.find(({ items: [one, ...others] }) => others.length === 0 && one?.code === code);
    if (figure) return { family, figure };
  }
  return null;
};

const paired = (
  joined: readonly Pair[],
  ofLater: Figure,
  ofEarlier: Figure,
  [inLater, inEarlier]: readonly [Classes<Response>, Classes<Response>],
  threshold: number,
): Pairing => {
  const [thoseLater, thoseEarlier] = [new Set(ofLater.responses), new Set(ofEarlier.responses)];
  const pairs = joined.filter(({ later, earlier }) => thoseLater.has(later) && thoseEarlier.has(earlier));
  const outer = [...ofLater.disclosure.blocks, ...ofEarlier.disclosure.blocks];
  const people = pairs.map(({ later }) => later);
  const disclosure = new Disclosure(cellsOf(people), threshold, ofLater.disclosure.first, outer);
  const earlierOf = new Map(pairs.map(({ later, earlier }) => [later, earlier]));
  const figure: Figure = { items: ofLater.items, responses: people, disclosure, hidden: new Set() };
  const [{ code = '' } = {}] = ofLater.items;
  const movedBy = (later: Response): number => {
    const earlier = earlierOf.get(later);
    return earlier ? numberOf(later, code) - numberOf(earlier, code) : 0;
  };
  const hidden = new Set(dominatedBlocks(figure, movedBy));
  for (const { block, people: those } of peopleInBlocks(figure, threshold)) {
    const before = those.flatMap((later) => earlierOf.get(later) ?? []);
    if (hidden.has(block)) continue;
    if (inLater.wouldLeaveFew(those, threshold) || inEarlier.wouldLeaveFew(before, threshold)) {
      hidden.add(block);
      continue;
    }
    inLater.add(those);
    inEarlier.add(before);
  }
  return { pairs, disclosure, hidden };
};
