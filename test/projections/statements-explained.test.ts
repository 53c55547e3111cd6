import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import * as bankFiles from '../../src/projections/bank-files.ts';
import * as careplans from '../../src/projections/careplans.ts';
import * as clients from '../../src/projections/clients.ts';
import * as cover from '../../src/projections/cover.ts';
import * as board from '../../src/projections/delegation-board.ts';
import * as delegations from '../../src/projections/delegations.ts';
import * as disputes from '../../src/projections/disputes.ts';
import * as members from '../../src/projections/members.ts';
import * as networks from '../../src/projections/networks.ts';
import * as offices from '../../src/projections/offices.ts';
import * as overlaps from '../../src/projections/overlaps.ts';
import { Projector } from '../../src/projections/projector.ts';
import { ReadModel } from '../../src/projections/read-model.ts';
import * as statements from '../../src/projections/statements.ts';
import * as studies from '../../src/projections/studies.ts';
import * as surveyFrame from '../../src/projections/survey-frame.ts';
import * as surveys from '../../src/projections/surveys.ts';
import * as taskChanges from '../../src/projections/task-changes.ts';
import * as tasks from '../../src/projections/tasks.ts';
import * as terms from '../../src/projections/terms.ts';
import * as ledger from '../../src/projections/visit-ledger.ts';
import * as visits from '../../src/projections/visits.ts';
import * as work from '../../src/projections/work.ts';
import { projections } from '../../src/projections-in-force.ts';
import { eventSchemas } from '../../src/store/event-types.ts';
import { eventfulLog } from '../support/eventful-log.ts';

/**
 * Files that hold no query of a view. Of all others every function is called, but for ASK_NOTHING.
 */
const MACHINERY = [
  'batch.ts',
  'digest.ts',
  'history.ts',
  'numbers.ts',
  'pairs.ts',
  'projection.ts',
  'projector.ts',
  'read-model.ts',
  'registry.ts',
  'rows.ts',
  'search-form.ts',
  'visit-records.ts',
  'table.ts',
  'text-order.ts',
];
const ASK_NOTHING = [
  'visitsOfDelegation',
  'offersOfDelegation',
  'task',
  'replace',
  'taskKey',
  'urgencyOf',
  'taskIdOf',
  'taskRowOf',
  'isNoticedAtOnce',
  'closedIfDueBy',
  'noticeHandlers',
  'priceOf',
  'recordOf',
  'exceptionsOf',
  'cancellationOf',
  'openChangeOf',
  'wasMade',
  'detailsAfter',
  'isApprovedForOther',
];
/** What handlers call, so that the replay of the log has asked what they ask. */
const OF_HANDLERS = /^keep|^putOnList$|^takeOffList$/;

const ID = '00000000-0000-4000-8000-000000000000';
const AT = '2024-10-10T00:00:00.000Z';
const TIMED = { visitId: ID, pairedVisitId: ID, plannedStart: AT, plannedEnd: AT };
const DAYS = ['2024-09-01', '2024-10-31'] as const;
const MONTH = '2024-10';
const pair = { networkId: ID, partnerOfficeId: ID, assistOfficeId: ID };

/** Every way of setting or leaving out some fields. */
const each = <Row extends object>(fields: { readonly [F in keyof Row]: readonly Row[F][] }): Row[] =>
  (Object.entries(fields) as [string, readonly unknown[]][]).reduce<Record<string, unknown>[]>(
    (all, [field, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [field]: value }))),
    [{}],
  ) as Row[];
const set = <Value>(value: Value): (Value | null)[] => [null, value];
const pairs = { ofOfficeId: set(ID), partnerOfficeId: set(ID), assistOfficeId: set(ID) };
const page = { after: null, limit: 50 };

