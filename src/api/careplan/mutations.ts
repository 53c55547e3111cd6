import { z } from 'zod';
import { exportCareplan, importCareplan } from '../../commands/plan.ts';
import type { Done } from '../../commands/send.ts';
import { type Month, monthSchema } from '../../domain/calendar.ts';
import { type MonthItem, monthItemSchema } from '../../domain/fees/month-items.ts';
import { createdIdOf, planIdOf, type Uuid } from '../../domain/ids.ts';
import { MOST_NAME_CHARACTERS } from '../../domain/limits.ts';
import { plan } from '../../domain/plan/decider.ts';
import { type CareplanFileKind, careplanFileKindSchema } from '../../domain/plan/events.ts';
import { planOfOffice } from '../../domain/plan/state.ts';
import { Rejected } from '../../domain/rejected.ts';
import { UnwritableCharacters, writeResults } from '../../exchange/careplan-results.ts';
import type { Caller } from '../../store/handle-command.ts';
import { clients, formerPartnersEnd, isPartnerOf } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { id, orElse, orNull } from '../input-shapes.ts';
import { type AnyMutation, addressed, mutation } from '../mutation.ts';
import { networks } from '../network/visibility.ts';
import { offices } from '../office/visibility.ts';
import { type UserError, userErrorOf } from '../user-errors.ts';
import { coordinatedOffice, isCoordinatorOf } from '../viewer.ts';
import { actors } from '../visibility.ts';
import { type BadRow, type ReadPlan, readCareplan } from './reading.ts';
import { careplanFiles } from './visibility.ts';

/** So many bad rows are named; how many more there are is said last. */
const MOST_BAD_ROWS = 200;

interface ImportInput {
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly fileName: string;
  readonly contentBase64: string;
}
interface Imported extends Done {
  readonly clientIds: readonly Uuid[];
  readonly rows: number;
  readonly unchanged: number;
  readonly bad: readonly BadRow[];
}

/** Each client's plan is a command of its own: one that is refused leaves the others (rule 1). */
const importFile = async (input: ImportInput, context: ApiContext, caller: Caller): Promise<Imported> => {
  const office = context.found(offices, input.partnerOfficeId);
  const read = await readCareplan(input, office, context);
  const bad = [...read.bad];
  const done: Imported[] = [];
  for (const one of read.plans) {
    try {
      done.push(await importOne(one, read, office.id, context, caller));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      bad.push({ line: one.rows[0]?.line ?? 0, column: 0, title: '', code: error.code });
    }
  }
  const sum = (of: 'rows' | 'unchanged'): number => done.reduce((total, one) => total + one[of], 0);
  return {
    // A plan that stands as it was answers where it was written, before others of the file.
    position: done.length > 0 ? Math.max(...done.map((one) => one.position)) : await context.app.store.head(),
    correlationId: caller.correlationId,
    id: input.partnerOfficeId,
    clientIds: done.map(({ id }) => id),
    rows: sum('rows'),
    unchanged: sum('unchanged'),
    bad,
  };
};

const importOne = async (
  { client, rows }: ReadPlan,
  { month, sentBy }: { readonly month: Month; readonly sentBy: string },
  partnerOfficeId: Uuid,
  { app }: ApiContext,
  caller: Caller,
): Promise<Imported> => {
  const before = planOfOffice(await app.loop.load(plan, planIdOf(client.id, month)), partnerOfficeId);
  const visits = rows.flatMap(({ visit }) => visit ?? []);
  const items = rows.flatMap(({ item }) => item ?? []);
  const said = (field: 'careManagementNumber' | 'careManagementName'): string | null =>
    rows.find((row) => row[field] !== null)?.[field] ?? null;
  const { position, correlationId } = await importCareplan(app, caller, {
    clientId: client.id,
    month,
    partnerOfficeId,
    careManagementNumber: said('careManagementNumber') ?? sentBy,
    careManagementName: said('careManagementName'),
    visits,
    items,
  });
  const standing = [...(before?.visits ?? []), ...(before?.items ?? [])].map(textOf);
  const unchanged = [...visits, ...items].map(textOf).filter((row) => {
    const at = standing.indexOf(row);
    if (at >= 0) standing.splice(at, 1);
    return at >= 0;
  });
  const counts = { rows: rows.length, unchanged: unchanged.length };
  return { position, correlationId, id: client.id, clientIds: [], ...counts, bad: [] };
};
/** A row in one text, whatever the order of its fields. */
const textOf = (row: object): string => JSON.stringify(Object.entries(row).sort());

