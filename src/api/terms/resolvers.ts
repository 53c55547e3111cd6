import { changedFields } from '../../domain/agreement/proposal.ts';
import { streamOf, termsIdOf, type Uuid } from '../../domain/ids.ts';
import { type TermsRow, termsOfNetwork } from '../../projections/terms.ts';
import { memberNameShownTo } from '../member/name.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import type { Slice } from '../slice.ts';
import { termsMutations } from './mutations.ts';
import { terms, termsListed } from './visibility.ts';

/** Hundredths as a decimal text without trailing zeros: 8550 → "85.5". */
const decimalOf = (hundredths: number | null): string | null => (hundredths === null ? null : String(hundredths / 100));

/** Of a field of the content, where the contract names it otherwise. */
const NAMES: Readonly<Partial<Record<keyof TermsRow['content'], string>>> = { percentHundredths: 'percent' };

/** The version before it, whatever became of that; null for a pair's first. */
const previousIdOf = ({ networkId, partnerOfficeId, assistOfficeId, version }: TermsRow): Uuid | null =>
  version === 1 ? null : termsIdOf(networkId, partnerOfficeId, assistOfficeId, version - 1);

export const termsSlice: Slice = {
  resolvers: {
    Network: {
      terms: (row, { partnerOfficeId, assistOfficeId }, context) => {
        const rows = termsOfNetwork(context.app.readModel, {
          networkId: row.id,
          partnerOfficeId: partnerOfficeId ?? null,
          assistOfficeId: assistOfficeId ?? null,
          ...termsListed(context),
        });
        return context.keep(terms, rows);
      },
    },
    DelegationTerms: {
      network: (row, _args, context) => context.found(networks, row.networkId),
      partnerOffice: (row, _args, context) => context.found(offices, row.partnerOfficeId),
      assistOffice: (row, _args, context) => context.found(offices, row.assistOfficeId),
      effectiveFrom: (row) => row.content.effectiveFrom,
      feeBasis: (row) => row.content.feeBasis,
      percent: (row) => decimalOf(row.content.percentHundredths),
      prices: (row) => row.content.prices,
      yenPerHour: (row) => row.content.yenPerHour,
      taxClass: (row) => row.content.taxClass,
      rounding: (row) => row.content.rounding,
      cancellation: (row) => row.content.cancellation,
      paymentDays: (row) => row.content.paymentDays,
      confirmDays: (row) => row.content.confirmDays,
      proposedBy: (row, _args, context) => context.found(offices, row.proposedByOfficeId),
      agreedBy: (row, _args, context) =>
        row.agreedBySubject === null ? null : memberNameShownTo(context, row.agreedBySubject, row.agreedByOfficeId),
      changed: (row, _args, context) =>
        changedFields(row.content, context.load(terms, previousIdOf(row))?.content ?? null).map(
          (field) => NAMES[field] ?? field,
        ),
      previous: (row, _args, context) => context.visible(terms, previousIdOf(row)),
      declineNote: (row, _args, context) =>
        context.open(row.sealedDeclineNote, { stream: streamOf('agreement', row.agreementId), path: 'note' }),
    },
  },
  mutations: termsMutations,
  rights: [terms],
};
