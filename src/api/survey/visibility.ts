import type { Uuid } from '../../domain/ids.ts';
import { type SurveyRow, surveysByIds } from '../../projections/surveys.ts';
import type { ApiContext } from '../context.ts';
import { appointedActor } from '../network/visibility.ts';
import { actors, type Visibility } from '../visibility.ts';

/** Whether the viewer is a CONSULTANT appointed to every one of the networks. */
export const isConsultantOfAll = (networkIds: readonly Uuid[], context: ApiContext): boolean =>
  networkIds.every((networkId) => appointedActor(context, networkId) === 'CONSULTANT');

export const surveys: Visibility<SurveyRow> = {
  typeName: 'Survey',
  byId: (readModel, id) => surveysByIds(readModel, [id])[0] ?? null,
  sees: (row, context) => context.viewer?.role === 'ADMINISTRATOR' || isConsultantOfAll(row.networkIds, context),
  actors: (row, context) => actors(isConsultantOfAll(row.networkIds, context) && 'CONSULTANT'),
};
