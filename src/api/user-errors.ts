import type { Rejected } from '../domain/rejected.ts';

/** What a refusal means, for people, and the rule it stands for. docs/errors.md is made from this table (`npm run generate`). */
interface Meaning {
  readonly ja: string;
  readonly en: string;
  /** Number of the rule, or the mutation whose docstring says it. */
  readonly rule: string;
}

/** Every code that can stand in `userErrors`, in the alphabet's order. */
export const userErrors: Readonly<Record<string, Meaning>> = {
  ALREADY_ANSWERED: { ja: 'この招待では回答済みです。', en: 'This invitation has been answered already.', rule: '38' },
  ANSWERS_TOO_LONG: { ja: '回答が長すぎます。', en: 'The answers are too long altogether.', rule: 'answerSurvey' },
  ANSWER_HIDDEN: {
    ja: '表示条件を満たさない設問への回答です。',
    en: 'This question is not shown with the other answers.',
    rule: 'answerSurvey',
  },
  ANSWER_INVALID: { ja: '設問に合わない値です。', en: 'The value does not fit the question.', rule: 'answerSurvey' },
  ANSWER_MISSING: { ja: '必須の設問に回答がありません。', en: 'A required question has no answer.', rule: 'answerSurvey' },
  ANSWER_UNKNOWN: {
    ja: '対象外の設問、または重複した回答です。',
    en: 'This question is not asked here, or is answered twice.',
    rule: 'answerSurvey',
  },
  CLIENT_ERASED: { ja: 'この利用者の個人情報は消去済みです。', en: 'The personal data of this client has been erased.', rule: '43' },
  CLOSES_IN_PAST: { ja: '締切日が過ぎています。', en: 'The closing day is over.', rule: '37' },
  COMMAND_ID_REUSED: {
    ja: 'この commandId は別の内容で使用済みです。',
    en: 'This commandId was used before with other content.',
    rule: '4',
  },
  NOBODY_TO_SURVEY: { ja: 'この期間に調査対象者がいません。', en: 'Nobody took part in the period who could be asked.', rule: '37' },
  PERIOD_INVALID: { ja: '期間の終わりが始まりより前です。', en: 'The period ends before it begins.', rule: '37' },
  QUESTIONNAIRE_INVALID: {
    ja: '設問の定義に誤りがあります。',
    en: 'A question is not well defined: a code given twice, options that do not fit its kind, or a condition that can never hold.',
    rule: 'draftSurvey',
  },
  QUESTIONNAIRE_TOO_LONG: { ja: '調査票が長すぎます。', en: 'The questionnaire is too long altogether.', rule: 'draftSurvey' },
  SURVEY_ALREADY_OPEN: {
    ja: '別の期間または締切日で実施中です。',
    en: 'The survey is open already, with another period or closing day.',
    rule: '37',
  },
  SURVEY_CLOSED: { ja: '調査は締め切られました。', en: 'The survey is closed.', rule: '37' },
  SURVEY_FROZEN: { ja: '公開済みの調査は変更できません。', en: 'A published survey cannot be changed.', rule: '37' },
  SURVEY_NOT_DRAFTED: { ja: '調査の下書きがありません。', en: 'There is no draft of this survey.', rule: '37' },
  SURVEY_NOT_OPEN: { ja: '調査は実施中ではありません。', en: 'The survey is not open.', rule: '37' },
  SURVEY_NOT_PUBLISHED: { ja: '調査はまだ公開されていません。', en: 'The survey has not been published yet.', rule: '37' },
  TOKEN_INVALID: { ja: '招待が確認できません。', en: 'This token belongs to no invitation.', rule: '38' },
};

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** A refusal as the API answers it. A code without a meaning is a fault of ours and is thrown on. */
export const userErrorOf = (rejected: Rejected, language: 'ja' | 'en'): UserError => {
  const meaning = userErrors[rejected.code];
  if (!meaning) throw new Error(`the refusal ${rejected.code} is not in the table of user errors`);
  return { code: rejected.code, message: meaning[language], path: rejected.path ? ['input', ...rejected.path] : null };
};
