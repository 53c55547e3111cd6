import fc from 'fast-check';
import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import type { Response } from '../../../src/domain/survey/bases.ts';
import type { Change } from '../../../src/domain/survey/change.ts';
import type { Audience, Question } from '../../../src/domain/survey/events.ts';
import { type Breakdown, type ResultFilter, resultsOf } from '../../../src/domain/survey/results.ts';
import { canTellOfFew } from '../../../src/domain/survey/several-frames.ts';
import { canBeSubtracted } from '../../../src/domain/survey/subtraction.ts';
import type { WaveSurvey } from '../../../src/domain/survey/waves.ts';
import { fewPeopleFound, fewPeopleToldOf, type Part, type People, subsets } from './differencing.ts';
import { ALL, closedSurvey, frameOf, question } from './example-survey.ts';

fc.configureGlobal({ seed: 40, numRuns: 30 });

const AUDIENCES = ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CAREGIVER'] as const satisfies readonly Audience[];
const NETWORKS = [uuidOf('n', 1), uuidOf('n', 2), uuidOf('n', 3)];
const BREAKDOWNS: readonly Breakdown[][] = [[], ['AUDIENCE'], ['NETWORK'], ['AUDIENCE', 'NETWORK']];

/** Up to 15 people, so that each answer in three waves has a bit of its own. */
const MOST_PEOPLE = 15;
const WAVES = ['BASELINE', 'MIDLINE', 'ENDLINE'] as const;
const bit = (person: number, wave: number): number => 2 ** (person + wave * MOST_PEOPLE);

/**
 * Each person answers with a power of two of their own, so that a mean times its n says exactly
 * whom a figure rests on, whatever was left out on the way.
 */
const peopleOf = (mean: number | null, n: number | null, items = 1): People => {
  if (mean === null || n === null) return [];
  let sum = BigInt(Math.round(mean * n)) / BigInt(items);
  const people: number[] = [];
  for (let person = 0; sum > 0n; person += 1, sum >>= 1n) if (sum & 1n) people.push(person);
  return people;
};

interface Person {
  readonly person: number;
  readonly respondentId: string;
  readonly audience: Audience;
  readonly networkId: string;
}
interface Surveyed {
  readonly questions: readonly Question[];
  readonly responses: readonly Response[];
  readonly invited: readonly Person[];
  readonly threshold: number;
}

/** Whom each figure rests on that any breakdown and filter shows, by question or scale. */
const everythingShown = ({ questions, responses, invited, threshold }: Surveyed) => {
  const shown: { readonly of: string; readonly people: People }[] = [];
  const survey = closedSurvey({ networkIds: NETWORKS, questions, threshold, frame: frameOf(invited), responses });
  const take = (breakdown: readonly Breakdown[], filter: ResultFilter): void => {
    for (const { answers, scales } of resultsOf(survey, [survey], breakdown, filter)) {
      for (const { question: of, mean, n } of answers) shown.push({ of: of.code, people: peopleOf(mean, n) });
      for (const { scale, mean, n, items } of scales) shown.push({ of: scale, people: peopleOf(mean, n, items) });
    }
  };
  for (const breakdown of BREAKDOWNS) take(breakdown, ALL);
  // What a breakdown shows of a filter, the filter that names this group alone shows as well.
  for (const audiences of subsets(AUDIENCES))
    for (const networkIds of subsets(NETWORKS)) take([], { ...ALL, audiences, networkIds });
  return shown.filter(({ people }) => people.length > 0);
};

/** What they answer: `skips(person, question)` leaves a question out. */
const answering = (
  invited: readonly Person[],
  questions: readonly Question[],
  skips: (person: number, at: number) => boolean = () => false,
  wave = 0,
): Response[] =>
  invited.map(({ person, audience, networkId }) => ({
    audience,
    networkId,
    answers: questions.flatMap(({ code, audiences }, at) =>
      audiences.includes(audience) && !skips(person, at)
        ? [{ question: code, values: [String(bit(person, wave))] }]
        : [],
    ),
  }));

const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 3, max: 9 }));
const cells = fc.array(cell, { minLength: 9, maxLength: 9 });
/** So many in each crossing of an audience and a network. */
const peopleIn = (counts: readonly number[]): Person[] =>
  counts
    .flatMap((n, at) => Array.from({ length: n }, () => at))
    .slice(0, 45)
    .map((at, person) => ({
      person,
      respondentId: uuidOf('respondent', person),
      audience: AUDIENCES[Math.floor(at / 3)] ?? 'CAREGIVER',
      networkId: NETWORKS[at % 3] ?? '',
    }));

/** True of one in so many, drawn from a seed. */
const oneIn = (many: number, seed: number) => (person: number, at: number) =>
  (Math.imul(person * 31 + at * 7 + seed, 2654435761) >>> 8) % many === 0;

