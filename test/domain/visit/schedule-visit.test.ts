import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  assigned,
  CANCELLED,
  ended,
  fee,
  MADE,
  MISSED,
  NOW,
  OTHER_OFFICE,
  PLANNED,
  RELEASED,
  RETURNED,
  raised,
  released,
  STARTED,
  scheduled,
  VERIFIED,
} from './example-visit.ts';
import { percentOfBenefit, scheduleVisit } from './example-visit-commands.ts';

const accepted = (...by: Parameters<typeof basis>) => scheduleVisit({ basis: basis(...by) });
const perVisit = {
  feeBasis: 'PER_VISIT' as const,
  yenPerHour: null,
  prices: [{ service: 'PHYSICAL_CARE' as const, minutesUpTo: 45, yen: 3200 }],
};

specify(t, visit, NOW, [
  {
    name: 'happens, rule 28: an allocated visit is scheduled, priced by its plan',
    given: [],
    when: scheduleVisit(),
    then: [scheduled()],
  },
  {
    name: 'happens, rule 30: at a share of the benefit',
    given: [],
    when: accepted(percentOfBenefit),
    then: [
      scheduled({
        basis: basis(percentOfBenefit),
        fee: fee({ yenPerUnitHundredths: 1140, benefitYen: 4411, feeYen: 3749 }),
      }),
    ],
  },
  {
    name: 'happens, rule 30: at the price per visit',
    given: [],
    when: accepted(perVisit),
    then: [scheduled({ basis: basis(perVisit), fee: fee({ feeYen: 3200 }) })],
  },
  {
    name: 'happens, rule 29: 要支援 has no service code and needs none where the price does not go by it',
    given: [],
    when: accepted({}, { careCategory: 'SUPPORT' }),
    then: [
      scheduled({
        basis: basis({}, { careCategory: 'SUPPORT' }),
        fee: fee({ feeTable: null, serviceCode: null, units: null }),
      }),
    ],
  },
  {
    name: 'happens, rule 29: by the kind of service and its 身体介護 minutes',
    given: [],
    when: scheduleVisit({ service: 'PHYSICAL_THEN_DAILY_LIVING', minutes: 75, physicalMinutes: 30 }),
    then: [
      scheduled({
        service: 'PHYSICAL_THEN_DAILY_LIVING',
        minutes: 75,
        physicalMinutes: 30,
        fee: fee({ serviceCode: '115211', units: 517, feeYen: 7500, minutes: 75 }),
      }),
    ],
  },
  {
    name: 'happens, rule 22: once more for the office that takes a released visit, at its own terms',
    given: RELEASED,
    when: scheduleVisit({ assistOfficeId: OTHER_OFFICE, basis: basis({ yenPerHour: 4000 }) }),
    then: [
      scheduled({
        assistOfficeId: OTHER_OFFICE,
        basis: basis({ yenPerHour: 4000 }),
        fee: fee({ feeYen: 3000 }),
      }),
    ],
  },
  {
    name: 'happens, rule 22: once more for the office that released it',
    given: [...STARTED, released()],
    when: scheduleVisit({ assistOfficeId: ASSIST }),
    then: [scheduled()],
  },
  {
    name: 'happens, rule 22: the record of the office that had it has crossed with that, and is left to the partner',
    given: [...MADE, released()],
    when: scheduleVisit({ assistOfficeId: OTHER_OFFICE }),
    then: [
      scheduled({ assistOfficeId: OTHER_OFFICE }),
      raised('RECORD_AFTER_RELEASE', { digest: 'digest of the record', formerOfficeId: ASSIST }),
    ],
  },
  {
    name: 'refused, rule 28: by what gives no price, and so cannot have been accepted',
    given: [],
    when: scheduleVisit({ minutes: 46, basis: basis(perVisit) }),
    refused: 'NO_PRICE',
    path: ['minutes'],
  },
  { name: 'repeated: it is scheduled already', given: PLANNED, when: scheduleVisit(), then: [] },
  {
    name: 'repeated, rule 28: it is scheduled already, and so another basis changes nothing',
    given: PLANNED,
    when: accepted({ yenPerHour: 9000 }),
    then: [],
  },
  ...[
    { status: 'assigned', given: [...PLANNED, assigned()] },
    { status: 'started', given: STARTED },
    { status: 'ended, its start not yet uploaded', given: [...PLANNED, ended()] },
    { status: 'recorded', given: MADE },
    { status: 'verified', given: VERIFIED },
    { status: 'returned', given: RETURNED },
    { status: 'reported missed', given: MISSED },
    { status: 'cancelled', given: CANCELLED },
  ].map(({ status, given }) => ({
    name: `stale: scheduled by another, and since then ${status}`,
    given,
    when: scheduleVisit({ assistOfficeId: OTHER_OFFICE }),
    then: [],
  })),
]);
