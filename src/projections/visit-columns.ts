import type { VisitPlan } from '../domain/delegation/events.ts';
import type { RecordContent } from '../domain/visit/events.ts';
import { columnsOf } from './columns.ts';

/** What is planned of a visit: the same in `delegated_visits` and `visits`. */
export const planColumns = columnsOf<VisitPlan>({
  service: 'text',
  minutes: 'integer',
  physicalMinutes: 'integer?',
  plannedStart: 'text',
  plannedEnd: 'text',
  caregiversRequired: 'integer',
  pairedVisitId: 'text?',
  emergency: 'boolean',
  tasks: 'json',
});

/** What is recorded of a visit, in each version of its record; texts stay sealed. */
export const recordColumns = columnsOf<RecordContent>({ tasks: 'json', condition: 'text?', notes: 'text?' });
