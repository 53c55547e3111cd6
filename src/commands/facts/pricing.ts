import { agreement } from '../../domain/agreement/decider.ts';
import { termsInForceOn } from '../../domain/agreement/state.ts';
import type { Day } from '../../domain/calendar.ts';
import { client } from '../../domain/client/decider.ts';
import type { Pricing } from '../../domain/fees/basis.ts';
import { agreementIdOf, type Uuid } from '../../domain/ids.ts';
import { office } from '../../domain/office/decider.ts';
import { surchargesOn } from '../../domain/office/state.ts';
import type { CommandApp } from '../command-app.ts';

/** Whose visits are priced. */
export interface PricedPair {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly clientId: Uuid;
}

/**
 * What prices a pair's visits to a client on any day, as it stands now (rules 2, 28). Throws
 * `Rejected` for an office or a client that does not exist.
 */
export const pricingOfPair = async (
  { loop }: Pick<CommandApp, 'loop'>,
  { networkId, partnerOfficeId, assistOfficeId, clientId }: PricedPair,
): Promise<(day: Day) => Pricing> => {
  const [terms, partner, { careLevel }] = await Promise.all([
    loop.load(agreement, agreementIdOf(networkId, partnerOfficeId, assistOfficeId)),
    loop.known(office, partnerOfficeId),
    loop.known(client, clientId),
  ]);
  return (day) => ({
    careLevel,
    terms: termsInForceOn(terms, day),
    partner: { areaGrade: partner.areaGrade, surcharges: surchargesOn(partner, day) },
  });
};
