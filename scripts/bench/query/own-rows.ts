import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { cursorOf } from '../../../src/api/paging.ts';
import { inTokyo } from '../../../src/domain/calendar.ts';
import { closedIfDueBy, DUE_IS, NEVER, URGENCIES } from '../../../src/projections/task-table.ts';
import { limitedTo } from '../../../src/store/limited.ts';

/** What a page is found by: of an office, or of a caregiver in the listing of their month. */
export interface AskedOfOwn {
  readonly networkId: string;
  readonly viewerId: string;
  /** Starts of visits from (inclusive) and to (exclusive). */
  readonly from: string;
  readonly to: string;
  readonly now: string;
  /** The values of the cursor that the page follows; null for the first. */
  readonly after: readonly (string | number)[] | null;
}
type Key = readonly (string | number)[];
interface OwnPage {
  readonly nodes: readonly object[];
  readonly endCursor: string;
}
type Reader = (db: DatabaseSync) => (asked: AskedOfOwn) => OwnPage;
type Row = readonly (string & number)[];

const prepared = (db: DatabaseSync, sql: string): StatementSync => {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
};
const inTokyoOrNull = (instant: string | null): string | null => (instant === null ? null : inTokyo(instant));
const pageOf = (nodes: readonly object[], key: Key): OwnPage => ({ nodes, endCursor: cursorOf(key) });

/** Where a viewer's lines are found: an index, and what it begins with. */
type Place = readonly [index: string, isOf: string];
const AS_PARTNER: Place = ['visits_by_partner', 'partner_office_id = ?1'];
const AS_ASSIST: Place = ['visits_by_assist', 'assist_office_id = ?1 AND partner_office_id <> ?1'];
const AS_CAREGIVER: Place = ['visits_by_caregiver', 'caregiver_id = ?1'];

/** Of each place the first by the index, and of those the first. */
const ledgerReader =
  (...places: readonly Place[]): Reader =>
  (db) => {
    const first = places.map(
      ([index, isOf]) => `SELECT * FROM (SELECT rowid, planned_start, id FROM visits INDEXED BY ${index}
        WHERE ${isOf} AND network_id = ?2 AND planned_start < ?3 AND (planned_start, id) > (?4, ?5)
        ORDER BY planned_start, id LIMIT 50)`,
    );
    const statement = prepared(
      db,
      `SELECT v.id, v.date, v.planned_start, v.planned_end, v.actual_start, v.actual_end, v.minutes, v.service,
        v.status, v.open_exceptions, client.code, partner.name, assist.name, caregiver.id, caregiver.code
      FROM (SELECT * FROM (${first.join(' UNION ALL ')}) ORDER BY planned_start, id LIMIT 50) AS line
      CROSS JOIN visits AS v ON v.rowid = line.rowid
      CROSS JOIN clients AS client ON client.id = v.client_id
      CROSS JOIN offices AS partner ON partner.id = v.partner_office_id
      CROSS JOIN offices AS assist ON assist.id = v.assist_office_id
      LEFT JOIN caregivers AS caregiver ON caregiver.id = v.caregiver_id
      ORDER BY line.planned_start, line.id`,
    );
    return ({ networkId, viewerId, from, to, after }) => {
      const rows = statement.all(viewerId, networkId, to, ...(after ?? [from, ''])) as unknown as Row[];
      const nodes = rows.map((row) => ({
        date: row[1],
        plannedStart: inTokyo(row[2] ?? ''),
        plannedEnd: inTokyo(row[3] ?? ''),
        actualStart: inTokyoOrNull(row[4] ?? null),
        actualEnd: inTokyoOrNull(row[5] ?? null),
        minutes: row[6],
        service: row[7],
        status: row[8],
        openExceptions: row[9],
        client: { code: row[10] },
        partnerOffice: { name: row[11] },
        assistOffice: { name: row[12] },
        caregiver: row[13] === null ? null : { code: row[14] },
      }));
      const last = rows.at(-1) ?? [];
      return pageOf(nodes, [last[2] ?? '', last[0] ?? '']);
    };
  };

const STATUSES = ['OPEN', 'PARTLY_ALLOCATED', 'ALLOCATED', 'ESCALATED', 'UNCOVERED', 'WITHDRAWN', 'COMPLETED'];
interface PlannedInState {
  readonly place: number;
  readonly visitId: string;
  readonly plannedStart: string;
  readonly minutes: number;
  readonly service: string;
}

