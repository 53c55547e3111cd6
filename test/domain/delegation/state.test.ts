import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { nextDueOf } from '../../../src/domain/delegation/rounds.ts';
import {
  answeringOverAt,
  isRoundOver,
  selectBy,
  statusOf,
  withdrawalOf,
} from '../../../src/domain/delegation/state.ts';
import { stateAfter } from '../../support/specification.ts';
import {
  accepted,
  allocated,
  at,
  atRisk,
  completed,
  declined,
  escalated,
  expired,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offerMadeNext,
  released,
  requestedAfter,
  roundsAdded,
  seen,
  taken,
  twoCandidates,
  uncovered,
  withdrawn,
} from './example-delegation.ts';
import { ASH, BOTH, ELM, EVENING, minute, NOON, OAK, round, TEXT } from './example-delegation-facts.ts';

const oakHasNoon = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON])));
const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
const oneCandidate = offered('PARTNER_SELECTS', ...at(20, accepted(OAK)));
/** ELM has until minute 150, so that the window after it would end past the first start. */
const longAnswering = [
  ...oneCandidate,
  ...at(20, moreTimeRequested(ELM), moreTimeGranted(ELM, { minutes: 90, respondBy: minute(150) })),
];
const nobodyLeft = offered('FIRST_TO_ACCEPT', ...at(20, declined(OAK), declined(ELM), escalated(...BOTH)));
const heldByOak = (...visitIds: string[]) =>
  withdrawn(visitIds, { visits: visitIds.map((visitId) => ({ visitId, heldBy: OAK })) });

/** Of the round that opened last. */
const ofNewestRound = <Value>(
  ask: (state: ReturnType<typeof requestedAfter>, inRound: number) => Value,
  history: Parameters<typeof requestedAfter>[0],
): Value => {
  const state = requestedAfter(history);
  return ask(state, state.rounds.length);
};

t.test('an event before the request changes nothing', async (t) => {
  t.strictSame(stateAfter(delegation, at(10, seen(OAK))), { status: 'NONE' });
});

t.test('an offer ends as withdrawn with the last visit that is left of it, unless the office holds some', async (t) => {
  for (const { what, history, statuses } of [
    { what: 'one of two', history: [...offered(), withdrawn([NOON])], statuses: ['OPEN', 'OPEN'] },
    { what: 'both', history: [...offered(), withdrawn(BOTH)], statuses: ['WITHDRAWN', 'WITHDRAWN'] },
    { what: 'both, of a candidate', history: [...oneCandidate, withdrawn(BOTH)], statuses: ['WITHDRAWN', 'WITHDRAWN'] },
    {
      what: 'what another office has left',
      history: [...oakHasNoon, withdrawn([EVENING])],
      statuses: ['ACCEPTED', 'WITHDRAWN'],
    },
    {
      what: 'what another was selected for',
      history: twoCandidates(allocated(OAK, [NOON]), withdrawn([EVENING])),
      statuses: ['ACCEPTED', 'WITHDRAWN'],
    },
    {
      what: 'what was declined before',
      history: [...offered(), declined(ELM), withdrawn(BOTH)],
      statuses: ['WITHDRAWN', 'DECLINED'],
    },
    {
      what: 'what the office held',
      history: [...oakHasAll, heldByOak(...BOTH)],
      statuses: ['ACCEPTED', 'NOT_SELECTED'],
    },
  ])
    t.strictSame(
      requestedAfter(history).offers.map(({ status }) => status),
      statuses,
      what,
    );
});

t.test('withdrawalOf: who withdrew the visit with which others, why, and when', async (t) => {
  const state = requestedAfter([...oakHasAll, ...at(30, heldByOak(NOON)), ...at(40, uncovered(EVENING))]);
  t.strictSame(withdrawalOf(state, NOON), {
    visits: [{ visitId: NOON, heldBy: OAK }],
    reason: 'CLIENT_REQUEST',
    note: TEXT,
    at: minute(30),
  });
  t.strictSame(withdrawalOf(state, EVENING), {
    visits: [{ visitId: EVENING, heldBy: null }],
    reason: 'UNCOVERED',
    note: null,
    at: minute(40),
  });
  t.equal(withdrawalOf(requestedAfter(oakHasAll), NOON), null);
});

