import { isBankClosed } from '../../src/domain/bankfile/transfer-date.ts';
import { addDays, addMinutes, addMonths, type Day, dayOf, type Instant, toInstant } from '../../src/domain/calendar.ts';
import { TABLE_6, type Table6Row } from '../../src/exchange/careplan-columns.ts';
import { formatCareplanName } from '../../src/exchange/careplan-name.ts';
import type { Trial } from '../../test/support/trial.ts';
import type { Dice } from '../bench/log/dice.ts';
import { providerNumberWith } from '../provider-number.ts';
import { rowsOf, type SeenDelegation, type SeenStatement, type SeenVisit, type Sight } from './sight.ts';
import type { Things } from './things.ts';

/** What somebody who knows how things stand would do next. */
export interface Move {
  readonly as: string | null;
  readonly name: string;
  readonly input: Record<string, unknown>;
  /** Where it is done later than now. */
  readonly at?: Instant;
}
type Choice = (at: Standing) => Omit<Move, 'name'> | null;

const UNTIL_NOW = 3_000;
/** Chance, over what stands. Whatever there is nothing of is null. */
class Standing {
  readonly sight: Sight;
  readonly dice: Dice;
  readonly trial: Trial;
  readonly things: Things;

  constructor(sight: Sight, dice: Dice, trial: Trial, things: Things) {
    this.sight = sight;
    this.dice = dice;
    this.trial = trial;
    this.things = things;
  }

  some<Item>(items: readonly Item[]): Item | null {
    return items.length === 0 ? null : this.dice.oneOf(items);
  }

  /** Who coordinates an office of the trial. */
  coordinator(officeId: string): string {
    return Object.entries(this.trial.office).find(([, id]) => id === officeId)?.[0] ?? 'admin';
  }

  visit(...status: readonly string[]): SeenVisit | null {
    return this.some(this.sight.visits.filter((visit) => status.includes(visit.status)));
  }

  /** Those that begin first, of which something is to be done soon. */
  soonest(status: string): SeenVisit | null {
    const found = this.sight.visits.filter((visit) => visit.status === status);
    const inOrder = found.sort((a, b) => Date.parse(a.plannedStart) - Date.parse(b.plannedStart));
    return this.some(inOrder.slice(0, 3).filter(({ plannedStart }) => this.minutesTo(plannedStart) < UNTIL_NOW));
  }

  minutesTo(instant: string): number {
    return (Date.parse(instant) - Date.parse(this.sight.now)) / 60_000;
  }

  statement(...status: readonly string[]): SeenStatement | null {
    return this.some(this.sight.statements.filter((statement) => status.includes(statement.status)));
  }

  offer(wanted: string): { delegation: SeenDelegation; officeId: string; minutes: number | null } | null {
    const all = this.sight.delegations.flatMap((delegation) =>
      delegation.offers
        .filter(({ status }) => status === wanted)
        .map(({ office, moreMinutesRequested }) => ({
          delegation,
          officeId: office.id,
          minutes: moreMinutesRequested,
        })),
    );
    return this.some(all);
  }

  delegation(state: string): { delegation: SeenDelegation; visitIds: string[] } | null {
    const all = this.sight.delegations.map((delegation) => ({
      delegation,
      visitIds: delegation.visits.filter((visit) => visit.state === state).map(({ visitId }) => visitId),
    }));
    return this.some(all.filter(({ visitIds }) => visitIds.length > 0));
  }

  get today(): Day {
    return dayOf(this.sight.now);
  }

  /** On the quarter of an hour. */
  ahead(fromMinutes: number, toMinutes: number): Instant {
    const quarter = 900_000;
    const then = Date.parse(addMinutes(this.sight.now, this.dice.between(fromMinutes, toMinutes)));
    return toInstant(Math.ceil(then / quarter) * quarter);
  }

