import fc from 'fast-check';
import t from 'tap';
import { type Uuid, uuidOf } from '../../../src/domain/ids.ts';
import { answer } from '../../../src/domain/survey/answer/decider.ts';
import type { AnswerEvent } from '../../../src/domain/survey/events.ts';
import { decided } from '../../support/specification.ts';
import { NETWORK } from './example-survey.ts';

fc.configureGlobal({ seed: 39 });

const NOW = '2026-06-01T01:00:00.000Z';
const id = (n: number): Uuid => uuidOf('invitation', n);
const one = (n: number) => ({
  invitationId: id(n),
  panelKey: null,
  respondentId: null,
  answers: [{ question: 'q1', values: [String(n)] }],
});
const gather = (from: number, to: number, over: { closed?: boolean; lot?: number[] } = {}) => ({
  type: 'GatherAnswers' as const,
  networkId: NETWORK,
  audience: 'CAREGIVER' as const,
  closed: false,
  lot: [],
  waiting: Array.from({ length: to - from }, (_, n) => one(from + n)),
  ...over,
});
const batch = (...numbers: number[]): AnswerEvent[] => [
  {
    type: 'AnswersGathered',
    data: { networkId: NETWORK, audience: 'CAREGIVER', invitationIds: numbers.map(id).sort() },
  },
  ...numbers.map((n): AnswerEvent => {
    const { panelKey, respondentId, answers } = one(n);
    return {
      type: 'SurveyAnswered',
      data: { networkId: NETWORK, audience: 'CAREGIVER', officeRole: 'ASSIST', panelKey, respondentId, answers },
    };
  }),
];

t.test('rule 39: nine wait, ten give a batch of five by lot, in the order of the lot', (t) => {
  t.strictSame(decided(answer, [], gather(0, 9), NOW), []);
  t.strictSame(decided(answer, [], gather(0, 10), NOW), batch(0, 1, 2, 3, 4));
  t.strictSame(decided(answer, [], gather(0, 10, { lot: [0.95, 0, 0.99, 0.5, 0.2] }), NOW), batch(9, 0, 8, 4, 2));
  t.end();
});

t.test('rule 39: closing takes all the rest', (t) => {
  t.strictSame(decided(answer, [], gather(0, 3, { closed: true }), NOW), batch(0, 1, 2));
  t.strictSame(decided(answer, batch(0, 1, 2, 3, 4), gather(0, 10, { closed: true }), NOW), batch(5, 6, 7, 8, 9));
  t.end();
});

t.test('what is gathered is not gathered again', (t) => {
  t.strictSame(decided(answer, batch(0, 1, 2), gather(0, 3, { closed: true }), NOW), []);
  t.strictSame(decided(answer, batch(0, 1, 2, 3, 4), gather(0, 14), NOW), []);
  t.end();
});

t.test('rule 39: a late rest under five is never told from earlier batches', (t) => {
  t.strictSame(decided(answer, batch(0, 1, 2), gather(0, 5, { closed: true }), NOW), []);
  t.end();
});

t.test('rule 39: whatever comes when, no group is under five unless fewer than five answered in all', (t) => {
  const steps = fc.array(
    fc.record({
      come: fc.integer({ min: 0, max: 14 }),
      lot: fc.array(fc.double({ min: 0, max: 0.999 }), { maxLength: 20 }),
    }),
  );
  fc.assert(
    fc.property(steps, (all) => {
      const history: AnswerEvent[] = [];
      let answered = 0;
      const gatherAll = (closed: boolean, lot: number[]): void => {
        for (;;) {
          const events = decided(answer, history, gather(0, answered, { closed, lot }), NOW);
          if (!Array.isArray(events) || events.length === 0) return;
          history.push(...events);
        }
      };
      for (const { come, lot } of all) {
        answered += come;
        gatherAll(false, lot);
      }
      gatherAll(true, []);
      const batches = history.flatMap((event) => (event.type === 'AnswersGathered' ? [event.data.invitationIds] : []));
      const taken = batches.flat().sort();
      const given = history.flatMap((event) =>
        event.type === 'SurveyAnswered' ? event.data.answers.flatMap(({ values }) => values) : [],
      );
      const everyone = Array.from({ length: answered }, (_, n) => n);
      return (
        (answered < 5 || batches.every(({ length }) => length >= 5)) &&
        JSON.stringify(taken) === JSON.stringify(everyone.map(id).sort()) &&
        JSON.stringify(given.map(Number).sort((a, b) => a - b)) === JSON.stringify(everyone)
      );
    }),
  );
  t.end();
});
