import { dayOf, type Instant } from '../calendar.ts';
import { asItIs, type CommandOf, type DataOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_ENDINGS, MOST_PROPOSALS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { AgreementEvent, TermsContent } from './events.ts';
import { isSameTerms, proposedContent, type TermsProposal } from './proposal.ts';
import { type AgreementState, agreedTerms, evolve, openProposal, type TermsVersion } from './state.ts';

type Data<Type extends AgreementEvent['type']> = DataOf<AgreementEvent, Type>;

/** What a fee basis needs must be given, and what it does not look at must not. */
const checkContent = ({ feeBasis, percentHundredths, prices, yenPerHour, cancellation }: TermsContent): void => {
  if ((feeBasis === 'PERCENT_OF_BENEFIT') !== (percentHundredths !== null))
    throw new Rejected('BASIS_AND_PRICE_DIFFER', ['percent']);
  if ((feeBasis === 'PER_VISIT') !== prices.length > 0) throw new Rejected('BASIS_AND_PRICE_DIFFER', ['prices']);
  if ((feeBasis === 'PER_HOUR') !== (yenPerHour !== null)) throw new Rejected('BASIS_AND_PRICE_DIFFER', ['yenPerHour']);
  const steps = prices.map(({ service, minutesUpTo }) => `${service} ${minutesUpTo}`);
  if (new Set(steps).size !== steps.length) throw new Rejected('PRICE_TWICE', ['prices']);
  if (new Set(cancellation.map(({ noticeHoursUnder }) => noticeHoursUnder)).size !== cancellation.length) {
    throw new Rejected('PRICE_TWICE', ['cancellation']);
  }
};

/**
 * The first terms of a pair may begin in the past, later ones not before the day they are agreed
 * (contract, proposeTerms).
 */
const checkBeginning = (effectiveFrom: string, state: AgreementState, now: Instant): void => {
  if (agreedTerms(state).length > 0 && effectiveFrom < dayOf(now))
    throw new Rejected('TERMS_BEGIN_IN_PAST', ['effectiveFrom']);
};

/** Fact: whether the two are, or will be, PARTNER and ASSIST in the network. */
type ProposeTerms = Omit<Data<'TermsProposed'>, 'version' | 'content'> & {
  readonly proposal: TermsProposal;
  readonly isPair: boolean;
};

/** A repeat is one on whatever day it comes: it is known before the day is looked at (rule 5). */
const proposeTerms = (command: ProposeTerms, state: AgreementState, now: Instant): AgreementEvent[] => {
  const { isPair, proposal, ...rest } = command;
  const content = proposedContent(proposal, state.versions.at(-1)?.content ?? null);
  const open = openProposal(state);
  if (open && open.proposedBy === command.proposedBy && isSameTerms(open.content, content)) return [];
  if (command.partnerOfficeId === command.assistOfficeId || !isPair)
    throw new Rejected('OFFICES_NO_PAIR', ['assistOfficeId']);
  checkContent(content);
  checkBeginning(content.effectiveFrom, state, now);
  if (state.versions.filter(({ proposedBy }) => proposedBy === command.proposedBy).length >= MOST_PROPOSALS)
    throw new Rejected('TOO_MANY_CHANGES', ['assistOfficeId']);
  return [{ type: 'TermsProposed', data: { ...rest, content, version: state.versions.length + 1 } }];
};

/** The version, if it waits for this office's answer. */
const answered = (version: number, byOfficeId: string, state: AgreementState): TermsVersion => {
  const terms = state.versions.find((one) => one.version === version);
  if (terms?.answer !== 'OPEN') throw new Rejected('TERMS_ANSWERED', ['termsId']);
  if (terms.proposedBy === byOfficeId) throw new Rejected('OWN_PROPOSAL', ['termsId']);
  return terms;
};

const answerOf = (version: number, state: AgreementState) =>
  state.versions.find((one) => one.version === version)?.answer;

/** The office that answers. */
interface ByOffice {
  readonly byOfficeId: Uuid;
}

const agreeTerms = (
  { version, byOfficeId }: ByOffice & Data<'TermsAgreed'>,
  state: AgreementState,
  now: Instant,
): AgreementEvent[] => {
  if (answerOf(version, state) === 'AGREED') return [];
  const { content } = answered(version, byOfficeId, state);
  checkBeginning(content.effectiveFrom, state, now);
  return [{ type: 'TermsAgreed', data: { version } }];
};

const declineTerms = (
  { version, byOfficeId, note }: ByOffice & Data<'TermsDeclined'>,
  state: AgreementState,
): AgreementEvent[] => {
  if (answerOf(version, state) === 'DECLINED') return [];
  answered(version, byOfficeId, state);
  return [{ type: 'TermsDeclined', data: { version, note } }];
};

/** Fact: whether the two have accepted visits after the day. */
type EndTerms = Data<'TermsEnded'> & { readonly hasVisitsAfter: boolean };

const endTerms = (
  { version, endsOn, reason, hasVisitsAfter }: EndTerms,
  state: AgreementState,
  now: Instant,
): AgreementEvent[] => {
  const terms = agreedTerms(state).find((one) => one.version === version);
  const endings = state.versions.find((one) => one.version === version)?.endings ?? 0;
  if (!terms) throw new Rejected('TERMS_NOT_AGREED', ['termsId']);
  if (terms.endsOn === endsOn) return [];
  if (endsOn < terms.content.effectiveFrom || endsOn < dayOf(now)) throw new Rejected('ENDS_IN_PAST', ['endsOn']);
  if (terms.endsOn !== null && terms.endsOn < endsOn) throw new Rejected('TERMS_ENDED', ['termsId']);
  if (hasVisitsAfter) throw new Rejected('VISITS_AFTER_END', ['endsOn']);
  if (endings >= MOST_ENDINGS) throw new Rejected('TOO_MANY_CHANGES', ['termsId']);
  return [{ type: 'TermsEnded', data: { version, endsOn, reason } }];
};

/** The terms (委託契約条件) of a pair, all versions. */
export const agreement = decider({
  category: 'agreement',
  initial: { pair: null, versions: [] },
  evolve,
  known: asItIs<AgreementState>,
  creating: { ProposeTerms: proposeTerms },
  changing: { AgreeTerms: agreeTerms, DeclineTerms: declineTerms, EndTerms: endTerms },
});
export type AgreementCommand = CommandOf<typeof agreement>;
