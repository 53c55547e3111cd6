import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { uuidOf } from '../../src/domain/ids.ts';
import { type KeyId, keyIdOf } from '../../src/domain/sealed.ts';
import { type KeyWrapping, masterKeyWrapping } from '../../src/store/key-wrapping.ts';
import type { Vault, VaultCopy, VaultKey } from '../../src/store/vault.ts';

/** A store of keys, empty at first, on which nodes can be started. */
export interface VaultGround {
  /** One more node. Without a wrapping, under the ground's own. */
  node(options?: { wrapping?: KeyWrapping; now?: () => number }): Promise<Vault & VaultCopy>;
  /**
   * What the store holds under an id, read past every vault: null for a tombstone, undefined for
   * nothing.
   */
  stored(id: KeyId): Promise<Buffer | null | undefined>;
  readonly wrapping: KeyWrapping;
  /** Of the same kind, with another master key. */
  readonly strangeWrapping: KeyWrapping;
}

/** What every vault promises (rule 43); each case rejects where it is not kept. */
export interface VaultCase {
  readonly name: string;
  run(ground: VaultGround): Promise<void>;
}

const PLACE = { stream: 'client-1', path: 'personal.name' };
const ID = keyIdOf('client', uuidOf('client'));
const OTHER_ID = keyIdOf('client', uuidOf('other client'));
const destroyed = (keyId: KeyId) => ({ name: 'KeyDestroyed', keyId });
/** Tells keys apart without showing them. */
const printOf = (key: VaultKey | null): string | undefined => key?.hmac('print');

