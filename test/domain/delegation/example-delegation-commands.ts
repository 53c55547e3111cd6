import type { DelegationCommand } from '../../../src/domain/delegation/decider.ts';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import {
  ASH,
  allIsWell,
  BOTH,
  ELM,
  evening,
  type Facts,
  noon,
  OAK,
  PARTNER,
  round,
  TEXT,
} from './example-delegation-facts.ts';

type Changes<Type extends DelegationCommand['type']> = Partial<
  Omit<Extract<DelegationCommand, { type: Type }>, 'type'>
>;
type Rounds = Extract<DelegationCommand, { type: 'OfferAgain' }>['rounds'];

/** The process's command, by which a delegation goes on in time. */
const ADVANCE_ROUNDS = 'AdvanceRounds';

/** Two visits, first to accept: OAK and ELM for 60 minutes, then ASH for 30. */
export const request = (changes: Changes<'RequestDelegation'> = {}): DelegationCommand => ({
  type: 'RequestDelegation',
  networkId: uuidOf('network'),
  clientId: uuidOf('client'),
  partnerOfficeId: PARTNER,
  mode: 'FIRST_TO_ACCEPT',
  visits: [noon(), evening()],
  rowOf: [0, 1],
  rounds: [round([OAK, ELM]), round([ASH], 30)],
  note: TEXT,
  facts: allIsWell(),
  ...changes,
});
export const see = (officeId: Uuid): DelegationCommand => ({ type: 'SeeOffer', officeId });
/** All that was offered, unless visits are named. */
export const accept = (officeId: Uuid, changes: Changes<'AcceptOffer'> = {}): DelegationCommand => ({
  type: 'AcceptOffer',
  officeId,
  visitIds: null,
  note: TEXT,
  facts: allIsWell(),
  ...changes,
});
export const decline = (officeId: Uuid): DelegationCommand => ({
  type: 'DeclineOffer',
  officeId,
  reason: 'NO_CAPACITY',
  note: TEXT,
});
export const requestMoreTime = (officeId: Uuid): DelegationCommand => ({
  type: 'RequestMoreTime',
  officeId,
  minutes: 30,
  note: TEXT,
});
export const grantMoreTime = (officeId: Uuid, minutes = 30): DelegationCommand => ({
  type: 'GrantMoreTime',
  officeId,
  minutes,
});
/** For all that the office said yes to, unless visits are named. */
export const select = (officeId: Uuid, changes: Changes<'SelectOffice'> = {}): DelegationCommand => ({
  type: 'SelectOffice',
  officeId,
  visitIds: null,
  facts: allIsWell(),
  ...changes,
});
export const offerAgain = (rounds: Rounds, facts: Facts = allIsWell()): DelegationCommand => ({
  type: 'OfferAgain',
  rounds,
  facts,
});
/** All that have not started, unless visits are named; no caregiver has punched. */
export const withdraw = (changes: Changes<'WithdrawVisits'> = {}): DelegationCommand => ({
  type: 'WithdrawVisits',
  visitIds: null,
  reason: 'CLIENT_REQUEST',
  note: TEXT,
  begun: [],
  ...changes,
});
/** No caregiver has punched, unless said otherwise. */
export const release = (officeId: Uuid, visitIds: Uuid[] = BOTH, begun: Uuid[] = []): DelegationCommand => ({
  type: 'ReleaseVisits',
  officeId,
  visitIds,
  reason: TEXT,
  begun,
});
export const advanceRounds = (facts: Facts = allIsWell()): DelegationCommand => ({ type: ADVANCE_ROUNDS, facts });
export const withdrawFree: DelegationCommand = { type: 'WithdrawFreeVisits' };
/** With visits of an earlier request. */
export const withdrawOverlapping = (...overlapping: readonly Uuid[]): DelegationCommand => ({
  type: 'WithdrawOverlapping',
  overlapping,
});
