import { addMinutes, type Day, endOfDay, startOfDay } from '../domain/calendar.ts';
import type { DelegationStatus, OfferStatus } from '../domain/delegation/state.ts';
import type { Uuid } from '../domain/ids.ts';
import { limitedTo } from '../store/limited.ts';
import { countTable, type DelegationRow, longestTable, NOTHING_FREE, ORDER } from './delegation-table.ts';
import { delegationNumbered, delegationsById } from './delegations.ts';
import { saidNumber } from './numbers.ts';
import type { ReadModel } from './read-model.ts';
import { type SqlValue, selectionOf, text } from './table.ts';

export interface DelegationSelection {
  readonly networkId: Uuid;
  /** An office's own and those it was asked in; null = all. */
  readonly ofOfficeId: Uuid | null;
  readonly status: readonly DelegationStatus[] | null;
  /** As somebody says it, of the delegation or of one of its visits. */
  readonly number: string | null;
  readonly partnerOfficeId: Uuid | null;
  readonly assistOfficeId: Uuid | null;
  readonly clientId: Uuid | null;
  readonly plannedFrom: Day | null;
  readonly plannedTo: Day | null;
  readonly offerStatus: readonly OfferStatus[] | null;
}

const STATUSES: readonly DelegationStatus[] = [
  'OPEN',
  'PARTLY_ALLOCATED',
  'ALLOCATED',
  'ESCALATED',
  'UNCOVERED',
  'WITHDRAWN',
  'COMPLETED',
];
/** Each once, however often it is named. */
const statusesOf = ({ status }: DelegationSelection): readonly DelegationStatus[] =>
  status === null ? STATUSES : STATUSES.filter((one) => status.includes(one));

/** As `?2`, of each question: of few, all are read once and not once a status. */
const statusesAsked = (by: DelegationSelection, areFew = false): readonly string[] =>
  areFew ? [JSON.stringify(statusesOf(by))] : statusesOf(by);

/** Those of one status (`?2`), by the index that serves the order; the value is `?3`. */
const BY_NETWORK = `delegations AS d INDEXED BY delegations_by_network
  WHERE d.network_id = ?1 AND d.status = ?2 AND ?3`;
const BY_CLIENT = `delegations AS d INDEXED BY delegations_by_client WHERE d.client_id = ?3 AND d.status = ?2
  AND d.network_id = ?1`;
const BY_ID = 'delegations AS d WHERE d.id = ?3 AND d.status = ?2 AND d.network_id = ?1';
/** Of all statuses (`?2`, as JSON) at once. */
const BY_OPEN_OFFER = `delegations AS d WHERE d.status IN (SELECT value FROM json_each(?2)) AND ?3 AND d.id IN (
  SELECT delegation_id FROM delegations_listed INDEXED BY delegations_listed_by_open_offer
  WHERE network_id = ?1 AND offer_status = 'OPEN')`;
const BY_OFFICE = `delegations_listed AS l INDEXED BY delegations_listed_by_office CROSS JOIN delegations AS d
  ON d.id = l.delegation_id WHERE l.network_id = ?1 AND l.office_id = ?3 AND l.status = ?2`;
const BY_OFFICE_ALONE = `delegations_listed AS l INDEXED BY delegations_listed_by_office
  WHERE l.network_id = ?1 AND l.office_id = ?3 AND l.status = ?2`;

/** An assist office never learns who else was asked (contract, Delegation.offers): `?4` sees. */
const FILTERS = `(?4 IS NULL OR EXISTS (SELECT 1 FROM delegations_listed WHERE delegation_id = d.id AND office_id = ?4))
  AND (?5 IS NULL OR d.partner_office_id = ?5)
  AND (?6 IS NULL OR ((?4 IS NULL OR ?6 = ?4 OR d.partner_office_id = ?4) AND EXISTS (SELECT 1 FROM delegations_listed
    WHERE delegation_id = d.id AND office_id = ?6 AND offer_status IS NOT NULL)))
  AND (?7 IS NULL OR d.client_id = ?7) AND (?8 IS NULL OR d.last_start >= ?8) AND (?9 IS NULL OR d.first_start < ?9)
  AND (?10 IS NULL OR EXISTS (SELECT 1 FROM json_each(d.state, '$.offers') AS offer
    WHERE (?4 IS NULL OR d.partner_office_id = ?4 OR json_extract(offer.value, '$.officeId') = ?4)
    AND json_extract(offer.value, '$.status') IN (SELECT value FROM json_each(?10))))`;

