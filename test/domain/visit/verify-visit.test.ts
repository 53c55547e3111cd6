import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  amended,
  at,
  CANCELLED,
  ended,
  fee,
  MADE,
  MADE_LONG,
  MISSED,
  made,
  NOW,
  OTHER_VISIT,
  PARTNER,
  PLANNED,
  RELEASED,
  RETURNED,
  raised,
  recorded,
  resolved,
  STARTED,
  scheduled,
  sealed,
  stamped,
  VERIFIED,
  verified,
} from './example-visit.ts';
import { firing, percentOfBenefit, verifyVisit } from './example-visit-commands.ts';

const other = { otherVisitId: OTHER_VISIT };
const asPlanned = { how: 'AS_PLANNED' as const, reason: sealed('it-took-longer') };
/** As many as are raised between one visit and others, all of them lifted. */
const MANY = Array.from({ length: 200 }, (_, n) => ({ otherVisitId: uuidOf('other visit', n) })).flatMap((one) => [
  raised('CLIENT_OVERLAP', one),
  resolved('CLIENT_OVERLAP', one),
]);
const ACCEPTED = [...MADE_LONG, resolved('DURATION_DIFFERS', asPlanned)];
/** Worked for 50 minutes, accepted at other terms than the example's. */
const madeAt = (content: Parameters<typeof basis>[0]) => [
  scheduled({ basis: basis(content) }),
  ...made(0, 50).slice(1),
];
const perVisit = {
  feeBasis: 'PER_VISIT' as const,
  yenPerHour: null,
  prices: [{ service: 'PHYSICAL_CARE' as const, minutesUpTo: 45, yen: 3200 }],
};

