import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import t, { type Test } from 'tap';
import { buildServer } from '../src/api/server.ts';
import { filesOf } from '../src/app.ts';
import { type LongQuestions, Unanswered } from '../src/commands/long-questions.ts';
import { createLog } from '../src/log.ts';
import { QuestionThread } from '../src/question-thread.ts';
import { startNode } from './support/http-node.ts';
import { buildSmallNetwork } from './support/small-network.ts';
import { type longQuestions, SIGNS } from './support/test-questions.ts';

type Limits = ConstructorParameters<typeof QuestionThread>[2];

const node = await startNode(t);
const data = {
  log: { eventStore: null, file: filesOf(node.folders[0] ?? '').log, simulatedClock: null },
  readModel: node.app.readModel,
};
const TEST_QUESTIONS = new URL('./support/test-questions.ts', import.meta.url);
/** A thread for the tests' questions. */
const startThread = (t: Test, limits?: Limits, registry = TEST_QUESTIONS): QuestionThread<typeof longQuestions> => {
  const thread = new QuestionThread<typeof longQuestions>({ ...data, registry }, createLog('silent'), limits);
  t.teardown(() => thread.close());
  return thread;
};

const newSigns = (): Int32Array => new Int32Array(new SharedArrayBuffer(8));
const begun = async (signs: Int32Array): Promise<void> => {
  while (Atomics.load(signs, SIGNS.begun) === 0) await nextTurn();
};
const end = (signs: Int32Array): void => {
  Atomics.store(signs, SIGNS.end, 1);
};

t.test('pages come back while a long question is being answered, and nothing else lets it end', async (t) => {
  const thread = startThread(t);
  const signs = newSigns();
  const order: string[] = [];
  const answer = thread.ask('work', signs).then((answeredIn) => {
    order.push('question');
    return answeredIn;
  });
  await begun(signs);
  const pages = Array.from({ length: 50 }, async () => {
    const { data } = await node.ask('{ viewer { subject } }', {}, { as: 'admin' });
    order.push('page');
    return data;
  });
  t.strictSame(await Promise.all(pages), new Array(50).fill({ viewer: { subject: 'admin' } }));
  end(signs);
  t.not(await answer, threadId);
  t.strictSame(order, [...new Array(50).fill('page'), 'question']);
});

t.test('what never comes to an end is given up, and the next question is answered by a new thread', async (t) => {
  const thread = startThread(t, { answerMilliseconds: 2_000 });
  const first = await thread.ask('thread', undefined);
  const given = t.rejects(thread.ask('never', undefined), new Unanswered('it takes too long'));
  const next = await thread.ask('thread', undefined);
  await given;
  t.not(next, first);
  t.equal(await thread.ask('thread', undefined), next);
});

t.test('who asks a thread that does not begin, or ends, is told so', async (t) => {
  const never = 'await new Promise(() => {});';
  const fromCode = (code: string): URL => new URL(`data:text/javascript,${code}`);
  const doesNotStart = startThread(t, { beginMilliseconds: 500 }, fromCode(`setInterval(() => {}); ${never}`));
  const ends = startThread(t, {}, fromCode(never));
  const isBusy = startThread(t, { beginMilliseconds: 8_000 });
  const signs = newSigns();
  const first = await isBusy.ask('thenNever', signs);
  await begun(signs);
  await Promise.all([
    t.rejects(doesNotStart.ask('thread', undefined), new Unanswered('its thread does not begin')),
    t.rejects(ends.ask('thread', undefined), new Unanswered('its thread has ended')),
    t.rejects(isBusy.ask('thread', undefined), new Unanswered('its thread does not begin')),
  ]);
  t.not(await isBusy.ask('thread', undefined), first, 'the next question begins another');
});

t.test('what ends the thread is logged by its kind alone: the thread is asked with names', async (t) => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const quotes = '() => new Promise(() => setImmediate(JSON.parse, "name"))';
  const registry = new URL(`data:text/javascript,export const longQuestions = { thread: ${quotes} }`);
  const thread = new QuestionThread<typeof longQuestions>({ ...data, registry }, log);
  t.teardown(() => thread.close());
  await t.rejects(thread.ask('thread', undefined), new Unanswered('SyntaxError'));
  t.match(
    lines.map((line) => JSON.parse(line)),
    [{ question: 'thread', reason: 'SyntaxError' }],
  );
});

t.test('questions are answered one after the other; where too many wait, the next is not asked at all', async (t) => {
  const thread = startThread(t, { mostWaiting: 1 });
  const signs = newSigns();
  const working = thread.ask('work', signs);
  const order: string[] = [];
  const waiting = thread.ask('thread', undefined).finally(() => order.push('waited'));
  await t.rejects(thread.ask('thread', undefined), new Unanswered('too many questions wait'));
  const more = thread.ask('thread', undefined, { continues: true }).finally(() => order.push('had begun'));
  end(signs);
  t.equal(await waiting, await working);
  t.equal(await more, await working);
  t.strictSame(order, ['had begun', 'waited']);
});

t.test('what a question throws is thrown to who asked, and the thread answers on', async (t) => {
  const thread = startThread(t);
  const first = await thread.ask('thread', undefined);
  await t.rejects(thread.ask('refuse', undefined), new RangeError('no such month'));
  await t.rejects(thread.ask('withoutLog', undefined), new Unanswered('the log is away'));
  t.equal(await thread.ask('thread', undefined), first);
});

t.test('a thread of which nothing is asked ends; the next question begins another', async (t) => {
  const thread = startThread(t, { idleMilliseconds: 1 });
  const first = await thread.ask('thread', undefined);
  // Timers of one length go off in the order in which they were set.
  await sleep(1);
  t.not(await thread.ask('thread', undefined), first);
});

t.test('what is not answered when the system closes is given up, and no more is asked', async (t) => {
  const thread = startThread(t);
  const signs = newSigns();
  const closing = new Unanswered('the system is closing');
  const given = [t.rejects(thread.ask('work', signs), closing), t.rejects(thread.ask('thread', undefined), closing)];
  await begun(signs);
  await thread.close();
  await Promise.all(given);
  await t.rejects(thread.ask('thread', undefined), new Unanswered('too many questions wait'));
});

t.test('who is not answered is told UNAVAILABLE', async (t) => {
  const { networkId, partner, assists } = await buildSmallNetwork(node, '2026-06-01', 1);
  const registry = new URL('../src/commands/long-questions.ts', import.meta.url);
  const questions = new QuestionThread<LongQuestions>({ ...data, registry }, createLog('silent'), { mostWaiting: 0 });
  const server = await buildServer({ ...node.serverOptions, app: { ...node.serverOptions.app, questions } });
  t.teardown(() => server.close());
  const preview = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${await node.token(partner.subject)}` },
    payload: {
      query: `{ network(id: "${networkId}") { settlementPreview(
        partnerOfficeId: "${partner.id}", assistOfficeId: "${assists[0]?.id}", month: "2026-06") { totalYen } } }`,
    },
  });
  t.equal(preview.json().errors[0].extensions.code, 'UNAVAILABLE');
});
