import { uuidOf } from '../../../src/domain/ids.ts';
import type { Question, Respondent, SurveyContent } from '../../../src/domain/survey/events.ts';

export const NETWORK = uuidOf('network', 1);
export const OTHER_NETWORK = uuidOf('network', 2);

export const question = (code: string, over: Partial<Question> = {}): Question => ({
  code,
  kind: 'LIKERT_5',
  scale: null,
  text: `${code}?`,
  help: null,
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
  questions: [question('q1', { required: true })],
  ...over,
});

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
