import { uuidOf } from '../../../src/domain/ids.ts';
import type { SurveyCommand } from '../../../src/domain/survey/decider.ts';
import { cellsOf } from '../../../src/domain/survey/disclosure.ts';
import type { Question, Respondent, SurveyEvent } from '../../../src/domain/survey/events.ts';
import type { ResultFilter } from '../../../src/domain/survey/results.ts';
import type { WaveSurvey } from '../../../src/domain/survey/waves.ts';

type OpenSurvey = Extract<SurveyCommand, { type: 'OpenSurvey' }>;
type SurveyContent = Extract<SurveyEvent, { type: 'SurveyDrafted' }>['data'];
type SurveyOpened = Extract<SurveyEvent, { type: 'SurveyOpened' }>['data'];

/** 10:00 in Tokyo of the day on which the example survey is opened. */
export const NOW = '2026-06-01T01:00:00.000Z';
export const NETWORK = uuidOf('network', 1);
export const OTHER_NETWORK = uuidOf('network', 2);

export const question = (code: string, over: Partial<Question> = {}): Question => ({
  code,
  kind: 'LIKERT_5',
  scale: null,
  text: `${code}?`,
  help: null,
  maxLength: over.kind === 'TEXT' ? 2000 : null,
  options: [],
  required: false,
  audiences: ['CAREGIVER'],
  shownIf: null,
  ...over,
});

export const yesNo = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
];

export const content = (over: Partial<SurveyContent> = {}): SurveyContent => ({
  networkIds: [NETWORK],
  study: 'trial-2026',
  wave: 'BASELINE',
  title: '訪問介護員アンケート',
  intro: null,
  anonymous: true,
  threshold: 5,
  furtherWaves: [],
  studyEndsOn: null,
  questions: [question('q1', { required: true })],
  ...over,
});

/** The frame of a survey that was put to these people. */
export const frameOf = (people: readonly Pick<Respondent, 'audience' | 'networkId'>[]) =>
  cellsOf(people).map(({ n, ...group }) => ({ ...group, eligible: n, invited: n }));

/** A closed survey of a study, to which all of its frame have answered. */
export const closedSurvey = (over: Partial<WaveSurvey> & Pick<WaveSurvey, 'questions' | 'responses'>): WaveSurvey => ({
  id: uuidOf('survey', over.wave ?? 'BASELINE'),
  wave: 'BASELINE',
  networkIds: [NETWORK, OTHER_NETWORK],
  threshold: 3,
  frame: frameOf(over.responses),
  ...over,
});
export const ALL = { audiences: null, networkIds: null, waves: null } satisfies ResultFilter;

export const respondent = (n: number, over: Partial<Respondent> = {}): Respondent => ({
  respondentId: uuidOf('respondent', n),
  audience: 'CAREGIVER',
  networkId: NETWORK,
  officeId: uuidOf('office', n),
  caregiverId: uuidOf('caregiver', n),
  clientId: null,
  invited: true,
  ...over,
});

/** The survey of these events: put to two caregivers from 1 to 14 June, one of them invited. */
export const RESPONDENTS = [respondent(1), respondent(2, { invited: false })];
export const drafted = (over: Partial<SurveyContent> = {}): SurveyEvent => ({
  type: 'SurveyDrafted',
  data: content(over),
});
export const published = (version = 1, ...joinedIn: readonly string[]): SurveyEvent => ({
  type: 'SurveyPublished',
  data: { version, joinedIn: [...joinedIn] },
});
export const opened = (over: Partial<SurveyOpened> = {}): SurveyEvent => ({
  type: 'SurveyOpened',
  data: {
    periodFrom: '2026-04-01',
    periodTo: '2026-05-31',
    opensOn: '2026-06-01',
    closesOn: '2026-06-14',
    frame: [{ audience: 'CAREGIVER', networkId: NETWORK, eligible: 2, invited: 1 }],
    ...over,
  },
});
export const listed = (respondents: readonly Respondent[] = RESPONDENTS): SurveyEvent => ({
  type: 'FrameListed',
  data: { respondents: [...respondents] },
});
export const reminded: SurveyEvent = { type: 'RespondentsReminded', data: {} };
export const closed: SurveyEvent = { type: 'SurveyClosed', data: {} };

export const DRAFT = [drafted()];
export const PUBLISHED = [...DRAFT, published()];
export const OPEN = [...PUBLISHED, opened(), listed()];
export const CLOSED = [...OPEN, closed];

export const openSurvey = (over: Partial<OpenSurvey> = {}): OpenSurvey => ({
  type: 'OpenSurvey',
  periodFrom: '2026-04-01',
  periodTo: '2026-05-31',
  closesOn: '2026-06-14',
  respondents: RESPONDENTS,
  recent: [],
  joinedUntil: null,
  ...over,
});

/** So many items, each made with a filling, that are together exactly so many bytes of JSON. */
export const ofBytes = <Item>(
  bytes: number,
  count: number,
  make: (n: number, filling: string) => Item,
): readonly Item[] => {
  const filled = (lengthOf: (n: number) => number) =>
    Array.from({ length: count }, (_, n) => make(n, 'x'.repeat(lengthOf(n))));
  const missing = bytes - Buffer.byteLength(JSON.stringify(filled(() => 0)));
  return filled((n) => Math.floor((missing + n) / count));
};
