import { type Candidate, candidatesFor } from '../../commands/candidates.ts';
import { dayOf, earliest } from '../../domain/calendar.ts';
import type { Location } from '../../domain/distance.ts';
import { MOST_VISITS } from '../../domain/limits.ts';
import type { ClientRow } from '../../projections/clients.ts';
import { memberOfficesFrom } from '../../projections/networks.ts';
import type { ApiContext } from '../context.ts';
import { visitRows } from '../delegation/mutations.ts';
import { apiError } from '../errors.ts';
import type { DelegatedVisitInput } from '../schema/types.gen.ts';
import { shapeError } from '../shape-problems.ts';
import { coordinatedOffice } from '../viewer.ts';

/**
 * Whom the viewer's office can ask for visits to its client: the offices of the network on the day
 * of the first or later. Throws BAD_USER_INPUT for the shapes that requestDelegation refuses, and
 * TOO_EXPENSIVE where one request asks for too many.
 */
export const candidatesShown = async (
  { id: clientId, networkId, area }: ClientRow,
  given: readonly DelegatedVisitInput[],
  home: Location | null,
  context: ApiContext,
): Promise<Candidate[] | null> => {
  const { app, cost, viewer } = context;
  const partnerOfficeId = coordinatedOffice(viewer);
  if (partnerOfficeId === null) return null;
  const shape = visitRows.safeParse(given);
  if (!shape.success) throw shapeError(shape.error, ['visits']);
  const rows = shape.data;
  const visits = rows.reduce((sum, { caregiversRequired }) => sum + caregiversRequired, 0);
  if (visits > MOST_VISITS) {
    const ja = `二人目の訪問介護員の分も数えて${MOST_VISITS}件以内にしてください。`;
    throw apiError('BAD_USER_INPUT', { en: `visits: at most ${MOST_VISITS}, those of second caregivers counted`, ja }, [
      'visits',
    ]);
  }
  const firstDay = dayOf(earliest(...rows.map(({ plannedStart }) => plannedStart)));
  const officeIds = memberOfficesFrom(app.readModel, networkId, firstDay);
  // Each office's streams are read, and each visit is priced with each office.
  cost.rows(officeIds.length);
  cost.fields(officeIds.length * visits);
  return candidatesFor(app, { networkId, clientId, partnerOfficeId }, rows, officeIds, { home, area });
};
