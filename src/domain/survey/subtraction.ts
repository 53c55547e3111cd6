import type { Uuid } from '../ids.ts';
import { cellsOf, Disclosure, LINES, type Line } from './disclosure.ts';
import type { Audience, Question, Respondent, SurveyContent } from './events.ts';
import { canTellOfFew } from './several-frames.ts';
import { wordingOf } from './variables.ts';

/** A survey and whom it invited. */
export interface Invited extends Pick<SurveyContent, 'threshold' | 'questions'> {
  readonly invited: readonly Pick<Respondent, 'respondentId' | 'audience' | 'networkId'>[];
}

/**
 * Whether the results of two surveys could be subtracted from one another (rule 40). Whatever is
 * shown of each, by any breakdown and filter, is made of whole blocks of its frame; they can, where
 * a union of blocks of the one differs from a union of blocks of the other by more than none and
 * fewer than the threshold. Asked of all who are invited, and, for questions of one wording, of
 * those to whom they are put.
 */
export const canBeSubtracted = (one: Invited, other: Invited): boolean => {
  const threshold = Math.max(one.threshold, other.threshold);
  const [ofOne, ofOther] = [audiencesByWording(one.questions), audiencesByWording(other.questions)];
  const pairs = [...ofOne].flatMap(([wording, audiences]) =>
    audiences.flatMap((each) => (ofOther.get(wording) ?? []).map((others) => [each, others] as const)),
  );
  const distinct = new Map(pairs.map((pair) => [JSON.stringify(pair), pair] as const));
  return [[null, null] as const, ...distinct.values()].some(([audiences, others]) =>
    LINES.some((first) =>
      LINES.some((second) =>
        hasCutUnder(sharing(blocksOf(one, audiences, first), blocksOf(other, others, second)), threshold),
      ),
    ),
  );
};

/** Beyond so many ways in which blocks may have been made, frames are taken for too close. */
const MOST_WAYS = 500;

/**
 * The same of three surveys and more, all together: whether any sum of what is shown of them is
 * about more than none and fewer than the threshold.
 */
export const canBeSubtractedTogether = (surveys: readonly Invited[]): boolean => {
  const threshold = Math.max(...surveys.map((survey) => survey.threshold));
  const asked = surveys.map((survey) => ({ survey, byWording: audiencesByWording(survey.questions) }));
  const wordings = [null, ...new Set(asked.flatMap(({ byWording }) => [...byWording.keys()]))];
  return wordings.some((wording) => {
    const waysOf = asked.flatMap(({ survey, byWording }) => {
      const audiences = wording === null ? [null] : (byWording.get(wording) ?? []);
      const ways = audiences.flatMap((each) => LINES.map((first) => blocksOf(survey, each, first)));
      const distinct = new Map(ways.map((blocks) => [JSON.stringify(blocks.map((block) => [...block])), blocks]));
      return distinct.size === 0 ? [] : [[...distinct.values()]];
    });
    if (waysOf.length < 3) return false;
    if (waysOf.reduce((product, ways) => product * ways.length, 1) > MOST_WAYS) return true;
    return choices(waysOf).some((chosen) => canTellOfFew(chosen.flat(), threshold));
  });
};

