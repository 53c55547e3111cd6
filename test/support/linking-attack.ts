import { randomInt } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { filesOf } from '../../src/app.ts';
import { partsOfStream, type Uuid } from '../../src/domain/ids.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import { machineClock } from '../../src/store/clock.ts';
import { contentHash } from '../../src/store/handle-command.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';
import type { VaultKey } from '../../src/store/vault.ts';
import { keyOf } from '../../src/store/vault-cipher.ts';

/** Who answered, and an answer that was given: of one batch. Both as the log holds them. */
interface Person {
  readonly invitationId: Uuid;
  readonly respondentId: Uuid;
  /** `<position> <id> <data> <metadata>` of the event with which the answer came. */
  readonly used: LogEvent;
}
interface Given {
  readonly event: LogEvent;
  readonly answers: readonly { readonly question: string; readonly values: readonly string[] }[];
  readonly panelKey: string | null;
  /** Bytes that stand for this answer alone, wherever they are found. */
  readonly marks: readonly string[];
}
export interface Batch {
  readonly surveyId: Uuid;
  readonly people: readonly Person[];
  readonly given: readonly Given[];
}
interface LogEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly data: string;
  readonly metadata: string;
}

/** All that a thief has of a data folder: the log, every key that opens, every file's bytes. */
export interface Loot {
  readonly folder: string;
  readonly batches: readonly Batch[];
  readonly keys: readonly VaultKey[];
  readonly secrets: readonly Buffer[];
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Copies a folder, in which a server may be running, and opens in it whatever opens. */
export const steal = async (from: string, to: string): Promise<Loot> => {
  cpSync(from, to, { recursive: true });
  const files = new Map(readdirSync(to).map((name) => [name, readFileSync(join(to, name))] as const));
  const vault = await SqliteVault.inFolder(filesOf(to));
  const kept: { id: KeyId; secret: Buffer }[] = [];
  for await (const { id, secret } of vault.entries()) if (secret) kept.push({ id, secret });
  await vault.close();
  const store = new SqliteEventStore({ file: join(to, 'events.sqlite'), clock: machineClock });
  const log = await wholeLog(store);
  await store.close();
  const keys = kept.map(({ id, secret }) => keyOf(id, secret));
  return { folder: to, batches: batchesOf(log), keys, secrets: kept.map(({ secret }) => secret), files };
};

const wholeLog = async (store: SqliteEventStore): Promise<LogEvent[]> => {
  const [all, end, head] = [[] as LogEvent[], new AbortController(), await store.head()];
  for await (const batch of store.subscribe(0, end.signal)) {
    all.push(...batch);
    if ((batch.at(-1)?.position ?? 0) >= head) end.abort();
  }
  return all;
};

/**
 * Each AnswersGathered with the answers behind it: who is in it the log says, not whose is whose.
 */
const batchesOf = (log: readonly LogEvent[]): Batch[] => {
  const usedBy = new Map(log.flatMap((event) => (event.type === 'InvitationUsed' ? [[event.stream, event]] : [])));
  const respondents = new Map(
    log.flatMap(({ type, stream, data }) =>
      type === 'RespondentInvited' ? [[stream, JSON.parse(data).respondent.respondentId as Uuid]] : [],
    ),
  );
  return log.flatMap((event, at) => {
    if (event.type !== 'AnswersGathered') return [];
    const ids: Uuid[] = JSON.parse(event.data).invitationIds;
    const people = ids.map((invitationId): Person => {
      const used = usedBy.get(`invitation-${invitationId}`);
      if (!used) throw new Error('nobody who answered');
      return { invitationId, respondentId: respondents.get(`invitation-${invitationId}`) ?? '', used };
    });
    const given = log.slice(at + 1, at + 1 + ids.length).map((answered): Given => {
      const { answers, panelKey } = JSON.parse(answered.data);
      const marks = [answered.id, ...answers.flatMap(({ values }: Given['answers'][number]) => values)];
      return { event: answered, answers, panelKey, marks: marks.filter((mark) => mark.length > 5) };
    });
    return [{ surveyId: partsOfStream(event.stream).id, people, given }];
  });
};

/**
 * How well an answer would fit a person, by one thing that could give them away; higher is better.
 */
export type Clue = (loot: Loot, batch: Batch) => readonly (readonly number[])[];

const pairs = (
  { people, given }: Batch,
  fit: (person: Person, answer: Given, at: { person: number; answer: number }) => number,
): number[][] => people.map((person, p) => given.map((answer, a) => fit(person, answer, { person: p, answer: a })));
const ranks = (values: readonly (number | string)[]): number[] => {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : 1));
  return values.map((value) => sorted.indexOf(value));
};
/**
 * People and answers each in an order of their own: the first is thought to have given the first.
 */
