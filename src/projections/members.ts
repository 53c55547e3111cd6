import type { Instant } from '../domain/calendar.ts';
import { memberIdOf, type Uuid } from '../domain/ids.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { Recorded } from '../store/codec.ts';
import type { EventOf } from '../store/event-types.ts';
import type { Batch } from './batch.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import type { Reading } from './rows.ts';
import { type Column, optional, table, text } from './table.ts';
import { keepTaskOfCoordinators } from './tasks.ts';

export interface MemberRow {
  /** Of the member's stream. */
  readonly id: Uuid;
  readonly subject: string;
  readonly role: Role;
  readonly officeId: Uuid | null;
  readonly caregiverId: Uuid | null;
  /** Member's key, stream of the member, path `name`. */
  readonly sealedName: string | null;
  readonly since: Instant;
}
/**
 * Where a person's name is sealed: the member's own, or that of the caregiver whom the person is.
 */
export type MemberName = Pick<MemberRow, 'id' | 'caregiverId' | 'sealedName'>;

/** Kept as '' where there is none: a part of a key has a value. */
const officeIfAny: Column<Uuid | null> = {
  sql: 'TEXT NOT NULL',
  convert: { write: (officeId) => officeId ?? '', read: (kept) => (kept === '' ? null : kept) },
};

const memberColumns = {
  id: text(),
  subject: text(),
  officeId: officeIfAny,
  role: text<Role>(),
  caregiverId: optional(text()),
  sealedName: optional(text()),
  since: text(),
};
export const members = table<MemberRow, 'office'>('members', memberColumns, ['id', 'officeId'], {
  office: { columns: ['officeId', 'since', 'subject'] },
});
/** Outlives the role: those who have acted keep their names. */
const memberNames = table<MemberName & Pick<MemberRow, 'officeId'>, 'office'>(
  'member_names',
  { id: text(), officeId: officeIfAny, caregiverId: optional(text()), sealedName: optional(text()) },
  ['id', 'officeId'],
  { office: { columns: ['officeId'] } },
);

/** Who a caregiver was, and from when until when: what has ended stays (rule 24). */
interface CaregiverSpan {
  readonly caregiverId: Uuid;
  /** Of the enrolment or its confirmation. */
  readonly since: Instant;
  readonly memberId: Uuid;
  readonly until: Instant;
}
const STILL = '9';
const caregiverSpans = table<CaregiverSpan, 'member'>(
  'caregiver_spans',
  { caregiverId: text(), since: text(), memberId: text(), until: text() },
  ['caregiverId', 'since', 'memberId'],
  { member: { columns: ['memberId', 'caregiverId', 'since'] } },
);

/** People whom an office has enrolled and who have not confirmed it: without a right (rule 47). */
const invitations = table<MemberRow>('invited_members', memberColumns, ['id', 'officeId']);

/** People with their roles in offices and in the administration. */
export const membersView: Projection = {
  name: 'members',
  tables: [members, caregiverSpans, memberNames, invitations],
  handlers: (batch) => ({
    MemberEnrolled: (event) => enroll(batch, event),
    MembershipConfirmed: (event) => enroll(batch, event),
    MemberInvited: ({ streamId, data: { name: sealedName, ...data }, recordedAt }) => {
      const since = batch.rows(invitations).get(streamId, data.officeId)?.since ?? recordedAt;
      batch.rows(invitations).put({ id: streamId, ...data, sealedName, since });
    },
    MemberRemoved: ({ streamId, data, recordedAt }) => {
      const isOf = ({ officeId }: MemberRow): boolean => data.officeId === null || data.officeId === officeId;
      for (const row of invitationsOf(batch, streamId).filter(isOf))
        batch.rows(invitations).remove(streamId, row.officeId ?? '');
      for (const row of enrolmentsOf(batch, streamId).filter(isOf)) remove(batch, row, recordedAt);
    },
  }),
};

const enroll = (batch: Batch, event: Recorded<EventOf<'MemberEnrolled' | 'MembershipConfirmed'>>): void => {
  const { streamId, data, recordedAt } = event;
  const { subject, role, officeId, caregiverId, name: sealedName } = data;
  const standing = enrolmentsOf(batch, streamId);
  const same = standing.find((one) => one.officeId === officeId && one.role === role);
  const since = same?.since ?? recordedAt;
  batch.rows(members).put({ id: streamId, subject, role, officeId, caregiverId, sealedName, since });
  const before = standing.find((one) => one.officeId === officeId);
  if (before && before.caregiverId !== caregiverId) endSpan(batch, before, recordedAt);
  if (caregiverId !== null && before?.caregiverId !== caregiverId)
    batch.rows(caregiverSpans).put({ caregiverId, since: recordedAt, memberId: streamId, until: STILL });
  // A CAREGIVER is added in a further office; every other enrolment replaces what stood.
  for (const one of standing)
    if (one.officeId !== officeId && (role !== 'CAREGIVER' || one.role !== 'CAREGIVER')) remove(batch, one, recordedAt);
    else if (one.officeId === officeId) keepCoordinated(batch, one, recordedAt);
  batch.rows(memberNames).put({ id: streamId, officeId, caregiverId, sealedName });
  batch.rows(invitations).remove(streamId, officeId ?? '');
  if (role === 'COORDINATOR' && officeId !== null) keepTaskOfCoordinators(batch, officeId, true, recordedAt);
};

