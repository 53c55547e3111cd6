import { addDays, type Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { AgreementEvent, TermsContent } from './events.ts';

export interface TermsVersion {
  readonly version: number;
  readonly content: TermsContent;
  readonly proposedBy: Uuid;
  readonly answer: 'OPEN' | 'AGREED' | 'DECLINED' | 'REPLACED';
  /** Last day, where ended. */
  readonly endedOn: Day | null;
  /** So often it has been ended (rule 49). */
  readonly endings: number;
}
export interface AgreedTerms {
  readonly version: number;
  readonly content: TermsContent;
  /** Last day in force, null while they run. */
  readonly endsOn: Day | null;
}

export interface AgreementState {
  readonly pair: { readonly networkId: Uuid; readonly partnerOfficeId: Uuid; readonly assistOfficeId: Uuid } | null;
  /** All versions, oldest first. */
  readonly versions: readonly TermsVersion[];
}

/**
 * Agreed versions with their last days: ended, or the day before a later version begins. Oldest
 * first.
 */
export const agreedTerms = (state: AgreementState): AgreedTerms[] => {
  const agreed = state.versions.filter(({ answer }) => answer === 'AGREED');
  return agreed.map(({ version, content, endedOn }, n) => {
    const replacedFrom = agreed.slice(n + 1).reduce<Day | null>((first, { content: later }) => {
      return first === null || later.effectiveFrom < first ? later.effectiveFrom : first;
    }, null);
    const ends = [endedOn, replacedFrom === null ? null : addDays(replacedFrom, -1)]
      .filter((day) => day !== null)
      .sort();
    return { version, content, endsOn: ends[0] ?? null };
  });
};

/** The terms in force on a day (rule 28); null where none are. */
export const termsInForceOn = (state: AgreementState, day: Day): AgreedTerms | null =>
  agreedTerms(state).find(
    ({ content, endsOn }) => content.effectiveFrom <= day && (endsOn === null || day <= endsOn),
  ) ?? null;

/** The terms in force on a day, else the last that were (rule 34). */
export const termsLastInForceOn = (state: AgreementState, day: Day): AgreedTerms | null =>
  termsInForceOn(state, day) ??
  agreedTerms(state)
    .filter(
      ({ content, endsOn }) => content.effectiveFrom <= day && (endsOn === null || content.effectiveFrom <= endsOn),
    )
    .sort((a, b) => ((a.endsOn ?? '9') < (b.endsOn ?? '9') ? -1 : 1))
    .at(-1) ??
  null;

export const openProposal = (state: AgreementState): TermsVersion | null =>
  state.versions.find(({ answer }) => answer === 'OPEN') ?? null;

export const evolve = (state: AgreementState, event: AgreementEvent): AgreementState => {
  const changed = (version: number, change: (one: TermsVersion) => Partial<TermsVersion>): AgreementState => ({
    ...state,
    versions: state.versions.map((one) => (one.version === version ? { ...one, ...change(one) } : one)),
  });
  switch (event.type) {
    case 'TermsProposed': {
      const { version, content, proposedBy, ...pair } = event.data;
      const before = state.versions.map((one) =>
        one.answer === 'OPEN' ? { ...one, answer: 'REPLACED' as const } : one,
      );
      return {
        pair,
        versions: [...before, { version, content, proposedBy, answer: 'OPEN', endedOn: null, endings: 0 }],
      };
    }
    case 'TermsAgreed':
      return changed(event.data.version, () => ({ answer: 'AGREED' }));
    case 'TermsDeclined':
      return changed(event.data.version, () => ({ answer: 'DECLINED' }));
    case 'TermsEnded':
      return changed(event.data.version, ({ endings }) => ({ endedOn: event.data.endsOn, endings: endings + 1 }));
  }
};
