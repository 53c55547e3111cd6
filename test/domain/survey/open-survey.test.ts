import t from 'tap';
import { survey } from '../../../src/domain/survey/decider.ts';
import type { Audience } from '../../../src/domain/survey/events.ts';
import { specify } from '../../support/specification.ts';
import {
  CLOSED,
  DRAFT,
  drafted,
  listed,
  NETWORK,
  NOW,
  OPEN,
  OTHER_NETWORK,
  opened,
  openSurvey,
  PUBLISHED,
  published,
  question,
  respondent,
} from './example-survey.ts';

const many = (count: number) => Array.from({ length: count }, (_, n) => respondent(n));
const frameOf = (count: number) => [
  { audience: 'CAREGIVER' as const, networkId: NETWORK, eligible: count, invited: count },
];
const mixed = [
  respondent(1, { audience: 'FAMILY', invited: false }),
  respondent(2, { networkId: OTHER_NETWORK }),
  respondent(3),
  respondent(4, { audience: 'CLIENT', invited: false }),
  respondent(5, { audience: 'CLIENT' }),
  respondent(6),
];

/** Those numbered from `first` to `last`, all invited. */
const frame = (first: number, last: number, audience: Audience = 'CAREGIVER') =>
  Array.from({ length: last - first + 1 }, (_, n) => respondent(first + n, { audience }));
const another = { study: 'another', wave: 'BASELINE' as const, threshold: 5, questions: [question('other')] };

