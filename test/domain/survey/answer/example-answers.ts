import { type Uuid, uuidOf } from '../../../../src/domain/ids.ts';
import type { AnswerCommand } from '../../../../src/domain/survey/answer/decider.ts';
import type { AnswerEvent } from '../../../../src/domain/survey/events.ts';
import { NETWORK } from '../example-survey.ts';

type GatherAnswers = Extract<AnswerCommand, { type: 'GatherAnswers' }>;
type Group = Pick<Extract<AnswerEvent, { type: 'SurveyAnswered' }>['data'], 'networkId' | 'audience' | 'officeRole'>;

export const invitationOf = (n: number): Uuid => uuidOf('invitation', n);
const waitingAnswer = (n: number) => ({
  invitationId: invitationOf(n),
  panelKey: null,
  respondentId: null,
  answers: [{ question: 'q1', values: [String(n)] }],
  padding: '  ',
});
/** The answers numbered from `from` up to, without, `to`. */
export const waitingAnswers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => waitingAnswer(from + n));

export const gather = (
  waiting: GatherAnswers['waiting'],
  over: Partial<Omit<GatherAnswers, 'type' | 'waiting'>> = {},
): GatherAnswers => ({
  type: 'GatherAnswers',
  networkId: NETWORK,
  audience: 'CAREGIVER',
  closed: false,
  joined: null,
  lot: [],
  waiting,
  ...over,
});

/** The events of one batch: the invitations sorted, the answers in the order of these numbers. */
export const batch = (numbers: readonly number[], over: Partial<Group> = {}): readonly AnswerEvent[] => {
  const { networkId, audience, officeRole }: Group = {
    networkId: NETWORK,
    audience: 'CAREGIVER',
    officeRole: 'ASSIST',
    ...over,
  };
  return [
    { type: 'AnswersGathered', data: { networkId, audience, invitationIds: numbers.map(invitationOf).sort() } },
    ...numbers.map((n): AnswerEvent => {
      const { panelKey, respondentId, answers, padding } = waitingAnswer(n);
      return {
        type: 'SurveyAnswered',
        data: { networkId, audience, officeRole, panelKey, respondentId, answers, padding },
      };
    }),
  ];
};
