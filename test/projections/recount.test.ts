import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { RowCache } from '../../src/projections/batch.ts';
import { clients, clientsView, keepTasksOfClient } from '../../src/projections/clients.ts';
import { delegationTable } from '../../src/projections/delegation-table.ts';
import { disputes } from '../../src/projections/dispute-table.ts';
import { Projector } from '../../src/projections/projector.ts';
import { Statements, StoredRows } from '../../src/projections/rows.ts';
import { statements } from '../../src/projections/statements.ts';
import type { Table } from '../../src/projections/table.ts';
import {
  keepTasksOfDelegation,
  keepTasksOfDispute,
  keepTasksOfStatement,
  keepTasksOfTerms,
  keepTasksOfVisit,
  tasksView,
} from '../../src/projections/tasks.ts';
import { terms } from '../../src/projections/terms.ts';
import { visitTable } from '../../src/projections/visit-table.ts';
import { projections } from '../../src/projections-in-force.ts';
import type { StoredEvent } from '../../src/store/event-store.ts';
import { eventfulLog } from '../support/eventful-log.ts';

const EVENTS = 3_600;
/** So many events come in a batch, and so often everything is counted again. */
const [BATCH, COUNTED_EVERY] = [97, 500];

/** After which events everything is counted: also where tasks wait that do not wait for long. */
const stopsIn = (events: readonly StoredEvent[]): number[] => {
  const isSelecting = ({ type, data }: StoredEvent) =>
    type === 'DelegationRequested' && JSON.parse(data).mode === 'PARTNER_SELECTS';
  const selecting = new Set(events.filter(isSelecting).map(({ stream }) => stream));
  const short = [
    events.findIndex(({ type, stream }) => type === 'OfferAccepted' && selecting.has(stream)),
    ...[
      'TermsDeclined',
      'MoreTimeRequested',
      'VisitRecordReturned',
      'VisitChangeProposed',
      'LineDisputed',
      'StatementVoided',
      'PaymentApproved',
    ].map((of) => events.findIndex(({ type }) => type === of)),
  ].map((n) => n + 1);
  const regular = events.map((_, n) => n + 1).filter((n) => n % COUNTED_EVERY === 0);
  return [...short, ...regular, events.length].sort((a, b) => a - b);
};

