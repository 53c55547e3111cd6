import t from 'tap';
import type { Uuid } from '../../../src/domain/ids.ts';
import { visit } from '../../../src/domain/visit/decider.ts';
import type { VisitEvent } from '../../../src/domain/visit/events.ts';
import { effectiveTimes, minutesWorked, openExceptions } from '../../../src/domain/visit/state.ts';
import { stateAfter } from '../../support/specification.ts';
import { basis } from '../fees/example-basis.ts';
import {
  ASSIST,
  amended,
  assigned,
  at,
  CANCELLED,
  CAREGIVER,
  CHANGE,
  CHANGED,
  CHANGED_TWICE,
  type Code,
  cancelled,
  cancelledAtDoor,
  changeLapsed,
  content,
  ended,
  fee,
  latePunchKept,
  MADE,
  MADE_LONG,
  MISSED,
  OTHER_CAREGIVER,
  OTHER_OFFICE,
  OTHER_VISIT,
  PLANNED,
  plan,
  punched,
  punchWithdrawn,
  RELEASED,
  RETURNED,
  raised,
  recorded,
  recordReturned,
  released,
  resolved,
  SECOND_CHANGE,
  STARTED,
  scheduled,
  sealed,
  stamped,
  started,
  THIRD_VISIT,
  VERIFIED,
  verified,
} from './example-visit.ts';

const after = (...history: readonly VisitEvent[]) => {
  const state = stateAfter(visit, history);
  if (state.status === 'NONE') throw new Error('a visit that is scheduled');
  return state;
};

t.test('rule 22: a change that fell away with a release leaves the plan and price that stood before', async (t) => {
  const { plan: before, fee: feeBefore } = after(...PLANNED);
  const changed = after(...CHANGED);
  t.not(changed.plan.plannedStart, before.plannedStart);
  const { plan: now, fee, changes } = after(...CHANGED, stamped(-109, released()), changeLapsed(-109));
  t.strictSame([now, fee], [before, feeBefore]);
  t.match(changes, {
    open: null,
    toFollow: null,
    agreed: [],
    last: { how: 'LAPSED', forOfficeId: before.partnerOfficeId },
  });
});

t.test(
  'rule 22: of two, the first takes the second with it, which leaves the first where it falls away alone',
  async (t) => {
    const fallenAway = (changeId: Uuid) =>
      after(...CHANGED_TWICE, stamped(-107, released()), changeLapsed(-107, changeId));
    t.strictSame(fallenAway(CHANGE).plan, after(...PLANNED).plan);
    t.strictSame(fallenAway(SECOND_CHANGE).plan, after(...CHANGED).plan);
  },
);

t.test('rule 22: the status that each event leads to', async (t) => {
  const statuses: readonly (readonly [string, readonly VisitEvent[]])[] = [
    ['SCHEDULED', PLANNED],
    ['SCHEDULED', [...PLANNED, assigned()]],
    ['IN_PROGRESS', [...PLANNED, started()]],
    ['IN_PROGRESS', [...PLANNED, ended()]],
    ['IN_PROGRESS', [...STARTED, ended()]],
    ['RECORDED', MADE],
    ['RECORDED', MADE_LONG],
    ['RETURNED', RETURNED],
    ['RECORDED', [...RETURNED, amended()]],
    ['VERIFIED', VERIFIED],
    ['RECORDED', [...VERIFIED, amended()]],
    ['RETURNED', [...VERIFIED, recordReturned()]],
    ['MISSED', MISSED],
    ['RECORDED', [...MISSED, recorded()]],
    ['CANCELLED', CANCELLED],
    ['RELEASED', RELEASED],
    ['SCHEDULED', [...RELEASED, scheduled()]],
  ];
  t.strictSame(
    statuses.map(([, history]) => after(...history).status),
    statuses.map(([status]) => status),
  );
});

t.test('rule 23: a punch that comes late leaves the status as it is', async (t) => {
  const late = (history: readonly VisitEvent[]) => [started(), ended()].map((punch) => after(...history, punch).status);
  t.strictSame([MISSED, MADE, RETURNED].map(late), [
    ['MISSED', 'MISSED'],
    ['RECORDED', 'RECORDED'],
    ['RETURNED', 'RETURNED'],
  ]);
});

t.test('nothing but a schedule begins a visit', async (t) => {
  t.strictSame(stateAfter(visit, [started(), recorded()]), { status: 'NONE' });
});

t.test('an amendment of what was never recorded changes nothing', async (t) => {
  t.strictSame(after(...STARTED, amended()), after(...STARTED));
});

