import { type Day, dayOf, endOfDay, type Instant } from '../calendar.ts';
import { asItIs, type CommandOf, decider } from '../decider.ts';
import type { Uuid } from '../ids.ts';
import { MOST_ANSWER_BYTES, MOST_DRAFTS, MOST_REMINDERS } from '../limits.ts';
import { Rejected } from '../rejected.ts';
import type { Respondent, SurveyContent, SurveyEvent, Wave } from './events.ts';
import { frameGroups } from './frame.ts';
import { checkQuestionnaire, largestAnswerBytes } from './questionnaire.ts';
import { evolve, type SurveyState } from './state.ts';
import { canBeSubtracted, canBeSubtractedTogether, choices, type Invited } from './subtraction.ts';

const RESPONDENTS_PER_EVENT = 200;

/** SURVEY_FROZEN once published (rule 37), QUESTIONNAIRE_INVALID naming the question's field. */
const draft = ({ content }: { readonly content: SurveyContent }, state: SurveyState): SurveyEvent[] => {
  if (state.status !== 'NONE' && state.status !== 'DRAFT') throw new Rejected('SURVEY_FROZEN', ['surveyId']);
  checkQuestionnaire(content.questions);
  if (state.status === 'DRAFT' && JSON.stringify(state.content) === JSON.stringify(content)) return [];
  if (state.status === 'DRAFT' && state.version >= MOST_DRAFTS) throw new Rejected('TOO_MANY_CHANGES', ['surveyId']);
  return [{ type: 'SurveyDrafted', data: content }];
};

/** What has been published of a survey's study in one of its networks. */
export interface Study {
  readonly networkId: Uuid;
  /** Its key is gone: nothing is joined any more. */
  readonly ended: boolean;
  /** Waves that were announced. */
  readonly waves: readonly Wave[];
  /** The last day of the study, the earliest that was said; null where nobody has said one. */
  readonly endsOn: Day | null;
  /** When the last of its waves that are open closes; null where none is. */
  readonly openUntil: Day | null;
}

/**
 * QUESTIONNAIRE_TOO_LONG where its largest possible answer is too large. STUDY_ENDED where further
 * waves are announced of a study that is over, or that would end before a wave that is open
 * (rule 39). Answers are joined where further waves are announced, or where this one was.
 */
const publish = ({ studies }: { readonly studies: readonly Study[] }, state: SurveyState, now: Instant) => {
  if (state.status === 'NONE') throw new Rejected('SURVEY_NOT_DRAFTED', ['surveyId']);
  if (state.status !== 'DRAFT') return [];
  const { questions, furtherWaves, studyEndsOn, anonymous, wave } = state.content;
  if (largestAnswerBytes(questions) > MOST_ANSWER_BYTES) throw new Rejected('QUESTIONNAIRE_TOO_LONG', ['surveyId']);
  const goesOn = furtherWaves.length > 0;
  const isOver = ({ ended, endsOn }: Study): boolean => ended || (endsOn !== null && endOfDay(endsOn) <= now);
  const isTooEarly = studyEndsOn !== null && endOfDay(studyEndsOn) <= now;
  const cutsOff = studies.some(
    ({ openUntil }) => openUntil !== null && studyEndsOn !== null && openUntil > studyEndsOn,
  );
  if (goesOn && (isTooEarly || cutsOff || studies.some(isOver))) throw new Rejected('STUDY_ENDED', ['surveyId']);
  // With the respondent beside it a panel key would tell whose the other waves' answers are.
  const joined = anonymous ? studies.filter((study) => !isOver(study) && (goesOn || study.waves.includes(wave))) : [];
  const joinedIn = joined.map(({ networkId }) => networkId);
  return [{ type: 'SurveyPublished' as const, data: { version: state.version, joinedIn } }];
};

/**
 * `respondents`: the frame, drawn at the head just before (rule 3). `recent`: surveys of its
 * networks that were opened within `DAYS_APART` days.
 */
interface OpenSurvey {
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly closesOn: Day;
  readonly respondents: readonly Respondent[];
  readonly recent: readonly RecentSurvey[];
  /** The last day on which its answers are joined with other waves; null where they are not. */
  readonly joinedUntil: Day | null;
}
/** Another survey. */
export interface RecentSurvey extends Invited, Pick<SurveyContent, 'study' | 'wave'> {}
/** Surveys that are opened further apart may be subtracted: too much has changed (rule 40). */
export const DAYS_APART = 60;

