import type { Audience, QuestionInput, Wave } from '../../src/api/schema/types.gen.ts';

/** A question of the trial's survey, and in which of its waves it is put. */
export interface Asked extends QuestionInput {
  readonly waves: readonly Wave[];
}

export const EVERY_WAVE: readonly Wave[] = ['BASELINE', 'MIDLINE', 'ENDLINE'];
/** Once there is something to look back on. */
export const LATER_WAVES: readonly Wave[] = ['MIDLINE', 'ENDLINE'];

export const EVERYBODY: readonly Audience[] = [
  'PARTNER_OFFICE',
  'ASSIST_OFFICE',
  'CAREGIVER',
  'CLIENT',
  'FAMILY',
  'CARE_MANAGER',
];

type Option = readonly [value: string, label: string];
export const optionsOf = (...options: readonly Option[]) => options.map(([value, label]) => ({ value, label }));

const AGREEMENT = optionsOf(
  ['1', 'まったくそう思わない'],
  ['2', 'あまりそう思わない'],
  ['3', 'どちらともいえない'],
  ['4', 'まあそう思う'],
  ['5', 'とてもそう思う'],
);

/** A sentence to which one agrees or not, in five steps, each of which has its word. */
export const agreed = (of: Pick<Asked, 'code' | 'text' | 'audiences'> & Partial<Asked>): Asked => ({
  kind: 'LIKERT_5',
  options: AGREEMENT,
  waves: EVERY_WAVE,
  ...of,
});

/** Sentences of one scale: their answers are added up. */
export const scaleOf = (
  scale: string,
  audiences: Audience[],
  sentences: Readonly<Record<string, string>>,
): readonly Asked[] => Object.entries(sentences).map(([code, text]) => agreed({ code, scale, text, audiences }));
