import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import { perVisitBasis } from '../fees/example-basis.ts';
import { at, offered, offerMade, requested, withdrawn } from './example-delegation.ts';
import { request } from './example-delegation-commands.ts';
import {
  ASH,
  againstOffices,
  againstVisits,
  allIsWell,
  BASIS,
  BOTH,
  ELM,
  EVENING,
  evening,
  exceptOffice,
  exceptVisit,
  minute,
  NOON,
  noon,
  OAK,
  PARTNER,
  round,
  TEXT,
  visitAt,
} from './example-delegation-facts.ts';

const PAIRED = uuidOf('the second caregiver’s visit at noon');
const pair = [
  noon({ caregiversRequired: 2, pairedVisitId: PAIRED }),
  visitAt(180, { visitId: PAIRED, place: 1, caregiversRequired: 2, pairedVisitId: NOON }),
];
const thenDailyLiving = (physicalMinutes: number | null) =>
  noon({ service: 'PHYSICAL_THEN_DAILY_LIVING', physicalMinutes });

t.test('the first round opens with the request', async (t) =>
  specify(t, delegation, minute(0), [
    {
      name: 'happens, rule 12: the first round asks its offices at once, and the rest is planned',
      given: [],
      when: request(),
      then: [requested(), offerMade(OAK), offerMade(ELM)],
    },
    {
      name: 'happens, rule 15: the same where the partner selects',
      given: [],
      when: request({ mode: 'PARTNER_SELECTS' }),
      then: [requested({ mode: 'PARTNER_SELECTS' }), offerMade(OAK), offerMade(ELM)],
    },
    {
      name: 'happens, rule 19: one named office is asked directly',
      given: [],
      when: request({ mode: 'DIRECT', rounds: [round([OAK])] }),
      then: [requested({ mode: 'DIRECT', rounds: [round([OAK])] }), offerMade(OAK)],
    },
    {
      name: 'happens, rule 12: an office that is named twice in a round gets one offer',
      given: [],
      when: request({ rounds: [round([OAK, OAK])] }),
      then: [requested({ rounds: [round([OAK, OAK])] }), offerMade(OAK)],
    },
    ...[
      { what: 'the window ends half an hour before the first start', windowMinutes: 150, respondBy: 150 },
      { what: 'half an hour before the first start is left to act', windowMinutes: 151, respondBy: 150 },
      { what: 'so it is where the window would end after the first start', windowMinutes: 181, respondBy: 150 },
    ].map(({ what, windowMinutes, respondBy }) => ({
      name: `happens, rule 12: ${what}`,
      given: [],
      when: request({ rounds: [round([OAK], windowMinutes)] }),
      then: [
        requested({ rounds: [round([OAK], windowMinutes)] }),
        offerMade(OAK, { windowMinutes, respondBy: minute(respondBy) }),
      ],
    })),
    ...[
      { at: 119, respondBy: 150, what: 'with 61 minutes left, half an hour is left to act' },
      { at: 121, respondBy: 150.5, what: 'with 59 minutes left, half of them are left to act' },
      { at: 160, respondBy: 170, what: 'with 20 minutes left, 10 are left to act' },
      { at: 179, respondBy: 179.5, what: 'a minute before the start' },
    ].map(({ at, respondBy, what }) => ({
      name: `happens, rule 12: ${what}`,
      given: [],
      when: request({ rounds: [round([OAK])] }),
      at: minute(at),
      then: [requested({ rounds: [round([OAK])] }), offerMade(OAK, { respondBy: minute(respondBy) })],
    })),
    {
      name: 'happens, rule 10: two visits at once that are a pair',
      given: [],
      when: request({ visits: pair, rowOf: [0, 0], rounds: [round([OAK])], facts: allIsWell([NOON, PAIRED]) }),
      then: [requested({ visits: pair, rounds: [round([OAK])] }), offerMade(OAK, { visitIds: [NOON, PAIRED] })],
    },
    {
      name: 'happens, rule 9: one visit begins when the other ends',
      given: [],
      when: request({ visits: [noon(), visitAt(225, { visitId: EVENING })], rounds: [round([OAK])] }),
      then: [
        requested({ visits: [noon(), visitAt(225, { visitId: EVENING })], rounds: [round([OAK])] }),
        offerMade(OAK),
      ],
    },
    {
      name: 'happens, rule 9: so it is where the earlier visit is named later',
      given: [],
      when: request({ visits: [evening(), visitAt(495, { visitId: NOON })], rounds: [round([OAK])] }),
      then: [
        requested({ visits: [evening(), visitAt(495, { visitId: NOON })], rounds: [round([OAK])] }),
        offerMade(OAK, { visitIds: [EVENING, NOON] }),
      ],
    },
    {
      name: 'happens, rule 9: physical care for all minutes but one, then daily living',
      given: [],
      when: request({ visits: [thenDailyLiving(44)], rounds: [round([OAK])] }),
      then: [
        requested({ visits: [thenDailyLiving(44)], rounds: [round([OAK])] }),
        offerMade(OAK, { visitIds: [NOON] }),
      ],
    },
    {
      name: 'happens, rule 28: each offer names the fee of each visit and what it comes from, that once',
      given: [],
      when: request({
        facts: exceptOffice(ELM, EVENING, { price: { basis: perVisitBasis(4500, 2), feeYen: 4500 } }),
      }),
      then: [
        requested(),
        offerMade(OAK),
        offerMade(ELM, {
          bases: [BASIS, perVisitBasis(4500, 2)],
          fees: [
            { visitId: NOON, basis: 0, feeYen: 4000 },
            { visitId: EVENING, basis: 1, feeYen: 4500 },
          ],
        }),
      ],
    },
    {
      name: 'happens without a note',
      given: [],
      when: request({ note: null }),
      then: [requested({ note: null }), offerMade(OAK), offerMade(ELM)],
    },
  ]),
);