/** The one that bears the number asked for, '' for none; null where none is asked for. */
const numbered = (readModel: ReadModel, { networkId, number }: DelegationSelection): Uuid | '' | null => {
  if (number === null) return null;
  const said = saidNumber(number);
  return (said && delegationNumbered(readModel, networkId, said.delegation)) ?? '';
};

/** Where the selection is looked for, and how. */
interface Source {
  readonly from: string;
  /** What it is ordered by. */
  readonly key: string;
  /** Of `?3`. */
  readonly value: SqlValue;
  /** From `?4` to `?10`. */
  readonly filters: readonly SqlValue[];
  readonly isFiltered: boolean;
  /** Not in the order of an index, and few: all are read and put in order. */
  readonly areFew?: true;
}
const sourceOf = (readModel: ReadModel, by: DelegationSelection): Source => {
  const office = by.ofOfficeId ?? by.assistOfficeId;
  const isFiltered = [
    by.partnerOfficeId,
    by.assistOfficeId,
    by.clientId,
    by.plannedFrom,
    by.plannedTo,
    by.offerStatus,
  ].some((filter) => filter !== null);
  const filters: SqlValue[] = [
    by.ofOfficeId,
    by.partnerOfficeId,
    by.assistOfficeId,
    by.clientId,
    by.plannedFrom && startOfDay(by.plannedFrom),
    by.plannedTo && endOfDay(by.plannedTo),
    by.offerStatus && JSON.stringify(by.offerStatus),
  ];
  const ofDelegation = 'd.first_free_start, d.first_start, d.id';
  const ofListed = 'l.first_free_start, l.first_start, l.delegation_id';
  const id = numbered(readModel, by);
  if (id !== null) return { from: `${BY_ID} AND ${FILTERS}`, key: ofDelegation, value: id, filters, isFiltered: true };
  if (by.clientId !== null)
    return { from: `${BY_CLIENT} AND ${FILTERS}`, key: ofDelegation, value: by.clientId, filters, isFiltered };
  if (by.offerStatus?.every((status) => status === 'OPEN'))
    return { from: `${BY_OPEN_OFFER} AND ${FILTERS}`, key: ofDelegation, value: 1, filters, isFiltered, areFew: true };
  if (office === null)
    return {
      from: isFiltered ? `${BY_NETWORK} AND ${FILTERS}` : BY_NETWORK,
      key: ofDelegation,
      value: 1,
      filters: isFiltered ? filters : [],
      isFiltered,
    };
  if (isFiltered) return { from: `${BY_OFFICE} AND ${FILTERS}`, key: ofListed, value: office, filters, isFiltered };
  return { from: BY_OFFICE_ALONE, key: ofListed, value: office, filters: [], isFiltered };
};

const keySelection = selectionOf<Pick<DelegationRow, (typeof ORDER)[number]>>({
  firstFreeStart: text(),
  firstStart: text(),
  id: text(),
});

type Key = readonly [firstFreeStart: string, firstStart: string, id: string];
/** A stretch of the order: after a key, and up to where another begins. */
interface Stretch {
  readonly after: Key;
  readonly before: Key;
}
const FIRST: Key = ['', '', ''];
/** Comes after every instant and every id. */
const LAST = '~';

