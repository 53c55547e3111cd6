import { changeableOf } from '../../../src/domain/delegation/events.ts';
import { streamOf } from '../../../src/domain/ids.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import type { VisitEvent } from '../../../src/domain/visit/events.ts';
import { bareBasis, fullBasis, plainPlan, plan } from './delegation.ts';
import { EXAMPLE_IDS, type ExamplesOf, examplesIn, sealed } from './example.ts';

const { network, partner, assist, caregiver, client, delegation, visit, pairedVisit, change } = EXAMPLE_IDS;
const ofVisit = examplesIn(streamOf('visit', visit));
const digest = '2c624232cdd221771294dfbb310aca000a0df6ac8b66b696d90ef06fdefb64a3';
const inClientsName = (text: string) => sealed(keyIdOf('client', client), text);
const reason = inClientsName('電車の遅れ');

/** By per cent of the care fee. */
const fee = {
  termsVersion: 2,
  taxClass: 'TAXABLE_10' as const,
  feeTable: '2024-06',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: 1140,
  benefitYen: 4411,
  feeYen: 3771,
  minutes: 60,
};
/** By the hour: nothing of the care fee is looked at. */
const feePerHour = {
  ...fee,
  feeTable: null,
  serviceCode: null,
  units: null,
  yenPerUnitHundredths: null,
  benefitYen: null,
  feeYen: 4800,
};
const scheduled = {
  delegationId: delegation,
  networkId: network,
  clientId: client,
  partnerOfficeId: partner,
  assistOfficeId: assist,
};
const punch = { at: '2026-06-12T01:02:03.456Z', deviceAt: null, enteredForCaregiver: false };
const atTheDoor = {
  ...punch,
  method: 'GPS' as const,
  place: inClientsName('{"latitude":35.56,"longitude":139.71}'),
  metersFromHome: 12,
  caregiverId: caregiver,
};
const ahead = '2026-06-12T01:05:00.000Z';
const byHand = {
  ...punch,
  deviceAt: ahead,
  method: 'MANUAL' as const,
  place: null,
  metersFromHome: null,
  caregiverId: null,
};

const record = {
  version: 1,
  caregiverId: caregiver,
  tasks: [{ code: 'EXCRETION', outcome: 'DONE' as const, note: inClientsName('二回') }],
  condition: inClientsName('お変わりなし'),
  notes: inClientsName('次回は洗剤を'),
  enteredForCaregiver: false,
  digest,
  deviceStart: null,
  deviceEnd: null,
};
const plainRecord = {
  ...record,
  tasks: [{ code: 'EXCRETION', outcome: 'NOT_NEEDED' as const, note: null }],
  condition: null,
  notes: null,
  enteredForCaregiver: true,
  deviceStart: ahead,
  deviceEnd: ahead,
};
const recorded = {
  startedAt: '2026-06-12T01:02:03.456Z',
  endedAt: '2026-06-12T02:01:00.000Z',
  startMethod: 'GPS' as const,
  endMethod: 'MANUAL' as const,
  recordedByOfficeId: assist,
};
const amended = { version: 2, reason, recordedByOfficeId: assist };
const proposed = { changeId: change, proposedByOfficeId: partner, reason, answerBy: '2026-06-12T01:00:00.000Z' };
const answered = { changeId: change, answeredByOfficeId: assist };
const overlap = { code: 'CAREGIVER_OVERLAP' as const, severity: 'FIX' as const };
const cancelled = {
  reason: 'CLIENT_ABSENT' as const,
  byOfficeId: partner,
  noticeMinutes: 90,
  percentOfFee: 50,
};

export const visitExamples: ExamplesOf<VisitEvent['type']> = {
  VisitScheduled: ofVisit(
    'VisitScheduled',
    { ...scheduled, ...plan, basis: fullBasis, fee },
    { ...scheduled, ...plainPlan, basis: bareBasis, fee: feePerHour },
  ),
  VisitReleased: ofVisit('VisitReleased', { assistOfficeId: assist }),
  CaregiverAssigned: ofVisit('CaregiverAssigned', { caregiverId: caregiver }, { caregiverId: null }),
  VisitStarted: ofVisit('VisitStarted', atTheDoor, byHand),
  VisitEnded: ofVisit('VisitEnded', atTheDoor, byHand),
  LatePunchKept: ofVisit(
    'LatePunchKept',
    { punch: 'START', formerOfficeId: assist, ...atTheDoor },
    { punch: 'END', formerOfficeId: assist, ...byHand },
  ),
  PunchWithdrawn: ofVisit('PunchWithdrawn', { punch: 'START', reason }, { punch: 'END', reason }),
  VisitRecorded: ofVisit('VisitRecorded', { ...record, ...recorded }, { ...plainRecord, ...recorded }),
  VisitRecordAmended: ofVisit(
    'VisitRecordAmended',
    { ...record, ...amended, adjustedStart: '2026-06-12T01:00:00.000Z', adjustedEnd: '2026-06-12T02:00:00.000Z' },
    { ...plainRecord, ...amended, adjustedStart: null, adjustedEnd: null },
  ),
  VisitExceptionRaised: ofVisit(
    'VisitExceptionRaised',
    { ...overlap, otherVisitId: pairedVisit, detail: inClientsName('記録が二つ'), digest, formerOfficeId: assist },
    { ...overlap, otherVisitId: null, detail: null, digest: null, formerOfficeId: null },
  ),
  VisitExceptionResolved: ofVisit(
    'VisitExceptionResolved',
    { code: 'CAREGIVER_OVERLAP', otherVisitId: pairedVisit, how: 'AS_PLANNED', reason },
    { code: 'MANUAL_TIME', otherVisitId: null, how: 'LIFTED', reason: null },
  ),
  VisitVerified: ofVisit('VisitVerified', { recordVersion: 2, fee }, { recordVersion: 1, fee: feePerHour }),
  VisitRecordReturned: ofVisit('VisitRecordReturned', { reason }),
  VisitMissed: ofVisit('VisitMissed', { reason, reportedByOfficeId: partner }),
  VisitChangeProposed: ofVisit(
    'VisitChangeProposed',
    { ...proposed, ...changeableOf(plan) },
    { ...proposed, ...changeableOf(plainPlan) },
  ),
  VisitChangeAnswered: ofVisit(
    'VisitChangeAnswered',
    { ...answered, agreed: { ...changeableOf(plan), isBeforeVisit: true, basis: fullBasis, fee }, note: reason },
    { ...answered, agreed: null, note: null },
    {
      ...answered,
      agreed: { ...changeableOf(plainPlan), isBeforeVisit: false, basis: bareBasis, fee: feePerHour },
      note: null,
    },
  ),
  VisitChangeLapsed: ofVisit('VisitChangeLapsed', { changeId: change }),
  VisitCancelled: ofVisit(
    'VisitCancelled',
    { ...cancelled, fee, note: inClientsName('入院とのこと'), atDoor: atTheDoor },
    { ...cancelled, fee, note: null, atDoor: byHand },
    { ...cancelled, fee: feePerHour, note: null, atDoor: null },
  ),
};
