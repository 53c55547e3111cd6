import { agreement } from '../domain/agreement/decider.ts';
import type { TermsContent } from '../domain/agreement/events.ts';
import { type Day, dayOf, endOfDay } from '../domain/calendar.ts';
import { agreementIdOf, streamOf, termsIdOf, type Uuid } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import type { NetworkState } from '../domain/network/state.ts';
import { keyIdOf } from '../domain/sealed.ts';
import type { NetworkRole } from '../domain/vocabulary.ts';
import { pairHasVisitsAfter } from '../projections/open-visits.ts';
import { type Caller, contentHash } from '../store/handle-command.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import type { Done } from './office.ts';
import { sealingKey, sealText } from './sealing.ts';

/** A pair and one version of its terms. */
export interface TermsOf {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly version: number;
}

const hasRole = (state: NetworkState, officeId: Uuid, role: NetworkRole, from: Day): boolean =>
  state.status === 'FORMED' &&
  state.memberships.some(
    (one) => one.officeId === officeId && one.roles.includes(role) && (one.leftOn === null || one.leftOn >= from),
  );

/** The caller's office proposes; a version of its own each time. */
export const proposeTerms = async (
  app: CommandApp,
  caller: Caller,
  input: { networkId: Uuid; partnerOfficeId: Uuid; assistOfficeId: Uuid; content: TermsContent },
): Promise<Done> => {
  const { networkId, partnerOfficeId, assistOfficeId, content } = input;
  const { position, state } = await app.loop.handle({
    decider: agreement,
    id: agreementIdOf(networkId, partnerOfficeId, assistOfficeId),
    caller,
    hash: contentHash(input),
    command: async (now) => {
      const networkState = await app.loop.load(network, networkId);
      const isPair =
        hasRole(networkState, partnerOfficeId, 'PARTNER', dayOf(now)) &&
        hasRole(networkState, assistOfficeId, 'ASSIST', dayOf(now));
      return { type: 'ProposeTerms' as const, ...input, proposedBy: caller.actor.officeId ?? partnerOfficeId, isPair };
    },
  });
  // A repeat answers with its own version: the newest with this content.
  const own = state.versions.findLast((version) => JSON.stringify(version.content) === JSON.stringify(content));
  return { position, id: termsIdOf(networkId, partnerOfficeId, assistOfficeId, own?.version ?? state.versions.length) };
};

const idsOf = ({ networkId, partnerOfficeId, assistOfficeId, version }: TermsOf) => ({
  stream: agreementIdOf(networkId, partnerOfficeId, assistOfficeId),
  terms: termsIdOf(networkId, partnerOfficeId, assistOfficeId, version),
});

export const agreeTerms = async (app: CommandApp, caller: Caller, of: TermsOf): Promise<Done> => {
  const ids = idsOf(of);
  const { position } = await app.loop.handle({
    decider: agreement,
    id: ids.stream,
    caller,
    hash: contentHash({ agree: of.version }),
    command: () => ({ type: 'AgreeTerms' as const, version: of.version, byOfficeId: caller.actor.officeId ?? '' }),
  });
  return { position, id: ids.terms };
};

export const declineTerms = async (app: CommandApp, caller: Caller, of: TermsOf, note: string): Promise<Done> => {
  const ids = idsOf(of);
  const key = await sealingKey(app.vault, keyIdOf('office', of.partnerOfficeId));
  const sealed = sealText(key, streamOf('agreement', ids.stream), 'note', note);
  const { position } = await app.loop.handle({
    decider: agreement,
    id: ids.stream,
    caller,
    hash: contentHash({ decline: of.version, note }, key),
    command: () => ({
      type: 'DeclineTerms' as const,
      version: of.version,
      byOfficeId: caller.actor.officeId ?? '',
      note: sealed,
    }),
  });
  return { position, id: ids.terms };
};

export const endTerms = async (
  app: CommandApp,
  caller: Caller,
  of: TermsOf,
  input: { endsOn: Day; reason: string },
): Promise<Done> => {
  const ids = idsOf(of);
  const key = await sealingKey(app.vault, keyIdOf('office', of.partnerOfficeId));
  const reason = sealText(key, streamOf('agreement', ids.stream), 'reason', input.reason);
  const { position } = await app.loop.handle({
    decider: agreement,
    id: ids.stream,
    caller,
    hash: contentHash({ end: of.version, ...input }, key),
    command: async () => ({
      type: 'EndTerms' as const,
      version: of.version,
      endsOn: input.endsOn,
      reason,
      hasVisitsAfter: pairHasVisitsAfter(await readModelAtHead(app), of, endOfDay(input.endsOn)),
    }),
  });
  return { position, id: ids.terms };
};
