import { addMinutes, dayOf, endOfDay, type Instant, monthOf } from '../domain/calendar.ts';
import type { Uuid } from '../domain/ids.ts';
import { placeholders } from './directory.ts';
import type { ReadModel } from './read-model.ts';

/**
 * What waits for somebody: computed from the views when asked, by the clock. Ids of what it is
 * about.
 */
export interface TaskRow {
  readonly kind: string;
  readonly dueAt: Instant | null;
  readonly since: Instant;
  readonly networkId: Uuid;
  readonly delegationId: Uuid | null;
  readonly visitId: Uuid | null;
  readonly statementId: Uuid | null;
  readonly termsId: Uuid | null;
  readonly clientId: Uuid | null;
}

/** So long after a planned start of which nothing has been heard (contract, CHECK_ON_VISIT). */
const UNHEARD_MINUTES = 15;

type Select = { readonly kind: string; readonly sql: string };
const columns = (of: {
  due?: string;
  since: string;
  network: string;
  delegation?: string;
  visit?: string;
  statement?: string;
  terms?: string;
  client?: string;
}) =>
  `${of.due ?? 'NULL'} AS dueAt, ${of.since} AS since, ${of.network} AS networkId,
   ${of.delegation ?? 'NULL'} AS delegationId, ${of.visit ?? 'NULL'} AS visitId,
   ${of.statement ?? 'NULL'} AS statementId, ${of.terms ?? 'NULL'} AS termsId, ${of.client ?? 'NULL'} AS clientId`;
const ofVisit = columns({
  due: 'v.planned_start',
  since: 'v.changed_at',
  network: 'v.network_id',
  delegation: 'v.delegation_id',
  visit: 'v.id',
  client: 'v.client_id',
});
const ofDelegation = (due: string, since: string) =>
  columns({ due, since, network: 'd.network_id', delegation: 'd.id', client: 'd.client_id' });
const ofStatement = (due: string) => columns({ due, since: 's.issued_at', network: 's.network_id', statement: 's.id' });

/** `?1` the office, `?2` now, `?3` today, `?4` the end of the time unheard. */
const OFFICE_TASKS: readonly Select[] = [
  {
    kind: 'ANSWER_OFFER',
    sql: `SELECT ${ofDelegation('o.respond_by', 'o.made_at')} FROM offers o JOIN delegations d ON d.id = o.delegation_id
          WHERE o.office_id = ?1 AND o.status = 'OPEN' AND o.respond_by > ?2`,
  },
  {
    kind: 'GRANT_MORE_TIME',
    sql: `SELECT ${ofDelegation('min(o.respond_by)', 'min(o.made_at)')}
    FROM offers o JOIN delegations d ON d.id = o.delegation_id
          WHERE d.partner_office_id = ?1 AND o.more_state = 'ASKED' AND o.status = 'OPEN'
          AND o.respond_by > ?2 GROUP BY d.id`,
  },
  {
    kind: 'SELECT_OFFICE',
    sql: `SELECT ${ofDelegation('min(d.first_free_start)', 'min(o.responded_at)')}
    FROM offers o JOIN delegations d ON d.id = o.delegation_id
          WHERE d.partner_office_id = ?1 AND d.mode = 'PARTNER_SELECTS' AND o.status = 'ACCEPTED'
          AND o.round = d.round AND d.status IN ('OPEN', 'PARTLY_ALLOCATED')
          GROUP BY d.id`,
  },
  {
    kind: 'CALL_OFFICES',
    sql: `SELECT ${ofDelegation('d.first_free_start', 'd.requested_at')} FROM delegations d
    WHERE d.partner_office_id = ?1 AND d.status = 'ESCALATED'`,
  },
  {
    kind: 'ASSIGN_CAREGIVER',
    sql: `SELECT ${ofVisit} FROM visits v WHERE v.assist_office_id = ?1 AND v.status = 'SCHEDULED'
    AND v.caregiver_id IS NULL`,
  },
  {
    kind: 'CHECK_ON_VISIT',
    sql: `SELECT ${ofVisit} FROM visits v WHERE (v.assist_office_id = ?1 OR v.partner_office_id = ?1)
    AND v.status = 'SCHEDULED' AND v.planned_start <= ?4`,
  },
  {
    kind: 'RECORD_VISIT',
    sql: `SELECT ${ofVisit} FROM visits v WHERE v.assist_office_id = ?1 AND v.status IN ('SCHEDULED',
    'IN_PROGRESS') AND v.planned_end <= ?2`,
  },
  {
    kind: 'RESOLVE_EXCEPTION',
    sql: `SELECT ${ofVisit} FROM visits v WHERE (v.assist_office_id = ?1 OR v.partner_office_id = ?1)
    AND v.status = 'RECORDED' AND v.open_exceptions > 0`,
  },
  {
    kind: 'AMEND_RECORD',
    sql: `SELECT ${ofVisit} FROM visits v WHERE v.assist_office_id = ?1 AND v.status = 'RETURNED'`,
  },
  {
    kind: 'VERIFY_VISIT',
    sql: `SELECT ${ofVisit} FROM visits v WHERE v.partner_office_id = ?1 AND v.status = 'RECORDED'
    AND v.open_exceptions = 0`,
  },
  {
    kind: 'WITHDRAW_VISITS',
    sql: `SELECT ${ofVisit} FROM visits v WHERE v.partner_office_id = ?1 AND v.status = 'SCHEDULED'
    AND v.planned_start > ?2
          AND EXISTS (SELECT 1 FROM consents c WHERE c.client_id = v.client_id
          AND c.scope = 'SHARE_WITHIN_NETWORK' AND c.withdrawn_on IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.client_id = v.client_id
          AND c.scope = 'SHARE_WITHIN_NETWORK' AND c.withdrawn_on IS NULL)`,
  },
  {
    kind: 'AGREE_TERMS',
    sql: `SELECT ${columns({
      due: 't.effective_from',
      since: 't.effective_from',
      network: 't.network_id',
      terms: 't.id',
    })} FROM terms t
          WHERE (t.partner_office_id = ?1 OR t.assist_office_id = ?1) AND t.proposed_by <> ?1
          AND t.agreed_at IS NULL AND t.declined_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM terms later WHERE later.agreement_id = t.agreement_id
          AND later.version > t.version)`,
  },
  {
    kind: 'CLOSE_SETTLEMENT',
    sql: `SELECT ${columns({ since: 'max(v.changed_at)', network: 'v.network_id', visit: 'min(v.id)' })} FROM visits v
          WHERE v.partner_office_id = ?1 AND v.month < ?5 AND v.statement_id IS NULL
          AND (v.status = 'VERIFIED' OR (v.status = 'CANCELLED' AND json_extract(v.fee, '$.feeYen') > 0))
          GROUP BY v.network_id, v.assist_office_id, v.month`,
  },
  {
    kind: 'CONFIRM_STATEMENT',
    sql: `SELECT ${ofStatement('s.confirm_by')} FROM statements s WHERE s.assist_office_id = ?1
    AND s.status = 'ISSUED'`,
  },
  {
    kind: 'APPROVE_PAYMENT',
    sql: `SELECT ${ofStatement('s.due_on')} FROM statements s WHERE s.partner_office_id = ?1
    AND s.status = 'CONFIRMED' AND s.total_yen > 0`,
  },
  {
    kind: 'RECORD_PAYMENT',
    sql: `SELECT ${ofStatement('s.due_on')} FROM statements s WHERE s.partner_office_id = ?1
    AND s.status = 'APPROVED' AND s.due_on < ?3`,
  },
];

