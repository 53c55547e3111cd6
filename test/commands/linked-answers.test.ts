import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { answerSurvey } from '../../src/commands/answers.ts';
import { closeSurvey, draftSurvey, invitationsOf, openSurvey, publishSurvey } from '../../src/commands/survey.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { type Uuid, uuidOf } from '../../src/domain/ids.ts';
import type { Question } from '../../src/domain/survey/events.ts';
import { shuffled } from '../../src/domain/survey/gathering.ts';
import { content, NETWORK, question } from '../domain/survey/example-survey.ts';
import { CLUES, type Clue, type Loot, matched, steal } from '../support/linking-attack.ts';
import { freshFolder, type PlantedApp } from '../support/planted-app.ts';
import { consultant, openSurveyApp, plantVisit } from '../support/survey-app.ts';

const PEOPLE = 14;
const SURVEYS = 4;
const WAVES = ['BASELINE', 'MIDLINE', 'ENDLINE'] as const;
/** Who does not answer: some leave the study, some come later, some miss a wave. */
const AWAY: readonly (readonly number[])[] = [
  [2, 3],
  [0, 4],
  [0, 1, 5, 6],
];
const OPENING = '2026-06-01';
const questions: Question[] = [
  question('often', { kind: 'NUMBER' }),
  question('which', { kind: 'MULTIPLE_CHOICE', options: ['a', 'b', 'c'].map((value) => ({ value, label: value })) }),
  question('why', { kind: 'TEXT', maxLength: 400 }),
];
/** Of each survey and person; nothing in it is made from their ids. */
const numberOf = (survey: number, person: number): string => String(1_000_000 + survey * 1_000 + person * 37);
const textOf = (person: number): string => '訪'.repeat(person * 28 + 1);

/** Who gave which number: what the thief is after. */
type Truth = Map<string, Uuid>;
interface Known {
  readonly truth: Truth;
  /** Keys that were destroyed since, as the vault kept them. */
  readonly wrapped: Set<string>;
}
const wrappedKeys = (folder: string): string[] => {
  const db = new DatabaseSync(join(folder, 'vault.sqlite'), { readOnly: true });
  const rows = db.prepare("SELECT wrapped FROM keys WHERE wrapped IS NOT NULL AND id NOT LIKE 'survey-text/%'").all();
  db.close();
  return (rows as { wrapped: Uint8Array }[]).map(({ wrapped }) => Buffer.from(wrapped).toString('latin1'));
};

const held = async (
  app: PlantedApp,
  n: number,
  { truth, wrapped }: Known,
  over: Partial<ReturnType<typeof content>> = {},
  isAway: (person: number) => boolean = () => false,
): Promise<void> => {
  const opensOn = addDays(OPENING, n * 20);
  app.setClock(`${opensOn}T01:00:00.000Z`);
  const { id } = await draftSurvey(app, consultant(), { surveyId: null, content: content({ questions, ...over }) });
  await publishSurvey(app, consultant(), { surveyId: id });
  const period = { periodFrom: '2026-05-01', periodTo: '2026-05-31', closesOn: addDays(opensOn, 14) };
  await openSurvey(app, consultant(), { surveyId: id, ...period });
  await app.driver.idle();
  const people = (await invitationsOf(app, id)).map(({ token, respondent }, person) => ({ token, respondent, person }));
  const lot = people.map(() => randomInt(1_000) / 1_000);
  for (const { token, respondent, person } of shuffled(people, lot)) {
    if (isAway(person)) continue;
    truth.set(numberOf(n, person), respondent.respondentId);
    const values = [[numberOf(n, person)], ['a', 'b', 'c'].slice(0, person % 4), [textOf(person)]];
    const answers = questions.map(({ code }, at) => ({ question: code, values: values[at] ?? [] }));
    await answerSurvey(app, consultant(randomUUID()), { token, answers });
    for (const key of wrappedKeys(app.folder)) wrapped.add(key);
  }
  await app.driver.idle();
  await closeSurvey(app, consultant(), { surveyId: id });
  await app.driver.idle();
};

/** How many a clue links rightly, of how many. */
const hits = (loot: Loot, truth: Truth, clue: Clue): number =>
  loot.batches.reduce((total, batch) => {
    const right = [...matched(clue(loot, batch))].filter(([person, answer]) => {
      const number = batch.given[answer]?.answers.find(({ question: code }) => code === 'often')?.values[0] ?? '';
      return truth.get(number) === batch.people[person]?.respondentId;
    });
    return total + right.length;
  }, 0);

/**
 * By chance one of a batch is hit, so a fifth at the most where no batch is under five; five
 * standard deviations more come once in a million runs. A clue that tells hits nearly all.
 */
const byChance = (answers: number): number => answers / 5 + 5 * Math.sqrt(answers / 5);

t.test('rule 39: whoever takes the whole folder and the master key links no answer to its giver', async (t) => {
  const app = await openSurveyApp(freshFolder(t), `${OPENING}T00:00:00.000Z`);
  const [partner, assist, clientId] = ['partner', 'assist', 'client'].map((name) => uuidOf(name)) as [Uuid, Uuid, Uuid];
  for (let n = 0; n < PEOPLE; n += 1)
    await plantVisit(app, { networkId: NETWORK, partner, assist, clientId, caregiverId: uuidOf('caregiver', n) }, n);
  const known: Known = { truth: new Map(), wrapped: new Set() };
  for (let n = 0; n < SURVEYS; n += 1) await held(app, n, known, { study: `study ${n}` });
  for (const [n, wave] of WAVES.entries()) {
    const furtherWaves = WAVES.slice(n + 1);
    const ofStudy = { wave, furtherWaves, studyEndsOn: furtherWaves.length > 0 ? '2027-03-31' : null };
    await held(app, SURVEYS + n, known, ofStudy, (person) => AWAY[n]?.includes(person) === true);
  }
  const loots = [await steal(app.folder, freshFolder(t))];
  await app.stop();
  loots.push(await steal(app.folder, freshFolder(t)));
  const { size } = known.truth;
  t.equal(size, PEOPLE * (SURVEYS + WAVES.length) - AWAY.flat().length);
  t.equal(known.wrapped.size, size + SURVEYS + WAVES.length + 1, 'each answer’s, each survey’s token key, the study’s');
  for (const loot of loots) {
    t.equal(loot.batches.length, 2 * SURVEYS + WAVES.length);
    t.equal(loot.batches.flatMap(({ given }) => given).length, size);
    for (const [name, clue] of Object.entries(CLUES)) {
      const right = hits(loot, known.truth, clue);
      t.ok(right <= byChance(size), `${name}: ${right} of ${size}`);
    }
    const pieces = [...known.wrapped].flatMap((key) => [0, 16, 32].map((at) => key.slice(at, at + 16)));
    for (const [name, bytes] of loot.files)
      t.notOk(
        pieces.some((piece) => bytes.includes(piece, 0, 'latin1')),
        `no piece of a destroyed key is left in ${name}`,
      );
  }
});
