import t from 'tap';
import { uuidOf } from '../../../../src/domain/ids.ts';
import { answer } from '../../../../src/domain/survey/answer/decider.ts';
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
      name: 'happens, rule 40: panel key and respondent go with the answers where the survey has them',
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
            answers: [{ question: 'q1', values: ['0'] }],
            padding: '  ',
          },
        },
      ],
    },
  ]);
});