const delegationSelections = each<board.DelegationSelection>({
  networkId: [ID],
  ...pairs,
  ofOfficeId: set(ID),
  number: set('26-0001'),
  status: [null],
  clientId: set(ID),
  plannedFrom: [null],
  plannedTo: [null],
  offerStatus: set(['OPEN' as const]),
});
const ledgerSelections = each<ledger.LedgerSelection>({
  networkId: [ID],
  month: [MONTH],
  ofOfficeIds: set([ID]),
  ofCaregiverIds: set([ID]),
  knownAt: set(AT),
  number: [null],
  clientId: set(ID),
  partnerOfficeId: set(ID),
  assistOfficeId: set(ID),
  caregiverId: set(ID),
  service: [null],
  status: [null],
  withOpenExceptions: [null],
  withoutCaregiver: set(true),
  inStatement: [null],
  from: [null],
  to: [null],
});
const numbered = ledgerSelections
  .filter(({ clientId, caregiverId, withoutCaregiver }) => !clientId && !caregiverId && !withoutCaregiver)
  .flatMap((by) => ['26-0001', '26-0001-1', 'none'].map((number) => ({ ...by, number })));
/** The viewer's own of some days, in all networks. */
const ofDays = ledgerSelections
  .filter(({ ofOfficeIds, ofCaregiverIds, knownAt }) => (ofOfficeIds ?? ofCaregiverIds) !== null && knownAt === null)
  .map((by) => ({ ...by, networkId: null, month: null, from: DAYS[0], to: DAYS[1] }));
const statementFilters = each<statements.StatementFilter>({
  networkId: [ID],
  ...pairs,
  number: set('2024-10-1371100001-1371100002-1'),
  month: set(MONTH),
  status: set(['ISSUED']),
});
const officeFilters = each<offices.OfficeFilter>({
  search: [null, '1371100001', '訪問介護'],
  municipality: set('大田区'),
});
const taskSelection = { forIds: [ID], now: AT, kinds: null };

