import type { StudyEvent } from '../events.ts';

export interface StudyState {
  readonly ended: boolean;
}

export const evolve = (_state: StudyState, event: StudyEvent): StudyState => {
  switch (event.type) {
    case 'StudyEnded':
      return { ended: true };
    default:
      return event.type satisfies never;
  }
};
