import type { Moment } from '../network-builder.ts';
import { same } from './telling.ts';

const URGENCIES = ['CARE', 'ANSWER', 'RECORD', 'MONEY'];
interface Asked {
  readonly kind: string;
  readonly urgency: string;
  readonly visit: { readonly number: string } | null;
}
interface Told extends Omit<Asked, 'visit'> {
  /** Of the visit that it is about. */
  readonly number: string | null;
}

/** Somebody's tasks; ends the demo where one stands before a more urgent one. */
export const tasksByUrgency = async (then: Moment, as: { readonly subject: string }): Promise<Told[]> => {
  const query = '{ viewer { tasks(first: 50) { edges { node { kind urgency visit { number } } } } } }';
  const { viewer } = await then.ask(as, query, {});
  const edges: readonly { readonly node: Asked }[] = viewer.tasks.edges;
  const tasks = edges.map(({ node: { visit, ...task } }) => ({ ...task, number: visit?.number ?? null }));
  const places = tasks.map(({ urgency }) => URGENCIES.indexOf(urgency));
  same(
    'tasks stand by urgency',
    places,
    places.toSorted((one, other) => one - other),
  );
  return tasks;
};
