import { Rejected } from '../rejected.ts';
import { unreadable } from '../text.ts';
import type { Audience, Question } from './events.ts';

/** One question answered; several values only with MULTIPLE_CHOICE. */
export interface Answer {
  readonly question: string;
  readonly values: readonly string[];
}
type Option = Question['options'][number];

const NUMBERS: Partial<Record<Question['kind'], readonly string[]>> = {
  LIKERT_5: ['1', '2', '3', '4', '5'],
  SCALE_0_10: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
};
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;
/** They stay under the 64 KiB of an event. */
const MOST_QUESTION_BYTES = 60_000;
/** Bytes of a value as JSON. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Whether a question's answers are counted as numbers: mean, sd, median. */
export const isNumeric = ({ kind }: Pick<Question, 'kind'>): boolean =>
  kind === 'LIKERT_5' || kind === 'SCALE_0_10' || kind === 'NUMBER';

/**
 * What can be answered, in order: the options written, for LIKERT_5 and SCALE_0_10 every step with
 * its label; none for NUMBER and TEXT.
 */
export const optionsOf = ({ kind, options }: Pick<Question, 'kind' | 'options'>): readonly Option[] =>
  NUMBERS[kind]?.map((value) => options.find((option) => option.value === value) ?? { value, label: value }) ?? options;

/**
 * Checks that what publishing would freeze can be answered. Throws QUESTIONNAIRE_INVALID with the
 * path of the first field at fault, or QUESTIONNAIRE_TOO_LONG.
 */
export const checkQuestionnaire = (questions: readonly Question[]): void => {
  if (bytesOf(questions) > MOST_QUESTION_BYTES) throw new Rejected('QUESTIONNAIRE_TOO_LONG', ['questions']);
  questions.forEach((question, index) => {
    const fault = faultOf(question, questions.slice(0, index));
    if (fault) throw new Rejected('QUESTIONNAIRE_INVALID', ['questions', String(index), fault]);
  });
};

/** As whoever reads it takes it: whatever its width and case, and the spaces about it. */
const asRead = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const isDistinct = (texts: readonly string[]): boolean => !texts.includes('') && new Set(texts).size === texts.length;
/** Programs that read a file of answers take it for a value that is missing. */
const READ_AS_MISSING = /^NA(_|$)/;

const faultOf = (question: Question, earlier: readonly Question[]): keyof Question | null => {
  const { code, text, help, kind, scale, shownIf } = question;
  if (!isDistinct([...earlier.map((other) => other.code), code].map(asRead))) return 'code';
  if (asRead(text) === '') return 'text';
  if (help !== null && asRead(help) === '') return 'help';
  if (!areOptionsRight(question)) return 'options';
  if (scale !== null && (!isNumeric({ kind }) || asRead(scale) === '')) return 'scale';
  return shownIf === null || canBeMet(question, shownIf, earlier) ? null : 'shownIf';
};

const areOptionsRight = (question: Question): boolean => {
  const { kind, options } = question;
  const values = options.map(({ value }) => value);
  const labels = optionsOf(question).map(({ label }) => asRead(label));
  if (!isDistinct(values.map(asRead)) || !isDistinct(labels)) return false;
  return kind === 'SINGLE_CHOICE' || kind === 'MULTIPLE_CHOICE'
    ? values.length >= 2 && !values.some((value) => READ_AS_MISSING.test(value))
    : values.every((value) => NUMBERS[kind]?.includes(value));
};

/** On an earlier question, so that there is no circle, by whoever the question is put to. */
const canBeMet = (
  { audiences }: Question,
  { question, anyOf }: NonNullable<Question['shownIf']>,
  earlier: readonly Question[],
): boolean => {
  const asked = earlier.find(({ code }) => code === question);
  if (!asked || !audiences.every((each) => asked.audiences.includes(each))) return false;
  const possible = optionsOf(asked).map(({ value }) => value);
  return anyOf.every((value) => possible.includes(value));
};

/** The questions put to an audience. */
export const questionsFor = (questions: readonly Question[], audience: Audience): readonly Question[] =>
  questions.filter(({ audiences }) => audiences.includes(audience));

/**
 * What is kept of answers, in the order of the questions; empty values are no answer. Throws
 * ANSWER_UNKNOWN (no such question for this audience, or answered twice), ANSWER_HIDDEN (`shownIf`
 * does not hold), ANSWER_INVALID (not a value of its kind), ANSWER_TOO_LONG (a text of more
 * characters than its question allows; it is never cut), ANSWER_MISSING (required and shown).
 */