/** What is kept, and the same counted from the rows that it is kept of. */
const recounts: readonly { readonly of: string; readonly kept: string; readonly counted: string }[] = [
  {
    of: 'sums of the ledger',
    kept: `SELECT network_id, month, partner_office_id, assist_office_id, status, visits, minutes, units, fee_yen
      FROM ledger_sums WHERE visits <> 0 OR minutes <> 0 OR units <> 0 OR fee_yen <> 0`,
    counted: `SELECT network_id, month, partner_office_id, assist_office_id, status, count(*), sum(minutes),
      coalesce(sum(units), 0), sum(fee_yen) FROM visits GROUP BY 1, 2, 3, 4, 5`,
  },
  {
    of: 'delegations by status',
    kept: 'SELECT network_id, office_id, status, delegations FROM delegation_counts WHERE delegations <> 0',
    counted: `SELECT network_id, office_id, status, count(*) FROM delegations_listed GROUP BY 1, 2, 3
      UNION ALL SELECT network_id, '', status, count(*) FROM delegations GROUP BY 1, 2, 3`,
  },
  {
    of: 'delegations as they are listed',
    kept: `SELECT delegation_id, network_id, client_id, status, first_free_start, first_start FROM delegations_listed
      WHERE is_partner = 1`,
    counted: 'SELECT id, network_id, client_id, status, first_free_start, first_start FROM delegations',
  },
  {
    of: 'sums of statements',
    kept: `SELECT network_id, partner_office_id, assist_office_id, month, status, statements, total_yen, paid_yen
      FROM statement_sums`,
    counted: `SELECT network_id, iif(p.any, '', partner_office_id), iif(a.any, '', assist_office_id),
      iif(m.any, '', month), status, count(*), sum(iif(status = 'VOIDED', 0, total_yen)), sum(coalesce(paid_yen, 0))
      FROM statements, (SELECT 0 AS any UNION SELECT 1) AS p, (SELECT 0 AS any UNION SELECT 1) AS a,
      (SELECT 0 AS any UNION SELECT 1) AS m GROUP BY 1, 2, 3, 4, 5`,
  },
  {
    of: 'who visits whom',
    kept: 'SELECT one_id, other_id, visits, open, made FROM relations',
    counted: `WITH one AS (SELECT *, status IN ('SCHEDULED', 'IN_PROGRESS', 'RECORDED', 'RETURNED') AS is_open,
        made_start IS NOT NULL AS was_made FROM visits),
      named AS (SELECT id, caregiver_id AS caregiver FROM one WHERE caregiver_id IS NOT NULL
        UNION SELECT id, json_extract(state, '$.record.caregiverId') FROM one WHERE was_made)
      SELECT of, other, count(*), sum(is_open), sum(was_made) FROM (
        SELECT client_id AS of, assist_office_id AS other, is_open, was_made FROM one
        UNION ALL SELECT client_id, caregiver, is_open, was_made FROM one JOIN named USING (id)
        UNION ALL SELECT caregiver, partner_office_id, 0, 0 FROM one JOIN named USING (id)
        UNION ALL SELECT partner_office_id, client_id, is_open, 0 FROM one
        UNION ALL SELECT caregiver, network_id, 0, 0 FROM one JOIN named USING (id))
      GROUP BY 1, 2`,
  },
  {
    of: 'months to close',
    kept: `SELECT partner_office_id, assist_office_id, network_id, month, ripe FROM closable_months
      WHERE ripe <> 0`,
    counted: `SELECT partner_office_id, assist_office_id, network_id, month, count(*) FROM (
      SELECT partner_office_id, assist_office_id, network_id, month FROM visits
      WHERE to_settle = 1 AND hold_code IS NULL AND status IN ('VERIFIED', 'CANCELLED', 'MISSED')
      UNION ALL SELECT partner_office_id, assist_office_id, network_id, month FROM disputes
      WHERE adjustment_yen IS NOT NULL AND settled_in IS NULL AND is_voided = 0)
      GROUP BY 1, 2, 3, 4`,
  },
  {
    of: 'months closed',
    kept: 'SELECT partner_office_id, assist_office_id, network_id, month FROM closed_months',
    counted: `SELECT partner_office_id, assist_office_id, network_id, max(month) FROM statements
      WHERE status <> 'VOIDED' GROUP BY 1, 2, 3`,
  },
  {
    of: 'answers',
    kept: 'SELECT survey_id, network_id, audience, waiting, gathered FROM answer_count',
    counted: `SELECT survey_id, network_id, audience, sum(status = 'USED'), sum(status = 'GATHERED') FROM invitation
      WHERE status <> 'INVITED' GROUP BY 1, 2, 3`,
  },
  {
    of: 'responses',
    kept: 'SELECT survey_id, network_id, audience, gathered FROM answer_count WHERE gathered > 0',
    counted: 'SELECT survey_id, network_id, audience, count(*) FROM survey_response GROUP BY 1, 2, 3',
  },
];

const rowsOf = (db: DatabaseSync, sql: string): string[] => {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement
    .all()
    .map((row) => JSON.stringify(row))
    .sort();
};

/** Which of a month's visits changed last is not in the rows. */
const TASKS = `SELECT for_id, kind, about, due, iif(kind = 'CLOSE_SETTLEMENT', '', since), opens_at, closes_at,
  network_id, delegation_id, iif(kind = 'CLOSE_SETTLEMENT', '', visit_id), statement_id, terms_id, client_id FROM`;

