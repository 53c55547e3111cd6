import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  assigned,
  at,
  CANCELLED,
  CHANGE_OPEN,
  CHANGED,
  changeAgreed,
  changeDeclined,
  changedFee,
  changedPlan,
  changeLapsed,
  changeProposed,
  fee,
  MADE,
  MADE_LONG,
  NOW,
  PARTNER,
  raised,
  released,
  resolved,
  STARTED,
  sealed,
  started,
  VERIFIED,
} from './example-visit.ts';
import { answerVisitChange } from './example-visit-commands.ts';

const office = { isAssist: true, offersService: true, price: { basis: basis(), feeYen: 6000 } };
const otherBasis = basis({ yenPerHour: 8000 });
/** 70 minutes, as they were: for 7,000 yen. */
const asMade = { ...changedPlan, minutes: 70, plannedStart: at(0), plannedEnd: at(70) };
const afterRecord = { proposedByOfficeId: ASSIST, ...asMade, answerBy: at(75 + 72 * 60) };
const feeAsMade = fee({ serviceCode: '111311', units: 567, feeYen: 7000, minutes: 70 });
const agreed = changeAgreed();

specify(t, visit, at(-60), [
  { name: 'happens, rule 22: the other office agrees', given: CHANGE_OPEN, when: answerVisitChange(), then: [agreed] },
  {
    name: 'happens, rule 28: the new basis stands in the answer, and prices the new plan',
    given: CHANGE_OPEN,
    when: answerVisitChange({ officeFacts: { ...office, price: { basis: otherBasis, feeYen: 8000 } } }),
    then: [changeAgreed({ basis: otherBasis, fee: { ...changedFee, feeYen: 8000 } })],
  },
  {
    name: 'happens: who does not work for the office on the new day is no longer assigned',
    given: [...CHANGE_OPEN, assigned()],
    when: answerVisitChange({ works: false }),
    then: [agreed, assigned(null)],
  },
  {
    name: 'happens: whoever works there then stays assigned',
    given: [...CHANGE_OPEN, assigned()],
    when: answerVisitChange(),
    then: [agreed],
  },
  {
    name: 'happens: declined, with a note; whatever stands against the plan',
    given: CHANGE_OPEN,
    when: answerVisitChange({ agree: false, note: sealed('full'), officeFacts: { ...office, isAssist: false } }),
    then: [changeDeclined({ note: sealed('full') })],
  },
  {
    name: 'happens, rules 24, 25, 29: after the record what no longer fires is lifted, and the fee follows the plan',
    given: [...MADE_LONG, changeProposed(afterRecord)],
    when: answerVisitChange({ byOfficeId: PARTNER }),
    at: NOW,
    then: [changeAgreed({ ...asMade, isBeforeVisit: false, fee: feeAsMade }, PARTNER), resolved('DURATION_DIFFERS')],
  },
  {
    name: 'refused, rule 22: after the record to a time to come, though an earlier version took the proposal',
    given: [...MADE, changeProposed({ plannedStart: at(181), plannedEnd: at(241), answerBy: at(50 + 72 * 60) })],
    when: answerVisitChange(),
    at: NOW,
    refused: 'PLAN_NOT_AS_MADE',
    path: ['changeId'],
  },
  {
    name: 'happens, rule 24: after the record what fires by the new plan alone is raised',
    given: [...MADE, changeProposed({ answerBy: at(50 + 72 * 60) })],
    when: answerVisitChange(),
    at: NOW,
    then: [changeAgreed({ isBeforeVisit: false }), raised('DURATION_DIFFERS'), raised('START_DIFFERS')],
  },
  {
    name: 'happens, rule 25: accepted as planned is answered anew by another plan',
    given: [
      ...MADE_LONG,
      resolved('DURATION_DIFFERS', { how: 'AS_PLANNED', reason: sealed('true') }),
      changeProposed({ ...afterRecord, minutes: 50, plannedEnd: at(50) }),
    ],
    when: answerVisitChange({ byOfficeId: PARTNER }),
    at: NOW,
    then: [
      changeAgreed(
        {
          ...asMade,
          minutes: 50,
          plannedEnd: at(50),
          isBeforeVisit: false,
          fee: fee({ feeYen: 5000, minutes: 50 }),
        },
        PARTNER,
      ),
      raised('DURATION_DIFFERS'),
    ],
  },
  { name: 'refused: no such visit', given: [], when: answerVisitChange(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'refused: none is open',
    given: MADE,
    when: answerVisitChange(),
    refused: 'CHANGE_NOT_OPEN',
    path: ['changeId'],
  },
  {
    name: 'refused: of its own office',
    given: CHANGE_OPEN,
    when: answerVisitChange({ byOfficeId: PARTNER }),
    refused: 'OWN_PROPOSAL',
    path: ['changeId'],
  },
  {
    name: 'refused, rule 9: another visit of the client has been asked for then meanwhile',
    given: CHANGE_OPEN,
    when: answerVisitChange({
      visitFacts: { clientGone: null, requesterIsPartner: true, clientConsents: true, overlaps: true },
    }),
    refused: 'VISITS_OVERLAP',
    path: ['changeId'],
  },
  {
    name: 'refused, rule 28: no terms are in force on the new day by now',
    given: CHANGE_OPEN,
    when: answerVisitChange({ officeFacts: { ...office, price: null } }),
    refused: 'TERMS_MISSING',
    path: ['changeId'],
  },
  {
    name: 'refused, rule 8: its time is over, though the process has not written it yet',
    given: CHANGE_OPEN,
    when: answerVisitChange(),
    at: at(0),
    refused: 'CHANGE_NOT_OPEN',
    path: ['changeId'],
  },
  { name: 'repeated: it is agreed on', given: CHANGED, when: answerVisitChange(), then: [] },
  {
    name: 'repeated: it is declined',
    given: [...CHANGE_OPEN, changeDeclined()],
    when: answerVisitChange({ agree: false }),
    then: [],
  },
  ...[
    { what: 'it was declined', given: [...CHANGE_OPEN, changeDeclined()] },
    { what: 'it lapsed', given: [...CHANGE_OPEN, changeLapsed(0)] },
    { what: 'the visit was released', given: [...CHANGE_OPEN, released()] },
    { what: 'the visit was cancelled', given: [...CHANGE_OPEN, ...CANCELLED.slice(1)] },
    { what: 'the record was verified', given: [...CHANGE_OPEN, ...VERIFIED.slice(1)] },
  ].map(({ what, given }) => ({
    name: `stale: ${what} meanwhile`,
    given,
    when: answerVisitChange(),
    refused: 'CHANGE_NOT_OPEN',
    path: ['changeId'],
  })),
  ...[
    { cover: 'WITHDRAWN' as const, code: 'VISIT_CANCELLED' },
    { cover: 'RELEASED' as const, code: 'VISIT_RELEASED' },
  ].map(({ cover, code }) => ({
    name: `stale, rule 22: the delegation says ${cover}, and the visit has not followed yet`,
    given: CHANGE_OPEN,
    when: answerVisitChange({ cover }),
    refused: code,
    path: ['visitId'],
  })),
  {
    name: 'stale, rule 22: somebody is there by the plan that stands',
    given: [...CHANGE_OPEN, started(-60)],
    when: answerVisitChange(),
    refused: 'VISIT_STARTED',
    path: ['visitId'],
  },
  {
    name: 'stale: somebody is there, and a no is taken all the same',
    given: [...STARTED, changeProposed()],
    when: answerVisitChange({ agree: false }),
    then: [changeDeclined()],
  },
]);
