import t from 'tap';
import { delegation } from '../../../src/domain/delegation/decider.ts';
import { atRiskFrom } from '../../../src/domain/delegation/uncovered.ts';
import { uuidOf } from '../../../src/domain/ids.ts';
import { specify } from '../../support/specification.ts';
import {
  at,
  atRisk,
  declined,
  escalated,
  madeAfterAll,
  offeredDirectly,
  refusedWith,
  requestedAfter,
  uncovered,
  uncoveredAnswered,
  withdrawn,
} from './example-delegation.ts';
import { answerUncovered } from './example-delegation-commands.ts';
import { BOTH, EVENING, minute, NOON, OAK } from './example-delegation-facts.ts';

const nobodyLeft = offeredDirectly(...at(10, declined(OAK), escalated(...BOTH)), ...at(90, atRisk(NOON)));
const noonUncovered = [...nobodyLeft, ...at(180, uncovered(NOON))];
const bothUncovered = [...noonUncovered, ...at(540, uncovered(EVENING))];

specify(t, delegation, minute(300), [
  {
    name: 'happens, rule 18: what became of a visit that nobody had at its start',
    given: noonUncovered,
    when: answerUncovered([NOON]),
    at: minute(200),
    then: [uncoveredAnswered([NOON])],
  },
  {
    name: 'happens, rule 18: of several at once, without a note',
    given: bothUncovered,
    when: answerUncovered(BOTH, { outcome: 'NOT_MADE', note: null }),
    at: minute(600),
    then: [uncoveredAnswered(BOTH, 'NOT_MADE', null)],
  },
  {
    name: 'happens, rule 18: it may be answered anew',
    given: [...noonUncovered, ...at(200, uncoveredAnswered([NOON]))],
    when: answerUncovered([NOON], { outcome: 'OWN_STAFF', note: null }),
    then: [uncoveredAnswered([NOON], 'OWN_STAFF', null)],
  },
  {
    name: 'happens, rule 18: a note may be added to the same answer',
    given: [...noonUncovered, ...at(200, uncoveredAnswered([NOON]))],
    when: answerUncovered([NOON]),
    then: [uncoveredAnswered([NOON])],
  },
  {
    name: 'happens, rules 8, 18: its start has come, and the process has not written it yet',
    given: nobodyLeft,
    when: answerUncovered([NOON]),
    at: minute(180),
    then: [...at(180, uncovered(NOON)), uncoveredAnswered([NOON])],
  },
  ...refusedWith('DELEGATION_UNKNOWN', 'delegationId', [
    { name: 'refused: no such delegation', given: [], when: answerUncovered([NOON]) },
  ]),
  ...refusedWith('VISIT_NOT_OFFERED', 'visitIds.1', [
    {
      name: 'refused: a visit of another delegation',
      given: noonUncovered,
      when: answerUncovered([NOON, uuidOf('elsewhere')]),
    },
  ]),
  ...refusedWith('VISIT_NOT_UNCOVERED', 'visitIds.0', [
    {
      name: 'refused, rule 18: a minute before its start',
      given: nobodyLeft,
      when: answerUncovered([NOON]),
      at: minute(179),
    },
    {
      name: 'refused, rule 22: it was made after all',
      given: [...noonUncovered, ...at(200, madeAfterAll(NOON, OAK))],
      when: answerUncovered([NOON]),
    },
    {
      name: 'refused, rule 18: one of them was withdrawn before its start',
      path: 'visitIds.1',
      given: [...noonUncovered, ...at(200, withdrawn([EVENING]))],
      when: answerUncovered(BOTH),
    },
  ]),
  {
    name: 'repeated, rule 18: the same answer again',
    given: [...noonUncovered, ...at(200, uncoveredAnswered([NOON]))],
    when: answerUncovered([NOON], { note: null }),
    then: [],
  },
  {
    name: 'stale, rule 18: somebody has answered otherwise meanwhile; the later answer counts',
    given: [...noonUncovered, ...at(200, uncoveredAnswered([NOON], 'POSTPONED'))],
    when: answerUncovered([NOON]),
    then: [uncoveredAnswered([NOON])],
  },
]);

t.test('rule 18: from when on a free visit is at risk', async (t) => {
  const [visit] = requestedAfter(nobodyLeft).visits;
  if (!visit) throw new Error('a visit');
  const june1 = '2026-06-01T00:00:00.000Z';
  const from = (plannedStart: string, requestedAt = june1, freeSince = requestedAt) =>
    atRiskFrom({ ...visit, plannedStart, freeSince }, requestedAt);
  const evening = '2026-06-02T08:00:00.000Z';
  t.equal(from('2026-06-03T00:00:00.000Z'), evening, 'for 09:00 at 17:00 of the day before');
  t.equal(from('2026-06-03T02:59:00.000Z'), evening, 'for 11:59 too');
  t.equal(from('2026-06-03T03:00:00.000Z'), '2026-06-03T00:00:00.000Z', 'for 12:00 three hours before');
  t.equal(from('2026-06-03T00:00:00.000Z', evening), '2026-06-02T16:00:00.000Z', 'asked for then: half-way');
  const released = '2026-06-02T20:00:00.000Z';
  t.equal(from('2026-06-03T00:00:00.000Z', june1, released), released, 'handed back after that: at once');
});