/** The tasks that are kept, and those that the rows they follow from give when each is put anew. */
const tasksIn = (file: string): { readonly kept: string[]; readonly made: string[] } => {
  const fresh = new DatabaseSync(':memory:');
  const tables = [...tasksView.tables, ...clientsView.tables];
  fresh.exec(`${tables.map(({ schema }) => schema).join('\n')} ATTACH '${file}' AS kept;
    INSERT INTO main.clients SELECT * FROM kept.clients;
    INSERT INTO main.consents SELECT * FROM kept.consents; BEGIN;`);
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = <Row extends object, Name extends string>(of: Table<Row, Name | 'key'>): Row[] =>
    new StoredRows(new Statements(db), of).find('key', []);
  const batch = new RowCache(fresh);
  batch.event = { position: 0, recordedAt: '2026-01-01T00:00:00.000Z' };
  for (const row of rows(clients)) keepTasksOfClient(batch, undefined, row);
  for (const row of rows(delegationTable)) keepTasksOfDelegation(batch, undefined, row);
  for (const row of rows(visitTable)) keepTasksOfVisit(batch, undefined, row);
  for (const row of rows(statements)) keepTasksOfStatement(batch, undefined, row);
  for (const row of rows(disputes)) keepTasksOfDispute(batch, undefined, row);
  const versions = rows(terms).sort((a, b) => a.version - b.version);
  for (const row of versions) {
    const earlier = versions.filter((one) => one.agreementId === row.agreementId && one.version < row.version);
    keepTasksOfTerms(batch, earlier, row);
  }
  batch.flush();
  db.close();
  const [kept, made] = [rowsOf(fresh, `${TASKS} kept.tasks`), rowsOf(fresh, `${TASKS} main.tasks`)];
  fresh.close();
  return { kept, made };
};

t.test('what views keep of other rows is what the rows come to, at any time', async (t) => {
  const folder = t.testdir();
  const { store, events } = await eventfulLog(folder, EVENTS);
  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, projections, store);
  const db = new DatabaseSync(file, { readOnly: true });
  const kinds = new Set<string>();
  let from = 0;
  for (const stop of stopsIn(events)) {
    for (; from < stop; from += BATCH) projector.apply(events.slice(from, Math.min(from + BATCH, stop)));
    from = stop;
    for (const { of, kept, counted } of recounts)
      t.strictSame(rowsOf(db, kept), rowsOf(db, counted), `${of} after ${stop} events`);
    const { kept, made } = tasksIn(file);
    t.strictSame(kept, made, `tasks after ${stop} events`);
    t.strictSame(rowsOf(db, 'SELECT kind, about, since, opens_at FROM tasks WHERE since < opens_at'), []);
    for (const row of made) kinds.add(JSON.parse(row)[1]);
  }
  for (const { of, counted } of recounts) t.ok(rowsOf(db, counted).length > 2, `there are ${of}`);
  t.strictSame([...kinds].sort(), [
    'AGREE_TERMS',
    'AMEND_RECORD',
    'ANSWER_DISPUTE',
    'ANSWER_OFFER',
    'ANSWER_UNCOVERED',
    'ANSWER_VISIT_CHANGE',
    'APPROVE_PAYMENT',
    'ASSIGN_CAREGIVER',
    'CALL_OFFICES',
    'CHECK_ON_VISIT',
    'CLOSE_SETTLEMENT',
    'CONFIRM_STATEMENT',
    'GRANT_MORE_TIME',
    'INSTRUCT_PAYMENT',
    'RECORD_PAYMENT',
    'RECORD_REFUSED',
    'RECORD_VISIT',
    'RESOLVE_EXCEPTION',
    'SELECT_OFFICE',
    'SET_BANK_ACCOUNT',
    'TAKE_CLIENT_OVER',
    'TERMS_DECLINED',
    'VERIFY_VISIT',
    'VISIT_CANCELLED',
    'VISIT_CHANGED',
    'WITHDRAW_VISITS',
  ]);
  db.close();
  projector.close();
  await store.close();
});