  row(): Record<string, unknown> {
    const minutes = this.dice.oneOf([20, 30, 45, 60, 90]);
    const plannedStart = this.ahead(45, 20_000);
    const service = this.dice.oneOf(['PHYSICAL_CARE', 'DAILY_LIVING']);
    return { service, minutes, plannedStart, plannedEnd: addMinutes(plannedStart, minutes) };
  }

  rounds(): readonly Record<string, unknown>[] {
    const { a, b } = this.trial.office;
    return [{ officeIds: this.dice.oneOf([[a], [b], [a, b]]), windowMinutes: this.dice.oneOf([10, 60, 1_440]) }];
  }
}

const then = (at: string, minutes: number, { now }: Sight): { at?: Instant } => {
  const wanted = addMinutes(toInstant(at), minutes);
  return wanted > now ? { at: wanted } : {};
};
const WORDS = { reason: '事情による', note: 'よろしくお願いします' };

/** By mutation: with what it passes, as things stand. */
export const CHOICES: Readonly<Record<string, Choice>> = {
  requestDelegation: (at) => {
    const client = at.some(at.sight.clients.filter(({ consents }) => consents.length > 0));
    const visits = Array.from({ length: at.dice.between(1, 3) }, () => at.row());
    const mode = at.dice.oneOf(['FIRST_TO_ACCEPT', 'PARTNER_SELECTS']);
    return client && { as: 'p', input: { clientId: client.id, mode, rounds: at.rounds(), visits } };
  },
  seeOffer: (at) => ofOffer(at, {}),
  acceptOffer: (at) => ofOffer(at, {}),
  declineOffer: (at) => (at.dice.inPercent(30) ? ofOffer(at, { reason: 'NO_CAPACITY' }) : null),
  requestMoreTime: (at) => ofOffer(at, { minutes: at.dice.between(10, 60) }),
  grantMoreTime: (at) => {
    const found = at.offer('OPEN');
    if (!found || found.minutes === null) return null;
    const { delegation, officeId, minutes } = found;
    return { as: 'p', input: { delegationId: delegation.id, officeId, minutes } };
  },
  selectOffice: (at) => {
    const found = at.offer('ACCEPTED');
    if (found?.delegation.mode !== 'PARTNER_SELECTS') return null;
    return { as: 'p', input: { delegationId: found.delegation.id, officeId: found.officeId } };
  },
  offerAgain: (at) => {
    const found = at.delegation('UNCOVERED');
    return found && { as: 'p', input: { delegationId: found.delegation.id, rounds: at.rounds() } };
  },
  answerUncovered: (at) => {
    const found = at.delegation('UNCOVERED');
    const outcome = at.dice.oneOf(['FAMILY', 'OWN_STAFF', 'POSTPONED']);
    return found && { as: 'p', input: { delegationId: found.delegation.id, visitIds: found.visitIds, outcome } };
  },
  withdrawVisits: (at) => {
    const found = at.dice.inPercent(30) ? at.delegation(at.dice.oneOf(['FREE', 'TAKEN'])) : null;
    const visitIds = found?.visitIds.slice(0, 1);
    return found && { as: 'p', input: { delegationId: found.delegation.id, visitIds, reason: 'CLIENT_REQUEST' } };
  },
  releaseVisits: (at) => {
    const visit = at.dice.inPercent(30) ? at.visit('SCHEDULED') : null;
    if (!visit) return null;
    const input = { delegationId: visit.visit.delegation.id, visitIds: [visit.visitId], reason: WORDS.reason };
    return { as: at.coordinator(visit.assistOffice.id), input };
  },
  assignCaregiver: (at) => {
    const [visit, caregiver] = [at.visit('SCHEDULED'), at.some(at.sight.caregivers)];
    if (!visit || !caregiver) return null;
    return { as: at.coordinator(visit.assistOffice.id), input: { visitId: visit.visitId, caregiverId: caregiver.id } };
  },
  assignCaregiverToVisits: (at) => {
    const [caregiver, visits] = [at.some(at.sight.caregivers), at.sight.visits.slice(0, 20)];
    const visitIds = visits.filter(({ status }) => status === 'SCHEDULED').map(({ visitId }) => visitId);
    return caregiver && visitIds.length > 0 ? { as: 'a', input: { caregiverId: caregiver.id, visitIds } } : null;
  },
  startVisit: (at) => {
    const visit = at.soonest('SCHEDULED');
    return visit && ofVisit(at, visit, { at: visit.plannedStart, method: 'QR' }, then(visit.plannedStart, 1, at.sight));
  },
  endVisit: (at) => {
    const visit = at.soonest('IN_PROGRESS');
    return visit && ofVisit(at, visit, { at: visit.plannedEnd, method: 'QR' }, then(visit.plannedEnd, 1, at.sight));
  },
  recordVisit: (at) => {
    const visit = at.soonest('IN_PROGRESS') ?? at.soonest('RETURNED') ?? at.soonest('SCHEDULED');
    if (!visit) return null;
    const times = { startedAt: visit.plannedStart, endedAt: visit.plannedEnd };
    const [caregiver] = at.sight.caregivers;
    const caregiverId = visit.caregiver?.id ?? caregiver?.id;
    return ofVisit(
      at,
      visit,
      { ...times, caregiverId, tasks: [], condition: '良好' },
      then(visit.plannedEnd, 5, at.sight),
    );
  },
  uploadVisits: (at) => {
    const visit = at.soonest('SCHEDULED');
    if (!visit) return null;
    const punch = { visitId: visit.visitId, method: 'NFC' };
    const starts = [{ ...punch, at: visit.plannedStart }];
    const ends = [{ ...punch, at: visit.plannedEnd }];
    return ofVisit(at, visit, { starts, ends, visitId: undefined }, then(visit.plannedEnd, 10, at.sight));
  },
  cancelVisitAtDoor: (at) => {
    const visit = at.dice.inPercent(20) ? at.soonest('SCHEDULED') : null;
    const input = { at: visit?.plannedStart, reason: 'CLIENT_ABSENT', method: 'TELEPHONE' };
    return visit && ofVisit(at, visit, input, then(visit.plannedStart, 1, at.sight));
  },
  reportMissedVisit: (at) => {
    const visit = at.dice.inPercent(20) ? at.soonest('SCHEDULED') : null;
    return visit && ofVisit(at, visit, { reason: WORDS.reason }, then(visit.plannedEnd, 1, at.sight));
  },
  withdrawPunch: (at) => {
    const visit = at.visit('IN_PROGRESS');
    return visit && ofVisit(at, visit, { punch: at.dice.oneOf(['START', 'END']), reason: WORDS.reason });
  },
  amendVisitRecord: (at) => {
    const visit = at.visit('RECORDED');
    return visit && ofVisit(at, visit, { condition: `微熱${at.dice.between(1, 99)}`, reason: WORDS.reason });
  },
  resolveException: (at) => {
    const visit = at.some(at.sight.visits.filter((one) => openOf(one).length > 0));
    const open = visit && at.some(openOf(visit));
    if (!visit || !open) return null;
    return {
      as: at.dice.inPercent(70) ? 'p' : at.coordinator(visit.assistOffice.id),
      input: { visitId: visit.visitId, code: open.code, reason: WORDS.reason },
    };
  },
  verifyVisit: (at) => {
    const visit = at.some(at.sight.visits.filter((one) => one.status === 'RECORDED' && openOf(one).length === 0));
    return visit && { as: 'p', input: { visitId: visit.visitId } };
  },
  verifyVisits: (at) => {
    const visitIds = at.sight.visits.filter(({ status }) => status === 'RECORDED').map(({ visitId }) => visitId);
    return visitIds.length > 0 ? { as: 'p', input: { visitIds } } : null;
  },
  returnVisitRecord: (at) => {
    const visit = at.dice.inPercent(20) ? at.visit('RECORDED', 'VERIFIED') : null;
    return visit && { as: 'p', input: { visitId: visit.visitId, reason: WORDS.reason } };
  },
  proposeVisitChange: (at) => {
    const visit = at.visit('SCHEDULED', 'RECORDED');
    if (!visit || visit.visit.openChange) return null;
    const moved = at.dice.oneOf([-60, 15, 30, 60, 1_440]);
    const move = (instant: string): Instant => addMinutes(toInstant(instant), moved);
    const plan = { plannedStart: move(visit.plannedStart), plannedEnd: move(visit.plannedEnd) };
    const as = at.dice.oneOf(['p', at.coordinator(visit.assistOffice.id)]);
    return { as, input: { visitId: visit.visitId, ...plan, reason: WORDS.reason } };
  },
  answerVisitChange: (at) => {
    const visit = at.some(at.sight.visits.filter((one) => one.visit.openChange !== null));
    const open = visit?.visit.openChange;
    if (!visit || !open) return null;
    const as = open.proposedBy.id === at.trial.office.p ? at.coordinator(visit.assistOffice.id) : 'p';
    return { as, input: { visitId: visit.visitId, changeId: open.id, agree: at.dice.inPercent(80) } };
  },
  withdrawClientVisits: (at) => {
    const client = at.dice.inPercent(5) ? at.some(at.sight.clients) : null;
    const from = at.ahead(5_000, 9_000);
    return client && { as: 'p', input: { clientId: client.id, from, to: addMinutes(from, 600), reason: 'ADMITTED' } };
  },
  closeSettlement: (at) => {
    const { network, office } = at.trial;
    const assistOfficeId = at.dice.oneOf([office.a, office.a, office.b]);
    const month = addMonths(at.today.slice(0, 7), -at.dice.between(1, 2));
    return { as: 'p', input: { networkId: network, partnerOfficeId: office.p, assistOfficeId, month } };
  },
  confirmStatement: (at) => ofStatement(at, at.statement('ISSUED'), null, {}),
  disputeLine: (at) => {
    const found = at.statement('ISSUED', 'DISPUTED');
    const line = found && at.some(rowsOf(found.lines).filter(({ dispute }) => dispute === null));
    return line && ofStatement(at, found, null, { lineId: line.id, reason: WORDS.reason });
  },
  resolveDispute: (at) => {
    const found = at.statement('DISPUTED');
    const line = rowsOf(found?.lines).find(({ dispute }) => dispute?.outcome === null);
    const outcome = at.dice.oneOf(['REJECTED', 'UPHELD']);
    return line ? ofStatement(at, found, 'p', { lineId: line.id, outcome, answer: WORDS.reason }) : null;
  },
  voidStatement: (at) => ofStatement(at, at.dice.inPercent(10) ? at.statement('ISSUED') : null, 'p', WORDS_ONLY),
  approvePayment: (at) => {
    const found = at.statement('CONFIRMED');
    return ofStatement(at, found, at.dice.oneOf(['p', 'p2']), { contentHash: found?.contentHash });
  },
  instructPayments: (at) => {
    const found = at.statement('APPROVED');
    const days = Array.from({ length: 25 }, (_, n) => addDays(at.today, n + 1));
    const transferDate = at.some(days.filter((day) => !isBankClosed(day, () => false)));
    return found && { as: 'p2', input: { partnerOfficeId: at.trial.office.p, statementIds: [found.id], transferDate } };
  },
  recordPayment: (at) => {
    const found = at.statement('APPROVED', 'INSTRUCTED', 'PAYMENT_FAILED');
    return ofStatement(at, found, 'p2', { paidOn: at.today, amountYen: found?.totalYen, reference: 'R-1' });
  },
  recordPaymentFailure: (at) => {
    const found = at.statement('INSTRUCTED');
    return ofStatement(at, found, 'p', { on: at.today, ...WORDS_ONLY });
  },
  proposeTerms: (at) => {
    const { network, office } = at.trial;
    const basis = at.dice.oneOf([
      { feeBasis: 'PERCENT_OF_BENEFIT', percent: at.dice.oneOf(['80', '85', '92.5']) },
      { feeBasis: 'PER_HOUR', yenPerHour: at.dice.oneOf([2_000, 2_500]) },
    ]);
    const pair = { networkId: network, partnerOfficeId: office.p, assistOfficeId: at.dice.oneOf([office.a, office.n]) };
    return { as: 'p', input: { ...pair, ...basis, effectiveFrom: addDays(at.today, at.dice.between(0, 40)) } };
  },
  agreeTerms: (at) => ofTerms(at, {}),
  declineTerms: (at) => (at.dice.inPercent(30) ? ofTerms(at, { note: WORDS.reason }) : null),
  registerClient: (at) => {
    const { network, office } = at.trial;
    const personal = { name: '川端 康子', address: '世田谷区某町9' };
    const details = { code: `N-${at.dice.between(1, 999)}`, area: '世田谷区某町', careLevel: 'CARE_3', personal };
    return { as: 'p', input: { networkId: network, partnerOfficeId: office.p, ...details } };
  },
  changeClient: (at) => {
    const client = at.some(at.sight.clients);
    const careLevel = at.dice.oneOf(['CARE_1', 'CARE_2', 'CARE_4']);
    return client && { as: 'p', input: { clientId: client.id, careLevel, personal: { phone: '0312345678' } } };
  },
  giveConsent: (at) => {
    const client = at.some(at.sight.clients);
    const scope = at.dice.oneOf(['SHARE_WITHIN_NETWORK', 'SURVEY']);
    return client && { as: 'p', input: { clientId: client.id, scope, givenOn: at.today, documentedBy: '同意書' } };
  },
  transferClient: (at) => {
    // Nothing is delegated of whom nobody may be told.
    const client = at.dice.inPercent(30)
      ? at.some(at.sight.clients.filter(({ consents }) => consents.length === 0))
      : null;
    const to = { toOfficeId: at.trial.office.n, on: addDays(at.today, at.dice.between(1, 30)) };
    return client && { as: 'p', input: { clientId: client.id, ...to, consentDocumentedBy: '同意書' } };
  },
  endClient: (at) => {
    const client = at.sight.clients.length > 3 && at.dice.inPercent(20) ? at.sight.clients.at(-1) : null;
    return client ? { as: 'p', input: { clientId: client.id, leftOn: at.today, reason: 'OTHER' } } : null;
  },
  importCareplan: (at) => {
    const { network, office } = at.trial;
    const days = Array.from({ length: at.dice.between(1, 3) }, () => at.dice.between(1, 28));
    return { as: 'p', input: { networkId: network, partnerOfficeId: office.p, ...planned(at.today, days) } };
  },
  exportCareplan: (at) => ({
    as: 'p',
    input: { clientId: at.trial.client, month: addMonths(at.today.slice(0, 7), -at.dice.between(0, 1)) },
  }),
  registerOffice: (at) => {
    const number = providerNumberWith(`fuzz ${at.dice.between(1, 1_000)}`);
    const details = { name: '新しい事業所', municipality: '大田区', address: '架空町2', areaGrade: 'GRADE_1' };
    return { as: 'admin', input: { providerNumber: number, ...details, services: ['PHYSICAL_CARE'] } };
  },
  changeOffice: (at) => ({
    as: at.dice.oneOf(['a', 'b', 'n']),
    input: { officeId: '', phone: `03-0000-${at.dice.between(1_000, 9_999)}` },
  }),
  setBankAccount: (at) => {
    const number = at.dice.oneOf([ACCOUNT.number, ACCOUNT.number, '7654321']);
    return { as: at.dice.oneOf(['a', 'p', 'b']), input: { officeId: '', ...ACCOUNT, number } };
  },
  enrollCaregiver: () => ({
    as: 'a',
    input: { officeId: '', name: '介護三郎', qualifications: ['CERTIFIED_CARE_WORKER'] },
  }),
  changeCaregiver: (at) => {
    const caregiver = at.some(at.sight.caregivers);
    return caregiver && { as: 'a', input: { caregiverId: caregiver.id, name: `介護${at.dice.between(1, 99)}` } };
  },
  enrollMember: (at) => ({
    as: at.dice.oneOf(['a', 'b']),
    input: { officeId: '', subject: at.dice.oneOf(['new', 'newer']), role: 'COORDINATOR', name: '新人' },
  }),
  confirmMembership: (at) => ({
    as: 'new',
    input: { officeId: at.dice.oneOf([at.trial.office.a, at.trial.office.b]) },
  }),
  removeMember: (at) => ({
    as: at.dice.oneOf(['a', 'b']),
    input: { officeId: '', subject: at.dice.oneOf(['new', 'newer']), reason: WORDS.reason },
  }),
  formNetwork: (at) => {
    const details = { name: `第${at.dice.between(4, 99)}`, area: at.dice.oneOf(['目黒', '品川']), fiscalYear: 2026 };
    return { as: 'admin', input: details };
  },
  appointToNetwork: (at) => {
    const role = at.dice.oneOf(['CONSULTANT', 'AUDITOR']);
    const networkId = at.dice.oneOf([at.trial.network, at.trial.otherNetwork]);
    return { as: 'admin', input: { networkId, role, subject: `extra${at.dice.between(1, 30)}`, name: '新任' } };
  },
  draftSurvey: (at) => {
    const wave = at.dice.oneOf(['BASELINE', 'MIDLINE']);
    const [question] = QUESTIONS;
    const questions = [question, at.dice.oneOf(QUESTIONS.slice(1))];
    const study = `study${at.dice.between(1, 20)}`;
    return { as: 'cons1', input: { networkIds: [at.trial.network], study, wave, title: '調査', questions } };
  },
  publishSurvey: (at) => ofSurvey(at, 'DRAFT', {}),
  openSurvey: (at) => {
    const closesOn = addDays(at.today, at.dice.between(3, 10));
    return ofSurvey(at, 'PUBLISHED', { closesOn, periodFrom: '2026-04-01', periodTo: at.today });
  },
  remindRespondents: (at) => ofSurvey(at, 'OPEN', {}),
  closeSurvey: (at) => (at.dice.inPercent(10) ? ofSurvey(at, 'OPEN', {}) : null),
  answerSurvey: (at) => {
    const token = at.some(at.things.known('token'));
    const answers = [{ question: 'q1', values: [String(at.dice.between(1, 5))] }];
    return token === null ? null : { as: null, input: { token, answers } };
  },
};

