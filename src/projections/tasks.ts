import {
  addDays,
  addMinutes,
  addMonths,
  dayOf,
  endOfDay,
  firstDayOf,
  type Instant,
  latest,
  type Month,
  startOfDay,
} from '../domain/calendar.ts';
import {
  isFree,
  openVisitIdsOf,
  type Requested,
  selectBy,
  standingCandidates,
  visitOf,
} from '../domain/delegation/state.ts';
import type { Uuid } from '../domain/ids.ts';
import { DAYS_TO_AMEND } from '../domain/limits.ts';
import type { NoticedTask } from '../domain/notice/events.ts';
import { approvableFrom } from '../domain/settlement/payment.ts';
import { isForPartner } from '../domain/visit/exceptions.ts';
import { UNHEARD_MINUTES } from '../domain/visit/planning.ts';
import {
  type ClosedChange,
  type ExceptionState,
  followsDelegation,
  isCancelledAtDoor,
  lostAt,
  openExceptions,
} from '../domain/visit/state.ts';
import { limitedTo } from '../store/limited.ts';
import type { Batch } from './batch.ts';
import { consentStands, isGoneFrom } from './clients.ts';
import type { DelegationRow } from './delegation-table.ts';
import type { DisputeRow } from './dispute-table.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import type { Reading } from './rows.ts';
import type { StatementRow } from './statements.ts';
import { integer, optional, selectionOf, table, text } from './table.ts';
import {
  type About,
  ALWAYS,
  closedIfDueBy,
  DUE_IS,
  type DueIs,
  type KeptTask,
  keepTask,
  NEVER,
  noticeHandlers,
  replace,
  type TaskRow,
  task,
  taskColumns,
  taskEndCountTable,
  taskEndTable,
  taskTable,
  URGENCIES,
  urgencyOf,
} from './task-table.ts';
import type { TermsRow } from './terms.ts';
import { inTextOrder } from './text-order.ts';
import type { VisitRow } from './visit-table.ts';

/** Whom tasks of the administration are for: all of them. */
export const ADMINISTRATORS = 'administrators';
const SHARING = 'SHARE_WITHIN_NETWORK';
/** So long the partner office is asked to look after a client who was not at the door. */
const DOOR_TASK_MINUTES = 24 * 60;

/** Of a pair's month: visits, and what disputes have added, that a statement can take in. */
interface Closable {
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly networkId: Uuid;
  readonly month: Month;
  readonly ripe: number;
  /** The visit of what became so first, and when; null where it is of none. */
  readonly visitId: Uuid | null;
  readonly since: Instant;
}
const closableTable = table<Closable>(
  'closable_months',
  {
    partnerOfficeId: text(),
    assistOfficeId: text(),
    networkId: text(),
    month: text(),
    ripe: integer,
    visitId: optional(text()),
    since: text(),
  },
  ['partnerOfficeId', 'assistOfficeId', 'networkId', 'month'],
);

/** The last month of a pair that is closed. */
interface Closed extends PairOf {
  readonly month: Month;
}
const closedTable = table<Closed>(
  'closed_months',
  { partnerOfficeId: text(), assistOfficeId: text(), networkId: text(), month: text() },
  ['partnerOfficeId', 'assistOfficeId', 'networkId'],
);

/** What waits of a visit: for the two offices, for its caregiver, for an office that had it. */
const tasksOfVisit = (visit: VisitRow, isUnwanted: boolean): KeptTask[] => [
  ...tasksByStatus(visit, isUnwanted),
  ...tasksOfChanges(visit),
  ...recordsLeft(visit),
  ...visit.state.exceptions.flatMap((one, n) => recordRefused(visit, one, visit.details.exceptions[n]?.raisedAt)),
];

/**
 * The record of an office that had handed the visit back, of which another has it by now: a task of
 * that office and of the partner office, until the partner office has answered for it (rule 22).
 */
const recordRefused = (visit: VisitRow, { formerOfficeId, how, digest }: ExceptionState, since = ''): KeptTask[] => {
  if (formerOfficeId === null || how !== null) return [];
  const { id: visitId, networkId, delegationId, clientId, partnerOfficeId, plannedStart: due } = visit;
  const about = `${visitId} ${digest}`;
  return [formerOfficeId, partnerOfficeId].map((forId) =>
    task('RECORD_REFUSED', forId, {
      about,
      networkId,
      delegationId,
      visitId,
      clientId,
      officeId: formerOfficeId,
      due,
      since,
    }),
  );
};

