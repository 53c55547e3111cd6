import { z } from 'zod';
import * as commands from '../../commands/agreement.ts';
import type { TermsProposal } from '../../domain/agreement/proposal.ts';
import type { Uuid } from '../../domain/ids.ts';
import {
  MOST_BANDS,
  MOST_DAYS_TO_PAY,
  MOST_NOTICE_HOURS,
  MOST_PRICE_YEN,
  MOST_PRICES,
  MOST_VISIT_MINUTES,
  PERCENT_HUNDREDTHS,
} from '../../domain/limits.ts';
import { feeBasisSchema, roundingSchema, serviceKindSchema, taxClassSchema } from '../../domain/vocabulary.ts';
import type { ApiContext } from '../context.ts';
import { day, freeText, halfWidth, id, removable, within } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation } from '../mutation.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { terms } from './visibility.ts';

/** "85", "85.5", "85.55" → hundredths of a per cent. */
const percent = halfWidth
  .regex(/^\d{1,3}(\.\d{1,2})?$/, 'a decimal with at most two places')
  .transform((text) => Math.round(Number(text) * 100))
  .refine((value) => value >= PERCENT_HUNDREDTHS.from && value <= PERCENT_HUNDREDTHS.to, 'from 0.01 to 200');
const yen = within({ from: 0, to: MOST_PRICE_YEN });
const days = within({ from: 0, to: MOST_DAYS_TO_PAY });
const price = z.strictObject({
  service: serviceKindSchema,
  minutesUpTo: within({ from: 1, to: MOST_VISIT_MINUTES }),
  yen,
});
const band = z.strictObject({
  noticeHoursUnder: within({ from: 1, to: MOST_NOTICE_HOURS }),
  percentOfFee: within({ from: 0, to: 100 }),
});

/** Null says nothing that absence does not: as before. */
const orAsBefore = <Value>(shape: z.ZodType<Value>) => shape.nullish().transform((value) => value ?? undefined);

/**
 * ProposeTermsInput: what is absent is as in the pair's newest version, null = none; prices and
 * bands in ascending order.
 */
export const proposedTerms = z
  .strictObject({
    networkId: id,
    partnerOfficeId: id,
    assistOfficeId: id,
    effectiveFrom: day,
    feeBasis: feeBasisSchema,
    percent: removable(percent),
    prices: removable(z.array(price).max(MOST_PRICES)),
    yenPerHour: removable(yen),
    taxClass: orAsBefore(taxClassSchema),
    rounding: orAsBefore(roundingSchema),
    cancellation: removable(z.array(band).max(MOST_BANDS)),
    paymentDays: orAsBefore(days),
    confirmDays: orAsBefore(days),
  })
  .transform(({ networkId, partnerOfficeId, assistOfficeId, percent: percentHundredths, ...rest }) => {
    const proposal: TermsProposal = {
      ...rest,
      percentHundredths,
      prices: inOrder(rest.prices, (a, b) => a.service.localeCompare(b.service) || a.minutesUpTo - b.minutesUpTo),
      cancellation: inOrder(rest.cancellation, (a, b) => a.noticeHoursUnder - b.noticeHoursUnder),
    };
    return { networkId, partnerOfficeId, assistOfficeId, proposal };
  });

/** None for null; undefined stays. */
const inOrder = <Row>(rows: Row[] | null | undefined, order: (a: Row, b: Row) => number): Row[] | undefined =>
  rows === undefined ? undefined : (rows ?? []).sort(order);

const ofTerms = ({ termsId }: { termsId: Uuid }) => [addressed(terms, termsId, 'termsId')];
const toTerms = entity('terms', terms);
/** The input, and what addresses the command on the terms. */
const located = async <Input extends { termsId: Uuid }>({ termsId, ...input }: Input, context: ApiContext) => {
  const { networkId, partnerOfficeId, assistOfficeId, version } = context.found(terms, termsId);
  return { networkId, partnerOfficeId, assistOfficeId, version, ...input };
};

/** Mutations on the terms of a pair. */
export const termsMutations: Readonly<Record<string, AnyMutation>> = {
  proposeTerms: mutation({
    input: proposedTerms,
    addresses: ({ networkId, partnerOfficeId, assistOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
      addressed(offices, assistOfficeId, 'assistOfficeId'),
    ],
    actors: ({ partnerOfficeId, assistOfficeId }, { viewer }) =>
      actors(
        isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER',
        isCoordinatorOf(viewer, assistOfficeId) && 'ASSIST',
      ),
    run: (input, { app }, caller) => commands.proposeTerms(app, caller, input),
    ...toTerms,
  }),
  agreeTerms: mutation({
    input: z.strictObject({ termsId: id }),
    addresses: ofTerms,
    run: async (input, context, caller) => commands.agreeTerms(context.app, caller, await located(input, context)),
    ...toTerms,
  }),
  declineTerms: mutation({
    input: z.strictObject({ termsId: id, note: freeText }),
    addresses: ofTerms,
    run: async (input, context, caller) => commands.declineTerms(context.app, caller, await located(input, context)),
    ...toTerms,
  }),
  endTerms: mutation({
    input: z.strictObject({ termsId: id, endsOn: day, reason: freeText }),
    addresses: ofTerms,
    run: async (input, context, caller) => commands.endTerms(context.app, caller, await located(input, context)),
    ...toTerms,
  }),
};