t.test('rule 22: scheduled once more, a visit begins anew', async (t) => {
  const again = scheduled({ assistOfficeId: OTHER_OFFICE, fee: fee({ feeYen: 3000 }) });
  const { at: _at, ...punch } = punched(0);
  t.strictSame(after(...MADE_LONG, released(), again), {
    status: 'SCHEDULED',
    plan: { ...plan, assistOfficeId: OTHER_OFFICE, basis: basis(), fee: fee({ feeYen: 3000 }) },
    fee: fee({ feeYen: 3000 }),
    caregiverId: null,
    assignments: 0,
    replaced: [],
    start: null,
    end: null,
    withdrawnPunches: [],
    record: null,
    cancellation: null,
    doors: 0,
    lostBy: [
      {
        officeId: ASSIST,
        caregiverId: CAREGIVER,
        replaced: [],
        at: at(-90),
        start: { at: at(0), ...punch },
        end: { at: at(70), ...punch },
      },
    ],
    changes: { open: null, last: null, toFollow: null, agreed: [], changedAt: null, earlier: [], proposals: {} },
    exceptions: [],
  });
});

t.test('rule 22: who has lost a visit, and since when', async (t) => {
  const lostBy = (...history: readonly VisitEvent[]) =>
    after(...history).lostBy.map(({ officeId, caregiverId, at: lost }) => [officeId, caregiverId, lost]);
  const toOther = scheduled({ assistOfficeId: OTHER_OFFICE });
  const givenBack = [...PLANNED, assigned(), released(ASSIST, -60)];
  const byAssist = [ASSIST, CAREGIVER, at(-60)];
  t.strictSame(lostBy(...PLANNED, assigned()), []);
  t.strictSame(lostBy(...PLANNED, cancelled(60, 50, 2250)), [[ASSIST, null, at(-60)]]);
  t.strictSame(lostBy(...givenBack), [byAssist]);
  t.strictSame(lostBy(...givenBack, cancelled(0, 0, 0)), [byAssist], 'nobody had it at its start');
  t.strictSame(lostBy(...givenBack, toOther), [byAssist]);
  t.strictSame(lostBy(...givenBack, toOther, released(OTHER_OFFICE, -30)), [byAssist, [OTHER_OFFICE, null, at(-30)]]);
  t.strictSame(lostBy(...givenBack, scheduled()), [], 'the same office has taken it again');
  t.strictSame(lostBy(...givenBack, recorded()), [], 'it made it after all');
});

t.test('rule 22: what an office has punched goes with it, and stands where it has the visit again', async (t) => {
  const givenBack = [...PLANNED, assigned(), started(-5), released(ASSIST, 0), ended(40)];
  const punches = (...history: readonly VisitEvent[]) => {
    const { status, start, end } = after(...history);
    return [status, start?.at ?? null, end?.at ?? null];
  };
  t.strictSame(punches(...givenBack), ['RELEASED', at(-5), at(40)]);
  const toOther = scheduled({ assistOfficeId: OTHER_OFFICE });
  t.strictSame(punches(...givenBack, toOther), ['SCHEDULED', null, null]);
  t.strictSame(punches(...givenBack, scheduled()), ['IN_PROGRESS', at(-5), at(40)]);
  const there = [...givenBack, toOther, started(3), released(OTHER_OFFICE, 10)];
  t.strictSame(punches(...there, scheduled()), ['IN_PROGRESS', at(-5), at(40)], 'each its own');
  const late = latePunchKept('START', -7);
  t.strictSame(
    punches(...PLANNED, released(), toOther, late, released(OTHER_OFFICE, -1), scheduled()),
    ['IN_PROGRESS', at(-7), null],
    'what came when another had it',
  );
});

t.test('rule 22: who was assigned before another was, until when', async (t) => {
  const { caregiverId, replaced } = after(
    ...PLANNED,
    stamped(-60, assigned()),
    stamped(-50, assigned(OTHER_CAREGIVER)),
    stamped(-40, assigned()),
    stamped(-30, assigned(null)),
  );
  t.equal(caregiverId, null);
  t.strictSame(replaced, [
    { caregiverId: OTHER_CAREGIVER, until: at(-40) },
    { caregiverId: CAREGIVER, until: at(-30) },
  ]);
});

t.test('rule 27: cancelled at the door, and sent back: by the plan again', async (t) => {
  const cancelledThere = after(...PLANNED, assigned(), cancelledAtDoor(2, { fee: fee({ feeYen: 2250 }) }));
  t.equal(cancelledThere.status, 'CANCELLED');
  t.match(cancelledThere.cancellation, { noticeMinutes: 0, atDoor: { at: at(2), reason: 'CLIENT_ABSENT' } });
  t.strictSame([cancelledThere.fee.feeYen, cancelledThere.lostBy], [2250, []], 'the office has it still');
  const back = visit.evolve(cancelledThere, recordReturned());
  t.match(back, { status: 'RETURNED', cancellation: null, record: null, fee: fee(), doors: 1 });
});

