import type { AgreementCommand } from '../../../src/domain/agreement/decider.ts';
import type { AgreementEvent, TermsContent } from '../../../src/domain/agreement/events.ts';
import type { TermsProposal } from '../../../src/domain/agreement/proposal.ts';
import type { Instant } from '../../../src/domain/calendar.ts';
import { agreementIdOf, uuidOf } from '../../../src/domain/ids.ts';
import { exampleSealed } from '../example-sealed.ts';

type Input<Type extends AgreementCommand['type']> = Omit<Extract<AgreementCommand, { type: Type }>, 'type'>;
type Data<Type extends AgreementEvent['type']> = Extract<AgreementEvent, { type: Type }>['data'];

export const NOON: Instant = '2026-06-01T03:00:00.000Z';
/** 1 June in Tokyo has a minute left, and is over. */
export const LAST_MINUTE: Instant = '2026-06-01T14:59:00.000Z';
export const MIDNIGHT: Instant = '2026-06-01T15:00:00.000Z';

const NETWORK = uuidOf('network');
export const [PARTNER, ASSIST] = [uuidOf('partner office'), uuidOf('assist office')] as const;
const pair = { networkId: NETWORK, partnerOfficeId: PARTNER, assistOfficeId: ASSIST };

const sealed = (text: string): string => exampleSealed('office', agreementIdOf(NETWORK, PARTNER, ASSIST), text);
export const NOTE = sealed('単価が低すぎる');
export const REASON = sealed('次年度の見直し');

/** Terms by the hour from April on, as if in force since. */
export const perHour = (over: Partial<TermsContent> = {}): TermsContent => ({
  effectiveFrom: '2026-04-01',
  feeBasis: 'PER_HOUR',
  percentHundredths: null,
  prices: [],
  yenPerHour: 3000,
  taxClass: 'TAXABLE_10',
  rounding: 'DOWN',
  cancellation: [],
  paymentDays: 30,
  confirmDays: 10,
  ...over,
});
export const perVisit = (over: Partial<TermsContent> = {}): TermsContent =>
  perHour({
    feeBasis: 'PER_VISIT',
    yenPerHour: null,
    prices: [
      { service: 'PHYSICAL_CARE', minutesUpTo: 30, yen: 2400 },
      { service: 'PHYSICAL_CARE', minutesUpTo: 60, yen: 3800 },
      { service: 'DAILY_LIVING', minutesUpTo: 60, yen: 2100 },
    ],
    ...over,
  });
export const perCent = (over: Partial<TermsContent> = {}): TermsContent =>
  perHour({ feeBasis: 'PERCENT_OF_BENEFIT', yenPerHour: null, percentHundredths: 8550, ...over });

/** The partner office proposes. */
export const proposeTerms = (proposal: TermsProposal, over: Partial<Input<'ProposeTerms'>> = {}): AgreementCommand => ({
  type: 'ProposeTerms',
  ...pair,
  proposal,
  proposedBy: PARTNER,
  isPair: true,
  ...over,
});
export const termsProposed = (
  version: number,
  content: TermsContent = perHour(),
  over: Partial<Data<'TermsProposed'>> = {},
): AgreementEvent => ({
  type: 'TermsProposed',
  data: { ...pair, version, content, proposedBy: PARTNER, ...over },
});

/** The assist office agrees. */
export const agreeTerms = (version: number, byOfficeId: string = ASSIST): AgreementCommand => ({
  type: 'AgreeTerms',
  version,
  byOfficeId,
});
export const termsAgreed = (version: number): AgreementEvent => ({ type: 'TermsAgreed', data: { version } });
/** Terms that were proposed and agreed. */
export const agreedOn = (version: number, content: TermsContent = perHour()): AgreementEvent[] => [
  termsProposed(version, content),
  termsAgreed(version),
];

/** The assist office declines. */
export const declineTerms = (version: number, byOfficeId: string = ASSIST): AgreementCommand => ({
  type: 'DeclineTerms',
  version,
  byOfficeId,
  note: NOTE,
});
export const termsDeclined = (version: number): AgreementEvent => ({
  type: 'TermsDeclined',
  data: { version, note: NOTE },
});

export const endTerms = (
  version: number,
  endsOn: string,
  facts: { hasVisitsAfter?: boolean } = {},
): AgreementCommand => ({ type: 'EndTerms', version, endsOn, reason: REASON, hasVisitsAfter: false, ...facts });
export const termsEnded = (version: number, endsOn: string): AgreementEvent => ({
  type: 'TermsEnded',
  data: { version, endsOn, reason: REASON },
});
