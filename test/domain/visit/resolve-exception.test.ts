import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  amended,
  type Code,
  fee,
  MADE,
  MADE_LONG,
  made,
  NOW,
  OTHER_VISIT,
  PLANNED,
  raised,
  resolved,
  sealed,
  THIRD_VISIT,
  VERIFIED,
  verified,
} from './example-visit.ts';
import { resolveException } from './example-visit-commands.ts';

const other = { otherVisitId: OTHER_VISIT };
const third = { otherVisitId: THIRD_VISIT };
const reason = sealed('reason');
const acknowledged = { how: 'ACKNOWLEDGED' as const, reason };
const asPlanned = { how: 'AS_PLANNED' as const, reason };
const byPartnerAsPlanned = { asPlanned: true, byPartner: true };
const toAcknowledge: readonly Code[] = [
  'START_DIFFERS',
  'MANUAL_TIME',
  'LATE_RECORD',
  'WITHIN_TWO_HOURS',
  'OUTSIDE_LOCATION',
  'DUPLICATE_UPLOAD',
];
/** 55 minutes, so that 5,500 yen are due instead of 4,500. */
const LONGER = made(0, 55);
const forPartner: readonly Code[] = ['TIMES_ADJUSTED', 'TASK_MISMATCH'];
const toAcceptAsPlanned: readonly Code[] = ['DURATION_DIFFERS', 'CLIENT_OVERLAP', 'CAREGIVER_OVERLAP'];

