import { dayOf } from '../../domain/calendar.ts';
import { clientRefusal } from '../../domain/client/partners.ts';
import { streamOf, type Uuid } from '../../domain/ids.ts';
import { MOST_CAREPLAN_BYTES, MOST_PLANNED_VISITS } from '../../domain/limits.ts';
import { Rejected } from '../../domain/rejected.ts';
import { parseTable6 } from '../../exchange/careplan-csv.ts';
import { careplanNameOf } from '../../exchange/careplan-name.ts';
import { type PlannedRow, plannedRow } from '../../exchange/careplan-plan.ts';
import { type ClientRow, clientsOfNetwork } from '../../projections/clients.ts';
import type { ApiContext } from '../context.ts';

/** A row that is not taken, and why: one of the codes of user errors. */
export interface BadRow {
  readonly line: number;
  /** From 1; 0: the row as a whole. */
  readonly column: number;
  readonly title: string;
  readonly code: string;
}
/** What a file says of one client. */
export interface ReadPlan {
  readonly client: ClientRow;
  readonly rows: readonly PlannedRow[];
}
export interface ReadCareplan {
  readonly month: string;
  readonly sentBy: string;
  readonly plans: readonly ReadPlan[];
  readonly bad: readonly BadRow[];
}

const CODES = {
  WIDTH: 'CAREPLAN_COLUMNS_SHIFTED',
  QUOTE: 'CAREPLAN_QUOTE_MISPLACED',
  VALUE: 'CAREPLAN_VALUE_INVALID',
  VERSION: 'CAREPLAN_VERSION_UNKNOWN',
  NOT_THE_FIRST_VERSION: 'CAREPLAN_VERSIONS_MIXED',
  MONTH: 'CAREPLAN_OTHER_MONTH',
  PROVIDER: 'CAREPLAN_OTHER_OFFICE',
  SERVICE: 'CAREPLAN_OTHER_SERVICE',
  TIMES: 'CAREPLAN_VALUE_INVALID',
} as const;
const INSURED_NUMBER = { column: 3, title: '被保険者番号' };
const DAY = { column: 10, title: 'サービス利用日' };

/**
 * What a file of 予定 says of the office's own clients, and every row that is not taken. Throws
 * `Rejected` where the file as a whole is none for this office.
 */
export const readCareplan = async (
  { networkId, fileName, contentBase64 }: { networkId: Uuid; fileName: string; contentBase64: string },
  office: { readonly id: Uuid; readonly providerNumber: string },
  context: ApiContext,
): Promise<ReadCareplan> => {
  const name = careplanNameOf(fileName);
  if (name?.kind !== 'UPPLAN') throw new Rejected('CAREPLAN_NAME_UNKNOWN', ['fileName']);
  if (name.to.number !== office.providerNumber || (name.to.service ?? '11') !== '11')
    throw new Rejected('CAREPLAN_OTHER_OFFICE', ['fileName']);
  const bytes = Buffer.from(contentBase64, 'base64');
  if (bytes.length > MOST_CAREPLAN_BYTES) throw new Rejected('CAREPLAN_TOO_LARGE', ['contentBase64']);
  const parsed = parseTable6(bytes);
  if (parsed === null) throw new Rejected('CAREPLAN_UNREADABLE', ['contentBase64']);
  if (parsed.rows.length + parsed.faults.length === 0) throw new Rejected('CAREPLAN_EMPTY', ['contentBase64']);
  const bad: BadRow[] = parsed.faults.map(({ what, ...fault }) => ({ ...fault, code: CODES[what] }));
  const rows: PlannedRow[] = [];
  for (const row of parsed.rows) {
    const read = plannedRow(row, name.month, office.providerNumber);
    if (!('what' in read)) rows.push(read);
    else bad.push({ line: read.line, column: read.column, title: read.title, code: CODES[read.what] });
  }
  const plans = await ofClients(rows, networkId, office.id, bad, context);
  bad.sort((a, b) => a.line - b.line || a.column - b.column);
  return { month: `${name.month.slice(0, 4)}-${name.month.slice(4)}`, sentBy: name.from.number, plans, bad };
};

/**
 * Rows by the client whom the number is of; of one that is nobody's or two clients' none is taken.
 */
const ofClients = async (
  rows: readonly PlannedRow[],
  networkId: Uuid,
  officeId: Uuid,
  bad: BadRow[],
  context: ApiContext,
): Promise<readonly ReadPlan[]> => {
  const clientsOf = await ownClients(networkId, officeId, context);
  const byPerson = Map.groupBy(rows, ({ insurerNumber, insuredNumber }) => `${insurerNumber} ${insuredNumber}`);
  return [...byPerson.values()].flatMap((own): ReadPlan[] => {
    const [first] = own;
    if (!first) return [];
    const [client, second] = clientsOf(first);
    const at = { line: first.line, ...INSURED_NUMBER };
    if (client === undefined || second !== undefined || own.length > MOST_PLANNED_VISITS) {
      const code = client === undefined ? 'CAREPLAN_CLIENT_UNKNOWN' : 'CAREPLAN_CLIENT_TWICE';
      bad.push({ ...at, code: client && !second ? 'TOO_MANY_PLANNED_VISITS' : code });
      return [];
    }
    const taken = own.filter(({ line, day }) => {
      const code = clientRefusal(client, officeId, day);
      if (code !== null) bad.push({ line, ...DAY, code });
      return code === null;
    });
    return taken.length === 0 ? [] : [{ client, rows: taken }];
  });
};

/**
 * The office's own clients by their numbers, opened in memory as a search by name does (rule 42);
 * one whose 保険者番号 is not known goes by the 被保険者番号 alone.
 */
const ownClients = async (networkId: Uuid, officeId: Uuid, context: ApiContext) => {
  const { readModel, clock } = context.app;
  const today = dayOf(clock.now());
  const all = clientsOfNetwork(readModel, { networkId, partnerOfficeId: officeId, today, withFormer: true });
  const numbered = await Promise.all(
    all.map(async (client) => {
      const open = (field: 'insurerNumber' | 'insuredNumber') =>
        context.open(client.sealedPersonal[field], {
          stream: streamOf('client', client.id),
          path: `personal.${field}`,
        });
      return { client, insurer: await open('insurerNumber'), insured: await open('insuredNumber') };
    }),
  );
  return ({ insurerNumber, insuredNumber }: PlannedRow): ClientRow[] =>
    numbered
      .filter(({ insured, insurer }) => insured === insuredNumber && (insurer === null || insurer === insurerNumber))
      .map(({ client }) => client);
};