const sameRank = (
  batch: Batch,
  ofPerson: (person: Person) => number | string,
  ofAnswer: (answer: Given) => number | string,
): number[][] => {
  const [people, given] = [ranks(batch.people.map(ofPerson)), ranks(batch.given.map(ofAnswer))];
  return pairs(batch, (_person, _answer, at) => -Math.abs((people[at.person] ?? 0) - (given[at.answer] ?? 0)));
};

const places = new WeakMap<Buffer, Map<string, number[]>>();
const place = (bytes: Buffer, text: string): number[] => {
  const known = places.get(bytes) ?? new Map<string, number[]>();
  places.set(bytes, known);
  const before = known.get(text);
  if (before) return before;
  const found: number[] = [];
  known.set(text, found);
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) found.push(at);
  return found;
};
/** Bytes between the closest two places in the files at which person and answer stand. */
const nearness = (files: readonly Buffer[], one: readonly string[], other: readonly string[]): number =>
  Math.min(
    ...files.flatMap((bytes) => {
      const there = other.flatMap((text) => place(bytes, text));
      return one.flatMap((text) => place(bytes, text)).flatMap((at) => there.map((each) => Math.abs(each - at)));
    }),
    1e9,
  );

/**
 * The first row of any table of the read model in which each text stands, as the file holds them.
 */
