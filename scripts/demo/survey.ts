import { addDays, type Day, toInstant } from '../../src/domain/calendar.ts';
import type { ApiClient } from '../api-client.ts';
import type { SetNetwork } from './setting.ts';
import type { Timeline } from './timeline.ts';

const QUESTIONS = [
  {
    code: 'SATISFIED',
    kind: 'LIKERT_5',
    text: '委託の仕組みに満足していますか。',
    required: true,
    audiences: ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CAREGIVER', 'CLIENT', 'FAMILY', 'CARE_MANAGER'],
  },
  {
    code: 'COMMENT',
    kind: 'TEXT',
    text: 'ご意見をお聞かせください。',
    audiences: ['CLIENT', 'FAMILY', 'CARE_MANAGER'],
  },
];

/**
 * One survey: drafted, published, opened on `day`, answered by most, closed by itself. Answers its
 * id.
 */
export const surveyEverybody = async (
  api: ApiClient,
  timeline: Timeline,
  networks: readonly SetNetwork[],
  from: Day,
  day: Day,
): Promise<void> => {
  timeline.add(toInstant(`${day}T09:00:00+09:00`), async (at) => {
    const as = { as: 'consultant', at };
    const { survey } = await api.mutate(
      'draftSurvey',
      {
        networkIds: networks.map(({ id }) => id),
        study: 'パートナー訪問介護トライアル',
        wave: 'BASELINE',
        title: 'はじめの調査',
        intro: '仕組みをよくするための調査です。お名前は記録されません。',
        threshold: 3,
        questions: QUESTIONS,
      },
      as,
      'survey { id }',
    );
    await api.mutate('publishSurvey', { surveyId: survey.id }, as);
    const { invitations } = await api.mutate(
      'openSurvey',
      { surveyId: survey.id, periodFrom: from, periodTo: addDays(day, -1), closesOn: addDays(day, 7) },
      as,
      'invitations { audience token }',
    );
    for (const [n, invitation] of invitations.entries()) {
      if (n % 7 === 6) continue;
      const answers = [{ question: 'SATISFIED', values: [String(3 + (n % 3))] }];
      if (QUESTIONS[1]?.audiences.includes(invitation.audience) && n % 2 === 0)
        answers.push({ question: 'COMMENT', values: ['来てくれて助かっています'] });
      timeline.add(toInstant(`${addDays(day, 1 + (n % 5))}T1${n % 9}:00:00+09:00`), (now) =>
        api.mutate('answerSurvey', { token: invitation.token, answers }, { as: null, at: now }, 'accepted'),
      );
    }
  });
};
