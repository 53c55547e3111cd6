import { DatabaseSync } from 'node:sqlite';
import t from 'tap';
import { answerSurvey } from '../../src/commands/answers.ts';
import {
  closeSurvey,
  draftSurvey,
  invitationsOf,
  openSurvey,
  publishSurvey,
  remindRespondents,
} from '../../src/commands/survey.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { type Projection, SqliteTables } from '../../src/projections/projection.ts';
import { surveyFrame } from '../../src/projections/survey-frame.ts';
import { responseRates, surveys, surveysByIds } from '../../src/projections/surveys.ts';
import { decode, type Recorded } from '../../src/store/codec.ts';
import { content, NETWORK } from '../domain/survey/example-survey.ts';
import { freshFolder } from '../support/planted-app.ts';
import { consultant, openSurveyApp, plantVisit } from '../support/survey-app.ts';

/** All rows of a view's tables after the events, each `times` times. */
const rowsAfter = (view: Projection, events: readonly Recorded[], times: number): Record<string, unknown[]> => {
  const db = new DatabaseSync(':memory:');
  db.exec(view.schema);
  const handlers = view.handlers(new SqliteTables(db));
  for (const event of events) {
    for (let n = 0; n < times; n += 1) (handlers[event.type] as ((event: Recorded) => void) | undefined)?.(event);
  }
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all() as {
    name: string;
  }[];
  return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
};

t.test('a survey lived through: rows, rates, and every event twice changes nothing', async (t) => {
  const app = await openSurveyApp(freshFolder(t), '2026-06-01T01:00:00.000Z');
  for (let n = 0; n < 12; n += 1) {
    const [partner, assist, clientId, caregiverId] = [uuidOf('p'), uuidOf('a'), uuidOf('c'), uuidOf('caregiver', n)];
    await plantVisit(app, { networkId: NETWORK, partner, assist, clientId, caregiverId }, n);
  }
  const { id } = await draftSurvey(app, consultant(), { surveyId: null, content: content({ title: 'first' }) });
  await draftSurvey(app, consultant(), { surveyId: id, content: content() });
  await publishSurvey(app, consultant(), { surveyId: id });
  await openSurvey(app, consultant(), {
    surveyId: id,
    periodFrom: '2026-05-01',
    periodTo: '2026-05-31',
    closesOn: '2026-06-14',
  });
  await app.driver.idle();
  await remindRespondents(app, consultant(), { surveyId: id });
  for (const { token } of (await invitationsOf(app, id)).slice(0, 11)) {
    await answerSurvey(app, consultant(), { token, answers: [{ question: 'q1', values: ['3'] }] });
  }
  await closeSurvey(app, consultant(), { surveyId: id });
  await app.driver.idle();
  const events = (await app.log()).map(decode).filter((event) => event !== null);

  const [row] = surveysByIds(app.readModel, [id]);
  t.ok(row);
  if (!row) return;
  t.strictSame(
    [row.title, row.version, row.status, row.opensOn, row.closesOn],
    [content().title, 2, 'CLOSED', '2026-06-01', '2026-06-14'],
  );
  t.equal(row.position, events.findLast(({ stream }) => stream === `answer-${id}`)?.position);
  t.strictSame(responseRates(app.readModel, row), [
    { audience: 'CAREGIVER', networkId: NETWORK, invited: 12, answered: 11, rate: 11 / 12 },
  ]);
  for (const view of [surveys, surveyFrame]) {
    const once = rowsAfter(view, events, 1);
    t.ok(Object.values(once).every((rows) => rows.length > 0));
    t.strictSame(rowsAfter(view, events, 2), once);
  }
  await app.stop();
});
