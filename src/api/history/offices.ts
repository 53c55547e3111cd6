import type { Uuid } from '../../domain/ids.ts';
import type { HistoryRow } from '../../projections/history.ts';
import { PROCESS_ACTOR } from '../../store/metadata.ts';

/**
 * Rule 19: an event written inside another assist office's command (its acceptance ends the offers
 * that got nothing, and closes what is over; its record comes after it has handed the visit back)
 * would name that office, so it shows as the process's.
 */
export const withoutOtherAssistOffice = (event: HistoryRow, ownOfficeId: Uuid, partnerOfficeId: Uuid): HistoryRow =>
  event.actorOfficeId === ownOfficeId || event.actorOfficeId === partnerOfficeId
    ? event
    : { ...event, actorSubject: PROCESS_ACTOR.subject, actorOfficeId: PROCESS_ACTOR.officeId };
