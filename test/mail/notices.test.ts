import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import t from 'tap';
import { asking } from '../../scripts/api-client.ts';
import { type Smtp, startSmtp, textOfMail } from '../../scripts/mail-server.ts';
import { noticesOf } from '../../scripts/notices.ts';
import { startServer } from '../../scripts/server-process.ts';
import { developmentToken } from '../../src/api/auth.ts';
import { createLog } from '../../src/log.ts';
import { smtpMailer } from '../../src/mail/mailer.ts';
import { Notifier } from '../../src/mail/notifier.ts';
import { Presence } from '../../src/mail/presence.ts';
import { CommandLoop } from '../../src/store/handle-command.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { speaking } from '../support/site.ts';
import { buildSmallNetwork, CANARIES, momentAt, visitOn } from '../support/small-network.ts';

const DAY = '2026-06-01';
const ADDRESS = 'https://visits.example.jp';
const TASKS = 'subscription { taskChanges { cursor closed task { kind } } }';
const at = (node: HttpNode, time: string) => momentAt(node, `${DAY}T${time}:00+09:00`);
/** Somebody asks something at a time. */
const look = (node: HttpNode, time: string) => at(node, time).ask({ subject: 'admin' }, '{ viewer { subject } }', {});

/** Waits for what nobody tells of, 15 s at most. */
const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  const late = AbortSignal.timeout(15_000);
  while (!(await done())) {
    if (late.aborted) throw new Error('not within 15 s');
    await sleep(20);
  }
};

type Tap = Parameters<typeof startNode>[0] & { teardown(done: () => Promise<unknown>): void };

/** A node with a mail server, of whose offices both assist offices want notices. */
const noticing = async (t: Tap, dataDir?: string) => {
  const smtp = await startSmtp(t);
  const env = { SMTP_URL: smtp.url, PUBLIC_URL: ADDRESS, ...(dataDir ? { DATA_DIR: dataDir } : {}) };
  const node = await startNode(t, env);
  const network = await buildSmallNetwork(node, DAY);
  const [first, second] = network.assists;
  if (!first || !second) throw new Error('two assist offices');
  for (const { id: officeId, subject } of [first, second])
    await at(node, '09:30').send({ subject }, 'changeOffice', { officeId, noticeEmail: [`${subject}@example.jp`] });
  const request = (hour: number, time: string, office = first, on = node) =>
    at(on, time).request(network.partner, {
      clientId: network.clientId,
      mode: 'DIRECT',
      visits: [visitOn('2026-06-02', hour)],
      rounds: [{ officeIds: [office.id], windowMinutes: 600 }],
    });
  return { ...network, smtp, node, env, first, second, request };
};

/** What another node of the same log does, to whom nobody is connected. */
const onAnotherNode = ({ app }: HttpNode, smtp: Smtp, clustered: boolean): Notifier => {
  const mailer = smtpMailer({ server: new URL(smtp.url), from: 'notices@example.jp' }, { production: false });
  const loop = new CommandLoop(app.store, app.clock);
  const presence = new Presence();
  const notifier = new Notifier({ app: { ...app, loop }, mailer, presence, clustered, log: createLog('fatal') });
  notifier.start(ADDRESS);
  return notifier;
};

