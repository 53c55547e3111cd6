import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import type { Response } from '../../../src/domain/survey/bases.ts';
import type { Audience } from '../../../src/domain/survey/events.ts';
import { writtenKeys } from '../../../src/domain/survey/panel.ts';
import { type Breakdown, type ResultGroup, resultsOf } from '../../../src/domain/survey/results.ts';
import { ALL, closedSurvey, frameOf, question } from './example-survey.ts';

// A control that hides everything keeps every secret: here is what it leaves to be read.
const NETWORKS = [1, 2, 3].map((n) => uuidOf('network', n));
/** Three networks: 12 offices, 60 caregivers, 40 clients. */
const INVITED = { PARTNER_OFFICE: [1, 1, 1], ASSIST_OFFICE: [4, 3, 2], CAREGIVER: [24, 20, 16], CLIENT: [16, 14, 10] };
const AUDIENCES = ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CAREGIVER', 'CLIENT'] as const satisfies readonly Audience[];
const THRESHOLD = 5;
const QUESTIONS = [
  question('SATISFIED', { required: true, audiences: [...AUDIENCES] }),
  ...[1, 2, 3, 4, 5].map((n) => question(`LOAD_${n}`, { scale: 'LOAD' })),
  question('PARTNERS', { audiences: ['PARTNER_OFFICE', 'ASSIST_OFFICE'] }),
  question('PAYMENT', { audiences: ['ASSIST_OFFICE'] }),
  ...[1, 2, 3].map((n) => question(`CARE_${n}`, { scale: 'CARE', audiences: ['CLIENT'] })),
  question('GO_ON', { audiences: ['CAREGIVER', 'CLIENT'] }),
];

/** Who it is of those invited, the same in every wave. */
type Answered = Response & { readonly person: string };
/** Of those invited 80 % answer; what is not required 3 % leave out. */
const answersOf = (seed: number): Answered[] => {
  let state = seed * 7919;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return AUDIENCES.flatMap((audience) =>
    INVITED[audience].flatMap((many, n) =>
      Array.from({ length: many }, (_, person) => ({
        person: `${audience} ${n} ${person}`,
        audience,
        networkId: NETWORKS[n] ?? '',
        answers: QUESTIONS.filter(({ audiences }) => audiences.includes(audience))
          .filter(({ required }) => required || chance() > 0.03)
          .map(({ code }) => ({ question: code, values: [String(1 + Math.floor(chance() * 5))] })),
      })).filter(() => chance() < 0.8),
    ),
  );
};
const everybody = AUDIENCES.flatMap((audience) =>
  INVITED[audience].flatMap((many, n) =>
    Array.from({ length: many }, () => ({ audience, networkId: NETWORKS[n] ?? '' })),
  ),
);

t.test('rule 40: of the figures that rest on the threshold or more, so many in a hundred are shown', async (t) => {
  const ofQuestions = ({ answers }: ResultGroup) => answers.map(({ question: { code }, n }) => ({ codes: [code], n }));
  const ofScales = ({ scales }: ResultGroup) =>
    scales.map(({ scale, n }) => ({ codes: QUESTIONS.filter((of) => of.scale === scale).map(({ code }) => code), n }));
  const shareShown = (breakdown: readonly Breakdown[], figuresOf = ofQuestions): number => {
    let [possible, shown] = [0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const responses = answersOf(seed);
      const facts = { networkIds: NETWORKS, questions: QUESTIONS, threshold: THRESHOLD, frame: frameOf(everybody) };
      const survey = closedSurvey({ ...facts, responses });
      for (const group of resultsOf(survey, [survey], breakdown, ALL))
        for (const { codes, n } of figuresOf(group)) {
          const answered = responses.filter(
            ({ audience, networkId, answers }) =>
              [audience, null].includes(group.audience) &&
              [networkId, null].includes(group.networkId) &&
              codes.every((code) => answers.some((answer) => answer.question === code)),
          );
          if (answered.length < THRESHOLD) continue;
          possible += 1;
          if (n !== null) shown += 1;
        }
    }
    return Math.round((100 * shown) / possible);
  };
  t.equal(shareShown([]), 100, 'of everybody');
  t.equal(shareShown(['NETWORK']), 100, 'by network');
  t.equal(shareShown(['AUDIENCE']), 79, 'by audience: three partner offices hide the nine others beside them');
  t.equal(shareShown(['AUDIENCE', 'NETWORK']), 92, 'by both');
  t.equal(shareShown([], ofScales), 63, 'scales, hidden where one to four left out some of their items');
  t.equal(shareShown(['NETWORK'], ofScales), 16, 'scales by network');
});

/** With the panel keys that gathering writes (rule 39): of a first wave, and of one after it. */
const withKeys = (answers: readonly Answered[], earlier: readonly Answered[] | null): Response[] =>
  [...Map.groupBy(answers, ({ audience, networkId }) => `${audience} ${networkId}`)].flatMap(([cell, those]) => {
    const keysOf = (of: readonly Answered[]) => of.map(({ person }) => person);
    const before = (earlier ?? []).filter(({ audience, networkId }) => `${audience} ${networkId}` === cell);
    const written = writtenKeys(keysOf(those), earlier ? [keysOf(before)] : [], earlier === null);
    return those.map((each) => ({ ...each, panelKey: written.has(each.person) ? each.person : null }));
  });

t.test('rule 40: of the figures of a second wave so many in a hundred have a change, and one of pairs', async (t) => {
  const sharesOf = (breakdown: readonly Breakdown[]): readonly number[] => {
    let [shown, changed, paired] = [0, 0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const [first, second] = [answersOf(seed), answersOf(100 + seed)];
      const facts = { networkIds: NETWORKS, questions: QUESTIONS, threshold: THRESHOLD, frame: frameOf(everybody) };
      const study = [
        closedSurvey({ ...facts, wave: 'BASELINE', responses: withKeys(first, null) }),
        closedSurvey({ ...facts, wave: 'MIDLINE', responses: withKeys(second, first) }),
      ] as const;
      for (const { answers } of resultsOf(study[1], study, breakdown, ALL))
        for (const { n, change } of answers) {
          if (n === null) continue;
          shown += 1;
          if (change) changed += 1;
          if (change && change.pairs !== null) paired += 1;
        }
    }
    return [changed, paired].map((each) => Math.round((100 * each) / shown));
  };
  t.strictSame(sharesOf([]), [100, 37], 'of everybody');
  t.strictSame(sharesOf(['NETWORK']), [99, 56], 'by network');
  t.strictSame(sharesOf(['AUDIENCE']), [99, 40], 'by audience');
  t.strictSame(sharesOf(['AUDIENCE', 'NETWORK']), [99, 55], 'by both');
});