specify(t, visit, NOW, [
  {
    name: 'refused, rule 49: one more fires with another visit than is ever raised',
    given: [...MADE, ...MANY],
    when: verifyVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    refused: 'TOO_MANY_EXCEPTIONS',
    path: ['visitId'],
  },
  { name: 'happens, rule 26: the partner office verifies', given: MADE, when: verifyVisit(), then: [verified()] },
  {
    name: 'happens, rule 29: per hour, by the minutes worked',
    given: made(0, 50),
    when: verifyVisit(),
    then: [verified({ fee: fee({ feeYen: 5000, minutes: 50 }) })],
  },
  {
    name: 'happens, rule 29: whole minutes alone count',
    given: made(0, 50.9),
    when: verifyVisit(),
    then: [verified({ fee: fee({ feeYen: 5000, minutes: 50 }) })],
  },
  {
    name: 'happens, rule 29: by the adjusted minutes, of the version in force',
    given: [...MADE, amended({ adjustedStart: at(5), adjustedEnd: at(43) })],
    when: verifyVisit(),
    then: [verified({ recordVersion: 2, fee: fee({ feeYen: 3800, minutes: 38 }) })],
  },
  {
    name: 'happens, rule 29: by the plan, where the partner office accepted the difference as planned',
    given: ACCEPTED,
    when: verifyVisit(),
    then: [verified({ fee: fee({ feeYen: 4500, minutes: 45 }) })],
  },
  ...(['CLIENT_OVERLAP', 'CAREGIVER_OVERLAP'] as const).map((code) => ({
    name: `happens, rule 29: by the plan for each exception that asPlanned ends, ${code} too`,
    given: [...made(0, 50), raised(code, other), resolved(code, { ...asPlanned, ...other })],
    when: verifyVisit(),
    then: [verified()],
  })),
  {
    name: 'happens, rules 25, 29: by the minutes worked again, once the record was amended',
    given: [...ACCEPTED, amended({ adjustedEnd: at(52) })],
    when: verifyVisit(),
    then: [verified({ recordVersion: 2, fee: fee({ feeYen: 5200, minutes: 52 }) })],
  },
  {
    name: 'happens, rule 29: and where its times were accepted as planned once more, after the other record changed',
    given: [
      ...made(0, 50),
      ...['CLIENT_OVERLAP', 'CLIENT_OVERLAP'].flatMap(() => [
        raised('CLIENT_OVERLAP', other),
        resolved('CLIENT_OVERLAP', { ...asPlanned, ...other }),
      ]),
    ],
    when: verifyVisit(),
    then: [verified()],
  },
  {
    name: 'happens, rules 25, 29: by the minutes worked, where it was raised again since and then fired no longer',
    given: [
      ...made(0, 50),
      raised('CLIENT_OVERLAP', other),
      resolved('CLIENT_OVERLAP', { ...asPlanned, ...other }),
      raised('CLIENT_OVERLAP', other),
      resolved('CLIENT_OVERLAP', other),
    ],
    when: verifyVisit(),
    then: [verified({ fee: fee({ feeYen: 5000, minutes: 50 }) })],
  },
  {
    name: 'happens, rule 30: a share of the benefit goes by the plan',
    given: madeAt(percentOfBenefit),
    when: verifyVisit(),
    then: [verified({ fee: fee({ yenPerUnitHundredths: 1140, benefitYen: 4411, feeYen: 3749 }) })],
  },
  {
    name: 'happens, rule 30: and so does a price per visit',
    given: madeAt(perVisit),
    when: verifyVisit(),
    then: [verified({ fee: fee({ feeYen: 3200 }) })],
  },
  {
    name: 'happens, rule 25: what is acknowledged is no hindrance',
    given: [...MADE, raised('MANUAL_TIME'), resolved('MANUAL_TIME', { how: 'ACKNOWLEDGED', reason: sealed('fine') })],
    when: verifyVisit(),
    then: [verified()],
  },
  {
    name: 'happens, rule 24: looks again, and lifts what no longer fires',
    given: [...MADE, raised('CLIENT_OVERLAP', other), raised('QUALIFICATION_MISSING')],
    when: verifyVisit(),
    then: [resolved('CLIENT_OVERLAP', other), resolved('QUALIFICATION_MISSING'), verified()],
  },
  {
    name: 'happens, rule 25: what was accepted as planned is no hindrance, where it still fires',
    given: [
      ...MADE,
      raised('CLIENT_OVERLAP', other),
      stamped(90, resolved('CLIENT_OVERLAP', { ...asPlanned, ...other })),
    ],
    when: verifyVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    then: [verified()],
  },
  {
    name: 'happens, rule 26: the assist office, where the partner office made the record',
    given: [...PLANNED, recorded({ recordedByOfficeId: PARTNER })],
    when: verifyVisit({ byOfficeId: ASSIST }),
    then: [verified()],
  },
  {
    name: 'happens, rule 26: once more, after it was amended',
    given: [...VERIFIED, amended({ adjustedEnd: at(50) })],
    when: verifyVisit(),
    then: [verified({ recordVersion: 2, fee: fee({ feeYen: 5000, minutes: 50 }) })],
  },
  { name: 'refused: no such visit', given: [], when: verifyVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  ...[
    { status: 'planned', given: PLANNED },
    { status: 'punched', given: [...STARTED, ended()] },
    { status: 'reported missed', given: MISSED },
  ].map(({ status, given }) => ({
    name: `refused: it is ${status} and not recorded`,
    given,
    when: verifyVisit(),
    refused: 'NOT_RECORDED',
    path: ['visitId'],
  })),
  {
    name: 'refused, rule 26: nobody verifies the record of their own office',
    given: MADE,
    when: verifyVisit({ byOfficeId: ASSIST }),
    refused: 'OWN_RECORD',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 26: nor one that their office has amended',
    given: [...MADE, amended({ recordedByOfficeId: PARTNER })],
    when: verifyVisit(),
    refused: 'OWN_RECORD',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 25: an exception to put right is open',
    given: MADE_LONG,
    when: verifyVisit(),
    refused: 'OPEN_EXCEPTION',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 25: an exception to acknowledge is open',
    given: [...MADE, raised('MANUAL_TIME')],
    when: verifyVisit(),
    refused: 'OPEN_EXCEPTION',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 24: the caregiver lacks the qualification by now',
    given: MADE,
    when: verifyVisit({ qualifications: ['DAILY_LIVING_ONLY'] }),
    refused: 'OPEN_EXCEPTION',
    path: ['visitId'],
  },
  { name: 'repeated: it is verified already', given: VERIFIED, when: verifyVisit(), then: [] },
  {
    name: 'stale: an overlap has come up that no process has raised yet',
    given: MADE,
    when: verifyVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    refused: 'OPEN_EXCEPTION',
    path: ['visitId'],
  },
  {
    name: 'stale: it was returned meanwhile',
    given: RETURNED,
    when: verifyVisit(),
    refused: 'RECORD_RETURNED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was cancelled meanwhile',
    given: CANCELLED,
    when: verifyVisit(),
    refused: 'VISIT_CANCELLED',
    path: ['visitId'],
  },
  {
    name: 'stale: it was released meanwhile',
    given: RELEASED,
    when: verifyVisit(),
    refused: 'VISIT_RELEASED',
    path: ['visitId'],
  },
]);
