import type { Uuid } from '../ids.ts';
import { type Block, cellsOf, Disclosure, type InGroup, moreUseful } from './disclosure.ts';
import type { Audience, Question } from './events.ts';
import type { FrameGroup } from './frame.ts';
import { type Answer, isShown } from './questionnaire.ts';
import { familiesOf, scalesOf } from './variables.ts';

/** One gathered response. */
export interface Response {
  readonly audience: Audience;
  readonly networkId: Uuid;
  readonly answers: readonly Answer[];
}
/** On whom of a group the figures of a question or a scale rest; null where they are hidden. */
export type Basis = (inGroup: InGroup) => readonly Response[] | null;
interface Surveyed {
  readonly questions: readonly Question[];
  readonly threshold: number;
  readonly frame: readonly FrameGroup[];
}
/** Of one question, or of a scale of several. */
interface Figure {
  readonly items: readonly Question[];
  readonly responses: readonly Response[];
  readonly disclosure: Disclosure;
}

/** What those beside the two largest numbers are together, at least, as a share of the largest. */
const LEAST_REST = 0.1;

/**
 * The bases of a survey's questions by code and of its scales by name (rule 40). Blocks are made
 * from the frame, joined further where too few answered, and for a question where too few answered
 * it: so, whatever is asked, a figure rests on whole blocks.
 *
 * Figures of one variable (variables.ts) could be subtracted from one another as well. So all who
 * stand in the same ones of them are the threshold at least, or these are not shown: where single
 * people left out single questions, all figures of the family rest on those who answered whatever
 * of it was put to them; and where different people were asked, the later figure is hidden.
 */
export const basesOf = ({ questions, threshold, frame }: Surveyed, responses: readonly Response[]) => {
  const invited = frame.map(({ audience, networkId, invited: n }) => ({ audience, networkId, n }));
  const first = moreUseful(cellsOf(responses), threshold);
  const whole = new Disclosure(invited, threshold, first).within(cellsOf(responses));
  const answeredBy = answerersOf(responses);
  const didAnswer = (response: Response, { code }: Question): boolean => answeredBy.get(code)?.has(response) === true;

  const figureOf = (items: readonly Question[], among: readonly Response[]): Figure => {
    const asked = invited.filter(({ audience }) => items.every(({ audiences }) => audiences.includes(audience)));
    const own = among.filter((response) => items.every((item) => didAnswer(response, item)));
    return { items, responses: own, disclosure: whole.within(asked).within(cellsOf(own)) };
  };
  /** Those who answered some of a scale's items: in which groups none did, or enough. */
  const besideOf = (items: readonly Question[]): Disclosure => {
    const some = responses.filter((response) => items.some((item) => didAnswer(response, item)));
    const partly = some.filter((response) => !items.every((item) => didAnswer(response, item)));
    return whole.within(cellsOf(partly));
  };

  const ofQuestions = new Map<string, Basis>();
  const ofScales = new Map<string, Basis>();
  for (const family of familiesOf(questions)) {
    const scales = scalesOf(family).map((scale) => family.filter((question) => question.scale === scale));
    const among = (those: readonly Response[]) => {
      const figures = [...family.map((question) => [question]), ...scales].map((items) => figureOf(items, those));
      return { figures, hidden: blocksAtFault(figures, threshold) };
    };
    const hasAnsweredAll = (response: Response): boolean =>
      family.every((question) => didAnswer(response, question) || !isPutTo(question, response));
    const ofAll = among(responses);
    const { figures, hidden } = ofAll.hidden.size === 0 ? ofAll : among(responses.filter(hasAnsweredAll));
    figures.forEach(({ items, responses: own, disclosure }, n) => {
      const [{ code = '', scale = null } = {}] = items;
      const inCells = [...Map.groupBy(own, ({ audience, networkId }) => `${audience} ${networkId}`).values()];
      const alsoHidden = new Set([...hidden, ...dominatedBlocks({ items, responses: own, disclosure })]);
      const basis: Basis = (inGroup) =>
        disclosure.shows(inGroup, alsoHidden) ? inCells.filter(([one]) => one && inGroup(one)).flat() : null;
      if (n < family.length) ofQuestions.set(code, basis);
      else {
        const beside = besideOf(items);
        ofScales.set(scale ?? '', (inGroup) => (beside.isWhole(inGroup) ? basis(inGroup) : null));
      }
    });
  }
  return { ofQuestions, ofScales };
};

/**
 * Blocks in which one number, or two, make up nearly all of the sum: a mean would tell it, the more
 * so to whoever gave the other. What is answered by a step is counted by step anyway.
 */
const dominatedBlocks = ({ items, responses, disclosure }: Figure): ReadonlySet<Block> => {
  if (!items.some(({ kind }) => kind === 'NUMBER')) return new Set();
  const blocks = Map.groupBy(responses, (response) => disclosure.blockOf(response));
  return new Set(
    [...blocks].flatMap(([block, those]) => {
      const sizes = those.map((response) => Math.abs(sumOf(items, response))).sort((a, b) => b - a);
      const [largest = 0, , ...others] = sizes;
      const rest = others.reduce((total, size) => total + size, 0);
      return block && rest < largest * LEAST_REST ? [block] : [];
    }),
  );
};

const sumOf = (items: readonly Question[], { answers }: Response): number =>
  items.reduce((total, { code }) => total + Number(answers.find(({ question }) => question === code)?.values[0]), 0);

const isPutTo = (question: Question, { audience, answers }: Response): boolean =>
  question.audiences.includes(audience) && isShown(question, answers);

/** Who answered each question. */
const answerersOf = (responses: readonly Response[]): ReadonlyMap<string, ReadonlySet<Response>> => {
  const answeredBy = new Map<string, Set<Response>>();
  for (const response of responses)
    for (const { question, values } of response.answers)
      if (values.length > 0) answeredBy.set(question, (answeredBy.get(question) ?? new Set()).add(response));
  return answeredBy;
};

/**
 * Of blocks that could be shown, those that are not: beside the ones before them they would leave
 * fewer than the threshold who stand in the same blocks.
 */
const blocksAtFault = (figures: readonly Figure[], threshold: number): ReadonlySet<Block> => {
  const atFault = new Set<Block>();
  /** The number of their class; who stands in none of the blocks so far has none. */
  const classOf = new Map<Response, number>();
  const sizes: number[] = [];
  const blocks = figures.flatMap(({ responses, disclosure }) => [
    ...Map.groupBy(responses, (response) => disclosure.blockOf(response)),
  ]);
  for (const [block, people] of blocks) {
    if (!block || block.n < threshold) continue;
    const parts = [...Map.groupBy(people, (response) => classOf.get(response))];
    const leavesFew = parts.some(([from, { length }]) => {
      const rest = from === undefined ? 0 : (sizes[from] ?? 0) - length;
      return length < threshold || (rest > 0 && rest < threshold);
    });
    if (leavesFew) {
      atFault.add(block);
      continue;
    }
    for (const [from, part] of parts) {
      if (from !== undefined) sizes[from] = (sizes[from] ?? 0) - part.length;
      for (const response of part) classOf.set(response, sizes.length);
      sizes.push(part.length);
    }
  }
  return atFault;
};