const badRowErrors = (bad: readonly BadRow[], fileName: string, language: 'ja' | 'en'): UserError[] => {
  const errors = bad.slice(0, MOST_BAD_ROWS).map(({ line, column, title, code }) => {
    const ja = `${line}行目${column === 0 ? '' : `の${column}列目（${title}）`}`;
    const en = `line ${line}${column === 0 ? '' : `, column ${column} (${title})`}`;
    return { ...userErrorOf(new Rejected(code), language, { ja, en }), path: [fileName, `${line}`, `${column}`] };
  });
  const more = bad.length - errors.length;
  if (more === 0) return errors;
  const count = { ja: `ほか${more}か所`, en: `${more} more` };
  return [...errors, { ...userErrorOf(new Rejected('CAREPLAN_MORE_BAD_ROWS'), language, count), path: [fileName] }];
};

interface ExportInput {
  readonly clientId: Uuid;
  readonly month: Month;
  readonly kind: CareplanFileKind;
  readonly monthItems: readonly MonthItem[] | null;
}
const exportFile = (input: ExportInput, { app, viewer }: ApiContext, caller: Caller): Promise<Done> =>
  exportCareplan(writeResults)(app, caller, {
    ...input,
    partnerOfficeId: coordinatedOffice(viewer) ?? '',
    fileId: createdIdOf('careplan-file', caller.actor.subject, caller.commandId ?? crypto.randomUUID()),
  });

/** Each cell that MS932 cannot write, with its character. */
const unwritableErrors = ({ cells }: UnwritableCharacters, language: 'ja' | 'en'): UserError[] =>
  cells.map(({ row, column, title, character }) => {
    const ja = `${row + 1}行目の${column}列目（${title}）の「${character}」`;
    const en = `row ${row + 1}, column ${column} (${title}), "${character}"`;
    return userErrorOf(new Rejected('CHARACTER_UNWRITABLE', ['clientId']), language, { ja, en });
  });

/** Care plans in, results out: for the client's partner office alone. */
export const careplanMutations: Readonly<Record<string, AnyMutation>> = {
  importCareplan: mutation({
    input: z.strictObject({
      networkId: id,
      partnerOfficeId: id,
      fileName: z.string().trim().min(1).max(MOST_NAME_CHARACTERS),
      contentBase64: z.base64('Base64 ではありません not Base64'),
    }),
    addresses: ({ networkId, partnerOfficeId }) => [
      addressed(networks, networkId, 'networkId'),
      addressed(offices, partnerOfficeId, 'partnerOfficeId'),
    ],
    actors: ({ partnerOfficeId }, { viewer }) => actors(isCoordinatorOf(viewer, partnerOfficeId) && 'PARTNER'),
    run: importFile,
    field: 'clients',
    row: () => null,
    also: async ({ fileName }, _id, context, { clientIds, rows, unchanged, bad }: Imported) => ({
      userErrors: badRowErrors(bad, fileName, context.language),
      clients: await Promise.all(clientIds.map((clientId) => context.found(clients, clientId))),
      rows,
      unchanged,
    }),
    alsoRefused: () => ({ clients: [], rows: 0, unchanged: 0 }),
  }),
  exportCareplan: mutation({
    input: z.strictObject({
      clientId: id,
      month: monthSchema,
      kind: orElse(careplanFileKindSchema, 'UPJSK'),
      monthItems: orNull(z.array(monthItemSchema).max(monthItemSchema.options.length)),
    }),
    addresses: ({ clientId }) => [addressed(clients, clientId, 'clientId')],
    // Who has given the client to another office since sends the results of its own days.
    actors: ({ clientId }, context) => {
      const client = context.found(clients, clientId);
      return actors((isPartnerOf(client, context) || formerPartnersEnd(client, context) !== null) && 'PARTNER');
    },
    run: exportFile,
    field: 'file',
    row: (fileId, context) => context.load(careplanFiles, fileId),
    alsoRefused: (_input, context, refused) =>
      refused instanceof UnwritableCharacters ? { userErrors: unwritableErrors(refused, context.language) } : {},
  }),
};
