import t from 'tap';
import { uuidOf } from '../../../../src/domain/ids.ts';
import { answer } from '../../../../src/domain/survey/answer/decider.ts';
import type { AnswerEvent } from '../../../../src/domain/survey/events.ts';
import { specify } from '../../../support/specification.ts';
import { NETWORK, NOW, OTHER_NETWORK } from '../example-survey.ts';
import { batch, gather, invitationOf, waitingAnswers } from './example-answers.ts';

const FIRST_FIVE = batch([0, 1, 2, 3, 4]);
const closed = { closed: true };

t.test('how many', async (t) => {
  specify(t, answer, NOW, [
    {
      name: 'happens, rule 39: ten wait, five are taken',
      given: [],
      when: gather(waitingAnswers(0, 10)),
      then: FIRST_FIVE,
    },
    {
      name: 'happens, rule 39: what is left counts for the next ten',
      given: FIRST_FIVE,
      when: gather(waitingAnswers(0, 15)),
      then: batch([5, 6, 7, 8, 9]),
    },
    {
      name: 'happens, rule 39: at closing all are taken where no batch was made, though fewer than five',
      given: [],
      when: gather(waitingAnswers(0, 3), closed),
      then: batch([0, 1, 2]),
    },
    {
      name: 'happens, rule 39: at closing a rest of five is taken',
      given: FIRST_FIVE,
      when: gather(waitingAnswers(5, 10), closed),
      then: batch([5, 6, 7, 8, 9]),
    },
    {
      name: 'happens, rule 39: at closing a rest of nine is taken at once',
      given: FIRST_FIVE,
      when: gather(waitingAnswers(5, 14), closed),
      then: batch([5, 6, 7, 8, 9, 10, 11, 12, 13]),
    },
    {
      name: 'happens, rule 39: at closing, too, five are taken while ten wait',
      given: [],
      when: gather(waitingAnswers(0, 10), closed),
      then: FIRST_FIVE,
    },
    {
      name: 'repeated: these have been gathered',
      given: batch([0, 1, 2]),
      when: gather(waitingAnswers(0, 3), closed),
      then: [],
    },
    { name: 'repeated: nobody has answered', given: [], when: gather([], closed), then: [] },
    { name: 'stale, rule 39: nine wait', given: [], when: gather(waitingAnswers(0, 9)), then: [] },
    {
      name: 'stale, rule 39: five of fourteen have been gathered meanwhile, nine wait',
      given: FIRST_FIVE,
      when: gather(waitingAnswers(0, 14)),
      then: [],
    },
  ]);
});

t.test('which, and of whom', async (t) => {
  const roles = {
    PARTNER_OFFICE: 'PARTNER',
    ASSIST_OFFICE: 'ASSIST',
    CAREGIVER: 'ASSIST',
    CLIENT: null,
    FAMILY: null,
    CARE_MANAGER: null,
  } as const;
  const [one] = waitingAnswers(0, 1);
  const known = { panelKey: 'panel 7', respondentId: uuidOf('respondent', 7) };
  specify(t, answer, NOW, [
    {
      name: 'happens, rule 39: the lot draws the five and shuffles them; the invitations stand sorted',
      given: [],
      when: gather(waitingAnswers(0, 10), { lot: [0.95, 0, 0.99, 0.5, 0.2] }),
      then: batch([9, 0, 8, 4, 2]),
    },
    {
      name: 'happens, rule 39: the rest of a closing is shuffled alike',
      given: [],
      when: gather(waitingAnswers(0, 3), { ...closed, lot: [0.99, 0.99, 0.99] }),
      then: batch([2, 1, 0]),
    },
    ...Object.entries({
      network: { networkId: OTHER_NETWORK },
      audience: { audience: 'FAMILY', officeRole: null },
    } as const).map(([what, over]) => ({
      name: `happens, rule 39: each ${what} for itself`,
      given: batch([0, 1, 2, 3, 4], over),
      when: gather(waitingAnswers(5, 8), closed),
      then: batch([5, 6, 7]),
    })),
    ...(Object.keys(roles) as (keyof typeof roles)[]).map((audience) => ({
      name: `happens: of ${audience} the role of its office is ${roles[audience]}`,
      given: [],
      when: gather(waitingAnswers(0, 1), { ...closed, audience }),
      then: batch([0], { audience, officeRole: roles[audience] }),
    })),
    {
      name: 'happens, rule 39: the respondent goes with the answer where the survey names them, a panel key does not',
      given: [],
      when: gather(one ? [{ ...one, ...known }] : [], closed),
      then: [
        {
          type: 'AnswersGathered',
          data: { networkId: NETWORK, audience: 'CAREGIVER', invitationIds: [invitationOf(0)] },
        },
        {
          type: 'SurveyAnswered',
          data: {
            networkId: NETWORK,
            audience: 'CAREGIVER',
            officeRole: 'ASSIST',
            ...known,
            panelKey: null,
            answers: [{ question: 'q1', values: ['0'] }],
            padding: '  ',
          },
        },
      ],
    },
  ]);
});

const withKeys = (from: number, to: number) =>
  waitingAnswers(from, to).map((one, n) => ({ ...one, panelKey: `key ${from + n}` }));
const keyed = (events: readonly AnswerEvent[], written: (n: number) => boolean) =>
  events.map((event) => {
    if (event.type !== 'SurveyAnswered') return event;
    const n = Number(event.data.answers[0]?.values[0]);
    return { ...event, data: { ...event.data, panelKey: written(n) ? `key ${n}` : null } };
  });
const first = { earlierKeys: [], goesOn: true };
const second = { earlierKeys: [withKeys(0, 12).map(({ panelKey }) => panelKey)], goesOn: false };
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

t.test('joined with other waves', async (t) => {
  specify(t, answer, NOW, [
    {
      name: 'happens, rule 39: at closing all at once, each with its key',
      given: [],
      when: gather(withKeys(0, 12), { ...closed, joined: first }),
      then: keyed(batch(numbers(0, 12)), () => true),
    },
    {
      name: 'stale, rule 39: before the closing none are taken, however many wait',
      given: [],
      when: gather(withKeys(0, 12), { joined: first }),
      then: [],
    },
    {
      name: 'happens, rule 39: four answer: none has a key',
      given: [],
      when: gather(withKeys(0, 4), { ...closed, joined: first }),
      then: batch(numbers(0, 4)),
    },
    {
      name: 'happens, rule 39: all answer again: each has its key',
      given: [],
      when: gather(withKeys(0, 12), { ...closed, joined: second }),
      then: keyed(batch(numbers(0, 12)), () => true),
    },
    {
      name: 'happens, rule 39: one does not answer again: four of the others go unjoined, or five, none of them new',
      given: [],
      when: gather(withKeys(1, 12), { ...closed, joined: second }),
      then: keyed(batch(numbers(1, 12)), (n) => n <= 6),
    },
  ]);
});
