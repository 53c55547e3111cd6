import type { Month } from '../../src/domain/calendar.ts';
import type { ApiClient } from '../api-client.ts';
import { same } from './telling.ts';

/**
 * The evaluation report (評価報告) of a network's months, as a consultant downloads it. `token`: of
 * the consultant.
 */
export const evaluationReport = async (
  api: ApiClient,
  networkId: string,
  months: { readonly from: Month; readonly to: Month },
  token: string,
): Promise<string> => {
  const { network } = await api.query(
    `query ($id: ID!, $from: Month!, $to: Month!) {
      network(id: $id) { evaluationReportUrl(from: $from, to: $to) }
    }`,
    { id: networkId, ...months },
    { as: 'consultant' },
  );
  const response = await fetch(network.evaluationReportUrl, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`the report: ${response.status} ${await response.text()}`);
  const report = await response.text();
  same('the report shows what has changed since the first survey', report.includes('前の回からの変化'), true);
  return report;
};