/**
 * Rule 37: the frame and its lists in one append. A list may hold 300; 200 stay under 64 KiB
 * whatever they hold.
 */
const open = (command: OpenSurvey, state: SurveyState, now: Instant): SurveyEvent[] => {
  const { periodFrom, periodTo, closesOn, respondents, recent, joinedUntil } = command;
  if (
    state.status === 'OPEN' &&
    state.periodFrom === periodFrom &&
    state.periodTo === periodTo &&
    state.closesOn === closesOn
  )
    return [];
  if (state.status === 'OPEN') throw new Rejected('SURVEY_ALREADY_OPEN', ['surveyId']);
  if (state.status === 'CLOSED') throw new Rejected('SURVEY_CLOSED', ['surveyId']);
  if (state.status !== 'PUBLISHED') throw new Rejected('SURVEY_NOT_PUBLISHED', ['surveyId']);
  if (periodTo < periodFrom) throw new Rejected('PERIOD_INVALID', ['periodTo']);
  // The frame is drawn from what has happened: of days to come it would lack whoever comes then.
  if (periodTo > dayOf(now)) throw new Rejected('DAY_IN_FUTURE', ['periodTo']);
  if (endOfDay(closesOn) <= now) throw new Rejected('CLOSES_IN_PAST', ['closesOn']);
  if (joinedUntil !== null && closesOn > joinedUntil) throw new Rejected('STUDY_ENDED', ['closesOn']);
  if (!respondents.some(({ invited }) => invited)) throw new Rejected('NOBODY_TO_SURVEY', ['periodFrom']);
  const { study, wave, threshold, questions } = state.content;
  const invited = respondents.filter((respondent) => respondent.invited);
  const own = { threshold, questions, invited };
  const others = recent.filter((other) => other.study !== study || other.wave === wave);
  if (
    others.some((other) => canBeSubtracted(own, other)) ||
    withoutOtherWaves(others).some((those) => canBeSubtractedTogether([own, ...those]))
  )
    throw new Rejected('FRAME_TOO_CLOSE', ['periodFrom']);
  const lists = Array.from({ length: Math.ceil(respondents.length / RESPONDENTS_PER_EVENT) }, (_, n): SurveyEvent => {
    const from = n * RESPONDENTS_PER_EVENT;
    return { type: 'FrameListed', data: { respondents: respondents.slice(from, from + RESPONDENTS_PER_EVENT) } };
  });
  return [
    {
      type: 'SurveyOpened',
      data: { periodFrom, periodTo, opensOn: dayOf(now), closesOn, frame: frameGroups(respondents) },
    },
    ...lists,
  ];
};

/**
 * Every choice of one wave of each study: waves of one study are not subtracted from one another.
 */
const withoutOtherWaves = (surveys: readonly RecentSurvey[]): readonly (readonly RecentSurvey[])[] => {
  const studies = [...Map.groupBy(surveys, ({ study }) => study).values()];
  return choices(studies.map((those) => [...Map.groupBy(those, ({ wave }) => wave).values()])).map((one) => one.flat());
};

/** Of a survey that is still open at `now`. */
const remind = (_: unknown, state: SurveyState, now: Instant): SurveyEvent[] => {
  if (state.status !== 'OPEN' || endOfDay(state.closesOn) <= now) throw new Rejected('SURVEY_NOT_OPEN', ['surveyId']);
  if (state.reminders >= MOST_REMINDERS) throw new Rejected('TOO_MANY_REMINDERS', ['surveyId']);
  return [{ type: 'RespondentsReminded', data: {} }];
};

const close = (_: unknown, state: SurveyState): SurveyEvent[] => {
  if (state.status === 'CLOSED') return [];
  if (state.status !== 'OPEN') throw new Rejected('SURVEY_NOT_OPEN', ['surveyId']);
  return [{ type: 'SurveyClosed', data: {} }];
};

export const survey = decider({
  category: 'survey',
  initial: { status: 'NONE' },
  evolve,
  known: asItIs<SurveyState>,
  creating: { DraftSurvey: draft },
  changing: { PublishSurvey: publish, OpenSurvey: open, RemindRespondents: remind, CloseSurvey: close },
});
export type SurveyCommand = CommandOf<typeof survey>;
