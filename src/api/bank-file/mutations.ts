import { z } from 'zod';
import { branchOf, instructPayments } from '../../commands/bank-file.ts';
import type { Uuid } from '../../domain/ids.ts';
import { MOST_TRANSFERS } from '../../domain/limits.ts';
import { Rejected } from '../../domain/rejected.ts';
import type { StatementRow } from '../../projections/statements.ts';
import type { ApiContext } from '../context.ts';
import { day, id, ids } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation } from '../mutation.ts';
import { offices } from '../office/visibility.ts';
import { statements } from '../statement/visibility.ts';
import { isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { bankFiles } from './visibility.ts';

/** Of the payees, by `branchOf`: those of which there is none any more. */
const unknownBranches = async (rows: readonly StatementRow[], context: ApiContext): Promise<Set<string>> => {
  const payees = await Promise.all(
    [...new Set(rows.map(({ assistOfficeId }) => assistOfficeId))].map((payee) => context.found(offices, payee)),
  );
  const branches = new Map(
    payees.flatMap(({ bankAccount }) => (bankAccount === null ? [] : [[branchOf(bankAccount), bankAccount] as const])),
  );
  if (branches.size === 0) return new Set();
  const asked = [...branches.values()].map(({ bankCode, branchCode }) => ({ bankCode, branchCode }));
  const found = await context.app.questions.ask('bankBranches', asked);
  return new Set([...branches.keys()].filter((_, n) => !found[n]?.branch));
};

const rowsOf = (statementIds: readonly Uuid[], context: ApiContext): Promise<StatementRow[]> =>
  Promise.all(statementIds.map((statementId) => context.found(statements, statementId)));

/** Mutations on files for banks. */
export const bankFileMutations: Readonly<Record<string, AnyMutation>> = {
  instructPayments: mutation({
    input: z.strictObject({ partnerOfficeId: id, statementIds: ids(MOST_TRANSFERS), transferDate: day }),
    addresses: ({ partnerOfficeId, statementIds }) => [
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
      ...statementIds.map((statementId, n) => addressed(statements, statementId, 'statementIds', String(n))),
    ],
    actors: ({ partnerOfficeId }, { viewer }) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER'),
    run: async ({ partnerOfficeId, statementIds, transferDate }, context, caller) => {
      const rows = await rowsOf(statementIds, context);
      const other = rows.findIndex((row) => row.partnerOfficeId !== partnerOfficeId);
      if (other >= 0) throw new Rejected('STATEMENT_OF_OTHER_OFFICE', ['statementIds', String(other)]);
      return instructPayments(context.app, caller, {
        partnerOfficeId,
        transferDate,
        statements: rows.map(({ id: statementId, settlementId, assistOfficeId }) => ({
          statementId,
          settlementId,
          assistOfficeId,
        })),
        unknownBranches: await unknownBranches(rows, context),
      });
    },
    ...entity('bankFile', bankFiles),
    also: async ({ statementIds }, bankFileId, context) => {
      const rows = await rowsOf(statementIds, context);
      return { statements: rows.filter((row) => row.bankFileId === bankFileId) };
    },
    alsoRefused: () => ({ statements: [] }),
  }),
};
