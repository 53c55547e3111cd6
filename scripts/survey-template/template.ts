import type { Audience, DraftSurveyInput, Wave } from '../../src/api/schema/types.gen.ts';
import { type Asked, EVERY_WAVE, EVERYBODY } from './asked.ts';
import { caregivers } from './caregivers.ts';
import { everybody } from './everybody.ts';
import { homes } from './homes.ts';
import { offices } from './offices.ts';

const QUESTIONS: readonly Asked[] = [...homes, ...caregivers, ...offices, ...everybody];

const WAVE_WORDS: Readonly<Record<Wave, string>> = { BASELINE: 'はじめ', MIDLINE: '中間', ENDLINE: 'おわり' };

const INTRO = `これは、事業所どうしが訪問介護を助け合うしくみについての調査です。しくみがよいかどうかを調べて、よりよくするために使います。
お名前は聞きません。答えは、多くの人の分をまとめて、数字にして発表します。
答えるかどうかは、自由です。答えなくても、困ることはありません。答えたくない質問は、とばしてかまいません。`;
/** Stands below it where one audience alone is asked. */
const INTRO_TO: Readonly<Partial<Record<Audience, string>>> = {
  CLIENT: '書くことがむずかしいときは、ご家族などに手伝ってもらってください。',
  FAMILY: 'ご家族のお考えで、答えてください。',
  CARE_MANAGER: 'この依頼を受け取った、お一人の利用者の訪問について答えてください。',
  PARTNER_OFFICE: '事業所として、一つの答えを送ってください。',
  ASSIST_OFFICE: '事業所として、一つの答えを送ってください。',
};

/** What a template cannot know. */
export interface TemplateAsked {
  readonly wave: Wave;
  /** Whom to ask; all where it is empty. */
  readonly audiences: readonly Audience[];
  readonly networkIds: readonly string[];
  /** The last day of the study; null with ENDLINE, after which no wave comes. */
  readonly studyEndsOn: string | null;
}

/**
 * The trial's survey of one wave, for one audience or several, as `draftSurvey` takes it. Questions
 * of one code stay the same from wave to wave and audience to audience, so that they compare. None
 * has to be answered.
 */
export const surveyTemplate = ({ wave, audiences, networkIds, studyEndsOn }: TemplateAsked): DraftSurveyInput => {
  const asked = audiences.length === 0 ? EVERYBODY : audiences;
  const [only, ...others] = asked;
  const addressed = only !== undefined && others.length === 0 ? INTRO_TO[only] : undefined;
  return {
    networkIds: [...networkIds],
    study: 'パートナー訪問介護トライアル',
    wave,
    title: `訪問の助け合いについての調査（${WAVE_WORDS[wave]}）`,
    intro: addressed === undefined ? INTRO : `${INTRO}\n${addressed}`,
    anonymous: true,
    threshold: 5,
    furtherWaves: EVERY_WAVE.slice(EVERY_WAVE.indexOf(wave) + 1),
    studyEndsOn,
    questions: QUESTIONS.filter(({ waves }) => waves.includes(wave)).flatMap(({ waves: _waves, ...question }) => {
      const those = question.audiences.filter((audience) => asked.includes(audience));
      return those.length === 0 ? [] : [{ ...question, audiences: those }];
    }),
  };
};
