import fc from 'fast-check';
import t from 'tap';
import { answer } from '../../../../src/domain/survey/answer/decider.ts';
import type { AnswerEvent } from '../../../../src/domain/survey/events.ts';
import { decided } from '../../../support/specification.ts';
import { NOW } from '../example-survey.ts';
import { gather, invitationOf, waitingAnswers } from './example-answers.ts';

fc.configureGlobal({ seed: 39 });

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
          const events = decided(answer, history, gather(waitingAnswers(0, answered), { closed, lot }), NOW);
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
        JSON.stringify(taken) === JSON.stringify(everyone.map(invitationOf).sort()) &&
        JSON.stringify(given.map(Number).sort((a, b) => a - b)) === JSON.stringify(everyone)
      );
    }),
  );
  t.end();
});

/** Batches of a survey that so many answer one after the other, gathered by a lot. */
const batchesOf = (people: number, lotNumber: () => number) => {
  const history: AnswerEvent[] = [];
  for (let answered = 1; answered <= people; answered += 1) {
    const waiting = waitingAnswers(0, answered);
    const over = { closed: answered === people, lot: waiting.map(lotNumber) };
    const events = decided(answer, history, gather(waiting, over), NOW);
    if (Array.isArray(events)) history.push(...events);
  }
  const batches: { invitations: string[]; givers: string[] }[] = [];
  for (const { type, data } of history)
    if (type === 'AnswersGathered') batches.push({ invitations: data.invitationIds, givers: [] });
    else batches.at(-1)?.givers.push(invitationOf(Number(data.answers[0]?.values[0])));
  return batches;
};

t.test('rule 39: who matches answers to invitations by their order does no better than chance', async (t) => {
  let state = 39;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const PEOPLE = 30;
  const used = Array.from({ length: PEOPLE }, (_, n) => invitationOf(n));
  /** Which invitation is taken for that of each answer of a batch. */
  const guesses = {
    'in the order in which they were used': (invitations: readonly string[]) =>
      invitations.toSorted((a, b) => used.indexOf(a) - used.indexOf(b)),
    'the other way round': (invitations: readonly string[]) =>
      invitations.toSorted((a, b) => used.indexOf(b) - used.indexOf(a)),
    'in the order of the event that names them': (invitations: readonly string[]) => invitations,
  };
  const batches = Array.from({ length: 120 }, () => batchesOf(PEOPLE, chance)).flat();
  const rightIn = (those: ReturnType<typeof batchesOf>, guess: (invitations: readonly string[]) => readonly string[]) =>
    those.reduce(
      (right, { invitations, givers }) =>
        right + guess(invitations).filter((invitation, at) => givers[at] === invitation).length,
      0,
    ) / those.length;
  for (const [what, guess] of Object.entries(guesses)) {
    const right = rightIn(batches, guess);
    // By chance one of each batch is right, with a variance of one, however large the batch.
    const margin = 4 / Math.sqrt(batches.length);
    t.ok(Math.abs(right - 1) < margin, `${what}: ${right} of a batch, ${batches.length} batches`);
  }
  const without = batchesOf(PEOPLE, () => 0);
  t.ok(rightIn(without, guesses['in the order in which they were used']) >= 5, 'without a lot all are found so');
});
