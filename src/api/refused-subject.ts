import { type Day, type Instant, inTokyo, type Month } from '../domain/calendar.ts';
import type { Rejected } from '../domain/rejected.ts';
import { clients } from './client/visibility.ts';
import type { ApiContext } from './context.ts';
import { delegations } from './delegation/visibility.ts';
import { rowName } from './field-names.ts';
import { networks } from './network/visibility.ts';
import { caregivers, offices } from './office/visibility.ts';
import { statements } from './statement/visibility.ts';
import { surveys } from './survey/visibility.ts';
import type { Named } from './user-errors.ts';
import { visits } from './visit/visibility.ts';

type Input = Readonly<Record<string, unknown>>;
type Namer = (value: string, context: ApiContext, input: Input) => Promise<Named | null>;

const WEEKDAYS = '日月火水木金土';

/** 「11月24日(火) 9:00」. */
const startNamed = (start: Instant): Named => {
  const [day = '', clock = ''] = inTokyo(start).slice(0, 16).split('T');
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const [, month, date] = day.split('-').map(Number);
  return { ja: `${month}月${date}日(${weekday}) ${clock.replace(/^0/, '')}`, en: `${day} ${clock}` };
};
const visitNamed = (start: Instant): Named => {
  const { ja, en } = startNamed(start);
  return { ja: `${ja}の訪問`, en: `the visit of ${en}` };
};
const same = (name: string): Named => ({ ja: name, en: name });

const visit: Namer = async (id, context, { delegationId }) => {
  const seen = context.visible(visits, id);
  if (seen) return visitNamed(seen.plannedStart);
  // One that is offered and nobody has yet stands in its delegation alone.
  const delegation = typeof delegationId === 'string' ? context.visible(delegations, delegationId) : null;
  const offered = delegation?.state.visits.find(({ visitId }) => visitId === id);
  return offered ? visitNamed(offered.plannedStart) : null;
};
const office: Namer = async (id, context) => {
  const seen = context.visible(offices, id);
  return seen && same(seen.name);
};
const day: Namer = async (value: Day) => {
  const [year, month, date] = value.split('-').map(Number);
  return { ja: `${year}年${month}月${date}日`, en: value };
};

/** A statement by its number and the office that is paid. */
const statement: Namer = async (id, context) => {
  const seen = context.visible(statements, id);
  if (!seen) return null;
  const payee = context.load(offices, seen.assistOfficeId);
  return { ja: `${payee?.name ?? ''}（${seen.number}）`, en: `${payee?.name ?? ''} (${seen.number})` };
};

/**
 * What stands behind a field of an input, as people call it; null where the viewer does not see it.
 */
const NAMERS: Readonly<Record<string, Namer>> = {
  visitId: visit,
  visitIds: visit,
  officeId: office,
  officeIds: office,
  toOfficeId: office,
  partnerOfficeId: office,
  assistOfficeId: office,
  delegationId: async (id, context) => {
    const seen = context.visible(delegations, id);
    const first = seen?.state.visits.map(({ plannedStart }) => plannedStart).sort()[0];
    if (first === undefined) return null;
    const { ja, en } = startNamed(first);
    return { ja: `${ja}からの委託`, en: `the delegation from ${en} on` };
  },
  caregiverId: async (id, context) => {
    const seen = context.visible(caregivers, id);
    return seen && { ja: `訪問介護員${seen.code}`, en: `caregiver ${seen.code}` };
  },
  clientId: async (id, context) => {
    const seen = context.visible(clients, id);
    return seen && { ja: `利用者${seen.code}`, en: `client ${seen.code}` };
  },
  networkId: async (id, context) => {
    const seen = context.visible(networks, id);
    return seen && same(seen.name);
  },
  statementId: statement,
  statementIds: statement,
  transferDate: day,
  surveyId: async (id, context) => {
    const seen = context.visible(surveys, id);
    return seen && same(seen.title);
  },
  month: async (value: Month) => {
    const [year, month] = value.split('-').map(Number);
    return { ja: `${year}年${month}月分`, en: value };
  },
  at: async (value: Instant) => startNamed(value),
  closesOn: day,
  effectiveFrom: day,
  endsOn: day,
  givenOn: day,
  joinedOn: day,
  leftOn: day,
  on: day,
  paidOn: day,
  periodFrom: day,
  periodTo: day,
  withdrawnOn: day,
};

/**
 * What a refusal is about, in words: the visit by its day and time, the office by its name, the row
 * of a list by its number. Null where the input says it alone.
 */
export const subjectOf = async (
  { path = [], visitStart }: Rejected,
  input: Input,
  context: ApiContext,
): Promise<Named | null> => {
  const parts: Named[] = [];
  let value: unknown = input;
  for (const [at, key] of path.entries()) {
    value = typeof value === 'object' && value !== null ? (value as Input)[key] : undefined;
    const isRow = /^\d+$/.test(key);
    const field = isRow ? (path[at - 1] ?? '') : key;
    const named = typeof value === 'string' ? await NAMERS[field]?.(value, context, input) : null;
    if (named) parts.push(named);
    else if (isRow) parts.push(rowNamed(field, Number(key), value));
  }
  // Of several visits the one that an office cannot take.
  if (visitStart !== undefined && path[0] !== 'visits') parts.push(visitNamed(visitStart));
  return parts.length === 0
    ? null
    : { ja: parts.map(({ ja }) => ja).join('、'), en: parts.map(({ en }) => en).join(', ') };
};

/** A visit that is asked for says its time beside its number. */
const rowNamed = (field: string, n: number, row: unknown): Named => {
  const start = typeof row === 'object' && row !== null ? (row as Input).plannedStart : undefined;
  const [ja, en] = [rowName(field, n), `${field} ${n + 1}`];
  if (typeof start !== 'string') return { ja, en };
  const named = startNamed(start);
  return { ja: `${ja}（${named.ja}）`, en: `${en} (${named.en})` };
};
