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
  CLIENT_ERASED: { ja: 'この利用者の個人情報は消去済みです。', en: 'The personal data of this client has been erased.', rule: '43' },
  COMMAND_ID_REUSED: {
    ja: 'この commandId は別の内容で使用済みです。',
    en: 'This commandId was used before with other content.',
    rule: '4',
  },
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
