import type { Day } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { Study } from '../domain/survey/decider.ts';
import { type Wave, waveSchema } from '../domain/survey/events.ts';
import type { Reading } from './rows.ts';
import { joinedSurveysOf, waitingGroups } from './surveys.ts';

const orderOf = (wave: Wave): number => waveSchema.options.indexOf(wave);
const latest = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null;

/** What the surveys of a study have said of it, in its network (rule 39). */
export const studyAsSaid = (reading: Reading, studyId: Uuid): Pick<Study, 'waves' | 'endsOn' | 'openUntil'> => {
  const surveys = joinedSurveysOf(reading, studyId);
  const ends = surveys.flatMap(({ studyEndsOn }) => studyEndsOn ?? []);
  return {
    waves: surveys.flatMap(({ furtherWaves }) => furtherWaves),
    endsOn: ends.toSorted()[0] ?? null,
    openUntil: latest(surveys.flatMap(({ status, closesOn }) => (status === 'OPEN' && closesOn ? [closesOn] : []))),
  };
};

/**
 * Whether the last wave that was announced is closed and gathered, and no other is under way (rule
 * 39).
 */
export const isStudyComplete = (reading: Reading, networkId: Uuid, studyId: Uuid): boolean => {
  const surveys = joinedSurveysOf(reading, studyId);
  const last = Math.max(...surveys.flatMap(({ furtherWaves }) => furtherWaves).map(orderOf));
  return (
    surveys.some(({ wave }) => orderOf(wave) >= last) &&
    surveys.every(({ status }) => status === 'CLOSED') &&
    surveys.every(({ id }) =>
      waitingGroups(reading, id).every((group) => group.networkId !== networkId || group.waiting === 0),
    )
  );
};
