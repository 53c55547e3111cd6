import type { NoticedTask, NoticeEvent } from './events.ts';

export interface NoticeState {
  /** By `keyOf`: how often a notice of the task was given, and whether the last one stands. */
  readonly tasks: Readonly<Record<string, { readonly tries: number; readonly isGiven: boolean }>>;
  readonly notices: number;
}

/** Tells the tasks of an office's day apart: one that arises again is another one. */
export const keyOf = ({ kind, about, arisenAt }: NoticedTask): string => `${kind} ${arisenAt} ${about}`;

export const evolve = (state: NoticeState, event: NoticeEvent): NoticeState => {
  switch (event.type) {
    case 'NoticeGiven':
      return {
        tasks: withTasks(state, event.data.tasks, (tries) => ({ tries: tries + 1, isGiven: true })),
        notices: state.notices + 1,
      };
    case 'NoticeReturned':
      return { ...state, tasks: withTasks(state, event.data.tasks, (tries) => ({ tries, isGiven: false })) };
    default:
      return event satisfies never;
  }
};

const withTasks = (
  { tasks }: NoticeState,
  those: readonly NoticedTask[],
  change: (tries: number) => NoticeState['tasks'][string],
): NoticeState['tasks'] => ({
  ...tasks,
  ...Object.fromEntries(those.map(keyOf).map((key) => [key, change(tasks[key]?.tries ?? 0)])),
});