t.test(
  'contract, Office.noticeEmail: a mail for each new task of an office nobody of which is connected',
  async (t) => {
    const { smtp, node, first, second, request } = await noticing(t);
    const racing = onAnotherNode(node, smtp, false);
    const other = onAnotherNode(node, smtp, true);
    const { id } = await request(10, '10:00');
    await smtp.until(1);
    await racing.stop();
    t.strictSame(
      smtp.mails.map(({ to }) => to),
      [['assist-1@example.jp']],
      'of two nodes one',
    );
    const said = smtp.mails.map(textOfMail).join();
    t.match(said, '至急の用件が1件あります。次のページを開いて確かめてください。');
    t.match(said, ADDRESS);
    const raw = smtp.mails.map((mail) => mail.raw).join();
    for (const canary of [...CANARIES, 'C-1', '架空町', 'assist-2', '2026-06-0'])
      t.notOk(`${raw} ${said}`.includes(canary), 'nothing personal');

    const open = noticesOf(node, second.subject, TASKS, {});
    const next = open.next();
    await until(() => node.app.presence.of(second.id) === 'HERE');
    await request(12, '10:01', second);
    t.equal((await next).value.data.taskChanges.task.kind, 'ANSWER_OFFER', 'who is connected is told');
    await open.return(undefined);
    await until(() => node.app.presence.of(second.id) === 'GONE');

    await at(node, '10:02').accept(first, id);
    await request(14, '10:03', second);
    await smtp.until(2);
    t.strictSame(smtp.mails[1]?.to, ['assist-2@example.jp']);
    t.match(smtp.mails.slice(1).map(textOfMail), ['至急の用件が1件あります。'], 'of the new one, not of the one seen');
    await look(node, '11:02');
    await smtp.until(3);
    t.strictSame(smtp.mails[2]?.to, ['assist-1@example.jp']);
    t.match(smtp.mails.slice(2).map(textOfMail), ['新しい用件が1件あります。'], 'what can wait, an hour later');
    await other.stop();
    t.equal(smtp.mails.length, 3);
  },
);

t.test('rule 18: each visit that comes to be at risk is said, though its delegation is a task already', async (t) => {
  const { smtp, node, partner, clientId, first, second } = await noticing(t);
  await at(node, '09:40').send(partner, 'changeOffice', { officeId: partner.id, noticeEmail: ['partner@example.jp'] });
  const toPartner = (): number => smtp.mails.filter(({ to }) => to.includes('partner@example.jp')).length;
  const on = (time: string) => momentAt(node, `2026-06-02T${time}:00+09:00`);
  const asked = { clientId, visits: [14, 15, 16].map((hour) => visitOn('2026-06-02', hour)) };
  const rounds = [{ officeIds: [first.id], windowMinutes: 600 }];
  const { id, visits } = await on('09:50').request(partner, { ...asked, mode: 'FIRST_TO_ACCEPT', rounds });
  const third = visits.slice(2).map(({ visitId }) => visitId);
  await on('09:55').accept(first, id, { visitIds: third });
  const called = async (time: string, mails: number): Promise<void> => {
    const query = '{ viewer { tasks(kinds: [CALL_OFFICES]) { edges { node { since } } } } }';
    const { data } = await node.ask(query, {}, { as: partner.subject, at: `2026-06-02T${time}:00+09:00` });
    t.strictSame(data.viewer.tasks.edges, [{ node: { since: `2026-06-02T${time}:00.000+09:00` } }]);
    await until(() => toPartner() >= mails);
    t.equal(toPartner(), mails);
  };
  await called('11:00', 1);
  await called('12:00', 2);
  await on('13:30').send(first, 'releaseVisits', { delegationId: id, visitIds: third, reason: '欠勤' });
  await called('13:30', 3);

  await t.test('rule 14: each office that asks for more time is a task and a mail of its own', async (t) => {
    const tomorrow = { clientId, mode: 'FIRST_TO_ACCEPT', visits: [visitOn('2026-06-03', 14)] };
    const both = [{ officeIds: [first.id, second.id], windowMinutes: 30 }];
    const { id: delegationId } = await on('13:40').request(partner, { ...tomorrow, rounds: both });
    const waiting = async () => {
      const query = '{ viewer { tasks(kinds: [GRANT_MORE_TIME]) { edges { node { office { id } since dueAt } } } } }';
      const { data } = await node.ask(query, {}, { as: partner.subject });
      return data.viewer.tasks.edges.map((edge: { node: unknown }) => edge.node);
    };
    const asks = ({ id }: { readonly id: string }, time: string, until: string) => ({
      office: { id },
      since: `2026-06-02T${time}:00.000+09:00`,
      dueAt: `2026-06-02T${until}:00.000+09:00`,
    });
    await on('13:42').send(first, 'requestMoreTime', { delegationId, minutes: 10 });
    await until(() => toPartner() >= 4);
    await on('13:44').send(second, 'requestMoreTime', { delegationId, minutes: 10 });
    await until(() => toPartner() >= 5);
    t.strictSame(await waiting(), [asks(first, '13:42', '14:10'), asks(second, '13:44', '14:10')]);
    await on('13:46').send(partner, 'grantMoreTime', { delegationId, officeId: first.id, minutes: 10 });
    t.strictSame(await waiting(), [asks(second, '13:44', '14:10')], 'who was granted it waits no longer');
    t.equal(toPartner(), 5);
  });
});