t.test('statusOf: the first that holds, from below', async (t) => {
  for (const { what, history, status } of [
    { what: 'nothing is allocated', history: offered(), status: 'OPEN' },
    { what: 'one of two is allocated', history: oakHasNoon, status: 'PARTLY_ALLOCATED' },
    { what: 'candidates stand', history: twoCandidates(), status: 'OPEN' },
    { what: 'all is allocated', history: oakHasAll, status: 'ALLOCATED' },
    {
      what: 'all that is not withdrawn is allocated',
      history: [...oakHasNoon, withdrawn([EVENING])],
      status: 'ALLOCATED',
    },
    {
      what: 'all was allocated, and one is released',
      history: [...oakHasAll, released(OAK, [NOON])],
      status: 'PARTLY_ALLOCATED',
    },
    { what: 'nobody is left to ask', history: nobodyLeft, status: 'ESCALATED' },
    { what: 'nobody is left to ask for the rest', history: [...oakHasNoon, escalated(EVENING)], status: 'ESCALATED' },
    {
      what: 'the rest, for which nobody was left to ask, is withdrawn',
      history: [...oakHasNoon, escalated(EVENING), uncovered(EVENING)],
      status: 'ALLOCATED',
    },
    { what: 'escalated, and opened again', history: [...nobodyLeft, offerMadeNext(ELM, 30)], status: 'OPEN' },
    { what: 'all is withdrawn', history: [...oakHasAll, heldByOak(...BOTH)], status: 'WITHDRAWN' },
    { what: 'all is withdrawn after the escalation', history: [...nobodyLeft, withdrawn(BOTH)], status: 'WITHDRAWN' },
    { what: 'the last planned end is over', history: [...oakHasAll, completed], status: 'COMPLETED' },
    {
      what: 'all is withdrawn after that',
      history: [...oakHasAll, completed, heldByOak(...BOTH)],
      status: 'COMPLETED',
    },
  ])
    t.equal(statusOf(requestedAfter(history)), status, what);
});

t.test('answeringOverAt: by the last answer, else by the last respondBy that is waited for', async (t) => {
  for (const { what, history, over } of [
    { what: 'all offers are open', history: offered(), over: minute(60) },
    {
      what: 'one was given more time',
      history: [...offered(), ...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK))],
      over: minute(90),
    },
    {
      what: 'who was given more time has answered',
      history: [...offered(), ...at(20, moreTimeRequested(OAK), moreTimeGranted(OAK)), ...at(30, declined(OAK))],
      over: minute(60),
    },
    { what: 'a part is accepted, the rest is waited for', history: oakHasNoon, over: minute(60) },
    { what: 'the last answer', history: twoCandidates(), over: minute(20) },
    {
      what: 'the last answer is that the rest is declined',
      history: [...oakHasNoon, ...at(30, declined(OAK), declined(ELM))],
      over: minute(30),
    },
    {
      what: 'the rest that was waited for goes to another office',
      history: [...oakHasNoon, ...at(30, ...taken(ELM, [EVENING]))],
      over: minute(30),
    },
    {
      what: 'the rest that was waited for is withdrawn',
      history: [...oakHasNoon, ...at(25, declined(ELM)), ...at(30, withdrawn([EVENING]))],
      over: minute(30),
    },
    { what: 'all lapse', history: [...offered(), ...at(60, expired(OAK), expired(ELM))], over: minute(60) },
    {
      what: 'once over it stays so, though a visit gets free again',
      history: [...oakHasAll, ...at(30, released(OAK))],
      over: minute(20),
    },
    { what: 'the next round is open', history: [...nobodyLeft, ...at(30, offerMadeNext(ASH, 30))], over: minute(60) },
    { what: 'escalated, long after', history: nobodyLeft, over: minute(20) },
  ])
    t.equal(ofNewestRound(answeringOverAt, history), over, what);
});

t.test(
  'selectBy: as long again as the window, never past the first start; null where nobody has said yes',
  async (t) => {
    for (const { what, history, until } of [
      { what: 'after the last respondBy', history: oneCandidate, until: minute(120) },
      { what: 'after the last answer', history: twoCandidates(), until: minute(80) },
      { what: 'the first start of what was offered', history: longAnswering, until: minute(180) },
      {
        what: 'the first start of what is not withdrawn',
        history: [...longAnswering, withdrawn([NOON])],
        until: minute(210),
      },
      {
        what: 'a candidate stands for what is left',
        history: twoCandidates(...at(30, allocated(OAK, [NOON]))),
        until: minute(80),
      },
      {
        what: 'by the window of its own round',
        history: [
          ...offered('PARTNER_SELECTS', ...at(20, declined(OAK), declined(ELM), offerMadeNext(ASH, 20))),
          ...at(30, accepted(ASH, BOTH, 2)),
        ],
        until: minute(60),
      },
      { what: 'nobody has said yes', history: offered('PARTNER_SELECTS'), until: null },
      { what: 'a yes was taken back', history: [...oneCandidate, ...at(30, declined(OAK))], until: null },
      {
        what: 'all was selected: it shows what it was',
        history: twoCandidates(...at(30, allocated(OAK), notSelected(ELM))),
        until: minute(80),
      },
      {
        what: 'what it said yes to is gone',
        history: [...offered('PARTNER_SELECTS'), ...at(20, accepted(OAK, [NOON]), withdrawn([NOON]))],
        until: minute(120),
      },
      { what: 'the first to accept gets the visits', history: oakHasNoon, until: null },
      { what: 'escalated', history: nobodyLeft, until: null },
    ])
      t.equal(ofNewestRound(selectBy, history), until, what);
  },
);