export const vaultCases: readonly VaultCase[] = [
  {
    name: 'what a key sealed opens at its place alone, by this key alone',
    run: async (ground) => {
      const vault = await ground.node();
      const key = await vault.make(ID);
      const other = await vault.make(OTHER_ID);
      const sealed = key.seal('黄鳥', PLACE);
      assert.match(sealed, new RegExp(`^sealed:1:${ID}:[A-Za-z0-9_-]{46}$`));
      assert.notEqual(key.seal('黄鳥', PLACE), sealed);
      assert.equal(key.open(sealed, PLACE), '黄鳥');
      assert.throws(() => key.open(sealed, { ...PLACE, path: 'personal.address' }), { name: 'CannotOpen' });
      assert.throws(() => key.open(sealed, { ...PLACE, stream: 'client-2' }), { name: 'CannotOpen' });
      assert.throws(() => other.open(sealed, PLACE), { name: 'CannotOpen' });
      assert.throws(() => key.open('sealed:1', PLACE), { name: 'CannotOpen' });
      assert.match(key.hmac('a'), /^[0-9a-f]{64}$/);
      assert.notEqual(key.hmac('a'), other.hmac('a'));
    },
  },
  {
    name: 'a key made on one node opens on the other, is what the other makes, and outlives both',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      const sealed = (await one.make(ID)).seal('黄鳥', PLACE);
      assert.equal((await two.open(ID))?.open(sealed, PLACE), '黄鳥');
      assert.equal((await two.make(ID)).open(sealed, PLACE), '黄鳥');
      await one.close();
      await two.close();
      assert.equal((await (await ground.node()).open(ID))?.open(sealed, PLACE), '黄鳥');
    },
  },
  {
    name: 'that a key is not there is not remembered: it opens as soon as another node has made it',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      assert.equal(await two.open(ID), null);
      assert.equal(await ground.stored(ID), undefined);
      const made = await one.make(ID);
      assert.equal(printOf(await two.open(ID)), printOf(made));
    },
  },
  {
    name: 'two nodes that make the same keys at once, each twice, make one key an id',
    run: async (ground) => {
      const nodes = [await ground.node(), await ground.node()];
      const ids = Array.from({ length: 25 }, (_, n) => keyIdOf('answer', uuidOf('answer', n)));
      const made = await Promise.all(
        ids.map((id) => Promise.all([...nodes, ...nodes].map(async (node) => printOf(await node.make(id))))),
      );
      for (const prints of made) assert.deepEqual(prints, Array(4).fill(prints[0]));
      assert.equal(new Set(made.flat()).size, 25);
    },
  },
  {
    name: 'a destroyed key opens no more and is never made again, whichever node destroyed it and had it open',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      await one.make(ID);
      await two.open(ID);
      await one.destroy(ID);
      assert.equal(await one.open(ID), null);
      await assert.rejects(one.make(ID), destroyed(ID));
      await assert.rejects(two.make(ID), destroyed(ID));
      assert.equal(await two.open(ID), null, 'a refusal drops the key as well');
      await one.destroy(ID);
      await two.destroy(ID);
      const three = await ground.node();
      assert.equal(await three.open(ID), null);
      await assert.rejects(three.make(ID), destroyed(ID));
    },
  },
  {
    name: 'a key that never was can be destroyed, and is then never made',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      await one.destroy(ID);
      await assert.rejects(one.make(ID), destroyed(ID));
      await assert.rejects(two.make(ID), destroyed(ID));
      assert.equal(await ground.stored(ID), null);
    },
  },
  {
    name: 'a key made and destroyed at once on two nodes is destroyed in the end',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      for (let n = 0; n < 20; n += 1) {
        const id = keyIdOf('client', uuidOf('race', n));
        const [made] = await Promise.allSettled([one.make(id), two.destroy(id)]);
        if (made.status === 'rejected') assert.equal((made.reason as Error).name, 'KeyDestroyed');
        assert.equal(await ground.stored(id), null);
        await assert.rejects(one.make(id), destroyed(id));
      }
    },
  },
  {
    name: 'what another node destroyed stays open for less than 60 s',
    run: async (ground) => {
      let now = 1_000;
      const [one, two] = [await ground.node(), await ground.node({ now: () => now })];
      const made = await one.make(ID);
      assert.equal(printOf(await two.open(ID)), printOf(made));
      await one.destroy(ID);
      now += 59_999;
      assert.equal(printOf(await two.open(ID)), printOf(made));
      now += 1;
      assert.equal(await two.open(ID), null);
    },
  },
  {
    name: 'what another node destroyed is gone at once after forget; other keys stay open',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      const made = [await two.make(ID), await two.make(OTHER_ID)];
      await one.destroy(ID);
      await one.destroy(OTHER_ID);
      two.forget([keyIdOf('client', uuidOf('nobody')), ID]);
      assert.equal(await two.open(ID), null);
      assert.equal(printOf(await two.open(OTHER_ID)), printOf(made[1] ?? null));
    },
  },
  {
    name: 'a key that is being read while it is forgotten is not kept',
    run: async (ground) => {
      const reading = Promise.withResolvers<void>();
      const free = Promise.withResolvers<void>();
      const slow: KeyWrapping = {
        ...ground.wrapping,
        unwrap: async (wrapped, keyId) => {
          reading.resolve();
          await free.promise;
          return ground.wrapping.unwrap(wrapped, keyId);
        },
      };
      const [one, two] = [await ground.node(), await ground.node({ wrapping: slow })];
      const made = await one.make(ID);
      const opening = two.open(ID);
      await Promise.race([reading.promise, opening]);
      await one.destroy(ID);
      two.forget([ID]);
      free.resolve();
      assert.equal(printOf(await opening), printOf(made), 'it was there when it was asked for');
      assert.equal(await two.open(ID), null);
    },
  },
  {
    name: 'the store holds a key wrapped, under its id, and nothing of it once it is destroyed',
    run: async (ground) => {
      const vault = await ground.node();
      await vault.make(ID);
      const wrapped = await ground.stored(ID);
      assert.ok(wrapped);
      const secret = await ground.wrapping.unwrap(wrapped, ID);
      assert.equal(secret.length, 32);
      assert.equal(wrapped.includes(secret), false);
      await assert.rejects(ground.wrapping.unwrap(wrapped, OTHER_ID), { name: 'CannotUnwrap' });
      await vault.destroy(ID);
      assert.equal(await ground.stored(ID), null);
    },
  },
  {
    name: 'a wrong master key is refused at the start, before it wraps anything',
    run: async (ground) => {
      await (await ground.node()).make(ID);
      await assert.rejects(ground.node({ wrapping: ground.strangeWrapping }), {
        name: 'CannotUnwrap',
        message: `The key ${ID} was wrapped by another master key, or was changed in the store of keys.`,
      });
    },
  },
  {
    name: 'two nodes that begin with different master keys refuse each other’s keys and change nothing of them',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node({ wrapping: ground.strangeWrapping })];
      const made = await one.make(ID);
      await assert.rejects(two.open(ID), { name: 'CannotUnwrap' });
      await assert.rejects(two.make(ID), { name: 'CannotUnwrap' });
      one.forget([ID]);
      assert.equal(printOf(await one.open(ID)), printOf(made));
    },
  },
  {
    name: 'the master key can be changed: the new one before the old one, every key kept anew, the new one alone',
    run: async (ground) => {
      const [before, after] = [randomBytes(32), randomBytes(32)];
      const made = await (await ground.node({ wrapping: masterKeyWrapping([before]) })).make(ID);
      const changing = await ground.node({ wrapping: masterKeyWrapping([after, before]) });
      assert.equal(printOf(await changing.open(ID)), printOf(made));
      await changing.make(OTHER_ID);
      for await (const { id, secret } of changing.entries()) await changing.keep(id, secret);
      assert.equal(
        printOf(await (await ground.node({ wrapping: masterKeyWrapping([after]) })).open(ID)),
        printOf(made),
      );
      await assert.rejects(ground.node({ wrapping: masterKeyWrapping([before]) }), { name: 'CannotUnwrap' });
    },
  },
  {
    name: 'entries are all keys, with null for those destroyed, over any number of pages',
    run: async (ground) => {
      const vault = await ground.node();
      const ids = Array.from({ length: 501 }, (_, n) => keyIdOf('answer', uuidOf('answer', n)));
      await vault.make(ID);
      await vault.destroy(OTHER_ID);
      await Promise.all(ids.map((id) => vault.destroy(id)));
      const found = new Map<KeyId, Buffer | null>();
      for await (const { id, secret } of vault.entries()) {
        assert.equal(found.has(id), false);
        found.set(id, secret);
      }
      assert.deepEqual([...found.keys()].sort(), [...ids, ID, OTHER_ID].sort());
      assert.deepEqual(
        [...found].filter(([, secret]) => secret).map(([id, secret]) => [id, secret?.length]),
        [[ID, 32]],
      );
    },
  },
  {
    name: 'kept entries are the same keys; keeping them again changes none',
    run: async (ground) => {
      const vault = await ground.node();
      const secret = randomBytes(32);
      await vault.keep(ID, secret);
      await vault.keep(OTHER_ID, null);
      const made = await vault.make(ID);
      await vault.keep(ID, secret);
      await vault.keep(OTHER_ID, null);
      const found: unknown[] = [];
      for await (const entry of vault.entries()) found.push(entry);
      assert.deepEqual(
        new Set(found),
        new Set([
          { id: ID, secret },
          { id: OTHER_ID, secret: null },
        ]),
      );
      vault.forget([ID]);
      assert.equal(printOf(await vault.open(ID)), printOf(made));
      await assert.rejects(vault.make(OTHER_ID), destroyed(OTHER_ID));
    },
  },
  {
    name: 'a destroyed key stays so whatever is kept, and a kept end destroys',
    run: async (ground) => {
      const vault = await ground.node();
      await vault.destroy(ID);
      await vault.keep(ID, randomBytes(32));
      assert.equal(await ground.stored(ID), null);
      await vault.make(OTHER_ID);
      await vault.keep(OTHER_ID, null);
      assert.equal(await vault.open(OTHER_ID), null);
      await assert.rejects(vault.make(OTHER_ID), destroyed(OTHER_ID));
    },
  },
  {
    name: 'another secret under an id that is there is refused, by its id alone, and changes nothing',
    run: async (ground) => {
      const vault = await ground.node();
      await vault.make(ID);
      const wrapped = await ground.stored(ID);
      await assert.rejects(vault.keep(ID, randomBytes(32)), {
        name: 'OtherKeyKept',
        message: `There is another secret under ${ID}.`,
      });
      assert.ok(wrapped);
      assert.deepEqual(await ground.stored(ID), wrapped);
    },
  },
  {
    name: 'a mark is kept for every node, the last one alone, and is no key',
    run: async (ground) => {
      const [one, two] = [await ground.node(), await ground.node()];
      assert.equal(await one.mark(), null);
      await one.setMark('first');
      await two.setMark('second 二');
      assert.deepEqual([await one.mark(), await two.mark()], ['second 二', 'second 二']);
      for await (const { id } of one.entries()) assert.fail(`there is no key ${id}`);
      await one.close();
      assert.equal(await (await ground.node()).mark(), 'second 二');
    },
  },
  {
    name: 'closing twice is closing; what is asked afterwards is refused',
    run: async (ground) => {
      const vault = await ground.node();
      await vault.make(ID);
      await Promise.all([vault.close(), vault.close()]);
      await vault.close();
      await assert.rejects(vault.make(ID));
      await assert.rejects(vault.open(OTHER_ID));
    },
  },
];
