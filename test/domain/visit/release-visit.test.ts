import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  CANCELLED,
  CHANGE,
  CHANGED_TWICE,
  changeLapsed,
  MISSED,
  made,
  NOW,
  OTHER_OFFICE,
  PLANNED,
  RELEASED,
  RETURNED,
  released,
  SECOND_CHANGE,
  STARTED,
  scheduled,
  VERIFIED,
} from './example-visit.ts';
import { releaseVisit } from './example-visit-commands.ts';

specify(t, visit, NOW, [
  {
    name: 'happens, rule 22: the office has given the visit back',
    given: PLANNED,
    when: releaseVisit(),
    then: [released()],
  },
  ...[
    { status: 'a punch', given: STARTED },
    { status: 'a record of what began when it was handed back', given: made(-90, -45) },
    { status: 'a record that was returned, of what began later', given: RETURNED },
  ].map(({ status, given }) => ({
    name: `happens, rule 22: even where ${status} slipped in between`,
    given,
    when: releaseVisit(),
    then: [released()],
  })),
  {
    name: 'happens, rule 22: even where what began before was recorded, if another office has it by now',
    given: made(-91, -46),
    when: releaseVisit({ isTaken: true }),
    then: [released()],
  },
  {
    name: 'stale, rule 22: what began before it was handed back is recorded by now: it stays the office\u2019s',
    given: made(-91, -46),
    when: releaseVisit(),
    then: [],
  },
  ...[
    { followed: 'none of two', changeId: null, lapsed: CHANGE },
    { followed: 'the first of two', changeId: CHANGE, lapsed: SECOND_CHANGE },
    { followed: 'both', changeId: SECOND_CHANGE, lapsed: null },
  ].map(({ followed, changeId, lapsed }) => ({
    name: `happens, rule 22: the delegation has followed ${followed} changes of plan: from the next on they fall away`,
    given: CHANGED_TWICE,
    when: releaseVisit({ changeId }),
    then: [released(), ...(lapsed === null ? [] : [changeLapsed(-90, lapsed)])],
  })),
  {
    name: 'happens, rule 22: the next office gives it back too',
    given: [...RELEASED, scheduled({ assistOfficeId: OTHER_OFFICE })],
    when: releaseVisit({ assistOfficeId: OTHER_OFFICE }),
    then: [released(OTHER_OFFICE)],
  },
  { name: 'refused: no such visit', given: [], when: releaseVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  { name: 'repeated: it is released already', given: RELEASED, when: releaseVisit(), then: [] },
  {
    name: 'stale: another office has it by now',
    given: [...RELEASED, scheduled({ assistOfficeId: OTHER_OFFICE })],
    when: releaseVisit(),
    then: [],
  },
  ...[
    { status: 'verified', given: VERIFIED },
    { status: 'reported missed', given: MISSED },
    { status: 'cancelled', given: CANCELLED },
  ].map(({ status, given }) => ({
    name: `stale: it is ${status} by now`,
    given,
    when: releaseVisit(),
    then: [],
  })),
]);
