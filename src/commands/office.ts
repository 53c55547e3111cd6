import { officeIdOf, type Uuid } from '../domain/ids.ts';
import { accountField } from '../domain/office/bank-account.ts';
import { office } from '../domain/office/decider.ts';
import { type KeyId, keyIdOf } from '../domain/sealed.ts';
import type { Qualification } from '../domain/vocabulary.ts';
import { contentHash } from '../store/handle-command.ts';
import type { Sealing } from './sealing.ts';
import { commandsOn, creationsOf, newId, type Send } from './send.ts';

interface WithNoticeEmail {
  readonly noticeEmail?: readonly string[] | undefined;
}
/** Where notices go is sealed with the office's own key, made where there is something to seal. */
const keyOfNotices = (officeId: Uuid, { noticeEmail }: WithNoticeEmail): KeyId | null =>
  noticeEmail === undefined ? null : keyIdOf('office', officeId);
type SealingNotices = Pick<Sealing, 'key' | 'seal'> & { readonly input: WithNoticeEmail };
const noticeEmailSealed = ({ input: { noticeEmail }, key, seal }: SealingNotices) => ({
  noticeEmail: noticeEmail && {
    addresses: noticeEmail.map((address, n) => seal(`noticeEmail.${n}`, address)),
    digest: contentHash(noticeEmail, key),
  },
});

/** Registers an office; its id follows from its number. */
export const registerOffice = creationsOf(office, {
  id: ({ providerNumber }: WithNoticeEmail & { providerNumber: string }) => officeIdOf(providerNumber),
  sealedBy: (input) => keyOfNotices(officeIdOf(input.providerNumber), input),
})('RegisterOffice', [], noticeEmailSealed);

/** Absent fields stay as they are. */
export const changeOffice = commandsOn(office, {
  id: ({ officeId }: WithNoticeEmail & { officeId: Uuid }) => officeId,
  without: ['officeId'],
  sealedBy: (input) => keyOfNotices(input.officeId, input),
})('ChangeOffice', [], noticeEmailSealed);

/** What is typed of an account; the number in seven digits, the holder as banks take it. */
interface TypedAccount {
  readonly officeId: Uuid;
  readonly number: string;
  readonly holderKana: string;
}
const TAIL_DIGITS = 3;
/**
 * Sealed with the office's own key; its digest is of the account, whatever else is set (rule 41).
 */
export const setBankAccount = commandsOn(office, {
  id: ({ officeId }: TypedAccount) => officeId,
  without: ['officeId'],
  sealedBy: ({ officeId }) => keyIdOf('office', officeId),
})('SetBankAccount', [], ({ input: { bankCode, branchCode, kind, number, holderKana }, key, seal }) => ({
  number: seal(accountField.number, number),
  numberTail: seal(accountField.numberTail, number.slice(-TAIL_DIGITS)),
  holderKana: seal(accountField.holderKana, holderKana),
  digest: contentHash({ bankCode, branchCode, kind, number, holderKana }, key),
}));

/** A caregiver's name is sealed with a key of the caregiver's own. */
const onCaregiver = commandsOn(office, {
  id: ({ officeId }: { officeId: Uuid; caregiverId: Uuid; name?: string | undefined }) => officeId,
  without: ['officeId'],
  sealedBy: ({ caregiverId }) => keyIdOf('caregiver', caregiverId),
  answers: ({ caregiverId }) => caregiverId,
});
/** Path of a caregiver's name in its office's stream. */
const namePath = (caregiverId: Uuid): string => `caregivers.${caregiverId}.name`;

const enroll = onCaregiver('EnrollCaregiver', [], ({ input: { caregiverId, name }, seal }) => ({
  name: seal(namePath(caregiverId), name),
}));
interface Enrolment {
  readonly officeId: Uuid;
  readonly code: string | null;
  readonly name: string;
  readonly qualifications: Qualification[];
}
/** A caregiver's id follows from caller and commandId. `code` null: the office's next. */
export const enrollCaregiver: Send<Enrolment> = (app, caller, input) =>
  enroll(app, caller, { ...input, caregiverId: newId('caregiver', caller) });

/** Absent fields stay as they are. */
export const changeCaregiver = onCaregiver('ChangeCaregiver', [], ({ input: { caregiverId, name }, seal }) =>
  name === undefined ? {} : { name: seal(namePath(caregiverId), name) },
);
