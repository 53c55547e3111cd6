import type { Question } from './events.ts';

/** What is left of a wording without what nobody hears: spaces, marks, width and case. */
export const wordingOf = ({ text }: Pick<Question, 'text'>): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Texts are not counted: each is of its own. */
const variablesOf = (question: Question): readonly string[] => [
  ...(question.scale === null ? [] : [`scale ${question.scale}`]),
  ...(question.kind === 'TEXT' ? [] : [`wording ${wordingOf(question)}`]),
];

/**
 * The questions in families, each of those whose figures are of one variable (rule 40): items of a
 * scale, and questions of one wording, whatever their codes.
 */
export const familiesOf = (questions: readonly Question[]): readonly (readonly Question[])[] => {
  let families: readonly { readonly variables: readonly string[]; readonly questions: readonly Question[] }[] = [];
  for (const question of questions) {
    const own = { variables: variablesOf(question), questions: [question] };
    const related = families.filter(({ variables }) => variables.some((each) => own.variables.includes(each)));
    const family = [...related, own];
    families = [
      ...families.filter((each) => !related.includes(each)),
      {
        variables: family.flatMap(({ variables }) => variables),
        questions: family.flatMap((each) => each.questions),
      },
    ];
  }
  return families.map((family) => family.questions);
};

/** The scales of questions, in their order. */
export const scalesOf = (questions: readonly Question[]): readonly string[] => [
  ...new Set(questions.flatMap(({ scale }) => (scale === null ? [] : [scale]))),
];
