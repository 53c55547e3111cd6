import type { TermsContent } from '../../src/domain/agreement/events.ts';
import { agreementIdOf, type Uuid } from '../../src/domain/ids.ts';
import { termsAgreed, termsProposed } from '../domain/agreement/example-agreement.ts';
import { clientRegistered, consentGiven } from '../domain/client/example-client.ts';
import { networkFormed, officeJoined } from '../domain/network/example-network.ts';
import { officeRegistered } from '../domain/office/example-office.ts';
import { type InLog, on } from '../support/process-specification.ts';

/**
 * What must stand in other streams so that a partner office may delegate visits of its client: a
 * network since April, of which the offices are members, terms with each assist office, consent.
 */
export const agreedNetwork = (
  of: { readonly networkId: Uuid; readonly partnerOfficeId: Uuid; readonly clientId: Uuid },
  assistOfficeIds: readonly Uuid[],
  terms: TermsContent,
): InLog[] => {
  const { networkId, partnerOfficeId, clientId } = of;
  const april = '2026-04-01';
  return [
    ...on('network', networkId, networkFormed(), officeJoined(['PARTNER'], april, partnerOfficeId)),
    ...on('network', networkId, ...assistOfficeIds.map((officeId) => officeJoined(['ASSIST'], april, officeId))),
    ...[partnerOfficeId, ...assistOfficeIds].flatMap((id) => on('office', id, officeRegistered({ surcharges: [] }))),
    ...assistOfficeIds.flatMap((assistOfficeId) =>
      on(
        'agreement',
        agreementIdOf(networkId, partnerOfficeId, assistOfficeId),
        termsProposed(1, terms, { networkId, partnerOfficeId, assistOfficeId, proposedBy: partnerOfficeId }),
        termsAgreed(1),
      ),
    ),
    ...on('client', clientId, clientRegistered({ networkId, partnerOfficeId }), consentGiven(april)),
  ];
};
