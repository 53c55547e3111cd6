import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import t from 'tap';
import { streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { machineClock } from '../../src/store/clock.ts';
import { encode } from '../../src/store/codec.ts';
import { destroyEndedKeys } from '../../src/store/ended-keys.ts';
import { EventFeed } from '../../src/store/event-feed.ts';
import { masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { PostgresVault } from '../../src/store/postgres-vault.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { startPglite } from '../support/pglite-server.ts';

t.test(
  'rules 38, 39, 43: a key is destroyed by whoever reads that it has ended, though the vault was away just then',
  async (t) => {
    const server = await startPglite(t);
    const store = new SqliteEventStore({ file: join(t.testdir(), 'events.sqlite'), clock: machineClock });
    const wrapping = masterKeyWrapping([randomBytes(32)]);
    const vault = await PostgresVault.open({ url: server.url, wrapping, limits: { call: 300, attempt: 200 } });
    const [survey, one, other] = [uuidOf('survey'), uuidOf('one'), uuidOf('other')];
    const [gatheredKey, waitingKey, tokenKey] = [
      keyIdOf('answer', one),
      keyIdOf('answer', other),
      keyIdOf('survey-token', survey),
    ];
    for (const id of [gatheredKey, waitingKey, tokenKey]) await vault.make(id);
    const end = new AbortController();
    const feed = new EventFeed(store);
    const destroying = destroyEndedKeys(store, feed, vault, end.signal);

    const nobody = { commandId: null, commandHash: null, correlationId: null, causationId: null };
    const metadata = {
      ...nobody,
      actor: { subject: 'process', role: null, officeId: null },
      occurredAt: machineClock.now(),
    };
    await server.stop();
    const gathered = {
      type: 'AnswersGathered',
      data: { networkId: uuidOf('n'), audience: 'CAREGIVER', invitationIds: [one] },
    };
    await store.append(streamOf('answer', survey), 0, [encode(uuidOf('gathered'), gathered, metadata)]);
    await store.append(streamOf('survey', survey), 0, [
      encode(uuidOf('closed'), { type: 'SurveyClosed', data: {} }, metadata),
    ]);
    for (let n = 0; n < 500 && (await vault.open(gatheredKey).catch(() => null)) !== null; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    t.equal(
      (await server.query('SELECT id FROM vault_keys WHERE wrapped IS NULL')).length,
      0,
      'dropped from memory, and not destroyed yet',
    );
    await server.start();
    const destroyed = () => server.query<{ id: string }>('SELECT id FROM vault_keys WHERE wrapped IS NULL ORDER BY id');
    for (let n = 0; n < 1_000 && (await destroyed()).length < 2; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    t.strictSame(
      (await destroyed()).map(({ id }) => id),
      [gatheredKey, tokenKey],
    );
    t.not(await vault.open(waitingKey), null);

    end.abort();
    feed.close();
    await destroying;
    await Promise.all([vault.close(), store.close()]);
  },
);