/** How many notices the mail server has not taken, by the log. */
const returned = async ({ store }: HttpNode): Promise<number> => {
  const enough = new AbortController();
  const head = await store.head();
  let count = 0;
  for await (const batch of store.subscribe(0, enough.signal)) {
    count += batch.filter(({ type }) => type === 'NoticeReturned').length;
    if ((batch.at(-1)?.position ?? 0) >= head) enough.abort();
  }
  return count;
};

t.test('never twice for a task: refused, cut off, taken at last, and over a start anew', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'notices-'));
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }));
  const { smtp, node, env, second, request } = await noticing(t, dataDir);
  const [NOT_NOW, CUT, NO_SUCH_ADDRESS] = [1, 2, 3];
  smtp.refuse.push('CONNECTION', 'MAIL');
  await request(10, '10:00');
  await smtp.refused();
  await until(async () => (await returned(node)) === NOT_NOW);
  smtp.refuse.push('CUT');
  t.equal((await look(node, '10:02')).viewer.subject, 'admin', 'nobody else waits for the mail server');
  await smtp.refused();
  await until(async () => (await returned(node)) === CUT);
  smtp.refuse.push('ADDRESS');
  await look(node, '10:30');
  await smtp.refused();
  await until(async () => (await returned(node)) === NO_SUCH_ADDRESS);
  await look(node, '10:50');
  await smtp.until(1);
  await node.close();

  const again = await startNode(t, env);
  await look(again, '12:00');
  await request(16, '12:01', second, again);
  await smtp.until(2);
  t.strictSame(
    smtp.mails.map(({ to }) => to),
    [['assist-1@example.jp'], ['assist-2@example.jp']],
  );
});

/** Every file of a folder, as one text. */
const textsIn = (folder: string): string => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join();
};

t.test('contract, Office.noticeEmail: checked, seen by the office alone, sealed', async (t) => {
  const { node, partner, first } = await noticing(t);
  const officeId = first.id;
  const set = async (noticeEmail: unknown) => {
    const query = `mutation ($input: ChangeOfficeInput!) {
      changeOffice(input: $input) { userErrors { code } office { noticeEmail } }
    }`;
    const { errors, data } = await node.ask(query, { input: { officeId, noticeEmail } }, { as: first.subject });
    return errors[0]?.extensions?.path ?? data.changeOffice.office.noticeEmail;
  };
  const seen = async (as: string) => {
    const query = 'query ($id: ID!) { office(id: $id) { noticeEmail } }';
    return (await node.ask(query, { id: officeId }, { as })).data.office.noticeEmail;
  };
  const two = 'a@example.jp, b@example.jp';
  for (const wrong of ['x', 'a@b', 'a@example.jp\nBcc: b@example.jp', two, `${'a'.repeat(250)}@example.jp`])
    t.strictSame(await set([wrong]), ['input', 'noticeEmail', '0'], wrong.slice(0, 20));
  t.strictSame(await set(Array.from({ length: 6 }, (_, n) => `a${n}@example.jp`)), ['input', 'noticeEmail']);
  const head = await node.store.head();
  t.strictSame(await set(['assist-1@example.jp']), ['assist-1@example.jp']);
  t.equal(await node.store.head(), head, 'as before');
  t.strictSame(await set([' kanaria＠example.jp ', 'kanaria@example.jp']), ['kanaria@example.jp']);
  t.strictSame(await seen(first.subject), ['kanaria@example.jp']);
  t.strictSame([await seen(partner.subject), await seen('admin')], [null, null]);
  t.notOk(textsIn(node.folders[0] ?? '').includes('kanaria'), 'nowhere on the disk');
  t.strictSame(await set(null), []);
});