/** What came of a change after the record is said for a day more: nobody is to go by it. */
const SAID_AFTER_RECORD_MINUTES = 24 * 60;

/**
 * A change of plan: the other office answers; what came of it is told to the office that proposed
 * it, and a new plan to who was to go by the old one (rule 22).
 */
const tasksOfChanges = (visit: VisitRow): KeptTask[] => {
  const { id, networkId, delegationId, clientId, partnerOfficeId, assistOfficeId, caregiverId, plannedStart } = visit;
  const { open, last } = visit.state.changes;
  const of = { about: id, networkId, delegationId, visitId: id, clientId, due: plannedStart };
  const tasks: KeptTask[] = [];
  if (open !== null) {
    const forId = open.proposedByOfficeId === partnerOfficeId ? assistOfficeId : partnerOfficeId;
    const since = visit.details.change?.proposedAt ?? '';
    tasks.push(task('ANSWER_VISIT_CHANGE', forId, { ...of, since, due: open.answerBy, closesAt: open.answerBy }));
  }
  if (last === null || !isToldOf(visit, last)) return tasks;
  const saidUntil = last.isBeforeVisit ? plannedStart : addMinutes(last.at, SAID_AFTER_RECORD_MINUTES);
  const told = { ...of, since: last.at, closesAt: endOfDay(dayOf(saidUntil)) };
  if (last.how !== 'AGREED') return [...tasks, task('CHANGE_NOT_AGREED', last.forOfficeId, told)];
  const goes = caregiverId !== null && caregiverId === last.caregiverId ? [caregiverId] : [];
  const untilThen = { ...told, closesAt: plannedStart };
  return [...tasks, ...[last.forOfficeId, ...goes].map((forId) => task('VISIT_CHANGED', forId, untilThen))];
};

/**
 * While somebody can still go by it: before the visit until it begins, after it until it is
 * verified.
 */
const isToldOf = ({ status }: VisitRow, { how, isBeforeVisit }: ClosedChange): boolean =>
  isBeforeVisit
    ? status === 'SCHEDULED' || (status === 'RELEASED' && how !== 'AGREED')
    : how !== 'AGREED' && (status === 'RECORDED' || status === 'RETURNED');

const tasksByStatus = (visit: VisitRow, isUnwanted: boolean): KeptTask[] => {
  const { id, status, partnerOfficeId: partner, assistOfficeId: assist, caregiverId, plannedStart, plannedEnd } = visit;
  const { networkId, delegationId, clientId, changedAt } = visit;
  const of = { about: id, networkId, delegationId, visitId: id, clientId, due: plannedStart, since: changedAt };
  const toRecord = { ...of, opensAt: plannedEnd };
  const own = (kind: string, about: typeof of & Partial<KeptTask>): KeptTask[] => [
    task(kind, assist, about),
    ...(caregiverId === null ? [] : [task(kind, caregiverId, about)]),
  ];
  // Where the partner office alone acknowledges what is open, the assist office can do nothing.
  const open = openExceptions(visit.state).filter(({ formerOfficeId }) => formerOfficeId === null);
  const toResolve = (): KeptTask[] => [
    ...(open.every(({ code }) => isForPartner(code)) ? [] : [task('RESOLVE_EXCEPTION', assist, of)]),
    ...(open.length > 0 ? [task('RESOLVE_EXCEPTION', partner, of)] : []),
  ];
  switch (status) {
    case 'SCHEDULED': {
      const unheardFrom = addMinutes(plannedStart, UNHEARD_MINUTES);
      // Until 24:00 somebody may still go; from then on there is only a record to make.
      const unheard = { ...of, opensAt: unheardFrom, closesAt: endOfDay(dayOf(unheardFrom)) };
      return [
        // One task a visit: from then on somebody asks where the caregiver is.
        ...(caregiverId === null ? [task('ASSIGN_CAREGIVER', assist, { ...of, closesAt: unheardFrom })] : []),
        task('CHECK_ON_VISIT', assist, unheard),
        task('CHECK_ON_VISIT', partner, unheard),
        task('RECORD_VISIT', assist, { ...of, opensAt: latest(plannedEnd, unheard.closesAt) }),
        ...(caregiverId === null ? [] : [task('RECORD_VISIT', caregiverId, toRecord)]),
        ...(isUnwanted ? [task('WITHDRAW_VISITS', partner, { ...of, closesAt: plannedStart })] : []),
      ];
    }
    case 'IN_PROGRESS':
      return own('RECORD_VISIT', toRecord);
    case 'RECORDED':
      return visit.openExceptions > 0 ? toResolve() : [task('VERIFY_VISIT', partner, of)];
    case 'RETURNED':
      return visit.state.record === null ? own('RECORD_VISIT', of) : own('AMEND_RECORD', of);
    // What is raised after verifying is a task too (rule 24).
    case 'VERIFIED':
    case 'SETTLED':
      return visit.openExceptions > 0 ? toResolve() : [];
    case 'CANCELLED': {
      const { cancellation } = visit.details;
      if (cancellation === null) return [];
      const { at, saidAt } = cancellation;
      const atDoor = { ...of, due: at, since: saidAt, closesAt: addMinutes(saidAt, DOOR_TASK_MINUTES) };
      // Nobody opened, or they were sent away: the client may have fallen.
      if (isCancelledAtDoor(visit.state)) return [task('CHECK_ON_VISIT', partner, atDoor)];
      return [
        // What the office had given back before, nobody is on the way to.
        ...(cancellation.wasHeld ? own('VISIT_CANCELLED', { ...of, closesAt: plannedStart }) : []),
        ...(isBegunBeforeLoss(visit) ? own('RECORD_VISIT', toRecord) : []),
      ];
    }
    case 'RELEASED':
      return isBegunBeforeLoss(visit) ? own('RECORD_VISIT', toRecord) : [];
    default:
      return [];
  }
};