const remove = (batch: Batch, row: MemberRow, at: Instant): void => {
  batch.rows(members).remove(row.id, row.officeId ?? '');
  endSpan(batch, row, at);
  keepCoordinated(batch, row, at);
};

const endSpan = (batch: Batch, { id: memberId, caregiverId }: MemberRow, until: Instant): void => {
  if (caregiverId === null) return;
  const rows = batch.rows(caregiverSpans);
  for (const span of rows.find('member', [memberId, caregiverId]))
    if (span.until === STILL) rows.put({ ...span, until });
};

/** Where a coordinator has gone, and nobody is left, the administrators have a task (rule 48). */
const keepCoordinated = (batch: Batch, { role, officeId }: MemberRow, at: Instant): void => {
  if (role === 'COORDINATOR' && officeId !== null)
    keepTaskOfCoordinators(batch, officeId, isCoordinated(batch, officeId), at);
};
const isCoordinated = (batch: Batch, officeId: Uuid): boolean =>
  batch
    .rows(members)
    .find('office', [officeId])
    .some(({ role }) => role === 'COORDINATOR');

/**
 * Who a caregiver was at the time of a visit, whatever the offices (rule 24): the member by the
 * enrolment that stood then, or by the first that came later where none had stood before; else the
 * caregiver alone.
 */
export const personOf = (reading: Reading, caregiverId: Uuid, at: Instant): string => {
  const spans = reading.rows(caregiverSpans).find('key', [caregiverId]);
  const then = spans.findLast(({ since, until }) => since <= at && at < until);
  const first = spans[0];
  return then?.memberId ?? (first && at < first.since ? first.memberId : caregiverId);
};

/** Whether an enrolment of a time is the first that a caregiver ever had. */
export const isFirstEnrolment = (reading: Reading, caregiverId: Uuid, memberId: Uuid, at: Instant): boolean => {
  const [first] = reading.rows(caregiverSpans).find('key', [caregiverId]);
  return first?.since === at && first.memberId === memberId;
};

/** The caregivers that the person of one is or ever was, in whatever office. */
export const caregiversOfPerson = (reading: Reading, caregiverId: Uuid, at: Instant): Uuid[] => [
  ...new Set([caregiverId, ...caregiversOfMember(reading, personOf(reading, caregiverId, at))]),
];

/** The caregivers that a member is or ever was. */
export const caregiversOfMember = (reading: Reading, memberId: Uuid): Uuid[] => [
  ...new Set(
    reading
      .rows(caregiverSpans)
      .find('member', [memberId])
      .map((span) => span.caregiverId),
  ),
];

/** All that one person is: one row, but a caregiver of several offices has one in each. */
export const enrolmentsOf = (reading: Reading, memberId: Uuid): MemberRow[] =>
  reading.rows(members).find('key', [memberId]);

/** Enrolments that wait for the person's confirmation. */
export const invitationsOf = (reading: Reading, memberId: Uuid): MemberRow[] =>
  reading.rows(invitations).find('key', [memberId]);

/** People with a role; a caregiver of several offices once, by the first of them. */
export const membersById = (readModel: ReadModel, ids: readonly Uuid[]): MemberRow[] =>
  ids.flatMap((id) => enrolmentsOf(readModel, id)[0] ?? []);

/** Those who were enrolled first come first. */
export const membersOfOffice = (readModel: ReadModel, officeId: Uuid): MemberRow[] =>
  readModel.rows(members).find('office', [officeId]);

/** Names of all who are or were enrolled in an office. */
export const namesOfOffice = (readModel: ReadModel, officeId: Uuid): MemberName[] =>
  readModel.rows(memberNames).find('office', [officeId]);

/**
 * The name of a person as last enrolled, in the office given if enrolled there, even if no longer
 * in a role; null for somebody never enrolled.
 */
export const nameOfMember = (readModel: ReadModel, subject: string, officeId: Uuid | null): MemberName | null => {
  const names = readModel.rows(memberNames).find('key', [memberIdOf(subject)]);
  const inOffice = names.find((name) => name.officeId === officeId);
  const given = names.find(({ sealedName, caregiverId }) => sealedName !== null || caregiverId !== null);
  return inOffice ?? given ?? names[0] ?? null;
};