const surveys = {
  'items of a scale': [
    question('a', { scale: 's', audiences: [...AUDIENCES] }),
    question('b', { scale: 's', audiences: [...AUDIENCES] }),
    question('c', { scale: 's', audiences: ['ASSIST_OFFICE', 'CAREGIVER'] }),
  ],
  'one wording put to different audiences': [
    question('a', { text: '仕組みに満足していますか。', audiences: [...AUDIENCES] }),
    question('b', { text: '仕組みに 満足していますか？', audiences: ['ASSIST_OFFICE', 'CAREGIVER'] }),
    question('c', { text: '仕組みに満足していますか', audiences: ['CAREGIVER'] }),
  ],
  'one question': [question('a', { audiences: [...AUDIENCES] })],
};
for (const [what, questions] of Object.entries(surveys))
  t.test(`rule 40: no breakdown and filter tells of few people, all figures together: ${what}`, (t) => {
    const given = fc.record({
      counts: cells,
      threshold: fc.integer({ min: 3, max: 6 }),
      seed: fc.nat(),
      skipping: fc.integer({ min: 2, max: 25 }),
    });
    fc.assert(
      fc.property(given, ({ counts, threshold, seed, skipping }) => {
        const invited = peopleIn(counts);
        const responses = answering(invited, questions, oneIn(skipping, seed));
        const shown = everythingShown({ questions, responses, invited, threshold });
        const figures = shown.map(({ people }) => people);
        return fewPeopleFound(figures, threshold) === null;
      }),
    );
    t.end();
  });

t.test('rule 40: no two surveys that may be opened tell of few people, whatever is asked of both', (t) => {
  const audiences = fc.constantFrom(...subsets(AUDIENCES));
  const given = fc.record({
    counts: cells,
    threshold: fc.constantFrom(3, 5),
    seed: fc.nat(),
    left: fc.constantFrom(3, 12, 1000),
    came: fc.constantFrom(3, 12, 1000),
    one: audiences,
    other: audiences,
    frame: fc.tuple(audiences, audiences),
  });
  const allowed = { yes: 0, no: 0 };
  fc.assert(
    fc.property(given, ({ counts, threshold, seed, left, came, one, other, frame }) => {
      const surveyed = (n: number, isAway: (person: number, at: number) => boolean, asked: Audience[]) => {
        const questions = [
          // Other words for the same: then it is the frames that keep them apart.
          question('general', { text: `${n}: 全般`, audiences: [...new Set([...(frame[n] ?? []), ...asked])] }),
          question('same', { text: '満足していますか', audiences: asked }),
        ];
        const invited = peopleIn(counts).filter(
          ({ person, audience }) =>
            !isAway(person, n) && questions.some((question) => question.audiences.includes(audience)),
        );
        return { questions, invited, threshold, responses: answering(invited, questions) };
      };
      const both = [surveyed(0, oneIn(left, seed), one), surveyed(1, oneIn(came, seed + 1), other)] as const;
      if (canBeSubtracted(both[0], both[1])) {
        allowed.no += 1;
        return true;
      }
      allowed.yes += 1;
      const shown = both.flatMap(everythingShown);
      return ['general', 'same'].every((code) => {
        const figures = shown.flatMap(({ of, people }) => (of === code ? [people] : []));
        return fewPeopleFound(figures, threshold) === null;
      });
    }),
    { numRuns: 150 },
  );
  t.ok(allowed.yes > 5 && allowed.no > 5, `of both kinds: ${JSON.stringify(allowed)}`);
  t.end();
});

t.test('rule 40: of three frames and more, what is refused is what an attacker finds, and nothing else', (t) => {
  const frames = fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { minLength: 3, maxLength: 5 });
  const groups = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 8, maxLength: 8 });
  const allowed = { yes: 0, no: 0 };
  fc.assert(
    fc.property(frames, groups, fc.constantFrom(3, 5), (those, sizes, threshold) => {
      const people = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
      const sets = those.map((isIn) => people.flatMap((group, person) => (isIn[group] ? [person] : [])));
      const found = fewPeopleFound(sets, threshold) !== null;
      allowed[found ? 'no' : 'yes'] += 1;
      return (
        canTellOfFew(
          sets.map((set) => new Set(set.map(String))),
          threshold,
        ) === found
      );
    }),
    { numRuns: 150 },
  );
  t.ok(allowed.yes > 5 && allowed.no > 5, `of both kinds: ${JSON.stringify(allowed)}`);
  t.end();
});

/** Whose answers of which waves a sum holds. */
const partsOf = (sum: number, items: number): Part[] =>
  peopleOf(sum, 1, items).map((at) => ({ person: at % MOST_PEOPLE, wave: Math.floor(at / MOST_PEOPLE), times: 1 }));

