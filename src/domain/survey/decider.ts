import { dayOf, endOfDay, type Instant } from '../calendar.ts';
import type { Decider } from '../decider.ts';
import { Rejected } from '../rejected.ts';
import type { OpenSurvey, SurveyCommand, SurveyContent } from './commands.ts';
import type { SurveyEvent } from './events.ts';
import { frameGroups } from './frame.ts';
import { checkQuestionnaire } from './questionnaire.ts';
import { evolve, type SurveyState } from './state.ts';

const RESPONDENTS_A_LIST = 200;

/** SURVEY_FROZEN once published (rule 37), QUESTIONNAIRE_INVALID naming the question's field. */
const draft = (content: SurveyContent, state: SurveyState): SurveyEvent[] => {
  if (state.status !== 'NONE' && state.status !== 'DRAFT') throw new Rejected('SURVEY_FROZEN', ['surveyId']);
  checkQuestionnaire(content.questions);
  if (state.status === 'DRAFT' && JSON.stringify(state.content) === JSON.stringify(content)) return [];
  return [{ type: 'SurveyDrafted', data: content }];
};

const publish = (state: SurveyState): SurveyEvent[] => {
  if (state.status === 'NONE') throw new Rejected('SURVEY_NOT_DRAFTED', ['surveyId']);
  return state.status === 'DRAFT' ? [{ type: 'SurveyPublished', data: { version: state.version } }] : [];
};

/**
 * Rule 37: the frame and its lists in one append. At most 300 a list; 200 stay under 64 KiB
 * whatever they hold.
 */
const open = (command: OpenSurvey, state: SurveyState, now: Instant): SurveyEvent[] => {
  const { periodFrom, periodTo, closesOn, respondents } = command;
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
  if (endOfDay(closesOn) <= now) throw new Rejected('CLOSES_IN_PAST', ['closesOn']);
  if (!respondents.some(({ invited }) => invited)) throw new Rejected('NOBODY_TO_SURVEY', ['periodFrom']);
  const lists = Array.from({ length: Math.ceil(respondents.length / RESPONDENTS_A_LIST) }, (_, n): SurveyEvent => {
    const from = n * RESPONDENTS_A_LIST;
    return { type: 'FrameListed', data: { respondents: respondents.slice(from, from + RESPONDENTS_A_LIST) } };
  });
  return [
    {
      type: 'SurveyOpened',
      data: { periodFrom, periodTo, opensOn: dayOf(now), closesOn, frame: frameGroups(respondents) },
    },
    ...lists,
  ];
};

/** Reminding is for a survey that is still open at `now`. Throws SURVEY_NOT_OPEN. */
export const checkOpen = (state: SurveyState, now: Instant): void => {
  if (state.status !== 'OPEN' || endOfDay(state.closesOn) <= now) throw new Rejected('SURVEY_NOT_OPEN', ['surveyId']);
};

const close = (state: SurveyState): SurveyEvent[] => {
  if (state.status === 'CLOSED') return [];
  if (state.status !== 'OPEN') throw new Rejected('SURVEY_NOT_OPEN', ['surveyId']);
  return [{ type: 'SurveyClosed', data: {} }];
};

const decide = (command: SurveyCommand, state: SurveyState, now: Instant): readonly SurveyEvent[] => {
  switch (command.type) {
    case 'DraftSurvey':
      return draft(command.content, state);
    case 'PublishSurvey':
      return publish(state);
    case 'OpenSurvey':
      return open(command, state, now);
    case 'CloseSurvey':
      return close(state);
    default:
      return command satisfies never;
  }
};

export const survey: Decider<SurveyState, SurveyCommand, SurveyEvent> = {
  category: 'survey',
  initial: { status: 'NONE' },
  evolve,
  decide,
};