/** Calls every query, by its name, with everything that makes it ask differently. */
const callsOf = (model: ReadModel): Record<string, () => unknown> => ({
  careplanFilesById: () => careplans.careplanFilesById(model, [ID]),
  careplanFilesOf: () => careplans.careplanFilesOf(model, ID, ID),
  coverOf: () => careplans.coverOf(model, ID),
  lastStampOf: () => careplans.lastStampOf(model, ID),
  plannedVisitsOf: () => careplans.plannedVisitsOf(model, ID, ID),
  clientsById: () => clients.clientsById(model, [ID]),
  clientsOfNetwork: () =>
    set(ID).map((partnerOfficeId) =>
      clients.clientsOfNetwork(model, { networkId: ID, partnerOfficeId, today: DAYS[0], withFormer: false }),
    ),
  isGoneFrom: () => clients.isGoneFrom(model, ID, ID, DAYS[0]),
  isDelegatedFrom: () => delegations.isDelegatedFrom(model, ID, AT),
  hasDelegatedOpenVisit: () => visits.hasDelegatedOpenVisit(model, ID, ID),
  consentsOf: () => clients.consentsOf(model, ID),
  consentStands: () => clients.consentStands(model, ID, 'SURVEY'),
  delegationsById: () => delegations.delegationsById(model, [ID]),
  delegationsBy: () => delegationSelections.map((by) => board.delegationsBy(model, by, page)),
  countDelegations: () => delegationSelections.map((by) => board.countDelegations(model, by)),
  delegationNumbered: () => delegations.delegationNumbered(model, ID, '26-0001'),
  wasAsked: () => delegations.wasAsked(model, ID, ID),
  delegationState: () => delegations.delegationState(model, ID),
  delegationOfVisit: () => delegations.delegationOfVisit(model, ID),
  allocationOf: () => delegations.allocationOf(model, ID),
  delegatedOfClient: () => delegations.delegatedOfClient(model, ID, { from: '2026-06-01', to: '2026-07-01' }),
  networkOfDelegation: () => delegations.networkOfDelegation(model, ID),
  unallocatedOfClient: () => delegations.unallocatedOfClient(model, ID),
  isOverlapped: () => delegations.isOverlapped(model, ID, TIMED),
  isTimeTaken: () => delegations.isTimeTaken(model, ID, TIMED),
  overlappedIn: () => delegations.overlappedIn(model, ID),
  rolesNeededAfter: () => delegations.rolesNeededAfter(model, ID, ID, AT),
  minutesTakenBetween: () => delegations.minutesTakenBetween(model, ID, ID, { from: AT, to: AT }),
  pairHasVisitsAfter: () => delegations.pairHasVisitsAfter(model, pair, AT),
  officesRequestedBetween: () => board.officesRequestedBetween(model, [ID], ...DAYS),
  officeHasPartWithClient: () => delegations.officeHasPartWithClient(model, ID, ID),
  officeMeetsClient: () => delegations.officeMeetsClient(model, ID, ID),
  personOf: () => members.personOf(model, ID, ''),
  caregiversOfPerson: () => members.caregiversOfPerson(model, ID, ''),
  caregiversOfMember: () => members.caregiversOfMember(model, ID),
  enrolmentsOf: () => members.enrolmentsOf(model, ID),
  isFirstEnrolment: () => members.isFirstEnrolment(model, ID, ID, AT),
  invitationsOf: () => members.invitationsOf(model, ID),
  membersById: () => members.membersById(model, [ID]),
  membersOfOffice: () => members.membersOfOffice(model, ID),
  nameOfMember: () => members.nameOfMember(model, 'admin', null),
  networksById: () => networks.networksById(model, [ID]),
  allNetworks: () => networks.allNetworks(model),
  networkExists: () => networks.networkExists(model, { name: 'n', area: 'a', fiscalYear: 2026 }),
  networksOfOffice: () => networks.networksOfOffice(model, ID),
  networksOfViewer: () => networks.networksOfViewer(model, 'auditor'),
  memberOfficesFrom: () => networks.memberOfficesFrom(model, ID, DAYS[0]),
  membersOfNetwork: () => networks.membersOfNetwork(model, ID),
  rolesInNetwork: () => networks.rolesInNetwork(model, ID, ID),
  wasMember: () => networks.wasMember(model, ID, ID),
  networkRolesOfOffice: () => networks.networkRolesOfOffice(model, ID),
  viewersOfNetwork: () => networks.viewersOfNetwork(model, ID),
  appointmentOf: () => networks.appointmentOf(model, ID, 'auditor'),
  fiscalYearOf: () => networks.fiscalYearOf(model, ID),
  sharesNetwork: () => networks.sharesNetwork(model, ID, [ID]),
  officesById: () => offices.officesById(model, [ID]),
  officesBy: () => officeFilters.map((by) => offices.officesBy(model, by, page)),
  countOffices: () => officeFilters.map((by) => offices.countOffices(model, by)),
  caregiversById: () => offices.caregiversById(model, [ID]),
  caregiversOfOffice: () => offices.caregiversOfOffice(model, ID),
  firingBetween: () => overlaps.firingBetween(model, ID),
  isBusyDuring: () => overlaps.isBusyDuring(model, ID, { visitId: ID, plannedStart: AT, plannedEnd: AT }),
  judgedAnewBy: () => overlaps.judgedAnewBy(model, ID, AT),
  judgementOf: () => overlaps.judgementOf(model, ID),
  statementsById: () => statements.statementsById(model, [ID]),
  statementsBy: () =>
    statementFilters.flatMap((by) =>
      set([MONTH, ID] as const).map((after) => statements.statementsBy(model, by, { after, limit: 50 })),
    ),
  statementTotals: () => statementFilters.map((by) => statements.statementTotals(model, by)),
  linesOfStatement: () => statements.linesOfStatement(model, ID, 0, 50),
  carriedInto: () => statements.carriedInto(model, ID),
  placeOfLine: () => statements.placeOfLine(model, ID),
  allLinesOf: () => statements.allLinesOf(model, ID),
  visitOfLine: () => statements.visitOfLine(model, ID, ID),
  waitsForAnswer: () => statements.waitsForAnswer(model, ID),
  disputesById: () => disputes.disputesById(model, [ID]),
  isFromDispute: () => disputes.isFromDispute(model, { corrects: ID, pricedBy: ID }),
  statementsToPay: () => statements.statementsToPay(model, ID),
  statementsOfFile: () => statements.statementsOfFile(model, ID),
  bankFilesById: () => bankFiles.bankFilesById(model, [ID]),
  participationOf: () => surveyFrame.participationOf(model, [ID], ...DAYS),
  surveysOpenedSince: () => surveys.surveysOpenedSince(model, [ID], '2026-01-01'),
  surveysByIds: () => surveys.surveysByIds(model, [ID]),
  surveyIdsOf: () => surveys.surveyIdsOf(model, ID),
  invitationByTokenHash: () => surveys.invitationByTokenHash(model, ID),
  invitationById: () => surveys.invitationById(model, ID),
  answeredOf: () => surveys.answeredOf(model, ID),
  waitingIn: () => surveys.waitingIn(model, ID, ID, 'CAREGIVER'),
  waitingGroups: () => surveys.waitingGroups(model, ID),
  responseRates: () => surveys.waitingGroups(model, ID),
  namesOfOffice: () => members.namesOfOffice(model, ID),
  closedSurveysOfStudy: () => surveys.closedSurveysOfStudy(model, { networkIds: [ID], study: 'study' }),
  joinedSurveysOf: () => surveys.joinedSurveysOf(model, ID),
  isStudyComplete: () => studies.isStudyComplete(model, ID, ID),
  studyAsSaid: () => studies.studyAsSaid(model, ID),
  hasStudyEnded: () => surveys.hasStudyEnded(model, ID),
  panelKeysOf: () => surveys.panelKeysOf(model, ID, ID, 'CAREGIVER'),
  responsesOf: () => surveys.responsesOf(model, ID),
  tasksBy: () => set(['CHECK_ON_VISIT']).map((kinds) => tasks.tasksBy(model, { ...taskSelection, kinds }, page)),
  countTasks: () => set(['CHECK_ON_VISIT']).map((kinds) => tasks.countTasks(model, { ...taskSelection, kinds })),
  officesToNotice: () => tasks.officesToNotice(model, AT),
  tasksToNotice: () => tasks.tasksToNotice(model, ID, AT),
  knowsTaskEndsSince: () => taskChanges.knowsTaskEndsSince(model, [ID], 1),
  taskChangePositions: () => taskChanges.taskChangePositions(model, [ID], 1, 2),
  taskChangesAt: () => taskChanges.taskChangesAt(model, [ID], { position: 1, instant: AT }),
  taskChangeTimes: () => taskChanges.taskChangeTimes(model, [ID], { position: 1, instant: AT }, AT),
  taskChangesByClock: () => taskChanges.taskChangesByClock(model, [ID], { position: 1, instant: AT }),
  nextTaskChange: () => tasks.nextTaskChange(model, [ID], AT),
  termsById: () => terms.termsById(model, [ID]),
  termsOfNetwork: () => each({ networkId: [ID], ...pairs }).map((by) => terms.termsOfNetwork(model, by)),
  ledgerBy: () => [...ledgerSelections, ...numbered, ...ofDays].map((by) => ledger.ledgerBy(model, by, page)),
  ledgerTotals: () => [...ledgerSelections, ...numbered, ...ofDays].map((by) => ledger.ledgerTotals(model, by)),
  ledgerLineAt: () => ledger.ledgerLineAt(model, ID, 1),
  lineVersionsOf: () => [null, AT].map((knownAt) => ledger.lineVersionsOf(model, ID, MONTH, knownAt)),
  askedVisitsOf: () => [null, AT].map((knownAt) => cover.askedVisitsOf(model, ID, MONTH, knownAt)),
  offersMadeIn: () => [null, AT].map((knownAt) => cover.offersMadeIn(model, ID, MONTH, knownAt)),
  daysToPaymentOf: () => statements.daysToPaymentOf(model, ID, MONTH, null),
  unsettledVisitsOfPair: () => ledger.unsettledVisitsOfPair(model, pair, MONTH),
  verifiedOfClient: () => ledger.verifiedOfClient(model, ID, ID, MONTH),
  visitsMadeBetween: () => ledger.visitsMadeBetween(model, [ID], ...DAYS),
  lastRecordsBefore: () => ledger.lastRecordsBefore(model, { id: ID, clientId: ID, plannedStart: AT }),
  visitsById: () => visits.visitsById(model, [ID]),
  isSettled: () => visits.isSettled(model, ID),
  hasBegun: () => visits.hasBegun(model, ID),
  isNamedFor: () => visits.isNamedFor(model, ID, ID),
  visitsMadeTo: () => visits.visitsMadeTo(model, ID, ID),
  madeVisitOfClient: () => visits.madeVisitOfClient(model, [ID], ID),
  officeVisitsClient: () => visits.officeVisitsClient(model, ID, ID),
  officeHoldsOpenVisit: () => visits.officeHoldsOpenVisit(model, ID, ID),
  caregiverVisitsClient: () => visits.caregiverVisitsClient(model, [ID], ID, true),
  scheduledAfter: () => visits.scheduledAfter(model, ID, DAYS[0]),
  unverifiedOf: () => visits.unverifiedOf(model, ID),
  visitsNaming: () => visits.visitsNaming(model, ID),
  scheduledOfClient: () => visits.scheduledOfClient(model, ID, MONTH),
  isStillToDo: () => set(ID).map((id) => work.isStillToDo(model, 'when', id)),
  idsBeginningWith: () => work.idsBeginningWith(model, 'when', ID),
  isFollowing: () => work.isFollowing(model, 'request', AT),
  workDueAt: () => work.workDueAt(model, AT),
  nextDueAfter: () => work.nextDueAfter(model, AT),
});