/** Somebody was there before the office lost the visit: what they did can be recorded (rule 22). */
const isBegunBeforeLoss = ({ state, assistOfficeId }: VisitRow): boolean => {
  const lost = lostAt(state, assistOfficeId);
  return state.start !== null && lost !== null && state.start.at < lost;
};

/**
 * The same of offices that had it, and of which another has it by now: they record what they did,
 * while the partner office has not verified what the other one did.
 */
const recordsLeft = (visit: VisitRow): KeptTask[] => {
  const { id, networkId, delegationId, clientId, plannedStart: due, plannedEnd: opensAt, state } = visit;
  if (!followsDelegation(state)) return [];
  const { lostBy, plan, exceptions } = state;
  return lostBy
    .filter(
      ({ officeId, start, at }) =>
        officeId !== plan.assistOfficeId &&
        start !== null &&
        start.at < at &&
        !exceptions.some(({ formerOfficeId }) => formerOfficeId === officeId),
    )
    .map(({ officeId, at: since }) =>
      task('RECORD_VISIT', officeId, {
        about: id,
        networkId,
        officeId,
        delegationId,
        visitId: id,
        clientId,
        due,
        since,
        opensAt,
      }),
    );
};

export const keepTasksOfVisit = (batch: Batch, before: VisitRow | undefined, after: VisitRow): void => {
  const isScheduled = before?.status === 'SCHEDULED' || after.status === 'SCHEDULED';
  const standing = before ? tasksOfVisit(before, standsUnwanted(batch, before)) : [];
  replace(batch, standing, tasksOfVisit(after, isScheduled && isUnwanted(batch, after)));
  keepClosable(batch, before, after);
};

/**
 * Whether a task says so: a change of consent does not look at visits of past months, which may
 * never have been made.
 */
const standsUnwanted = (batch: Batch, { id, status, partnerOfficeId }: VisitRow): boolean =>
  status === 'SCHEDULED' && batch.rows(taskTable).get(partnerOfficeId, 'WITHDRAW_VISITS', id) !== undefined;

/**
 * Without the client's consent (rule 45); or on a day on which the client is no longer the
 * office's, where the request crossed with the transfer or the end (rule 9).
 */
const isUnwanted = (batch: Batch, { clientId, partnerOfficeId, date }: VisitRow): boolean =>
  consentStands(batch, clientId, SHARING) === 'WITHDRAWN' || isGoneFrom(batch, clientId, partnerOfficeId, date);

/** Whether accepted visits still to come stand though nobody wants them any more. */
export const keepTasksOfUnwanted = (batch: Batch, visits: readonly VisitRow[]): void => {
  for (const visit of visits) {
    const stands = isUnwanted(batch, visit);
    for (const each of tasksOfVisit(visit, true))
      if (each.kind === 'WITHDRAW_VISITS') keepTask(batch, each, stands ? each : null);
  }
};