/** A due day means the end of that day. */
const dueInstant = (due: string | null): Instant | null => (due === null || due.length > 10 ? due : endOfDay(due));

const byUrgency = (a: TaskRow, b: TaskRow): number =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
  a.since.localeCompare(b.since) ||
  a.kind.localeCompare(b.kind) ||
  keyOf(a).localeCompare(keyOf(b));
const keyOf = (task: TaskRow): string => task.visitId ?? task.delegationId ?? task.statementId ?? task.termsId ?? '';

/** Tasks of an office, most urgent first. */
export const tasksOfOffice = (readModel: ReadModel, officeId: Uuid, now: Instant): TaskRow[] => {
  const values = [officeId, now, dayOf(now), addMinutes(now, -UNHEARD_MINUTES), monthOf(now)];
  return OFFICE_TASKS.flatMap(({ kind, sql }) => {
    const used = values
      .map((value, n) => (sql.includes(`?${n + 1}`) ? value : null))
      .slice(0, Math.max(...[1, 2, 3, 4, 5].filter((n) => sql.includes(`?${n}`))));
    return readModel
      .all<Omit<TaskRow, 'kind'>>(sql, ...used)
      .map((row) => ({ ...row, kind, dueAt: dueInstant(row.dueAt), since: dueInstant(row.since) ?? now }));
  }).sort(byUrgency);
};

/**
 * A caregiver's own: visits whose planned end is over but which are not recorded, and records that
 * came back.
 */
export const tasksOfCaregivers = (readModel: ReadModel, caregiverIds: readonly Uuid[], now: Instant): TaskRow[] => {
  const rows = readModel.all<Omit<TaskRow, 'kind'> & { status: string }>(
    `SELECT ${ofVisit}, v.status FROM visits v WHERE v.caregiver_id IN (${placeholders(caregiverIds)})
     AND ((v.status IN ('SCHEDULED', 'IN_PROGRESS') AND v.planned_end <= ?) OR v.status = 'RETURNED')`,
    ...caregiverIds,
    now,
  );
  return rows
    .map(({ status, ...row }) => ({ ...row, kind: status === 'RETURNED' ? 'AMEND_RECORD' : 'RECORD_VISIT' }))
    .sort(byUrgency);
};

export const taskKey = (task: TaskRow): readonly (string | number)[] => [
  task.dueAt ?? '9',
  task.since,
  task.kind,
  keyOf(task),
];
