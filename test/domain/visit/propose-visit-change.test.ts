import t from 'tap';
import { MOST_PLAN_CHANGES } from '../../../src/domain/limits.ts';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  at,
  CANCELLED,
  CHANGE_OPEN,
  CHANGED,
  changeDeclined,
  changedPlan,
  changeLapsed,
  changeProposed,
  MADE,
  MISSED,
  NOW,
  PARTNER,
  PLANNED,
  RELEASED,
  RETURNED,
  STARTED,
  sealed,
  stamped,
  VERIFIED,
} from './example-visit.ts';
import { proposeVisitChange } from './example-visit-commands.ts';

const isWell = { clientGone: null, requesterIsPartner: true, clientConsents: true, overlaps: false };
const office = { isAssist: true, offersService: true, price: { basis: basis(), feeYen: 6000 } };
/** What other streams say against a plan, with the code and where the input is at fault. */
const against = [
  { code: 'OFFICE_NOT_PARTNER', over: { visitFacts: { ...isWell, requesterIsPartner: false } }, path: 'plannedStart' },
  { code: 'CONSENT_MISSING', over: { visitFacts: { ...isWell, clientConsents: false } }, path: 'plannedStart' },
  { code: 'VISITS_OVERLAP', over: { visitFacts: { ...isWell, overlaps: true } }, path: 'plannedStart' },
  { code: 'OFFICE_NOT_ASSIST', over: { officeFacts: { ...office, isAssist: false } }, path: 'visitId' },
  { code: 'SERVICE_NOT_OFFERED', over: { officeFacts: { ...office, offersService: false } }, path: 'visitId' },
  { code: 'TERMS_MISSING', over: { officeFacts: { ...office, price: null } }, path: 'visitId' },
  {
    code: 'NO_PRICE',
    over: { officeFacts: { ...office, price: { refusal: 'NO_PRICE', field: 'minutes' } } },
    path: 'visitId',
  },
  {
    code: 'NO_SERVICE_CODE',
    over: { officeFacts: { ...office, price: { refusal: 'NO_SERVICE_CODE', field: 'minutes' } } },
    path: 'minutes',
  },
];
const often = Array.from({ length: MOST_PLAN_CHANGES }, () => [changeProposed(), changeDeclined()]).flat();