/** An office's account, from which it can pay and to which it is paid. */
export const ACCOUNT = {
  bankCode: '0005',
  branchCode: '001',
  kind: 'ORDINARY',
  number: '1234567',
  holderKana: 'ｼﾞｷﾞｮｳｼｮ',
  consignorCode: '0000012345',
};
/** By which the client of the trial is known in files of care plans, and who exchanges them. */
export const CARE_PLAN = {
  insurerNumber: '131113',
  insuredNumber: '0000000123',
  careManagementNumber: '1370000019',
  providerNumber: providerNumberWith('p'),
};
/** A file of 予定 for these days of today's month. */
const planned = (today: Day, days: readonly number[]) => {
  const month = today.slice(0, 7).replace('-', '');
  const from = { number: CARE_PLAN.careManagementNumber, service: '43' };
  const to = { number: CARE_PLAN.providerNumber, service: '11' };
  const rows = days.map((ofMonth) => {
    const day = `${month}${String(ofMonth).padStart(2, '0')}`;
    const visit = { day, start: '1000', end: '1045', times: '1', serviceCode: '111211', over30Days: '0' };
    const row: Partial<Table6Row> = { ...CARE_PLAN, ...visit, version: '202407', createdOn: `${month}01`, month };
    return Object.keys(TABLE_6).map((name) => row[name as keyof Table6Row] ?? '');
  });
  return {
    fileName: formatCareplanName({ kind: 'UPPLAN', month, from, to, stamp: `${month}01090000` }),
    contentBase64: Buffer.from(rows.map((row) => `${row.join(',')}\r\n`).join('')).toString('base64'),
  };
};

