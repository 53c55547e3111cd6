import { type TermsContent, termsContentSchema } from './events.ts';

type Named = 'effectiveFrom' | 'feeBasis';

/** What an office proposes: what it leaves out (undefined) is as in the pair's newest version. */
export type TermsProposal = Pick<TermsContent, Named> & {
  readonly [Field in Exclude<keyof TermsContent, Named>]?: TermsContent[Field] | undefined;
};

/**
 * What a pair's first terms say of what their proposal leaves out (contract, ProposeTermsInput).
 */
const FIRST_TERMS = {
  taxClass: 'TAXABLE_10',
  rounding: 'DOWN',
  cancellation: [],
  paymentDays: 30,
  confirmDays: 10,
} as const satisfies Partial<TermsContent>;

/** Null is said, and means none; only what is absent is as before. */
const orAsBefore = <Value>(said: Value | undefined, before: Value): Value => (said === undefined ? before : said);

/**
 * The whole content of a proposal after the pair's newest version, whatever became of that; null
 * where it is the pair's first. A price that the fee basis does not look at is not carried over.
 */
export const proposedContent = (proposal: TermsProposal, newest: TermsContent | null): TermsContent => {
  const { effectiveFrom, feeBasis } = proposal;
  const prices = newest?.feeBasis === feeBasis ? newest : null;
  const { taxClass, rounding, cancellation, paymentDays, confirmDays } = newest ?? FIRST_TERMS;
  return {
    effectiveFrom,
    feeBasis,
    percentHundredths: orAsBefore(proposal.percentHundredths, prices?.percentHundredths ?? null),
    prices: proposal.prices ?? prices?.prices ?? [],
    yenPerHour: orAsBefore(proposal.yenPerHour, prices?.yenPerHour ?? null),
    taxClass: proposal.taxClass ?? taxClass,
    rounding: proposal.rounding ?? rounding,
    cancellation: proposal.cancellation ?? [...cancellation],
    paymentDays: proposal.paymentDays ?? paymentDays,
    confirmDays: proposal.confirmDays ?? confirmDays,
  };
};

export const isSameTerms = (one: TermsContent, other: TermsContent): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Names of the fields that differ between two versions, in their order; of the first (null) all.
 */
export const changedFields = (content: TermsContent, before: TermsContent | null): (keyof TermsContent)[] =>
  termsFields.filter((field) => before === null || JSON.stringify(content[field]) !== JSON.stringify(before[field]));

const termsFields = termsContentSchema.keyof().options;