t.test('mail goes in with a login alone, and never to whoever shows a certificate that nobody trusts', async (t) => {
  const login = { user: 'visits@example.jp', password: 'p@ss:wörd' };
  const sentTo = async (smtp: Smtp, user: string, password: string): Promise<unknown> => {
    const { protocol, host } = new URL(smtp.url);
    const server = new URL(`${protocol}//${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}`);
    const mailer = smtpMailer({ server, from: 'notices@example.jp' }, { production: true });
    const mail = { to: ['a@example.jp'], subject: 'お知らせ', text: '1件', id: 'x' };
    return mailer.send(mail).finally(() => mailer.close());
  };
  const smtp = await startSmtp(t, { secure: false, login });
  await t.rejects(sentTo(smtp, login.user, 'wrong'), { name: 'MailRefused', code: 'EAUTH 535' });
  t.equal(await sentTo(smtp, login.user, login.password), 0);
  t.strictSame(
    smtp.mails.map(({ to }) => to),
    [['a@example.jp']],
  );
  const strange = await startSmtp(t, { secure: true, login });
  await t.rejects(sentTo(strange, login.user, login.password), { name: 'MailRefused', code: 'ESOCKET' });
  t.equal(strange.mails.length, 0);

  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const trusted = await startSmtp(t, { secure: true, login, certificate: { key, cert } });
  await t.rejects(sentTo(trusted, login.user, login.password), { name: 'MailRefused', code: 'ESOCKET' }, 'not yet');
  const before = getCACertificates('default');
  t.teardown(() => setDefaultCACertificates(before));
  setDefaultCACertificates([...before, cert]);
  t.equal(await sentTo(trusted, login.user, login.password), 0);
  await t.rejects(sentTo(trusted, login.user, 'wrong'), { name: 'MailRefused', code: 'EAUTH 535' });
  t.equal(trusted.mails.length, 1, 'by TLS, to whom we trust');
});

t.test(
  'a node that dies between claiming a notice and sending it loses that mail, and nobody doubles it',
  async (t) => {
    const smtp = await startSmtp(t);
    const dataDir = mkdtempSync(join(tmpdir(), 'notices-'));
    const start = async () => {
      const env = { DATA_DIR: dataDir, SMTP_URL: smtp.url, NODE_ENV: 'development', PORT: '0' };
      const server = await startServer({ ...env, LOG_LEVEL: 'info' });
      t.teardown(() => server.stop());
      const tokenOf = (subject: string): Promise<string> => developmentToken(dataDir, subject);
      return { server, site: speaking(asking(() => server.url, tokenOf)) };
    };
    const { server, site } = await start();
    const { partner, assists, clientId } = await buildSmallNetwork(site, DAY, 1);
    const [assist] = assists;
    if (!assist) throw new Error('an assist office');
    const then = (on: typeof site, time: string) => momentAt(on, `${DAY}T${time}:00+09:00`);
    const noticeEmail = ['assist-1@example.jp'];
    await then(site, '09:30').send(assist, 'changeOffice', { officeId: assist.id, noticeEmail });
    const request = (on: typeof site, time: string, hour: number) => {
      const rounds = [{ officeIds: [assist.id], windowMinutes: 600 }];
      return then(on, time).request(partner, { clientId, visits: [visitOn('2026-06-02', hour)], rounds });
    };
    smtp.refuse.push('WAIT');
    await request(site, '10:00', 10);
    await smtp.refused();
    server.process.kill('SIGKILL');
    await server.stop();

    const again = (await start()).site;
    await request(again, '14:00', 14);
    await smtp.until(1);
    const query = '{ viewer { tasks(kinds: [ANSWER_OFFER]) { totalCount } } }';
    const { viewer } = await then(again, '18:00').ask(assist, query, {});
    t.equal(viewer.tasks.totalCount, 2, 'the task of the mail that was lost stands');
    t.strictSame(
      smtp.mails.map((mail) => textOfMail(mail).split('。')[0]),
      ['至急の用件が1件あります'],
      'of the second alone',
    );
  },
);