/** Whose answers of which two waves the mean difference of pairs holds. */
const pairedParts = ({ from, difference, pairs }: Change): Part[] => {
  const earlier = WAVES.indexOf(from);
  const sum = Math.round(difference * (pairs ?? 0));
  for (let later = earlier + 1; later < WAVES.length; later += 1) {
    const people = sum / (bit(0, later) - bit(0, earlier));
    if (!Number.isInteger(people) || people >= bit(0, 1)) continue;
    return peopleOf(people, 1).flatMap((person) => [
      { person, wave: later, times: 1 },
      { person, wave: earlier, times: -1 },
    ]);
  }
  throw new Error(`of nobody: ${sum}`);
};

/** What every figure holds that is shown of a study once these of its surveys are closed. */
const shownOfStudy = (study: readonly WaveSurvey[], changes: { apart: number; paired: number }) => {
  const shown: { readonly of: string; readonly parts: readonly Part[] }[] = [];
  const take = (survey: WaveSurvey, breakdown: readonly Breakdown[], filter: ResultFilter): void => {
    for (const { answers, scales } of resultsOf(survey, study, breakdown, filter)) {
      for (const { scale, mean, n, items } of scales)
        if (mean !== null && n !== null) shown.push({ of: scale, parts: partsOf(mean * n, items) });
      for (const { question: of, mean, n, change } of answers) {
        if (mean !== null && n !== null) shown.push({ of: of.code, parts: partsOf(mean * n, 1) });
        if (!change) continue;
        changes[change.pairs === null ? 'apart' : 'paired'] += 1;
        if (change.pairs !== null) shown.push({ of: of.code, parts: pairedParts(change) });
      }
    }
  };
  for (const [n, survey] of study.entries()) {
    for (const breakdown of subsets(['AUDIENCE', 'NETWORK', 'OFFICE_ROLE', 'WAVE'] as const))
      take(survey, breakdown, ALL);
    if (n < study.length - 1) continue;
    for (const audiences of subsets(AUDIENCES))
      for (const waves of [null, ...subsets(WAVES)])
        for (const networkIds of subsets(NETWORKS.slice(0, 2))) take(survey, [], { audiences, networkIds, waves });
  }
  return shown;
};

for (const [what, questions] of Object.entries(surveys))
  t.test(`rule 40: no breakdown, filter and wave tells of few people, before and after each closing: ${what}`, (t) => {
    const given = fc.record({
      counts: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 9, maxLength: 9 }),
      threshold: fc.constantFrom(3, 4),
      seed: fc.nat(),
      away: fc.constantFrom(3, 6, 1000),
      skipping: fc.constantFrom(4, 12, 1000),
      unjoined: fc.constantFrom(3, 8, 1000),
    });
    const changes = { apart: 0, paired: 0 };
    fc.assert(
      fc.property(given, ({ counts, threshold, seed, away, skipping, unjoined }) => {
        const people = peopleIn(counts).slice(0, MOST_PEOPLE);
        const study = WAVES.map((wave, n) => {
          const invited = people.filter(({ person }) => !oneIn(away, seed + n)(person, n));
          const responses = answering(invited, questions, oneIn(skipping, seed + 7 * n), n).map((response, at) => {
            const person = invited[at]?.person ?? -1;
            return { ...response, panelKey: oneIn(unjoined, seed + 3 * n)(person, n) ? null : `key ${person}` };
          });
          return closedSurvey({ wave, networkIds: NETWORKS, questions, threshold, frame: frameOf(invited), responses });
        });
        const shown = [2, 3].flatMap((closed) => shownOfStudy(study.slice(0, closed), changes));
        return (
          fewPeopleToldOf(
            shown.map(({ parts }) => parts).filter((parts) => parts.length > 0),
            threshold,
          ) === null
        );
      }),
      { numRuns: 8 },
    );
    t.ok(changes.apart > 5 && changes.paired > 5, `of both kinds: ${JSON.stringify(changes)}`);
    t.end();
  });

t.test('the attacker finds what can be found', (t) => {
  const few = (...figures: People[]) => fewPeopleFound(figures, 3);
  const [ones, twos, threes] = [
    [1, 2, 3],
    [4, 5],
    [6, 7, 8],
  ] as const;
  t.strictSame(few([...ones, ...twos], ones), [4, 5], 'the rest of a whole');
  t.strictSame(few([...ones, ...twos], [...twos, ...threes], [...ones, ...threes]), [4, 5], 'of three that overlap');
  t.equal(few([...ones, ...twos], [...twos, ...threes]), null);
  t.equal(few([...ones, ...threes], ones), null);
  t.end();
});
