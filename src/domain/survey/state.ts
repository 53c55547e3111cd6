import type { Day } from '../calendar.ts';
import type { Uuid } from '../ids.ts';
import type { Respondent, SurveyContent, SurveyEvent } from './events.ts';

interface Written {
  readonly content: SurveyContent;
  /** Counts the drafts; frozen by publishing. */
  readonly version: number;
}
interface Published extends Written {
  /** Networks in which answers are joined with the study's other waves (rule 39). */
  readonly joinedIn: readonly Uuid[];
}
interface Opened extends Published {
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly closesOn: Day;
  /** How often those who have not answered were reminded. */
  readonly reminders: number;
  /** Those who are invited. */
  readonly invited: readonly Respondent[];
}

export type SurveyState =
  | { readonly status: 'NONE' }
  | ({ readonly status: 'DRAFT' } & Written)
  | ({ readonly status: 'PUBLISHED' } & Published)
  | ({ readonly status: 'OPEN' | 'CLOSED' } & Opened);

export const evolve = (state: SurveyState, event: SurveyEvent): SurveyState => {
  switch (event.type) {
    case 'SurveyDrafted':
      return { status: 'DRAFT', content: event.data, version: state.status === 'NONE' ? 1 : state.version + 1 };
    case 'SurveyPublished':
      return state.status === 'DRAFT' ? { ...state, status: 'PUBLISHED', joinedIn: event.data.joinedIn } : state;
    case 'SurveyOpened': {
      if (state.status !== 'PUBLISHED') return state;
      const { periodFrom, periodTo, closesOn } = event.data;
      return {
        status: 'OPEN',
        content: state.content,
        version: state.version,
        joinedIn: state.joinedIn,
        periodFrom,
        periodTo,
        closesOn,
        reminders: 0,
        invited: [],
      };
    }
    case 'FrameListed':
      return state.status === 'OPEN'
        ? { ...state, invited: [...state.invited, ...event.data.respondents.filter(({ invited }) => invited)] }
        : state;
    case 'RespondentsReminded':
      return state.status === 'OPEN' ? { ...state, reminders: state.reminders + 1 } : state;
    case 'SurveyClosed':
      return state.status === 'OPEN' ? { ...state, status: 'CLOSED' } : state;
    default:
      return event satisfies never;
  }
};