t.test('what is refused', async (t) =>
  specify(t, delegation, minute(0), [
    {
      name: 'refused: DIRECT with two rounds',
      given: [],
      when: request({ mode: 'DIRECT', rounds: [round([OAK]), round([ELM])] }),
      refused: 'DIRECT_ONE_OFFICE',
      path: ['rounds'],
    },
    {
      name: 'refused: DIRECT with two offices',
      given: [],
      when: request({ mode: 'DIRECT', rounds: [round([OAK, ELM])] }),
      refused: 'DIRECT_ONE_OFFICE',
      path: ['rounds'],
    },
    {
      name: 'refused, rule 9: visits of the request overlap by a minute',
      given: [],
      when: request({ visits: [noon(), visitAt(224, { visitId: EVENING })] }),
      refused: 'VISITS_OVERLAP',
      path: ['visits', '1', 'plannedStart'],
    },
    {
      name: 'refused, rule 9: an earlier visit, named later, overlaps by a minute',
      given: [],
      when: request({ visits: [evening(), visitAt(496, { visitId: NOON })] }),
      refused: 'VISITS_OVERLAP',
      path: ['visits', '1', 'plannedStart'],
    },
    {
      name: 'refused, rule 10: a third visit at the same time as a pair; the row is named',
      given: [],
      when: request({ visits: [...pair, visitAt(180, { visitId: EVENING, place: 2 })], rowOf: [0, 0, 1] }),
      refused: 'VISITS_OVERLAP',
      path: ['visits', '1', 'plannedStart'],
    },
    ...againstVisits.map(({ what, code, facts }) => ({
      name: `refused, rule 9: ${what}`,
      given: [],
      when: request({ facts: facts(EVENING) }),
      refused: code,
      path: ['visits', '1', 'plannedStart'],
    })),
    {
      name: 'refused, rule 9: nothing is known of the requester on the visit’s day',
      given: [],
      when: request({ facts: allIsWell([NOON]) }),
      refused: 'OFFICE_NOT_PARTNER',
      path: ['visits', '1', 'plannedStart'],
    },
    {
      name: 'refused, rule 9: the start has come',
      given: [],
      when: request(),
      at: minute(180),
      refused: 'VISIT_IN_PAST',
      path: ['visits', '0', 'plannedStart'],
    },
    ...[44, 46].map((minutes) => ({
      name: `refused, rule 9: ${minutes} minutes, of a plan of 45`,
      given: [],
      when: request({ visits: [noon({ minutes })] }),
      refused: 'MINUTES_DIFFER',
      path: ['visits', '0', 'minutes'],
    })),
    {
      name: 'refused, rule 41: a planned task that is not in the catalogue',
      given: [],
      when: request({ visits: [noon(), evening({ tasks: ['EXCRETION', '散歩'] })] }),
      refused: 'TASK_UNKNOWN',
      path: ['visits', '1', 'tasks'],
    },
    ...[
      { what: 'not named', plan: thenDailyLiving(null) },
      { what: 'as many as the whole', plan: thenDailyLiving(45) },
      { what: 'named where nothing follows them', plan: noon({ physicalMinutes: 20 }) },
    ].map(({ what, plan }) => ({
      name: `refused, rule 9: minutes of physical care ${what}`,
      given: [],
      when: request({ visits: [plan] }),
      refused: 'PHYSICAL_MINUTES_MISSING',
      path: ['visits', '0', 'physicalMinutes'],
    })),
    ...againstOffices.map(({ what, code, ofVisit, facts }) => ({
      name: `refused, rule 9: of an office of a later round, ${what}`,
      given: [],
      when: request({ rounds: [round([OAK]), round([ELM, ASH])], facts: facts(ASH, EVENING) }),
      refused: code,
      path: ofVisit ? ['visits', '1', ofVisit] : ['rounds', '1', 'officeIds', '1'],
    })),
    {
      name: 'refused, rule 9: nothing is known of an office on the visit’s day',
      given: [],
      when: request({ rounds: [round([OAK, uuidOf('an office elsewhere')])] }),
      refused: 'OFFICE_NOT_ASSIST',
      path: ['rounds', '0', 'officeIds', '1'],
    },
    {
      name: 'refused, rule 9: the requester asks itself',
      given: [],
      when: request({ rounds: [round([PARTNER])] }),
      refused: 'OFFICE_NOT_ASSIST',
      path: ['rounds', '0', 'officeIds', '0'],
    },
    {
      name: 'refused, rule 9: visits are looked at before offices',
      given: [],
      when: request({
        facts: exceptVisit(EVENING, { clientConsents: false }, exceptOffice(OAK, NOON, { isAssist: false })),
      }),
      refused: 'CONSENT_MISSING',
      path: ['visits', '1', 'plannedStart'],
    },
  ]),
);

t.test('what stands already', async (t) =>
  specify(t, delegation, minute(30), [
    { name: 'repeated: the delegation stands already', given: offered(), when: request(), then: [] },
    {
      name: 'stale: the delegation stands and has ended meanwhile, whatever the request says now',
      given: offered('FIRST_TO_ACCEPT', ...at(20, withdrawn(BOTH))),
      when: request({ mode: 'DIRECT', note: TEXT }),
      then: [],
    },
  ]),
);
