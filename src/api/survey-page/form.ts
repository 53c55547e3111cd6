import type { Question } from '../../domain/survey/events.ts';
import { type Answer, isShown, optionsOf } from '../../domain/survey/questionnaire.ts';
import { asSeen } from '../../domain/text.ts';

/** Fields of the form: by place, so that no text of a questionnaire stands in a name or a style. */
export const fieldOf = (index: number): string => `q${index}`;
const placeOf = (n: number): string => String(n);
const PLACE = /^\d{1,3}$/;

/** What a question sends whose choice was taken back. */
export const NO_ANSWER = '';

/** What a browser sent, by field. */
export type Sent = Readonly<Record<string, readonly string[]>>;

/** The values that a question was answered with: of options their places are sent. */
const valuesIn = (sent: Sent, question: Question, index: number): readonly string[] => {
  const said = sent[fieldOf(index)] ?? [];
  const options = optionsOf(question);
  if (question.kind === 'NUMBER' || question.kind === 'TEXT')
    // Browsers send line ends as CRLF; they are one character.
    return said.map((value) => asSeen(value.replaceAll('\r\n', '\n')).trim()).filter((value) => value !== '');
  return said
    .filter((place) => place !== NO_ANSWER)
    .flatMap((place) => (PLACE.test(place) ? options[Number(place)]?.value : undefined) ?? place);
};

/**
 * The answers that a form holds, as their questions stand: what was filled in and then hidden by
 * another answer is left out, for whoever answers does not see it any more.
 */
export const answersIn = (questions: readonly Question[], sent: Sent): readonly Answer[] => {
  const given: Answer[] = [];
  for (const [index, question] of questions.entries()) {
    const values = valuesIn(sent, question, index);
    if (values.length > 0 && isShown(question, given)) given.push({ question: question.code, values });
  }
  return given;
};

/** Places of the required questions that are shown and not answered. */
export const missingIn = (questions: readonly Question[], answers: readonly Answer[]): readonly number[] =>
  [...questions.keys()].filter((index) => {
    const question = questions[index];
    const isAnswered = answers.some((answer) => answer.question === question?.code);
    return question?.required && !isAnswered && isShown(question, answers);
  });

/** Whether the form holds a value of a field, to be shown again. */
export const isSent = (sent: Sent, index: number, option: number): boolean =>
  sent[fieldOf(index)]?.includes(placeOf(option)) ?? false;

/** An option's place as the form sends it. */
export const optionField = placeOf;

/**
 * The inputs of which one must be checked for a question to be shown, for each question on which it
 * depends, itself hidden or not.
 */
export const conditionsOf = (
  questions: readonly Question[],
  index: number,
): readonly (readonly { readonly question: number; readonly option: number }[])[] => {
  const { shownIf } = questions[index] ?? { shownIf: null };
  if (shownIf === null) return [];
  const on = questions.findIndex(({ code }) => code === shownIf.question);
  const asked = questions[on];
  if (!asked) return [[]];
  const places = optionsOf(asked).flatMap(({ value }, option) =>
    shownIf.anyOf.includes(value) ? [{ question: on, option }] : [],
  );
  return [...conditionsOf(questions, on), places];
};
