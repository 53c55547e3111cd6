import type { DraftSurveyInput } from '../../src/api/schema/types.gen.ts';
import { WAVE_WORDS } from '../../src/documents/evaluation/figures.ts';
import { type LettersAsked, surveyLetters } from '../../src/documents/survey-letter.ts';
import { addDays, addMonths, type Day, lastDayOf, monthOfDay } from '../../src/domain/calendar.ts';
import type { Moment } from '../network-builder.ts';
import { surveyTemplate } from '../survey-template/template.ts';
import { timeOn, weekdayFrom } from './days.ts';
import type { SetNetwork } from './setting.ts';
import type { Stage } from './stage.ts';
import { answersOf, characterOf, type Invited } from './survey-answers.ts';
import { type AnsweredWave, CONSULTANT, tellChange, tellClosed } from './survey-results.ts';
import { same } from './telling.ts';

type Invitation = Invited & { readonly token: string; readonly url: string };
const INVITED = `survey { title intro anonymous closesOn }
  invitations { audience recipient url token office { name } }`;
const PREVIEW = `query ($id: ID!, $from: Date!, $to: Date!) { survey(id: $id) {
  framePreview(periodFrom: $from, periodTo: $to) { invited } } }`;

/** A wave, the day on which it is opened, and the period whose people it asks. */
interface Held {
  readonly draft: DraftSurveyInput;
  readonly day: Day;
  readonly period: { readonly periodFrom: Day; readonly periodTo: Day };
  /** Whether clients and families are invited on paper. */
  readonly isOnPaper: boolean;
  /** Runs on the morning after it is closed. */
  readonly afterwards: (then: Moment, wave: AnsweredWave) => Promise<unknown>;
}

/**
 * The trial's survey in two waves of one study, at the end of each month: drafted from the
 * template, looked over, published, opened, its letters made, answered by most, the rest reminded;
 * closed, the first by itself; its results, and the files of them. And a study that was given up.
 */
export const surveyEverybody = (stage: Stage, networks: readonly SetNetwork[], from: Day): void => {
  const second = addMonths(monthOfDay(from), 1);
  const [day, later] = [weekdayFrom(addDays(from, 20)), weekdayFrom(addDays(lastDayOf(second), -12))];
  const asked = { audiences: [], networkIds: networks.map(({ id }) => id) };
  const baseline = surveyTemplate({ ...asked, wave: 'BASELINE', studyEndsOn: addDays(later, 60) });
  // The trial of two months has no survey in its middle.
  const draft: DraftSurveyInput = { ...baseline, furtherWaves: ['ENDLINE'] };
  giveUp(stage, { ...draft, study: '予備調査', title: '予備調査（見送り）' }, addDays(day, -10));
  const first: AnsweredWave[] = [];
  holdWave(stage, {
    draft,
    day,
    isOnPaper: true,
    period: { periodFrom: from, periodTo: addDays(day, -1) },
    afterwards: async (then, wave) => {
      first.push(wave);
      await tellClosed(stage, then, wave);
    },
  });
  holdWave(stage, {
    draft: surveyTemplate({ ...asked, wave: 'ENDLINE', studyEndsOn: null }),
    day: later,
    isOnPaper: false,
    period: { periodFrom: addDays(day, 1), periodTo: addDays(later, -1) },
    afterwards: async (then, wave) => {
      await tellClosed(stage, then, wave);
      const [before] = first;
      if (!before) throw new Error('the first wave is over by now');
      await tellChange(stage, then, [before, wave], { networkId: networks[0]?.id ?? '', from });
    },
  });
};

/** A study that is given up ends on its last day, and its key with it. */
const giveUp = ({ timeline }: Stage, draft: DraftSurveyInput, day: Day): void =>
  timeline.add(timeOn(day, '09:00'), async (then) => {
    const input = { ...draft, studyEndsOn: addDays(day, 3) };
    const { survey } = await then.send(CONSULTANT, 'draftSurvey', input, 'survey { id }');
    await then.send(CONSULTANT, 'publishSurvey', { surveyId: survey.id });
  });

