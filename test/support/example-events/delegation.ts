import { changeableOf, type DelegationEvent } from '../../../src/domain/delegation/events.ts';
import { streamOf } from '../../../src/domain/ids.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import { basis } from '../../domain/fees/example-basis.ts';
import { EXAMPLE_IDS, type ExamplesOf, examplesIn, sealed } from './example.ts';

const { network, partner, assist, client, delegation, visit, pairedVisit, plannedVisit, change } = EXAMPLE_IDS;
const ofDelegation = examplesIn(streamOf('delegation', delegation));
const note = sealed(keyIdOf('client', client), '猫がいます');
const visitIds = [visit, pairedVisit];
const offer = { round: 1, officeId: assist };

/** One of two caregivers who come together on 12 June, 10:00 to 11:00 in Tokyo. */
export const plan = {
  service: 'PHYSICAL_THEN_DAILY_LIVING' as const,
  minutes: 60,
  physicalMinutes: 30,
  plannedStart: '2026-06-12T01:00:00.000Z',
  plannedEnd: '2026-06-12T02:00:00.000Z',
  caregiversRequired: 2,
  pairedVisitId: pairedVisit,
  emergency: false,
  tasks: ['EXCRETION', 'CLEANING'],
};
/** One caregiver alone, for one kind of care. */
export const plainPlan = {
  ...plan,
  service: 'DAILY_LIVING' as const,
  physicalMinutes: null,
  caregiversRequired: 1,
  pairedVisitId: null,
  tasks: [],
};
/** With all that one can hold. */
export const fullBasis = basis(
  { prices: [{ service: 'DAILY_LIVING', minutesUpTo: 60, yen: 2100 }], percentHundredths: 8550 },
  { surcharges: ['SPECIFIED_1'] },
);
/** With as little. */
export const bareBasis = basis(
  { yenPerHour: null, cancellation: [] },
  { feeTable: null, yenPerUnitHundredths: null, careCategory: 'SUPPORT' },
);
const prices = {
  bases: [fullBasis, bareBasis],
  fees: [
    { visitId: visit, basis: 0, feeYen: 3528 },
    { visitId: pairedVisit, basis: 1, feeYen: 0 },
  ],
};
const requested = {
  networkId: network,
  clientId: client,
  partnerOfficeId: partner,
  mode: 'FIRST_TO_ACCEPT' as const,
  rounds: [
    { officeIds: [assist], windowMinutes: 120 },
    { officeIds: [assist, partner], windowMinutes: 4320 },
  ],
};
const offerMade = {
  ...offer,
  visitIds,
  windowMinutes: 120,
  respondBy: '2026-06-11T05:00:00.000Z',
  ...prices,
};
const withdrawn = { because: 'REQUESTED' as const, reason: 'CLIENT_REQUEST' as const };

export const delegationExamples: ExamplesOf<DelegationEvent['type']> = {
  DelegationRequested: ofDelegation(
    'DelegationRequested',
    {
      ...requested,
      visits: [
        { visitId: visit, place: 0, plannedVisitId: plannedVisit, ...plan },
        { visitId: pairedVisit, place: 1, plannedVisitId: plannedVisit, ...plan, pairedVisitId: visit },
      ],
      note,
    },
    { ...requested, visits: [{ visitId: visit, place: 0, plannedVisitId: null, ...plainPlan }], note: null },
  ),
  RoundsAdded: ofDelegation('RoundsAdded', { rounds: [{ officeIds: [assist], windowMinutes: 5 }] }),
  OfferMade: ofDelegation('OfferMade', { ...offerMade, plan: 0 }, { ...offerMade, plan: null }),
  OfferSeen: ofDelegation('OfferSeen', offer),
  MoreTimeRequested: ofDelegation(
    'MoreTimeRequested',
    { ...offer, minutes: 60, note },
    { ...offer, minutes: 60, note: null },
  ),
  MoreTimeGranted: ofDelegation('MoreTimeGranted', { ...offer, minutes: 30, respondBy: '2026-06-11T05:30:00.000Z' }),
  OfferAccepted: ofDelegation('OfferAccepted', { ...offer, visitIds, note }, { ...offer, visitIds, note: null }),
  OfferDeclined: ofDelegation(
    'OfferDeclined',
    { ...offer, reason: 'TIME_BAND', note },
    { ...offer, reason: 'TIME_BAND', note: null },
  ),
  OfferExpired: ofDelegation('OfferExpired', offer),
  OfferNotSelected: ofDelegation('OfferNotSelected', offer),
  VisitsAllocated: ofDelegation('VisitsAllocated', { ...offer, visitIds, ...prices }),
  VisitsReleased: ofDelegation('VisitsReleased', { officeId: assist, visitIds, reason: note }),
  VisitsWithdrawn: ofDelegation(
    'VisitsWithdrawn',
    { ...withdrawn, visits: [{ visitId: visit, heldBy: assist }], note },
    { ...withdrawn, visits: [{ visitId: visit, heldBy: null }], note: null },
  ),
  VisitPlanChanged: ofDelegation(
    'VisitPlanChanged',
    { visitId: visit, officeId: assist, changeId: change, ...changeableOf(plan), basis: fullBasis, feeYen: 3528 },
    { visitId: visit, officeId: assist, changeId: change, ...changeableOf(plainPlan), basis: bareBasis, feeYen: 0 },
  ),
  VisitMadeAfterAll: ofDelegation('VisitMadeAfterAll', { visitId: visit, officeId: assist }),
  DelegationEscalated: ofDelegation('DelegationEscalated', { visitIds }),
  VisitsAtRisk: ofDelegation('VisitsAtRisk', { visitIds }),
  UncoveredAnswered: ofDelegation(
    'UncoveredAnswered',
    { visitIds, outcome: 'FAMILY', note },
    { visitIds, outcome: 'NOT_MADE', note: null },
  ),
  DelegationCompleted: ofDelegation('DelegationCompleted', {}),
};
