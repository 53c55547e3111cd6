import { contentHashOf } from '../../../src/domain/settlement/content-hash.ts';
import type { SettlementEvent, StatementLine } from '../../../src/domain/settlement/events.ts';

/** As it stands in the log: an answer's id prices what it adds. */
export type Stored = SettlementEvent & { readonly id: string };
type Issued = Extract<SettlementEvent, { type: 'StatementIssued' }>['data'];
interface Statement {
  readonly issued: Issued;
  readonly lines: readonly StatementLine[];
}

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, yen) => total + yen, 0);

/** Read from the events alone, as an auditor would: those that stand, and all. */
export const statementsIn = (log: readonly Stored[]): { readonly all: Statement[]; readonly standing: Statement[] } => {
  const voided = log.flatMap((event) => (event.type === 'StatementVoided' ? event.data.statementId : []));
  const all = log.flatMap((event) => {
    if (event.type !== 'StatementIssued') return [];
    const { statementId } = event.data;
    const lines = log.flatMap((one) =>
      one.type === 'StatementLinesListed' && one.data.statementId === statementId ? one.data.lines : [],
    );
    return [{ issued: event.data, lines }];
  });
  return { all, standing: all.filter(({ issued }) => !voided.includes(issued.statementId)) };
};

/** Rules 31, 32, 36: what is wrong with the books after a log; null where nothing is. */
export const faultIn = (log: readonly Stored[]): string | null => {
  const { all, standing } = statementsIn(log);
  const lines = standing.flatMap((one) => one.lines);
  const own = lines.filter(({ kind }) => kind !== 'CARRIED_FORWARD');
  const debits = sum(standing.map(({ issued }) => issued.totalYen)) + (standing.at(-1)?.issued.carriedForwardYen ?? 0);
  const taxes = standing.flatMap(({ issued }) => issued.subtotals.map(({ taxYen }) => taxYen));
  if (debits !== sum(own.map(({ amountYen }) => amountYen)) + sum(taxes)) return 'debits are not credits';
  if (new Set(own.map(({ pricedBy }) => pricedBy)).size !== own.length) return 'a price stands in two lines';
  const ids = new Set(lines.map(({ lineId }) => lineId));
  if (own.some(({ corrects }) => corrects !== null && !ids.has(corrects))) return 'a line corrects what fell away';
  for (const { issued, lines: listed } of all) {
    const { contentHash, ...content } = issued;
    if (contentHashOf(content, listed) !== contentHash) return 'a statement is not what was issued';
    if (issued.totalYen < 0 || listed.length !== issued.lineCount) return 'a statement is not whole';
  }
  return null;
};