const WORDS_ONLY = { reason: WORDS.reason };
const EVERYBODY = ['CAREGIVER', 'ASSIST_OFFICE', 'PARTNER_OFFICE', 'CLIENT', 'FAMILY'];
const QUESTIONS = [
  { code: 'q1', kind: 'LIKERT_5', text: '満足ですか', audiences: EVERYBODY },
  { code: 'q2', kind: 'NUMBER', text: '何分かかりましたか', audiences: EVERYBODY },
  { code: 'q2', kind: 'TEXT', text: 'ご意見', audiences: EVERYBODY },
];

/** What can be done at any time: mostly something else is. */
const EVER = new Set([
  'registerClient',
  'changeClient',
  'giveConsent',
  'importCareplan',
  'exportCareplan',
  'registerOffice',
  'changeOffice',
  'setBankAccount',
  'enrollCaregiver',
  'changeCaregiver',
  'enrollMember',
  'confirmMembership',
  'removeMember',
  'formNetwork',
  'appointToNetwork',
  'draftSurvey',
  'openSurvey',
  'closeSettlement',
  'proposeTerms',
]);

const openOf = ({ visit }: SeenVisit) => visit.exceptions.filter(({ resolvedAt }) => resolvedAt === null);

const ofOffer = (at: Standing, input: Record<string, unknown>): Omit<Move, 'name'> | null => {
  const found = at.offer('OPEN');
  return found && { as: at.coordinator(found.officeId), input: { delegationId: found.delegation.id, ...input } };
};

