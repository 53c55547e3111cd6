import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { filesOf } from '../../src/app.ts';
import { readModelDigest } from '../../src/projections/digest.ts';
import { Projector } from '../../src/projections/projector.ts';
import { projections } from '../../src/projections-in-force.ts';
import type { EventStore, Position } from '../../src/store/event-store.ts';
import { Dice } from '../bench/log/dice.ts';
import { differingTables, tableDigests } from '../table-digests.ts';
import { faultsOf } from './judging.ts';
import { type Request, Requests } from './requests.ts';
import { type Reply, Sender } from './sending.ts';
import { lookedAt } from './sight.ts';
import type { Things } from './things.ts';
import { Values } from './values.ts';
import type { World } from './world.ts';

export interface Fault {
  /** Of the request, in its world; 0 where no single request is at fault. */
  readonly number: number;
  readonly what: string;
  /** The request as a line that `--replay` takes. */
  readonly line: string;
}
export interface Outcome {
  /** How often each was answered, by kind of request and status or code. */
  readonly answers: Map<string, number>;
  readonly faults: readonly Fault[];
  readonly events: number;
  /** How often each mutation passed: nothing was refused. */
  readonly passed: ReadonlyMap<string, number>;
}

/** Sent at once, and judged together: whether anything was written that nobody was told of. */
const AT_ONCE = 8;
/** After so many it is seen anew how things stand: what others have done since is not known. */
const LOOKS_EVERY = 16;

/** Sends so many requests to a world, always the same for a seed, and judges each answer. */
export const fuzz = async (world: World, requests: number, seed: number): Promise<Outcome> => {
  const { node, things, trial } = world;
  const dice = new Dice(seed);
  const making = new Requests(dice, new Values(dice, things, trial.now, seed), world);
  const sender = new Sender(node.url, node.token);
  const answers = new Map<string, number>();
  const faults: Fault[] = [];
  const begun = await node.store.head();
  const passed = new Map<string, number>();
  for (let number = 1; number <= requests; number += AT_ONCE) {
    if (number % LOOKS_EVERY === 1) making.sight = await lookedAt(node, trial);
    const batch = Array.from({ length: Math.min(AT_ONCE, requests - number + 1) }, () => making.next());
    const before = await node.store.head();
    const replies = await Promise.all(batch.map((sent) => sender.send(sent).catch((error: Error) => error)));
    for (const [n, reply] of replies.entries()) {
      const sent = batch[n] as Request;
      const line = lineOf(sent, things);
      for (const what of judged(sent, reply, world)) faults.push({ number: number + n, what, line });
      count(answers, sent, reply);
      if (reply !== null && !(reply instanceof Error)) learn(things, sent, reply);
    }
    const written = await writersAfter(node.store, before);
    const accepted = batch.filter((sent, n) => isAccepted(sent, replies[n]));
    for (const [n, sent] of batch.entries())
      if (isAccepted(sent, replies[n]) && !isRefused(replies[n])) countOne(passed, nameOf(sent));
    // An answer to a survey is nobody's, whoever sends it.
    const told = accepted.map((sent) => (nameOf(sent) === 'answerSurvey' ? 'survey' : sent.as));
    for (const subject of written.filter((one) => one !== 'process' && !told.includes(one)))
      faults.push({
        number,
        what: `${subject} wrote events and was not told so`,
        line: lineOf(batch[0] as Request, things),
      });
  }
  sender.close();
  for (const table of await differingFromRebuilt(world))
    faults.push({ number: 0, what: `the table ${table} is not what the log gives`, line: '' });
  return { answers, faults, events: (await node.store.head()) - begun, passed };
};

/** Sends one line that was printed for a fault, and says what is wrong with its answer. */
export const replay = async (world: World, line: string): Promise<{ reply: Reply | null; faults: string[] }> => {
  const sent = JSON.parse(world.things.meant(line)) as Request;
  const sender = new Sender(world.node.url, world.node.token);
  const reply = await sender.send(sent);
  sender.close();
  return { reply, faults: judged(sent, reply, world) };
};

const lineOf = (sent: Request, things: Things): string => things.named(JSON.stringify(sent));