/** Looked through from one end to the other: as the plan says it, and why that may be. */
const MAY_BE_SCANNED: readonly { readonly step: string; readonly because: string }[] = [
  { step: 'SCAN work', because: 'what is still to be done: the projector reads it once and keeps it' },
  { step: 'SCAN networks', because: 'all that there are: some for each area and year' },
  {
    step: 'SCAN offices USING COVERING INDEX',
    because: 'parts of names, and how many there are: 36,000 offices in the country, and the index alone is read',
  },
];
/** What is looked through has been found by another step, which is in the plan too. */
const OF_WHAT_WAS_FOUND = /^SCAN (CONSTANT ROW|\(subquery-\d+\)|\S+ VIRTUAL TABLE INDEX \d+:)/;

/** Steps of a plan that take longer the more there is: scans, and the sorting of lists by pages. */
const slowSteps = (sql: string, steps: readonly string[]): string[] =>
  steps.filter((step) => {
    if (OF_WHAT_WAS_FOUND.test(step)) return false;
    if (step.startsWith('SCAN')) return !MAY_BE_SCANNED.some((one) => step.startsWith(one.step));
    return /\bLIMIT\b/.test(sql) && step.startsWith('USE TEMP B-TREE');
  });

t.test('each statement of views and processes finds its rows by an index', async (t) => {
  const folder = t.testdir();
  const { store, events } = await eventfulLog(folder, 3_200);
  const types = new Set(events.map(({ type }) => type));
  t.strictSame(
    [...eventSchemas.keys()].filter((type) => !types.has(type)),
    [],
    'every handler has asked what it asks',
  );
  const file = join(folder, 'read-model.sqlite');
  const projector = await Projector.open(file, projections, store);
  for (let n = 0; n < events.length; n += 50) projector.apply(events.slice(n, n + 50));
  const readModel = new ReadModel(file, projector.checkpoint);

  const calls = callsOf(readModel);
  const source = join(import.meta.dirname, '../../src/projections');
  const files = readdirSync(source).filter((name) => !MACHINERY.includes(name));
  const modules = await Promise.all(files.map((name): Promise<object> => import(join(source, name))));
  const exported = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, one]) => (typeof one === 'function' ? [name] : [])),
  );
  const asked = exported.filter((name) => !ASK_NOTHING.includes(name) && !OF_HANDLERS.test(name));
  t.strictSame(Object.keys(calls).sort(), asked.sort());
  for (const call of Object.values(calls)) call();

  // Without ANALYZE a plan follows from the statement and the indexes: as many rows as there are.
  const db = new DatabaseSync(file, { readOnly: true });
  const all = [...new Set([...readModel.statements, ...projector.statements])];
  t.ok(all.length > 150, `${all.length} statements`);
  const slow = all.flatMap((sql) => {
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    const those = slowSteps(
      sql,
      steps.map(({ detail }) => String(detail)),
    );
    return those.map((step) => `${step}: ${sql.replace(/\s+/g, ' ')}`);
  });
  t.strictSame(slow, []);
  db.close();
  readModel.close();
  projector.close();
  await store.close();
});