specify(t, survey, NOW, [
  {
    name: 'happens, rule 37: a published survey is opened on this day, its frame in the same append',
    given: PUBLISHED,
    when: openSurvey(),
    then: [opened(), listed()],
  },
  {
    name: 'happens, rule 6: the day on which it opens is Tokyo’s',
    given: PUBLISHED,
    when: openSurvey(),
    at: '2026-06-01T15:00:00.000Z',
    then: [opened({ opensOn: '2026-06-02' }), listed()],
  },
  {
    name: 'happens: a period of one day; it closes at 24:00 of the day, a minute ahead',
    given: PUBLISHED,
    when: openSurvey({ periodFrom: '2026-05-31', closesOn: '2026-06-01' }),
    at: '2026-06-01T14:59:00.000Z',
    then: [opened({ periodFrom: '2026-05-31', closesOn: '2026-06-01' }), listed()],
  },
  {
    name: 'happens, rule 37: the frame counts the eligible and the invited of each audience and network',
    given: PUBLISHED,
    when: openSurvey({ respondents: mixed }),
    then: [
      opened({
        frame: [
          { audience: 'CAREGIVER', networkId: NETWORK, eligible: 2, invited: 2 },
          { audience: 'CAREGIVER', networkId: OTHER_NETWORK, eligible: 1, invited: 1 },
          { audience: 'CLIENT', networkId: NETWORK, eligible: 2, invited: 1 },
          { audience: 'FAMILY', networkId: NETWORK, eligible: 1, invited: 0 },
        ],
      }),
      listed(mixed),
    ],
  },
  {
    name: 'happens, rule 37: 200 respondents are one list',
    given: PUBLISHED,
    when: openSurvey({ respondents: many(200) }),
    then: [opened({ frame: frameOf(200) }), listed(many(200))],
  },
  {
    name: 'happens, rule 37: 401 respondents are three lists of 200 at most, so that each is an event under 64 KiB',
    given: PUBLISHED,
    when: openSurvey({ respondents: many(401) }),
    then: [
      opened({ frame: frameOf(401) }),
      listed(many(401).slice(0, 200)),
      listed(many(401).slice(200, 400)),
      listed(many(401).slice(400)),
    ],
  },
  ...Object.entries({ 'nothing is drafted': [], 'it is a draft': DRAFT }).map(([what, given]) => ({
    name: `refused, rule 37: ${what}`,
    given,
    when: openSurvey(),
    refused: 'SURVEY_NOT_PUBLISHED',
    path: ['surveyId'],
  })),
  ...Object.entries({
    'from another day': { periodFrom: '2026-04-02' },
    'to another day': { periodTo: '2026-05-30' },
    'until another day': { closesOn: '2026-06-15' },
  }).map(([what, over]) => ({
    name: `refused: it is open, and this would open it ${what}`,
    given: OPEN,
    when: openSurvey(over),
    refused: 'SURVEY_ALREADY_OPEN',
    path: ['surveyId'],
  })),
  {
    name: 'refused: the period ends the day before it begins',
    given: PUBLISHED,
    when: openSurvey({ periodTo: '2026-03-31' }),
    refused: 'PERIOD_INVALID',
    path: ['periodTo'],
  },
  {
    name: 'happens, rule 37: the period ends today in Tokyo',
    given: PUBLISHED,
    when: openSurvey({ periodTo: '2026-06-02' }),
    at: '2026-06-01T15:00:00.000Z',
    then: [opened({ periodTo: '2026-06-02', opensOn: '2026-06-02' }), listed()],
  },
  {
    name: 'refused, rule 37: the period ends tomorrow, of which nobody knows whom it will concern',
    given: PUBLISHED,
    when: openSurvey({ periodTo: '2026-06-02' }),
    at: '2026-06-01T14:59:00.000Z',
    refused: 'DAY_IN_FUTURE',
    path: ['periodTo'],
  },
  {
    name: 'refused: the day on which it would close is over, at 24:00 in Tokyo',
    given: PUBLISHED,
    when: openSurvey({ closesOn: '2026-06-01' }),
    at: '2026-06-01T15:00:00.000Z',
    refused: 'CLOSES_IN_PAST',
    path: ['closesOn'],
  },
  {
    name: 'refused, rule 39: its answers are joined, and the study ends before it closes',
    given: PUBLISHED,
    when: openSurvey({ joinedUntil: '2026-06-13' }),
    refused: 'STUDY_ENDED',
    path: ['closesOn'],
  },
  {
    name: 'happens, rule 39: it closes on the last day of the study',
    given: PUBLISHED,
    when: openSurvey({ joinedUntil: '2026-06-14' }),
    then: [opened(), listed()],
  },
  ...Object.entries({ eligible: [], invited: [respondent(2, { invited: false })] }).map(([what, respondents]) => ({
    name: `refused, rule 37: nobody is ${what}`,
    given: PUBLISHED,
    when: openSurvey({ respondents }),
    refused: 'NOBODY_TO_SURVEY',
    path: ['periodFrom'],
  })),
  ...Object.entries({
    'one more': [frame(1, 8), frame(1, 7)],
    'one fewer, and another': [frame(2, 9), frame(1, 8)],
    'four more': [frame(1, 11), frame(1, 7)],
    'one more of an audience, and an audience that was not asked': [
      [...frame(1, 8), ...frame(20, 30, 'FAMILY')],
      frame(1, 7),
    ],
    'a few of an audience, with whom another is shown, that one alone, and many more': [
      [...frame(1, 8), ...frame(40, 42, 'CLIENT'), ...frame(20, 30, 'FAMILY')],
      frame(1, 8),
    ],
  } as const).map(([what, [respondents, invited]]) => ({
    name: `refused, rule 40: a survey 60 days before invited almost the same: ${what}`,
    given: PUBLISHED,
    when: openSurvey({ respondents, recent: [{ ...another, invited }] }),
    refused: 'FRAME_TOO_CLOSE',
    path: ['periodFrom'],
  })),
  ...Object.entries({
    'the same wording, and a few more of those invited': '満足していますか',
    'the same wording, written in another way': ' 満足 していますか？',
  }).map(([what, text]) => {
    const respondents = [...frame(1, 8), ...frame(20, 22, 'FAMILY')];
    const ofBoth = question('b', { text, audiences: ['CAREGIVER', 'FAMILY'] });
    const ofOne = question('a', { text: '満足していますか', audiences: ['CAREGIVER'] });
    const general = question('general', { audiences: ['CAREGIVER', 'FAMILY'] });
    return {
      name: `refused, rule 40: a survey 60 days before put a question of ${what}`,
      given: [drafted({ questions: [ofOne, general] }), published()],
      when: openSurvey({ respondents, recent: [{ ...another, questions: [ofBoth], invited: respondents }] }),
      refused: 'FRAME_TOO_CLOSE',
      path: ['periodFrom'],
    };
  }),
  ...Object.entries({
    'the same': [another, frame(1, 8)],
    'five others': [another, frame(1, 13)],
    'nobody of these': [another, frame(30, 33)],
    'one more, as another wave of the study': [
      { ...another, study: 'trial-2026', wave: 'MIDLINE' as const },
      frame(1, 9),
    ],
  } as const).map(([what, [of, invited]]) => ({
    name: `happens, rule 40: a survey 60 days before invited ${what}`,
    given: PUBLISHED,
    when: openSurvey({ respondents: frame(1, 8), recent: [{ ...of, invited }] }),
    then: [opened({ frame: frameOf(8) }), listed(frame(1, 8))],
  })),
  ...Object.entries({ two: 2, five: 5 }).map(([what, n]) => {
    // The first and the second minus the third are twice those of `some`.
    const [ones, some, threes] = [frame(1, 6), frame(20, 19 + n), frame(40, 45)];
    const recent = [
      { ...another, invited: [...ones, ...some] },
      { ...another, study: 'a third', invited: [...some, ...threes] },
    ];
    const given = { given: PUBLISHED, when: openSurvey({ respondents: [...ones, ...threes], recent }) };
    return n < another.threshold
      ? {
          ...given,
          name: `refused, rule 40: three surveys together tell of ${what}, though no two of them do`,
          refused: 'FRAME_TOO_CLOSE' as const,
          path: ['periodFrom'],
        }
      : {
          ...given,
          name: `happens, rule 40: three surveys together tell of ${what}`,
          then: [opened({ frame: frameOf(12) }), listed([...ones, ...threes])],
        };
  }),
  {
    name: 'happens, rule 40: three surveys, two of which are waves of one study',
    given: PUBLISHED,
    when: openSurvey({
      respondents: [...frame(1, 6), ...frame(40, 45)],
      recent: [
        { ...another, invited: [...frame(1, 6), ...frame(20, 21)] },
        { ...another, wave: 'MIDLINE' as const, invited: [...frame(20, 21), ...frame(40, 45)] },
      ],
    }),
    then: [opened({ frame: frameOf(12) }), listed([...frame(1, 6), ...frame(40, 45)])],
  },
  { name: 'repeated: it is open on these days', given: OPEN, when: openSurvey(), then: [] },
  {
    name: 'stale, rule 37: it has been opened on these days meanwhile; the frame drawn then stands',
    given: OPEN,
    when: openSurvey({ respondents: many(3) }),
    then: [],
  },
  {
    name: 'stale: it has been opened and closed meanwhile',
    given: CLOSED,
    when: openSurvey(),
    refused: 'SURVEY_CLOSED',
    path: ['surveyId'],
  },
]);
