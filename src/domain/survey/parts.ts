import type { Response } from './bases.ts';
import type { InGroup } from './disclosure.ts';
import type { Question } from './events.ts';
import type { Shown } from './figures.ts';
import { type EvaluatedSurvey, sameQuestionIn } from './waves.ts';

/** Whom of a group the figures of a question rest on, of those of the surveys that ask it. */
export const shownOf = (question: Question, surveys: readonly EvaluatedSurvey[], inGroup: InGroup): Shown =>
  together(
    surveys.flatMap(({ questions, bases }) => {
      const basis = sameQuestionIn(questions, question) && bases.ofQuestions.get(question.code);
      return basis ? [basis(inGroup)] : [];
    }),
  );

/** The same of a scale; that of another survey is the same where its items are. */
export const shownScale = (
  scale: string,
  items: readonly Question[],
  surveys: readonly EvaluatedSurvey[],
  inGroup: InGroup,
): Shown =>
  together(
    surveys.flatMap(({ questions, bases }) => {
      const own = questions.filter((question) => question.scale === scale);
      const isSame = own.length === items.length && items.every((item) => sameQuestionIn(own, item));
      const basis = isSame && bases.ofScales.get(scale);
      return basis ? [basis(inGroup)] : [];
    }),
  );

/** Hidden where a part is, or where nobody answered. */
const together = (parts: readonly (readonly Response[] | null)[]): Shown => {
  const shown = parts.flatMap((part) => (part === null ? [] : [part]));
  return shown.length < parts.length || shown.every(({ length }) => length === 0) ? null : shown;
};
