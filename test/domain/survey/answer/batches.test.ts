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
