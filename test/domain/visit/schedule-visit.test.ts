import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
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
  released,
  STARTED,
  scheduled,
  VERIFIED,
} from './example-visit.ts';
import { percentOfBenefit, pricing, scheduleVisit } from './example-visit-commands.ts';

const priced = (...of: Parameters<typeof pricing>) => scheduleVisit({ pricing: pricing(...of) });
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
    when: priced(percentOfBenefit),
    then: [scheduled({ fee: fee({ yenPerUnitHundredths: 1140, benefitYen: 4411, feeYen: 3749 }) })],
  },
  {
    name: 'happens, rule 30: at the price per visit',
    given: [],
    when: priced(perVisit),
    then: [scheduled({ fee: fee({ feeYen: 3200 }) })],
  },
  {
    name: 'happens, rule 29: 要支援 has no service code and needs none where the price does not go by it',
    given: [],
    when: priced({}, { careLevel: 'SUPPORT_2' }),
    then: [scheduled({ fee: fee({ feeTable: null, serviceCode: null, units: null }) })],
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
    when: scheduleVisit({ assistOfficeId: OTHER_OFFICE, pricing: pricing({ yenPerHour: 4000 }) }),
    then: [scheduled({ assistOfficeId: OTHER_OFFICE, fee: fee({ feeYen: 3000 }) })],
  },
  {
    name: 'happens, rule 22: once more for the office that released it',
    given: [...STARTED, released()],
    when: scheduleVisit({ assistOfficeId: ASSIST }),
    then: [scheduled()],
  },
  {
    name: 'refused, rule 28: no terms in force on its day',
    given: [],
    when: priced({}, { terms: null }),
    refused: 'TERMS_MISSING',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 29: 要支援 has no service code, which a share of the benefit goes by',
    given: [],
    when: priced(percentOfBenefit, { careLevel: 'SUPPORT_1' }),
    refused: 'NO_SERVICE_CODE',
    path: ['service'],
  },
  {
    name: 'refused, rule 29: no service code for so many minutes',
    given: [],
    when: scheduleVisit({ minutes: 240, pricing: pricing(percentOfBenefit) }),
    refused: 'NO_SERVICE_CODE',
    path: ['minutes'],
  },
  {
    name: 'refused, rule 30: a share of the benefit without its per cent',
    given: [],
    when: priced({ ...percentOfBenefit, percentHundredths: null }),
    refused: 'NO_PRICE',
    path: ['service'],
  },
  {
    name: 'refused, rule 30: longer than the longest price per visit',
    given: [],
    when: scheduleVisit({ minutes: 46, pricing: pricing(perVisit) }),
    refused: 'NO_PRICE',
    path: ['minutes'],
  },
  {
    name: 'refused, rule 30: a price per hour without its yen',
    given: [],
    when: priced({ yenPerHour: null }),
    refused: 'NO_PRICE',
    path: ['service'],
  },
  {
    name: "refused, rule 29: the partner office's area grade is not known",
    given: [],
    when: priced(percentOfBenefit, { partner: { areaGrade: 'UNKNOWN', surcharges: [] } }),
    refused: 'AREA_GRADE_UNKNOWN',
    path: ['service'],
  },
  { name: 'repeated: it is scheduled already', given: PLANNED, when: scheduleVisit(), then: [] },
  {
    name: 'repeated: it is scheduled already, and the terms have ended since',
    given: PLANNED,
    when: priced({}, { terms: null }),
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