/** Priced, in no statement as it is priced now, and nothing holds it (rules 31, 33). */
const isClosable = ({ status, toSettle, holdCode }: VisitRow): boolean =>
  toSettle && holdCode === null && (status === 'VERIFIED' || status === 'CANCELLED' || status === 'MISSED');

const keepClosable = (batch: Batch, before: VisitRow | undefined, after: VisitRow): void => {
  const change = Number(isClosable(after)) - Number(before !== undefined && isClosable(before));
  changeClosable(batch, after, change, { visitId: after.id, since: after.changedAt });
};

/** An amount that a dispute was upheld with and that no statement holds yet (rule 31). */
const isAdding = ({ adjustmentYen, settledIn, isVoided }: DisputeRow): boolean =>
  adjustmentYen !== null && settledIn === null && !isVoided;

/** So many more that a closing of the pair's month can take in, or fewer. */
const changeClosable = (
  batch: Batch,
  of: PairOf & Pick<Closable, 'month'>,
  change: number,
  newest: Pick<Closable, 'visitId' | 'since'>,
): void => {
  if (change === 0) return;
  const { partnerOfficeId, assistOfficeId, networkId, month } = of;
  const rows = batch.rows(closableTable);
  const standing = rows.get(partnerOfficeId, assistOfficeId, networkId, month);
  const ripe = (standing?.ripe ?? 0) + change;
  // While there is any, the task stays as it is: it tells of the first.
  if (standing && ripe > 0) rows.change(standing, { ...standing, ripe });
  else
    changeClosings(batch, of, () => {
      const first = { partnerOfficeId, assistOfficeId, networkId, month, ripe, ...newest };
      rows.change(standing, ripe === 0 ? undefined : first);
    });
};

/** A month of the pair is closed: what ripens for it later goes into the next closing. */
const keepClosed = (batch: Batch, statement: StatementRow): void => {
  const { partnerOfficeId, assistOfficeId, networkId, month } = statement;
  changeClosings(batch, statement, () => {
    const rows = batch.rows(closedTable);
    const closed = rows.get(partnerOfficeId, assistOfficeId, networkId)?.month ?? month;
    rows.put({ partnerOfficeId, assistOfficeId, networkId, month: latest(closed, month) });
  });
};

/** A statement of the pair was voided: the last month that is closed from now on; null: none. */
export const keepLastClosed = (batch: Batch, pair: PairOf, month: Month | null): void => {
  const { partnerOfficeId, assistOfficeId, networkId } = pair;
  changeClosings(batch, pair, () => {
    const rows = batch.rows(closedTable);
    if (month === null) rows.remove(partnerOfficeId, assistOfficeId, networkId);
    else rows.put({ partnerOfficeId, assistOfficeId, networkId, month });
  });
};

type PairOf = Pick<Closable, 'partnerOfficeId' | 'assistOfficeId' | 'networkId'>;

const changeClosings = (batch: Batch, pair: PairOf, change: () => void): void => {
  const before = tasksOfClosings(batch, pair);
  change();
  replace(batch, before, tasksOfClosings(batch, pair));
};

/**
 * One for each closing that would make a statement now or once its month is over, from the first of
 * the following month on (rule 33): what belongs to a month that is closed waits for the next.
 */
const tasksOfClosings = (batch: Batch, { partnerOfficeId, assistOfficeId, networkId }: PairOf): KeptTask[] => {
  const closed = batch.rows(closedTable).get(partnerOfficeId, assistOfficeId, networkId)?.month;
  const first = closed === undefined ? ALWAYS : addMonths(closed, 1);
  const firsts = new Map<Month, Closable>();
  for (const one of batch.rows(closableTable).find('key', [partnerOfficeId, assistOfficeId, networkId])) {
    const month = latest(one.month, first);
    const other = firsts.get(month);
    if (!other || one.since < other.since) firsts.set(month, one);
  }
  return [...firsts].map(([month, { visitId, since }]) => {
    const opensAt = startOfDay(firstDayOf(addMonths(month, 1)));
    const about = `${networkId} ${assistOfficeId} ${month}`;
    return task('CLOSE_SETTLEMENT', partnerOfficeId, {
      about,
      networkId,
      officeId: assistOfficeId,
      visitId,
      // Issued in the month after the one that it settles.
      due: startOfDay(firstDayOf(addMonths(month, 2))),
      since,
      opensAt,
    });
  });
};