/** A letter each, one page with the address as a QR code. */
const makeLetters = async (stage: Stage, asked: LettersAsked): Promise<void> => {
  const letters = await surveyLetters(asked);
  const pages = new TextDecoder('latin1').decode(letters).match(/\/Type \/Page\b/g) ?? [];
  same('a letter each', pages.length, asked.invitations.length);
  stage.keep('survey-letters.pdf', letters);
  stage.telling.tell(
    asked.madeAt,
    `利用者と家族への案内の手紙をPDFで: ${pages.length}通、1通1ページ、QRコードつき（${asked.survey.title}）`,
    `letters to clients and families, as PDF: ${pages.length} pages, each with a QR code`,
  );
};

/** How late somebody answers: up to 3 by themselves, 4 and 5 once reminded, 6 never. */
const latenessOf = (invited: Invited): number => characterOf(invited) % 7;

const holdWave = (stage: Stage, { draft, day, period, isOnPaper, afterwards }: Held): void => {
  const { timeline, telling } = stage;
  const opensAt = timeOn(day, '09:00');
  timeline.add(opensAt, async (then) => {
    const { survey } = await then.send(CONSULTANT, 'draftSurvey', { ...draft, title: '調査（案）' }, 'survey { id }');
    const surveyId: string = survey.id;
    await then.send(CONSULTANT, 'draftSurvey', { ...draft, surveyId });
    await then.send(CONSULTANT, 'publishSurvey', { surveyId });
    const preview = { id: surveyId, from: period.periodFrom, to: period.periodTo };
    const { survey: seen } = await then.ask(CONSULTANT, PREVIEW, preview);
    const closesOn = addDays(day, 7);
    const opened = await then.send(CONSULTANT, 'openSurvey', { surveyId, ...period, closesOn }, INVITED);
    const invitations: readonly Invitation[] = opened.invitations;
    const frame: readonly { readonly invited: number }[] = seen.framePreview;
    same(
      'as many as the preview said',
      invitations.length,
      frame.reduce((sum, { invited }) => sum + invited, 0),
    );
    const atHome = invitations.filter(({ audience }) => ['CLIENT', 'FAMILY'].includes(audience));
    if (isOnPaper) await makeLetters(stage, { survey: opened.survey, invitations: atHome, madeAt: opensAt });
    const wave: AnsweredWave = { id: surveyId, wave: draft.wave, invited: invitations.length, given: [] };
    const answered = new Set<string>();
    const answer = (then: Moment, { token, ...invited }: Invitation) => {
      answered.add(token);
      const answers = answersOf(draft.questions, draft.wave, invited);
      wave.given.push(answers);
      return then.send(null, 'answerSurvey', { token, answers }, 'accepted');
    };
    for (const one of invitations.filter((one) => latenessOf(one) < 4))
      timeline.add(timeOn(addDays(day, 1 + latenessOf(one)), '12:30'), (then) => answer(then, one));
    timeline.add(timeOn(addDays(day, 5), '09:30'), async (then) => {
      const inTime = wave.given.length;
      const { invitations: reminded } = await then.send(CONSULTANT, 'remindRespondents', { surveyId }, INVITED);
      const again = new Set((reminded as readonly Invitation[]).map(({ token }) => token));
      const left = invitations.filter(({ token }) => !again.has(token) && !answered.has(token));
      same('who has answered is not reminded', again.size + left.length, invitations.length - inTime);
      const areAtHome = left.every((one) => atHome.includes(one));
      same('who else is not has taken the consent back', areAtHome, true);
      for (const one of (reminded as readonly Invitation[]).filter((one) => latenessOf(one) < 6))
        timeline.add(timeOn(addDays(day, 6), '19:30'), (then) => answer(then, one));
      telling.tell(
        then.at ?? '',
        `調査（${WAVE_WORDS[draft.wave]}）: ${invitations.length}人に案内、${inTime}人が回答、${reminded.length}人に再案内`,
        `survey ${draft.wave}: ${invitations.length} invited; ${inTime} answered, ${reminded.length} reminded`,
      );
    });
    const isByHand = draft.wave === 'ENDLINE';
    if (isByHand) timeline.add(timeOn(closesOn, '17:00'), (then) => then.send(CONSULTANT, 'closeSurvey', { surveyId }));
    timeline.add(timeOn(addDays(closesOn, 1), '09:30'), (then) => afterwards(then, wave));
  });
};