const judged = (sent: Request, reply: Reply | null | Error, { planted, node }: World): string[] =>
  reply instanceof Error ? [reply.message] : faultsOf(sent, reply, planted, node.folders[0] ?? '');

const count = (answers: Map<string, number>, { kind }: Request, reply: Reply | null | Error): void => {
  const code =
    reply instanceof Error || reply === null
      ? null
      : /"(?:extensions":|userErrors":\[)\{"code":"(\w+)"/.exec(reply.text)?.[1];
  const told = `${kind}: ${code ?? (reply instanceof Error ? 'failed' : (reply?.status ?? 'closed'))}`;
  countOne(answers, told);
};

const countOne = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** The mutation of a request. */
const nameOf = ({ body }: Request): string => /(\w+)\(input: /.exec(body)?.[1] ?? '';

/** Of a file or a batch what is named was done, beside what was refused of it. */
const isAccepted = ({ kind }: Request, reply: Reply | null | Error | undefined): boolean =>
  kind === 'mutation' && !!reply && 'text' in reply && ACCEPTED.test(reply.text);
const ACCEPTED = /"userErrors":\[\]|"accepted":true|"(?:clients|statements)":\[\{"id"|"extensions":\{"done":true\}/;

/** Of several parts, one may be. */
const isRefused = (reply: Reply | null | Error | undefined): boolean =>
  !!reply && 'text' in reply && /"userErrors":\[\{/.test(reply.text);

/** Kinds of what payloads show, by the payload's field. */
const MADE: Readonly<Record<string, string>> = {
  office: 'officeId',
  caregiver: 'caregiverId',
  network: 'networkId',
  client: 'clientId',
  delegation: 'delegationId',
  visit: 'visitId',
  terms: 'termsId',
  statement: 'statementId',
  survey: 'surveyId',
};

/** Takes down what an answer shows that later requests can be made of. */
const learn = (things: Things, { kind }: Request, { text }: Reply): void => {
  for (const [, name = '', value = ''] of text.matchAll(/"(cursor|endCursor|position|token|contentHash)":"([^"]+)"/g))
    things.add(name === 'endCursor' ? 'cursor' : name, value);
  if (kind !== 'mutation') return;
  for (const [, name = '', id = ''] of text.matchAll(/"(\w+)":\{"(?:id|visitId)":"([0-9a-f-]{36})"/g))
    if (MADE[name]) things.add(MADE[name], id);
};

/** Who has written anything since. */
const writersAfter = async (store: EventStore, before: Position): Promise<readonly string[]> => {
  const head = await store.head();
  if (head === before) return [];
  const end = new AbortController();
  const writers = new Set<string>();
  for await (const batch of store.subscribe(before, end.signal)) {
    // What a process gathers of answers is nobody's either.
    for (const { stream, metadata } of batch)
      if (!stream.startsWith('answer-'))
        writers.add((JSON.parse(metadata) as { actor: { subject: string } }).actor.subject);
    if ((batch.at(-1)?.position ?? 0) >= head) end.abort();
  }
  return [...writers];
};

const differingFromRebuilt = async ({ node }: World): Promise<readonly string[]> => {
  await node.app.caughtUp();
  const { store } = node;
  const folder = filesOf(node.folders[0] ?? '').readModels;
  const file = join(folder, `${readModelDigest()}.sqlite`);
  const live = new DatabaseSync(file, { readOnly: true });
  live.exec('BEGIN');
  const { checkpoint } = live.prepare('SELECT checkpoint FROM projector').get() as { checkpoint: Position };
  const rebuiltFile = `${file}.rebuilt`;
  const projector = await Projector.open(rebuiltFile, projections, store);
  const end = new AbortController();
  for await (const batch of store.subscribe(0, end.signal)) {
    projector.apply(batch.filter(({ position }) => position <= checkpoint));
    if (projector.checkpoint >= checkpoint) end.abort();
  }
  projector.close();
  const rebuilt = new DatabaseSync(rebuiltFile, { readOnly: true });
  const differing = differingTables(tableDigests(live), tableDigests(rebuilt));
  live.close();
  rebuilt.close();
  return differing;
};