const first = (instants: readonly (Instant | null | undefined)[]): Instant => [...instants].sort()[0] ?? NEVER;
const last = (instants: readonly Instant[]): Instant => [...instants].sort().at(-1) ?? NEVER;

/** What waits of a delegation: answers from offices asked, decisions of the partner office. */
const tasksOfDelegation = (row: DelegationRow): KeptTask[] => {
  const { id, networkId, clientId, partnerOfficeId, state, offerDetails } = row;
  const of = { about: id, networkId, delegationId: id, clientId };
  const { offers } = state;
  return [
    ...offers.flatMap(({ status, officeId, round, respondBy }, n) => {
      if (status !== 'OPEN') return [];
      const since = offerDetails[n]?.madeAt ?? '';
      const answering = { about: `${id} ${round}`, due: respondBy, since, closesAt: respondBy };
      return [task('ANSWER_OFFER', officeId, { ...of, ...answering })];
    }),
    // One for each office that asks: each is granted by itself, and has its own end (rule 14).
    ...offers.flatMap((offer, n) => {
      if (offer.moreTime !== 'ASKED' || openVisitIdsOf(state, offer, ALWAYS).length === 0) return [];
      const { officeId, round, respondBy } = offer;
      const since = offerDetails[n]?.moreTimeAskedAt ?? respondBy;
      const granting = { about: `${id} ${round} ${officeId}`, due: respondBy, since, closesAt: respondBy };
      return [task('GRANT_MORE_TIME', partnerOfficeId, { ...of, officeId, ...granting })];
    }),
    ...state.withdrawals
      .filter(({ reason }) => reason === 'OVERLAPS')
      .flatMap(({ visits, at }) =>
        visits.map(({ visitId }) => {
          const due = visitOf(state, visitId)?.plannedStart ?? at;
          return task('OVERLAPPING_REQUEST', partnerOfficeId, {
            ...of,
            about: `${id} ${visitId}`,
            due,
            since: at,
            closesAt: due,
          });
        }),
      ),
    ...state.rounds.flatMap(({ round }) => selecting(row, round, of)),
    ...calling(state, partnerOfficeId, of),
    ...state.visits
      .filter(({ uncovered, outcome }) => uncovered && outcome === null)
      .map(({ visitId, plannedStart }) =>
        task('ANSWER_UNCOVERED', partnerOfficeId, {
          ...of,
          about: visitId,
          visitId,
          due: plannedStart,
          since: plannedStart,
        }),
      ),
  ];
};

/** Of each round in which a candidate stands, due when its selection is over (rule 15). */
const selecting = ({ state, offerDetails, partnerOfficeId }: DelegationRow, round: number, of: About): KeptTask[] => {
  const standing = standingCandidates(state, round);
  if (standing.length === 0) return [];
  const due = selectBy(state, round) ?? NEVER;
  const since = first(standing.map((offer) => offerDetails[state.offers.indexOf(offer)]?.respondedAt));
  return [task('SELECT_OFFICE', partnerOfficeId, { ...of, about: `${of.about} ${round}`, due, since, closesAt: due })];
};

/**
 * While a free visit is at risk, or nobody is left to ask for it; since this is so of the last one
 * (rule 18).
 */
const calling = ({ visits }: Requested, partnerOfficeId: Uuid, of: About): KeptTask[] => {
  const free = visits.filter((visit) => isFree(visit) && (visit.escalatedAt ?? visit.atRiskAt) !== null);
  const starts = free.map(({ plannedStart }) => plannedStart);
  const since = last(free.flatMap(({ escalatedAt, atRiskAt }) => [escalatedAt ?? '', atRiskAt ?? '']));
  return free.length > 0 ? [task('CALL_OFFICES', partnerOfficeId, { ...of, due: first(starts), since })] : [];
};

export const keepTasksOfDelegation = (batch: Batch, before: DelegationRow | undefined, after: DelegationRow): void =>
  replace(batch, before ? tasksOfDelegation(before) : [], tasksOfDelegation(after));

/**
 * A day counts to its end. The confirmation stands beside the payment: what may be deducted waits
 * for it, and a silent payee is paid in time; both wait while a dispute is open (rule 35).
 */
