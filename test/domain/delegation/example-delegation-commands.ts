import type { DelegationCommand } from '../../../src/domain/delegation/decider.ts';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import {
  ASH,
  allIsWell,
  BOTH,
  changedNoon,
  ELM,
  evening,
  type Facts,
  minute,
  noon,
  OAK,
  PARTNER,
  round as planned,
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
  rounds: [planned([OAK, ELM]), planned([ASH], 30)],
  note: TEXT,
  facts: allIsWell(),
  ...changes,
});
export const see = (officeId: Uuid, round: number | null = null): DelegationCommand => ({
  type: 'SeeOffer',
  officeId,
  round,
});
/** All that was offered, unless visits are named. */
export const accept = (officeId: Uuid, changes: Changes<'AcceptOffer'> = {}): DelegationCommand => ({
  type: 'AcceptOffer',
  officeId,
  round: null,
  visitIds: null,
  note: TEXT,
  facts: allIsWell(),
  ...changes,
});
export const decline = (officeId: Uuid, round: number | null = null): DelegationCommand => ({
  type: 'DeclineOffer',
  officeId,
  round,
  reason: 'NO_CAPACITY',
  note: TEXT,
});
export const requestMoreTime = (officeId: Uuid, round: number | null = null): DelegationCommand => ({
  type: 'RequestMoreTime',
  officeId,
  round,
  minutes: 30,
  note: TEXT,
});
export const grantMoreTime = (officeId: Uuid, minutes = 30, round: number | null = null): DelegationCommand => ({
  type: 'GrantMoreTime',
  officeId,
  round,
  minutes,
});
/** For all that the office said yes to, unless visits are named. */
export const select = (officeId: Uuid, changes: Changes<'SelectOffice'> = {}): DelegationCommand => ({
  type: 'SelectOffice',
  officeId,
  round: null,
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
/** From noon on, unless said otherwise. */
export const withdrawBetween = (changes: Changes<'WithdrawVisitsBetween'> = {}): DelegationCommand => ({
  type: 'WithdrawVisitsBetween',
  from: minute(180),
  to: null,
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
export const answerUncovered = (visitIds: Uuid[], changes: Changes<'AnswerUncovered'> = {}): DelegationCommand => ({
  type: 'AnswerUncovered',
  visitIds,
  outcome: 'FAMILY',
  note: TEXT,
  ...changes,
});
export const advanceRounds = (facts: Facts = allIsWell()): DelegationCommand => ({ type: ADVANCE_ROUNDS, facts });
export const withdrawFree: DelegationCommand = { type: 'WithdrawFreeVisits' };
export const keepMade = (visitId: Uuid, officeId: Uuid): DelegationCommand => ({
  type: 'KeepMadeVisit',
  visitId,
  officeId,
});
/** Agreed with OAK at minute 30: noon is an hour from 14:00 on, at 5,000 yen. */
export const changePlan = (changes: Changes<'ChangeVisitPlan'> = {}): DelegationCommand => ({
  type: 'ChangeVisitPlan',
  ...changedNoon,
  at: minute(30),
  ...changes,
});
/** With visits of an earlier request. */
export const withdrawOverlapping = (...overlapping: readonly Uuid[]): DelegationCommand => ({
  type: 'WithdrawOverlapping',
  overlapping,
});
