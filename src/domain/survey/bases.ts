import type { Uuid } from '../ids.ts';
import { Classes } from './classes.ts';
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
  /** Joins it with the study's other waves, where it is joined (rule 39). */
  readonly panelKey?: string | null;
}
/**
 * On whom of a group the figures of a question or a scale rest: null where they are hidden, nobody
 * where nobody answered it.
 */
export type Basis = (inGroup: InGroup) => readonly Response[] | null;
export interface Surveyed {
  readonly questions: readonly Question[];
  readonly threshold: number;
  readonly frame: readonly FrameGroup[];
}
/** Of one question, or of a scale of several. */
export interface Figure {
  readonly items: readonly Question[];
  readonly responses: readonly Response[];
  readonly disclosure: Disclosure;
  /** Blocks that could be shown, and are not. */
  readonly hidden: ReadonlySet<Block>;
}
/** What of a survey's figures is shown. */
export interface Bases {
  readonly ofQuestions: ReadonlyMap<string, Basis>;
  readonly ofScales: ReadonlyMap<string, Basis>;
  /** The figures of each family of questions, those of the questions first. */
  readonly families: readonly (readonly Figure[])[];
  /** All who answered. */
  readonly whole: Disclosure;
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
export const basesOf = ({ questions, threshold, frame }: Surveyed, responses: readonly Response[]): Bases => {
  const invited = frame.map(({ audience, networkId, invited: n }) => ({ audience, networkId, n }));
  const first = moreUseful(cellsOf(responses), threshold);
  const whole = new Disclosure(invited, threshold, first).within(cellsOf(responses));
  const answeredBy = answerersOf(responses);
  const didAnswer = (response: Response, { code }: Question): boolean => answeredBy.get(code)?.has(response) === true;

  const figureOf = (items: readonly Question[], among: readonly Response[]): Figure => {
    const asked = invited.filter(({ audience }) => items.every(({ audiences }) => audiences.includes(audience)));
    const own = among.filter((response) => items.every((item) => didAnswer(response, item)));
    return { items, responses: own, disclosure: whole.within(asked).within(cellsOf(own)), hidden: new Set() };
  };
  /** Those who answered some of a scale's items: in which groups none did, or enough. */
  const besideOf = (items: readonly Question[]): Disclosure => {
    const some = responses.filter((response) => items.some((item) => didAnswer(response, item)));
    const partly = some.filter((response) => !items.every((item) => didAnswer(response, item)));
    return whole.within(cellsOf(partly));
  };

  const ofQuestions = new Map<string, Basis>();
  const ofScales = new Map<string, Basis>();
  const families: Figure[][] = [];
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
    const shown = figures.map((figure) => ({ ...figure, hidden: new Set([...hidden, ...dominatedBlocks(figure)]) }));
    families.push(shown);
    shown.forEach((figure, n) => {
      const [{ code = '', scale = null } = {}] = figure.items;
      const basis = basisOf(figure);
      if (n < family.length) ofQuestions.set(code, basis);
      else {
        const beside = besideOf(figure.items);
        ofScales.set(scale ?? '', (inGroup) => (beside.isWhole(inGroup) ? basis(inGroup) : null));
      }
    });
  }
  return { ofQuestions, ofScales, families, whole };
};

const basisOf = ({ responses, disclosure, hidden }: Figure): Basis => {
  const inCells = [...Map.groupBy(responses, ({ audience, networkId }) => `${audience} ${networkId}`).values()];
  return (inGroup) =>
    disclosure.shows(inGroup, hidden) || disclosure.isEmpty(inGroup)
      ? inCells.filter(([one]) => one && inGroup(one)).flat()
      : null;
};

/**
 * Blocks in which one number, or two, make up nearly all of the sum: a mean would tell it, the more
 * so to whoever gave the other. What is answered by a step is counted by step anyway.
 */
export const dominatedBlocks = (
  { items, responses, disclosure }: Figure,
  numberOf: (response: Response) => number = (response) => sumOf(items, response),
): ReadonlySet<Block> => {
  if (!items.some(({ kind }) => kind === 'NUMBER')) return new Set();
  const blocks = Map.groupBy(responses, (response) => disclosure.blockOf(response));
  return new Set(
    [...blocks].flatMap(([block, those]) => {
      const sizes = those.map((response) => Math.abs(numberOf(response))).sort((a, b) => b - a);
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

/** The people of each block of a figure that is large enough to be shown. */
export const peopleInBlocks = ({ responses, disclosure, hidden }: Figure, threshold: number) =>
  [...Map.groupBy(responses, (response) => disclosure.blockOf(response))].flatMap(([block, people]) =>
    block && block.n >= threshold && !hidden.has(block) ? [{ block, people }] : [],
  );

/**
 * Of blocks that could be shown, those that are not: beside the ones before them they would leave
 * fewer than the threshold who stand in the same blocks.
 */
const blocksAtFault = (figures: readonly Figure[], threshold: number): ReadonlySet<Block> => {
  const atFault = new Set<Block>();
  const classes = new Classes<Response>();
  for (const { block, people } of figures.flatMap((figure) => peopleInBlocks(figure, threshold)))
    if (classes.wouldLeaveFew(people, threshold)) atFault.add(block);
    else classes.add(people);
  return atFault;
};