/** Every way to choose one of each. */
export const choices = <Value>(of: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  of.reduce<readonly (readonly Value[])[]>(
    (all, values) => all.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );

/** To whom each wording is put: by a question, and by a scale that has it as an item. */
const audiencesByWording = (questions: readonly Question[]): ReadonlyMap<string, readonly (readonly Audience[])[]> => {
  const byWording = new Map<string, (readonly Audience[])[]>();
  for (const question of questions) {
    if (question.kind === 'TEXT') continue;
    const { scale, audiences } = question;
    const items = questions.filter((item) => scale !== null && item.scale === scale);
    const ofAllItems = audiences.filter((audience) => items.every((item) => item.audiences.includes(audience)));
    const wording = wordingOf(question);
    byWording.set(wording, [...(byWording.get(wording) ?? []), audiences, ofAllItems]);
  }
  return byWording;
};

/**
 * Those of some audiences, or all, in the blocks of which whatever is shown of them is made. Which
 * lines are kept whole `first` is known once there are answers.
 */
const blocksOf = (
  { threshold, invited }: Invited,
  audiences: readonly Audience[] | null,
  first: Line,
): ReadonlySet<Uuid>[] => {
  const asked = invited.filter(({ audience }) => audiences === null || audiences.includes(audience));
  const disclosure = new Disclosure(cellsOf(invited), threshold, first).within(cellsOf(asked));
  const blocks = Map.groupBy(asked, (respondent) => disclosure.blockOf(respondent)).values();
  return [...blocks]
    .filter(({ length }) => length >= threshold)
    .map((respondents) => new Set(respondents.map(({ respondentId }) => respondentId)));
};

/** Weights of the edges between nodes. */
type Graph = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * A graph of the blocks of two surveys, and 0 for being in neither. A person is an edge between the
 * two blocks in which they are. So two unions, taken together, cut exactly the edges of those who
 * are in one of them alone. Blocks that share nobody with the other survey are left out.
 */
const sharing = (ones: readonly ReadonlySet<Uuid>[], others: readonly ReadonlySet<Uuid>[]): Graph => {
  const edges = new Map<number, Map<number, number>>();
  const add = (from: number, to: number): void => {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const ofNode = edges.get(a) ?? new Map<number, number>();
      edges.set(a, ofNode.set(b, (ofNode.get(b) ?? 0) + 1));
    }
  };
  const among = (blocks: readonly ReadonlySet<Uuid>[], those: readonly ReadonlySet<Uuid>[]) => {
    const everybody = new Set(those.flatMap((block) => [...block]));
    return blocks.filter((block) => [...block].some((id) => everybody.has(id)));
  };
  const [sharingOnes, sharingOthers] = [among(ones, others), among(others, ones)];
  const nodeOf = (blocks: readonly ReadonlySet<Uuid>[], first: number): ReadonlyMap<Uuid, number> =>
    new Map(blocks.flatMap((block, n) => [...block].map((id) => [id, first + n] as const)));
  const ofOnes = nodeOf(sharingOnes, 1);
  const ofOthers = nodeOf(sharingOthers, 1 + sharingOnes.length);
  for (const id of new Set([...ofOnes.keys(), ...ofOthers.keys()])) add(ofOnes.get(id) ?? 0, ofOthers.get(id) ?? 0);
  return edges;
};

/**
 * Whether a graph can be cut in two where the edges between the parts weigh more than none and less
 * than `limit`. By maximum adjacency order (Nagamochi and Ibaraki 1992): whoever is tied by `limit`
 * or more to those before cannot be cut off from the last of these, so the two become one; the ties
 * of the last of all are a cut.
 */
const hasCutUnder = (edges: Graph, limit: number): boolean => {
  let graph = edges;
  for (let [start] = graph.keys(); start !== undefined; [start] = graph.keys()) {
    const order = inOrderOfTies(graph, start);
    if (order.length > 1 && (order.at(-1)?.ties ?? 0) < limit) return true;
    const one = new Map<number, number>();
    order.forEach(({ node, ties }, n) => {
      const before = one.get(order[n - 1]?.node ?? node);
      one.set(node, ties >= limit && before !== undefined ? before : node);
    });
    graph = contracted(graph, one, order.length === 1 ? start : null);
  }
  return false;
};

/** Nodes that can be reached from `start`, next always the one most tied to those before. */
const inOrderOfTies = (graph: Graph, start: number): readonly { readonly node: number; readonly ties: number }[] => {
  const order: { node: number; ties: number }[] = [];
  const done = new Set<number>();
  const waiting = new Map([[start, 0]]);
  while (waiting.size > 0) {
    const [node, ties] = [...waiting].reduce((most, each) => (each[1] > most[1] ? each : most));
    waiting.delete(node);
    done.add(node);
    order.push({ node, ties });
    for (const [next, weight] of graph.get(node) ?? [])
      if (!done.has(next)) waiting.set(next, (waiting.get(next) ?? 0) + weight);
  }
  return order;
};

/** Nodes that are `one` become one; `without` goes. */
const contracted = (graph: Graph, one: ReadonlyMap<number, number>, without: number | null): Graph => {
  const next = new Map<number, Map<number, number>>();
  for (const [node, edges] of graph) {
    if (node === without) continue;
    const from = one.get(node) ?? node;
    const own = next.get(from) ?? new Map<number, number>();
    next.set(from, own);
    for (const [other, weight] of edges) {
      const to = one.get(other) ?? other;
      if (to !== from) own.set(to, (own.get(to) ?? 0) + weight);
    }
  }
  return next;
};