t.test('rule 22: a record in the place of a cancellation: by the plan again, and no cancellation', async (t) => {
  const { status, fee: priced, cancellation, record } = after(...PLANNED, cancelled(60, 50, 2250), recorded());
  t.strictSame([status, priced, cancellation, record?.wasGivenUp], ['RECORDED', fee(), null, true]);
});

t.test('rule 22: what the partner office has to answer for outlives the next schedule', async (t) => {
  const open = raised('RECORD_AFTER_RELEASE', { digest: 'digest', formerOfficeId: ASSIST });
  const { exceptions } = after(...RELEASED, raised('MANUAL_TIME'), open, scheduled({ assistOfficeId: OTHER_OFFICE }));
  t.strictSame(exceptions, [
    {
      code: 'RECORD_AFTER_RELEASE',
      severity: 'ACKNOWLEDGE',
      otherVisitId: null,
      digest: 'digest',
      formerOfficeId: ASSIST,
      how: null,
      resolvedAt: null,
    },
  ]);
});

t.test('rule 23: a punch that was taken back counts for nothing and is known again', async (t) => {
  const [start, end] = [punched(0), punched(45)];
  const of = (...history: readonly VisitEvent[]) => {
    const { status, start, end, withdrawnPunches } = after(...history);
    return [status, start?.at ?? null, end?.at ?? null, withdrawnPunches];
  };
  const gone = [{ ...start, punch: 'START' as const }];
  t.strictSame(of(...STARTED, punchWithdrawn()), ['SCHEDULED', null, null, gone]);
  t.strictSame(of(...STARTED, ended(), punchWithdrawn()), ['IN_PROGRESS', null, at(45), gone]);
  t.strictSame(of(...STARTED, ended(), punchWithdrawn('END'), punchWithdrawn()), [
    'SCHEDULED',
    null,
    null,
    [{ ...end, punch: 'END' }, ...gone],
  ]);
  t.strictSame(of(...MISSED, started(), punchWithdrawn()), ['MISSED', null, null, gone], 'the report stands');
  t.strictSame(of(...PLANNED, punchWithdrawn()), of(...PLANNED), 'there was none');
});

t.test('rule 24: what the partner office acknowledged falls with what changes of it', async (t) => {
  const acknowledged = (code: Code) => resolved(code, { how: 'ACKNOWLEDGED', reason: sealed('seen') });
  const answer = (code: Code, over: Parameters<typeof amended>[0]) =>
    after(...MADE, amended({ adjustedEnd: at(50) }), raised(code), acknowledged(code), amended(over)).exceptions[0]
      ?.how;
  const same = { adjustedEnd: at(50) };
  const bathed = { tasks: [{ code: 'BATHING', outcome: 'DONE' as const, note: null }] };
  t.equal(answer('TIMES_ADJUSTED', same), 'ACKNOWLEDGED');
  t.equal(answer('TIMES_ADJUSTED', { ...same, ...bathed }), 'ACKNOWLEDGED');
  t.equal(answer('TIMES_ADJUSTED', { adjustedEnd: at(51) }), 'LIFTED');
  t.equal(answer('TIMES_ADJUSTED', { ...same, adjustedStart: at(1) }), 'LIFTED');
  t.equal(answer('TASK_MISMATCH', same), 'ACKNOWLEDGED');
  t.equal(answer('TASK_MISMATCH', { adjustedEnd: at(51) }), 'ACKNOWLEDGED');
  t.equal(answer('TASK_MISMATCH', { ...same, ...bathed }), 'LIFTED');
  t.equal(answer('START_DIFFERS', { adjustedStart: at(40) }), 'ACKNOWLEDGED', 'the others stay');
});

t.test('rules 27, 28: the fee, from the plan to what it costs for good', async (t) => {
  const final = verified({ fee: fee({ feeYen: 5000, minutes: 50 }) });
  const yen = (...history: readonly VisitEvent[]) => after(...history).fee.feeYen;
  t.equal(yen(...PLANNED), 4500);
  t.equal(yen(...MADE), 4500);
  t.strictSame(after(...MADE, final).fee, fee({ feeYen: 5000, minutes: 50 }));
  t.strictSame(after(...MISSED).fee, fee({ feeYen: 0 }), 'missed: no fee');
  t.equal(yen(...MISSED, recorded()), 4500, 'a record in the place of a missed visit: by the plan again');
  t.equal(yen(...PLANNED, cancelled(60, 50, 2250)), 2250);
});

