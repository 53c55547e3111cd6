import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import {
  allocated,
  at,
  declined,
  escalated,
  expired,
  notSelected,
  offered,
  offeredDirectly,
  offerMade,
  offerMadeNext,
  released,
  requested,
  roundsAdded,
  taken,
  twoCandidates,
  withdrawn,
} from './example-delegation.ts';
import { advanceRounds } from './example-delegation-commands.ts';
import { ASH, ELM, EVENING, minute, NOON, OAK, round } from './example-delegation-facts.ts';

const oakHasAll = offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK), notSelected(ELM)));
/** All three are asked at once and nobody is planned; OAK is the first to accept. */
const threeAsked = at(
  0,
  requested({ rounds: [round([OAK, ELM, ASH])] }),
  ...[OAK, ELM, ASH].map((officeId) => offerMade(officeId)),
);
const oakWasDirectly = offeredDirectly(...at(10, ...taken(OAK)));
/** One more round to those asked so far has the window of the last one. */
const oneMore = { windowMinutes: 60, plan: null };
/** So often another office was asked in one more round, had the visit, and handed it back. */
const handedBackAgain = (times: number) =>
  Array.from({ length: times }, (_, n) => n + 2).flatMap((asked) => {
    const officeId = uuidOf(`office ${asked}`);
    return [
      offerMade(officeId, { ...oneMore, round: asked, visitIds: [NOON] }),
      ...taken(officeId, [NOON], asked),
      released(officeId, [NOON]),
    ];
  });
/** OAK and four or five others have handed noon back; ELM and ASH would be left to ask. */
const fiveOrSix = (times: number) => [
  ...threeAsked,
  ...at(20, ...taken(OAK), notSelected(ELM), notSelected(ASH)),
  ...at(40, released(OAK, [NOON]), ...handedBackAgain(times)),
];

