import type { GraphQLError } from 'graphql';
import type { z } from 'zod';
import { apiError } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** What our own checks of shape say, in Japanese; by what they say in English. */
const OWN_CHECKS: Readonly<Record<string, string>> = {
  'not an id': '一覧から選び直してください。',
  'one at least': '一つ以上選んでください。',
  'must be opaque: no e-mail address': 'メールアドレスではないログイン名を入力してください。',
  'a year from 0001 to 9999': '西暦1年から9999年までの日時を入力してください。',
  'from 0.01 to 200': '0.01から200までの割合を入力してください。',
  'a decimal with at most two places': '小数点以下2桁までの割合を入力してください。',
  'an audience stands twice': '同じ対象者が二度入っています。一つにしてください。',
  'a wave stands twice': '同じ回が二度入っています。一つにしてください。',
  'a network stands twice': '同じネットワークが二度入っています。一つにしてください。',
  'up to 7 digits': '7桁までの数字で入力してください。',
  '10 digits, or H and 9 digits': '10桁の数字か、Hで始まる9桁の数字で入力してください。',
  'with UPHELD alone': '異議を認めるときだけ入力してください。それ以外では空欄にしてください。',
  'not 0': '0以外の金額を入力してください。調整がなければ空欄にしてください。',
  'a 法人番号 with a right check digit': '法人番号の13桁に誤りがあります。番号を確かめてください。',
};

/** Whether a check of ours, by what it says in English, has a sentence of its own. */
export const hasJapanese = (message: string): boolean => ownCheck(message) !== null;

const ownCheck = (message: string): string | null => {
  const digits = /^(\d+) digits$/.exec(message)?.[1];
  return OWN_CHECKS[message] ?? (digits === undefined ? null : `${digits}桁の数字で入力してください。`);
};

/**
 * What is wrong with the shape of a field and what to enter instead, in Japanese: without the
 * field's name, which stands before it.
 */
const problemInJapanese = (issue: Issue): string => {
  const own = ownCheck(issue.message);
  if (own !== null) return own;
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_value':
      return '選択肢の中から選んでください。';
    case 'invalid_type':
      return '空欄か、読み取れない値です。入力し直してください。';
    default:
      return '書き方に誤りがあります。確かめて、入力し直してください。';
  }
};

/** BAD_USER_INPUT for the first thing that is wrong; `at`: where the value checked stands. */
export const shapeError = ({ issues: [issue] }: z.ZodError, at: readonly string[]): GraphQLError => {
  const path = [...at, ...(issue?.path.map(String) ?? [])];
  const en = `${path.join('.')}: ${issue?.message ?? 'not valid'}`;
  return apiError('BAD_USER_INPUT', issue ? { en, ja: problemInJapanese(issue) } : en, path);
};

const tooSmall = (origin: string, least: number): string => {
  if (origin === 'string') return least <= 1 ? '空欄です。入力してください。' : `${least}文字以上で入力してください。`;
  return origin === 'array' || origin === 'set'
    ? `${least}件以上入れてください。`
    : `${least}以上の数を入力してください。`;
};

const tooBig = (origin: string, most: number): string => {
  if (origin === 'string') return `${most}文字以内で入力してください。`;
  return origin === 'array' || origin === 'set'
    ? `${most}件以内にしてください。`
    : `${most}以下の数を入力してください。`;
};
