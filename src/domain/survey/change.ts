import { mean } from 'simple-statistics';
import type { InGroup } from './disclosure.ts';
import type { Question, Wave } from './events.ts';
import { type Pairings, pairingKey } from './pairings.ts';
import { shownOf } from './parts.ts';
import { isNumeric } from './questionnaire.ts';
import { mannWhitneyTest, type RankTest, signedRankTest } from './rank-tests.ts';
import { exact } from './statistics.ts';
import { type EvaluatedSurvey, numberOf, predecessorsOf } from './waves.ts';

/** Of the mean, later minus earlier. */
export interface Change extends RankTest {
  readonly from: Wave;
  readonly difference: number;
  /** How many answered in both waves; null where the two are compared without joining them. */
  readonly pairs: number | null;
}
interface Compared {
  readonly question: Question;
  readonly inGroup: InGroup;
  /** The surveys whose answers the group is made of. */
  readonly parts: readonly EvaluatedSurvey[];
  /** In the order of their closings. */
  readonly study: readonly EvaluatedSurvey[];
  readonly pairings: Pairings;
}

/**
 * How a group's answers to a question changed since the study's earlier wave: of those who answered
 * in both by Wilcoxon's test, where these may be shown (pairings.ts); else of all who answered in
 * either, by the test of Mann and Whitney. Null where the group is of several waves, has no earlier
 * one, or where either is hidden.
 */
export const changeOf = ({ question, inGroup, parts, study, pairings }: Compared): Change | null => {
  if (!isNumeric(question) || new Set(parts.map(({ wave }) => wave)).size !== 1) return null;
  const compared = parts.flatMap((part) => {
    const before = study.slice(0, study.indexOf(part));
    return predecessorsOf(part, before).map((earlier) => ({ part, earlier }));
  });
  const [from, ...others] = new Set(compared.map(({ earlier }) => earlier.wave));
  if (from === undefined || others.length > 0) return null;
  const later = shownOf(question, parts, inGroup);
  const earlier = shownOf(question, [...new Set(compared.map((each) => each.earlier))], inGroup);
  if (later === null || earlier === null) return null;

  const found = compared.flatMap((each) => pairings.get(pairingKey(each.part, each.earlier, question)) ?? []);
  const together = found.filter(({ disclosure }) => !disclosure.isEmpty(inGroup));
  if (together.length > 0 && together.every(({ disclosure, hidden }) => disclosure.shows(inGroup, hidden))) {
    const differences = together
      .flatMap(({ pairs }) => pairs.filter((pair) => inGroup(pair.later)))
      .map((pair) => exact(numberOf(pair.later, question.code) - numberOf(pair.earlier, question.code)));
    return { from, difference: mean(differences), pairs: differences.length, ...signedRankTest(differences) };
  }
  const [now, then] = [later, earlier].map((those) => those.flat().map((each) => numberOf(each, question.code)));
  if (!now || !then) return null;
  return { from, difference: mean(now) - mean(then), pairs: null, ...mannWhitneyTest(now, then) };
};