/** Of each status the first by the index, and of those the first. */
const delegationsReader: Reader = (db) => {
  const first = STATUSES.map(
    (status) => `SELECT * FROM (
      SELECT delegation_id, first_free_start, first_start
      FROM delegations_listed INDEXED BY delegations_listed_by_office
      WHERE network_id = ?1 AND office_id = ?2 AND status = '${status}'
        AND (first_free_start, first_start, delegation_id) > (?3, ?4, ?5)
      ORDER BY first_free_start, first_start, delegation_id LIMIT 20)`,
  );
  const statement = prepared(
    db,
    `SELECT d.id, d.status, d.mode, d.requested_at, client.code, partner.name, d.state, l.first_free_start,
      l.first_start
    FROM (SELECT * FROM (${first.join(' UNION ALL ')})
      ORDER BY first_free_start, first_start, delegation_id LIMIT 20) AS l
    CROSS JOIN delegations AS d ON d.id = l.delegation_id
    CROSS JOIN clients AS client ON client.id = d.client_id
    CROSS JOIN offices AS partner ON partner.id = d.partner_office_id
    ORDER BY l.first_free_start, l.first_start, l.delegation_id`,
  );
  return ({ networkId, viewerId, after }) => {
    const rows = statement.all(networkId, viewerId, ...(after ?? ['', '', ''])) as unknown as Row[];
    const nodes = rows.map((row) => {
      const { visits } = JSON.parse(row[6] ?? '') as { visits: PlannedInState[] };
      return {
        id: row[0],
        status: row[1],
        mode: row[2],
        requestedAt: inTokyo(row[3] ?? ''),
        client: { code: row[4] },
        partnerOffice: { name: row[5] },
        visits: visits
          .sort((a, b) => a.place - b.place)
          .map(({ visitId, plannedStart, minutes, service }) => ({
            visitId,
            plannedStart: inTokyo(plannedStart),
            minutes,
            service,
          })),
      };
    });
    const last = rows.at(-1) ?? [];
    return pageOf(nodes, [last[7] ?? '', last[8] ?? '', last[0] ?? '']);
  };
};

/** Part of the index by part, until the page is full. */
const tasksReader: Reader = (db) => {
  const statement = prepared(
    db,
    `SELECT t.kind, t.due, t.since, t.about, network.name, client.id, client.code, v.id, v.planned_start, v.status
    FROM tasks AS t INDEXED BY tasks_by_urgency
    LEFT JOIN networks AS network ON network.id = t.network_id
    LEFT JOIN clients AS client ON client.id = t.client_id
    LEFT JOIN visits AS v ON v.id = t.visit_id
    WHERE t.for_id = ?1 AND t.urgency = ?2 AND t.due_is = ?3 AND t.due <= ?4 AND t.opens_at <= ?5 AND t.closes_at > ?5
      AND (t.due, t.since, t.kind, t.about) > (?6, ?7, ?8, ?9)
    ORDER BY t.due, t.since, t.kind, t.about ${limitedTo('?10')}`,
  );
  return ({ viewerId, now, after }) => {
    const nodes: object[] = [];
    let last: Key = [];
    const [fromUrgency = 0, ...key] = after ?? [];
    const closed = closedIfDueBy(now);
    for (let urgency = Number(fromUrgency); urgency < URGENCIES.length && nodes.length < 20; urgency += 1) {
      const begin = urgency === fromUrgency && key.length > 0 ? key : ['', '', '', ''];
      const most = 20 - nodes.length;
      const rows = DUE_IS.flatMap((dueIs) => {
        const until = dueIs === 'BEFORE_OPENING' ? now : '~';
        const later = dueIs === 'CLOSING' && String(begin[0]) <= closed ? [closed, '~', '', ''] : begin;
        return statement.all(viewerId, urgency, dueIs, until, now, ...later, most) as unknown as Row[];
      });
      // As a rule they are of one part, and in order.
      const keyOf = (row: Row): string => `${row[1]}\0${row[2]}\0${row[0]}\0${row[3]}`;
      rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      for (const row of rows.slice(0, most)) {
        nodes.push({
          kind: row[0],
          dueAt: row[1] === NEVER ? null : inTokyo(row[1] ?? ''),
          since: inTokyo(row[2] ?? ''),
          network: row[4] === null ? null : { name: row[4] },
          client: row[5] === null ? null : { code: row[6] },
          visit: row[7] === null ? null : { id: row[7], plannedStart: inTokyo(row[8] ?? ''), status: row[9] },
        });
        last = [urgency, row[1] ?? '', row[2] ?? '', row[0] ?? '', row[3] ?? ''];
      }
    }
    return pageOf(nodes, last);
  };
};

/** By listing. */
const READERS: Readonly<Record<string, Reader>> = {
  'ledger page': ledgerReader(AS_PARTNER, AS_ASSIST),
  'delegation board': delegationsReader,
  tasks: tasksReader,
  'caregiver month': ledgerReader(AS_CAREGIVER),
};

/**
 * Reads pages from the read model's own file by statements written for each, without rights: the
 * least that an answer from these rows takes.
 */
export const ownRowsReader = (file: string, listing: string): ((asked: AskedOfOwn) => OwnPage) => {
  const reader = READERS[listing];
  if (!reader) throw new Error(`there is no listing ${listing}`);
  const db = new DatabaseSync(file, { readOnly: true });
  db.exec('PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456;');
  return reader(db);
};
