import type { ApiClient } from '../api-client.ts';
import type { SetNetwork } from './setting.ts';

export interface Sample {
  readonly role: string;
  readonly what: string;
  readonly subject: string;
  /** One line, to paste as it is. */
  readonly query: string;
}

/** For each role somebody of the demo and a query that shows what they come for. */
export const samples = async (api: ApiClient, networks: readonly SetNetwork[]): Promise<Sample[]> => {
  const [network] = networks;
  const assist = network?.assists[0];
  const caregiver = assist?.caregivers[0];
  if (!network || !assist || !caregiver)
    throw new Error('the demo has a network with an assist office and a caregiver');
  const { network: seen } = await api.query(
    'query ($id: ID!) { network(id: $id) { surveys { id } } }',
    { id: network.id },
    { as: 'consultant' },
  );
  const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
  const id = JSON.stringify(network.id);
  return [
    {
      role: 'ADMINISTRATOR 事務局',
      what: 'the networks and their offices',
      subject: 'admin',
      query: `{ network(id: ${id}) { name fiscalYear members { office { name municipality } roles joinedOn } viewers {
        subject role } } }`,
    },
    {
      role: 'COORDINATOR of the partner office パートナー事業所',
      what: 'tasks, delegations and the visit ledger of the month',
      subject: network.partner.subject,
      query: `{ viewer { tasks(first: 5) { totalCount edges { node { kind dueAt } } } } network(id: ${id}) {
        delegations(first: 5) { totalCount edges { node { status client { code personal { name } } visits {
        plannedStart allocatedTo { name } } } } } visitLedger(month: "${month}", first: 5) { totals { visits
        minutes feeYen } edges { node { date status feeYen assistOffice { name } client { code } } } }
        statements(first: 3) { totals { totalYen paidYen } edges { node { number month status totalYen } } } } }`,
    },
    {
      role: 'COORDINATOR of an assist office アシスト事業所',
      what: 'open tasks and its own part of the ledger',
      subject: assist.subject,
      query: `{ viewer { office { name } tasks(first: 5) { totalCount edges { node { kind dueAt delegation { visits {
        plannedStart minutes service } } } } } } network(id: ${id}) { visitLedger(month: "${month}", first: 5) {
        totals { visits feeYen } edges { node { date status caregiver { code name } } } } } }`,
    },
    {
      role: 'CAREGIVER 訪問介護員',
      what: 'the visits of the month, with the name of who is cared for',
      subject: caregiver.subject,
      query: `{ network(id: ${id}) { visitLedger(month: "${month}", first: 5) { edges { node { plannedStart status
        client { code personal { name address entryNotes } } visit { plannedTasks { label } } } } } } }`,
    },
    {
      role: 'CONSULTANT 評価コンサルタント',
      what: 'codes alone, and the results of the survey',
      subject: 'consultant',
      query: `{ network(id: ${id}) { visitLedger(month: "${month}", first: 3) { totals { visits minutes feeYen } edges
        { node { status client { code personal { name } } } } } } survey(id:
        ${JSON.stringify(seen.surveys[0]?.id)}) { title status responses { audience invited answered rate }
        results(breakdown: [AUDIENCE]) { suppressedGroups groups { audience suppressed answers { question { code
        } n mean } } } } }`,
    },
    {
      role: 'AUDITOR 監査',
      what: 'records and statements, without personal data',
      subject: 'auditor',
      query: `{ network(id: ${id}) { statements(first: 2) { edges { node { number status totalYen contentHash history
        { type actor occurredAt } } } } visitLedger(month: "${month}", first: 2) { edges { node { feeYen visit {
        history { type summary actor } } } } } } }`,
    },
  ];
};