const tasksOfStatement = (row: StatementRow): KeptTask[] => {
  const { id, networkId, assistOfficeId: assist, issuedAt, answeredAt, dueOn, confirmBy } = row;
  const of = { about: id, networkId, statementId: id };
  const toConfirm = { ...of, since: answeredAt ?? issuedAt, due: endOfDay(confirmBy ?? dueOn) };
  if (row.status === 'VOIDED') return [];
  return [
    ...(row.confirmedAt === null && row.openDisputes === 0 ? [task('CONFIRM_STATEMENT', assist, toConfirm)] : []),
    ...tasksOfPayment(row, { ...of, due: endOfDay(dueOn) }),
    ...tasksOfPayee(row, { ...of, due: endOfDay(dueOn) }),
  ];
};

/**
 * The payment is approved and the payee has no account that a file could name, or a payment came
 * back: until another account takes the approval back, or the payment goes on (rule 35).
 */
const tasksOfPayee = (row: StatementRow, of: About & { readonly due: Instant }): KeptTask[] => {
  const { status, assistOfficeId, approvedAt, accountDigest, failedAt, cameBack } = row;
  if (approvedAt === null || (status !== 'APPROVED' && status !== 'PAYMENT_FAILED')) return [];
  if (accountDigest !== null && !cameBack) return [];
  return [task('SET_BANK_ACCOUNT', assistOfficeId, { ...of, since: failedAt ?? approvedAt })];
};

const tasksOfPayment = (row: StatementRow, of: About & { readonly due: Instant }): KeptTask[] => {
  const { status, totalYen, partnerOfficeId, confirmedAt, approvedAt, failedAt, transferDate, openDisputes } = row;
  if (status === 'PAID' || totalYen === 0) return [];
  if (status === 'INSTRUCTED') {
    const opensAt = endOfDay(transferDate ?? '');
    return [task('RECORD_PAYMENT', partnerOfficeId, { ...of, since: opensAt, opensAt })];
  }
  if (approvedAt !== null) return [task('INSTRUCT_PAYMENT', partnerOfficeId, { ...of, since: failedAt ?? approvedAt })];
  if (openDisputes > 0) return [];
  const since = confirmedAt ?? startOfDay(approvableFrom(row));
  return [task('APPROVE_PAYMENT', partnerOfficeId, { ...of, since, opensAt: since })];
};

export const keepTasksOfStatement = (batch: Batch, before: StatementRow | undefined, after: StatementRow): void => {
  replace(batch, before ? tasksOfStatement(before) : [], tasksOfStatement(after));
  if (before === undefined && after.status !== 'VOIDED') keepClosed(batch, after);
};

/**
 * A dispute waits for the partner office's answer; upheld without an amount, for the record to be
 * amended, as what it comes to is settled by that (contract, resolveDispute). Where nobody amends
 * it, the partner office is asked for an amount in its place (rule 35).
 */
const tasksOfDispute = (row: DisputeRow): KeptTask[] => {
  const { id: about, networkId, partnerOfficeId, assistOfficeId, statementId, visitId, openedAt, answerBy: due } = row;
  const of = { about, networkId, statementId, visitId };
  if (row.toAmend) {
    const since = row.resolvedAt ?? openedAt;
    const opensAt = endOfDay(addDays(dayOf(since), DAYS_TO_AMEND));
    const late = { ...of, since: opensAt, opensAt, due: endOfDay(dayOf(opensAt)) };
    return [
      task('AMEND_RECORD', assistOfficeId, { ...of, since, due: endOfDay(dayOf(since)) }),
      task('ANSWER_DISPUTE', partnerOfficeId, late),
    ];
  }
  if (row.outcome !== null || row.isVoided) return [];
  return [task('ANSWER_DISPUTE', partnerOfficeId, { ...of, since: openedAt, due })];
};

/** What was upheld with an amount waits for the pair's next closing (rules 31, 33). */
export const keepTasksOfDispute = (batch: Batch, before: DisputeRow | undefined, after: DisputeRow): void => {
  replace(batch, before ? tasksOfDispute(before) : [], tasksOfDispute(after));
  const change = Number(isAdding(after)) - Number(before !== undefined && isAdding(before));
  changeClosable(batch, after, change, { visitId: after.visitId, since: after.resolvedAt ?? after.openedAt });
};

/**
 * The other office answers what was proposed; who proposed it hears that it was declined, while
 * that can still be proposed otherwise. Neither where a later version has taken its place.
 */
