import { addDays, type Day } from '../../src/domain/calendar.ts';
import { timeOn } from './days.ts';
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

/** What clients, families and care managers write, in turn. */
const COMMENTS = [
  '休みの日にも来てもらえて助かっています。',
  '来る人が変わるときは、前もって名前を知らせてほしいです。',
  '記録がその日のうちに届くので、様子が分かって安心です。',
];

/**
 * One survey: drafted, looked over, published, opened on `day`, answered by most, the rest
 * reminded, closed by itself; the draft of the next; and a study that was given up before.
 */
export const surveyEverybody = (timeline: Timeline, networks: readonly SetNetwork[], from: Day, day: Day): void => {
  timeline.add(timeOn(day, '09:00'), async (then) => {
    const consultant = { subject: 'consultant' };
    const draft = {
      networkIds: networks.map(({ id }) => id),
      study: 'パートナー訪問介護トライアル',
      wave: 'BASELINE',
      title: 'はじめの調査',
      intro: '仕組みをよくするための調査です。お名前は記録されません。',
      threshold: 3,
      furtherWaves: ['MIDLINE', 'ENDLINE'],
      studyEndsOn: addDays(day, 300),
      questions: QUESTIONS,
    };
    // A study that was given up ends on its last day, and its key with it.
    const tried = { study: '予備調査', title: '予備調査（見送り）', studyEndsOn: addDays(day, 3) };
    const { survey: givenUp } = await then.send(consultant, 'draftSurvey', { ...draft, ...tried }, 'survey { id }');
    await then.send(consultant, 'publishSurvey', { surveyId: givenUp.id });
    const first = { ...draft, title: '調査（案）' };
    const { survey } = await then.send(consultant, 'draftSurvey', first, 'survey { id }');
    await then.send(consultant, 'draftSurvey', { ...draft, surveyId: survey.id });
    await then.send(consultant, 'publishSurvey', { surveyId: survey.id });
    const opening = { surveyId: survey.id, periodFrom: from, periodTo: addDays(day, -1), closesOn: addDays(day, 7) };
    const { invitations } = await then.send(consultant, 'openSurvey', opening, 'invitations { audience token }');
    for (const [n, { audience, token }] of invitations.entries()) {
      if (n % 7 === 6) continue;
      const answers = [{ question: 'SATISFIED', values: [String(3 + (n % 3))] }];
      if (QUESTIONS[1]?.audiences.includes(audience) && n % 2 === 0)
        answers.push({ question: 'COMMENT', values: [COMMENTS[(n / 2) % COMMENTS.length] ?? ''] });
      timeline.add(timeOn(addDays(day, 1 + (n % 5)), `1${n % 9}:00`), (then) =>
        then.send(null, 'answerSurvey', { token, answers }, 'accepted'),
      );
    }
    timeline.add(timeOn(addDays(day, 6), '09:30'), async (then) => {
      await then.send(consultant, 'remindRespondents', { surveyId: survey.id });
      const next = { wave: 'MIDLINE', furtherWaves: ['ENDLINE'], title: '半年後の調査（案）' };
      await then.send(consultant, 'draftSurvey', { ...draft, ...next });
    });
  });
};