/** Where in the order the days asked for can stand: what is over long before is not looked at. */
const stretchesOf = (readModel: ReadModel, { networkId, plannedFrom, plannedTo }: DelegationSelection): Stretch[] => {
  if (plannedFrom === null && plannedTo === null) return [{ after: FIRST, before: [LAST, '', ''] }];
  const longest = readModel.rows(longestTable).get(networkId)?.minutes ?? 0;
  const from = plannedFrom === null ? '' : addMinutes(startOfDay(plannedFrom), -longest);
  const to = plannedTo === null ? LAST : endOfDay(plannedTo);
  return [
    // Of which something is still free: few.
    { after: FIRST, before: [NOTHING_FREE, '', ''] },
    { after: [NOTHING_FREE, from, ''], before: [NOTHING_FREE, to, ''] },
  ];
};

/** In the order of the earliest visit not yet allocated, then of the first visit. */
export const delegationsBy = (
  readModel: ReadModel,
  by: DelegationSelection,
  page: { after: readonly (string | number)[] | null; limit: number },
): DelegationRow[] => {
  const { from, key, value, filters, areFew } = sourceOf(readModel, by);
  const [free = '', first = '', id = ''] = page.after ?? [];
  const asked: Key = [String(free), String(first), String(id)];
  const within = withinStretch(key, filters);
  const sql = `SELECT ${key} FROM ${from} ${within} ORDER BY ${key} ${areFew ? '' : limitedTo()}`;
  const most = areFew ? [] : [page.limit];
  const stretches = stretchesOf(readModel, by).map(({ after, before }) => ({
    after: compare(after, asked) < 0 ? asked : after,
    before,
  }));
  // Each status by itself, so that the order comes from an index and nothing that is over is
  // passed.
  const keys = statusesAsked(by, areFew).flatMap((status) =>
    stretches.flatMap(({ after, before }) =>
      readModel.all(sql, by.networkId, status, value, ...filters, ...after, ...before, ...most).map(keySelection.read),
    ),
  );
  const rows = keys
    .sort((a, b) =>
      compare(
        ORDER.map((field) => a[field]),
        ORDER.map((field) => b[field]),
      ),
    )
    .slice(0, page.limit)
    .map((row) => row.id);
  return delegationsById(readModel, rows);
};

/** The values of the stretch come after those of the filters. */
const withinStretch = (key: string, filters: readonly SqlValue[]): string => {
  const n = 4 + filters.length;
  return `AND (${key}) > (?${n}, ?${n + 1}, ?${n + 2}) AND (${key}) < (?${n + 3}, ?${n + 4}, ?${n + 5})`;
};

const compare = (a: readonly string[], b: readonly string[]): number => {
  const n = a.findIndex((value, at) => value !== b[at]);
  return n < 0 ? 0 : (a[n] ?? '') < (b[n] ?? '') ? -1 : 1;
};

export const countDelegations = (readModel: ReadModel, by: DelegationSelection): number => {
  const { from, key, value, filters, isFiltered, areFew } = sourceOf(readModel, by);
  const counts = readModel.rows(countTable);
  const sql = `SELECT count(*) FROM ${from} ${withinStretch(key, filters)}`;
  const numbers = statusesAsked(by, areFew).flatMap((status) =>
    isFiltered
      ? stretchesOf(readModel, by).map(({ after, before }) =>
          Number(readModel.first(sql, by.networkId, status, value, ...filters, ...after, ...before)?.[0]),
        )
      : (counts.get(by.networkId, by.ofOfficeId ?? '', status)?.delegations ?? 0),
  );
  return numbers.reduce((sum, n) => sum + n, 0);
};

/** Offices that asked for delegations in networks on days, both inclusive; each once a network. */
export const officesRequestedBetween = (
  readModel: ReadModel,
  networkIds: readonly Uuid[],
  from: Day,
  to: Day,
): { networkId: Uuid; officeId: Uuid }[] =>
  readModel
    .all(
      `SELECT DISTINCT network_id, partner_office_id FROM delegations INDEXED BY delegations_by_request
       WHERE network_id IN (SELECT value FROM json_each(?)) AND requested_at >= ? AND requested_at < ?`,
      JSON.stringify(networkIds),
      startOfDay(from),
      endOfDay(to),
    )
    .map(([networkId, officeId]) => ({ networkId: String(networkId), officeId: String(officeId) }));
