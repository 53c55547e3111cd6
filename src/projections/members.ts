import type { Instant } from '../domain/calendar.ts';
import { memberIdOf, type Uuid } from '../domain/ids.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import type { Reading } from './rows.ts';
import { type Column, optional, table, text } from './table.ts';

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

export const members = table<MemberRow, 'office' | 'caregiver'>(
  'members',
  {
    id: text(),
    subject: text(),
    officeId: officeIfAny,
    role: text(),
    caregiverId: optional(text()),
    sealedName: optional(text()),
    since: text(),
  },
  ['id', 'officeId'],
  { office: { columns: ['officeId', 'since', 'subject'] }, caregiver: { columns: ['caregiverId'] } },
);
/** Outlives the role: those who have acted keep their names. */
const memberNames = table<MemberName & Pick<MemberRow, 'officeId'>>(
  'member_names',
  { id: text(), officeId: officeIfAny, caregiverId: optional(text()), sealedName: optional(text()) },
  ['id', 'officeId'],
);

/** People with their roles in offices and in the administration. */
export const membersView: Projection = {
  name: 'members',
  tables: [members, memberNames],
  handlers: (batch) => ({
    MemberEnrolled: ({ streamId, data, recordedAt }) => {
      const { subject, role, officeId, caregiverId, name: sealedName } = data;
      const rows = batch.rows(members);
      const standing = enrolmentsOf(batch, streamId);
      // A CAREGIVER is added in a further office; every other enrolment replaces what stood.
      for (const one of standing)
        if (role !== 'CAREGIVER' || one.role !== 'CAREGIVER') rows.remove(streamId, one.officeId ?? '');
      const same = standing.find((one) => one.officeId === officeId && one.role === role);
      const since = same?.since ?? recordedAt;
      rows.put({ id: streamId, subject, role, officeId, caregiverId, sealedName, since });
      batch.rows(memberNames).put({ id: streamId, officeId, caregiverId, sealedName });
    },
    MemberRemoved: ({ streamId, data }) => {
      for (const { officeId } of enrolmentsOf(batch, streamId))
        if (data.officeId === null || data.officeId === officeId) batch.rows(members).remove(streamId, officeId ?? '');
    },
  }),
};

/**
 * Who a caregiver is, whatever the offices (rule 24): the member where enrolled, else the caregiver
 * alone.
 */
export const personOf = (reading: Reading, caregiverId: Uuid): string =>
  reading.rows(members).find('caregiver', [caregiverId])[0]?.id ?? caregiverId;

/** The caregivers that the person of one is, in whatever office. */
export const caregiversOfPerson = (reading: Reading, caregiverId: Uuid): Uuid[] => {
  const those = enrolmentsOf(reading, personOf(reading, caregiverId)).map((one) => one.caregiverId);
  return [...new Set([caregiverId, ...those.filter((id) => id !== null)])];
};

/** All that one person is: one row, but a caregiver of several offices has one in each. */
export const enrolmentsOf = (reading: Reading, memberId: Uuid): MemberRow[] =>
  reading.rows(members).find('key', [memberId]);

/** People with a role; a caregiver of several offices once, by the first of them. */
export const membersById = (readModel: ReadModel, ids: readonly Uuid[]): MemberRow[] =>
  ids.flatMap((id) => enrolmentsOf(readModel, id)[0] ?? []);

/** Those who were enrolled first come first. */
export const membersOfOffice = (readModel: ReadModel, officeId: Uuid): MemberRow[] =>
  readModel.rows(members).find('office', [officeId]);

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
