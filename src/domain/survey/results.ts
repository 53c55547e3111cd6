import type { Uuid } from '../ids.ts';
import type { NetworkRole } from '../vocabulary.ts';
import { basesOf } from './bases.ts';
import { type Change, changeOf } from './change.ts';
import type { InGroup } from './disclosure.ts';
import { type Audience, type Wave, waveSchema } from './events.ts';
import { type QuestionFigures, questionFigures, type ScaleFigures, scaleFigures } from './figures.ts';
import { OFFICE_ROLE } from './frame.ts';
import { pairingsOf } from './pairings.ts';
import { shownOf, shownScale } from './parts.ts';
import { scalesOf } from './variables.ts';
import type { EvaluatedSurvey, WaveSurvey } from './waves.ts';

export type Breakdown = 'AUDIENCE' | 'NETWORK' | 'OFFICE_ROLE' | 'WAVE';
/** null: all; of waves that of the survey alone. */
export interface ResultFilter {
  readonly audiences: readonly Audience[] | null;
  readonly networkIds: readonly Uuid[] | null;
  readonly waves: readonly Wave[] | null;
}
export interface QuestionResult extends QuestionFigures {
  readonly change: Change | null;
}
export interface ResultGroup {
  readonly audience: Audience | null;
  readonly networkId: Uuid | null;
  readonly officeRole: NetworkRole | null;
  readonly wave: Wave | null;
  readonly suppressed: boolean;
  readonly answers: readonly QuestionResult[];
  readonly scales: readonly ScaleFigures[];
}

/**
 * Results of a survey by breakdown and filter. `study`: the closed surveys of its study, itself
 * among them, in the order of their closings. Which figures of a group are shown is decided of each
 * question and scale by itself, for a question may have been put to only a few of a group (rule
 * 40). Where a figure takes in several surveys, each of their parts is shown by itself: together
 * they tell no more.
 */
export const resultsOf = (
  survey: WaveSurvey,
  study: readonly WaveSurvey[],
  breakdown: readonly Breakdown[],
  filter: ResultFilter,
): readonly ResultGroup[] => {
  const evaluated = study.map((each): EvaluatedSurvey => ({ ...each, bases: basesOf(each, each.responses) }));
  const pairings = pairingsOf(evaluated);
  const { questions } = survey;
  const surveys = evaluated.filter(({ id, wave }) =>
    filter.waves === null && !breakdown.includes('WAVE') ? id === survey.id : (filter.waves?.includes(wave) ?? true),
  );
  return groupsOf(survey, surveys, breakdown, filter).map(({ inGroup, parts, ...group }) => {
    const threshold = Math.max(...parts.map((part) => part.threshold));
    const answers = questions.map((question): QuestionResult => {
      const figures = questionFigures(question, shownOf(question, parts, inGroup), threshold);
      const change = figures.n === null ? null : changeOf({ question, inGroup, parts, study: evaluated, pairings });
      return { ...figures, change };
    });
    const scales = scalesOf(questions).map((scale) => {
      const items = questions.filter((question) => question.scale === scale);
      return scaleFigures(scale, items, shownScale(scale, items, parts, inGroup));
    });
    return { ...group, suppressed: [...answers, ...scales].every(({ n }) => n === null), answers, scales };
  });
};

/** The groups of a breakdown, and the surveys of which each is made. */
const groupsOf = (
  { questions, networkIds }: WaveSurvey,
  surveys: readonly EvaluatedSurvey[],
  breakdown: readonly Breakdown[],
  filter: ResultFilter,
) => {
  const asked = [...new Set(questions.flatMap((question) => question.audiences))].filter(
    (audience) => filter.audiences?.includes(audience) ?? true,
  );
  const networks = networkIds.filter((networkId) => filter.networkIds?.includes(networkId) ?? true);
  const waves = waveSchema.options.filter((wave) => surveys.some((survey) => survey.wave === wave));
  const split = <Value>(by: Breakdown, values: readonly Value[]): readonly (Value | undefined)[] =>
    breakdown.includes(by) ? values : [undefined];
  const roles = [...new Set(asked.map((audience) => OFFICE_ROLE[audience]))];
  return split('WAVE', waves).flatMap((wave) =>
    split('OFFICE_ROLE', roles).flatMap((role) => {
      const ofRole = asked.filter((audience) => role === undefined || OFFICE_ROLE[audience] === role);
      return split('AUDIENCE', ofRole).flatMap((audience) =>
        split('NETWORK', networks).map((networkId) => {
          const inGroup: InGroup = (cell) =>
            ofRole.includes(cell.audience) &&
            (audience === undefined || cell.audience === audience) &&
            (networkId === undefined ? networks.includes(cell.networkId) : cell.networkId === networkId);
          const parts = surveys.filter((survey) => wave === undefined || survey.wave === wave);
          return {
            audience: audience ?? null,
            networkId: networkId ?? null,
            officeRole: role ?? null,
            wave: wave ?? null,
            inGroup,
            parts,
          };
        }),
      );
    }),
  );
};
