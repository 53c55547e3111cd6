import { addMinutes, addMonths, firstDayOf, type Month, startOfDay } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { type ApiClient, Refused } from '../api-client.ts';
import type { Setting } from './day.ts';

export interface Settled {
  statements: number;
  lines: number;
  netYen: number;
  totalYen: number;
  paidYen: number;
}

/**
 * The month of each pair: closed, confirmed (every other one by silence), approved by a second
 * person, paid. Safe to repeat.
 */
export const settleMonth = async (api: ApiClient, setting: Setting, month: Month): Promise<Settled> => {
  const at = addMinutes(startOfDay(firstDayOf(addMonths(month, 1))), 9 * 60);
  const settled: Settled = { statements: 0, lines: 0, netYen: 0, totalYen: 0, paidYen: 0 };
  const open: string[] = [];
  for (const [n, assist] of setting.assists.entries()) {
    const id = (step: string) => uuidOf(setting.seed, 'settle', step, month, assist.point);
    const statement = await closed(api, setting, assist.id, month, id('close'), at);
    if (statement === null) continue;
    settled.statements += 1;
    settled.lines += statement.lines.totalCount;
    settled.netYen += statement.subtotals.reduce((sum: number, { netYen }: { netYen: number }) => sum + netYen, 0);
    settled.totalYen += statement.totalYen;
    open.push(statement.id);
    if (n % 2 === 0)
      await api.mutate(
        'confirmStatement',
        { commandId: id('confirm'), statementId: statement.id },
        { as: assist.subject, at },
      );
  }
  // Ten days are the terms' time for a dispute: silence has confirmed the rest by then.
  const later = addMinutes(at, 12 * 24 * 60);
  for (const statementId of open) settled.paidYen += await paid(api, setting, statementId, later);
  return settled;
};

const closed = async (
  api: ApiClient,
  setting: Setting,
  assistOfficeId: string,
  month: Month,
  commandId: string,
  at: string,
) => {
  try {
    const { statement } = await api.mutate(
      'closeSettlement',
      { commandId, networkId: setting.networkId, partnerOfficeId: setting.partner.id, assistOfficeId, month },
      { as: setting.partner.subject, at },
      'statement { id totalYen subtotals { netYen taxYen } lines(first: 1) { totalCount } }',
    );
    return statement;
  } catch (error) {
    if (error instanceof Refused && error.code === 'NOTHING_TO_SETTLE') return null;
    throw error;
  }
};

const paid = async (api: ApiClient, setting: Setting, statementId: string, at: string): Promise<number> => {
  const { statement } = await api.query(
    'query ($id: ID!) { statement(id: $id) { totalYen contentHash } }',
    { id: statementId },
    { as: setting.partner.subject, at },
  );
  if (statement.totalYen === 0) return 0;
  await api.mutate(
    'approvePayment',
    { commandId: uuidOf(setting.seed, 'approve', statementId), statementId, contentHash: statement.contentHash },
    { as: setting.partner.approver, at },
  );
  await api.mutate(
    'recordPayment',
    {
      commandId: uuidOf(setting.seed, 'pay', statementId),
      statementId,
      paidOn: at.slice(0, 10),
      amountYen: statement.totalYen,
      reference: `sim-${statementId.slice(0, 8)}`,
    },
    { as: setting.partner.approver, at },
  );
  return statement.totalYen;
};
