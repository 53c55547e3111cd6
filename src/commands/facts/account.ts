import type { Uuid } from '../../domain/ids.ts';
import { accountOf } from '../../domain/office/bank-account.ts';
import { office } from '../../domain/office/decider.ts';
import type { CommandApp } from '../command-app.ts';

/** Of the account that an office has now; null where it has none. Throws OFFICE_UNKNOWN. */
export const accountDigestOf = async ({ loop }: Pick<CommandApp, 'loop'>, officeId: Uuid): Promise<string | null> =>
  accountOf(await loop.known(office, officeId))?.digest ?? null;
