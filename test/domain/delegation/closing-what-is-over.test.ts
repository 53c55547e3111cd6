import t from 'tap';
import { closeWhatIsOver } from '../../../src/domain/delegation/closing-what-is-over.ts';
import { type DelegationCommand, delegation } from '../../../src/domain/delegation/decider.ts';
import type { DelegationEvent } from '../../../src/domain/delegation/events.ts';
import { decided, specify } from '../../support/specification.ts';
import {
  accepted,
  at,
  declined,
  expired,
  moreTimeGranted,
  moreTimeRequested,
  notSelected,
  offered,
  offerMade,
  released,
  requestedAfter,
  roundsAdded,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import {
  accept,
  advanceRounds,
  decline,
  grantMoreTime,
  offerAgain,
  release,
  requestMoreTime,
  see,
  select,
  withdraw,
  withdrawFree,
} from './example-delegation-commands.ts';
import { ASH, BOTH, ELM, EVENING, minute, NOON, OAK, round } from './example-delegation-facts.ts';

/** OAK has until minute 90, ELM's offer lapses at 60. */
const longerForOak = at(30, moreTimeRequested(OAK), moreTimeGranted(OAK));
const longerForElm = at(30, moreTimeRequested(ELM), moreTimeGranted(ELM));

t.test(
  'rule 19: what is over is closed first, in the append of whichever command comes before the process',
  async (t) =>
    specify(t, delegation, minute(70), [
      {
        name: 'happens: an acceptance, when the offer of another has lapsed',
        given: offered('FIRST_TO_ACCEPT', ...longerForOak),
        when: accept(OAK),
        then: [...at(60, expired(ELM)), ...taken(OAK)],
      },
      {
        name: 'happens: a refusal, when the offer of another has lapsed',
        given: offered('FIRST_TO_ACCEPT', ...longerForOak),
        when: decline(OAK),
        then: [...at(60, expired(ELM)), declined(OAK)],
      },
      {
        name: 'happens: a release, when the offer of another has lapsed',
        given: offered('FIRST_TO_ACCEPT', ...at(10, ...taken(OAK, [NOON]))),
        when: release(OAK, [NOON]),
        then: [...at(60, expired(ELM)), released(OAK, [NOON])],
      },
      {
        name: 'happens: a withdrawal, and the lapsed offer stays one that lapsed',
        given: offered(),
        when: withdraw(),
        then: [...at(60, expired(OAK), expired(ELM)), withdrawn(BOTH)],
      },
      {
        name: 'happens: rounds added, after the selection is over: no yes stands for ever',
        given: twoCandidates(),
        when: offerAgain([round([ASH], 30)]),
        at: minute(85),
        then: [
          ...at(80, notSelected(OAK), notSelected(ELM)),
          roundsAdded(round([ASH], 30)),
          offerMade(ASH, { round: 2, plan: 2, windowMinutes: 30, respondBy: minute(115) }),
        ],
      },
      {
        name: 'happens, rule 7: in the order in which it lapsed, however late the process comes',
        given: offered('PARTNER_SELECTS', ...longerForOak),
        when: withdrawFree,
        at: minute(95),
        then: [
          ...at(60, expired(ELM)),
          ...at(90, expired(OAK)),
          withdrawn(BOTH, { because: 'CONSENT_WITHDRAWN', reason: 'CONSENT_WITHDRAWN', note: null }),
        ],
      },
      {
        name: 'happens, rule 7: in the order in which it lapsed, also where that is the order of asking',
        given: offered('PARTNER_SELECTS', ...longerForElm),
        when: withdrawFree,
        at: minute(95),
        then: [
          ...at(60, expired(OAK)),
          ...at(90, expired(ELM)),
          withdrawn(BOTH, { because: 'CONSENT_WITHDRAWN', reason: 'CONSENT_WITHDRAWN', note: null }),
        ],
      },
      {
        name: 'refused: and then nothing is written, not the closing either',
        given: offered('FIRST_TO_ACCEPT', ...longerForOak),
        when: accept(ELM),
        refused: 'OFFER_EXPIRED',
        path: ['delegationId'],
      },
      {
        name: 'repeated: it writes nothing, not the closing either',
        given: offered('FIRST_TO_ACCEPT', ...at(10, ...taken(OAK, [NOON]))),
        when: accept(OAK, { visitIds: [NOON] }),
        then: [],
      },
    ]),
);

/** What a command leads to, events as having happened at their times. */
const outcome = (history: readonly DelegationEvent[], command: DelegationCommand, now: string): unknown => {
  const answer = decided(delegation, history, command, now);
  return 'refused' in answer ? answer : answer.map((event) => ({ ...event, occurredAt: event.occurredAt ?? now }));
};

t.test('rules 7, 19: a command leads to the same whether the process has closed what is over or not', async (t) => {
  const commands: DelegationCommand[] = [
    ...[OAK, ELM].flatMap((office) => [see(office), accept(office), accept(office, { visitIds: [NOON] })]),
    ...[OAK, ELM].flatMap((office) => [decline(office), requestMoreTime(office), grantMoreTime(office)]),
    ...[OAK, ELM].flatMap((office) => [select(office), release(office, [NOON]), release(office, [EVENING])]),
    offerAgain([round([ASH], 30)]),
    withdraw(),
    withdraw({ visitIds: [NOON] }),
    withdrawFree,
    advanceRounds(),
  ];
  const histories: DelegationEvent[][] = [
    offered(),
    offered('FIRST_TO_ACCEPT', ...longerForOak),
    offered('FIRST_TO_ACCEPT', ...at(10, ...taken(OAK, [NOON]))),
    offered('PARTNER_SELECTS'),
    offered('PARTNER_SELECTS', ...longerForOak),
    offered('PARTNER_SELECTS', ...at(10, accepted(OAK))),
    offered('PARTNER_SELECTS', ...at(10, accepted(OAK, [NOON])), ...at(20, accepted(ELM, [EVENING]))),
    offered('PARTNER_SELECTS', ...longerForOak, ...at(40, accepted(ELM))),
    twoCandidates(),
  ];
  let closed = 0;
  for (const [n, history] of histories.entries()) {
    for (const now of [55, 60, 70, 79, 80, 95, 119, 120, 130].map(minute)) {
      const closing = closeWhatIsOver(requestedAfter(history), now);
      if (closing.length === 0) continue;
      for (const command of commands) {
        const unclosed = outcome(history, command, now);
        const afterwards = outcome([...history, ...closing], command, now);
        const isNothing = Array.isArray(unclosed) && unclosed.length === 0;
        const expected = Array.isArray(afterwards) && !isNothing ? [...closing, ...afterwards] : afterwards;
        t.strictSame(unclosed, expected, `history ${n}, ${command.type}, ${now}`);
        closed += 1;
      }
    }
  }
  t.ok(closed > 500, 'in most of these histories something is over');
});