const ofVisit = (
  at: Standing,
  { visitId, assistOffice }: SeenVisit,
  input: Record<string, unknown>,
  later: { at?: Instant } = {},
): Omit<Move, 'name'> => ({ as: at.coordinator(assistOffice.id), input: { visitId, ...input }, ...later });

/** `as`: null for the coordinator of its assist office. */
const ofStatement = (
  at: Standing,
  found: SeenStatement | null,
  as: string | null,
  input: Record<string, unknown>,
): Omit<Move, 'name'> | null =>
  found && { as: as ?? at.coordinator(found.assistOffice.id), input: { statementId: found.id, ...input } };

const ofTerms = (at: Standing, input: Record<string, unknown>): Omit<Move, 'name'> | null => {
  const open = at.sight.terms.filter(({ agreedAt, declinedAt }) => agreedAt === null && declinedAt === null);
  const found = at.some(open);
  return found && { as: at.coordinator(found.assistOffice.id), input: { termsId: found.id, ...input } };
};

const ofSurvey = (at: Standing, wanted: string, input: Record<string, unknown>): Omit<Move, 'name'> | null => {
  const found = at.some(at.sight.surveys.filter(({ status }) => status === wanted));
  return found && { as: 'cons1', input: { surveyId: found.id, ...input } };
};

/** One that ought to pass; null where nothing of what was thought of can be done. */
export const nextMove = (sight: Sight, dice: Dice, trial: Trial, things: Things): Move | null => {
  const standing = new Standing(sight, dice, trial, things);
  const names = dice.shuffled(Object.keys(CHOICES));
  const inOrder = dice.inPercent(30) ? names : [...names.filter((name) => !EVER.has(name)), ...names];
  for (const name of inOrder) {
    const move = CHOICES[name]?.(standing);
    if (!move) continue;
    const { input } = move;
    // Whose own office it is about.
    if (input.officeId === '') input.officeId = trial.office[move.as as 'a'];
    return { ...move, name };
  }
  return null;
};