const firstRows = ({ folder }: Loot, texts: readonly (readonly string[])[]): number[] => {
  const db = new DatabaseSync(join(folder, 'read-model.sqlite'), { readOnly: true });
  const rows = (sql: string): string[] => (db.prepare(sql).all() as { text: string }[]).map(({ text }) => text);
  const all = rows(TABLES).flatMap((table) => {
    const columns = rows(`SELECT name AS text FROM pragma_table_info('${table}')`);
    return rows(`SELECT concat_ws(' ', ${columns.join(', ')}) AS text FROM "${table}"`);
  });
  db.close();
  return texts.map((those) => all.findIndex((row) => those.some((text) => row.includes(text))));
};
const TABLES = `SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;

/** The answer, where any secret that is left opens it, whatever it was the key of. */
const openedWith = (secrets: readonly Buffer[], { invitationId, used }: Person): string | null => {
  for (const secret of secrets) {
    try {
      const key = keyOf(keyIdOf('answer', invitationId), secret);
      return key.open(JSON.parse(used.data).answer, { stream: used.stream, path: 'answer' });
    } catch {}
  }
  return null;
};

const hashes = (keys: readonly VaultKey[], content: unknown): string[] => [
  contentHash(content),
  ...keys.map((key) => contentHash(content, key)),
];

/** The answers as they were sent, where the survey's text key opens them. */
const clear = (keys: readonly VaultKey[], { surveyId }: Batch, { answers }: Given) =>
  answers.map(({ question, values }) => {
    const field = { stream: `answer-${surveyId}`, path: `answers.${question}` };
    const key = keys.find(({ id }) => id === keyIdOf('survey-text', surveyId));
    return { question, values: values.map((value) => (value.startsWith('sealed:') ? key?.open(value, field) : value)) };
  });

/** All that could link an answer to who gave it, each by itself. */
export const CLUES: Readonly<Record<string, Clue>> = {
  'a key that opens the answer': ({ secrets }, batch) => {
    const opened = batch.people.map((person) => openedWith(secrets, person));
    return pairs(
      batch,
      (_person, { answers }, at) =>
        answers.filter(({ values }) => values.some((value) => opened[at.person]?.includes(value))).length,
    );
  },
  'a digest of what was sent': ({ keys }, batch) =>
    pairs(batch, ({ used }, answer) =>
      hashes(keys, clear(keys, batch, answer)).some((hash) => used.metadata.includes(hash)) ? 1 : 0,
    ),
  'a panel key': ({ keys }, batch) =>
    pairs(batch, ({ respondentId, invitationId }, { panelKey }) =>
      keys.some((key) => [respondentId, invitationId].some((id) => key.hmac(id) === panelKey)) ? 1 : 0,
    ),
  'the waves in which a panel key stands': ({ batches }, batch) => {
    const joined = batches.filter(({ given }) => given.some(({ panelKey }) => panelKey !== null));
    const hasAnswered = (id: Uuid) =>
      joined.map(({ people }) => people.some(({ respondentId }) => respondentId === id));
    const stands = (key: string | null) =>
      joined.map((each) => each === batch || (key !== null && each.given.some(({ panelKey }) => panelKey === key)));
    return pairs(batch, ({ respondentId }, { panelKey }) => {
      const keys = stands(panelKey);
      return hasAnswered(respondentId).filter((has, n) => has === keys[n]).length;
    });
  },
  'the length of what was stored': (_loot, batch) =>
    sameRank(
      batch,
      ({ used }) => used.data.length + used.metadata.length,
      ({ answers }) => JSON.stringify(answers).length,
    ),
  'the order in which they came': (_loot, batch) =>
    sameRank(
      batch,
      ({ used }) => used.position,
      ({ event }) => event.position,
    ),
  'the order of the ids': (_loot, batch) =>
    sameRank(
      batch,
      ({ invitationId }) => invitationId,
      ({ event }) => event.position,
    ),
  'ids against ids': (_loot, batch) =>
    sameRank(
      batch,
      ({ invitationId }) => invitationId,
      ({ event }) => event.id,
    ),
  'the order of rows in the read model': (loot, batch) => {
    const { people, given } = batch;
    const ids = people.map(({ invitationId, respondentId }) => [invitationId, respondentId]);
    const rows = firstRows(loot, [...ids, ...given.map(({ marks }) => marks)]);
    return sameRank(
      batch,
      (person) => rows[people.indexOf(person)] ?? 0,
      (answer) => rows[people.length + given.indexOf(answer)] ?? 0,
    );
  },
  'nearness in the bytes of any file, free pages and write-ahead logs too': ({ files }, batch) => {
    const all = [...files.values()];
    return pairs(
      batch,
      ({ invitationId, respondentId }, { marks }) => -nearness(all, [invitationId, respondentId], marks),
    );
  },
  'the order of the places in the bytes of the files': ({ files }, batch) => {
    const last = (text: string): number => Math.max(...[...files.values()].map((bytes) => bytes.lastIndexOf(text)));
    return sameRank(
      batch,
      ({ used }) => last(JSON.parse(used.data).answer),
      ({ event }) => last(event.id),
    );
  },
};

/** The best fits first, by lot where several are as good; each person and answer once. */
export const matched = (fits: readonly (readonly number[])[]): ReadonlyMap<number, number> => {
  const all = fits.flatMap((row, person) =>
    row.map((fit, answer) => ({ person, answer, fit, lot: randomInt(2 ** 40) })),
  );
  const [byPerson, taken] = [new Map<number, number>(), new Set<number>()];
  for (const { person, answer } of all.sort((a, b) => b.fit - a.fit || a.lot - b.lot)) {
    if (byPerson.has(person) || taken.has(answer)) continue;
    byPerson.set(person, answer);
    taken.add(answer);
  }
  return byPerson;
};