t.test('a visit gets free again', async (t) =>
  specify(t, delegation, minute(40), [
    {
      name: 'happens, rule 17: with no round open the next planned one opens at once',
      given: [...oakHasAll, ...at(40, released(OAK, [NOON]))],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { visitIds: [NOON] })],
    },
    {
      name: 'happens, rule 16: not a round that was added for the rest, while it was held',
      given: [
        ...offered('FIRST_TO_ACCEPT', ...at(20, ...taken(OAK, [NOON]), declined(OAK), declined(ELM))),
        ...at(30, roundsAdded(round([ELM], 30)), offerMadeNext(ELM, 30, { plan: 2, visitIds: [EVENING] })),
        ...at(40, released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { round: 3, visitIds: [NOON] })],
    },
    {
      name: 'happens, rule 17: a planned round asks nobody who gave it back: with nobody left in it, one more round',
      given: [
        ...threeAsked,
        ...at(20, roundsAdded(round([OAK], 5)), ...taken(OAK), notSelected(ELM), notSelected(ASH)),
        ...at(40, released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [ELM, ASH].map((officeId) =>
        offerMadeNext(officeId, 40, { ...oneMore, respondBy: minute(100), visitIds: [NOON] }),
      ),
    },
    {
      name: 'happens, rules 16, 17: but whom the partner office named again after that, it does ask',
      given: [
        ...oakWasDirectly,
        ...at(20, released(OAK, [NOON])),
        ...at(30, roundsAdded(round([ELM], 30), round([OAK], 30)), offerMadeNext(ELM, 30, { visitIds: [NOON] })),
        ...at(35, declined(ELM, 2)),
      ],
      when: advanceRounds(),
      then: [offerMadeNext(OAK, 40, { round: 3, plan: 2, visitIds: [NOON] })],
    },
    {
      name: 'happens, rules 12, 17: so it does beside the open round of another visit',
      given: [...offered(), ...at(20, ...taken(OAK, [NOON])), ...at(40, released(OAK, [NOON]))],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { visitIds: [NOON] })],
    },
    {
      name: 'happens, rules 12, 17: each round has its own end, and the other visit goes through the same planned one',
      given: [
        ...offered(),
        ...at(20, ...taken(OAK, [NOON])),
        ...at(40, released(OAK, [NOON]), offerMadeNext(ASH, 40, { visitIds: [NOON] })),
      ],
      when: advanceRounds(),
      at: minute(60),
      then: [...at(60, expired(ELM)), offerMadeNext(ASH, 60, { round: 3, visitIds: [EVENING] })],
    },
    {
      name: 'happens, rule 12: the round of the one ends while that of the other is open',
      given: [
        ...offered(),
        ...at(20, ...taken(OAK, [NOON])),
        ...at(40, released(OAK, [NOON]), offerMadeNext(ASH, 40, { visitIds: [NOON] }), declined(ELM), declined(ASH, 2)),
      ],
      when: advanceRounds(),
      then: [escalated(NOON)],
    },
    {
      name: 'happens, rule 17: with none planned one more round asks all asked so far, but who released',
      given: [...threeAsked, ...at(20, ...taken(OAK), notSelected(ELM), notSelected(ASH)), ...at(40, released(OAK))],
      when: advanceRounds(),
      then: [ELM, ASH].map((officeId) => offerMadeNext(officeId, 40, { ...oneMore, respondBy: minute(100) })),
    },
    {
      name: 'happens, rule 17: and but those that declined or let an offer lapse',
      given: [...threeAsked, ...at(20, declined(ELM)), ...at(40, ...taken(OAK), notSelected(ASH), released(OAK))],
      when: advanceRounds(),
      then: [offerMadeNext(ASH, 40, { ...oneMore, respondBy: minute(100) })],
    },
    {
      name: 'happens, rule 17: an office that was asked in two rounds is asked once',
      given: [
        ...offered('FIRST_TO_ACCEPT', ...at(10, ...taken(OAK, [NOON]), ...taken(ELM, [EVENING]))),
        ...at(20, released(OAK, [NOON]), offerMadeNext(ELM, 20, { visitIds: [NOON] })),
        ...at(30, ...taken(ELM, [NOON], 2)),
        ...at(40, withdrawn([EVENING]), released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [offerMade(ELM, { round: 3, plan: null, visitIds: [NOON], windowMinutes: 30, respondBy: minute(70) })],
    },
    {
      name: 'happens, rule 17: with nobody left but who released the telephone has to do',
      given: offeredDirectly(...at(10, ...taken(OAK)), ...at(40, released(OAK, [NOON]))),
      when: advanceRounds(),
      then: [escalated(NOON)],
    },
    {
      name: 'happens, rule 17: once; after that round it escalates, though somebody would be left to ask',
      given: [
        ...threeAsked,
        ...at(20, ...taken(OAK), notSelected(ELM), notSelected(ASH)),
        ...at(40, released(OAK)),
        ...at(40, ...[ELM, ASH].map((id) => offerMadeNext(id, 40, { ...oneMore, respondBy: minute(100) }))),
        ...at(50, ...taken(ELM, [NOON], 2), declined(ASH, 2)),
      ],
      when: advanceRounds(),
      at: minute(100),
      then: [escalated(EVENING)],
    },
    {
      name: 'happens, rule 49: after four more rounds for a visit a fifth opens',
      given: fiveOrSix(4),
      when: advanceRounds(),
      then: [ELM, ASH].map((officeId) =>
        offerMadeNext(officeId, 40, { ...oneMore, round: 6, visitIds: [NOON], respondBy: minute(100) }),
      ),
    },
    {
      name: 'happens, rule 49: after five no more, though somebody would be left to ask',
      given: fiveOrSix(5),
      when: advanceRounds(),
      then: [escalated(NOON)],
    },
    {
      name: 'happens, rule 17: a release after the escalation opens a round for what was released',
      given: [
        ...threeAsked,
        ...at(20, ...taken(OAK, [NOON]), ...taken(ELM, [EVENING]), notSelected(ASH)),
        ...at(25, released(ELM, [EVENING]), escalated(EVENING)),
        ...at(40, released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [ELM, ASH].map((officeId) =>
        offerMadeNext(officeId, 40, { ...oneMore, visitIds: [NOON], respondBy: minute(100) }),
      ),
    },
    {
      name: 'happens, rule 17: with nobody left to ask then, it escalates once more',
      given: [
        ...oakWasDirectly,
        ...at(25, released(OAK, [EVENING]), escalated(EVENING)),
        ...at(40, released(OAK, [NOON])),
      ],
      when: advanceRounds(),
      then: [escalated(NOON)],
    },
    {
      name: 'happens, rule 15: what was selected and released, after the selection of the rest is over',
      given: twoCandidates(...at(30, allocated(OAK, [NOON])), ...at(40, released(OAK, [NOON]))),
      when: advanceRounds(),
      at: minute(80),
      then: [...at(80, notSelected(ELM)), offerMadeNext(ASH, 80)],
    },
    {
      name: 'repeated, rule 17: the round for what was released is open',
      given: [...oakHasAll, ...at(40, released(OAK, [NOON]), offerMadeNext(ASH, 40, { visitIds: [NOON] }))],
      when: advanceRounds(),
      then: [],
    },
    {
      name: 'stale, rule 17: what was released has been withdrawn meanwhile',
      given: [...oakHasAll, ...at(40, released(OAK, [NOON]), withdrawn([NOON]))],
      when: advanceRounds(),
      then: [],
    },
  ]),
);
