// emmett projecting visits' events on PostgreSQL into a table with the columns of our ledger's lines.
// Arguments: the database's address, the file with appends and the lines to come to as JSON. Each
// message is a round from the log's beginning, answered with events per second.
import { readFileSync } from 'node:fs';
import {
  getPostgreSQLEventStore,
  postgreSQLEventStoreConsumer,
  postgreSQLProjection,
} from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

const [url, file] = process.argv.slice(2);
const { appends, lines } = JSON.parse(readFileSync(file, 'utf8'));
const store = getPostgreSQLEventStore(url);
await store.schema.migrate();
for (const { stream, events } of appends) await store.appendToStream(stream, events);
const count = appends.reduce((sum, { events }) => sum + events.length, 0);

const client = new pg.Client(url);
await client.connect();
await client.query(`CREATE TABLE visits (id text PRIMARY KEY, network_id text, month text, planned_start text,
  planned_end text, actual_start text, actual_end text, minutes integer, service text, status text, client_id text,
  partner_office_id text, assist_office_id text, caregiver_id text, fee_yen integer, open_exceptions integer,
  record_version integer);
  CREATE INDEX by_network ON visits (network_id, month, planned_start, id);
  CREATE INDEX by_partner ON visits (partner_office_id, month, planned_start, id);
  CREATE INDEX by_assist ON visits (assist_office_id, month, planned_start, id);
  CREATE INDEX by_client ON visits (client_id, month, planned_start, id);
  CREATE INDEX by_caregiver ON visits (caregiver_id, month, planned_start, id) WHERE caregiver_id IS NOT NULL;`);

/** By type: the statement, prepared once a connection, and its values after the visit's id. */
const update = (set, ...values) => ({ text: `UPDATE visits SET ${set} WHERE id = $1`, values });
const statements = {
  VisitScheduled: {
    text: `INSERT INTO visits VALUES ($1, $2, $3, $4, $5, NULL, NULL, $6, $7, 'SCHEDULED', $8, $9, $10, NULL, $11, 0, 0)
      ON CONFLICT (id) DO UPDATE SET status = excluded.status, assist_office_id = excluded.assist_office_id,
        caregiver_id = NULL, actual_start = NULL, actual_end = NULL, fee_yen = excluded.fee_yen, open_exceptions = 0,
        record_version = 0`,
    values: [
      ({ networkId }) => networkId,
      ({ plannedStart }) => plannedStart.slice(0, 7),
      ({ plannedStart }) => plannedStart,
      ({ plannedEnd }) => plannedEnd,
      ({ minutes }) => minutes,
      ({ service }) => service,
      ({ clientId }) => clientId,
      ({ partnerOfficeId }) => partnerOfficeId,
      ({ assistOfficeId }) => assistOfficeId,
      ({ fee }) => fee.feeYen,
    ],
  },
  VisitReleased: update("status = 'RELEASED'"),
  CaregiverAssigned: update('caregiver_id = $2', ({ caregiverId }) => caregiverId),
  VisitStarted: update("status = 'IN_PROGRESS', actual_start = $2", ({ at }) => at),
  VisitEnded: update('actual_end = $2', ({ at }) => at),
  VisitRecorded: update(
    "status = 'RECORDED', actual_start = $2, actual_end = $3, record_version = $4",
    ({ startedAt }) => startedAt,
    ({ endedAt }) => endedAt,
    ({ version }) => version,
  ),
  VisitRecordAmended: update(
    `status = 'RECORDED', actual_start = coalesce($2, actual_start), actual_end = coalesce($3, actual_end),
     record_version = $4`,
    ({ adjustedStart }) => adjustedStart,
    ({ adjustedEnd }) => adjustedEnd,
    ({ version }) => version,
  ),
  VisitExceptionRaised: update('open_exceptions = open_exceptions + 1'),
  VisitExceptionResolved: update('open_exceptions = open_exceptions - 1'),
  VisitRecordReturned: update("status = 'RETURNED'"),
  VisitVerified: update("status = 'VERIFIED', fee_yen = $2", ({ fee }) => fee.feeYen),
  VisitMissed: update("status = 'MISSED'"),
  VisitCancelled: update("status = 'CANCELLED'"),
};

const visits = postgreSQLProjection({
  name: 'visits',
  canHandle: Object.keys(statements),
  handle: async (events, { connection }) => {
    for (const { type, data, metadata } of events) {
      const { text, values } = statements[type];
      const id = metadata.streamName.slice('visit-'.length);
      await connection.client.query({ name: type, text, values: [id, ...values.map((value) => value(data))] });
    }
  },
});

let rounds = 0;
process.on('message', async () => {
  rounds += 1;
  await client.query('TRUNCATE visits');
  const consumer = postgreSQLEventStoreConsumer({
    connectionString: url,
    stopWhen: { noMessagesLeft: true },
    pulling: { batchSize: 1_000, pullingFrequencyInMs: 0 },
  });
  consumer.projector({ processorId: `visits ${rounds}`, projection: visits, startFrom: 'BEGINNING' });
  const begun = performance.now();
  await consumer.start();
  const rate = (count / (performance.now() - begun)) * 1000;
  await consumer.close();
  const { rows } = await client.query({
    text: 'SELECT id, planned_start, assist_office_id, record_version FROM visits ORDER BY id COLLATE "C"',
    rowMode: 'array',
  });
  if (JSON.stringify(rows) !== JSON.stringify(lines)) throw new Error('emmett has come to other lines');
  process.send(rate);
});
process.once('disconnect', () => process.exit(0));
process.send('ready');