t.test('who makes the visit: assigned, replaced, gone, and named by the record', async (t) => {
  const who = (...history: readonly VisitEvent[]) => after(...history).caregiverId;
  t.equal(who(...PLANNED), null);
  t.equal(who(...PLANNED, assigned()), CAREGIVER);
  t.equal(who(...PLANNED, assigned(), assigned(OTHER_CAREGIVER)), OTHER_CAREGIVER);
  t.equal(who(...PLANNED, assigned(), assigned(null)), null);
  t.equal(who(...PLANNED, recorded({ caregiverId: OTHER_CAREGIVER })), OTHER_CAREGIVER);
  t.equal(who(...MADE, amended({ caregiverId: OTHER_CAREGIVER })), OTHER_CAREGIVER);
});

t.test('rule 26: the record in force keeps its recorded times and when and how it first came', async (t) => {
  const first = {
    startedAt: at(0),
    endedAt: at(45),
    startMethod: 'QR',
    endMethod: 'QR',
    enteredForCaregiver: false,
    deviceStart: null,
    deviceEnd: null,
    recordedAt: at(50),
    firstDigest: 'digest of the record',
    wasGivenUp: false,
  };
  t.strictSame(after(...MADE).record, {
    ...content,
    ...first,
    version: 1,
    digest: 'digest of the record',
    adjustedStart: null,
    adjustedEnd: null,
    recordedByOfficeId: ASSIST,
  });
  t.strictSame(after(...MADE, stamped(90, amended({ adjustedStart: at(3), notes: null }))).record, {
    ...content,
    ...first,
    version: 2,
    digest: 'digest of the amendment',
    notes: null,
    adjustedStart: at(3),
    adjustedEnd: null,
    recordedByOfficeId: ASSIST,
  });
});

t.test('rule 29: the minutes worked are whole ones, adjusted where they are', async (t) => {
  const times = { startedAt: at(0), endedAt: at(45.9), adjustedStart: null, adjustedEnd: null };
  t.strictSame(effectiveTimes(times), { start: at(0), end: at(45.9) });
  t.equal(minutesWorked(times), 45);
  const adjusted = { ...times, adjustedStart: at(5), adjustedEnd: at(50) };
  t.strictSame(effectiveTimes(adjusted), { start: at(5), end: at(50) });
  t.equal(minutesWorked(adjusted), 45);
  t.equal(minutesWorked({ ...times, adjustedStart: at(5) }), 40);
  t.equal(minutesWorked({ ...times, adjustedEnd: at(50) }), 50);
});

t.test('rule 25: an exception is open until it is resolved, each with each visit for itself', async (t) => {
  const overlap = (otherVisitId: string) => raised('CLIENT_OVERLAP', { otherVisitId });
  const reason = sealed('so-it-was');
  const history = [...MADE_LONG, overlap(OTHER_VISIT), overlap(THIRD_VISIT)];
  const accepted = resolved('CLIENT_OVERLAP', { otherVisitId: OTHER_VISIT, how: 'AS_PLANNED', reason });
  const standing = { severity: 'FIX', digest: null, formerOfficeId: null, how: null, resolvedAt: null };
  const [duration, ...overlaps] = [
    { ...standing, code: 'DURATION_DIFFERS', otherVisitId: null },
    { ...standing, code: 'CLIENT_OVERLAP', otherVisitId: OTHER_VISIT },
    { ...standing, code: 'CLIENT_OVERLAP', otherVisitId: THIRD_VISIT },
  ];
  t.strictSame(after(...history).exceptions, [duration, ...overlaps]);
  const state = after(...history, stamped(90, accepted));
  const resolvedOne = { ...overlaps[0], how: 'AS_PLANNED', resolvedAt: at(90) };
  t.strictSame(state.exceptions, [duration, resolvedOne, overlaps[1]]);
  t.strictSame(openExceptions(state), [duration, overlaps[1]]);
  t.strictSame(
    after(...history, stamped(90, accepted), amended()).exceptions,
    [duration, { ...resolvedOne, how: 'LIFTED' }, overlaps[1]],
    'accepted as planned holds until the record changes',
  );
  t.strictSame(
    after(...history, stamped(90, accepted), stamped(95, accepted)).exceptions,
    [duration, resolvedOne, overlaps[1]],
    'what is resolved stays resolved as it was',
  );
});

t.test('rule 23: an exception of another upload keeps its digest', async (t) => {
  const duplicate = raised('DUPLICATE_UPLOAD', { detail: sealed('another'), digest: 'digest of another' });
  t.strictSame(after(...MADE, duplicate).exceptions, [
    {
      code: 'DUPLICATE_UPLOAD',
      severity: 'ACKNOWLEDGE',
      otherVisitId: null,
      digest: 'digest of another',
      formerOfficeId: null,
      how: null,
      resolvedAt: null,
    },
  ]);
});
