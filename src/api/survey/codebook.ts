import { GROUP_COLUMNS, isMissing, MISSING, type Variable, variablesOf } from '../../domain/survey/microdata.ts';
import { optionsOf } from '../../domain/survey/questionnaire.ts';
import type { SurveyRow } from '../../projections/surveys.ts';
import { column } from '../document/tables.ts';

/** One value that a variable may have, or what the methods sheet says under a name. */
export interface CodebookRow {
  readonly variable: string;
  readonly kind: string;
  readonly text?: string;
  readonly scale?: string | null;
  readonly audiences?: string;
  readonly required?: number;
  readonly value: string | number | null;
  readonly label: string | null;
  readonly shownIfVariables?: string;
  readonly shownIfAnyOf?: string;
}

const of = column<CodebookRow>;
export const CODEBOOK_COLUMNS = [
  of('variable', ({ variable }) => variable),
  of('kind', ({ kind }) => kind),
  of('text', ({ text }) => text),
  of('scale', ({ scale }) => scale),
  of('audiences', ({ audiences }) => audiences),
  of('required', ({ required }) => required),
  of('value', ({ value }) => value),
  of('label', ({ label }) => label),
  of('missing', ({ value }) => (value !== null && isMissing(value) ? 1 : 0)),
  of('shown_if_variable', ({ shownIfVariables }) => shownIfVariables),
  of('shown_if_any_of', ({ shownIfAnyOf }) => shownIfAnyOf),
];

const MISSING_LABELS: Readonly<Record<string, string>> = {
  [MISSING.NOT_PUT]: 'この対象者には尋ねていない',
  [MISSING.SKIPPED]: '前の回答により尋ねていない',
  [MISSING.NO_ANSWER]: '無回答',
  [MISSING.HIDDEN]: '秘匿',
};

/** What stands between several values in one cell. */
const AND = '|';

const valuesOf = ({ question, option }: Variable): readonly (readonly [string | number | null, string])[] => {
  if (option) return [[1, `選択：${option.label}`] as const, [0, '選択なし'] as const];
  if (question.kind === 'NUMBER') return [[null, '数値'] as const];
  return optionsOf(question).map(({ value, label }) => [value, label] as const);
};

/** The rows of a survey's codebook: each value of each variable, in the order of the columns. */
export const codebookOf = (
  { questions }: Pick<SurveyRow, 'questions'>,
  networks: readonly string[],
): readonly CodebookRow[] => {
  const audiences = [...new Set(questions.flatMap((question) => question.audiences))];
  const hidden = [MISSING.HIDDEN, MISSING_LABELS[MISSING.HIDDEN] ?? ''] as const;
  const variables = variablesOf(questions);
  const ofQuestions = variables.flatMap((variable) => {
    const { name, question } = variable;
    const { kind, text, scale, required, shownIf } = question;
    const shown = shownIf && variables.filter(({ question: { code } }) => code === shownIf.question);
    return [...valuesOf(variable), ...Object.entries(MISSING_LABELS)].map(
      ([value, label]): CodebookRow => ({
        variable: name,
        kind,
        text,
        scale,
        audiences: question.audiences.join(AND),
        required: required ? 1 : 0,
        value,
        label,
        ...(shown &&
          shownIf && {
            shownIfVariables: shown.map((each) => each.name).join(AND),
            shownIfAnyOf: shownIf.anyOf.join(AND),
          }),
      }),
    );
  });
  const about = (variable: string, values: readonly string[]): CodebookRow[] =>
    [...values.map((value) => [value, value] as const), hidden].map(([value, label]) => ({
      variable,
      kind: 'GROUP',
      value,
      label,
    }));
  return [...about(GROUP_COLUMNS.audience, audiences), ...about(GROUP_COLUMNS.network, networks), ...ofQuestions];
};
