import { addMinutes, dayOf, toInstant } from '../../src/domain/calendar.ts';
import { type HttpNode, startNode } from '../../test/support/http-node.ts';
import { momentAt } from '../../test/support/small-network.ts';
import { CAST, liveTrial, type Trial } from '../../test/support/trial.ts';
import { visitFrom } from '../network-builder.ts';
import type { Planted } from './judging.ts';
import { ACCOUNT, CARE_PLAN } from './moves.ts';
import { Things } from './things.ts';

/** What is attacked by chance: a server, what lives in it, and who asks. */
export interface World {
  readonly node: HttpNode;
  readonly trial: Trial;
  readonly things: Things;
  readonly planted: readonly Planted[];
  /** Subjects of the requests; null: without a token. */
  readonly subjects: readonly (string | null)[];
}

/** Of the planted part, who may see its names, and do nothing. */
const OWNERS = ['z', 'y', 'y.care'];
/** Has a token and no role, and is never given one. */
const STRANGER = 'nobody';
/** Without a role at first: what is sent may enrol them at an office of the trial. */
const NEWCOMERS = ['new', 'newer'];
const NAMES = {
  client: '金糸雀 啼子',
  address: '架空町カナリア9-9-9',
  entry: '鍵は植木鉢の金糸雀の下',
  caregiver: '夜鳴鶯 介護',
  note: '金糸雀の申し送り',
};

/** A server of its own on which a trial in miniature has lived, and beside it the planted part. */
export const startWorld = async (t: { teardown(end: () => Promise<void>): void }, logLevel: string): Promise<World> => {
  const node = await startNode(t, { LOG_LEVEL: logLevel });
  return worldOf(node, await liveTrial(node));
};

/** The same over a trial that stands already. */
export const worldOf = async (node: HttpNode, trial: Trial): Promise<World> => {
  const things = new Things();
  const { office, network, otherNetwork, now, ...others } = trial;
  for (const [name, id] of Object.entries(office)) things.add('officeId', id, `office ${name}`);
  things.add('networkId', network, 'network');
  things.add('networkId', otherNetwork, 'other network');
  for (const [name, id] of Object.entries(others)) things.add(KINDS[name] ?? 'visitId', id, name);
  for (const subject of [...Object.keys(CAST), ...NEWCOMERS, 'process', 'survey']) things.add('subject', subject);
  for (const cursor of ['WzAsMCwwXQ', 'W10', 'WyJhIl0', 'x']) things.add('cursor', cursor);
  await liven(node, things, trial);
  await plant(node, things, now);
  return {
    node,
    trial: { ...trial, now: addMinutes(toInstant(now), 180) },
    things,
    planted: [
      { texts: Object.values(NAMES), seenBy: OWNERS },
      {
        texts: ['山田花子', '世田谷区某町1-2-3', '介護太郎', '玄関は左側'],
        seenBy: [...OWNERS, ...Object.keys(CAST), ...NEWCOMERS],
      },
    ],
    subjects: [...Object.keys(CAST), STRANGER, null],
  };
};

const KINDS: Readonly<Record<string, string>> = {
  client: 'clientId',
  terms: 'termsId',
  delegation: 'delegationId',
  lapsed: 'delegationId',
  caregiver: 'caregiverId',
  statement: 'statementId',
  survey: 'surveyId',
};

/**
 * More that people can act on: accounts to pay from and to, an office that can take over clients, a
 * client who is known in files, and delegations that are open, taken, and to be selected in.
 */
const liven = async (node: HttpNode, things: Things, { now, client, office, network }: Trial): Promise<void> => {
  const begin = momentAt(node, now);
  for (const subject of ['p', 'a', 'b'] as const)
    await begin.send({ subject }, 'setBankAccount', { officeId: office[subject], ...ACCOUNT });
  await begin.join(network, { id: office.n, subject: 'n' }, 'ASSIST', 'PARTNER');
  const { insurerNumber, insuredNumber, careManagementNumber } = CARE_PLAN;
  const personal = { insurerNumber, insuredNumber };
  await begin.send({ subject: 'p' }, 'changeClient', { clientId: client, careManagementNumber, personal });
  const first = toInstant(now);
  for (const [n, mode] of ['FIRST_TO_ACCEPT', 'PARTNER_SELECTS', 'FIRST_TO_ACCEPT', 'FIRST_TO_ACCEPT'].entries()) {
    const visits = [4, 30, 100].map((hours) => visitFrom(addMinutes(first, (hours + n) * 60)));
    const rounds = [{ officeIds: [office.a, office.b] }];
    const { id, visits: made } = await begin.request({ subject: 'p' }, { clientId: client, visits, rounds, mode });
    things.add('delegationId', id, `delegation ${n}`);
    for (const [m, { visitId }] of made.entries()) things.add('visitId', visitId, `visit ${n}-${m}`);
    if (n > 0) await begin.accept({ subject: n === 2 ? 'b' : 'a' }, id);
  }
};

/** A network of which nobody else is anything, with names in it wherever the contract has texts. */
const plant = async (node: HttpNode, things: Things, now: string): Promise<void> => {
  const begin = momentAt(node, now);
  const [z, y] = [await begin.office('z'), await begin.office('y')];
  const network = await begin.network('第三', '練馬');
  await begin.join(network, z, 'PARTNER');
  await begin.join(network, y, 'ASSIST');
  const caregiver = await begin.caregiver(y, { name: NAMES.caregiver }, 'y.care');
  const terms = await begin.terms(network, z, y, { percent: '90' });
  const personal = { name: NAMES.client, address: NAMES.address, entryNotes: NAMES.entry };
  const details = { code: 'Z-1', area: '架空町', personal };
  const client = await begin.client(network, z, details, NAMES.client, ['SHARE_WITHIN_NETWORK', 'SURVEY']);
  const start = addMinutes(toInstant(now), 60);
  const visits = [visitFrom(start), visitFrom(addMinutes(start, 24 * 60))];
  const asked = { clientId: client, visits, rounds: [{ officeIds: [y.id] }], note: NAMES.note };
  const delegation = await begin.request(z, asked);
  await begin.accept(y, delegation.id, { note: NAMES.note });
  for (const { visitId } of delegation.visits) await begin.assign(y, visitId, caregiver);
  const [{ visitId } = { visitId: '' }] = delegation.visits;
  const over = begin.later(addMinutes(start, 60));
  const record = { startedAt: start, endedAt: addMinutes(start, 45), condition: NAMES.note, notes: NAMES.note };
  await over.record(caregiver, visitId, record);
  await over.verify(z, visitId, `${dayOf(start)} ${NAMES.note}`);
  for (const [kind, id] of Object.entries({
    networkId: network,
    clientId: client,
    termsId: terms,
    delegationId: delegation.id,
    visitId,
    caregiverId: caregiver.id,
  }))
    things.plant(kind, id, `planted ${kind}`);
  things.plant('officeId', z.id, 'planted office z');
  things.plant('officeId', y.id, 'planted office y');
};
