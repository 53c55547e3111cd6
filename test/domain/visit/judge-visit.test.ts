import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  at,
  type Code,
  cancelled,
  MADE,
  MISSED,
  NOW,
  OTHER_VISIT,
  PLANNED,
  RETURNED,
  raised,
  released,
  resolved,
  STARTED,
  scheduled,
  sealed,
  stamped,
  THIRD_VISIT,
  VERIFIED,
} from './example-visit.ts';
import { firing, judgeVisit } from './example-visit-commands.ts';

const other = { otherVisitId: OTHER_VISIT };
const third = { otherVisitId: THIRD_VISIT };
const overlaps = raised('CLIENT_OVERLAP', other);
const acceptedAt = (minutes: number) =>
  stamped(minutes, resolved('CLIENT_OVERLAP', { ...other, how: 'AS_PLANNED', reason: sealed('so-it-was') }));
const acknowledged = resolved('WITHIN_TWO_HOURS', { ...other, how: 'ACKNOWLEDGED', reason: sealed('fine') });
const onlyDailyLiving = judgeVisit({ qualifications: ['DAILY_LIVING_ONLY'] });
const overlapsStill = (minutes: number) =>
  judgeVisit({ firing: [firing('CLIENT_OVERLAP', { otherChangedAt: at(minutes) })] });
const between: readonly Code[] = ['CAREGIVER_OVERLAP', 'CLIENT_OVERLAP', 'WITHIN_TWO_HOURS'];

specify(t, visit, NOW, [
  ...between.map((code) => ({
    name: `happens, rule 24: ${code} is raised`,
    given: MADE,
    when: judgeVisit({ firing: [firing(code)] }),
    then: [raised(code, other)],
  })),
  ...between.map((code) => ({
    name: `happens, rule 25: ${code} is lifted when it no longer fires`,
    given: [...MADE, raised(code, other)],
    when: judgeVisit(),
    then: [resolved(code, other)],
  })),
  {
    name: 'happens, rule 24: on a record that was returned',
    given: RETURNED,
    when: judgeVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    then: [overlaps],
  },
  {
    name: 'happens, rule 24: after verifying',
    given: VERIFIED,
    when: judgeVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    then: [overlaps],
  },
  {
    name: 'happens, rule 25: and is lifted after verifying',
    given: [...VERIFIED, overlaps],
    when: judgeVisit(),
    then: [resolved('CLIENT_OVERLAP', other)],
  },
  {
    name: 'happens, rule 24: with another visit than before, by each visit for itself',
    given: [...MADE, overlaps],
    when: judgeVisit({ firing: [firing('CLIENT_OVERLAP', third)] }),
    then: [resolved('CLIENT_OVERLAP', other), raised('CLIENT_OVERLAP', third)],
  },
  {
    name: 'happens, rule 25: raised anew after it was lifted',
    given: [...MADE, overlaps, resolved('CLIENT_OVERLAP', other)],
    when: judgeVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    then: [overlaps],
  },
  {
    name: "happens, rule 25: accepted as planned falls a minute after, by the other one's record",
    given: [...MADE, overlaps, acceptedAt(100)],
    when: overlapsStill(101),
    then: [overlaps],
  },
  {
    name: 'happens, rule 24: the caregiver has lost the qualification since',
    given: MADE,
    when: onlyDailyLiving,
    then: [raised('QUALIFICATION_MISSING')],
  },
  {
    name: 'happens, rule 25: the caregiver has gained it since',
    given: [...MADE, raised('QUALIFICATION_MISSING')],
    when: judgeVisit(),
    then: [resolved('QUALIFICATION_MISSING')],
  },
  {
    name: 'happens, rule 24: both at once, what is lifted first',
    given: [...RETURNED, overlaps],
    when: judgeVisit({ firing: [firing('CAREGIVER_OVERLAP')], qualifications: ['DAILY_LIVING_ONLY'] }),
    then: [resolved('CLIENT_OVERLAP', other), raised('CAREGIVER_OVERLAP', other), raised('QUALIFICATION_MISSING')],
  },
  {
    name: 'happens: nothing, to what lies within the visit',
    given: [...MADE, raised('MANUAL_TIME')],
    when: judgeVisit(),
    then: [],
  },
  {
    name: 'happens: nothing, where 生活援助 asks for no qualification',
    given: [scheduled({ service: 'DAILY_LIVING' }), ...MADE.slice(1)],
    when: onlyDailyLiving,
    then: [],
  },
  {
    name: 'happens: nothing, to the qualification behind a verified record',
    given: VERIFIED,
    when: onlyDailyLiving,
    then: [],
  },
  { name: 'refused: no such visit', given: [], when: judgeVisit(), refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  {
    name: 'repeated: it is raised already',
    given: [...MADE, overlaps],
    when: judgeVisit({ firing: [firing('CLIENT_OVERLAP')] }),
    then: [],
  },
  {
    name: 'repeated: it was acknowledged, and stays so',
    given: [...MADE, raised('WITHIN_TWO_HOURS', other), acknowledged],
    when: judgeVisit({ firing: [firing('WITHIN_TWO_HOURS', { otherChangedAt: at(170) })] }),
    then: [],
  },
  {
    name: 'repeated, rule 25: accepted as planned holds for the record that stood then',
    given: [...MADE, overlaps, acceptedAt(100)],
    when: overlapsStill(100),
    then: [],
  },
  {
    name: 'repeated: its missing qualification is raised already',
    given: [...MADE, raised('QUALIFICATION_MISSING')],
    when: onlyDailyLiving,
    then: [],
  },
  {
    name: 'repeated: it is lifted already',
    given: [...MADE, overlaps, resolved('CLIENT_OVERLAP', other)],
    when: judgeVisit(),
    then: [],
  },
  ...[
    { status: 'not begun', given: PLANNED },
    { status: 'not recorded', given: STARTED },
    { status: 'missed', given: MISSED },
    { status: 'cancelled', given: [...MADE, overlaps, cancelled(0, 100, 4500)] },
    { status: 'released', given: [...MADE, overlaps, released()] },
  ].flatMap(({ status, given }) => [
    {
      name: `stale: it is ${status} by now, so nothing is raised`,
      given,
      when: judgeVisit({ firing: [firing('CAREGIVER_OVERLAP')], qualifications: ['DAILY_LIVING_ONLY'] }),
      then: [],
    },
    { name: `stale: it is ${status} by now, so nothing is lifted`, given, when: judgeVisit(), then: [] },
  ]),
]);
