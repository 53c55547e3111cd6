import { Account, ALLOWANCE } from '../../src/api/account.ts';
import { ApiContext } from '../../src/api/context.ts';
import { Cost } from '../../src/api/cost.ts';
import { members } from '../../src/api/member/visibility.ts';
import { caregivers } from '../../src/api/office/visibility.ts';
import type { Soon } from '../../src/api/soon.ts';
import { terms } from '../../src/api/terms/visibility.ts';
import { viewerOf } from '../../src/api/viewer.ts';
import { memberIdOf } from '../../src/domain/ids.ts';
import type { Thing } from './api-lists.ts';
import type { HttpNode } from './http-node.ts';

/** All things of a kind in the read model, each with a name by which a person knows it again. */
const ROWS: Readonly<Record<Thing, string>> = {
  Network: 'SELECT id, name AS label FROM networks ORDER BY name',
  Office: 'SELECT id, name AS label FROM offices ORDER BY name',
  Caregiver: `SELECT c.id, o.name || ' ' || c.code AS label FROM caregivers c JOIN offices o ON o.id = c.office_id
              ORDER BY label`,
  Member: 'SELECT DISTINCT subject AS id, subject AS label FROM members ORDER BY subject',
  Client: 'SELECT id, code AS label FROM clients ORDER BY code',
  Delegation: 'SELECT id, substr(first_start, 1, 10) AS label FROM delegations ORDER BY first_start',
  Visit: 'SELECT id, date AS label FROM visits ORDER BY date',
  Statement: 'SELECT id, month AS label FROM statements ORDER BY month',
  DelegationTerms: `SELECT t.id, o.name || ' ' || t.version AS label FROM terms t
                    JOIN offices o ON o.id = t.assist_office_id ORDER BY label`,
  Survey: 'SELECT id, status AS label FROM survey ORDER BY status',
};
const THINGS = Object.keys(ROWS) as Thing[];

/** One thing of the read model. */
export interface Row {
  readonly type: Thing;
  readonly id: string;
  readonly label: string;
}

/** Everything that has an id. */
export const everyThing = ({ app }: HttpNode): Row[] =>
  THINGS.flatMap((type) =>
    app.readModel.all(ROWS[type]).map(([id, label]) => ({ type, id: String(id), label: String(label) })),
  );

/** Those for which the contract has no query by id: judged by what judges the ids in mutations. */
const WITHOUT_QUERY: Readonly<Partial<Record<Thing, (context: ApiContext, id: string) => Soon<object | null>>>> = {
  Caregiver: (context, id) => context.visible(caregivers, id),
  DelegationTerms: (context, id) => context.visible(terms, id),
  Member: (context, subject) => context.visible(members, memberIdOf(subject)),
};

/** What of all things a subject sees by its id: over HTTP where the contract has a query for it. */
export const seenById = async (node: HttpNode, as: string, rows: readonly Row[]): Promise<Row[]> => {
  const { app } = node.serverOptions;
  const viewer = await viewerOf({ subject: as, memberId: memberIdOf(as) }, app);
  const context = new ApiContext(app, {
    viewer,
    validUntil: Number.MAX_SAFE_INTEGER,
    requestId: 'visibility',
    cost: new Cost(new Account(ALLOWANCE.development)),
    openStream: () => () => {},
    language: 'ja',
  });
  const seen: Row[] = [];
  for (const row of rows) {
    const { type, id } = row;
    const visible = WITHOUT_QUERY[type];
    if (visible) {
      if ((await visible(context, id)) !== null) seen.push(row);
      continue;
    }
    const name = type.toLowerCase();
    const { data, errors } = await node.ask(`query ($id: ID!) { ${name}(id: $id) { id } }`, { id }, { as });
    if (errors.length > 0) throw new Error(`${as}: ${name}: ${JSON.stringify(errors)}`);
    if (data[name] !== null) seen.push(row);
  }
  return seen;
};