t.test('isRoundOver: its selection included', async (t) => {
  for (const { what, history, now, isOver } of [
    { what: 'a minute before respondBy', history: offered(), now: 59, isOver: false },
    { what: 'at respondBy', history: offered(), now: 60, isOver: true },
    {
      what: 'every office has answered',
      history: [...offered(), ...at(20, declined(OAK), declined(ELM))],
      now: 20,
      isOver: true,
    },
    { what: 'a candidate stands while others are waited for', history: oneCandidate, now: 59, isOver: false },
    { what: 'a candidate stands at the last respondBy', history: oneCandidate, now: 60, isOver: false },
    { what: 'a minute before the selection is over', history: oneCandidate, now: 119, isOver: false },
    { what: 'the selection is over', history: oneCandidate, now: 120, isOver: true },
    { what: 'no candidate stands', history: offered('PARTNER_SELECTS'), now: 60, isOver: true },
    { what: 'escalated', history: nobodyLeft, now: 30, isOver: true },
  ])
    t.equal(
      ofNewestRound((state, n) => isRoundOver(state, n, minute(now)), history),
      isOver,
      what,
    );
});

t.test('nextDueOf: when the process has something to decide', async (t) => {
  for (const { what, history, due } of [
    {
      what: 'the first respondBy of those open',
      history: [...offered(), moreTimeRequested(OAK), moreTimeGranted(OAK)],
      due: minute(60),
    },
    {
      what: 'the next respondBy',
      history: [...offered(), moreTimeRequested(OAK), moreTimeGranted(OAK), ...at(60, expired(ELM))],
      due: minute(90),
    },
    { what: 'the end of the selection', history: twoCandidates(), due: minute(80) },
    {
      what: 'at once, after the last answer',
      history: [...offered(), ...at(20, declined(OAK), declined(ELM))],
      due: minute(20),
    },
    {
      what: 'respondBy, where the rest of an accepted offer is waited for',
      history: [...oakHasNoon, ...at(30, declined(ELM))],
      due: minute(60),
    },
    {
      what: 'at once, after a release outside of a round',
      history: [...oakHasAll, ...at(30, released(OAK))],
      due: '',
    },
    {
      what: 'at once, after a release when escalated',
      history: [...oakHasNoon, ...at(30, declined(OAK), declined(ELM), escalated(EVENING), released(OAK, [NOON]))],
      due: '',
    },
    { what: 'when the first of what is free is at risk, when escalated', history: nobodyLeft, due: minute(90) },
    {
      what: 'the first start of what is free, once that is said',
      history: [...nobodyLeft, ...at(90, atRisk(NOON))],
      due: minute(180),
    },
    {
      what: 'the first start, though rounds are added when escalated',
      history: [...nobodyLeft, ...at(90, atRisk(NOON)), roundsAdded(round([OAK]))],
      due: minute(180),
    },
    { what: 'the next risk', history: [...nobodyLeft, ...at(180, uncovered(NOON))], due: minute(360) },
    {
      what: 'the next start',
      history: [...nobodyLeft, ...at(180, uncovered(NOON)), ...at(360, atRisk(EVENING))],
      due: minute(540),
    },
    { what: 'the last planned end of what is not withdrawn', history: oakHasAll, due: minute(585) },
    { what: 'that end, with the last visit withdrawn', history: [...oakHasAll, heldByOak(EVENING)], due: minute(225) },
    {
      what: 'the start of what is free, before the last planned end',
      history: [
        ...oakHasNoon,
        ...at(30, declined(OAK), declined(ELM), escalated(EVENING)),
        ...at(360, atRisk(EVENING)),
      ],
      due: minute(540),
    },
    { what: 'nothing, when completed', history: [...oakHasAll, completed], due: null },
    { what: 'nothing, when all is withdrawn', history: [...oakHasAll, heldByOak(...BOTH)], due: null },
  ])
    t.equal(nextDueOf(requestedAfter(history)), due, what);
});