specify(t, visit, NOW, [
  ...toAcknowledge.map((code) => ({
    name: `happens, rule 24: ${code} is acknowledged by the assist office`,
    given: [...MADE, raised(code)],
    when: resolveException(code),
    then: [resolved(code, acknowledged)],
  })),
  {
    name: 'happens, rule 24: by the partner office too, and as planned or not is all one',
    given: [...MADE, raised('MANUAL_TIME')],
    when: resolveException('MANUAL_TIME', byPartnerAsPlanned),
    then: [resolved('MANUAL_TIME', acknowledged)],
  },
  ...forPartner.flatMap((code) => [
    {
      name: `happens, rule 24: ${code} is acknowledged by the partner office`,
      given: [...MADE, raised(code)],
      when: resolveException(code, { byPartner: true }),
      then: [resolved(code, acknowledged)],
    },
    {
      name: `refused, rule 24: ${code} is not acknowledged by the assist office`,
      given: [...MADE, raised(code)],
      when: resolveException(code),
      refused: 'PARTNER_ACKNOWLEDGES',
      path: ['code'],
    },
  ]),
  {
    name: 'happens, rule 24: all open ones of the code, those without another visit together',
    given: [
      ...MADE,
      raised('DUPLICATE_UPLOAD', { digest: 'one' }),
      raised('MANUAL_TIME'),
      raised('DUPLICATE_UPLOAD', { digest: 'two' }),
    ],
    when: resolveException('DUPLICATE_UPLOAD'),
    then: [resolved('DUPLICATE_UPLOAD', acknowledged)],
  },
  {
    name: 'happens, rule 29: accepted as planned after verifying, it is priced by the plan, once',
    given: [...LONGER, verified({ fee: fee({ feeYen: 5500, minutes: 55 }) }), raised('CAREGIVER_OVERLAP', other)],
    when: resolveException('CAREGIVER_OVERLAP', byPartnerAsPlanned),
    then: [resolved('CAREGIVER_OVERLAP', { ...asPlanned, ...other }), verified()],
  },
  {
    name: 'happens, rule 29: one that was priced by the plan already keeps its price',
    given: [...VERIFIED, raised('CAREGIVER_OVERLAP', other)],
    when: resolveException('CAREGIVER_OVERLAP', byPartnerAsPlanned),
    then: [resolved('CAREGIVER_OVERLAP', { ...asPlanned, ...other })],
  },
  {
    name: 'happens, rule 24: also what is raised after verifying',
    given: [...VERIFIED, raised('WITHIN_TWO_HOURS', other)],
    when: resolveException('WITHIN_TWO_HOURS'),
    then: [resolved('WITHIN_TWO_HOURS', { ...acknowledged, ...other })],
  },
  ...toAcceptAsPlanned.map((code) => ({
    name: `happens, rule 25: ${code} is accepted as planned by the partner office`,
    given: [...MADE, raised(code)],
    when: resolveException(code, byPartnerAsPlanned),
    then: [resolved(code, asPlanned)],
  })),
  {
    name: 'happens, rule 24: all open ones of the code, and no other',
    given: [
      ...MADE_LONG,
      raised('CLIENT_OVERLAP', other),
      raised('CLIENT_OVERLAP', third),
      raised('CAREGIVER_OVERLAP', other),
    ],
    when: resolveException('CLIENT_OVERLAP', byPartnerAsPlanned),
    then: [
      resolved('CLIENT_OVERLAP', { ...asPlanned, ...other }),
      resolved('CLIENT_OVERLAP', { ...asPlanned, ...third }),
    ],
  },
  {
    name: 'happens, rule 24: only those of the code that are still open',
    given: [
      ...MADE,
      raised('WITHIN_TWO_HOURS', other),
      resolved('WITHIN_TWO_HOURS', { ...acknowledged, ...other }),
      raised('WITHIN_TWO_HOURS', third),
    ],
    when: resolveException('WITHIN_TWO_HOURS'),
    then: [resolved('WITHIN_TWO_HOURS', { ...acknowledged, ...third })],
  },
  {
    name: 'happens, rule 25: once more after the record has changed',
    given: [...MADE_LONG, resolved('DURATION_DIFFERS', asPlanned), amended(), raised('DURATION_DIFFERS')],
    when: resolveException('DURATION_DIFFERS', byPartnerAsPlanned),
    then: [resolved('DURATION_DIFFERS', asPlanned)],
  },
  {
    name: 'refused: no such visit',
    given: [],
    when: resolveException('MANUAL_TIME'),
    refused: 'VISIT_UNKNOWN',
    path: ['visitId'],
  },
  {
    name: 'refused: none of the code was ever raised',
    given: MADE_LONG,
    when: resolveException('MANUAL_TIME'),
    refused: 'EXCEPTION_NOT_OPEN',
    path: ['code'],
  },
  {
    name: 'refused: nothing was ever raised',
    given: PLANNED,
    when: resolveException('MANUAL_TIME'),
    refused: 'EXCEPTION_NOT_OPEN',
    path: ['code'],
  },
  ...[
    { how: 'acknowledged by the partner office', over: { byPartner: true } },
    { how: 'accepted as planned by the assist office', over: { asPlanned: true } },
  ].map(({ how, over }) => ({
    name: `refused, rule 25: a FIX is not ${how}`,
    given: MADE_LONG,
    when: resolveException('DURATION_DIFFERS', over),
    refused: 'MUST_BE_PUT_RIGHT',
    path: ['code'],
  })),
  {
    name: 'refused, rule 25: a qualification that is missing is never accepted as planned',
    given: [...MADE, raised('QUALIFICATION_MISSING')],
    when: resolveException('QUALIFICATION_MISSING', byPartnerAsPlanned),
    refused: 'MUST_BE_PUT_RIGHT',
    path: ['code'],
  },
  {
    name: 'repeated: acknowledged already',
    given: [...MADE, raised('MANUAL_TIME'), resolved('MANUAL_TIME', acknowledged)],
    when: resolveException('MANUAL_TIME'),
    then: [],
  },
  {
    name: 'repeated: accepted as planned already, whoever says so now',
    given: [...MADE_LONG, resolved('DURATION_DIFFERS', asPlanned)],
    when: resolveException('DURATION_DIFFERS'),
    then: [],
  },
  {
    name: 'stale: it was put right meanwhile',
    given: [...MADE_LONG, amended(), resolved('DURATION_DIFFERS')],
    when: resolveException('DURATION_DIFFERS', byPartnerAsPlanned),
    then: [],
  },
]);