export const checkedAnswers = (
  questions: readonly Question[],
  audience: Audience,
  answers: readonly Answer[],
): readonly Answer[] => {
  const asked = questionsFor(questions, audience);
  answers.forEach(({ question }, index) => {
    const twice = answers.findIndex((other) => other.question === question) < index;
    if (twice || !asked.some(({ code }) => code === question))
      throw new Rejected('ANSWER_UNKNOWN', ['answers', String(index), 'question']);
  });
  const kept: Answer[] = [];
  for (const question of asked) {
    const index = answers.findIndex((answer) => answer.question === question.code);
    const values = answers[index]?.values ?? [];
    const path = ['answers', String(index), 'values'];
    if (!isShown(question, kept)) {
      if (values.length > 0) throw new Rejected('ANSWER_HIDDEN', path);
    } else if (values.length === 0) {
      if (question.required) throw new Rejected('ANSWER_MISSING', ['answers', question.code]);
    } else {
      if (!isValid(question, values)) throw new Rejected('ANSWER_INVALID', path);
      if (isTooLong(question, values)) throw new Rejected('ANSWER_TOO_LONG', path);
      kept.push({ question: question.code, values });
    }
  }
  return kept;
};

/** A number as people write it, 1,200 and with the minus of some keyboards, in digits. */
const digitsOf = (number: string): string =>
  number.replace(/^\u2212/, '-').replace(/^-?\d{1,3}(,\d{3})+(?=\.|$)/, (grouped) => grouped.replaceAll(',', ''));

/**
 * Answers as they count: what is no text, and no option as it is written, is in half width, in
 * whatever width it was typed.
 */
export const inHalfWidth = (questions: readonly Question[], answers: readonly Answer[]): readonly Answer[] =>
  answers.map(({ question, values }) => {
    const asked = questions.find(({ code }) => code === question);
    if (asked === undefined || asked.kind === 'TEXT') return { question, values };
    const written = optionsOf(asked).map(({ value }) => value);
    const inOneWidth = (value: string): string => (written.includes(value) ? value : value.normalize('NFKC').trim());
    const asCounted = asked.kind === 'NUMBER' ? (value: string) => digitsOf(inOneWidth(value)) : inOneWidth;
    return { question, values: values.map(asCounted) };
  });

/**
 * Whether a question's condition holds of the answers to those before it; one on a question that
 * was itself hidden or left out does not.
 */
export const isShown = ({ shownIf }: Question, given: readonly Answer[]): boolean =>
  shownIf === null ||
  given.some(
    ({ question, values }) => question === shownIf.question && values.some((value) => shownIf.anyOf.includes(value)),
  );

const isValid = (question: Question, values: readonly string[]): boolean => {
  const [value = ''] = values;
  if (question.kind !== 'MULTIPLE_CHOICE' && values.length > 1) return false;
  if (question.kind === 'TEXT') return value.trim() !== '' && unreadable(value) === null;
  if (question.kind === 'NUMBER') return DECIMAL.test(value);
  const possible = optionsOf(question).map((option) => option.value);
  return new Set(values).size === values.length && values.every((each) => possible.includes(each));
};

const isTooLong = ({ maxLength }: Question, [value = '']: readonly string[]): boolean =>
  maxLength !== null && value.length > maxLength;

/** The largest answer that an audience can give (rule 39). */
export const largestAnswer = (questions: readonly Question[], audience: Audience): readonly Answer[] =>
  questionsFor(questions, audience).map((question) => ({ question: question.code, values: largestValues(question) }));

const largestValues = (question: Question): readonly string[] => {
  // Three bytes are the most that a character (a UTF-16 unit) takes.
  if (question.maxLength !== null) return ['あ'.repeat(question.maxLength)];
  if (question.kind === 'NUMBER') return ['-123456789012.123456'];
  const values = optionsOf(question).map(({ value }) => value);
  if (question.kind === 'MULTIPLE_CHOICE') return values;
  return [values.reduce((largest, value) => (bytesOf(value) > bytesOf(largest) ? value : largest), '')];
};

/** The size to which all answers to a survey are padded: that of its largest, in bytes of JSON. */
export const largestAnswerBytes = (
  questions: readonly Question[],
  sizeOf: (answers: readonly Answer[]) => number = bytesOf,
): number =>
  Math.max(...questions.flatMap(({ audiences }) => audiences).map((each) => sizeOf(largestAnswer(questions, each))));

/** The spaces that a value needs to be of so many bytes as JSON. */
export const paddingTo = (bytes: number, value: unknown): string => ' '.repeat(Math.max(0, bytes - bytesOf(value)));
