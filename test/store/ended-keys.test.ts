import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import t from 'tap';
import { streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { machineClock } from '../../src/store/clock.ts';
import { encode } from '../../src/store/codec.ts';
import { forgetEndedKeys } from '../../src/store/ended-keys.ts';
import { EventFeed } from '../../src/store/event-feed.ts';
import { masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import { SqliteEventStore } from '../../src/store/sqlite-event-store.ts';
import { SqliteVault } from '../../src/store/sqlite-vault.ts';

t.test('rule 43: a node drops opened keys when it reads that they have ended, whichever node has destroyed them', async (t) => {
  const folder = t.testdir();
  const store = new SqliteEventStore({ file: join(folder, 'events.sqlite'), clock: machineClock });
  const wrapping = masterKeyWrapping([randomBytes(32)]);
  const open = () => SqliteVault.open({ file: join(folder, 'vault.sqlite'), wrapping });
  const [here, elsewhere] = [await open(), await open()];
  const [survey, one, other] = [uuidOf('survey'), uuidOf('one'), uuidOf('other')];
  const ids = [keyIdOf('answer', one), keyIdOf('answer', other), keyIdOf('survey-token', survey)] as const;
  for (const id of ids) {
    await elsewhere.make(id);
    await here.open(id);
  }
  const end = new AbortController();
  const feed = new EventFeed(store);
  const forgetting = forgetEndedKeys(store, feed, here, end.signal);

  const nobody = { commandId: null, commandHash: null, correlationId: null, causationId: null };
  const metadata = { ...nobody, actor: { subject: 'process', role: null, officeId: null }, occurredAt: machineClock.now() };
  for (const id of [ids[0], ids[2]]) await elsewhere.destroy(id);
  t.not(await here.open(ids[0]), null, 'in memory as long as nothing is read');
  const gathered = { type: 'AnswersGathered', data: { networkId: uuidOf('n'), audience: 'CAREGIVER', invitationIds: [one] } };
  await store.append(streamOf('answer', survey), 0, [encode(uuidOf('gathered'), gathered, metadata)]);
  await store.append(streamOf('survey', survey), 0, [encode(uuidOf('closed'), { type: 'SurveyClosed', data: {} }, metadata)]);
  // Well below the sixty seconds after which it would be dropped by itself.
  for (let n = 0; n < 200 && (await here.open(ids[2])) !== null; n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  t.strictSame([await here.open(ids[0]), await here.open(ids[2])], [null, null]);
  t.not(await here.open(ids[1]), null);

  end.abort();
  feed.close();
  await forgetting;
  await Promise.all([here.close(), elsewhere.close(), store.close()]);
});
