import t from 'tap';
import type { DelegationEvent } from '../../src/domain/delegation/events.ts';
import { streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import type { VisitEvent } from '../../src/domain/visit/events.ts';
import { whenAllocationChangesThenVisitFollows } from '../../src/processes/when-allocation-changes-then-visit-follows.ts';
import { decode } from '../../src/store/codec.ts';
import {
  allocated,
  madeAfterAll,
  released as releasedIn,
  requested,
  withdrawn as withdrawnIn,
} from '../domain/delegation/example-delegation.ts';
import { round } from '../domain/delegation/example-delegation-facts.ts';
import { basis } from '../domain/fees/example-basis.ts';
import {
  ASSIST,
  at,
  CHANGE,
  cancelledAtDoor,
  cancelled as cancelledWith,
  changeAgreed,
  changeDeclined,
  changedFee,
  changedPlan,
  changeLapsed,
  changeProposed,
  fee,
  missed,
  OTHER_OFFICE,
  PARTNER,
  plan,
  raised,
  recorded,
  released,
  scheduled,
  stamped,
  started,
} from '../domain/visit/example-visit.ts';
import { actOnAllDue, type InLog, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';

const process = whenAllocationChangesThenVisitFollows;
const { delegationId, networkId, clientId, partnerOfficeId, assistOfficeId: _assist, ...planned } = plan;
/** The example visit, and one like it on the day after. */
const [VISIT, NEXT_VISIT] = [uuidOf('visit'), uuidOf('the visit of the day after')];
const nextDay = { plannedStart: at(24 * 60), plannedEnd: at(24 * 60 + 45) };
const inDelegation = (...events: readonly DelegationEvent[]) => on('delegation', delegationId, ...events);
const ofVisit = (...events: readonly VisitEvent[]) => on('visit', VISIT, ...events);
/**
 * No network, no terms, no client: all that the process needs stands in the delegation (rules 3,
 * 28).
 */
const ground = [
  ...inDelegation(
    requested({
      partnerOfficeId: PARTNER,
      mode: 'DIRECT',
      visits: [
        { visitId: VISIT, place: 0, plannedVisitId: null, ...planned },
        { visitId: NEXT_VISIT, place: 1, plannedVisitId: null, ...planned, ...nextDay },
      ],
      rounds: [round([ASSIST])],
    }),
  ),
];
const toDo = (cause: DelegationEvent | VisitEvent, visitId: Uuid = VISIT) => ({
  id: visitId,
  dueAt: '' as const,
  cause,
});

const allocation = allocated(ASSIST, [VISIT], 1, { bases: [basis()] });
const allocationToOther = allocated(OTHER_OFFICE, [VISIT], 2, { bases: [basis({ yenPerHour: 4000 })] });
const allocationOfBoth = allocated(ASSIST, [VISIT, NEXT_VISIT]);
const giveBack = { ...releasedIn(ASSIST, [VISIT]), occurredAt: at(-90) };
const giveBackBoth = releasedIn(ASSIST, [VISIT, NEXT_VISIT]);
/** So many minutes before the planned start, without a note. */
const withdrawal = (minutes: number, heldBy: Uuid | null): DelegationEvent => ({
  ...withdrawnIn([], { visits: [{ visitId: VISIT, heldBy }], note: null }),
  occurredAt: at(-minutes),
});
const hourBefore = withdrawal(60, ASSIST);
const ofFree = withdrawal(60, null);
const cancelled = (minutes: number, percent: number, feeYen: number): VisitEvent => {
  const event = cancelledWith(minutes, percent, feeYen);
  return event.type === 'VisitCancelled' ? { ...event, data: { ...event.data, note: null } } : event;
};
const freeOfCharge = cancelled(60, 0, 0);
/** Of what began two hours before the planned start. */
const lateRecord: VisitEvent = recorded({ startedAt: at(-120), endedAt: at(-75) });
const toOther = allocated(OTHER_OFFICE, [VISIT], 2, { bases: [basis()] });
const isScheduled = [...ground, ...inDelegation(allocation), ...ofVisit(scheduled())];
const by = (action: string, events: readonly InLog[]) => events.map((event) => ({ ...event, action }));

/** Of two hours before the planned start. */
const sentAwayBefore = cancelledAtDoor(-120);
const scheduledForOther = scheduled({
  assistOfficeId: OTHER_OFFICE,
  basis: basis({ yenPerHour: 4000 }),
  fee: fee({ feeYen: 3000 }),
});
const agreed = stamped(-110, changeAgreed());
/** As it was agreed, in the delegation. */
const followed: DelegationEvent = {
  type: 'VisitPlanChanged',
  data: { visitId: VISIT, officeId: ASSIST, changeId: CHANGE, ...changedPlan, basis: basis(), feeYen: 6000 },
  occurredAt: at(-110),
};
/** Withdrawn an hour before the old start is three before the new one: half of 6,000 yen. */
const noticeOfNewPlan = {
  type: 'VisitCancelled' as const,
  data: {
    reason: 'CLIENT_REQUEST' as const,
    byOfficeId: PARTNER,
    noticeMinutes: 180,
    percentOfFee: 50,
    fee: { ...changedFee, feeYen: 3000 },
    note: null,
    atDoor: null,
  },
  occurredAt: at(-60),
};

specifyProcess(t, process, {
  follows: [
    {
      name: 'rule 22: visits are allocated: each is to be scheduled',
      given: ground,
      when: inDelegation(allocationOfBoth),
      then: [toDo(allocationOfBoth), toDo(allocationOfBoth, NEXT_VISIT)],
    },
    {
      name: 'rule 22: a visit is scheduled: off the list, this one alone',
      given: [...ground, ...inDelegation(allocationOfBoth)],
      listed: [toDo(allocationOfBoth), toDo(allocationOfBoth, NEXT_VISIT)],
      when: ofVisit(scheduled()),
      then: [toDo(allocationOfBoth, NEXT_VISIT)],
    },
    {
      name: 'rule 22: visits are given back: each that is scheduled',
      given: [...ground, ...inDelegation(allocationOfBoth), ...ofVisit(scheduled())],
      listed: [toDo(allocationOfBoth, NEXT_VISIT)],
      when: inDelegation(giveBackBoth),
      then: [toDo(giveBackBoth)],
    },
    {
      name: 'rule 22: given back before it was scheduled: nothing is left to do',
      given: [...ground, ...inDelegation(allocation)],
      listed: [toDo(allocation)],
      when: inDelegation(giveBack),
      then: [],
    },
    {
      name: 'rule 22: given back though a record slipped in between: to be released all the same',
      given: [...isScheduled, ...ofVisit(started(), recorded())],
      when: inDelegation(giveBack),
      then: [toDo(giveBack)],
    },
    {
      name: 'rule 22: given back after it was reported missed: the report stands, nothing is to be done',
      given: [...isScheduled, ...ofVisit(missed())],
      when: inDelegation(giveBack),
      then: [],
    },
    {
      name: 'rule 22: a visit is released: off the list',
      given: [...isScheduled, ...inDelegation(giveBack)],
      listed: [toDo(giveBack)],
      when: ofVisit(released()),
      then: [],
    },
    {
      name: 'rule 22: released, but another office has taken it meanwhile: stays on the list',
      given: [...isScheduled, ...inDelegation(giveBack, allocationToOther)],
      listed: [toDo(allocationToOther)],
      when: ofVisit(released()),
      then: [toDo(allocationToOther)],
    },
    {
      name: 'rule 22: scheduled for the office that gave it back meanwhile: stays on the list',
      given: [...ground, ...inDelegation(allocation, giveBack, allocationToOther)],
      listed: [toDo(allocationToOther)],
      when: ofVisit(scheduled()),
      then: [toDo(allocationToOther)],
    },
    {
      name: 'rule 22: a visit that is scheduled is withdrawn: to be cancelled',
      given: isScheduled,
      when: inDelegation(hourBefore),
      then: [toDo(hourBefore)],
    },
    {
      name: 'rule 22: withdrawn before it was scheduled, but an office held it: its notice is to be priced',
      given: [...ground, ...inDelegation(allocation)],
      listed: [toDo(allocation)],
      when: inDelegation(hourBefore),
      then: [toDo(hourBefore)],
    },
    {
      name: 'rule 22: a free visit is withdrawn: there is no visit, and nothing is to be done',
      given: ground,
      when: inDelegation(ofFree),
      then: [],
    },
    {
      name: 'rule 22: a late record of what was handed back: the delegation is to be told',
      given: [...isScheduled, ...inDelegation(giveBack), ...ofVisit(released())],
      when: ofVisit(lateRecord),
      then: [toDo(lateRecord)],
    },
    {
      name: 'rule 22: a late record of what was withdrawn: the delegation is to be told',
      given: [...isScheduled, ...inDelegation(hourBefore), ...ofVisit(cancelled(60, 100, 4500))],
      when: ofVisit(lateRecord),
      then: [toDo(lateRecord)],
    },
    {
      name: 'rule 22: the record of a visit that the office has: nothing is to be done',
      given: isScheduled,
      when: ofVisit(recorded()),
      then: [],
    },
    {
      name: 'rule 22: the delegation has been told: off the list',
      given: [...isScheduled, ...inDelegation(giveBack), ...ofVisit(released(), lateRecord)],
      listed: [toDo(lateRecord)],
      when: inDelegation(madeAfterAll(VISIT, ASSIST)),
      then: [],
    },
    {
      name: 'rule 22: a plan is changed by agreement: the delegation is to follow',
      given: [...isScheduled, ...ofVisit(changeProposed())],
      when: ofVisit(agreed),
      then: [toDo(agreed)],
    },
    {
      name: 'rule 22: a change is declined: nothing is to be done',
      given: [...isScheduled, ...ofVisit(changeProposed())],
      when: ofVisit(changeDeclined()),
      then: [],
    },
    {
      name: 'rule 22: after the visit the delegation has nothing to follow',
      given: [...isScheduled, ...ofVisit(recorded(), changeProposed())],
      when: ofVisit(changeAgreed({ isBeforeVisit: false })),
      then: [],
    },
    {
      name: 'rule 22: the delegation has followed the plan: off the list',
      given: [...isScheduled, ...ofVisit(changeProposed(), agreed)],
      listed: [toDo(agreed)],
      when: inDelegation(followed),
      then: [],
    },
    {
      name: 'rule 22: cancelled at the door by the office that has it: nothing is to be done',
      given: isScheduled,
      when: ofVisit(cancelledAtDoor()),
      then: [],
    },
    ...[
      { lost: 'handed back', given: [...inDelegation(giveBack), ...ofVisit(released())] },
      { lost: 'withdrawn', given: [...inDelegation(hourBefore), ...ofVisit(cancelled(60, 100, 4500))] },
    ].map(({ lost, given }) => ({
      name: `rule 22: cancelled at the door before it was ${lost}, said late: the delegation is to be told`,
      given: [...isScheduled, ...given],
      when: ofVisit(sentAwayBefore),
      then: [toDo(sentAwayBefore)],
    })),
    {
      name: 'rule 22: a visit is cancelled: off the list',
      given: [...isScheduled, ...inDelegation(hourBefore)],
      listed: [toDo(hourBefore)],
      when: ofVisit(cancelled(60, 100, 4500)),
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rules 22, 28: an allocated visit is scheduled as it was planned, with its price',
      given: [...ground, ...inDelegation(allocation)],
      at: at(-120),
      then: by('schedule', ofVisit(scheduled())),
    },
    {
      name: 'acts, rule 22: what was given back is released',
      given: [...isScheduled, ...inDelegation(giveBack)],
      at: at(-120),
      then: by('release', ofVisit(released())),
    },
    {
      name: 'acts, rule 22: taken by another office, it is released and scheduled for that one',
      given: [...isScheduled, ...inDelegation(giveBack, allocationToOther)],
      at: at(-120),
      then: [...by('release', ofVisit(released())), ...by('schedule', ofVisit(scheduledForOther))],
    },
    {
      name: 'acts, rules 22, 27: what was withdrawn is cancelled, with the notice of the withdrawal however late',
      given: [...isScheduled, ...inDelegation(hourBefore)],
      at: at(30),
      then: by('cancel', ofVisit(cancelled(60, 100, 4500))),
    },
    {
      name: 'acts, rules 22, 27: withdrawn before it was scheduled, it is scheduled first, to price its notice',
      given: [...ground, ...inDelegation(allocation, hourBefore)],
      at: at(-30),
      then: [...by('schedule', ofVisit(scheduled())), ...by('cancel', ofVisit(cancelled(60, 100, 4500)))],
    },
    {
      name: 'acts, rules 22, 27: released, then withdrawn while nobody held it: cancelled for nothing',
      given: [...isScheduled, ...inDelegation(giveBack), ...ofVisit(released()), ...inDelegation(ofFree)],
      at: at(-30),
      then: by('cancel', ofVisit(cancelled(60, 0, 0))),
    },
    ...[
      { lost: 'handed back', given: [...inDelegation(giveBack), ...ofVisit(released())] },
      { lost: 'withdrawn', given: [...inDelegation(hourBefore), ...ofVisit(cancelled(60, 100, 4500))] },
      {
        lost: 'handed back, and nobody had it at its start',
        given: [...inDelegation(giveBack), ...ofVisit(released()), ...inDelegation(ofFree), ...ofVisit(freeOfCharge)],
      },
    ].map(({ lost, given }) => ({
      name: `acts, rule 22: what was ${lost} was made after all: nobody else makes it`,
      given: [...isScheduled, ...given, ...ofVisit(lateRecord)],
      at: at(-30),
      then: by('made', inDelegation(madeAfterAll(VISIT, ASSIST))),
    })),
    ...[
      { lost: 'handing back', given: inDelegation(giveBack) },
      { lost: 'withdrawal', given: inDelegation(hourBefore) },
    ].map(({ lost, given }) => ({
      name: `acts, rule 22: its record has crossed with the ${lost}: it stands`,
      given: [...isScheduled, ...ofVisit(lateRecord), ...given],
      at: at(-30),
      then: by('made', inDelegation(madeAfterAll(VISIT, ASSIST))),
    })),
    ...[
      { lost: 'handing back', given: inDelegation(giveBack) },
      { lost: 'withdrawal', given: inDelegation(hourBefore) },
    ].flatMap(({ lost, given }) => {
      const atDoor = ofVisit(sentAwayBefore);
      return [
        [...atDoor, ...given],
        [...given, ...atDoor],
      ].map((both, n) => ({
        name: `acts, rule 22: somebody was at the door, crossed with the ${lost} after it (${n + 1}): it stands`,
        given: [...isScheduled, ...both],
        at: at(-30),
        then: by('made', inDelegation(madeAfterAll(VISIT, ASSIST))),
      }));
    }),
    {
      name: 'acts, rule 22: somebody was at the door after the withdrawal, which crosses: its notice is the price',
      given: [...isScheduled, ...inDelegation(hourBefore), ...ofVisit(cancelledAtDoor(-15))],
      at: at(-10),
      then: by('cancel', ofVisit(cancelled(60, 100, 4500))),
    },
    {
      name: 'acts, rule 22: somebody was at the door after it was handed back: another office makes it',
      given: [...isScheduled, ...inDelegation(giveBack, allocationToOther), ...ofVisit(cancelledAtDoor(-15))],
      at: at(-10),
      then: [...by('release', ofVisit(released())), ...by('schedule', ofVisit(scheduledForOther))],
    },
    {
      name: 'acts, rule 22: a record of what began after the withdrawal has crossed with it: cancelled all the same',
      given: [...isScheduled, ...ofVisit(recorded()), ...inDelegation(hourBefore)],
      at: at(60),
      then: by('cancel', ofVisit(cancelled(60, 100, 4500))),
    },
    {
      name: 'acts, rules 22, 28: the delegation takes over the plan that was agreed on, and its price',
      given: [...isScheduled, ...ofVisit(changeProposed(), agreed)],
      at: at(-100),
      then: by('change', inDelegation(followed)),
    },
    ...[
      { first: 'the answer', given: [...ofVisit(changeProposed(), agreed), ...inDelegation(hourBefore)] },
      { first: 'the withdrawal', given: [...inDelegation(hourBefore), ...ofVisit(changeProposed(), agreed)] },
    ].map(({ first, given }) => ({
      name: `acts, rules 22, 27: an answer crosses with the withdrawal, ${first} first: one plan prices the notice`,
      given: [...isScheduled, ...given],
      at: at(-50),
      then: [...by('change', inDelegation(followed)), ...by('cancel', ofVisit(noticeOfNewPlan))],
    })),
    ...[
      { first: 'the answer', given: [...ofVisit(changeProposed(), agreed), ...inDelegation(giveBack)] },
      { first: 'the release', given: [...inDelegation(giveBack), ...ofVisit(changeProposed(), agreed)] },
    ].map(({ first, given }) => ({
      name: `acts, rule 22: an answer crosses with the release, ${first} first: it falls away, the old plan is offered`,
      given: [...isScheduled, ...given],
      at: at(-50),
      then: by('release', ofVisit(released(), changeLapsed(-90))),
    })),
    {
      name: 'acts, rule 22: released after the delegation had followed, it is offered by the new plan',
      given: [...isScheduled, ...ofVisit(changeProposed(), agreed), ...inDelegation(followed, giveBack)],
      at: at(-50),
      then: by('release', ofVisit(released())),
    },
    {
      name: 'acts, rules 22, 28: and whoever takes it makes it by that plan, at its own price',
      given: [
        ...isScheduled,
        ...ofVisit(changeProposed(), agreed),
        ...inDelegation(followed, giveBack),
        ...ofVisit(released()),
        ...inDelegation(allocationToOther),
      ],
      at: at(-50),
      then: by(
        'schedule',
        ofVisit(
          scheduled({
            assistOfficeId: OTHER_OFFICE,
            ...changedPlan,
            basis: basis({ yenPerHour: 4000 }),
            fee: { ...changedFee, feeYen: 4000 },
          }),
        ),
      ),
    },
    {
      name: 'acts, rule 22: a late record has crossed with the acceptance of another office, which makes the visit',
      given: [...isScheduled, ...inDelegation(giveBack), ...ofVisit(released(), lateRecord), ...inDelegation(toOther)],
      at: at(30),
      then: [
        ...by('release', ofVisit(released())),
        ...by(
          'schedule',
          ofVisit(
            scheduled({ assistOfficeId: OTHER_OFFICE }),
            raised('RECORD_AFTER_RELEASE', { digest: 'digest of the record', formerOfficeId: ASSIST }),
          ),
        ),
      ],
    },
  ],
});

t.test('acts, rule 41: the note of a withdrawal is sealed anew, for the visit', async (t) => {
  const app = await openGround(t);
  const key = await app.vault.make(keyIdOf('client', clientId));
  const note = key.seal('入院のため', { stream: streamOf('delegation', delegationId), path: 'note' });
  const noted = { ...withdrawnIn([], { visits: [{ visitId: VISIT, heldBy: ASSIST }], note }), occurredAt: at(-60) };
  await plantAll(app, [...isScheduled, ...inDelegation(noted)]);
  await actOnAllDue(app, process, at(-30));
  const [last] = (await app.log()).slice(-1).map(decode);
  const sealed = last?.type === 'VisitCancelled' ? last.data.note : null;
  t.not(sealed, note);
  t.equal(sealed && key.open(sealed, { stream: streamOf('visit', VISIT), path: 'note' }), '入院のため');
  t.strictSame(last && { type: last.type, data: last.data, occurredAt: last.occurredAt }, {
    type: 'VisitCancelled',
    data: {
      reason: 'CLIENT_REQUEST',
      byOfficeId: PARTNER,
      noticeMinutes: 60,
      percentOfFee: 100,
      fee: fee(),
      note: sealed,
      atDoor: null,
    },
    occurredAt: at(-60),
  });
});

t.test('acts: without a note no key is asked for, and what a process sends is not compared (rule 4)', async (t) => {
  const app = await openGround(t);
  await plantAll(app, [...isScheduled, ...inDelegation(hourBefore)]);
  await actOnAllDue(app, process, at(-30));
  const [last] = (await app.log()).slice(-1);
  t.equal(last?.type, 'VisitCancelled');
  t.equal(JSON.parse(last?.metadata ?? '{}').commandHash, null);
  t.equal(await app.vault.open(keyIdOf('client', clientId)), null);
});
