import type { Instant } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import type { ReadModel } from './read-model.ts';

/**
 * Whether an office has open delegations in a network, or accepted visits that start after an
 * instant, on either side (contract, leaveNetwork).
 */
export const officeHasVisitsAfter = (readModel: ReadModel, networkId: Uuid, officeId: Uuid, after: Instant): boolean =>
  readModel.get(
    `SELECT 1 FROM delegations WHERE network_id = ?1 AND partner_office_id = ?2 AND status IN ('OPEN',
    'PARTLY_ALLOCATED')
     UNION ALL SELECT 1 FROM offers JOIN delegations ON delegations.id = offers.delegation_id
       WHERE network_id = ?1 AND offers.office_id = ?2 AND offers.status = 'OPEN'
     UNION ALL SELECT 1 FROM delegated_visits AS visit JOIN delegations ON delegations.id = visit.delegation_id
       WHERE network_id = ?1 AND visit.withdrawn = 0 AND visit.allocated_to IS NOT NULL AND visit.planned_start >= ?3
         AND (visit.allocated_to = ?2 OR partner_office_id = ?2)
     LIMIT 1`,
    networkId,
    officeId,
    after,
  ) !== undefined;

/** Whether accepted visits of a pair start after an instant (contract, endTerms). */
export const pairHasVisitsAfter = (
  readModel: ReadModel,
  pair: { networkId: Uuid; partnerOfficeId: Uuid; assistOfficeId: Uuid },
  after: Instant,
): boolean =>
  readModel.get(
    `SELECT 1 FROM delegated_visits AS visit JOIN delegations ON delegations.id = visit.delegation_id
     WHERE network_id = ? AND partner_office_id = ? AND visit.allocated_to = ? AND visit.withdrawn = 0
     AND visit.planned_start >= ? LIMIT 1`,
    pair.networkId,
    pair.partnerOfficeId,
    pair.assistOfficeId,
    after,
  ) !== undefined;