const tasksOfTerms = (row: TermsRow): KeptTask[] => {
  const { id, networkId, partnerOfficeId, assistOfficeId, proposedByOfficeId, proposedAt, declinedAt } = row;
  if (row.agreedAt !== null) return [];
  const of = { about: id, networkId, termsId: id };
  const other = proposedByOfficeId === partnerOfficeId ? assistOfficeId : partnerOfficeId;
  const due = endOfDay(row.content.effectiveFrom);
  if (declinedAt === null) return [task('AGREE_TERMS', other, { ...of, due, since: proposedAt })];
  const until = latest(due, endOfDay(addDays(dayOf(declinedAt), DAYS_TO_PROPOSE_ANEW)));
  const told = { ...of, officeId: other, since: declinedAt, due: until, closesAt: until };
  return [task('TERMS_DECLINED', proposedByOfficeId, told)];
};
/** So long after a proposal was declined its office is reminded, where its first day was sooner. */
const DAYS_TO_PROPOSE_ANEW = 7;

/** `before`: earlier versions that it takes the place of, or itself before it changed. */
export const keepTasksOfTerms = (batch: Batch, before: readonly TermsRow[], after: TermsRow): void =>
  replace(batch, before.flatMap(tasksOfTerms), tasksOfTerms(after));

/**
 * An office whose last coordinator has gone: of the administrators, until it has one again (rule
 * 48).
 */
export const keepTaskOfCoordinators = (batch: Batch, officeId: Uuid, hasOne: boolean, since: Instant): void => {
  const without = task('OFFICE_WITHOUT_COORDINATOR', ADMINISTRATORS, { about: officeId, officeId, due: since, since });
  keepTask(batch, without, hasOne ? null : without);
};

/** Tasks, as the views that they follow from keep them. */
export const tasksView: Projection = {
  name: 'tasks',
  tables: [taskTable, taskEndTable, taskEndCountTable, closableTable, closedTable],
  handlers: noticeHandlers,
};

// Queries

const { due: dueColumn, opensAt: _opens, closesAt: _closes, dueIs: _dueIs, ...shownColumns } = taskColumns;
/** Read as it is shown. */
const taskSelection = selectionOf<TaskRow>({
  ...shownColumns,
  dueAt: {
    sql: dueColumn.sql,
    convert: { write: (dueAt) => dueAt ?? NEVER, read: (kept) => (kept === NEVER ? null : kept) },
  },
});
const SHOWN = taskSelection.selected.replace('due_at', 'due AS due_at');
/** Of one urgency (`?4`) and one of `DUE_IS` (`?5`), due no later than `?6`. */
const OPEN = `tasks INDEXED BY tasks_by_urgency WHERE for_id = ?1 AND urgency = ?4 AND due_is = ?5 AND due <= ?6
  AND opens_at <= ?2 AND closes_at > ?2 AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3)))`;
const ORDER = 'due, since, kind, about';
const OPEN_AFTER = `SELECT ${SHOWN} FROM ${OPEN} AND (${ORDER}) > (?7, ?8, ?9, ?10)
  ORDER BY ${ORDER} ${limitedTo('?11')}`;
/** Comes after every text of an instant, a kind or an id. */
const LAST = '~';

/** What waits at a time for an office, or for one of a person's caregivers. */
export interface TaskSelection {
  readonly forIds: readonly Uuid[];
  readonly now: Instant;
  readonly kinds: readonly string[] | null;
}

/** The parts of the index that a selection is found in, by urgency. */
const partsOf = ({ forIds, kinds }: TaskSelection) =>
  URGENCIES.map((_, urgency) => urgency)
    .filter((urgency) => kinds?.some((kind) => urgencyOf(kind) === urgency) ?? true)
    .map((urgency) => ({
      urgency,
      places: forIds.flatMap((forId) => DUE_IS.map((dueIs) => ({ forId, dueIs }))),
    }));

type TaskKey = readonly [due: string, since: string, kind: string, about: string];
const BEGIN: TaskKey = ['', '', '', ''];
/** What has closed is passed over. */
const laterThan = (key: TaskKey, closed: Instant, dueIs: DueIs): TaskKey =>
  dueIs === 'CLOSING' && key[0] <= closed ? [closed, LAST, '', ''] : key;
/** What has not opened yet is not looked at. */
const lastDue = (now: Instant, dueIs: DueIs): Instant => (dueIs === 'BEFORE_OPENING' ? now : LAST);

