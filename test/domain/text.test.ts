import t from 'tap';
import { z } from 'zod';
import { daySchema, instantSchema, monthSchema } from '../../src/domain/calendar.ts';
import { sealedSchema } from '../../src/domain/sealed.ts';
import { lineSchema, unreadable } from '../../src/domain/text.ts';
import { eventSchemas } from '../../src/store/event-types.ts';

t.test('rule 41: a text reads as it is stored', async (t) => {
  const unseen: Readonly<Record<string, string>> = {
    '\u0000': 'U+0000',
    '\u001b': 'U+001B',
    '\u0085': 'U+0085',
    '\u00ad': 'U+00AD',
    '\u061c': 'U+061C',
    '\u200b': 'U+200B',
    '\u200d': 'U+200D',
    '\u200f': 'U+200F',
    '\u2028': 'U+2028',
    '\u202e': 'U+202E',
    '\u2060': 'U+2060',
    '\u2066': 'U+2066',
    '\u3164': 'U+3164',
    '\ufeff': 'U+FEFF',
    '\u{e0041}': 'U+E0041',
  };
  for (const [character, code] of Object.entries(unseen))
    t.equal(unreadable(`山田${character}太郎`), `holds a character that cannot be seen, ${code}`);
  for (const half of ['\ud83d', '\ude00']) t.equal(unreadable(`お元気で${half}`), 'holds half of a character');
  const seen = ['髙橋　太郎', '葛\u{e0100}城', '一行目\r\n二行目\n\t三行目', '😀❤️', '👩‍⚕️', '👩🏽‍⚕️', '👨‍👩‍👧', '\ue000'];
  for (const text of seen) t.equal(unreadable(text), null, text);
});

t.test('rule 41: a name stands in one line', async (t) => {
  for (const text of ['山田\n太郎', '山田\r', '\t山田']) t.notOk(lineSchema.safeParse(text).success);
  t.ok(lineSchema.safeParse('山田　太郎').success);
});

/** Texts of events that are not sealed: fields, the events in which they stand, and why. */
const IN_CLEAR: readonly (readonly [why: string, fields: string, events: string])[] = [
  ['number of the public list of providers', 'providerNumber', 'OfficeRegistered'],
  [
    'the public list of providers',
    'address corporateNumber corporationName invoiceNumber municipality nameKana phone',
    'OfficeDetailsChanged OfficeRegistered',
  ],
  ['of offices and networks, public', 'name', 'NetworkFormed OfficeDetailsChanged OfficeRegistered'],
  ['a code that stands for a person', 'code', 'CaregiverEnrolled ClientRegistered'],
  [
    'the identity provider’s opaque id of a person',
    'subject',
    'MemberEnrolled MemberInvited MemberRemoved MembershipConfirmed ViewerAppointed ViewerDismissed',
  ],
  ['the same', 'issuedBy', 'StatementIssued'],
  ['the same', 'approvedBy', 'PaymentApproved'],
  ['a part of the town', 'area', 'ClientChanged ClientRegistered NetworkFormed'],
  [
    'HMAC under a sealing key',
    'digest',
    'ClientRegistered NoticeEmailSet PaymentSettled VisitExceptionRaised VisitRecordAmended VisitRecorded',
  ],
  ['the same', 'digest', 'CareplanImported DisputeResolved LineDisputed StatementVoided'],
  ['number of an office', 'careManagementNumber', 'CareplanImported ClientChanged ClientRegistered'],
  ['codes of the official table', 'items.serviceCode visits.serviceCode', 'CareplanImported'],
  ['made from numbers of offices', 'name', 'CareplanExported'],
  ['a digest of a file', 'sha256', 'CareplanExported'],
  ['codes of the catalogue', 'visits.tasks', 'DelegationRequested'],
  ['codes of the catalogue', 'tasks', 'VisitScheduled'],
  ['codes of the catalogue', 'tasks.code', 'VisitRecordAmended VisitRecorded'],
  ['of a price', 'bases.feeTable', 'OfferMade VisitsAllocated'],
  ['of a price', 'basis.feeTable', 'VisitPlanChanged VisitScheduled'],
  ['of a price', 'agreed.basis.feeTable agreed.fee.feeTable agreed.fee.serviceCode', 'VisitChangeAnswered'],
  ['of a price', 'fee.feeTable fee.serviceCode', 'VisitCancelled VisitScheduled VisitVerified'],
  ['of a price', 'lines.serviceCode', 'StatementLinesListed'],
  ['made from numbers of the public list', 'number payeeInvoiceNumber', 'StatementIssued'],
  ['a digest of what both offices see', 'contentHash', 'PaymentApproved StatementIssued'],
  ['a questionnaire is put to everybody', 'study', 'StudyEnded SurveyDrafted'],
  [
    'a questionnaire is put to everybody',
    [
      'intro questions.code questions.help questions.options.label questions.options.value questions.scale',
      'questions.shownIf.anyOf questions.shownIf.question questions.text title',
    ].join(' '),
    'SurveyDrafted',
  ],
  [
    'codes of a bank, its names, a digest',
    'bankCode bankName bankKana branchCode branchName branchKana',
    'BankAccountSet',
  ],
  ['given by a bank, names nobody', 'consignorCode', 'BankAccountSet'],
  ['a digest', 'digest', 'BankAccountSet PaymentFailed'],
  ['a digest', 'accountDigest', 'PaymentApproved PaymentInstructed'],
  ['a digest', 'payerDigest', 'PaymentInstructed'],
  ['codes, ids and digests of a task', 'tasks.kind tasks.about', 'NoticeGiven NoticeReturned'],
  ['a digest', 'tokenHash', 'RespondentInvited'],
  ['of nobody, TEXT values sealed (rule 39)', 'answers.question answers.values padding panelKey', 'SurveyAnswered'],
];

const OF_A_FORM: readonly unknown[] = [sealedSchema, instantSchema, daySchema, monthSchema];
/** Paths of the texts of a schema that are neither sealed nor of a form that leaves no room. */
const clearTexts = (schema: unknown, path = ''): string[] => {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return clearTexts(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return clearTexts(schema.element, path);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]) => clearTexts(part, path ? `${path}.${name}` : name));
  const leavesNoRoom = [z.ZodUUID, z.ZodEnum, z.ZodLiteral, z.ZodNumber, z.ZodBoolean].some(
    (of) => schema instanceof of,
  );
  return leavesNoRoom || OF_A_FORM.includes(schema) ? [] : [path];
};

t.test('rule 41: each text of each event is sealed, of a form, or named here', async (t) => {
  const found = [...eventSchemas].flatMap(([type, schema]) =>
    clearTexts((schema as z.ZodObject).shape.data).map((path) => `${type} ${path}`),
  );
  const named = IN_CLEAR.flatMap(([_why, fields, events]) =>
    fields.split(' ').flatMap((field) => events.split(' ').map((event) => `${event} ${field}`)),
  );
  t.strictSame([...new Set(found)].sort(), named.sort());
});
