import type { Instant } from '../../src/domain/calendar.ts';
import type { ApiClient } from '../api-client.ts';
import { placesAmiss, samples } from '../demo/samples.ts';
import type { SetNetwork } from '../demo/setting.ts';
import type { Question } from './recorded-history.ts';

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12'];

const NETWORKS = `{ viewer { networks { id name area fiscalYear members { office { id name providerNumber }
  roles joinedOn } viewers { subject role } } } }`;
const LEDGER = `query ($id: ID!, $month: Month!, $first: Int!) { network(id: $id) { visitLedger(month: $month,
  first: $first) { totalCount totals { visits minutes units feeYen } edges { node { visitId date plannedStart
  plannedEnd status feeYen units client { code } assistOffice { name } partnerOffice { name } } } } } }`;
const STATEMENTS = `query ($id: ID!) { network(id: $id) { statements(first: 100) { edges { node { number month
  status totalYen contentHash dueOn lines(first: 100) { edges { node { kind amountYen } } } } } } } }`;
const DELEGATIONS = `query ($id: ID!) { network(id: $id) { delegations(first: 100) { totalCount edges { node {
  id mode status visits { plannedStart plannedEnd service allocatedTo { name } } } } } } }`;
const CLIENTS = `query ($id: ID!) { clients(networkId: $id, first: 100) { edges { node { code careLevel
  personal { name address } } } } }`;
const SURVEYS = `query ($id: ID!) { network(id: $id) { surveys { title status wave responses { audience invited
  answered } } } }`;

/**
 * What everybody of the demo asks of it, with the answers: members and networks, ledgers,
 * delegations, statements, clients by name, surveys, the demo's samples (results of the survey
 * among them). Throws where a sample does not show what it promises.
 */
export const questionsOf = async (
  api: ApiClient,
  networks: readonly SetNetwork[],
  now: Instant,
): Promise<Question[]> => {
  const asked = networks.flatMap(({ id, offices, partners }) => [
    ...['auditor', ...offices.map(({ subject }) => subject)].flatMap((as) => [
      ...MONTHS.map((month) => ({ as, query: LEDGER, variables: { id, month, first: as === 'auditor' ? 100 : 2 } })),
      { as, query: STATEMENTS, variables: { id } },
    ]),
    ...partners.map(({ partner }) => ({ as: partner.subject, query: CLIENTS, variables: { id } })),
    { as: 'auditor', query: DELEGATIONS, variables: { id } },
    { as: 'consultant', query: SURVEYS, variables: { id } },
  ]);
  const questions: Question[] = [];
  for (const sample of await samples(api, networks, now)) {
    const { subject: as, query } = sample;
    const answer = await api.query(query, {}, { as });
    const amiss = placesAmiss(sample, answer);
    if (amiss.length > 0) throw new Error(`the sample for ${sample.role} does not show ${amiss.join(', ')}`);
    questions.push({ as, query, variables: {}, answer });
  }
  for (const question of [{ as: 'admin', query: NETWORKS, variables: {} }, ...asked])
    questions.push({ ...question, answer: await api.query(question.query, question.variables, { as: question.as }) });
  return questions;
};
