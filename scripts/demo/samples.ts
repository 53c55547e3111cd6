import { addDays, dayOf, type Instant, monthOf } from '../../src/domain/calendar.ts';
import type { ApiClient } from '../api-client.ts';
import { underWayAt } from './now.ts';
import type { SetNetwork } from './setting.ts';

export interface Sample {
  readonly role: string;
  readonly what: string;
  readonly subject: string;
  /** One line, to paste as it is. */
  readonly query: string;
  /** Names of fields that this role is never told: null in every answer. */
  readonly withheld: readonly string[];
  /** Names of fields that are null where there is nothing to say. */
  readonly sometimes: readonly string[];
}

/**
 * For each role somebody of the demo and a query that shows what they come for, at the demo's end.
 */
export const samples = async (api: ApiClient, networks: readonly SetNetwork[], now: Instant): Promise<Sample[]> => {
  const [network] = networks;
  const of = network?.partners[0];
  const assist = of?.assists[0];
  if (!network || !of || !assist) throw new Error('the demo has a network with an assist office');
  const seen = await api.query(
    'query ($id: ID!) { network(id: $id) { surveys { id status wave } } }',
    { id: network.id },
    { as: 'consultant' },
  );
  const surveys: readonly { id: string; status: string; wave: string }[] = seen.network.surveys;
  const last = surveys.find(({ status, wave }) => status === 'CLOSED' && wave === 'ENDLINE');
  const month = JSON.stringify(monthOf(underWayAt(now)));
  const today = JSON.stringify(dayOf(underWayAt(now)));
  const tomorrow = JSON.stringify(addDays(dayOf(underWayAt(now)), 1));
  const id = JSON.stringify(network.id);
  // An office that also assists others sees less of their clients.
  const own = `partnerOfficeId: ${JSON.stringify(of.partner.id)}`;
  const asked = [
    {
      role: 'ADMINISTRATOR 事務局',
      what: 'the network and its offices ネットワークと参加事業所',
      subject: 'admin',
      query: `{ network(id: ${id}) { name area fiscalYear members { office { name municipality } roles joinedOn }
        viewers { name role } } }`,
    },
    {
      role: 'COORDINATOR of the partner office パートナー事業所',
      what: 'what waits, who comes today, which visits have nobody yet, the ledger やること、今日の訪問、委託、台帳',
      subject: of.partner.subject,
      query: `{ viewer { tasks(first: 5) { totalCount edges { node { urgency kind dueAt } } } visits(from: ${today},
        to: ${today}, first: 5) { totalCount edges { node { number plannedStart status client { code } caregiver {
        name } } } } } network(id: ${id}) { delegations(filter: { status: [OPEN, PARTLY_ALLOCATED], ${own} }, first:
        3) { totalCount edges { node { number status client { personal { name } } visits { plannedStart service
        allocatedTo { name } } } } } visitLedger(month:
        ${month}, filter: { ${own} }, first: 5) { totals { visits minutes feeYen } edges { node { plannedStart status
        feeYen assistOffice { name } client { personal { name } } } } } statements(first: 3) { totals { totalYen
        paidYen } edges { node { number month status totalYen dueOn } } } } }`,
      sometimes: ['allocatedTo', 'caregiver'],
    },
    {
      role: 'COORDINATOR of an assist office アシスト事業所',
      what: 'what waits, and its own visits from today on やること、今日からの自事業所の訪問',
      subject: assist.subject,
      query: `{ viewer { office { name } tasks(first: 5) { totalCount edges { node { urgency kind dueAt
        delegation { client { area careLevel } visits { plannedStart minutes service } } } } } }
        network(id: ${id}) { visitLedger(month: ${month}, filter: { from: ${today} }, first: 5)
        { totals { visits feeYen } edges { node { plannedStart status feeYen caregiver { code name }
        client { area } } } } } }`,
      sometimes: ['delegation', 'caregiver', 'area'],
    },
    {
      role: 'CAREGIVER 訪問介護員',
      what: 'the day, whom it is for, and what was written of them before 今日の訪問先、申し送り',
      subject: 'ota-a-caregiver-4',
      query: `{ viewer { visits(from: ${today}, to: ${tomorrow}, filter: { status: [SCHEDULED, IN_PROGRESS] }) { edges {
        node { number plannedStart plannedEnd status client { careLevel personal { name address entryNotes } } visit {
        note plannedTasks { label } handover { plannedStart tasks { label } condition } } } } } } }`,
      sometimes: ['condition'],
    },
    {
      role: 'CONSULTANT 評価コンサルタント',
      what: 'codes and never names or prices, indicators and the results of the survey 利用者コード、評価指標、調査の結果',
      subject: 'consultant',
      query: `{ network(id: ${id}) { indicators(from: ${month}, to: ${month}) { visitsRequested
        coverageRate medianMinutesToAccept load { office { name } share } } visitLedger(month: ${month}, first: 3) {
        totals { visits minutes feeYen } edges { node { plannedStart status client { code personal { name } } } } } }
        survey(id: ${JSON.stringify(last?.id)}) {
        title status responses { audience invited answered rate } results(breakdown: [AUDIENCE]) { suppressedGroups
        groups { audience suppressed answers { question { code text } n mean change { from
        difference test p pairs } } } } } }`,
      withheld: ['personal', 'feeYen'],
      sometimes: ['n', 'mean', 'change', 'pairs'],
    },
    {
      role: 'AUDITOR 監査',
      what: 'statements and records with their history, without personal data 支払通知書と記録の履歴',
      subject: 'auditor',
      query: `{ network(id: ${id}) { statements(first: 2) { edges { node { number status totalYen contentHash history {
        summary actor occurredAt } } } } visitLedger(month: ${month}, filter: { status: [VERIFIED, SETTLED, RECORDED,
        RETURNED] }, first: 2) { edges { node { plannedStart feeYen client { code personal { name } } visit { history {
        summary actor occurredAt } } } } } } }`,
      withheld: ['personal'],
    },
  ];
  return asked.map(({ query, ...said }) => ({
    withheld: [],
    sometimes: [],
    ...said,
    query: query.replace(/\s+/g, ' '),
  }));
};

/**
 * Where an answer does not show what its sample promises: what is null or empty and should not be,
 * and what is told and should not be.
 */
export const placesAmiss = (sample: Sample, answer: unknown, path: readonly string[] = []): string[] => {
  const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  const here = [path.join('.')];
  if (sample.withheld.includes(name)) return answer === null ? [] : here;
  if (answer === null || answer === '') return sample.sometimes.includes(name) ? [] : here;
  if (typeof answer !== 'object') return [];
  if (Array.isArray(answer) && answer.length === 0) return here;
  return Object.entries(answer).flatMap(([key, part]) => placesAmiss(sample, part, [...path, key]));
};
