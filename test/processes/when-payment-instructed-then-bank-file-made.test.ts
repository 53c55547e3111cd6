import { createHash } from 'node:crypto';
import t from 'tap';
import { instructPayments } from '../../src/commands/bank-file.ts';
import type { BankFileEvent } from '../../src/domain/bankfile/events.ts';
import type { Instant } from '../../src/domain/calendar.ts';
import { streamOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { accountField } from '../../src/domain/office/bank-account.ts';
import type { OfficeEvent } from '../../src/domain/office/events.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import type { SettlementEvent } from '../../src/domain/settlement/events.ts';
import { formatTransferFile, transferFileBytes, USUAL_OPTIONS } from '../../src/exchange/bank-transfer.ts';
import { whenPaymentInstructedThenBankFileMade } from '../../src/processes/when-payment-instructed-then-bank-file-made.ts';
import { decode } from '../../src/store/codec.ts';
import { type Caller, contentHash } from '../../src/store/handle-command.ts';
import type { Vault } from '../../src/store/vault.ts';
import { officeRegistered } from '../domain/office/example-office.ts';
import {
  approved,
  BANK_FILE,
  failed,
  hashOf,
  instructed,
  JULY,
  JUNE,
  PAIR,
  paid,
  SETTLEMENT,
  statementId,
} from '../domain/settlement/example-settlement.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';
import type { PlantedApp } from '../support/planted-app.ts';
import { actOnAllDue, type InLog, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';

/** Within a minute of the first, the second is instructed; each leaves five minutes. */
const [AT_NINE, A_MINUTE_LATER] = ['2026-07-01T00:00:00.000Z', '2026-07-01T00:01:00.000Z'] as const;
const [FIVE_PAST, SIX_PAST] = ['2026-07-01T00:05:00.000Z', '2026-07-01T00:06:00.000Z'] as const;
const OTHER_FILE = uuidOf('another bank file');

const ofPair = (...events: readonly SettlementEvent[]) => on('settlement', SETTLEMENT, ...events);
const approvedJuly: SettlementEvent = {
  type: 'PaymentApproved',
  data: {
    statementId: statementId(2),
    contentHash: hashOf(JULY),
    approvedBy: 'manager',
    accountDigest: 'of the account',
  },
};
const bothApproved = ofPair(...JUNE, ...JULY, approved, approvedJuly);
const AMOUNTS = [0, 1100, 2200] as const;
const into = (n: 1 | 2, occurredAt: Instant, bankFileId = BANK_FILE): SettlementEvent => ({
  ...instructed,
  data: { ...instructed.data, statementId: statementId(n), amountYen: AMOUNTS[n], bankFileId },
  occurredAt,
});
const transfersOf = (...those: readonly (1 | 2)[]) => ({
  transfers: those.map((n) => ({ settlementId: SETTLEMENT, statementId: statementId(n), amountYen: AMOUNTS[n] })),
  totalYen: those.reduce((sum, n) => sum + AMOUNTS[n], 0),
});
const made = (...those: readonly (1 | 2)[]): BankFileEvent => ({
  type: 'BankFileMade',
  data: { ...EXAMPLE_EVENTS.BankFileMade.full.data, partnerOfficeId: PAIR.partnerOfficeId, ...transfersOf(...those) },
});
const ofFile = (...events: readonly BankFileEvent[]) => on('bankfile', BANK_FILE, ...events);
const failedJuly: SettlementEvent = { ...failed, data: { ...failed.data, statementId: statementId(2) } };
const paidJuly: SettlementEvent = {
  type: 'PaymentSettled',
  data: { ...EXAMPLE_EVENTS.PaymentSettled.full.data, statementId: statementId(2), amountYen: 2200 },
};

const toMake = (dueAt: Instant, cause: SettlementEvent, id = BANK_FILE) => ({ id, dueAt, cause });
const leftOut = (n: number, cause: SettlementEvent | BankFileEvent) => ({
  id: `${BANK_FILE} ${SETTLEMENT} ${statementId(n)}`,
  dueAt: '' as const,
  cause,
});

const [june, july] = [into(1, AT_NINE), into(2, A_MINUTE_LATER)];
const both = [...bothApproved, ...ofPair(june, july)];
const julyElsewhere = into(2, A_MINUTE_LATER, OTHER_FILE);
const ofJune = made(1);
/** July's came when the file of June's had been made. */
const tooLate = [...bothApproved, ...ofPair(june), ...ofFile(ofJune), ...ofPair(july)];

const payer: Caller = {
  actor: { subject: 'payer', role: 'COORDINATOR', officeId: PAIR.partnerOfficeId },
  commandId: uuidOf('instruction'),
  correlationId: 'request',
  causationId: null,
};

/** What brings statements to an end that were to go into a file. */
const endsOf = (name: string, juneEnds: SettlementEvent, julyEnds: SettlementEvent) => [
  {
    name: `rule 35: one ${name} before the file is made: it is to be made of the other`,
    given: both,
    listed: [toMake(SIX_PAST, july)],
    when: ofPair(julyEnds),
    then: [toMake(SIX_PAST, july)],
  },
  {
    name: `rule 35: all ${name} before the file is made: there is nothing to make`,
    given: both,
    listed: [toMake(SIX_PAST, july)],
    when: ofPair(juneEnds, julyEnds),
    then: [],
  },
  {
    name: `rule 35: what came too late ${name}: off the list`,
    given: tooLate,
    listed: [leftOut(2, july)],
    when: ofPair(julyEnds),
    then: [],
  },
];

const NUMBERS = { payer: '1111111', payee: '2222222', other: '3333333' } as const;
const HOLDERS = { payer: 'ｶ)ﾊﾗｳ', payee: 'ｶ)ｳｹﾙ', other: 'ｶ)ﾍﾞﾂ' } as const;
const PAYEE_NUMBER = '1371100019';
/** An account sealed as its office sealed it. */
const accountOf = async (app: PlantedApp, officeId: Uuid, of: keyof typeof NUMBERS): Promise<OfficeEvent> => {
  const key = await app.vault.make(keyIdOf('office', officeId));
  const seal = (path: string, text: string) => key.seal(text, { stream: streamOf('office', officeId), path });
  const digest = { payer: 'of the payer', payee: 'of the account', other: 'of another account' }[of];
  const sealed = {
    number: seal(accountField.number, NUMBERS[of]),
    numberTail: seal(accountField.numberTail, NUMBERS[of].slice(-3)),
    holderKana: seal(accountField.holderKana, HOLDERS[of]),
  };
  return { type: 'BankAccountSet', data: { ...EXAMPLE_EVENTS.BankAccountSet.full.data, ...sealed, digest } };
};
const { partnerOfficeId, assistOfficeId } = PAIR;
/** Both offices with their accounts, then the rest; the payee has another account since. */
const withAccounts =
  (rest: readonly InLog[]) =>
  async (app: PlantedApp): Promise<InLog[]> => [
    ...on('office', partnerOfficeId, officeRegistered(), await accountOf(app, partnerOfficeId, 'payer')),
    ...on(
      'office',
      assistOfficeId,
      officeRegistered({ providerNumber: PAYEE_NUMBER }),
      await accountOf(app, assistOfficeId, 'payee'),
    ),
    ...rest,
    ...on('office', assistOfficeId, await accountOf(app, assistOfficeId, 'other')),
  ];

/** What the last event of a stream has sealed for a text; else the text itself, which differs. */
const sealedInLog = async (app: PlantedApp, stream: string, path: string, text: string): Promise<string> => {
  const key = await app.vault.open(keyIdOf('office', partnerOfficeId));
  const last = (await app.log()).map(decode).findLast((event) => event?.stream === stream);
  const sealed = String(Object.entries(last?.data ?? {}).find(([name]) => name === path)?.[1]);
  return key?.open(sealed, { stream, path }) === text ? sealed : text;
};

const AT_BANK = { bankCode: '0001', bankName: 'ﾐｽﾞﾎ', branchCode: '001', branchName: 'ﾄｳｷﾖｳ', kind: '1' };
const CUSTOMER_CODES = [null, '0000202606', '0000202607'] as const;
/** The file of these statements: from the payer, to the account that was approved. */
const fileOf =
  (...those: readonly (1 | 2)[]) =>
  async (app: PlantedApp): Promise<InLog[]> => {
    const transfer = { ...AT_BANK, number: NUMBERS.payee, holder: HOLDERS.payee, customerCode1: PAYEE_NUMBER };
    const file = {
      consignorCode: '0012345678',
      consignorName: HOLDERS.payer,
      monthDay: '0730',
      from: { ...AT_BANK, number: NUMBERS.payer },
      transfers: those.map((n) => ({ ...transfer, amountYen: AMOUNTS[n], customerCode2: CUSTOMER_CODES[n] })),
    };
    const text = formatTransferFile(file, USUAL_OPTIONS);
    const sha256 = createHash('sha256').update(transferFileBytes(text)).digest('hex');
    const stream = streamOf('bankfile', BANK_FILE);
    const sealed = {
      content: await sealedInLog(app, stream, 'content', text),
      sha256: await sealedInLog(app, stream, 'sha256', sha256),
    };
    return ofFile({
      type: 'BankFileMade',
      data: { partnerOfficeId, transferDate: '2026-07-30', ...transfersOf(...those), ...sealed },
    });
  };

const REASON = '振込データの作成に間に合わず、データに入っていません。もう一度振込を依頼してください。';
/** July's comes back, on 1 July in Tokyo. */
const julyComesBack = async (app: PlantedApp): Promise<InLog[]> => {
  const key = await app.vault.make(keyIdOf('office', partnerOfficeId));
  const said = { statementId: statementId(2), failedOn: '2026-07-01', reason: REASON };
  const digest = contentHash({ ...said, settlementId: SETTLEMENT, partnerOfficeId, bankFileId: BANK_FILE }, key);
  const reason = await sealedInLog(app, streamOf('settlement', SETTLEMENT), 'reason', REASON);
  return ofPair({ type: 'PaymentFailed', data: { ...said, reason, digest } });
};

specifyProcess(t, whenPaymentInstructedThenBankFileMade, {
  follows: [
    {
      name: 'rule 35: a payment is instructed: whoever did it has five minutes to make the file',
      given: bothApproved,
      when: ofPair(june),
      then: [toMake(FIVE_PAST, june)],
    },
    {
      name: 'rule 35: another into the same file: five minutes from then',
      given: [...bothApproved, ...ofPair(june)],
      listed: [toMake(FIVE_PAST, june)],
      when: ofPair(july),
      then: [toMake(SIX_PAST, july)],
    },
    {
      name: 'rule 35: another into another file: each on its own',
      given: [...bothApproved, ...ofPair(june)],
      listed: [toMake(FIVE_PAST, june)],
      when: ofPair(julyElsewhere),
      then: [toMake(FIVE_PAST, june), toMake(SIX_PAST, julyElsewhere, OTHER_FILE)],
    },
    {
      name: 'rule 35: the file is made of all: off the list',
      given: both,
      listed: [toMake(SIX_PAST, july)],
      when: ofFile(made(1, 2)),
      then: [],
    },
    {
      name: 'rule 35: a file is made: off the list, this file alone',
      given: [...bothApproved, ...ofPair(june, julyElsewhere)],
      listed: [toMake(FIVE_PAST, june), toMake(SIX_PAST, julyElsewhere, OTHER_FILE)],
      when: ofFile(made(1)),
      then: [toMake(SIX_PAST, julyElsewhere, OTHER_FILE)],
    },
    {
      name: 'rule 35: the file is made without one that was instructed: that one, at once',
      given: both,
      listed: [toMake(SIX_PAST, july)],
      when: ofFile(ofJune),
      then: [leftOut(2, ofJune)],
    },
    {
      name: 'rule 35: the file is made without one that came back before: nothing',
      given: [...both, ...ofPair(failedJuly)],
      listed: [toMake(SIX_PAST, july)],
      when: ofFile(made(1)),
      then: [],
    },
    {
      name: 'rule 35: instructed when the file had been made: at once',
      given: [...bothApproved, ...ofPair(june), ...ofFile(ofJune)],
      when: ofPair(july),
      then: [leftOut(2, july)],
    },
    ...endsOf('comes back', failed, failedJuly),
    ...endsOf('is paid another way', paid, paidJuly),
  ],
  acts: [
    {
      name: 'acts, rule 35: the file that was left behind is made, to the account that was approved',
      given: withAccounts(both),
      at: SIX_PAST,
      then: fileOf(1, 2),
      alsoByHand: true,
    },
    {
      name: 'acts, rule 35: the file is made of what is instructed still',
      given: withAccounts([...both, ...ofPair(failedJuly)]),
      at: SIX_PAST,
      then: fileOf(1),
      alsoByHand: true,
    },
    {
      name: 'acts, rule 35: a payment instructed when its file had been made comes back',
      given: tooLate,
      at: A_MINUTE_LATER,
      then: julyComesBack,
    },
    {
      name: 'acts, rule 35: a payment without which its file was made comes back',
      given: [...both, ...ofFile(made(1))],
      at: A_MINUTE_LATER,
      then: julyComesBack,
    },
  ],
});

t.test('rule 35: who instructs so slowly that the process makes the file is answered behind the last', async (t) => {
  const app = await openGround(t);
  const accountsAsApproved = (await withAccounts(bothApproved)(app)).slice(0, -1);
  await plantAll(app, accountsAsApproved);
  const { vault } = app;
  let opened = 0;
  /** Before the second payee's account is opened, five minutes go by. */
  const openSlowly = async (id: KeyId) => {
    opened += 1;
    if (opened === 2) await actOnAllDue(app, whenPaymentInstructedThenBankFileMade, FIVE_PAST);
    return vault.open(id);
  };
  const slowVault = { make: vault.make.bind(vault), open: openSlowly } as Vault;
  app.setClock(AT_NINE);
  const { position, refused } = await instructPayments({ ...app, vault: slowVault }, payer, {
    partnerOfficeId,
    transferDate: '2026-07-30',
    statements: [1, 2].map((n) => ({ settlementId: SETTLEMENT, statementId: statementId(n), assistOfficeId })),
    unknownBranches: new Set(),
  });
  const last = (await app.log()).slice(-3).map(({ type }) => type);
  t.strictSame(last, ['PaymentInstructed', 'BankFileMade', 'PaymentInstructed']);
  t.match(refused, [{ code: 'NOT_IN_FILE', path: ['statementIds', '1'] }]);
  t.equal(position, await app.store.head());
});
