import type { Uuid } from '../ids.ts';
import { basesOf, type Response, type Surveyed } from './bases.ts';
import type { Block } from './disclosure.ts';
import type { Audience, Question } from './events.ts';
import { isShown, optionsOf } from './questionnaire.ts';

/**
 * What stands where there is no value: not put to this audience, not shown after what was answered
 * before, left out, or hidden (rule 40).
 */
export const MISSING = {
  NOT_PUT: 'NA_NOT_PUT',
  SKIPPED: 'NA_SKIPPED',
  NO_ANSWER: 'NA_NO_ANSWER',
  HIDDEN: 'NA_HIDDEN',
} as const;
export const isMissing = (value: string | number): boolean => Object.values<string | number>(MISSING).includes(value);

/** The columns that stand before the variables. */
export const GROUP_COLUMNS = { audience: 'audience', network: 'network' } as const;
/** A column of the rows of responses. */
export interface Variable {
  /** No other column has it, whatever the codes of questions and options are. */
  readonly name: string;
  readonly question: Question;
  /** Whose choosing it tells, 1 or 0, of a MULTIPLE_CHOICE; null where it is the answer itself. */
  readonly option: Question['options'][number] | null;
}
/** In the order of the questions. A TEXT has none: beside other answers it tells whose they are. */
export const variablesOf = (questions: readonly Question[]): readonly Variable[] => {
  const taken = new Set<string>(Object.values(GROUP_COLUMNS));
  const free = (name: string): string => {
    if (taken.has(name)) return free(`${name}_`);
    taken.add(name);
    return name;
  };
  return questions.flatMap((question): Variable[] => {
    if (question.kind === 'TEXT') return [];
    if (question.kind !== 'MULTIPLE_CHOICE') return [{ name: free(question.code), question, option: null }];
    return optionsOf(question).map((option) => ({ name: free(`${question.code}:${option.value}`), question, option }));
  });
};

/** One response; what is null is hidden. */
export interface MicrodataRow {
  readonly audience: Audience | null;
  readonly networkId: Uuid | null;
  /** In the order of the variables. */
  readonly values: readonly (string | number)[];
}
/** Rows in no order that may be shown as it is: whoever writes them shuffles them. */
export interface Microdata {
  readonly rows: readonly MicrodataRow[];
  /** Responses that no row shows. */
  readonly leftOut: number;
}

/**
 * A closed survey's responses, a row each, under the control of its results (rule 40). People are
 * told apart by block, and each block holds the threshold: a row says its audience and network only
 * where all of its block have them. Values are hidden of a block where results hide the question of
 * it, and where it was not put to all audiences of the block, as its gap would tell them apart; so
 * is a question that depends on a hidden one. A NUMBER stands where the threshold wrote that very
 * number. Responses are left out where all of them are too few.
 */
export const microdataOf = (survey: Surveyed, responses: readonly Response[]): Microdata => {
  const { ofQuestions, whole } = basesOf(survey, responses);
  const rows = [...Map.groupBy(responses, (response) => whole.blockOf(response))].flatMap(([block, people]) => {
    if (!block || block.n < survey.threshold) return [];
    const cells = block.cells.filter(({ n }) => n > 0);
    const inBlock = (cell: Pick<Response, 'audience' | 'networkId'>): boolean => whole.blockOf(cell) === block;
    const shown = new Map(
      survey.questions.map((question) => [question.code, new Set(ofQuestions.get(question.code)?.(inBlock) ?? [])]),
    );
    const isHidden = (question: Question): boolean =>
      cells.some(({ audience }) => !question.audiences.includes(audience)) &&
      cells.some(({ audience }) => question.audiences.includes(audience));
    const hidden = new Set(
      survey.questions.filter((question) => isHidden(question) || ofQuestions.get(question.code)?.(inBlock) === null),
    );
    return rowsOf(survey, block, people, { shown, hidden });
  });
  return { rows, leftOut: responses.length - rows.length };
};

interface OfBlock {
  /** Those whose answers to a question are shown, by its code. */
  readonly shown: ReadonlyMap<string, ReadonlySet<Response>>;
  /** Questions that are hidden of all. */
  readonly hidden: ReadonlySet<Question>;
}

const rowsOf = (
  { questions, threshold }: Surveyed,
  block: Block,
  people: readonly Response[],
  { shown, hidden }: OfBlock,
): readonly MicrodataRow[] => {
  const cells = block.cells.filter(({ n }) => n > 0);
  const only = <Value>(values: readonly Value[]): Value | null => {
    const [one, ...others] = new Set(values);
    return one !== undefined && others.length === 0 ? one : null;
  };
  const audience = only(cells.map((cell) => cell.audience));
  const networkId = only(cells.map((cell) => cell.networkId));
  const numbers = new Map<string, number>();
  for (const { answers } of people)
    for (const { question, values } of answers) {
      const key = `${question} ${Number(values[0])}`;
      numbers.set(key, (numbers.get(key) ?? 0) + 1);
    }
  const hiddenOf = (response: Response, question: Question): boolean => {
    const { code, kind, shownIf } = question;
    const before = questions.find((other) => other.code === shownIf?.question);
    if (hidden.has(question) || (before && hiddenOf(response, before))) return true;
    const values = valuesOf(response, code);
    if (values.length === 0) return false;
    if (!shown.get(code)?.has(response)) return true;
    return kind === 'NUMBER' && (numbers.get(`${code} ${Number(values[0])}`) ?? 0) < threshold;
  };
  return people.map((response) => ({
    audience,
    networkId,
    values: variablesOf(questions).map(({ question, option }) =>
      hiddenOf(response, question) ? MISSING.HIDDEN : cellOf(response, question, option),
    ),
  }));
};

const valuesOf = ({ answers }: Response, code: string): readonly string[] =>
  answers.find(({ question }) => question === code)?.values ?? [];

const cellOf = (response: Response, question: Question, option: Variable['option']): string | number => {
  if (!question.audiences.includes(response.audience)) return MISSING.NOT_PUT;
  if (!isShown(question, response.answers)) return MISSING.SKIPPED;
  const values = valuesOf(response, question.code);
  if (values.length === 0) return MISSING.NO_ANSWER;
  if (option) return values.includes(option.value) ? 1 : 0;
  return question.kind === 'NUMBER' ? Number(values[0]) : (values[0] ?? MISSING.NO_ANSWER);
};