specify(t, visit, at(-120), [
  {
    name: 'happens, rule 22: another time and length',
    given: PLANNED,
    when: proposeVisitChange(),
    then: [changeProposed()],
  },
  {
    name: 'happens: an earlier time is answered before that',
    given: PLANNED,
    when: proposeVisitChange({ minutes: 45, plannedStart: at(-60), plannedEnd: at(-15) }),
    then: [changeProposed({ minutes: 45, plannedStart: at(-60), plannedEnd: at(-15), answerBy: at(-60) })],
  },
  {
    name: 'happens: absent fields stay, and the assist office may propose too',
    given: PLANNED,
    when: proposeVisitChange({
      byOfficeId: ASSIST,
      service: 'DAILY_LIVING',
      minutes: undefined,
      plannedStart: undefined,
      plannedEnd: undefined,
    }),
    then: [
      changeProposed({
        proposedByOfficeId: ASSIST,
        service: 'DAILY_LIVING',
        minutes: 45,
        plannedStart: at(0),
        plannedEnd: at(45),
      }),
    ],
  },
  {
    name: 'happens: after one was declined, and after another was agreed on',
    given: [...CHANGED, changeProposed({ minutes: 30, plannedEnd: at(150) }), changeDeclined()],
    when: proposeVisitChange({ minutes: 90, plannedEnd: at(210) }),
    then: [changeProposed({ minutes: 90, plannedEnd: at(210), answerBy: at(120) })],
  },
  {
    name: 'happens, rules 8, 22: one that nobody answered in time lapses first',
    given: [...PLANNED, changeProposed({ answerBy: at(-130) })],
    when: proposeVisitChange(),
    then: [changeLapsed(-130), changeProposed()],
  },
  {
    name: 'happens: after the record, where neither time nor office is judged any more, within 72 hours of it',
    given: MADE,
    when: proposeVisitChange({
      visitFacts: { clientGone: null, requesterIsPartner: false, clientConsents: false, overlaps: true },
      officeFacts: { ...office, isAssist: false, offersService: false },
    }),
    at: NOW,
    then: [changeProposed({ answerBy: at(50 + 72 * 60) })],
  },
  {
    name: 'happens: late after the record, and for a record that came back, there is a day to answer',
    given: RETURNED,
    when: proposeVisitChange(),
    at: at(5 * 24 * 60),
    then: [changeProposed({ answerBy: at(6 * 24 * 60) })],
  },
  {
    name: 'refused: no such visit',
    given: [],
    when: proposeVisitChange(),
    refused: 'VISIT_UNKNOWN',
    path: ['visitId'],
  },
  ...against.map(({ code, over, path }) => ({
    name: `refused, rule 9: before the visit as at an acceptance (${code})`,
    given: PLANNED,
    when: proposeVisitChange(over),
    refused: code,
    path: [path],
  })),
  {
    name: 'refused, rule 9: into the past',
    given: PLANNED,
    when: proposeVisitChange({ plannedStart: at(-120), plannedEnd: at(-60) }),
    refused: 'VISIT_IN_PAST',
    path: ['plannedStart'],
  },
  ...[PLANNED, MADE].map((given) => ({
    name: `refused, rule 9: minutes that are not those of the times, ${given === MADE ? 'after' : 'before'} the record`,
    given,
    when: proposeVisitChange({ minutes: 61 }),
    refused: 'MINUTES_DIFFER',
    path: ['minutes'],
  })),
  {
    name: 'refused, rule 9: 身体介護 minutes of a visit that is all of it',
    given: PLANNED,
    when: proposeVisitChange({ physicalMinutes: 30 }),
    refused: 'PHYSICAL_MINUTES_MISSING',
    path: ['physicalMinutes'],
  },
  {
    name: 'refused, rule 28: after the record a service that the office does not offer',
    given: MADE,
    when: proposeVisitChange({ service: 'DAILY_LIVING', officeFacts: { ...office, offersService: false } }),
    at: NOW,
    refused: 'SERVICE_NOT_OFFERED',
    path: ['service'],
  },
  {
    name: 'refused, rule 28: after the record to a day without terms',
    given: MADE,
    when: proposeVisitChange({ officeFacts: { ...office, price: null } }),
    at: NOW,
    refused: 'TERMS_MISSING',
    path: ['visitId'],
  },
  {
    name: 'happens: after the record to a day before it was made, at the furthest',
    given: MADE,
    when: proposeVisitChange({ plannedStart: at(-24 * 60), plannedEnd: at(-23 * 60) }),
    at: NOW,
    then: [changeProposed({ plannedStart: at(-24 * 60), plannedEnd: at(-23 * 60), answerBy: at(50 + 72 * 60) })],
  },
  ...[
    { what: 'to come', start: 181, by: NOW },
    { what: 'a year ahead', start: 365 * 24 * 60, by: NOW },
    { what: 'past, but more than a day before', start: -24 * 60 - 1, by: NOW },
    { what: 'past, but more than a day after', start: 24 * 60 + 1, by: at(3 * 24 * 60) },
  ].map(({ what, start, by }) => ({
    name: `refused, rule 22: after the record to a time ${what}`,
    given: MADE,
    when: proposeVisitChange({ plannedStart: at(start), plannedEnd: at(start + 60) }),
    at: by,
    refused: 'PLAN_NOT_AS_MADE',
    path: ['plannedStart'],
  })),
  {
    name: 'refused: the plan as it stands',
    given: CHANGED,
    when: proposeVisitChange(),
    refused: 'PLAN_UNCHANGED',
    path: ['visitId'],
  },
  {
    name: 'refused: another is open, of whichever office',
    given: CHANGE_OPEN,
    when: proposeVisitChange({ byOfficeId: ASSIST }),
    refused: 'CHANGE_OPEN',
    path: ['visitId'],
  },
  {
    name: 'refused, rule 49: as often as an office may',
    given: [...PLANNED, ...often],
    when: proposeVisitChange(),
    refused: 'TOO_MANY_CHANGES',
    path: ['visitId'],
  },
  {
    name: 'happens, rule 49: as often as the other office has is its own matter',
    given: [...PLANNED, ...often],
    when: proposeVisitChange({ byOfficeId: ASSIST }),
    then: [changeProposed({ proposedByOfficeId: ASSIST })],
  },
  { name: 'repeated: the same of the same office is open', given: CHANGE_OPEN, when: proposeVisitChange(), then: [] },
  ...[
    { what: 'somebody is there', given: STARTED, code: 'VISIT_STARTED' },
    { what: 'the record was verified', given: VERIFIED, code: 'RECORD_VERIFIED' },
    { what: 'it was reported missed', given: MISSED, code: 'VISIT_MISSED' },
    { what: 'it was cancelled', given: CANCELLED, code: 'VISIT_CANCELLED' },
    { what: 'it was released', given: RELEASED, code: 'VISIT_RELEASED' },
  ].map(({ what, given, code }) => ({
    name: `stale: ${what} meanwhile`,
    given,
    when: proposeVisitChange(),
    refused: code,
    path: ['visitId'],
  })),
  {
    name: 'stale: its start has come, and nothing is recorded yet',
    given: PLANNED,
    when: proposeVisitChange(),
    at: at(0),
    refused: 'VISIT_STARTED',
    path: ['visitId'],
  },
  {
    name: 'stale, rule 25: a record that slipped in before the start is changed as one that was made',
    given: [
      ...PLANNED,
      stamped(-120, changeProposed({ proposedByOfficeId: PARTNER })),
      changeDeclined(),
      ...MADE.slice(1),
    ],
    when: proposeVisitChange({ reason: sealed('longer') }),
    at: NOW,
    then: [changeProposed({ ...changedPlan, reason: sealed('longer'), answerBy: at(50 + 72 * 60) })],
  },
]);