/** By urgency, then as it is due, then since when, after a key; what is past is passed over. */
export const tasksBy = (
  readModel: ReadModel,
  selection: TaskSelection,
  page: { after: readonly (string | number)[] | null; limit: number },
): TaskRow[] => {
  const { now, kinds } = selection;
  const [from = 0, ...key] = page.after ?? [];
  const [due = '', since = '', kind = '', about = ''] = key.map(String);
  const closed = closedIfDueBy(now);
  const found: TaskRow[] = [];
  for (const { urgency, places } of partsOf(selection)) {
    if (urgency < Number(from) || found.length >= page.limit) continue;
    const begin: TaskKey = urgency === from ? [due, since, kind, about] : BEGIN;
    const rows = places.flatMap(({ forId, dueIs }) =>
      readModel
        .all(
          OPEN_AFTER,
          forId,
          now,
          kinds && JSON.stringify(kinds),
          urgency,
          dueIs,
          lastDue(now, dueIs),
          ...laterThan(begin, closed, dueIs),
          page.limit - found.length,
        )
        .map(taskSelection.read),
    );
    found.push(...rows.sort(byKey));
  }
  return found.slice(0, page.limit);
};

export const countTasks = (readModel: ReadModel, selection: TaskSelection): number => {
  const { now, kinds } = selection;
  const asked = kinds && JSON.stringify(kinds);
  const closed = closedIfDueBy(now);
  const count = (forId: Uuid, urgency: number, dueIs: DueIs): number => {
    const sql = `SELECT count(*) FROM ${OPEN} AND due > ?7`;
    const after = dueIs === 'CLOSING' ? closed : ALWAYS;
    return Number(readModel.first(sql, forId, now, asked, urgency, dueIs, lastDue(now, dueIs), after)?.[0]);
  };
  return partsOf(selection).reduce(
    (sum, { urgency, places }) => places.reduce((all, { forId, dueIs }) => all + count(forId, urgency, dueIs), sum),
    0,
  );
};

/** When the clock changes next what waits for somebody; null where nothing is planned. */
export const nextTaskChange = (readModel: ReadModel, forIds: readonly Uuid[], after: Instant): Instant | null => {
  const times = forIds.flatMap((id) => [
    readModel.first(
      `SELECT min(opens_at) FROM tasks INDEXED BY tasks_by_opening
       WHERE for_id = ?1 AND opens_at > ?2 AND opens_at <> '${ALWAYS}'`,
      id,
      after,
    )?.[0],
    readModel.first(
      `SELECT min(closes_at) FROM tasks INDEXED BY tasks_by_closing
       WHERE for_id = ?1 AND closes_at > ?2 AND closes_at <> '${NEVER}'`,
      id,
      after,
    )?.[0],
  ]);
  return times.flatMap((time) => (typeof time === 'string' ? [time] : [])).sort(inTextOrder)[0] ?? null;
};

/**
 * Of which offices notice is due. What has closed before, while there was no mail server, stands
 * for ever: it is passed over within the index.
 */
export const officesToNotice = (readModel: Pick<ReadModel, 'all'>, now: Instant): Uuid[] => {
  const due = readModel.all(
    `SELECT for_id FROM tasks INDEXED BY tasks_by_notice
     WHERE notice_at <= ?1 AND notice_at <> '${NEVER}' AND closes_at > ?1 ORDER BY notice_at, for_id`,
    now,
  );
  return [...new Set(due.map(([forId]) => String(forId)))];
};

/** The tasks of an office that wait now, and of which it has had no notice. */
export const tasksToNotice = (reading: Reading, officeId: Uuid, now: Instant): NoticedTask[] =>
  reading
    .rows(taskTable)
    .find('byOfficeNotice', [officeId])
    .filter(({ arisenAt, opensAt, closesAt }) => arisenAt <= now && opensAt <= now && closesAt > now)
    .map(({ kind, about, arisenAt }) => ({ kind, about, arisenAt }));

/** What tasks are ordered by. */
export const taskKey = ({ urgency, dueAt, since, kind, about }: TaskRow): readonly (string | number)[] => [
  urgency,
  dueAt ?? NEVER,
  since,
  kind,
  about,
];

/** Of one urgency. */
const byKey = (a: TaskRow, b: TaskRow): number =>
  inTextOrder(a.dueAt ?? NEVER, b.dueAt ?? NEVER) ||
  inTextOrder(a.since, b.since) ||
  inTextOrder(a.kind, b.kind) ||
  inTextOrder(a.about, b.about);
